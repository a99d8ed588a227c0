"""Wrong calls are answered with Telegram's codes and words."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from sandbox import Clock, Server, Telegram

Calling = Callable[..., Awaitable[dict[str, Any]]]
pytestmark = pytest.mark.usefixtures("own_words")


def keyboard(**button: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", **button}]]}


async def test_a_wrong_token_is_401_and_a_wrong_method_404(
    tg: Telegram, server: Server, http: aiohttp.ClientSession
) -> None:
    async with http.get(f"{server.url}/bot1:WRONG/getMe") as answer:
        assert answer.status == 401
        assert await answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    async with http.get(f"{server.url}/bot{tg.token}/getTea") as answer:
        assert answer.status == 404
        assert await answer.json() == {"ok": False, "error_code": 404, "description": "Not Found"}


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        ({"chat_id": ""}, "chat_id is empty"),
        ({"chat_id": 99}, "chat not found"),
        ({"chat_id": "@nowhere"}, "chat not found"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n"}, "text must be non-empty"),
        ({"text": "中" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        (
            {"text": "x < y", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "" at byte offset 2',
        ),
        ({"text": "<b>x</b>" * 5000, "parse_mode": "HTML"}, "text is too long"),
        ({"parse_mode": "Word"}, "unsupported parse_mode"),
        ({"reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"reply_parameters": "{"}, "can't parse reply parameters JSON object"),
        ({"reply_parameters": 5}, "object expected as reply parameters"),
        ({"reply_parameters": {"quote": "x"}}, 'can\'t find field "message_id"'),
        ({"reply_parameters": {"message_id": 1, "quote": "x"}}, "the sandbox does not model quote"),
        ({"business_connection_id": "x"}, "the sandbox does not model business_connection_id"),
        ({"message_thread_id": 999}, "message thread not found"),
    ],
)
async def test_a_wrong_message_is_refused(
    tg: Telegram, call: Calling, args: dict[str, Any], reason: str
) -> None:
    wang = tg.person("Wang")
    wang.start()
    before = len(wang.chat.messages)
    refused = await call("sendMessage", **({"chat_id": wang.id, "text": "x"} | args))
    assert refused == {"ok": False, "error_code": 400, "description": f"Bad Request: {reason}"}
    assert len(wang.chat.messages) == before


async def test_what_just_fits_is_taken(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    wang.start()
    longest = f"<b>{'&amp;' * 4096}</b>"
    markup = keyboard(callback_data="x" * 64)
    sent = await call("sendMessage", chat_id=wang.id, text=longest, parse_mode="HTML", reply_markup=markup)
    assert sent["ok"]
    assert wang.chat.last.button("x") == "x" * 64


async def test_captions_are_shorter(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    wang.start()
    photo = wang.sends_photo().json["photo"][0]["file_id"]
    assert (await call("sendPhoto", chat_id=wang.id, photo=photo, caption="x" * 1024))["ok"]
    refused = await call("sendPhoto", chat_id=wang.id, photo=photo, caption="x" * 1025)
    assert refused["description"] == "Bad Request: message caption is too long"


async def test_persons_who_do_not_want_the_bot_are_403(tg: Telegram, call: Calling) -> None:
    async def refusal(person_id: int) -> tuple[int, str]:
        answer = await call("sendMessage", chat_id=person_id, text="x")
        return answer["error_code"], answer["description"]

    stranger, member, wang = tg.person("Stranger"), tg.person("Member"), tg.person("Wang")
    tg.supergroup("Red vests", members=[member])
    wang.start()
    assert await refusal(stranger.id) == (400, "Bad Request: chat not found")
    assert await refusal(member.id) == (403, "Forbidden: bot can't initiate conversation with a user")
    wang.blocks()
    assert await refusal(wang.id) == (403, "Forbidden: bot was blocked by the user")
    wang.unblocks()
    assert (await call("sendMessage", chat_id=wang.id, text="x"))["ok"]
    wang.deactivates()
    assert await refusal(wang.id) == (403, "Forbidden: user is deactivated")


@pytest.mark.parametrize(
    ("status", "code", "description"),
    [
        ("kicked", 403, "Forbidden: bot was kicked from the supergroup chat"),
        ("left", 403, "Forbidden: bot is not a member of the supergroup chat"),
        ("restricted", 400, "Bad Request: not enough rights to send text messages to the chat"),
    ],
)
async def test_groups_that_do_not_want_the_bot_refuse_it(
    tg: Telegram, call: Calling, status: str, code: int, description: str
) -> None:
    group = tg.supergroup("Red vests", bot=status)
    refused = await call("sendMessage", chat_id=group.id, text="x")
    assert (refused["error_code"], refused["description"]) == (code, description)


async def test_a_tap_can_be_answered_only_for_a_while(tg: Telegram, clock: Clock, call: Calling) -> None:
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    wang = tg.person("Wang")
    wang.start()
    await call("sendMessage", chat_id=wang.id, text="x", reply_markup=keyboard(callback_data="a"))
    query = wang.taps(wang.chat.last, "x")
    clock.advance(tg.query_age)
    assert (await call("answerCallbackQuery", callback_query_id=query.id, text="in time"))["ok"]
    clock.advance(timedelta(seconds=1))
    assert (await call("answerCallbackQuery", callback_query_id=query.id))["description"] == too_old
    assert (await call("answerCallbackQuery", callback_query_id="77"))["description"] == too_old
    assert [answer.text for answer in query.answers] == ["in time"]


async def test_an_upgraded_group_tells_where_it_went(tg: Telegram, call: Calling) -> None:
    group = tg.group("Small")
    new = group.upgrade()
    refused = await call("sendMessage", chat_id=group.id, text="x")
    assert refused["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused["parameters"] == {"migrate_to_chat_id": new.id}
    assert (await call("sendMessage", chat_id=new.id, text="x"))["ok"]


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        ({"commands": "["}, "can't parse commands JSON object"),
        ({"commands": {"command": "start"}}, "expected an Array of BotCommand"),
        ({"commands": ["start"]}, "can't parse BotCommand: expected an Object"),
        ({"commands": [{"command": "start"}]}, "can't parse BotCommand: Can't find field \"description\""),
        ({"commands": [{"command": "/", "description": "x"}]}, "command must be non-empty"),
        ({"commands": [{"command": "x" * 33, "description": "x"}]}, "command length must not exceed 32"),
        ({"commands": [{"command": "Start", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        (
            {"commands": [{"command": "start", "description": " "}]},
            "command description must be non-empty",
        ),
        (
            {"commands": [{"command": "start", "description": "x" * 257}]},
            "command description length must not exceed 256",
        ),
        ({"commands": [{"command": "x", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"language_code": "zh-hans"}, "invalid language code specified"),
        ({"scope": "{"}, "can't parse BotCommandScope JSON object"),
        ({"scope": []}, "can't parse BotCommandScope: BotCommandScope must be an Object"),
        ({"scope": {"type": "me"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"scope": {"type": "chat"}}, "can't parse BotCommandScope: Can't find field \"chat_id\""),
        ({"scope": {"type": "chat", "chat_id": 9}}, "chat not found"),
        (
            {"scope": {"type": "chat_member", "chat_id": 7}},
            "can't parse BotCommandScope: Invalid user_id specified",
        ),
        (
            {"scope": {"type": "chat_administrators", "chat_id": 7}},
            "can't use specified scope in private chats",
        ),
        ({"scope": {"type": "chat", "chat_id": -9}}, "can't change commands in channel chats"),
    ],
)
async def test_wrong_commands_are_refused(
    tg: Telegram, call: Calling, args: dict[str, Any], reason: str
) -> None:
    tg.person("Wang", id=7).start()
    tg.channel("News", id=-9)
    assert (await call("setMyCommands", **args))["description"] == f"Bad Request: {reason}"


PLACE = {"latitude": 90, "longitude": -180}


@pytest.mark.parametrize(
    ("method", "args", "reason"),
    [
        ("sendLocation", {"latitude": 1}, "longitude is empty"),
        ("sendLocation", PLACE | {"latitude": 90.1}, "invalid location specified"),
        ("sendLocation", PLACE | {"longitude": -180.1}, "invalid location specified"),
        ("sendLocation", PLACE | {"latitude": "nan"}, "invalid location specified"),
        ("sendLocation", PLACE | {"live_period": 60}, "the sandbox does not model live_period"),
        ("sendLocation", PLACE, ""),
        ("sendChatAction", {}, "wrong parameter action in request"),
        ("sendChatAction", {"action": "thinking", "chat_id": 9}, "wrong parameter action in request"),
        ("sendMediaGroup", {}, 'parameter "media" is required'),
        ("sendMediaGroup", {"media": "["}, "can't parse media JSON object"),
        ("sendMediaGroup", {"media": {}}, "expected an Array of InputMedia"),
        ("sendMediaGroup", {"media": []}, "there are no messages to send"),
        ("sendMediaGroup", {"media": ["x"]}, "can't parse InputMedia: expected an Object"),
        ("copyMessage", {"message_id": 1}, 'parameter "from_chat_id" is required'),
        ("copyMessage", {"from_chat_id": 7, "message_id": 99}, "message to copy not found"),
        ("getChatMember", {}, "invalid user_id specified"),
        ("getChatMember", {"user_id": 8}, "member not found"),
        ("getChatAdministrators", {}, "there are no administrators in the private chat"),
        ("leaveChat", {}, "chat member status can't be changed in private chats"),
        ("createForumTopic", {"name": "x"}, "the chat is not a forum"),
        ("createForumTopic", {"name": " ", "chat_id": -9}, "name must be non-empty"),
        ("createForumTopic", {"name": "x" * 129, "chat_id": -9}, ""),
        ("sendMessage", {"text": "x", "chat_id": -9, "message_thread_id": 1}, "message thread not found"),
        ("sendMessage", {"text": "x", "chat_id": -8, "message_thread_id": 77}, ""),
        ("getFile", {"file_id": "AgAD"}, "invalid file_id"),
    ],
)
async def test_what_telegram_refuses_is_refused_in_its_words(
    tg: Telegram, call: Calling, method: str, args: dict[str, Any], reason: str
) -> None:
    tg.person("Wang", id=7).start()
    tg.person("Li", id=8).start()
    tg.supergroup("Plain", id=-8)
    tg.supergroup("Forum", id=-9).topic("Orders")
    answer = await call(method, **{"chat_id": 7} | args)
    assert answer.get("description", "") == (f"Bad Request: {reason}" if reason else "")


async def test_of_one_who_has_blocked_the_bot_it_still_learns_something(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    wang.start()
    wang.blocks()
    assert (await call("getChat", chat_id=wang.id))["ok"]
    assert (await call("getChatMember", chat_id=wang.id, user_id=wang.id))["ok"]
