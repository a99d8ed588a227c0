"""What follows in the records from how messages ended: one transaction for all that end together."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import structlog

from bot.cards.screen import Render
from bot.delivery import Delivery, Outcome
from bot.dispatch import returning
from bot.faults import place
from bot.verdicts import Verdict
from storage import cards, groups, outbox, people
from storage.database import Conflict, Database, Tx, Unavailable, savepoint
from storage.outbox import Waiting
from storage.records import Card, Message

log = structlog.stdlib.get_logger(__name__)


class Unreachable(Protocol):
    """Called in the transaction that records that a message does not reach its reader."""

    async def __call__(
        self, tx: Tx, *, person_id: int | None, group_id: int | None, message: Message, now: datetime
    ) -> None:
        """Exactly one of the ids is given. A group that is still bound has lost its topic, or its rights."""


async def nobody_told(
    tx: Tx, *, person_id: int | None, group_id: int | None, message: Message, now: datetime
) -> None:
    """Nothing follows from a message that does not reach its reader."""


class Recorder:
    """Writes outcomes down."""

    def __init__(self, database: Database, render: Render, unreachable: Unreachable) -> None:
        self._database = database
        self._render = render
        self._unreachable = unreachable

    async def record(self, outcomes: Sequence[Outcome]) -> list[Waiting | None]:
        """Record all; for each the row where it is pending still. Raises Unavailable: nothing is recorded.

        What cannot be recorded with the others is recorded alone, and what cannot at all is dead.
        """

        async def together(tx: Tx) -> list[Waiting | None]:
            return [await self._one(tx, outcome) for outcome in outcomes]

        try:
            return await self._database.transact(together)
        except (Unavailable, Conflict):
            raise
        except Exception as error:
            if len(outcomes) == 1:
                return [await self._give_up(outcomes[0], error)]
        return [(await self.record([outcome]))[0] for outcome in outcomes]

    async def _give_up(self, outcome: Outcome, error: Exception) -> Waiting | None:
        message = outcome.message
        log.error("outcome cannot be recorded", outbox=message.id, kind=message.kind, error=place(error))
        status = "sent" if outcome.judgement.verdict is Verdict.SENT else "dead"

        async def bare(tx: Tx) -> None:
            await outbox.finish(tx, message, status, error=place(error))

        await self._database.transact(bare)
        return None

    async def _one(self, tx: Tx, outcome: Outcome) -> Waiting | None:
        message, judgement, at = outcome.message, outcome.judgement, outcome.at
        match judgement.verdict:
            case Verdict.SENT:
                await self._sent(tx, outcome)
            case Verdict.DROPPED:
                await outbox.finish(tx, message, "dropped", error=judgement.error)
            case Verdict.LATER:
                await outbox.put_off(tx, message.id, at + judgement.pause, judgement.error or "")
                if message.card_id is not None:  # only the answer may have been lost
                    await cards.set_digest(tx, message.card_id, "")
            case Verdict.CARD_GONE if outcome.delivery and outcome.delivery.card:
                await cards.post_anew(tx, outcome.delivery.card, at)
            case Verdict.MIGRATED if outcome.delivery and judgement.new_chat_id:
                old = outcome.delivery.address.chat_id
                await cards.move_chat(tx, old_chat_id=old, new_chat_id=judgement.new_chat_id, now=at)
            case Verdict.THREAD_GONE:
                await self._tell(tx, message, at)
            case _:
                await self._dead(tx, outcome)
        return await outbox.still_waiting(tx, message.id)

    async def _sent(self, tx: Tx, outcome: Outcome) -> None:
        delivery = outcome.delivery
        sent_at = outcome.at if outcome.called else None
        finished = await outbox.finish(tx, outcome.message, "sent", sent_at=sent_at, posted=outcome.posted)
        if delivery is None:
            return
        if delivery.card is not None:  # it stands there, also if another edit has taken the row's place
            await cards.set_digest(tx, delivery.card.id, delivery.screen.digest())
        elif finished and delivery.screen.lasting and outcome.posted:
            card = await cards.add(
                tx,
                outcome.message,
                chat_id=delivery.address.chat_id,
                message_id=outcome.posted[0],
                digest=delivery.screen.digest(),
                now=outcome.at,
            )
            await self._catch_up(tx, delivery, card, outcome.at)

    async def _catch_up(self, tx: Tx, delivery: Delivery, card: Card, now: datetime) -> None:
        """Nobody could ask for an edit of a card that was not there yet: look whether it is true still."""
        message = delivery.message
        try:
            async with savepoint(tx):
                screen = await self._render(tx, message, card, now)
        except (Unavailable, Conflict):
            raise
        except Exception as error:
            log.error("card cannot be worded", outbox=message.id, kind=message.kind, error=place(error))
            return
        if screen is not None and screen.digest() != card.digest:
            await outbox.refresh_card(tx, card.id, now, message.lane)

    async def _dead(self, tx: Tx, outcome: Outcome) -> None:
        """The message reaches nobody; where that is the reader's doing, it is remembered and told."""
        message, judgement = outcome.message, outcome.judgement
        if not await outbox.finish(tx, message, "dead", error=judgement.error):
            return
        unreachable = judgement.verdict is Verdict.UNREACHABLE
        if unreachable and message.group_id is not None:
            await groups.end(tx, message.group_id, outcome.at)
        if unreachable or judgement.verdict is Verdict.BARRED:
            await self._tell(tx, message, outcome.at)
        if message.person_id is None or await returning.back_since(tx, message):
            return
        if unreachable:  # last: the house sees whether that is new
            await people.set_reachable(tx, message.person_id, False)

    async def _tell(self, tx: Tx, message: Message, now: datetime) -> None:
        if message.person_id is None and message.group_id is None:
            return  # a chat that is nobody's yet
        await self._unreachable(
            tx, person_id=message.person_id, group_id=message.group_id, message=message, now=now
        )
