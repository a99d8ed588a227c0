"""Nothing is lost or said twice when the sender stops, the database fails, another one leads."""

import asyncio

import pytest
from structlog.testing import capture_logs

from bot import sender as sender_module
from sandbox import Fault
from storage import outbox
from storage.records import Lane


def said(chat):
    return [message.text for message in chat.messages if message.from_bot]


async def test_what_waited_while_it_did_not_run_is_sent_in_order(still_house):
    house = still_house
    wang = await house.person()
    for number in range(3):
        await house.say(str(number), person_id=wang.row)
    async with house.sending():
        await house.drain()
    assert said(wang.chat) == ["0", "1", "2"]


async def test_a_restart_in_the_middle_repeats_nothing_and_loses_nothing(still_house):
    house = still_house
    people = [await house.person(str(number)) for number in range(80)]
    for person in people:
        await house.say("once", person_id=person.row)
    for _ in range(2):
        async with house.sending():
            await house.looked()
            house.advance(seconds=1)
            await house.quiet()
    async with house.sending():
        await house.drain()
    assert [said(person.chat) for person in people] == [["once"]] * 80
    assert all(call.ok for call in house.tg.calls)


async def test_the_windows_are_read_back_so_a_restart_earns_no_429(still_house):
    house = still_house
    wang = await house.person()
    group = house.tg.supergroup("Red vests")
    row = await house.bound(group)
    async with house.sending():
        await house.say("g", group_id=row, times=20)
        await house.drain()
    await house.say("g", group_id=row)
    await house.say("w", person_id=wang.row)
    async with house.sending():
        await house.looked()
        house.advance(seconds=2)
        await house.quiet()
        assert (said(wang.chat), len(said(group))) == (["w"], 20)
        await house.drain(seconds=5)
    assert len(said(group)) == 21
    assert all(call.ok for call in house.tg.calls)


async def test_the_pause_of_a_failed_message_outlives_a_restart_and_nothing_overtakes_it(still_house):
    house = still_house
    wang = await house.person()
    house.tg.fail(with_=Fault.too_many(60))
    async with house.sending():
        await house.say("first", person_id=wang.row)
        await house.looked()
        house.advance(seconds=1)
        await house.quiet()
        assert [tries for _, tries, _ in await house.rows()] == [1]
    await house.say("second", person_id=wang.row, lane=Lane.WORK)
    async with house.sending():
        await house.looked()
        house.advance(seconds=50)
        await house.quiet()
        assert said(wang.chat) == []
        await house.drain(seconds=10)
    assert said(wang.chat) == ["first", "second"]


async def test_stopping_waits_for_what_is_under_way_and_records_it(still_house):
    house = still_house
    wang = await house.person()
    async with house.sending() as sender:
        await house.looked()
        house.wire.gate.clear()
        await house.say("last", person_id=wang.row)
        await house.say("not any more", person_id=wang.row)
        await house.tg.until(lambda: said(wang.chat))
        await house.looked()
        stopping = asyncio.create_task(sender.stop())
        for _ in range(20):
            await asyncio.sleep(0)
        assert not stopping.done()
        house.wire.gate.set()
        await stopping
        assert await house.statuses() == ["sent", "pending"]


async def test_stopping_does_not_wait_for_ever(still_house, monkeypatch):
    monkeypatch.setattr(sender_module, "LAST_CALLS", 0.05)
    house = still_house
    wang = await house.person()
    async with house.sending() as sender:
        await house.looked()
        house.wire.gate.clear()
        await house.say("last", person_id=wang.row)
        await house.tg.until(lambda: said(wang.chat))
        await asyncio.wait_for(sender.stop(), 2)
    assert await house.statuses() == ["pending"]


async def test_a_message_whose_outcome_cannot_be_recorded_is_not_sent_again(house, monkeypatch):
    monkeypatch.setattr(sender_module, "HEARTBEAT", 0.02)
    wang = await house.person()
    house.wire.gate.clear()
    await house.say("once", person_id=wang.row)
    await house.say("after", person_id=wang.row)
    await house.tg.until(lambda: said(wang.chat))
    house.database.broken = True
    with capture_logs() as logs:
        house.wire.gate.set()
        await house.until(lambda: tried_to_record(house, 3))
        assert said(wang.chat) == ["once"]
    house.database.broken = False
    await house.all_done()
    assert said(wang.chat) == ["once", "after"]
    assert [line["log_level"] for line in logs] == ["warning"]


