"""What lies on whose desk, in which order."""

from datetime import timedelta

import pytest

from bot.dispatch import acquaintance, escalations, outcomes, responsibility
from storage import deadlines, desk, people, requests
from storage.records import Request, RequestStatus, Urgency

GRIDS = """
    code,name,level,parent
    K,Community,community,
    B,Building,building,K
"""
PEOPLE = """
    name,role,grid,phone,telegram_id
    Li,leader,B,13900000001,101
    Ma,secretary,K,13900000003,103
    Guan,admin,K,13900000004,104
    Wang,member,K,13900000006,200
"""


class Office:
    """Requests of Wang's come to Li; each act is a transaction of its own."""

    def __init__(self, database, rules, now):
        self.database, self.rules, self.now = database, rules, now

    async def does(self, name, act, *args):
        async def work(tx):
            return await act(tx, await self._person(tx, name), *args, rules=self.rules, now=self.now)

        return await self.database.transact(work)

    async def _person(self, tx, name):
        row = await tx.one("SELECT id FROM people WHERE name = :name", name=name)
        return await people.get(tx, row["id"])

    async def gets(self, number, resident="Wang"):
        async def work(tx):
            grid = await tx.one("SELECT id FROM grids WHERE code = 'B'")
            new = Request(
                id=0, number=number, resident_id=(await self._person(tx, resident)).id, category_id=None,
                grid_id=grid["id"], words="leak", urgency=Urgency.NORMAL, confidential=False,
                status=RequestStatus.SUBMITTED, responsible_id=None, responsible_grid_id=None, level=0,
                reopened=0, result=None, confirmed=False, version=1, created_at=self.now, closed_at=None,
            )  # fmt: skip
            id_ = await requests.add(tx, new)
            request = await requests.get(tx, id_)
            await responsibility.route(tx, request, rules=self.rules, now=self.now, why="submitted")
            return id_

        return await self.database.transact(work)

    async def passes(self, **time):
        self.now += timedelta(**time)
        while due := await self.database.read(lambda tx: deadlines.due(tx, self.now, 1)):
            await self.database.transact(
                lambda tx, due=due: escalations.ring(tx, due[0], rules=self.rules, now=self.now)
            )

    async def desk(self, name):
        """The numbers of (own, escalated, queue) and how much waits for residents."""

        async def read(tx):
            id_ = (await self._person(tx, name)).id
            parts = (
                await desk.own(tx, id_),
                await desk.escalated(tx, id_, self.now),
                await desk.queue(tx, id_, self.now),
            )
            numbers = [" ".join(item.number for item in part) for part in parts]
            return *numbers, await desk.waiting_for_resident(tx, id_)

        return await self.database.read(read)


@pytest.fixture
async def office(database, import_files, rules, now):
    await import_files(grids=GRIDS, people=PEOPLE)
    here = Office(database, rules, now - timedelta(hours=9))  # nine in the morning
    for name in ("Li", "Ma", "Guan", "Wang"):
        await here.does(name, acquaintance.within_reach)
    return here


async def test_the_latest_comes_first_then_the_soonest(office):
    accepted = await office.gets("AAAA")
    await office.does("Li", outcomes.accept, accepted)
    await office.gets("BBBB")
    await office.passes(hours=2)
    await office.gets("CCCC")
    assert await office.desk("Li") == ("BBBB CCCC AAAA", "", "", 0)


async def test_what_is_done_waits_for_the_resident_and_what_is_over_is_gone(office):
    first, second = await office.gets("AAAA"), await office.gets("BBBB")
    for id_ in (first, second):
        await office.does("Li", outcomes.accept, id_)
        await office.does("Li", outcomes.resolve, id_, "done")
    await office.does("Wang", outcomes.confirm, first)
    assert await office.desk("Li") == ("", "", "", 1)


async def test_what_was_escalated_lies_there_until_it_is_ones_own_or_over(office):
    id_ = await office.gets("AAAA")
    await office.passes(hours=2)
    assert await office.desk("Ma") == ("", "AAAA", "", 0)
    await office.does("Ma", outcomes.accept, id_)
    assert await office.desk("Ma") == ("AAAA", "", "", 0)
    assert await office.desk("Li") == ("", "", "", 0)


async def test_a_lost_post_takes_what_was_escalated_off_the_desk(office, import_files):
    await office.gets("AAAA")
    await office.passes(hours=2)
    without = PEOPLE.replace("Ma,secretary", "Ma,volunteer")
    await import_files(prune=True, at=office.now, people=without, grids=GRIDS)
    assert await office.desk("Ma") == ("", "", "", 0)


async def test_nobody_finds_their_own_request_in_the_queue(office):
    for name in ("Li", "Ma"):
        await office.does(name, acquaintance.out_of_reach)
    await office.gets("AAAA")
    await office.gets("BBBB", resident="Guan")
    assert await office.desk("Guan") == ("", "", "AAAA", 0)
