"""Make the font that the pictures and posters are written in.

    python bot/pictures/fonts/make/make.py NotoSansCJK-Regular.ttc

A subset of Noto Sans CJK SC (SIL Open Font License), its curves turned into TrueType's, which reportlab needs
in order to embed just the letters used. It holds what GB 2312 has and the 8,105 characters of China's table
of general standard characters (2013), which are those of names; what GB 2312 lacks of them stands in
`table-2013.txt`. Besides these the 5,401 frequent characters of Big5, for who writes the traditional ones.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable

HERE = Path(__file__).parent
MADE = HERE.parent / "RedvestSans.ttf"
FAMILY = "Redvest Sans"
FACE = "Noto Sans CJK SC"
PRECISE = 1.0
"""How far a curve may be from where it was, in thousandths of a letter's size."""
NOT_USED = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
)
RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x17F),  # Latin with marks
    (0x2010, 0x2044),  # punctuation, without what is invisible
    (0x2150, 0x217F),  # numbers
    (0x2190, 0x2199),  # arrows
    (0x2460, 0x249B),  # numbers in circles
    (0x25A0, 0x25CF),  # shapes
    (0x2605, 0x2606),
    (0x2713, 0x2717),
    (0x3000, 0x303F),  # CJK punctuation
    (0xFF01, 0xFFE6),  # full-width forms
)


def wanted() -> set[int]:
    """The code points that the font is to have."""
    standard = (HERE / "table-2013.txt").read_text("utf-8")
    ranges = {code for first, last in RANGES for code in range(first, last + 1)}
    signs = {*gb2312(), *big5_frequent(), *(each for each in standard if not each.isspace())}
    return ranges | set(map(ord, signs))


def gb2312() -> Iterator[str]:
    """Every character of GB 2312."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from bytes([row, cell]).decode("gb2312", "ignore")


def big5_frequent() -> Iterator[str]:
    """The first of the two levels of Big5."""
    for row in range(0xA4, 0xC7):
        for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            if (row, cell) < (0xC6, 0xA1):
                yield from bytes([row, cell]).decode("big5", "ignore")


def part_of(font: TTFont) -> None:
    """Leave in the font only what is wanted, and nothing that only typesetters use."""
    options = subset.Options(layout_features=[], name_IDs=[], notdef_outline=True, hinting=False)
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)


def turn_curves(font: TTFont) -> None:
    """From cubic curves to quadratic ones."""
    drawn, names = font.getGlyphSet(), font.getGlyphOrder()
    glyf, made = newTable("glyf"), {}
    for name in names:
        pen = TTGlyphPen(drawn)
        drawn[name].draw(Cu2QuPen(pen, PRECISE, reverse_direction=True))
        made[name] = pen.glyph()
    glyf.glyphs, glyf.glyphOrder = made, names
    font["loca"], font["glyf"] = newTable("loca"), glyf
    for name, (width, _) in font["hmtx"].metrics.items():
        made[name].recalcBounds(glyf)
        font["hmtx"][name] = (width, getattr(made[name], "xMin", 0))
    del font["CFF "]
    font.sfntVersion = "\000\001\000\000"
    _as_truetype(font)


def _as_truetype(font: TTFont) -> None:
    """What the tables say of a font with quadratic curves and no instructions."""
    maxp = font["maxp"]
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for name in NOT_USED:
        setattr(maxp, name, 0)
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0


def give_name(font: TTFont, copyright_line: str) -> None:
    """A name of its own, as the licence asks of what is changed."""
    licence = "SIL Open Font License, Version 1.1: https://openfontlicense.org"
    plain = FAMILY.replace(" ", "")
    told = {0: copyright_line, 1: FAMILY, 2: "Regular", 3: f"{plain}-1", 4: FAMILY, 5: "Version 1.000"}
    told |= {6: plain, 10: f"A subset of {FACE}", 13: licence}
    for number, text in told.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def main(source: str) -> None:
    """Read the collection, write the font."""
    collection = TTCollection(source)
    font = next(each for each in collection.fonts if each["name"].getDebugName(4) == FACE)
    copyright_line = font["name"].getDebugName(0)
    part_of(font)
    turn_curves(font)
    give_name(font, copyright_line)
    font.recalcTimestamp = False
    font.save(MADE)
    print(f"{MADE.name}: {len(font.getBestCmap()):,} characters, {MADE.stat().st_size / 2**20:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
