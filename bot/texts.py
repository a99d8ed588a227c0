"""Words in the reader's language, from the Fluent files under `locales/`.

Texts of messages are HTML, and what is put into them is escaped. Labels, toasts and
lines on a terminal are plain.
"""

import functools
import html
import re
from datetime import date, datetime
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("zh-CN", "en")
LONG = 500
"""Characters of a value that goes in after Fluent, which refuses values of more than 2,500."""

ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
"""The first line of an entry; nothing else that begins at the margin looks like it."""
REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")


class MissingText(Exception):
    """A key that a language does not have, or words that could not be put together: a mistake of ours."""


def language_of(code: str | None, default: str) -> str:
    """The language we have for Telegram's code ("zh-hans", "en-GB"); the default for none or another."""
    if not code:
        return default
    if code.lower().startswith("zh"):
        return "zh-CN"
    return "en" if code.lower().startswith("en") else default


def html_text(language: str, key: str, /, **values: object) -> str:
    """A message's text with the values escaped."""
    return _format(language, key, {name: _escaped(value) for name, value in values.items()})


def plain_text(language: str, key: str, /, **values: object) -> str:
    """A label, a toast or a line on a terminal."""
    return _format(language, key, values) if values else _constant(language, key)


@functools.cache
def keys_of(language: str) -> frozenset[str]:
    """Every key a language has."""
    return frozenset(name for name in _book(language).sources if not name.startswith("-"))


def everywhere(key: str) -> tuple[str, ...]:
    """A label in every language: what a reply key may say, whoever's keyboard it stands on."""
    return tuple(plain_text(language, key) for language in LANGUAGES)


@functools.cache
def _constant(language: str, key: str) -> str:
    return _format(language, key, {})


def _escaped(value: object) -> object:
    return html.escape(value, quote=False) if isinstance(value, str) else value


def _format(language: str, key: str, values: dict[str, object]) -> str:
    bundle = _book(language).with_entry(key)
    if not bundle.has_message(key):
        raise MissingText(f"{language} has no text {key}")
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise MissingText(f"{language}: {key} is empty")
    readable = {name: _readable(value) for name, value in values.items()}
    long = [name for name, value in readable.items() if isinstance(value, str) and len(value) > LONG]
    marks = {name: f"\0{at}\0" for at, name in enumerate(long)}
    said, errors = bundle.format_pattern(pattern, readable | marks)
    if errors:
        raise MissingText(f"{language}: {key}: {errors[0]}")
    return (
        re.sub("\0([0-9]+)\0", lambda mark: str(readable[long[int(mark[1])]]), str(said))
        if long
        else str(said)
    )


def _readable(value: object) -> object:
    """Numbers choose plurals; everything else goes in as its words."""
    return value if isinstance(value, int | float | date | datetime) else str(value)


class _Book:
    """The texts of a language. Each is parsed when it is first asked for: all of them would take a fifth of
    the start of a bot, which needs few at once and those of the sandbox never."""

    def __init__(self, language: str) -> None:
        self.sources: dict[str, str] = {}
        self._bundle = FluentBundle([language], use_isolating=False)
        self._read: set[str] = set()
        folder = resources.files("locales") / language
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.name.endswith(".ftl"):
                self._take_apart(file.read_text("utf-8"))

    def _take_apart(self, text: str) -> None:
        starts = list(ENTRY.finditer(text))
        ends = [*(start.start() for start in starts[1:]), len(text)]
        for start, end in zip(starts, ends, strict=True):
            self.sources.setdefault(start[1], text[start.start() : end])

    def with_entry(self, name: str) -> FluentBundle:
        """The bundle, with this entry in it, if there is one, and whatever that refers to."""
        if name not in self._read:
            wanted = self._needed(name)
            for each in wanted:
                self._bundle.add_resource(FluentResource(self.sources[each]))
            self._read.update(wanted)  # last: another thread may want the same words
        return self._bundle

    def _needed(self, name: str) -> set[str]:
        """The entry and all it refers to, directly or not."""
        found: set[str] = set()
        left = [name]
        while left:
            each = left.pop()
            if each in self.sources and each not in found:
                found.add(each)
                left += REFERENCE.findall(self.sources[each])
        return found


@functools.cache
def _book(language: str) -> _Book:
    return _Book(language)
