"""Log lines on stderr: one line each, `key=value`, our own loggers at the level that is set.

Nobody else's logger is ever heard below warning: python-telegram-bot writes the token at debug, the database
drivers write parameters. What a line may not hold is taken out here once more, as a last line of defence.
"""

import logging
import re
import sqlite3
import sys
import traceback
from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

OURS = ("bot", "storage", "sandbox", "bench")
FIRST = ("time", "level", "event", "logger")  # then whatever else a line has
MOST_PLACES = 6
# An exception's own words may quote what a person wrote; of these it is known that they do not.
TELLING = (OSError, sqlite3.Error)

_TOKEN = re.compile(r"[0-9]{5,20}:[A-Za-z0-9_-]{20,}")
_PHONE = re.compile(r"\+[0-9]{1,3}[ -]?[0-9](?:[ -]?[0-9]){6,13}\b|(?<![0-9])1[3-9][0-9]{9}(?![0-9])")


def set_up_logs(level: str) -> None:
    """Send every log line of this process to stderr; `level` (info, …) holds for our own loggers."""
    least = logging.getLevelNamesMapping()[level.upper()]
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_may_be_heard)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_shared(),
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                tell_fault,
                redact,
                structlog.processors.LogfmtRenderer(key_order=FIRST, drop_missing=True),
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=max(least, logging.WARNING), force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(least)
    logging.captureWarnings(capture=True)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def tell_fault(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Say of an exception its type, where it was raised, innermost first, and its words if they are safe."""
    error = _exception(event.pop("exc_info", None))
    event.pop("stack_info", None)
    if error is not None:
        event["error"] = type(error).__qualname__
        if isinstance(error, TELLING) or type(error).__module__.split(".")[0] in (*OURS, "telegram"):
            event["said"] = str(error)
        frames = traceback.extract_tb(error.__traceback__)[-MOST_PLACES:]
        event["at"] = " < ".join(f"{_short(frame.filename)}:{frame.lineno}" for frame in reversed(frames))
    return event


def redact(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Take out whatever is shaped like a token or a phone number."""
    return {key: _redacted(value) for key, value in event.items()}


def _shared() -> list[Processor]:
    return [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
    ]


def _may_be_heard(record: logging.LogRecord) -> bool:
    """Whether a line is ours, or loud enough; some libraries set a level of their own."""
    return record.levelno >= logging.WARNING or record.name.split(".")[0] in OURS


def _exception(info: Any) -> BaseException | None:
    """The exception in what loggers call exc_info: True, a triple, or the exception itself."""
    if info is True:
        return sys.exc_info()[1]
    if isinstance(info, tuple):
        return info[1] if isinstance(info[1], BaseException) else None
    return info if isinstance(info, BaseException) else None


def _short(path: str) -> str:
    """The last parts of a path: where an installation lies says nothing."""
    return "/".join(path.split("/")[-2:])


def _redacted(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    return _PHONE.sub("[phone]", _TOKEN.sub("[token]", str(value)))
