"""Messages that are changed or deleted, and those that must stay."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from sandbox import Chat, Clock, Telegram

pytestmark = pytest.mark.usefixtures("own_words")
Calling = Callable[..., Awaitable[dict[str, Any]]]
UNCHANGED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


def keyboard(**button: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", **button}]]}


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


@pytest.mark.parametrize(
    ("method", "args", "reason"),
    [
        ("editMessageText", {"chat_id": "", "text": "y"}, "message identifier is not specified"),
        ("editMessageText", {"text": "y"}, "message to edit not found"),
        ("deleteMessage", {"chat_id": ""}, "chat identifier is not specified"),
        ("deleteMessage", {}, "message identifier is not specified"),
        ("deleteMessage", {"message_id": -1}, "message identifier is not specified"),
    ],
)
async def test_a_message_has_to_be_named(
    tg: Telegram, call: Calling, method: str, args: dict[str, Any], reason: str
) -> None:
    tg.person("Wang", id=7).start()
    assert (await call(method, **{"chat_id": 7} | args))["description"] == f"Bad Request: {reason}"


FIXED = "message can't be edited"
NO_TEXT = "there is no text in the message to edit"
NO_CAPTION = "there is no caption in the message to edit"
FORCED = {"force_reply": True}
KEYS = {"keyboard": [[{"text": "Send"}]]}


@pytest.mark.parametrize(
    ("content", "markup", "text", "caption", "buttons"),
    [
        ("text", keyboard(callback_data="a"), "", NO_CAPTION, ""),
        ("text", KEYS, FIXED, FIXED, FIXED),
        ("text", FORCED, FIXED, FIXED, FIXED),
        ("text", {"remove_keyboard": True}, FIXED, FIXED, FIXED),
        ("photo", {}, NO_TEXT, "", ""),
        ("voice", {}, NO_TEXT, "", ""),
        ("video_note", {}, FIXED, FIXED, ""),
        ("location", {}, FIXED, FIXED, ""),
    ],
)
async def test_what_can_be_edited_depends_on_what_was_sent(  # noqa: PLR0917 - one argument per column
    tg: Telegram, call: Calling, content: str, markup: Any, text: str, caption: str, buttons: str
) -> None:
    wang = tg.person("Wang")
    wang.start()

    async def outcome(change: str, **args: Any) -> str:
        what: dict[str, Any] = {"text": "x"} if content == "text" else {"latitude": 1, "longitude": 2}
        if content not in {"text", "location"}:
            medium = getattr(wang, f"sends_{content}")().json[content]
            what = {content: (medium[0] if content == "photo" else medium)["file_id"]}
        method = "sendMessage" if content == "text" else f"send{content.replace('_', '')}"
        sent = await call(method, chat_id=wang.id, reply_markup=markup, **what)
        where = {"chat_id": wang.id, "message_id": sent["result"]["message_id"]}
        answer = await call(f"editMessage{change}", **where, **args)
        return str(answer.get("description", "")).removeprefix("Bad Request: ")

    assert await outcome("Text", text="y") == text
    assert await outcome("Caption", caption="y") == caption
    assert await outcome("ReplyMarkup", reply_markup=keyboard(callback_data="b")) == buttons


async def test_what_happened_in_a_group_cannot_be_edited(tg: Telegram, call: Calling) -> None:
    group = tg.supergroup("Red vests")
    opening = group.topic("Orders").opening
    args = {"chat_id": group.id, "message_id": opening.id, "reply_markup": keyboard(callback_data="b")}
    assert (await call("editMessageReplyMarkup", **args))["description"] == f"Bad Request: {FIXED}"


NOT = "Bad Request: message can't be deleted"
NOT_FOR_ALL = "Bad Request: message can't be deleted for everyone"


@pytest.mark.parametrize(
    ("kind", "bot", "own", "theirs", "old"),
    [
        ("private", "", "", "", NOT_FOR_ALL),
        ("group", "administrator", "", "", NOT_FOR_ALL),
        ("group", "member", "", NOT_FOR_ALL, NOT_FOR_ALL),
        ("supergroup", "administrator", "", "", NOT),
        ("supergroup", "member", "", NOT, NOT),
    ],
)
async def test_what_can_be_deleted_depends_on_the_chat_and_its_age(  # noqa: PLR0917 - one argument per column
    tg: Telegram, clock: Clock, call: Calling, kind: str, bot: str, own: str, theirs: str, old: str
) -> None:
    wang = tg.person("Wang")
    wang.start()
    chat: Chat = wang.chat if kind == "private" else getattr(tg, kind)("Small", members=[wang], bot=bot)

    async def deleting(message_id: int) -> str:
        answer = await call("deleteMessage", chat_id=chat.id, message_id=message_id)
        return str(answer.get("description", ""))

    async def sent() -> int:
        number: int = (await call("sendMessage", chat_id=chat.id, text="x"))["result"]["message_id"]
        return number

    assert await deleting(await sent()) == own
    assert await deleting(wang.says("x", chat=chat).id) == theirs
    two_days_old, older = await sent(), await sent()
    clock.advance(timedelta(hours=48))
    assert await deleting(two_days_old) == own
    clock.advance(timedelta(seconds=1))
    assert await deleting(older) == old


async def test_a_dice_has_to_lie_for_a_day_and_the_first_message_of_a_topic_for_ever(
    tg: Telegram, clock: Clock, call: Calling
) -> None:
    wang = tg.person("Wang")
    wang.start()
    dice = {"chat_id": wang.id, "message_id": wang.sends_dice().id}
    assert (await call("deleteMessage", **dice))["description"] == NOT_FOR_ALL
    clock.advance(timedelta(days=1))
    assert (await call("deleteMessage", **dice))["ok"]
    group = tg.supergroup("Red vests")
    opening = {"chat_id": group.id, "message_id": group.topic("Orders").id}
    assert (await call("deleteMessage", **opening))["description"] == NOT
