"""What a card or a note says is so when it is read: banners go when they are over, stale notes unsaid."""

import pytest

from bot.cards import Renderer
from storage import people, requests, tasks
from storage.records import Lane, Message


@pytest.fixture
def late(street):
    """Draws what a person would be told about a request now, had it waited in the outbox until now."""

    async def draw(kind, reader, number=None, *, task=False, by=None, **data):
        async def look(tx):
            person = await people.by_telegram(tx, reader.id)
            request = number and await requests.by_number(tx, number.removeprefix("#"))
            offered = (await tasks.of_request(tx, request.id))[0].id if task else None
            about = data | ({"person": (await people.by_telegram(tx, by.id)).id} if by else {})
            message = Message(
                id=0, kind=kind, lane=Lane.WORK, person_id=person.id, group_id=None, chat_id=None,
                thread_id=0, card_id=None, request_id=request and request.id, task_id=offered, data=about,
                created_at=now, not_before=now, tries=0, stamp=0,
            )  # fmt: skip
            return await Renderer(street.app._rules, "zh-CN")(tx, message, None, now)

        now = street.clock.now()
        screen = await street.app._database.read(look)
        return screen and screen.text

    return draw


async def offered(street, reported, *volunteers, places="1"):
    """A request that its leader has accepted and offered to a group."""
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    helpers = [street.lives(name) for name in volunteers]
    group = street.tg.supergroup("红马甲", members=[li, *helpers])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    number = await reported(wang)
    await street.taps(li, "派单", number)
    if places != "1":
        await street.taps(li, places, number)
    await street.taps(li, "红马甲")
    await street.sees(group, number)
    return number, wang, li, group, helpers


async def resolve(street, leader, number, words):
    await street.taps(leader, "办结", number)
    await street.sees(leader, "是怎么解决的")
    await noted(street)
    leader.says(words)


async def noted(street):
    """Whatever was to be said is said, and its cards are noted."""
    while await street.app._database.read(lambda tx: tx.all("SELECT 1 FROM outbox WHERE status = 'pending'")):
        await street.passes(seconds=1)


async def withdraw(street, helper, group, number, why):
    await street.taps(helper, "接单", number, at=group)
    await street.taps(helper, "退单", number)
    await street.sees(helper, "为什么退单")
    helper.says(why)


async def gone(street, who, *words):
    """Wait until no message says any of these words any more."""

    def away():
        return not any(word in message.text for word in words for message in who.chat.messages)

    await street._until(away, who.chat, words)


# Notes


async def test_nobody_hears_that_somebody_else_has_what_is_theirs_again(street, reported, late):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    number = await reported(wang)
    assert await late("note-moved", li, number) is None
    assert "已转给李楼长" in await late("note-moved", chen, number)


async def test_only_who_answers_hears_that_it_is_late(street, reported, late):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    number = await reported(wang)
    assert "超时" in await late("note-escalated", li, number)
    assert await late("note-escalated", chen, number) is None


async def test_the_resident_hears_who_is_on_it_only_while_they_are(street, reported, late):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    assert await late("note-accepted", wang, number) is None
    assert "李楼长" in await late("note-new-responsible", wang, number)
    await street.taps(li, "受理", number)
    assert "李楼长在办了" in await late("note-accepted", wang, number)
    await resolve(street, li, number, "修好了")
    await street.sees(wang, "办好了")
    assert await late("note-accepted", wang, number) is None
    assert await late("note-new-responsible", wang, number) is None


async def test_the_resident_hears_of_a_volunteer_only_while_there_is_one(street, reported, late):
    number, wang, _, group, (zhao,) = await offered(street, reported, "赵志愿")
    assert await late("note-claimed", wang, number, task=True) is None
    await street.taps(zhao, "接单", at=group)
    assert "有志愿者接单了" in await late("note-claimed", wang, number, task=True)


async def test_nobody_is_sought_for_an_offer_that_has_ended(street, reported, late):
    number, wang, li, _, _ = await offered(street, reported)
    assert "还没有人接" in await late("note-unclaimed", li, number, task=True)
    await resolve(street, li, number, "修好了")
    await street.sees(wang, "办好了")
    assert await late("note-unclaimed", li, number, task=True) is None


async def test_the_reason_of_who_gave_the_place_back_is_said_when_they_have_taken_it_again(
    street, reported, late
):
    number, _, li, group, (zhao,) = await offered(street, reported, "赵志愿")
    await withdraw(street, zhao, group, number, "家里有事")
    await street.sees(li, number, "家里有事")
    await street.taps(zhao, "接单", number, at=group)
    await street.sees(group, "已接 1/1")
    said = await late("note-withdrawn", li, number, task=True, by=zhao)
    assert "赵志愿退单了：家里有事" in said
    assert await late("note-unreached", li, number, task=True, by=zhao) is None


