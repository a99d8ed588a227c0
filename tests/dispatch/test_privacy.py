"""Whatever a resident writes, a group reads nothing that tells who they are; a claimant does, for a while."""

import itertools
import re
import unicodedata
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.cards import Renderer
from bot.dispatch import acquaintance, additions, claims, declining, intake, outcomes, rating
from bot.handlers.start import open_request
from bot.scene import Command, House
from storage import drafts, groups, people, pieces, requests, tasks
from storage.outbox import Address
from storage.records import Card, Lane, Message, PieceKind, Purpose, TaskStatus

GRIDS = """
    code,name,level,parent
    C,锦绣苑,compound,
    B,9号楼,building,C
    U,4单元,unit,B
"""
PEOPLE = """
    name,role,grid,phone,telegram_id
    李楼长,leader,B,13900000001,101
    赵志愿,volunteer,C,13900000002,102
    钱志愿,volunteer,C,13900000003,103
    欧阳秀英,member,C,13719491941,200
"""
# 1, 4 and 9 stand in no request number, so whatever is found of these was not masked.
PHONE = "13719491941"
IDENTITY = "11010119491019419X"
DOOR = "1904"
TOLD = (
    "欧阳秀英",
    "欧阳 秀英",
    PHONE,
    "+86 137 1949 1941",
    "137-1949-1941",
    "１３７１９４９１９４１",
    "一三七一九四九一九四一",
    f"{DOOR}室",
    f"4单元{DOOR}",
    f"9号楼{DOOR}室",
    IDENTITY,
    "110101 19491019 419X",
)
HARMLESS = (
    "水管漏水",
    "请快来",
    "，",
    " ",
    "我是",
    "楼道灯坏了。",
    "\n",
    "电话",
    "住在",
    "两天了",
    "!",
    "🚿",
    "<b>&",
    "3楼",
)
PIECES = st.lists(st.one_of(st.sampled_from(TOLD), st.sampled_from(HARMLESS)), min_size=1, max_size=9)
WORDS = st.builds(str.join, st.sampled_from(["，", " ", "\n", "。", "; "]), PIECES)


@pytest.fixture
async def scene(sqlite, rules, now, import_files):
    await import_files(grids=GRIDS, people=PEOPLE)
    limits = replace(rules.policy.limits, open_claims=1000)
    return Scene(sqlite, replace(rules, policy=replace(rules.policy, limits=limits)), now)


@pytest.fixture
def database(sqlite):
    """The import writes where the test reads."""
    return sqlite


class Scene:
    """One request after the other, from the resident's words to its end."""

    def __init__(self, database, rules, now):
        self.database, self.rules, self.now = database, rules, now
        self.ids = itertools.count(1)

    async def offered(self, words):
        """(request, task) of a report that was offered to the group, with two places."""

        async def work(tx):
            self.now += timedelta(days=1)
            for account in (101, 102, 103, 200):
                person = await people.by_telegram(tx, account)
                await acquaintance.within_reach(tx, person, rules=self.rules, now=self.now)
            leader, resident = await people.by_telegram(tx, 101), await people.by_telegram(tx, 200)
            group = await groups.bound(tx, -1, 0)
            group_id = group.id if group else await self.bound(tx, leader)
            grid_id = await intake.grid_of_poster(tx, "U")
            draft = await drafts.start(tx, person_id=resident.id, words=words, grid_id=grid_id, now=self.now)
            await tx.run("UPDATE drafts SET not_sure = TRUE WHERE id = :id", id=draft.id)
            draft = await drafts.current(tx, resident.id)
            request = await intake.submit(tx, resident, draft, rules=self.rules, now=self.now)
            task = await outcomes.offer(
                tx, leader, request.id, group_id=group_id, places=2, rules=self.rules, now=self.now
            )
            return request, task

        return await self.database.transact(work)

    async def bound(self, tx, leader):
        grid_id = await intake.grid_of_poster(tx, "C")
        return await groups.bind(
            tx, chat_id=-1, thread_id=0, grid_id=grid_id, title="红马甲", by_id=leader.id, now=self.now
        )

    async def volunteer(self, account, act, *args):
        async def work(tx):
            person = await people.by_telegram(tx, account)
            await act(tx, person, *args, rules=self.rules, now=self.now)

        await self.database.transact(work)

    async def sent(self, request, purpose):
        """What a message brings that shows a photo which was sent for this purpose."""

        async def work(tx):
            piece = await pieces.add(
                tx, person_id=request.resident_id, chat_id=200, message_id=next(self.ids),
                kind=PieceKind.PHOTO, words="", file_id="photo", latitude=None, longitude=None, album=None,
                purpose=purpose, now=self.now, request_id=request.id,
            )  # fmt: skip
            return {"pieces": [piece.id]}

        return await self.database.transact(work)

    async def shown(self, kind, request, task, *, account=None, edit=False, data=MappingProxyType({})):
        """What a message of this kind would say now, to the group or to a person."""

        async def work(tx):
            reader = None if account is None else (await people.by_telegram(tx, account)).id
            group = None if reader else (await groups.bound(tx, -1, 0)).id
            told = Message(
                next(self.ids), kind, Lane.WORK, reader, group, None, 0, None, request.id, task,
                {**data}, self.now, self.now, 0, 0,
            )  # fmt: skip
            card = Card(1, kind, reader, group, request.id, task, reader or -1, 1, {}, "") if edit else None
            return await Renderer(self.rules, "zh-CN")(tx, told, card, self.now)

        return await self.database.read(work)


