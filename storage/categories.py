"""What a request can be about: categories and their items."""

from dataclasses import dataclass

from storage.database import Tx
from storage.records import Category
from storage.rows import as_record, maybe


@dataclass(frozen=True, slots=True)
class Keyworded:
    """A category and the words that point to it."""

    id: int
    parent_id: int | None
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a category names first."""

    parent_id: int | None
    first: dict[str, str]


NAMED = """SELECT parent_id, CASE WHEN ended_at IS NULL THEN first ELSE '{}' END AS first
    FROM categories WHERE id = :id"""


async def get(tx: Tx, category_id: int) -> Category | None:
    row = await tx.one("SELECT * FROM categories WHERE id = :id", id=category_id)
    return maybe(Category, row)


async def in_use(tx: Tx, category_id: int) -> Category | None:
    """The category, if it has not been taken out of the list."""
    row = await tx.one("SELECT * FROM categories WHERE id = :id AND ended_at IS NULL", id=category_id)
    return maybe(Category, row)


async def by_code(tx: Tx, code: str) -> Category | None:
    """The category in use with this code."""
    row = await tx.one("SELECT * FROM categories WHERE code = :code AND ended_at IS NULL", code=code)
    return maybe(Category, row)


async def children(tx: Tx, category_id: int | None) -> list[Category]:
    """The items of a category in the order of their file; of None, the categories."""
    where = "parent_id IS NULL" if category_id is None else "parent_id = :id"
    values = {} if category_id is None else {"id": category_id}
    rows = await tx.all(
        f"SELECT * FROM categories WHERE {where} AND ended_at IS NULL ORDER BY position, id", **values
    )
    return [as_record(Category, row) for row in rows]


async def codes_upward(tx: Tx, category_id: int | None) -> list[str]:
    """The code of an item and of its category, the item's first."""
    codes: list[str] = []
    while category_id is not None and (category := await get(tx, category_id)):
        codes.append(category.code)
        category_id = category.parent_id
    return codes


async def first_upward(tx: Tx, category_id: int | None) -> list[dict[str, str]]:
    """Who answers first, as an item says it and as its category does, the item's first; one that is out of
    the list says nothing."""
    named: list[dict[str, str]] = []
    while category_id is not None and (row := await tx.one(NAMED, id=category_id)):
        category = as_record(Named, row)
        named.append(category.first)
        category_id = category.parent_id
    return named


async def codes(tx: Tx) -> frozenset[str]:
    """Every code in use."""
    return frozenset(
        row["code"] for row in await tx.all("SELECT code FROM categories WHERE ended_at IS NULL")
    )


async def keywords(tx: Tx) -> list[Keyworded]:
    """Every category in use with its keywords, in the order of their file."""
    rows = await tx.all(
        "SELECT id, parent_id, keywords FROM categories WHERE ended_at IS NULL ORDER BY position, id"
    )
    return [as_record(Keyworded, row) for row in rows]
