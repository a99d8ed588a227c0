"""Communities to measure with, as import files: a street office, and a city of a million households.

The street office has the size of Songshan Road, Zhengzhou: 1 street, 19 + 170 + 940 grids below it, and
36 dedicated ones. All is drawn with a seed and always the same.
"""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FIRST = "锦绣石榴红山向阳牡丹松柏金水华丰安康福临海棠玉兰翠竹百花春晖东湖西苑南桥北辰中原建设和平友谊幸福光明"
LAST = ("苑", "园", "院", "里", "家园", "花园", "小区", "新村", "公寓", "佳苑", "华庭", "雅居")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英玉萍红梅志国建华文斌鹏宇浩波"
WEST, SOUTH, EAST, NORTH = 113.4, 34.6, 113.9, 34.9
"""Degrees within which the city lies."""
SEED = 2026
SHARED = 0.01
"""How often a name is given again."""
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""
Entry = tuple[str, str, str, str, str]
"""Name, role, grid, phone, skills."""


@dataclass(frozen=True, slots=True)
class Level:
    """Grids of one level: how many in all, what they are called, and whether they have boundaries."""

    name: str
    count: int
    numbered: str = ""
    mapped: bool = False
    leaders: float = 1.0
    """How many of them have a leader."""


STREET = (
    Level("street", 1, mapped=True),
    Level("community", 19, mapped=True),
    Level("grid", 170, mapped=True),
    Level("micro-grid", 940),
)
CITY = (
    Level("city", 1, mapped=True),
    Level("street", 60, mapped=True),
    Level("community", 300, mapped=True),
    Level("compound", 2_400, mapped=True),
    Level("building", 14_300, numbered="号楼", leaders=0.95),
    Level("unit", 42_939, numbered="单元", leaders=0.0),
)
DEDICATED = {"street": 36, "city": 0}


@dataclass(frozen=True, slots=True)
class Place:
    """A grid of a made-up community, and where it lies."""

    code: str
    name: str
    level: Level
    parent: str
    box: Box
    dedicated: bool = False


@dataclass
class Community:
    """What an import folder holds, before it is written."""

    places: list[Place] = field(default_factory=list)
    people: list[Entry] = field(default_factory=list)

    def write(self, folder: Path) -> None:
        """Make `grids.csv` and `people.csv` of it."""
        folder.mkdir(exist_ok=True)
        head = ("code", "name", "level", "parent", "dedicated", "mode", "aliases", "boundary")
        _table(folder / "grids.csv", head, map(_row, self.places))
        _table(folder / "people.csv", ("name", "role", "grid", "phone", "skills"), iter(self.people))


def community(levels: tuple[Level, ...], *, people: int, dedicated: int = 0) -> Community:
    """A community of these levels; those of `people` who lead no grid are volunteers with skills."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    made = Community()
    above: list[Place] = []
    for level in levels:
        above = list(_below(above, level, chance))
        made.places += above
    made.places += _dedicated(made.places, dedicated, chance)
    made.people = list(_people(made.places, people, chance))
    return made


def _below(above: list[Place], level: Level, chance: random.Random) -> Iterator[Place]:
    """The grids of a level, shared out evenly among those above."""
    if not above:
        yield Place("C", "中原", level, "", (WEST, SOUTH, EAST, NORTH))
        return
    names = set[str]()
    for index, outer in enumerate(above):
        inside = (index + 1) * level.count // len(above) - index * level.count // len(above)
        for number in range(inside):
            name = f"{number + 1}{level.numbered}" if level.numbered else _name(level, names, chance)
            yield Place(
                f"{outer.code}-{number + 1}", name, level, outer.code, _slice(outer.box, number, inside)
            )


def _name(level: Level, taken: set[str], chance: random.Random) -> str:
    """A name that no other grid of the level has; a few share one."""
    ends = LAST if level.name == "compound" else ("社区",)
    while True:
        name = "".join(chance.sample(FIRST, 2)) + chance.choice(ends)
        if name not in taken or chance.random() < SHARED:
            taken.add(name)
            return name


def _slice(box: Box, number: int, count: int) -> Box:
    """The `number`th of `count` strips, across the longer side."""
    west, south, east, north = box
    if east - west > north - south:
        step = (east - west) / count
        return (west + number * step, south, west + (number + 1) * step, north)
    step = (north - south) / count
    return (west, south + number * step, east, south + (number + 1) * step)


def _dedicated(places: list[Place], count: int, chance: random.Random) -> Iterator[Place]:
    """Schools and markets inside some of the grids."""
    level = Level("school", count)
    for number, outer in enumerate(chance.sample(places, count)):
        west, south, east, north = outer.box
        box = (west, south, (west + east) / 2, (south + north) / 2)
        yield Place(f"D{number + 1}", f"第{number + 1}小学", level, outer.code, box, dedicated=True)


def _people(places: list[Place], count: int, chance: random.Random) -> Iterator[Entry]:
    led = [place for place in places if chance.random() < place.level.leaders][:count]
    for number in range(count):
        name = chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, 2))
        phone = f"+86138{number:08d}"
        if number < len(led):
            yield (name, "leader", led[number].code, phone, "")
        else:
            yield (name, "volunteer", chance.choice(places).code, phone, "水电;陪诊")


def _row(place: Place) -> tuple[str, ...]:
    west, south, east, north = place.box
    ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
    boundary = f"POLYGON(({ring}))" if place.level.mapped or place.dedicated else ""
    mode = "trustee" if place.level.name == "compound" and len(place.code) % 2 else ""
    dedicated = "yes" if place.dedicated else "no"
    return (place.code, place.name, place.level.name, place.parent, dedicated, mode, "", boundary)


def _table(path: Path, head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
