"""`/start` with what a link brought along, and the menu."""

from collections.abc import Awaitable, Callable

from bot.dispatch import intake, linking, numbers, outcomes
from bot.dispatch.permissions import Relation
from bot.handlers import asking
from bot.tap import PRIVATE, Command, Said, Scene, on_command
from storage import outbox, requests
from storage.records import Lane, Person, Request


async def start(command: Command) -> None:
    """Open the menu, or follow the link."""
    word, _, rest = command.argument.partition("_")
    if rest and word in LINKS:
        await LINKS[word](command, rest)
    else:
        await _welcome(command, command.person, claim=word == "claim")


async def join(command: Command, secret: str) -> None:
    """An invitation: this account is that person of the roster."""
    person = await linking.join(command.tx, command.person, secret, rules=command.rules, now=command.now)
    await _welcome(command, person, linked=True)


async def at_grid(command: Command, code: str) -> None:
    """The poster at the door: a report from there."""
    await asking.drop(command)
    grid_id = await intake.grid_of_poster(command.tx, code)
    if grid_id is None:
        await command.reply("refused-unknown-grid")
    await intake.begin(command.tx, command.person, words="", grid_id=grid_id, now=command.now)


async def open_request(command: Command, number: str) -> None:
    """One request, for those who have to do with it."""
    found = await _request(command, number)
    are: frozenset[Relation] = frozenset()
    if found:
        are = await outcomes.relations_of(command.tx, command.person, found, command.now)
    kind = next((kind for relation, kind in CARDS if relation in are), None)
    if found is None or kind is None:
        await command.reply("no-number")
        return
    await outbox.say(
        command.tx,
        kind=kind,
        person_id=command.person.id,
        request_id=found.id,
        now=command.now,
        lane=Lane.ANSWER,
    )


async def _request(command: Command, number: str) -> Request | None:
    for candidate in numbers.find_numbers(number):
        found = await requests.by_number(command.tx, candidate)
        if found:
            return found
    return None


async def unknown(said: Said) -> None:
    """A command there is not: show what there is."""
    await _welcome(said, said.person)


async def _welcome(scene: Scene, person: Person, **view: bool) -> None:
    await outbox.say(
        scene.tx,
        kind="welcome",
        person_id=person.id,
        data={name: True for name, yes in view.items() if yes},
        now=scene.now,
        lane=Lane.ANSWER,
    )


LINKS: dict[str, Callable[[Command, str], Awaitable[None]]] = {
    "join": join,
    "at": at_grid,
    "req": open_request,
}
CARDS = (
    (Relation.RESPONSIBLE, "request"),
    (Relation.SUPERVISOR, "request"),
    (Relation.ADMIN, "request"),
    (Relation.RESIDENT, "receipt"),
)
"""What somebody is to a request → the card they see of it, the nearest first."""

routes = [on_command("start", start, where=PRIVATE)]
