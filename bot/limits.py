"""How fast the bot may speak: Telegram's limits as pure rules. (Who speaks first: `bot.line`.)

All times are seconds (float) of one clock that never goes back, such as `time.monotonic()`; `now` never
decreases from call to call. Chats are Telegram's ids: negative ones are groups and channels.

The limits (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this): 30 messages a
second for the bot, one a second in a chat after a short burst, 20 a minute in a group. Telegram's own people
add that sending and editing share them (tdlib/td#2592, tdlib/td#3034) and that answerCallbackQuery is without
limit (tdlib/telegram-bot-api#648): it does not pass through here.

Telegram counts when a message reaches it, which is some time between its start and its acknowledgement. So
a message uses its place in a window from its start until the window's length after its acknowledgement: then
no window as Telegram sees it is ever over-full, whatever the jitter.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import inf

BOT_MESSAGES, BOT_WINDOW = 30, 1.0
GROUP_MESSAGES, GROUP_WINDOW = 20, 60.0
CHAT_BURST, CHAT_INTERVAL = 3, 1.0


@dataclass(slots=True)
class _Chat:
    """What is remembered of a chat while it matters."""

    fresh_at: float = -inf  # when its burst is whole again
    acknowledged: deque[float] = field(default_factory=deque)  # a group's last ones, oldest first
    held_until: float = -inf
    busy: bool = False  # a message is under way
    watched: bool = False  # stands in Pace's list of what will be forgotten

    def ready_at(self) -> float:
        if self.busy:  # one after another, or they could arrive in the wrong order
            return inf
        window = self.acknowledged[0] + GROUP_WINDOW if len(self.acknowledged) == GROUP_MESSAGES else -inf
        return max(self.held_until, window, self.fresh_at - (CHAT_BURST - 1) * CHAT_INTERVAL)

    def forgotten_at(self) -> float:
        window = self.acknowledged[-1] + GROUP_WINDOW if self.acknowledged else -inf
        return max(self.held_until, window, self.fresh_at)


class Pace:
    """When the next message may start, for the bot and for each chat. A chat has one under way at a time."""

    def __init__(self) -> None:
        self._chats: dict[int, _Chat] = {}
        self._forget: list[tuple[float, int]] = []  # heap: (not before, chat), one entry per chat
        self._under_way = 0
        self._acknowledged: deque[float] = deque(maxlen=BOT_MESSAGES)
        self._held_until = -inf
        self._refusal: tuple[float, int, float] | None = None  # the last one: when, which chat, until

    def __len__(self) -> int:
        """How many chats are remembered."""
        return len(self._chats)

    def ready_at(self, chat_id: int, now: float) -> float:
        """The earliest moment a message to the chat may start; `inf` until something is acknowledged."""
        return max(self.bot_ready_at(now), self.chat_ready_at(chat_id, now))

    def bot_ready_at(self, now: float) -> float:
        """The part of `ready_at` that is the same for all chats."""
        while self._acknowledged and self._acknowledged[0] + BOT_WINDOW <= now:
            self._acknowledged.popleft()
        if self._under_way + len(self._acknowledged) < BOT_MESSAGES:
            return max(now, self._held_until)
        return max(now, self._held_until, self._acknowledged[0] + BOT_WINDOW) if self._acknowledged else inf

    def chat_ready_at(self, chat_id: int, now: float) -> float:
        """The part of `ready_at` that is the chat's own."""
        chat = self._chats.get(chat_id)
        return now if chat is None else max(now, chat.ready_at())

    def started(self, chat_id: int, now: float) -> None:
        """A message to the chat is on its way; only when `ready_at` says now."""
        self._tidy(now)
        self._chat(chat_id).busy = True
        self._under_way += 1

    def acknowledged(self, chat_id: int, now: float) -> None:
        """Telegram has answered the message under way, whatever its answer; or the attempt was given up."""
        self._under_way -= 1
        self._chat(chat_id).busy = False
        self._count(chat_id, now)
        self._tidy(now)

    def called_off(self, chat_id: int, now: float) -> None:
        """Telegram was not asked after all: it is as if nothing had started."""
        self._under_way -= 1
        self._chat(chat_id).busy = False
        self._tidy(now)

    def refused(self, chat_id: int, retry_after: float, now: float) -> None:
        """Telegram has answered the message under way with 429 and `retry_after` seconds.

        Telegram does not say whom a 429 is for. It holds the chat; when another chat was refused within the
        last second, it is the bot that is refused, and the lesser of the two waits holds all.
        """
        self.acknowledged(chat_id, now)
        until = now + retry_after
        self.hold(chat_id, until)
        if self._refusal is not None:
            when, other, others_until = self._refusal
            if other != chat_id and now - when <= BOT_WINDOW:
                self._held_until = max(self._held_until, min(until, others_until))
        self._refusal = (now, chat_id, until)

    def hold(self, chat_id: int, until: float) -> None:
        """Let nothing start to the chat before then: a 429, or the pause after a fault of the way."""
        chat = self._chat(chat_id)
        chat.held_until = max(chat.held_until, until)

    def restore(self, sent: Iterable[tuple[int, float]], now: float) -> None:
        """Read the windows back after a restart: what was acknowledged in the last minute, in any order.

        What was under way when the process ended is unknown, so the first second stays empty.
        """
        for chat_id, at in sorted(sent, key=lambda one: one[1]):
            if at + GROUP_WINDOW > now:
                self._count(chat_id, min(at, now))
        self._held_until = max(self._held_until, now + BOT_WINDOW)
        self._tidy(now)

    def _count(self, chat_id: int, at: float) -> None:
        self._acknowledged.append(at)
        chat = self._chat(chat_id)
        chat.fresh_at = max(chat.fresh_at, at) + CHAT_INTERVAL
        if chat_id < 0:
            if len(chat.acknowledged) == GROUP_MESSAGES:
                chat.acknowledged.popleft()
            chat.acknowledged.append(at)

    def _chat(self, chat_id: int) -> _Chat:
        chat = self._chats.setdefault(chat_id, _Chat())
        if not chat.watched:
            chat.watched = True
            heappush(self._forget, (-inf, chat_id))
        return chat

    def _tidy(self, now: float) -> None:
        """Forget the chats whose past no longer matters; each is looked at when it may be over."""
        while self._forget and self._forget[0][0] <= now:
            _, chat_id = heappop(self._forget)
            chat = self._chats[chat_id]
            if chat.busy:
                chat.watched = False  # until its next event
            elif chat.forgotten_at() <= now:
                del self._chats[chat_id]
            else:
                heappush(self._forget, (chat.forgotten_at(), chat_id))
