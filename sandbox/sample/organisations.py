"""The sample community's organisations, with what they see to and a number to call them by.

The numbers follow those of the roster's people, and are as plainly made up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from sandbox.sample.community import COMMUNITY, STREET, Community, Grid
from sandbox.sample.roster import FIRMS, OFFICES, committee_of, firm_of

FIRST_CONTACT = 19_900_009_001
PAID_FOR = "HOUSE;CLEAN;SAFE-FALL;TRAFFIC-PARK;TRAFFIC-CHARGE;TRAFFIC-ROAD"
"""What a property company sees to."""
SCHOOL, CLINIC, POST, LIBRARY = OFFICES
_REST = (
    ("青柳自来水公司", "firm", STREET, "HOUSE-WATER;HOUSE-DRAIN"),
    ("青柳供电公司", "firm", STREET, "HOUSE-POWER;TRAFFIC-CHARGE"),
    ("青柳燃气公司", "firm", STREET, "SAFE-GAS"),
    ("青柳热力公司", "firm", STREET, "HOUSE-HEAT"),
    (SCHOOL, "office", COMMUNITY, "CARE-TALK;VOICE-JOIN"),
    (CLINIC, "office", STREET, "CARE-MEDICINE;CARE-DISABLED"),
    (POST, "office", COMMUNITY, "LIFE-PAPERS"),
    (LIBRARY, "office", "", "VOICE-JOIN"),
    ("青柳派出所", "department", STREET, "SAFE-THEFT;PEOPLE-DOG"),
    ("青柳消防救援站", "department", STREET, "SAFE-FIRE;SAFE-GAS"),
    ("青柳城管中队", "department", STREET, "CLEAN-CLUTTER;CLEAN-STICKER;CLEAN-NOISE;TRAFFIC-ROAD"),
    ("青柳司法所", "department", STREET, "LIFE-LAW;PEOPLE-FAMILY"),
    ("向阳里红马甲服务队", "team", COMMUNITY, "CARE-ERRAND;CARE-MEDICINE;CARE-ALONE"),
)
"""Name, kind, grid and categories of those that serve more than a compound."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A row of organisations.csv."""

    name: str
    kind: str
    grid: str
    contact: str
    categories: str


def build(community: Community) -> list[Organisation]:
    """Property companies and owners' committees of the compounds, then the others."""
    numbers = count(FIRST_CONTACT)
    desks = {firm: str(next(numbers)) for firm in FIRMS}
    rest = [
        Organisation(name, kind, grid, str(next(numbers)), sees_to) for name, kind, grid, sees_to in _REST
    ]
    return [*(each for compound in community.at("compound") for each in _of_compound(compound, desks)), *rest]


def _of_compound(compound: Grid, desks: dict[str, str]) -> Iterator[Organisation]:
    """A company has one number wherever it serves; a committee is met in the courtyard."""
    if compound.mode in ("mixed", "trustee"):
        firm = firm_of(compound.code)
        yield Organisation(firm, "property", compound.code, desks[firm], PAID_FOR)
    if compound.mode == "mixed":
        yield Organisation(committee_of(compound), "committee", compound.code, "", "PEOPLE-PROPERTY")