def leaks(text):
    """What of the resident's can be read out of a text, however it is written."""
    plain = unicodedata.normalize("NFKC", text).translate(str.maketrans("一三七四九零〇", "1374900"))
    digits = re.sub(r"[^0-9X]", "", plain)
    found = [number for number in (PHONE, IDENTITY) if number in digits]
    return found + [part for part in ("秀英", DOOR) if part in plain]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
@given(words=WORDS)
@example(words="，".join(TOLD))
async def test_no_group_card_in_any_state_tells_who_the_resident_is(scene, words):
    request, task = await scene.offered(words)
    seen = []

    async def look(status):
        state = await scene.database.read(lambda tx: tasks.get(tx, task))
        assert state.status is status
        screen = await scene.shown("task", request, task, edit=True)
        assert request.number in screen.text
        seen.append(screen.text)

    await look(TaskStatus.OPEN)
    await scene.volunteer(102, claims.claim, task, -1)
    await look(TaskStatus.OPEN)
    await scene.volunteer(103, claims.claim, task, -1)
    await look(TaskStatus.FULL)
    await scene.volunteer(103, claims.withdraw, task, words + "有事")
    await scene.volunteer(102, claims.finish, task, words + "好了")
    await look(TaskStatus.DONE)
    assert [leaks(text) for text in seen] == [[]] * 4


async def test_a_task_that_ends_without_anybody_tells_nothing_either(scene):
    request, task = await scene.offered("，".join(TOLD))
    await scene.volunteer(101, outcomes.resolve, request.id, "，".join(TOLD))
    screen = await scene.shown("task", request, task, edit=True)
    assert leaks(screen.text) == []
    assert not screen.keys
    assert await scene.shown("task", request, task) is None


async def test_the_contact_stands_on_the_claimants_card_only_while_the_place_is_held(scene):
    request, task = await scene.offered("水管漏水")
    assert await scene.shown("claim", request, task, account=102) is None
    await scene.volunteer(102, claims.claim, task, -1)
    held = await scene.shown("claim", request, task, account=102)
    assert "欧阳秀英" in held.text
    assert PHONE in held.text
    await scene.volunteer(102, claims.withdraw, task, "有事")
    assert leaks((await scene.shown("claim", request, task, account=102, edit=True)).text) == []
    await scene.volunteer(102, claims.claim, task, -1)
    assert PHONE in (await scene.shown("claim", request, task, account=102, edit=True)).text
    await scene.volunteer(102, claims.finish, task, "好了")
    assert leaks((await scene.shown("claim", request, task, account=102, edit=True)).text) == []


async def test_who_never_claimed_gets_no_claim_card_whatever_is_in_the_outbox(scene):
    request, task = await scene.offered("水管漏水")
    assert await scene.shown("claim", request, task, account=103, edit=True) is None


async def test_photos_that_waited_are_only_for_those_who_still_have_to_do_with_the_request(scene):
    request, task = await scene.offered("水管漏水")
    data = await scene.sent(request, Purpose.REPORT)
    assert await scene.shown("media", request, task, account=101, data=data)
    assert await scene.shown("media", request, task, account=200, data=data)
    assert await scene.shown("media", request, task, account=103, data=data) is None
    await scene.volunteer(102, claims.claim, task, -1)
    assert await scene.shown("media", request, task, account=102, data=data)
    await scene.volunteer(102, claims.withdraw, task, "有事")
    assert await scene.shown("media", request, task, account=102, data=data) is None


async def test_more_words_that_waited_are_not_for_who_answered_before(scene):
    request, task = await scene.offered("水管漏水")
    await scene.volunteer(200, additions.add, request.id, "三楼也漏")
    assert "三楼也漏" in (await scene.shown("note-added", request, task, account=101)).text

    async def falls_to_nobody(tx):
        await tx.run("UPDATE requests SET responsible_id = NULL WHERE id = :id", id=request.id)

    await scene.database.transact(falls_to_nobody)
    assert await scene.shown("note-added", request, task, account=101) is None


