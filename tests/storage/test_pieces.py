"""What people have sent, as rows: found without reading all that they ever sent."""

from datetime import UTC, datetime

from storage import pieces
from storage.records import PieceKind, Purpose

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


async def test_what_was_sent_last_is_found_however_much_was_sent_before(sqlite):
    plan = []

    async def work(tx):
        class Explaining:
            async def one(self, sql, /, **values):
                plan.extend(row["detail"] for row in await tx.all(f"EXPLAIN QUERY PLAN {sql}", **values))
                return await tx.one(sql, **values)

        await tx.run("INSERT INTO people (name, reachable, created_at) VALUES ('p', TRUE, 0)")
        for message_id in (5, 6):
            await pieces.add(
                tx, person_id=1, chat_id=101, message_id=message_id, kind=PieceKind.TEXT, words="w",
                file_id=None, latitude=None, longitude=None, album=None, purpose=Purpose.TALK, now=NOW,
            )  # fmt: skip
        return await pieces.newest(Explaining(), 101)

    assert (await sqlite.transact(work)).message_id == 6
    assert not [step for step in plan if "SCAN" in step or "TEMP B-TREE" in step]
