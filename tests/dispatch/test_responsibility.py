"""Who may act and who is asked, when posts end, accounts go and people sleep: told through the services."""

from datetime import timedelta

import pytest

from bot.clock import Ticker
from bot.dispatch import acquaintance, claims, escalations, intake, outcomes
from bot.dispatch.refusals import NotYours
from storage import deadlines, drafts, events, groups, people, requests
from storage.records import Act, RequestStatus

GRIDS = """
    code,name,level,parent
    K,Community,community,
    C,Compound,compound,K
    B,Building,building,C
"""
PEOPLE = """
    name,role,grid,phone,telegram_id
    Li,leader,B,13900000001,101
    Chen,leader,C,13900000002,102
    Ma,secretary,K,13900000003,103
    Guan,admin,K,13900000004,104
    Zhou,volunteer,K,13900000005,
"""


class Community:
    """The imported community, and acts in it, each in a transaction of its own."""

    def __init__(self, database, rules, now):
        self.database, self.rules, self.now = database, rules, now

    async def does(self, name, act, *args, **named):
        async def work(tx):
            person = await self.person(tx, name)
            return await act(tx, person, *args, rules=self.rules, now=self.now, **named)

        return await self.database.transact(work)

    async def person(self, tx, name):
        row = await tx.one("SELECT id FROM people WHERE name = :name", name=name)
        return await people.get(tx, row["id"])

    async def report(self, name):
        async def work(tx):
            person = await self.person(tx, name)
            grid = await intake.grid_of_poster(tx, "B")
            draft = await drafts.start(tx, person_id=person.id, words="leak", grid_id=grid, now=self.now)
            await tx.run("UPDATE drafts SET not_sure = TRUE WHERE id = :id", id=draft.id)
            draft = await drafts.current(tx, person.id)
            return await intake.submit(tx, person, draft, rules=self.rules, now=self.now)

        return (await self.database.transact(work)).id

    async def passes(self, **time):
        """Time goes by, and what is due rings."""
        self.now += timedelta(**time)
        while due := await self.database.read(lambda tx: deadlines.due(tx, self.now, 1)):
            await self.database.transact(
                lambda tx, due=due: escalations.ring(tx, due[0], rules=self.rules, now=self.now)
            )

    async def request(self, id_):
        return await self.database.read(lambda tx: requests.get(tx, id_))

    async def responsible(self, id_):
        async def work(tx):
            request = await requests.get(tx, id_)
            person = request.responsible_id and await people.get(tx, request.responsible_id)
            return person and person.name

        return await self.database.read(work)

    async def told(self, id_):
        """Whom each escalation reached, in order."""

        async def work(tx):
            ids = [
                person
                for event in await events.of_request(tx, id_)
                if event.act is Act.ESCALATE
                for person in event.data["to"]
            ]
            return [(await people.get(tx, person)).name for person in ids]

        return await self.database.read(work)


@pytest.fixture
async def community(database, import_files, rules, now):
    await import_files(grids=GRIDS, people=PEOPLE)
    here = Community(database, rules, now - timedelta(hours=9))  # nine in the morning
    for name in ("Li", "Chen", "Ma", "Guan"):
        await here.does(name, acquaintance.within_reach)

    async def moves_in(tx):
        wang = await people.add(tx, name="Wang", telegram_id=200, language=None, now=here.now)
        await people.set_reachable(tx, wang.id, True)

    await database.transact(moves_in)
    return here


async def test_after_the_administrators_nobody_below_is_told(community):
    id_ = await community.report("Wang")
    await community.passes(hours=2)
    await community.passes(hours=4)
    await community.passes(days=1)
    assert await community.told(id_) == ["Chen", "Ma", "Guan"]
    await community.does("Guan", outcomes.accept, id_)
    await community.passes(days=4)
    assert await community.told(id_) == ["Chen", "Ma", "Guan"]


async def test_of_what_an_administrator_does_not_solve_no_leader_below_is_told(community):
    id_ = await community.report("Wang")
    await community.does("Guan", outcomes.accept, id_)
    await community.passes(days=4)
    assert await community.told(id_) == []


async def test_who_was_told_and_then_lost_the_post_may_act_no_longer(community, import_files):
    id_ = await community.report("Wang")
    await community.passes(hours=2)
    assert await community.told(id_) == ["Chen"]
    await import_files(prune=True, at=community.now, people=PEOPLE.replace("Chen,leader", "Chen,volunteer"))
    with pytest.raises(NotYours):
        await community.does("Chen", outcomes.accept, id_)


async def test_not_solved_goes_on_at_once_if_no_message_reaches_the_one_responsible(community):
    id_ = await community.report("Wang")
    await community.does("Li", outcomes.accept, id_)
    await community.does("Li", outcomes.resolve, id_, "done")
    await community.does("Li", acquaintance.out_of_reach)
    await community.does("Wang", outcomes.reopen, id_, "still leaks")
    assert await community.responsible(id_) == "Chen"
    assert (await community.request(id_)).status is RequestStatus.ASSIGNED


async def test_what_waits_for_an_account_that_an_import_takes_away_goes_on_at_once(community, import_files):
    id_ = await community.report("Wang")
    given_away = PEOPLE.replace("0001,101", "0001,").replace("0005,", "0005,101")
    await import_files(at=community.now, people=given_away)
    assert await community.responsible(id_) == "Chen"


async def test_back_in_the_queue_until_somebody_is_in_reach(community):
    id_ = await community.report("Wang")
    for name in ("Li", "Chen", "Ma"):
        await community.does(name, acquaintance.out_of_reach)
    assert (await community.responsible(id_), (await community.request(id_)).status) == (
        None,
        RequestStatus.SUBMITTED,
    )
    await community.does("Ma", acquaintance.within_reach)
    assert await community.responsible(id_) == "Ma"


async def test_a_post_that_ends_by_itself_is_noticed_and_its_requests_go_on(community, import_files):
    id_ = await community.report("Wang")
    await community.does("Li", outcomes.accept, id_)
    dated = PEOPLE.replace("telegram_id", "telegram_id,until").replace("0001,101", "0001,101,2026-03-03")
    await import_files(at=community.now, people=dated)
    ticker = Ticker(community.database, community.rules, lambda: community.now)
    await ticker.look_at_posts()
    assert await community.responsible(id_) == "Li"
    community.now += timedelta(days=2)
    await ticker.look_at_posts()
    assert await community.responsible(id_) == "Chen"


async def test_the_result_is_what_everybody_on_any_task_has_said(community):
    id_ = await community.report("Wang")

    async def bound(tx, leader, **_):
        grid_id = await intake.grid_of_poster(tx, "B")
        return await groups.bind(
            tx, chat_id=-1, thread_id=0, grid_id=grid_id, title="g", by_id=leader.id, now=community.now
        )

    group = await community.does("Li", bound)
    first, second = [
        await community.does("Li", outcomes.offer, id_, group_id=group, places=1) for _ in range(2)
    ]
    await community.does("Chen", claims.claim, first, -1)
    await community.does("Ma", claims.claim, second, -1)
    await community.does("Chen", claims.finish, first, "pumped")
    assert (await community.request(id_)).status is RequestStatus.ACCEPTED
    await community.does("Ma", claims.finish, second, "mended")
    assert (await community.request(id_)).result == "pumped\nmended"
