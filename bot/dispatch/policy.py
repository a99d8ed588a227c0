"""What the community decided: deadlines, quiet hours, points, limits and numbers to call, from `policy.toml`.

`BUILTIN` is the whole policy with its defaults, in the shape of the file; the file lies over it, and the same
readers read both.
"""

import dataclasses
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from bot.dispatch.worktime import Duration, QuietHours

BUILTIN: Mapping[str, Mapping[str, Any]] = {
    "deadlines": {
        "emergency": {
            "answer": "10m",
            "claim": "10m",
            "solve": "4h",
            "confirm": "3d",
            "reopen": "5d",
            "remind": [0.5, 0.9],
            "climb": "10m",
        },
        "urgent": {
            "answer": "30m",
            "claim": "30m",
            "solve": "1d",
            "confirm": "3d",
            "reopen": "5d",
            "remind": [0.5, 0.9],
            "climb": "1h",
        },
        "normal": {
            "answer": "2h",
            "claim": "2h",
            "solve": "3d",
            "confirm": "3d",
            "reopen": "5d",
            "remind": [0.5, 0.9],
            "climb": "4h",
        },
        "low": {
            "answer": "1d",
            "claim": "1d",
            "solve": "7d",
            "confirm": "3d",
            "reopen": "5d",
            "remind": [0.5, 0.9],
            "climb": "1d",
        },
    },
    "quiet": {"hours": "22:00-07:00"},
    "points": {
        "claim": 1,
        "done": 5,
        "hour": 5,
        "patrol": 3,
        "visit": 3,
        "five_stars": 2,
        "withdraw_late": -2,
    },
    "limits": {"requests_per_day": 20, "media_per_request": 10, "open_claims": 5},
    "emergency": {"fire": "119", "police": "110", "ambulance": "120", "gas": ""},
}
URGENCIES = tuple(BUILTIN["deadlines"])

_CODE = re.compile(r"[A-Za-z0-9_-]{1,32}")
_TELEPHONE = re.compile(r"\+?[0-9][0-9 -]{1,19}")


class PolicyError(Exception):
    """The policy cannot be used; `faults` has a line for each wrong thing, with what would be right."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long each step of one request may take, and when to remind and climb; frozen into deadline rows."""

    answer: Duration
    claim: Duration
    solve: Duration
    confirm: Duration
    reopen: Duration
    climb: Duration
    remind: tuple[float, ...]  # parts of a deadline, ascending, each inside 0..1

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON, as in the file: {"answer": "2h", …, "remind": [0.5, 0.9]}."""
        return {
            field.name: list(self.remind) if field.name == "remind" else str(getattr(self, field.name))
            for field in dataclasses.fields(self)
        }

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Self:
        """The reverse of `to_dict`; ValueError or KeyError if it was not made there."""
        return cls(**{field.name: _STEPS[field.name](raw[field.name]) for field in dataclasses.fields(cls)})


@dataclass(frozen=True, slots=True)
class Points:
    """Points earned for each; `withdraw_late` is taken away (0 or below)."""

    claim: int
    done: int
    hour: int
    patrol: int
    visit: int
    five_stars: int
    withdraw_late: int


@dataclass(frozen=True, slots=True)
class Limits:
    requests_per_day: int  # of one resident
    media_per_request: int
    open_claims: int  # of one volunteer


@dataclass(frozen=True, slots=True)
class Emergency:
    """Telephone numbers, as they are shown."""

    fire: str
    police: str
    ambulance: str
    gas: str  # of the gas company; "" for none


@dataclass(frozen=True, slots=True)
class Policy:
    """The whole policy. `deadlines` is by urgency, `overrides` by category code with only the keys given."""

    deadlines: Mapping[str, Deadlines]
    overrides: Mapping[str, Mapping[str, Any]]
    quiet: QuietHours | None
    points: Points
    limits: Limits
    emergency: Emergency

    @classmethod
    def builtin(cls) -> Self:
        """The policy of a community that has no file."""
        return cls.read({})

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read `policy.toml`; PolicyError names every fault at once."""
        try:
            raw = tomllib.loads(path.read_text("utf-8-sig"))
        except OSError as error:
            raise PolicyError([f"{path}: cannot be read: {error.strerror}"]) from error
        except UnicodeDecodeError as error:
            raise PolicyError([f"{path}: is not UTF-8; save it as UTF-8"]) from error
        except tomllib.TOMLDecodeError as error:
            raise PolicyError([f"{path}: is not TOML: {error}"]) from error
        return cls.read(raw)

    @classmethod
    def read(cls, raw: Mapping[str, Any]) -> Self:
        """Lay `raw`, a policy file's content, over the defaults; PolicyError names every fault at once."""
        faults: list[str] = []
        sections = _section("", raw, dict.fromkeys(BUILTIN, _table), faults)
        given = {
            code: _section(f"deadlines.{code}", steps, _STEPS, faults)
            for code, steps in _deadline_tables(sections.get("deadlines", {}), faults).items()
        }
        flat = {
            name: _section(name, BUILTIN[name] | sections.get(name, {}), readers, faults)
            for name, readers in _FLAT.items()
        }
        if faults:
            raise PolicyError(faults)
        return cls(
            deadlines={
                urgency: Deadlines(**_section("", steps, _STEPS, faults) | given.pop(urgency, {}))
                for urgency, steps in BUILTIN["deadlines"].items()
            },
            overrides=given,
            quiet=flat["quiet"]["hours"],
            points=Points(**flat["points"]),
            limits=Limits(**flat["limits"]),
            emergency=Emergency(**flat["emergency"]),
        )

    def deadlines_for(self, urgency: str, category_codes: Sequence[str]) -> Deadlines:
        """The deadlines of a request. `category_codes` go from the item to its parents: the first that sets a
        step wins, and what none sets is the urgency's. KeyError for an unknown urgency."""
        found = self.deadlines[urgency]
        for code in reversed(category_codes):
            found = dataclasses.replace(found, **self.overrides.get(code, {}))
        return found

    def quiet_for(self, urgency: str) -> QuietHours | None:
        """The hours in which the clocks of such a request stand still; emergencies know none."""
        return None if urgency == "emergency" else self.quiet


