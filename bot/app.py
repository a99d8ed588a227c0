"""Puts the parts together, starts and stops them. Nobody imports this but the command line."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import structlog
import telegram
from telegram.error import InvalidToken, TelegramError

from bot.api import Api
from bot.cards import Renderer
from bot.clock import Ticker
from bot.dispatch import menus, undelivered
from bot.dispatch.roster import ensure_categories
from bot.dispatch.rules import Rules
from bot.handlers import ALLOWED_UPDATES
from bot.polling import Poller
from bot.receiver import Receiver
from bot.scene import House
from bot.sender import Sender
from bot.settings import Settings
from bot.toasts import Toasts
from bot.webhook import Webhook
from bot.wire import Wire
from bot.worker import Worker
from storage import jobs, people
from storage.database import Database, Tx
from storage.open import open_database
from storage.records import Message

log = structlog.stdlib.get_logger(__name__)

CONNECT_PAUSES = (1, 2, 5, 10, 30)
WEBHOOK_CALLS = 100
"""Telegram's own upper bound for calls at the same time."""


def wall_clock() -> datetime:
    return datetime.now(UTC)


class App:
    """The whole bot in one event loop. `start`, then `stop`; both leave nothing half done."""

    def __init__(self, settings: Settings, *, now: Callable[[], datetime] = wall_clock) -> None:
        self._settings = settings
        self._now = now
        self._rules = Rules(settings.policy, settings.zone)
        self._wire, self._polls = Wire(), Wire(connections=1)
        self._bot = telegram.Bot(
            settings.token,
            base_url=f"{settings.api_url}/bot",
            base_file_url=f"{settings.api_url}/file/bot",
            request=self._wire,
            get_updates_request=self._polls,
        )
        self._tasks: list[asyncio.Task[None]] = []
        self._database: Database
        self._sender: Sender
        self._ticker: Ticker
        self._toasts: Toasts
        self._receiver: Receiver
        self._worker: Worker
        self._running = False
        self._webhook: Webhook | None = None

    async def start(self) -> None:
        """Open the database, meet Telegram, and begin."""
        self._database = await open_database(self._settings.database_url)
        try:
            await self._database.transact(self._settle_in)
            await self._meet_telegram()
            await self._start_parts()
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Take nothing new, end what is under way, and go: within 5 seconds."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._running:
            await asyncio.gather(
                self._sender.stop(), self._toasts.drain(), self._ticker.stop(), self._hang_up()
            )
        with contextlib.suppress(TelegramError):
            await self._bot.shutdown()
        await self._database.close()

    async def _hang_up(self) -> None:
        if self._webhook:
            await self._webhook.close()

    async def clock_moved(self) -> None:
        """Whoever moves the clock by hand calls this: what has become due is looked at now."""
        await self._ticker.tick()
        self._sender.wake()
        self._worker.wake()

    async def _settle_in(self, tx: Tx) -> None:
        now = self._now()
        await ensure_categories(tx)
        await people.keep_administrators(tx, self._settings.admins, now)
        await menus.settle(tx, rules=self._rules, now=now)
        await jobs.add(tx, kind="commands", payload={}, now=now)

    async def _meet_telegram(self) -> None:
        """Learn the bot's own name, however long Telegram is out of reach."""
        for attempt in range(1_000_000):
            try:
                await self._bot.initialize()
            except TelegramError as error:
                hint = (
                    "check REDVEST_BOT_TOKEN"
                    if isinstance(error, InvalidToken)
                    else "redvest doctor says more"
                )
                log.error("Telegram not reached, trying again", error=type(error).__name__, hint=hint)
                await asyncio.sleep(CONNECT_PAUSES[min(attempt, len(CONNECT_PAUSES) - 1)])
            else:
                return

    async def _start_parts(self) -> None:
        settings, database = self._settings, self._database
        house = House(self._rules, settings.language, self._bot.username)
        self._toasts = Toasts(Api(self._bot.base_url, self._wire))
        self._sender = Sender(
            database, self._bot, Renderer(self._rules, settings.language), self._now, self._undelivered
        )
        self._ticker = Ticker(database, self._rules, self._now)
        self._receiver = Receiver(database, self._bot, house, self._now)
        self._worker = Worker(database, self._bot, self._rules, settings.language, self._now)
        sending = asyncio.create_task(self._sender.run(), name="sender")
        sending.add_done_callback(_must_not_end)
        self._ticker.start()
        self._running = True
        self._begin(self._worker.run(), "worker")
        if settings.webhook_url:
            await self._serve_webhook()
        else:
            await self._bot.delete_webhook()
            self._begin(
                Poller(Api(self._bot.base_url, self._polls), self._receiver, self._toasts).run(), "poller"
            )
        log.info("Redvest is running", bot=self._bot.username, by="webhook" if self._webhook else "polling")

    async def _serve_webhook(self) -> None:
        settings = self._settings
        self._webhook = Webhook(
            self._receiver, url=settings.webhook_url or "", secret=settings.webhook_secret
        )
        await self._webhook.open(*settings.listen)
        self._begin(self._webhook.run(), "webhook")
        await self._bot.set_webhook(
            settings.webhook_url or "",
            secret_token=settings.webhook_secret,
            allowed_updates=ALLOWED_UPDATES,
            max_connections=WEBHOOK_CALLS,
        )

    def _begin(self, work: Any, name: str) -> None:
        task = asyncio.create_task(work, name=name)
        task.add_done_callback(_must_not_end)
        self._tasks.append(task)

    async def _undelivered(
        self,
        tx: Tx,
        *,
        person_id: int | None,  # noqa: ARG002 - the sender's hook
        group_id: int | None,  # noqa: ARG002
        message: Message,
        now: datetime,
    ) -> None:
        await undelivered.lost(tx, message, rules=self._rules, now=now)


def _must_not_end(task: "asyncio.Task[None]") -> None:
    """A part that ends of itself is a mistake of ours: better to stop whole and be started again."""
    if not task.cancelled() and task.exception():
        log.critical("a part has failed", part=task.get_name(), exc_info=task.exception())
        signal.raise_signal(signal.SIGTERM)


async def run(settings: Settings, *, now: Callable[[], datetime] = wall_clock) -> None:
    """Serve until SIGTERM or SIGINT."""
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, over.set)
    app = App(settings, now=now)
    starting = asyncio.create_task(app.start())
    waiting = asyncio.create_task(over.wait())
    await asyncio.wait({starting, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if not starting.done():
        starting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await starting
        return
    await starting
    gc.collect()
    gc.freeze()  # what was made at the start stays: the collector need not walk through it again and again
    await waiting
    await app.stop()
