"""What a grid holds, counted on both databases; and who may look at which grid."""

from datetime import timedelta

import pytest

from bot.dispatch import my_grid
from storage import absences
from storage import my_grid as kept
from storage.records import Role

GRIDS = """
    code,name,level,parent
    S,Street,street,
    A,Aspen,compound,S
    A1,Tower,building,A
    A2,House,building,A
    U,Unit,unit,A1
    B,Birch,compound,S
    R,Elsewhere,street,
"""
PEOPLE = """
    name,role,grid,telegram_id
    Ann,secretary,S,1
    Ben,leader,A,2
    Cas,deputy,A1,3
    Dot,volunteer,A,4
    Eve,property,B,5
    Gus,admin,S,7
    Hal,staff,S,8
"""
STATUSES = ("submitted", "assigned", "accepted", "resolved", "closed")


@pytest.fixture
async def community(database, import_files):
    """A street, and a request of each status in every grid but the roots."""
    await import_files(grids=GRIDS, people=PEOPLE)

    async def report(tx):
        for status in STATUSES:
            await tx.run(
                """INSERT INTO requests (number, resident_id, grid_id, words, urgency, status, responsible_id,
                                         confidential, created_at)
                   SELECT :status || g.code, 1, g.id, '', 'normal', :status, 1, FALSE, 0 FROM grids g
                   WHERE parent_id IS NOT NULL""",
                status=status,
            )
        return {row["code"]: row["id"] for row in await tx.all("SELECT id, code FROM grids")}

    return await database.transact(report)


async def test_what_is_not_done_is_counted_in_each_child_with_all_inside_it(database, community):
    def of(code):
        return database.read(lambda tx: kept.open_requests(tx, community[code]))

    # Three of the five statuses are open.
    assert await of("S") == {community["A"]: 12, community["B"]: 3}
    assert await of("A") == {community["A1"]: 6, community["A2"]: 3, kept.OWN: 3}
    assert await of("U") == {kept.OWN: 3}
    assert await of("R") == {}


async def test_the_grids_inside_are_counted_by_level_the_wide_ones_first(database, community):
    assert await database.read(lambda tx: kept.levels(tx, community["S"])) == [
        ("compound", 2),
        ("building", 2),
        ("unit", 1),
    ]
    assert await database.read(lambda tx: kept.levels(tx, community["U"])) == []


async def test_the_roster_has_the_grid_and_its_children_but_no_volunteers(database, community, now):
    async def work(tx):
        (ben,) = await tx.all("SELECT id FROM people WHERE name = 'Ben'")
        until = now + timedelta(days=2)
        await absences.begin(tx, person_id=ben["id"], delegate_id=None, since=now, until=until)
        return await kept.roster(tx, community["A"], now)

    found = await database.transact(work)
    assert [(one.name, one.role, one.linked, one.reachable) for one in found] == [
        ("Ben", Role.LEADER, True, False),
        ("Cas", Role.DEPUTY, True, False),
    ]
    assert [one.away_until for one in found] == [now + timedelta(days=2), None]


EVERYTHING = {"S", "A", "A1", "A2", "U", "B", "R"}


@pytest.mark.parametrize(
    ("name", "own", "sees"),
    [
        ("Ann", ["S"], EVERYTHING - {"R"}),
        ("Ben", ["A"], {"A", "A1", "A2", "U"}),
        ("Cas", ["A1"], {"A1", "U"}),
        ("Dot", [], set()),
        ("Eve", ["B"], {"B"}),
        ("Gus", ["S", "R"], EVERYTHING),
        ("Hal", ["S"], EVERYTHING - {"R"}),
    ],
)
async def test_everybody_sees_the_grids_of_their_posts_and_what_is_inside(
    database, community, now, *, name, own, sees
):
    async def work(tx):
        (one,) = await tx.all("SELECT id FROM people WHERE name = :name", name=name)
        who = tx, one["id"]
        return (
            [grid.code for grid in await my_grid.own(*who, now)],
            {code for code, grid_id in community.items() if await my_grid.may_see(*who, grid_id, now)},
            {
                code
                for code, grid_id in community.items()
                if await my_grid.may_see_coverage(*who, grid_id, now)
            },
            await my_grid.may_see_coverage(*who, 0, now),
        )

    covers = set() if name == "Eve" else sees  # the property company looks, and no more
    assert await database.transact(work) == (own, sees, covers, name == "Gus")


class Explaining:
    """Stands for a transaction; keeps how each statement would be carried out."""

    def __init__(self, tx):
        self._tx, self.steps = tx, []

    async def all(self, sql, /, **values):
        self.steps += [row["detail"] for row in await self._tx.all(f"EXPLAIN QUERY PLAN {sql}", **values)]
        return []


async def test_no_walk_through_all_requests_there_ever_were(sqlite):
    async def explained(tx):
        explaining = Explaining(tx)
        await kept.open_requests(explaining, 1)
        return [step for step in explaining.steps if "requests" in step]

    assert await sqlite.read(explained) == [
        "SCAN requests USING INDEX ix_requests_queue",
        "SCAN requests USING INDEX ix_requests_open_responsible",
    ]
