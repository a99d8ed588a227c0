"""Checking categories.csv: each row, then the two-level tree; what an item leaves out is its parent's."""

import difflib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.dispatch.importing.cells import LONGEST_NAME, Cells
from bot.dispatch.importing.codes import repeated_codes
from bot.dispatch.importing.columns import CATEGORIES
from bot.dispatch.importing.faults import shown
from bot.dispatch.importing.headers import Header
from bot.dispatch.importing.rows import CategoryRow, First
from bot.dispatch.importing.words import FIRST_ROLES, MODES, ROLES, URGENCIES, code_of, plain, spellings

LONGEST_ICON = 16  # characters; a family emoji alone has eleven
NEARLY = 0.85  # so like a role's word that it is no organisation


@dataclass(frozen=True, slots=True)
class Draft:
    """A category as its row says it; None where it says nothing."""

    line: int
    code: str
    name: str
    parent: str | None
    icon: str | None
    urgency: str | None
    confidential: bool | None
    first: First | None
    keywords: tuple[str, ...]
    names: Mapping[str, str]


def category_draft(cells: Cells) -> Draft:
    """One row of categories.csv."""
    names = {
        tag: name
        for column, tag in cells.header.languages()
        if (name := cells.text(column, LONGEST_NAME)) is not None
    }
    return Draft(
        line=cells.row,
        code=cells.needed_code("code"),
        name=cells.needed("name"),
        parent=cells.code("parent"),
        icon=cells.text("icon", LONGEST_ICON),
        urgency=cells.word("urgency", URGENCIES, "import-urgency"),
        confidential=cells.yes("confidential"),
        first=_first(cells),
        keywords=cells.texts("keywords"),
        names=names,
    )


def kept_drafts(header: Header, drafts: Sequence[Draft], known: Mapping[str, CategoryRow]) -> Sequence[Draft]:
    """The drafts, with what was imported before where the file does not have the column: what an item leaves
    out is its parent's, and that may be kept."""
    absent = header.absent(CATEGORIES)
    given = {tag for _, tag in header.languages()}
    return [_kept(draft, known.get(draft.code), absent, given) for draft in drafts]


def _kept(draft: Draft, was: CategoryRow | None, absent: Collection[str], given: Collection[str]) -> Draft:
    if was is None:
        return draft
    names = {**was.names, **draft.names}
    return replace(
        draft,
        names={tag: name for tag, name in names.items() if tag in draft.names or tag not in given},
        **{column: getattr(was, column) for column in absent},
    )


def check_categories(
    header: Header,
    drafts: Sequence[Draft],
    known: Mapping[str, CategoryRow],
    organisations: Collection[str] | None,
) -> None:
    """Note codes given twice, organisations that do not exist (None: cannot be told), parents that do not
    exist, and a third level."""
    repeated_codes(header, drafts)
    for draft in drafts if "first" in header.places else ():
        for who in draft.first.everybody() if draft.first and organisations is not None else ():
            if who not in FIRST_ROLES and who not in (organisations or ()):
                header.fault(draft.line, "first", who, "import-first-unknown")
    parents = {code: row.parent for code, row in known.items()} | {d.code: d.parent for d in drafts}
    for draft in drafts:
        if not draft.parent:
            continue
        if draft.parent not in parents:
            if header.sound:
                key = header.unknown("parent", "import-parent-unknown")
                header.fault(draft.line, "parent", draft.parent, key)
        elif parents[draft.parent] is not None:
            header.fault(draft.line, "parent", draft.parent, "import-parent-deep")


def finished(drafts: Sequence[Draft], known: Mapping[str, CategoryRow]) -> list[CategoryRow]:
    """The drafts of a file without a fault as rows, nothing left open."""
    by_code = {draft.code: draft for draft in drafts}
    return [_row(draft, by_code.get(draft.parent or "") or known.get(draft.parent or "")) for draft in drafts]


def _row(draft: Draft, parent: Draft | CategoryRow | None) -> CategoryRow:
    confidential = draft.confidential
    if confidential is None:
        confidential = bool(parent and parent.confidential)
    return CategoryRow(
        line=draft.line,
        code=draft.code,
        name=draft.name,
        parent=draft.parent,
        icon=draft.icon,
        urgency=draft.urgency or (parent and parent.urgency) or "normal",
        confidential=confidential,
        first=draft.first or (parent and parent.first) or First(),
        keywords=draft.keywords,
        names=draft.names,
    )


def _first(cells: Cells) -> First | None:
    """`leader`, an organisation's name, or `mixed=…;trustee=…;self=…`, a part without a mode for the rest."""
    given: dict[str, str] = {}
    for part in cells.texts("first"):
        mode_word, equals, who = part.replace("＝", "=").rpartition("=")
        mode = code_of(mode_word, MODES) if equals else ""
        if mode is None:
            cells.fault("first", "import-first-mode", part=shown(part))
        elif mode in given:
            cells.fault("first", "import-first-twice", part=shown(part))
        else:
            given[mode] = _who(cells, who.strip(), part)
    if not given:
        return None
    usual = given.pop("", "leader")
    return First(usual, given)


def _who(cells: Cells, who: str, part: str) -> str:
    role = code_of(who, FIRST_ROLES)
    if role:
        return role
    near = difflib.get_close_matches(plain(who), spellings(ROLES), n=1, cutoff=NEARLY)
    if not who or len(who) > LONGEST_NAME or near:
        cells.fault("first", "import-first", part=shown(part))
        return "leader"
    return who
