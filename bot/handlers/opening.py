"""Opening one request, and its history: for those who have to do with it."""

from bot.buttons import OpenRequest, PressOnRequest, ShowHistory
from bot.dispatch import outcomes
from bot.dispatch.permissions import Relation
from bot.dispatch.refusals import Gone, NotYours
from bot.scene import Answer, Scene, Tap
from bot.tap import on_tap
from storage import cards, outbox, requests
from storage.records import Lane, Request

CARDS = (
    (Relation.RESPONSIBLE, "request"),
    (Relation.SUPERVISOR, "request"),
    (Relation.ADMIN, "request"),
    (Relation.OFFICE, "request"),
    (Relation.INFORMED, "informed"),
    (Relation.RESIDENT, "receipt"),
)
"""What somebody is to a request → the card they see of it."""


async def show_request(scene: Scene, request: Request) -> bool:
    """Post the request's card for the person; False, and nothing, if they have nothing to do with it."""
    kind = await kind_for(scene, request)
    if kind:
        await outbox.say(
            scene.tx,
            kind=kind,
            person_id=scene.person.id,
            request_id=request.id,
            now=scene.now,
            lane=Lane.ANSWER,
        )
    return kind is not None


async def kind_for(scene: Scene, request: Request) -> str | None:
    """The kind of the card on which the person sees the request; None if they may not."""
    are = await outcomes.relations_of(scene.tx, scene.person, request, scene.now)
    return next((kind for relation, kind in CARDS if relation in are), None)


async def open_page(tap: Tap, press: PressOnRequest, page: str) -> None:
    """Open a page of the tapped card of a request. Raises Gone, or NotYours."""
    request = await _request(tap, press)
    kind = await kind_for(tap, request)
    if kind is None:
        raise NotYours
    await tap.turn_to(await tap.card(kind, request_id=request.id), {"page": page})


async def open_request(tap: Tap, press: OpenRequest) -> Answer:
    """One of a list, which is drawn anew as well."""
    if not await show_request(tap, await _request(tap, press)):
        raise NotYours
    card = await cards.find(tap.tx, tap.chat_id, tap.message_id)
    if card:
        await outbox.refresh_card(tap.tx, card.id, tap.now)
    return Answer("answer-done")


async def show_history(tap: Tap, press: ShowHistory) -> Answer:
    await open_page(tap, press, "history")
    return Answer("answer-done")


async def _request(tap: Tap, press: PressOnRequest) -> Request:
    request = await requests.get(tap.tx, press.request_id)
    if request is None:
        raise Gone
    return request


taps = [on_tap(OpenRequest, open_request), on_tap(ShowHistory, show_history)]
