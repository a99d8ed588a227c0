"""What somebody says reaches the other side, whoever says it, in whatever state, and nobody else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import Renderer
from bot.dispatch import talk
from bot.dispatch.permissions import Relation
from bot.dispatch.refusals import NotYours, TalkOver
from storage import events, groups, outbox, people, pieces, requests, tasks
from storage.records import Act, ClaimStatus, Event, Lane, PieceKind, Purpose, Request, RequestStatus, Urgency

GRIDS = """
    code,name,level,parent
    C,锦绣苑,compound,
    B,9号楼,building,C
"""
PEOPLE = """
    name,role,grid,phone,telegram_id
    李楼长,leader,B,13900000001,7770001
    马书记,secretary,C,13900000002,7770002
    管理员,admin,C,13900000003,7770003
    赵志愿,volunteer,C,13900000004,7770004
    钱志愿,volunteer,C,13900000005,7770005
    孙楼长,member,C,13900000006,7770006
    王阿姨,member,C,13900000007,7770007
"""
ACCOUNTS = {
    "responsible": 7770001,
    "supervisor": 7770002,
    "admin": 7770003,
    "claimant": 7770004,
    "former claimant": 7770005,
    "stranger": 7770006,
    "resident": 7770007,
}
OTHERS = {"responsible", "supervisor", "admin", "claimant"}
ENDS = {
    RequestStatus.CLOSED: Act.CONFIRM,
    RequestStatus.DECLINED: Act.DECLINE,
    RequestStatus.CANCELLED: Act.CANCEL,
}


@pytest.fixture
async def street(database, rules, now, import_files):
    await import_files(grids=GRIDS, people=PEOPLE)
    return Street(database, rules, now)


class Street:
    """One request, and people of every relation to it."""

    def __init__(self, database, rules, now):
        self.database, self.rules, self.now = database, rules, now
        self.who = {}
        self.number = 0

    async def begin(self, tx, status=RequestStatus.ACCEPTED, *, ended=timedelta(hours=1)):
        for name, account in ACCOUNTS.items():
            person = await people.by_telegram(tx, account)
            await people.set_reachable(tx, person.id, True)
            self.who[name] = replace(person, reachable=True)
        request = await self._request(tx, status)
        await requests.supervise(
            tx, request_id=request.id, person_id=self.who["supervisor"].id, grid_id=1, level=1, now=self.now
        )
        await self._claims(tx, request)
        if status in ENDS:
            await events.add(
                tx, request_id=request.id, act=ENDS[status], by_id=None, at=self.now - ended, data={}
            )
        return request

    async def _request(self, tx, status):
        request = Request(
            id=0, number=f"K7D{self.number}", resident_id=self.who["resident"].id, category_id=None,
            grid_id=2, words="w", urgency=Urgency.NORMAL, confidential=False, status=status,
            responsible_id=None, responsible_grid_id=None, level=0, reopened=0, result=None, confirmed=False,
            version=1, created_at=self.now, closed_at=None,
        )  # fmt: skip
        self.number += 1
        request = replace(request, id=await requests.add(tx, request))
        if status is not RequestStatus.SUBMITTED:
            answers = self.who["responsible"].id
            request = replace(request, responsible_id=answers, responsible_grid_id=2, version=2)
            await requests.save(tx, request, was=1)
        return request

    async def _claims(self, tx, request):
        leader = self.who["responsible"].id
        group = await groups.bound(tx, -1, 0)
        group_id = group.id if group else await groups.bind(
            tx, chat_id=-1, thread_id=0, grid_id=1, title="g", by_id=leader, now=self.now
        )  # fmt: skip
        task_id = await tasks.add(
            tx, request_id=request.id, group_id=group_id, places=5, words="w", by_id=leader, now=self.now
        )
        for name in ("claimant", "former claimant"):
            await tasks.add_claim(tx, task_id=task_id, person_id=self.who[name].id, now=self.now)
        claim = await tasks.live_claim(tx, task_id, self.who["former claimant"].id)
        await tasks.save_claim(tx, claim.id, status=ClaimStatus.WITHDRAWN, result="no", now=self.now)

    async def says(self, tx, name, request, to=None):
        """Who hears it, by name; every message is taken out of the outbox again."""
        row = await tx.one("SELECT count(*) AS n FROM pieces")
        piece = await pieces.add(
            tx, person_id=self.who[name].id, chat_id=1, message_id=row["n"] + 1, kind=PieceKind.TEXT,
            words="水管", file_id=None, latitude=None, longitude=None, album=None, purpose=Purpose.TALK,
            now=self.now, request_id=request.id,
        )  # fmt: skip
        to_id = self.who[to].id if to else None
        passed = await talk.say(
            tx, self.who[name], request.id, piece, to=to_id, rules=self.rules, now=self.now
        )
        waiting = await outbox.waiting(tx, Lane.WORK, after=0, limit=100)
        said = [await outbox.pending(tx, row.id) for row in waiting]
        names = {person.id: name for name, person in self.who.items()}
        assert [message.person_id for message in said] == list(passed.to)
        for message in said:
            await outbox.finish(tx, message, "sent")
        return {names[message.person_id] for message in said}, said


def others_in(status):
    """Who is on the other side of the resident."""
    return OTHERS - {"responsible"} if status is RequestStatus.SUBMITTED else OTHERS


@pytest.mark.parametrize("status", RequestStatus)
async def test_for_every_relation_and_state_words_reach_the_other_side_and_nobody_else(street, status):
    async def work(tx):
        request = await street.begin(tx, status)
        office = "admin" if status is RequestStatus.SUBMITTED else "responsible"
        parties = others_in(status)
        for name in ACCOUNTS:
            for to in (None, *ACCOUNTS):
                if name not in parties | {"resident"}:
                    with pytest.raises(NotYours):
                        await street.says(tx, name, request, to)
                    continue
                heard, _ = await street.says(tx, name, request, to)
                if name == "resident":
                    assert heard == {to if to in parties else office}
                else:
                    assert heard == {"resident"}

    await street.database.transact(work)


@pytest.mark.parametrize("status", RequestStatus)
async def test_what_is_relayed_shows_name_and_role_and_never_an_account_and_to_no_stranger(street, status):
    async def work(tx):
        request = await street.begin(tx, status)
        render = Renderer(street.rules, "zh-CN")
        for name in {"resident", *others_in(status)}:
            _, said = await street.says(tx, name, request)
            for message in said:
                shown = await render(tx, message, None, street.now)
                assert f"#{request.number}" in shown.text
                assert street.who[name].name in shown.text
                told = [str(account) for account in ACCOUNTS.values()] + ["1390000", "tg://", "@"]
                assert not any(secret in shown.text for secret in told)
                for other in ("stranger", "former claimant"):
                    forged = replace(message, person_id=street.who[other].id)
                    assert await render(tx, forged, None, street.now) is None

    await street.database.transact(work)


@pytest.mark.parametrize("status", ENDS)
async def test_a_day_after_the_end_nobody_says_anything_any_more(street, status):
    async def work(tx):
        request = await street.begin(tx, status, ended=timedelta(days=1))
        for name in ("resident", *OTHERS):
            with pytest.raises(TalkOver):
                await street.says(tx, name, request)
        assert await talk.candidates(tx, street.who["resident"], street.now) == []

    await street.database.transact(work)


async def test_whom_no_message_reaches_is_not_written_to(street):
    async def work(tx):
        request = await street.begin(tx)
        for name in ("responsible", "claimant"):
            await people.set_reachable(tx, street.who[name].id, False)
        assert (await street.says(tx, "resident", request, "claimant"))[0] == {"admin"}
        await people.set_reachable(tx, street.who["resident"].id, False)
        assert (await street.says(tx, "admin", request))[0] == set()

    await street.database.transact(work)


async def test_what_somebody_may_be_talking_about(street):
    async def candidates(tx, name):
        found = await talk.candidates(tx, street.who[name], street.now)
        return [request.number for request in found]

    async def work(tx):
        request = await street.begin(tx)
        assert await candidates(tx, "resident") == [request.number]
        assert await candidates(tx, "claimant") == [request.number]
        for name in ("responsible", "supervisor", "admin", "former claimant", "stranger"):
            assert await candidates(tx, name) == []
        await street.says(tx, "supervisor", request)
        assert await candidates(tx, "supervisor") == [request.number]
        for _ in range(talk.MOST):
            request = await street.begin(tx)
        assert len(await candidates(tx, "resident")) == talk.MOST
        assert (await candidates(tx, "resident"))[0] == request.number

    await street.database.transact(work)


HOURS = st.integers(min_value=0, max_value=100)


@given(status=st.sampled_from(RequestStatus), hours=HOURS)
def test_talk_stays_open_for_a_day_after_the_end(status, hours):
    now = datetime(2026, 3, 3, tzinfo=UTC)
    request = _bare(status, now)
    history = [Event(1, 1, None, ENDS.get(status, Act.ACCEPT), None, now - timedelta(hours=hours), {})]
    assert talk.is_open(request, history, now) == (status not in ENDS or hours < 24)


def _bare(status, now):
    return Request(
        id=1, number="K7D2", resident_id=12, category_id=None, grid_id=3, words="w", urgency=Urgency.NORMAL,
        confidential=False, status=status, responsible_id=1, responsible_grid_id=3, level=0, reopened=0,
        result=None, confirmed=False, version=1, created_at=now, closed_at=None,
    )  # fmt: skip


def test_an_appealed_and_again_declined_request_counts_from_its_last_end(now):
    acts = [(Act.DECLINE, 100), (Act.APPEAL, 99), (Act.DECLINE, 5)]
    history = [Event(1, 1, None, act, None, now - timedelta(hours=hours), {}) for act, hours in acts]
    assert talk.is_open(_bare(RequestStatus.DECLINED, now), history, now)


def test_whose_request_it_is_speaks_as_the_resident():
    assert talk.speaks_as({Relation.ADMIN, Relation.RESIDENT}) is Relation.RESIDENT
    assert talk.speaks_as({Relation.CLAIMANT, Relation.RESPONSIBLE}) is Relation.RESPONSIBLE
