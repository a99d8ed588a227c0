"""The stories that can be followed with the guide or replayed, by their names."""

from sandbox.play.steps import Story
from sandbox.play.stories.drain import DRAIN
from sandbox.play.stories.medicine import MEDICINE
from sandbox.play.stories.silence import SILENCE

STORIES: dict[str, Story] = {"drain": DRAIN, "medicine": MEDICINE, "silence": SILENCE}
FIRST = "drain"
"""Whoever opens the page is led through it."""
