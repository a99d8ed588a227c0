"""Talking through the bot: replies, Message, and what may be about an open request."""

from dataclasses import dataclass

from bot.buttons import About, Talk, TalkOnTask
from bot.dispatch import claims, dangers, reaching, talk
from bot.dispatch.numbers import find_numbers
from bot.dispatch.questions import stands_on
from bot.dispatch.refusals import NotYours, TalkOver, TooLate
from bot.handlers import emergencies, report
from bot.handlers.asking import ask_words
from bot.handlers.given import Given
from bot.scene import Answer, Said, Scene, Tap
from bot.tap import on_tap
from storage import cards, drafts, outbox, pieces, prompts, requests
from storage.records import Card, Draft, Lane, Piece, Prompt, PromptKind, Purpose, Request


@dataclass(frozen=True, slots=True)
class Bound:
    """What a reply is about, and whose words it answers, if they are somebody's."""

    request_id: int
    to: int | None = None


async def hear_reply(said: Said) -> bool:
    """Whether the message was a reply that says by that where it belongs; then it has gone there."""
    bound = None if said.reply_to is None else await _bound(said, said.reply_to)
    if isinstance(bound, Draft):
        await report.hear(said, bound)
    elif bound is not None:
        await _say(said, bound)
    return bound is not None


async def _bound(said: Said, at: int) -> Bound | Draft | None:
    """To what the message replied: a card, another message of the bot, or one of the person's own."""
    card = await cards.find(said.tx, said.chat_id, at)
    if card:
        return await _of_card(said, card)
    posted = await outbox.posted_at(said.tx, said.person.id, at)
    if posted:
        answered = await pieces.get(said.tx, posted.data.get("piece", 0))
        to = answered.person_id if answered else None
        return Bound(posted.request_id, to) if posted.request_id else None
    piece = await pieces.at(said.tx, said.chat_id, at)
    if piece is None:
        return await _by_number(said)
    return await _of_piece(said, piece) if piece.person_id == said.person.id else None


async def _by_number(said: Said) -> Bound | None:
    """A message that nobody knows of (the bot died before it could note it, or it is too old) says by its
    number what it is about, unless there are several. One that asked for words has its answer."""
    named = [await requests.by_number(said.tx, number) for number in find_numbers(said.answers)]
    about = {request.id for request in named if request}
    prompt = await prompts.of_person(said.tx, said.person.id)
    if len(about) != 1 or (prompt and prompt.request_id in about):
        return None
    return Bound(about.pop())


async def _of_card(said: Said, card: Card) -> Bound | Draft | None:
    if card.kind == "draft":
        return await _own_draft(said, card.view.get("draft"))
    prompt = await prompts.of_person(said.tx, said.person.id)
    if prompt and stands_on(prompt, card):
        return None  # the next message is its answer, a reply or not
    return Bound(card.request_id) if card.request_id else None


async def _of_piece(said: Said, piece: Piece) -> Bound | Draft | None:
    if piece.request_id is None:
        return await _own_draft(said, piece.draft_id)
    to = await talk.went_to(said.tx, piece) or []
    return Bound(piece.request_id, to[0] if len(to) == 1 else None)


async def _own_draft(said: Said, draft_id: int | None) -> Draft | None:
    draft = await drafts.get(said.tx, draft_id) if draft_id else None
    return draft if draft and draft.person_id == said.person.id else None


async def _say(said: Said, bound: Bound) -> None:
    """Pass the message on, or say clearly why not; a resident's is a new matter then, and anybody's that
    cannot wait is a report at once."""
    try:
        await talk.may_talk(said.tx, said.person, bound.request_id, said.now)
    except (NotYours, TalkOver) as refused:
        await _not_passed(said, bound.request_id, over=isinstance(refused, TalkOver))
    else:
        piece = await said.keep(Purpose.TALK, request_id=bound.request_id)
        if piece:
            await emergencies.warn(said, bound.request_id, piece)
            await _pass_on(said, bound.request_id, [piece], bound.to)


async def _not_passed(said: Said, request_id: int, *, over: bool) -> None:
    request = await requests.get(said.tx, request_id)
    own = request is not None and request.resident_id == said.person.id
    danger = dangers.spoken_of(said.words)
    if danger:
        await report.hear(said, None)
    if not (own and danger):
        text = "talk-not-yours" if not over else "talk-over-new" if own else "talk-over"
        await talk.tell(said.tx, said.person, request_id, text, now=said.now)
    if own and not danger and not await ask_about(said):
        await report.hear(said, None)


