"""The settings: environment and `.env` into one frozen value, or every fault at once.

A variable that is set but blank counts as not set. The real environment wins over `.env`.
"""

import difflib
import hashlib
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import TypeVar
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from dotenv.parser import parse_stream

from bot.dispatch.policy import Policy, PolicyError
from bot.texts import LANGUAGES, plain_text
from storage.location import POSTGRES, SQLITE

T = TypeVar("T")

PREFIX = "REDVEST_"
PASSED_OVER = "REDVEST_TEST_"  # for those who test this program
DEFAULTS = {
    "REDVEST_BOT_TOKEN": "",
    "REDVEST_API_URL": "https://api.telegram.org",
    "REDVEST_DATABASE_URL": "sqlite:///data/redvest.db",
    "REDVEST_WEBHOOK_URL": "",
    "REDVEST_LISTEN": "127.0.0.1:8443",
    "REDVEST_WEBHOOK_SECRET": "",
    "REDVEST_POLICY": "",
    "REDVEST_TIMEZONE": "Asia/Shanghai",
    "REDVEST_LANGUAGE": "zh-CN",
    "REDVEST_ADMINS": "",
    "REDVEST_LOG": "info",
}
LEVELS = ("debug", "info", "warning", "error", "critical")
LARGEST_TELEGRAM_ID = 2**52
LARGEST_PORT = 65535

_TOKEN = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{20,100}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LISTEN = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):(?P<port>[0-9]{1,5})")


class SettingsError(Exception):
    """The settings cannot be used; `faults` has a line for each wrong one, with what would be right."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


@dataclass(frozen=True, slots=True)
class Settings:
    """What the operator has set. `token` is "" where none is set; secrets are in no repr."""

    token: str = field(repr=False)
    api_url: str  # without a slash at the end
    database_url: str = field(repr=False)
    webhook_url: str | None
    listen: tuple[str, int]  # host and port
    webhook_secret: str = field(repr=False)
    policy: Policy = field(repr=False)
    zone: ZoneInfo
    language: str
    admins: frozenset[int]
    log: str  # one of LEVELS


class _Wrong(Exception):
    """A value cannot be used: the key of the text that says what would be right, and its arguments."""

    def __init__(self, key: str, **args: str) -> None:
        super().__init__(key)
        self.key, self.args_of_text = key, args


def environment(folder: Path | None = None) -> dict[str, str]:
    """The process's environment over the `.env` of a folder (None: the working directory).

    Raises SettingsError where `.env` cannot be read.
    """
    path = (folder or Path()) / ".env"
    if not path.is_file():
        return dict(os.environ)
    try:
        with path.open(encoding="utf-8-sig") as file:
            lines = list(parse_stream(file))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError((plain_text(language_in(os.environ), "setting-env-unreadable"),)) from error
    known = {line.key: line.value for line in lines if line.key and line.value is not None}
    known.update(os.environ)
    faults = [str(line.original.line) for line in lines if line.error]
    if faults:
        language = language_in(known)
        raise SettingsError(tuple(plain_text(language, "setting-env-line", line=line) for line in faults))
    return known


def language_in(environment: Mapping[str, str]) -> str:
    """The language to speak before the settings are read: the one set, if we have it."""
    wanted = environment.get("REDVEST_LANGUAGE", "").strip()
    return wanted if wanted in LANGUAGES else DEFAULTS["REDVEST_LANGUAGE"]


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings in an environment; SettingsError names every fault, in the language that is set."""
    reading = _Reading(environment)
    reading.note_strangers()
    token = reading.value("REDVEST_BOT_TOKEN", _token)
    settings = Settings(
        token=token,
        api_url=reading.value("REDVEST_API_URL", _api_url),
        database_url=reading.value("REDVEST_DATABASE_URL", _database_url),
        webhook_url=reading.value("REDVEST_WEBHOOK_URL", _webhook_url),
        listen=reading.value("REDVEST_LISTEN", _listen),
        webhook_secret=reading.value("REDVEST_WEBHOOK_SECRET", _secret) or _derived(token),
        policy=reading.policy(),
        zone=reading.value("REDVEST_TIMEZONE", _zone),
        language=reading.value("REDVEST_LANGUAGE", _language),
        admins=reading.value("REDVEST_ADMINS", _admins),
        log=reading.value("REDVEST_LOG", _level),
    )
    if reading.faults:
        raise SettingsError(tuple(reading.faults))
    return settings


