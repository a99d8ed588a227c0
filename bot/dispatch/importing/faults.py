"""What is wrong with import files, as data: a message key and its arguments, never a finished text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

MOST_FAULTS = 10_000  # a hostile file has millions; nobody reads on after this many
SHOWN_OF_VALUE = 80  # characters


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend. `row` is the line a spreadsheet shows, 0 when the whole file is meant; `column` is
    the title as the file writes it, empty when the whole row is meant."""

    file: str
    row: int
    column: str
    value: str
    key: str
    args: Mapping[str, str]


class ImportFaults(Exception):
    """The files are not accepted; `faults` are all that was found, by file and row."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        # The message counts only: values are personal and exceptions end up in logs.
        super().__init__(f"{len(faults)} faults in the import files")
        self.faults = faults


class Faults:
    """Collects faults while the check goes on."""

    def __init__(self) -> None:
        self._found: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Note one more; raises ImportFaults when there are too many to be worth going on."""
        if len(self._found) >= MOST_FAULTS:
            more = Fault(fault.file, 0, "", "", "import-more", {"limit": str(MOST_FAULTS)})
            raise ImportFaults((*self._in_order(), more))
        self._found.append(fault)

    def in_file(self, file: str, key: str, row: int = 0, **args: str) -> None:
        """Note a fault of a whole file, or of one whole row of it."""
        self.add(Fault(file, row, "", "", key, args))

    def raise_if_any(self) -> None:
        """Raise ImportFaults with everything noted so far, if there is anything."""
        if self._found:
            raise ImportFaults(self._in_order())

    def _in_order(self) -> tuple[Fault, ...]:
        return tuple(sorted(self._found, key=lambda fault: (fault.file, fault.row)))


class Text(Protocol):
    """Words for a key in the reader's language."""

    def __call__(self, key: str, /, **args: str) -> str: ...


def fault_line(fault: Fault, text: Text) -> str:
    """One line for a person: where it is, what stands there, and what would be right."""
    what = text(fault.key, **fault.args)
    if fault.row == 0 and not fault.column:
        return text("import-where-file", file=fault.file, what=what)
    row = str(fault.row)
    if not fault.column:
        return text("import-where-row", file=fault.file, row=row, what=what)
    if not fault.value:
        return text("import-where-blank", file=fault.file, row=row, column=fault.column, what=what)
    return text(
        "import-where-cell", file=fault.file, row=row, column=fault.column, value=fault.value, what=what
    )


def shown(value: str) -> str:
    """A value short and tame enough for one line of an error list."""
    line = "".join(char if char.isprintable() else " " for char in value[: SHOWN_OF_VALUE + 1])
    return line if len(line) <= SHOWN_OF_VALUE else line[:SHOWN_OF_VALUE] + "…"
