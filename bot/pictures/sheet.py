"""A tall white picture, as wide as a phone shows it, and words on it."""

import functools
from io import BytesIO
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from bot.pictures.lettering import FONT, Measure, cut, tidy

WIDTH, TALLEST, MARGIN = 1080, 2600, 40  # pixels
INSIDE = WIDTH - 2 * MARGIN
INK, GREY, LINE, RED, GREEN, WHITE = "#1a1a1a", "#666666", "#cfcfcf", "#b3001b", "#1b7a3d", "#ffffff"
COLOURS = ((0, "#c9d8c5"), (2, "#ffe27a"), (5, "#ffab4a"))
"""Up to so many open requests → the colour."""
MOST_COLOUR = "#ec5b50"


def colour_of(how_many: int) -> str:
    """The more is open, the redder."""
    return next((colour for most, colour in COLOURS if how_many <= most), MOST_COLOUR)


@functools.cache
def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


def measure(size: int) -> Measure:
    """How wide words of a size are, in pixels."""
    return font(size).getlength


class Sheet:
    """What has been drawn so far reaches down to `foot`."""

    def __init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH, TALLEST), WHITE)
        self.draw = ImageDraw.Draw(self.image)
        self.foot = MARGIN

    def words(
        self,
        at: tuple[float, float],
        words: str,
        size: int,
        *,
        colour: str = INK,
        width: float = INSIDE,
        bold: bool = False,
        anchor: Literal["lm", "mm", "rm"] = "lm",
        halo: int = 0,
    ) -> None:
        """One line, cut where it does not fit; `at`: its middle line. With a `halo` it is seen on any."""
        shown = cut(tidy(words), width, measure(size))
        if halo:
            self.draw.text(at, shown, WHITE, font(size), anchor, stroke_width=halo, stroke_fill=WHITE)
        thick = 1 if bold else 0
        self.draw.text(at, shown, colour, font(size), anchor, stroke_width=thick, stroke_fill=colour)

    def png(self) -> bytes:
        """The picture down to its foot; the same drawing is the same bytes."""
        out = BytesIO()
        whole = self.image.crop((0, 0, WIDTH, min(TALLEST, self.foot + MARGIN)))
        whole.save(out, "PNG")
        return out.getvalue()
