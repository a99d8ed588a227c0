"""``redvest posters``: a whole file or a clear line."""

import asyncio
from pathlib import Path

import pypdfium2
import pytest

from bot import cli
from bot.cli import main
from bot.pictures import posters
from sandbox import Telegram, serve

TOKEN = "1000:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
GRIDS = """\
code,name,level,parent
XY,向阳社区,community,
JX,锦绣苑,compound,XY
JX3,3号楼,building,JX
JX3-2,2单元,unit,JX3
HS,红山院,compound,XY
"""


@pytest.fixture(autouse=True)
def community(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    """A database with a community in an empty folder; no token."""
    monkeypatch.chdir(tmp_path)
    for name in list(cli.os.environ):
        if name.startswith("REDVEST_") and not name.startswith("REDVEST_TEST_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("REDVEST_LANGUAGE", "en")
    monkeypatch.setattr(cli, "set_up_logs", lambda _level: None)
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "grids.csv").write_text(GRIDS, "utf-8")
    assert main(["import", "files"]) == 0
    capsys.readouterr()


def texts(file: str) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file)]


def test_it_writes_a_page_for_every_door(capsys):
    assert main(["posters", "doors.pdf", "--username", "@redvest_bot"]) == 0
    assert capsys.readouterr().out == "doors.pdf: 3 posters\n"
    building, unit, courtyard = texts("doors.pdf")
    assert "锦绣苑 3号楼" in building
    assert "t.me/redvest_bot?start=at_JX3" in building
    assert "t.me/redvest_bot?start=at_JX3-2" in unit
    assert "红山院" in courtyard
    assert [file.name for file in Path().iterdir() if file.suffix == ".pdf"] == ["doors.pdf"]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["--grid", "jx"], ["JX3", "JX3-2"]),
        (["--level", "unit", "compound"], ["JX", "JX3-2", "HS"]),
        (["--grid", "JX", "--level", "unit"], ["JX3-2"]),
        (["--level", "单元", "Compound"], ["JX", "JX3-2", "HS"]),
    ],
)
def test_it_can_be_only_for_some(words, codes):
    assert main(["posters", "doors.pdf", "--username", "redvest_bot", *words]) == 0
    assert [text.split("start=at_")[1].split()[0] for text in texts("doors.pdf")] == codes


async def test_with_a_token_telegram_is_asked_for_the_name(monkeypatch):
    async with serve(Telegram(token=TOKEN, username="red_bot")) as server:
        monkeypatch.setenv("REDVEST_BOT_TOKEN", TOKEN)
        monkeypatch.setenv("REDVEST_API_URL", server.url)
        assert await asyncio.to_thread(main, ["posters", "doors.pdf"]) == 0
    assert "t.me/red_bot?" in texts("doors.pdf")[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "set REDVEST_BOT_TOKEN, or say it with --username"),
        (["--username", "not a name"], "“not a name” is no name of a bot"),
        (["--username", "redvest_bot", "--grid", "NO"], "no grid with the code “NO”"),
        (["--username", "redvest_bot", "--level", "castle"], "there are community, compound, building, unit"),
    ],
)
def test_what_cannot_be_made_is_one_line_and_no_file(words, said, capsys):
    assert main(["posters", "doors.pdf", *words]) == 2
    assert said in capsys.readouterr().err
    assert not Path("doors.pdf").exists()


def test_the_levels_there_are_are_told_in_chinese_to_who_reads_it(monkeypatch, capsys):
    monkeypatch.setenv("REDVEST_LANGUAGE", "zh-CN")
    assert main(["posters", "doors.pdf", "--username", "redvest_bot", "--level", "城堡"]) == 2
    assert "社区, 小区, 楼栋, 单元" in capsys.readouterr().err


def test_without_grids_it_says_how_to_get_some(monkeypatch, capsys):
    monkeypatch.setenv("REDVEST_DATABASE_URL", "sqlite:///other.db")
    assert main(["posters", "doors.pdf", "--username", "redvest_bot"]) == 2
    assert "redvest import FOLDER" in capsys.readouterr().err


def test_telegram_out_of_reach_is_one_line_and_1(monkeypatch, capsys):
    monkeypatch.setenv("REDVEST_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("REDVEST_API_URL", "http://127.0.0.1:1")
    assert main(["posters", "doors.pdf"]) == 1
    assert "--username NAME" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_one_line_and_1(capsys):
    assert main(["posters", "nowhere/doors.pdf", "--username", "redvest_bot"]) == 1
    assert "nowhere: No such file or directory" in capsys.readouterr().err


def test_when_it_fails_half_way_the_old_file_is_whole_and_nothing_is_left_lying(monkeypatch, capsys):
    Path("doors.pdf").write_bytes(b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(posters, "_code", fail)
    assert main(["posters", "doors.pdf", "--username", "redvest_bot"]) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert Path("doors.pdf").read_bytes() == b"old"
    assert [file.name for file in Path().iterdir() if "doors" in file.name] == ["doors.pdf"]