async def _pass_on(scene: Scene, request_id: int, said: list[Piece], to: int | None = None) -> None:
    """Bring pieces, which are the request's already, to the other side, and tell the speaker once."""
    for piece in said:
        passed = await talk.say(
            scene.tx, scene.person, request_id, piece, to=to, rules=scene.rules, now=scene.now
        )
    await talk.acknowledge(scene.tx, scene.person, request_id, passed, scene.now)


async def follow(said: Said, first: Piece) -> None:
    """A late piece of an album whose first piece has gone to a request, or waits to be told where."""
    piece = await said.keep(first.purpose, request_id=first.request_id, task_id=first.task_id)
    if piece is None:
        return
    if first.request_id is None:
        if dangers.spoken_of(piece.words):
            loose = await pieces.loose(said.tx, said.person.id)
            await make_new(said, [each for each in loose if each.album == piece.album])
        else:
            await _refresh(said)
    else:
        await emergencies.warn(said, first.request_id, piece)
        await talk.follow(said.tx, said.person, first, piece, rules=said.rules, now=said.now)


async def say_again(said: Said, piece: Piece) -> None:
    """By an edit it tells of a danger: whoever it went to hears it anew, if they still may."""
    to = await talk.went_to(said.tx, piece)
    if to is None or piece.request_id is None:
        return
    try:
        only = to[0] if len(to) == 1 else None
        await talk.say(said.tx, said.person, piece.request_id, piece, to=only, rules=said.rules, now=said.now)
    except (NotYours, TalkOver):
        return  # the numbers were shown, with the key for a report


async def make_new(said: Said, loose: list[Piece]) -> None:
    """What waits to be told where it belongs is a report of its own: it cannot wait."""
    await report.begin_with(said, loose)
    await _refresh(said)


async def ask_about(said: Said) -> bool:
    """Ask whether the message is about an open request or a new one; False if it can only be new."""
    waiting = await pieces.loose(said.tx, said.person.id)
    if not waiting and not await talk.candidates(said.tx, said.person, said.now):
        return False
    if await said.keep(Purpose.TALK) is None:
        return True
    if waiting:
        await _refresh(said)
    else:
        await outbox.say(said.tx, kind="about", person_id=said.person.id, now=said.now, lane=Lane.ANSWER)
    return True


async def _refresh(said: Said) -> None:
    """More has come to what waits: the question stands already, and shows it."""
    for card in await cards.newest(said.tx, person_id=said.person.id, kind="about"):
        await outbox.refresh_card(said.tx, card.id, said.now)


async def about(tap: Tap, press: About) -> Answer:
    """What waits is about this request, or something new."""
    card = await tap.card("about")
    waiting = await pieces.loose(tap.tx, tap.person.id)
    if "end" in card.view:
        raise TooLate
    if not waiting:  # it was left for a day, and has gone
        await tap.turn_to(card, {"end": "about-over"})
        return Answer("refused-gone")
    if press.request_id:
        request = await _give(tap, press.request_id, waiting)
        await tap.turn_to(card, {"end": "about-known", "number": request.number})
    else:
        await report.begin_with(tap, waiting)
        await tap.turn_to(card, {"end": "about-new"})
    return Answer("answer-done")


async def _give(tap: Tap, request_id: int, waiting: list[Piece]) -> Request:
    request = await talk.may_talk(tap.tx, tap.person, request_id, tap.now)
    for piece in waiting:
        await pieces.give_to_request(tap.tx, piece.id, request.id, Purpose.TALK)
    await _pass_on(tap, request.id, waiting)
    return request


async def ask(tap: Tap, press: Talk) -> Answer:
    """Message / 联系居民"""
    return await _ask(tap, press.request_id, None)


async def ask_on_task(tap: Tap, press: TalkOnTask) -> Answer:
    """The same, of a claimant."""
    task, _ = await claims.held(tap.tx, tap.person, press.task_id)
    return await _ask(tap, task.request_id, task.id)


async def _ask(tap: Tap, request_id: int, task_id: int | None) -> Answer:
    request = await talk.may_talk(tap.tx, tap.person, request_id, tap.now)
    if await reaching.warned(tap.tx, tap.person, request, tap.now):
        return Answer("answer-unreachable", alert=True)
    return await ask_words(tap, PromptKind.SAY, request.id, task_id)


async def take_words(scene: Scene, prompt: Prompt, given: Given) -> None:
    await _pass_on(scene, prompt.request_id, given.pieces)


takes = {PromptKind.SAY: take_words}
taps = [on_tap(About, about), on_tap(Talk, ask), on_tap(TalkOnTask, ask_on_task)]
