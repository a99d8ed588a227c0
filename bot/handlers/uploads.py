"""An administrator sends an import file: it is looked at, shown, and written on Confirm."""

from bot.buttons import CancelUpload, ConfirmUpload, PressOnUpload, TurnUpload
from bot.dispatch import uploads
from bot.dispatch.refusals import Gone
from bot.dispatch.uploads import view_of
from bot.handlers import asking
from bot.scene import Answer, Said, Tap
from bot.tap import on_tap
from storage import people
from storage.records import PieceKind

LAST_PAGE = 10_000


async def takes(said: Said) -> bool:
    """Whether it is such a file, and not the answer to something."""
    return (
        said.sent.kind is PieceKind.DOCUMENT
        and said.reply_to is None
        and uploads.is_table(said.sent.name)
        and await people.is_admin(said.tx, said.person.id, said.now)
        and await asking.waited_for(said) is None
    )


async def begin(said: Said) -> None:
    sent = said.sent
    await uploads.begin(
        said.tx, said.person, file_id=sent.file_id or "", name=sent.name, size=sent.size, now=said.now
    )


async def confirm(tap: Tap, press: ConfirmUpload) -> Answer:
    await _card(tap, press)
    await uploads.confirm(tap.tx, tap.person, press.upload_id, tap.now)
    return Answer("answer-upload-begun")


async def cancel(tap: Tap, press: CancelUpload) -> Answer:
    await _card(tap, press)
    await uploads.cancel(tap.tx, tap.person, press.upload_id, tap.now)
    return Answer("answer-cancelled")


async def turn(tap: Tap, press: TurnUpload) -> Answer:
    """Row by row, or back to the whole; which page."""
    if press.page > LAST_PAGE or press.part > 1:
        raise Gone
    await _card(tap, press, press.part, press.page)
    return Answer("answer-done")


async def _card(tap: Tap, press: PressOnUpload, part: int = 0, page: int = 0) -> None:
    """Have the tapped card drawn anew as it will be."""
    if tap.chat_id != tap.person.telegram_id:
        raise Gone
    await uploads.own(tap.tx, tap.person, press.upload_id, tap.now)
    await tap.turn_to(await tap.card("upload"), view_of(press.upload_id, part, page))


taps = [on_tap(ConfirmUpload, confirm), on_tap(CancelUpload, cancel), on_tap(TurnUpload, turn)]
