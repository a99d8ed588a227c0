"""Those with a post in the reader's grids, one of them, and the invitation that links them."""

from datetime import timedelta

from bot import qr
from bot.buttons import Invite, MoveAccount, MoveForSure, OpenPeople, OpenPerson, pack
from bot.cards.page import Page, lines, role_in
from bot.cards.screen import Key, Medium, Screen
from bot.dispatch import linking, my_grid, reaching
from storage import grids, people, posts
from storage.posts import Office, Within
from storage.records import Grid, Person, PieceKind

PAGE_SIZE = 8


async def people_card(page: Page) -> Screen | None:
    """A page of the list, or the person that was opened."""
    if page.reader is None:
        return None
    within = await _within(page, page.reader)
    if within is None:
        return Screen(page.text("people-not-yours"), lasting=True)
    opened = page.view.get("person")
    person = None if opened is None else await people.get(page.tx, opened)
    if person is None:
        return await _list(page, within)
    return await _person(page, page.reader, person)


async def _within(page: Page, reader: Person) -> Within | None:
    """What the list is of; None if the reader manages nothing there any longer."""
    grid_id = page.view.get("grid", 0)
    if grid_id:
        managed = await my_grid.may_manage(page.tx, reader.id, grid_id, page.now)
        return Within(grid_id) if managed else None
    return linking.within(reader, admin=await people.is_admin(page.tx, reader.id, page.now))


async def _list(page: Page, within: Within) -> Screen:
    """Counts, then a button a person, those first who are still to be linked."""
    counts = await posts.count(page.tx, within, page.now)
    at = min(page.view.get("page", 0), max(0, (counts.people - 1) // PAGE_SIZE))
    shown = await posts.holders(page.tx, within, page.now, limit=PAGE_SIZE, offset=at * PAGE_SIZE)
    grid_id = within.grid_id or 0
    keys = [(await _key(page, person, within, OpenPerson(person.id, grid_id, at)),) for person in shown]
    turn = []
    if at > 0:
        turn.append(page.key("label-previous-page", OpenPeople(grid_id, at - 1)))
    if (at + 1) * PAGE_SIZE < counts.people:
        turn.append(page.key("label-next-page", OpenPeople(grid_id, at + 1)))
    grid = await grids.get(page.tx, grid_id) if grid_id else None
    said = lines(
        _title(page, grid),
        page.text("people-counts", people=counts.people, unlinked=counts.unlinked),
        page.text("people-unreachable", count=counts.unreachable) if counts.unreachable else None,
        page.text("people-tap" if shown else "people-nobody"),
    )
    return Screen(said, (*keys, *([tuple(turn)] if turn else [])), lasting=True)


def _title(page: Page, grid: Grid | None) -> str:
    return page.text("people-title-grid", grid=grid.name) if grid else page.text("people-title")


async def _key(page: Page, person: Person, within: Within, press: OpenPerson) -> Key:
    """Whether they are linked, their name, and the first of their posts there."""
    offices = await posts.offices(page.tx, person.id, within, page.now)
    inside = [_office(page, office) for office in offices if office.inside]
    return Key(f"{_mark(person)} {person.name} · {inside[0] if inside else ''}", pack(press))


def _mark(person: Person) -> str:
    if person.telegram_id is None:
        return "!"
    return "✓" if reaching.reached(person) else "⛔"


def _office(page: Page, office: Office) -> str:
    role = role_in(page.language, office.role, office.level)
    return f"{office.grid} {role}" if office.grid else role


async def _person(page: Page, reader: Person, person: Person) -> Screen:
    """Their posts, whether a message reaches them, and what may be done."""
    back = page.key("label-back", OpenPeople(page.view.get("grid", 0), page.view.get("page", 0)))
    admin = await people.is_admin(page.tx, reader.id, page.now)
    offices = await posts.offices(page.tx, person.id, linking.within(reader, admin=admin), page.now)
    inside = [office for office in offices if office.inside]
    if not inside:
        return Screen(page.text("people-no-post"), ((back,),), lasting=True)
    linked = person.telegram_id is not None
    said = lines(
        page.text("people-person", name=person.name),
        *(_office_line(page, office) for office in inside),
        page.text("people-elsewhere") if len(inside) < len(offices) else None,
        page.text("people-phone", phone=person.phone) if person.phone else None,
        page.text(_state(person)),
    )
    if linked and page.view.get("sure") and admin:
        no = OpenPerson(person.id, page.view.get("grid", 0), page.view.get("page", 0))
        sure = page.key("label-move-for-sure", MoveForSure(person.id))
        return Screen(
            lines(said, page.text("people-sure")), ((sure,), (page.key("label-back", no),)), lasting=True
        )
    keys: list[tuple[Key, ...]] = []
    if not linked and await linking.may_invite(page.tx, reader, person, page.now):
        keys.append((page.key("label-invite", Invite(person.id)),))
    if linked and admin and person.id != reader.id:
        keys.append((page.key("label-move-account", MoveAccount(person.id)),))
    return Screen(said, (*keys, (back,)), lasting=True)


def _state(person: Person) -> str:
    if person.telegram_id is None:
        return "people-unlinked"
    return "people-linked" if reaching.reached(person) else "people-unreached"


def _office_line(page: Page, office: Office) -> str:
    """A post with the organisation on whose behalf it is, and its last day."""
    key = "people-office" if office.organisation is None else "people-office-of"
    said = page.text(key, office=_office(page, office), organisation=office.organisation or "")
    if office.until is None:
        return said
    last = (office.until - timedelta(milliseconds=1)).astimezone(page.rules.zone)
    return said + page.text("people-until", day=f"{last:%Y-%m-%d}")


async def invitation(page: Page) -> Screen | None:
    """A link for one person with its picture, worded so that it can be passed on as it is. Nothing, if they
    have been linked meanwhile."""
    person = await people.get(page.tx, page.view["person"])
    if person is None or person.telegram_id is not None:
        return None
    offices = await posts.offices(page.tx, person.id, Within(), page.now)
    words = page.text(
        "invitation",
        name=person.name,
        posts=page.listed([_office(page, office) for office in offices]),
        link=page.view["link"],
        days=linking.GOOD_FOR.days,
    )
    picture = Medium(
        PieceKind.PHOTO, None, None, None, name="invitation.png", content=qr.png(page.view["link"])
    )
    return Screen(words, media=(picture,))
