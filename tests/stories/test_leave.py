"""Leave: two taps, and what waits goes on to others at once, with a word to everybody concerned."""

import pytest

PEOPLE = """\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
周副楼长,deputy,JX3,,2005
陈网格长,leader,JX,,2002
马书记,secretary,XY,,2003
管理员,admin,XY,,2004
赵志愿,volunteer,JX,,2006
"""


@pytest.fixture
async def town(street):
    """The street, whose building has a deputy as well."""
    await street.settle(people=PEOPLE)
    return street


async def goes_on_leave(street, who, until, stand_in):
    """From the desk: one tap for the question, then two."""
    who.says("/desk")
    await street.taps(who, "请假", "工作台")
    await street.taps(who, until, "请假到哪天")
    return await street.taps(who, stand_in, "谁替您接")


async def test_what_waits_goes_on_at_once_to_whoever_stands_in_and_both_sides_hear_of_it(town, reported):
    wang, li = town.lives("王阿姨"), town.lives("李", 2001)
    zhou, chen = town.lives("周", 2005), town.lives("陈", 2002)
    accepted = await reported(wang, words="水管漏水")
    await town.taps(li, "受理", accepted)
    assigned = await reported(wang, words="楼道灯坏了")
    await town.sees(li, assigned, "新诉求")

    answer = await goes_on_leave(town, li, "三天 · 到3月5日周四", "陈网格长 · 锦绣苑 网格长")
    assert "请假开始了" in answer.text
    await town.sees(li, "您请假到3月5日周四", "陈网格长")
    await town.sees(chen, "李楼长请假到3月5日周四", "请您替着接")
    for number in (accepted, assigned):
        await town.sees(chen, number, "王阿姨")
        await town.sees(li, number, "陈网格长", "您放心")
        await town.sees(wang, number, "陈网格长")
    new = await reported(wang, words="门打不开")
    await town.sees(chen, new, "门打不开")
    assert not any(new in message.text for message in [*li.chat.messages, *zhou.chat.messages])


async def test_the_names_are_those_beside_and_above_who_can_be_reached(town):
    li, _ = town.lives("李", 2001), town.lives("陈", 2002)
    town.lives("马", 2003)
    li.says("/desk")
    await town.taps(li, "请假", "工作台")
    when = await town.sees(li, "请假到哪天")
    assert when.labels == [
        "就今天 · 3月3日周二",
        "到明天 · 3月4日周三",
        "三天 · 到3月5日周四",
        "一周 · 到3月9日周一",
        "两周 · 到3月16日周一",
        "一个月 · 到4月2日周四",
    ]
    await town.taps(li, when.labels[0])
    await town.becomes(lambda: "谁替您接" in when.text)
    # The deputy has not opened the bot.
    assert when.labels == ["陈网格长 · 锦绣苑 网格长", "马书记 · 向阳社区 书记", "不指定", "返回"]
    await town.taps(li, "返回", "谁替您接")
    await town.becomes(lambda: "请假到哪天" in when.text)


async def test_with_nobody_named_the_next_in_line_answers_until_the_leave_ends_by_itself(town, reported):
    wang, li, zhou = town.lives("王阿姨"), town.lives("李", 2001), town.lives("周", 2005)
    await goes_on_leave(town, li, "就今天 · 3月3日周二", "不指定")
    card = await town.sees(li, "下一位负责人接")
    await town.sees(zhou, await reported(wang), "新诉求")
    await town.passes(hours=23)  # past midnight in Shanghai, and past the quiet hours
    await town.sees(li, await reported(wang, words="楼道灯坏了"), "楼道灯坏了")
    await town.app._ticker.look_at_posts()
    await town.becomes(lambda: "您现在在岗" in card.text)
    assert card.labels == ["请假"]
    li.says("/desk")
    desk = await town.sees(li, "等您受理：1")
    assert "请假" in desk.labels
    assert "请假到" not in desk.text


async def test_one_tap_on_the_desk_ends_it_early_and_the_stand_in_hears_of_it(town, reported):
    wang, li, zhou = town.lives("王阿姨"), town.lives("李", 2001), town.lives("周", 2005)
    await goes_on_leave(town, li, "一周 · 到3月9日周一", "周副楼长 · 3号楼 副楼栋长")
    await town.sees(zhou, "李楼长请假到3月9日周一")
    zhou.says("/desk")
    await town.sees(zhou, "工作台", "您替李楼长接到3月9日周一")
    li.says("/desk")
    desk = await town.sees(li, "工作台", "您请假到3月9日周一", "周副楼长")
    answer = await town.taps(li, "我回来了", "工作台")
    assert "欢迎回来" in answer.text
    await town.becomes(lambda: "请假到" not in desk.text)
    await town.sees(zhou, "李楼长那边不用您替了")
    await town.sees(li, "您现在在岗")
    await town.sees(li, await reported(wang), "新诉求")
    answer = await town.taps(li, "请假", "工作台")  # the button is what it was before
    await town.sees(li, "请假到哪天")


