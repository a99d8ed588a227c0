"""Whether a name stands before the number of a building: the 翠竹园 of 翠竹园3号楼, not the 北门 of
北门3号楼.

Whoever writes a name that is not known does not mean the building with that number anywhere else.
"""

import re

_CLAUSE = re.compile(r"[,，、。.;；:：!！?？\n在是住说到]")
_TAIL = " \t\r\n,，、的-‐–—－~～/／"
_BESIDE = re.compile("(?:[旁边侧后前对门楼路]|附近|隔壁)[面边侧口上下]?$")
_COMMON = re.compile(
    r"[\W_我俺咱你他她们家属住就这那个本小大区期院里子内外中东南西北前后左右上下侧旁边面头角门口楼栋路马街近靠最第排老新旧]"
    r"|\b(?:at|in|on|the|my|our|your|an?|is|it|we|i|live|of|to|by|from|home|house|number|no|maybe|perhaps|near"
    r"|behind|next|front|beside|opposite|address|gate|door|entrance|lobby|room|flat|apartment)\b"
)
"""What tells where a building stands, and is no name."""
_FEWEST = 2  # other signs of a name
_SITE = re.compile(
    r"[^\W_a-z了着过的从把被给与及我俺咱你他她们家这那本全整每子内外旁边个上下里]{2,}"
    r"(?:(?<!幼儿)[园苑院村城庭府湾居寓阁轩都郡庄坊墅邸厦区]|(?<![院子屋楼家区道口井厅室箱桶])里|广场)$"
)
_ENGLISH = re.compile(
    r"\b(?!(?:the|my|our|your|this|that|a|an|in|at|of|near)\b)[a-z]+\s"
    r"(?:court|garden|park|heights?|villa|estate|plaza|mansion)s?\b"
)


def names_a_site(read: str, start: int, *, is_place: bool) -> bool:
    """Whether a shadow (see spelling.py), in which the number of a building begins at `start`, names a site
    with it. `is_place`: the text is said to be a place, so any words there are a name that tell no more than
    one does. In others only such as end like one: 水管漏水3号楼 is what is wrong, and where."""
    before = _CLAUSE.split(read[:start].rstrip(_TAIL))[-1]
    if _BESIDE.search(before):
        return False
    if _SITE.search(before) or _ENGLISH.search(read):
        return True
    return is_place and len(_COMMON.sub("", before)) >= _FEWEST
