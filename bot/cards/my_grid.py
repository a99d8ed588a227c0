"""My grid: what lies inside, what is open, who has which post, and where nobody is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.buttons import DrawGrid, MakePosters, OpenPeople, ShowCoverage, ViewGrid, pack
from bot.cards.listing import part, turning_to
from bot.cards.page import INSIDE_BUILDING, Page, level_in, lines, role_in, rows
from bot.cards.screen import Key, Screen
from bot.cards.tree import columns_of
from bot.dispatch import bindings, my_grid
from bot.dispatch.naming import inside
from bot.dispatch.routing import LINE
from bot.texts import plain_text
from storage import grids, groups
from storage import my_grid as kept
from storage.my_grid import Holder
from storage.records import Grid, Person, Role

MOST_POSTS = 12
NOBODY = "⚠️"


@dataclass(frozen=True, slots=True)
class Child:
    """A grid one level down, with those who answer there and how much is open in it. `missed`: nobody is
    there who should be; a unit needs nobody where its building has somebody."""

    grid: Grid
    around: Grid
    holders: list[Holder]
    busy: int
    missed: bool


async def my_grid_card(page: Page) -> Screen | None:
    """One grid; or the reader's own ones to choose from."""
    if page.reader is None:
        return None
    grid_id = page.view.get("grid", 0)
    grid = await grids.get(page.tx, grid_id) if grid_id else None
    if grid is None:
        return await _choose(page, page.reader)
    if not await my_grid.may_see(page.tx, page.reader.id, grid.id, page.now):
        return Screen(page.text("grid-not-yours"), lasting=True)
    return await _grid(page, page.reader, grid)


async def _choose(page: Page, reader: Person) -> Screen:
    own = await my_grid.own(page.tx, reader.id, page.now)
    if not own:
        return Screen(page.text("grid-not-yours"), lasting=True)
    at, shown = part(own, page.view.get("at", 0))
    keys = [Key(grid.name, pack(ViewGrid(grid.id, 0))) for grid in shown]
    turn = turning_to(page, lambda to: ViewGrid(0, to), at, len(own))
    return Screen(page.text("grid-choose"), (*rows(keys, 1), *([turn] if turn else [])), lasting=True)


async def _grid(page: Page, reader: Person, grid: Grid) -> Screen:
    path = await grids.path(page.tx, grid.id)
    busy = await kept.open_requests(page.tx, grid.id)
    holders: dict[int, list[Holder]] = defaultdict(list)
    for holder in await kept.roster(page.tx, grid.id, page.now):
        holders[holder.grid_id].append(holder)
    below = [
        _child(child, grid, holders, busy.get(child.id, 0))
        for child in await grids.children(page.tx, grid.id)
    ]
    # Where nobody leads stands first, then where most is to be done; the rest as in the file.
    below.sort(key=lambda child: (not child.missed, -child.busy))
    at, shown = part(below, page.view.get("at", 0))
    text = lines(
        page.text("grid-title", grid=grid.name),
        _way(page, path),
        _kind(page, grid),
        await _inside(page, grid),
        _open(page, sum(busy.values())),
        *_posts(page, grid, holders[grid.id]),
        await _binding(page, reader, grid),
        *_below(page, shown, len(below)),
        page.text("grid-legend"),
    )
    turn = turning_to(page, lambda to: ViewGrid(grid.id, to), at, len(below))
    return Screen(text, await _keys(page, reader, path, shown, turn), lasting=True)


def _child(child: Grid, around: Grid, holders: Mapping[int, list[Holder]], busy: int) -> Child:
    answering = [holder for holder in holders[child.id] if holder.role in LINE]
    looked_after = child.level in INSIDE_BUILDING and _led(holders[around.id])
    return Child(child, around, answering, busy, not answering and not looked_after)


def _way(page: Page, path: Sequence[Grid]) -> str | None:
    """The names from the root to the grid."""
    names = [grid.name for grid in reversed(path)]
    between = plain_text(page.language, "grid-between")
    return page.text("grid-path", names=between.join(names)) if len(names) > 1 else None


def _kind(page: Page, grid: Grid) -> str:
    level = level_in(page.language, grid.level)
    if grid.mode:
        return page.text("grid-kind", level=level, mode=plain_text(page.language, f"mode-{grid.mode}"))
    return (
        page.text("grid-dedicated", level=level) if grid.dedicated else page.text("line-words", words=level)
    )


