"""The arguments of a call, read as Telegram reads them whatever the encoding of the request."""

import json
from typing import Any, NamedTuple

from sandbox.errors import bad_request

# What Telegram calls an object it cannot read, where that is not the argument's name.
CALLED = {
    "reply_markup": "reply keyboard markup",
    "reply_parameters": "reply parameters",
    "scope": "BotCommandScope",
}


class Upload(NamedTuple):
    """A file in a multipart request."""

    name: str
    data: bytes


class Args:
    """Values as they came: typed from JSON, texts from forms. Files by the name of their field."""

    __slots__ = ("files", "values")

    def __init__(self, values: dict[str, Any], files: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def text(self, name: str) -> str:
        """A text; "" when it is absent."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        return str(value) if type(value) is int else json.dumps(value)  # most are ids; str is much the faster

    def number(self, name: str, default: int = 0) -> int:
        """An integer; what is none counts as absent, as in Telegram."""
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            return default

    def real(self, name: str) -> float:
        """A number with a fraction; ApiError 400 when it is none."""
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            raise bad_request(f"{name} is empty") from None

    def flag(self, name: str) -> bool:
        """True for true, 1, yes and the like."""
        return str(self.values.get(name, "")).lower() in {"true", "1", "yes", "t", "y"}

    def object(self, name: str) -> Any:
        """An object or a list, parsed if it came as text; None when it is absent."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {CALLED.get(name, name)} JSON object") from None
