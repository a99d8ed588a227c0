"""The list of categories that serves until an import replaces it."""

from importlib import resources

from bot.dispatch.importing.check import check_categories_file
from bot.dispatch.importing.rows import CategoryRow


def builtin_categories() -> tuple[CategoryRow, ...]:
    """The built-in 8 categories and 35 items, parents first."""
    with resources.as_file(resources.files(__package__) / "categories.csv") as path:
        return check_categories_file(path)
