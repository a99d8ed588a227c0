"""What the bot has asked people to write: one question at a time for each."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from storage import pieces
from storage.database import Tx
from storage.records import Prompt, PromptKind
from storage.rows import as_json, as_record, maybe, the

NOTHING: Mapping[str, Any] = {}


async def ask(
    tx: Tx,
    *,
    person_id: int,
    kind: PromptKind,
    request_id: int,
    now: datetime,
    task_id: int | None = None,
    data: Mapping[str, Any] = NOTHING,
) -> Prompt:
    """Wait for words of a person, in place of others that were waited for. Asked the same once more, the
    person need not send again what they have sent in answer."""
    before = await of_person(tx, person_id)
    if before and (before.kind, before.request_id, before.task_id) == (kind, request_id, task_id):
        again = "UPDATE prompts SET data = :data, asked_at = :now WHERE id = :id RETURNING *"
        row = await tx.one(again, data=as_json(data), now=now, id=before.id)
        return as_record(Prompt, the(row))
    await end(tx, person_id)
    row = await tx.one(
        """INSERT INTO prompts (person_id, kind, request_id, task_id, data, asked_at)
           VALUES (:person_id, :kind, :request_id, :task_id, :data, :now) RETURNING *""",
        person_id=person_id,
        kind=kind,
        request_id=request_id,
        task_id=task_id,
        data=as_json(data),
        now=now,
    )
    return as_record(Prompt, the(row))


async def of_person(tx: Tx, person_id: int) -> Prompt | None:
    """What a person is asked now."""
    row = await tx.one("SELECT * FROM prompts WHERE person_id = :id", id=person_id)
    return maybe(Prompt, row)


async def end(tx: Tx, person_id: int) -> None:
    """Nothing is waited for any more; what was sent in answer and not taken goes."""
    prompt = await of_person(tx, person_id)
    if prompt:
        await pieces.drop_of_prompt(tx, prompt.id)
        await tx.run("DELETE FROM prompts WHERE id = :id", id=prompt.id)
