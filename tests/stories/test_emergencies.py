"""Fire, gas, an injury, a crime: whom to call comes before all else, and one tap goes on."""

import pytest

CARD = "您要反映的事"
WARNED = ["继续反映", "取消"]


@pytest.mark.parametrize(
    ("words", "number", "kind"),
    [
        ("3号楼着火了", "马上打 119", "消防隐患"),
        ("锦绣苑3号楼有煤气味", "开窗", "燃气用电隐患"),
        ("锦绣苑3号楼有人晕倒了", "马上打 120", None),
        ("锦绣苑3号楼有人持刀", "马上打 110", None),
    ],
)
async def test_the_number_to_call_stands_alone_and_one_tap_goes_on(street, words, number, kind):
    wang = street.lives("王阿姨")
    wang.says(words)
    warning = await street.sees(wang, number, "不能替您打电话")
    assert warning.labels == WARNED
    assert CARD not in warning.text
    await street.taps(wang, "继续反映")
    card = await street.sees(wang, CARD, words, "地点：向阳社区 锦绣苑 3号楼")
    if kind:
        assert kind in card.text
        assert "提交" in card.labels


async def test_in_english_too(street):
    anna = street.lives("Anna", language="en")
    anna.says("There is a fire in building 3")
    warning = await street.sees(anna, "Call 119 now")
    assert warning.labels == ["Go on", "Cancel"]
    await street.taps(anna, "Go on")
    await street.sees(anna, "Your report", "Fire hazard", "Which of these is it?")


async def test_the_report_goes_as_its_kind_says_and_reaches_who_answers(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    wang.says("锦绣苑3号楼着火了")
    await street.taps(wang, "继续反映")
    await street.taps(wang, "提交")
    await street.sees(li, "新诉求", "着火了", "消防隐患")


async def test_it_is_shown_once_and_again_only_for_another_danger(street):
    wang = street.lives("王阿姨")
    wang.says("锦绣苑3号楼着火了")
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "着火了")
    wang.says("还在着火")
    await street.sees(wang, CARD, "着火了\n还在着火")
    wang.says("有人晕倒了")
    assert (await street.sees(wang, "马上打 120")).labels == WARNED
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "着火了\n还在着火\n有人晕倒了", "消防隐患")


async def test_what_is_sent_before_going_on_is_part_of_the_report(street):
    wang = street.lives("王阿姨")
    wang.says("着火了")
    await street.sees(wang, "马上打 119")
    wang.says("红山院")
    wang.sends_photo(b"smoke")
    await street.sees(wang, "马上打 119")
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "着火了\n红山院", "地点：向阳社区 红山院", "照片")


async def test_what_cannot_wait_is_heard_while_the_place_is_asked_for(street):
    wang = street.lives("王阿姨")
    wang.says("楼道灯不亮")
    await street.sees(wang, CARD, "在哪里")
    wang.says("锦绣苑3号楼着火了")
    await street.sees(wang, "马上打 119")
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "楼道灯不亮\n锦绣苑3号楼着火了", "地点：向阳社区 锦绣苑 3号楼")


async def test_a_kind_that_is_chosen_by_hand_may_be_one(street):
    wang = street.lives("王阿姨")
    wang.says("我要反映")
    await street.taps(wang, "🛡️ 平安安全")
    await street.taps(wang, "⚠️ 燃气用电隐患")
    await street.sees(wang, "开窗")
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "请说说哪里有什么问题")


async def test_words_that_only_sound_like_it_bring_no_numbers(street):
    wang = street.lives("王阿姨")
    wang.says("锦绣苑3号楼消防通道被占")
    card = await street.sees(wang, CARD, "消防通道被占", "对了就点")
    assert "提交" in card.labels


async def test_the_numbers_are_those_of_the_policy(quiet_street, tmp_path):
    policy = tmp_path / "policy.toml"
    policy.write_text('[emergency]\nfire = "112"\ngas = "0971-12345"\n', "utf-8")
    async with quiet_street.running(REDVEST_POLICY=str(policy)) as street:
        wang = street.lives("王阿姨")
        wang.says("闻到煤气味")
        await street.sees(wang, "112", "燃气公司：0971-12345")


async def test_whoever_has_an_open_request_is_not_asked_first_whether_a_fire_is_about_that(street, reported):
    wang = street.lives("王阿姨")
    await reported(wang)
    wang.says("楼下着火了")
    card = await street.sees(wang, "119")
    assert card.labels == ["继续反映", "取消"]


# What is said to a request that runs already: the numbers come first there too, and the words go on at once

