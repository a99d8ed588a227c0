"""Who is served first and how fast; edits that gather; changes while something is under way."""

from datetime import timedelta

import pytest

from bot import sender as sender_module
from sandbox import Fault
from storage import outbox
from storage.records import Lane

MINUTE = timedelta(minutes=1)


def said(chat):
    return [message.text for message in chat.messages if message.from_bot]


async def test_in_a_chat_everything_arrives_in_order(house):
    wang = await house.person()
    house.tg.fail(times=1, with_=Fault.http(502))
    for number in range(6):
        await house.say(str(number), person_id=wang.row)
    await house.drain()
    assert said(wang.chat) == ["0", "1", "2", "3", "4", "5"]


async def test_many_chats_are_served_at_once(house):
    people = [await house.person(str(number)) for number in range(10)]
    house.wire.gate.clear()
    for person in people:
        await house.say("at once", person_id=person.row)
    await house.tg.until(lambda: len(house.tg.calls) == 10)
    assert await house.statuses() == ["pending"] * 10
    house.wire.gate.set()
    await house.all_done()


async def test_a_chat_gets_the_next_only_when_the_one_before_is_answered(house):
    wang, li = await house.person(), await house.person("Li")
    house.wire.gate.clear()
    await house.say("1", person_id=wang.row)
    await house.say("2", person_id=wang.row)
    await house.say("3", person_id=li.row)
    await house.tg.until(lambda: said(li.chat))
    await house.looked()
    assert said(wang.chat) == ["1"]
    house.wire.gate.set()
    await house.all_done()
    assert said(wang.chat) == ["1", "2"]


async def test_an_answer_goes_before_a_broadcast_that_began_earlier(house):
    people = [await house.person(str(number)) for number in range(100)]
    wang, li = await house.person(), await house.person("Li")

    async def broadcast(tx):
        for person in people:
            await outbox.say(
                tx,
                kind="say",
                person_id=person.row,
                data={"text": "news"},
                now=house.clock.now(),
                lane=Lane.BROADCAST,
            )

    await house.database.transact(broadcast)
    await house.quiet()
    assert len(house.tg.calls) == 30
    await house.say("reminder", person_id=li.row, lane=Lane.REMINDER)
    await house.say("answer", person_id=wang.row, lane=Lane.ANSWER)
    await house.drain()
    assert [call.args["text"] for call in house.tg.calls][30:32] == ["answer", "reminder"]
    assert all(call.ok for call in house.tg.calls)


async def test_no_limit_of_telegram_is_ever_met(house):
    people = [await house.person(str(number)) for number in range(45)]
    group = house.tg.supergroup("Red vests")
    for person in people:
        await house.say("a", person_id=person.row, times=2)
    await house.say("g", group_id=await house.bound(group), times=25)
    await house.drain()
    assert [call.answer for call in house.tg.calls if not call.ok] == []
    assert len(said(group)) == 25
    assert house.clock.now() - house.tg.calls[0].at >= MINUTE


async def test_ten_changes_while_a_card_waits_are_one_edit(house):
    wang = await house.person()
    await house.say(kind="card", person_id=wang.row, request_id=1)
    await house.all_done()
    house.wire.gate.clear()
    await house.say("in between", person_id=wang.row)
    await house.tg.until(lambda: len(house.tg.calls) == 2)
    for number in range(10):
        await house.change(f"change {number}")
    house.wire.gate.set()
    await house.all_done()
    assert [call.method for call in house.tg.calls] == ["sendMessage", "sendMessage", "editMessageText"]
    assert said(wang.chat) == ["change 9", "in between"]


async def test_a_change_while_the_card_is_posted_ends_in_the_truth(house):
    wang = await house.person()
    house.wire.gate.clear()
    await house.say(kind="card", person_id=wang.row, request_id=1)
    await house.tg.until(lambda: said(wang.chat) == ["first"])
    await house.change("second")
    house.wire.gate.set()
    await house.tg.until(lambda: said(wang.chat) == ["second"])
    await house.all_done()


async def test_a_change_while_the_card_is_edited_ends_in_the_truth(house):
    wang = await house.person()
    await house.say(kind="card", person_id=wang.row, request_id=1)
    await house.all_done()
    house.wire.gate.clear()
    await house.change("second")
    await house.tg.until(lambda: said(wang.chat) == ["second"])
    await house.change("third")
    house.wire.gate.set()
    await house.tg.until(lambda: said(wang.chat) == ["third"])
    await house.all_done()
    assert len(house.tg.calls) == 3


async def test_every_card_of_a_subject_shows_the_truth(house):
    wang = await house.person()
    group = house.tg.supergroup("Red vests")
    for about in ({"person_id": wang.row}, {"person_id": wang.row}, {"group_id": await house.bound(group)}):
        await house.say(kind="card", request_id=1, **about)
    await house.all_done()
    await house.change("second")
    await house.drain()
    assert said(wang.chat) + said(group) == ["second"] * 3


async def test_what_must_wait_for_its_hour_leaves_at_that_hour(house):
    wang = await house.person()
    at = house.clock.now() + MINUTE
    await house.say("later", person_id=wang.row, not_before=at)
    await house.say("now", person_id=wang.row)
    await house.tg.until(lambda: said(wang.chat) == ["now"])
    house.advance(seconds=59)
    await house.looked()
    assert said(wang.chat) == ["now"]
    house.advance(seconds=1)
    await house.all_done()
    assert said(wang.chat) == ["now", "later"]


@pytest.mark.parametrize("lane", [Lane.ANSWER, Lane.BROADCAST])
async def test_a_broadcast_that_waits_is_not_read_again_and_again(house, lane, monkeypatch):
    monkeypatch.setattr(sender_module, "HEARTBEAT", 60)  # looking back is another test's
    wang = await house.person()
    await house.say(
        "later", person_id=wang.row, times=3000, lane=Lane.BROADCAST, not_before=house.clock.now() + MINUTE
    )
    while house.database.rows_read < 3000:
        await house.looked()
    before = house.database.rows_read
    for number in range(20):
        await house.say(str(number), person_id=wang.row, lane=lane)
        await house.looked()
    assert house.database.rows_read - before < 200
