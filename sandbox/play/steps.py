"""What a story is made of, and how what people do is held against it. Nothing here does anything."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import astuple, dataclass, field
from itertools import takewhile
from typing import NamedTuple

from bot.buttons import Press
from bot.texts import everywhere

TELLING = {"says", "sends", "forwards", "location", "venue"}
"""Acts that bring words or something to look at."""
WRITING = {"says", "presses"}

Heard = frozenset[tuple[str, type[Press]]]


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done at the page by `who` (a key of the cast, "" for nobody): `act`, as it is called
    there; `group`, "" for the private chat with the bot; `said`, its words, its link, or its key's label;
    `heard`, to whom the bot wrote while time passed, with which buttons."""

    who: str
    act: str
    group: str = ""
    said: str = ""
    press: type[Press] | None = None
    heard: Heard = frozenset()


@dataclass(frozen=True, slots=True)
class Step(ABC):
    """What somebody does next in a story; `text` is the key of the words that ask for it, `who` and `group`
    are as in ``Deed``."""

    who: str
    text: str
    group: str = field(default="", kw_only=True)

    @abstractmethod
    def fits(self, deed: Deed) -> bool:
        """Whether a deed of theirs was the step, in whatever way it was done."""


@dataclass(frozen=True, slots=True)
class Opens(Step):
    """Opens a link of the bot."""

    payload: str

    def fits(self, deed: Deed) -> bool:
        typed = deed.act == "says" and deed.said == f"/start {self.payload}"
        return typed or (deed.act == "start" and deed.said == self.payload)


@dataclass(frozen=True, slots=True)
class Presses(Step):
    """Presses a key below the chat, or sends the command that does the same; `label` is a text key."""

    label: str
    command: str

    def fits(self, deed: Deed) -> bool:
        return deed.act in WRITING and deed.said in {*everywhere(self.label), self.command}


@dataclass(frozen=True, slots=True)
class Tells(Step):
    """Says something: the words of a text key, or a command as it is."""

    words: str = ""

    def fits(self, deed: Deed) -> bool:
        same = deed.said.startswith("/") == self.words.startswith(
            "/"
        )  # words are no command, nor the reverse
        return deed.act in TELLING and deed.group == self.group and same


@dataclass(frozen=True, slots=True)
class Sends(Tells):
    """Sends one of the samples, with words or without."""

    sample: str = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Taps(Step):
    """Taps a button. `which`, where there are several: the last of its numbers, or a part of its label."""

    press: type[Press]
    which: int | str | None = None

    def fits(self, deed: Deed) -> bool:
        return deed.act == "taps" and deed.press is self.press

    def leads(self, label: str, press: Press) -> bool:
        """Whether this is the button."""
        if type(press) is not self.press:
            return False
        if isinstance(self.which, int):
            return bool(astuple(press)[-1] == self.which)
        return self.which is None or self.which in label


@dataclass(frozen=True, slots=True)
class Passes(Step):
    """Some minutes go by; nobody does anything."""

    minutes: int

    def fits(self, deed: Deed) -> bool:
        return deed.act == "passes"


@dataclass(frozen=True, slots=True)
class Waits(Step):
    """Deadline after deadline goes by, until the bot sends `whom` a card with this button."""

    whom: str
    press: type[Press]

    def fits(self, deed: Deed) -> bool:
        return deed.act == "passes" and (self.whom, self.press) in deed.heard


class Story(NamedTuple):
    """A story: the key of its title, and its steps."""

    title: str
    steps: tuple[Step, ...]


def after(steps: Sequence[Step], at: int, deed: Deed) -> int:
    """Which step comes next when this was done while step `at` was: the one behind the first that it fits,
    else still the same. Words and files may be about anything, so they do not lead past another's step; one
    stretch of time may be all that several steps in a row wait for."""
    for number, step in enumerate(steps[at:], at):
        if deed.act in TELLING and step.who != deed.who:
            break
        if step.who == deed.who and step.fits(deed):
            waiting = takewhile(lambda each: isinstance(each, Waits) and each.fits(deed), steps[number + 1 :])
            return number + 1 + len([*waiting])
    return at
