"""What a resident's further words change, on both databases: additions, an end, stars, and who is thanked."""

from datetime import timedelta

import pytest

from bot.dispatch import additions, cancelling, outcomes, rating, responsibility
from bot.dispatch.refusals import Gone, NothingSaid, NotYours, TooLate, TooLong
from storage import deadlines, events, outbox, people, requests
from storage.records import Act, Clock, Request, RequestStatus, Urgency

GRIDS = "code,name,level,parent\nB,Building,building,"
PEOPLE = """
    name,role,grid,phone,telegram_id
    Li,leader,B,13900000001,101
    Wang,member,B,13900000006,200
    Zhao,volunteer,B,13900000007,201
"""


@pytest.fixture
async def case(database, import_files, rules, now):
    """A request of Wang's that Li has accepted; does(name, act, *args) on it, in a transaction of its own."""
    await import_files(grids=GRIDS, people=PEOPLE)

    async def person(tx, name):
        row = await tx.one("SELECT id FROM people WHERE name = :name", name=name)
        await tx.run("UPDATE people SET reachable = TRUE WHERE id = :id", id=row["id"])
        return await people.get(tx, row["id"])

    async def does(name, act, *args, at=now):
        async def work(tx):
            return await act(tx, await person(tx, name), 1, *args, rules=rules, now=at)

        return await database.transact(work)

    async def ask(tx):
        wang, _ = await person(tx, "Wang"), await person(tx, "Li")
        new = Request(
            id=0, number="K7D2", resident_id=wang.id, category_id=None, grid_id=1, words="leak",
            urgency=Urgency.NORMAL, confidential=False, status=RequestStatus.SUBMITTED,
            responsible_id=None, responsible_grid_id=None, level=0, reopened=0, result=None,
            confirmed=False, version=1, created_at=now, closed_at=None,
        )  # fmt: skip
        id_ = await requests.add(tx, new)
        await responsibility.route(tx, await requests.get(tx, id_), rules=rules, now=now, why="submitted")

    await database.transact(ask)
    await does("Li", outcomes.accept)
    return does


async def waiting(database, kind):
    """(person's name, not before) of what waits to be said of a kind."""

    async def read(tx):
        rows = await tx.all(
            """SELECT p.name, o.not_before FROM outbox o JOIN people p ON p.id = o.person_id
               WHERE o.kind = :kind AND o.status = 'pending' ORDER BY p.name""",
            kind=kind,
        )
        return [(row["name"], row["not_before"]) for row in rows]

    return await database.read(read)


def millis(moment):
    return int(moment.timestamp() * 1000)


async def test_added_words_grow_the_request_and_are_found_by_their_moment(case, database, now):
    await case("Wang", additions.add, "third floor")
    later = now + timedelta(minutes=1)
    after = await case("Wang", additions.add, "and the fourth", at=later)
    assert after.words == "leak\nthird floor\nand the fourth"

    async def read(tx):
        at = [await events.last(tx, 1, Act.ADD, at=moment) for moment in (now, later)]
        return [*at, await events.last(tx, 1, Act.ADD), await events.last(tx, 1, Act.REOPEN)]

    first, second, newest, none = await database.read(read)
    assert (first.data["words"], newest.data["words"]) == ("third floor", "and the fourth")
    assert (second, none) == (newest, None)


async def test_nothing_and_no_end_of_it_are_not_added(case):
    with pytest.raises(NothingSaid):
        await case("Wang", additions.add, " ")
    with pytest.raises(TooLong):
        await case("Wang", additions.add, "x" * 20_000)
    with pytest.raises(NotYours):
        await case("Li", additions.add, "third floor")


