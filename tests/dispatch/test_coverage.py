"""Where nobody answers: what counts as missing and what does not, and when the office hears of it."""

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.dispatch import coverage
from bot.dispatch.coverage import Gap
from bot.dispatch.policy import Policy
from bot.dispatch.rules import Rules
from storage import absences, grids, groups, schedules
from storage import coverage as kept
from storage.coverage import Found, Line
from storage.database import Database

GRIDS = """
    code,name,level,parent
    S,Street,street,
    A,Aspen,community,S
    B,Birch,community,S
    A1,Garden,compound,A
    A2,Court,compound,A
    T1,Tower,building,A1
    T2,House,building,A1
    U1,Unit 1,unit,T1
    U2,Unit 2,unit,T1
    U3,Unit 3,unit,T2
    M,Micro,micro-grid,A2
"""
PEOPLE = """
    name,role,grid,telegram_id,organisation
    Ann,secretary,S,1,
    Ben,leader,A,2,
    Cas,leader,T1,3,
    Dot,leader,A2,,
    Eve,staff,S,5,
    Fay,property,A1,6,Acme
    Gus,admin,S,7,
"""


@pytest.fixture
async def community(database: Database, import_files, now: datetime):
    """A street whose people have all opened the bot."""
    await import_files(grids=GRIDS, people=PEOPLE)
    await database.transact(lambda tx: tx.run("UPDATE people SET reachable = TRUE WHERE telegram_id > 0"))

    async def look(code: str | None = None) -> dict[Gap, list[tuple]]:
        async def work(tx):
            grid = (
                None if code is None else await tx.one("SELECT id FROM grids WHERE code = :code", code=code)
            )
            return await coverage.look(tx, grid and grid["id"], now)

        found = await database.transact(work)
        return {missing.gap: [shown(line) for line in missing.lines] for missing in found.missing}

    return look


def shown(line: Line) -> tuple:
    """What is told of it."""
    return (line.at, line.names, line.how_many) if line.names else (line.name, line.at)


async def do(database: Database, sql: str, **values) -> None:
    await database.transact(lambda tx: tx.run(sql, **values))


async def bind(database: Database, chat_id: int, code: str, now: datetime, *, muted: bool = False) -> None:
    async def work(tx):
        (grid,) = await tx.all("SELECT id FROM grids WHERE code = :code", code=code)
        (person,) = await tx.all("SELECT min(id) AS id FROM people")
        group = await groups.bind(
            tx,
            chat_id=chat_id,
            thread_id=0,
            grid_id=grid["id"],
            title=f"For {code}",
            by_id=person["id"],
            now=now,
        )
        await groups.set_muted(tx, group, now if muted else None)

    await database.transact(work)


async def test_wide_grids_and_buildings_with_nobody_are_told_by_the_grid_around_them(community):
    found = await community()
    assert found[Gap.VACANT] == [
        ("Street", ("Birch",), 1),
        ("Aspen", ("Garden",), 1),
        ("Court", ("Micro",), 1),
    ]
    assert found[Gap.BUILDINGS] == [("Garden", ("House",), 1)]


async def test_a_building_needs_nobody_where_each_unit_has_somebody(community, database):
    await do(
        database,
        """INSERT INTO posts (person_id, role, grid_id) SELECT p.id, 'leader', g.id FROM people p, grids g
           WHERE p.name = 'Eve' AND g.code = 'U3'""",
    )
    assert Gap.BUILDINGS not in await community()


async def test_whoever_looks_at_a_part_is_told_of_that_part(community, database, now):
    await bind(database, -1, "A", now)
    assert await community("A1") == {
        Gap.VACANT: [("Aspen", ("Garden",), 1)],
        Gap.BUILDINGS: [("Garden", ("House",), 1)],
    }
    assert await community("T1") == {}
    assert set(await community("A2")) == {Gap.VACANT, Gap.UNLINKED}


async def test_people_who_cannot_answer_are_named_with_their_grid(community, database, now):
    assert (await community())[Gap.UNLINKED] == [("Dot", "Court")]
    await do(database, "UPDATE people SET reachable = FALSE WHERE name IN ('Cas', 'Fay')")
    assert (await community())[Gap.UNREACHABLE] == [("Cas", "Tower")]

    async def away(tx, name, delegate):
        (one,) = await tx.all("SELECT id FROM people WHERE name = :name", name=name)
        other = await tx.all("SELECT id FROM people WHERE name = :name", name=delegate or "")
        until = now + timedelta(days=3)
        by = other[0]["id"] if other else None
        await absences.begin(tx, person_id=one["id"], delegate_id=by, since=now, until=until)

    await database.transact(lambda tx: away(tx, "Ben", None))
    await database.transact(lambda tx: away(tx, "Ann", "Eve"))
    assert (await community())[Gap.AWAY] == [("Ben", "Aspen")]
    await do(database, "UPDATE people SET reachable = FALSE WHERE name = 'Eve'")  # who stood in for Ann
    assert (await community())[Gap.AWAY] == [("Ann", "Street"), ("Ben", "Aspen")]


