"""Giving out files: those that Telegram has by their file_id, alone or as an album; one of ours as it is."""

from collections.abc import Mapping
from typing import Any

import telegram
from telegram.constants import ParseMode

from bot.cards.screen import Medium, Screen
from storage.outbox import Address
from storage.records import PieceKind

UNCAPTIONED = frozenset({PieceKind.VIDEO_NOTE, PieceKind.LOCATION})
"""Telegram gives these no caption."""

Item = telegram.InputMediaPhoto | telegram.InputMediaVideo | telegram.InputMediaDocument
IN_ALBUMS: Mapping[PieceKind, type[Item]] = {
    PieceKind.PHOTO: telegram.InputMediaPhoto,
    PieceKind.VIDEO: telegram.InputMediaVideo,
    PieceKind.DOCUMENT: telegram.InputMediaDocument,
}


async def send_media(bot: telegram.Bot, screen: Screen, address: Address) -> tuple[int, ...]:
    """Send a screen's media; the ids of the messages they became."""
    thread = address.thread_id or None
    if len(screen.media) > 1:
        items = [IN_ALBUMS[medium.kind](medium.file_id or "") for medium in screen.media]
        posted = await bot.send_media_group(
            address.chat_id,
            items,
            caption=screen.text,
            parse_mode=ParseMode.HTML,
            message_thread_id=thread,
        )
        return tuple(message.message_id for message in posted)
    (medium,) = screen.media
    send = getattr(bot, f"send_{medium.kind}")
    said = {} if medium.kind in UNCAPTIONED else {"caption": screen.text, "parse_mode": ParseMode.HTML}
    message: telegram.Message = await send(address.chat_id, **_what(medium), **said, message_thread_id=thread)
    return (message.message_id,)


def _what(medium: Medium) -> dict[str, Any]:
    if medium.kind is PieceKind.LOCATION:
        return {"latitude": medium.latitude, "longitude": medium.longitude}
    if medium.content is not None:
        return {medium.kind.value: telegram.InputFile(medium.content, medium.name)}
    return {medium.kind.value: medium.file_id}
