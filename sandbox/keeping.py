"""The whole state of a Telegram written down as plain JSON; ``restoring`` makes it a Telegram again.

Kept is all that people would miss: persons, chats and their numbering, messages, taps, commands, updates not
yet fetched, the time. Not kept: calls, planned faults, a webhook, how fast was sent. The bytes of files are
not JSON; they are kept beside it, in the order of ``tg.files.all``.
"""

import json
from typing import Any

from sandbox.actors import Person
from sandbox.chats import Chat
from sandbox.kept import Json
from sandbox.messages import Message
from sandbox.queries import Query
from sandbox.telegram import Telegram


def dump(tg: Telegram) -> Json:
    """Everything as it is now, of a shape that ``kept.TELEGRAM`` tells; nothing of it changes any more."""
    found: Json = json.loads(json.dumps(_telegram(tg)))
    return found


def _telegram(tg: Telegram) -> Json:
    return {
        "bot": tg.bot["id"],
        "clock": tg.clock.timestamp(),
        "numbers": tg.numbers,
        "files": [{"kind": file.kind, "name": file.name, "size": file.size} for file in tg.files.all],
        "persons": [_person(person) for person in tg.persons.values()],
        "chats": [_chat(chat) for chat in tg.chats.values()],
        "queries": [_query(query) for query in tg.queries.values()],
        "commands": [
            {"scope": scope, "language": language, "commands": commands}
            for (scope, language), commands in tg.commands.items()
        ],
        "updates": _updates(tg),
    }


def _person(person: Person) -> Json:
    return {
        "user": person.user,
        "phone": person.phone,
        "place": person.place,
        "started": person.started,
        "blocked": person.blocked,
        "deactivated": person.deactivated,
    }


def _chat(chat: Chat) -> Json:
    return {
        "json": chat.json,
        "members": list(chat.members.values()),
        "permissions": chat.permissions,
        "last_id": chat.last_id,
        "topics": [{"id": t.id, "name": t.name, "closed": t.closed} for t in chat.topics.values()],
        "upgraded_to": chat.upgraded_to and chat.upgraded_to.id,
        "messages": [_message(message) for message in chat.written.values()],
    }


def _message(message: Message) -> Json:
    return {
        "json": message.json,
        "html": message.html,
        "keyboard": message.keyboard,
        "edits": message.edits,
        "deleted": message.deleted,
    }


def _query(query: Query) -> Json:
    return {
        "by": query.by.id,
        "chat": query.message.chat.id,
        "message": query.message.id,
        "data": query.data,
        "seconds": query.seconds,
        "answers": [
            {"text": answer.text, "alert": answer.alert, "url": answer.url, "seconds": answer.at.timestamp()}
            for answer in query.answers
        ],
    }


def _updates(tg: Telegram) -> dict[str, Any]:
    pending = [{"lane": update.lane, "content": json.loads(update.text)} for update in tg.updates.pending]
    return {"next_id": tg.updates.next_id, "allowed": tg.updates.allowed, "pending": pending}
