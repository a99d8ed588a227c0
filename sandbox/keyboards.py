"""Reply markups: inline keyboards and reply keyboards, checked and brought into the shape Telegram gives."""

from typing import Any
from urllib.parse import urlsplit

from sandbox.errors import bad_request

Markup = dict[str, Any]
Row = list[dict[str, Any]]

MOST_BUTTONS = 100
LONGEST_DATA = 64  # bytes
ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
}  # fmt: skip
ASKED = {"request_contact": "phone number", "request_location": "location"}
SCHEMES = {"http", "https", "tg", "ton", "tonsite"}


def checked_markup(markup: Any, *, private: bool) -> Markup | None:
    """The markup as it will stand under the message, None for none; ApiError 400 for a wrong one. Only a
    ``private`` chat has keys that ask for a number or a place."""
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"])
    if "keyboard" in markup:
        rows = [[_key(key, private) for key in row] for row in _rows(markup["keyboard"])]
        return {**markup, "keyboard": rows}
    return markup


def checked_inline(markup: Any) -> Markup | None:
    """The markup of an edited message, which can only be an inline keyboard."""
    found = checked_markup(markup, private=True)
    if found and "inline_keyboard" not in found:
        raise bad_request("inline keyboard expected")
    return found


def _rows(keyboard: Any) -> list[list[Any]]:
    if not isinstance(keyboard, list) or not all(isinstance(row, list) for row in keyboard):
        raise bad_request("can't parse reply keyboard markup JSON object")
    return keyboard


def _inline(keyboard: Any) -> Markup | None:
    rows = [[_button(button) for button in row] for row in _rows(keyboard) if row]
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict) or not button.get("text"):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be non-empty')
    actions = [name for name in ACTIONS if button.get(name) is not None]
    if not actions or button.get("callback_data") == "":
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(str(button.get("callback_data", "")).encode()) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button:
        return {**button, "url": _address(str(button["url"]))}
    return button


def _address(url: str) -> str:
    if "://" not in url and "." in url.partition("/")[0]:
        url = f"http://{url}/"
    parts = urlsplit(url)
    host = parts.hostname or ""
    is_web = parts.scheme in {"http", "https"}
    if parts.scheme not in SCHEMES or not host or " " in url or (is_web and "." not in host):
        raise bad_request("BUTTON_URL_INVALID")
    return url


def _key(key: Any, private: bool) -> dict[str, Any]:
    if isinstance(key, str):
        key = {"text": key}
    if not isinstance(key, dict) or not key.get("text"):
        raise bad_request('can\'t parse keyboard button: Field "text" must be non-empty')
    for request, asked in ASKED.items():
        if key.get(request) and not private:
            raise bad_request(f"{asked} can be requested in private chats only")
    return key
