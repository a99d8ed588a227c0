"""Changes as lines for people, in plain text."""

from bot.dispatch.importing import Text
from bot.dispatch.importing.chinese import column_in_chinese, value_in_chinese
from bot.dispatch.importing.columns import SHEETS
from bot.dispatch.importing.faults import shown
from bot.dispatch.roster.changes import Change, Detail

KEYS = {
    "added": "change-added",
    "changed": "change-changed",
    "gone": "change-gone",
    "replaced": "change-replaced",
}
TITLES = {
    "grids.csv": "sheet-grids",
    "people.csv": "sheet-people",
    "categories.csv": "sheet-categories",
    "organisations.csv": "sheet-organisations",
}
IN_SUBJECT = frozenset({"name", "code", "grid", "role"})


def sheet_title(file: str, text: Text) -> str:
    """What the rows of a file ("people.csv") are of, whatever they came in."""
    return text(TITLES[file])


def change_line(change: Change, text: Text, *, chinese: bool) -> str:
    """What becomes of one row, and of which of its columns; columns and words in Chinese if so wanted."""
    told = change.details
    if change.what == "added":
        told = tuple(detail for detail in told if detail[0] not in IN_SUBJECT)
    details = text("change-and").join(_detail(change.file, detail, text, chinese) for detail in told)
    line = text(
        KEYS[change.what],
        sheet=sheet_title(change.file, text),
        subject=shown(_subject(change, text)),
    )
    return text("change-with", line=line, details=details) if details else line


def _subject(change: Change, text: Text) -> str:
    if not change.role:
        return change.subject
    return text("change-post", person=change.subject, role=text(f"role-{change.role}"))


def in_words(file: str, detail: Detail, *, chinese: bool) -> Detail:
    """The column and what stood and will stand there as a file in Chinese (or English) has them, each short
    enough for a line."""
    column, was, becomes = detail
    if chinese:
        sheet = next(sheet for sheet in SHEETS if sheet.file == file)
        was, becomes = value_in_chinese(column, was), value_in_chinese(column, becomes)
        column = column_in_chinese(sheet, column)
    return column, shown(was), shown(becomes)


def _detail(file: str, detail: Detail, text: Text, chinese: bool) -> str:
    column, was, becomes = in_words(file, detail, chinese=chinese)
    if not was:
        return text("change-set", column=column, becomes=becomes)
    if not becomes:
        return text("change-emptied", column=column, was=was)
    return text("change-from-to", column=column, was=was, becomes=becomes)
