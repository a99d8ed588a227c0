"""Declining, appeals and passing on: to whom a request may go then, and to whom it never goes back."""

from datetime import timedelta

import pytest

from bot.dispatch import acquaintance, declining, outcomes, reassigning, responsibility
from bot.dispatch.refusals import CannotAnswer, NothingSaid, NotYours, TooLate
from storage import events, outbox, people, requests
from storage.records import Act, Request, RequestStatus, Urgency

GRIDS = """
    code,name,level,parent
    K,Community,community,
    C,Compound,compound,K
    B,Building,building,C
"""
PEOPLE = """
    name,role,grid,phone,telegram_id
    Li,leader,B,13900000001,101
    Bo,deputy,B,13900000005,105
    Chen,leader,C,13900000002,102
    Ma,secretary,K,13900000003,103
    Guan,admin,K,13900000004,104
    Wang,member,K,13900000006,200
"""
ALL = ("Li", "Bo", "Chen", "Ma", "Guan", "Wang")


class Community:
    """The imported community, and acts in it, each in a transaction of its own."""

    def __init__(self, database, rules, now):
        self.database, self.rules, self.now = database, rules, now

    async def person(self, tx, name):
        row = await tx.one("SELECT id FROM people WHERE name = :name", name=name)
        return await people.get(tx, row["id"])

    async def does(self, name, act, *args):
        async def work(tx):
            return await act(tx, await self.person(tx, name), *args, rules=self.rules, now=self.now)

        return await self.database.transact(work)

    async def asks(self, name="Wang"):
        """A request of somebody in the building; its id."""

        async def work(tx):
            grid = await tx.one("SELECT id FROM grids WHERE code = 'B'")
            resident = await self.person(tx, name)
            new = Request(
                id=0, number="K7D2", resident_id=resident.id, category_id=None, grid_id=grid["id"],
                words="leak", urgency=Urgency.NORMAL, confidential=False, status=RequestStatus.SUBMITTED,
                responsible_id=None, responsible_grid_id=None, level=0, reopened=0, result=None,
                confirmed=False, version=1, created_at=self.now, closed_at=None,
            )  # fmt: skip
            id_ = await requests.add(tx, new)
            await responsibility.route(
                tx, await requests.get(tx, id_), rules=self.rules, now=self.now, why="submitted"
            )
            return id_

        return await self.database.transact(work)

    async def leaves(self, *names):
        async def work(tx):
            for name in names:
                await acquaintance.out_of_reach(
                    tx, await self.person(tx, name), rules=self.rules, now=self.now
                )

        await self.database.transact(work)

    async def request(self, id_):
        return await self.database.read(lambda tx: requests.get(tx, id_))

    async def responsible(self, id_):
        request = await self.request(id_)
        person_id = request.responsible_id
        person = person_id and await self.database.read(lambda tx: people.get(tx, person_id))
        return person and person.name

    async def told(self, kind):
        rows = await self.database.read(
            lambda tx: tx.all(
                """SELECT p.name FROM outbox o JOIN people p ON p.id = o.person_id
                   WHERE o.kind = :kind ORDER BY o.id""",
                kind=kind,
            )
        )
        return [row["name"] for row in rows]

    async def candidates(self, id_):
        async def read(tx):
            request = await requests.get(tx, id_)
            return [one.person.name for one in await reassigning.candidates(tx, request, self.now)]

        return await self.database.read(read)

    async def id_of(self, name):
        return (await self.database.read(lambda tx: self.person(tx, name))).id


@pytest.fixture
async def community(database, import_files, rules, now):
    await import_files(grids=GRIDS, people=PEOPLE)
    here = Community(database, rules, now - timedelta(hours=9))  # nine in the morning
    for name in ALL:
        await here.does(name, acquaintance.within_reach)
    return here


async def test_declining_ends_it_and_leaves_time_to_appeal(community):
    id_ = await community.asks()
    await community.does("Li", declining.decline, id_, "not ours")
    request = await community.request(id_)
    assert request.status is RequestStatus.DECLINED
    assert request.closed_at == community.now
    assert request.reopen_until - community.now == timedelta(days=5)
    assert await community.told("declined") == ["Wang"]
    clocks = await community.database.read(lambda tx: tx.all("SELECT * FROM deadlines"))
    assert clocks == []


async def test_declining_and_appealing_need_a_reason(community):
    id_ = await community.asks()
    with pytest.raises(NothingSaid):
        await community.does("Li", declining.decline, id_, "  ")
    await community.does("Li", declining.decline, id_, "not ours")
    with pytest.raises(NothingSaid):
        await community.does("Wang", declining.appeal, id_, "")
    assert (await community.request(id_)).status is RequestStatus.DECLINED


async def test_only_who_answers_declines_and_only_the_resident_appeals(community):
    id_ = await community.asks()
    for name in ("Wang", "Bo", "Chen"):
        with pytest.raises(NotYours):
            await community.does(name, declining.decline, id_, "not ours")
    await community.does("Li", declining.decline, id_, "not ours")
    with pytest.raises(NotYours):
        await community.does("Li", declining.appeal, id_, "please")


async def test_what_is_accepted_is_declined_no_more(community):
    id_ = await community.asks()
    await community.does("Li", outcomes.accept, id_)
    with pytest.raises(TooLate):
        await community.does("Li", declining.decline, id_, "not ours")


