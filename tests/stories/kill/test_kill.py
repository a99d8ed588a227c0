"""Whatever instant the bot is killed at: everything once, every tap answered, every card true."""

import asyncio
import json
import os
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle
from zoneinfo import ZoneInfo

import pytest

from bot.buttons import Claim, Confirm, OfferTo, Submit, parse
from bot.cards import Renderer
from bot.dispatch.lifecycle import MOVES
from bot.dispatch.policy import Policy
from bot.dispatch.rules import Rules
from sandbox.markup import parse_html
from storage import events
from storage.open import open_database
from storage.records import Act, Card, Lane, Message, Request, RequestStatus
from storage.rows import as_record

SEED = "REDVEST_TEST_SEED"
ACTS = 400
CASES = 20
"""That is some 470 acts."""
KILLS = 20
MOMENTS_TO_KILL = 18
"""Two of them kill twice."""
OPENING = 60
"""The first acts, of people who open the bot and bind groups; the killing begins then."""
MOMENTS = (
    "now",
    "soon",
    "starting",
    "soon",
    "update",
    "sendMessage",
    "editMessageText",
    "answerCallbackQuery",
)
HASTY = 0.2
"""How likely somebody taps once more."""
SKEW = timedelta(milliseconds=50)
"""Between the clocks of two processes, and for times kept in milliseconds."""
RECORDED = timedelta(seconds=3)
"""Within that time the bot has written down what Telegram took."""
RESULTS = {
    "leader": "修好了",
    "reopened": "换了管子",
    "volunteers": "通开了",
    "withdrawn": "通开了",
    "race": "通开了",
    "appealed": "书记办好了",
}
"""How a case may go, and what the resident reads at last."""


@dataclass
class Case:
    """A trouble in a building, and how those who deal with it go about it."""

    number: int
    building: int
    resident: object
    words: str
    way: str
    places: int
    label: str = ""
    report: object = None
    """The message with the words."""
    more: str = ""
    """Words that came later."""

    @property
    def offered(self):
        return self.way in ("volunteers", "withdrawn", "race")


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_killed_at_any_instant_nothing_is_lost_doubled_or_untrue(way, town_at):
    seed = int(os.environ.get(SEED) or random.SystemRandom().randrange(10**6))
    print(f"{SEED}={seed}")
    chance = random.Random(seed)  # noqa: S311 - no secret
    at = chance.sample(range(OPENING, ACTS), MOMENTS_TO_KILL)
    plan = dict(zip(at, cycle(MOMENTS), strict=False))
    async with town_at(way, chance, plan) as town:
        cases = cases_of(town)
        await town.reaper.plays(script(town, cases))
        await town.quiet()
        await orphans_come_home(town)
        await town.quiet()
        assert await town.victim.stop() == 0, town.victim.last_words()
        assert town.acts >= ACTS
        assert town.victim.kills >= KILLS
        await everything_is_true(town, cases)


# The script


def cases_of(town):
    cases = []
    for number, way in zip(range(CASES), cycle(RESULTS), strict=False):
        resident = town.lives(f"居民{number}")
        places = 1 if way == "race" else town.chance.choice((1, 2, 3))
        words = f"第{number}件：水管漏水了"
        cases.append(Case(number, town.chance.randrange(len(town.groups)), resident, words, way, places))
    return cases


async def script(town, cases):
    await asyncio.gather(
        *(opens(town, one) for one in (town.secretary, *town.volunteers)),
        *(binds(town, building) for building in range(len(town.groups))),
    )
    await asyncio.gather(*(lives_through(town, case) for case in cases))


async def opens(town, who):
    town.starts(who)
    await town.sees(who, "红马甲")


async def binds(town, building):
    await opens(town, town.leaders[building])
    town.says(town.leaders[building], f"/bind B{building}", town.groups[building])
    await town.sees(town.groups[building], "已绑定")


