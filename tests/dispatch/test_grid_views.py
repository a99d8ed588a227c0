"""What a picture of a grid shows is how the grid stands."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot import grid_views
from bot.pictures.view import State
from storage import absences, grids, people

GRIDS = """
    code,name,level,parent,dedicated
    XY,向阳社区,community,,
    JX,锦绣苑,compound,XY,
    JX3,3号楼,building,JX,
    JX3-1,1单元,unit,JX3,
    JX3-2,2单元,unit,JX3,
    JX4,锦绣苑4号楼,building,JX,
    JX4-1,1单元,unit,JX4,
    HS,红山院,compound,XY,
    SCH,第二小学,school,XY,yes
    LAB,实验楼,building,XY,
"""
PEOPLE = """
    name,role,grid,telegram_id
    陈网格长,leader,JX,2001
    吴副网格长,deputy,JX,
    李楼长,leader,JX3,2002
    何单元长,leader,JX3-2,
    马校长,leader,SCH,2003
    白物业,property,HS,2004
    孙楼长,leader,LAB,2005
    孙副楼长,deputy,LAB,
"""
ZONE = ZoneInfo("Asia/Shanghai")


@pytest.fixture
async def view(database, import_files, now):
    """How the grid with this code stands. Everybody with an account has opened the bot."""
    await import_files(grids=GRIDS, people=PEOPLE)
    await database.transact(lambda tx: tx.run("UPDATE people SET reachable = TRUE"))

    async def look(code):
        async def work(tx):
            grid = await grids.by_code(tx, code)
            return await grid_views.look(tx, grid.id, zone=ZONE, now=now)

        return await database.read(work)

    return look


@pytest.fixture
def request_in(database, now):
    """A request of this status in the grid with this code."""

    async def add(code, status):
        async def work(tx):
            grid = await grids.by_code(tx, code)
            resident = await people.add(
                tx, name="王", telegram_id=grid.id * 100 + add.count, language=None, now=now
            )
            add.count += 1
            await tx.run(
                """INSERT INTO requests (number, resident_id, grid_id, words, urgency, confidential, status,
                       created_at) VALUES (:number, :by, :grid, '', 'normal', FALSE, :status, :now)""",
                number=f"N{add.count}{code}",
                by=resident.id,
                grid=grid.id,
                status=status,
                now=now,
            )

        await database.transact(work)

    add.count = 0
    return add


def states(seen):
    return {child.name: (child.leader, child.state) for child in seen.children}


async def test_each_part_has_its_leader_or_why_there_is_none(view, database, now):
    seen = await view("XY")
    assert states(seen) == {
        "锦绣苑": ("陈网格长", State.LINKED),
        "红山院": ("", State.VACANT),
        "第二小学": ("马校长", State.LINKED),
        "实验楼": ("孙楼长", State.LINKED),
    }
    assert [child.dedicated for child in seen.children] == [False, False, True, False]
    assert f"{seen.now:%H:%M}" == "18:00"

    async def turn_bad(tx):
        principal, builder = await people.by_telegram(tx, 2003), await people.by_telegram(tx, 2005)
        await people.set_reachable(tx, principal.id, False)
        until = now + timedelta(days=3)
        await absences.begin(tx, person_id=builder.id, delegate_id=None, since=now, until=until)

    await database.transact(turn_bad)
    later = states(await view("XY"))
    assert later["第二小学"] == ("马校长", State.UNREACHABLE)
    assert later["实验楼"] == ("孙楼长", State.AWAY)


async def test_where_somebody_stands_in_nobody_is_missing(view, database, now):
    async def goes_away(tx, who, delegate):
        leader, other = await people.by_telegram(tx, who), await people.by_telegram(tx, delegate)
        until = now + timedelta(days=3)
        await absences.begin(tx, person_id=leader.id, delegate_id=other.id, since=now, until=until)

    await database.transact(lambda tx: goes_away(tx, 2001, 2005))
    assert states(await view("XY"))["锦绣苑"] == ("孙楼长", State.COVERED)
    await database.transact(lambda tx: goes_away(tx, 2005, 2003))  # nobody stands in for a stand-in
    later = states(await view("XY"))
    assert later["锦绣苑"] == ("陈网格长", State.AWAY)
    assert later["实验楼"] == ("马校长", State.COVERED)
    await database.transact(lambda tx: tx.run("UPDATE people SET reachable = FALSE WHERE telegram_id = 2003"))
    assert states(await view("XY"))["实验楼"] == ("孙楼长", State.AWAY)


async def test_nobody_without_a_post_stands_in(view, database, now):
    async def work(tx):
        leader, other = await people.by_telegram(tx, 2001), await people.by_telegram(tx, 2005)
        until = now + timedelta(days=3)
        await absences.begin(tx, person_id=leader.id, delegate_id=other.id, since=now, until=until)
        await tx.run("UPDATE posts SET ended_at = :now WHERE person_id = :id", now=now, id=other.id)

    await database.transact(work)
    assert states(await view("XY"))["锦绣苑"] == ("陈网格长", State.AWAY)


async def test_a_unit_is_looked_after_by_its_building_where_that_has_somebody(view):
    assert states(await view("JX3")) == {
        "1单元": ("3号楼", State.COVERED),
        "2单元": ("何单元长", State.UNLINKED),
    }
    assert states(await view("JX4")) == {"1单元": ("", State.VACANT)}


async def test_a_grid_without_parts_stands_for_itself(view, request_in):
    await request_in("HS", "assigned")
    seen = await view("HS")
    assert [(child.name, child.open) for child in seen.children] == [("红山院", 1)]
    assert seen.open == 1


async def test_what_is_not_done_is_counted_with_all_that_lies_inside(view, request_in):
    for code, status in (
        ("JX3-2", "submitted"),
        ("JX3", "assigned"),
        ("JX", "accepted"),
        ("HS", "resolved"),
        ("HS", "closed"),
        ("XY", "assigned"),
    ):
        await request_in(code, status)
    seen = await view("XY")
    assert {child.name: child.open for child in seen.children if child.open} == {"锦绣苑": 3}
    assert seen.open == 4


async def test_of_a_grid_that_is_not_there_there_is_no_view(database, now):
    assert await database.read(lambda tx: grid_views.look(tx, 99, zone=ZONE, now=now)) is None
