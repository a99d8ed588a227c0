"""Going on leave with two taps from the desk: who answers meanwhile, or nobody; then until when."""

from datetime import date

import pytest

ZHOU = "周副楼长 · 3号楼 副楼栋长"
CHEN = "陈网格长 · 锦绣苑 网格长"
NOBODY = "不指定"
NEXT_IN_LINE = "由下一位负责人接"
WITH_ZHOU, WITH_CHEN = "请假，周副楼长接", "请假，陈网格长接"
ALONE = "请假，不指定人"


async def test_the_tap_on_a_day_begins_it_with_whoever_the_text_names(town):
    """The nearest of those beside and above who can be reached, or another of them."""
    li, _ = town.lives("李", 2001), town.lives("陈", 2002)
    town.lives("马", 2003)
    li.says("/desk")
    await town.taps(li, WITH_CHEN, "工作台")  # the deputy has not opened the bot
    card = await town.sees(li, "请假到哪天", f"替您接的是 {CHEN}")
    assert card.labels[-3:] == ["再往后 →", "换个人接", "不指定"]
    await town.taps(li, "换个人接", "请假到哪天")
    await town.becomes(lambda: "谁替您接" in card.text)
    assert card.labels == [CHEN, "马书记 · 向阳社区 书记", "不指定", "返回"]
    await town.taps(li, "返回", "谁替您接")
    await town.becomes(lambda: f"替您接的是 {CHEN}" in card.text)
    await town.taps(li, "换个人接", "请假到哪天")
    await town.taps(li, "马书记 · 向阳社区 书记", "谁替您接")
    await town.taps(li, "5", "替您接的是 马书记")
    await town.becomes(lambda: "您请假到3月5日周四，新的事由马书记接" in card.text)


@pytest.mark.parametrize("with_whom", ["马书记 · 向阳社区 书记", NOBODY])
async def test_what_was_chosen_last_time_is_proposed_again(town, goes_on_leave, with_whom):
    li, _, _ = town.lives("李", 2001), town.lives("马", 2003), town.lives("陈", 2002)
    await goes_on_leave(li, "3", with_whom=with_whom)
    await town.taps(li, "我回来了", "您请假到")
    li.says("更多")
    await town.taps(li, "请假", "请选")
    card = await town.sees(li, "请假到哪天", NEXT_IN_LINE if with_whom == NOBODY else with_whom)
    assert ("找人替我接" in card.labels) == (with_whom == NOBODY)
    await town.taps(li, "4", "请假到哪天")
    words = "下一位负责人" if with_whom == NOBODY else "马书记"
    await town.becomes(lambda: f"您请假到3月4日周三，新的事由{words}接" in card.text)


async def test_a_last_stand_in_who_cannot_any_more_gives_way_to_the_nearest(town, goes_on_leave):
    li, ma = town.lives("李", 2001), town.lives("马", 2003)
    town.lives("陈", 2002)
    await goes_on_leave(li, "3", with_whom="马书记 · 向阳社区 书记")
    await town.taps(li, "我回来了", "您请假到")
    desk = await town.sees(li, "工作台")
    await town.becomes(lambda: "请假，马书记接" in desk.labels)
    await goes_on_leave(ma, "9", with_whom=NOBODY)
    li.says("/desk")
    await town.taps(li, WITH_CHEN, "工作台")
    await town.sees(li, "请假到哪天", f"替您接的是 {CHEN}")


async def test_the_first_leave_may_be_with_nobody_and_the_next_offers_both(town):
    li, zhou = town.lives("李", 2001), town.lives("周", 2005)
    li.says("/desk")
    await town.taps(li, ALONE, "工作台")
    card = await town.sees(li, "请假到哪天", NEXT_IN_LINE)
    await town.taps(li, "5", "请假到哪天")
    await town.becomes(lambda: "您请假到3月5日周四，新的事由下一位负责人接" in card.text)
    assert not any("请您替着接" in message.text for message in zhou.chat.messages)
    await town.taps(li, "我回来了", "您请假到")
    await town.becomes(lambda: card.labels == [WITH_ZHOU, ALONE])
    await town.taps(li, WITH_ZHOU, "您现在在岗")
    await town.taps(li, "5", f"替您接的是 {ZHOU}")
    await town.sees(zhou, "请您替着接")


