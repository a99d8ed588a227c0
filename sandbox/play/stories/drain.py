"""A drain is blocked: from the poster at the door to five stars, by five people in one morning."""

from bot.buttons import Accept, Arrive, Claim, Confirm, Finish, Offer, OfferPlaces, OfferTo, Rate, Submit
from sandbox.play.steps import Opens, Passes, Sends, Story, Taps, Tells

WANG, CHEN = "resident-wang", "building-01-2"
TIAN, WU, HAN = "volunteer-4", "volunteer-5", "volunteer-6"

DRAIN = Story(
    "page-story-title-drain",
    (
        Opens(WANG, "page-step-drain-link", "at_XY01-2-1"),
        Sends(WANG, "page-step-drain-photo", "story-drain-photo", sample="drain.jpg"),
        Taps(WANG, "page-step-drain-submit", Submit),
        Taps(CHEN, "page-step-drain-accept", Accept),
        Taps(CHEN, "page-step-drain-offer", Offer),
        Taps(CHEN, "page-step-drain-places", OfferPlaces, 2),
        Taps(CHEN, "page-step-drain-to", OfferTo, "松柏苑"),
        Taps(TIAN, "page-step-drain-claim", Claim, group="compound"),
        Taps(WU, "page-step-drain-claim-too", Claim, group="compound"),
        Tells(HAN, "page-step-drain-late", "/open", group="compound"),
        Taps(TIAN, "page-step-drain-arrived", Arrive),
        Taps(TIAN, "page-step-drain-done", Finish),
        Sends(TIAN, "page-step-drain-result", "story-drain-result", sample="drain-done.jpg"),
        Taps(WU, "page-step-drain-done-too", Finish),
        Tells(WU, "page-step-drain-result-too", "story-drain-result-too"),
        Passes("", "page-step-drain-hours", 4 * 60),
        Taps(WANG, "page-step-drain-solved", Confirm),
        Taps(WANG, "page-step-drain-stars", Rate, 5),
        Tells(WANG, "page-step-drain-thanks", "story-drain-thanks"),
    ),
)
