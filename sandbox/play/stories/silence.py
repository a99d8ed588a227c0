"""Nobody answers: reminders, then the level above hears of it and takes it over."""

from bot.buttons import Accept, Confirm, Rate, Resolve, Submit
from sandbox.play.steps import Opens, Sends, Story, Taps, Tells, Waits

WANG, CHEN, LI = "resident-wang", "building-01-2", "leader-01"

SILENCE = Story(
    "page-story-title-silence",
    (
        Opens(WANG, "page-step-silence-link", "at_XY01-2-1"),
        Sends(WANG, "page-step-silence-words", "story-silence-words", sample="lamp.jpg"),
        Taps(WANG, "page-step-silence-submit", Submit),
        Waits("", "page-step-silence-reminder", CHEN, Accept),
        Waits("", "page-step-silence-escalated", LI, Accept),
        Taps(LI, "page-step-silence-takes", Accept),
        Taps(LI, "page-step-silence-done", Resolve),
        Tells(LI, "page-step-silence-result", "story-silence-result"),
        Taps(WANG, "page-step-silence-solved", Confirm),
        Taps(WANG, "page-step-silence-stars", Rate, 4),
    ),
)
