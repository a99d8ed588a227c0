"""The command line: exit codes, one clear line, the operator's language."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot import cli
from bot.__main__ import main as begin
from bot.cli import COMMANDS, command_line, main
from bot.texts import LANGUAGES, keys_of
from sandbox.play import main as playing
from sandbox.play.main import Wishes
from sandbox.play.stories import STORIES
from storage.database import Unavailable

TOKEN = "123456789:AAFabcdefghijklmnopqrstuvwxyz012345"
ROOT = Path(__file__).parents[2]
GRIDS = "code,name,level\nG,Garden,compound\nH,Hill,compound\n"
PEOPLE = "name,role,grid,phone\nLi Wei,leader,G,19900000001\nLi Wei,volunteer,H,19900000001\n"


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No .env, no settings but English, a database that is not there yet; logs are left alone."""
    monkeypatch.chdir(tmp_path)
    for name in list(cli.os.environ):
        if name.startswith("REDVEST_") and not name.startswith("REDVEST_TEST_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("REDVEST_LANGUAGE", "en")
    monkeypatch.setattr(cli, "set_up_logs", lambda _level: None)
    return tmp_path


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder to import."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "grids.csv").write_text(GRIDS)
    (folder / "people.csv").write_text(PEOPLE)
    return folder


def wrong_use(*argv: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(argv)
    return int(end.value.code or 0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "bench"])
def test_every_command_has_help_in_every_language(name: str, language: str, monkeypatch, capsys):
    monkeypatch.setenv("REDVEST_LANGUAGE", language)
    assert wrong_use(name, "--help") == 0
    said = capsys.readouterr().out
    assert f"redvest {name}" in said
    assert ("显示帮助" in said) == (language == "zh-CN")


def test_the_command_line_has_no_other_commands_than_those_that_work():
    said = command_line("en").format_help()
    for later in ("backup", "restore"):
        assert later not in said


def test_both_languages_have_the_same_texts():
    assert keys_of("zh-CN") == keys_of("en")


@pytest.mark.parametrize("argv", [[], ["fly"], ["import"], ["import", "a", "b"], ["run", "--fast"]])
def test_wrong_use_is_2(argv: list[str], capsys):
    assert wrong_use(*argv) == 2
    assert "usage: redvest" in capsys.readouterr().err


def test_wrong_settings_are_2_and_all_named(monkeypatch, capsys):
    monkeypatch.setenv("REDVEST_LISTEN", "x")
    monkeypatch.setenv("REDVEST_LOG", "y")
    assert main(["migrate"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert ["REDVEST_LISTEN" in lines[0], "REDVEST_LOG" in lines[1], len(lines)] == [True, True, 2]


def test_run_without_a_token_says_in_three_lines_how_to_get_one_and_what_to_try_without(capsys):
    assert main(["run"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3
    assert "@BotFather" in lines[0]
    assert "REDVEST_BOT_TOKEN" in lines[1]
    assert "redvest sandbox" in lines[2]


@pytest.fixture
def plays(monkeypatch) -> list[Wishes]:
    """What was wished of each play that would have begun."""
    found: list[Wishes] = []
    monkeypatch.setattr(playing, "play", lambda wishes, _settings: found.append(wishes) or 0)
    return found


def test_run_or_sandbox_starts_the_sandbox_where_there_is_no_token(plays):
    assert main(["run", "--or-sandbox"]) == 0
    assert plays == [Wishes()]


def test_run_or_sandbox_runs_the_bot_where_there_is_a_token(plays, monkeypatch):
    async def ran(_settings: object) -> None:
        raise Unavailable("it was the bot")

    monkeypatch.setattr("bot.app.run", ran)
    monkeypatch.setenv("REDVEST_BOT_TOKEN", TOKEN)
    assert main(["run", "--or-sandbox"]) == 1
    assert plays == []


def test_the_sandbox_is_told_its_port_its_story_its_state_and_whether_to_open_a_browser(plays):
    assert main(["sandbox"]) == 0
    wished = ["--port", "0", "--no-browser", "--story", "drain", "--state", "kept.zip"]
    assert main(["sandbox", *wished]) == 0
    assert plays == [Wishes(), Wishes(0, False, "drain", Path("kept.zip"))]


def test_a_story_there_is_not_is_2_and_those_there_are_are_named(capsys):
    assert main(["sandbox", "--story", "flood"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "flood" in line
    assert all(name in line for name in STORIES)


@pytest.mark.parametrize(
    "argv", [["--port", "x"], ["--port", "65536"], ["--port", "-1"], ["--port"], ["here"]]
)
def test_wrong_use_of_the_sandbox_is_2(plays, argv):
    assert wrong_use("sandbox", *argv) == 2
    assert plays == []


def test_a_database_that_is_not_ours_is_one_line_and_1(tmp_path: Path, monkeypatch, capsys):
    (tmp_path / "other.db").write_text("something else altogether, and long enough to be a page" * 100)
    monkeypatch.setenv("REDVEST_DATABASE_URL", "sqlite:///other.db")
    assert main(["migrate"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "other.db" in line


def test_a_mistake_of_ours_is_a_short_line_and_1(monkeypatch, capsys):
    def broken(*_: object) -> int:
        raise LookupError("the drain at my door")

    monkeypatch.setattr(cli, "_command", lambda _name: broken)
    assert main(["migrate"]) == 1
    said = capsys.readouterr().err
    assert "LookupError" in said
    assert "Traceback" not in said


def test_a_full_disk_is_one_line_and_1(monkeypatch, capsys):
    def full(*_: object) -> int:
        raise Unavailable("SQLite: disk is full")

    monkeypatch.setattr(cli, "_command", lambda _name: full)
    assert main(["migrate"]) == 1
    assert capsys.readouterr().err == "redvest: SQLite: disk is full\n"


def test_import_says_what_it_did_and_the_second_time_that_there_was_nothing_to_do(files: Path, capsys):
    assert main(["import", str(files)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "grids: 2 added, 0 changed, 0 unchanged, 0 gone",
        "people: 2 added, 0 changed, 0 unchanged, 0 gone",
        "Imported.",
    ]
    assert main(["import", str(files)]) == 0
    assert "0 added, 0 changed, 2 unchanged" in capsys.readouterr().out


def test_a_dry_run_changes_nothing_and_makes_no_database(files: Path, tmp_path: Path, capsys):
    assert main(["import", str(files), "--dry-run"]) == 0
    assert "2 added" in capsys.readouterr().out
    assert not (tmp_path / "data").exists()
    assert main(["import", str(files)]) == 0
    (files / "grids.csv").write_text(GRIDS.replace("Garden", "Park"))
    assert main(["import", str(files), "--dry-run"]) == 0
    capsys.readouterr()
    assert main(["import", str(files)]) == 0
    assert "grids: 0 added, 1 changed, 1 unchanged" in capsys.readouterr().out


def test_one_bad_row_is_named_and_nothing_is_imported(files: Path, capsys):
    (files / "people.csv").write_text(PEOPLE + "Ma,leader,NOWHERE,\n")
    assert main(["import", str(files)]) == 1
    said = capsys.readouterr()
    assert "people.csv, row 4, column grid, “NOWHERE”" in said.err
    assert said.out == ""
    (files / "people.csv").unlink()
    assert main(["import", str(files)]) == 0
    assert "grids: 2 added" in capsys.readouterr().out


def test_what_has_gone_is_named_and_taken_away_only_with_prune(files: Path, capsys):
    main(["import", str(files)])
    (files / "people.csv").write_text(PEOPLE.replace("Li Wei,volunteer,H,19900000001\n", ""))
    capsys.readouterr()
    for argv, words in (
        ([], "gone from the file, kept: Li Wei volunteer H"),
        (["--prune"], "gone from the file, taken away: Li Wei volunteer H"),
    ):
        assert main(["import", str(files), *argv]) == 0
        assert words in capsys.readouterr().out
    assert main(["import", str(files), "--prune"]) == 0
    assert "0 gone" in capsys.readouterr().out


def test_prune_with_an_empty_file_is_refused_and_says_why(files: Path, capsys):
    main(["import", str(files)])
    (files / "people.csv").write_text("name,role,grid\n")
    capsys.readouterr()
    assert main(["import", str(files), "--prune"]) == 1
    assert "people.csv: has no rows" in capsys.readouterr().err
    assert main(["import", str(files)]) == 0


def test_links_gives_each_person_one_link_with_all_their_posts(files: Path, capsys):
    main(["import", str(files)])
    capsys.readouterr()
    assert main(["links"]) == 0
    said = capsys.readouterr()
    (line,) = said.out.splitlines()
    name, posts, link = line.split("\t")
    assert (name, posts) == ("Li Wei", "grid leader, Garden; volunteer, Hill")
    start, _, parameter = link.partition("?start=")
    assert start == "https://t.me/BOTNAME"
    assert parameter.startswith("join_")
    assert len(parameter) <= 64
    assert "No bot token is set" in said.err


def test_links_draws_each_and_keeps_to_one_grid(files: Path, tmp_path: Path, capsys):
    main(["import", str(files)])
    capsys.readouterr()
    pictures = tmp_path / "pictures"
    assert main(["links", "--qr", str(pictures), "--grid", "H"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    (picture,) = pictures.iterdir()
    assert picture.name.startswith("Li Wei Garden ")
    assert b"<svg" in picture.read_bytes()
    assert main(["links", "--grid", "NONE"]) == 2
    assert "no grid with the code NONE" in capsys.readouterr().err


def test_links_call_who_leads_a_building_as_the_chat_does(files: Path, capsys):
    (files / "grids.csv").write_text("code,name,level\nG,3号楼,building\nH,Hill,compound\n", "utf-8")
    main(["import", str(files)])
    capsys.readouterr()
    assert main(["links"]) == 0
    assert capsys.readouterr().out.split("\t")[1] == "building leader, 3号楼; volunteer, Hill"


def test_a_link_of_somebody_with_a_very_long_name_is_drawn_all_the_same(tmp_path: Path, capsys):
    roster = tmp_path / "roster"
    roster.mkdir()
    (roster / "grids.csv").write_text(f"code,name,level\nA,{'楼' * 200},street\n", "utf-8")
    (roster / "people.csv").write_text(f"name,role,grid\n{'李' * 200},leader,A\n", "utf-8")
    main(["import", str(roster)])
    assert main(["links", "--qr", str(tmp_path / "pictures")]) == 0
    (picture,) = (tmp_path / "pictures").iterdir()
    assert picture.name.startswith("李李")
    assert len(picture.name.encode()) <= 255
    capsys.readouterr()


def test_links_with_everybody_linked_says_so(files: Path, capsys):
    people = files / "people.csv"
    people.write_text("name,role,grid,telegram_id\nLi Wei,leader,G,12\n", "utf-8")
    main(["import", str(files)])
    capsys.readouterr()
    for more in ([], ["--grid", "G"]):
        assert main(["links", *more]) == 0
        assert capsys.readouterr().err.splitlines() == ["Everybody with a post is linked."]


def test_links_with_nobody_on_the_roster_says_what_to_do(files: Path, capsys):
    for _ in range(2):
        assert main(["links"]) == 0
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("Nobody is on the roster yet. Import people first: redvest import PATH")
        (files / "people.csv").unlink(missing_ok=True)
        main(["import", str(files)])
        capsys.readouterr()


def test_links_for_a_grid_where_nobody_has_a_post_says_so(files: Path, capsys):
    (files / "people.csv").write_text("name,role,grid\nLi Wei,leader,G\n", "utf-8")
    main(["import", str(files)])
    capsys.readouterr()
    assert main(["links", "--grid", "H"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Nobody has a post in this grid or below yet. Import people first")


def test_migrate_makes_the_database_with_the_built_in_categories(tmp_path: Path, capsys):
    assert main(["migrate"]) == 0
    assert (tmp_path / "data" / "redvest.db").exists()
    assert "ready" in capsys.readouterr().out


def test_a_proxy_in_the_file_holds_as_one_in_the_environment(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(cli.os, "environ", dict(cli.os.environ))
    (tmp_path / ".env").write_text("HTTPS_PROXY=http://127.0.0.1:1\n")
    assert main(["migrate"]) == 0
    assert cli.os.environ["HTTPS_PROXY"] == "http://127.0.0.1:1"


def test_redvest_starts_as_a_module_and_says_its_version():
    done = subprocess.run(
        [sys.executable, "-m", "bot", "--version"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("redvest 0.")


def test_a_command_that_needs_no_telegram_does_not_import_it():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, bot.cli, bot.commands.importing, bot.commands.migrate\n"
            "print('telegram' in sys.modules, 'aiohttp' in sys.modules)",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False False\n"


class Interrupted:
    """Ctrl+C while a module is looked for."""

    def find_spec(self, *_: object) -> None:
        raise KeyboardInterrupt


def test_ctrl_c_is_no_fault_not_even_while_the_program_is_being_read(monkeypatch):
    monkeypatch.delitem(sys.modules, "bot.cli")
    monkeypatch.setattr(sys, "meta_path", [Interrupted()])
    assert begin() == 1
