"""An old neighbour who does not write needs his medicine: a voice message, and a volunteer at his door."""

from bot.buttons import (
    Accept,
    Claim,
    Confirm,
    Finish,
    Offer,
    OfferTo,
    PickFound,
    PickKind,
    Rate,
    Reword,
    Submit,
    TalkOnTask,
)
from sandbox.play.steps import Presses, Sends, Story, Taps, Tells

MA, ZHANG, WU = "resident-ma", "building-01-1", "volunteer-5"

MEDICINE = Story(
    "page-story-title-medicine",
    (
        Presses(MA, "page-step-medicine-report", "label-report", "/report"),
        Sends(MA, "page-step-medicine-voice", sample="voice-medicine.ogg"),
        Taps(MA, "page-step-medicine-kind", PickKind, "❤️"),
        Taps(MA, "page-step-medicine-item", PickKind, "💊"),
        Tells(MA, "page-step-medicine-place", "story-medicine-place"),
        Taps(MA, "page-step-medicine-found", PickFound, "松柏苑"),
        Taps(MA, "page-step-medicine-submit", Submit),
        Taps(ZHANG, "page-step-medicine-accept", Accept),
        Taps(ZHANG, "page-step-medicine-offer", Offer),
        Taps(ZHANG, "page-step-medicine-reword", Reword),
        Tells(ZHANG, "page-step-medicine-group-words", "story-medicine-group-words"),
        Taps(ZHANG, "page-step-medicine-to", OfferTo, "松柏苑"),
        Taps(WU, "page-step-medicine-claim", Claim, group="compound"),
        Taps(WU, "page-step-medicine-message", TalkOnTask),
        Tells(WU, "page-step-medicine-soon", "story-medicine-soon"),
        Taps(WU, "page-step-medicine-done", Finish),
        Tells(WU, "page-step-medicine-result", "story-medicine-result"),
        Taps(MA, "page-step-medicine-solved", Confirm),
        Taps(MA, "page-step-medicine-stars", Rate, 5),
    ),
)
