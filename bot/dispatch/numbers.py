"""Request numbers: the short word by which people, cards and notes on a door speak of a request.

The alphabet is what is left when of all that is confused in print, in handwriting or on the telephone, in
Chinese or English, at most one stays:

- by eye: 0 (not O Q D), 2 (not Z), 5 (not S), 6 (not G), 7 (not 1, nor I and L), 8 (not B), U (not V);
- in Chinese: 7 qī (not 1 yī), 6 liù (not 9 jiǔ, upside down a 6 too), no R (2 is èr), no W (ends in liù), no
  J (said as G), and no 4, which is heard as 10 and means death;
- in English: P (not B C D E G T V Z), K (not A J), M (not N), F and X (not S).

What was dropped and can only have been one of these is read as that one. A number always mixes letters and
digits: so it is no word, no rude one either, and no price, year or door.
"""

import re
import unicodedata
from random import Random

DIGITS = "0235678"
LETTERS = "FHKMPUXY"
SHORTEST, LONGEST = 4, 8

_GROUPS = ("0OQD", "2Z", "5S", "6G9", "71", "8B", "UV", "MN")  # the sign that stays first
_MEANT = {ord(wrong): group[0] for group in _GROUPS for wrong in group[1:]}
_ODDS = 20  # a fresh number is taken already at most once in so many tries
_TYPED = re.compile(rf"(?<![A-Z0-9_])(#?) ?([A-Z0-9]{{{SHORTEST},{LONGEST}}})(?![A-Z0-9_])")


def new_number(random: Random, length: int) -> str:
    """A number without its `#`, of `length` >= 2; it may be taken, then the caller tries again."""
    while True:
        number = "".join(random.choices(DIGITS + LETTERS, k=length))
        if _is_number(number):
            return number


def length_for(count: int) -> int:
    """How long a new number should be when `count` are taken: the shortest at which few are."""
    return next((n for n in range(SHORTEST, LONGEST) if count * _ODDS <= space(n)), LONGEST)


def space(length: int) -> int:
    """How many numbers of `length` there are."""
    letters, digits = len(LETTERS), len(DIGITS)
    return int((letters + digits) ** length - letters**length - digits**length)


def find_numbers(text: str) -> list[str]:
    """Numbers that somebody may have typed in `text`, without `#`, in order, each once; whether they exist is
    for the caller to look up. Small and full-width letters and confused ones are read as meant. Without `#` a
    number must have been typed with a digit and a letter in it, lest words be taken for numbers."""
    found = []
    for mark, typed in _TYPED.findall(unicodedata.normalize("NFKC", text).upper()):
        meant = typed.translate(_MEANT)
        if _is_number(meant) and (mark or not (typed.isalpha() or typed.isdigit())):
            found.append(meant)
    return list(dict.fromkeys(found))


def _is_number(text: str) -> bool:
    mixed = any(sign in DIGITS for sign in text) and any(sign in LETTERS for sign in text)
    return mixed and all(sign in DIGITS + LETTERS for sign in text)
