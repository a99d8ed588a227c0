"""What is done at the page to the play itself: its time, its troubles, its bot, its guide."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from sandbox.play.given import Given, Refused
from sandbox.play.guide import Guide
from sandbox.play.play import MOVED
from sandbox.play.stories import STORIES
from sandbox.play.trouble import KINDS

MOST_MINUTES = 60 * 24 * 60
"""Further ahead than two months nobody wants to look at once."""


async def passes(given: Given) -> str:
    """Let time go by: some minutes, to the next deadline, or to the next working morning."""
    play = given.play
    if play.moving:
        raise Refused("page-refused-moving")
    now, to = play.tg.clock.now(), given.text("to", "")
    if to == "morning":
        until = play.morning()
    elif to == "deadline":
        await play.look_ahead()
        if play.deadline is None:
            raise Refused("page-refused-no-deadline")
        until = play.deadline.at + MOVED
    else:
        minutes = given.number("minutes") or 0
        if not 0 < minutes <= MOST_MINUTES:
            raise Refused("page-refused-incomplete")
        until = now + timedelta(minutes=minutes)
    await play.pass_to(until)
    return until.astimezone(play.zone).strftime("%m-%d %H:%M")


async def trouble(given: Given) -> str:
    """Switch a trouble of Telegram's on or off."""
    if (kind := given.text("kind")) not in KINDS:
        raise Refused("page-refused-unknown")
    given.play.troubles.switch(kind, on=given.flag("on"))
    return kind


async def kill(given: Given) -> str:
    """Kill the bot, as a power cut does."""
    await given.play.bot.kill()
    return ""


async def launch(given: Given) -> str:
    """Start the bot again."""
    await given.play.launch()
    return ""


async def story(given: Given) -> str:
    """Be guided through a story; through none, where none is named."""
    name = given.text("name", "")
    if name and name not in STORIES:
        raise Refused("page-refused-unknown")
    given.play.guide = Guide(given.play, name) if name else None
    return name


async def step(given: Given) -> str:
    """Let the guide do its next step."""
    if given.play.guide is None:
        raise Refused("page-refused-unknown")
    await given.play.guide.do()
    return ""


async def replay(given: Given) -> str:
    """Play a story by itself, at reading speed."""
    name = given.text("name")
    if name not in STORIES:
        raise Refused("page-refused-unknown")
    given.play.replay(name)
    return name


DIRECTIONS: dict[str, Callable[[Given], Awaitable[str]]] = {
    direction.__name__: direction for direction in (passes, trouble, kill, launch, story, step, replay)
}
