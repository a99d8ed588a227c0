"""The one place that speaks: it takes what is pending in the outbox to Telegram, within the limits.

A round records how messages ended, reads what is new, and starts what may go now, most urgent first. Each
message is worded right before its call; many are under way at once, one per chat. Nothing is forgotten before
its outcome is recorded, so a message is said twice only if the process dies in between.
"""

import asyncio
import contextlib
import math
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import structlog
import telegram

from bot.cards.screen import Render
from bot.delivery import Delivery, Outcome, deliver, prepare
from bot.feed import Feed
from bot.limits import GROUP_WINDOW, Pace
from bot.line import Line, Turn
from bot.recording import Recorder, Unreachable, nobody_told
from bot.verdicts import LONGEST_PAUSE, Verdict
from storage import cards, outbox
from storage.database import Conflict, Database, Unavailable
from storage.outbox import Address, Waiting

log = structlog.stdlib.get_logger(__name__)

HEARTBEAT = 1.0  # seconds; a wake-up may be lost with a connection
GATHER = 0.03  # seconds between rounds, so that a storm of commits is not read one by one
LAST_CALLS = 3.0  # seconds that what is under way gets when it is to stop
RECORD_AT_ONCE = 100
NOBODY = 0  # the chat of those who have none


class Sender:
    """Run `run()` as a task; `stop()` ends it."""

    def __init__(
        self,
        database: Database,
        bot: telegram.Bot,
        render: Render,
        now: Callable[[], datetime],
        unreachable: Unreachable = nobody_told,
    ) -> None:
        self._database = database
        self._bot = bot
        self._render = render
        self._now = now
        self._recorder = Recorder(database, render, unreachable)
        self._steady = Steady(now)
        self._leading = False
        self._pace = Pace()
        self._line: Line[Waiting] = Line(self._pace)
        self._feed = Feed()
        self._turns: dict[int, Turn[Waiting]] = {}  # under way, or ended and not recorded yet
        self._calls: set[asyncio.Task[None]] = set()
        self._ended: list[Outcome] = []
        self._beside: set[int] = set()  # what found its topic gone, and is said outside of it
        self._paused_until: datetime | None = None
        self._failing = False  # Telegram does not take messages; said once
        self._at_hand = True  # the outbox is; else, said once
        self._looked_back = -math.inf
        self._news = True
        self._woken = asyncio.Event()
        self._stopping = False
        self._over = asyncio.Event()
        database.listen("outbox", self.wake)

    def wake(self) -> None:
        """Look for work now; commits call it, and so should whoever moves the clock."""
        self._news = True
        self._woken.set()

    async def run(self) -> None:
        """Send until `stop()`."""
        try:
            while not self._stopping:
                await self._rest(await self._round_or_pause())
            await self._finish()
        finally:
            for call in self._calls:
                call.cancel()
            self._over.set()

    async def stop(self) -> None:
        """Take nothing new, let what is under way end (for a few seconds), record it. For a started `run`."""
        self._stopping = True
        self.wake()
        await self._over.wait()

    async def _rest(self, seconds: float) -> None:
        """Until somebody wakes us or the time is over."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        if not self._stopping:
            await asyncio.sleep(GATHER)
        self._woken.clear()

    async def _round_or_pause(self) -> float:
        try:
            pause = await self._round()
        except (Unavailable, Conflict) as error:
            if self._at_hand:
                log.warning("outbox not at hand, trying again", error=str(error))
            self._at_hand = False
            return HEARTBEAT
        self._at_hand = True
        return pause

    async def _round(self) -> float:
        """Do what can be done now; after how many seconds to look again."""
        await self._record()
        if not await self._lead():
            return HEARTBEAT
        more = await self._read()
        while not self._stopping and len(self._ended) < RECORD_AT_ONCE:
            turn = self._line.next(self._steady.seconds())
            if turn is None:
                break
            await self._start(turn)
        if more or self._ended:
            return 0
        now = self._steady.seconds()
        return min(HEARTBEAT, max(0, self._line.next_at(now) - now))

    async def _lead(self) -> bool:
        """Whether this is the one that sends, and may; if it has just become so, begin afresh."""
        if not await self._database.lead("sender"):
            self._leading = False
            return False
        if not self._leading:
            if self._turns:  # from when it led before
                return False
            await self._begin()
            self._leading = True
        return self._paused_until is None or self._now() >= self._paused_until

    async def _begin(self) -> None:
        """Start with nothing at hand, and with the windows as whoever sent before has left them."""
        self._pace = Pace()
        self._line = Line(self._pace)
        self._feed, self._news = Feed(), True
        await self._database.transact(cards.doubt_pending)
        since = self._now() - timedelta(seconds=GROUP_WINDOW)
        sent = await self._database.read(lambda tx: outbox.sent_since(tx, since))
        waits = await self._read()
        if sent or waits or self._feed.at_hand:  # else nothing can have been under way just now
            self._pace.restore([(chat, self._steady.of(at)) for chat, at in sent], self._steady.seconds())

    async def _read(self) -> bool:
        """Put what is new into the line; whether there is more to be read at once."""
        due = self._feed.look_for_due(self._now())
        seconds = asyncio.get_running_loop().time()
        if seconds - self._looked_back >= HEARTBEAT:
            self._looked_back = seconds
            self._feed.look_back()
        elif not due and not self._news:
            return False
        self._news = False
        pages = await self._database.read(self._feed.read)
        new, self._news = self._feed.take(pages, self._now())
        for row in new:
            chat = row.chat_id or NOBODY
            self._line.add(chat, row.lane, row)
            if row.not_before > self._now():  # it failed a while ago
                self._pace.hold(chat, self._steady.of(row.not_before))
        return self._news

    async def _start(self, turn: Turn[Waiting]) -> None:
        """Word the message and send it on its way, or see that there is nothing to be sent."""
        row, now = turn.message, self._now()
        self._turns[row.id] = turn
        try:
            found = await self._database.read(lambda tx: prepare(tx, row.id, self._render, now))
        except BaseException:
            self._line.failed(self._turns.pop(row.id), HEARTBEAT, self._steady.seconds())
            raise
        match found:
            case Delivery() if found.address.chat_id != turn.chat_id:  # it has moved since it was read
                del self._turns[row.id]
                self._line.skipped(turn, self._steady.seconds())
                self._line.add(found.address.chat_id, row.lane, row)
            case Delivery():
                call = asyncio.create_task(self._call(found))
                self._calls.add(call)
                call.add_done_callback(self._calls.discard)
            case Outcome():
                self._ended.append(found)
            case None:
                del self._turns[row.id]
                self._feed.over(row.id)
                self._line.skipped(turn, self._steady.seconds())

    async def _call(self, delivery: Delivery) -> None:
        beside = delivery.message.id in self._beside
        if beside:
            delivery = replace(delivery, address=Address(delivery.address.chat_id, 0))
        judgement, posted = await deliver(self._bot, delivery)
        if beside and judgement.verdict is Verdict.THREAD_GONE:  # the general topic is closed as well
            judgement = replace(judgement, verdict=Verdict.BARRED)
        outcome = Outcome(delivery.message, judgement, self._now(), delivery, True, posted)
        self._ended.append(outcome)
        self._woken.set()

    async def _record(self) -> None:
        """Write down how messages ended; until that has been possible, nothing else is done."""
        if not self._ended:
            return
        outcomes = self._ended[:]
        left = await self._recorder.record(outcomes)
        del self._ended[: len(outcomes)]
        for outcome, row in zip(outcomes, left, strict=True):
            self._settle(outcome, row)

    def _settle(self, outcome: Outcome, row: Waiting | None) -> None:
        """Give the message back to the line if it is still pending, and its chat to the next one."""
        message, judgement, now = outcome.message, outcome.judgement, self._steady.seconds()
        turn = self._turns.pop(message.id)
        if outcome.called and not judgement.limited:
            self._notice(outcome)
        if row is None:
            self._feed.over(message.id)
            self._beside.discard(message.id)
            (self._line.done if outcome.called else self._line.skipped)(turn, now)
        elif judgement.limited:
            self._line.refused(turn, judgement.pause.total_seconds(), now)
        else:
            self._line.failed(turn, max(0.0, self._steady.of(row.not_before) - now), now)

    def _notice(self, outcome: Outcome) -> None:
        """What an answer says about more than its own message; log what somebody should know."""
        message, judgement = outcome.message, outcome.judgement
        if judgement.verdict is Verdict.THREAD_GONE:
            self._beside.add(message.id)
        if judgement.verdict in (Verdict.DEAD, Verdict.BARRED):
            log.error("message refused", outbox=message.id, kind=message.kind, error=judgement.error)
        if judgement.token_refused:
            self._paused_until = outcome.at + LONGEST_PAUSE
        failing = judgement.verdict is Verdict.LATER
        if failing and not self._failing:
            hint = (
                "check REDVEST_BOT_TOKEN" if judgement.token_refused else "trying again, with growing pauses"
            )
            log.error("Telegram does not take messages", hint=hint, error=judgement.error)
        elif self._failing and not failing:
            log.info("Telegram takes messages again")
        self._failing = failing

    async def _finish(self) -> None:
        """Let what is under way end, and record it."""
        if self._calls:
            await asyncio.wait(set(self._calls), timeout=LAST_CALLS)
        try:
            await self._record()
        except (Unavailable, Conflict) as error:
            log.error(
                "outcomes not recorded, they will be sent again", number=len(self._ended), error=str(error)
            )


class Steady:
    """Seconds that never go back, though the clock they come from may be set back."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._shift = 0.0
        self._last = -math.inf

    def seconds(self) -> float:
        """Now."""
        now = self.of(self._now())
        self._shift += max(0.0, self._last - now)
        self._last = max(self._last, now)
        return self._last

    def of(self, moment: datetime) -> float:
        """A moment of the clock as it goes at present."""
        return moment.timestamp() + self._shift
