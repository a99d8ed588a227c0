"""Leave: what waits goes on to others at once, with a word to all concerned, until it is over."""

ZHOU = "周副楼长 · 3号楼 副楼栋长"
CHEN = "陈网格长 · 锦绣苑 网格长"
NOBODY = "不指定"


async def test_what_waits_goes_on_at_once_to_whoever_stands_in_and_both_sides_hear_of_it(
    town, goes_on_leave, reported
):
    wang, li = town.lives("王阿姨"), town.lives("李", 2001)
    zhou, chen = town.lives("周", 2005), town.lives("陈", 2002)
    accepted = await reported(wang, words="水管漏水")
    await town.taps(li, "受理", accepted)
    assigned = await reported(wang, words="楼道灯坏了")
    await town.sees(li, assigned, "新诉求")

    answer = await goes_on_leave(li, "5", with_whom=CHEN)
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


async def test_with_nobody_named_the_next_in_line_answers_until_the_leave_ends_by_itself(
    town, goes_on_leave, reported
):
    wang, li, zhou = town.lives("王阿姨"), town.lives("李", 2001), town.lives("周", 2005)
    await goes_on_leave(li, "3", with_whom=NOBODY)
    card = await town.sees(li, "下一位负责人接")
    await town.sees(zhou, await reported(wang), "新诉求")
    await town.passes(hours=23)  # past midnight in Shanghai, and past the quiet hours
    await town.sees(li, await reported(wang, words="楼道灯坏了"), "楼道灯坏了")
    await town.app._ticker.look_at_posts()
    await town.becomes(lambda: "您现在在岗" in card.text)
    assert card.labels == ["请假，周副楼长接", "请假，不指定人"]
    li.says("/desk")
    desk = await town.sees(li, "等您受理：1")
    assert "请假，周副楼长接" in desk.labels
    assert "请假到" not in desk.text


async def test_one_tap_on_the_desk_ends_it_early_and_the_stand_in_hears_of_it(town, goes_on_leave, reported):
    wang, li, zhou = town.lives("王阿姨"), town.lives("李", 2001), town.lives("周", 2005)
    await goes_on_leave(li, "9", with_whom=ZHOU)
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
    await town.taps(li, "请假，周副楼长接", "工作台")  # the button is what it was before
    await town.sees(li, "请假到哪天")


async def test_the_desk_above_says_it_as_soon_as_it_begins(town, goes_on_leave):
    li, _ = town.lives("李", 2001), town.lives("周", 2005)
    await goes_on_leave(li, "9", with_whom=ZHOU)
    desk = await town.sees(li, "工作台", "您请假到3月9日周一")
    assert "我回来了" in desk.labels
    await town.taps(li, "我回来了", "提前回来")
    await town.becomes(lambda: "请假到" not in desk.text)


async def test_choosing_again_replaces_it(town, goes_on_leave):
    li, zhou, chen = town.lives("李", 2001), town.lives("周", 2005), town.lives("陈", 2002)
    await goes_on_leave(li, "9", with_whom=ZHOU)
    await town.sees(zhou, "请您替着接")
    await town.taps(li, "改请假", "您请假到")
    await town.taps(li, "换个人接", "您请假到3月9日周一", f"替您接的是 {ZHOU}")
    await town.taps(li, CHEN, "谁替您接")
    await town.taps(li, "3", f"替您接的是 {CHEN}")
    await town.sees(chen, "李楼长请假到3月3日周二")
    await town.sees(zhou, "不用您替了")
    li.says("/desk")
    await town.sees(li, "工作台", "您请假到3月3日周二", "陈网格长")


async def test_a_longer_leave_with_the_same_stand_in_hands_nothing_on_again(town, goes_on_leave, reported):
    wang, li = town.lives("王阿姨"), town.lives("李", 2001)
    zhou, chen = town.lives("周", 2005), town.lives("陈", 2002)
    number = await reported(wang)
    await town.sees(li, number)
    await goes_on_leave(li, "3", with_whom=CHEN)
    await town.sees(chen, number)
    await town.sees(wang, f"{number} 现在由陈网格长负责")
    told = [len(who.chat.messages) for who in (wang, zhou)]
    await town.taps(li, "改请假", "您请假到")
    await town.taps(li, "9", f"替您接的是 {CHEN}")
    await town.sees(chen, "李楼长请假到3月9日周一", "请您替着接")
    assert [len(who.chat.messages) for who in (wang, zhou)] == told
    assert sum(number in message.text for message in chen.chat.messages) == 1
    await town.taps(wang, "经过", number)
    await town.sees(wang, number, "换过 1 次负责人")


async def test_a_stand_in_who_goes_on_leave_as_well_is_passed_over(town, goes_on_leave, reported):
    wang, li = town.lives("王阿姨"), town.lives("李", 2001)
    zhou, chen = town.lives("周", 2005), town.lives("陈", 2002)
    await goes_on_leave(li, "9", with_whom=ZHOU)
    number = await reported(wang)
    await town.sees(zhou, number)
    await goes_on_leave(zhou, "3", with_whom=NOBODY)
    await town.sees(chen, number)
    await town.sees(zhou, number, "陈网格长", "您放心")
    zhou.says("/desk")
    desk = await town.sees(zhou, "工作台", "您请假到3月3日周二")
    assert "您替" not in desk.text
    await town.sees(li, "工作台", "您请假到3月9日周一，新的事由下一位负责人接")
    await town.taps(zhou, "我回来了", "工作台")
    await town.becomes(lambda: "您替李楼长接到3月9日周一" in desk.text)
    await town.sees(li, "工作台", "您请假到3月9日周一，新的事由周副楼长接")


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
    for label in ("3", "再往后 →"):
        answer = await wang.taps(other, stale=card.button(label)).answered()
        assert "没有要负责的网格" in answer.text
    await town.sees(li, await reported(wang), "新诉求")


async def test_leave_is_told_in_the_readers_language(town):
    li, chen = town.lives("Li", 2001, language="en"), town.lives("Chen", 2002, language="en")
    li.says("/desk")
    await town.taps(li, "Away, 陈网格长 answers", "My desk")
    await town.sees(li, "Away until when", "Meanwhile 陈网格长 · 锦绣苑 grid leader answers")
    await town.taps(li, "Later →", "3 Mar to 29 Mar")
    await town.taps(li, "1st", "30 Mar to 26 Apr")
    await town.sees(li, "on leave until Wed 1 Apr", "陈网格长 answers")
    await town.sees(chen, "李楼长 is on leave until Wed 1 Apr")
