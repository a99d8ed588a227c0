"""What every database must do: the contract of `storage.database`, on both engines."""

import asyncio
from datetime import UTC, datetime

import pytest

from storage.database import Conflict, Database, Tx, savepoint

NOW = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)


async def add_person(tx: Tx, name: str, telegram_id: int | None = None) -> int:
    row = await tx.one(
        "INSERT INTO people (name, telegram_id, created_at) VALUES (:name, :telegram_id, :now) RETURNING id",
        name=name,
        telegram_id=telegram_id,
        now=NOW,
    )
    assert row is not None
    return int(row["id"])


async def names(tx: Tx) -> list[str]:
    return [row["name"] for row in await tx.all("SELECT name FROM people ORDER BY id")]


async def test_what_a_transaction_returns_comes_back_and_what_it_wrote_stays(database: Database) -> None:
    assert await database.transact(lambda tx: add_person(tx, "王芳")) > 0
    assert await database.read(names) == ["王芳"]


async def test_a_transaction_that_raises_leaves_nothing(database: Database) -> None:
    async def work(tx: Tx) -> None:
        await add_person(tx, "王芳")
        raise LookupError("no")

    with pytest.raises(LookupError):
        await database.transact(work)
    assert await database.read(names) == []


async def test_a_savepoint_that_raises_undoes_its_own_part_alone(database: Database) -> None:
    async def work(tx: Tx) -> None:
        await add_person(tx, "before")
        with pytest.raises(LookupError):
            async with savepoint(tx):
                await add_person(tx, "inside")
                raise LookupError("no")
        async with savepoint(tx):
            await add_person(tx, "after")

    await database.transact(work)
    assert await database.read(names) == ["before", "after"]


async def test_after_a_savepoint_undid_a_refused_statement_the_rest_goes_on(database: Database) -> None:
    async def work(tx: Tx) -> None:
        await add_person(tx, "first", telegram_id=7)
        with pytest.raises(Exception, match=r"(?i)unique"):
            async with savepoint(tx):
                await add_person(tx, "second", telegram_id=7)
        await add_person(tx, "third")

    await database.transact(work)
    assert await database.read(names) == ["first", "third"]


async def test_a_broken_promise_of_the_schema_is_our_own_error(database: Database) -> None:
    async def work(tx: Tx) -> None:
        await add_person(tx, "first", telegram_id=7)
        await add_person(tx, "second", telegram_id=7)

    with pytest.raises(Exception, match=r"(?i)unique") as caught:
        await database.transact(work)
    assert type(caught.value).__module__.partition(".")[0] in ("sqlite3", "asyncpg")


async def test_a_reader_sees_one_moment_whatever_is_written_meanwhile(database: Database) -> None:
    await database.transact(lambda tx: add_person(tx, "first"))

    async def look_twice(tx: Tx) -> tuple[list[str], list[str]]:
        before = await names(tx)
        await database.transact(lambda other: add_person(other, "second"))
        return before, await names(tx)

    assert await database.read(look_twice) == (["first"], ["first"])
    assert await database.read(names) == ["first", "second"]


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)read.?only"):
        await database.read(lambda tx: add_person(tx, "王芳"))
    with pytest.raises(Exception, match=r"(?i)read.?only"):
        await database.read(lambda tx: tx.run("DELETE FROM people"))
    assert await database.read(names) == []


async def test_run_tells_how_many_rows_changed(database: Database) -> None:
    async def work(tx: Tx) -> list[int]:
        rename = "UPDATE people SET name = 'x' WHERE name <> :keep"
        return [
            await tx.run("INSERT INTO people (name, created_at) VALUES ('a', 0), ('b', 0)"),
            await tx.run(rename, keep="b"),
            await tx.run(rename, keep="x"),
            await tx.run(rename, keep="x"),
            await tx.run("DELETE FROM people"),
        ]

    assert await database.transact(work) == [2, 1, 1, 0, 2]


async def test_many_rows_go_in_by_one_call(database: Database) -> None:
    async def work(tx: Tx) -> None:
        rows = [{"name": name, "now": NOW} for name in ("a", "b", "c")]
        await tx.many("INSERT INTO people (name, created_at) VALUES (:name, :now)", rows)

    await database.transact(work)
    assert await database.read(names) == ["a", "b", "c"]


