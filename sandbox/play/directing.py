"""What is done at the page to the play itself: its time, its troubles, its bot, its guide."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from sandbox.play.given import Given, Refused
from sandbox.play.guide import Guide
from sandbox.play.stories import STORIES
from sandbox.play.trouble import KINDS

MOST_MINUTES = 60 * 24 * 60
"""Further ahead than two months nobody wants to look at once."""


async def passes(given: Given) -> None:
    """Let time go by: some minutes, to the next deadline, or to the next working morning."""
    play = given.play
    if play.moving:
        raise Refused("page-refused-moving")
    now, to = play.tg.clock.now(), given.text("to", "")
    if to == "morning":
        until = play.morning()
    elif to == "deadline":
        until = await play.past_deadline()
    else:
        minutes = given.number("minutes") or 0
        if not 0 < minutes <= MOST_MINUTES:
            raise Refused("page-refused-incomplete")
        until = now + timedelta(minutes=minutes)
    await play.pass_to(until)


async def trouble(given: Given) -> None:
    """Switch a trouble of Telegram's on or off."""
    if (kind := given.text("kind")) not in KINDS:
        raise Refused("page-refused-unknown")
    given.play.troubles.switch(kind, on=given.flag("on"))


async def kill(given: Given) -> None:
    """Kill the bot, as a power cut does."""
    await given.play.bot.kill()


async def launch(given: Given) -> None:
    """Start the bot again."""
    given.play.begin(given.play.launch())


async def story(given: Given) -> None:
    """Be guided through a story; through none, where none is named."""
    name = given.text("name", "")
    if name and name not in STORIES:
        raise Refused("page-refused-unknown")
    given.play.guide = Guide(given.play, name) if name else None


async def step(given: Given) -> None:
    """Let the guide do its next step."""
    if given.play.guide is None:
        raise Refused("page-refused-unknown")
    await given.play.guide.do()


async def replay(given: Given) -> None:
    """Play a story by itself, at reading speed."""
    name = given.text("name")
    if name not in STORIES:
        raise Refused("page-refused-unknown")
    given.play.replay(name)


def particular(given: Given) -> str:
    """What tells a direction from others of its name: which trouble, how many minutes."""
    minutes = given.number("minutes")
    return f"+{minutes:g}" if minutes else given.text("kind", "")


DIRECTIONS: dict[str, Callable[[Given], Awaitable[None]]] = {
    direction.__name__: direction for direction in (passes, trouble, kill, launch, story, step, replay)
}
