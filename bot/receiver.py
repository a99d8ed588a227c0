"""What comes in: each update once, in a transaction, and only then may Telegram forget it.

Several updates share a commit, each in a savepoint of its own. One that fails is undone, tried once more
alone, and then set aside for a developer, so that the rest go on.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import structlog
import telegram
from telegram import Chat, Update

from bot import handlers
from bot.dispatch.refusals import Refused
from bot.faults import place
from bot.handlers import copies
from bot.scene import Answer, House, in_language
from bot.tap import Pressed, pressed, reply_to
from bot.texts import language_of
from storage import outbox, people, updates
from storage.database import Conflict, Database, Tx, Unavailable, savepoint
from storage.records import Lane

log = structlog.stdlib.get_logger(__name__)

Raw = Mapping[str, Any]
"""An update as Telegram sent it."""


class Failed:
    """Stands for the answer of an update whose handling raised; it is to be tried alone."""


FAILED = Failed()


class Receiver:
    """Takes updates in. Polling and webhook both bring them here, and see to the answers."""

    def __init__(
        self, database: Database, bot: telegram.Bot, house: House, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._bot = bot
        self._house = house
        self._now = now

    async def take(self, batch: Sequence[Raw]) -> list[Answer | None]:
        """Take a batch in; when this returns, all of it is committed. What each tap is to be answered.

        Raises Unavailable when the database is at fault: then nothing of it may be forgotten by Telegram.
        """
        try:
            outcomes = await self._database.transact(lambda tx: self._take_each(tx, batch))
        except Unavailable:
            if len(batch) == 1:
                raise
            # The database may have given up for the sake of one of them.
            return [answer for raw in batch for answer in await self.take([raw])]
        return [
            await self._take_alone(raw) if isinstance(outcome, Failed) else outcome
            for raw, outcome in zip(batch, outcomes, strict=True)
        ]

    async def _take_each(self, tx: Tx, batch: Sequence[Raw]) -> list[Answer | Failed | None]:
        outcomes: list[Answer | Failed | None] = []
        for raw in batch:
            try:
                outcomes.append(await self._take_one(tx, raw))
            except (Unavailable, Conflict):
                raise
            except Exception as error:
                log.warning("update failed, trying it alone", update=raw["update_id"], error=place(error))
                outcomes.append(FAILED)
        return outcomes

    async def _take_one(self, tx: Tx, raw: Raw) -> Answer | None:
        """Handle an update that is new; one that was seen before changes nothing and is answered as then."""
        seen = await updates.seen(tx, raw["update_id"])
        if seen is not None:
            return Answer.unpack(seen["answer"]) if seen["answer"] else None
        now = self._now()
        event = self._read(raw)
        try:
            async with savepoint(tx):
                answer = await self._handle(tx, event, now)
                await _mark(tx, raw, answer, now)
        except Refused as refused:
            async with savepoint(tx):
                answer = await self._refuse(tx, event, refused, now)
                await _mark(tx, raw, answer, now)
        return answer

    def _read(self, raw: Raw) -> Pressed | Update:
        if "callback_query" in raw:
            return pressed(raw["callback_query"])
        return Update.de_json(dict(raw), self._bot)

    async def _handle(self, tx: Tx, event: Pressed | Update, now: datetime) -> Answer | None:
        if isinstance(event, Update):
            await handlers.handle(tx, self._house, event, now)
            return None
        answer = await handlers.handle_tap(tx, self._house, event, now)
        await copies.adopt(tx, event, now)
        return answer

    async def _refuse(
        self, tx: Tx, event: Pressed | Update, refused: Refused, now: datetime
    ) -> Answer | None:
        """What was begun is undone: say why it is not done, and what to do next."""
        if isinstance(event, Update):
            await reply_to(tx, self._house, event, refused.key, now)
            return None
        await copies.adopt(tx, event, now)
        person = await people.by_telegram(tx, event.account.telegram_id)
        reads = person.reads if person else event.account.language
        return Answer(refused.key, alert=True, language=language_of(reads, self._house.language))

    async def _take_alone(self, raw: Raw) -> Answer | None:
        """The second try of an update that failed; if it fails again it is set aside."""
        try:
            return await self._database.transact(lambda tx: self._take_one(tx, raw))
        except (Unavailable, Conflict):
            raise
        except Exception as error:
            log.exception("update set aside", update=raw["update_id"], error=place(error))
            where = place(error)
            await self._database.transact(lambda tx: self._set_aside(tx, raw, where))
            return in_language(Answer("answer-failed", alert=True), self._language(raw))

    async def _set_aside(self, tx: Tx, raw: Raw, where: str) -> None:
        now = self._now()
        payload = json.dumps(raw, ensure_ascii=False)
        await updates.set_aside(tx, raw["update_id"], payload=payload, error=where, tries=2, now=now)
        await updates.mark(tx, raw["update_id"], answer=None, now=now)
        for admin in await people.administrators(tx, now):
            data = {"text": "note-failed-update", "update": str(raw["update_id"])}
            await outbox.say(tx, kind="plain", person_id=admin.id, data=data, now=now)
        await self._apologise(tx, raw, now)

    async def _apologise(self, tx: Tx, raw: Raw, now: datetime) -> None:
        """Whoever wrote in private hears that it went wrong; a tap is answered with the same words."""
        chat = raw.get("message", {}).get("chat", {})
        person = await people.by_telegram(tx, chat["id"]) if chat.get("type") == Chat.PRIVATE else None
        if person:
            data = {"text": "answer-failed"}
            await outbox.say(tx, kind="plain", person_id=person.id, data=data, now=now, lane=Lane.ANSWER)

    def _language(self, raw: Raw) -> str:
        user = raw.get("callback_query", {}).get("from", {})
        return language_of(user.get("language_code"), self._house.language)


async def _mark(tx: Tx, raw: Raw, answer: Answer | None, now: datetime) -> None:
    await updates.mark(tx, raw["update_id"], answer=answer.pack() if answer else None, now=now)
