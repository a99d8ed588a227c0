"""Whatever is said or sent in private and is no command: to whom it goes, in this order.

The menu's labels; a phone number; an administrator's import file; late pieces of an album; a reply; an answer
that is waited for, first the one to where they live; the report in the making; a danger, which is a new
report at once; else it may be about a request that is open, or begins a report.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from telegram.ext import filters

from bot.cards.screen import MESSAGE_LIMIT, units
from bot.dispatch import dangers
from bot.handlers import (
    answers,
    asking,
    desk,
    emergencies,
    homes,
    leaves,
    mine,
    person,
    report,
    start,
    talk,
    tasks,
    uploads,
)
from bot.scene import Said
from bot.tap import on_said
from bot.texts import everywhere
from storage import drafts, pieces, prompts
from storage.records import Piece, PieceKind, Purpose

NEARLY_FULL = MESSAGE_LIMIT - 300
"""Apps look so far back for a good place to cut words that are too long for one message."""
IN_ONE_GO = timedelta(seconds=5)
"""Nobody writes the next message so soon after such a long one."""

MENU: dict[str, Callable[[Said], Awaitable[None]]] = {
    label: handler
    for key, handler in (
        ("label-report", report.begin),
        ("label-my-requests", mine.show),
        ("label-tasks", tasks.show),
        ("label-my-desk", desk.show),
        ("label-more", person.more),
        ("label-away", leaves.show),
    )
    for label in everywhere(key)
}
"""What the large keys say, and what people write in their stead, in every language → what they open."""


async def hear(said: Said) -> None:
    """Bring a message to where it belongs."""
    if said.sent.kind is PieceKind.TEXT and said.words in MENU:
        await asking.drop(said)
        await MENU[said.words](said)
    elif said.sent.contact:
        await person.share_phone(said, said.sent.contact)
    elif said.sent.kind is None:
        await said.reply("unread-kind")
    elif await uploads.takes(said):
        await uploads.begin(said)
    else:
        said = await _going_on(said)
        if not await _follows(said) and not await talk.hear_reply(said):
            await _unbound(said)


async def _going_on(said: Said) -> Said:
    """Too many words for one message come in several, which apps cut: each is as a reply to the one before,
    so that it goes where that one went."""
    before = await pieces.newest(said.tx, said.chat_id) if said.sent.kind is PieceKind.TEXT else None
    cut = before and before.kind is PieceKind.TEXT and units(before.words) >= NEARLY_FULL
    if before is None or not cut or said.now - before.created_at > IN_ONE_GO:
        return said
    return replace(said, reply_to=before.message_id)


async def _follows(said: Said) -> bool:
    """Whether it was a later piece of an album: it goes where the first one went."""
    album = said.sent.album
    first = await pieces.of_album(said.tx, said.person.id, album) if album else None
    if first is None:
        return False
    draft = await drafts.get(said.tx, first.draft_id) if first.draft_id else None
    prompt = await prompts.of_person(said.tx, said.person.id) if first.prompt_id else None
    if draft:
        await report.hear(said, draft)
    elif prompt:
        await answers.hear(said, prompt)
    else:
        await talk.follow(said, first)
    return True


async def _unbound(said: Said) -> None:
    """It says by nothing where it belongs."""
    if await homes.hear(said):
        return
    prompt = await asking.waited_for(said)
    if prompt:
        await answers.hear(said, prompt)
        return
    draft = await drafts.current(said.tx, said.person.id)
    if draft or dangers.spoken_of(said.words) or not await talk.ask_about(said):
        await report.hear(said, draft)


async def edit(said: Said) -> None:
    """A message that was said before has other words now; what is not kept is not looked at, unless it tells
    of a danger."""
    piece = await pieces.at(said.tx, said.chat_id, said.message_id)
    if piece and piece.words != said.words:
        await _revise(said, piece)
    elif piece is None and dangers.spoken_of(said.words) and not said.words.startswith("/"):
        await report.hear(said, await drafts.current(said.tx, said.person.id))


async def _revise(said: Said, piece: Piece) -> None:
    """It says something else now. A danger of which it did not tell before brings the numbers to call."""
    after = replace(piece, words=said.words)
    danger = dangers.spoken_of(after.words)
    anew = danger is not None and danger != dangers.spoken_of(piece.words)
    if anew and piece.request_id:
        await emergencies.warn(said, piece.request_id, after)
    await mine.revise(said, piece)
    if anew and piece.purpose is Purpose.TALK:
        await talk.say_again(said, after)
    if anew and not (piece.request_id or piece.draft_id or piece.prompt_id):
        await talk.make_new(said, [after])


routes = [
    on_said(start.unknown, filters.COMMAND),
    on_said(hear, ~filters.COMMAND & ~filters.StatusUpdate.ALL),
    on_said(edit, ~filters.StatusUpdate.ALL, when=filters.UpdateType.EDITED_MESSAGE),
]
