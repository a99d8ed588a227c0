"""A Telegram written down and brought back: it is the same, and what is done next comes out the same."""

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox import Chat, Clock, Message, Telegram, Topic
from sandbox.args import Args, Upload
from sandbox.dispatch import perform
from sandbox.keeping import dump
from sandbox.play.view import chat_view, message_view, person_view
from sandbox.restoring import restore
from sandbox.shapes import Malformed

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
CARD = {
    "inline_keyboard": [[{"text": "Claim", "callback_data": "claim"}, {"text": "Site", "url": "https://a.b"}]]
}
KEYS = {"keyboard": [[{"text": "Here", "request_location": True}, "Menu"]], "resize_keyboard": True}
MENU = [{"command": "report", "description": "Report"}]
HARMFUL = {"inline_keyboard": [[{"text": "x", "url": "javascript:x"}]]}


class World:
    """The first people and groups of a Telegram, looked up anew each time."""

    def __init__(self, tg: Telegram) -> None:
        self.tg = tg
        self.wang, self.li, *_ = tg.persons.values()
        self.vests, self.small, *_ = (chat for chat in tg.chats.values() if chat.person is None)

    @property
    def topic(self) -> Topic:
        return list(self.vests.topics.values())[-1]

    def call(self, method: str, **args: Any) -> None:
        files = {"photo": Upload("a.jpg", args.pop("photo"))} if "photo" in args else {}
        with suppress(StopIteration):  # it waits for nothing
            perform(self.tg, method, Args(args, files)).send(None)

    def sends(self, text: str, markup: dict[str, Any], to: Chat | None = None) -> None:
        chat = (to or self.wang).id
        self.call("sendMessage", chat_id=chat, text=text, parse_mode="HTML", reply_markup=markup)

    def changes(self, method: str, message: Message, **args: Any) -> None:
        self.call(method, chat_id=message.chat.id, message_id=message.id, **args)


def peopled() -> Telegram:
    tg = Telegram(clock=Clock(NOON))
    wang = tg.person("王桂兰", language_code="zh-hans", username="wang")
    li = tg.person("Li", last_name="Jianguo")
    tg.supergroup("Vests", members=[wang], admins=[li]).topic("Orders")
    tg.group("Small", members=[wang], admins=[li], bot="member")
    tg.channel("News", admins=[li])
    wang.start("at_X")
    li.start()
    tg.updates.allow(["message", "edited_message", "callback_query", "my_chat_member", "chat_member"])
    return tg


def again(tg: Telegram) -> Telegram:
    """Another Telegram brought to the same state, by way of a text."""
    other = Telegram(clock=Clock(NOON - timedelta(days=900)))
    other.person("Somebody else").start()
    restore(other, json.loads(json.dumps(dump(tg))), [file.data for file in tg.files.all])
    return other


