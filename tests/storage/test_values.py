"""What goes into a database comes out of it as the same value, on both engines."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

import pytest

from storage.database import Database, Tx
from storage.rows import as_json, as_record


class Urgency(StrEnum):
    LOW = "low"
    URGENT = "urgent"


@dataclass(frozen=True)
class Category:
    id: int
    code: str
    parent_id: int | None
    names: dict[str, str]
    urgency: Urgency
    confidential: bool
    keywords: tuple[str, ...]
    ended_at: datetime | None


async def add_category(tx: Tx, ended_at: datetime | None) -> Category:
    row = await tx.one(
        """INSERT INTO categories (code, names, urgency, confidential, keywords, ended_at)
           VALUES ('X', :names, :urgency, :confidential, :keywords, :ended_at) RETURNING *""",
        names=as_json({"zh-CN": "下水道堵塞", "en": "Blocked drain"}),
        urgency=Urgency.URGENT,
        confidential=True,
        keywords=as_json(["堵", "溢水"]),
        ended_at=ended_at,
    )
    assert row is not None
    return as_record(Category, row)


@pytest.mark.parametrize(
    "moment",
    [
        None,
        datetime(2026, 3, 1, 8, 30, 15, 123000, tzinfo=UTC),
        datetime(1969, 12, 31, 23, 59, 59, 999000, tzinfo=UTC),
        datetime(2099, 12, 31, tzinfo=timezone(timedelta(hours=8))),
    ],
)
async def test_a_record_comes_back_as_it_went_in(database: Database, moment: datetime | None) -> None:
    category = await database.transact(lambda tx: add_category(tx, moment))
    assert category == Category(
        id=category.id,
        code="X",
        parent_id=None,
        names={"zh-CN": "下水道堵塞", "en": "Blocked drain"},
        urgency=Urgency.URGENT,
        confidential=True,
        keywords=("堵", "溢水"),
        ended_at=moment,
    )
    assert category.confidential is True
    assert isinstance(category.urgency, Urgency)


@pytest.mark.parametrize(
    "name", ["", "王芳", "👨‍👩‍👧 🦺", 'it\'s "quoted"; -- :not_a_name', "𠮷野家", "a\nb\tc"]
)
@pytest.mark.parametrize("number", [None, 0, -1, 2**31, -(10**13), 2**63 - 1])
async def test_words_and_numbers_come_back_as_they_went_in(
    database: Database, name: str, number: int | None
) -> None:
    async def work(tx: Tx) -> tuple[str, int | None]:
        row = await tx.one(
            """INSERT INTO people (name, telegram_id, created_at) VALUES (:name, :number, 0)
               RETURNING name, telegram_id""",
            name=name,
            number=number,
        )
        assert row is not None
        return row["name"], row["telegram_id"]

    assert await database.transact(work) == (name, number)


async def test_a_moment_is_kept_to_the_millisecond_and_compared_as_one(database: Database) -> None:
    moment = datetime(2026, 3, 1, 8, 30, 15, 123456, tzinfo=UTC)

    async def ended_before(tx: Tx, limit: datetime) -> bool:
        return await tx.one("SELECT id FROM categories WHERE ended_at < :limit", limit=limit) is not None

    category = await database.transact(lambda tx: add_category(tx, moment))
    assert category.ended_at == moment.replace(microsecond=123000)
    assert not await database.read(lambda tx: ended_before(tx, moment))
    assert await database.read(lambda tx: ended_before(tx, moment + timedelta(milliseconds=1)))


async def test_a_value_of_the_wrong_kind_is_our_own_error(database: Database) -> None:
    async def work(tx: Tx) -> None:
        await tx.run("INSERT INTO people (name, created_at) VALUES (:name, 0)", name=object())

    with pytest.raises(Exception, match="object") as caught:
        await database.transact(work)
    assert type(caught.value).__module__.partition(".")[0] in ("sqlite3", "asyncpg")


async def test_a_missing_value_is_our_own_error(database: Database) -> None:
    async def work(tx: Tx) -> None:
        await tx.run("INSERT INTO people (name, created_at) VALUES (:name, 0)")

    with pytest.raises(Exception, match="name"):
        await database.transact(work)
