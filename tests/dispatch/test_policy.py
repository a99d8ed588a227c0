"""The policy file: what it changes, what keeps its default, and every fault at once."""

import json
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch.policy import BUILTIN, URGENCIES, Deadlines, Policy, PolicyError
from bot.dispatch.worktime import Duration, QuietHours


@pytest.fixture
def load(tmp_path: Path):
    def write_and_load(text: str) -> Policy:
        path = tmp_path / "policy.toml"
        path.write_text(text, encoding="utf-8")
        return Policy.load(path)

    return write_and_load


CONTRACT = """
[deadlines.normal]
answer  = "2h"
claim   = "2h"
solve   = "3d"
confirm = "3d"
reopen  = "5d"
remind  = [0.5, 0.9]
climb   = "4h"
[quiet]
hours = "22:00-07:00"
[points]
claim = 1
[limits]
requests_per_day = 20
media_per_request = 10
open_claims = 5
[emergency]
fire = "119"
police = "110"
ambulance = "120"
gas = ""
"""


def test_the_documented_file_is_the_built_in_policy(load) -> None:
    assert load(CONTRACT) == load("") == Policy.builtin()


def test_the_more_urgent_the_shorter() -> None:
    seconds = {"s": 1, "m": 60, "h": 3600, "d": 86400}
    for step in ("answer", "claim", "solve", "climb"):
        found = [getattr(Policy.builtin().deadlines[urgency], step) for urgency in URGENCIES]
        lengths = [duration.value * seconds[duration.unit] for duration in found]
        assert lengths == sorted(set(lengths)), step


def test_what_the_file_leaves_out_keeps_its_default(load) -> None:
    policy = load('[deadlines.urgent]\nanswer = "15m"\n[points]\nvisit = 9\n')
    assert policy.deadlines["urgent"].answer == Duration(15, "m")
    assert policy.deadlines["urgent"].solve == Duration(1, "d")
    assert policy.deadlines["normal"] == Policy.builtin().deadlines["normal"]
    assert (policy.points.visit, policy.points.claim) == (9, 1)


def test_a_category_overrides_single_steps_and_the_item_goes_before_its_parent(load) -> None:
    policy = load("""
        [deadlines.HOUSE]
        answer = "1h"
        solve = "2wd"
        [deadlines.DRAIN]
        answer = "20m"
        remind = [0.9, 0.25]
    """)
    found = policy.deadlines_for("urgent", ["DRAIN", "HOUSE"])
    assert (str(found.answer), str(found.solve), str(found.claim)) == ("20m", "2wd", "30m")
    assert found.remind == (0.25, 0.9)
    assert str(policy.deadlines_for("urgent", ["LIFT", "HOUSE"]).answer) == "1h"
    assert policy.deadlines_for("urgent", []) == Policy.builtin().deadlines["urgent"]
    assert set(policy.overrides) == {"HOUSE", "DRAIN"}


def test_quiet_hours_can_be_moved_and_switched_off_and_emergencies_know_none(load) -> None:
    assert load('[quiet]\nhours = ""').quiet is None
    policy = load('[quiet]\nhours = "12:00-14:30"')
    assert policy.quiet_for("normal") == QuietHours(time(12), time(14, 30))
    assert policy.quiet_for("emergency") is None


