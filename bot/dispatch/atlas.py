"""The index of places, kept in memory and made anew when the tree of grids has changed."""

from bot.dispatch.places import Index
from storage import grids, stamps
from storage.database import Tx

STAMP = "grids"
"""Whoever writes the tree of grids bumps it."""


class Atlas:
    """All grids of one database by their names."""

    def __init__(self) -> None:
        self._stamp = -1
        self._index = Index.of(())

    async def index(self, tx: Tx) -> Index:
        """The index of the tree as it is now. Making it takes under two seconds for a city."""
        stamp = await stamps.get(tx, STAMP)
        if stamp != self._stamp:
            self._index = Index.of(await grids.everywhere(tx))
            self._stamp = stamp
        return self._index