@pytest.mark.parametrize(
    ("bound", "without"),
    [
        ([], [("Street", "")]),
        (["S"], []),
        (["A"], [("Birch", "Street")]),
        (["A1", "B"], [("Court", "Aspen")]),
        (["T1", "B", "A2"], [("Garden", "Aspen")]),
    ],
)
async def test_a_group_is_missing_where_none_is_around_and_none_inside(
    community, database, now, bound, without
):
    for chat_id, code in enumerate(bound, -9):
        await bind(database, chat_id, code, now)
    assert (await community()).get(Gap.NO_GROUP, []) == without


@pytest.mark.usefixtures("community")
async def test_a_grid_without_a_group_has_the_code_by_which_one_is_bound(database, now):
    found = await database.read(lambda tx: coverage.look(tx, None, now))
    lines = [line for missing in found.missing for line in missing.lines if line.code]
    assert [(line.name, line.code) for line in lines] == [("Street", "S")]


async def test_a_part_without_a_group_is_told_so_whatever_is_missing_around_it(community):
    assert (await community("A1"))[Gap.NO_GROUP] == [("Garden", "Aspen")]


async def test_groups_the_bot_may_not_write_in_are_told(community, database, now):
    await bind(database, -1, "S", now, muted=True)
    assert (await community())[Gap.MUTED] == [("For S", "Street")]


async def test_a_group_whose_grid_has_left_the_tree_is_told(community, database, now):
    await bind(database, -10, "A2", now)
    await bind(database, -11, "M", now)
    await do(database, "UPDATE grids SET ended_at = :now WHERE code IN ('A2', 'M')", now=now)
    lost = [("For A2", "Court"), ("For M", "Micro")]
    assert (await community())[Gap.ADRIFT] == lost
    assert (await community("A"))[Gap.ADRIFT] == lost
    assert Gap.ADRIFT not in await community("B")
    await do(database, "UPDATE grids SET ended_at = :now WHERE code = 'S'", now=now)
    assert (await community())[Gap.ADRIFT] == lost


async def test_administrators_whom_nothing_reaches_are_missed(community, database):
    assert Gap.NO_ADMIN not in await community()
    await do(database, "UPDATE people SET reachable = FALSE WHERE name = 'Gus'")
    assert (await community())[Gap.NO_ADMIN] == []
    assert Gap.NO_ADMIN not in await community("A")


async def test_an_organisation_that_is_to_answer_first_and_has_nobody_is_told(community, database):
    await do(
        database,
        """INSERT INTO categories (code, names, position, first)
           VALUES ('X', '{}', 0, '{"": "leader", "trustee": "Acme", "mixed": "Lifts & Co"}')""",
    )
    assert (await community())[Gap.UNSERVED] == [("Lifts & Co", "")]


def test_nothing_is_missing_where_nothing_was_found():
    assert coverage.report(3, {Gap.VACANT: Found()}).missing == ()


# Once a week

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 3, 3, 9, tzinfo=SHANGHAI), datetime(2026, 3, 9, 9, tzinfo=SHANGHAI)),
        (datetime(2026, 3, 9, 8, 59, tzinfo=SHANGHAI), datetime(2026, 3, 9, 9, tzinfo=SHANGHAI)),
        (datetime(2026, 3, 9, 9, 0, 1, tzinfo=SHANGHAI), datetime(2026, 3, 16, 9, tzinfo=SHANGHAI)),
        (datetime(2026, 3, 8, 23, tzinfo=UTC), datetime(2026, 3, 9, 9, tzinfo=SHANGHAI)),
    ],
)
def test_the_report_is_due_on_monday_at_nine_where_the_community_is(now, due):
    assert coverage.next_after(now, Rules(Policy.builtin(), SHANGHAI)) == due


@pytest.mark.usefixtures("community")
async def test_the_office_is_told_once_however_many_weeks_were_missed(database, rules: Rules, now):
    async def send(at):
        async def work(tx):
            await coverage.send_weekly(tx, rules=rules, now=at)
            await coverage.send_weekly(tx, rules=rules, now=at)
            rows = await tx.all(
                """SELECT p.name, o.not_before FROM outbox o JOIN people p ON p.id = o.person_id
                   WHERE o.kind = 'coverage' ORDER BY o.id"""
            )
            await tx.run("DELETE FROM outbox")
            return sorted(row["name"] for row in rows), await schedules.due_at(tx, coverage.SCHEDULE)

        return await database.transact(work)

    first = coverage.next_after(now, rules)
    assert await send(now) == ([], first)
    assert await database.read(lambda tx: coverage.is_due(tx, first))
    assert await send(first) == (["Eve", "Gus"], first + timedelta(days=7))
    late = first + timedelta(days=30)
    assert await send(late) == (["Eve", "Gus"], coverage.next_after(late, rules))