async def lives_through(town, case):
    leader = town.leaders[case.building]
    await reports(town, case)
    if case.way == "appealed":
        leader = await goes_up(town, case)
    elif case.number % 2:
        await talks(town, case, leader)
    if case.offered:
        await offers(town, case, leader)
        await tells_more(town, case, leader)
        await volunteer(town, case)
    else:
        await town.taps_one(leader, "受理", case.label, hasty=HASTY)
        await tells_more(town, case, leader)
        await does(town, case, leader, RESULTS[case.way] if case.way == "appealed" else "修好了")
    if case.way == "reopened":
        await town.sees(case.resident, "办好了", case.label, "修好了")
        await town.asked(case.resident, "未解决", case.label, "reopen", f"{case.label}还是漏")
        await town.sees(leader, "居民说没有解决", case.label)
        await town.taps_one(leader, "受理", case.label, hasty=HASTY)
        await does(town, case, leader, "换了管子")
    await judges(town, case)


async def reports(town, case):
    """In words and, one in three each, with a photo and a voice, with an album, or alone."""
    resident, leader = case.resident, town.leaders[case.building]
    town.starts(resident, f"at_B{case.building}")
    await town.sees(resident, "请说说哪里有什么问题", "号楼")
    case.report = town.says(resident, case.words)
    shown, sent = [], []
    if case.number % 3 == 0:
        shown = ["1 张照片", "1 段语音"]
        sent = [town.did(resident.sends_photo(some_file(case, 1)))]
        sent += [town.did(resident.sends_voice(some_file(case, 2)))]
    elif case.number % 3 == 1:
        shown = ["3 张照片"]
        sent = [town.did(piece) for piece in resident.sends_album([some_file(case, n) for n in range(3)])]
    await town.taps_one(resident, "改类别", case.words, *shown)
    if town.chance.random() < 0.5:
        await town.taps_one(resident, "不清楚")
    else:
        await town.taps_one(resident, "🏠 房屋设施")
        await town.taps_one(resident, "🚽 下水道堵塞")
    await town.taps_one(resident, "提交", hasty=HASTY)
    receipt = await town.sees(resident, "收到了", case.words)
    case.label = re.search("#[A-Z0-9]{4,}", receipt.text).group()
    for message in sent:
        town.bring(message, leader, case.label, message.files[0])


def some_file(case, number):
    return f"file {number} of case {case.number}".encode()


async def goes_up(town, case):
    """The leader declines, the resident appeals, the secretary answers."""
    await town.asked(town.leaders[case.building], "不予受理", case.label, "decline", f"{case.label}不归我管")
    await town.sees(case.resident, case.label, "不归我管")
    await town.asked(case.resident, "申诉", case.label, "appeal", f"{case.label}就该您管")
    await town.sees(town.secretary, case.label, "就该您管")
    return town.secretary


async def talks(town, case, leader):
    """A reply to the receipt reaches the leader, whose reply to that comes back with a photo."""
    receipt = await town.sees(case.resident, "收到了", case.label)
    asked = town.did(case.resident.says(f"{case.label}今天来吗", reply_to=receipt))
    heard = await town.sees(leader, case.label, "今天来吗")
    photo = some_file(case, 7)
    answered = town.did(leader.sends_photo(photo, caption=f"{case.label}在路上了", reply_to=heard))
    await town.sees(case.resident, case.label, "在路上了")
    town.bring(asked, leader, case.label)
    town.bring(answered, case.resident, case.label, photo)


async def tells_more(town, case, leader):
    """The resident mends the report, or adds to it, or both."""
    if case.number % 4 < 2:
        case.resident.edits(case.report, f"{case.words}，三楼也漏")
        town.did(case.report)
        await town.sees(leader, case.label, "三楼也漏")
    if case.number % 4 > 0:
        case.more, photo = f"{case.label}越漏越大", some_file(case, 8)
        added = await town.asked(case.resident, "补充", case.label, "add", case.more, photo)
        town.bring(added, leader, case.label, photo)
        await town.sees(leader, case.label, case.more)


async def judges(town, case):
    """Solved, stars, and words or none."""
    await town.sees(case.resident, "办好了", case.label, RESULTS[case.way])
    await town.taps_one(case.resident, "已解决", case.label, hasty=HASTY)
    await town.taps_one(case.resident, "★★★★★", case.label)
    if case.number % 2:
        await town.taps_one(case.resident, "跳过")
    else:
        await town.sees(case.resident, "还想说点什么吗", case.label)
        town.answers(case.resident, "rate", f"{case.label}谢谢大家")


