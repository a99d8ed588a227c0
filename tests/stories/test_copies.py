"""A card may stand twice, when the process died before it could note the first; both tell the truth."""

import pytest

from bot.dispatch import declining, outcomes
from storage import people


async def forgets(street, chat):
    """The cards in this chat were posted, and the process died before it could note them."""

    async def forget(tx):
        await tx.run("DELETE FROM outbox WHERE card_id IS NOT NULL")
        await tx.run("DELETE FROM cards WHERE chat_id = :chat_id", chat_id=chat.id)

    await noted(street)
    await street.app._database.transact(forget)


async def noted(street):
    """Whatever was to be said is said, and noted."""
    while await street.app._database.read(lambda tx: tx.all("SELECT 1 FROM outbox WHERE status = 'pending'")):
        await street.passes(seconds=1)


async def again(street, person, kind):
    """What was posted is posted again, as it was never noted."""
    await street.app._database.transact(
        lambda tx: tx.run(
            """INSERT INTO outbox (kind, lane, person_id, data, created_at, not_before)
               SELECT kind, lane, person_id, data, created_at, not_before FROM outbox
               WHERE kind = :kind AND card_id IS NULL ORDER BY id DESC LIMIT 1""",
            kind=kind,
        )
    )
    before = len(person.chat.messages)
    street.app._sender.wake()
    await street.becomes(lambda: len(person.chat.messages) > before)


async def report(street, wang):
    wang.start("at_JX3-2")
    await street.sees(wang, "请说说")
    wang.says("东西坏了")
    await street.taps(wang, "不清楚")
    answer = await street.taps(wang, "提交")
    return answer.text.removeprefix("已提交 ")


async def test_a_group_that_is_tapped_twice_gets_one_task(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", members=[li])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    await report(street, wang)
    await street.taps(li, "派单")
    card = await street.sees(li, "新诉求")
    await street.becomes(lambda: "红马甲" in card.labels)
    data = card.button("红马甲")
    taps = [li.taps(card, stale=data) for _ in range(2)]

    assert [(await tap.answered()).text[:3] for tap in taps] == ["已派到", "晚了一"]
    await street.sees(group, "需要 1 人")
    assert len([m for m in group.messages if "需要 1 人" in m.text]) == 1


async def test_every_copy_of_a_draft_shows_how_it_ended(street):
    wang = street.lives("王阿姨")
    street.lives("李", 2001)
    wang.says("东西坏了")
    first = await street.sees(wang, "属于哪一类")
    await forgets(street, wang.chat)
    await again(street, wang, "draft")
    second = wang.chat.last
    assert (second.text, second.id != first.id) == (first.text, True)

    await wang.taps(first, "不清楚").answered()
    await noted(street)
    assert "在哪里" in first.text and second.text == first.text
    await wang.taps(second, "取消").answered()
    await noted(street)
    assert "已取消" in first.text and second.text == first.text


async def test_a_copy_nobody_knows_of_becomes_true_when_it_is_tapped(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    zhao = street.lives("赵志愿")
    group = street.tg.supergroup("红马甲", members=[li, zhao])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    number = await report(street, wang)
    await street.taps(li, "派单")
    await street.taps(li, "红马甲")
    offered = await street.sees(group, "需要 1 人")
    await street.taps(zhao, "接单", at=group)
    held = await street.sees(zhao, number)
    office = await street.sees(li, "反映人")
    await street.becomes(lambda: office.labels[:2] == ["派单", "办结"] and offered.labels == [])
    for chat in (group, zhao.chat, li.chat, wang.chat):
        await forgets(street, chat)
    await resolved(street, li)

    for tapped in (zhao.taps(held, "完成"), li.taps(office, "派单"), zhao.taps(offered, stale="cl:1")):
        answer = await tapped.answered()
        assert answer.alert
    await street.becomes(lambda: "已经结束" in held.text and held.labels == [])
    await street.becomes(lambda: "修好了" in office.text and office.labels == ["联系居民", "经过"])
    await street.becomes(lambda: "已经结束" in offered.text)


async def test_a_copy_of_who_answers_no_longer_shows_nothing_of_it_once_it_is_tapped(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await report(street, wang)
    office = await street.sees(li, number, "王阿姨")
    await forgets(street, li.chat)
    rules, now = street.app._rules, street.clock.now()

    async def goes_up(tx):
        leader, resident = [await people.by_telegram(tx, one.id) for one in (li, wang)]
        await declining.decline(tx, leader, 1, "不归我管", rules=rules, now=now)
        await declining.appeal(tx, resident, 1, "就该您管", rules=rules, now=now)

    await street.app._database.transact(goes_up)
    answer = await li.taps(office, "受理").answered()
    assert answer.alert
    await street.becomes(lambda: office.labels == [] and number in office.text)
    assert "王阿姨" not in office.text


async def resolved(street, leader):
    """It is done, and nobody tapped anything."""
    rules, now = street.app._rules, street.clock.now()

    async def resolve(tx):
        person = await people.by_telegram(tx, leader.id)
        await outcomes.resolve(tx, person, 1, "修好了", rules=rules, now=now)

    await street.app._database.transact(resolve)


@pytest.mark.parametrize("number", [1, 77, 2**31, 2**63])
async def test_a_forged_button_shows_nobody_elses_request_and_breaks_nothing(street, number):
    wang, li, mallory = street.lives("王阿姨"), street.lives("李", 2001), street.lives("Mallory")
    await report(street, wang)
    await street.sees(li, "新诉求")
    message = await street.sees(mallory, "您好")
    forged = [f"{name}:{number}" for name in ("ac", "of", "bk", "rs", "cf", "ro", "cl", "fi", "px")]
    for data in (*forged, f"op:{number}:2", f"ot:{number}:{number}:1", f"ds:{number}", f"dk:{number}:1"):
        await mallory.taps(message, stale=data).answered()
    await noted(street)
    assert "东西坏了" not in "".join(message.text for message in mallory.chat.messages)
    read = street.app._database.read
    assert await read(lambda tx: tx.all("SELECT payload, error FROM failed_updates")) == []


async def test_a_question_that_gave_way_to_another_says_so(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    await report(street, wang)
    await street.taps(li, "受理")
    await street.taps(li, "办结")
    first = await street.sees(li, "是怎么解决的")
    qian = street.lives("钱")
    number = await report(street, qian)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    await street.sees(li, "是怎么解决的", number)
    await street.becomes(lambda: first.labels == [])
