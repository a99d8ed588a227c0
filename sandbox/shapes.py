"""Whether JSON from elsewhere has the shape it should have, before anything is made of it.

A shape is written down as the JSON it stands for:

    {"id": int, "name?": str}     an object with these keys, those with ? may be absent; others are free
    [int]                         a list of these
    (str,)                        this or null
    {"a", "b"}                    one of these words
    bool, int, float, str         one of these; a float may be a whole number
    a function                    what it returns true for
"""

from collections.abc import Callable
from math import isfinite
from typing import Any, TypeAlias

Shape: TypeAlias = "type | dict[str, Any] | list[Any] | tuple[Any] | set[str] | Callable[[Any], bool]"

LARGEST = 2**63
"""Telegram's numbers are smaller."""
LONGEST = 256 * 1024
"""Characters of a text; Telegram's are far shorter."""


class Malformed(ValueError):
    """What was read is not what it should be."""


def check(value: Any, shape: Shape, where: str = "it") -> None:
    """Malformed, naming the place, unless the value is of the shape."""
    if isinstance(shape, dict) and isinstance(value, dict):
        _check_object(value, shape, where)
    elif isinstance(shape, list) and isinstance(value, list):
        for number, each in enumerate(value):
            check(each, shape[0], f"{where}[{number}]")
    elif isinstance(shape, tuple):
        if value is not None:
            check(value, shape[0], where)
    elif not _is(value, shape):
        raise Malformed(f"{where} is not as it should be")


def _check_object(value: dict[str, Any], shape: dict[str, Any], where: str) -> None:
    for key, part in shape.items():
        name = key.removesuffix("?")
        if name in value:
            check(value[name], part, f"{where}.{name}")
        elif name == key:
            raise Malformed(f"{where} has no {name}")


def _is(value: Any, shape: Any) -> bool:
    """Whether a value without parts is of the shape."""
    if shape is int:
        return type(value) is int and abs(value) < LARGEST
    if shape is float:
        return _is(value, int) or (type(value) is float and isfinite(value))
    if shape is str:
        return isinstance(value, str) and len(value) <= LONGEST
    if isinstance(shape, type):
        return type(value) is shape
    if isinstance(shape, set):
        return isinstance(value, str) and value in shape
    return not isinstance(shape, dict | list) and bool(shape(value))
