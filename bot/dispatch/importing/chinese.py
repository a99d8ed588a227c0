"""Columns and words of import files in Chinese, as an export writes them and the check understands them."""

from bot.dispatch.importing.columns import Sheet, title_in_chinese
from bot.dispatch.importing.words import KINDS, LEVELS, MODES, ROLES, URGENCIES, YES_NO, Words

WORDS: dict[str, Words] = {
    "level": LEVELS,
    "dedicated": YES_NO,
    "mode": MODES,
    "role": ROLES,
    "urgency": URGENCIES,
    "confidential": YES_NO,
    "kind": KINDS,
}


def column_in_chinese(sheet: Sheet, column: str) -> str:
    """The title of a column."""
    if column.startswith("name_"):
        return f"名称_{column.removeprefix('name_')}"
    return title_in_chinese(sheet, column) or column


def value_in_chinese(column: str, value: str) -> str:
    """A word of the contract in Chinese; anything else as it is."""
    if column == "first":
        return ";".join(map(_first, value.split(";")))
    return _word(WORDS.get(column, {}), value)


def _first(part: str) -> str:
    mode, equals, who = part.rpartition("=")
    return f"{_word(MODES, mode)}{equals}{_word(ROLES, who)}"


def _word(words: Words, code: str) -> str:
    return words.get(code, (code,))[0]