async def test_an_appeal_goes_past_the_whole_level_that_declined(community):
    id_ = await community.asks()
    await community.does("Li", declining.decline, id_, "not ours")
    request = await community.does("Wang", declining.appeal, id_, "but it is")
    assert await community.responsible(id_) == "Chen"
    assert request.status is RequestStatus.ASSIGNED
    assert request.closed_at is None
    assert request.reopen_until is None
    assert await community.told("note-appealed") == ["Li"]
    answer = await community.database.read(
        lambda tx: tx.one("SELECT count(*) AS n FROM deadlines WHERE clock = 'answer' AND part = 1")
    )
    assert answer["n"] == 1
    history = await community.database.read(lambda tx: events.of_request(tx, id_))
    assert [event.act for event in history] == [Act.ASSIGN, Act.DECLINE, Act.APPEAL, Act.ASSIGN]


async def test_an_appeal_never_comes_back_to_who_declined_not_even_when_others_go(community):
    id_ = await community.asks()
    await community.does("Li", declining.decline, id_, "not ours")
    await community.does("Wang", declining.appeal, id_, "but it is")
    await community.does("Chen", declining.decline, id_, "not ours either")
    await community.does("Wang", declining.appeal, id_, "it is, it is")
    assert await community.responsible(id_) == "Ma"
    assert await community.candidates(id_) == ["Bo"]
    await community.leaves("Ma")
    assert await community.responsible(id_) is None
    assert (await community.request(id_)).status is RequestStatus.SUBMITTED
    await community.leaves("Li")
    await community.does("Li", acquaintance.within_reach)
    assert await community.responsible(id_) is None
    await community.does("Ma", acquaintance.within_reach)
    assert await community.responsible(id_) == "Ma"


async def test_an_appeal_against_an_administrator_waits_for_the_others(community):
    await community.leaves("Li", "Bo", "Chen", "Ma")
    id_ = await community.asks()
    await community.does("Guan", declining.decline, id_, "not ours")
    for name in ("Li", "Chen", "Ma"):
        await community.does(name, acquaintance.within_reach)
    await community.does("Wang", declining.appeal, id_, "but it is")
    assert (await community.request(id_)).status is RequestStatus.SUBMITTED


async def test_a_supervisor_whose_decline_was_appealed_supervises_it_no_more(community):
    id_ = await community.asks()
    ma = await community.id_of("Ma")
    await community.database.transact(
        lambda tx: requests.supervise(tx, request_id=id_, person_id=ma, grid_id=1, level=1, now=community.now)
    )
    await community.does("Ma", declining.decline, id_, "not ours")
    await community.does("Wang", declining.appeal, id_, "but it is")
    with pytest.raises(NotYours):
        await community.does("Ma", outcomes.accept, id_)
    with pytest.raises(NotYours):
        await community.does("Ma", declining.decline, id_, "not ours")
    await community.does("Guan", outcomes.accept, id_)
    assert await community.responsible(id_) == "Guan"


async def test_an_appeal_has_its_time(community):
    id_ = await community.asks()
    await community.does("Li", declining.decline, id_, "not ours")
    community.now += timedelta(days=5)
    with pytest.raises(TooLate):
        await community.does("Wang", declining.appeal, id_, "but it is")


async def test_a_leader_who_asks_for_themselves_is_no_candidate(community):
    id_ = await community.asks("Chen")
    assert await community.responsible(id_) == "Li"
    assert await community.candidates(id_) == ["Bo", "Ma"]
    with pytest.raises(CannotAnswer):
        await community.does("Li", reassigning.reassign, id_, await community.id_of("Chen"), "yours")


async def test_passing_on_needs_a_reason_a_right_and_somebody_else(community):
    id_ = await community.asks()
    bo, li = await community.id_of("Bo"), await community.id_of("Li")
    with pytest.raises(NothingSaid):
        await community.does("Li", reassigning.reassign, id_, bo, " ")
    with pytest.raises(TooLate):
        await community.does("Li", reassigning.reassign, id_, li, "myself")
    with pytest.raises(NotYours):
        await community.does("Chen", reassigning.reassign, id_, bo, "take it")
    await community.does("Guan", reassigning.reassign, id_, bo, "Li is ill")
    assert await community.responsible(id_) == "Bo"
    assert await community.told("note-moved") == ["Li"]
    assert await community.told("note-new-responsible") == ["Wang"]
    assert await community.told("request") == ["Li", "Bo"]


async def test_what_was_accepted_starts_anew_with_whom_it_is_passed_to(community):
    id_ = await community.asks()
    await community.does("Li", outcomes.accept, id_)
    await community.does("Li", reassigning.reassign, id_, await community.id_of("Ma"), "too big")
    rows = await community.database.read(lambda tx: tx.all("SELECT clock FROM deadlines WHERE part = 1"))
    assert [row["clock"] for row in rows] == ["answer"]
    assert (await community.request(id_)).status is RequestStatus.ASSIGNED


async def test_what_waited_for_who_declined_is_brought_to_who_answers_after_the_appeal(community):
    id_ = await community.asks()
    await community.does("Li", declining.decline, id_, "not ours")

    async def waits(tx, person, *, now, **_):
        morning = now + timedelta(hours=9)
        await outbox.say(
            tx, kind="said", person_id=person.id, request_id=id_, data={}, now=now, not_before=morning
        )

    async def readers(tx):
        rows = await tx.all(
            """SELECT p.name FROM outbox o JOIN people p ON p.id = o.person_id
               WHERE o.kind = 'said' AND o.status = 'pending'"""
        )
        return [row["name"] for row in rows]

    await community.does("Li", waits)
    await community.does("Wang", declining.appeal, id_, "it is")
    assert await community.database.read(readers) == ["Chen"]
