"""Who may have posters and pictures made, and that taps while they are made bring no more of them."""

import pytest

from bot.dispatch import drawings
from bot.dispatch.refusals import Gone, NotYours
from storage import jobs

GRIDS = """
    code,name,level,parent
    S,Street,street,
    A,Aspen,compound,S
    B,Birch,compound,S
"""
PEOPLE = """
    name,role,grid,telegram_id
    Ann,leader,A,1
    Ben,property,A,2
    Cas,volunteer,A,3
    Dot,secretary,S,4
"""


@pytest.fixture
async def orders(database, import_files, now):
    """Somebody orders something of a grid, by their names."""
    await import_files(grids=GRIDS, people=PEOPLE)

    async def look(tx):
        found = await tx.all("SELECT id, name AS called FROM people UNION ALL SELECT id, code FROM grids")
        return {row["called"]: row["id"] for row in found}

    ids = await database.read(look)

    async def order(who, kind, grid):
        who_and_where = {"person_id": ids[who], "grid_id": ids.get(grid, 0)}
        await database.transact(lambda tx: drawings.order(tx, kind, **who_and_where, now=now))

    return order


@pytest.fixture
def waiting(database):
    async def count():
        return (
            await database.read(lambda tx: tx.one("SELECT count(*) AS n FROM jobs WHERE status = 'pending'"))
        )["n"]

    return count


async def test_it_is_made_once_however_often_they_tap_and_again_when_it_is_there(
    database, orders, waiting, now
):
    for _ in range(3):
        await orders("Ann", "posters", "A")
    assert await waiting() == 1
    await orders("Ann", "grid-picture", "A")
    await orders("Dot", "posters", "A")
    await orders("Dot", "posters", "B")
    assert await waiting() == 4
    first = await database.read(lambda tx: jobs.next_pending(tx, now))
    await database.transact(lambda tx: jobs.done(tx, first.id))
    await orders("Ann", "posters", "A")
    assert await waiting() == 4


@pytest.mark.parametrize(
    ("ordered", "refusal"),
    [
        (("Ben", "posters", "A"), NotYours),
        (("Ann", "posters", "B"), NotYours),
        (("Ann", "grid-picture", "S"), NotYours),
        (("Cas", "grid-picture", "A"), NotYours),
        (("Dot", "posters", "gone"), Gone),
    ],
)
async def test_without_a_post_there_nothing_is_made(orders, waiting, ordered, refusal):
    with pytest.raises(refusal):
        await orders(*ordered)
    assert await waiting() == 0


async def test_a_property_company_may_have_the_picture(orders, waiting):
    await orders("Ben", "grid-picture", "A")
    assert await waiting() == 1
