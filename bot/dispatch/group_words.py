"""What groups read of a request: its words, or those chosen for it; never who asked, or the door."""

from bot.dispatch import masking
from storage import people
from storage.database import Tx
from storage.records import Request


async def present(tx: Tx, request: Request) -> str:
    """What a group that the request is offered to now would read."""
    return await masked(tx, request, request.words) if request.group_words is None else request.group_words


async def masked(tx: Tx, request: Request, words: str) -> str:
    """`words` without what tells who the resident is."""
    resident = await people.get(tx, request.resident_id)
    names = [resident.name, *resident.name.split()] if resident else []
    return masking.mask(words, names=names)
