"""What every screen is drawn from: the reader, the state through the open transaction, and the words."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.buttons import Press, pack
from bot.cards.screen import MESSAGE_LIMIT, Key, shortened
from bot.dispatch import reaching
from bot.dispatch.rules import Rules
from bot.texts import html_text, keys_of, plain_text
from storage import categories, grids, people
from storage.database import Tx
from storage.records import Card, Grid, Message, Person, Request, Role

TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs that turn the direction of what follows. People's words are shown without them: where one is not
closed it turns our own words too."""
NAMES_IN_PLACE = 3
INSIDE_BUILDING = frozenset({"unit", "household"})
"""Levels that no group is shown."""


@dataclass(frozen=True, slots=True)
class Page:
    """One screen to be drawn. `view` is what the message was sent with, and which page of it is open.

    Of each value in a text there are at most `longest` units; the whole words stay in the database.
    """

    tx: Tx
    message: Message
    card: Card | None
    reader: Person | None
    language: str
    rules: Rules
    now: datetime
    longest: int = MESSAGE_LIMIT

    @property
    def view(self) -> dict[str, Any]:
        return self.card.view if self.card else self.message.data

    def text(self, key: str, /, **values: object) -> str:
        """A text of ours as HTML, with the values put in."""
        fitting = {
            name: shortened(value.translate(TURNING), self.longest) if isinstance(value, str) else value
            for name, value in values.items()
        }
        return html_text(self.language, key, **fitting)

    def key(self, label: str, press: Press, /, **values: object) -> Key:
        """A button; its label is words of ours."""
        return Key(plain_text(self.language, label, **values), pack(press))

    def listed(self, names: list[str]) -> str:
        """Names in a row, as the reader's language separates them."""
        return plain_text(self.language, "names-between").join(names)

    def moment(self, at: datetime) -> str:
        """A time as people say it, in the community's zone."""
        local = at.astimezone(self.rules.zone)
        return self.text("moment", month=local.month, day=str(local.day), time=f"{local:%H:%M}")

    async def kind(self, category_id: int | None) -> str:
        """The item's name with its icon."""
        category = None if category_id is None else await categories.get(self.tx, category_id)
        if category is None:
            return plain_text(self.language, "kind-unknown")
        return f"{category.icon} {name_in(category.names, self.language)}".strip()

    async def heading(self, request: Request) -> str:
        return self.text("heading", number=request.number, kind=await self.kind(request.category_id))

    async def place(self, grid_id: int, *, public: bool = False) -> str:
        """Where it is: the deepest few grids, the wide one first; for a group no deeper than a building."""
        path = await grids.path(self.tx, grid_id)
        shown = [grid for grid in path if not (public and grid.level in INSIDE_BUILDING)] or path[-1:]
        return in_words(shown)

    async def name_of(self, person_id: int | None) -> str:
        person = None if person_id is None else await people.get(self.tx, person_id)
        return person.name if person else ""

    async def grid_name(self, grid_id: int | None) -> str:
        grid = None if grid_id is None else await grids.get(self.tx, grid_id)
        return grid.name if grid else plain_text(self.language, "role-admin")

    async def role_of(self, role: Role, grid_id: int | None) -> str:
        """What somebody with a post on a grid is called."""
        grid = None if grid_id is None else await grids.get(self.tx, grid_id)
        return role_in(self.language, role, grid.level if grid else "")


def in_words(path: list[Grid]) -> str:
    """A path (the deepest first) as people say it: "锦绣苑 3号楼 2单元". A name with which the next deeper
    one begins, as 锦绣苑3号楼 does with 锦绣苑, is not said twice."""
    names = [grid.name for grid in path[:NAMES_IN_PLACE]]
    deeper = ["", *names]
    return " ".join(
        reversed([name for name, below in zip(names, deeper, strict=False) if not below.startswith(name)])
    )


def name_in(names: dict[str, str], language: str) -> str:
    """A name in the reader's language, or in the one there is."""
    return names.get(language) or next(iter(names.values()), "")


def role_in(language: str, role: Role, level: str) -> str:
    """What somebody with a post is called: who leads a building or a unit has a name of their own."""
    own = f"role-{role}-{level}"
    return plain_text(language, own if own in keys_of(language) else f"role-{role}")


def level_in(language: str, level: str) -> str:
    """A level in the reader's words; a community's own word as it is."""
    key = f"level-{level}"
    return plain_text(language, key) if key in keys_of(language) else level


def lines(*parts: str | None) -> str:
    """The lines of a card without the empty ones."""
    return "\n".join(part for part in parts if part)


def rows(keys: list[Key], width: int) -> tuple[tuple[Key, ...], ...]:
    """Keys side by side, `width` to a row."""
    return tuple(tuple(keys[start : start + width]) for start in range(0, len(keys), width))


def kept_apart(name: str) -> str:
    """A name before a number: one that is written from the right would draw the number to its other side."""
    from_right = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in name)
    return f"{name}\u200e" if from_right else name


def resident_line(page: Page, resident: Person | None) -> str | None:
    """The resident's name and phone, for those who must reach them; and whether no message does."""
    if resident is None:
        return None
    return lines(
        page.text("line-resident", name=kept_apart(resident.name), phone=resident.phone or "").strip(),
        None if reaching.reached(resident) else page.text("line-unreachable"),
    )
