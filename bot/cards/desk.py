"""My desk: what a person is to answer or to solve, the latest and the soonest first, each a large button."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot.buttons import OpenMyGrid, OpenRequest, pack
from bot.cards import leaves
from bot.cards.listing import Which, part, turning
from bot.cards.page import Page, in_words, lines
from bot.cards.screen import Key, Screen
from bot.dispatch import my_grid
from bot.texts import plain_text
from storage import desk, grids, menus
from storage.desk import Item
from storage.records import RequestStatus

PLACE_NAMES = 2
"""How much of a place stands on a button."""
MARKS = {RequestStatus.SUBMITTED: "📥", RequestStatus.ASSIGNED: "🔔", RequestStatus.ACCEPTED: "🛠"}
ABOVE = "⬆️"


@dataclass(frozen=True, slots=True)
class Desk:
    """What there is; nothing stands on it twice."""

    own: list[Item]
    escalated: list[Item]
    queue: list[Item]
    waiting: int


async def desk_card(page: Page) -> Screen | None:
    """The counts, then one request a row."""
    if page.reader is None:
        return None
    there = await _look(page, page.reader.id)
    answers = await menus.answers(page.tx, page.reader.id, page.now)
    own_grids = await my_grid.own(page.tx, page.reader.id, page.now)
    if not answers and not there.own and not own_grids:
        return Screen(page.text("desk-not-yours"))
    listed = [
        *((MARKS[item.status], item) for item in there.own),
        *((ABOVE, item) for item in there.escalated),
        *((MARKS[item.status], item) for item in there.queue),
    ]
    at, shown = part(listed, page.view.get("at", 0))
    keys = [(await _key(page, mark, item),) for mark, item in shown]
    turn = turning(page, Which.DESK, at, len(listed))
    below = (
        (page.key("label-my-grid", OpenMyGrid()),) if own_grids else (),
        await leaves.desk_keys(page) if answers else (),
    )
    return Screen(
        _heading(page, there, await leaves.desk_lines(page)),
        tuple(row for row in (*keys, turn, *below) if row),
        lasting=True,
    )


async def _look(page: Page, person_id: int) -> Desk:
    queue = await desk.queue(page.tx, person_id, page.now)
    queued = {item.id for item in queue}
    return Desk(
        own=await desk.own(page.tx, person_id),
        escalated=[i for i in await desk.escalated(page.tx, person_id, page.now) if i.id not in queued],
        queue=queue,
        waiting=await desk.waiting_for_resident(page.tx, person_id),
    )


def _heading(page: Page, there: Desk, leave: list[str]) -> str:
    """Who is away, and how much there is of each; what there is nothing of is left out."""
    counts = {
        "desk-to-accept": _count(item.status is RequestStatus.ASSIGNED for item in there.own),
        "desk-at-work": _count(item.status is RequestStatus.ACCEPTED for item in there.own),
        "desk-waiting": there.waiting,
        "desk-late": _count(_late(page, item) for item in there.own),
        "desk-escalated": len(there.escalated),
        "desk-queue": len(there.queue),
    }
    said = [page.text(key, count=str(count)) for key, count in counts.items() if count]
    listed = there.own or there.escalated or there.queue
    return lines(page.text("desk-title"), *leave, *said, page.text("desk-open" if listed else "desk-empty"))


def _count(which: Iterable[bool]) -> int:
    return sum(which)


def _late(page: Page, item: Item) -> bool:
    return item.due_at is None or item.due_at <= page.now


async def _key(page: Page, mark: str, item: Item) -> Key:
    """Number, how much time is left, what and where, in short."""
    place = in_words((await grids.path(page.tx, item.grid_id))[:PLACE_NAMES])
    kind = await page.kind(item.category_id)
    words = [f"{mark} #{item.number}", _left(page, item), kind, place]
    return Key(" · ".join(words), pack(OpenRequest(item.id)))


def _left(page: Page, item: Item) -> str:
    """The time until it is to be answered or solved, in the largest unit that there are two of."""
    if item.due_at is None or item.due_at <= page.now:
        return plain_text(page.language, "desk-overdue")
    left = item.due_at - page.now
    for unit, length in (("days", timedelta(days=1)), ("hours", timedelta(hours=1))):
        if left >= 2 * length:
            return plain_text(page.language, f"desk-left-{unit}", count=left // length)
    return plain_text(page.language, "desk-left-minutes", count=max(1, left // timedelta(minutes=1)))
