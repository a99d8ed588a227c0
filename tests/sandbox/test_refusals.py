"""Wrong calls are answered with Telegram's codes and words."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from sandbox import Clock, Server, Telegram

Calling = Callable[..., Awaitable[dict[str, Any]]]
pytestmark = pytest.mark.usefixtures("own_words")

UNCHANGED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


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
        ({"reply_markup": keyboard(callback_data="中" * 22)}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": keyboard(url="http://localhost/x")}, "BUTTON_URL_INVALID"),
        ({"reply_markup": keyboard(url="not a link")}, "BUTTON_URL_INVALID"),
        (
            {"reply_markup": keyboard()},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"reply_markup": "{"}, "can't parse reply markup JSON object"),
        ({"reply_parameters": {"message_id": 999}}, "message to be replied not found"),
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


async def test_an_edit_that_changes_nothing_is_refused(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    wang.start()
    card = {
        "chat_id": wang.id,
        "text": "<b>x</b>",
        "parse_mode": "HTML",
        "reply_markup": keyboard(callback_data="a"),
    }
    sent = (await call("sendMessage", **card))["result"]
    refused = await call("editMessageText", message_id=sent["message_id"], **card)
    assert refused == {"ok": False, "error_code": 400, "description": UNCHANGED}
    assert (await call("editMessageText", message_id=sent["message_id"], **card | {"text": "x"}))["ok"]
    assert wang.chat.last.edits == 1
    same = {"chat_id": wang.id, "message_id": sent["message_id"], "reply_markup": card["reply_markup"]}
    assert (await call("editMessageReplyMarkup", **same))["description"] == UNCHANGED


async def test_only_own_standing_messages_can_be_edited(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    theirs = wang.start()
    refused = await call("editMessageText", chat_id=wang.id, message_id=theirs.id, text="y")
    assert refused["description"] == "Bad Request: message can't be edited"
    refused = await call("editMessageText", chat_id=wang.id, message_id=999, text="y")
    assert refused["description"] == "Bad Request: message to edit not found"
    refused = await call("deleteMessage", chat_id=wang.id, message_id=999)
    assert refused["description"] == "Bad Request: message to delete not found"


async def test_old_messages_cannot_be_deleted_in_private(tg: Telegram, clock: Clock, call: Calling) -> None:
    wang = tg.person("Wang")
    wang.start()
    sent = (await call("sendMessage", chat_id=wang.id, text="x"))["result"]["message_id"]
    clock.advance(timedelta(hours=49))
    refused = await call("deleteMessage", chat_id=wang.id, message_id=sent)
    assert refused["description"] == "Bad Request: message can't be deleted for everyone"


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
        ({"commands": [{"command": "Start", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "start", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [], "scope": {"type": "chat", "chat_id": 9}}, "chat not found"),
        ({"commands": [], "language_code": "zh-hans"}, "invalid language code specified"),
    ],
)
async def test_wrong_commands_are_refused(call: Calling, args: dict[str, Any], reason: str) -> None:
    assert (await call("setMyCommands", **args))["description"] == f"Bad Request: {reason}"
