"""Messages with buttons as they stand in chats: what was said where, to be edited when it changes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from storage import groups, outbox
from storage.database import Tx
from storage.records import Card, Lane, Message
from storage.rows import as_json, as_record, maybe, the


async def get(tx: Tx, card_id: int) -> Card | None:
    return maybe(Card, await tx.one("SELECT * FROM cards WHERE id = :id", id=card_id))


async def find(tx: Tx, chat_id: int, message_id: int) -> Card | None:
    """The card that stands there."""
    row = await tx.one(
        "SELECT * FROM cards WHERE chat_id = :chat_id AND message_id = :message_id",
        chat_id=chat_id,
        message_id=message_id,
    )
    return maybe(Card, row)


async def newest(tx: Tx, *, person_id: int, kind: str, limit: int = 1) -> list[Card]:
    """The last cards of their kind in a person's chat, the newest first."""
    rows = await tx.all(
        "SELECT * FROM cards WHERE person_id = :person_id AND kind = :kind ORDER BY id DESC LIMIT :limit",
        person_id=person_id,
        kind=kind,
        limit=limit,
    )
    return [as_record(Card, row) for row in rows]


async def of_subject(tx: Tx, *, request_id: int) -> list[Card]:
    """Every card of a request, its tasks' too, oldest first."""
    rows = await tx.all("SELECT * FROM cards WHERE request_id = :id ORDER BY id", id=request_id)
    return [as_record(Card, row) for row in rows]


async def add(tx: Tx, message: Message, *, chat_id: int, message_id: int, digest: str, now: datetime) -> Card:
    """Keep what was posted as a card of the message's subject."""
    before = await find(tx, chat_id, message_id)
    if before is not None and _subject(before) != _subject(message):
        await forget(tx, before.id)  # a chat that began anew, as a test server's does
        before = None
    view = message.data if before is None else message.data | before.view
    row = await tx.one(
        """INSERT INTO cards (kind, person_id, group_id, request_id, task_id, chat_id, message_id,
                              view, digest, created_at)
           VALUES (:kind, :person_id, :group_id, :request_id, :task_id, :chat_id, :message_id,
                   :view, :digest, :now)
           ON CONFLICT (chat_id, message_id) DO UPDATE SET kind = :kind, view = :view, digest = :digest
           RETURNING *""",
        kind=message.kind,
        person_id=message.person_id,
        group_id=message.group_id,
        request_id=message.request_id,
        task_id=message.task_id,
        chat_id=chat_id,
        message_id=message_id,
        view=as_json(view),
        digest=digest,
        now=now,
    )
    return as_record(Card, the(row))


async def adopt(
    tx: Tx,
    kind: str,
    *,
    chat_id: int,
    message_id: int,
    now: datetime,
    person_id: int | None = None,
    group_id: int | None = None,
    request_id: int | None = None,
    task_id: int | None = None,
) -> Card:
    """The card that was tapped, also when its posting was never recorded: a tap may be faster than the
    record, and a copy may have been left by a process that died."""
    found = await find(tx, chat_id, message_id)
    if found is not None:
        return found
    row = await tx.one(
        """INSERT INTO cards (kind, person_id, group_id, request_id, task_id, chat_id, message_id, created_at)
           VALUES (:kind, :person_id, :group_id, :request_id, :task_id, :chat_id, :message_id, :now)
           RETURNING *""",
        kind=kind,
        person_id=person_id,
        group_id=group_id,
        request_id=request_id,
        task_id=task_id,
        chat_id=chat_id,
        message_id=message_id,
        now=now,
    )
    return as_record(Card, the(row))


def _subject(of: Card | Message) -> tuple[int | None, ...]:
    return of.person_id, of.group_id, of.request_id, of.task_id


async def set_view(tx: Tx, card_id: int, view: Mapping[str, Any]) -> None:
    """Note which page of the card is open; `outbox.refresh_card` shows it."""
    await tx.run("UPDATE cards SET view = :view WHERE id = :id", view=as_json(view), id=card_id)


async def set_digest(tx: Tx, card_id: int, digest: str) -> None:
    """Note what stands there now."""
    await tx.run("UPDATE cards SET digest = :digest WHERE id = :id", digest=digest, id=card_id)


async def doubt_pending(tx: Tx) -> None:
    """Whoever sent before has ended without a word: what it was about to edit may or may not be edited."""
    await tx.run(
        """UPDATE cards SET digest = '' WHERE digest <> '' AND id IN
           (SELECT card_id FROM outbox WHERE status = 'pending' AND card_id IS NOT NULL)"""
    )


async def forget(tx: Tx, card_id: int) -> None:
    """There is no such message any more; an edit that waits becomes a new post of the same kind."""
    await tx.run("UPDATE outbox SET card_id = NULL WHERE card_id = :id", id=card_id)
    await tx.run("DELETE FROM cards WHERE id = :id", id=card_id)


async def post_anew(tx: Tx, card: Card, now: datetime) -> None:
    """Forget a card that can no longer be edited; if its subject is live, have it posted again."""
    if await _live(tx, card):
        await outbox.refresh_card(tx, card.id, now, Lane.WORK)
    else:
        await tx.run(
            "UPDATE outbox SET status = 'dropped' WHERE card_id = :id AND status = 'pending'", id=card.id
        )
    await forget(tx, card.id)


async def _live(tx: Tx, card: Card) -> bool:
    ended = await tx.one(
        """SELECT 1 FROM tasks WHERE id = :task_id AND status IN ('done', 'withdrawn')
           UNION ALL SELECT 1 FROM requests WHERE id = :request_id
             AND status IN ('closed', 'declined', 'cancelled')""",
        task_id=card.task_id,
        request_id=card.request_id,
    )
    return ended is None


async def move_chat(tx: Tx, *, old_chat_id: int, new_chat_id: int, now: datetime) -> None:
    """A group became a supergroup: bind it under its new id and post its live cards anew.

    The old message ids mean other messages there. Doing it twice changes nothing more.
    """
    rows = await tx.all("SELECT * FROM cards WHERE chat_id = :chat_id ORDER BY id", chat_id=old_chat_id)
    for row in rows:
        await post_anew(tx, as_record(Card, row), now)
    await groups.migrate(tx, old_chat_id=old_chat_id, new_chat_id=new_chat_id)
    await tx.run(
        "UPDATE outbox SET chat_id = :new WHERE chat_id = :old AND status = 'pending'",
        new=new_chat_id,
        old=old_chat_id,
    )
