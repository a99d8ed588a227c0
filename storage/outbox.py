"""What is to be said to whom: put here by a transaction that changes something, taken out by the sender."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.database import Row, Tx, from_millis
from storage.records import Lane, Message
from storage.rows import as_json, as_record, maybe

NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A pending row as the sender plans with it. No chat: the person has no account."""

    id: int
    lane: Lane
    chat_id: int | None
    not_before: datetime
    tries: int


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message goes; thread 0 is none."""

    chat_id: int
    thread_id: int


async def say(  # noqa: PLR0913 - each is a column
    tx: Tx,
    *,
    kind: str,
    now: datetime,
    person_id: int | None = None,
    group_id: int | None = None,
    chat: Address | None = None,
    request_id: int | None = None,
    task_id: int | None = None,
    data: Mapping[str, Any] = NOTHING,
    lane: Lane = Lane.WORK,
    not_before: datetime | None = None,
) -> None:
    """Have one reader told something, not before the moment given.

    The reader is a person, a group, or a chat that is not bound and has sent a command.
    """
    if [person_id, group_id, chat].count(None) != 2:  # noqa: PLR2004 - one of the three
        raise ValueError("a message has one reader: a person, a group or a chat")
    await tx.run(
        """INSERT INTO outbox (kind, lane, person_id, group_id, chat_id, thread_id, request_id, task_id,
                               data, created_at, not_before)
           VALUES (:kind, :lane, :person_id, :group_id, :chat_id, :thread_id, :request_id, :task_id,
                   :data, :now, :not_before)""",
        kind=kind,
        lane=lane,
        person_id=person_id,
        group_id=group_id,
        chat_id=chat and chat.chat_id,
        thread_id=chat.thread_id if chat else 0,
        request_id=request_id,
        task_id=task_id,
        data=as_json(data),
        now=now,
        not_before=not_before or now,
    )
    tx.wake("outbox")


async def refresh_cards(tx: Tx, *, request_id: int, now: datetime) -> None:
    """Have every card of a request, its tasks' too, edited; asked for again while it waits: one edit."""
    await _refresh(tx, "request_id = :request_id", request_id=request_id, lane=Lane.WORK, now=now)


async def refresh_card(tx: Tx, card_id: int, now: datetime, lane: Lane = Lane.ANSWER) -> None:
    """Have one card edited. What waits for it in a slower lane gives way to a new row in this one."""
    await tx.run(
        "DELETE FROM outbox WHERE card_id = :card_id AND status = 'pending' AND lane > :lane",
        card_id=card_id,
        lane=lane,
    )
    await _refresh(tx, "id = :card_id", card_id=card_id, lane=lane, now=now)


async def _refresh(tx: Tx, which: str, **values: object) -> None:
    await tx.run(
        f"""INSERT INTO outbox (kind, lane, person_id, group_id, card_id, request_id, task_id,
                                created_at, not_before)
            SELECT kind, CAST(:lane AS integer), person_id, group_id, id, request_id, task_id,
                   CAST(:now AS bigint), CAST(:now AS bigint)
            FROM cards WHERE {which}
            ON CONFLICT (card_id) WHERE status = 'pending' AND card_id IS NOT NULL
            DO UPDATE SET stamp = outbox.stamp + 1""",
        **values,
    )
    tx.wake("outbox")


WAITING = """SELECT o.id, o.lane, coalesce(c.chat_id, g.chat_id, o.chat_id, p.telegram_id) AS chat_id,
                    o.not_before, o.tries
             FROM outbox o LEFT JOIN cards c ON c.id = o.card_id
             LEFT JOIN groups g ON g.id = o.group_id LEFT JOIN people p ON p.id = o.person_id
             WHERE o.status = 'pending' """


async def waiting(tx: Tx, lane: Lane, *, after: int, limit: int) -> list[Waiting]:
    """What is pending in a lane behind the id `after`, in order; costs no more than what it gives."""
    rows = await tx.all(
        WAITING + "AND o.lane = :lane AND o.id > :after ORDER BY o.id LIMIT :limit",
        lane=lane,
        after=after,
        limit=limit,
    )
    return [as_record(Waiting, row) for row in rows]


async def is_due(tx: Tx, now: datetime) -> bool:
    """Whether a message waits that may leave now."""
    found = await tx.one(
        "SELECT 1 FROM outbox WHERE status = 'pending' AND not_before <= :now LIMIT 1", now=now
    )
    return found is not None


async def next_after(tx: Tx, after: datetime) -> datetime | None:
    """The next moment after this one at which a message that waits for its time may leave; one that waits
    because it failed is not meant."""
    row = await tx.one(
        """SELECT min(not_before) AS at FROM outbox
           WHERE status = 'pending' AND tries = 0 AND not_before > :after""",
        after=after,
    )
    return None if row is None or row["at"] is None else from_millis(row["at"])


async def still_waiting(tx: Tx, message_id: int) -> Waiting | None:
    """The row as it is now, if it is (still, or again) pending."""
    return maybe(Waiting, await tx.one(WAITING + "AND o.id = :id", id=message_id))


async def pending(tx: Tx, message_id: int) -> Message | None:
    """The whole message; None if it is no longer to be sent."""
    row = await tx.one("SELECT * FROM outbox WHERE id = :id AND status = 'pending'", id=message_id)
    return maybe(Message, row)


