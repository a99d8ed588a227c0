"""Work beside the event loop."""

import asyncio
import subprocess
import sys
import threading

import pytest

from sandbox.play.aside import aside


async def test_what_it_finds_or_raises_comes_back():
    assert await aside(lambda: 5) == 5
    with pytest.raises(ZeroDivisionError):
        await aside(lambda: 1 // 0)


async def test_who_no_longer_waits_is_not_told():
    going_on = threading.Event()
    done = aside(going_on.wait)
    done.cancel()
    going_on.set()
    with pytest.raises(asyncio.CancelledError):
        await done


def test_the_program_ends_without_waiting_for_it():
    program = """if True:
        import asyncio, threading
        from sandbox.play.aside import aside
        async def main():
            aside(threading.Event().wait)
        asyncio.run(main())
    """
    assert subprocess.run([sys.executable, "-c", program], timeout=20, check=False).returncode == 0  # noqa: S603