OF_FIRE = ["另外反映这件事"]


@pytest.fixture
def talking(street, reported):
    """A resident and their building's leader, both with the request's card; its number."""

    async def begin(words="水管漏水"):
        wang, li = street.lives("王阿姨"), street.lives("李", 2001)
        number = await reported(wang, words=words)
        await street.sees(li, number)
        return number, wang, li

    return begin


@pytest.fixture
def resolved(street, talking):
    """The same, and it was said how it was done."""

    async def begin():
        number, wang, li = await talking()
        await street.taps(li, "受理", number)
        await street.taps(li, "办结", number)
        li.says("换了阀门")
        await street.sees(wang, number, "办好了")
        return number, wang, li

    return begin


def warnings(who):
    """The cards with numbers to call that stand in somebody's chat."""
    signs = ("能替您打电话", "cannot call for you")
    return [m for m in who.chat.messages if m.from_bot and any(sign in m.text for sign in signs)]


def comes_before(first, second):
    return first.id < second.id


async def test_a_reply_that_tells_of_a_fire_is_answered_with_the_numbers_and_goes_on_at_once(street, talking):
    number, wang, li = await talking()
    await street.replies(wang, await street.sees(wang, number, "负责人"), "厨房着火了")
    warning = await street.sees(wang, "马上打 119", "不能替您打电话", number)
    assert warning.labels == OF_FIRE
    await street.sees(li, number, "居民 王阿姨", "厨房着火了")
    assert comes_before(warning, await street.sees(wang, number, "已转达"))


async def test_at_night_it_goes_on_at_once_too(street, talking):
    number, wang, li = await talking()
    await street.passes(hours=14)
    await street.replies(wang, await street.sees(wang, number, "负责人"), "厨房着火了")
    await street.sees(wang, "马上打 119", number)
    await street.sees(li, number, "居民 王阿姨", "厨房着火了")
    await street.sees(wang, number, "已转达")
    await street.tg.quiet()
    assert not any("休息时间" in message.text for message in wang.chat.messages)


async def test_at_night_what_is_added_or_was_mended_goes_on_at_once(street, talking):
    number, wang, li = await talking()
    await street.passes(hours=14)
    await street.taps(wang, "补充", number)
    wang.says("电表箱冒烟")
    await street.sees(li, number, "居民补充", "电表箱冒烟")
    said = next(message for message in wang.chat.messages if message.text == "水管漏水")
    wang.edits(said, "水管漏水，有人触电了")
    await street.sees(li, number, "居民改了", "有人触电了")


async def test_at_night_the_reason_why_it_is_not_solved_is_heard_at_once_and_one_level_up_too(
    street, resolved
):
    number, wang, li = await resolved()
    chen = street.lives("陈", 2002)
    await street.passes(hours=14)
    await street.taps(wang, "未解决", number)
    await street.sees(wang, number, "请")
    wang.says("没修好，老人滑倒了")
    await street.sees(li, number, "没修好，老人滑倒了")
    await street.sees(chen, number, "没修好，老人滑倒了")


async def test_at_night_the_words_to_the_stars_are_heard_at_once(street, resolved):
    number, wang, li = await resolved()
    await street.passes(hours=14)
    await street.taps(wang, "已解决", number)
    await street.taps(wang, "★★", number)
    await street.sees(wang, "还想说")
    wang.says("修好了，可是有煤气味")
    await street.sees(li, number, "有煤气味")


async def test_at_night_an_appeal_is_heard_at_once_as_well(street, talking):
    number, wang, li = await talking()
    chen = street.lives("陈", 2002)
    await street.taps(li, "不予受理", number)
    li.says("不归我们管")
    await street.sees(wang, number, "不归我们管")
    await street.passes(hours=14)
    await street.taps(wang, "申诉", number)
    await street.sees(wang, number, "请")
    wang.says("漏水漏到电表箱了，冒烟了")
    await street.sees(chen, number, "冒烟了")


async def test_so_does_one_to_a_relayed_message_and_in_english(street):
    anna, li = street.lives("Anna", language="en"), street.lives("李", 2001)
    anna.start("at_JX3-2")
    await street.sees(anna, "what is wrong")
    anna.says("Tap drips")
    await street.taps(anna, "Change kind")
    await street.taps(anna, "Not sure")
    await street.taps(anna, "Submit")
    asked = await street.sees(li, "Tap drips")
    await street.replies(li, asked, "在家吗？")
    await street.replies(anna, await street.sees(anna, "在家吗？"), "There is a fire in the kitchen")
    warning = await street.sees(anna, "Call 119 now")
    assert warning.labels == ["Report this as well"]
    await street.sees(li, "There is a fire in the kitchen")
    await street.taps(anna, "Report this as well")
    await street.sees(anna, "Your report", "There is a fire in the kitchen", "Fire hazard")


