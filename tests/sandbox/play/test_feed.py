"""What an open page is told, and when."""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any

import pytest

from sandbox.play.given import Given
from sandbox.play.play import Play
from sandbox.play.view import commands_for

Event = dict[str, Any]
Telling = Callable[[], Awaitable[Event]]


@pytest.fixture
async def events(play: Play) -> AsyncGenerator[AsyncGenerator[str, None], None]:
    """What one page is told, from its opening."""
    told = play.feed.events()
    yield told
    await told.aclose()


@pytest.fixture
def hears(events: AsyncGenerator[str, None]) -> Callable[[Callable[[Event], Any]], Awaitable[Any]]:
    """``await hears(what)``: the first true thing ``what`` finds in the events that come."""

    async def hear(what: Callable[[Event], Any]) -> Any:
        async with asyncio.timeout(10):
            async for event in events:
                if found := what(json.loads(event)):
                    return found
        return None

    return hear


def act(play: Play, by: str, name: str, **about: Any) -> None:
    person = play.people.by_key[by]
    play.do(Given(play, {"by": person.id, **about}, []), name)


async def test_a_page_that_opens_is_told_everything(play, hears):
    found = await hears(lambda event: event)
    assert found["fresh"] is True
    assert {person["key"] for person in found["people"]} == set(play.people.by_key)
    assert {chat["title"] for chat in found["chats"] if chat["kind"] != "private"} == {
        "向阳里红马甲",
        "松柏苑邻里群",
    }
    state = found["play"]
    assert (state["clock"][:16], state["zone"], state["bot"]) == (
        "2026-03-03T09:00",
        "Asia/Shanghai",
        "running",
    )
    assert {"code": "XY01-2-1", "name": "松柏苑2号楼1单元"} in state["doors"]
    chen = next(person for person in found["people"] if person["key"] == "building-01-2")
    assert chen["posts"] == [{"role": "leader", "grid": "XY01-2", "place": "松柏苑2号楼"}]
    assert any(m["bot"] and "陈德福" in m["text"] for m in found["messages"] if m["chat"] == chen["id"])
    assert chen["commands"][str(chen["id"])][0]["command"] == "start"


async def test_what_is_done_and_what_the_bot_makes_of_it_is_told_as_it_happens(play, hears):
    wang = play.people.by_key["resident-wang"]
    await hears(lambda event: event.get("fresh"))
    act(play, "resident-wang", "says", text="下水道堵了")
    said = await hears(lambda event: [m for m in event["messages"] if m["text"] == "下水道堵了"])
    assert (said[0]["by"], said[0]["bot"]) == (wang.id, False)
    asked = await hears(lambda event: [m for m in event["messages"] if m["bot"] and m["buttons"]])
    button = asked[0]["buttons"][0][0]
    act(play, "resident-wang", "taps", message=asked[0]["id"], data=button["data"])
    toast = await hears(lambda event: event.get("toasts"))
    assert toast[0]["person"] == wang.id


async def test_a_call_of_the_bot_belongs_to_the_act_before_it_and_shows_how_it_went(play, hears):
    await hears(lambda event: event.get("fresh"))
    act(play, "resident-wang", "says", text="下水道堵了")
    before = (await hears(lambda event: event.get("acts")))[-1]["no"]
    calls = await hears(lambda event: [c for c in event.get("calls", []) if c["method"] == "sendMessage"])
    assert calls[0]["act"] == before
    assert int(calls[0]["args"]["chat_id"]) == play.people.by_key["resident-wang"].id
    assert (calls[0]["ok"], calls[0]["fault"]) == (True, "")
    assert calls[0]["answer"]["message_id"] > 0

    play.troubles.switch("server_error", on=True)
    act(play, "resident-ma", "says", text="灯坏了")
    refused = await hears(lambda event: [c for c in event.get("calls", []) if not c["ok"]])
    assert refused[0]["answer"]["error_code"] == 500
    play.troubles.switch("server_error", on=False)
    play.troubles.switch("lost_answer", on=True)
    lost = await hears(lambda event: [c for c in event.get("calls", []) if c["fault"] == "lost_answer"])
    assert lost[0]["ok"]


async def test_a_page_that_does_not_listen_is_let_go(botless):
    events = botless.feed.events()
    await anext(events)
    for number in range(400):
        botless.people.by_key["resident-wang"].says(str(number))
        botless.feed._tell()
    assert not botless.feed._pages  # however long it goes on not listening, nothing is kept for it
    told = [event async for event in events]
    assert len(told) < 400


async def test_a_group_shows_its_administrators_their_own_commands(botless):
    tg, leader = botless.tg, botless.people.by_key["leader-01"]
    group, plain = botless.people.groups["compound"], botless.people.by_key["volunteer-4"]
    tg.commands = {
        ("default", ""): [{"command": "start", "description": "s"}],
        ("all_group_chats", ""): [{"command": "open", "description": "o"}],
        ("all_group_chats", "zh"): [{"command": "open", "description": "开"}],
        (f"chat_administrators:{group.id}", ""): [{"command": "bind", "description": "b"}],
        (f"chat_member:{group.id}:{plain.id}", "en"): [{"command": "claim", "description": "c"}],
    }
    assert commands_for(tg, leader, group)[0]["command"] == "bind"
    assert commands_for(tg, plain, group) == [{"command": "open", "description": "开"}]
    plain.user["language_code"] = "en"
    assert commands_for(tg, plain, group)[0]["command"] == "claim"
    assert commands_for(tg, plain, plain.chat)[0]["command"] == "start"
