"""Posters for doors: an A4 page each, with a QR code that begins a report from there. To be read from three
steps away, also printed in black and white."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

import segno
from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bot.pictures.lettering import FONT, LEADING, fitted, tidy
from bot.texts import LANGUAGES, plain_text

WIDTH, HEIGHT = A4  # points, from the lower left
MARGIN = 40
INSIDE = WIDTH - 2 * MARGIN
MIDDLE = WIDTH / 2
RED, GREY = HexColor("#c8102e"), HexColor("#444444")
FACE, FRAME = "Redvest", "frame"
HEADER = 132
NAME_BOX = (INSIDE, 168)
CODE_WIDTH, CODE_FOOT = 296, 231
CORRECTION = "q"
"""A quarter of the code may be scratched or pasted over."""
MASK = 0
"""Every mask can be read; trying which of the eight looks best takes four fifths of all the time."""
QUIET = 4
"""Modules that stay white around a code, as the standard asks."""
BOLD = 0.03
"""How thick the outline of bold letters is, in sizes of the letters."""


@dataclass(frozen=True, slots=True)
class Poster:
    """One page: the name as people say it, "锦绣苑 3号楼", and where its code leads."""

    name: str
    link: str


def posters(pages: Iterable[Poster], out: IO[bytes], *, language: str) -> int:
    """Write the PDF in the community's language, with the other one small below; how many pages it has."""
    if FACE not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FACE, FONT))
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(plain_text(language, "poster-slogan"))
    _define_frame(canvas, language)
    count = 0
    for poster in pages:
        canvas.doForm(FRAME)
        _name(canvas, tidy(poster.name))
        _code(canvas, poster.link)
        _centred(canvas, poster.link.removeprefix("https://"), CODE_FOOT - 14, _fitting(poster.link, 15))
        canvas.showPage()
        count += 1
    canvas.save()
    return count


def _define_frame(canvas: Canvas, language: str) -> None:
    """What stands on every page, kept in the document once."""
    (other,) = (each for each in LANGUAGES if each != language)
    canvas.beginForm(FRAME, 0, 0, WIDTH, HEIGHT)
    canvas.setFillColor(RED)
    canvas.rect(0, HEIGHT - HEADER, WIDTH, HEADER, stroke=0, fill=1)
    _vest(canvas, MARGIN, HEIGHT - HEADER + 20, HEADER - 40)
    left = MARGIN + HEADER - 18
    title, slogan = plain_text(language, "poster-title"), plain_text(language, "poster-slogan")
    _bold(canvas, title, (left, HEIGHT - 68), 54, white)
    _bold(canvas, slogan, (left, HEIGHT - 110), _fitting(slogan, 26, WIDTH - left - 20), white)
    _instructions(canvas, language, other)
    canvas.endForm()


def _instructions(canvas: Canvas, language: str, other: str) -> None:
    """What to do, large, in the one language; small in the other."""
    do, without = plain_text(language, "poster-do").splitlines(), plain_text(language, "poster-without")
    size = min(_fitting(line, 40) for line in do)
    for below, line in zip(range(len(do) - 1, -1, -1), do, strict=True):
        foot = 121 + below * size * LEADING
        _bold(canvas, line, (MIDDLE - _width(line, size) / 2, foot), size, black)
    _centred(canvas, without, 86, _fitting(without, 20))
    canvas.setStrokeColor(RED)
    canvas.setLineWidth(2)
    canvas.line(MARGIN, 70, WIDTH - MARGIN, 70)
    for key, foot in (("poster-do", 48), ("poster-without", 29)):
        words = plain_text(other, key).replace("，\n", "，").replace("\n", " ")
        _centred(canvas, words, foot, _fitting(words, 14), GREY)


def _vest(canvas: Canvas, left: float, foot: float, size: float) -> None:
    """A vest with an open front."""
    path = canvas.beginPath()
    half = [(2, 0), (2, 56), (17, 100), (36, 96), (33, 70), (46, 55), (46, 0)]
    for side in (-1, 1):
        points = [(left + size * (50 + side * x) / 100, foot + size * y / 100) for x, y in half]
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        path.close()
    canvas.setFillColor(white)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.setFillColor(RED)
    for stripe in (14, 34):
        canvas.rect(left, foot + size * stripe / 100, size, size * 0.07, stroke=0, fill=1)


def _name(canvas: Canvas, name: str) -> None:
    """As large as it can be."""
    width, height = NAME_BOX
    size, lines = fitted(name, width, height, _of_size_one, largest=118, whole=44, smallest=18)
    top = HEIGHT - HEADER - 12 - (height - len(lines) * size * LEADING) / 2
    for at, line in enumerate(lines):
        foot = top - size * (1 + at * LEADING)
        _bold(canvas, line, (MIDDLE - _width(line, size) / 2, foot), size, black)


def _code(canvas: Canvas, link: str) -> None:
    """The QR code as one path, so that no printer leaves hairlines between its modules."""
    code = segno.make(link, error=CORRECTION, micro=False, mask=MASK)
    across = code.symbol_size(border=QUIET)[0]
    canvas.saveState()
    canvas.translate(MIDDLE - CODE_WIDTH / 2, CODE_FOOT)
    canvas.scale(CODE_WIDTH / across, CODE_WIDTH / across)
    canvas.setFillColor(black)
    for row, modules in enumerate(code.matrix):
        for start, length in _runs(modules):
            canvas.addLiteral(f"{start + QUIET} {across - row - QUIET - 1} {length} 1 re")
    canvas.addLiteral("f")
    canvas.restoreState()


def _runs(modules: Iterable[int]) -> list[tuple[int, int]]:
    """Start and length of each stretch of dark modules."""
    found: list[tuple[int, int]] = []
    for at, dark in enumerate(modules):
        if dark and found and sum(found[-1]) == at:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((at, 1))
    return found


def _width(words: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(words, FACE, size))


def _of_size_one(words: str) -> float:
    return _width(words, 1)


def _fitting(words: str, largest: float, width: float = INSIDE) -> float:
    """A size at which they are no wider than the width."""
    return min(largest, width / max(_of_size_one(words), 1))


def _centred(canvas: Canvas, words: str, foot: float, size: float, colour: Color = black) -> None:
    canvas.setFont(FACE, size)
    canvas.setFillColor(colour)
    canvas.drawCentredString(MIDDLE, foot, words)


def _bold(canvas: Canvas, words: str, at: tuple[float, float], size: float, colour: Color) -> None:
    """The font has one weight; an outline makes it bold."""
    canvas.setStrokeColor(colour)
    canvas.setFillColor(colour)
    canvas.setLineWidth(size * BOLD)
    canvas.setFont(FACE, size)
    canvas.drawString(*at, words, mode=2)
    canvas.setLineWidth(1)
