"""What a person may be talking about: the requests they have to do with just now."""

from datetime import datetime

from storage.database import Tx
from storage.records import Request
from storage.rows import as_record

ENDED = "('closed', 'declined', 'cancelled')"


async def of_person(tx: Tx, person_id: int, *, since: datetime, limit: int) -> list[Request]:
    """The requests of a resident that go on or ended since then, those on which the person holds a place,
    and those about which they were written to or wrote since then; the newest first."""
    rows = await tx.all(
        f"""SELECT * FROM requests WHERE id IN (
                SELECT id FROM requests WHERE resident_id = :id AND status NOT IN {ENDED}
                UNION SELECT r.id FROM requests r JOIN events e ON e.request_id = r.id
                    WHERE r.resident_id = :id AND r.status IN {ENDED}
                      AND e.act IN ('confirm', 'expire', 'decline', 'cancel') AND e.at > :since
                UNION SELECT t.request_id FROM claims c JOIN tasks t ON t.id = c.task_id
                    WHERE c.person_id = :id AND c.status = 'held'
                UNION SELECT request_id FROM outbox
                    WHERE person_id = :id AND message_id IS NOT NULL AND kind = 'said' AND created_at > :since
                UNION SELECT p.request_id FROM pieces p JOIN events e ON e.request_id = p.request_id
                    WHERE p.person_id = :id AND p.purpose = 'talk' AND e.act = 'say' AND e.by_id = :id
                      AND e.at > :since
            ) ORDER BY id DESC LIMIT :limit""",
        id=person_id,
        since=since,
        limit=limit,
    )
    return [as_record(Request, row) for row in rows]
