"""SQLite: one writer thread that drives whole transactions, readers that cannot write."""

import asyncio
import contextlib
import sqlite3
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self, TypeVar, cast

import aiosqlite

from storage.database import Row, Tx, Unavailable, Work, plain
from storage.retry import until_settled

T = TypeVar("T")

READERS = 2
BUSY_SECONDS = 10
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")

FAULTS = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOTADB,
}
PRIMARY = 0xFF  # the low byte of an extended error code


@contextlib.contextmanager
def told_apart() -> Iterator[None]:
    """Turn a fault of the database itself into Unavailable; our own mistakes stay what they are."""
    try:
        yield
    except sqlite3.Error as error:
        fault = fault_in(error)
        if fault is None:
            raise
        raise fault from error


def fault_in(error: sqlite3.Error) -> Unavailable | None:
    """What the database is at fault for, if it is."""
    at_fault = getattr(error, "sqlite_errorcode", 0) & PRIMARY in FAULTS
    return Unavailable(f"SQLite: {error}") if at_fault else None


def drive(work: Awaitable[T]) -> T:
    """Run a coroutine that never waits to its end, here and now.

    Raises RuntimeError if it would wait: inside a transaction there is nothing to wait for, and the
    writer thread must not stand still.
    """
    coroutine = cast(Coroutine[Any, Any, T], work)
    try:
        coroutine.send(None)
    except StopIteration as end:
        return cast(T, end.value)
    coroutine.close()
    raise RuntimeError("a transaction must not wait for anything but its own statements")


class WriterTx:
    """The open transaction of the writer thread; its coroutines end without suspending.

    After a fault SQLite may have rolled back by itself (disk full), and what came next would be kept without
    the rest. So nothing comes next.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.woken: set[str] = set()
        self.lost: Unavailable | None = None

    async def one(self, sql: str, /, **values: object) -> Row | None:
        found = self._guarded(lambda: self._connection.execute(sql, plain(values)).fetchone())
        return cast(Row | None, found)

    async def all(self, sql: str, /, **values: object) -> list[Row]:
        found = self._guarded(lambda: self._connection.execute(sql, plain(values)).fetchall())
        return cast(list[Row], found)

    async def run(self, sql: str, /, **values: object) -> int:
        return int(self._guarded(lambda: self._connection.execute(sql, plain(values)).rowcount))

    async def many(self, sql: str, rows: Iterable[Mapping[str, object]], /) -> None:
        self._guarded(lambda: self._connection.executemany(sql, (plain(row) for row in rows)))

    def _guarded(self, statement: Callable[[], Any]) -> Any:
        if self.lost is not None:
            raise self.lost
        try:
            return statement()
        except sqlite3.Error as error:
            self.lost = fault_in(error)
            if self.lost is None:
                raise
            raise self.lost from error

    def wake(self, name: str) -> None:
        self.woken.add(name)


class ReaderTx:
    """A snapshot for reading on a query-only connection, one thread crossing a statement."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def one(self, sql: str, /, **values: object) -> Row | None:
        rows = await self.all(sql, **values)
        return rows[0] if rows else None

    async def all(self, sql: str, /, **values: object) -> list[Row]:
        with told_apart():
            return cast(list[Row], await self._connection.execute_fetchall(sql, plain(values)))

    async def run(self, sql: str, /, **values: object) -> int:
        """Always refused by SQLite: this connection may only read."""
        with told_apart():
            cursor = await self._connection.execute(sql, plain(values))
            return cursor.rowcount

    async def many(self, sql: str, rows: Iterable[Mapping[str, object]], /) -> None:
        """Always refused by SQLite: this connection may only read."""
        with told_apart():
            await self._connection.executemany(sql, [plain(row) for row in rows])

    def wake(self, name: str) -> None:
        raise RuntimeError(f"a reader wakes nobody ({name})")


class SqliteDatabase:
    """A database in one file. Make it with `await SqliteDatabase.open(path)`; close it at the end."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite-writer")
        self._writer: sqlite3.Connection
        self._readers: asyncio.Queue[aiosqlite.Connection] = asyncio.Queue()
        self._all_readers: list[aiosqlite.Connection] = []
        self._listeners: dict[str, list[Callable[[], None]]] = defaultdict(list)

    @classmethod
    async def open(cls, path: Path, busy_seconds: float = BUSY_SECONDS) -> Self:
        """Open (or create) the file at `path`; raises Unavailable if that cannot be.

        `busy_seconds` is how long another process may hold the file before that is a fault.
        """
        self = cls()
        try:
            self._writer = await self._in_thread(lambda: _connect(path, busy_seconds))
            for _ in range(READERS):
                self._all_readers.append(await _connect_reader(path, busy_seconds))
                self._readers.put_nowait(self._all_readers[-1])
        except BaseException:
            await self.close()
            raise
        return self

    async def transact(self, work: Work[T]) -> T:
        result, woken = await until_settled(lambda: self._in_thread(lambda: self._transaction(work)))
        for name in woken:
            for callback in self._listeners[name]:
                callback()
        return result

    async def read(self, work: Work[T]) -> T:
        async with self._reader() as connection:
            try:
                with told_apart():
                    await connection.execute("BEGIN")
                return await work(ReaderTx(connection))
            finally:
                await asyncio.shield(connection.rollback())

    def listen(self, name: str, callback: Callable[[], None]) -> None:
        self._listeners[name].append(callback)

    async def lead(self, role: str) -> bool:  # noqa: ARG002 - a file has one bot
        return True

    async def close(self) -> None:
        for connection in self._all_readers:
            await connection.close()
        writer = getattr(self, "_writer", None)
        if writer is not None:
            await self._in_thread(writer.close)
        self._thread.shutdown()

    async def _in_thread(self, call: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)

    def _transaction(self, work: Work[T]) -> tuple[T, set[str]]:
        tx = WriterTx(self._writer)
        try:
            with told_apart():
                self._writer.execute("BEGIN IMMEDIATE")
            result = drive(work(cast(Tx, tx)))
            if tx.lost is not None:  # somebody caught it
                raise tx.lost
            with told_apart():
                self._writer.execute("COMMIT")
            return result, tx.woken
        finally:
            if self._writer.in_transaction:
                self._writer.execute("ROLLBACK")

    @contextlib.asynccontextmanager
    async def _reader(self) -> AsyncIterator[aiosqlite.Connection]:
        connection = await self._readers.get()
        try:
            yield connection
        finally:
            self._readers.put_nowait(connection)


def _connect(path: Path, busy_seconds: float) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    with told_apart():
        connection = sqlite3.connect(
            path, timeout=busy_seconds, isolation_level=None, cached_statements=512, check_same_thread=False
        )
        connection.row_factory = sqlite3.Row
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection


async def _connect_reader(path: Path, busy_seconds: float) -> aiosqlite.Connection:
    with told_apart():
        connection = await aiosqlite.connect(path, timeout=busy_seconds, isolation_level=None)
        connection.row_factory = sqlite3.Row
        await connection.execute("PRAGMA query_only=ON")
        return connection
