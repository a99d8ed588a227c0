"""``redvest import``: checks a folder wholly, then writes it at once, and says what became of each row."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.cli import DONE, FAILED
from bot.commands.progress import Progress
from bot.commands.snapshot import standing_in
from bot.dispatch.importing import Checked, ImportFaults, check_path, fault_line
from bot.dispatch.roster import ensure_categories
from bot.dispatch.roster.changes import Change, changes
from bot.dispatch.roster.plan import Plan, make_plan
from bot.dispatch.roster.tally import Tally
from bot.dispatch.roster.telling import change_line, sheet_title
from bot.dispatch.roster.writing import known, refuse_empty, write
from bot.dispatch.rules import Rules
from bot.settings import Settings
from bot.texts import plain_text
from storage import roster
from storage.database import Database, Tx
from storage.open import open_database
from storage.records import Role
from storage.roster import Standing

NAMED, LISTED = 20, 200
"""How many of the rows that have gone are named one by one, and of what a dry run would change."""


def main(given: argparse.Namespace, settings: Settings) -> int:
    """Import a folder, or say every fault in it and change nothing."""
    text = partial(plain_text, settings.language)
    try:
        plan, found = asyncio.run((_try if given.dry_run else _import)(given, settings))
    except ImportFaults as refusal:
        for fault in refusal.faults:
            print(fault_line(fault, text), file=sys.stderr)
        print(text("import-refused", faults=len(refusal.faults)), file=sys.stderr)
        return FAILED
    for file, tally in plan.tallies().items():
        lines = tally_lines(file, tally, settings.language, prune=given.prune)
        print("\n".join(lines[:1] if given.dry_run and given.prune else lines))
    print_changes(found, settings.language)
    print(text(_verdict(plan, dry_run=given.dry_run, prune=given.prune)))
    return DONE


def tally_lines(file: str, tally: Tally, language: str, *, prune: bool) -> list[str]:
    """What became of a file's rows, and the names of those that have gone from it."""
    text = partial(plain_text, language)
    counts = {
        name: str(count)
        for name, count in (
            ("added", tally.added),
            ("changed", tally.changed),
            ("unchanged", tally.unchanged),
            ("gone", len(tally.gone)),
        )
    }
    lines = [text("import-tally", sheet=sheet_title(file, text), **counts)]
    for gone in tally.gone[:NAMED]:
        what = " ".join(_word(part, language) if file == "people.csv" else part for part in gone)
        lines.append(text("import-ended" if prune else "import-gone", what=what))
    if len(tally.gone) > NAMED:
        lines.append(text("import-gone-more", count=str(len(tally.gone) - NAMED)))
    return lines


def print_changes(found: Sequence[Change], language: str) -> None:
    """Print what would change, row by row."""
    text, chinese = partial(plain_text, language), language.startswith("zh")
    for change in found[:LISTED]:
        print(f"  {change_line(change, text, chinese=chinese)}")
    if len(found) > LISTED:
        print(f"  {text('change-more', count=str(len(found) - LISTED))}")


Outcome = tuple[Plan, Sequence[Change]]
"""What was or would be done, and row by row what would change, on a dry run."""


async def _try(given: argparse.Namespace, settings: Settings) -> Outcome:
    """Look at what an import would do."""
    with Progress(settings.language) as progress:
        progress("import-doing-read")
        standing = await standing_in(settings.database_url)
        progress("import-doing-check")
        checked = _check(given, standing)
        plan = make_plan(checked, standing, zone=settings.zone, now=datetime.now(UTC))
        return plan, changes(plan, standing, prune=given.prune, zone=settings.zone)


async def _import(given: argparse.Namespace, settings: Settings) -> Outcome:
    """Check on a snapshot, so that the bot can work on; then write, on what is there by then."""
    rules, now = Rules(settings.policy, settings.zone), datetime.now(UTC)
    with Progress(settings.language) as progress:
        progress("import-doing-read")
        database = await open_database(settings.database_url)
        try:
            standing = await database.read(roster.standing)
            progress("import-doing-check")
            checked = _check(given, standing)
            del standing  # large; what is written is compared with what is there by then
            return await _write(
                database, checked, prune=given.prune, rules=rules, now=now, progress=progress
            ), ()
        finally:
            await database.close()


async def _write(
    database: Database, checked: Checked, *, prune: bool, rules: Rules, now: datetime, progress: Progress
) -> Plan:
    def told(file: str) -> None:
        progress(f"import-doing-{file.removesuffix('.csv')}")

    async def work(tx: Tx) -> Plan:
        plan = await write(tx, checked, prune=prune, rules=rules, now=now, progress=told)
        await ensure_categories(tx)
        return plan

    return await database.transact(work)


def _check(given: argparse.Namespace, standing: Standing) -> Checked:
    checked = check_path(Path(given.path), known(standing, prune=given.prune))
    if given.prune:
        refuse_empty(checked)
    return checked


def _verdict(plan: Plan, *, dry_run: bool, prune: bool) -> str:
    if not plan.changes_anything(prune=prune):
        return "import-nothing-new"
    return "import-dry" if dry_run else "import-done"


def _word(part: str, language: str) -> str:
    """A role by its name; everything else as it is."""
    return plain_text(language, f"role-{part}") if part in list(Role) else part
