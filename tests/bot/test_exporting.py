"""`redvest export`: what comes out goes in again and changes nothing, in every form."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import cli
from bot.cli import main
from bot.dispatch.importing.chinese import WORDS, value_in_chinese
from bot.dispatch.importing.guarded import RISKY, guarded, unguarded
from bot.dispatch.importing.words import code_of

AREA = "POLYGON ((101.7 36.6, 101.8 36.6, 101.8 36.7, 101.7 36.6))"
FILES = {
    "grids": "code,name,level,parent,dedicated,mode,aliases,boundary\n"
    f'C,Community,community,,,,Old town;Town,"{AREA}"\n'
    "G,Garden,compound,C,,trustee,,\n"
    "S,School,大院,C,yes,,=SUM(A1);'quoted,\n"
    "-B,@lee's block,building,G,,,,\n",
    "people": "name,role,grid,organisation,phone,telegram_id,skills,languages,until\n"
    "李建国,leader,G,=cmd|' /C calc'!A0,19900000001,12,水电;急救,zh;en,2030-12-31\n"
    "李建国,volunteer,C,,19900000001,,,,\n"
    "王芳,volunteer,G,,,,,,\n"
    "Chen,secretary,C,,+44 20 7946 0958,,,,2020-01-01\n",
    "categories": "code,name,name_en,name_zh_tw,parent,icon,urgency,confidential,first,keywords\n"
    "WATER,水,Water,,,🚰,urgent,yes,第一自来水公司,水管;漏水\n"
    "PIPE,水管,,水管,WATER,,low,no,mixed=物业;self=业委会;leader,\n"
    "TAP,龙头,Tap,,WATER,,,,,\n",
    "organisations": "name,kind,grid,contact,categories\n"
    "第一自来水公司,firm,,0971 612 0000,WATER;TAP\n"
    "第一自来水公司,firm,C,,\n"
    "-- Team,队伍,G,,\n",
}
EMPTY = "there is nothing to export yet"


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No .env, no settings but English, a database that is not there yet; logs are left alone."""
    monkeypatch.chdir(tmp_path)
    for name in list(cli.os.environ):
        if name.startswith("REDVEST_") and not name.startswith("REDVEST_TEST_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("REDVEST_LANGUAGE", "en")
    monkeypatch.setattr(cli, "set_up_logs", lambda _level: None)


@pytest.fixture
def imported(tmp_path: Path, capsys) -> Path:
    """The folder of files that were imported."""
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / f"{name}.csv").write_text(text)
    assert main(["import", str(folder)]) == 0
    capsys.readouterr()
    return folder


