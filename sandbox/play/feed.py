"""What has changed, gathered and told to every open page as Server-Sent Events."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncGenerator, Callable
from typing import TYPE_CHECKING, Any

from sandbox.actors import Person
from sandbox.chats import Chat
from sandbox.messages import Message
from sandbox.play.state import at_hand, play_view
from sandbox.play.view import Json, call_view, chat_view, message_view, person_view
from sandbox.queries import Query
from sandbox.sample.places import place_names
from sandbox.telegram import Telegram
from sandbox.watching import Call, Commands, Shown, Typing

if TYPE_CHECKING:
    from sandbox.play.play import Play

GATHERING = 0.02
"""Seconds of changes that are told at once."""
CALLS_SHOWN = 300
ACTS_SHOWN = 100
LOOK_AHEAD = 0.4
"""Seconds after the bot's last call at which its next deadline is asked for."""
FAR_BEHIND = 200
"""Events a page may leave unread; then it is let go, and comes again for everything anew."""


class Feed:
    """Watches a Telegram. ``show`` it the play; each page takes ``events``."""

    def __init__(self, tg: Telegram) -> None:
        self._tg = tg
        self._play: Play | None = None
        self._places = place_names()
        self._changed: dict[int, Any] = {}  # by id(): persons, chats and messages
        self._new: dict[str, list[Any]] = {}
        self._pages: set[asyncio.Queue[str | None]] = set()
        self.seen = asyncio.Event()
        """Set once a page has been opened."""
        self._calls: deque[Json] = deque(maxlen=CALLS_SHOWN)
        self._acts: deque[Json] = deque(maxlen=ACTS_SHOWN)
        self._call_count = self._act_count = 0
        self._telling: asyncio.TimerHandle | None = None
        self._looking: asyncio.TimerHandle | None = None
        tg.watchers.append(self.watch)

    def show(self, play: "Play") -> None:
        """From now on the play's own state is told too."""
        self._play = play

    def watch(self, thing: Shown) -> None:
        """Something has come or changed in Telegram."""
        match thing:
            case Call():
                self._call(thing)
            case Query():
                answer = thing.answers[-1]
                toast = {"person": thing.by.id, "text": answer.text, "alert": answer.alert, "url": answer.url}
                self._add("toasts", toast)
            case Typing():
                self._add("typing", thing.chat.id)
            case Commands():
                self._change(*self._tg.persons.values())
            case Message():
                self._change(thing, *((thing.chat,) if thing.keyboard is not None or thing.from_bot else ()))
            case Chat():
                inside = [self._tg.persons[number] for number in thing.members if number in self._tg.persons]
                self._change(thing, *inside)
            case Person():
                self._change(thing, thing.chat)

    def act(self, name: str, by: Person | None, words: str) -> None:
        """Somebody at the page has done something; the calls that follow belong to it."""
        self._act_count += 1
        done = {"no": self._act_count, "at": self._tg.clock.now().isoformat(), "name": name}
        self._acts.append(done | {"by": by and by.id, "words": words})
        self._add("acts", self._acts[-1])

    def play_changed(self) -> None:
        """The clock, the bot, the troubles or the guide are not what they were."""
        self._add("play", {})

    async def events(self) -> AsyncGenerator[str, None]:
        """The JSON of each event for one page, the first with everything."""
        page: asyncio.Queue[str | None] = asyncio.Queue()
        self._tell()  # what was gathered is in the first event
        page.put_nowait(json.dumps(self._everything(), ensure_ascii=False))
        self._pages.add(page)
        self.seen.set()
        try:
            while (event := await page.get()) is not None:
                yield event
        finally:
            self._pages.discard(page)

    def close(self) -> None:
        """Tell nothing any more."""
        self._tg.watchers.remove(self.watch)
        for timer in (self._telling, self._looking):
            if timer is not None:
                timer.cancel()

    def forget(self) -> None:
        """Everything is another play's now: what was done and called before is told no more."""
        self._changed, self._new = {}, {}
        self._calls.clear()
        self._acts.clear()
        self.start_anew()

    def start_anew(self) -> None:
        """All pages come again for everything."""
        for page in [*self._pages]:
            self._let_go(page)

    def _let_go(self, page: "asyncio.Queue[str | None]") -> None:
        """This page is told nothing more, nor what it has left unread, but to come again."""
        self._pages.discard(page)
        while not page.empty():
            page.get_nowait()
        page.put_nowait(None)

    def _call(self, call: Call) -> None:
        self._call_count += 1
        play = self._play
        if play is None:
            return
        self._calls.append(call_view(call, self._call_count, self._act_count, play.zone))
        self._add("calls", self._calls[-1])
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._later(LOOK_AHEAD, self._look_ahead)

    def _look_ahead(self) -> None:
        if self._play is not None and not self._play.moving:
            self._play.begin(self._play.look_ahead())

    def _change(self, *things: Person | Chat | Message) -> None:
        self._changed.update((id(thing), thing) for thing in things)
        self._tell_soon()

    def _add(self, kind: str, what: Any) -> None:
        self._new.setdefault(kind, []).append(what)
        self._tell_soon()

    def _tell_soon(self) -> None:
        if self._telling is None:
            self._telling = self._later(GATHERING, self._tell)

    def _later(self, seconds: float, what: Callable[[], None]) -> asyncio.TimerHandle:
        return asyncio.get_running_loop().call_later(seconds, what)

    def _tell(self) -> None:
        if self._telling is not None:
            self._telling.cancel()
        self._telling = None
        changed, new = list(self._changed.values()), self._new
        self._changed, self._new = {}, {}
        if not self._pages or not (changed or new):
            return
        event = json.dumps(self._event(changed, new), ensure_ascii=False)
        for page in [*self._pages]:
            if page.qsize() > FAR_BEHIND:
                self._let_go(page)
            else:
                page.put_nowait(event)

    def _everything(self) -> Json:
        tg = self._tg
        messages = [message for chat in tg.chats.values() for message in chat.messages]
        news: dict[str, list[Any]] = {"calls": [*self._calls], "acts": [*self._acts], "play": []}
        event = self._event([*tg.persons.values(), *tg.chats.values(), *messages], news)
        return {"fresh": True, **event, "play": {**event.get("play", {}), **at_hand()}}

    def _event(self, changed: list[Any], new: dict[str, list[Any]]) -> Json:
        play = self._play
        if play is None:
            return {}
        members = play.people.members
        event: Json = {
            "people": [
                person_view(p, members.get(p.id), self._places) for p in changed if isinstance(p, Person)
            ],
            "chats": [chat_view(chat) for chat in changed if isinstance(chat, Chat)],
            "messages": [message_view(m, play.zone) for m in changed if isinstance(m, Message)],
        }
        return event | new | ({"play": play_view(play)} if "play" in new else {})
