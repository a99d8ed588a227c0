"""The people of the sample community who play in the sandbox, and its two groups, as plain values.

Everybody is invented. Telegram ids start far above any that Telegram has given out; those of the roster
stand in people.csv too, those of residents nowhere.
"""

from dataclasses import dataclass, replace

FIRST_TELEGRAM_ID = 900_000_000_001
FIRST_GROUP_ID = -1_009_000_000_001
FIRST_BASIC_GROUP_ID = -900_000_000_001


@dataclass(frozen=True, slots=True)
class Member:
    """One of the cast. `posts` are (role, grid code); without any they are a resident living at `home`."""

    key: str
    name: str
    latin: str  # the name in Latin letters
    telegram_id: int = 0
    posts: tuple[tuple[str, str], ...] = ()
    home: str = ""
    language: str = "zh-CN"  # of their Telegram
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("普通话",)


@dataclass(frozen=True, slots=True)
class Group:
    """A Telegram group, to be bound to the grid of this code by `leader`; `members` are keys of the cast."""

    key: str
    title: str
    kind: str  # supergroup, or the basic group that most begin as
    chat_id: int
    grid: str
    leader: str
    members: tuple[str, ...]


def _post(key: str, name: str, latin: str, *posts: tuple[str, str], skills: tuple[str, ...] = ()) -> Member:
    return Member(key, name, latin, posts=posts, skills=skills)


def _volunteer(
    key: str, name: str, latin: str, grid: str, skills: str, *, languages: str = "普通话"
) -> Member:
    able, speaks = tuple(skills.split()), tuple(languages.split())
    return Member(key, name, latin, posts=(("volunteer", grid),), skills=able, languages=speaks)


def _resident(key: str, name: str, latin: str, home: str, language: str = "zh-CN") -> Member:
    return Member(key, name, latin, home=home, language=language)


_ROWS = (
    _post("secretary", "马晓红", "Ma Xiaohong", ("secretary", "XY")),
    _post("staff", "韩雪梅", "Han Xuemei", ("staff", "XY")),
    _post("mediator", "杨国庆", "Yang Guoqing", ("mediator", "XY")),
    _post("admin", "孙立民", "Sun Limin", ("admin", "XY")),
    _post("leader-01", "李建国", "Li Jianguo", ("leader", "XY01")),
    _post("deputy-01", "祁海燕", "Qi Haiyan", ("deputy", "XY01")),
    _post("leader-02", "赵文斌", "Zhao Wenbin", ("leader", "XY02")),
    _post("leader-03", "冶秀兰", "Ye Xiulan", ("leader", "XY03")),
    _post(
        "building-01-1",
        "张秀英",
        "Zhang Xiuying",
        ("leader", "XY01-1"),
        ("volunteer", "XY01"),
        skills=("探访",),
    ),
    _post("building-01-2", "陈德福", "Chen Defu", ("leader", "XY01-2")),
    _post("property", "刘志强", "Liu Zhiqiang", ("property", "XY02")),
    _post("committee", "周美玲", "Zhou Meiling", ("committee", "XY02")),
    _volunteer("volunteer-1", "马志远", "Ma Zhiyuan", "XY", "水电 疏通", languages="普通话 青海话"),
    _volunteer("volunteer-2", "才让卓玛", "Tsering Drolma", "XY", "陪诊 翻译", languages="普通话 藏语"),
    _volunteer("volunteer-3", "何雨晴", "He Yuqing", "XY", "心理陪伴 跑腿", languages="普通话 英语"),
    _volunteer("volunteer-4", "田大勇", "Tian Dayong", "XY01", "搬运 疏通"),
    _volunteer("volunteer-5", "吴佳怡", "Wu Jiayi", "XY01", "跑腿 送药"),
    _volunteer("volunteer-6", "韩进才", "Han Jincai", "XY01", "电工 水电", languages="普通话 青海话"),
    _volunteer("volunteer-7", "罗晓彤", "Luo Xiaotong", "XY01", "急救 量血压"),
    _volunteer("volunteer-8", "马成龙", "Ma Chenglong", "XY02", "搬运 铲雪", languages="普通话 撒拉语"),
    _volunteer("volunteer-9", "谢春燕", "Xie Chunyan", "XY02", "理发 探访"),
    _volunteer("volunteer-10", "唐建军", "Tang Jianjun", "XY03", "维修 木工"),
    _volunteer("volunteer-11", "许梦洁", "Xu Mengjie", "XY03", "法律 写材料"),
    _volunteer("volunteer-12", "冯玉林", "Feng Yulin", "XY03", "巡逻 铲雪"),
    _post("market", "马福海", "Ma Fuhai", ("leader", "XY-MARKET")),  # of a dedicated grid
    _resident("resident-wang", "王桂兰", "Wang Guilan", "XY01-2-1"),
    _resident("resident-ma", "马永福", "Ma Yongfu", "XY01-1-2"),
    _resident("resident-anna", "Anna Weber", "Anna Weber", "XY02-1-1", "en"),
    _resident("resident-luo", "罗桑", "Lobsang", "XY05-1-1"),  # a compound that has no leader
)
CAST: tuple[Member, ...] = tuple(
    replace(member, telegram_id=FIRST_TELEGRAM_ID + place) for place, member in enumerate(_ROWS)
)
BY_KEY: dict[str, Member] = {member.key: member for member in CAST}

GROUPS: tuple[Group, ...] = (
    Group(
        key="community",
        title="向阳里红马甲",
        kind="supergroup",
        chat_id=FIRST_GROUP_ID,
        grid="XY",
        leader="secretary",
        members=tuple(member.key for member in CAST if member.posts),
    ),
    Group(
        key="compound",
        title="松柏苑邻里群",
        kind="group",
        chat_id=FIRST_BASIC_GROUP_ID,
        grid="XY01",
        leader="leader-01",
        members=(
            "leader-01",
            "deputy-01",
            "building-01-1",
            "building-01-2",
            "volunteer-4",
            "volunteer-5",
            "volunteer-6",
            "volunteer-7",
            "resident-wang",
            "resident-ma",
        ),
    ),
)
