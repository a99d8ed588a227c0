"""What an import file that was sent to the bot would change, as a report for its card; and its writing.

A report is {"files": {file: [added, changed, unchanged, gone]}, "rows": [[file, what, subject, role,
[[column, before, after], …]], …], "more": rows left out, "anew": it is another one than was shown}, or
{"faults": [[file, row, column, value, key, args], …], "more": faults left out}.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.dispatch import uploads as service
from bot.dispatch.importing import Checked, Fault, ImportFaults, check_path
from bot.dispatch.importing.faults import shown
from bot.dispatch.roster import ensure_categories
from bot.dispatch.roster.changes import Change, changes, digest, no_longer
from bot.dispatch.roster.plan import Plan, make_plan
from bot.dispatch.roster.writing import known, write
from bot.dispatch.rules import Rules
from bot.dispatch.uploads import Found
from storage import people, roster, uploads
from storage.database import Tx
from storage.records import UploadStatus
from storage.roster import Standing

MOST_ROWS = 1000
"""Rows, or faults, that a report holds; nobody reads on after these."""


def check(path: Path, name: str, standing: Standing) -> Checked | Found:
    """The rows of a file, or its faults. `name` is what the file was called."""
    try:
        return check_path(path, known(standing, prune=False), name=name)
    except ImportFaults as refusal:
        return _faulty(refusal.faults)


def preview(checked: Checked, standing: Standing, *, zone: ZoneInfo, now: datetime) -> Found:
    """What would be changed."""
    plan = make_plan(checked, standing, zone=zone, now=now)
    found = changes(plan, standing, prune=False, zone=zone)
    status = UploadStatus.READY if plan.changes_anything(prune=False) else UploadStatus.DONE
    rows = [_kept(change) for change in (*found, *no_longer(plan, standing, zone=zone))]
    report = {"files": _counts(plan), "rows": rows[:MOST_ROWS], "more": max(0, len(rows) - MOST_ROWS)}
    return Found(status, digest(found), report)


async def write_upload(tx: Tx, upload_id: int, checked: Checked, *, rules: Rules, now: datetime) -> None:
    """Write what was confirmed. If it would change something else than was shown, that is shown instead."""
    upload = await uploads.get(tx, upload_id)
    if upload is None or upload.status is not UploadStatus.WRITING:
        return
    found = preview(checked, await roster.standing(tx), zone=rules.zone, now=now)
    if not await people.is_admin(tx, upload.person_id, now):
        found = Found(UploadStatus.CANCELLED)
    elif found.status is UploadStatus.READY and found.digest != upload.digest:
        found = Found(UploadStatus.READY, found.digest, {**found.report, "anew": True})
    elif found.status is UploadStatus.READY:
        plan = await write(tx, checked, prune=False, rules=rules, now=now)
        await ensure_categories(tx)
        found = Found(UploadStatus.DONE, report={"files": _counts(plan), "written": True})
    await uploads.looked_at(tx, upload.id, status=found.status, digest=found.digest, report=found.report)
    # Its sender's row may have turned out to be another's by what was written.
    await service.redraw(tx, await uploads.get(tx, upload.id) or upload, now)


def _faulty(faults: Sequence[Fault]) -> Found:
    kept = [[f.file, f.row, f.column, f.value, f.key, dict(f.args)] for f in faults[:MOST_ROWS]]
    report = {"faults": kept, "more": max(0, len(faults) - MOST_ROWS)}
    return Found(UploadStatus.REFUSED, report=report)


def _kept(change: Change) -> list[Any]:
    """A row as the card needs it: of its values, some of which are boundaries, no more than is shown."""
    details = [[column, shown(was), shown(becomes)] for column, was, becomes in change.details]
    return [change.file, change.what, change.subject, change.role, details]


def _counts(plan: Plan) -> dict[str, list[int]]:
    return {
        file: [tally.added, tally.changed, tally.unchanged, len(tally.gone)]
        for file, tally in plan.tallies().items()
    }
