"""What runs with every update, every second or every minute reads what it needs and no more: on SQLite it
walks through nothing that only grows."""

from datetime import UTC, datetime

import pytest

from storage import (
    absences,
    answering,
    conversations,
    deadlines,
    desk,
    drafts,
    menus,
    offices,
    outbox,
    pieces,
    prompts,
    requests,
    tasks,
)
from storage.records import Lane

NOW = datetime(2026, 3, 3, 1, tzinfo=UTC)
OPEN_ONLY = (
    "ix_requests_open_responsible",
    "ix_requests_queue",
    "ix_pieces_loose",
    "ix_outbox_pending",
    "uq_absences_running",
)
"""Indexes of what is open still, which may be walked through: they grow with the work at hand."""
OF_ONE = ("SCAN held", "SCAN nearest", "SCAN few", "SCAN mine")
SHORT = ("SCAN up", "SCAN categories", "ix_posts_admins", *OF_ONE)
"""What does not grow: a way up, what a request can be about, the administrators, the posts of an
organisation."""
ASKED = {
    "own desk": lambda tx: desk.own(tx, 1),
    "the queue": lambda tx: desk.queue(tx, 1, NOW),
    "queued": requests.queued,
    "queued for one": lambda tx: requests.queued_for(tx, 1, NOW),
    "escalated": lambda tx: desk.escalated(tx, 1, NOW),
    "waiting for the resident": lambda tx: desk.waiting_for_resident(tx, 1),
    "to answer": lambda tx: requests.answered_by(tx, 1),
    "without a post": lambda tx: requests.open_without_post(tx, NOW),
    "out of reach": requests.out_of_reach,
    "one out of reach": lambda tx: requests.out_of_reach(tx, only=1),
    "who answers": lambda tx: answering.on_path(tx, 1, NOW),
    "who answers for an organisation": lambda tx: answering.of_organisation(tx, "o", 1, NOW),
    "who leads": lambda tx: answering.in_line(tx, 1, 1, as_delegate=True),
    "how much they have to do": lambda tx: requests.at_work(tx, [1, 2]),
    "told": lambda tx: requests.told_at_level(tx, 1, 1, NOW),
    "has a desk": lambda tx: menus.answers(tx, 1, NOW),
    "the office": lambda tx: offices.of_grid(tx, 1, NOW),
    "the administrators": lambda tx: offices.administrators(tx, NOW),
    "of the office": lambda tx: offices.sits_in(tx, 1, 1, NOW),
    "for which grid": lambda tx: offices.grid_of_staff(tx, 1, 1, NOW),
    "on leave": lambda tx: absences.of_person(tx, 1, NOW),
    "of these on leave": lambda tx: absences.of_people(tx, [1, 2], NOW),
    "the last leave": lambda tx: absences.newest_of(tx, 1),
    "a leave that is over": lambda tx: absences.any_over(tx, NOW),
    "leaves that are over": lambda tx: absences.end_those_over(tx, NOW, limit=10),
    "stands in for": lambda tx: absences.delegated_to(tx, 1, NOW),
    "unsaid": lambda tx: outbox.unsaid(tx, kind="stand-in", person_id=1),
    "has a card": lambda tx: desk.has_card(tx, 1, 1),
    "mine": lambda tx: requests.of_resident(tx, 1),
    "due": lambda tx: deadlines.due(tx, NOW, 100),
    "left drafts": lambda tx: drafts.untouched_since(tx, NOW, 10),
    "left pieces": lambda tx: pieces.loose_since(tx, NOW, 10),
    "current draft": lambda tx: drafts.current(tx, 1),
    "question": lambda tx: prompts.of_person(tx, 1),
    "album": lambda tx: pieces.of_album(tx, 1, "a"),
    "replied to": lambda tx: outbox.posted_at(tx, 1, 1),
    "waiting": lambda tx: outbox.waiting(tx, Lane.WORK, after=0, limit=100),
    "conversations": lambda tx: conversations.of_person(tx, 1, since=NOW, limit=5),
    "places held": lambda tx: tasks.held_tasks(tx, 1),
}


class Explaining:
    """Stands for a transaction; keeps how each statement would be carried out."""

    def __init__(self, tx):
        self._tx = tx
        self.steps = []

    async def all(self, sql, /, **values):
        rows = await self._tx.all(f"EXPLAIN QUERY PLAN {sql}", **values)
        self.steps += [row["detail"] for row in rows]
        return []

    async def one(self, sql, /, **values):
        await self.all(sql, **values)


@pytest.mark.parametrize("what", ASKED)
async def test_no_table_that_grows_is_walked_through(sqlite, what):
    async def explained(tx):
        explaining = Explaining(tx)
        await ASKED[what](explaining)
        return explaining.steps

    steps = await sqlite.read(explained)
    assert steps
    walks = [step for step in steps if step.startswith("SCAN") and not step.endswith("ROW")]
    assert [walk for walk in walks if not any(index in walk for index in (*OPEN_ONLY, *SHORT))] == []
