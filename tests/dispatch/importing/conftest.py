from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.dispatch.importing import Checked, Fault, ImportFaults, Known, check_folder

Files = Mapping[str, str | bytes]


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., Checked]:
    """Write these files (name without .csv → content) to a folder and check it."""

    def run(known: Known | None = None, /, **files: str | bytes) -> Checked:
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            (tmp_path / f"{name}.csv").write_bytes(data)
        return check_folder(tmp_path, known or Known())

    return run


@pytest.fixture
def faults(check: Callable[..., Checked]) -> Callable[..., list[Fault]]:
    """The same, for files that must be refused."""

    def run(known: Known | None = None, /, **files: str | bytes) -> list[Fault]:
        with pytest.raises(ImportFaults) as refusal:
            check(known, **files)
        return list(refusal.value.faults)

    return run