async def test_so_does_the_caption_of_an_album(street, talking):
    number, wang, li = await talking()
    album = wang.album(reply_to=await street.noted(await street.sees(wang, number, "负责人")))
    album.photo(b"1", caption="楼道冒烟了")
    assert (await street.sees(wang, "马上打 119")).labels == OF_FIRE
    album.photo(b"2")
    await street.gets(li, b"2")
    await street.taps(wang, OF_FIRE[0])
    await street.sees(wang, CARD, "楼道冒烟了", "照片")
    assert len(warnings(wang)) == 1


async def test_a_late_caption_of_an_album_counts_too(street, talking):
    number, wang, li = await talking()
    album = wang.album(reply_to=await street.noted(await street.sees(wang, number, "负责人")))
    album.photo(b"1")
    await street.gets(li, b"1")
    album.photo(b"2", caption="有人晕倒了")
    await street.sees(wang, "马上打 120")
    await street.sees(li, "有人晕倒了")


async def test_a_late_caption_makes_a_report_of_what_was_asked_about(street, talking):
    _, wang, _li = await talking()
    album = wang.album()
    album.photo(b"1")
    await street.sees(wang, "是说", "照片或文件 1 个")
    album.photo(b"2", caption="楼道冒烟了")
    assert (await street.sees(wang, "马上打 119")).labels == WARNED
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "楼道冒烟了", "2 张照片")
    await street.sees(wang, "不用再回答了")


async def test_the_reason_why_it_is_not_solved_may_be_an_emergency(street, resolved):
    number, wang, li = await resolved()
    await street.taps(wang, "未解决", number)
    await street.sees(wang, number, "请")
    wang.says("没修好，老人滑倒了")
    warning = await street.sees(wang, "马上打 120", number)
    assert warning.labels == OF_FIRE
    assert comes_before(warning, await street.sees(wang, "已请负责人接着办"))
    await street.sees(li, number, "没修好，老人滑倒了")


async def test_so_may_the_words_to_the_stars(street, resolved):
    number, wang, _li = await resolved()
    await street.taps(wang, "已解决", number)
    await street.taps(wang, "★★", number)
    await street.sees(wang, "还想说")
    wang.says("有煤气味")
    warning = await street.sees(wang, "开窗", number)
    assert comes_before(warning, await street.sees(wang, "收到，谢谢"))
    await street.taps(wang, OF_FIRE[0])
    await street.sees(wang, CARD, "有煤气味", "燃气用电隐患")


async def test_so_may_what_is_added(street, talking):
    number, wang, li = await talking()
    await street.taps(wang, "补充", number)
    wang.sends_photo(b"smoke", caption="电表箱冒烟")
    await street.sees(wang, "马上打 119", number)
    await street.sees(li, number, "居民补充", "电表箱冒烟")


async def test_an_answer_that_is_not_taken_any_more_becomes_a_report(street, talking):
    number, wang, li = await talking()
    await street.taps(wang, "补充", number)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    li.says("换了阀门")
    await street.sees(wang, number, "办好了")
    wang.sends_photo(b"smoke", caption="电表箱冒烟")
    warning = await street.sees(wang, "马上打 119")
    assert warning.labels == WARNED
    assert comes_before(warning, await street.sees(wang, "晚了一步"))
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "电表箱冒烟", "1 张照片")
    assert len(warnings(wang)) == 0


async def test_when_nothing_is_passed_on_any_more_the_numbers_come_first_and_the_words_are_a_report(
    street, resolved
):
    number, wang, li = await resolved()
    receipt = await street.sees(wang, number, "办好了")
    await street.taps(wang, "已解决", number)
    await street.sees(li, number, "居民说")
    await street.passes(days=2)
    said = await street.replies(wang, receipt, "着火了")
    warning = await street.sees(wang, "马上打 119")
    assert warning.labels == WARNED
    await street.tg.quiet()
    assert [m for m in wang.chat.messages if m.from_bot and comes_before(said, m)] == [warning]


async def test_an_edited_message_may_tell_of_one(street, talking):
    number, wang, _li = await talking()
    said = await street.replies(wang, await street.sees(wang, number, "负责人"), "厨房着")
    await street.sees(wang, number, "已转达")
    wang.edits(said, "厨房着火了")
    assert (await street.sees(wang, "马上打 119", number)).labels == OF_FIRE
    wang.edits(said, "厨房着火了！")
    await street.passes(minutes=11)
    wang.edits(said, "厨房着火了！！")
    await street.tg.quiet()
    assert len(warnings(wang)) == 1
    await street.taps(wang, OF_FIRE[0])
    await street.sees(wang, CARD, "厨房着火了！！")


