"""Whom those who lead see and invite, and what becomes of an account that is taken from a person."""

import pytest

from bot.dispatch import linking
from bot.dispatch.refusals import AlreadyLinked, Gone, NotYours, OwnAccount, TooLate
from storage import cards, drafts, outbox, people, posts
from storage.posts import Counts, Within
from storage.records import Menu, Role

GRIDS = """
    code,name,level,parent
    C,Community,community,
    G,Garden,compound,C
    G1,House 1,building,G
    H,Hill,compound,C
"""
PEOPLE = """
    name,role,grid,phone,telegram_id,until
    Secretary,secretary,C,,1,
    Garden Leader,leader,G,,2,
    House Leader,leader,G1,,,
    Hill Leader,leader,H,,,
    Both,volunteer,G1,19900000001,,
    Both,volunteer,H,19900000001,,
    Admin,admin,C,,3,
    New Admin,admin,G1,,,
    Gone,volunteer,G1,,,2026-03-01
    Office,staff,G,,4,
"""


@pytest.fixture
async def by_name(database, import_files):
    await import_files(grids=GRIDS, people=PEOPLE)
    rows = await database.read(lambda tx: tx.all("SELECT id, name FROM people"))

    async def find(name):
        (found,) = [row["id"] for row in rows if row["name"] == name]
        return await database.read(lambda tx: people.get(tx, found))

    return find


async def listed(database, within, now):
    found = await database.read(lambda tx: posts.holders(tx, within, now, limit=20, offset=0))
    return [person.name for person in found]


async def test_people_are_listed_by_what_lies_below(database, by_name, now):
    leader, secretary = await by_name("Garden Leader"), await by_name("Secretary")
    garden = ["Both", "House Leader", "New Admin", "Garden Leader", "Office"]
    everybody = ["Both", "Hill Leader", "House Leader", "New Admin", "Admin", "Garden Leader", "Office"]
    everybody += ["Secretary"]
    office = await by_name("Office")
    assert await listed(database, Within(manager_id=office.id), now) == garden
    assert await listed(database, Within(manager_id=leader.id), now) == garden
    assert await listed(database, Within(manager_id=secretary.id), now) == everybody
    assert await listed(database, Within(), now) == everybody
    counts = await database.read(lambda tx: posts.count(tx, Within(manager_id=leader.id), now))
    assert counts == Counts(people=5, unlinked=3, unreachable=2)
    volunteer = await by_name("Both")
    assert await listed(database, Within(manager_id=volunteer.id), now) == []


async def test_offices_within_come_first_and_say_so(database, by_name, now):
    leader, both = await by_name("Garden Leader"), await by_name("Both")
    found = await database.read(lambda tx: posts.offices(tx, both.id, Within(manager_id=leader.id), now))
    assert [(office.role, office.grid, office.inside) for office in found] == [
        (Role.VOLUNTEER, "House 1", True),
        (Role.VOLUNTEER, "Hill", False),
    ]


@pytest.mark.parametrize(
    ("by", "whom", "refusal"),
    [
        ("Garden Leader", "House Leader", None),
        ("Garden Leader", "Hill Leader", NotYours),
        ("Garden Leader", "Both", NotYours),  # a post elsewhere too
        ("Garden Leader", "New Admin", NotYours),
        ("Office", "House Leader", None),
        ("Office", "Hill Leader", NotYours),
        ("Office", "Both", NotYours),
        ("Office", "New Admin", NotYours),
        ("Garden Leader", "Gone", NotYours),
        ("Secretary", "Both", None),
        ("Secretary", "New Admin", NotYours),
        ("Admin", "New Admin", None),
        ("Admin", "Hill Leader", None),
        ("Admin", "Gone", NotYours),
        ("Admin", "Garden Leader", AlreadyLinked),
        ("Both", "House Leader", NotYours),
    ],
)
async def test_who_may_invite_whom(database, by_name, now, *, by, whom, refusal):
    inviter, person = await by_name(by), await by_name(whom)

    async def give():
        return await database.transact(lambda tx: linking.give_invitation(tx, person.id, by=inviter, now=now))

    if refusal:
        with pytest.raises(refusal):
            await give()
    else:
        assert await give()


