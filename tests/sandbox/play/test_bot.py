"""The bot's process as the play has it: its settings, its answers, and where it is started."""

import asyncio
import os
from pathlib import Path
from unittest.mock import AsyncMock, Mock

import pytest

from sandbox.play import bot as bots
from sandbox.play.bot import Bot, environment
from sandbox.play.play import fresh_token


@pytest.fixture
async def answers() -> asyncio.StreamReader:
    """What the bot says."""
    return asyncio.StreamReader()


@pytest.fixture
def bot(answers: asyncio.StreamReader) -> Bot:
    """A bot that runs, and says what ``answers`` holds."""
    bot = Bot({}, lambda: None)
    stdin = Mock(drain=AsyncMock(), is_closing=Mock(return_value=False))
    bot._process, bot.state = Mock(stdin=stdin, stdout=answers), "running"
    return bot


async def test_the_answer_to_who_waits_no_longer_is_not_given_to_the_next(bot, answers):
    first = asyncio.create_task(bot.moved(1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    answers.feed_data(b'{}\n{"next": 3, "deadline": null}\n')
    assert await bot.moments(2) == {"next": 3, "deadline": None}


async def test_a_bot_that_is_gone_as_soon_as_it_has_begun_does_not_run(bot, answers, monkeypatch):
    process, bot._process = bot._process, None
    process.wait = AsyncMock(return_value=-9)
    monkeypatch.setattr(bots, "_spawn", AsyncMock(return_value=process))
    answers.feed_data(b"{}\n")
    await bot.launch(1)
    await bot.stop()
    assert bot.state == "stopped"


async def test_files_where_the_sandbox_is_started_are_not_taken_for_the_bot(tmp_path, monkeypatch):
    (tmp_path / "bot.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    process = await bots._spawn("-m", "bot", "--version", settings=dict(os.environ))
    said, _ = await process.communicate()
    assert (process.returncode, said[:7]) == (0, b"redvest")


@pytest.mark.parametrize(
    ("in_file", "in_environment", "holds"),
    [
        ("", None, "warning"),
        ("", "", "warning"),
        ("", "debug", "debug"),
        ("REDVEST_LOG=info", None, "info"),
        ("REDVEST_LOG=info", "error", "error"),
    ],
)
def test_the_bot_logs_warnings_unless_the_operator_has_set_another_level(
    in_file: str, in_environment: str | None, holds: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / ".env").write_text(in_file)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REDVEST_LOG", raising=False)
    if in_environment is not None:
        monkeypatch.setenv("REDVEST_LOG", in_environment)
    assert environment(fresh_token(), "redvest.db", "en")["REDVEST_LOG"] == holds


def test_the_token_of_a_play_cannot_be_known_beforehand():
    assert fresh_token() != fresh_token()
