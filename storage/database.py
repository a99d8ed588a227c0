"""What a database is to the rest of the house: transactions over plain SQL with `:name` parameters.

Both engines behave as one: every transaction is serializable, values are plain (times go in as aware
datetimes and are kept as milliseconds since 1970 UTC), rows answer to column names.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

Row = Mapping[str, Any]
"""One row of a result; `row["column"]`."""

Work = Callable[["Tx"], Awaitable[T]]
"""What is done inside one transaction. It may be run more than once: nothing in it may act outside."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


class Unavailable(Exception):
    """The database itself is at fault (disk full, locked, connection lost): try again later."""


class Conflict(Exception):
    """Somebody else changed the same rows first: the whole transaction is to be run again."""


class Refusal(Exception):
    """This database may not be used by this program: it is newer, or not ours. Holds one clear line."""


class Tx(Protocol):
    """One open transaction. On SQLite nothing here suspends (see `sqlite.drive`)."""

    async def one(self, sql: str, /, **values: object) -> Row | None:
        """The first row, or None."""

    async def all(self, sql: str, /, **values: object) -> list[Row]:
        """Every row."""

    async def run(self, sql: str, /, **values: object) -> int:
        """Change rows; how many were."""

    async def many(self, sql: str, rows: Iterable[Mapping[str, object]], /) -> None:
        """The same change for many rows."""

    def wake(self, name: str) -> None:
        """After the commit, wake whoever listens to `name` (see `Database.listen`)."""


class Database(Protocol):
    """An open database, shared by the whole process."""

    async def transact(self, work: Work[T]) -> T:
        """Run `work` in one serializable write transaction: all of it is kept, or nothing.

        Run again on a conflict with another writer. Raises Unavailable when the database is at fault.
        """

    async def read(self, work: Work[T]) -> T:
        """Run `work` on one snapshot; nothing can be written."""

    def listen(self, name: str, callback: Callable[[], None]) -> None:
        """Call `callback` in the event loop after each commit that woke `name`, here or in another worker."""

    async def lead(self, role: str) -> bool:
        """Whether this process holds `role` (of which there is one per database), taking it if it is free."""

    async def close(self) -> None:
        """Give everything back; afterwards the file or the server may go."""


@asynccontextmanager
async def savepoint(tx: Tx) -> AsyncIterator[None]:
    """Undo what is done inside if it raises, and go on with the transaction."""
    await tx.run("SAVEPOINT inner_work")
    try:
        yield
    except (Unavailable, Conflict):
        raise  # the transaction as a whole is gone
    except BaseException:
        await tx.run("ROLLBACK TO SAVEPOINT inner_work")
        await tx.run("RELEASE SAVEPOINT inner_work")
        raise
    await tx.run("RELEASE SAVEPOINT inner_work")


def to_millis(moment: datetime) -> int:
    """An aware datetime as it is stored: whole milliseconds since 1970 UTC."""
    return (moment - EPOCH) // MILLISECOND


def from_millis(stored: int) -> datetime:
    """The aware UTC datetime of a stored time."""
    return EPOCH + timedelta(milliseconds=stored)


def plain(values: Mapping[str, object]) -> dict[str, object]:
    """Values as the drivers take them."""
    return {k: to_millis(v) if isinstance(v, datetime) else v for k, v in values.items()}
