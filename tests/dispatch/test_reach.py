"""Whose tasks a person may take from outside a group: by a post around it, or by having helped there."""

import pytest

from storage import groups, people, tasks
from storage.records import ClaimStatus

GRIDS = """
    code,name,level,parent
    C,Community,community,
    A,East,compound,C
    A1,Building 1,building,A
    A2,Building 2,building,A
    B,West,compound,C
"""
PEOPLE = """
    name,role,grid,telegram_id,until
    Ann,volunteer,A,1,
    Bob,member,A1,2,
    Cid,leader,C,3,
    Dan,admin,C,4,
    Eve,volunteer,B,5,
    Flo,volunteer,A,6,2026-03-01
"""


@pytest.fixture
async def reach(database, import_files, now):
    """The codes of the grids whose groups somebody reaches; each grid has one, bound by the first person."""
    await import_files(grids=GRIDS, people=PEOPLE)

    async def bind_all(tx):
        for grid in await tx.all("SELECT id, code FROM grids ORDER BY id"):
            await groups.bind(
                tx, chat_id=-grid["id"], thread_id=0, grid_id=grid["id"], title="g", by_id=1, now=now
            )

    await database.transact(bind_all)

    async def of(telegram_id):
        async def look(tx):
            person = await people.by_telegram(tx, telegram_id)
            codes = {row["id"]: row["code"] for row in await tx.all("SELECT id, code FROM grids")}
            return {codes[group.grid_id] for group in await groups.in_reach(tx, person.id, now)}

        return await database.read(look)

    return of


@pytest.mark.parametrize(
    ("telegram_id", "reached"),
    [
        (1, {"C", "A", "A1", "A2"}),  # the grid, what is around it and what is inside
        (2, {"C", "A", "A1"}),
        (3, {"C", "A", "A1", "A2", "B"}),
        (4, {"C", "A", "A1", "A2", "B"}),
        (5, {"C", "B"}),
        (6, set()),  # the post has ended
    ],
)
async def test_a_post_reaches_the_groups_around_and_inside_its_grid(reach, telegram_id, reached):
    assert await reach(telegram_id) == reached


@pytest.mark.parametrize("how_it_ended", [None, *ClaimStatus])
async def test_having_taken_a_task_in_a_group_reaches_it_and_no_other(database, reach, now, how_it_ended):
    async def helped(tx):
        request = await tx.one(
            """INSERT INTO requests (number, resident_id, grid_id, words, urgency, status, confidential,
                   level, reopened, confirmed, created_at)
               SELECT 'AAAA', 1, id, 'w', 'normal', 'closed', :no, 0, 0, :no, :now
               FROM grids WHERE code = 'A1' RETURNING id, grid_id""",
            no=False,
            now=now,
        )
        group = await tx.one("SELECT id FROM groups WHERE grid_id = :id", id=request["grid_id"])
        task = await tasks.add(
            tx, request_id=request["id"], group_id=group["id"], places=1, words="w", by_id=1, now=now
        )
        flo = await people.by_telegram(tx, 6)
        await tasks.add_claim(tx, task_id=task, person_id=flo.id, now=now)
        if how_it_ended:
            await tx.run("UPDATE claims SET status = :status", status=how_it_ended)

    await database.transact(helped)
    assert await reach(6) == {"A1"}


async def test_a_group_that_is_bound_no_longer_is_out_of_reach(database, reach, now):
    await database.transact(
        lambda tx: tx.run("UPDATE groups SET ended_at = :now WHERE grid_id <> 1", now=now)
    )
    assert len(await reach(4)) == 1
