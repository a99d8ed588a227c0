"""The page about the sandbox says what the sandbox does, and leaves nothing out."""

import re
from datetime import timedelta
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path
from typing import Any

from aiogram import __api_version__, methods
from aiogram.types import ReplyParameters

from sandbox import unmodelled
from sandbox.methods import METHODS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/sandbox-api.md").read_text("utf-8")
SOURCES = [ROOT / "sandbox/keyboards.py", *sorted((ROOT / "sandbox/methods").glob("*.py"))]
TYPED = {name: getattr(methods, name) for name in methods.__all__}
NAMES = {
    method.__api_method__: method
    for method in TYPED.values()
    if isinstance(method.__dict__.get("__api_method__"), str)
}
LIMITS = {
    "a text, once its marks are read": "methods.wording.LONGEST_TEXT",
    "a caption, once its marks are read": "methods.wording.LONGEST_CAPTION",
    "a text or caption with its marks": "methods.wording.LONGEST_SOURCE",
    "the answer to a tap": "methods.answering.LONGEST_ANSWER",
    "data of a button": "keyboards.LONGEST_DATA",
    "text that a button copies": "keyboards.LONGEST_COPIED",
    "placeholder of the input field": "keyboards.LONGEST_PLACEHOLDER",
    "buttons of a keyboard": "keyboards.MOST_BUTTONS",
    "buttons in a row": "keyboards.MOST_IN_A_ROW",
    "a keyboard as JSON": "keyboards.LONGEST_MARKUP",
    "an album": "methods.albums.LARGEST_ALBUM",
    "commands of a scope and language": "methods.account.MOST_COMMANDS",
    "name of a command": "methods.account.LONGEST_NAME",
    "description of a command": "methods.account.LONGEST_DESCRIPTION",
    "name of a forum topic": "methods.chatting.LONGEST_TOPIC_NAME",
    "a picture that is uploaded": "files.LARGEST_PHOTO",
    "a file that is downloaded": "files.LARGEST_DOWNLOAD",
    "a request": "server.LARGEST_REQUEST",
    "age of a message that is deleted": "methods.deleting.DELETABLE",
    "age of a dice that stays in a private chat": "methods.deleting.DICE",
    "updates at once": "updates.MOST_AT_ONCE",
    "a poll": "methods.receiving.LONGEST_POLL",
    "connections of a webhook": "methods.receiving.MOST_CONNECTIONS",
}
MEGABYTE = 1024 * 1024


def part(title: str) -> str:
    """What stands under a heading."""
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def named(text: str) -> set[str]:
    """All that stands as code."""
    return set(re.findall(r"`([^`\n]+)`", text))


def paragraph(beginning: str) -> str:
    """A paragraph on what is not modelled."""
    return next(found for found in part("Not modelled").split("\n\n") if found.strip().startswith(beginning))


def modelled() -> set[str]:
    return {name for name in NAMES if name.lower() in METHODS}


def test_the_page_names_the_version_of_the_bot_api_that_the_types_have() -> None:
    assert f"Bot API {__api_version__}." in PAGE
    assert {name.lower() for name in modelled()} == METHODS.keys()


def test_every_method_is_named_as_modelled_or_as_not() -> None:
    assert named(part("Modelled")) & NAMES.keys() == modelled()
    patterns = named(paragraph("**Methods**"))
    matched = {pattern: {name for name in NAMES if fnmatchcase(name, pattern)} for pattern in patterns}
    assert [pattern for pattern, names in matched.items() if not names - modelled()] == []
    covered = set[str]().union(*matched.values())
    assert covered & modelled() == {"answerCallbackQuery"}  # "but for taps"
    assert NAMES.keys() - modelled() - covered == set()


def test_every_argument_of_a_modelled_method_is_read_or_named() -> None:
    sources = "".join(path.read_text("utf-8") for path in SOURCES)
    fields = {field for name in modelled() for field in NAMES[name].model_fields}
    unread = {field for field in fields if f'"{field}"' not in sources}
    refused = named(paragraph("**Arguments**, refused").partition("; in `reply_parameters`")[0])
    in_replies = named(paragraph("**Arguments**, refused").partition("; in `reply_parameters`")[2])
    unseen = named(paragraph("**Arguments** that are taken"))
    assert refused == unmodelled.FIELDS
    assert in_replies == unmodelled.IN_REPLIES
    assert in_replies == ReplyParameters.model_fields.keys() - {"message_id", "allow_sending_without_reply"}
    assert unread == refused | unseen


def test_every_limit_stands_on_the_page() -> None:
    rows = re.findall(
        r"^\| ([^|]+) \| ([\d,]+) (?:(MB|hours)[^|]*|[^|]*)\| [^|]+ \|$", part("Limits"), re.MULTILINE
    )
    assert {what: said(number, unit) for what, number, unit in rows} == {
        what: constant(name) for what, name in LIMITS.items()
    }
    there = {
        f"{'.'.join(path.relative_to(ROOT / 'sandbox').with_suffix('').parts)}.{name}"
        for path in (*SOURCES, *(ROOT / f"sandbox/{name}.py" for name in ("files", "server", "updates")))
        for name in re.findall(r"^((?:MOST|LONGEST|LARGEST)_\w+) =", path.read_text("utf-8"), re.MULTILINE)
    }
    assert there <= set(LIMITS.values())


def said(number: str, unit: str) -> Any:
    value = int(number.replace(",", ""))
    return timedelta(hours=value) if unit == "hours" else value * (MEGABYTE if unit == "MB" else 1)


def constant(name: str) -> Any:
    module, _, field = name.rpartition(".")
    return getattr(import_module(f"sandbox.{module}"), field)