async def test_whom_it_went_to_hears_what_it_was_edited_to_if_that_cannot_wait(street, talking):
    number, wang, li = await talking()
    said = await street.replies(wang, await street.sees(wang, number, "负责人"), "厨房冒")
    await street.sees(li, number, "厨房冒")
    await street.passes(hours=14)
    wang.edits(said, "厨房冒烟了")
    await street.sees(wang, "马上打 119", number)
    await street.sees(li, number, "居民 王阿姨", "厨房冒烟了")


async def test_so_may_the_edited_words_of_the_report_itself_and_those_that_were_asked_about(street):
    wang = street.lives("王阿姨")
    wang.start("at_JX3-2")
    await street.sees(wang, "请说说哪里有什么问题")
    first = wang.says("水管漏水")
    await street.leaves_the_kind_open(wang)
    number = ((await street.taps(wang, "提交")).text or "").removeprefix("已提交 ")
    await street.sees(wang, number, "负责人")
    wang.edits(first, "水管漏水，有人触电了")
    assert (await street.sees(wang, "马上打 120", number)).labels == OF_FIRE
    second = wang.says("师傅什么时候来")
    await street.sees(wang, "是说", number)
    wang.edits(second, "着火了")
    assert (await street.sees(wang, "马上打 119")).labels == WARNED
    await street.sees(wang, "不用再回答了")


async def test_an_edit_of_what_was_written_of_the_place_is_heard_if_it_cannot_wait(street):
    wang = street.lives("王阿姨")
    wang.says("楼道灯不亮")
    await street.sees(wang, CARD, "在哪里")
    place = wang.says("锦绣苑3号楼")
    await street.sees(wang, CARD, "3号楼")
    wang.edits(place, "锦绣苑3号楼着火了")
    await street.sees(wang, "马上打 119")
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "楼道灯不亮", "着火了")


async def test_what_is_said_while_it_was_asked_what_something_is_about(street, talking):
    number, wang, li = await talking()
    wang.says("师傅什么时候来")
    question = await street.sees(wang, "是说", number)
    await street.replies(wang, question, "着火了")
    assert (await street.sees(wang, "马上打 119")).labels == WARNED
    await street.taps(wang, next(label for label in question.labels if number in label))
    await street.sees(li, number, "师傅什么时候来")
    assert not any("着火了" in m.text for m in li.chat.messages)


@pytest.mark.parametrize("command", ["/report", "/help", "/my", "/start", "/fire"])
async def test_words_behind_a_command_are_heard(street, command):
    wang = street.lives("王阿姨")
    wang.says(f"{command} 锦绣苑3号楼着火了")
    assert (await street.sees(wang, "马上打 119")).labels == WARNED
    await street.taps(wang, "继续反映")
    card = await street.sees(wang, CARD, "地点：向阳社区 锦绣苑 3号楼")
    assert command not in card.text


async def test_at_the_door_too(street):
    wang = street.lives("王阿姨")
    wang.start("at_JX3-2")
    await street.sees(wang, "请说说哪里有什么问题")
    wang.says("着火了")
    await street.sees(wang, "马上打 119")
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "地点：", "2单元")


async def test_what_leaders_and_volunteers_write_brings_no_numbers(street, talking):
    number, wang, li = await talking()
    zhao = street.lives("赵志愿")
    group = street.tg.supergroup("红马甲", members=[li, zhao])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    await street.taps(li, "派单", number)
    await street.taps(li, "红马甲")
    await street.taps(zhao, "接单", number, at=group)
    await street.replies(zhao, await street.sees(zhao, number, "您接了"), "有人晕倒了")
    await street.sees(wang, "有人晕倒了")
    await street.replies(li, await street.sees(li, number, "正在办理"), "楼下着火了，别下楼")
    await street.sees(wang, "楼下着火了，别下楼")
    await street.taps(zhao, "完成", number)
    zhao.says("火灾已处理，有人受伤")
    await street.sees(wang, number, "办好了", "火灾已处理")
    await street.tg.quiet()
    assert warnings(wang) == warnings(li) == warnings(zhao) == []


