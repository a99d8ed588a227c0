"""Who in the files is whom in the database: by phone, else by name and post, else by account, else by name
and grid."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.dispatch.importing import PersonRow, one_person_each
from storage.roster import PersonEntry, Standing

Rows = Sequence[PersonRow]
"""The rows of one person."""


@dataclass(slots=True)
class Matches:
    """`ids`: for each person of the files their row's id, None for a new one. `merged`: rows that turned out
    to be of a person who has another row, by which they are kept from now on."""

    ids: list[int | None]
    merged: dict[int, int] = field(default_factory=dict)


def persons_of(rows: Rows, standing: Standing) -> list[list[PersonRow]]:
    """The rows of each person together. By a name alone, without phone and account, rows on several grids are
    of one person if that name is one person's on each of them here."""
    known = _neighbours(standing)
    persons: dict[tuple[str, int], list[PersonRow]] = {}
    for number, person in enumerate(one_person_each(rows)):
        who = set() if phone_of(person) or account_of(person) else set(known.get(_seat(person[0]), ()))
        persons.setdefault(("here", who.pop()) if len(who) == 1 else ("new", number), []).extend(person)
    return list(persons.values())


def match(persons: Sequence[Rows], standing: Standing) -> Matches:
    """Find everybody's row. No row is given to two persons."""
    ids: list[int | None] = [None] * len(persons)
    matches = Matches(ids)
    taken: set[int] = set()
    phones: dict[str | None, int] = {
        entry.phone: who for who, entry in standing.people.items() if entry.phone
    }
    for index, rows in enumerate(persons):
        ids[index] = _take(phones.get(phone_of(rows)), taken)
    for index, who in _of_the_same_row(persons, ids, standing):
        if _take(who, taken) is not None:
            resident, ids[index] = ids[index], who
            if resident is not None:
                matches.merged[resident] = who
    accounts: dict[int | None, int] = {
        entry.telegram_id: who for who, entry in standing.people.items() if entry.telegram_id
    }
    for index, rows in enumerate(persons):
        holder = _take(accounts.get(account_of(rows)), taken)
        if holder is not None:
            kept = ids[index]
            if kept is None:
                ids[index] = holder
            else:
                matches.merged[holder] = kept
    neighbours = _neighbours(standing)
    for index, rows in enumerate(persons):
        if ids[index] is None:
            ids[index] = _take(_namesake(rows, neighbours, standing, taken), taken)
    return matches


def phone_of(rows: Rows) -> str | None:
    return next((row.phone for row in rows if row.phone), None)


def account_of(rows: Rows) -> int | None:
    return next((row.telegram_id for row in rows if row.telegram_id), None)


def _take(person_id: int | None, taken: set[int]) -> int | None:
    """The row, if it is not yet somebody's."""
    if person_id is None or person_id in taken:
        return None
    taken.add(person_id)
    return person_id


def _of_the_same_row(
    persons: Sequence[Rows], ids: Sequence[int | None], standing: Standing
) -> Iterator[tuple[int, int]]:
    """(number in the files, row's id) of those who have just another phone or account than before, in a row
    that is the same but for that: the one person of this name with this post, if nobody else in the files is
    them or may be. The new phone may be that of a resident: so they are somebody who was not linked yet."""
    named = {account_of(rows): index for index, rows in enumerate(persons)}
    for who, (index, *others) in _claims(persons, ids, standing).items():
        entry, found = standing.people[who], ids[index]
        resident = None if found is None else standing.people[found]
        elsewhere = entry.telegram_id is not None and named.get(entry.telegram_id, index) != index
        if not others and not elsewhere and _may_be(entry, resident, persons[index]):
            yield index, who


def _claims(
    persons: Sequence[Rows], ids: Sequence[int | None], standing: Standing
) -> Mapping[int, Sequence[int]]:
    """Who alone has a post by this name → the persons of the files, not found by their phone among those who
    have or had posts, that may be them."""
    holders: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for post in standing.posts:
        if not post.ended:
            name = standing.people[post.entry.person_id].name
            holders[name, post.entry.role, post.entry.grid].add(post.entry.person_id)
    seated = {post.entry.person_id for post in standing.posts}
    claims: dict[int, list[int]] = defaultdict(list)
    for index, rows in enumerate(persons):
        found = [holders.get((row.name, row.role, row.grid), set()) for row in rows]
        who = set() if ids[index] in seated else set().union(*found)
        if len(who) == 1:
            claims[who.pop()].append(index)
    return claims


def _may_be(entry: PersonEntry, resident: PersonEntry | None, rows: Rows) -> bool:
    """Not if nothing is the same but the name, nor if there would be two accounts."""
    if resident is not None and (entry.telegram_id is not None or _another_account(resident, rows)):
        return False
    return not (_changed(entry.phone, phone_of(rows)) and _another_account(entry, rows))


def _another_account(entry: PersonEntry, rows: Rows) -> bool:
    return _changed(entry.telegram_id, account_of(rows))


def _changed(was: str | int | None, given: str | int | None) -> bool:
    return was is not None and given is not None and was != given


def _neighbours(standing: Standing) -> dict[tuple[str, str], list[int]]:
    """Who has or had a post, by name and grid; those who have one first."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for post in sorted(standing.posts, key=lambda post: post.ended):
        name = standing.people[post.entry.person_id].name
        found[name, post.entry.grid].append(post.entry.person_id)
    return found


def _namesake(
    rows: Rows, neighbours: dict[tuple[str, str], list[int]], standing: Standing, taken: set[int]
) -> int | None:
    """A row of the same name on one of the same grids, unless phone or account say that it is another's."""
    phone, account = phone_of(rows), account_of(rows)
    for row in rows:
        for person_id in neighbours.get(_seat(row), ()):
            if person_id not in taken and not _differs(standing.people[person_id], phone, account):
                return person_id
    return None


def _seat(row: PersonRow) -> tuple[str, str]:
    return row.name, row.grid


def _differs(entry: PersonEntry, phone: str | None, account: int | None) -> bool:
    return (phone is not None and entry.phone is not None) or (
        account is not None and entry.telegram_id is not None
    )
