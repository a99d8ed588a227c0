"""The index of places, kept in memory and made anew when the tree of grids has changed."""

from bot.dispatch.ground import Ground
from bot.dispatch.places import Index
from storage import grids, stamps
from storage.database import Tx

STAMP = "grids"
"""Whoever writes the tree of grids bumps it."""


class Atlas:
    """All grids of one database by their names, and by their boundaries where they have any."""

    def __init__(self) -> None:
        self._stamp = -1
        self._index = Index.of(())
        self._ground: Ground | None = None

    async def index(self, tx: Tx) -> Index:
        """The index of the tree as it is now. Making it takes under two seconds for a city."""
        await self._keep_up(tx)
        return self._index

    async def ground(self, tx: Tx) -> Ground | None:
        """The boundaries as they are now; None where no grid has one."""
        await self._keep_up(tx)
        return self._ground

    async def _keep_up(self, tx: Tx) -> None:
        stamp = await stamps.get(tx, STAMP)
        if stamp != self._stamp:
            everywhere = await grids.everywhere(tx)
            self._index = Index.of(everywhere)
            self._ground = Ground.of(self._index.tree, everywhere)
            self._stamp = stamp