async def test_what_a_volunteer_writes_is_not_lost_where_nothing_is_passed_on_any_more(street, talking):
    number, _, li = await talking()
    zhao = street.lives("赵志愿")
    group = street.tg.supergroup("红马甲", members=[li, zhao])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    await street.taps(li, "派单", number)
    await street.taps(li, "红马甲")
    await street.taps(zhao, "接单", number, at=group)
    mine = await street.sees(zhao, number, "您接了")
    await street.taps(zhao, "退单", number)
    zhao.says("有事走不开")
    await street.sees(li, number, "有事走不开")
    await street.replies(zhao, mine, "有人晕倒了")
    assert (await street.sees(zhao, "马上打 120")).labels == WARNED
    await street.sees(zhao, number, "不归您")


# Not twice, and its key


async def test_the_same_is_not_shown_twice_within_ten_minutes_but_another_danger_is(street, talking):
    number, wang, li = await talking()
    receipt = await street.noted(await street.sees(wang, number, "负责人"))
    for words in ("着火了", "快来着火了"):
        wang.says(words, reply_to=receipt)
        await street.sees(li, number, words)
    wang.says("有人晕倒了", reply_to=receipt)
    await street.sees(wang, "马上打 120")
    wang.says("火还在着火", reply_to=receipt)
    await street.sees(li, "火还在着火")
    await street.tg.quiet()
    assert len(warnings(wang)) == 2
    await street.passes(minutes=11)
    wang.says("又着火了", reply_to=receipt)
    await street.becomes(lambda: len(warnings(wang)) == 3)


async def test_whoever_has_just_reported_it_is_not_shown_it_again(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    wang.says("锦绣苑3号楼着火了")
    await street.taps(wang, "继续反映")
    await street.taps(wang, "提交")
    receipt = await street.noted(await street.sees(wang, "负责人"))
    wang.says("着火了快来", reply_to=receipt)
    await street.sees(li, "着火了快来")
    await street.tg.quiet()
    assert warnings(wang) == []
    await street.passes(minutes=11)
    wang.says("又着火了", reply_to=receipt)
    await street.sees(wang, "马上打 119")


async def test_it_becomes_a_report_of_its_own_with_one_tap_and_not_two_with_two(street, talking):
    number, wang, _li = await talking()
    await street.replies(wang, await street.sees(wang, number, "负责人"), "红山院着火了")
    warning = await street.sees(wang, "马上打 119")
    data = warning.button(OF_FIRE[0])
    await street.taps(wang, OF_FIRE[0])
    card = await street.sees(wang, CARD, "红山院着火了", "消防隐患", "地点：向阳社区 红山院")
    assert "提交" in card.labels
    await street.becomes(lambda: not warning.labels)
    assert "马上打 119" in warning.text
    again = await wang.taps(warning, stale=data).answered()
    assert "已经" in again.text
    wang.says("火很大")
    await street.sees(wang, CARD, "红山院着火了\n火很大")
    await street.taps(wang, "提交")
    await street.tg.quiet()
    drafts = await street.app._database.read(lambda tx: tx.all("SELECT id FROM drafts"))
    requests = await street.app._database.read(lambda tx: tx.all("SELECT id FROM requests"))
    assert (len(drafts), len(requests)) == (0, 2)


async def test_the_key_works_when_the_request_has_ended_and_no_more_when_it_cannot(street, resolved):
    number, wang, li = await resolved()
    await street.replies(wang, await street.sees(wang, number, "办好了"), "楼下有人打架")
    warning = await street.sees(wang, "马上打 110")
    await street.taps(wang, "已解决", number)
    await street.sees(li, number, "居民说")
    await street.passes(days=10)
    stranger = street.lives("路人")
    welcome = await street.sees(stranger, "红马甲")
    answer = await stranger.taps(welcome, stale=warning.button(OF_FIRE[0])).answered()
    assert "过期" in answer.text
    await street.taps(wang, OF_FIRE[0])
    await street.sees(wang, CARD, "楼下有人打架")


async def test_a_copy_of_the_card_that_nobody_knows_of_makes_no_second_report(street, talking):
    number, wang, _li = await talking()
    await street.replies(wang, await street.sees(wang, number, "负责人"), "着火了")
    warning = await street.noted(await street.sees(wang, "马上打 119"))
    data = warning.button(OF_FIRE[0])
    await street.taps(wang, OF_FIRE[0])
    await street.sees(wang, CARD, "着火了")
    copy = await street.sees(wang, number, "已转达")
    answer = await wang.taps(copy, stale=data).answered()
    assert "已经" in answer.text
    drafts = await street.app._database.read(lambda tx: tx.all("SELECT id FROM drafts"))
    assert len(drafts) == 1
