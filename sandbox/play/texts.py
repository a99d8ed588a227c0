"""The words of the page, from the same files as the bot's, for a browser to fill in."""

import functools
from importlib import resources

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.texts import keys_of, plain_text

SHARED = ("page-", "role-")


@functools.cache
def page_texts(language: str) -> dict[str, str]:
    """Every text of the page by its key; where a value goes in stands its name in braces."""
    values = _values(language)
    return {
        key: plain_text(language, key, **{name: f"{{{name}}}" for name in values.get(key, ())})
        for key in sorted(keys_of(language))
        if key.startswith(SHARED)
    }


def _values(language: str) -> dict[str, set[str]]:
    """The names of the values that go into each text."""
    found: dict[str, set[str]] = {}
    for file in (resources.files("locales") / language).iterdir():
        if file.name.endswith(".ftl"):
            for entry in FluentParser().parse(file.read_text("utf-8")).body:
                if isinstance(entry, ast.Message):
                    names = _Names()
                    names.visit(entry)
                    found[entry.id.name] = names.found
    return found


class _Names(Visitor):
    """Gathers the names of values."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - as the library calls it
        self.found.add(node.id.name)
