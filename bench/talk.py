"""People of the sandbox who send a bot messages, or tap, and wait for what it says back."""

from collections import Counter, deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

from bench.bots import PATIENCE, TOKEN
from bench.failure import Failure
from sandbox import Message, Person, Query, Telegram, serve

PEOPLE = 500
AT_ONCE = 400  # so many wait for an answer at most; fewer than people, so that nobody asks twice at a time
PORTION = 100
KEYBOARD = {"inline_keyboard": [[{"text": "接单", "callback_data": "claim"}]]}


class Talk:
    """A sandbox, its people, each in a private chat with the bot, and all that they have sent so far."""

    def __init__(self, errand: str) -> None:
        self.telegram = Telegram(token=TOKEN, calls_kept=0)
        self.people = [self._person(number) for number in range(PEOPLE)]
        self.cards = [
            person.chat.post({"from": self.telegram.bot}, {"text": "📋 下水道堵塞", "reply_markup": KEYBOARD})
            for person in self.people
        ]
        self.sent: list[Message | Query] = []
        self._taps = errand == "taps"

    def _person(self, number: int) -> Person:
        person = self.telegram.person(f"居民{number}", language_code="zh-hans")
        person.started = True  # long ago: there is no update about it
        return person

    @asynccontextmanager
    async def served(self) -> AsyncIterator[str]:
        """Serve it; gives the address."""
        async with serve(self.telegram) as server:
            yield server.url

    async def met(self) -> None:
        """Wait until the bot asks for updates, or has named its webhook."""
        await self.telegram.until(lambda: self.telegram.polls or self.telegram.webhook, PATIENCE)

    async def feed(self, count: int) -> None:
        """Send so many, a portion whenever there is room for it, and wait until the last is answered."""
        waiting: deque[Message | Query] = deque()

        def at_most(left: int) -> bool:
            while waiting and _is_answered(waiting[0]):  # each is passed once, however often we are asked
                waiting.popleft()
            return len(waiting) <= left

        for first in range(0, count, PORTION):
            waiting.extend(self.send() for _ in range(min(PORTION, count - first)))
            await self.telegram.until(lambda: at_most(AT_ONCE - PORTION), PATIENCE)
        await self.telegram.until(lambda: at_most(0), PATIENCE)

    def send(self) -> Message | Query:
        """The next person says, or taps, what nobody has before."""
        number = len(self.sent)
        turn, said = number % PEOPLE, f"{number} 三号楼前下水道堵了"
        person = self.people[turn]
        self.sent.append(person.taps(self.cards[turn], stale=said) if self._taps else person.says(said))
        return self.sent[-1]

    def check(self) -> None:
        """Failure unless everything was said back exactly once, where it was said, and nothing else was."""
        wanted, said = Counter(map(words, self.sent)), Counter(self._said())
        if said != wanted:
            lost, unasked = (wanted - said).total(), (said - wanted).total()
            raise Failure(f"{lost} of {len(self.sent)} were not said back, {unasked} twice or unasked")

    def _said(self) -> Iterator[tuple[int, str]]:
        if self._taps:
            for query in self.telegram.queries.values():
                yield from ((query.by.id, answer.text) for answer in query.answers)
        for person in self.people:
            yield from (words(message) for message in person.chat.messages[1:] if message.from_bot)


def _is_answered(sent: Message | Query) -> bool:
    return bool(sent.answers) if isinstance(sent, Query) else sent.chat.last.from_bot


def words(sent: Message | Query) -> tuple[int, str]:
    """In whose chat, and what."""
    return (sent.by.id, sent.data) if isinstance(sent, Query) else (sent.chat.id, sent.text)
