"""What waits for the office and could come to somebody who is there now: that alone is looked at again."""

from datetime import UTC, datetime, timedelta

import pytest

from storage import absences, people, requests

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
GRIDS = {1: None, 2: 1, 3: 1}
"""Two compounds in a community; in each a request waits, which has the number of the grid."""
FIRST = """INSERT INTO categories (code, names, first, position) VALUES ('W', '{}', '{"":"Water"}', 0)"""


@pytest.fixture
def waiting(database):
    """The grids of what could come to somebody with these posts (role, grid, organisation), or who stands in
    for somebody with them."""

    async def run(*posts, stands_in=False, ended=False):
        async def work(tx):
            for id_, parent in GRIDS.items():
                await tx.run(
                    """INSERT INTO grids (id, code, name, level, parent_id, position)
                       VALUES (:id, :code, :code, 'grid', :parent, 0)""",
                    id=id_,
                    code=str(id_),
                    parent=parent,
                )
            one, other = [
                (await people.add(tx, name="", telegram_id=number, language=None, now=NOW)).id
                for number in (1, 2)
            ]
            for id_ in GRIDS:
                await tx.run(
                    """INSERT INTO requests (number, resident_id, grid_id, words, urgency, status, created_at)
                       VALUES (:number, :one, :grid, '', 'normal', 'submitted', :now)""",
                    number=f"R{id_}",
                    one=one,
                    grid=id_,
                    now=NOW,
                )
            await tx.run(FIRST)
            for role, grid, organisation in posts:
                await tx.run(
                    """INSERT INTO posts (person_id, role, grid_id, organisation, ended_at)
                       VALUES (:who, :role, :grid, :organisation, :ended)""",
                    who=one,
                    role=role,
                    grid=grid,
                    organisation=organisation,
                    ended=NOW if ended else None,
                )
            if stands_in:
                await tx.run("INSERT INTO posts (person_id, role) VALUES (:who, 'admin')", who=other)
                until = NOW + timedelta(days=1)
                await absences.begin(tx, person_id=one, delegate_id=other, since=NOW, until=until)
            found = await requests.queued_for(tx, other if stands_in else one, NOW)
            return [request.grid_id for request in found]

        return await database.transact(work)

    return run


@pytest.mark.parametrize(
    ("posts", "grids"),
    [
        ([("leader", 2, None)], [2]),
        ([("leader", 2, None), ("deputy", 3, None)], [2, 3]),
        ([("secretary", 1, None)], [1, 2, 3]),
        ([("property", 3, "Anju")], [3]),
        ([("staff", 1, None)], []),
        ([("admin", 1, None)], []),
        ([("volunteer", 1, None)], []),
        ([("volunteer", 2, "Anju")], []),
        ([("volunteer", 2, "Water")], [1, 2, 3]),
        ([], []),
    ],
)
async def test_it_is_what_lies_where_they_answer_or_all_for_an_organisation_named_first(
    waiting, posts, grids
):
    assert await waiting(*posts) == grids


async def test_for_whoever_stands_in_it_is_the_same(waiting):
    assert await waiting(("leader", 3, None), stands_in=True) == [3]


async def test_a_post_that_has_ended_brings_nothing(waiting):
    assert await waiting(("leader", 3, None), ended=True) == []
