"""PostgreSQL: serializable transactions on a pool of connections, run again when they met another."""

import asyncio
import uuid
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any, Literal, Self, TypeVar, cast

import asyncpg
from asyncpg.transaction import Transaction

from storage.database import Conflict, Row, Tx, Unavailable, Work, plain
from storage.placeholders import numbered
from storage.postgres_faults import told_apart
from storage.postgres_sessions import CHANNEL, Leadership, Listener
from storage.retry import until_settled

T = TypeVar("T")

CONNECTIONS = 10
CONNECT_SECONDS = 10
STATEMENT_SECONDS = 30
CLOSE_SECONDS = 2
SESSION = {
    "application_name": "redvest",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "60s",  # a worker that hangs gives its rows back
    "jit": "off",  # it costs more than our statements take
}

NOTIFY = "SELECT pg_notify(:channel, :origin || ' ' || name) FROM unnest(:names::text[]) AS name"
BROKEN = (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError)


class PostgresTx:
    """One open transaction. Once it met a fault or a conflict it only says so: it cannot be kept any more."""

    def __init__(self, connection: asyncpg.Connection, *, readonly: bool) -> None:
        self._connection = connection
        self._readonly = readonly
        self.woken: set[str] = set()
        self.lost: Unavailable | Conflict | None = None

    async def one(self, sql: str, /, **values: object) -> Row | None:
        return cast(Row | None, await self._send(self._connection.fetchrow, sql, values))

    async def all(self, sql: str, /, **values: object) -> list[Row]:
        return cast(list[Row], await self._send(self._connection.fetch, sql, values))

    async def run(self, sql: str, /, **values: object) -> int:
        done = await self._send(self._connection.execute, sql, values)  # such as "UPDATE 3"
        count = str(done).rpartition(" ")[2]
        return int(count) if count.isdigit() else 0

    async def many(self, sql: str, rows: Iterable[Mapping[str, object]], /) -> None:
        statement, names = numbered(sql)
        rows = [plain(row) for row in rows]
        with self._guarded():
            await self._connection.executemany(statement, [[row[name] for name in names] for row in rows])

    def wake(self, name: str) -> None:
        if self._readonly:
            raise RuntimeError(f"a reader wakes nobody ({name})")
        self.woken.add(name)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        if self.lost is not None:
            raise self.lost
        try:
            with told_apart():
                yield
        except (Unavailable, Conflict) as error:
            self.lost = error
            raise

    async def _send(self, call: Callable[..., Any], sql: str, values: Mapping[str, object]) -> Any:
        statement, names = numbered(sql)
        known = plain(values)
        with self._guarded():
            return await call(statement, *[known[name] for name in names])


class PostgresDatabase:
    """A database on a server. Make it with `await PostgresDatabase.open(url)`; close it at the end."""

    def __init__(self, url: str, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._listeners: dict[str, list[Callable[[], None]]] = defaultdict(list)
        self._listener = Listener(url, self._hear, self._hear_all)
        self._leadership = Leadership(url)
        self._name = uuid.uuid4().hex  # tells our own wakes from those of other workers

    @classmethod
    async def open(cls, url: str) -> Self:
        """Connect to the server at `url`; raises Unavailable if that cannot be."""
        with told_apart():
            pool = await asyncpg.create_pool(
                url,
                min_size=1,
                max_size=CONNECTIONS,
                timeout=CONNECT_SECONDS,
                command_timeout=STATEMENT_SECONDS,
                server_settings=SESSION,
                reset=_nothing_to_reset,
            )
        self = cls(url, pool)
        try:
            await self._listener.start()
        except BaseException:
            await self.close()
            raise
        return self

    async def transact(self, work: Work[T]) -> T:
        async def once() -> tuple[T, set[str]]:
            async with self._transaction("serializable") as tx:
                return await work(cast(Tx, tx)), tx.woken

        result, woken = await until_settled(once)
        for name in woken:
            self._call(name)
        return result

    async def read(self, work: Work[T]) -> T:
        async with self._transaction("repeatable_read", readonly=True) as tx:
            return await work(cast(Tx, tx))

    def listen(self, name: str, callback: Callable[[], None]) -> None:
        self._listeners[name].append(callback)

    async def lead(self, role: str) -> bool:
        return await self._leadership.lead(role)

    async def close(self) -> None:
        self._leadership.release()
        await self._listener.stop()
        try:
            await asyncio.wait_for(self._pool.close(), CLOSE_SECONDS)
        except BROKEN:
            self._pool.terminate()

    @asynccontextmanager
    async def _transaction(
        self, isolation: Literal["serializable", "repeatable_read"], *, readonly: bool = False
    ) -> AsyncIterator[PostgresTx]:
        """Leaves nothing open, however it ends: the pool waits for a cancelled statement and rolls back."""
        with told_apart():
            connection = await self._pool.acquire()
        try:
            transaction = connection.transaction(isolation=isolation, readonly=readonly)
            with told_apart():
                await transaction.start()
            try:
                tx = PostgresTx(cast(asyncpg.Connection, connection), readonly=readonly)
                yield tx
                await self._keep(tx, transaction)
            except BaseException:
                with suppress(*BROKEN):  # a broken connection is given up by the pool
                    await transaction.rollback()
                raise
        finally:
            with told_apart():
                await self._pool.release(connection)

    async def _keep(self, tx: PostgresTx, transaction: Transaction) -> None:
        if tx.lost is not None:  # somebody caught it
            raise tx.lost
        if tx.woken:
            await tx.all(NOTIFY, channel=CHANNEL, origin=self._name, names=list(tx.woken))
        with told_apart():
            await transaction.commit()

    def _hear(self, notice: str) -> None:
        origin, _, name = notice.partition(" ")
        if origin != self._name:
            self._call(name)

    def _hear_all(self) -> None:
        for name in list(self._listeners):
            self._call(name)

    def _call(self, name: str) -> None:
        for callback in self._listeners.get(name, ()):
            callback()


async def _nothing_to_reset(_connection: asyncpg.Connection) -> None:
    """We change no session settings, so giving a connection back needs no round trip."""
