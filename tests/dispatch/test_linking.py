"""A link brings a person of the roster and an account together, once, with all that either has."""

from datetime import datetime, timedelta

import pytest

from bot.dispatch import linking
from bot.dispatch.refusals import AlreadyLinked, BadLink, LinkedElsewhere, OtherPhone, PhoneTaken
from bot.dispatch.rules import Rules
from storage import drafts, people, schema
from storage.database import Database
from storage.people import MERGE
from storage.records import Person

GRIDS = """
    code,name,level
    G,Garden,compound
"""
PEOPLE = """
    name,role,grid,phone
    Li Wei,leader,G,19900000001
    Wang Fang,volunteer,G,
"""


async def met(database: Database, now: datetime, telegram_id: int = 7, name: str = "lili") -> Person:
    async def work(tx):
        person = await people.add(tx, name=name, telegram_id=telegram_id, language="en", now=now)
        await people.set_reachable(tx, person.id, True)
        return await people.get(tx, person.id)

    return await database.transact(work)


async def invited(database: Database, name: str, now: datetime) -> tuple[int, str]:
    async def work(tx):
        (row,) = {
            row["id"]: row for row in await people.without_account(tx, now) if row["name"] == name
        }.values()
        return row["id"], await linking.invite(tx, row["id"], now)

    return await database.transact(work)


@pytest.fixture
async def li(database: Database, import_files, now: datetime) -> tuple[int, str]:
    """Li Wei's row and the secret of the link."""
    await import_files(grids=GRIDS, people=PEOPLE)
    return await invited(database, "Li Wei", now)


async def test_the_roster_name_stays_and_the_account_moves(database, li, rules: Rules, now: datetime):
    roster_id, secret = li
    person = await met(database, now)
    joined = await database.transact(lambda tx: linking.join(tx, person, secret, rules=rules, now=now))
    assert joined == Person(roster_id, "Li Wei", "+8619900000001", 7, True, "en")
    assert await database.read(lambda tx: people.get(tx, person.id)) is None


async def test_what_the_account_was_writing_is_still_there(database, li, rules: Rules, now: datetime):
    roster_id, secret = li
    person = await met(database, now)

    async def work(tx):
        await drafts.start(tx, person_id=person.id, words="the drain", grid_id=None, now=now)
        await linking.join(tx, person, secret, rules=rules, now=now)
        return await drafts.current(tx, roster_id)

    assert (await database.transact(work)).words == "the drain"


async def test_ones_own_link_again_is_friendly(database, li, rules: Rules, now: datetime):
    _, secret = li
    person = await met(database, now)

    async def work(tx):
        joined = await linking.join(tx, person, secret, rules=rules, now=now)
        return joined, await linking.join(tx, joined, secret, rules=rules, now=now + timedelta(days=90))

    joined, again = await database.transact(work)
    assert joined == again


async def test_a_link_works_once(database, li, rules: Rules, now: datetime):
    _, secret = li
    first, second = await met(database, now), await met(database, now, 8, "somebody")
    await database.transact(lambda tx: linking.join(tx, first, secret, rules=rules, now=now))
    with pytest.raises(BadLink):
        await database.transact(lambda tx: linking.join(tx, second, secret, rules=rules, now=now))


async def test_all_links_of_a_person_end_when_one_is_used(database, li, rules: Rules, now: datetime):
    roster_id, secret = li
    earlier = secret
    later = await database.transact(lambda tx: linking.invite(tx, roster_id, now))
    first, second = await met(database, now), await met(database, now, 8, "somebody")
    await database.transact(lambda tx: linking.join(tx, first, earlier, rules=rules, now=now))
    with pytest.raises(BadLink):
        await database.transact(lambda tx: linking.join(tx, second, later, rules=rules, now=now))


async def test_an_unknown_and_an_old_link_are_refused(database, li, rules: Rules, now: datetime):
    _, secret = li
    person = await met(database, now)
    for wrong, at in (("guessed", now), (secret, now + linking.GOOD_FOR)):
        with pytest.raises(BadLink):
            await database.transact(lambda tx, w=wrong, t=at: linking.join(tx, person, w, rules=rules, now=t))