ACTS: dict[str, Callable[[World], object]] = {
    "says": lambda w: w.wang.says("下水道堵了 /help"),
    "edits": lambda w: w.wang.edits(w.wang.chat.last, "changed"),
    "replies": lambda w: w.wang.says("yes", reply_to=w.wang.chat.last),
    "says in a group": lambda w: w.wang.says("@redvest_bot hello", chat=w.vests),
    "says in a small group": lambda w: w.wang.says("/open", chat=w.small),
    "says in a topic": lambda w: w.wang.says("hi", thread=w.topic),
    "hides": lambda w: w.li.says("/bind X", chat=w.vests, anonymous=True),
    "photo": lambda w: w.wang.sends_photo(b"1", "看", name="a.b.jpg", size=9),
    "album": lambda w: w.wang.sends_album([b"1", ("video", b"2")], "two"),
    "voice": lambda w: w.wang.sends_voice(b"v", chat=w.vests),
    "animation": lambda w: w.wang.sends_animation(b"g"),
    "document": lambda w: w.li.sends_document(b"d", "see", name="no ending"),
    "round film": lambda w: w.li.sends_video_note(),
    "sticker": lambda w: w.wang.sends_sticker(),
    "location": lambda w: w.wang.sends_location(36, 101.5),
    "venue": lambda w: w.wang.sends_venue("Clinic", "1 Red Road"),
    "contact": lambda w: w.wang.sends_contact(of=w.li),
    "poll": lambda w: w.wang.sends_poll("Tea?", ["yes", "no"]),
    "dice": lambda w: w.wang.sends_dice(),
    "forwards": lambda w: w.li.forwards(w.wang.chat.last),
    "forwards of": lambda w: w.li.forwards("text", of=w.wang),
    "copy": lambda w: w.changes("copyMessage", w.wang.chat.last, from_chat_id=w.wang.id),
    "asks": lambda w: w.sends("?", {"force_reply": True}),
    "group card": lambda w: w.sends("Open", CARD, w.vests),
    "taps in a group": lambda w: w.wang.taps(w.vests.last_from_bot, stale="gone"),
    "picture": lambda w: w.call(
        "sendPhoto", chat_id=w.wang.id, photo=b"p", caption="<i>p</i>", parse_mode="HTML"
    ),
    "card": lambda w: w.sends("A <b>card</b>", CARD),
    "taps": lambda w: w.wang.taps(w.wang.chat.last_from_bot, "Claim"),
    "answers": lambda w: w.call("answerCallbackQuery", callback_query_id=list(w.tg.queries)[-1], text="Yes"),
    "changes": lambda w: w.changes("editMessageText", w.wang.chat.last_from_bot, text="Done"),
    "deletes": lambda w: w.changes("deleteMessage", w.wang.chat.last),
    "keyboard": lambda w: w.sends("Menu", KEYS),
    "presses": lambda w: w.wang.presses("Here"),
    "commands": lambda w: w.call(
        "setMyCommands", commands=MENU, scope={"type": "chat", "chat_id": w.wang.id}, language_code="zh"
    ),
    "is restricted": lambda w: w.vests.set_member(w.wang, "restricted", can_send_messages=True),
    "speaks": lambda w: w.wang.user.update(language_code="en"),
    "renames": lambda w: w.vests.rename("Red vests", by=w.li),
    "permits": lambda w: w.vests.permit(by=w.li, can_send_photos=False),
    "topic": lambda w: w.vests.topic("Another"),
    "closes": lambda w: w.topic.close(),
    "topic for a while": lambda w: w.vests.topic("For a while"),
    "deletes the topic": lambda w: w.topic.delete(),
    "leaves": lambda w: w.wang.leaves(w.vests),
    "joins": lambda w: w.wang.joins(w.vests),
    "newcomer": lambda w: w.tg.person("New").start(),
    "new group": lambda w: w.tg.group("New", members=[w.wang]),
    "upgrades": lambda w: w.small.upgrade(),
    "sends the bot away": lambda w: w.vests.set_bot("left", by=w.li),
    "blocks": lambda w: w.wang.blocks(),
    "starts": lambda w: w.wang.start(),
    "deactivates": lambda w: w.li.deactivates(),
    "fetches": lambda w: w.call("getUpdates", offset=w.tg.updates.next_id - 2, limit=1),
    "time": lambda w: w.tg.clock.advance(timedelta(minutes=7, milliseconds=3)),
}
"""In an order in which all of it can be done."""
doings = st.lists(st.sampled_from(sorted(ACTS)), max_size=25)


def do(tg: Telegram, *names: str) -> Telegram:
    """Do this, as far as Telegram allows it."""
    for name in names:
        try:
            ACTS[name](World(tg))
        except (RuntimeError, LookupError, ValueError):
            continue
    return tg


@pytest.fixture(scope="module")
def full() -> Telegram:
    """Everything has been done once."""
    tg = peopled()
    for act in ACTS.values():
        act(World(tg))
    return tg


def test_what_is_written_down_and_brought_back_is_the_same(full):
    assert dump(again(full)) == dump(full)


def test_all_that_can_be_done_was_done(full):
    assert [call.args for call in full.calls if not call.ok] == []
    assert full.updates.pending
    assert any(message.deleted for chat in full.chats.values() for message in chat.written.values())
    assert any(chat.upgraded_to for chat in full.chats.values())
    assert any(query.answers for query in full.queries.values())


@given(before=doings, afterwards=doings)
def test_whatever_is_done_afterwards_comes_out_the_same(before, afterwards):
    one = do(peopled(), *before)
    other = again(one)
    assert dump(do(one, *afterwards)) == dump(do(other, *afterwards))


def test_nothing_that_happens_later_is_in_what_was_written_down(full):
    found = dump(full)
    kept = deepcopy(found)
    restored = again(full)
    do(restored, "renames", "says")
    do(full, "time")
    assert found == kept


def test_the_same_telegram_goes_back_to_an_earlier_state():
    tg = do(peopled(), "card", "photo")
    before, files = dump(tg), [file.data for file in tg.files.all]
    do(tg, "says", "photo", "time", "newcomer", "upgrades")
    restore(tg, before, files)
    assert dump(tg) == before
    assert World(tg).wang.chat.telegram is tg


async def test_a_tap_of_before_is_answered_and_a_file_of_before_is_served(call, server, tg, http):
    full = peopled()
    wang = World(full).wang
    photo = wang.sends_photo(b"the drain")
    do(full, "card")
    query = wang.taps(wang.chat.last, "Claim")
    restore(tg, dump(full), [file.data for file in full.files.all])
    assert (await call("answerCallbackQuery", callback_query_id=query.id, text="Taken"))["ok"]
    assert tg.queries[query.id].answer.text == "Taken"
    path = (await call("getFile", file_id=photo.json["photo"][-1]["file_id"]))["result"]["file_path"]
    assert await downloaded(http, f"{server.url}/file/bot{tg.token}/{path}") == b"the drain"
    fetched = (await call("getUpdates"))["result"]
    assert [*fetched[-1]] == ["update_id", "callback_query"]