# Cards of the office


async def test_a_reminder_to_accept_is_none_any_more_when_it_is_accepted(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.sees(li, number, "新诉求")
    await street.passes(hours=1)
    reminder = await street.sees(li, number, "催办", "还没有受理")
    await street.taps(li, "受理", number)
    await street.becomes(lambda: "正在办理" in reminder.text)
    assert "催办" not in reminder.text


async def test_a_queued_request_that_somebody_took_is_nobodys_no_longer(street, reported):
    wang, admin = street.lives("王阿姨"), street.lives("管理员", 2004)
    number = await reported(wang)
    card = await street.sees(admin, number, "无人负责", "由您负责", "网格长联系不上")
    await street.taps(admin, "受理", number)
    await street.becomes(lambda: "正在办理" in card.text)
    for gone in ("无人负责", "由您负责", "联系不上"):
        assert gone not in card.text


async def test_an_escalated_card_says_for_good_from_where_it_rose(street, reported):
    wang = street.lives("王阿姨")
    li, chen, ma = (street.lives(name, id_) for name, id_ in (("李", 2001), ("陈", 2002), ("马", 2003)))
    number = await reported(wang)
    await street.sees(li, number, "新诉求")
    await street.passes(hours=2)
    first = await street.sees(chen, number, "升级督办", "从3号楼上来，第 1 级")
    await street.passes(hours=4)
    await street.sees(ma, number, "升级督办", "从锦绣苑上来，第 2 级")
    await street.taps(ma, "受理", number)
    await street.becomes(lambda: "正在办理" in first.text)
    assert "从3号楼上来，第 1 级" in first.text


async def test_a_reopened_card_shows_the_result_that_failed_as_the_last_one(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await resolve(street, li, number, "修好了")
    await street.taps(wang, "未解决", "办好了")
    await street.sees(wang, "哪里没有解决")
    wang.says("还是漏")
    await street.sees(li, "居民说没有解决", "上次结果：修好了")
    await street.sees(wang, "上次结果：修好了")
    await street.taps(li, "受理", "居民说没有解决")
    await resolve(street, li, number, "换了管子")
    await street.sees(li, number, "等居民确认", "\n结果：换了管子")
    await street.taps(wang, "已解决", "换了管子")
    await street.sees(li, "居民确认已解决", "\n结果：换了管子")
    await gone(street, li, "居民说没有解决", "上次")


async def test_a_card_that_is_over_says_what_it_was_and_how_it_ended(street, reported):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    number = await reported(wang)
    await street.sees(li, number, "新诉求")
    await street.passes(hours=2)
    await street.sees(chen, number, "升级督办")
    await street.taps(li, "受理", number)
    await resolve(street, li, number, "修好了")
    await street.taps(wang, "已解决", "办好了")
    for who in (li, chen):
        over = await street.sees(who, number, "居民确认已解决")
        assert over.text.splitlines()[1:] == [
            "📍 锦绣苑 3号楼 2单元",
            "水管漏水",
            "结果：修好了",
            "进度：居民确认已解决",
        ]
        assert over.text.startswith(number)


# Questions


async def test_a_question_that_is_cancelled_says_so(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    await noted(street)
    await street.taps(li, "取消", "是怎么解决的")
    await street.sees(li, "好的，不写了。")


async def test_a_question_that_is_answered_does_not_say_that_it_was_not(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await resolve(street, li, number, "修好了")
    await street.sees(li, "✓ 收到。")
    assert not any("不写了" in message.text for message in li.chat.messages)


async def test_a_question_that_another_follows_points_to_it(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    numbers = [await reported(wang) for _ in range(2)]
    for number in numbers:
        await street.taps(li, "受理", number)
        await street.taps(li, "办结", number)
        await noted(street)
    await street.sees(li, "下面的新问题 ↓")


# In both languages


async def test_names_are_listed_as_the_reader_lists_them(street, reported):
    chen = street.lives("Chen", 2002, language="en")
    number, _, li, group, helpers = await offered(street, reported, "Ann", "Bob", places="2")
    for helper in helpers:
        await street.taps(helper, "接单", number, at=group)
    await street.sees(li, number, "2/2 人 Ann、Bob")
    await street.passes(days=3)
    await street.sees(chen, number, "2/2 Ann, Bob")


async def test_an_administrator_of_no_grid_is_greeted_without_one(street, late):
    everywhere = street.lives("Zong", 2009, language="en")
    now = street.clock.now()
    await street.sees(everywhere, "Redvest")
    await street.app._database.transact(lambda tx: people.keep_administrators(tx, frozenset({2009}), now))
    assert "\n· administrator\n" in await late("welcome", everywhere, linked=True)
