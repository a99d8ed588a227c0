"""The bot itself: who it is and which commands it shows to whom."""

import re
from typing import TYPE_CHECKING, Any

from sandbox.args import Args
from sandbox.errors import ApiError, bad_request
from sandbox.methods.reach import known_chat
from sandbox.watching import Commands

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

MOST_COMMANDS = 100
LONGEST_NAME = 32
LONGEST_DESCRIPTION = 256
NAME = re.compile(r"[a-z0-9_]+")
CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}
SCOPES = CHAT_SCOPES | {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}


def get_me(tg: "Telegram", _: Args) -> dict[str, Any]:
    """getMe."""
    return {
        **tg.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": tg.reads_all,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(tg: "Telegram", args: Args) -> bool:
    """setMyCommands, for a scope and a language; an empty list takes them away."""
    key = _key(tg, args)
    commands = args.object("commands") or []
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    tg.commands[key] = [_command(command) for command in commands]
    tg.show(Commands())
    return True


def get_my_commands(tg: "Telegram", args: Args) -> list[dict[str, str]]:
    """getMyCommands of exactly this scope and language."""
    return tg.commands.get(_key(tg, args), [])


def delete_my_commands(tg: "Telegram", args: Args) -> bool:
    """deleteMyCommands."""
    tg.commands.pop(_key(tg, args), None)
    tg.show(Commands())
    return True


def _command(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    if missing := next((field for field in ("command", "description") if field not in given), ""):
        raise bad_request(f"can't parse BotCommand: Can't find field \"{missing}\"")
    name, description = str(given["command"]).strip().removeprefix("/"), str(given["description"]).strip()
    if not name:
        raise bad_request("command must be non-empty")
    if len(name) > LONGEST_NAME:
        raise bad_request(f"command length must not exceed {LONGEST_NAME}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > LONGEST_DESCRIPTION:
        raise bad_request(f"command description length must not exceed {LONGEST_DESCRIPTION}")
    if not NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}


def _key(tg: "Telegram", args: Args) -> tuple[str, str]:
    scope = args.object("scope")
    if scope is None:
        scope = {"type": "default"}
    if not isinstance(scope, dict):
        raise _unread_scope("BotCommandScope must be an Object")
    language = args.text("language_code")
    parts = _scope(tg, scope)
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return ":".join(parts), language


def _scope(tg: "Telegram", scope: dict[str, Any]) -> list[str]:
    kind, user = Args(scope).text("type"), Args(scope).number("user_id")
    if kind not in SCOPES:
        raise _unread_scope("Unsupported type specified" if kind else 'Can\'t find field "type"')
    if kind not in CHAT_SCOPES:
        return [kind]
    if "chat_id" not in scope:
        raise _unread_scope('Can\'t find field "chat_id"')
    if kind == "chat_member" and user <= 0:
        raise _unread_scope("Invalid user_id specified")
    chat = known_chat(tg, Args(scope))
    if chat.person is not None and kind != "chat":
        raise bad_request("can't use specified scope in private chats")
    if chat.kind == "channel":
        raise bad_request("can't change commands in channel chats")
    return [kind, str(chat.id)] + ([str(user)] if kind == "chat_member" else [])


def _unread_scope(reason: str) -> ApiError:
    return bad_request(f"can't parse BotCommandScope: {reason}")
