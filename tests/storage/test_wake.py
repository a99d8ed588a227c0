"""Who listens is woken after a commit, here and in other workers, and never for nothing."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from storage.database import Database, Tx
from storage.open import open_database


async def nudge(tx: Tx) -> None:
    await tx.run("INSERT INTO people (name, created_at) VALUES ('x', 0)")
    tx.wake("outbox")


async def test_a_listener_is_woken_after_the_commit_and_not_before(database: Database) -> None:
    calls: list[str] = []
    database.listen("outbox", lambda: calls.append("outbox"))
    database.listen("jobs", lambda: calls.append("jobs"))

    async def work(tx: Tx) -> None:
        await nudge(tx)
        tx.wake("outbox")
        assert calls == []

    await database.transact(work)
    assert calls == ["outbox"]


async def test_a_rollback_wakes_nobody(database: Database) -> None:
    calls: list[str] = []
    database.listen("outbox", lambda: calls.append("outbox"))

    async def work(tx: Tx) -> None:
        await nudge(tx)
        raise LookupError

    with pytest.raises(LookupError):
        await database.transact(work)
    assert calls == []


async def test_a_reader_wakes_nobody(database: Database) -> None:
    async def work(tx: Tx) -> None:
        tx.wake("outbox")

    with pytest.raises(RuntimeError, match="a reader wakes nobody"):
        await database.read(work)


@pytest.fixture
async def workers(fresh_postgres) -> AsyncIterator[tuple[Database, Database]]:
    """Two workers on one database."""
    async with fresh_postgres() as url:
        one, two = await open_database(url), await open_database(url)
        try:
            yield one, two
        finally:
            await one.close()
            await two.close()


async def test_a_commit_wakes_each_worker_once_and_a_rollback_does_not(
    workers: tuple[Database, Database],
) -> None:
    here, there = workers
    calls: list[str] = []
    heard = asyncio.Event()
    here.listen("outbox", lambda: calls.append("here"))
    there.listen("outbox", lambda: calls.append("there"))
    here.listen("end", heard.set)

    async def fail(tx: Tx) -> None:
        await nudge(tx)
        raise LookupError

    async def end(tx: Tx) -> None:
        tx.wake("end")

    with pytest.raises(LookupError):
        await here.transact(fail)
    await here.transact(nudge)
    await there.transact(end)  # notices arrive in the order of the commits
    await asyncio.wait_for(heard.wait(), 5)
    assert sorted(calls) == ["here", "there"]


async def cut_all_others(tx: Tx) -> None:
    await tx.all(
        """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()"""
    )


async def test_a_lost_listening_session_comes_back_and_wakes_for_what_was_missed(
    workers: tuple[Database, Database],
) -> None:
    here, there = workers
    heard = asyncio.Event()
    there.listen("outbox", heard.set)
    await here.transact(cut_all_others)
    await asyncio.wait_for(heard.wait(), 5)  # for what may have been missed
    heard.clear()
    await here.transact(nudge)
    await asyncio.wait_for(heard.wait(), 5)