class _Reading:
    """Reads one variable after the other and collects what is wrong."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._given = {
            name: value.strip()
            for name, value in environment.items()
            if name.startswith(PREFIX) and not name.startswith(PASSED_OVER)
        }
        self._language = language_in(environment)
        self.faults: list[str] = []

    def note_strangers(self) -> None:
        """A variable we do not know is a slip of the pen, whose setting would silently not hold."""
        for name in sorted(self._given.keys() - DEFAULTS.keys()):
            near = difflib.get_close_matches(name, DEFAULTS, n=1, cutoff=0.0)
            self._fault(name, "setting-unknown", near=near[0])

    def value(self, name: str, parse: Callable[[str], T]) -> T:
        """The variable parsed, or its default where it is not set or wrong."""
        try:
            return parse(self._given.get(name) or DEFAULTS[name])
        except _Wrong as wrong:
            self._fault(name, wrong.key, **wrong.args_of_text)
            return parse(DEFAULTS[name])

    def policy(self) -> Policy:
        """The policy of the file that is named, or the built-in one where none is or it is wrong."""
        path = self._given.get("REDVEST_POLICY")
        try:
            return Policy.load(Path(path)) if path else Policy.builtin()
        except PolicyError as error:
            self.faults += [f"REDVEST_POLICY: {fault}" for fault in error.faults]
            return Policy.builtin()

    def _fault(self, name: str, key: str, **args: str) -> None:
        self.faults.append(f"{name}: {plain_text(self._language, key, **args)}")


def _token(value: str) -> str:
    if value and not _TOKEN.fullmatch(value):
        raise _Wrong("setting-token")  # without the value: it may be nearly right
    return value


def _api_url(value: str) -> str:
    url = _url(value)
    if url is None or url.scheme not in ("http", "https") or url.query or url.fragment:
        raise _Wrong("setting-api-url", value=value)
    return value.rstrip("/")


def _database_url(value: str) -> str:
    if not value.startswith((SQLITE, *POSTGRES)) or value == SQLITE:
        raise _Wrong("setting-database-url")  # without the value: it may hold a password
    return value


def _webhook_url(value: str) -> str | None:
    if not value:
        return None
    url = _url(value)
    if url is None or not (url.scheme == "https" or (url.scheme == "http" and _is_here(url.hostname or ""))):
        raise _Wrong("setting-webhook-url", value=value)
    return value


def _listen(value: str) -> tuple[str, int]:
    match = _LISTEN.fullmatch(value)
    if not match or not 0 < int(match["port"]) <= LARGEST_PORT:
        raise _Wrong("setting-listen", value=value)
    return match["host"].strip("[]"), int(match["port"])


def _secret(value: str) -> str:
    if value and not _SECRET.fullmatch(value):
        raise _Wrong("setting-webhook-secret")
    return value


def _derived(token: str) -> str:
    """The same secret for every worker of one bot, from which the token cannot be told."""
    return hashlib.sha256(f"redvest webhook {token}".encode()).hexdigest()


def _zone(value: str) -> ZoneInfo:
    try:
        return ZoneInfo(value)
    except (LookupError, ValueError, OSError) as error:  # unknown; a path; a folder of zones
        raise _Wrong("setting-timezone", value=value) from error


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise _Wrong("setting-language", value=value, languages=", ".join(LANGUAGES))
    return value


def _admins(value: str) -> frozenset[int]:
    ids = [part for part in re.split(r"[\s,;，；、]+", value) if part]
    for part in ids:
        if not re.fullmatch("[0-9]{1,16}", part) or not 0 < int(part) < LARGEST_TELEGRAM_ID:
            raise _Wrong("setting-admins", value=part)
    return frozenset(int(part) for part in ids)


def _level(value: str) -> str:
    level = value.lower()
    if level not in LEVELS:
        raise _Wrong("setting-log", value=value, levels=", ".join(LEVELS))
    return level


def _url(value: str) -> SplitResult | None:
    try:
        url = urlsplit(value)
        sound = bool(url.hostname) and not re.search(r"\s", value) and url.port != 0
    except ValueError:
        return None
    return url if sound else None


def _is_here(host: str) -> bool:
    """Whether a host is this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
