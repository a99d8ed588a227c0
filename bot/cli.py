"""The command `redvest`: what may be written after it, and what becomes of errors.

Everything a command needs is imported when it is run, so that each starts as fast as it can.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module, metadata
from typing import Any

import structlog

from bot.logs import set_up_logs
from bot.settings import LARGEST_PORT, Settings, SettingsError, environment, language_in, read_settings
from bot.texts import plain_text
from storage.database import Refusal, Unavailable

log = structlog.stdlib.get_logger(__name__)

DONE, FAILED, WRONG_USE = 0, 1, 2
COMMANDS = {  # name: the module of bot.commands
    "run": "running",
    "sandbox": "sandbox",
    "import": "importing",
    "export": "exporting",
    "links": "links",
    "posters": "posters",
    "migrate": "migrate",
    "doctor": "doctor",
    "bench": "bench",
}
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 failed, 2 wrong use."""
    try:
        return _main(sys.argv[1:] if argv is None else list(argv))
    except SettingsError as error:
        return say(*error.faults, code=WRONG_USE)
    except (Refusal, Unavailable) as error:
        return say(str(error), code=FAILED)
    except BrokenPipeError:  # `redvest links | head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        return say(f"{error.filename}: {error.strerror}" if error.filename else str(error), code=FAILED)


def say(*lines: str, code: int) -> int:
    """Say on stderr why nothing came of it; `code`, to be returned."""
    for line in lines:
        print(f"redvest: {line}", file=sys.stderr)
    return code


def _main(argv: list[str]) -> int:
    known = environment()
    language = language_in(known)
    if argv[:1] == ["bench"]:  # it has words and options of its own
        return _command("bench")(argv[1:], language)
    given = command_line(language).parse_args(argv)
    _use_proxies(known)
    if given.command == "doctor":  # which also speaks of settings that are wrong
        return _command("doctor")(known)
    settings = read_settings(known)
    set_up_logs(settings.log)
    return _guarded(given, settings)


def _guarded(given: argparse.Namespace, settings: Settings) -> int:
    """Run the command; a mistake of ours becomes a line in the log and a short word."""
    try:
        return _command(given.command)(given, settings)
    except (Refusal, Unavailable, OSError):
        raise
    except Exception as error:
        log.exception("command failed", command=given.command)
        return say(plain_text(settings.language, "cli-unexpected", error=type(error).__name__), code=FAILED)


def _command(name: str) -> Callable[..., int]:
    main: Callable[..., int] = import_module(f"bot.commands.{COMMANDS[name]}").main
    return main


def _use_proxies(known: Mapping[str, str]) -> None:
    """A proxy that stands in `.env` holds as one in the real environment does."""
    for name, value in known.items():
        if name.lower() in PROXIES:
            os.environ.setdefault(name, value)


def command_line(language: str) -> argparse.ArgumentParser:
    """The parser, its help in this language."""
    text = partial(plain_text, language)
    parser = argparse.ArgumentParser(prog="redvest", description=text("cli-about"), add_help=False)
    version = f"redvest {metadata.version('redvest')}"
    _options(parser, text).add_argument(
        "--version", action="version", version=version, help=text("cli-version")
    )
    commands = parser.add_subparsers(
        dest="command", required=True, title=text("cli-commands"), metavar=text("cli-command")
    )
    for name in COMMANDS:
        about = text(f"cli-{name}")
        each = commands.add_parser(name, help=about, description=about, add_help=False)
        add = _options(each, text).add_argument
        _arguments(name, add, text)
    return parser


def _arguments(name: str, add: Callable[..., object], text: Callable[[str], str]) -> None:
    """What may be written after a command."""
    if name == "run":
        add("--or-sandbox", action="store_true", help=text("cli-run-or-sandbox"))
    elif name == "sandbox":
        add("--port", type=port, metavar=text("cli-port"), help=text("cli-sandbox-port"))
        add("--no-browser", action="store_true", help=text("cli-sandbox-no-browser"))
        add("--story", metavar=text("cli-name"), help=text("cli-sandbox-story"))
        add("--state", metavar=text("cli-file"), help=text("cli-sandbox-state"))
    elif name == "import":
        add("path", metavar=text("cli-path"), help=text("cli-import-path"))
        add("--dry-run", action="store_true", help=text("cli-import-dry-run"))
        add("--prune", action="store_true", help=text("cli-import-prune"))
    elif name == "export":
        add("path", metavar=text("cli-path"), help=text("cli-export-path"))
        add("--chinese", action="store_true", help=text("cli-export-chinese"))
    elif name == "links":
        add("--grid", metavar=text("cli-code"), help=text("cli-links-grid"))
        add("--qr", metavar=text("cli-folder"), help=text("cli-links-qr"))
    elif name == "posters":
        add("out", metavar=text("cli-posters-file"), help=text("cli-posters-out"))
        add("--grid", metavar=text("cli-code"), help=text("cli-posters-grid"))
        add("--level", metavar=text("cli-level"), nargs="+", default=[], help=text("cli-posters-level"))
        add("--username", metavar=text("cli-name"), help=text("cli-posters-username"))


def port(text: str) -> int:
    """The number of a port; ValueError for none."""
    number = int(text)
    if not 0 <= number <= LARGEST_PORT:
        raise ValueError(text)
    return number


def _options(parser: argparse.ArgumentParser, text: Callable[[str], str]) -> Any:
    """A group for options whose title is ours, not argparse's English; --help is in it."""
    options = parser.add_argument_group(text("cli-options"))
    options.add_argument("-h", "--help", action="help", help=text("cli-help"))
    return options
