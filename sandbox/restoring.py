"""A Telegram brought back to a state that ``keeping`` wrote down; all is checked first."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sandbox.actors import FIRST_QUERY, Person
from sandbox.chats import ANONYMOUS, Chat, Topic
from sandbox.contents import kind_of
from sandbox.errors import ApiError
from sandbox.files import KINDS, Files, StoredFile
from sandbox.kept import GROUP, RESTRICTED, TELEGRAM, Json
from sandbox.keyboards import checked_inline
from sandbox.limits import Limits
from sandbox.markup import parse_html
from sandbox.messages import Message
from sandbox.queries import Answer, Query
from sandbox.shapes import Malformed, check
from sandbox.telegram import Telegram
from sandbox.updates import Update, encode


def restore(tg: Telegram, found: Any, files: Sequence[bytes]) -> None:
    """Give the Telegram everything that ``dump`` wrote down; ``files`` are the bytes in the same order.

    It is the same Telegram afterwards, with other persons, chats and messages in it. Its bot had better not
    run meanwhile. Malformed, and nothing is changed, when this was not written by ``dump``, or for another
    bot.
    """
    try:
        state = _State(tg, found, files)
    except (LookupError, TypeError, ValueError, RecursionError, ApiError) as error:
        raise Malformed(str(error)) from error
    tg.persons, tg.chats, tg.queries = state.persons, state.chats, state.queries
    tg.files, tg.commands, tg.numbers = Files(state.files), state.commands, state.numbers
    tg.updates.next_id, tg.updates.allowed = found["updates"]["next_id"], found["updates"]["allowed"]
    tg.updates.refill(state.updates)
    tg.calls.clear()
    tg.pace = Limits()
    tg.clock.set(found["clock"])
    tg.pulse.beat()


class _State:
    """What is written down, made into the things it stands for; they know the Telegram, which does not yet
    know them."""

    def __init__(self, tg: Telegram, found: Any, files: Sequence[bytes]) -> None:
        json.dumps(found, ensure_ascii=False, allow_nan=False).encode()  # all of it can be sent
        check(found, TELEGRAM)
        if found["bot"] != tg.bot["id"]:
            raise Malformed("it is of another bot")
        kept = zip(found["files"], files, strict=True)
        self.files = [_file(number, about, data) for number, (about, data) in enumerate(kept)]
        self._bytes = {file.id: file.data for file in self.files}
        self.persons = {each["user"]["id"]: _person(tg, each) for each in found["persons"]}
        users: list[Json] = [tg.bot, ANONYMOUS, *(person.user for person in self.persons.values())]
        self._users = {user["id"]: user for user in users}
        self.numbers = {row: found["numbers"][row] for row in tg.numbers}
        self.chats = {each["json"]["id"]: self._chat(tg, each["json"]) for each in found["chats"]}
        for each in found["chats"]:
            self._fill(self.chats[each["json"]["id"]], each)
        self.queries = dict(self._query(number, each) for number, each in enumerate(found["queries"]))
        self.commands = {(each["scope"], each["language"]): each["commands"] for each in found["commands"]}
        self.updates = [_update(each) for each in found["updates"]["pending"]]

    def _chat(self, tg: Telegram, json: Json) -> Chat:
        person = self.persons.get(json["id"])
        if json["type"] == "private":
            return self.persons[json["id"]].chat
        check(json, GROUP)
        if person is not None:
            raise Malformed("a group is a person")
        return Chat(tg, json)

    def _fill(self, chat: Chat, kept: Json) -> None:
        chat.members = {each["user"]["id"]: self._shared(each) for each in kept["members"]}
        for member in chat.members.values():
            if member["status"] == "restricted":
                check(member, RESTRICTED)
        chat.permissions, chat.last_id = kept["permissions"], kept["last_id"]
        chat.upgraded_to = None if kept["upgraded_to"] is None else self.chats[kept["upgraded_to"]]
        for each in kept["messages"]:
            message = self._message(chat, each)
            chat.written[message.id] = message
        for each in kept["topics"]:
            topic = chat.topics[each["id"]] = Topic(chat.written[each["id"]], each["name"])
            topic.closed = each["closed"]

    def _message(self, chat: Chat, kept: Json) -> Message:
        json = {key: self._shared(value) for key, value in kept["json"].items()} | {"chat": chat.json}
        if "reply_markup" in json:
            checked_inline(json["reply_markup"])
        parse_html(kept["html"])
        message = Message(chat, json)
        message.html, message.keyboard = kept["html"], kept["keyboard"]
        message.edits, message.deleted = kept["edits"], kept["deleted"]
        if (kind := kind_of(json)) in KINDS:
            about = json[kind][-1] if kind == "photo" else json[kind]
            message.files = [self._bytes[about["file_id"]]]
        return message

    def _shared(self, value: Any) -> Any:
        """The same, but for the users and chats in it that are known: of each there is one object, so that a
        later change of its name is seen wherever it stands."""
        if isinstance(value, list):
            return [self._shared(each) for each in value]
        if not isinstance(value, dict):
            return value
        number = value.get("id")
        if value == self._users.get(number):
            return self._users[number]
        if number in self.chats and value == self.chats[number].json:
            return self.chats[number].json
        return {key: self._shared(each) for key, each in value.items()}

    def _query(self, number: int, kept: Json) -> tuple[str, Query]:
        message = self.chats[kept["chat"]].written[kept["message"]]
        query = Query(FIRST_QUERY + number, self.persons[kept["by"]], message, kept["data"])
        query.seconds = kept["seconds"]
        query.answers = [
            Answer(each["text"], each["alert"], each["url"], datetime.fromtimestamp(each["seconds"], UTC))
            for each in kept["answers"]
        ]
        return query.id, query


def _file(number: int, about: Json, data: bytes) -> StoredFile:
    return StoredFile(number, about["kind"], data, about["name"], about["size"])


def _person(tg: Telegram, kept: Json) -> Person:
    latitude, longitude = kept["place"]
    person = Person(tg, kept["user"])
    person.phone, person.place = kept["phone"], (latitude, longitude)
    person.started, person.blocked = kept["started"], kept["blocked"]
    person.deactivated = kept["deactivated"]
    return person


def _update(kept: Json) -> Update:
    return Update(kept["content"]["update_id"], kept["lane"], encode(kept["content"]))