Reader = Callable[[Any], Any]  # a value of the file -> ours; ValueError says what would be right


def _section(
    name: str, raw: Mapping[str, Any], readers: Mapping[str, Reader], faults: list[str]
) -> dict[str, Any]:
    """Read each key of a table; what is unknown or wrong goes to `faults` and is left out."""
    values = {}
    for key, value in raw.items():
        dotted = f"{name}.{key}" if name else key
        if key not in readers:
            faults.append(f"{dotted}: unknown key; known here: {', '.join(readers)}")
            continue
        try:
            values[key] = readers[key](value)
        except ValueError as error:
            faults.append(f"{dotted} = {value!r}: must be {error}")
    return values


def _deadline_tables(raw: Mapping[str, Any], faults: list[str]) -> dict[str, Mapping[str, Any]]:
    """The tables under [deadlines], each named by an urgency or a category code."""
    bad = [code for code in raw if not _CODE.fullmatch(code)]
    faults += [f"deadlines.{code}: must be an urgency or a category code (A-Z a-z 0-9 _ -)" for code in bad]
    good = {code: table for code, table in raw.items() if code not in bad}
    return _section("deadlines", good, dict.fromkeys(good, _table), faults)


def _table(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("a table of keys, such as [deadlines.normal]")
    return value


def _duration(value: Any) -> Duration:
    return Duration.parse(value if isinstance(value, str) else "")


def _parts(value: Any) -> tuple[float, ...]:
    """Parts of a deadline, put in order; none means no reminders."""
    numbers: list[Any] = value if isinstance(value, list) else [0]
    if not all(isinstance(number, float) and 0 < number < 1 for number in numbers):
        raise ValueError("a list of numbers between 0 and 1, such as [0.5, 0.9]")
    return tuple(sorted(set(numbers)))


def _quiet(value: Any) -> QuietHours | None:
    return QuietHours.parse(value if isinstance(value, str) else "?")


def _whole(least: int, most: int) -> Reader:
    def read(value: Any) -> int:
        if type(value) is not int or not least <= value <= most:  # a bool is no number here
            raise ValueError(f"a whole number from {least} to {most}")
        return value

    return read


def _number(value: Any) -> str:
    if not isinstance(value, str) or not _TELEPHONE.fullmatch(value):
        raise ValueError('a telephone number in quotation marks, such as "119"')
    return value


def _number_or_none(value: Any) -> str:
    return "" if value == "" else _number(value)


_STEPS: Mapping[str, Reader] = {
    "answer": _duration,
    "claim": _duration,
    "solve": _duration,
    "confirm": _duration,
    "reopen": _duration,
    "remind": _parts,
    "climb": _duration,
}
_FLAT: Mapping[str, Mapping[str, Reader]] = {
    "quiet": {"hours": _quiet},
    "points": dict.fromkeys(BUILTIN["points"], _whole(0, 10_000)) | {"withdraw_late": _whole(-10_000, 0)},
    "limits": dict.fromkeys(BUILTIN["limits"], _whole(1, 10_000)),
    "emergency": dict.fromkeys(BUILTIN["emergency"], _number) | {"gas": _number_or_none},
}