async def address(tx: Tx, message: Message) -> Address | None:
    """Where a new post goes now; None if the person has no account, or the group is bound no longer."""
    if message.chat_id is not None:
        return Address(message.chat_id, message.thread_id)
    row = await tx.one(
        """SELECT telegram_id AS chat_id, 0 AS thread_id FROM people
           WHERE id = :person_id AND telegram_id IS NOT NULL
           UNION ALL SELECT chat_id, thread_id FROM groups WHERE id = :group_id AND ended_at IS NULL""",
        person_id=message.person_id,
        group_id=message.group_id,
    )
    return maybe(Address, row)


async def finish(
    tx: Tx,
    message: Message,
    status: str,
    *,
    sent_at: datetime | None = None,
    error: str | None = None,
    posted: Sequence[int] = (),
) -> bool:
    """Mark a message sent, dropped or dead; whether it was still pending.

    If it was asked for again since it was read (another stamp), it stays pending. `sent_at` is when
    Telegram took it, None if there was no call; `posted` the ids of the messages it became, in a row.
    An invitation's link is kept no longer than until then.
    """
    changed = await tx.run(
        """UPDATE outbox SET status = CASE WHEN stamp = :stamp THEN :status ELSE status END,
                  sent_at = coalesce(:sent_at, sent_at), error = :error,
                  data = CASE kind WHEN 'invitation' THEN '{}' ELSE data END,
                  message_id = :message_id, message_count = :message_count
           WHERE id = :id AND status = 'pending'""",
        message_id=posted[0] if posted else None,
        message_count=len(posted),
        id=message.id,
        stamp=message.stamp,
        status=status,
        sent_at=sent_at,
        error=error,
    )
    return changed == 1


async def newest(tx: Tx, *, person_id: int, kind: str) -> Message | None:
    """What was said last of a kind to a person, or is about to be; it is kept for a month."""
    last = await last_said(tx, person_id=person_id, kind=kind, limit=1)
    return last[0] if last else None


async def last_said(tx: Tx, *, person_id: int, kind: str, limit: int) -> list[Message]:
    """The last things of a kind that were said to a person, or are about to be, the newest first."""
    rows = await tx.all(
        """SELECT * FROM outbox WHERE id IN (
               SELECT id FROM outbox WHERE person_id = :person_id AND kind = :kind AND message_id IS NOT NULL
               UNION ALL SELECT id FROM outbox
                   WHERE person_id = :person_id AND kind = :kind AND status = 'pending'
           ) ORDER BY id DESC LIMIT :limit""",
        person_id=person_id,
        kind=kind,
        limit=limit,
    )
    return [as_record(Message, row) for row in rows]


async def posted_at(tx: Tx, person_id: int, message_id: int) -> Message | None:
    """What was said to a person by a message in their private chat, edits aside; it is kept for a month."""
    row = await tx.one(
        """SELECT * FROM outbox WHERE person_id = :person_id AND message_id <= :message_id
           ORDER BY message_id DESC LIMIT 1""",
        person_id=person_id,
        message_id=message_id,
    )
    if row is None or message_id >= row["message_id"] + row["message_count"]:
        return None
    return as_record(Message, row)


async def take_back(tx: Tx, *, kind: str, request_id: int, person_id: int | None = None) -> list[Message]:
    """What of a kind waits to be said about a request (to this person alone) is not said; in order."""
    to_whom = "" if person_id is None else "AND person_id = :person_id"
    rows = await tx.all(
        f"""UPDATE outbox SET status = 'dropped' WHERE status = 'pending' AND kind = :kind
           AND request_id = :request_id {to_whom} RETURNING *""",
        kind=kind,
        request_id=request_id,
        **({} if person_id is None else {"person_id": person_id}),
    )
    return sorted((as_record(Message, row) for row in rows), key=lambda message: message.id)


async def unsaid(tx: Tx, *, kind: str, person_id: int) -> list[Message]:
    """What of a kind waits to be said to a person, in order."""
    rows = await tx.all(
        "SELECT * FROM outbox WHERE status = 'pending' AND kind = :kind AND person_id = :id ORDER BY +id",
        kind=kind,
        id=person_id,
    )
    return [as_record(Message, row) for row in rows]


async def put_off(tx: Tx, message_id: int, until: datetime, error: str) -> None:
    """It failed and is to be tried again from that moment on."""
    await tx.run(
        """UPDATE outbox SET not_before = :until, tries = tries + 1, error = :error
           WHERE id = :id AND status = 'pending'""",
        id=message_id,
        until=until,
        error=error,
    )


async def sent_since(tx: Tx, moment: datetime) -> list[tuple[int, datetime]]:
    """(chat id, when) of what Telegram took since then, oldest first."""
    rows: list[Row] = await tx.all(
        """SELECT coalesce(g.chat_id, o.chat_id, p.telegram_id) AS chat_id, o.sent_at FROM outbox o
           LEFT JOIN groups g ON g.id = o.group_id LEFT JOIN people p ON p.id = o.person_id
           WHERE o.sent_at >= :moment AND coalesce(g.chat_id, o.chat_id, p.telegram_id) IS NOT NULL
           ORDER BY o.sent_at""",
        moment=moment,
    )
    return [(row["chat_id"], from_millis(row["sent_at"])) for row in rows]


async def purge(tx: Tx, before: datetime, limit: int = 1000) -> int:
    """Forget what was finished and made before then, at most `limit` rows at a time; how many were."""
    return await tx.run(
        """DELETE FROM outbox WHERE id IN (SELECT id FROM outbox
           WHERE status <> 'pending' AND created_at < :before ORDER BY id LIMIT :limit)""",
        before=before,
        limit=limit,
    )