@pytest.mark.parametrize("path", ["out", "out.xlsx"])
@pytest.mark.parametrize("words", [[], ["--chinese"]])
@pytest.mark.usefixtures("imported")
def test_what_was_exported_changes_nothing_and_makes_the_same_community_elsewhere(
    path, words, monkeypatch, capsys
):
    assert main(["export", path, *words]) == 0
    assert main(["import", path, "--dry-run", "--prune"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:4] == ["grids: 4 rows", "people: 4 rows", "categories: 3 rows", "organisations: 3 rows"]
    assert said[-1] == "Everything is as it was; nothing had to be changed."
    main(["export", "one.json"])
    monkeypatch.setenv("REDVEST_DATABASE_URL", "sqlite:///other.db")
    assert main(["import", path]) == 0
    assert main(["export", "other.json"]) == 0
    assert json.loads(Path("one.json").read_text()) == json.loads(Path("other.json").read_text())


@pytest.mark.usefixtures("imported")
def test_csv_is_for_excel_and_runs_no_formula(capsys):
    assert main(["export", "out", "--chinese"]) == 0
    assert "keep it safe" in capsys.readouterr().out
    data = Path("out/people.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" + "姓名,角色,网格,单位,电话".encode())
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert (rows[0]["角色"], rows[0]["单位"], rows[0]["电话"]) == (
        "网格长",
        "'=cmd|' /C calc'!A0",
        "+8619900000001",
    )


@pytest.mark.usefixtures("imported")
def test_a_workbook_holds_text_alone():
    assert main(["export", "out.xlsx"]) == 0
    book = openpyxl.load_workbook("out.xlsx")
    assert book.sheetnames == ["grids", "people", "categories", "organisations"]
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
    assert kinds == {"s"}
    assert book["people"]["E2"].value == "+8619900000001"


@pytest.mark.usefixtures("imported")
def test_json_has_lists_truths_and_numbers():
    assert main(["export", "out.json"]) == 0
    found = json.loads(Path("out.json").read_text("utf-8"))
    assert list(found) == ["grids", "people", "categories", "organisations"]
    assert found["grids"][0] == {
        "code": "C",
        "name": "Community",
        "level": "community",
        "parent": None,
        "dedicated": False,
        "mode": None,
        "aliases": ["Old town", "Town"],
        "boundary": AREA,
    }
    assert found["people"][0]["telegram_id"] == 12
    assert found["categories"][1]["first"] == "leader;mixed=property;self=committee"


@pytest.mark.usefixtures("imported")
def test_what_else_stands_in_the_folder_stays_and_what_is_left_over_is_named(capsys, monkeypatch):
    Path("out").mkdir()
    for name in ("notes.txt", "categories.csv", "网格.csv"):
        Path("out", name).write_text("mine")
    monkeypatch.setenv("REDVEST_DATABASE_URL", "sqlite:///other.db")
    Path("files/categories.csv").unlink()
    Path("files/organisations.csv").write_text("name,kind\nA,firm\n")
    assert main(["import", "files"]) == 0
    capsys.readouterr()
    assert main(["export", "out"]) == 0
    said = capsys.readouterr().out
    assert "categories.csv stood there before" in said
    assert "网格.csv stood there before" in said
    assert Path("out/categories.csv").read_text() == "mine"
    assert Path("out/notes.txt").read_text() == "mine"
    assert {each.name for each in Path("out").iterdir()} == {
        "notes.txt", "categories.csv", "网格.csv", "grids.csv", "people.csv", "organisations.csv",
    }  # fmt: skip


def test_with_nothing_to_export_nothing_is_made(tmp_path, capsys):
    assert main(["export", "out.xlsx"]) == 1
    assert EMPTY in capsys.readouterr().err
    assert main(["migrate"]) == 0  # the built-in list is no import
    assert main(["export", "out.xlsx"]) == 1
    assert EMPTY in capsys.readouterr().err
    assert {each.name for each in tmp_path.iterdir()} == {"data"}


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("out.csv", 2, "must end in .xlsx or .json, or be a folder"),
        ("out.xls", 2, "must end in .xlsx or .json, or be a folder"),
        ("files/grids.csv/out.json", 1, "cannot be written"),
        ("taken", 1, "cannot be written"),
        ("folder.json", 1, "cannot be written"),
    ],
)
@pytest.mark.usefixtures("imported")
def test_a_path_that_cannot_be_written_is_one_line_and_leaves_nothing(path, code, words, capsys):
    Path("taken").write_text("mine")
    Path("folder.json").mkdir()
    before = sorted(Path().rglob("*"))
    assert main(["export", path]) == code
    (line,) = capsys.readouterr().err.splitlines()
    assert words in line
    assert sorted(Path().rglob("*")) == before
    assert Path("taken").read_text() == "mine"


@pytest.mark.usefixtures("imported")
def test_a_boundary_that_no_cell_of_a_workbook_can_hold_is_said(capsys):
    points = ", ".join(f"101.{n:06d} {36 + n / 9000:.6f}" for n in range(1, 2_000))
    area = f"POLYGON ((101.0 36.0, {points}, 101.0 37.0, 101.0 36.0))"
    assert len(area) > 32_767
    Path("files/grids.csv").write_text(FILES["grids"].replace(AREA, area))
    assert main(["import", "files/grids.csv"]) == 0
    capsys.readouterr()
    assert main(["export", "out.xlsx"]) == 1
    assert "“C Community” has more text than a cell of a workbook can hold" in capsys.readouterr().err
    assert not Path("out.xlsx").exists()
    assert main(["export", "out"]) == 0
    assert main(["import", "out", "--dry-run", "--prune"]) == 0
    assert "Everything is as it was" in capsys.readouterr().out


@pytest.mark.usefixtures("imported")
def test_a_dry_run_lists_each_row_and_ends_at_two_hundred(capsys):
    grids = FILES["grids"].replace("Garden", "Park") + "".join(f"N{n},N,unit,G,,,,\n" for n in range(250))
    Path("files/grids.csv").write_text(grids)
    assert main(["import", "files/grids.csv", "--dry-run"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:3] == [
        "grids: 250 added, 1 changed, 3 unchanged, 0 gone",
        "  ~ grids: Park (G): name Garden → Park",
        "  + grids: N (N0): level unit; parent G",
    ]
    assert said[-2:] == ["  … and 51 more", "This was a dry run; nothing has been changed."]
    assert len(said) == 203


@given(st.text(alphabet="'=+-@＝＋a1 ", max_size=6))
def test_a_guarded_cell_is_no_formula_and_comes_back_as_it_was(cell):
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell)[:1] not in tuple("=-@＝＋") or not RISKY.match(guarded(cell))


def test_every_word_in_chinese_is_understood_again():
    for column, words in WORDS.items():
        for code in words:
            assert code_of(value_in_chinese(column, code), words) == code
    assert value_in_chinese("first", "leader;mixed=property;self=Water works") == (
        "网格长;混合=物业;自管=Water works"
    )


@pytest.mark.usefixtures("imported")
def test_a_folder_may_be_called_as_one_likes(capsys):
    assert main(["export", "backup-2026.11.22"]) == 0
    assert (Path("backup-2026.11.22") / "people.csv").exists()
    capsys.readouterr()
