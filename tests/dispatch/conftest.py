"""A community for the services to work on: files written by hand, imported as an operator would."""

import textwrap
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.dispatch.importing import check_path
from bot.dispatch.policy import Policy
from bot.dispatch.roster.changes import Change, changes
from bot.dispatch.roster.plan import Plan, make_plan
from bot.dispatch.roster.writing import known, write
from bot.dispatch.rules import Rules
from storage import roster
from storage.database import Database

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)

Import = Callable[..., Awaitable[Plan]]
Try = Callable[..., Awaitable[tuple[Change, ...]]]


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def rules() -> Rules:
    return Rules(Policy.builtin(), ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def import_files(database: Database, rules: Rules, tmp_path: Path) -> Import:
    """Import these files (name without .csv → content), as `redvest import` does."""

    async def run(*, prune: bool = False, at: datetime = NOW, **files: str) -> Plan:
        standing = await database.read(roster.standing)
        checked = check_path(_folder(tmp_path, files), known(standing, prune=prune))
        return await database.transact(lambda tx: write(tx, checked, prune=prune, rules=rules, now=at))

    return run


@pytest.fixture
def would_change(database: Database, rules: Rules, tmp_path: Path) -> Try:
    """What importing these files would change."""

    async def run(*, prune: bool = False, **files: str) -> tuple[Change, ...]:
        standing = await database.read(roster.standing)
        checked = check_path(_folder(tmp_path, files), known(standing, prune=prune))
        plan = make_plan(checked, standing, zone=rules.zone, now=NOW)
        return changes(plan, standing, prune=prune, zone=rules.zone)

    return run


def _folder(tmp_path: Path, files: Mapping[str, str]) -> Path:
    """A folder of just these files."""
    folder = tmp_path / "import"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, content in files.items():
        (folder / f"{name}.csv").write_text(textwrap.dedent(content).strip() + "\n", "utf-8")
    return folder
