"""The bot itself: who it is and which commands it shows to whom."""

import re
from typing import TYPE_CHECKING, Any

from sandbox.args import Args
from sandbox.errors import bad_request
from sandbox.methods.reach import known_chat
from sandbox.watching import Commands

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

MOST_COMMANDS = 100
LONGEST_DESCRIPTION = 256
NAME = re.compile(r"[a-z0-9_]{1,32}")
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
    commands = args.object("commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands JSON object")
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


def _command(given: dict[str, str]) -> dict[str, str]:
    name, description = given.get("command", "").removeprefix("/"), given.get("description", "").strip()
    if not NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 0 < len(description) <= LONGEST_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _key(tg: "Telegram", args: Args) -> tuple[str, str]:
    scope = args.object("scope") or {"type": "default"}
    kind = scope.get("type")
    if kind not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    parts = [kind]
    if kind in CHAT_SCOPES:
        parts.append(str(known_chat(tg, Args(scope)).id))
    if kind == "chat_member":
        parts.append(str(scope.get("user_id")))
    language = args.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return ":".join(parts), language
