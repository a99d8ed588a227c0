"""The two sessions a process keeps on PostgreSQL beside its pool: one listens, one holds what it leads."""

import asyncio
import contextlib
import logging
from collections.abc import Callable

import asyncpg

from storage.database import Unavailable
from storage.postgres_faults import told_apart

logger = logging.getLogger(__name__)

CHANNEL = "redvest_wake"
ANSWER_SECONDS = 5
LOOK_SECONDS = 30  # between two looks whether the listening session still lives
FIRST_PAUSE = 0.1  # seconds between two tries to reconnect; doubled each time
LONGEST_PAUSE = 10.0
LOCKS = 0x52656456  # the first half of each of our advisory locks; the second is the role
# A machine that vanished gives back what it led within half a minute.
KEEPALIVE = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}


async def connect(url: str) -> asyncpg.Connection:
    """A session of our own, outside the pool. Raises Unavailable."""
    with told_apart():
        return await asyncpg.connect(
            url,
            timeout=ANSWER_SECONDS,
            command_timeout=ANSWER_SECONDS,
            server_settings={"application_name": "redvest", **KEEPALIVE},
        )


class Listener:
    """Hears the wakes of other processes. After a reconnect everybody is woken, for what was missed."""

    def __init__(self, url: str, hear: Callable[[str], None], hear_all: Callable[[], None]) -> None:
        self._url = url
        self._hear = hear
        self._hear_all = hear_all
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Listen from now on until `stop`. Raises Unavailable if that cannot even begin."""
        self._task = asyncio.create_task(self._keep(await self._listening()))

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _keep(self, connection: asyncpg.Connection) -> None:
        while True:
            try:
                await self._until_lost(connection)
            finally:
                connection.terminate()
            connection = await self._again()
            self._hear_all()

    async def _until_lost(self, connection: asyncpg.Connection) -> None:
        lost = asyncio.Event()
        connection.add_termination_listener(lambda _: lost.set())
        with contextlib.suppress(Unavailable):
            while not (lost.is_set() or connection.is_closed()):
                try:
                    await asyncio.wait_for(lost.wait(), LOOK_SECONDS)
                except TimeoutError:
                    with told_apart():
                        await connection.execute("SELECT 1")

    async def _again(self) -> asyncpg.Connection:
        pause = FIRST_PAUSE
        while True:
            try:
                return await self._listening()
            except (Unavailable, asyncpg.PostgresError) as error:
                logger.warning("other workers are not heard: %s", error)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _listening(self) -> asyncpg.Connection:
        connection = await connect(self._url)
        try:
            with told_apart():
                await connection.add_listener(CHANNEL, self._on_notice)
        except BaseException:
            connection.terminate()
            raise
        return connection

    def _on_notice(self, _connection: object, _process: int, _channel: str, payload: object) -> None:
        self._hear(str(payload))


class Leadership:
    """Roles this process holds, as advisory locks of one session: they end with it, whatever happens."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: asyncpg.Connection | None = None
        self._held: set[str] = set()
        self._one_at_a_time = asyncio.Lock()

    async def lead(self, role: str) -> bool:
        """Whether this process holds `role`, taking it if it is free.

        Each call asks the server, so a session that was lost unnoticed leads no longer.
        """
        async with self._one_at_a_time:
            try:
                return await self._ask(role)
            except Unavailable as error:
                logger.warning("cannot tell who leads %s: %s", role, error)
                self.release()
                return False

    def release(self) -> None:
        """Give up every role."""
        if self._connection is not None:
            self._connection.terminate()
        self._connection = None
        self._held.clear()

    async def _ask(self, role: str) -> bool:
        if self._connection is None:
            self._connection = await connect(self._url)
        with told_apart():
            if role in self._held:
                await self._connection.execute("SELECT 1")
            elif await self._connection.fetchval(
                "SELECT pg_try_advisory_lock($1, hashtext($2))", LOCKS, role
            ):
                self._held.add(role)
        return role in self._held