async def test_an_account_that_is_taken_is_a_residents_with_what_it_was_writing(
    database, by_name, rules, now
):
    leader, admin = await by_name("Garden Leader"), await by_name("Admin")

    async def work(tx):
        await people.set_reachable(tx, leader.id, True)
        draft = await drafts.start(tx, person_id=leader.id, words="my own", grid_id=None, now=now)
        for kind, message_id in (("draft", 5), ("request", 6)):
            card = await cards.adopt(tx, kind, chat_id=2, message_id=message_id, now=now, person_id=leader.id)
            await outbox.refresh_card(tx, card.id, now)
        await outbox.say(tx, kind="plain", person_id=leader.id, data={"text": "x"}, now=now)
        secret = await linking.move(tx, leader.id, by=admin, rules=rules, now=now)
        return draft, secret, await people.by_telegram(tx, 2), await people.get(tx, leader.id)

    draft, secret, account, person = await database.transact(work)
    assert (person.name, person.telegram_id, person.reachable) == ("Garden Leader", None, False)
    assert account.id != person.id
    assert account.menu is not Menu.DESK

    async def look(tx):
        return (
            (await drafts.get(tx, draft.id)).person_id,
            [(row["kind"], row["person_id"]) for row in await tx.all("SELECT * FROM cards")],
            [row["kind"] for row in await tx.all("SELECT * FROM outbox WHERE status = 'pending'")],
            await people.posts_of(tx, person.id, now),
        )

    owner, kept, pending, held = await database.read(look)
    assert owner == account.id
    assert kept == [("draft", account.id)]
    assert "request" not in pending
    assert [post.role for post in held] == [Role.LEADER]
    joined = await database.transact(
        lambda tx: linking.join(tx, account, secret, rules=rules, now=now)
    )  # the link is for whoever is given it
    assert joined.id == person.id


async def test_an_administrator_of_the_settings_is_one_by_the_account(database, by_name, rules, now):
    leader, admin = await by_name("Garden Leader"), await by_name("Admin")

    async def work(tx):
        await people.keep_administrators(tx, frozenset({2}), now)
        await linking.move(tx, leader.id, by=admin, rules=rules, now=now)
        account = await people.by_telegram(tx, 2)
        return await people.is_admin(tx, account.id, now), await people.is_admin(tx, leader.id, now)

    assert await database.transact(work) == (True, False)


@pytest.mark.parametrize(
    ("by", "whom", "refusal"),
    [
        ("Secretary", "Garden Leader", NotYours),
        ("Admin", "Admin", OwnAccount),
        ("Admin", "House Leader", TooLate),
        ("Admin", "Gone", Gone),
    ],
)
async def test_whose_account_is_not_taken(database, by_name, rules, now, *, by, whom, refusal):
    mover, person = await by_name(by), await by_name(whom)
    with pytest.raises(refusal):
        await database.transact(lambda tx: linking.move(tx, person.id, by=mover, rules=rules, now=now))


async def test_the_link_of_an_invitation_is_forgotten_when_it_was_sent(database, by_name, now):
    admin = await by_name("Admin")

    async def work(tx):
        for kind in ("invitation", "plain"):
            await outbox.say(tx, kind=kind, person_id=admin.id, data={"link": "secret"}, now=now)
        for row in await tx.all("SELECT id FROM outbox"):
            message = await outbox.pending(tx, row["id"])
            assert message.data == {"link": "secret"}
            await outbox.finish(tx, message, "sent", sent_at=now, posted=(1,))
        return [(row["kind"], row["data"]) for row in await tx.all("SELECT * FROM outbox ORDER BY id")]

    assert await database.transact(work) == [("invitation", "{}"), ("plain", '{"link":"secret"}')]
