"""A community for the services to work on: files written by hand, imported as an operator would."""

import textwrap
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.dispatch.importing import check_path
from bot.dispatch.policy import Policy
from bot.dispatch.roster.plan import Plan
from bot.dispatch.roster.writing import known, write
from bot.dispatch.rules import Rules
from storage import roster
from storage.database import Database

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)

Import = Callable[..., Awaitable[Plan]]


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
        folder = tmp_path / "import"
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for name, content in files.items():
            (folder / f"{name}.csv").write_text(textwrap.dedent(content).strip() + "\n", "utf-8")
        standing = await database.read(roster.standing)
        checked = check_path(folder, known(standing, prune=prune))
        return await database.transact(lambda tx: write(tx, checked, prune=prune, rules=rules, now=at))

    return run