async def test_a_person_who_has_an_account_already_is_not_given_another(database, li, rules, now):
    roster_id, secret = li
    person = await met(database, now)

    async def work(tx):
        await people.set_account(tx, roster_id, telegram_id=99, reachable=True, language=None)
        await linking.join(tx, person, secret, rules=rules, now=now)

    with pytest.raises(AlreadyLinked):
        await database.transact(work)


async def test_somebody_with_a_post_cannot_take_another_persons_link(database, li, rules, now):
    _, secret = li
    _, volunteers = await invited(database, "Wang Fang", now)
    person = await met(database, now)
    leader = await database.transact(lambda tx: linking.join(tx, person, secret, rules=rules, now=now))
    with pytest.raises(LinkedElsewhere):
        await database.transact(lambda tx: linking.join(tx, leader, volunteers, rules=rules, now=now))


async def test_an_administrator_of_the_settings_keeps_that_post_when_linked(database, li, rules, now):
    _, secret = li

    async def work(tx):
        await people.keep_administrators(tx, frozenset({7}), now)
        person = await people.by_telegram(tx, 7)
        joined = await linking.join(tx, person, secret, rules=rules, now=now)
        return [post.role for post in await people.posts_of(tx, joined.id, now)]

    assert await database.transact(work) == ["leader", "admin"]


PHONE = "+8619900000001"


async def test_the_own_phone_links_as_the_link_does_and_ends_the_links(
    database, li, rules: Rules, now: datetime
):
    roster_id, secret = li
    first, second = await met(database, now), await met(database, now, 8, "somebody")
    joined = await database.transact(lambda tx: linking.by_phone(tx, first, PHONE, rules=rules, now=now))
    assert (joined.id, joined.name, joined.telegram_id) == (roster_id, "Li Wei", 7)
    with pytest.raises(BadLink):
        await database.transact(lambda tx: linking.join(tx, second, secret, rules=rules, now=now))
    again = await database.transact(lambda tx: linking.by_phone(tx, joined, PHONE, rules=rules, now=now))
    assert again == joined


@pytest.mark.usefixtures("li")
async def test_a_phone_of_somebody_with_an_account_links_nobody(database, rules: Rules, now: datetime):
    for telegram_id, phone, refusal in ((7, PHONE, AlreadyLinked), (9, "+8619900000005", PhoneTaken)):
        first, second = await met(database, now, telegram_id), await met(database, now, telegram_id + 1)

        async def share(who, phone=phone):
            return await database.transact(lambda tx: linking.by_phone(tx, who, phone, rules=rules, now=now))

        await share(first)
        with pytest.raises(refusal):
            await share(second)


@pytest.mark.usefixtures("li")
async def test_whoever_has_a_post_keeps_the_name_and_the_number_of_the_roster(database, rules, now):
    _, volunteers = await invited(database, "Wang Fang", now)
    person = await met(database, now)

    async def share(who, phone):
        return await database.transact(lambda tx: linking.by_phone(tx, who, phone, rules=rules, now=now))

    wang = await database.transact(lambda tx: linking.join(tx, person, volunteers, rules=rules, now=now))
    with pytest.raises(LinkedElsewhere):
        await share(wang, PHONE)
    await share(wang, "+8619900000005")  # the roster knows none of hers
    wang = await database.read(lambda tx: people.get(tx, wang.id))
    assert wang.phone == "+8619900000005"
    with pytest.raises(OtherPhone):
        await share(wang, "+8619900000006")


def test_a_secret_fits_the_start_parameter_and_is_kept_nowhere():
    assert len(linking.PREFIX) + 22 <= 64
    assert linking.digest("secret") != "secret"


def test_merging_knows_every_column_that_refers_to_people():
    statements = " ".join(MERGE)
    for table in schema.metadata.sorted_tables:
        for column in table.columns:
            if any(key.column.table.name == "people" for key in column.foreign_keys):
                assert " ".join(("UPDATE", table.name, "SET", column.name, "= :to_id")) in statements
