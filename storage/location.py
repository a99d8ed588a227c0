"""Where a database is, as `REDVEST_DATABASE_URL` says it."""

from pathlib import Path

from storage.database import Refusal

SQLITE = "sqlite:///"
POSTGRES = ("postgresql://", "postgres://")
HOW = "give it as sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME"


def sqlite_path(url: str) -> Path | None:
    """The file of `sqlite:///PATH` (`sqlite:////PATH` is absolute), or None for `postgresql://…`.

    Raises Refusal for anything else.
    """
    if url.startswith(SQLITE) and len(url) > len(SQLITE):
        return Path(url.removeprefix(SQLITE))
    if url.startswith(POSTGRES):
        return None
    raise Refusal(f"the database's address is of no kind Redvest knows: {HOW}")


def is_new(url: str) -> bool:
    """Whether the database would have to be made first."""
    path = sqlite_path(url)
    return path is not None and not path.exists()
