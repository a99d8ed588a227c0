"""The resident's own words, made fit for a group: who and at which door goes, what is wrong and where stays.

Building, unit and floor stay, so do prices, dates, times and counts. Where a run of digits could be either,
it goes: the leader can mend the words, and a leak cannot be called back.

The patterns read a shadow of the words, in which every way to write a digit (full-width, circled, framed,
Chinese) is the plain digit and every full-width letter the plain letter.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

MASK = "▇▇"

_SHORTEST_NAME = 2
_CHINESE = re.compile(r"[\u2e80-\uffff]")
_LETTER = r"[^\W\u2e80-\uffff]"  # of a script that puts spaces between words
_CHINESE_DIGITS = str.maketrans("零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "0001234567891123456789")

# What may stand between the digits of one number: spaces, signs that are not seen or turn or frame what is
# beside them, dashes, dots, brackets, stars.
_UNSEEN = (
    r"\u00ad\u034f\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\u3164\ufe00-\ufe0f\ufeff"
)
_GAP = rf"[^\S\n]|[{_UNSEEN}\-‐-―−_.·•/()\[\]【】~*+]"
_FRAME = "\ufe0f\u20e3"  # around the digits of 5️⃣0️⃣2️⃣
_HANDLE = r"[A-Za-z0-9_\-]"
_FAMILIES = r"户(?:人家|居民|家庭|业主|住户|都|没|共|全)"

# Not before a word that makes the number a count or a measure.
_UNCOUNTED = (
    rf"(?!\s*(?:[%元块万亿毛角个位人名只条件张次度斤克吨米公平方天日月年周岁点分秒小时台盏辆层栋幢倍页字多余几]"
    rf"|楼(?![道梯上下里内外顶])|号楼|单元|{_FAMILIES}|[.:]\d"
    r"|(?:yuan|rmb|cny|usd|kg|km|cm|mm|m|w|kwh|people|persons?|families|households|flats|units|rooms|steps"
    r"|times|days?|weeks?|months?|years?|hours?|minutes?|min|met(?:re|er)s?)(?![A-Za-z])))"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_YEAR = r"(?:19|20)\d\d"
_TO = r"\s?[\-–—~至到]\s?"

# The part of an address before the door's: 3, A3, 7A, and a letter alone.
_NUMBERED = r"(?:[A-Z]?\d{1,3}[A-H]?|[A-Z甲乙丙丁])"
_LAST_NUMBERED = r"(?:[A-Z]?[1-9]\d?[A-H]?|[A-Z甲乙丙丁])"
_DASH = r"\s?[-‐-―−]\s?"
_ROAD = r"(?!\s*(?:[国省县]道|高速|路|线|次|型))"  # G318国道, K103路

# Full of digits, but no number of anybody: hidden from the patterns of _PERSONAL.
_HARMLESS = (
    rf"{_YEAR}\s?[-/.年]\s?{_MONTH}\s?[-/.月]\s?{_DAY}(?!-?\d)",
    rf"{_DAY}[-/.]{_DAY}[-/.]{_YEAR}(?!-?\d)",
    rf"{_YEAR}年?{_TO}{_YEAR}年",
    rf"{_DAY}[./]\d\d?{_TO}{_DAY}[./]\d\d?(?!(?:{_GAP}){{0,6}}\d)",
    r"\d{1,9}(?:\.\d\d?)?\s?(?=[元块万亿]|(?:yuan|rmb|cny)(?![A-Za-z]))",
    r"(?<=[¥$€])\s?\d{1,9}(?:\.\d\d?)?(?!\d)",
)
# … unless it is a piece of a longer number. An hour may follow a date, and the number of a building.
_GLUED = re.compile(rf"(?:\d(?:{_GAP}){{0,6}}|\+\s?)\Z")
_GOES_ON = re.compile(rf"(?!\s\d\d?(?!(?:{_GAP}){{0,6}}\d))(?:{_GAP}){{0,6}}\d")

# Where a pattern has a group, that goes; else all of it.
_PERSONAL = (
    # telephones, identities, bank cards: seven digits and more however spaced; mobiles whatever is between
    rf"(?:\+\s?)?[(\[]?\d(?:(?:{_GAP}){{0,6}}\d){{6,}}(?:X(?![A-Za-z0-9]))?"
    r"(?:\s?(?:转|分机|ext\.?|x)\s?\d{1,6})?",
    r"(?<!\d)1[3-9]\d\W{0,3}\d{4}\W{0,3}\d{4}(?!\d)",
    # accounts
    r"(?<![A-Za-z0-9.+_-])[A-Za-z0-9.+_-]{1,64}\s?@\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+",
    r"(?:(?:https?://)?t\.me/|(?<![A-Za-z0-9])@)[A-Za-z0-9_]{4,64}",
    rf"(?:[微威薇]信|扣扣|电报|(?<![A-Za-z])(?:v信|wx|vx|qq))(?:号码?|id)?\s?[:=是为加]?\s?({_HANDLE}{{5,}})",
    rf"(?<![A-Za-z])(?:wechat|weixin|telegram|tg)(?:\s?(?:id|no\.?|number|账号|号))?"
    rf"(?:\s?[:=号]\s?({_HANDLE}{{5,}})|\s?(?:is|是)?\s?((?=[A-Za-z_\-]*\d){_HANDLE}{{5,}}))",
    # doors: after building or unit, or said to be one's home, or beside it
    rf"(?:单元|号楼|[栋幢座楼#]|\d门|楼[上下]|隔壁|对[门面]|住在?|我家在?|我是|门牌号?[是为:]?)的?\s?-?"
    rf"([A-Z]?(?:\d{{3,4}}|0\d)[A-Z]?(?!\d))(?:\s?(?:室|号房?|房间?))?{_UNCOUNTED}",
    r"(?:单元|[栋幢座]|\d门)\s?(\d{1,4}\s?(?:号(?!楼|线|门)|室))",
    r"(?<![\dA-Za-z])([A-Z]?\d{3,5}[A-Z]?\s?室)",
    rf"(?<![\dA-Za-z#])([A-Z]\d{{3,4}}[A-Z]?)(?![\dA-Za-z]){_UNCOUNTED}{_ROAD}",
    r"(?<![\dA-Za-z.])(\d{3,4}[A-F])(?![\dA-Za-z])",
    rf"(?:(?<=[\u2e80-\uffff])[A-Z]|(?<![\dA-Za-z])(?-i:[B-HJ-Z])|[甲乙丙丁])\s?"
    rf"(\d{{3,4}}[A-Z]?)(?![\dA-Za-z]){_UNCOUNTED}{_ROAD}",
    r"(?<!\d)(\d{1,5}\s?号房)(?!子)",
    r"(?<!\d)(\d{3,5}(?:房(?!子|屋|产|租)|号?房间))",
    r"(?<![\d共约有近全])(\d{1,2}(?:0[1-9]|1[0-2])\s?户)(?!型|人家|居民|家庭|业主|住户|共)",
    r"(?<![集其])([东西南北中左右边]户)(?![型外籍口主数均])",
    rf"(?<![\dA-Za-z.:\-])(?:{_NUMBERED}{_DASH}){{0,2}}{_LAST_NUMBERED}{_DASH}([A-Z]?\d{{3,4}}[A-Z]?)"
    rf"(?![\dA-Za-z\-]){_UNCOUNTED}",
    rf"(?<![\dA-Za-z./])(?:{_NUMBERED}/){{1,2}}{_LAST_NUMBERED}/([A-Z]?\d{{3,4}}[A-Z]?)(?![\dA-Za-z/]){_UNCOUNTED}",
    rf"(?<![\d.:\-])(?:\d{{1,3}}\s?-\s?)?[1-9]\d?\s?-\s?(\d{{3,4}}[A-Z]?)(?![\dA-Za-z\-]){_UNCOUNTED}",
    # doors in English; "unit" with one or two digits is a staircase and stays
    r"(?<![A-Za-z])(?:room|rm|apartment|apt|flat|suite|door)\.?\s?(?:no\.?|number|#)?\s?"
    r"([A-Z]?-?\d{1,5}[A-Z]?)(?![A-Za-z0-9])",
    r"(?<![A-Za-z])unit\s?#?([A-Z]?-?\d{3,4}[A-Z]?)(?![A-Za-z0-9])",
    r"(?<![A-Za-z])(?:apartment|apt|flat)\.?\s((?-i:[A-HJ-Z]))(?![A-Za-z0-9])",
    r"(?<![A-Za-z])lives? (?:in|at) (?:no\.? ?|number )?(\d{3,4}[A-Z]?)(?![A-Za-z0-9])",
    r"#\s?(\d{3,4})(?![A-Za-z0-9])",
)

_HARMLESS_PATTERN = re.compile("|".join(_HARMLESS), re.IGNORECASE)
_PERSONAL_PATTERNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PERSONAL)


def mask(words: str, *, names: Iterable[str] = ()) -> str:
    """`words` with each telephone, identity, card or account number, door, e-mail address, account and
    each of `names` (whole, of two signs or more) replaced by MASK. A surname alone may stay."""
    places = [*(place for place, sign in enumerate(words) if sign not in _FRAME), len(words)]
    shadow = _shadow(words)
    masked: list[str] = []
    done = 0
    spans = [*_named(shadow, names), *_found(_HARMLESS_PATTERN.sub(_hide, shadow))]
    for start, end in sorted((places[first], places[last]) for first, last in spans):
        if start > done or not masked:
            masked += [words[done:start], MASK]
        done = max(done, end)
    return "".join([*masked, words[done:]])


def _found(shadow: str) -> Iterator[tuple[int, int]]:
    """Where personal data stand: the group of a pattern that matched, or all of it if it has none."""
    for pattern in _PERSONAL_PATTERNS:
        for match in pattern.finditer(shadow):
            yield match.span(match.lastindex or 0)


def _named(shadow: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where a name stands: Latin ones as whole words, Chinese ones also with spaces between the signs."""
    for name in (_shadow(name.strip()) for name in names):
        if len(name) < _SHORTEST_NAME:
            continue
        if _CHINESE.search(name):
            pattern = r"\s*".join(re.escape(sign) for sign in name if not sign.isspace())
        else:
            pattern = rf"(?<!{_LETTER}){re.escape(name)}(?!{_LETTER})"
        for match in re.finditer(pattern, shadow, re.IGNORECASE):
            yield match.span()


def _shadow(words: str) -> str:
    """The words for reading: every digit plain and without a frame, every full-width sign plain."""
    return "".join(_plain(sign) for sign in words if sign not in _FRAME).translate(_CHINESE_DIGITS)


def _plain(sign: str) -> str:
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign


def _hide(match: re.Match[str]) -> str:
    start, end = match.span()
    if _GLUED.search(match.string, max(0, start - 8), start) or _GOES_ON.match(match.string, end):
        return match[0]
    return "\0" * len(match[0])
