"""Leave through the services, on both databases: who is proposed to answer meanwhile, and what twice does."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.clock import Ticker
from bot.dispatch import intake, leaves
from bot.dispatch.refusals import CannotStandIn, NoPost
from storage import absences, drafts, events, people, requests
from storage.records import Act

GRIDS = """
    code,name,level,parent
    K,Community,community,
    C,Compound,compound,K
    B,Building,building,C
"""
PEOPLE = """
    name,role,grid,phone,telegram_id
    Li,leader,B,13900000001,101
    Wu,deputy,B,13900000002,102
    Chen,leader,C,13900000003,103
    Ma,secretary,K,13900000004,104
    Zhou,volunteer,C,13900000005,105
"""


class Town:
    """The imported town, and acts in it, each in a transaction of its own."""

    def __init__(self, database, rules, now):
        self.database, self.rules, self.now = database, rules, now

    async def person(self, tx, name):
        row = await tx.one("SELECT id FROM people WHERE name = :name", name=name)
        return await people.get(tx, row["id"])

    async def leaves(self, name, stand_in=None, *, days=0):
        """Whether that changed anything."""
        last = self.now.astimezone(self.rules.zone).date() + timedelta(days=days)

        async def work(tx):
            who = await self.person(tx, name)
            stand_in_id = (await self.person(tx, stand_in)).id if stand_in else None
            return await leaves.begin(
                tx, who, last=last, stand_in_id=stand_in_id, rules=self.rules, now=self.now
            )

        return await self.database.transact(work)

    async def comes_back(self, name):
        async def work(tx):
            await leaves.come_back(tx, await self.person(tx, name), rules=self.rules, now=self.now)

        await self.database.transact(work)

    async def proposed(self, name):
        async def read(tx):
            who = await self.person(tx, name)
            others = await leaves.stand_ins(tx, who, self.now)
            found = await leaves.proposed(tx, who, others)
            return found and found.person.name

        return await self.database.read(read)

    async def report(self):
        async def work(tx):
            person = await self.person(tx, "Zhou")
            grid = await intake.grid_of_poster(tx, "B")
            draft = await drafts.start(tx, person_id=person.id, words="leak", grid_id=grid, now=self.now)
            draft = replace(draft, not_sure=True)
            return await intake.submit(tx, person, draft, rules=self.rules, now=self.now)

        return (await self.database.transact(work)).id

    async def assigned_to(self, id_):
        """To whom the request was given, one after the other."""

        async def read(tx):
            ids = [event.data["to"] for event in await events.of_request(tx, id_) if event.act is Act.ASSIGN]
            assert (await requests.get(tx, id_)).responsible_id == ids[-1]
            return [(await people.get(tx, each)).name for each in ids]

        return await self.database.read(read)

    async def said_to(self, name):
        """What they were told, or are about to be: that they stand in for whom, or no longer do."""

        async def read(tx):
            rows = await tx.all(
                """SELECT data FROM outbox WHERE kind = 'stand-in' AND person_id = :id AND status <> 'dropped'
                   ORDER BY id""",
                id=(await self.person(tx, name)).id,
            )
            said = [json.loads(row["data"]) for row in rows]
            names = [(await people.get(tx, each["for"])).name for each in said]
            words = ["over" if each["over"] else "begins" for each in said]
            return [f"{name} {word}" for name, word in zip(names, words, strict=True)]

        return await self.database.read(read)

    async def sends(self):
        """All that waits to be said is said, whenever it was to leave."""
        await self.database.transact(
            lambda tx: tx.run("UPDATE outbox SET status = 'sent' WHERE status = 'pending'")
        )


@pytest.fixture
async def town(database, import_files, rules, now):
    await import_files(grids=GRIDS, people=PEOPLE)
    made = Town(database, rules, now)

    async def opens(tx):
        for name in ("Li", "Wu", "Chen", "Ma", "Zhou"):
            await people.set_reachable(tx, (await made.person(tx, name)).id, True)

    await database.transact(opens)
    return made


async def test_the_nearest_is_proposed_until_somebody_has_been_chosen(town):
    assert [await town.proposed(name) for name in ("Li", "Wu", "Chen", "Ma")] == ["Wu", "Li", "Ma", None]


@pytest.mark.parametrize("chosen", ["Wu", "Chen", "Ma", None])
async def test_whoever_answered_the_last_time_is_proposed_again_and_so_is_nobody(town, chosen):
    await town.leaves("Li", "Chen")
    await town.leaves("Li", chosen, days=3)
    assert await town.proposed("Li") == chosen  # to change the leave
    await town.comes_back("Li")
    assert await town.proposed("Li") == chosen
    town.now += timedelta(days=400)
    assert await town.proposed("Li") == chosen


async def test_whoever_is_away_themselves_is_not_proposed_but_the_next_is(town):
    await town.leaves("Li", "Ma")
    await town.comes_back("Li")
    await town.leaves("Ma")
    assert await town.proposed("Li") == "Wu"
    await town.leaves("Wu")
    await town.leaves("Chen")
    assert await town.proposed("Li") is None


async def test_the_same_leave_twice_changes_nothing(town):
    id_ = await town.report()
    assert await town.leaves("Li", "Chen")
    assert not await town.leaves("Li", "Chen")
    town.now += timedelta(hours=1)
    assert not await town.leaves("Li", "Chen")
    assert await town.assigned_to(id_) == ["Li", "Chen"]
    assert await town.said_to("Chen") == ["Li begins"]


async def test_another_length_hands_nothing_on_again(town):
    id_ = await town.report()
    await town.leaves("Li", "Chen")
    for days in (6, 92, 1):
        assert await town.leaves("Li", "Chen", days=days)
    assert await town.assigned_to(id_) == ["Li", "Chen"]
    assert await town.said_to("Wu") == []


async def test_another_stand_in_has_what_comes_new_and_what_went_on_stays(town):
    before = await town.report()
    await town.leaves("Li", "Chen")
    await town.sends()
    assert await town.leaves("Li", "Ma")
    assert await town.assigned_to(before) == ["Li", "Chen"]
    assert await town.assigned_to(await town.report()) == ["Ma"]
    assert await town.said_to("Chen") == ["Li begins", "Li over"]
    assert await town.said_to("Ma") == ["Li begins"]


async def test_what_waits_for_the_morning_is_said_once_and_as_it_is_then(town):
    """However often it was changed at night; and what is about somebody else stays."""
    await town.leaves("Wu", "Chen")
    for days in (0, 3, 6):
        await town.leaves("Li", "Chen", days=days)
    assert await town.said_to("Chen") == ["Wu begins", "Li begins"]
    await town.leaves("Li", "Ma", days=6)
    assert await town.said_to("Chen") == ["Wu begins", "Li over"]
    await town.comes_back("Li")
    await town.leaves("Li", "Chen")
    assert await town.said_to("Chen") == ["Wu begins", "Li begins"]
    assert await town.said_to("Ma") == ["Li over"]
    await town.sends()
    await town.comes_back("Li")
    assert await town.said_to("Chen") == ["Wu begins", "Li begins", "Li over"]


async def test_what_is_refused_leaves_no_leave_behind(town):
    for stand_in in ("Li", "Zhou"):
        with pytest.raises(CannotStandIn):
            await town.leaves("Li", stand_in)
    with pytest.raises(NoPost):
        await town.leaves("Zhou")

    async def read(tx):
        return [await absences.newest_of(tx, (await town.person(tx, name)).id) for name in ("Li", "Zhou")]

    assert await town.database.read(read) == [None, None]


async def test_many_who_come_back_at_one_midnight_do_so_a_few_at_a_time(town, monkeypatch):
    monkeypatch.setattr(leaves, "AT_ONCE", 2)
    for name in ("Li", "Wu", "Chen"):
        await town.leaves(name)
    town.now += timedelta(days=1)

    async def over(tx):
        return await tx.all("SELECT 1 AS yes FROM absences WHERE ended_at IS NOT NULL")

    await town.database.transact(lambda tx: leaves.end_those_over(tx, rules=town.rules, now=town.now))
    assert len(await town.database.read(over)) == 2
    await Ticker(town.database, town.rules, lambda: town.now).look_at_posts()
    assert len(await town.database.read(over)) == 3


async def test_the_last_leave_is_remembered_however_many_others_had_since(town):
    await town.leaves("Li", "Chen")
    await town.comes_back("Li")
    for _ in range(3):
        await town.leaves("Wu")
        await town.comes_back("Wu")
    assert await town.proposed("Li") == "Chen"