async def _inside(page: Page, grid: Grid) -> str | None:
    """How many grids of each level."""
    said = [
        plain_text(
            page.language, "grid-level-count", level=level_in(page.language, level), count=str(how_many)
        )
        for level, how_many in await kept.levels(page.tx, grid.id)
    ]
    between = plain_text(page.language, "grid-level-between")
    return page.text("grid-inside", levels=between.join(said)) if said else None


def _open(page: Page, how_many: int) -> str:
    return page.text("grid-open", count=str(how_many)) if how_many else page.text("grid-open-none")


def _led(holders: Sequence[Holder]) -> bool:
    return any(holder.role in LINE for holder in holders)


def _posts(page: Page, grid: Grid, holders: Sequence[Holder]) -> list[str]:
    """Who has a post on the grid itself."""
    said = [_post(page, grid, holder) for holder in holders[:MOST_POSTS]]
    if not _led(holders):
        leader = role_in(page.language, Role.LEADER, grid.level)
        said.insert(0, page.text("grid-nobody", role=leader))
    more = len(holders) - MOST_POSTS
    return [
        page.text("grid-posts"),
        *said,
        *([page.text("grid-post-more", count=str(more))] if more > 0 else []),
    ]


def _post(page: Page, grid: Grid, holder: Holder) -> str:
    values = {
        "mark": mark(holder),
        "name": holder.name,
        "role": role_in(page.language, holder.role, grid.level),
    }
    if holder.away_until:
        values |= {"until": page.moment(holder.away_until), "by": holder.stand_in}
        return page.text("grid-post-stand-in" if holder.stand_in else "grid-post-away", **values)
    return page.text("grid-post", **values)


def mark(holder: Holder) -> str:
    """Whether messages reach them, at a glance."""
    if not holder.linked:
        return "!"
    if not holder.reachable:
        return "⛔"
    return "🏖" if holder.away_until else "✓"


async def _binding(page: Page, reader: Person, grid: Grid) -> str | None:
    """What to send in a group to have it serve the grid, as long as none does, to whoever may bind one."""
    if not await bindings.may_bind(page.tx, reader, grid, page.now):
        return None
    own = await groups.of_grids(page.tx, [grid.id])
    return None if own else page.text("grid-bind", code=grid.code)


def _below(page: Page, shown: Sequence[Child], how_many: int) -> list[str]:
    """A line for each child of this page."""
    if not how_many:
        return []
    said = []
    for child in shown:
        values = {"grid": inside(child.grid.name, child.around.name), "who": _who(page, child)}
        said.append(
            page.text("grid-child-busy", count=str(child.busy), **values)
            if child.busy
            else page.text("grid-child", **values)
        )
    return [page.text("grid-children", count=str(how_many)), *said]


def _who(page: Page, child: Child) -> str:
    """Those who answer there, with their marks."""
    if child.holders:
        return page.listed([f"{mark(holder)} {holder.name}" for holder in child.holders])
    if not child.missed:
        return plain_text(page.language, "grid-child-through", grid=child.around.name)
    leader = role_in(page.language, Role.LEADER, child.grid.level)
    return plain_text(page.language, "grid-child-vacant", role=leader)


async def _keys(
    page: Page,
    reader: Person,
    path: Sequence[Grid],
    shown: Sequence[Child],
    turn: tuple[Key, ...],
) -> tuple[tuple[Key, ...], ...]:
    """The children, what can be had of this grid, and the way back."""
    grid = path[0]
    children = [_opening(child) for child in shown]
    errands = [page.key("label-picture", DrawGrid(grid.id))]
    if await my_grid.may_see_coverage(page.tx, reader.id, grid.id, page.now):
        errands += [
            page.key("label-posters", MakePosters(grid.id)),
            page.key("label-people", OpenPeople(grid.id, 0)),
            page.key("label-coverage", ShowCoverage(grid.id)),
        ]
    back = await _back(page, reader, path)
    found = (*rows(children, min(2, columns_of(children))), turn, *rows(errands, 2), back)
    return tuple(row for row in found if row)


def _opening(child: Child) -> Key:
    name = inside(child.grid.name, child.around.name)
    return Key(f"{NOBODY} {name}" if child.missed else name, pack(ViewGrid(child.grid.id, 0)))


async def _back(page: Page, reader: Person, path: Sequence[Grid]) -> tuple[Key, ...]:
    """To the grid around it, if the reader may see that; else to the choice, where there is one."""
    if len(path) > 1 and await my_grid.may_see(page.tx, reader.id, path[1].id, page.now):
        return (page.key("label-back", ViewGrid(path[1].id, 0)),)
    own = await my_grid.own(page.tx, reader.id, page.now)
    return (page.key("label-back", ViewGrid(0, 0)),) if len(own) > 1 else ()
