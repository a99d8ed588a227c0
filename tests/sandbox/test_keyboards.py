"""Which keyboards are taken, which are refused, and in which shape they stand."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from sandbox import Telegram

pytestmark = pytest.mark.usefixtures("own_words")
Calling = Callable[..., Awaitable[dict[str, Any]]]
UNREAD_BUTTON = "can't parse inline keyboard button: "
UNREAD_KEY = "can't parse keyboard button: "
NOT_TEXT = f"{UNREAD_BUTTON}Text buttons are unallowed in the inline keyboard"


def button(**about: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", **about}]]}


def buttons(*rows: int, label: str = "x") -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": "c"}] * count for count in rows]}


def key(**about: Any) -> dict[str, Any]:
    return {"keyboard": [[about]]}


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ([], "object expected as reply markup"),
        ({"inline_keyboard": {}}, 'field "inline_keyboard" must be of type Array'),
        (
            {"inline_keyboard": [{"text": "x"}]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"inline_keyboard": [["x"]]}, f"{UNREAD_BUTTON}InlineKeyboardButton must be an Object"),
        ({"inline_keyboard": [[{"url": "t.me/x"}]]}, f'{UNREAD_BUTTON}Can\'t find field "text"'),
        (button(text=""), f'{UNREAD_BUTTON}Field "text" must be non-empty'),
        (button(), NOT_TEXT),
        (button(callback_data=""), NOT_TEXT),
        (button(url=""), NOT_TEXT),
        (button(callback_data="x" * 65), "BUTTON_DATA_INVALID"),
        (button(callback_data="中" * 22), "BUTTON_DATA_INVALID"),
        (button(url="http://localhost/x"), "BUTTON_URL_INVALID"),
        (button(url="not a link"), "BUTTON_URL_INVALID"),
        (button(copy_text="x"), "BUTTON_COPY_TEXT_INVALID"),
        (button(copy_text={"text": ""}), "BUTTON_COPY_TEXT_INVALID"),
        (button(copy_text={"text": "x" * 257}), "BUTTON_COPY_TEXT_INVALID"),
        (
            button(callback_data="c", url="t.me/x"),
            f"{UNREAD_BUTTON}it can do only one of ['callback_data', 'url']",
        ),
        (buttons(*[10] * 10, 1), "reply markup is too long"),
        (buttons(*[10] * 10, label="x" * 70), "reply markup is too long"),
        ({"keyboard": [{"text": "x"}]}, 'field "keyboard" must be an Array of Arrays'),
        ({"keyboard": [[5]]}, f"{UNREAD_KEY}KeyboardButton must be a String or an Object"),
        (key(request_contact=True), f'{UNREAD_KEY}Can\'t find field "text"'),
        (key(text=""), f'{UNREAD_KEY}Field "text" must be non-empty'),
        (
            key(text="x") | {"input_field_placeholder": "x" * 65},
            "the placeholder of the input field is too long",
        ),
        (
            {"force_reply": True, "input_field_placeholder": "x" * 65},
            "the placeholder of the input field is too long",
        ),
    ],
)
async def test_a_wrong_keyboard_is_refused(tg: Telegram, call: Calling, markup: Any, reason: str) -> None:
    wang = tg.person("Wang")
    wang.start()
    refused = await call("sendMessage", chat_id=wang.id, text="x", reply_markup=markup)
    assert refused == {"ok": False, "error_code": 400, "description": f"Bad Request: {reason}"}


@pytest.mark.parametrize(
    "markup",
    [
        button(callback_data="x" * 64),
        button(switch_inline_query=""),
        button(copy_text={"text": "x" * 256}),
        buttons(*[10] * 10),
        key(text="Send", request_location=True),
        {"keyboard": [["Send"]], "input_field_placeholder": "x" * 64},
        {"remove_keyboard": True},
        {"force_reply": True},
    ],
)
async def test_what_just_fits_is_taken(tg: Telegram, call: Calling, markup: dict[str, Any]) -> None:
    wang = tg.person("Wang")
    wang.start()
    assert (await call("sendMessage", chat_id=wang.id, text="x", reply_markup=markup))["ok"]


async def test_empty_rows_and_all_beyond_twelve_in_a_row_are_left_out(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    wang.start()
    for rows, left in [((), []), ((0, 0), []), ((2, 0, 13), [2, 12])]:
        await call("sendMessage", chat_id=wang.id, text="x", reply_markup=buttons(*rows))
        assert [len(row) for row in wang.chat.last.buttons] == left
    await call("sendMessage", chat_id=wang.id, text="x", reply_markup={"keyboard": [["x"] * 13, []]})
    assert [len(row) for row in wang.chat.last.keys] == [12]


@pytest.mark.parametrize("markup", [key(text="x"), {"force_reply": True}, {"remove_keyboard": True}])
async def test_posts_have_inline_keyboards_only(tg: Telegram, call: Calling, markup: dict[str, Any]) -> None:
    news = tg.channel("News")
    refused = await call("sendMessage", chat_id=news.id, text="x", reply_markup=markup)
    assert refused["description"] == "Bad Request: inline keyboard expected"
    assert (await call("sendMessage", chat_id=news.id, text="x", reply_markup=buttons(1)))["ok"]
