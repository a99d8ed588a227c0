"""One process at a time holds a role, and it passes on when that one goes."""

import asyncio
import sys
from collections.abc import AsyncIterator

import pytest

from storage.database import Database, Tx
from storage.open import open_database


@pytest.fixture
async def url(fresh_postgres) -> AsyncIterator[str]:
    async with fresh_postgres() as url:
        yield url


@pytest.fixture
async def workers(url: str) -> AsyncIterator[tuple[Database, Database]]:
    one, two = await open_database(url), await open_database(url)
    try:
        yield one, two
    finally:
        await one.close()
        await two.close()


async def comes_to_lead(database: Database, role: str) -> None:
    async with asyncio.timeout(10):
        while not await database.lead(role):
            pass  # each look is a round trip to the server, which notices a broken connection soon


async def test_a_single_worker_leads(database: Database) -> None:
    assert await database.lead("sender")
    assert await database.lead("sender")
    assert await database.lead("clock")


async def test_exactly_one_of_two_workers_leads_each_role(workers: tuple[Database, Database]) -> None:
    one, two = workers
    assert await one.lead("sender")
    assert not await two.lead("sender")
    assert await two.lead("clock")
    assert not await one.lead("clock")
    assert await one.lead("sender")


async def test_of_many_asks_at_once_one_worker_wins(workers: tuple[Database, Database]) -> None:
    one, two = workers
    answers = await asyncio.gather(*[worker.lead("sender") for worker in (one, two) for _ in range(5)])
    assert answers in ([True] * 5 + [False] * 5, [False] * 5 + [True] * 5)


async def test_the_role_passes_on_when_the_leader_closes(workers: tuple[Database, Database]) -> None:
    one, two = workers
    assert await one.lead("sender")
    await one.close()
    await comes_to_lead(two, "sender")


async def test_who_loses_its_session_leads_no_longer_until_it_takes_the_role_again(
    workers: tuple[Database, Database],
) -> None:
    one, two = workers
    assert await one.lead("sender")

    async def cut(tx: Tx) -> None:
        await tx.all("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")

    await two.transact(cut)
    await comes_to_lead(two, "sender")
    assert not await one.lead("sender")
    assert not await one.lead("sender")
    await two.close()
    await comes_to_lead(one, "sender")


LEADER = """
import asyncio, sys
from storage.open import open_database

async def main():
    database = await open_database(sys.argv[1])
    print(await database.lead("sender"), flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


async def test_the_role_passes_on_when_the_leader_is_killed(
    workers: tuple[Database, Database], url: str
) -> None:
    leader = await asyncio.create_subprocess_exec(
        sys.executable, "-c", LEADER, url, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert leader.stdout is not None
        assert await leader.stdout.readline() == b"True\n"
        assert not await workers[0].lead("sender")
    finally:
        leader.kill()
        await leader.wait()
    await comes_to_lead(workers[0], "sender")