async def test_what_is_cancelled_waits_for_nothing(case, database):
    with pytest.raises(NotYours):
        await case("Li", cancelling.cancel)  # who is asked declines
    after = await case("Wang", cancelling.cancel)
    assert (after.status, after.closed_at is not None) == (RequestStatus.CANCELLED, True)

    async def clocks(tx):
        return [await deadlines.end_of(tx, request_id=1, clock=clock) for clock in Clock]

    assert set(await database.read(clocks)) == {None}
    with pytest.raises(TooLate):
        await case("Wang", cancelling.cancel)


async def test_the_thanks_wait_for_the_words_and_leave_with_them_once(case, database, now):
    await case("Li", outcomes.resolve, "mended")
    await case("Wang", rating.solve)
    assert await waiting(database, "thanks") == [("Li", millis(now + rating.WAIT))]

    await case("Wang", rating.rate, 2)
    await case("Wang", rating.rate, 5)
    after = await case("Wang", rating.comment, "well done")
    assert (after.stars, after.comment) == (5, "well done")
    assert await waiting(database, "thanks") == [("Li", millis(now))]
    for refused in (rating.skip, rating.rate, rating.comment):
        with pytest.raises(TooLate):
            await case("Wang", refused, *({rating.rate: [1], rating.comment: ["more"]}.get(refused, [])))


async def test_stars_are_one_to_five_and_the_residents(case):
    with pytest.raises(TooLate):
        await case("Wang", rating.rate, 5)
    await case("Li", outcomes.resolve, "mended")
    await case("Wang", rating.solve)
    for stars in (0, 6):
        with pytest.raises(Gone):
            await case("Wang", rating.rate, stars)
    with pytest.raises(NotYours):
        await case("Li", rating.rate, 5)
    with pytest.raises(TooLate):
        await case("Wang", rating.skip)  # no stars, so no words were asked for


async def test_what_is_reopened_has_no_stars_any_more(case):
    await case("Li", outcomes.resolve, "mended")
    await case("Wang", rating.solve)
    await case("Wang", rating.rate, 5)
    await case("Wang", rating.skip)
    after = await case("Wang", outcomes.reopen, "leaks again")
    assert (after.stars, after.comment) == (None, None)


async def test_thanks_for_a_result_that_was_reopened_are_not_taken_up_again(case, database, now):
    await case("Li", outcomes.resolve, "mended")
    await case("Wang", rating.solve)

    async def helped(tx):
        await outbox.say(tx, kind="thanks", person_id=3, request_id=1, data={"reopened": 0}, now=now)

    await database.transact(helped)
    await case("Wang", outcomes.reopen, "leaks again")
    await case("Li", outcomes.accept)
    await case("Li", outcomes.resolve, "mended again")
    await case("Wang", rating.solve)
    await case("Wang", rating.rate, 5)
    assert await waiting(database, "thanks") == [("Li", millis(now + rating.WAIT))]


async def test_only_the_named_persons_messages_are_taken_back(case, database, now):
    await case("Li", outcomes.resolve, "mended")

    async def say(tx):
        for person_id in (1, 2):
            await outbox.say(tx, kind="thanks", person_id=person_id, request_id=1, now=now)
        taken = await outbox.take_back(tx, kind="thanks", request_id=1, person_id=2)
        left = await outbox.take_back(tx, kind="thanks", request_id=1)
        return [message.person_id for message in (*taken, *left)]

    assert await database.transact(say) == [2, 1]


async def test_a_residents_list_begins_with_what_is_open(case, database):
    async def ask_more(tx):
        known = await requests.get(tx, 1)
        for number in ("AAAA", "BBBB"):
            await tx.run(
                """INSERT INTO requests (number, resident_id, grid_id, words, urgency, status, created_at)
                   VALUES (:number, :who, 1, 'w', 'normal', 'assigned', 0)""",
                number=number,
                who=known.resident_id,
            )
        return known.resident_id

    who = await database.transact(ask_more)
    await case("Wang", cancelling.cancel)
    listed = await database.read(lambda tx: requests.of_resident(tx, who))
    assert [request.number for request in listed] == ["BBBB", "AAAA", "K7D2"]