async def test_where_nobody_can_stand_in_none_is_offered(town):
    li = town.lives("李", 2001)
    li.says("/desk")
    await town.taps(li, "请假", "工作台")
    card = await town.sees(li, "请假到哪天", "由社区办公室接")
    assert card.labels[-1] == "再往后 →"
    town.lives("陈", 2002)
    await town.taps(li, "3")
    await town.becomes(lambda: "您请假到3月3日周二，新的事由下一位负责人接" in card.text)


async def test_who_writes_that_they_are_away_is_asked_until_when(town):
    """It would be a report otherwise."""
    wang, li = town.lives("王阿姨"), town.lives("李", 2001)
    town.lives("周", 2005)
    li.says("请假")
    await town.taps(li, "5", "请假到哪天", f"替您接的是 {ZHOU}")
    await town.sees(li, "您请假到3月5日周四")
    wang.says("请假")
    await town.sees(wang, "不用请假")


@pytest.mark.parametrize(("key", "answers"), [(WITH_ZHOU, "周副楼长"), (ALONE, "下一位负责人")])
async def test_any_day_of_the_next_weeks_is_one_tap_in_the_calendar(town, key, answers):
    li, _ = town.lives("李", 2001), town.lives("周", 2005)
    li.says("/desk")
    await town.taps(li, key, "工作台")
    card = await town.sees(li, "请假到哪天", answers)
    rows = [len(row) for row in card.json["reply_markup"]["inline_keyboard"]]
    assert rows[:6] == [7] * 5 + [1]
    assert card.labels[:14] == [*"一二三四五六日", "·", *"345678"]
    assert card.labels[28:36] == ["23", "24", "25", "26", "27", "28", "29", "再往后 →"]
    for cell in ("一", "·"):
        assert "有数字的日子" in (await town.taps(li, cell, "请假到哪天")).text
    answer = await town.taps(li, "20", "请假到哪天")
    assert "请假开始了" in answer.text
    await town.becomes(lambda: f"您请假到3月20日周五，新的事由{answers}接" in card.text)


async def test_the_calendar_turns_as_far_as_there_are_days_to_choose(town):
    li, _ = town.lives("李", 2001), town.lives("周", 2005)
    li.says("/desk")
    await town.taps(li, WITH_ZHOU, "工作台")
    card = await town.sees(li, "日历：3月3日到3月29日")
    await town.taps(li, "再往后 →", "到3月29日")
    await town.becomes(lambda: "日历：3月30日到4月26日" in card.text)
    assert {"← 再往前", "再往后 →", "1日"} < set(card.labels)
    await town.taps(li, "再往后 →", "到4月26日")
    await town.taps(li, "再往后 →", "到5月24日")
    await town.becomes(lambda: "日历：5月25日到6月3日" in card.text)
    days = [label for label in card.labels[7:] if label.isdigit() or label == "1日"]
    assert days == [*map(str, range(25, 32)), "1日", "2", "3"]  # no further than 92 days
    assert "再往后 →" not in card.labels
    await town.taps(li, "← 再往前", "到6月3日")
    await town.taps(li, "1日", "到5月24日")
    await town.becomes(lambda: "您请假到5月1日周五，新的事由周副楼长接" in card.text)


async def test_whoever_is_chosen_in_between_the_weeks_stay_open(town):
    """The same number would stand for a day a month earlier."""
    li, _, _ = town.lives("李", 2001), town.lives("周", 2005), town.lives("陈", 2002)
    li.says("/desk")
    await town.taps(li, WITH_ZHOU, "工作台")
    card = await town.sees(li, "请假到哪天")
    await town.taps(li, "再往后 →", "请假到哪天")
    await town.taps(li, "换个人接", "日历：3月30日")
    await town.taps(li, CHEN, "谁替您接")
    await town.becomes(lambda: CHEN in card.text)
    await town.taps(li, "不指定", "日历：3月30日")
    await town.taps(li, "20", NEXT_IN_LINE)
    await town.becomes(lambda: "您请假到4月20日" in card.text)
    await town.taps(li, "我回来了", "您请假到")
    await town.taps(li, ALONE, "您现在在岗")
    await town.becomes(lambda: "日历：3月3日" in card.text)