@pytest.mark.parametrize(
    ("text", "key", "right"),
    [
        (
            '[quite]\nhours = "22:00-07:00"',
            "quite",
            "unknown key; known here: deadlines, quiet, points, limits",
        ),
        ('[quiet]\nhour = "22:00-07:00"', "quiet.hour", "unknown key; known here: hours"),
        ('[deadlines.normal]\nanswers = "2h"', "deadlines.normal.answers", "unknown key; known here: answer"),
        ('[deadlines.normal]\nanswer = "2 hours"', "deadlines.normal.answer", "such as"),
        ('[deadlines.normal]\nanswer = "0h"', "deadlines.normal.answer", "above 0"),
        ('[deadlines.normal]\nanswer = "-2h"', "deadlines.normal.answer", "above 0"),
        ("[deadlines.normal]\nanswer = 2", "deadlines.normal.answer", "s, m, h, d or wd"),
        ('[deadlines.low]\nsolve = "999999d"', "deadlines.low.solve", "at most 366 days"),
        ('[deadlines.DRAIN]\nclimb = "soon"', "deadlines.DRAIN.climb", "whole number"),
        ('[deadlines."a b"]\nclimb = "1h"', "deadlines.a b", "urgency or a category code"),
        ('[deadlines]\nnormal = "2h"', "deadlines.normal", "a table"),
        ('deadlines = "2h"', "deadlines", "a table"),
        ("[deadlines.normal]\nremind = [0.5, 1.0]", "deadlines.normal.remind", "between 0 and 1"),
        ("[deadlines.normal]\nremind = [0]", "deadlines.normal.remind", "between 0 and 1"),
        ("[deadlines.normal]\nremind = [nan]", "deadlines.normal.remind", "between 0 and 1"),
        ("[deadlines.normal]\nremind = [true]", "deadlines.normal.remind", "between 0 and 1"),
        ("[deadlines.normal]\nremind = 0.5", "deadlines.normal.remind", "a list"),
        ('[quiet]\nhours = "22-7"', "quiet.hours", "22:00-07:00"),
        ("[quiet]\nhours = false", "quiet.hours", "22:00-07:00"),
        ("[points]\nclaim = -1", "points.claim", "from 0"),
        ("[points]\nwithdraw_late = 2", "points.withdraw_late", "to 0"),
        ("[points]\nclaim = true", "points.claim", "a whole number"),
        ("[limits]\nopen_claims = 0", "limits.open_claims", "from 1"),
        ("[limits]\nopen_claims = 2.5", "limits.open_claims", "a whole number"),
    ],
)
def test_a_fault_names_its_key_and_what_would_be_right(load, text: str, key: str, right: str) -> None:
    with pytest.raises(PolicyError) as caught:
        load(text)
    (fault,) = caught.value.faults
    assert fault.startswith((key + ":", key + " = "))
    assert right in fault
    assert "\n" not in fault


def test_all_faults_are_named_at_once(load) -> None:
    with pytest.raises(PolicyError) as caught:
        load("""
            colour = "red"
            [deadlines.normal]
            answer = "x"
            solve = "y"
            [deadlines.DRAIN]
            climb = 3
            [quiet]
            hours = "x"
            [points]
            claim = "x"
            [limits]
            swims = 1
        """)
    keys = [fault.split(" ")[0].rstrip(":") for fault in caught.value.faults]
    assert keys == [
        "colour",
        "deadlines.normal.answer",
        "deadlines.normal.solve",
        "deadlines.DRAIN.climb",
        "quiet.hours",
        "points.claim",
        "limits.swims",
    ]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"[deadlines", "is not TOML"),
        ("[quiet]\n# 安静".encode("gb18030"), "is not UTF-8"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_clear_fault(
    tmp_path: Path, content: bytes | None, word: str
) -> None:
    path = tmp_path / "policy.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PolicyError, match=word) as caught:
        Policy.load(path)
    assert len(caught.value.faults) == 1


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_bytes(b"\xef\xbb\xbf" + CONTRACT.encode())
    assert Policy.load(path) == Policy.builtin()


def test_the_built_in_table_is_whole() -> None:
    steps = {frozenset(table) for table in BUILTIN["deadlines"].values()}
    assert steps == {frozenset(Deadlines.__dataclass_fields__)}


durations = st.builds(Duration, st.integers(1, 300), st.sampled_from(["s", "m", "h", "d", "wd"]))
parts = st.lists(st.floats(0, 1, exclude_min=True, exclude_max=True), unique=True).map(sorted).map(tuple)


@given(st.builds(Deadlines, *[durations] * 6, parts))
def test_deadlines_survive_json(deadlines: Deadlines) -> None:
    assert Deadlines.from_dict(json.loads(json.dumps(deadlines.to_dict()))) == deadlines


def test_numbers_to_call_are_numbers_in_quotation_marks(load) -> None:
    policy = load('[emergency]\nfire = "+49 112"\ngas = "0971-123456"\n')
    assert (policy.emergency.fire, policy.emergency.police, policy.emergency.gas) == (
        "+49 112",
        "110",
        "0971-123456",
    )
    with pytest.raises(PolicyError) as refused:
        load('[emergency]\nfire = 119\npolice = ""\nambulance = "call us"\ngas = "<b>"\nflood = "1"\n')
    assert len(refused.value.faults) == 5
    assert "telephone number" in refused.value.faults[0]
