"""One row's cells as values. What is wrong is noted as a fault and a harmless value stands in, so that the
rest of the row is still checked; with a fault anywhere, no row is used."""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from bot.dispatch import boundaries, phones
from bot.dispatch.importing.headers import Header
from bot.dispatch.importing.words import YES_NO, Words, code_of, plain

LONGEST_FIELD = 10_000  # characters
LONGEST_NAME = 200
LONGEST_BOUNDARY = 100_000  # the coast of a large street; below what the csv module reads
LARGEST_TELEGRAM_ID = 2**52 - 1  # Telegram promises at most 52 significant bits

T = TypeVar("T")

CODE = re.compile(r"[A-Za-z0-9_-]{1,32}")
DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:00:00(?::00)?)?|(\d\d)(\d\d))")
NOTHING = frozenset({"无", "暂无", "-", "—", "——", "/"})
"""What people put where they have no number."""
FOR_LONG = frozenset({*NOTHING, "长期"})
UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Marks without a width, which come along when a number is pasted."""
WITH_POINT = re.compile(r"([0-9]{3,})\.0")
SHORTENED = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]+", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
FORMULA_FAILED = re.compile(r"#(?:N/A|NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!)")


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of a file."""

    header: Header
    row: int
    values: list[str]

    def fault(self, column: str, key: str, **args: str) -> None:
        """Note a fault of this row's cell."""
        self.header.fault(self.row, column, self._raw(column), key, **args)

    def strays(self) -> None:
        """Note a fault for what stands beside the titled columns."""
        for place, value in enumerate(self.values):
            if value.strip() and (place >= self.header.untitled or place in self.header.blanks):
                self.header.fault(self.row, f"#{place + 1}", value.strip(), "import-stray")

    def text(self, column: str, limit: int = LONGEST_FIELD) -> str | None:
        """Text with single blanks, None when blank."""
        raw = self._raw(column)
        if not raw:
            return None
        value = " ".join(raw.split())
        if len(value) > limit:
            self.fault(column, "import-too-long", limit=str(limit), length=str(len(value)))
            return None
        if CONTROL.search(value):
            self.fault(column, "import-control")
            return None
        if FORMULA_FAILED.fullmatch(value):
            self.fault(column, "import-formula")
            return None
        return value or None

    def require(self, column: str) -> None:
        """Note a fault when the cell is blank (a column that is missing is told of once, by the header)."""
        if column in self.header.places and not self._raw(column):
            self.fault(column, "import-required")

    def needed(self, column: str) -> str:
        """A name or the like that must not be blank."""
        self.require(column)
        return self.text(column, LONGEST_NAME) or ""

    def needed_code(self, column: str) -> str:
        """A grid's or category's code that must not be blank."""
        self.require(column)
        return self.code(column) or ""

    def code(self, column: str) -> str | None:
        """A grid's or category's code, None when blank."""
        return self._parsed(column, _code, "import-code")

    def word(self, column: str, words: Words, key: str) -> str | None:
        """The code of one of these words, None when blank."""
        return self._parsed(column, lambda value: code_of(value, words), key)

    def yes(self, column: str) -> bool | None:
        """Yes or no, None when blank."""
        answer = self.word(column, YES_NO, "import-yes-no")
        return None if answer is None else answer == "yes"

    def texts(self, column: str) -> tuple[str, ...]:
        """Several texts, separated by semicolons, each once."""
        parts = (part.strip() for part in re.split("[;；]", self.text(column) or ""))
        return tuple(dict.fromkeys(part for part in parts if part))

    def codes(self, column: str) -> tuple[str, ...]:
        """Several codes, separated by semicolons."""
        parts = self.texts(column)
        codes = tuple(code for part in parts if (code := _code(part)))
        if len(codes) < len(parts):
            self.fault(column, "import-code")
        return codes

    def phone(self, column: str) -> str | None:
        """A phone number of any country as E.164."""
        return self._figures(column, phones.e164, "import-phone")

    def contact(self, column: str) -> str | None:
        """The number of an organisation: E.164, or a hotline as it is dialled."""
        return self._figures(column, phones.of_service, "import-contact")

    def telegram_id(self, column: str) -> int | None:
        """The number of a person's Telegram account."""
        return self._figures(column, _telegram_id, "import-telegram-id")

    def day(self, column: str) -> date | None:
        """A date: 2026-02-28, 2026/2/28, 2026年2月28日 or 20260228."""
        return self._figures(column, _day, "import-date", nothing=FOR_LONG)

    def boundary(self, column: str) -> str | None:
        """WKT or GeoJSON of a polygon or several, as it was written."""
        value = self.text(column, LONGEST_BOUNDARY)
        if value is not None:
            try:
                boundaries.parse(value)
            except boundaries.BoundaryError as error:
                self.fault(column, error.key, **error.values)
        return value

    def _raw(self, column: str) -> str:
        place = self.header.places.get(column)
        return "" if place is None or place >= len(self.values) else self.values[place].strip()

    def _parsed(self, column: str, parse: Callable[[str], T | None], key: str) -> T | None:
        value = self.text(column)
        if value is None:
            return None
        parsed = parse(value)
        if parsed is None:
            self.fault(column, key)
        return parsed

    def _figures(
        self, column: str, parse: Callable[[str], T | None], key: str, *, nothing: Collection[str] = NOTHING
    ) -> T | None:
        """What is written in figures, with what people and spreadsheets make of such."""
        value = UNSEEN.sub("", self.text(column) or "").strip()
        if not value or value in nothing:
            return None
        whole = WITH_POINT.fullmatch(value)
        parsed = parse(whole[1] if whole else value)
        if parsed is None:
            self.fault(column, "import-shortened" if SHORTENED.fullmatch(value) else key)
        return parsed


def _code(value: str) -> str | None:
    code = unicodedata.normalize("NFKC", value)
    return code if CODE.fullmatch(code) else None


def _telegram_id(value: str) -> int | None:
    digits = plain(value)
    if not re.fullmatch("[0-9]{1,16}", digits):
        return None
    return int(digits) if 0 < int(digits) <= LARGEST_TELEGRAM_ID else None


def _day(value: str) -> date | None:
    match = DATE.fullmatch(plain(value).replace(" ", ""))
    try:
        return date(*(int(part) for part in match.groups() if part)) if match else None
    except ValueError:
        return None
