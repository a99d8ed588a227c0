"""Tiny runs: a bench ends, gives its table, and would notice a wrong bot."""

import sqlite3
from contextlib import closing, nullcontext
from functools import partial
from types import SimpleNamespace

import pytest

from bench import city, scene, table, talk, taps
from bench.bots import AIOGRAM, PTB, REDVEST, Bot
from bench.cli import main
from bench.failure import Failure
from sandbox import Telegram
from sandbox.queries import Answer

VILLAGE = (
    city.Level("street", 1, mapped=True),
    city.Level("compound", 3, mapped=True),
    city.Level("building", 6, numbered="号楼"),
    city.Level("unit", 12, numbered="单元"),
)
WIN, LOSE = {"alert": False}, {"alert": True}


def rows(printed):
    """The cells of the table's lines below its head."""
    lines = [line for line in printed.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_a_start_is_measured_in_time_and_memory(capsys):
    assert main(["start", "--rounds", "1"]) == 0
    assert [row[0].split()[0] for row in rows(capsys.readouterr().out)] == ["first", "memory", "most"]


def test_a_rush_fills_the_places_and_answers_everybody_both_ways(capsys):
    assert main(["claim", "--rounds", "1", "--taps", "30"]) == 0
    found = rows(capsys.readouterr().out)
    assert [row[:3] for row in found] == [["polling", "5", "30"], ["webhook", "5", "30"]]


def test_inbound_has_every_bot_in_one_table(capsys):
    assert main(["inbound", "--rounds", "1", "--taps", "50"]) == 0
    found = rows(capsys.readouterr().out)
    names = [bot.name for bot in (REDVEST, PTB, AIOGRAM)]
    assert [row[:2] for row in found] == [[way, name] for way in ("polling", "webhook") for name in names]
    assert all(float(row[2]) > 0 for row in found)


def test_a_bot_that_does_not_come_up_is_said_in_one_line(capsys, monkeypatch):
    broken = Bot("redvest", ("-c", "raise SystemExit('no such thing')"))
    monkeypatch.setattr("bench.claim.REDVEST", broken)
    assert main(["claim", "--rounds", "1", "--taps", "5"]) == 1
    assert "no such thing" in capsys.readouterr().err


def test_the_sandbox_and_a_bare_server_have_every_errand_done_both_ways(capsys):
    assert main(["sandbox", "--rounds", "1", "--updates", "20"]) == 0
    found = rows(capsys.readouterr().out)
    ways = [(errand, way) for errand in ("messages", "taps") for way in ("polling", "webhook")]
    assert [tuple(row[:3]) for row in found] == [(*way, half) for way in ways for half in ("sandbox", "bare")]
    assert all(float(row[3]) > 0 for row in found)


def test_an_echo_bot_that_ends_is_said_in_one_line(capsys, monkeypatch):
    broken = Bot("echo", ("-c", "raise SystemExit('no such thing')"))
    monkeypatch.setattr("bench.sandbox.ECHO", broken)
    assert main(["sandbox", "--rounds", "1", "--updates", "5"]) == 1
    assert "no such thing" in capsys.readouterr().err


def test_a_peer_that_is_not_installed_names_what_it_lacks():
    assert Bot("other", (), ("sys", "no_such_module")).missing == ["no_such_module"]


@pytest.mark.parametrize("rounds", ["0", "-1", "many"])
def test_rounds_that_are_no_number_are_wrong_use(rounds):
    with pytest.raises(SystemExit) as ended:
        main(["start", "--rounds", rounds])
    assert ended.value.code == 2


def test_a_busy_day_lets_four_of_five_taps_win_within_everybodys_limit():
    day = scene.busy_day(3000)
    assert len(day.taps) == len(set(day.taps)) == 3000
    assert day.winners == 2400
    most = max(sum(who == person for who, _ in day.taps) for person in range(day.volunteers))
    assert most <= 5


@pytest.fixture
async def played(tmp_path):
    """A scene of two people and one place, its database, and their taps."""
    tg = Telegram()
    stage = scene.Stage(scene.rush(people=2, places=1), tg)
    path = tmp_path / "played.db"
    await scene.write(stage, f"sqlite:///{path}")

    def play(first, second, *, held=(0,), counted=1):
        """How both are answered (a list of dicts each), who has a place, and how many the task counts."""
        queries = [stage.tap(0, 0), stage.tap(1, 0)]
        for query, answers in zip(queries, (first, second), strict=True):
            query.answers += [Answer("", answer["alert"], "", tg.clock.now()) for answer in answers]
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("PRAGMA ignore_check_constraints=ON")
            connection.execute("UPDATE tasks SET held = ?", [counted])
            for volunteer in held:
                account = stage.volunteers[volunteer].id
                connection.execute(
                    """INSERT INTO claims (task_id, person_id, status, created_at, changed_at)
                       SELECT 1, id, 'held', 0, 0 FROM people WHERE telegram_id = ?""",
                    [account],
                )
        return SimpleNamespace(scene=stage.scene, taps=queries, database=path)

    return play


def test_one_place_told_to_the_one_who_has_it_is_right(played):
    right = played([WIN], [LOSE])
    taps.check(right.scene, right.taps, right.database)


@pytest.mark.parametrize(
    ("first", "second", "fault"),
    [
        ([WIN], [], {}),
        ([WIN], [LOSE, LOSE], {}),
        ([LOSE], [WIN], {}),
        ([WIN], [WIN], {"held": (0, 1), "counted": 1}),
        ([WIN], [WIN], {"held": (0, 1), "counted": 2}),
        ([LOSE], [LOSE], {"held": (), "counted": 0}),
    ],
    ids=["no answer", "two answers", "the wrong one told", "two on one place", "counted so too", "none"],
)
def test_a_wrong_outcome_is_a_failure(played, first, second, fault):
    wrong = played(first, second, **fault)
    with pytest.raises(Failure):
        taps.check(wrong.scene, wrong.taps, wrong.database)


def say_back(talking, errand, who, words):
    """Let the bot say these words to the one who sent something as number ``who``."""
    if errand == "taps":
        talking.sent[who].answers.append(Answer(words, False, "", talking.telegram.clock.now()))
    else:
        talking.people[who].chat.post({"from": talking.telegram.bot}, {"text": words})


@pytest.mark.parametrize("errand", ["messages", "taps"])
@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ([(0, 0), (1, 1)], None),
        ([(1, 1), (0, 0)], None),
        ([(0, 0)], "1 of 2 were not said back, 0 "),
        ([(0, 0), (1, 1), (1, 1)], "0 of 2 were not said back, 1 "),
        ([(0, 0), (0, 1)], "1 of 2 were not said back, 1 "),
        ([(0, 0), (1, 2)], "1 of 2 were not said back, 1 "),
    ],
    ids=["right", "in another order", "lost", "twice", "to the wrong one", "other words"],
)
def test_what_is_not_said_back_exactly_once_is_a_failure(errand, said, fault):
    """``said``: to whom, and the words of which number were said back; nobody has sent the third."""
    talking = talk.Talk(errand)
    sent = [talking.send(), talking.send()]
    words = [*(talk.words(each)[1] for each in sent), "other"]
    for who, number in said:
        say_back(talking, errand, who, words[number])
    with pytest.raises(Failure, match=fault) if fault else nullcontext():
        talking.check()


def test_a_table_is_markdown_with_columns_of_one_width():
    assert table.markdown(("a", "bb"), [("ccc", "d")]) == "| a   | bb |\n| --- | -- |\n| ccc | d  |"


def test_the_way_to_the_one_who_answers_is_measured_with_few_and_with_many_requests(capsys, monkeypatch):
    village = partial(city.community, VILLAGE, people=30, dedicated=2)
    monkeypatch.setattr("bench.routing.SIZES", {"village": village})
    assert main(["routing", "--rounds", "1", "--requests", "1500"]) == 0
    imports, errands = capsys.readouterr().out.split("\n\n")[1:]
    assert [row[:3] for row in rows(imports)] == [["village", "24", "30"]]
    assert [row[:2] for row in rows(errands)] == [["village", "1,000"], ["village", "1,500"]]
    assert all(float(figure) > 0 for row in rows(errands) for figure in row[2:6])
