"""Workbooks: what cells become, which sheets are read, and what is refused before it is opened."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from bot.dispatch.importing import ImportFaults, Known, check_path, workbook

GRIDS = [["code", "name", "level"], ["XY", "向阳里社区", "社区"]]
PEOPLE = ["name", "role", "grid", "phone", "telegram_id", "until"]
KNOWN = Known(grids={"XY": None})
MIDNIGHT = datetime(2026, 12, 31)  # noqa: DTZ001 - spreadsheets know no time zones


@pytest.fixture
def book(tmp_path: Path):
    """Write a workbook, title → rows; its path."""

    def make(sheets: dict[str, list[list[object]]]) -> Path:
        made = openpyxl.Workbook()
        made.remove(made.active)
        for title, rows in sheets.items():
            page = made.create_sheet(title)
            for row in rows:
                page.append(row)
        made.save(tmp_path / "book.xlsx")
        return tmp_path / "book.xlsx"

    return make


def refused(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(ImportFaults) as refusal:
        check_path(path, KNOWN)
    return [(fault.file, fault.key) for fault in refusal.value.faults]


@pytest.mark.parametrize("phone", [19900000001, 19900000001.0, 1.9900000001e10, "199 0000 0001"])
@pytest.mark.parametrize("until", [date(2026, 12, 31), MIDNIGHT, "2026年12月31日"])
def test_numbers_and_dates_are_read_as_they_are_shown(book, phone, until):
    path = book({"people": [PEOPLE, ["李建国", "网格长", "XY", phone, 9001.0, until]]})
    (row,) = check_path(path, KNOWN).people
    assert (row.phone, row.telegram_id, row.until) == ("+8619900000001", 9001, date(2026, 12, 31))


def test_yes_and_no_may_be_ticked(book):
    path = book(
        {
            "grids": [
                ["code", "name", "level", "dedicated"],
                ["A", "x", "unit", True],
                ["B", "y", "unit", False],
            ]
        }
    )
    assert [row.dedicated for row in check_path(path, KNOWN).grids] == [True, False]


def test_a_formula_counts_by_what_it_came_to(book):
    path = book({"grids": [*GRIDS, ["XY1", '=B2&"一号"', "小区"]]})
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert b"<f>B2" in parts[sheet]
    parts[sheet] = (
        parts[sheet]
        .replace(b'r="B3"', b'r="B3" t="str"')
        .replace(b"<v></v>", "<v>一号院</v>".encode())
        .replace(b"<v />", "<v>一号院</v>".encode())
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert data != path.read_bytes()
    assert check_path(path, KNOWN).grids[1].name == "一号院"


def test_sheets_are_known_by_either_name_or_by_their_header_and_empty_ones_passed_over(book):
    path = book(
        {
            "网格": GRIDS,
            "Sheet2": [["姓名", "角色", "网格"], ["王", "志愿者", "XY"]],
            "Sheet3": [],
            " Organisations ": [["name", "kind"], ["A", "firm"]],
        }
    )
    checked = check_path(path, Known())
    assert (len(checked.grids), len(checked.people), len(checked.organisations)) == (1, 1, 1)
    assert checked.categories is None


def test_a_sheet_may_have_a_title_over_all_its_columns(book):
    path = book({"Sheet1": [["花名册", None, None], [], ["姓名", "职务", "网格"], ["王", "志愿者", "XY"]]})
    made = openpyxl.load_workbook(path)
    made["Sheet1"].merge_cells("A1:C1")
    made.save(path)
    assert [row.line for row in check_path(path, KNOWN).people] == [4]


def test_a_hidden_sheet_of_another_name_is_none_of_ours(book):
    path = book({"grids": GRIDS, "lists": [["社区"], ["小区"]]})
    made = openpyxl.load_workbook(path)
    made["lists"].sheet_state = "hidden"
    made.save(path)
    assert len(check_path(path, Known()).grids) == 1


def test_blank_rows_and_columns_around_a_table_do_no_harm(book):
    path = book({"grids": [GRIDS[0] + [None, ""], [], *GRIDS[1:], [None, " "]]})
    made = openpyxl.load_workbook(path)
    made["grids"]["XFD900"].number_format = "0.00"
    made.save(path)
    (row,) = check_path(path, Known()).grids
    assert (row.line, row.code) == (3, "XY")


@pytest.mark.parametrize(
    ("sheets", "found"),
    [
        ({"grids": GRIDS, "notes": [["please read"]]}, ("book.xlsx › notes", "import-which-sheet")),
        ({"grids": GRIDS, "网格": GRIDS}, ("book.xlsx › 网格", "import-file-twice")),
        ({"a": [], "b": []}, ("book.xlsx", "import-nothing")),
        ({"grids": []}, ("book.xlsx › grids", "import-empty")),
        ({"grids": [[*GRIDS[0], *["x"] * 250]]}, ("book.xlsx › grids", "import-too-many")),
        ({"grids": [*GRIDS, ["A", "#REF!", "unit"]]}, ("book.xlsx › grids", "import-formula")),
    ],
)
def test_a_sheet_that_cannot_be_imported_is_named(book, sheets, found):
    assert refused(book(sheets)) == [found]


def test_the_same_faults_come_from_a_workbook_as_from_csv(book):
    bad = ["王", "boss", "Q", "199-CALL-NOW", "@wang", "2026-02-31"]
    path = book({"人员": [PEOPLE, bad], "网格": [*GRIDS, ["A", "a", "unit"], ["A", "b", "户"]]})
    assert sorted(key for _, key in refused(path)) == sorted(
        [
            "import-role",
            "import-grid-unknown",
            "import-phone",
            "import-telegram-id",
            "import-date",
            "import-household",
            "import-code-twice",
        ]
    )


def test_a_renamed_picture_is_no_workbook(tmp_path):
    Image.new("RGB", (9, 9)).save(tmp_path / "book.xlsx", "PNG")
    assert refused(tmp_path / "book.xlsx") == [("book.xlsx", "import-no-book")]


def zipped(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "import-no-book"),
        (b"PK\x03\x04 and then nothing", "import-no-book"),
        (workbook.OLD_FORMAT + bytes(600), "import-old-book"),
        (workbook.OLD_FORMAT + bytes(600) + workbook.PASSWORD, "import-locked-book"),
    ],
    ids=["empty", "cut off", "xls", "password"],
)
def test_what_is_no_workbook_is_refused(tmp_path, content, key):
    (tmp_path / "book.xlsx").write_bytes(content)
    assert refused(tmp_path / "book.xlsx") == [("book.xlsx", key)]


def test_a_zip_of_something_else_and_a_damaged_workbook_are_refused(tmp_path, book):
    assert refused(zipped(tmp_path / "photos.xlsx", {"a.txt": b"x"})) == [("photos.xlsx", "import-no-book")]
    path = book({"grids": GRIDS})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"][:-90]
    assert [key for _, key in refused(zipped(path, parts))] == ["import-no-book"]


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/worksheets/sheet1.xml": bytes(4_000_000)},
        {"xl/styles.xml": b"<a/>" * 3_000_000},
        {f"a/{n}": b"" for n in range(workbook.MOST_PARTS)},
    ],
    ids=["zeros", "large styles", "many parts"],
)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path, book, parts, monkeypatch):
    with zipfile.ZipFile(book({"grids": GRIDS})) as archive:
        honest = {name: archive.read(name) for name in archive.namelist()}
    path = zipped(tmp_path / "bomb.xlsx", honest | parts)
    monkeypatch.setattr(workbook, "_load", lambda _: pytest.fail("it was opened"))
    assert refused(path) == [("bomb.xlsx", "import-bomb")]


def test_a_part_that_says_it_is_small_and_is_not_is_refused(tmp_path, book):
    with zipfile.ZipFile(book({"grids": GRIDS})) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"</sheetData>", b"<row/>" * 100_000 + b"</sheetData>")
    path = zipped(tmp_path / "liar.xlsx", parts)
    size = len(parts[name])
    path.write_bytes(path.read_bytes().replace(size.to_bytes(4, "little"), (5_000).to_bytes(4, "little")))
    assert [key for _, key in refused(path)] == ["import-no-book"]


def test_entities_cannot_swell(tmp_path, book):
    with zipfile.ZipFile(book({"grids": GRIDS})) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>' + parts[name].replace(b"XY", b"&a;")
    assert [key for _, key in refused(zipped(tmp_path / "lol.xlsx", parts))] == ["import-no-book"]


def test_a_sheet_that_is_endless_on_paper_only_ends_quickly(tmp_path, book):
    with zipfile.ZipFile(book({"grids": GRIDS})) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"</sheetData>", b'<row r="900000000000"/></sheetData>')
    assert [key for _, key in refused(zipped(tmp_path / "long.xlsx", parts))] == ["import-no-book"]
    rows = b"".join(b'<row r="%d"><c r="XFD%d"/></row>' % (n, n) for n in range(3, 1_000))
    parts[name] = parts[name].replace(b'<row r="900000000000"/>', rows)
    assert [key for _, key in refused(zipped(tmp_path / "wide.xlsx", parts))] == ["import-too-many"]
