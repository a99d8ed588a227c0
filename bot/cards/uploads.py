"""An import file that an administrator has sent: what would change, what is wrong, what became of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.buttons import CancelUpload, ConfirmUpload, TurnUpload
from bot.cards.listing import part
from bot.cards.page import Page, lines
from bot.cards.screen import Key, Screen
from bot.texts import plain_text
from storage import people, uploads
from storage.records import Upload, UploadStatus

ROWS, FAULTS = 10, 20
"""How many stand on a page."""
MARKS = {"added": "➕", "changed": "✏️", "gone": "◽", "replaced": "♻️"}

Keys = tuple[tuple[Key, ...], ...]


async def upload_card(page: Page) -> Screen | None:
    """As it stands now; to nobody but the administrator who sent it."""
    upload = await uploads.get(page.tx, page.view.get("upload", 0))
    if upload is None or page.reader is None or upload.person_id != page.reader.id:
        return None
    if not await people.is_admin(page.tx, page.reader.id, page.now):
        return Screen(page.text("upload-not-yours"), lasting=True)
    if upload.report.get("rows") and page.view.get("part") == 1:
        return _rows(page, upload)
    if upload.report.get("faults"):
        return _faults(page, upload)
    said = lines(
        page.text("upload-title", name=upload.name),
        page.text(_state(upload)),
        page.text("upload-anew") if upload.report.get("anew") else None,
        *(_count(page, file, counts) for file, counts in upload.report.get("files", {}).items()),
        page.text("upload-gone-stay") if _gone(upload) else None,
        page.text("upload-ask") if upload.status is UploadStatus.READY else None,
    )
    return Screen(said, _keys(page, upload), lasting=True)


def _state(upload: Upload) -> str:
    trouble = upload.report.get("trouble")
    if trouble:
        return f"upload-trouble-{trouble}"
    if upload.status is UploadStatus.DONE and not upload.report.get("written"):
        return "upload-nothing-new"
    return f"upload-{upload.status}"


def _keys(page: Page, upload: Upload) -> Keys:
    show = page.key("label-show-rows", TurnUpload(upload.id, 1, 0))
    cancel = page.key("label-cancel", CancelUpload(upload.id))
    rows = ((show,),) if upload.report.get("rows") else ()
    if upload.status is UploadStatus.READY:
        return ((page.key("label-confirm-import", ConfirmUpload(upload.id)),), *rows, (cancel,))
    return ((cancel,),) if upload.status is UploadStatus.CHECKING else rows


def _gone(upload: Upload) -> bool:
    return any(counts[-1] for counts in upload.report.get("files", {}).values())


def _count(page: Page, file: str, counts: Sequence[int]) -> str:
    names = ("added", "changed", "unchanged", "gone")
    values = {name: str(count) for name, count in zip(names, counts, strict=True)}
    return page.text("upload-count", file=_file(page, file), **values)


def _file(page: Page, file: str) -> str:
    return plain_text(page.language, f"upload-file-{file.removesuffix('.csv')}")


# Row by row


def _rows(page: Page, upload: Upload) -> Screen:
    """A page of what would change, and of what is in the file no longer."""
    found = upload.report["rows"]
    at, shown = part(found, page.view.get("page", 0), ROWS)
    last = (at + 1) * ROWS >= len(found)
    said = lines(
        page.text("upload-title", name=upload.name),
        *(_row(page, row) for row in shown),
        _more(page, upload) if last else None,
    )
    back = (page.key("label-back", TurnUpload(upload.id, 0, 0)),)
    return Screen(said, (*_turning(page, TurnUpload(upload.id, 1, at), last=last), back), lasting=True)


def _row(page: Page, row: Sequence[Any]) -> str:
    """Which file, who or what, and each value that changes."""
    file, what, subject, role, details = row
    named = f"{subject} {plain_text(page.language, f'role-{role}')}" if role else subject
    key = f"upload-row-{what}"
    said = SAID_ALREADY | {"name"} if what == "added" else SAID_ALREADY
    values = "; ".join(_detail(page, file, what, detail) for detail in details if detail[0] not in said)
    line = page.text(key, mark=MARKS[what], file=_file(page, file), subject=named)
    return line + (page.text("upload-row-values", values=values) if values else "")


SAID_ALREADY = frozenset({"code", "role", "grid"})
"""Columns whose value stands in the row's name; a change of one makes it another row."""


def _detail(page: Page, file: str, what: str, detail: Sequence[str]) -> str:
    from bot.dispatch.roster.telling import in_words  # noqa: PLC0415 - a start has no need of it

    column, was, becomes = detail
    chinese = page.language.startswith("zh")
    title, before, after = in_words(file, (column, was, becomes), chinese=chinese)
    return f"{title}: {after}" if what == "added" else f"{title}: {before or '–'} → {after or '–'}"


# Faults


def _faults(page: Page, upload: Upload) -> Screen:
    """A page of what is to be mended."""
    from bot.dispatch.importing.faults import Fault, fault_line  # noqa: PLC0415 - a start has no need of it

    found = upload.report["faults"]
    at, shown = part(found, page.view.get("page", 0), FAULTS)
    last = (at + 1) * FAULTS >= len(found)

    def text(key: str, /, **args: str) -> str:
        return plain_text(page.language, key, **args)

    said = lines(
        page.text("upload-title", name=upload.name),
        page.text("upload-faults", count=len(found) + upload.report["more"]),
        *(page.text("upload-line", line=fault_line(Fault(*fault), text)) for fault in shown),
        _more(page, upload) if last else None,
        page.text("upload-send-again"),
    )
    return Screen(said, _turning(page, TurnUpload(upload.id, 0, at), last=last), lasting=True)


def _more(page: Page, upload: Upload) -> str | None:
    more = upload.report.get("more", 0)
    return page.text("upload-more", count=more) if more else None


def _turning(page: Page, here: TurnUpload, *, last: bool) -> Keys:
    """The keys to the pages before and after, where there are such."""
    keys = []
    if here.page > 0:
        keys.append(page.key("label-previous-page", replace(here, page=here.page - 1)))
    if not last:
        keys.append(page.key("label-next-page", replace(here, page=here.page + 1)))
    return (tuple(keys),) if keys else ()
