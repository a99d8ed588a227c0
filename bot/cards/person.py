"""Greetings with the large keys below the chat, and what is behind More."""

from collections.abc import Awaitable, Callable

from bot.buttons import Away, ChooseLanguage, OpenMore
from bot.cards import homes
from bot.cards.page import Page, lines
from bot.cards.screen import Key, LargeKey, Screen
from bot.dispatch.menus import Why, menu_of
from bot.texts import LANGUAGES, html_text, language_of, plain_text
from storage import people
from storage.records import Menu, Role

LargeKeys = tuple[tuple[str | LargeKey, ...], ...]


async def welcome(page: Page) -> Screen | None:
    """A few words, and the large keys below the chat that are right for the reader now."""
    if page.reader is None:
        return None
    keys = await large_keys(page)
    words = await GREETINGS[page.view.get("why", Why.START)](page)
    return None if words is None else Screen(words, menu=keys)


async def large_keys(page: Page) -> LargeKeys:
    """Report · My requests, Tasks · (My desk,) More"""
    desk = page.reader and await menu_of(page.tx, page.reader.id, page.now) is Menu.DESK
    rows = (
        ("label-report",),
        ("label-my-requests", "label-tasks"),
        ("label-my-desk", "label-more") if desk else ("label-more",),
    )
    return tuple(tuple(plain_text(page.language, label) for label in row) for row in rows)


async def _start(page: Page) -> str:
    return await _as_holder(page, "welcome-with-post") or _in_known_language(page, "welcome", "welcome-brief")


async def _linked(page: Page) -> str:
    return await _as_holder(page, "welcome-linked") or await _start(page)


async def _link(page: Page) -> str:
    return _in_known_language(page, "welcome-brief", "welcome-brief")


async def _claim(page: Page) -> str:
    return _in_known_language(page, "welcome-to-claim", "welcome-to-claim")


async def _back(page: Page) -> str:
    counts = {name: page.view[name] for name in ("own", "desk")}
    said = [page.text(f"welcome-back-{name}", count=str(count)) for name, count in counts.items() if count]
    return lines(page.text("welcome-back"), *said or [page.text("welcome-back-nothing")])


async def _post_came(page: Page) -> str | None:
    """Nothing, if it has gone again before this could be said."""
    desk = page.reader and await menu_of(page.tx, page.reader.id, page.now) is Menu.DESK
    return await _as_holder(page, "welcome-post-came") if desk else None


async def _post_went(page: Page) -> str | None:
    desk = page.reader and await menu_of(page.tx, page.reader.id, page.now) is Menu.DESK
    return None if desk else page.text("welcome-post-went")


async def _language(page: Page) -> str:
    return page.text("language-set")


async def _phone(page: Page) -> str:
    return page.text("phone-thanks")


async def _moved(page: Page) -> str:
    return page.text("welcome-moved", name=page.view.get("name", ""))


async def _located(page: Page) -> str:
    return page.text("place-noted")


GREETINGS: dict[str, Callable[[Page], Awaitable[str | None]]] = {
    Why.START: _start,
    Why.LINK: _link,
    Why.CLAIM: _claim,
    Why.LINKED: _linked,
    Why.BACK: _back,
    Why.LANGUAGE: _language,
    Why.PHONE: _phone,
    Why.LOCATED: _located,
    Why.POST_CAME: _post_came,
    Why.POST_WENT: _post_went,
    Why.MOVED: _moved,
}


async def _as_holder(page: Page, key: str) -> str | None:
    """Words that name the reader's posts; None for whoever has none."""
    if page.reader is None:
        return None
    said = [
        page.text(
            "post-line" if post.grid_id else "post-line-everywhere",
            grid=await page.grid_name(post.grid_id),
            role=await page.role_of(post.role, post.grid_id),
        )
        for post in await people.posts_of(page.tx, page.reader.id, page.now)
    ]
    # The lines are escaped already, each with its own words.
    words = page.text(key, name=page.reader.name, posts="\0")
    return words.replace("\0", "\n".join(said)) if said else None


def _in_known_language(page: Page, key: str, key_for_all: str) -> str:
    """Words in the reader's language; in every one, if it is not known or is none of ours."""
    if page.reader and language_of(page.reader.reads, ""):
        return page.text(key)
    said = (lines(html_text(each, key_for_all), html_text(each, "welcome-choose")) for each in LANGUAGES)
    return "\n\n".join(said)


async def leaf(page: Page) -> Screen | None:
    """One of the pages about the person; the view says which."""
    draw = LEAVES.get(page.view.get("page", ""))
    return await draw(page) if draw and page.reader else None


async def _more(page: Page) -> Screen:
    keys = [
        page.key("label-my-home", OpenMore(3)),
        page.key("label-language", OpenMore(0)),
        page.key("label-privacy", OpenMore(1)),
        page.key("label-help", OpenMore(2)),
    ]
    if page.reader and not page.reader.phone:
        keys.append(page.key("label-share-phone", OpenMore(4)))
    if page.reader and await menu_of(page.tx, page.reader.id, page.now) is Menu.DESK:
        keys.insert(0, page.key("label-away", Away()))
    return Screen(page.text("more-title"), tuple((key,) for key in keys))


async def _choose_language(page: Page) -> Screen:
    return Screen(page.text("language-ask"), language_keys(page), lasting=True)


def language_keys(page: Page) -> tuple[tuple[Key, ...], ...]:
    """Every language by its own name, with a tick at the one that is read there."""
    keys = []
    for number, each in enumerate(LANGUAGES):
        key = Key(plain_text(each, "label-itself"), page.key("label-itself", ChooseLanguage(number)).data)
        keys.append(Key(f"✓ {key.label}", key.data) if each == page.language else key)
    return tuple((key,) for key in keys)


async def _privacy(page: Page) -> Screen:
    return Screen(page.text("privacy"))


async def _help(page: Page) -> Screen:
    """What to tap, for what the reader is."""
    posts = await people.posts_of(page.tx, page.reader.id, page.now) if page.reader else []
    roles = {post.role for post in posts}
    reader = next((name for name, among in READERS if roles & among), "resident")
    return Screen(lines(page.text(f"help-{reader}"), page.text("help-end")))


READERS = (
    ("admin", frozenset({Role.ADMIN})),
    ("answering", frozenset({Role.LEADER, Role.DEPUTY, Role.SECRETARY})),
    ("volunteer", frozenset(Role)),
)
"""Which help → for whom, the first that fits; whoever has any other post may be asked to help."""


async def _share_phone(page: Page) -> Screen:
    """The key that shares the number, above the others."""
    share = LargeKey(plain_text(page.language, "label-share-phone"), "contact")
    return Screen(page.text("phone-ask"), menu=((share,), *await large_keys(page)))


LEAVES: dict[str, Callable[[Page], Awaitable[Screen]]] = {
    "more": _more,
    "language": _choose_language,
    "privacy": _privacy,
    "help": _help,
    "home": homes.home,
    "phone": _share_phone,
}
