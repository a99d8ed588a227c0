"""Of an organisation of any size the few that are looked at hold whoever would be chosen among all of it."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot.dispatch import routing
from bot.dispatch.routing import First
from storage import absences, answering, grids, requests

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
FIRST = First("Water", "")
GRIDS = {1: None, 2: 1, 3: 2, 4: None}
"""The place is 3; 4 lies elsewhere."""
RESIDENT = 900


@dataclass
class One:
    """Somebody of the organisation. `away`: on leave; `delegate`: who stands in."""

    grid: int = 4
    linked: bool = True
    reachable: bool = True
    away: bool = False
    delegate: int | None = None
    open: int = 1
    role: str = "member"


async def settle(tx, people):
    """Insert people with the ids 1, 2, …"""
    for id_, parent in GRIDS.items():
        await tx.run(
            """INSERT INTO grids (id, code, name, level, parent_id, position)
               VALUES (:id, :code, :code, 'grid', :parent, 0)""",
            id=id_,
            code=f"G{id_}",
            parent=parent,
        )
    everybody = {**dict(enumerate(people, start=1)), RESIDENT: One()}
    await tx.many(
        """INSERT INTO people (id, name, telegram_id, reachable, created_at)
           VALUES (:id, :name, :telegram_id, :reachable, :now)""",
        [
            {
                "id": id_,
                "name": str(id_),
                "telegram_id": id_ if one.linked else None,
                "reachable": one.reachable,
                "now": NOW,
            }
            for id_, one in everybody.items()
        ],
    )
    of_it = {id_: one for id_, one in everybody.items() if id_ != RESIDENT}
    await tx.many(
        "INSERT INTO posts (person_id, role, grid_id, organisation) VALUES (:id, :role, :grid, 'Water')",
        [{"id": id_, "role": one.role, "grid": one.grid} for id_, one in of_it.items()],
    )
    await tx.many(
        """INSERT INTO requests (number, resident_id, grid_id, words, urgency, status, responsible_id,
                                 responsible_grid_id, created_at)
           VALUES (:number, :resident, 3, '', 'normal', 'accepted', :id, 4, :now)""",
        [
            {"number": f"R{id_}-{number}", "resident": RESIDENT, "id": id_, "now": NOW}
            for id_, one in of_it.items()
            for number in range(one.open)
        ],
    )
    for id_, one in of_it.items():
        if one.away:
            until = NOW + timedelta(days=3)
            await absences.begin(tx, person_id=id_, delegate_id=one.delegate, since=NOW, until=until)


async def chosen(tx, *, but=RESIDENT):
    """Who is chosen, or why nobody, and of how many."""
    path = await grids.path(tx, 3)
    posts = await answering.of_organisation(tx, "Water", 3, NOW, but=but)
    route = routing.choose(path, [], first=FIRST, firsts=posts, but={but})
    if not route.equals:
        return route.failed, len(posts)
    at_work = await requests.at_work(tx, {found.person.id for found in route.equals})
    return routing.lightest(route.equals, at_work).person.id, len(posts)


@pytest.fixture
def decided(database):
    """Who is chosen of these people, on each kind of database."""

    async def run(people, **how):
        async def work(tx):
            await settle(tx, people)
            return await chosen(tx, **how)

        return await database.transact(work)

    return run


async def test_the_25th_of_30_has_the_fewest(decided):
    assert await decided([One(open=3)] * 24 + [One(open=2)] + [One(open=3)] * 5) == (25, 20)


async def test_beyond_many_whom_no_message_reaches_the_next_place_is_asked(decided):
    people = [One(grid=2, reachable=False)] * 25 + [One(open=2), One(open=1)]
    assert await decided(people) == (27, 20)


async def test_the_nearest_is_asked_however_much_they_have_to_do(decided):
    assert await decided([One(open=0)] * 25 + [One(grid=2, open=4), One(grid=2, open=3)]) == (27, 20)


async def test_whoever_is_there_goes_before_whoever_stands_in_for_one_with_less_to_do(decided):
    people = [One(away=True, delegate=31, open=0)] * 29 + [One(open=5), One(grid=4, role="leader", open=6)]
    assert await decided(people) == (30, 20)


async def test_of_those_who_stand_in_it_is_who_has_the_fewest_themselves(decided):
    people = [One(away=True, delegate=31 + number % 2, open=0) for number in range(30)]
    there = [One(grid=1, role="leader", open=2), One(grid=1, role="leader", open=1)]
    assert await decided(people + there) == (32, 20)


async def test_the_resident_is_passed_over_among_many(decided):
    assert await decided([One(grid=2, open=0)] + [One(grid=1, open=3)] * 24 + [One(grid=1)], but=1) == (
        26,
        20,
    )


@pytest.mark.parametrize(
    ("people", "why"),
    [
        ([One(linked=False)] * 29 + [One(away=True)], "absent"),
        ([One(linked=False)] * 29 + [One(reachable=False)], "unreachable"),
        ([One(linked=False)] * 30, "unlinked"),
        ([], "vacant"),
    ],
)
async def test_why_nobody_of_many_answers_is_said_as_of_few(decided, people, why):
    assert (await decided(people))[0] == why


@pytest.mark.parametrize("seed", range(8))
async def test_among_a_few_it_is_the_same_as_among_all(database, monkeypatch, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    few_there, but = chance.random(), chance.randrange(1, 60)
    people = [
        One(
            grid=chance.choice([1, 2, 3, 4]),
            linked=chance.random() < 0.8,
            reachable=chance.random() < few_there,
            away=(away := chance.random() < 0.5),
            delegate=chance.choice([None, 1, 2, 3, 4]) if away else None,
            open=chance.randrange(6),
            role=chance.choice(["member", "leader"]),
        )
        for _ in range(60)
    ]

    async def work(tx):
        await settle(tx, people)
        few = await chosen(tx, but=but)
        monkeypatch.setattr(
            answering, "OF_ORGANISATION", answering.OF_ORGANISATION.replace("LIMIT 20", "LIMIT 1000")
        )
        return few, await chosen(tx, but=but)

    few, everybody = await database.transact(work)
    assert everybody[1] == 60
    assert few == (everybody[0], 20)
