"""A play as it begins: the sample community at nine on a Tuesday morning, the bot a process of its own."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from sandbox.play.play import Play, playing

Opening = Callable[..., Awaitable[Play]]

TODAY = datetime(2026, 3, 3, tzinfo=UTC)
SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
async def opening() -> AsyncIterator[Opening]:
    """``await opening(language="en")``: a play in this language, or on another day."""
    async with AsyncExitStack() as stack:

        async def open_play(language: str = "zh-CN", today: datetime = TODAY) -> Play:
            return await stack.enter_async_context(playing(today=today, zone=SHANGHAI, language=language))

        yield open_play


@pytest.fixture
async def play(opening: Opening) -> Play:
    """A play in Chinese."""
    return await opening()
