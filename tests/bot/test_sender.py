"""What becomes of a message, row by row of the table of errors, over real HTTP."""

import json

import pytest
from structlog.testing import capture_logs

from sandbox import Fault
from storage import outbox
from storage.records import Lane


async def carded(house, wang):
    """Wang has a card of the request, and it stands there."""
    await house.say(kind="card", person_id=wang.row, request_id=1)
    await house.all_done()
    return wang.chat.last_from_bot


async def test_a_message_is_posted_and_marked_sent(house):
    wang = await house.person()
    await house.say("<b>bold</b> https://example.org", person_id=wang.row)
    await house.all_done()
    (call,) = house.tg.calls
    assert wang.chat.last_from_bot.html == "<b>bold</b> https://example.org"
    assert json.loads(call.args["link_preview_options"]) == {"is_disabled": True}
    assert await house.column("SELECT sent_at FROM outbox") == [int(house.clock.timestamp() * 1000)]
    assert await house.column("SELECT id FROM cards") == []


async def test_large_keys_come_with_the_message(house):
    wang = await house.person()
    await house.say(kind="menu", person_id=wang.row)
    await house.all_done()
    assert wang.chat.last_from_bot.keys == [["Report", "My requests"], ["More"]]
    (call,) = house.tg.calls
    markup = json.loads(call.args["reply_markup"])
    assert (markup["resize_keyboard"], markup["is_persistent"]) == (True, True)


async def test_a_topic_gets_what_is_said_to_it(house):
    group = house.tg.supergroup("Red vests")
    topic = group.topic("Orders")
    await house.say("to the topic", group_id=await house.bound(group, topic.id))
    await house.all_done()
    assert [m.text for m in topic.messages if m.from_bot][-1] == "to the topic"


async def test_a_lasting_screen_becomes_a_card_and_is_edited(house):
    wang = await house.person()
    message = await carded(house, wang)
    assert message.buttons == [[("Claim", "claim:1")]]
    await house.change("second")
    await house.all_done()
    assert (message.text, message.edits) == ("second", 1)
    assert message.buttons == [[("Claim", "claim:1")]]


async def test_an_edit_that_changes_nothing_costs_no_call(house):
    wang = await house.person()
    await carded(house, wang)
    await house.change("first")
    await house.all_done()
    assert len(house.tg.calls) == 1
    assert await house.column("SELECT sent_at FROM outbox WHERE card_id IS NOT NULL") == [None]


async def test_what_is_no_longer_true_is_dropped(house):
    wang = await house.person()
    await house.say(kind="stale", person_id=wang.row)
    await house.say("after", person_id=wang.row)
    await house.all_done()
    assert await house.statuses() == ["dropped", "sent"]


async def test_one_that_cannot_be_worded_is_dead_and_logged_without_its_words(house):
    wang = await house.person()
    with capture_logs() as logs:
        await house.say(kind="faulty", person_id=wang.row)
        await house.say("after", person_id=wang.row)
        await house.all_done()
    (dead, _, error), (after, _, _) = await house.rows()
    assert (dead, after) == ("dead", "sent")
    assert error.startswith("KeyError at conftest.py")
    (line,) = [line for line in logs if line["log_level"] == "error"]
    assert (line["outbox"], line["kind"]) == (1, "faulty")
    assert "private" not in str(logs) + error


async def test_nothing_is_sent_of_a_transaction_that_was_rolled_back(house):
    wang = await house.person()

    async def work(tx):
        await outbox.say(tx, kind="say", person_id=wang.row, data={"text": "never"}, now=house.clock.now())
        raise LookupError

    with pytest.raises(LookupError):
        await house.database.transact(work)
    await house.say("after", person_id=wang.row)
    await house.all_done()
    assert [call.args["text"] for call in house.tg.calls] == ["after"]


# The table of errors


async def test_429_waits_as_long_as_it_says_and_nothing_overtakes_in_the_chat(house):
    wang, li = await house.person(), await house.person("Li")
    house.tg.fail(chat=wang, with_=Fault.too_many(7))
    await house.say("first", person_id=wang.row)
    await house.say("second", person_id=wang.row)
    await house.say("to Li", person_id=li.row)
    await house.tg.until(lambda: li.chat.last_from_bot)
    await house.until(lambda: has_failed(house, 1))
    house.advance(seconds=6.9)
    assert [status for status, _, _ in await house.rows()][:2] == ["pending", "pending"]
    house.advance(seconds=0.1)
    await house.all_done()
    assert texts(wang) == ["first", "second"]


