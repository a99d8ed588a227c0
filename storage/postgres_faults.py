"""What an error of PostgreSQL, of its driver or of the way to it means to us."""

from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg

from storage.database import Conflict, Unavailable

CONFLICTS = {"40001", "40P01", "55P03"}  # serialization failure, deadlock, lock not had in time
READ_ONLY = "25006"  # also what a standby says after a failover
IDLE_TOO_LONG = "25P03"
FAULT_CLASSES = {"08", "53", "57", "58", "XX"}  # connection, resources, operator, system, internal


@contextmanager
def told_apart() -> Iterator[None]:
    """Turn what the database is at fault for into Unavailable, what a rerun mends into Conflict.

    Our own mistakes stay what they are, wrong values included.
    """
    try:
        yield
    except asyncpg.InvalidCachedStatementError as error:  # a newer worker has just migrated
        raise Conflict(f"PostgreSQL: {error}") from error
    except asyncpg.PostgresError as error:
        if error.sqlstate in CONFLICTS:
            raise Conflict(f"PostgreSQL: {error}") from error
        if error.sqlstate in (READ_ONLY, IDLE_TOO_LONG) or (error.sqlstate or "")[:2] in FAULT_CLASSES:
            raise Unavailable(f"PostgreSQL: {error}") from error
        raise
    except ValueError:  # some are an InterfaceError too, but about our value or address
        raise
    except (asyncpg.InterfaceError, asyncpg.InternalClientError, OSError, TimeoutError) as error:
        raise Unavailable(f"PostgreSQL: {type(error).__name__} {error}") from error