async def test_choosing_again_replaces_it(town):
    li, zhou, chen = town.lives("李", 2001), town.lives("周", 2005), town.lives("陈", 2002)
    await goes_on_leave(town, li, "一周 · 到3月9日周一", "周副楼长 · 3号楼 副楼栋长")
    await town.sees(zhou, "请您替着接")
    await town.taps(li, "改请假", "您请假到")
    await town.taps(li, "就今天 · 3月3日周二", "请假到哪天")
    await town.taps(li, "陈网格长 · 锦绣苑 网格长", "谁替您接")
    await town.sees(chen, "李楼长请假到3月3日周二")
    await town.sees(zhou, "不用您替了")
    li.says("/desk")
    await town.sees(li, "工作台", "您请假到3月3日周二", "陈网格长")


async def test_a_stand_in_who_goes_on_leave_as_well_is_passed_over(town, reported):
    wang, li = town.lives("王阿姨"), town.lives("李", 2001)
    zhou, chen = town.lives("周", 2005), town.lives("陈", 2002)
    await goes_on_leave(town, li, "一周 · 到3月9日周一", "周副楼长 · 3号楼 副楼栋长")
    number = await reported(wang)
    await town.sees(zhou, number)
    await goes_on_leave(town, zhou, "就今天 · 3月3日周二", "不指定")
    await town.sees(chen, number)
    await town.sees(zhou, number, "陈网格长", "您放心")


async def test_old_buttons_say_what_is_so_now(town):
    li, zhou = town.lives("李", 2001), town.lives("周", 2005)
    li.says("/desk")
    await town.taps(li, "请假", "工作台")
    card = await town.sees(li, "请假到哪天")
    today = card.button("就今天 · 3月3日周二")
    await town.taps(li, "就今天 · 3月3日周二")
    await town.becomes(lambda: "谁替您接" in card.text)
    with_zhou = card.button("周副楼长 · 3号楼 副楼栋长")

    # Who was to stand in cannot any more: the names are shown anew.
    zhou.blocks()
    await town.becomes(lambda: not zhou.chat.messages or True)
    await town.passes(seconds=1)
    answer = await li.taps(card, stale=with_zhou).answered()
    assert "请另选一位" in answer.text
    await town.becomes(lambda: "周副楼长 · 3号楼 副楼栋长" not in card.labels)

    # The day is over.
    await town.passes(days=1)
    for old in (today, with_zhou):
        answer = await li.taps(card, stale=old).answered()
        assert "已经过去" in answer.text
    await town.becomes(lambda: "就今天 · 3月4日周三" in card.labels)

    # Back without having been away.
    await town.taps(li, "就今天 · 3月4日周三")
    await town.taps(li, "不指定")
    await town.becomes(lambda: "我回来了" in card.labels)
    back = card.button("我回来了")
    await town.taps(li, "我回来了")
    answer = await li.taps(card, stale=back).answered()
    assert "慢了一步" in answer.text or "变" in answer.text


async def test_only_those_with_a_post_are_offered_leave_and_nobody_is_sent_away_by_another(town, reported):
    wang, li, zhao = town.lives("王阿姨"), town.lives("李", 2001), town.lives("赵", 2006)
    for who in (wang, zhao):
        who.says("更多")
        assert "请假" not in (await town.sees(who, "请选")).labels
    li.says("更多")
    await town.taps(li, "请假", "请选")
    card = await town.sees(li, "请假到哪天")
    # Somebody sends back the button of another's card: it is about themselves, and they have no post.
    other = await town.sees(wang, "请选")
    for label in ("就今天 · 3月3日周二",):
        answer = await wang.taps(other, stale=card.button(label)).answered()
        assert answer.text
    await town.sees(li, await reported(wang), "新诉求")


async def test_leave_is_told_in_the_readers_language(town):
    li, chen = town.lives("Li", 2001, language="en"), town.lives("Chen", 2002, language="en")
    li.says("/desk")
    await town.taps(li, "I am away", "My desk")
    await town.taps(li, "1 month · until Thu 2 Apr")
    await town.taps(li, "陈网格长 · 锦绣苑 grid leader")
    await town.sees(li, "on leave until Thu 2 Apr", "陈网格长 answers")
    await town.sees(chen, "李楼长 is on leave until Thu 2 Apr")
