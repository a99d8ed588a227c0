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
SCHEMES = {"http", "https", "tg", "ton", "tonsite"}


def checked_markup(markup: Any) -> Markup | None:
    """The markup as it will stand under the message, None for none; ApiError 400 for a wrong one."""
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"])
    if "keyboard" in markup:
        return {**markup, "keyboard": [[_key(key) for key in row] for row in _rows(markup["keyboard"])]}
    return markup


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


def _key(key: Any) -> dict[str, Any]:
    if isinstance(key, str):
        key = {"text": key}
    if not isinstance(key, dict) or not key.get("text"):
        raise bad_request('can\'t parse keyboard button: Field "text" must be non-empty')
    return key