async def test_photos_beside_the_thanks_are_not_shown_when_it_was_reopened_meanwhile(scene):
    request, task = await scene.offered("水管漏水")
    data = await scene.sent(request, Purpose.TALK)
    await scene.volunteer(102, claims.claim, task, -1)
    await scene.volunteer(102, claims.finish, task, "好了")
    await scene.volunteer(200, rating.solve, request.id)
    assert await scene.shown("media", request, task, account=102, data=data)
    await scene.volunteer(200, outcomes.reopen, request.id, "还在漏")
    assert await scene.shown("media", request, task, account=102, data=data) is None


@pytest.mark.parametrize("written", ["{}", "#{}", " {} ", "{}X", "x"])
async def test_a_stranger_who_opens_a_number_learns_nothing_not_even_that_it_is_there(scene, written):
    request, task = await scene.offered("水管漏水")
    await scene.volunteer(102, claims.claim, task, -1)

    async def work(tx):
        last = await tx.one("SELECT coalesce(max(id), 0) AS id FROM outbox")
        stranger = await people.by_telegram(tx, 103)
        house = House(scene.rules, "zh-CN", "redvest_bot")
        command = Command(tx, house, scene.now, stranger, "req_x", Address(103, 0), "", anonymous=False)
        await open_request(command, written.format(request.number))
        return [dict(row) for row in await tx.all("SELECT * FROM outbox WHERE id > :last", last=last["id"])]

    greeting, said = await scene.database.transact(work)
    assert (greeting["kind"], greeting["request_id"], greeting["data"]) == ("welcome", None, '{"why":"link"}')
    assert (said["kind"], said["request_id"], said["data"]) == ("plain", None, '{"text":"no-number"}')


async def gives_away(scene, request, *, confidential=False):
    """Somebody else answers now; the building's leader was only told of it from the first."""

    async def work(tx):
        other, leader = await people.by_telegram(tx, 102), await people.by_telegram(tx, 101)
        kind = await tx.one(
            """INSERT INTO categories (code, names, urgency, confidential)
               VALUES ('X', '{"zh-CN": "物业纠纷"}', 'normal', TRUE) RETURNING id"""
        )
        await tx.run(
            """UPDATE requests SET responsible_id = :other, confidential = :confidential, category_id = :kind
               WHERE id = :id""",
            other=other.id, confidential=confidential, kind=kind["id"], id=request.id,
        )  # fmt: skip
        if not confidential:
            await requests.supervise(
                tx, request_id=request.id, person_id=leader.id, grid_id=request.responsible_grid_id, level=0,
                now=scene.now,
            )  # fmt: skip

    await scene.database.transact(work)


@pytest.mark.parametrize("long", [False, True])
async def test_a_leader_who_only_reads_along_learns_not_who_it_is(scene, long):
    words = "，".join(TOLD) + "水管漏水。" * (300 if long else 1)
    request, task = await scene.offered(words)
    await gives_away(scene, request)
    card = await scene.shown("informed", request, task, account=101)
    assert "水管漏水" in card.text
    assert leaks(card.text) == []
    all_of_it = {"of": "words", "part": 0}
    whole = await scene.shown("long-words", request, task, account=101, data=all_of_it)
    assert "水管漏水" in whole.text
    assert leaks(whole.text) == []
    assert leaks((await scene.shown("long-words", request, task, account=102, data=all_of_it)).text)


@pytest.mark.parametrize("kind", ["request", "informed"])
async def test_who_answered_before_learns_nothing_of_what_turned_out_to_be_confidential(scene, kind):
    request, task = await scene.offered("水管漏水")
    await gives_away(scene, request, confidential=True)
    card = await scene.shown(kind, request, task, account=101, edit=True)
    assert "物业纠纷" not in card.text
    assert request.number in card.text
    told = await scene.shown("note-moved-corrected", request, task, account=101)
    assert "物业纠纷" not in told.text
    assert "赵志愿" in told.text


async def test_who_only_hears_of_not_solved_or_of_an_appeal_learns_not_who_it_is(scene):
    """The one above, and who declined it: to those who answer the words are whole."""
    request, task = await scene.offered("水管漏水")
    reason = "，".join([*TOLD, "还在漏"])
    await scene.volunteer(101, outcomes.resolve, request.id, "好了")
    await scene.volunteer(200, outcomes.reopen, request.id, reason)
    above = await scene.shown("note-reopened-below", request, task, account=102)
    assert "还在漏" in above.text
    assert leaks(above.text) == []
    assert leaks((await scene.shown("request", request, task, account=101)).text)
    await scene.volunteer(101, declining.decline, request.id, "不归我管")
    await scene.volunteer(200, declining.appeal, request.id, reason)
    declined = await scene.shown("note-appealed", request, task, account=101)
    assert "还在漏" in declined.text
    assert leaks(declined.text) == []