async def tried_to_record(house, times):
    return house.database.refused >= times


async def test_only_the_leader_sends_and_it_takes_over_what_is_left(house, monkeypatch):
    monkeypatch.setattr(sender_module, "HEARTBEAT", 0.02)
    wang = await house.person()
    house.database.leads = False
    await house.looked()
    await house.say("mine", person_id=wang.row)
    await house.looked()
    assert said(wang.chat) == []
    house.database.leads = True
    await house.drain()
    assert said(wang.chat) == ["mine"]


async def test_a_new_leader_waits_for_what_it_sent_when_it_led_before(house, monkeypatch):
    monkeypatch.setattr(sender_module, "HEARTBEAT", 0.02)
    wang = await house.person()
    house.wire.gate.clear()
    await house.say("once", person_id=wang.row)
    await house.tg.until(lambda: said(wang.chat))
    for house.database.leads in (False, True):
        await house.looked()
    house.advance(seconds=2)
    await house.looked()
    house.wire.gate.set()
    await house.drain()
    assert said(wang.chat) == ["once"]


async def test_what_ends_while_others_are_recorded_is_recorded_next(house):
    wang, li = await house.person(), await house.person("Li")
    house.wire.chat = li.id
    house.wire.gate.clear()
    await house.say("to Li", person_id=li.row)
    await house.say("to Wang", person_id=wang.row)
    house.database.gate.clear()
    house.database.begun.clear()
    await house.database.begun.wait()
    calls = set(house.sender._calls)
    house.wire.gate.set()
    await asyncio.gather(*calls)
    house.database.gate.set()
    await house.all_done()
    assert await house.statuses() == ["sent", "sent"]


@pytest.mark.parametrize("shift", [-3600, 3600])
async def test_a_clock_that_is_set_does_not_stop_the_sender(house, shift):
    house.tg.limits = False  # the sandbox's own would take the time that comes twice amiss
    wang = await house.person()
    await house.say("before", person_id=wang.row, times=3)
    await house.all_done()
    house.clock._seconds += shift
    await house.say("after", person_id=wang.row)
    await house.quiet()
    house.advance(seconds=1)
    await house.all_done()
    assert said(wang.chat) == ["before"] * 3 + ["after"]
    assert await house.statuses() == ["sent"] * 4


async def card_of(house):
    """A card that stands in a group."""
    group = house.tg.supergroup("Red vests")
    await house.say(kind="card", group_id=await house.bound(group), request_id=1)
    async with house.sending():
        await house.drain()
    return group


async def test_a_card_is_true_although_its_last_edit_was_never_noted_and_all_is_as_before(
    still_house, monkeypatch
):
    monkeypatch.setattr(sender_module, "LAST_CALLS", 0.01)
    house = still_house
    group = await card_of(house)
    await house.change("second")
    async with house.sending():
        house.wire.gate.clear()
        await house.looked()
        house.advance(seconds=1)
        await house.tg.until(lambda: said(group) == ["second"])
    await house.change("first")
    async with house.sending():
        await house.drain()
    assert said(group) == ["first"]


async def test_a_card_is_true_although_the_answer_to_its_last_edit_was_lost_and_all_is_as_before(still_house):
    house = still_house
    group = await card_of(house)
    house.tg.fail(method="editMessageText", with_=Fault.lost_answer())
    async with house.sending():
        await house.change("second")
        await house.quiet()
        house.advance(seconds=1)
        await house.tg.until(lambda: said(group) == ["second"])
        await house.change("first")
        await house.drain()
    assert said(group) == ["first"]


async def test_a_card_is_true_although_its_edit_gave_way_to_another_and_all_is_as_before(still_house):
    house = still_house
    group = await card_of(house)
    async with house.sending():
        house.wire.gate.clear()
        await house.change("second")
        await house.looked()
        house.advance(seconds=1)
        await house.tg.until(lambda: said(group) == ["second"])
        await house.change("first")
        await house.database.transact(lambda tx: outbox.refresh_card(tx, 1, house.clock.now(), Lane.ANSWER))
        house.wire.gate.set()
        await house.drain()
    assert said(group) == ["first"]
