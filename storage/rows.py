"""Rows into records: one converter per dataclass, made once from its types."""

import functools
import json
import types
import typing
from collections.abc import Callable, Hashable
from dataclasses import fields
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar, cast

from storage.database import Row, from_millis

T = TypeVar("T")
Convert = Callable[[Any], Any]


def as_record(cls: type[T], row: Row) -> T:
    """The dataclass `cls` filled from the columns of the same names.

    Times, enums and yes/no become themselves; tuples and mappings are kept as JSON.
    """
    return cls(
        *[
            row[name] if convert is None else convert(row[name])
            for name, convert in _plan(cast(Hashable, cls))
        ]
    )


def maybe(cls: type[T], row: Row | None) -> T | None:
    """As `as_record`, or None where there is no row."""
    return None if row is None else as_record(cls, row)


def the(row: Row | None) -> Row:
    """The row of a statement that always gives one (RETURNING of a plain insert)."""
    if row is None:
        raise LookupError("a statement that always gives a row gave none")
    return row


def as_json(value: object) -> str:
    """A list or mapping as it is stored."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@functools.cache
def _plan(cls: Any) -> tuple[tuple[str, Convert | None], ...]:
    hints = typing.get_type_hints(cls)
    return tuple((field.name, _converter(hints[field.name])) for field in fields(cls))


def _converter(hint: Any) -> Convert | None:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        inner = _converter(next(arg for arg in args if arg is not type(None)))
        return inner and (lambda value: None if value is None else inner(value))
    if origin is tuple:
        return lambda text: tuple(json.loads(text))
    if origin is dict:
        return json.loads
    if hint is datetime:
        return from_millis
    if hint is bool or (isinstance(hint, type) and issubclass(hint, Enum)):
        return cast(Convert, hint)
    return None
