"""The people of the sample community who play in the sandbox, and its two groups, as plain values.

Everybody is invented. Telegram ids start far above any that Telegram has given out; those of the roster
stand in people.csv too, those of residents nowhere.
"""

from dataclasses import dataclass

FIRST_TELEGRAM_ID = 900_000_000_001
FIRST_GROUP_ID = -1_009_000_000_001


@dataclass(frozen=True, slots=True)
class Member:
    """One of the cast. `posts` are (role, grid code); without any they are a resident living at `home`."""

    key: str
    name: str
    telegram_id: int
    posts: tuple[tuple[str, str], ...] = ()
    home: str = ""
    language: str = "zh-CN"  # of their Telegram
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("普通话",)


@dataclass(frozen=True, slots=True)
class Group:
    """A Telegram group; `grid` is the code it is to be bound to, `members` are keys of the cast."""

    key: str
    title: str
    chat_id: int
    grid: str
    members: tuple[str, ...]


def _cast() -> tuple[Member, ...]:
    ids = iter(range(FIRST_TELEGRAM_ID, FIRST_TELEGRAM_ID + 1000))

    def post(key: str, name: str, *posts: tuple[str, str], skills: tuple[str, ...] = ()) -> Member:
        return Member(key, name, next(ids), posts, skills=skills)

    def volunteer(key: str, name: str, grid: str, skills: str, languages: str = "普通话") -> Member:
        posts = (("volunteer", grid),)
        return Member(
            key, name, next(ids), posts, skills=tuple(skills.split()), languages=tuple(languages.split())
        )

    def resident(key: str, name: str, home: str, language: str = "zh-CN") -> Member:
        return Member(key, name, next(ids), home=home, language=language)

    return (
        post("secretary", "马晓红", ("secretary", "XY")),
        post("staff", "韩雪梅", ("staff", "XY")),
        post("mediator", "杨国庆", ("mediator", "XY")),
        post("admin", "孙立民", ("admin", "XY")),
        post("leader-01", "李建国", ("leader", "XY01")),
        post("deputy-01", "祁海燕", ("deputy", "XY01")),
        post("leader-02", "赵文斌", ("leader", "XY02")),
        post("leader-03", "冶秀兰", ("leader", "XY03")),
        post("building-01-1", "张秀英", ("leader", "XY01-1"), ("volunteer", "XY01"), skills=("探访",)),
        post("building-01-2", "陈德福", ("leader", "XY01-2")),
        post("property", "刘志强", ("property", "XY01"), ("property", "XY02")),
        post("committee", "周美玲", ("committee", "XY01")),
        volunteer("volunteer-1", "马志远", "XY", "水电 疏通", "普通话 青海话"),
        volunteer("volunteer-2", "才让卓玛", "XY", "陪诊 翻译", "普通话 藏语"),
        volunteer("volunteer-3", "何雨晴", "XY", "心理陪伴 跑腿", "普通话 英语"),
        volunteer("volunteer-4", "田大勇", "XY01", "搬运 疏通"),
        volunteer("volunteer-5", "吴佳怡", "XY01", "跑腿 送药"),
        volunteer("volunteer-6", "韩进才", "XY01", "电工 水电", "普通话 青海话"),
        volunteer("volunteer-7", "罗晓彤", "XY01", "急救 量血压"),
        volunteer("volunteer-8", "马成龙", "XY02", "搬运 铲雪", "普通话 撒拉语"),
        volunteer("volunteer-9", "谢春燕", "XY02", "理发 探访"),
        volunteer("volunteer-10", "唐建军", "XY03", "维修 木工"),
        volunteer("volunteer-11", "许梦洁", "XY03", "法律 写材料"),
        volunteer("volunteer-12", "冯玉林", "XY03", "巡逻 铲雪"),
        resident("resident-wang", "王桂兰", "XY01-2-1"),
        resident("resident-ma", "马永福", "XY01-1-2"),
        resident("resident-anna", "Anna Weber", "XY02-1-1", "en"),
        resident("resident-luo", "罗桑", "XY05-1-1"),  # a compound that has no leader
    )


CAST: tuple[Member, ...] = _cast()
BY_KEY: dict[str, Member] = {member.key: member for member in CAST}

GROUPS: tuple[Group, ...] = (
    Group(
        key="community",
        title="向阳里红马甲",
        chat_id=FIRST_GROUP_ID,
        grid="XY",
        members=tuple(member.key for member in CAST if member.posts),
    ),
    Group(
        key="compound",
        title="松柏苑邻里群",
        chat_id=FIRST_GROUP_ID - 1,
        grid="XY01",
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