@pytest.mark.usefixtures("community")
async def test_the_office_of_a_community_is_told_of_its_own_and_nobody_twice_of_the_same(database, now):
    """Staff of a community below a street; who has a post for both hears of the wider one."""
    for name, code in (("Cas", "A"), ("Eve", "A")):
        await do(
            database,
            """INSERT INTO posts (person_id, role, grid_id)
               SELECT p.id, 'staff', g.id FROM people p, grids g WHERE p.name = :name AND g.code = :code""",
            name=name,
            code=code,
        )

    async def told(tx):
        office = await kept.office(tx, now)
        names = {row["id"]: row["name"] for row in await tx.all("SELECT id, name FROM people")}
        codes = {row["id"]: row["code"] for row in await tx.all("SELECT id, code FROM grids")}
        return sorted((names[person_id], codes.get(grid_id, "")) for person_id, grid_id in office)

    assert await database.read(told) == [("Cas", "A"), ("Eve", "S"), ("Gus", "")]


@pytest.mark.usefixtures("community")
async def test_locations_are_given_with_where_it_was_unless_nobody_knows(database):
    async def send(tx, number, unplaced):
        await tx.run(
            """INSERT INTO requests (number, resident_id, grid_id, words, urgency, status, unplaced,
                                     created_at)
               SELECT :number, p.id, g.id, '', 'normal', 'closed', :unplaced, 1
               FROM people p, grids g WHERE p.name = 'Ann' AND g.code = 'A1'""",
            number=number,
            unplaced=unplaced,
        )
        await tx.run(
            """INSERT INTO pieces (person_id, chat_id, message_id, kind, latitude, longitude, purpose,
                                   request_id, created_at)
               SELECT resident_id, 1, id, 'location', 36.5, 101.25, 'report', id, 1
               FROM requests WHERE number = :number""",
            number=number,
        )

    await database.transact(lambda tx: send(tx, "L1", unplaced=False))
    await database.transact(lambda tx: send(tx, "L2", unplaced=True))
    ((longitude, latitude, grid_id),) = await database.read(lambda tx: kept.located(tx, 50))
    assert (longitude, latitude) == (101.25, 36.5)
    assert (await database.read(lambda tx: grids.get(tx, grid_id))).code == "A1"


@pytest.mark.usefixtures("community")
async def test_nobody_is_woken_by_a_report_that_is_late(database, rules: Rules, now):
    await database.transact(lambda tx: schedules.set_due(tx, coverage.SCHEDULE, now))
    at_night = datetime(2026, 3, 10, 23, tzinfo=SHANGHAI)

    async def work(tx):
        await coverage.send_weekly(tx, rules=rules, now=at_night)
        return await tx.all("SELECT not_before FROM outbox WHERE kind = 'coverage'")

    morning = datetime(2026, 3, 11, 7, tzinfo=SHANGHAI)
    assert {row["not_before"] for row in await database.transact(work)} == {int(morning.timestamp() * 1000)}


# A city

CITY = """INSERT INTO grids (id, code, name, level, parent_id, position)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
    SELECT i, 'G' || i, 'Grid ' || i,
        CASE WHEN i = 1 THEN 'street' WHEN i <= 101 THEN 'community' WHEN i <= 2101 THEN 'compound'
             WHEN i <= 22101 THEN 'building' ELSE 'unit' END,
        CASE WHEN i = 1 THEN NULL WHEN i <= 101 THEN 1 WHEN i <= 2101 THEN 2 + i % 100
             WHEN i <= 22101 THEN 102 + i % 2000 ELSE 2102 + i % 20000 END, i
    FROM n"""
CITIZENS = """INSERT INTO people (id, name, telegram_id, reachable, created_at)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    SELECT i, 'Person ' || i, CASE WHEN i % 3 > 0 THEN i END, i % 3 > 1, 0 FROM n"""
POSTS = """INSERT INTO posts (person_id, role, grid_id)
    SELECT id, 'leader', id * 3 FROM people"""


async def test_a_city_is_looked_at_in_a_moment(database, now):
    async def settle(tx):
        for sql in (CITY, CITIZENS, POSTS):
            await tx.run(sql)

    await database.transact(settle)
    began = time.perf_counter()
    found = await database.read(lambda tx: coverage.look(tx, None, now))
    took = time.perf_counter() - began
    assert found.grids == 60_000
    assert {missing.gap for missing in found.missing} >= {Gap.VACANT, Gap.UNLINKED, Gap.NO_GROUP}
    assert max(len(missing.lines) for missing in found.missing) <= coverage.NAMED
    assert took < 5  # under a second on a quiet machine
    print(f"\ncoverage of 60,000 grids: {took:.2f} s")