async def has_failed(house, times):
    return max(tries for _, tries, _ in await house.rows()) == times


def texts(person):
    return [message.text for message in person.chat.messages if message.from_bot]


@pytest.mark.parametrize("refusal", ["blocks", "deactivates"])
async def test_forbidden_marks_the_person_unreachable_and_tells_the_house(house, refusal):
    wang = await house.person()
    getattr(wang, refusal)()
    await house.say(person_id=wang.row)
    await house.all_done()
    assert await house.statuses() == ["dead"]
    assert house.told == [(wang.row, None, "say")]
    assert await house.column("SELECT reachable FROM people WHERE telegram_id IS NOT NULL") == [0]


async def test_a_person_telegram_does_not_know_is_unreachable(house):
    wang = await house.person(starts=False)
    await house.say(person_id=wang.row)
    await house.all_done()
    ((status, _, error),) = await house.rows()
    assert (status, error) == ("dead", "BadRequest: Chat not found")
    assert house.told == [(wang.row, None, "say")]


async def test_a_person_without_an_account_is_unreachable(house):
    await house.say(person_id=1)
    await house.all_done()
    assert (await house.statuses(), house.told) == (["dead"], [(1, None, "say")])
    assert not house.tg.calls


async def test_forbidden_ends_the_group_and_what_comes_later_for_it_is_dropped(house):
    group = house.tg.supergroup("Red vests", bot="kicked")
    row = await house.bound(group)
    await house.say(group_id=row)
    await house.all_done()
    await house.say(group_id=row)
    await house.all_done()
    assert await house.statuses() == ["dead", "dropped"]
    assert house.told == [(None, row, "say")]
    assert await house.column("SELECT ended_at IS NULL FROM groups") == [0]


async def test_a_group_where_the_bot_may_not_write_stays_bound_and_the_house_is_told(house):
    group = house.tg.supergroup("Red vests", admins=[li := house.tg.person("Li")])
    group.set_bot("restricted", by=li, can_send_messages=False)
    row = await house.bound(group)
    await house.say(group_id=row)
    await house.all_done()
    assert (await house.statuses(), house.told) == (["dead"], [(None, row, "say")])
    assert await house.column("SELECT ended_at IS NULL FROM groups") == [1]


async def test_a_group_that_moved_is_bound_anew_and_gets_its_cards_anew(house):
    group = house.tg.group("Red vests")
    row = await house.bound(group)
    await house.say(kind="card", group_id=row, request_id=1)
    await house.all_done()
    new = group.upgrade()
    await house.say("after", group_id=row)
    await house.all_done()
    await house.change("second")
    await house.all_done()
    said = [m for m in new.messages if m.from_bot]
    assert sorted((m.text, m.edits) for m in said) == [("after", 0), ("second", 1)]
    assert await house.column("SELECT chat_id FROM groups") == [new.id]
    assert await house.column("SELECT chat_id FROM cards") == [new.id]
    assert [(m.text, m.edits) for m in group.messages if m.from_bot and m.text] == [("first", 0)]


async def test_not_modified_is_as_good_as_sent(house):
    wang = await house.person()
    await carded(house, wang)
    await house.database.transact(lambda tx: tx.run("UPDATE cards SET digest = ''"))
    await house.change("first")
    await house.all_done()
    assert not house.tg.calls[-1].ok
    assert await house.statuses() == ["sent", "sent"]
    assert await house.column("SELECT digest FROM cards") != [""]


async def test_a_card_that_was_deleted_is_posted_anew(house):
    wang = await house.person()
    message = await carded(house, wang)
    message.deleted = True
    await house.change("second")
    await house.all_done()
    house.advance(seconds=1)
    await house.change("third")
    await house.all_done()
    assert [(m.text, m.edits) for m in wang.chat.messages if m.from_bot] == [("third", 1)]
    assert await house.column("SELECT count(*) FROM cards") == [1]


async def test_a_card_that_was_deleted_stays_gone_when_all_is_over(house):
    wang = await house.person()
    (await carded(house, wang)).deleted = True
    await house.database.transact(lambda tx: tx.run("UPDATE requests SET status = 'closed'"))
    await house.change("second")
    await house.all_done()
    assert texts(wang) == []
    assert await house.statuses() == ["sent", "dropped"]


