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
    return frozenset(_bundle(language)._messages)  # the bundle has no public list


def everywhere(key: str) -> tuple[str, ...]:
    """A label in every language: what a reply key may say, whoever's keyboard it stands on."""
    return tuple(plain_text(language, key) for language in LANGUAGES)


@functools.cache
def _constant(language: str, key: str) -> str:
    return _format(language, key, {})


def _escaped(value: object) -> object:
    return html.escape(value, quote=False) if isinstance(value, str) else value


def _format(language: str, key: str, values: dict[str, object]) -> str:
    bundle = _bundle(language)
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


@functools.cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    folder = resources.files("locales") / language
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle
