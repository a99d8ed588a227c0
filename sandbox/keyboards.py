"""Reply markups: inline keyboards and reply keyboards, checked and brought into the shape Telegram gives."""

from typing import Any
from urllib.parse import urlsplit

from sandbox.errors import ApiError, bad_request
from sandbox.updates import encode

Markup = dict[str, Any]

MOST_BUTTONS = 100
MOST_IN_A_ROW = 12  # the others are left out
LONGEST_MARKUP = 10_000  # bytes of JSON, as bots have found out
LONGEST_DATA = 64  # bytes
LONGEST_COPIED = 256
LONGEST_PLACEHOLDER = 64
ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
}  # fmt: skip
MAY_BE_EMPTY = {"switch_inline_query", "switch_inline_query_current_chat"}
INLINE, KEY = "inline keyboard button", "keyboard button"
ASKED = {"request_contact": "phone number", "request_location": "location"}
SCHEMES = {"http", "https", "tg", "ton", "tonsite"}


def checked_markup(given: Any, kind: str) -> Markup | None:
    """The markup as it will stand under a message in a chat of this kind, None for none; ApiError 400 for a
    wrong one."""
    if kind == "channel" or (isinstance(given, dict) and "inline_keyboard" in given):
        return checked_inline(given)
    if not _is_markup(given):
        return None
    if len(str(given.get("input_field_placeholder", ""))) > LONGEST_PLACEHOLDER:
        raise bad_request("the placeholder of the input field is too long")
    if "keyboard" not in given:
        return dict(given)
    rows = [[_key(key, kind) for key in row[:MOST_IN_A_ROW]] for row in _rows(given, "keyboard") if row]
    return _bounded({**given, "keyboard": rows}) if rows else None


def checked_inline(given: Any) -> Markup | None:
    """The markup of an edited message or of a post in a channel, which can only be an inline keyboard."""
    if not _is_markup(given):
        return None
    if "inline_keyboard" not in given:
        raise bad_request("inline keyboard expected")
    rows = [
        [_button(button) for button in row[:MOST_IN_A_ROW]] for row in _rows(given, "inline_keyboard") if row
    ]
    return _bounded({"inline_keyboard": rows}) if rows else None


def _is_markup(given: Any) -> bool:
    if given is not None and not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    return bool(given)


def _rows(given: Markup, field: str) -> list[list[Any]]:
    rows = given[field]
    if not isinstance(rows, list):
        raise bad_request(f'field "{field}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        of = " of the InlineKeyboardMarkup" if field == "inline_keyboard" else ""
        raise bad_request(f'field "{field}"{of} must be an Array of Arrays')
    return rows


def _bounded(markup: Markup) -> Markup:
    rows = markup.get("inline_keyboard") or markup["keyboard"]
    if sum(map(len, rows)) > MOST_BUTTONS or len(encode(markup).encode()) > LONGEST_MARKUP:
        raise bad_request("reply markup is too long")
    return markup


def _button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise _unread(INLINE, "InlineKeyboardButton must be an Object")
    _check_label(button, INLINE)
    actions = [name for name in ACTIONS if button.get(name, "") != "" or name in MAY_BE_EMPTY & button.keys()]
    if len(actions) > 1:  # Telegram takes one of them, and says nothing
        raise _unread(INLINE, f"it can do only one of {sorted(actions)}")
    if not actions:
        raise _unread(INLINE, "Text buttons are unallowed in the inline keyboard")
    if len(str(button.get("callback_data", "")).encode()) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in actions and not 0 < len(_copied(button["copy_text"])) <= LONGEST_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if "url" in button:
        return {**button, "url": _address(str(button["url"]))}
    return button


def _copied(given: Any) -> str:
    return str(given.get("text", "")) if isinstance(given, dict) else ""


def _check_label(button: dict[str, Any], kind: str) -> None:
    if "text" not in button:
        raise _unread(kind, 'Can\'t find field "text"')
    if not button["text"]:  # Telegram leaves such a button out, and says nothing
        raise _unread(kind, 'Field "text" must be non-empty')


def _unread(kind: str, reason: str) -> ApiError:
    return bad_request(f"can't parse {kind}: {reason}")


def _address(url: str) -> str:
    if "://" not in url and "." in url.partition("/")[0]:
        url = f"http://{url}/"
    parts = urlsplit(url)
    host = parts.hostname or ""
    is_web = parts.scheme in {"http", "https"}
    if parts.scheme not in SCHEMES or not host or " " in url or (is_web and "." not in host):
        raise bad_request("BUTTON_URL_INVALID")
    return url


def _key(key: Any, kind: str) -> dict[str, Any]:
    key = {"text": key} if isinstance(key, str) else key
    if not isinstance(key, dict):
        raise _unread(KEY, "KeyboardButton must be a String or an Object")
    _check_label(key, KEY)
    for request, asked in ASKED.items():
        if key.get(request) and kind != "private":
            raise bad_request(f"{asked} can be requested in private chats only")
    return key
