"""A play saved in a file, and gone on with from there.

Both halves, Telegram and the bot's database, are taken while the bot is away, so that they agree. What people
do meanwhile is kept: in Telegram it waits for the bot.
"""

import asyncio
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from sandbox.keeping import dump
from sandbox.play.archive import NoState, State, TooLarge, pack, unpack
from sandbox.play.database import made_usable, put_in_place, read_whole
from sandbox.play.given import Refused
from sandbox.play.guide import Guide
from sandbox.play.seating import seated
from sandbox.restoring import restore
from sandbox.telegram import Telegram

if TYPE_CHECKING:
    from sandbox.play.play import Play

AWAKE = {"starting", "running"}


async def save(play: "Play") -> tuple[str, bytes]:
    """The play as it is now: a name for the file, and the file. ``Refused`` when it has grown too large."""
    async with play.still:
        was_awake = play.bot.state in AWAKE
        await play.bot.stop()
        try:
            state = await _taken(play)
        finally:
            if was_awake:
                play.begin(play.launch())
    saved = datetime.fromtimestamp(state.telegram["clock"], play.zone)
    try:
        return f"redvest-sandbox-{saved:%Y-%m-%d-%H%M}.zip", await asyncio.to_thread(pack, state)
    except TooLarge:
        raise Refused("page-refused-too-large") from None


async def load(play: "Play", packed: bytes) -> None:
    """Let the play go on from where it was saved. ``Refused``, and it goes on as it was, when the file holds
    no play, or one that this version cannot go on with. There is no trouble in a play that was loaded."""
    try:
        state = await usable(await asyncio.to_thread(unpack, packed), play.tg)
    except NoState:
        raise Refused("page-refused-state") from None
    await play.halt()
    async with play.still:
        was_awake, troubled = play.bot.state in AWAKE, play.troubles.view()
        await play.bot.stop()
        before = await _taken(play)
        _switch(play, dict.fromkeys(troubled, False))
        if await resume(play, state):
            return
        await play.bot.stop()
        _put(play, before)
        _switch(play, troubled)
        if was_awake:
            play.begin(play.launch())
    raise Refused("page-refused-state")


async def go_on(play: "Play", saved: State) -> None:
    """Begin with a saved play; NoState when that cannot be."""
    if not await resume(play, await usable(saved, play.tg)):
        raise NoState("the bot does not start with it")


async def usable(state: State, tg: Telegram) -> State:
    """The state, its database brought to the newest revision, held against all that can be known before it
    is played; NoState when it cannot be played."""
    spare = Telegram(token=tg.token, username=tg.username)
    try:
        restore(spare, state.telegram, state.files)
        seated(spare)
    except (LookupError, ValueError) as error:
        raise NoState(str(error)) from error
    return replace(state, database=await made_usable(state.database))


async def resume(play: "Play", state: State) -> bool:
    """Put everything in its place where no bot runs, and start the bot; whether it runs."""
    _put(play, state)
    await play.bot.launch(play.tg.clock.timestamp())
    await play.look_ahead()
    return play.bot.state == "running"


async def _taken(play: "Play") -> State:
    """All of the play, while its bot is away."""
    telegram, files = dump(play.tg), [file.data for file in play.tg.files.all]
    guide = play.guide.kept() if play.guide else None
    return State(telegram, files, await asyncio.to_thread(read_whole, play.database), play.language, guide)


def _put(play: "Play", state: State) -> None:
    put_in_place(play.database, state.database)
    restore(play.tg, state.telegram, state.files)
    play.people, play.deadline = seated(play.tg), None
    play.language = state.language
    play.bot.speak(state.language)
    play.guide = Guide.again(play, state.guide) if state.guide else None
    play.feed.forget()


def _switch(play: "Play", troubles: dict[str, bool]) -> None:
    for kind, on in troubles.items():
        play.troubles.switch(kind, on=on)
