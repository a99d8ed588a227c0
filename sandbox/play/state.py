"""The play's own state, as the page is told it."""

from typing import TYPE_CHECKING, Any

from sandbox.play.stories import STORIES
from sandbox.sample.media import SAMPLES
from sandbox.sample.places import doors, spots

if TYPE_CHECKING:
    from sandbox.play.play import Play


def play_view(play: "Play") -> dict[str, Any]:
    """The clock, the bot, the troubles, the guide."""
    zone, deadline, guide = play.zone, play.deadline, play.guide
    return {
        "clock": play.tg.clock.now().astimezone(zone).isoformat(),
        "zone": zone.key,
        "moving": play.moving,
        "next": deadline and {"at": deadline.at.astimezone(zone).isoformat(), "number": deadline.number},
        "bot": play.bot.state,
        "username": play.tg.username,
        "language": play.language,
        "troubles": play.troubles.view(),
        "story": guide and guide.view(),
        "replaying": play.replaying,
    }


def at_hand() -> dict[str, Any]:
    """What the people have at hand from beginning to end."""
    return {
        "stories": [{"name": name, "title": story.title} for name, story in STORIES.items()],
        "samples": [sample._asdict() for sample in SAMPLES],
        "doors": [door._asdict() for door in doors()],
        "spots": [spot._asdict() for spot in spots()],
    }
