"""One map, one table: a grid, what is open in each part of it, and who answers there."""

from bot.pictures.lettering import tidy
from bot.pictures.maps import draw_map, shapes_of
from bot.pictures.sheet import (
    COLOURS,
    GREEN,
    GREY,
    INK,
    INSIDE,
    LINE,
    MARGIN,
    MOST_COLOUR,
    RED,
    WIDTH,
    Sheet,
    colour_of,
    measure,
)
from bot.pictures.tiles import draw_tiles
from bot.pictures.view import Child, GridView, State
from bot.texts import plain_text

MOST_ROWS = 14
"""Rows of the table: Telegram makes what is taller too small to be read on a phone."""
ROW = 56
GAP = 24
LEADER, COUNT = 470, WIDTH - MARGIN - 12
"""Where the second column begins, and where the third ends."""
WORDS_OF_COLOURS = ("picture-none", "picture-few", "picture-some", "picture-many")


def grid_picture(view: GridView, language: str) -> bytes:
    """The picture as PNG, 1,080 pixels wide: a map where there are boundaries, else boxes; below it a table
    with those parts first where nobody can be reached."""
    sheet = Sheet()
    _title(sheet, view, language)
    if view.children:
        shapes = shapes_of(view)
        if shapes:
            draw_map(sheet, view, shapes)
        else:
            draw_tiles(sheet, view, language)
        _legend(sheet, view, language, off_map=len(view.children) - len(shapes) if shapes else 0)
        _table(sheet, view, language)
    return sheet.png()


def _title(sheet: Sheet, view: GridView, language: str) -> None:
    name = tidy(view.name)
    size = max(40, min(64, int(64 * INSIDE / max(measure(64)(name), 1))))
    sheet.words((MARGIN, sheet.foot + 36), name, size, bold=True)
    now, gaps = view.now, sum(child.state.is_gap for child in view.children)
    at = plain_text(language, "moment", month=now.month, day=str(now.day), time=f"{now:%H:%M}")
    said = [at, plain_text(language, "picture-open", count=str(view.open))]
    said += [plain_text(language, "picture-gaps", count=str(gaps))] if gaps else []
    sheet.words((MARGIN, sheet.foot + 100), " · ".join(said), 34, colour=GREY)
    sheet.foot += 100 + 17 + GAP


def _legend(sheet: Sheet, view: GridView, language: str, *, off_map: int) -> None:
    """What the colours mean, and what is not on the map."""
    top = sheet.foot + GAP
    left: float = MARGIN
    colours = [*(colour for _, colour in COLOURS), MOST_COLOUR]
    for key, colour in zip(WORDS_OF_COLOURS, colours, strict=True):
        left = _key(sheet, (left, top), colour, plain_text(language, key))
    if any(child.dedicated for child in view.children):
        _key(sheet, (left, top), None, plain_text(language, "picture-dedicated"))
    sheet.foot = top + 36
    if off_map:
        words = plain_text(language, "picture-off-map", count=str(off_map))
        sheet.words((MARGIN, sheet.foot + 28), words, 28, colour=GREY)
        sheet.foot += 46


def _key(sheet: Sheet, corner: tuple[float, float], colour: str | None, words: str) -> float:
    """A square with what it means; where the next may stand. Without a colour it stands for dedicated."""
    left, top = corner
    sheet.draw.rectangle((left, top, left + 36, top + 36), fill=colour, outline=INK, width=2 if colour else 4)
    if colour is None:
        sheet.draw.line((left, top + 36, left + 36, top), fill=INK, width=2)
    sheet.words((left + 46, top + 18), words, 28)
    return left + 46 + measure(28)(words) + 26


def _table(sheet: Sheet, view: GridView, language: str) -> None:
    """A line for each part, gaps first, then those with most to do."""
    sheet.foot += GAP
    _row(sheet, [plain_text(language, f"picture-head-{each}") for each in ("grid", "leader", "open")])
    order = list(State)
    ordered = sorted(
        view.children,
        key=lambda child: (order.index(child.state) if child.state.is_gap else len(order), -child.open),
    )
    for child in ordered[:MOST_ROWS]:
        sheet.draw.line((MARGIN, sheet.foot, WIDTH - MARGIN, sheet.foot), LINE, 2)
        _part(sheet, child, language)
    if len(ordered) > MOST_ROWS:
        words = plain_text(language, "picture-more", count=str(len(ordered) - MOST_ROWS))
        sheet.words((WIDTH / 2, sheet.foot + ROW / 2), words, 32, colour=GREY, anchor="mm")
        sheet.foot += ROW


def _row(sheet: Sheet, cells: list[str]) -> None:
    middle = sheet.foot + ROW / 2
    sheet.words((MARGIN, middle), cells[0], 30, colour=GREY)
    sheet.words((LEADER, middle), cells[1], 30, colour=GREY)
    sheet.words((COUNT, middle), cells[2], 30, colour=GREY, anchor="rm")
    sheet.foot += ROW


def _part(sheet: Sheet, child: Child, language: str) -> None:
    middle = sheet.foot + ROW / 2
    sheet.words((MARGIN, middle), child.name, 34, width=LEADER - MARGIN - 20)
    words = plain_text(language, f"picture-{child.state}", name=child.leader)
    colour = RED if child.state.is_gap else GREEN if child.state is State.LINKED else GREY
    sheet.words((LEADER, middle), words, 34, colour=colour, width=COUNT - LEADER - 90)
    if child.open:
        half = max(38, measure(34)(str(child.open)) / 2 + 12)
        box = (COUNT + 12 - 2 * half, middle - 22, COUNT + 12, middle + 22)
        sheet.draw.rounded_rectangle(box, 12, fill=colour_of(child.open))
        sheet.words((COUNT + 12 - half, middle), str(child.open), 34, bold=True, anchor="mm")
    sheet.foot += ROW
