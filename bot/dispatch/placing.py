"""Where a report in the making is: what its words, a location, Home or the poster at the door say of it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.dispatch.gridtree import Tree
from bot.dispatch.ground import Ground
from bot.dispatch.places import MOST_CHOICES, Found, Index
from bot.dispatch.refusals import Gone, WhichOffice
from storage.records import Draft, Person


def at(draft: Draft, grid_id: int, *, place_words: str | None = None) -> Draft:
    """The draft with its place settled."""
    words = draft.place_words if place_words is None else place_words
    return replace(
        draft, grid_id=grid_id, place_words=words, found=(), at_grid_id=None, page=0, unplaced=False
    )


def at_home(draft: Draft, person: Person, home: int) -> Draft:
    """The place is the person's home, with the door they wrote of it once, unless they wrote another now."""
    return at(draft, home, place_words=draft.place_words or person.home_door)


def nowhere(draft: Draft) -> Draft:
    """The place is asked for anew: what was written of the first one does not hold for another."""
    return replace(draft, grid_id=None, place_words="", found=(), at_grid_id=None, page=0, unplaced=False)


def unsure(draft: Draft, person: Person, index: Index) -> Draft:
    """The place is somewhere in the grid that is open, else in all that one may choose from; the office is to
    find it, beginning with what the words may mean. Raises WhichOffice where there are several of them, Gone
    where there is no grid at all."""
    tree = index.tree
    home, words = home_of(person, index), f"{draft.place_words} {draft.words}".strip()
    place = tree.places.get(draft.at_grid_id or 0)
    if place is None:
        meant = [home] if home else index.find(words).choices
        place = _outermost(tree, [tree.places[each] for each in meant])
        while place + 1 < tree.ends[place] == tree.ends[place + 1]:  # nothing but the next is inside
            place += 1
    said = index.find(words, near=tree.ids[place])
    return replace(at(draft, tree.ids[place]), unplaced=True, found=said.choices)


def _outermost(tree: Tree, meant: Sequence[int]) -> int:
    """The root around all that are meant; where none are, the only one."""
    if not tree.ids:
        raise Gone
    roots = {list(tree.upward(place))[-1] for place in meant}
    if len(roots) == 1:
        return roots.pop()
    if tree.ends[0] < len(tree.ids):
        raise WhichOffice
    return 0


def home_of(person: Person, index: Index) -> int | None:
    """The grid the person has called home, if it is still there."""
    return person.home_grid_id if person.home_grid_id in index.tree.places else None


def written(draft: Draft, text: str, person: Person, index: Index) -> Draft:
    """With what was written when the place was asked for. What of it is no grid is kept beside; nothing of it
    is lost."""
    near = draft.at_grid_id or home_of(person, index)
    found = _find(index, draft.place_words, text, near)
    if found.clear is not None:
        return at(draft, found.clear, place_words=found.rest)
    whole = f"{draft.place_words} {text}".strip()
    return replace(draft, place_words=whole, found=found.choices, at_grid_id=None, page=0)


def told(draft: Draft, words: str, person: Person, index: Index, *, first: bool) -> Draft:
    """With the place that the words of the report name; a first message that names none is from home. A place
    that was chosen stands."""
    home = home_of(person, index)
    if draft.grid_id not in (None, home) and not draft.unplaced:
        return draft
    found = index.find(words, near=home) if words else Found((), "")
    if found.clear is not None:
        return draft if _lies_in(index, draft.grid_id, found.clear) else _moved(draft, found.clear, person)
    if draft.grid_id is None and len(found.choices) < MOST_CHOICES:  # as many may be any of a whole city
        if home is not None and first and not found.choices and found.sure:
            return at_home(draft, person, home)
        return replace(draft, found=found.choices or draft.found)
    return draft


def located(draft: Draft, spot: tuple[float, float], person: Person, ground: Ground) -> Draft:
    """With the place of a location (longitude, latitude). The last one wins, but a place that it agrees with
    stands; where it may be several, they are asked about."""
    found = ground.find(*spot)
    if not found.choices:
        return draft
    if draft.grid_id is not None and not draft.unplaced and ground.around(draft.grid_id) in found.choices:
        return draft
    if found.clear is not None:
        return _moved(draft, found.clear, person)
    return replace(
        _left(draft, person), grid_id=None, found=found.choices, at_grid_id=None, page=0, unplaced=False
    )


def _moved(draft: Draft, grid_id: int, person: Person) -> Draft:
    """The place is this one, not what was taken for it by itself."""
    return at(_left(draft, person), grid_id)


def _left(draft: Draft, person: Person) -> Draft:
    """Without the door of home, where home was taken for the place."""
    from_home = draft.grid_id is not None and draft.grid_id == person.home_grid_id
    return replace(draft, place_words="") if from_home and draft.place_words == person.home_door else draft


def _find(index: Index, before: str, text: str, near: int | None) -> Found:
    """What was written of the place, together with what was written before; if that is unclear, alone."""
    together = index.find(f"{before} {text}".strip(), near=near, forgiving=True)
    if not before or together.clear is not None:
        return together
    alone = index.find(text, near=near, forgiving=True)
    if not alone.choices or (together.choices and not alone.sure):
        return together
    return Found(alone.choices, f"{before} {alone.rest}".strip(), sure=alone.sure)


def _lies_in(index: Index, grid_id: int | None, outer: int) -> bool:
    places = index.tree.places
    return grid_id in places and places[outer] in index.tree.upward(places[grid_id])
