"""How a step of a story is done: where, with which words, and on which button."""

from collections.abc import Iterator
from dataclasses import astuple
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.buttons import Press, PressOnDraft, PressOnRequest, PressOnTask, parse
from bot.texts import everywhere, language_of, plain_text
from sandbox.actors import Person
from sandbox.chats import Chat
from sandbox.messages import Message
from sandbox.play.given import Refused
from sandbox.play.steps import Heard, Opens, Passes, Presses, Sends, Step, Taps, Tells, Waits
from sandbox.play.view import is_inside
from sandbox.sample import media
from sandbox.telegram import Telegram

if TYPE_CHECKING:
    from sandbox.play.play import Play

PATIENCE = 10.0
"""Seconds that the bot has to bring the button of a step."""
MOST_DEADLINES = 12
"""So many deadlines may be of something else before a step gives up."""

SUBJECTS = (PressOnRequest, PressOnTask, PressOnDraft)

Known = dict[type[Press], int]
"""The highest number of a draft, a request and a task there was when a story began: its own come after."""


def known_to(tg: Telegram) -> Known:
    """What is the subject of any button by now."""
    found: Known = {}
    for press in (
        press for chat in tg.chats.values() for message in chat.messages for press in _presses(message)
    ):
        for kind in SUBJECTS:
            if isinstance(press, kind):
                found[kind] = max(found.get(kind, 0), astuple(press)[0])
    return found


def is_of_story(press: Press, known: Known) -> bool:
    """Whether a button is about something newer than that."""
    return all(astuple(press)[0] > number for kind, number in known.items() if isinstance(press, kind))


def _presses(message: Message) -> Iterator[Press]:
    for row in message.buttons:
        for _, data in row:
            if (press := parse(data)) is not None:
                yield press


def person_of(play: "Play", step: Step) -> Person | None:
    """Who does it; None for time."""
    return play.people.by_key.get(step.who)


def group_of(play: "Play", key: str) -> Chat:
    """A group of the sample, wherever it has moved."""
    chat = play.people.groups[key]
    while chat.upgraded_to is not None:
        chat = chat.upgraded_to
    return chat


def place_of(play: "Play", step: Step, who: Person) -> Chat:
    """Where it is to be done."""
    return group_of(play, step.group) if step.group else who.chat


def words_of(play: "Play", step: Step) -> str:
    """What is said, in the language of who says it; "" for nothing."""
    who = person_of(play, step)
    if who is None or not isinstance(step, Tells):
        return ""
    if not step.words or step.words.startswith("/"):
        return step.words
    return plain_text(language_of(who.user.get("language_code"), play.language), step.words)


async def act_for(play: "Play", step: Step, who: Person, known: Known) -> dict[str, Any]:
    """What the page sends when somebody does it by hand, as soon as that can be done; else ``Refused``."""
    there = {"by": who.id, "chat": place_of(play, step, who).id}
    match step:
        case Opens():
            return {"act": "start", "by": who.id, "payload": step.payload}
        case Presses():
            return there | _key(step, who)
        case Sends():
            kind = {sample.name: sample.kind for sample in media.SAMPLES}[step.sample]
            sent = {"act": "sends", "kind": kind, "sample": step.sample}
            return there | sent | {"caption": words_of(play, step)}
        case Tells():
            return there | {"act": "says", "text": words_of(play, step)}
        case Taps():
            message, data = await _button(play, step, who, known)
            return {"act": "taps", "by": who.id, "chat": message.chat.id, "message": message.id, "data": data}
    raise TypeError(step)


def _key(step: Presses, who: Person) -> dict[str, str]:
    """The key, or where it is not there, the command that does the same."""
    try:
        labels = [label for row in who.chat.keyboard_message.keys for label in row]
    except LookupError:
        labels = []
    label = next((label for label in labels if label in everywhere(step.label)), None)
    return {"act": "presses", "label": label} if label else {"act": "says", "text": step.command}


async def _button(play: "Play", step: Taps, who: Person, known: Known) -> tuple[Message, str]:
    """The button and what it stands under."""
    found: list[tuple[Message, str]] = []

    def there() -> bool:
        found[:] = [_newest(play, step, who, known)]
        return True

    try:
        await play.tg.until(there, PATIENCE)
    except TimeoutError:
        raise Refused("page-refused-story") from None
    return found[0]


def _newest(play: "Play", step: Taps, who: Person, known: Known) -> tuple[Message, str]:
    """The button under the newest message that has it, first where it is looked for; LookupError for none."""
    place = place_of(play, step, who)
    others = [who.chat, *(chat for chat in play.tg.chats.values() if is_inside(who, chat))]
    for chat in (place, *others):
        for message in reversed(chat.messages):
            for label, data in (button for row in message.buttons for button in row):
                press = parse(data)
                if press and step.leads(label, press) and is_of_story(press, known):
                    return message, data
    raise LookupError(step.text)


async def pass_time(play: "Play", step: Step, known: Known) -> None:
    """Let time go by: some minutes, or until somebody hears from the bot."""
    if play.moving:
        raise Refused("page-refused-moving")
    if isinstance(step, Passes):
        await play.pass_to(play.tg.clock.now() + timedelta(minutes=step.minutes))
    elif isinstance(step, Waits):
        for _ in range(MOST_DEADLINES):
            begins = play.tg.clock.timestamp()
            await play.pass_to(await play.past_deadline())
            if (step.whom, step.press) in heard_since(play, begins, known):
                return
        raise Refused("page-refused-story")


def heard_since(play: "Play", seconds: float, known: Known) -> Heard:
    """To whom of the cast the bot has written in private after that moment, with which buttons of a story.
    Messages bear whole seconds, so what came in the same one is before."""
    return frozenset(
        (key, type(press))
        for key, person in play.people.by_key.items()
        for message in person.chat.messages
        if message.from_bot and message.json["date"] > seconds
        for press in _presses(message)
        if is_of_story(press, known)
    )
