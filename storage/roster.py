"""Grids, categories, organisations, people and posts as an import sees them: read as a whole, written many at
a time.

Entries hold values as they are stored, lists and mappings as JSON text, so that equal means unchanged.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from storage.answering import RUNNING
from storage.database import Row, Tx, from_millis


class GridEntry(NamedTuple):
    code: str
    name: str
    level: str
    parent: str | None  # code
    dedicated: bool
    mode: str | None
    aliases: str
    boundary: str | None
    position: int

    @property
    def key(self) -> str:
        """Which one it is."""
        return self.code


class CategoryEntry(NamedTuple):
    code: str
    names: str
    parent: str | None  # code
    icon: str
    urgency: str
    confidential: bool
    first: str
    keywords: str
    builtin: bool
    position: int

    @property
    def key(self) -> str:
        """Which one it is."""
        return self.code


class OrganisationEntry(NamedTuple):
    name: str
    kind: str
    grid: str | None  # code
    contact: str | None
    categories: str
    position: int

    @property
    def key(self) -> tuple[str, str]:
        """Which one it is: the same name may serve in several grids."""
        return self.name, self.grid or ""


class PersonEntry(NamedTuple):
    name: str
    phone: str | None
    skills: str
    languages: str
    telegram_id: int | None
    reachable: bool
    language: str | None


class PostEntry(NamedTuple):
    person_id: int
    role: str
    grid: str  # code
    organisation: str | None
    until: datetime | None


class StandingPost(NamedTuple):
    id: int
    entry: PostEntry
    ended: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What the database holds: grids, categories and organisations that have not ended by their keys, in the
    order of their files, people by id, and every post of the roster that there is or was."""

    grids: Mapping[str, GridEntry] = field(default_factory=dict)
    categories: Mapping[str, CategoryEntry] = field(default_factory=dict)
    people: Mapping[int, PersonEntry] = field(default_factory=dict)
    posts: tuple[StandingPost, ...] = ()
    organisations: Mapping[tuple[str, str], OrganisationEntry] = field(default_factory=dict)


GRIDS = """SELECT g.*, p.code AS parent FROM grids g LEFT JOIN grids p ON p.id = g.parent_id
           WHERE g.ended_at IS NULL ORDER BY g.position, g.id"""
CATEGORIES = GRIDS.replace("grids", "categories")
POSTS = """SELECT o.id, o.person_id, o.role, g.code AS grid, o.organisation, o.until,
                  o.ended_at IS NOT NULL AS ended
           FROM posts o JOIN grids g ON g.id = o.grid_id WHERE NOT o.settings ORDER BY o.id"""
ORGANISATIONS = """SELECT o.*, g.code AS grid FROM organisations o LEFT JOIN grids g ON g.id = o.grid_id
                   WHERE o.ended_at IS NULL ORDER BY o.position, o.id"""
TRUTHS = frozenset({"dedicated", "confidential", "builtin", "reachable"})  # SQLite keeps them as numbers


class Tables(NamedTuple):
    """The rows of which a Standing is made."""

    grids: list[Row]
    categories: list[Row]
    people: list[Row]
    posts: list[Row]
    organisations: list[Row]


async def standing(tx: Tx) -> Standing:
    """Read the whole roster; with a city's in it this takes a second or two."""
    return as_standing(await tables(tx))


async def tables(tx: Tx) -> Tables:
    """The whole roster as rows, for whoever must not wait for `as_standing` and has it done in a thread."""
    return Tables(
        grids=await tx.all(GRIDS),
        categories=await tx.all(CATEGORIES),
        people=await tx.all("SELECT * FROM people"),
        posts=await tx.all(POSTS),
        organisations=await tx.all(ORGANISATIONS),
    )


def as_standing(rows: Tables) -> Standing:
    """The roster of these rows; with a city's in it this takes a second."""
    organisations = [OrganisationEntry(**_values(OrganisationEntry, row)) for row in rows.organisations]
    return Standing(
        grids={row["code"]: GridEntry(**_values(GridEntry, row)) for row in rows.grids},
        categories={row["code"]: CategoryEntry(**_values(CategoryEntry, row)) for row in rows.categories},
        people={row["id"]: PersonEntry(**_values(PersonEntry, row)) for row in rows.people},
        posts=tuple(_post(row) for row in rows.posts),
        organisations={entry.key: entry for entry in organisations},
    )


async def has_categories(tx: Tx) -> bool:
    return await tx.one("SELECT 1 FROM categories LIMIT 1") is not None


async def has_posts(tx: Tx, now: datetime) -> bool:
    """Whether the roster gives anybody a post now; administrators of the settings are none of its."""
    row = await tx.one(f"SELECT 1 FROM posts o WHERE NOT o.settings AND {RUNNING} LIMIT 1", now=now)
    return row is not None


async def write_grids(tx: Tx, entries: Iterable[GridEntry]) -> None:
    """Add grids, or change those with the same codes; one that had ended stands again."""
    await _write_tree(tx, "grids", list(entries))


async def write_categories(tx: Tx, entries: Iterable[CategoryEntry]) -> None:
    """The same for categories."""
    await _write_tree(tx, "categories", list(entries))


