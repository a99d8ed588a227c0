"""Those with a post in one's grid: who is linked, an invitation for whoever is not, another account."""

from bot.buttons import Invite, MoveAccount, MoveForSure, OpenPeople, OpenPerson
from bot.dispatch import linking, my_grid
from bot.dispatch.refusals import Gone, NotYours
from bot.scene import Answer, Tap
from bot.tap import on_tap
from storage import cards, grids, outbox, people
from storage.records import Lane, Role


async def open_people(tap: Tap, press: OpenPeople) -> Answer:
    """A page of who there is: on the list that was tapped, or below another card on which the button stands.
    One that is not known yet is not adopted, as it may be either."""
    await _check(tap, press.grid_id)
    view: dict[str, object] = {"grid": press.grid_id, "page": press.page, "person": None, "sure": False}
    card = await cards.find(tap.tx, tap.chat_id, tap.message_id)
    if card and card.kind == "people":
        return await _turn(tap, view)
    await outbox.say(tap.tx, kind="people", person_id=tap.person.id, data=view, now=tap.now, lane=Lane.ANSWER)
    return Answer("answer-done")


async def open_person(tap: Tap, press: OpenPerson) -> Answer:
    """One of them; whether the reader may see them is looked at when it is drawn."""
    await _check(tap, press.grid_id)
    person = press.person_id
    return await _turn(tap, {"grid": press.grid_id, "page": press.page, "person": person, "sure": False})


async def invite(tap: Tap, press: Invite) -> Answer:
    """Their link, as words and as a picture, in a message of its own that can be passed on."""
    _in_private(tap)
    secret = await linking.give_invitation(tap.tx, press.person_id, by=tap.person, now=tap.now)
    await _send(tap, press.person_id, secret)
    return Answer("answer-invitation")


async def move_account(tap: Tap, press: MoveAccount) -> Answer:
    """Ask first."""
    _in_private(tap)
    await linking.movable(tap.tx, press.person_id, by=tap.person, now=tap.now)
    return await _turn(tap, {"person": press.person_id, "sure": True})


async def move_for_sure(tap: Tap, press: MoveForSure) -> Answer:
    _in_private(tap)
    secret = await linking.move(tap.tx, press.person_id, by=tap.person, rules=tap.rules, now=tap.now)
    await _turn(tap, {"person": press.person_id, "sure": False})
    await _send(tap, press.person_id, secret)
    return Answer("answer-account-free")


async def _check(tap: Tap, grid_id: int) -> None:
    """Only those who manage look after people, each in their grids."""
    _in_private(tap)
    if grid_id == 0:
        held = await people.posts_of(tap.tx, tap.person.id, tap.now)
        if not any(post.role in (Role.ADMIN, *my_grid.MANAGING) for post in held):
            raise NotYours
        return
    if await grids.get(tap.tx, grid_id) is None:
        raise Gone
    if not await my_grid.may_manage(tap.tx, tap.person.id, grid_id, tap.now):
        raise NotYours


def _in_private(tap: Tap) -> None:
    if tap.chat_id != tap.person.telegram_id:
        raise Gone


async def _turn(tap: Tap, view: dict[str, object]) -> Answer:
    """Open another page on the list that was tapped."""
    await tap.turn_to(await tap.card("people"), view)
    return Answer("answer-done")


async def _send(tap: Tap, person_id: int, secret: str) -> None:
    await outbox.say(
        tap.tx,
        kind="invitation",
        person_id=tap.person.id,
        data={"person": person_id, "link": tap.house.link(linking.PREFIX + secret)},
        now=tap.now,
        lane=Lane.ANSWER,
    )


taps = [
    on_tap(OpenPeople, open_people),
    on_tap(OpenPerson, open_person),
    on_tap(Invite, invite),
    on_tap(MoveAccount, move_account),
    on_tap(MoveForSure, move_for_sure),
]
