"""An id is never given twice where buttons, or work under way, may still mean the row that had it."""

from datetime import UTC, datetime

import pytest

from storage import drafts, outbox, people
from storage.database import Tx
from storage.outbox import Address

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


async def person(tx: Tx) -> int:
    row = await tx.one("INSERT INTO people (name, created_at) VALUES ('Wang', 0) RETURNING id")
    return int(row["id"])


async def test_a_new_draft_is_not_taken_for_the_one_before(database):
    async def work(tx):
        who = await person(tx)
        return [(await drafts.start(tx, person_id=who, words="", grid_id=None, now=NOW)).id for _ in range(3)]

    ids = await database.transact(work)
    assert ids == sorted(set(ids))


async def test_a_new_message_is_not_taken_for_one_that_gave_way(database):
    async def work(tx):
        ids = []
        for _ in range(3):
            await outbox.say(tx, kind="plain", chat=Address(-1, 0), now=NOW)
            ids.append((await tx.one("SELECT id FROM outbox"))["id"])
            await tx.run("DELETE FROM outbox")
        return ids

    ids = await database.transact(work)
    assert ids == sorted(set(ids))


async def test_a_newcomer_is_not_taken_for_somebody_who_turned_out_to_be_another(database):
    async def work(tx):
        roster, account = await person(tx), await person(tx)
        await people.merge(tx, from_id=account, to_id=roster)
        return account, await person(tx)

    gone, newcomer = await database.transact(work)
    assert newcomer > gone


@pytest.mark.parametrize("table", ["cards", "deadlines", "drafts", "outbox", "people"])
async def test_sqlite_remembers_the_last_id_of_what_is_deleted(sqlite, table):
    made = await sqlite.read(
        lambda tx: tx.one("SELECT sql FROM sqlite_master WHERE name = :table", table=table)
    )
    assert "AUTOINCREMENT" in made["sql"]
