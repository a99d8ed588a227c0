"""Leads through a story, step by step: notices what was done by hand, and does the rest when asked to."""

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from bot.buttons import parse
from sandbox.play.doing import (
    SUBJECTS,
    act_for,
    group_of,
    heard_since,
    is_of_story,
    known_to,
    pass_time,
    person_of,
    place_of,
    words_of,
)
from sandbox.play.given import Given, Refused
from sandbox.play.steps import Deed, Step, after
from sandbox.play.stories import STORIES

if TYPE_CHECKING:
    from sandbox.play.play import Play

SETTLING = 2.0
"""Seconds in which the bot takes up what was done before."""
BREATH, LONGEST = 1.2, 4.0
"""Seconds of a replay between two steps: at least, and at most."""
READ = 30
"""Characters read in a second."""
SAID = ("payload", "text", "label", "caption")


class Guide:
    """Knows the next step of a story that begins now."""

    def __init__(self, play: "Play", name: str) -> None:
        self.playing = False
        self._play, self._name = play, name
        self._steps = STORIES[name].steps
        self._at = 0
        self._busy = False
        self._known = known_to(play.tg)

    @property
    def over(self) -> bool:
        """Whether all has been done."""
        return self._at == len(self._steps)

    @property
    def step(self) -> Step:
        """The step that comes next; when all has been done, the last."""
        return self._steps[min(self._at, len(self._steps) - 1)]

    def view(self) -> dict[str, Any]:
        """The next step, for the page."""
        step = self.step
        who = None if self.over else person_of(self._play, step)
        return {
            "name": self._name,
            "step": min(self._at + 1, len(self._steps)),
            "of": len(self._steps),
            "person": who and who.id,
            "chat": who and place_of(self._play, step, who).id,
            "text": step.text,
            "values": {"words": words_of(self._play, step)},
            "over": self.over,
        }

    # What is kept of it

    def kept(self) -> dict[str, Any]:
        """Where it is in its story, as JSON, for ``again``."""
        known = {kind.__name__: number for kind, number in self._known.items()}
        return {"name": self._name, "at": self._at, "known": known}

    @classmethod
    def again(cls, play: "Play", kept: dict[str, Any]) -> "Guide":
        """The guide as it was when this was kept."""
        guide = cls(play, kept["name"])
        guide._at = kept["at"]
        guide._known = {
            kind: kept["known"][kind.__name__] for kind in SUBJECTS if kind.__name__ in kept["known"]
        }
        return guide

    # What is done by hand

    def noticed(self, given: Given, act: str) -> None:
        """Somebody has done something in Telegram."""
        if given.someone is not None and given.someone.id in self._play.people.members:
            self._saw(self._deed(given, act))

    def time_passed(self, began: float) -> None:
        """Time has passed since that moment."""
        self._saw(Deed("", "passes", heard=heard_since(self._play, began, self._known)))

    def _deed(self, given: Given, act: str) -> Deed:
        people = self._play.people
        group = next((key for key in people.groups if group_of(self._play, key) is given.chat), "")
        said = next((said for name in SAID if (said := given.text(name, ""))), "")
        press = parse(given.text("data", ""))
        tapped = type(press) if press and is_of_story(press, self._known) else None
        return Deed(people.members[given.by.id].key, act, group, said, tapped)

    def _saw(self, deed: Deed) -> None:
        self._at = after(self._steps, self._at, deed)
        self._play.feed.play_changed()

    # What the guide does

    async def do(self) -> None:
        """Do the next step, as soon as the bot has brought what it needs; ``Refused`` where it does not.
        A second wish while it is being done is none."""
        if self.over or self._busy:
            return
        self._busy = True
        try:
            with suppress(TimeoutError):
                await self._play.tg.quiet(SETTLING)
            await self._do(self.step)
        finally:
            self._busy = False

    async def _do(self, step: Step) -> None:
        who = person_of(self._play, step)
        if who is None:
            await pass_time(self._play, step, self._known)
            return
        act = await act_for(self._play, step, who, self._known)
        if self.step is step and self._play.guide is self:  # else it was done by hand meanwhile
            self._play.do(Given(self._play, act, []), act["act"])

    async def play(self, pace: float = 1.0) -> None:
        """Do all steps one after the other at reading speed, times ``pace``; at 0 the clock is moved instead.
        It ends by itself, at the latest at a step that cannot be done."""
        self.playing = True
        self._play.feed.play_changed()
        try:
            await asyncio.sleep(BREATH * pace)  # the first step is to be read before it is done
            while not self.over and self._play.guide is self:
                written = self._written()
                await self.do()
                if pace:
                    await self._read(written, pace)
                else:
                    await self._play.move_to(self._play.tg.clock.timestamp() + LONGEST)
        except Refused:
            return
        finally:
            self.playing = False
            self._play.feed.play_changed()

    async def _read(self, written: int, pace: float) -> None:
        """Let a reader read what has come since so much stood there."""
        await asyncio.sleep(BREATH * pace)
        came = (self._written() - written) / READ
        await asyncio.sleep(min(came, LONGEST - BREATH) * pace)

    def _written(self) -> int:
        """How much stands in all chats."""
        return sum(len(m.text) for chat in self._play.tg.chats.values() for m in chat.messages)