async def does(town, case, leader, how):
    await town.asked(leader, "办结", case.label, "resolve", f"{case.label}{how}")


async def offers(town, case, leader):
    """Offer it on one of the cards, and stay there."""
    await town.taps_one(leader, "派单", case.label)
    if case.places > 1:
        await town.taps_one(leader, str(case.places), case.label)
    await town.taps_one(leader, town.groups[case.building].title, case.label, hasty=HASTY)


async def volunteer(town, case):
    group, near = town.groups[case.building], town.volunteers_of(case.building)
    helpers = near if case.way == "race" else near[: case.places]
    answers = await asyncio.gather(
        *(town.taps_one(one, "接单", case.label, at=group, hasty=HASTY) for one in helpers)
    )
    holders = [one for one, answer in zip(helpers, answers, strict=True) if has_place(answer)]
    if case.way == "withdrawn":
        await town.asked(holders[0], "退单", case.label, "withdraw", f"{case.label}{holders[0].name}家里有事")
        await town.sees(town.leaders[case.building], case.label, "退单了")
        await town.taps_one(near[-1], "接单", case.label, at=group)
        holders = [*holders[1:], near[-1]]
    await asyncio.gather(
        *(town.asked(one, "完成", case.label, "finish", f"{case.label}{one.name}通开了") for one in holders)
    )


def has_place(answer):
    return answer.text in ("接单成功，详情已私信给您", "您已经接了这一单。")


async def orphans_come_home(town):
    """Tap every copy that was posted and never recorded: the answer is true, and so is the copy then."""
    database = await open_database(f"sqlite:///{town.database}")
    try:
        rows = await database.read(lambda tx: tx.all("SELECT chat_id, message_id FROM cards"))
    finally:
        await database.close()
    known = {(row["chat_id"], row["message_id"]) for row in rows}
    for chat in town.tg.chats.values():
        for message in chat.messages:
            if message.from_bot and message.labels and (chat.id, message.id) not in known:
                await taps_orphan(town, chat, message)


async def taps_orphan(town, chat, message):
    who = chat.person or next(one for one in town.volunteers if one.id in chat.members)
    label = next((label for label in message.labels if label != "未解决"), message.labels[0])
    query = who.taps(message, label)
    town.taps.append(query)
    await query.answered(30)
    town.orphans.append(message)


# The truth


async def everything_is_true(town, cases):
    database = await open_database(f"sqlite:///{town.database}")
    try:
        await database.read(lambda tx: the_records_are_true(tx, town, cases))
    finally:
        await database.close()


async def the_records_are_true(tx, town, cases):
    """Everything that is not so, at once."""
    people = {row["telegram_id"]: row["id"] for row in await tx.all("SELECT id, telegram_id FROM people")}
    faults = []
    for promise in (
        every_tap_was_answered(town),
        nothing_was_set_aside_or_is_left(tx, town),
        every_request_is_there_once(tx, cases, people),
        every_act_is_there_once(tx, town, people),
        every_word_is_there_once(tx, town, people),
        everything_sent_has_reached_the_other_side(tx, town),
        every_place_is_held_once(tx, cases),
        every_history_is_complete(tx),
        every_message_has_arrived(tx, town),
        every_card_is_true(tx, town),
    ):
        try:
            await promise
        except AssertionError as fault:
            faults.append(fault)
    if faults:
        raise ExceptionGroup("promises not kept", faults)


async def every_tap_was_answered(town):
    """Also what was given to the bot again: then with the same words."""
    assert [query for query in town.taps if not query.answers] == []
    assert [query for query in town.taps if len({answer.text for answer in query.answers}) > 1] == []


async def nothing_was_set_aside_or_is_left(tx, town):
    assert await tx.all("SELECT update_id, error FROM failed_updates") == []
    assert await tx.all("SELECT * FROM jobs WHERE status <> 'done'") == []
    left = "SELECT * FROM outbox WHERE (status = 'pending' AND not_before <= :now) OR status = 'dead'"
    assert await tx.all(left, now=datetime.now(UTC)) == []
    seen = {row["update_id"] for row in await tx.all("SELECT update_id FROM seen_updates")}
    assert seen == set(range(100_000_001, town.tg.updates.next_id))


