"""Import files: from a folder of CSV to checked rows, or to every fault at once. Writes nothing."""

from bot.dispatch.importing.builtin import builtin_categories
from bot.dispatch.importing.faults import Fault, ImportFaults, Text, fault_line
from bot.dispatch.importing.folder import check_folder
from bot.dispatch.importing.people import one_person_each
from bot.dispatch.importing.rows import (
    CategoryRow,
    Checked,
    First,
    GridRow,
    Known,
    OrganisationRow,
    PersonRow,
)

__all__ = [
    "CategoryRow",
    "Checked",
    "Fault",
    "First",
    "GridRow",
    "ImportFaults",
    "Known",
    "OrganisationRow",
    "PersonRow",
    "Text",
    "builtin_categories",
    "check_folder",
    "fault_line",
    "one_person_each",
]
