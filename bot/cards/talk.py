"""What is said through the bot, what became of it, and words about people whom no message reaches."""

from datetime import UTC, datetime

from bot.buttons import About, pack
from bot.cards.page import Page, lines
from bot.cards.screen import Key, Medium, Screen
from bot.dispatch import outcomes, reaching, talk
from bot.dispatch.lifecycle import ENDED
from bot.dispatch.permissions import Relation, may_see_contact
from bot.texts import plain_text
from storage import people, pieces, requests
from storage.records import Person, Piece, PieceKind, Request, Role

ANSWERING_ROLES = (Role.LEADER, Role.DEPUTY, Role.SECRETARY)


async def said(page: Page) -> Screen | None:
    """The words or file of the other side: with the number, who speaks, and how to answer. Nothing of it is
    for those who have to do with the request no longer."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    piece = await pieces.get(page.tx, page.view["piece"])
    speaker = await people.get(page.tx, piece.person_id) if piece else None
    if request is None or piece is None or speaker is None or not await _may_read(page, request):
        return None
    part = page.view["part"]
    words = lines(
        await _speaker(page, request, speaker),
        page.text("said-words", words=piece.words) if piece.words else None,
        page.text("said-answer"),
    )
    return Screen("" if part == "file" else words, media=() if part == "words" else _media(piece))


def _media(piece: Piece) -> tuple[Medium, ...]:
    if piece.kind is PieceKind.TEXT:
        return ()
    return (Medium(piece.kind, piece.file_id, piece.latitude, piece.longitude),)


async def _may_read(page: Page, request: Request) -> bool:
    """Whether the reader is on one of the two sides still."""
    if page.reader is None:
        return False
    are = await outcomes.relations_of(page.tx, page.reader, request, page.now)
    return Relation.RESIDENT in are or may_see_contact(are)


async def _speaker(page: Page, request: Request, speaker: Person) -> str:
    """The name and what they are to the request; never the account."""
    said = {"number": request.number, "name": speaker.name}
    match Relation(page.view["as"]):
        case Relation.RESIDENT:
            return page.text("said-by-resident", **said)
        case Relation.CLAIMANT:
            return page.text("said-by-volunteer", **said)
        case _:
            return page.text("said-by-office", role=await _role(page, speaker), **said)


async def _role(page: Page, speaker: Person) -> str:
    """The post from which they answer."""
    grid_id = page.view["grid"]
    posts = await people.posts_of(page.tx, speaker.id, page.now)
    of_grid = [post.role for post in posts if post.grid_id == grid_id and post.role in ANSWERING_ROLES]
    role = of_grid[0] if grid_id is not None and of_grid else Role.ADMIN
    return await page.role_of(role, grid_id)


async def passed(page: Page) -> Screen | None:
    """What became of what was said: where it goes and when, or why nowhere."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    if request is None:
        return None
    leaves = datetime.fromtimestamp(page.view.get("at", 0), UTC)
    to = page.view.get("to")
    name = await page.name_of(to) if to else plain_text(page.language, "role-admin")
    text = page.text(page.view["text"], number=request.number, name=name, by=page.moment(leaves))
    unreached = page.view["text"] == "talk-unreached"
    return Screen(lines(text, await _call_or_visit(page, request) if unreached else None))


async def unreachable(page: Page) -> Screen | None:
    """No message reaches the resident: how else they are reached, for those who may know."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    said = await _call_or_visit(page, request) if request else None
    return Screen(said) if said else None


async def _call_or_visit(page: Page, request: Request) -> str | None:
    resident = await people.get(page.tx, request.resident_id)
    if resident is None or reaching.reached(resident) or page.reader is None:
        return None
    if not may_see_contact(await outcomes.relations_of(page.tx, page.reader, request, page.now)):
        return None
    key = "note-unreachable" if resident.phone else "note-unreachable-no-phone"
    return page.text(key, number=request.number, name=resident.name, phone=resident.phone or "")


async def reachable(page: Page) -> Screen | None:
    """A message reaches the resident again."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    resident = await people.get(page.tx, request.resident_id) if request else None
    if request is None or resident is None or request.status in ENDED or not reaching.reached(resident):
        return None
    return Screen(page.text("note-reachable", number=request.number, name=resident.name))


async def about(page: Page) -> Screen | None:
    """Which request is meant by what was just said, or none of them."""
    end = page.view.get("end")
    if end:
        return Screen(page.text(end, number=page.view.get("number", "")), lasting=True)
    waiting = await pieces.loose(page.tx, page.reader.id) if page.reader else []
    if page.reader is None or not waiting:
        return Screen(page.text("about-over"), lasting=True) if page.card else None
    found = await talk.candidates(page.tx, page.reader, page.now)
    keys = [
        (Key(f"#{request.number} {await page.kind(request.category_id)}", pack(About(request.id))),)
        for request in found
    ]
    one = found[0].number if len(found) == 1 else None
    return Screen(
        lines(
            *(page.text("about-words", words=piece.words) for piece in waiting if piece.words),
            page.text("about-media", media=media) if (media := sum(map(_is_medium, waiting))) else None,
            page.text("about-one", number=one) if one else page.text("about-which"),
        ),
        (*keys, (page.key("label-about-new", About(0)),)),
        lasting=True,
    )


def _is_medium(piece: Piece) -> bool:
    return piece.kind is not PieceKind.TEXT