async def every_request_is_there_once(tx, cases, people):
    requests = await tx.all("SELECT number, words, resident_id, stars FROM requests")
    found = sorted((row["words"], f"#{row['number']}", row["resident_id"]) for row in requests)
    assert found == sorted((words_of(case), case.label, people[case.resident.id]) for case in cases)
    assert [row["stars"] for row in requests] == [5] * len(cases)
    assert len({number for _, number, _ in found}) == len(cases)
    submitted = await tx.all("SELECT request_id, count(*) AS n FROM events WHERE act = 'submit' GROUP BY 1")
    assert [row["n"] for row in submitted] == [1] * len(cases)


def words_of(case):
    """The report, as it was mended, and what was added."""
    return "\n".join(words for words in (case.report.text, case.more) if words)


GRANTED = {
    Submit: ("已提交 #", Act.SUBMIT),
    Claim: ("接单成功", Act.CLAIM),
    OfferTo: ("已派到", Act.OFFER),
    Confirm: ("谢谢，祝您顺心", Act.CONFIRM),
}


async def every_act_is_there_once(tx, town, people):
    """What people were told has been done is what the history says, no less and no more."""
    told, numbers = Counter(), set()
    for query in town.taps:
        words, act = GRANTED.get(type(parse(query.data)), ("", None))
        answer = query.answers[0].text if query.answers else ""
        if act and answer.startswith(words) and answer not in numbers:
            told[people[query.by.id], act] += 1
            numbers |= {answer} if act is Act.SUBMIT else set()  # Submit says the number again
    acts = tuple(act for _, act in GRANTED.values())
    history = await tx.all("SELECT by_id, act FROM events WHERE by_id IS NOT NULL")
    assert Counter((row["by_id"], Act(row["act"])) for row in history if row["act"] in acts) == told


async def every_word_is_there_once(tx, town, people):
    """Each of the words somebody was asked for stands in the history as what it was meant for, or they were
    told why it does not."""
    rows = await tx.all("SELECT act, by_id, data FROM events")
    said = Counter()
    for row in rows:
        data = json.loads(row["data"]) if isinstance(row["data"], str) else row["data"]
        words = next((data[name] for name in ("result", "reason", "comment", "words") if name in data), None)
        said[row["by_id"], row["act"], words] += 1
    refusals = Counter()
    for row in await tx.all("SELECT person_id, data FROM outbox WHERE kind = 'plain' AND status = 'sent'"):
        data = json.loads(row["data"]) if isinstance(row["data"], str) else row["data"]
        refusals[row["person_id"]] += data["text"].startswith("refused-")
    lost = Counter()
    for saying in town.sayings:
        times = said[people[saying.who.id], saying.act, saying.text]
        assert times <= 1, f"{times} times in the history: {saying}"
        lost[people[saying.who.id]] += 1 - times
    assert +lost == +refusals


async def everything_sent_has_reached_the_other_side(tx, town):
    """It stands with its request, and its reader has it, with the number, as often as it was sent to them."""
    rows = await tx.all(
        "SELECT p.chat_id, p.message_id, r.number FROM pieces p JOIN requests r ON r.id = p.request_id"
    )
    kept = {(row["chat_id"], row["message_id"]): f"#{row['number']}" for row in rows}
    for sending in town.sendings:
        sent = sending.message
        assert kept[sent.chat.id, sent.id] == sending.label
        messages = [m for m in sending.to.chat.messages if m.from_bot]
        if sending.data is None:
            found = [m for m in messages if sending.label in m.text and sent.text in m.text]
        else:
            numbered = [m for m in messages if sending.label in m.text]
            albums = {m.json.get("media_group_id") for m in numbered} - {None}
            found = [m for m in messages if sending.data in m.files]
            assert all(m in numbered or m.json.get("media_group_id") in albums for m in found)
        assert found, f"never came: {sending}"