async def test_without_its_topic_the_group_gets_it_and_the_house_is_told(house):
    group = house.tg.supergroup("Red vests")
    topic = group.topic("Orders")
    row = await house.bound(group, topic.id)
    topic.delete()
    for text in ("one", "two"):
        await house.say(text, group_id=row)
        await house.all_done()
        house.advance(seconds=3)
    assert [m.text for m in group.messages if m.from_bot] == ["one", "two"]
    assert house.told == [(None, row, "say")] * 2, "each finds it gone, as long as the house binds it there"


async def test_where_even_the_general_topic_is_closed_the_message_is_dead(house):
    group = house.tg.supergroup("Red vests")
    house.tg.fail(chat=group, with_=Fault.http(400, "Bad Request: TOPIC_CLOSED"), times=None)
    row = await house.bound(group, 0)
    await house.say("one", group_id=row)
    await house.all_done()
    assert await house.statuses() == ["dead"]


async def test_an_answer_to_a_chat_that_is_not_bound_finds_it_wherever_it_went(house):
    group = house.tg.group("Red vests")
    forum = house.tg.supergroup("Forum")
    topic = forum.topic("Orders")
    topic.delete()
    kicked = house.tg.supergroup("Gone", bot="kicked")
    new = group.upgrade()
    for chat_id, thread_id in ((group.id, 0), (forum.id, topic.id), (kicked.id, 0)):
        await house.say("bind first", chat=outbox.Address(chat_id, thread_id))
    await house.all_done()
    assert await house.statuses() == ["sent", "sent", "dead"]
    assert [chat.last_from_bot.text for chat in (new, forum)] == ["bind first"] * 2
    assert house.told == []


async def test_another_bad_request_is_dead_and_logged(house):
    wang = await house.person()
    with capture_logs() as logs:
        await house.say('<b>Wang <a href="x', person_id=wang.row)
        await house.say("after", person_id=wang.row)
        await house.all_done()
    (dead, _, error), (after, _, _) = await house.rows()
    assert (dead, after) == ("dead", "sent")
    assert error.startswith("BadRequest: Can't parse entities")
    (line,) = [line for line in logs if line["log_level"] == "error"]
    assert (line["event"], line["outbox"]) == ("message refused", 1)
    assert "Wang" not in str(logs) + error


@pytest.mark.parametrize("fault", [Fault.http(502), Fault.http(500), Fault.offline()])
async def test_a_fault_of_the_way_is_tried_again_with_growing_pauses(house, fault):
    wang = await house.person()
    house.tg.fail(times=3, with_=fault)
    await house.say("first", person_id=wang.row)
    await house.say("second", person_id=wang.row, lane=Lane.ANSWER)
    for failures, pause in enumerate([1, 2, 4], 1):
        await house.until(lambda n=failures: has_failed(house, n))
        assert texts(wang) == []
        house.advance(seconds=pause)
    await house.all_done()
    assert sorted(texts(wang)) == ["first", "second"]


async def test_an_answer_that_was_lost_makes_a_repeat_never_a_loss(house):
    wang = await house.person()
    house.tg.fail(with_=Fault.lost_answer())
    await house.say("once", person_id=wang.row)
    await house.until(lambda: has_failed(house, 1))
    house.advance(seconds=1)
    await house.all_done()
    assert texts(wang) == ["once", "once"]


async def test_a_refused_token_is_logged_once_and_everything_waits(house):
    wang = await house.person()
    plan = house.tg.fail(times=None, with_=Fault.http(401, "Unauthorized"))
    with capture_logs() as logs:
        await house.say(person_id=wang.row)
        await house.until(lambda: has_failed(house, 1))
        await house.say(person_id=(await house.person("Li")).row)
        house.advance(minutes=4)
        await house.quiet()
        assert plan.hits == 1
        house.advance(minutes=1)
        await house.until(lambda: has_failed(house, 2))
        plan.lift()
        house.advance(minutes=5)
        await house.all_done()
    assert [line["hint"] for line in logs if line["log_level"] == "error"] == ["check REDVEST_BOT_TOKEN"]
    assert await house.statuses() == ["sent", "sent"]


async def test_a_hook_that_fails_stops_nobody(house, monkeypatch):
    wang, li = await house.person(), await house.person("Li")
    wang.blocks()

    async def fails(_tx, **_about):
        raise KeyError("private words")

    monkeypatch.setattr(house.sender._recorder, "_unreachable", fails)
    with capture_logs() as logs:
        await house.say(person_id=wang.row)
        await house.say("to Li", person_id=li.row)
        await house.all_done()
    assert await house.statuses() == ["dead", "sent"]
    assert "private" not in str(logs)
