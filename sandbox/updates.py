"""The queue of updates: kept until confirmed, handed to one long poll at a time or to the webhook."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable
from itertools import islice
from json import JSONEncoder
from typing import Any

from sandbox.errors import conflict
from sandbox.strict import Judge

# Telegram leaves these out unless they are asked for.
UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}
MOST_AT_ONCE = 100

encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Update:
    """An update as text, ready to be sent; ``lane`` is the chat or user within which order is kept."""

    __slots__ = ("id", "lane", "text")

    def __init__(self, number: int, lane: int, text: str) -> None:
        self.id = number
        self.lane = lane
        self.text = text


class Updates:
    """What the bot has not confirmed yet. ``next_id`` may be set, as Telegram does after a quiet week."""

    def __init__(self, changed: Callable[[], None], judge: Judge | None = None) -> None:
        self.next_id = 100_000_001
        self.allowed: list[str] = []
        self.webhook: Callable[[Update], None] | None = None
        self._pending: OrderedDict[int, Update] = OrderedDict()
        self._changed = changed
        self.judge = judge
        self._poll: asyncio.Future[None] | None = None

    @property
    def pending(self) -> list[Update]:
        """Everything not confirmed, oldest first."""
        return list(self._pending.values())

    def __len__(self) -> int:
        return len(self._pending)

    def add(self, kind: str, payload: dict[str, Any], lane: int) -> None:
        """Queue an update, unless the bot did not ask for its kind."""
        if kind not in self.allowed if self.allowed else kind in UNASKED:
            return
        content = {"update_id": self.next_id, kind: payload}
        if self.judge:
            self.judge.update(content)
        update = Update(self.next_id, lane, encode(content))
        self.next_id += 1
        self._pending[update.id] = update
        if self.webhook is not None:
            self.webhook(update)
        elif self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def allow(self, kinds: list[str] | None) -> None:
        """Remember what kinds of updates are wanted; None leaves it as it was, [] means the usual ones."""
        if kinds is not None:
            self.allowed = list(kinds)

    def drop(self, number: int) -> None:
        """This one has arrived."""
        self._pending.pop(number, None)
        self._changed()

    def clear(self) -> None:
        """Forget all."""
        self._pending.clear()
        self._changed()

    def refill(self, pending: Iterable[Update]) -> None:
        """Have exactly these; whoever waits for others is told 409."""
        self.interrupt("other updates")
        self._pending = OrderedDict((update.id, update) for update in pending)
        self._changed()

    def confirm(self, offset: int) -> None:
        """Forget what is older than the offset; a negative one keeps only that many of the newest."""
        excess = len(self._pending) + offset if offset < 0 else 0
        pending = self._pending
        while pending and (excess > 0 or next(iter(pending)) < offset):
            pending.popitem(last=False)
            excess -= 1
        self._changed()

    def interrupt(self, reason: str) -> None:
        """End a poll that is waiting with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(f"terminated by {reason}"))

    async def poll(self, offset: int, limit: int, wait: float) -> str:
        """JSON of the waiting updates, at most ``limit``; waits up to ``wait`` seconds for the first.

        ApiError 409 when another poll or a webhook comes meanwhile.
        """
        self.interrupt("other getUpdates request; make sure that only one bot instance is running")
        self.confirm(offset)
        if not self._pending and wait > 0:
            await self._first(wait)
        count = min(max(limit, 1), MOST_AT_ONCE)
        return f"[{','.join(update.text for update in islice(self._pending.values(), count))}]"

    async def _first(self, wait: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(wait):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
