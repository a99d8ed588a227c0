"""The sample community's people: the cast with their accounts, the others who still have to be linked.

Phone numbers run without a gap from 199 0000 0001: valid in form, plainly made up, and never dialled.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from random import Random

from sandbox.sample.cast import CAST
from sandbox.sample.community import COMMUNITY, STREET, Community, Grid

FIRST_PHONE = 19_900_000_001
VOLUNTEERS = 60
# Gaps on purpose, so that requests have something to climb over.
NO_LEADER = ("XY05", "XY14", "XY23")  # XY14 has a deputy at least
DEPUTIES = ("XY04", "XY07", "XY10", "XY14", "XY19", "XY26")
NO_BUILDING_LEADER = ("XY01-3",)
BUILDINGS_WITH_LEADER = 0.65  # of all
UNITS_WITH_LEADER = 0.15

LAST_DAY = "2035-12-31"

FIRMS = ("安居物业", "暖阳物业", "青和物业", "邻家物业")
OFFICES = ("市第九小学", "青柳卫生服务中心", "向阳邮电所", "区图书馆")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗韩祁冶谢唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋"
GIVEN = (
    *("建华", "秀兰", "志明", "淑珍", "永福", "海霞", "玉梅", "国栋", "春燕", "文斌", "雪莲", "德才"),
    *("桂英", "小军", "丽萍", "俊杰", "晓东", "佳慧", "成林", "美娟", "金山", "月娥", "立新", "红梅"),
    *("宏伟", "彩霞", "学文", "桂芳", "长顺", "巧云", "明辉", "素琴", "占魁", "凤仙", "继红", "生莲"),
)
SKILLS = (
    *("水电", "疏通", "电工", "木工", "搬运", "铲雪", "跑腿", "送药", "陪诊", "探访"),
    *("理发", "急救", "量血压", "法律", "写材料", "心理陪伴", "巡逻"),
)
LANGUAGES = ("青海话", "藏语", "英语", "撒拉语", "手语")


@dataclass(frozen=True, slots=True)
class Post:
    """A row of people.csv."""

    name: str
    role: str
    grid: str
    organisation: str = ""
    phone: str = ""
    telegram_id: str = ""
    skills: str = ""
    languages: str = ""
    until: str = ""


class Roster:
    """The posts given so far, and what makes the next person unlike the others."""

    def __init__(self, random: Random) -> None:
        self.posts: list[Post] = []
        self._random = random
        self._phones = count(FIRST_PHONE)
        self._names = {member.name for member in CAST}

    def seat_cast(self) -> None:
        """Everybody of the cast who has a post, with their account."""
        for member in CAST:
            phone = str(next(self._phones)) if member.posts else ""
            for role, grid in member.posts:
                post = Post(member.name, role, grid, firm_of(grid) if role == "property" else "", phone)
                account = str(member.telegram_id)
                skills, languages = ";".join(member.skills), ";".join(member.languages)
                self.posts.append(replace(post, telegram_id=account, skills=skills, languages=languages))

    def hire(self, role: str, grid: str, organisation: str = "", until: str = "") -> None:
        """Somebody new, without an account yet, unless the post is taken."""
        if any((post.role, post.grid) == (role, grid) for post in self.posts):
            return
        self._add(role, grid, organisation=organisation, until=until)

    def enlist(self, grid: str) -> None:
        """A volunteer more, with what they can do and speak."""
        skills = ";".join(self._random.sample(SKILLS, self._random.randint(1, 3)))
        languages = ";".join(("普通话", *self._random.sample(LANGUAGES, self._random.randint(0, 1))))
        self._add("volunteer", grid, skills=skills, languages=languages)

    def chance(self, part: float) -> bool:
        """True for this part of all cases."""
        return self._random.random() < part

    def several(self, role: str, grid: str, how_many: int, organisations: Sequence[str] = ("",)) -> None:
        """As many people in the same role on the same grid."""
        for number in range(how_many):
            self._add(role, grid, organisation=organisations[number % len(organisations)])

    def _add(self, role: str, grid: str, **details: str) -> None:
        self.posts.append(Post(self._name(), role, grid, phone=str(next(self._phones)), **details))

    def _name(self) -> str:
        """A name that nobody has yet."""
        while True:
            name = self._random.choice(SURNAMES) + self._random.choice(GIVEN)
            if name not in self._names:
                self._names.add(name)
                return name


def build(community: Community, random: Random) -> list[Post]:
    """Every post of the community, the cast first."""
    roster = Roster(random)
    roster.seat_cast()
    roster.several("staff", STREET, 2)
    roster.several("staff", COMMUNITY, 5)
    roster.several("mediator", COMMUNITY, 2)
    roster.several("admin", COMMUNITY, 1)
    roster.several("member", COMMUNITY, 12, OFFICES)
    for compound in community.at("compound"):
        _staff_compound(roster, compound)
    roster.hire("leader", "XY-SCHOOL", OFFICES[0])
    for building in community.at("building"):
        if building.code not in NO_BUILDING_LEADER and roster.chance(BUILDINGS_WITH_LEADER):
            roster.hire("leader", building.code)
    for unit in community.at("unit"):
        if roster.chance(UNITS_WITH_LEADER):
            roster.hire("leader", unit.code)
    _enlist_volunteers(roster, community)
    return roster.posts


def _staff_compound(roster: Roster, compound: Grid) -> None:
    if compound.code not in NO_LEADER:
        roster.hire("leader", compound.code)
    if compound.code in DEPUTIES:
        roster.hire("deputy", compound.code, until=LAST_DAY)
    if compound.mode in ("mixed", "trustee"):
        roster.hire("property", compound.code, firm_of(compound.code))
    if compound.mode == "mixed":
        roster.hire("committee", compound.code, committee_of(compound))


def _enlist_volunteers(roster: Roster, community: Community) -> None:
    compounds = community.at("compound")
    missing = VOLUNTEERS - sum(post.role == "volunteer" for post in roster.posts)
    for number in range(missing):
        roster.enlist(COMMUNITY if number % 4 == 0 else compounds[number % len(compounds)].code)


def committee_of(compound: Grid) -> str:
    """The name of a compound's owners' committee."""
    return f"{compound.name}业委会"


def firm_of(compound: str) -> str:
    """The property company of a compound; next-door ones share theirs."""
    number = int(compound.removeprefix(COMMUNITY))
    return FIRMS[(number - 1) // 2 % len(FIRMS)]
