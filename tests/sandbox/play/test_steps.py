"""What counts as a step of a story, and where a story stands after a deed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons import Accept, Claim, Finish, OfferPlaces, OfferTo, Submit
from bot.texts import LANGUAGES
from sandbox.play.steps import Deed, Opens, Passes, Presses, Sends, Taps, Tells, Waits, after
from sandbox.play.stories import STORIES
from sandbox.play.texts import page_texts
from sandbox.sample import media
from sandbox.sample.cast import BY_KEY, GROUPS

OPENS = Opens("wang", "", "at_XY01")
PRESSES = Presses("wang", "", "label-report", "/report")
TELLS = Tells("wang", "", "story-drain-thanks")
SENDS = Sends("wang", "", sample="drain.jpg")
ASKS = Tells("wang", "", "/open", group="compound")
TAPS = Taps("wang", "", Claim, group="compound")
PASSES = Passes("", "", 10)
WAITS = Waits("", "", "li", Accept)


@pytest.mark.parametrize(
    ("step", "deed", "fits"),
    [
        (OPENS, Deed("wang", "start", said="at_XY01"), True),
        (OPENS, Deed("wang", "says", said="/start at_XY01"), True),
        (OPENS, Deed("wang", "start"), False),
        (OPENS, Deed("wang", "start", said="at_XY02"), False),
        (PRESSES, Deed("wang", "presses", said="我要反映"), True),
        (PRESSES, Deed("wang", "presses", said="Report"), True),
        (PRESSES, Deed("wang", "says", said="/report"), True),
        (PRESSES, Deed("wang", "presses", said="更多"), False),
        (TELLS, Deed("wang", "says", said="谢谢"), True),
        (TELLS, Deed("wang", "sends"), True),
        (TELLS, Deed("wang", "says", said="/help"), False),
        (TELLS, Deed("wang", "says", "compound", said="谢谢"), False),
        (TELLS, Deed("wang", "sticker"), False),
        (SENDS, Deed("wang", "sends", said="看"), True),
        (SENDS, Deed("wang", "says", said="堵了"), True),
        (ASKS, Deed("wang", "says", "compound", said="/open"), True),
        (ASKS, Deed("wang", "says", "compound", said="大家好"), False),
        (ASKS, Deed("wang", "says", said="/open"), False),
        (TAPS, Deed("wang", "taps", "compound", press=Claim), True),
        (TAPS, Deed("wang", "taps", press=Claim), True),  # the same button stands in private, too
        (TAPS, Deed("wang", "taps", "compound", press=Accept), False),
        (TAPS, Deed("wang", "taps", "compound"), False),
        (PASSES, Deed("", "passes"), True),
        (WAITS, Deed("", "passes"), False),
        (WAITS, Deed("", "passes", heard=frozenset({("li", Finish), ("wang", Accept)})), False),
        (WAITS, Deed("", "passes", heard=frozenset({("li", Accept)})), True),
    ],
)
def test_a_step_is_done_in_whatever_way_it_is_done(step, deed, fits):
    assert step.fits(deed) is fits
    assert after([step], 0, deed) == int(fits)


@pytest.mark.parametrize(
    ("which", "label", "press", "leads"),
    [
        (None, "接单", Claim(3), True),
        (None, "受理", Accept(3), False),
        (2, "2", OfferPlaces(7, 2), True),
        (2, "20", OfferPlaces(7, 20), False),
        ("松柏苑", "松柏苑邻里群", OfferTo(7, 1, 2), True),
        ("松柏苑", "向阳里红马甲", OfferTo(7, 2, 2), False),
    ],
)
def test_among_several_buttons_the_story_knows_its_own(which, label, press, leads):
    kind = Claim if which is None else type(press)
    assert Taps("wang", "", kind, which).leads(label, press) is leads


STORY = [
    OPENS,
    SENDS,
    Taps("wang", "", Submit),
    Taps("li", "", Accept),
    Tells("li", "", "story-drain-thanks"),
    WAITS,
    WAITS,
    PASSES,
]


@pytest.mark.parametrize(
    ("at", "deed", "then"),
    [
        (0, Deed("wang", "sends"), 2),  # without the link: forward past it
        (0, Deed("wang", "taps", press=Submit), 3),
        (0, Deed("li", "taps", press=Accept), 4),
        (0, Deed("li", "says", said="在"), 0),  # words are about anything: past nobody else's step
        (3, Deed("li", "says", said="在"), 5),
        (3, Deed("zhao", "taps", press=Accept), 3),
        (3, Deed("wang", "taps", press=Submit), 3),  # what is behind is behind
        (5, Deed("", "passes", heard=frozenset({("li", Accept)})), 7),  # one night is long enough for both
        (8, Deed("", "passes"), 8),
    ],
)
def test_a_deed_leads_on_from_where_the_story_stands(at, deed, then):
    assert after(STORY, at, deed) == then


DEEDS = st.builds(
    Deed,
    who=st.sampled_from(["", "wang", "li", "zhao"]),
    act=st.sampled_from(["start", "says", "sends", "taps", "passes", "blocks"]),
    said=st.sampled_from(["", "at_XY01", "/open", "好"]),
    press=st.sampled_from([None, Submit, Accept, Claim]),
    heard=st.sets(st.sampled_from([("li", Accept), ("wang", Accept)])).map(frozenset),
)


@given(deeds=st.lists(DEEDS, max_size=20))
def test_a_story_never_goes_back_nor_past_its_end(deeds):
    at = 0
    for deed in deeds:
        then = after(STORY, at, deed)
        assert at <= then <= len(STORY)
        at = then


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_a_story_is_short_and_all_it_names_is_there(story):
    assert len(story.steps) <= 20
    for language in LANGUAGES:
        assert {story.title, *(step.text for step in story.steps)} <= page_texts(language).keys()
    assert {step.who for step in story.steps} <= {"", *BY_KEY}
    assert {step.group for step in story.steps} <= {"", *(group.key for group in GROUPS)}
    assert {step.whom for step in story.steps if isinstance(step, Waits)} <= set(BY_KEY)
    assert {step.sample for step in story.steps if isinstance(step, Sends)} <= set(media.NAMES)
