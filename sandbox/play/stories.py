"""The stories that can be followed with the guide or replayed."""

from typing import NamedTuple


class Story(NamedTuple):
    """A story: the key of its title."""

    title: str


STORIES: dict[str, Story] = {}
