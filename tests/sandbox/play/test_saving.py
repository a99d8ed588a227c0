"""A play saved, and gone on with from there: both halves stand where they stood."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import pytest
from alembic import command
from sqlalchemy import StaticPool, create_engine

from bot.settings import read_settings
from sandbox import Chat, Message
from sandbox.keeping import dump
from sandbox.play import archive, saving_routes
from sandbox.play.archive import State, pack, unpack
from sandbox.play.database import made_usable, read_whole
from sandbox.play.given import Refused
from sandbox.play.main import Wishes
from sandbox.play.main import play as begin_play
from sandbox.play.page import open_page, perform
from sandbox.play.play import Play, playing
from sandbox.play.saving import load, save
from storage.migrate import alembic_config
from storage.migrations import HEAD

SHANGHAI = ZoneInfo("Asia/Shanghai")
MAY = datetime(2026, 5, 6, tzinfo=UTC)
PHOTO = b"\xff\xd8\xff\xe0 the drain"
LONG = 30.0
"""Seconds the bot has where two of them and much else run."""


# With the bot


def newest(chat: Chat, label: str) -> Message:
    return [message for message in chat.messages if label in message.labels][-1]


async def taken_up(play: Play, chen: Chat) -> None:
    """Chen accepts the request on the card that was there before, and the bot answers."""
    query = chen.person.taps(newest(chen, "受理"), "受理")
    await query.answered(LONG)
    await play.tg.until(lambda: "办结" in chen.last.labels, LONG)


@pytest.fixture
async def reported(play: Play) -> Play:
    """Wang has reported a drain with a photo, guided; Chen has the card."""
    wang, chen = (play.people.by_key[key].chat for key in ("resident-wang", "building-01-2"))
    await perform(play, {"act": "story", "name": "drain"}, [])
    await perform(play, {"act": "start", "by": wang.id, "payload": "at_XY01-2-1"}, [])
    wang.person.sends_photo(PHOTO, "下水道堵了")
    await play.tg.until(lambda: newest(wang, "提交"), LONG)
    await perform(
        play, {"act": "taps", "by": wang.id, "message": wang.last.id, "data": wang.last.button("提交")}, []
    )
    await play.tg.until(lambda: newest(chen, "受理"), LONG)
    await play.tg.quiet(LONG)
    return play


async def test_a_request_stands_where_it_stood_and_the_bot_answers_taps_on_old_messages(reported):
    play, tg = reported, reported.tg
    chen, at, guided = play.people.by_key["building-01-2"].chat, tg.clock.now(), play.guide.kept()
    card = newest(chen, "受理").html
    _, packed = await save(play)

    await taken_up(play, chen)
    await perform(play, {"act": "passes", "minutes": 600}, [])
    play.people.by_key["leader-01"].blocks()

    await load(play, packed)
    assert timedelta() <= tg.clock.now() - at < timedelta(minutes=1)
    assert play.guide.kept() == guided == {**guided, "name": "drain", "at": 3}
    assert not play.people.by_key["leader-01"].blocked
    assert play.deadline.at > tg.clock.now()
    chen = play.people.by_key["building-01-2"].chat
    assert newest(chen, "受理").html == card
    assert [PHOTO] in [message.files for message in chen.messages]
    await taken_up(play, chen)

    saved = unpack(packed)
    async with playing(today=MAY, zone=SHANGHAI, language="en", saved=saved) as other:
        assert (other.language, other.tg.clock.now().date()) == ("zh-CN", at.date())
        await taken_up(other, other.people.by_key["building-01-2"].chat)


# Without


@pytest.fixture
async def packed(staged: Play) -> bytes:
    """The play as it begins, in a file."""
    _, found = await save(staged)
    staged.bot.done.clear()
    return found


def standing(play: Play) -> dict[str, Any]:
    """Everything that must not change when nothing changes."""
    return dump(play.tg) | {
        "database": rows(play.database),
        "people": [person.id for person in play.people.by_key.values()],
        "guide": play.guide,
        "troubles": play.troubles.view(),
        "language": play.bot.language,
    }


def rows(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


async def test_the_bot_is_away_while_the_play_is_saved_and_there_again_afterwards(staged):
    name, packed = await save(staged)
    await asyncio.sleep(0)
    assert name == "redvest-sandbox-2026-03-03-0900.zip"
    assert (staged.bot.done, staged.bot.state) == (["stop", "launch"], "running")
    assert unpack(packed).telegram == dump(staged.tg)


async def test_a_bot_that_was_killed_is_not_started_by_saving(staged):
    staged.bot.state = "stopped"
    await save(staged)
    await asyncio.sleep(0)
    assert staged.bot.done == ["stop"]


async def test_what_people_do_while_the_play_is_saved_is_not_lost(staged, monkeypatch):
    wang = staged.people.by_key["resident-wang"]

    async def slow() -> None:
        wang.says("and this")
        staged.bot.state = "stopped"

    monkeypatch.setattr(staged.bot, "stop", slow)
    _, packed = await save(staged)
    assert wang.chat.last.text == "and this"
    assert unpack(packed).telegram == dump(staged.tg)
    assert wang.chat.last.text in staged.tg.updates.pending[-1].text


async def test_time_and_the_bots_start_wait_for_the_end_of_saving(staged):
    async with staged.still:
        launch = asyncio.create_task(perform(staged, {"act": "launch"}, []))
        passes = asyncio.create_task(perform(staged, {"act": "passes", "minutes": 5}, []))
        before = staged.tg.clock.now()
        for _ in range(5):
            await asyncio.sleep(0)
        assert (staged.bot.done, staged.tg.clock.now()) == ([], before)
    await asyncio.gather(launch, passes)
    await asyncio.sleep(0)
    assert staged.tg.clock.now() - before == timedelta(minutes=5)


async def test_pages_begin_anew_and_a_story_that_plays_ends_when_a_play_is_loaded(staged, packed):
    events = staged.feed.events()
    await anext(events)
    staged.replay("drain")
    await load(staged, packed)
    told = [event async for event in events]  # and no more: the page comes again
    assert not any('"fresh": true' in event for event in told)
    assert (staged.guide, staged.replaying) == (None, False)
    fresh = json.loads(await anext(staged.feed.events()))
    assert (fresh["fresh"], fresh["calls"], fresh["acts"]) == (True, [], [])


async def test_there_is_no_trouble_in_a_play_that_was_loaded(staged, packed):
    staged.troubles.switch("offline", on=True)
    await load(staged, packed)
    assert not any(staged.troubles.view().values())
    assert staged.tg.plans == []


async def test_a_play_is_loaded_with_the_language_it_was_saved_in(staged, packed):
    await load(staged, pack(replace(unpack(packed), language="en")))
    assert (staged.language, staged.bot.language) == ("en", "en")


async def test_what_the_bot_does_not_start_with_is_put_back(staged, packed):
    staged.troubles.switch("too_many", on=True)
    staged.people.by_key["resident-wang"].says("later")
    before = standing(staged)
    staged.bot.starts = False
    with pytest.raises(Refused, match="page-refused-state"):
        await load(staged, packed)
    assert standing(staged) == before
    assert staged.people.by_key["resident-wang"].chat.last.text == "later"


# Files that are no such play


def changed(state: State, **about: Any) -> State:
    return replace(state, telegram={**state.telegram, **about})


WRONG: dict[str, Callable[[State], State]] = {
    "of another bot": lambda state: changed(state, bot=4711),
    "without somebody": lambda state: changed(state, persons=state.telegram["persons"][1:]),
    "without a group": lambda state: changed(state, chats=state.telegram["chats"][:-1]),
    "without bytes": lambda state: changed(state, files=[{"kind": "photo", "name": "a", "size": 1}]),
    "of another language": lambda state: replace(state, language="fr"),
    "with another story": lambda state: replace(state, guide={"name": "none", "at": 0, "known": {}}),
    "behind its story": lambda state: replace(state, guide={"name": "drain", "at": 99, "known": {}}),
    "with words for a database": lambda state: replace(state, database=b"Dear neighbours" * 100),
    "with no database": lambda state: replace(state, database=b""),
    "with half a database": lambda state: replace(state, database=state.database[:9000]),
    "with another database": lambda state: sql(state, "DELETE FROM redvest_revision"),
    "of a newer version": lambda state: sql(state, "UPDATE redvest_revision SET version_num = '9999'"),
    "with a table less": lambda state: sql(state, "DROP TABLE drafts"),
    "with a table more": lambda state: sql(state, "CREATE TABLE more (id INTEGER)"),
    "with a column more": lambda state: sql(state, "ALTER TABLE drafts ADD COLUMN more TEXT"),
    "with a view": lambda state: sql(state, "CREATE VIEW seen AS SELECT 1"),
    "with a trigger": lambda state: sql(
        state, "CREATE TRIGGER acts AFTER INSERT ON drafts BEGIN DELETE FROM drafts; END"
    ),
    "with a virtual table": lambda state: sql(state, "CREATE VIRTUAL TABLE found USING fts5(words)"),
}


def sql(state: State, statement: str) -> State:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(state.database)
        connection.execute(statement)
        connection.commit()
        return replace(state, database=connection.serialize())


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
async def test_a_state_that_cannot_be_played_changes_nothing(staged, packed, wrong):
    before = standing(staged)
    broken = pack(wrong(unpack(packed)))
    with pytest.raises(Refused, match="page-refused-state"):
        await load(staged, broken)
    assert standing(staged) == before
    assert staged.bot.done == []


async def test_an_older_database_is_brought_to_the_newest_revision(tmp_path):
    path = tmp_path / "older.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        with engine.begin() as through:
            command.upgrade(alembic_config(through), "0001")
    made = await made_usable(read_whole(path))
    path.write_bytes(made)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM redvest_revision").fetchall() == [(HEAD,)]


def test_what_a_killed_bot_left_beside_its_database_is_saved_too(tmp_path):
    path = tmp_path / "redvest.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as left:
        left.execute("PRAGMA journal_mode=WAL")
        left.execute("CREATE TABLE kept (words TEXT)")
        left.execute("INSERT INTO kept VALUES ('yes')")
        found = read_whole(path)
        assert path.with_name("redvest.db-wal").stat().st_size
    (tmp_path / "copy.db").write_bytes(found)
    with closing(sqlite3.connect(f"file:{tmp_path}/copy.db?mode=ro&immutable=1", uri=True)) as alone:
        assert alone.execute("SELECT words FROM kept").fetchall() == [("yes",)]


# At the page, and on the command line


@pytest.fixture
async def address(staged: Play) -> AsyncIterator[str]:
    async with open_page(staged, 0) as found:
        yield found


async def test_the_page_is_given_a_file_and_gives_it_back(staged, address):
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{address}save") as answer:
            assert answer.headers["Content-Type"] == "application/zip"
            assert answer.headers["Content-Disposition"] == (
                'attachment; filename="redvest-sandbox-2026-03-03-0900.zip"'
            )
            packed = await answer.read()
        staged.people.by_key["resident-wang"].says("later")
        async with http.post(f"{address}load", data=field("state", packed)) as answer:
            assert (answer.status, await answer.json()) == (200, {"ok": True})
    assert dump(staged.tg) == unpack(packed).telegram


def field(name: str, data: bytes) -> aiohttp.FormData:
    form = aiohttp.FormData()
    form.add_field(name, data, filename="redvest.zip")
    return form


@pytest.mark.parametrize(
    ("language", "data", "words"),
    [
        ("en", field("state", b"no zip"), "This file was not saved by"),
        ("zh-CN", field("state", b"no zip"), "这个文件不是"),
        ("en", field("another", b""), "Something is missing"),
        ("en", b"no form at all", "Something is missing"),
        ("en", field("state", b"0" * 2000), "This file was not saved by"),
    ],
)
async def test_the_page_is_told_in_its_language_why_not(address, language, data, words, monkeypatch):
    monkeypatch.setattr(saving_routes, "LARGEST_FILE", 1000)
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{address}load?language={language}", data=data) as answer,
    ):
        assert answer.status == 409
        assert words in (await answer.json())["error"]


async def test_what_has_grown_too_large_is_not_saved_and_the_page_is_told(staged, address, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST", 1000)
    async with aiohttp.ClientSession() as http, http.get(f"{address}save?language=en") as answer:
        assert answer.status == 409
        assert "too much" in (await answer.json())["error"]
    assert staged.bot.done == ["stop", "launch"]


@pytest.mark.parametrize("content", [None, b"no zip"])
def test_a_play_does_not_begin_with_a_file_that_is_none(content, tmp_path, capsys):
    file = tmp_path / "state.zip"
    if content is not None:
        file.write_bytes(content)
    assert begin_play(Wishes(browser=False, state=file), read_settings({"REDVEST_LANGUAGE": "en"})) == 1
    assert capsys.readouterr().err == f"{file} is no saved state of the sandbox\n"
