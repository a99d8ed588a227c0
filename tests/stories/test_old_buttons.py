"""Buttons live for ever: each that was ever sent is answered with the truth of today, whoever taps it."""

import pytest

from bot.buttons import BY_WORD, WORDS
from bot.texts import LANGUAGES, plain_text

# Every word that was ever on a button, and how many numbers follow it. Lines are added, never changed.
EVER = {
    "ac": 1, "of": 1, "op": 2, "ot": 3, "rs": 1, "bk": 1, "cf": 1, "ro": 1, "cl": 1, "fi": 1, "wd": 1,
    "dk": 2, "do": 2, "dg": 2, "dp": 2, "ck": 1, "cp": 1, "ds": 1, "dx": 1, "px": 1,
    "pa": 1, "df": 2, "dh": 1, "dm": 1, "ra": 1, "rt": 2, "dc": 1, "tk": 1, "rw": 1, "sm": 1, "ap": 1,
    "st": 2, "sk": 1, "ad": 1, "cx": 1, "cy": 1, "hi": 1, "or": 1, "ar": 1, "tt": 1, "ta": 1, "ab": 1,
    "tl": 2, "la": 1, "mo": 1, "xa": 1,
    "sb": 1, "sc": 0, "od": 1, "nd": 0,
    "dl": 1, "du": 1, "dd": 1, "hg": 2, "hm": 1,
    "pl": 2, "pn": 3, "in": 1, "ma": 1, "mf": 1, "uy": 1, "ux": 1, "up": 3,
    "mp": 1, "mg": 0, "vg": 2, "gp": 1, "cv": 1, "ct": 2, "aw": 0, "au": 1, "ay": 2, "ib": 0, "xp": 1,
    "xk": 1, "xg": 3, "xi": 2, "xl": 2, "xm": 2, "xr": 3, "xs": 3, "gv": 2, "rd": 1,
}  # fmt: skip
FAILURES = {plain_text(language, "answer-failed") for language in LANGUAGES}
STATE = ("requests", "tasks", "claims", "supervisors", "posts")
HARMLESS = {"st", "sk"}
"""What a resident may still do when a request is solved."""
OF_GROUPS = {"cl", "la"}
"""These stand in groups."""


def test_every_button_there_is_was_there_and_every_one_there_was_is_known():
    assert set(WORDS.values()) == set(EVER) == set(BY_WORD)


@pytest.fixture
async def solved(street, reported):
    """A street on which one request was offered, claimed, done and solved."""
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    group = street.tg.supergroup("锦绣苑红马甲", members=[li, zhao])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    number = await reported(wang)
    await street.taps(li, "派单", number)
    await street.taps(li, "锦绣苑红马甲", number)
    await street.taps(zhao, "接单", number, at=group)
    await street.taps(zhao, "完成", number)
    zhao.says("通开了")
    await street.taps(wang, "已解决", "通开了")
    await street.sees(li, "居民说：已解决")
    return street, wang, li, zhao


async def state_of(street):
    async def read(tx):
        return {name: [dict(row) for row in await tx.all(f"SELECT * FROM {name}")] for name in STATE}  # noqa: S608

    return await street.app._database.read(read)


async def test_a_button_of_long_ago_changes_nothing_and_says_why(solved):
    street, *people = solved
    people.append(street.lives("路人"))
    await street.sees(people[-1], "红马甲")
    await street.tg.quiet()
    before = await state_of(street)
    for word in EVER.keys() - HARMLESS:
        await answered(word, people)
    assert await state_of(street) == before
    for word in HARMLESS:
        await answered(word, people)


async def answered(word, people):
    """Everybody taps the button, with numbers of what is there and of what never was, and hears something."""
    given = {
        (person.name, data): person.taps(person.chat.messages[1], stale=data)
        for person in people
        for number in (1, 999)
        for data in [":".join([word, *[str(number)] * EVER[word]])]
    }
    for asked, query in given.items():
        answer = await query.answered()
        assert answer.text and answer.text not in FAILURES, asked


async def test_a_private_button_that_is_forged_in_a_group_shows_the_group_nothing(solved):
    street, wang, li, zhao = solved
    group = next(chat for chat in street.tg.chats.values() if chat.title == "锦绣苑红马甲")
    bound = await street.sees(group, "已绑定")
    before = [(message.text, message.labels) for message in group.messages]
    for word in EVER.keys() - OF_GROUPS:
        for person in (wang, li, zhao):
            data = ":".join([word, *["1"] * EVER[word]])
            answer = await person.taps(bound, stale=data).answered()
            assert answer.text and answer.text not in FAILURES, (person.name, data)
    await street.passes(seconds=5)
    await street.tg.quiet()
    assert [(message.text, message.labels) for message in group.messages] == before