async def downloaded(http: aiohttp.ClientSession, address: str) -> bytes:
    async with http.get(address) as answer:
        return await answer.read()


async def test_who_waits_for_updates_is_told_that_there_are_others_now(call, tg):
    waiting = asyncio.create_task(call("getUpdates", timeout=5))
    await tg.until(lambda: tg.polls)
    await asyncio.sleep(0)
    restore(tg, dump(peopled()), [])
    assert (await waiting)["error_code"] == 409
    assert len((await call("getUpdates"))["result"]) == 2


@pytest.mark.parametrize("running", [True, False])
def test_the_clock_goes_on_at_the_time_that_was_written_down(running):
    tg = Telegram(clock=Clock(NOON + timedelta(days=30), running=running))
    moved = []
    tg.clock.watchers.append(lambda: moved.append(tg.clock.now()))
    restore(tg, dump(peopled()), [])
    assert NOON <= moved[0] < NOON + timedelta(seconds=5)
    first = tg.clock.timestamp()
    assert (tg.clock.timestamp() > first) is running


def test_what_was_sent_fast_at_a_later_time_does_not_count_at_an_earlier_one():
    tg = peopled()
    tg.limits = True
    before = dump(tg)
    do(tg, "time", *["card"] * 4)
    assert [call.ok for call in tg.calls] == [True, True, True, False]
    restore(tg, before, [])
    do(tg, "card")
    assert [call.ok for call in tg.calls] == [True]


# What is not of this kind


def places(found: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each value in it."""
    yield path
    parts = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
    for key, value in parts:
        yield from places(value, (*path, key))


def put(found: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The same with something else there."""
    if not path:
        return value
    found = deepcopy(found)
    inner = found
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return found


def shown(tg: Telegram) -> None:
    """All that the page shows of it can be shown."""
    for person in tg.persons.values():
        json.dumps(person_view(person, None, {})).encode()
    for chat in tg.chats.values():
        json.dumps(chat_view(chat)).encode()
        for message in chat.messages:
            json.dumps(message_view(message, ZoneInfo("Asia/Shanghai")), ensure_ascii=False).encode()


junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=3),
    st.sampled_from(["private", "<b", "javascript:x", "\ud83d", 10**30, [], {}, [[]], [None], {"id": []}]),
    st.recursive(st.just([]), lambda inner: st.lists(inner, max_size=2), max_leaves=3),
)


@given(data=st.data())
def test_whatever_else_stands_anywhere_it_is_refused_or_can_be_shown_and_used(full, data):
    found = dump(full)
    path = data.draw(st.sampled_from([*places(found)]))
    tg = do(peopled(), "says")
    before = dump(tg)
    try:
        restore(tg, put(found, path, data.draw(junk)), [file.data for file in full.files.all])
    except Malformed:
        assert dump(tg) == before
    else:
        shown(tg)
        dump(do(tg, *ACTS))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), []),
        (("bot",), 2000),
        (("clock",), 1e300),
        (("files",), []),
        (("persons", 0, "place"), [1.0]),
        (("persons", 0, "user", "first_name"), None),
        (("persons",), []),
        (("chats", 2, "json", "type"), "private"),
        (("chats", 2, "json", "title"), ""),
        (("chats", 2, "upgraded_to"), 5),
        (("chats", 2, "members", 0, "status"), "king"),
        (("chats", 2, "members", 0, "status"), "restricted"),
        (("chats", 2, "topics", 0, "id"), 4711),
        (("chats", 0, "messages", 0, "html"), "<script>alert(1)</script>"),
        (("chats", 0, "messages", 0, "json", "date"), -1),
        (("chats", 0, "messages", 0, "json", "reply_markup"), HARMFUL),
        (("chats", 0, "messages", 1, "json", "photo"), []),
        (("chats", 0, "messages", 1, "json", "photo"), [{"file_id": "of no file"}]),
        (("chats", 0, "messages", 0, "json", "text"), "half a \ud83d"),
        (("updates", "pending", 0, "content"), "x"),
        (("persons", 0, "phone"), "1" * 300_000),
        (("persons", 0, "user", "free"), float("nan")),
    ],
)  # fmt: skip
def test_what_is_not_of_this_kind_is_refused(path, value):
    tg = peopled()
    tg.persons[5_000_000_001].sends_contact()
    found = dump(tg)
    with pytest.raises(Malformed):
        restore(
            tg, put(found, path, value), [file.data for file in tg.files.all] or [b"1"] * (path == ("files",))
        )
    assert dump(tg) == found


def test_what_is_nested_without_end_is_refused():
    tg = peopled()
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    found = dump(tg)
    found["persons"][0]["user"]["free"] = deep
    with pytest.raises(Malformed):
        restore(tg, found, [])
