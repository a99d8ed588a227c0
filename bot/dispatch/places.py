"""Finding the grid that a typed place means: 锦绣苑3号楼2单元502, "building 3 unit 2", a code, an alias.

The tree is laid out in one order, each grid before those within it, so that all within a grid are one stretch of
places; a name's grids are a sorted list of places. Which grids of a name lie within another grid is then two
binary searches, however large the city.

Names are kept by the key of their spelling (see spelling.py), without the names around them: 锦绣苑3号楼2单元 is
found as 锦绣苑, and within it as 3栋2单元. A search that forgives slips would offer near keys of the same
dictionary.
"""

import re

from bot.dispatch.spelling import Kind

LONGEST_TEXT = 200  # signs that are looked at; what follows is kept
MOST_CHOICES = 5
MOST_NUMBERED = 6  # buildings and units in one text

SUFFIXES = {"street": "街道", "community": "社区", "compound": "小区"}  # said or left out
NUMBERED = {"building": Kind.BUILDING, "unit": Kind.UNIT}
EDGES = " \t\n,，。、;；:：-‐–—~/#的"

_ALL_NUMBERED = re.compile("(?:[a-z0-9]+(?:栋|单元))+")
_BARE_NUMBER = re.compile("([0-9]+);[楼门]?")
_CODE = re.compile(r"(?<![a-z0-9_-])(?=[0-9_-]*[a-z])[a-z0-9_-]{2,32}(?![a-z0-9_])")
_TAKEN = "\0"  # stands where a code was
_FILLING = re.compile(
    r"(?:[\s\0,，。:：我俺咱们家住在的就是这那本小区院里子]|\b(?:at|in|the|my|our|home|is|i|we|live|it|near|of|address)\b)*"
)
