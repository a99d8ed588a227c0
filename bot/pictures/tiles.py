"""Where there are no boundaries: the grid as a box, and its children as boxes in it."""

from collections.abc import Sequence

from bot.pictures.sheet import GREY, INK, INSIDE, LINE, MARGIN, WIDTH, Sheet, colour_of
from bot.pictures.view import Child, GridView
from bot.texts import plain_text

MOST = 21
GAP, PAD, HEIGHT = 14, 24, 108
FEW = 4
"""So many children have two columns, more have three."""


def draw_tiles(sheet: Sheet, view: GridView, language: str) -> None:
    """Draw them below what there is, in the order of their file; of too many, those with most to do."""
    shown = _shown(view.children)
    columns = min(len(shown), 2 if len(shown) <= FEW else 3)
    more = len(view.children) - len(shown)
    rows = -(-len(shown) // columns)
    height = 2 * PAD + rows * (HEIGHT + GAP) - GAP + (56 if more else 0)
    box = (MARGIN, sheet.foot, WIDTH - MARGIN, sheet.foot + height)
    sheet.draw.rounded_rectangle(box, 20, outline=LINE, width=4)
    width = (INSIDE - 2 * PAD - (columns - 1) * GAP) / columns
    for at, child in enumerate(shown):
        row, column = divmod(at, columns)
        left, top = MARGIN + PAD + column * (width + GAP), sheet.foot + PAD + row * (HEIGHT + GAP)
        _tile(sheet, child, (left, top), width, language)
    if more:
        words = plain_text(language, "picture-more", count=str(more))
        sheet.words((WIDTH / 2, box[3] - PAD - 16), words, 32, colour=GREY, anchor="mm")
    sheet.foot += height


def _shown(children: Sequence[Child]) -> list[Child]:
    if len(children) <= MOST:
        return list(children)
    fullest = sorted(range(len(children)), key=lambda at: (-children[at].open, at))[:MOST]
    return [children[at] for at in sorted(fullest)]


def _tile(sheet: Sheet, child: Child, corner: tuple[float, float], width: float, language: str) -> None:
    left, top = corner
    box = (left, top, left + width, top + HEIGHT)
    outline, thick = (INK, 5) if child.dedicated else (LINE, 2)
    sheet.draw.rounded_rectangle(box, 14, fill=colour_of(child.open), outline=outline, width=thick)
    middle = left + width / 2
    sheet.words((middle, top + 34), child.name, 34, width=width - 20, anchor="mm")
    count = plain_text(language, "picture-count", count=str(child.open)) if child.open else "–"
    sheet.words((middle, top + 78), count, 34, width=width - 20, bold=bool(child.open), anchor="mm")
