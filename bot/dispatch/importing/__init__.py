"""Import files: from CSV or a workbook to checked rows, or to every fault at once. Writes nothing."""

from bot.dispatch.importing.builtin import builtin_categories
from bot.dispatch.importing.check import check_path
from bot.dispatch.importing.faults import Fault, ImportFaults, Text, fault_line
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
    "check_path",
    "fault_line",
    "one_person_each",
]
