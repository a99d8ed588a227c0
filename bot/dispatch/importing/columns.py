"""Which columns each file has, what they may be called, and finding them in a header."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.dispatch.importing.faults import Fault, Faults, shown
from bot.dispatch.importing.words import plain

CHINESE: Mapping[str, tuple[str, ...]] = {
    "code": ("编码",),
    "name": ("名称", "姓名"),
    "level": ("层级",),
    "parent": ("上级",),
    "dedicated": ("专属",),
    "mode": ("管理模式",),
    "aliases": ("别名",),
    "boundary": ("边界",),
    "role": ("角色",),
    "grid": ("网格",),
    "organisation": ("单位",),
    "phone": ("电话",),
    "skills": ("技能",),
    "languages": ("语言",),
    "until": ("截止",),
    "icon": ("图标",),
    "urgency": ("紧急程度",),
    "confidential": ("保密",),
    "first": ("首办",),
    "keywords": ("关键词",),
    "kind": ("类型",),
    "contact": ("联系电话",),
    "categories": ("服务类别",),
}
NAME_IN = re.compile(r"(?:name|名称)_([a-z]{2,3}(?:_[a-z0-9]{2,8})*)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of file: its name, that of such a sheet of a workbook in Chinese, the columns it must have and
    those it may have."""

    file: str
    chinese: str
    required: tuple[str, ...]
    optional: tuple[str, ...]
    names_by_language: bool = False  # may have name_en, name_fr …

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column of fixed name, in the order of the contract."""
        return self.required + self.optional

    @property
    def title(self) -> str:
        """What a sheet of a workbook is called."""
        return self.file.removesuffix(".csv")


GRIDS = Sheet(
    "grids.csv",
    "网格",
    ("code", "name", "level"),
    ("parent", "dedicated", "mode", "aliases", "boundary"),
)
PEOPLE = Sheet(
    "people.csv",
    "人员",
    ("name", "role", "grid"),
    ("organisation", "phone", "telegram_id", "skills", "languages", "until"),
)
CATEGORIES = Sheet(
    "categories.csv",
    "类别",
    ("code", "name"),
    ("parent", "icon", "urgency", "confidential", "first", "keywords"),
    names_by_language=True,
)
ORGANISATIONS = Sheet("organisations.csv", "单位", ("name", "kind"), ("grid", "contact", "categories"))
SHEETS = (GRIDS, PEOPLE, CATEGORIES, ORGANISATIONS)


def sheet_called(name: str) -> Sheet | None:
    """The kind of file with this name, in English or Chinese."""
    wanted = plain(name)
    return next((sheet for sheet in SHEETS if wanted in (sheet.title, sheet.chinese)), None)


def sheet_with(titles: list[str]) -> Sheet | None:
    """The kind of file that has these columns: of those whose needed columns are all there, the one that
    knows the most."""

    def fit(sheet: Sheet) -> int:
        columns = {_column(sheet, title) for title in titles}
        return len(columns - {None}) if columns.issuperset(sheet.required) else 0

    best = max(SHEETS, key=fit)
    return best if fit(best) else None


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

    def languages(self) -> Iterator[tuple[str, str]]:
        """(column, language tag) of each name_… column."""
        for column in self.places:
            if match := NAME_IN.fullmatch(column):
                yield column, _language_tag(match[1])


def find_columns(sheet: Sheet, file: str, row: int, cells: list[str], faults: Faults) -> Header:
    """Read a header row; unknown, repeated and missing columns are noted as faults of this file."""
    header = Header(file, faults, untitled=len(cells))
    if not cells:
        header.sound = False
        faults.in_file(file, "import-empty")
        return header
    header.blanks = frozenset(place for place, title in enumerate(cells) if not title.strip())
    if len(cells) == 1 and re.search(r"[;；\t|]", cells[0]):
        header.sound = False
        faults.in_file(file, "import-separator", row)
        return header
    for place, title in enumerate(cells):
        if place not in header.blanks:
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
    wanted = re.sub(r"[\s-]+", "_", plain(title))
    if sheet.names_by_language and (match := NAME_IN.fullmatch(wanted)):
        return f"name_{match[1]}"
    return _spellings(sheet).get(wanted)


def _spellings(sheet: Sheet) -> dict[str, str]:
    return {word: column for column in sheet.columns for word in (column, *CHINESE.get(column, ()))}


def _unknown(header: Header, sheet: Sheet, row: int, title: str) -> None:
    near = difflib.get_close_matches(plain(title)[:64], _spellings(sheet), n=1, cutoff=0.5)
    if near:
        header.fault(row, shown(title), title, "import-column-near", nearest=near[0])
    else:
        header.fault(row, shown(title), title, "import-column-unknown", columns=", ".join(sheet.columns))


def _language_tag(text: str) -> str:
    """zh_tw becomes zh-TW, the form that Telegram and our locales use."""
    language, *others = text.split("_")
    return "-".join(
        (language, *(part.upper() if len(part) == len("TW") else part.title() for part in others))
    )