async def end_grids(tx: Tx, codes: Iterable[str], now: datetime) -> None:
    """End grids; nobody has a post there any more, and no organisation serves there."""
    await _end(tx, "grids", codes, now)
    for table in ("posts", "organisations"):
        await tx.run(
            f"""UPDATE {table} SET ended_at = :now
                WHERE ended_at IS NULL AND grid_id IN (SELECT id FROM grids WHERE ended_at IS NOT NULL)""",
            now=now,
        )


async def end_categories(tx: Tx, codes: Iterable[str], now: datetime) -> None:
    await _end(tx, "categories", codes, now)


async def write_organisations(tx: Tx, entries: Iterable[OrganisationEntry]) -> None:
    """Add organisations, or change those with the same keys; one that had ended stands again."""
    await tx.many(
        """INSERT INTO organisations (name, kind, grid_id, contact, categories, position)
           VALUES (:name, :kind, (SELECT id FROM grids WHERE code = :grid), :contact, :categories, :position)
           ON CONFLICT (name, coalesce(grid_id, 0)) DO UPDATE SET kind = excluded.kind,
               contact = excluded.contact, categories = excluded.categories, position = excluded.position,
               ended_at = NULL""",
        [entry._asdict() for entry in entries],
    )


async def end_organisations(tx: Tx, entries: Iterable[OrganisationEntry], now: datetime) -> None:
    await tx.many(
        """UPDATE organisations SET ended_at = :now
           WHERE name = :name
             AND coalesce(grid_id, 0) = coalesce((SELECT id FROM grids WHERE code = :grid), 0)""",
        [{"name": entry.name, "grid": entry.grid, "now": now} for entry in entries],
    )


async def free_accounts(tx: Tx, person_ids: Iterable[int]) -> None:
    """Take these people's accounts from them, so that others may have them."""
    await tx.many(
        "UPDATE people SET telegram_id = NULL, reachable = FALSE WHERE id = :id",
        [{"id": person_id} for person_id in person_ids],
    )


async def change_people(tx: Tx, people: Mapping[int, PersonEntry]) -> None:
    sets = ", ".join(f"{name} = :{name}" for name in PersonEntry._fields)
    await tx.many(
        f"UPDATE people SET {sets} WHERE id = :id",
        [{"id": person_id, **entry._asdict()} for person_id, entry in people.items()],
    )


async def add_people(tx: Tx, people: list[PersonEntry], now: datetime) -> list[int]:
    """Add people; their ids in the same order."""
    last = await tx.one("SELECT coalesce(max(id), 0) AS id FROM people")
    columns = (*PersonEntry._fields, "created_at")
    await tx.many(
        f"INSERT INTO people ({', '.join(columns)}) VALUES ({', '.join(f':{name}' for name in columns)})",
        [{**entry._asdict(), "created_at": now} for entry in people],
    )
    # Ids grow, and nobody else's new rows can be seen from in here.
    rows = await tx.all("SELECT id FROM people WHERE id > :last ORDER BY id", last=last["id"] if last else 0)
    return [int(row["id"]) for row in rows]


async def add_posts(tx: Tx, posts: Iterable[PostEntry]) -> None:
    await tx.many(
        """INSERT INTO posts (person_id, role, grid_id, organisation, until)
           SELECT :person_id, :role, id, :organisation, :until FROM grids WHERE code = :grid""",
        [post._asdict() for post in posts],
    )


async def change_posts(tx: Tx, posts: Mapping[int, PostEntry]) -> None:
    await tx.many(
        "UPDATE posts SET organisation = :organisation, until = :until WHERE id = :id",
        [
            {"id": post_id, "organisation": post.organisation, "until": post.until}
            for post_id, post in posts.items()
        ],
    )


async def end_posts(tx: Tx, post_ids: Iterable[int], now: datetime) -> None:
    await tx.many(
        "UPDATE posts SET ended_at = :now WHERE id = :id AND ended_at IS NULL",
        [{"id": post_id, "now": now} for post_id in post_ids],
    )


async def _write_tree(tx: Tx, table: str, entries: list[Any]) -> None:
    if not entries:
        return
    columns = [name for name in entries[0]._fields if name != "parent"]
    sets = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "code")
    rows = [entry._asdict() for entry in entries]
    await tx.many(
        f"""INSERT INTO {table} ({", ".join(columns)}) VALUES ({", ".join(f":{name}" for name in columns)})
            ON CONFLICT (code) DO UPDATE SET {sets}, ended_at = NULL""",
        rows,
    )
    await tx.many(
        f"""UPDATE {table} SET parent_id = (SELECT p.id FROM {table} p WHERE p.code = :parent)
            WHERE code = :code""",
        rows,
    )


async def _end(tx: Tx, table: str, codes: Iterable[str], now: datetime) -> None:
    await tx.many(
        f"UPDATE {table} SET ended_at = :now WHERE code = :code",
        [{"code": code, "now": now} for code in codes],
    )


def _values(entry: Any, row: Row) -> dict[str, Any]:
    return {name: bool(row[name]) if name in TRUTHS else row[name] for name in entry._fields}


def _post(row: Row) -> StandingPost:
    until = None if row["until"] is None else from_millis(row["until"])
    entry = PostEntry(row["person_id"], row["role"], row["grid"], row["organisation"], until)
    return StandingPost(row["id"], entry, bool(row["ended"]))
