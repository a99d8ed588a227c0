"""Who is given which large keys, and who is told when they change."""

from datetime import datetime, timedelta

import pytest

from bot.dispatch import menus
from bot.dispatch.menus import Why
from bot.dispatch.rules import Rules
from storage import menus as kept
from storage import people
from storage.database import Database
from storage.records import Menu, Role

GRIDS = """
    code,name,level
    G,Garden,compound
"""


@pytest.fixture
async def person(database: Database, import_files, now: datetime) -> int:
    """Somebody whom a message reaches; their id."""
    await import_files(grids=GRIDS)

    async def work(tx):
        somebody = await people.add(tx, name="Li", telegram_id=7, language="en", now=now)
        await people.set_reachable(tx, somebody.id, True)
        return somebody.id

    return await database.transact(work)


async def holds(tx, person_id: int, role: str, until: datetime | None = None) -> None:
    await tx.run(
        """INSERT INTO posts (person_id, role, grid_id, until)
           SELECT :person_id, :role, id, :until FROM grids WHERE code = 'G'""",
        person_id=person_id,
        role=role,
        until=until,
    )


@pytest.mark.parametrize("role", Role)
async def test_a_desk_is_for_those_who_can_have_requests_to_answer(database, person, now, role):
    async def work(tx):
        await holds(tx, person, role)
        return await kept.answers(tx, person, now), await menus.stale(tx, now)

    desk, stale = await database.transact(work)
    assert desk is (role in {"leader", "deputy", "secretary", "admin", "property", "committee", "staff"})
    assert stale == ([(person, Why.POST_CAME)] if desk else [])


async def test_each_change_is_said_once_with_a_new_command_menu(database, person, rules: Rules, now):
    ends = now + timedelta(days=1)
    said = []

    async def settle(at):
        async def work(tx):
            await menus.settle(tx, rules=rules, now=at)
            await menus.settle(tx, rules=rules, now=at)
            rows = await tx.all("SELECT data FROM outbox ORDER BY id")
            jobs = await tx.all("SELECT payload FROM jobs WHERE kind = 'commands'")
            return [row["data"] for row in rows], len(jobs), (await people.get(tx, person)).menu

        return await database.transact(work)

    await database.transact(lambda tx: holds(tx, person, "leader", ends))
    said.append('{"why":"came"}')
    assert await settle(now) == (said, 1, Menu.DESK)
    said.append('{"why":"went"}')
    assert await settle(ends) == (said, 2, Menu.PLAIN)


async def test_nothing_is_said_to_whom_no_message_reaches(database, person, now):
    async def work(tx):
        await holds(tx, person, "leader")
        await people.set_reachable(tx, person, False)
        return await menus.stale(tx, now)

    assert await database.transact(work) == []
