"""What has happened to a request, in words: one line for each event, the newest last."""

from bot.buttons import Back
from bot.cards.corrections import correction, reason_words
from bot.cards.page import Page, lines
from bot.cards.reasons import reasons
from bot.cards.screen import Screen, shortened, units
from bot.dispatch.correcting import times_passed_on
from bot.texts import plain_text
from storage import events, groups
from storage.records import Act, Event, Purpose, Request

FITS = 3600
"""Units of all the lines together, so that a message holds them; the oldest give way."""
EACH = 160
"""Units of what was said, in one line."""
TAKEN_OVER = "taken-over"
"""Why it was assigned to the one who did that."""
SAID = {
    Act.ASSIGN: "reason",
    Act.RESOLVE: "result",
    Act.REOPEN: "reason",
    Act.DECLINE: "reason",
    Act.APPEAL: "reason",
    Act.ADD: "words",
    Act.REVISE: "now",
    Act.REWORD: "words",
    Act.RATE: "comment",
    Act.FINISH: "result",
    Act.WITHDRAW: "reason",
    Act.CORRECT: "reason",
}
"""act → where its particulars keep the words that belong to it."""
NOT_FOR_RESIDENTS = frozenset({Act.REWORD, Act.WITHDRAW})
"""Here the words are for those who answer."""
UNTOLD = frozenset({Act.RELEASE, Act.END_TASK})
"""What follows from something else in the history: told only to those who answer."""


async def history(page: Page, request: Request) -> Screen:
    """The page of a request's card with its history."""
    happened = await events.of_request(page.tx, request.id)
    told = [await line(page, request, event) for event in happened]
    shown, left_out = _newest([words for words in told if words])
    passed_on = times_passed_on(happened)
    return Screen(
        lines(
            page.text("history-title", number=request.number),
            page.text("history-passed-on", count=passed_on) if passed_on else None,
            page.text("history-earlier", count=left_out) if left_out else None,
            *shown,
        ),
        ((page.key("label-back", Back(request.id)),),),
        lasting=True,
    )


async def line(page: Page, request: Request, event: Event) -> str | None:
    """One event for its reader; None if it says nothing to them."""
    resident = _reads(page, request.resident_id)
    stars = "★" * int(event.data.get("stars") or 0)
    words = _words(page, event, resident=resident)
    if (resident and event.act in UNTOLD) or (event.act is Act.RATE and not (stars or words)):
        return None
    told = page.text(
        f"history-{TAKEN_OVER if event.data.get('why') == TAKEN_OVER else event.act}",
        who=await _who(page, request, event),
        stars=stars,
        **await _particulars(page, event),
    )
    return lines(
        page.text("history-line", at=page.moment(event.at), told="\0").replace("\0", told.strip())
        + (page.text("history-words", words=shortened(words, EACH)) if words else ""),
        *([] if resident else await reasons(page, event)),
    )


async def _particulars(page: Page, event: Event) -> dict[str, object]:
    """What else the line of an act names."""
    if event.act is Act.CORRECT:
        return await correction(page, event.data)
    return {
        "to": await _to(page, event),
        "title": await _title(page, event),
        "places": str(event.data.get("places", "")),
    }


def _words(page: Page, event: Event, *, resident: bool) -> str:
    """What was said with it. What was relayed between two is not shown to a third."""
    relayed = event.act is Act.REVISE and event.data.get("purpose") != Purpose.REPORT
    if relayed or (resident and event.act in NOT_FOR_RESIDENTS):
        return ""
    words = str(event.data.get(SAID.get(event.act, ""), None) or "").replace("\n", " ")
    return reason_words(page, words) if event.act is Act.CORRECT else words


async def _who(page: Page, request: Request, event: Event) -> str:
    """Who did it: "you", the resident, the house itself, or whoever it was by name; a resident likes to know
    who has come to the door."""
    if event.by_id is None:
        return plain_text(page.language, "history-house")
    if _reads(page, event.by_id):
        return plain_text(page.language, "history-you")
    if event.by_id == request.resident_id:
        return plain_text(page.language, "history-resident")
    return await page.name_of(event.by_id)


def _reads(page: Page, person_id: int) -> bool:
    return page.reader is not None and page.reader.id == person_id


async def _to(page: Page, event: Event) -> str:
    """To whom it went."""
    to = event.data.get("to")
    people = to if isinstance(to, list) else [to]
    return page.listed([await page.name_of(person_id) for person_id in people if isinstance(person_id, int)])


async def _title(page: Page, event: Event) -> str:
    group = await groups.get(page.tx, event.data["group"]) if "group" in event.data else None
    return group.title if group else ""


def _newest(told: list[str]) -> tuple[list[str], int]:
    """As many of the last lines as fit, and how many do not."""
    room, first = FITS, len(told)
    while first and units(told[first - 1]) + 1 <= room:
        first -= 1
        room -= units(told[first]) + 1
    return told[first:], first
