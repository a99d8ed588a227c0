"""`/start` with what a link brought along, and the menu."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.dispatch import intake, linking, menus, numbers
from bot.dispatch.menus import Why
from bot.handlers import asking, homes, opening, report
from bot.scene import Command, Said, Scene
from bot.tap import PRIVATE, on_command
from storage import outbox, requests
from storage.records import Request

ONE_TAP = timedelta(minutes=1)


async def start(command: Command) -> None:
    """Open the menu, or follow the link."""
    word, _, rest = command.argument.partition("_")
    if rest and word in LINKS:
        await LINKS[word](command, rest)
    elif word == "claim":
        await _greet(command, Why.CLAIM)
    elif not await _just_welcomed_back(command):
        await _greet(command, Why.START)


async def join(command: Command, secret: str) -> None:
    """An invitation: this account is that person of the roster."""
    person = await linking.join(command.tx, command.person, secret, rules=command.rules, now=command.now)
    await menus.greet(command.tx, person.id, Why.LINKED, command.now)


async def at_grid(command: Command, code: str) -> None:
    """The poster at the door: a report from there."""
    await asking.drop(command)
    await _introduce(command)
    grid_id = await intake.grid_of_poster(command.tx, code)
    if grid_id is None:
        await command.reply("refused-unknown-grid")
    else:
        await homes.scanned(command, grid_id)
    await report.begin(command, grid_id)


async def open_request(command: Command, number: str) -> None:
    """One request, for those who have to do with it."""
    await _introduce(command)
    found = await _request(command, number)
    if found is None or not await opening.show_request(command, found):
        await command.reply("no-number")


async def _request(command: Command, number: str) -> Request | None:
    for candidate in numbers.find_numbers(number):
        found = await requests.by_number(command.tx, candidate)
        if found:
            return found
    return None


async def unknown(said: Said) -> None:
    """A command there is not: show what there is."""
    await _greet(said, Why.START)


async def _greet(scene: Scene, why: Why) -> None:
    await menus.greet(scene.tx, scene.person.id, why, scene.now)


async def _introduce(command: Command) -> None:
    """Whoever comes for the first time, by a link, is given the menu before what they came for."""
    if command.person.menu is None:
        await _greet(command, Why.LINK)


async def _just_welcomed_back(command: Command) -> bool:
    """Unblocking and Start are one tap: both come here, and one welcome is enough."""
    last = await outbox.newest(command.tx, person_id=command.person.id, kind="welcome")
    return last is not None and last.data.get("why") == Why.BACK and last.created_at > command.now - ONE_TAP


LINKS: dict[str, Callable[[Command, str], Awaitable[None]]] = {
    "join": join,
    "at": at_grid,
    "req": open_request,
}

routes = [on_command("start", start, where=PRIVATE)]