async def every_place_is_held_once(tx, cases):
    found = await tx.all("SELECT id, request_id, places, held FROM tasks")
    assert len(found) == len({task["request_id"] for task in found}) == sum(case.offered for case in cases)
    for task in found:
        claims = await tx.all("SELECT person_id, status FROM claims WHERE task_id = :id", id=task["id"])
        live = [claim["person_id"] for claim in claims if claim["status"] in ("held", "done")]
        assert len(live) == len(set(live)) == task["held"] <= task["places"]
    taken = await tx.one("SELECT count(*) AS n FROM claims")
    claimed = await tx.one("SELECT count(*) AS n FROM events WHERE act = 'claim'")
    assert taken == claimed


async def every_history_is_complete(tx):
    """Each request is where its history brings it, step by step."""
    for row in await tx.all("SELECT * FROM requests"):
        request = as_record(Request, row)
        status, version, responsible, reopened = RequestStatus.SUBMITTED, 1, None, 0
        for event in await events.of_request(tx, request.id):
            if event.act in MOVES:
                move = MOVES[event.act]
                assert status in move.sources, f"{event} from {status}"
                status, version = move.target or status, version + 1
                if event.act in (Act.ASSIGN, Act.APPEAL):
                    responsible = event.data.get("to")
                reopened += event.act is Act.REOPEN
        assert (request.status, request.version) == (status, version)
        assert (request.responsible_id, request.reopened) == (responsible, reopened)
        assert request.status is RequestStatus.CLOSED
        assert request.confirmed


async def every_message_has_arrived(tx, town):
    """For every post that is marked as sent there is a call of its own that Telegram took in its time."""
    calls = defaultdict(list)
    for call in town.tg.calls:
        if call.ok and call.method.startswith("send") and call.method != "sendChatAction":
            calls[int(call.args["chat_id"])].append(call)
    rows = await tx.all(
        """SELECT o.id, o.kind, o.created_at, o.sent_at, r.number,
                  coalesce(g.chat_id, o.chat_id, p.telegram_id) AS chat_id
           FROM outbox o LEFT JOIN groups g ON g.id = o.group_id LEFT JOIN people p ON p.id = o.person_id
           LEFT JOIN requests r ON r.id = o.request_id
           WHERE o.status = 'sent' AND o.card_id IS NULL ORDER BY o.sent_at DESC"""
    )
    assert len(rows) > CASES
    for row in rows:
        created, sent = (datetime.fromtimestamp(row[at] / 1000, UTC) for at in ("created_at", "sent_at"))
        fitting = [
            call
            for call in calls[row["chat_id"]]
            if created - SKEW <= call.at <= sent + SKEW and (row["number"] or "") in str(call.args)
        ]
        assert fitting, f"never arrived: {dict(row)}"
        calls[row["chat_id"]].remove(fitting[-1])
    twice = [call for left in calls.values() for call in left if not killed_soon_after(town, call)]
    assert twice == [], "said twice, although the bot was not killed before it was recorded"


def killed_soon_after(town, call):
    return any(call.at - SKEW <= at <= call.at + RECORDED for at in town.victim.killed_at)


async def every_card_is_true(tx, town):
    """Each card is what would be drawn now."""
    render = Renderer(Rules(Policy.builtin(), ZoneInfo("Asia/Shanghai")), "zh-CN")
    found = [as_record(Card, row) for row in await tx.all("SELECT * FROM cards")]
    assert found
    untrue = []
    for card in found:
        now = datetime.now(UTC)
        screen = await render(tx, as_message(card, now), card, now)
        posted = town.tg.chat(card.chat_id).find(card.message_id)
        if screen is None or looks(screen) != (posted.text, posted.buttons):
            untrue.append((card, posted, screen))
    assert untrue == []
    known = {(card.chat_id, card.message_id) for card in found}
    assert {(orphan.chat.id, orphan.id) for orphan in town.orphans} <= known


def looks(screen):
    text, _ = parse_html(screen.text)
    return text.strip(), [[(key.label, key.data or key.url) for key in row] for row in screen.keys]


def as_message(card, now) -> Message:
    """The edit of a card."""
    return Message(
        id=0,
        kind=card.kind,
        lane=Lane.WORK,
        person_id=card.person_id,
        group_id=card.group_id,
        chat_id=None,
        thread_id=0,
        card_id=card.id,
        request_id=card.request_id,
        task_id=card.task_id,
        data={},
        created_at=now,
        not_before=now,
        tries=0,
        stamp=0,
    )