async def test_nobody_stays_chosen_when_a_day_is_over(town):
    li, _ = town.lives("李", 2001), town.lives("周", 2005)
    li.says("/desk")
    await town.taps(li, ALONE, "工作台")
    card = await town.sees(li, "请假到哪天", NEXT_IN_LINE)
    await town.passes(days=1)
    assert "已经过去" in (await town.taps(li, "3", NEXT_IN_LINE)).text
    await town.becomes(lambda: "日历：3月4日" in card.text and "由下一位负责人接" in card.text)


async def test_a_double_tap_begins_it_once(town):
    li, zhou = town.lives("李", 2001), town.lives("周", 2005)
    li.says("/desk")
    await town.taps(li, WITH_ZHOU, "工作台")
    card = await town.sees(li, "请假到哪天")
    today = card.button("3")
    first, second = li.taps(card, stale=today), li.taps(card, stale=today)
    assert "请假开始了" in (await first.answered()).text
    assert "已经是这样了" in (await second.answered()).text
    await town.becomes(lambda: "您请假到3月3日周二" in card.text)
    await town.sees(zhou, "请您替着接")
    await town.passes(minutes=1)
    assert sum("请您替着接" in message.text for message in zhou.chat.messages) == 1


async def test_old_buttons_say_what_is_so_now(town, goes_on_leave):
    li, zhou = town.lives("李", 2001), town.lives("周", 2005)
    town.lives("陈", 2002)
    li.says("/desk")
    desk = await town.sees(li, "工作台")
    with_zhou = desk.button(WITH_ZHOU)
    await town.taps(li, WITH_ZHOU, "工作台")
    card = await town.sees(li, "请假到哪天", ZHOU)
    today = card.button("3")
    await town.taps(li, "换个人接", "请假到哪天")
    await town.becomes(lambda: "谁替您接" in card.text)
    zhou_stands_in = card.button(ZHOU)

    # Who was to stand in cannot any more: nothing begins, and it is asked anew with the next.
    await goes_on_leave(zhou, "4", with_whom=NOBODY)
    for old in (today, zhou_stands_in):
        answer = await li.taps(card, stale=old).answered()
        assert "现在接不了" in answer.text
        await town.becomes(lambda: "请假到哪天" in card.text and CHEN in card.text)

    # From the desk as well.
    answer = await li.taps(desk, stale=with_zhou).answered()
    assert "现在接不了" in answer.text
    await town.becomes(lambda: li.chat.last is not card and CHEN in li.chat.last.text)

    # The day is over; the weeks that were open are too.
    fourth, march = card.button("4"), "od:" + str(date(2026, 3, 3).toordinal())
    await town.passes(days=40)
    for old in (today, fourth):
        answer = await li.taps(card, stale=old).answered()
        assert "已经过去" in answer.text
        await town.becomes(lambda: "日历：4月12日" in card.text)
    await li.taps(card, "再往后 →").answered()
    await town.becomes(lambda: "← 再往前" in card.labels)
    await li.taps(card, stale=march).answered()
    await town.becomes(lambda: "← 再往前" not in card.labels)

    # Back without having been away.
    await li.taps(card, "12").answered()
    await town.becomes(lambda: "我回来了" in card.labels)
    back = card.button("我回来了")
    await town.taps(li, "我回来了", "您请假到")
    answer = await li.taps(card, stale=back).answered()
    assert "慢了一步" in answer.text or "变" in answer.text


async def test_a_key_from_before_who_answers_was_shown_begins_nothing(town):
    """It led to the question who answers; now it says to look and to tap once more."""
    li, _ = town.lives("李", 2001), town.lives("周", 2005)
    li.says("/desk")
    await town.taps(li, WITH_ZHOU, "工作台")
    card = await town.sees(li, "请假到哪天")
    day = date(2026, 3, 5).toordinal()
    for data, words in ((f"au:{day}", "再点一次"), (f"au:{day - 3}", "已经过去"), (f"au:{day + 91}", "")):
        answer = await li.taps(card, stale=data).answered()
        assert words in answer.text
    assert "请假到哪天" in card.text
    await li.taps(card, stale=f"ay:{day}:0").answered()  # and this one began it, as it does now
    await town.becomes(lambda: "您请假到3月5日周四，新的事由下一位负责人接" in card.text)
