"""What is to be said, as rows, and the cards it leaves in chats, on both databases."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from storage import cards, outbox
from storage.records import Lane

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
async def community(database):
    """A database with two persons (accounts 101 and 102, and 3 without one), two groups and two requests."""

    async def fill(tx):
        for number in (1, 2, 3):
            await tx.run(
                "INSERT INTO people (name, telegram_id, reachable, created_at) VALUES ('p', :t, TRUE, 0)",
                t=100 + number if number < 3 else None,
            )
        await tx.run("INSERT INTO grids (code, name, level) VALUES ('A', 'A', 'community')")
        for chat_id, thread_id in ((-7, 0), (-8, 5)):
            await tx.run(
                """INSERT INTO groups (chat_id, thread_id, grid_id, title, bound_by, bound_at)
                   VALUES (:chat_id, :thread_id, 1, 'g', 1, 0)""",
                chat_id=chat_id,
                thread_id=thread_id,
            )
        for number in ("AAAA", "BBBB"):
            await tx.run(
                """INSERT INTO requests (number, resident_id, grid_id, words, urgency, status, created_at)
                   VALUES (:number, 1, 1, 'w', 'normal', 'assigned', 0)""",
                number=number,
            )
            await tx.run(
                """INSERT INTO tasks (request_id, group_id, places, status, words, offered_by, created_at)
                   SELECT id, 1, 2, 'open', 'w', 1, 0 FROM requests WHERE number = :number""",
                number=number,
            )

    await database.transact(fill)
    return database


async def all_waiting(tx, limit=100):
    return [row for lane in Lane for row in await outbox.waiting(tx, lane, after=0, limit=limit)]


async def status_of(tx, message_id):
    return (await tx.one("SELECT status FROM outbox WHERE id = :id", id=message_id))["status"]


async def posted(tx, message_id=1, *, chat_id=-7, group_id=1, request_id=1, task_id=None):
    """A card that was said to a group and stands there."""
    await outbox.say(tx, kind="task", group_id=group_id, request_id=request_id, task_id=task_id, now=NOW)
    (row,) = [row for row in await all_waiting(tx) if row.chat_id == chat_id]
    message = await outbox.pending(tx, row.id)
    await outbox.finish(tx, message, "sent", sent_at=NOW)
    return await cards.add(tx, message, chat_id=chat_id, message_id=message_id, digest="old", now=NOW)


async def test_what_is_said_waits_in_its_lane_in_order(community):
    async def work(tx):
        for lane in (Lane.BROADCAST, Lane.ANSWER, Lane.WORK, Lane.ANSWER):
            await outbox.say(tx, kind="k", person_id=1, lane=lane, now=NOW, data={"n": "1"})
        return await all_waiting(tx), await outbox.pending(tx, 2)

    rows, message = await community.transact(work)
    assert [(row.lane, row.id, row.chat_id) for row in rows] == [
        (Lane.ANSWER, 2, 101),
        (Lane.ANSWER, 4, 101),
        (Lane.WORK, 3, 101),
        (Lane.BROADCAST, 1, 101),
    ]
    assert (message.kind, message.data, message.not_before, message.stamp) == ("k", {"n": "1"}, NOW, 0)


@pytest.mark.parametrize("readers", [{}, {"person_id": 1, "group_id": 1}])
async def test_a_message_has_just_one_reader(community, readers):
    with pytest.raises(ValueError, match="one reader"):
        await community.transact(lambda tx: outbox.say(tx, kind="k", now=NOW, **readers))


async def test_nothing_waits_of_a_transaction_that_was_rolled_back(community):
    async def work(tx):
        await outbox.say(tx, kind="k", person_id=1, now=NOW)
        raise KeyError("undone")

    with pytest.raises(KeyError):
        await community.transact(work)
    assert await community.read(all_waiting) == []


async def test_saying_wakes_the_sender(community):
    woken = asyncio.Event()
    community.listen("outbox", woken.set)
    await community.transact(lambda tx: outbox.say(tx, kind="k", person_id=1, now=NOW))
    await asyncio.wait_for(woken.wait(), 5)


async def test_a_page_holds_what_is_behind_a_row(community):
    async def work(tx):
        for _ in range(5):
            await outbox.say(tx, kind="k", person_id=1, now=NOW)
        return await outbox.waiting(tx, Lane.WORK, after=2, limit=2)

    assert [row.id for row in await community.transact(work)] == [3, 4]


async def test_a_page_is_read_through_the_index_of_what_waits(sqlite):
    async def plan(tx):
        return await tx.all(
            f"EXPLAIN QUERY PLAN {outbox.WAITING} AND o.lane = 1 AND o.id > 5 ORDER BY o.id LIMIT 9"
        )

    steps = [row["detail"] for row in await sqlite.read(plan)]
    assert "ix_outbox_pending (lane=? AND id>?)" in steps[0]
    assert not any("SCAN" in step or "TEMP B-TREE" in step for step in steps)


class Explaining:
    """Answers as the transaction does, and keeps how."""

    def __init__(self, tx):
        self.tx, self.plan = tx, []

    async def all(self, sql, /, **values):
        self.plan += [row["detail"] for row in await self.tx.all(f"EXPLAIN QUERY PLAN {sql}", **values)]
        return await self.tx.all(sql, **values)


async def test_what_was_said_last_to_a_person_is_found_without_reading_what_was_said_to_all(sqlite):
    async def newest(tx):
        asked = Explaining(tx)
        await outbox.newest(asked, person_id=1, kind="welcome")
        return asked.plan

    plan = await sqlite.read(newest)
    assert plan and not [step for step in plan if "SCAN outbox" in step and "ix_outbox_pending" not in step]


async def test_what_was_said_last_of_a_kind_is_known_before_it_has_left_and_afterwards(community):
    async def look(tx):
        found = await outbox.newest(tx, person_id=1, kind="welcome")
        return found and found.data["why"]

    async def say(tx, why, kind="welcome"):
        await outbox.say(tx, kind=kind, person_id=1, data={"why": why}, now=NOW)

    async def sent(tx):
        for message_id, row in enumerate(await all_waiting(tx), 50):
            await outbox.finish(tx, await outbox.pending(tx, row.id), "sent", posted=(message_id,))

    assert await community.transact(look) is None
    await community.transact(lambda tx: say(tx, "start"))
    assert await community.transact(look) == "start"
    await community.transact(sent)
    await community.transact(lambda tx: say(tx, "other", "plain"))
    assert await community.transact(look) == "start"
    await community.transact(lambda tx: say(tx, "back"))
    assert await community.transact(look) == "back"


async def test_addresses_are_those_of_now(community):
    async def work(tx):
        for reader in ({"person_id": 2}, {"person_id": 3}, {"group_id": 2}):
            await outbox.say(tx, kind="k", now=NOW, **reader)
        messages = [await outbox.pending(tx, message_id) for message_id in (1, 2, 3)]
        before = [await outbox.address(tx, message) for message in messages]
        await tx.run("UPDATE groups SET ended_at = 1")
        await tx.run("UPDATE people SET telegram_id = 999 WHERE id = 2")
        return before, [await outbox.address(tx, message) for message in messages]

    before, after = await community.transact(work)
    assert before == [outbox.Address(102, 0), None, outbox.Address(-8, 5)]
    assert after == [outbox.Address(999, 0), None, None]


async def test_ten_changes_of_a_card_are_one_edit(community):
    async def work(tx):
        card = await posted(tx)
        for _ in range(10):
            await outbox.refresh_cards(tx, request_id=1, now=NOW)
        (row,) = await all_waiting(tx)
        return card, await outbox.pending(tx, row.id)

    card, edit = await community.transact(work)
    assert (edit.card_id, edit.group_id, edit.request_id, edit.stamp) == (card.id, 1, 1, 9)


async def test_every_card_of_the_subject_is_refreshed_and_no_other(community):
    async def work(tx):
        await posted(tx, 1, request_id=1)
        await posted(tx, 1, request_id=2, task_id=2, chat_id=-8, group_id=2)
        await posted(tx, 2, request_id=1, task_id=1)
        await outbox.refresh_cards(tx, request_id=1, now=NOW)
        return [(await outbox.pending(tx, row.id)).card_id for row in await all_waiting(tx)]

    assert sorted(await community.transact(work)) == [1, 3]


async def test_an_edit_asked_for_again_while_it_is_sent_stays_pending(community):
    async def work(tx):
        await posted(tx)
        await outbox.refresh_cards(tx, request_id=1, now=NOW)
        (row,) = await all_waiting(tx)
        under_way = await outbox.pending(tx, row.id)
        await outbox.refresh_cards(tx, request_id=1, now=NOW)
        await outbox.finish(tx, under_way, "sent", sent_at=NOW)
        once = await status_of(tx, row.id)
        await outbox.finish(tx, await outbox.pending(tx, row.id), "sent", sent_at=NOW)
        return once, await status_of(tx, row.id)

    assert await community.transact(work) == ("pending", "sent")


async def test_a_more_urgent_edit_takes_the_place_of_the_one_that_waits(community):
    async def work(tx):
        card = await posted(tx)
        await outbox.refresh_card(tx, card.id, NOW, Lane.REMINDER)
        await outbox.refresh_card(tx, card.id, NOW, Lane.ANSWER)
        await outbox.refresh_card(tx, card.id, NOW, Lane.WORK)
        return await all_waiting(tx)

    assert [row.lane for row in await community.transact(work)] == [Lane.ANSWER]


async def test_what_is_finished_is_not_finished_again(community):
    async def work(tx):
        await outbox.say(tx, kind="k", person_id=1, now=NOW)
        message = await outbox.pending(tx, 1)
        return [await outbox.finish(tx, message, status) for status in ("sent", "dead")], await status_of(
            tx, 1
        )

    assert await community.transact(work) == ([True, False], "sent")


async def test_what_failed_waits_with_its_error(community):
    async def work(tx):
        await outbox.say(tx, kind="k", person_id=1, now=NOW)
        await outbox.put_off(tx, 1, NOW + SECOND, "NetworkError")
        return await outbox.still_waiting(tx, 1)

    row = await community.transact(work)
    assert (row.tries, row.not_before) == (1, NOW + SECOND)


async def test_what_was_sent_lately_is_known_by_chat(community):
    async def work(tx):
        for number, reader in enumerate([{"person_id": 1}, {"group_id": 2}, {"person_id": 2}]):
            await outbox.say(tx, kind="k", now=NOW, **reader)
            message = await outbox.pending(tx, number + 1)
            await outbox.finish(tx, message, "sent", sent_at=NOW + number * SECOND)
        return await outbox.sent_since(tx, NOW + SECOND)

    assert await community.transact(work) == [(-8, NOW + SECOND), (102, NOW + 2 * SECOND)]


async def test_only_old_and_finished_rows_are_forgotten(community):
    async def work(tx):
        for age in (3, 2, 2, 0):
            await outbox.say(tx, kind="k", person_id=1, now=NOW - age * SECOND)
        for message_id in (1, 2, 4):
            await outbox.finish(tx, await outbox.pending(tx, message_id), "sent")
        removed = [await outbox.purge(tx, NOW - SECOND, limit=1) for _ in range(3)]
        return removed, [row["id"] for row in await tx.all("SELECT id FROM outbox ORDER BY id")]

    assert await community.transact(work) == ([1, 1, 0], [3, 4])


async def test_a_card_is_found_by_its_message_and_keeps_view_and_digest(community):
    async def work(tx):
        card = await posted(tx, 42)
        await cards.set_view(tx, card.id, {"page": 2})
        await cards.set_digest(tx, card.id, "new")
        return await cards.find(tx, -7, 42), await cards.of_subject(tx, request_id=1), await cards.get(tx, 99)

    found, of_request, unknown = await community.transact(work)
    assert (found.view, found.digest, found.kind) == ({"page": 2}, "new", "task")
    assert of_request == [found]
    assert unknown is None


async def test_a_message_id_that_comes_again_is_the_newer_card(community):
    async def work(tx):
        await posted(tx, 42)
        return await posted(tx, 42), await cards.of_subject(tx, request_id=1)

    card, kept = await community.transact(work)
    assert kept == [card]


@pytest.mark.parametrize(
    ("ends", "posts"),
    [
        ("UPDATE tasks SET held = 0", 1),
        ("UPDATE tasks SET status = 'done'", 0),
        ("UPDATE requests SET status = 'closed'", 0),
    ],
)
async def test_a_card_that_is_gone_is_posted_anew_while_its_subject_is_live(community, ends, posts):
    async def work(tx):
        card = await posted(tx, task_id=1)
        await outbox.refresh_cards(tx, request_id=1, now=NOW)
        await tx.run(ends)
        await cards.post_anew(tx, card, NOW)
        return [await outbox.pending(tx, row.id) for row in await all_waiting(tx)], await cards.get(
            tx, card.id
        )

    messages, card = await community.transact(work)
    assert card is None
    assert [(m.kind, m.card_id, m.group_id, m.task_id) for m in messages] == [("task", None, 1, 1)] * posts


async def test_a_group_that_moved_is_bound_under_its_new_id_and_gets_its_live_cards_anew(community):
    async def work(tx):
        await posted(tx, 1, request_id=1)
        await posted(tx, 2, request_id=2)
        await posted(tx, 3, request_id=2, chat_id=-8, group_id=2)
        await tx.run("UPDATE requests SET status = 'closed' WHERE id = 2")
        for _ in range(2):
            await cards.move_chat(tx, old_chat_id=-7, new_chat_id=-1007, now=NOW)
        left = [row["chat_id"] for row in await tx.all("SELECT chat_id FROM cards")]
        return left, [
            (row.chat_id, (await outbox.pending(tx, row.id)).card_id) for row in await all_waiting(tx)
        ]

    assert await community.transact(work) == ([-8], [(-1007, None)])
