"""Finding the header of a table and its columns, however an office writes them."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from bot.dispatch.importing.columns import CHINESE, PASSED_OVER, SHEETS, Sheet, title_in_chinese
from bot.dispatch.importing.faults import Fault, Faults, shown
from bot.dispatch.importing.read import Rows
from bot.dispatch.importing.words import plain

REMARK = re.compile(r"\([^()]*\)|[*:]")
MOST_ABOVE = 5
"""So many rows may stand above a header: a title, who has filled in the table and when."""
NAME_IN = re.compile(r"(?:name|名称)_([a-z]{2,3}(?:_[a-z0-9]{2,8})*)")


def sheet_with(titles: list[str]) -> Sheet | None:
    """The kind of file that has these columns: of those whose needed columns are all there, the one that
    knows the most."""

    def fit(sheet: Sheet) -> int:
        columns = _columns(sheet, titles)
        return len(columns) if columns.issuperset(sheet.required) else 0

    best = max(SHEETS, key=fit)
    return best if fit(best) else None


def sheet_in(rows: Rows) -> Sheet | None:
    """The kind of file that has these rows, by its header."""
    first = (sheet_with(titles) for _, titles in islice(rows, MOST_ABOVE + 1))
    return next((sheet for sheet in first if sheet), None)


def with_header(sheet: Sheet, rows: Rows) -> Rows:
    """The rows from the header on. That is the first with all the columns there must be; where none of the
    first rows is such, the one that knows the most of them."""
    first: list[tuple[int, list[str]]] = []
    for row in islice(rows, MOST_ABOVE + 1):
        if _columns(sheet, row[1]).issuperset(sheet.required):
            return chain((row,), rows)
        first.append(row)
    known = [len(_columns(sheet, titles)) for _, titles in first]
    return chain(first[known.index(max(known)) :] if first else (), rows)


def _columns(sheet: Sheet, titles: list[str]) -> set[str]:
    return {column for title in titles if (column := _column(sheet, title))}


@dataclass(slots=True)
class Header:
    """Where each column stands in one file, and what the file calls it. `sound` is False when columns or
    rows are missing or wrong, so that nobody complains about what they might have held."""

    file: str
    faults: Faults
    places: dict[str, int] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    untitled: int = 0  # cells from here on, and those under a blank title, belong to no column
    blanks: frozenset[int] = frozenset()
    sound: bool = True

    def fault(self, row: int, column: str, value: str, key: str, **args: str) -> None:
        """Note a fault of one cell, under the title that the file itself uses."""
        self.faults.add(Fault(self.file, row, self.titles.get(column, column), shown(value), key, args))

    def absent(self, sheet: Sheet) -> frozenset[str]:
        """The columns that such a file may have and this one has not."""
        return frozenset(sheet.columns).difference(self.places)

    def unknown(self, column: str, key: str) -> str:
        """The key of the fault that what stands in this column is not there: `key` if the file says so
        itself, another one if that is merely kept."""
        return key if column in self.places else "import-kept-gone"

    def languages(self) -> Iterator[tuple[str, str]]:
        """(column, language tag) of each name_… column."""
        for column in self.places:
            if match := NAME_IN.fullmatch(column):
                yield column, _language_tag(match[1])


def separated_otherwise(cells: list[str]) -> bool:
    """Whether this is a row whose cells are separated by something else than commas."""
    return len(cells) == 1 and re.search(r"[;；\t|]", cells[0]) is not None


def find_columns(sheet: Sheet, file: str, row: int, cells: list[str], faults: Faults) -> Header:
    """Read a header row; unknown, repeated and missing columns are noted as faults of this file."""
    header = Header(file, faults, untitled=len(cells))
    if not cells:
        header.sound = False
        faults.in_file(file, "import-empty")
        return header
    header.blanks = frozenset(place for place, title in enumerate(cells) if not title.strip())
    passed_over = {place for place, title in enumerate(cells) if _bare(title).replace(" ", "") in PASSED_OVER}
    if separated_otherwise(cells):
        header.sound = False
        faults.in_file(file, "import-separator", row)
        return header
    for place, title in enumerate(cells):
        if place not in header.blanks | passed_over:
            _place(header, sheet, row, place, title.strip())
    if missing := [column for column in sheet.required if column not in header.places]:
        header.sound = False
        for column in missing:
            wanted = " / ".join((column, *CHINESE[column]))
            faults.in_file(file, "import-column-missing", row, wanted=wanted)
    return header


def _place(header: Header, sheet: Sheet, row: int, place: int, title: str) -> None:
    column = _column(sheet, title)
    if column is None:
        header.sound = False
        _unknown(header, sheet, row, title)
    elif column in header.places:
        header.fault(row, title, title, "import-column-twice", other=header.titles[column])
    else:
        header.places[column], header.titles[column] = place, shown(title)


def _column(sheet: Sheet, title: str) -> str | None:
    wanted = re.sub(r"[\s-]+", "_", _bare(title))
    if sheet.names_by_language and (match := NAME_IN.fullmatch(wanted)):
        return f"name_{match[1]}"
    known = sheet.spellings
    return known.get(wanted) or known.get(wanted.replace("_", ""))


def _bare(title: str) -> str:
    """A title without what offices add to it: (必填), a star, a colon."""
    return REMARK.sub("", plain(title)).strip()


def _unknown(header: Header, sheet: Sheet, row: int, title: str) -> None:
    near = difflib.get_close_matches(plain(title)[:64], sheet.spellings, n=1, cutoff=0.5)
    if near:
        header.fault(row, shown(title), title, "import-column-near", nearest=near[0])
    else:
        columns = ", ".join(f"{column} {title_in_chinese(sheet, column)}".strip() for column in sheet.columns)
        header.fault(row, shown(title), title, "import-column-unknown", columns=columns)


def _language_tag(text: str) -> str:
    """zh_tw becomes zh-TW, the form that Telegram and our locales use."""
    language, *others = text.split("_")
    return "-".join(
        (language, *(part.upper() if len(part) == len("TW") else part.title() for part in others))
    )
