"""Taking a Telegram account from a person of the roster: it is a resident's of its own from then on."""

from datetime import datetime

from storage import prompts
from storage.database import Tx
from storage.records import Person
from storage.rows import as_record, the

PART = (
    # What the account was writing is its own.
    "UPDATE drafts SET person_id = :account_id WHERE person_id = :id",
    """UPDATE pieces SET person_id = :account_id
       WHERE person_id = :id AND request_id IS NULL AND prompt_id IS NULL""",
    "UPDATE cards SET person_id = :account_id WHERE person_id = :id AND kind = 'draft'",
    """UPDATE outbox SET person_id = :account_id
       WHERE card_id IN (SELECT id FROM cards WHERE person_id = :account_id)""",
    # Nothing more of the person's goes into that chat, and no reply there is bound to what was said to them.
    "UPDATE outbox SET status = 'dropped' WHERE person_id = :id AND status = 'pending'",
    "UPDATE outbox SET message_id = NULL, message_count = 0 WHERE person_id = :id",
    "UPDATE outbox SET card_id = NULL WHERE card_id IN (SELECT id FROM cards WHERE person_id = :id)",
    "DELETE FROM cards WHERE person_id = :id",
    # An administrator by REDVEST_ADMINS is so by the account.
    "UPDATE posts SET person_id = :account_id WHERE person_id = :id AND settings AND ended_at IS NULL",
)


async def part(tx: Tx, person: Person, now: datetime) -> Person:
    """Give the person's account a row of its own, which is given back; the person keeps all else: name,
    phone, posts, requests and history."""
    await prompts.end(tx, person.id)
    await tx.run(
        "UPDATE people SET telegram_id = NULL, reachable = FALSE, menu = NULL WHERE id = :id", id=person.id
    )
    row = await tx.one(
        """INSERT INTO people (name, telegram_id, reachable, language, chosen_language, menu, created_at)
           VALUES ('', :telegram_id, :reachable, :language, :chosen_language, :menu, :now) RETURNING *""",
        telegram_id=person.telegram_id,
        reachable=person.reachable,
        language=person.language,
        chosen_language=person.chosen_language,
        menu=person.menu,
        now=now,
    )
    account = as_record(Person, the(row))
    for statement in PART:
        await tx.run(statement, id=person.id, account_id=account.id)
    return account
