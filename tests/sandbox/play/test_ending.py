"""A play that is broken off: whenever that is, it ends soon, says nothing, and leaves nothing behind."""

import asyncio
import os
import signal
import sys
from pathlib import Path
from unittest.mock import AsyncMock

import pytest

from sandbox.play import bot as bots
from sandbox.play import play as plays
from sandbox.play.bot import Bot, NotStarted, bring_in, environment
from sandbox.play.play import SAMPLE, Play, fresh_token

NOWHERE = {"REDVEST_API_URL": "http://127.0.0.1:1"}


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    return environment(fresh_token(), str(tmp_path / "redvest.db"), "en")


@pytest.fixture
def terminal():
    """As in a terminal that may close, also where the tests themselves run under `nohup`."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
async def test_ctrl_c_or_a_closed_terminal_while_a_play_begins_ends_it_and_leaves_nothing(number, tmp_path):
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "sandbox", "--port", "0", "--no-browser"),
        env={**os.environ, "TMPDIR": str(tmp_path), "REDVEST_LANGUAGE": "en"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,  # a terminal of its own: Ctrl+C is for all that runs in it
    )
    assert process.stdout is not None
    assert b"Setting up" in await process.stdout.readline()
    os.killpg(process.pid, number)
    out, err = await process.communicate()
    assert (process.returncode, out, err) == (0, b"", b"")
    assert list(tmp_path.iterdir()) == []


async def test_an_import_that_is_broken_off_runs_no_longer(settings, monkeypatch):
    begun: asyncio.Queue[asyncio.subprocess.Process] = asyncio.Queue()
    spawn = bots._spawn

    async def spawned(*command: str, **how: object) -> asyncio.subprocess.Process:
        process = await spawn(*command, **how)
        begun.put_nowait(process)
        return process

    monkeypatch.setattr(bots, "_spawn", spawned)
    importing = asyncio.create_task(bring_in(str(SAMPLE), settings))
    process = await begun.get()
    importing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await importing
    assert process.returncode == -signal.SIGKILL


async def test_a_bot_that_does_not_reach_its_telegram_is_not_waited_for_when_the_play_ends(
    settings, monkeypatch
):
    monkeypatch.setattr(bots, "STOPPING", 3600)
    bot = Bot({**settings, **NOWHERE}, lambda: None)
    launching = asyncio.create_task(bot.launch(1_772_500_000))
    async with asyncio.timeout(20):
        while bot._process is None:  # noqa: ASYNC110 - nothing tells
            await asyncio.sleep(0)
        await bot.stop()
        await launching
    assert bot.state == "stopped"


async def test_a_community_that_cannot_be_imported_is_no_play(settings, tmp_path):
    with pytest.raises(NotStarted):
        await bring_in(str(tmp_path / "nothing"), settings)


async def test_a_bot_that_greets_nobody_has_not_started(staged: Play, monkeypatch):
    monkeypatch.setattr(plays, "greet", AsyncMock(side_effect=TimeoutError))
    with pytest.raises(NotStarted):
        await plays._meet(staged, staged.tg.clock.now())


async def test_a_bot_that_ends_by_a_signal_of_its_own_has_failed(botless: Play):
    gone = AsyncMock(asyncio.subprocess.Process)
    for code, state in (
        (0, "stopped"),
        (-signal.SIGKILL, "stopped"),
        (-signal.SIGTERM, "failed"),
        (1, "failed"),
    ):
        gone.wait.return_value = code
        await botless.bot._ended(gone)
        assert botless.bot.state == state
