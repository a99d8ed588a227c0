"""The sample community's grids: a street, a community, 29 compounds, their buildings and units; a school and
a market with leaders of their own.

The sizes are those of a real one: 4,911 households, ten to twenty of them in a unit. Names are invented.
"""

from dataclasses import dataclass
from random import Random

from sandbox.sample import layout

HOUSEHOLDS = 4_911
LAND = 28  # the seed of what lies where, apart from the rest
SMALLEST_UNIT, LARGEST_UNIT = 10, 20  # households

STREET, COMMUNITY = "QL", "XY"
MODES = ("self", "mixed", "trustee")  # in turn, so that a story finds each near the beginning
COMPOUNDS = (
    *("松柏苑", "丁香园", "河湾里", "杏林苑", "石榴院", "北极星花园", "云杉苑", "格桑花园"),
    *("小桥人家", "青稞里", "白杨院", "向阳一院", "向阳二院", "晨光苑", "麦田家园", "银滩苑"),
    *("邮电院", "毛纺厂院", "红砖里", "明湖花园", "雪莲苑", "东篱院", "和睦家园", "长青苑"),
    *("油菜花苑", "机床厂院", "书香苑", "清水里", "团圆家园"),
)
DEDICATED = (
    ("XY-SCHOOL", "市第九小学", "学校", "九小;第九小学", layout.SCHOOL),
    ("XY-MARKET", "向阳里菜市场", "市场", "菜市场;向阳菜市场", layout.MARKET),
)
"""Code, name, level, aliases, and the blocks they take up."""
BUILDINGS = (3, 3, 4, 4, 5)  # as many or so in a compound
UNITS = (2, 3, 3, 4)  # and in a building


@dataclass(frozen=True, slots=True)
class Grid:
    """A row of grids.csv."""

    code: str
    name: str
    level: str
    parent: str = ""
    dedicated: str = ""
    mode: str = ""
    aliases: str = ""
    boundary: str = ""


@dataclass(frozen=True, slots=True)
class Community:
    """All grids, parents first, and the number of households in each unit by its code."""

    grids: tuple[Grid, ...]
    households: dict[str, int]

    def at(self, level: str) -> list[Grid]:
        """The grids of one level."""
        return [grid for grid in self.grids if grid.level == level]


def build(random: Random) -> Community:
    """The community, the same for the same random numbers."""
    land = Random(LAND)  # noqa: S311 - a sample that is always the same, no secret
    whole = layout.around(land)
    grids = [
        Grid(STREET, "青柳街道", "street"),
        Grid(COMMUNITY, "向阳里社区", "community", STREET, aliases="向阳里;向阳社区", boundary=whole),
    ]
    blocks = layout.compounds(len(COMPOUNDS), land)
    for number, (name, boundary) in enumerate(zip(COMPOUNDS, blocks, strict=True), start=1):
        compound = Grid(
            code=f"{COMMUNITY}{number:02}",
            name=name,
            level="compound",
            parent=COMMUNITY,
            mode=MODES[(number - 1) % len(MODES)],
            aliases=f"{name}小区;{number}号院",
            boundary=boundary,
        )
        grids.append(compound)
        grids += _buildings(compound, random)
    for code, name, level, aliases, on in DEDICATED:
        boundary = layout.double(on, land)
        grids.append(Grid(code, name, level, COMMUNITY, "yes", aliases=aliases, boundary=boundary))
    units = [grid.code for grid in grids if grid.level == "unit"]
    return Community(tuple(grids), _spread(units, random))


def _buildings(compound: Grid, random: Random) -> list[Grid]:
    grids: list[Grid] = []
    for number in range(1, random.choice(BUILDINGS) + 1):
        code = f"{compound.code}-{number}"
        name = f"{compound.name}{number}号楼"
        grids.append(Grid(code, name, "building", compound.code, aliases=f"{number}栋;{number}号楼"))
        grids += [
            Grid(f"{code}-{unit}", f"{name}{unit}单元", "unit", code)
            for unit in range(1, random.choice(UNITS) + 1)
        ]
    return grids


def _spread(units: list[str], random: Random) -> dict[str, int]:
    """HOUSEHOLDS over the units, none too small or too large."""
    households = dict.fromkeys(units, SMALLEST_UNIT)
    roomy = list(units)
    for _ in range(HOUSEHOLDS - SMALLEST_UNIT * len(units)):
        unit = random.choice(roomy)
        households[unit] += 1
        if households[unit] == LARGEST_UNIT:
            roomy.remove(unit)
    return households
