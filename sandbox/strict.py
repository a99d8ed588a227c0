"""A second opinion on what passes between the bot and the sandbox: the Bot API's types as aiogram has them.

aiogram is a development dependency. Nothing else here imports it, and this does when a judge is asked for.
"""

import importlib
import importlib.util
import json
from functools import cache
from typing import Any, get_args, get_origin

from sandbox.args import Args
from sandbox.errors import bad_request


class Mistake(AssertionError):
    """The sandbox itself has said what Telegram would not say."""


class Judge:
    """Holds calls, answers and updates against the types. What did not fit is kept in words: ``refusals``
    are calls of the bot, ``mistakes`` the sandbox's own."""

    def __init__(self) -> None:
        self.refusals: list[str] = []
        self.mistakes: list[str] = []

    def call(self, name: str, args: Args) -> None:
        """ApiError 400 unless these are arguments of the method, named in lower case: all it needs, none it
        does not have, each of its type, down to the buttons."""
        method = _methods()[name]
        problem = _null(args) or _problem(name, method, _typed(method, args))
        if problem:
            refusal = f"{method.__api_method__} does not fit the Bot API: {problem}"
            self.refusals.append(refusal)
            raise bad_request(refusal)

    def answer(self, name: str, answer: Any) -> None:
        """Mistake unless the answer is what the method gives."""
        self._own(f"answer to {name}", _methods()[name].__returning__, answer)

    def update(self, update: dict[str, Any]) -> None:
        """Mistake unless this is an Update."""
        self._own("update", _types().Update, update)

    def _own(self, what: str, kind: Any, value: Any) -> None:
        problem = _problem(what, kind, value)
        if problem:
            self.mistakes.append(f"{what}: {problem}")
            raise Mistake(f"{what}: {problem}")


def judge() -> Judge | None:
    """A judge; None where aiogram is not installed. The first one of a process takes seconds to come."""
    if importlib.util.find_spec("aiogram") is None:
        return None
    _methods()
    return Judge()


@cache
def _methods() -> dict[str, Any]:
    """aiogram's methods by name in lower case."""
    module = importlib.import_module("aiogram.methods")
    return {name.lower(): getattr(module, name) for name in module.__all__}


def _types() -> Any:
    return importlib.import_module("aiogram.types")


@cache
def _adapter(_: str, kind: Any) -> Any:
    return importlib.import_module("pydantic").TypeAdapter(kind)


def _problem(what: str, kind: Any, value: Any) -> str:
    """Why the value is not of the kind; "" when it is."""
    try:
        _adapter(what, kind).validate_python(value, extra="forbid")
    except ValueError as error:
        return _words(error)
    return ""


def _words(error: Any) -> str:
    """One complaint in words. Where a value may be of several kinds there are complaints of each: told is one
    of the kind it comes nearest to, which is found out deepest within and has the fewest."""
    kinds: dict[Any, list[Any]] = {}
    for complaint in error.errors():
        kinds.setdefault(_kind(complaint["loc"]), []).append(complaint)
    nearest = min(kinds.values(), key=lambda found: (-max(map(_depth, found)), len(found)))
    told = max(nearest, key=_depth)
    return f"{'.'.join(map(str, told['loc']))}: {told['msg']}"


def _depth(complaint: Any) -> int:
    return len(complaint["loc"])


def _kind(where: tuple[int | str, ...]) -> Any:
    """The way down to the first name of a type; fields are written small."""
    return next((where[: at + 1] for at, part in enumerate(where) if str(part)[:1].isupper()), ())


def _null(args: Args) -> str:
    """Telegram reads null as the word; what is not meant has to be left out."""
    name = next((name for name, value in args.values.items() if value is None), "")
    return name and f"{name}: null is not the same as nothing"


def _typed(method: Any, args: Args) -> dict[str, Any]:
    """The arguments as aiogram takes them: uploads as its files, lists and objects that came as text read."""
    file = _types().BufferedInputFile
    fields = method.model_fields
    uploads = {name: file(upload.data, upload.name) for name, upload in args.files.items() if name in fields}
    return uploads | {
        name: _read(value) if name in fields and not _takes_text(fields[name].annotation) else value
        for name, value in args.values.items()
        if value != ""  # the same as nothing
    }


def _takes_text(annotation: Any) -> bool:
    return annotation is str or (get_origin(annotation) is not list and str in get_args(annotation))


def _read(value: Any) -> Any:
    if not isinstance(value, str) or value[:1] not in {"[", "{"}:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
