import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from bot.dispatch.importing import Checked, Fault, ImportFaults, Known, check_path

Files = Mapping[str, str | bytes]


@pytest.fixture(params=["csv", "xlsx"])
def form(request: pytest.FixtureRequest) -> str:
    """What the tables are written as: a folder of CSV, or one workbook with numbers as numbers."""
    return request.param


@pytest.fixture
def check(tmp_path: Path, form: str) -> Callable[..., Checked]:
    """Write these tables (name → CSV text) to a folder, or to one workbook, and check it."""

    def run(known: Known | None = None, /, **files: str | bytes) -> Checked:
        path = tmp_path if form == "csv" else tmp_path / "book.xlsx"
        (write_folder if form == "csv" else write_book)(path, files)
        return check_path(path, known or Known())

    return run


@pytest.fixture
def faults(check: Callable[..., Checked]) -> Callable[..., list[Fault]]:
    """The same, for tables that must be refused. A sheet is called as its CSV file would be."""

    def run(known: Known | None = None, /, **files: str | bytes) -> list[Fault]:
        with pytest.raises(ImportFaults) as refusal:
            check(known, **files)
        return [
            replace(fault, file=f"{fault.file.removeprefix('book.xlsx › ')}.csv")
            if fault.file.startswith("book.xlsx › ")
            else fault
            for fault in refusal.value.faults
        ]

    return run


def write_folder(folder: Path, files: Files) -> None:
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / f"{name}.csv").write_bytes(data)


def write_book(path: Path, files: Files) -> None:
    book = openpyxl.Workbook(write_only=True)
    for name, content in files.items():
        sheet = book.create_sheet(name)
        for row in csv.reader(io.StringIO(content)):
            sheet.append([_value(cell) for cell in row])
    book.save(path)


def _value(cell: str) -> str | int:
    return int(cell) if cell.isascii() and cell.isdigit() and not cell.startswith("0") else cell