async def test_on_conflict_keeps_one_row_and_returns_it(database: Database) -> None:
    async def put(tx: Tx, name: str) -> str:
        row = await tx.one(
            """INSERT INTO people (name, telegram_id, created_at) VALUES (:name, 7, :now)
               ON CONFLICT (telegram_id) DO UPDATE SET name = excluded.name RETURNING name""",
            name=name,
            now=NOW,
        )
        assert row is not None
        return str(row["name"])

    assert await database.transact(lambda tx: put(tx, "first")) == "first"
    assert await database.transact(lambda tx: put(tx, "second")) == "second"
    assert await database.read(names) == ["second"]


async def test_one_of_nothing_is_none_and_all_of_nothing_is_empty(database: Database) -> None:
    async def work(tx: Tx) -> None:
        assert await tx.one("SELECT id FROM people") is None
        assert await tx.all("SELECT id FROM people") == []

    await database.transact(work)
    await database.read(work)


async def test_a_name_used_twice_and_colons_in_words_are_understood(database: Database) -> None:
    async def work(tx: Tx) -> None:
        person_id = await add_person(tx, "half past 8:30")
        row = await tx.one(
            """SELECT ':name' AS word, CAST(:id AS BIGINT) AS given FROM people -- :comment
               WHERE (:id IS NULL OR id = :id) AND name LIKE '%8:30'""",
            id=person_id,
        )
        assert row is not None
        assert (row["word"], row["given"]) == (":name", person_id)

    await database.transact(work)


async def test_a_transaction_that_lost_a_conflict_is_run_again_as_a_whole(database: Database) -> None:
    runs = []

    async def work(tx: Tx) -> None:
        runs.append(await names(tx))
        await add_person(tx, "王芳")
        if len(runs) < 3:
            raise Conflict("somebody was faster")

    await database.transact(work)
    assert runs == [[], [], []]
    assert await database.read(names) == ["王芳"]


async def test_a_conflict_that_never_ends_is_told_in_the_end(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.retry.TRIES", 3)

    async def work(_tx: Tx) -> None:
        raise Conflict("always")

    with pytest.raises(Conflict, match="always"):
        await database.transact(work)


async def test_twenty_who_read_and_then_write_one_counter_lose_nothing(database: Database) -> None:
    async def set_up(tx: Tx) -> None:
        await tx.run("INSERT INTO categories (code, names, position) VALUES ('X', '{}', 0)")

    async def increment(tx: Tx) -> None:
        row = await tx.one("SELECT position FROM categories WHERE code = 'X'")
        assert row is not None
        await tx.run("UPDATE categories SET position = :next WHERE code = 'X'", next=row["position"] + 1)

    await database.transact(set_up)
    await asyncio.gather(*[database.transact(increment) for _ in range(20)])
    row = await database.read(lambda tx: tx.one("SELECT position FROM categories"))
    assert row is not None
    assert row["position"] == 20


async def test_one_place_goes_to_exactly_one_of_fifty(database: Database) -> None:
    async def set_up(tx: Tx) -> None:
        await tx.run("INSERT INTO categories (code, names, position) VALUES ('X', '{}', 1)")

    async def claim(tx: Tx) -> int:
        return await tx.run("UPDATE categories SET position = position - 1 WHERE code = 'X' AND position > 0")

    await database.transact(set_up)
    taken = await asyncio.gather(*[database.transact(claim) for _ in range(50)])
    assert sorted(taken) == [0] * 49 + [1]


@pytest.mark.parametrize("steps", range(6))
async def test_a_cancelled_transaction_leaves_nothing_open(database: Database, steps: int) -> None:
    """Cancelled at various moments; afterwards everybody else works on, and it was all or nothing."""

    async def work(tx: Tx) -> None:
        await add_person(tx, "one")
        await add_person(tx, "two")

    for task in [asyncio.create_task(database.transact(work)) for _ in range(30)]:
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await asyncio.gather(*[database.transact(work) for _ in range(10)])
    found = await database.read(names)
    assert found.count("one") == found.count("two") >= 10


async def test_a_cancelled_reader_leaves_nothing_open(database: Database) -> None:
    readers = [asyncio.create_task(database.read(names)) for _ in range(30)]
    for steps, task in enumerate(readers):
        for _ in range(steps % 7):
            await asyncio.sleep(0)
        task.cancel()
    await asyncio.gather(*readers, return_exceptions=True)
    assert await asyncio.gather(*[database.read(names) for _ in range(10)]) == [[]] * 10
