"""Whoever answers for a request sees all of it, gives it on, declines it, and chooses what groups read."""

import pytest

from storage import people


@pytest.fixture
async def lane(street, reported):
    """Wang's request lies with Li, the building's leader; Chen and Ma are above him."""
    wang = street.lives("王阿姨")
    li, chen, ma = (street.lives(name, id_) for name, id_ in (("李", 2001), ("陈", 2002), ("马", 2003)))
    number = await reported(wang, words="水管漏水，电话13912345678")
    await street.sees(li, number, "新诉求")
    return number, wang, li, chen, ma


async def write(street, who, question, words):
    await street.sees(who, question)
    who.says(words)


async def bound(street, leader, *members):
    group = street.tg.supergroup("锦绣苑红马甲", members=[leader, *members])
    leader.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    return group


async def out_of_reach(street, who):
    async def lose(tx):
        person = await people.by_telegram(tx, who.id)
        await people.set_reachable(tx, person.id, False)

    await street.app._database.transact(lose)


# The card


async def test_photos_and_voice_come_before_the_card_and_can_be_had_again(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    wang.start("at_JX3-2")
    await street.sees(wang, "请说说哪里有什么问题")
    wang.sends_photo(b"pipe", caption="水管漏水")
    wang.sends_voice(b"drip")
    await street.taps(wang, "提交")
    card = await street.sees(li, "新诉求", "水管漏水")
    files = [m for m in li.chat.messages if m.files]
    assert [m.files for m in files] == [[b"pipe"], [b"drip"]]
    assert all(m.id < card.id and m.text.startswith("#") for m in files)

    answer = await street.taps(li, "照片和附件（2）")
    assert answer.text == "在下面 ↓"
    await street.becomes(lambda: len([m for m in li.chat.messages if m.files]) == 4)
    assert li.chat.messages[-1].id > card.id


async def test_the_buttons_stand_two_to_a_row_the_next_likely_first(street, lane):
    number, _, li, *_ = lane
    card = await street.sees(li, number, "新诉求")
    rows = [[label for label, _ in row] for row in card.buttons]
    assert rows == [["受理", "派单"], ["联系居民", "转交"], ["改地点", "改类别"], ["不予受理", "经过"]]
    await street.taps(li, "受理", number)
    await street.becomes(
        lambda: card.labels == ["派单", "办结", "联系居民", "转交", "改地点", "改类别", "经过"]
    )
    assert "新诉求" not in card.text


async def test_whoever_it_was_escalated_to_may_cancel_it_after_saying_so_twice(street, lane):
    number, _, li, chen, _ = lane
    await street.passes(hours=2)
    await street.taps(chen, "撤回", "升级督办")
    page = await street.sees(chen, "真的要撤回")
    assert page.labels == ["确定撤回", "返回"]
    await street.taps(chen, "返回", number)
    await street.taps(chen, "撤回", number)
    await street.taps(chen, "确定撤回", number)
    await street.sees(chen, number, "进度：已撤回")
    await street.sees(li, number, "进度：已撤回")


async def test_an_administrator_does_not_answer_for_their_own_request(street, reported):
    admin = street.lives("管理员", 2004)
    number = await reported(admin)
    await street.sees(admin, number, "社区管理员正在安排")
    await street.passes(hours=1)
    assert not any("受理" in message.labels for message in admin.chat.messages)
    query = admin.taps(admin.chat.last_from_bot, stale="ac:1")
    assert (await query.answered()).text == "这件事不归您办。"


# Reassign


async def test_a_request_is_passed_on_with_a_reason_and_everybody_hears_of_it(street, lane):
    number, wang, li, chen, _ = lane
    old = await street.sees(li, number, "新诉求")
    await street.taps(li, "转交", number)
    page = await street.sees(li, number, "转交给谁")
    assert page.labels == ["陈网格长 · 锦绣苑 网格长", "马书记 · 向阳社区 书记", "返回"]
    reassign = page.button("返回").replace("bk", "ra")
    answer = await street.taps(li, "陈网格长 · 锦绣苑 网格长", number)
    assert answer.text == "请在下面写几个字"
    await write(street, li, "为什么转交", "管道在院子里")

    card = await street.sees(chen, number, "李楼长转交给您：管道在院子里")
    assert card.labels[:2] == ["受理", "派单"]
    await street.sees(li, number, "已转给陈网格长负责")
    await street.sees(wang, number, "现在由陈网格长负责")
    await street.becomes(lambda: "不归您办" in old.text and old.labels == [])

    # An old card answers with the truth of today.
    query = li.taps(old, stale=reassign)
    assert (await query.answered()).text == "这件事不归您办。"
    await street.taps(chen, "受理", number)
    await street.becomes(lambda: "转交给您" not in card.text)


async def test_whoever_cannot_be_reached_any_more_is_not_passed_anything(street, lane):
    number, wang, li, chen, ma = lane
    await street.taps(li, "转交", number)
    await street.taps(li, "马书记 · 向阳社区 书记", number)
    await street.sees(li, "为什么转交")
    await out_of_reach(street, ma)
    li.says("要街道出面")
    await street.sees(li, "这一位现在接不了")

    # Who is gone already cannot be chosen either.
    await street.taps(li, "转交", number)
    await street.sees(li, number, "转交给谁")
    await out_of_reach(street, chen)
    answer = await street.taps(li, "陈网格长 · 锦绣苑 网格长", number)
    assert answer.text.startswith("这一位现在接不了")
    await street.taps(li, "返回", number)
    await street.taps(li, "转交", number)
    page = await street.sees(li, number, "暂时没有别人能接")
    assert page.labels == ["返回"]
    await street.sees(wang, number, "负责人：李楼长")


async def test_an_administrator_gives_what_is_in_the_queue_to_somebody(street, reported):
    wang, admin, ma = street.lives("王阿姨"), street.lives("管理员", 2004), street.lives("马", 2003)
    await street.sees(ma, "书记")
    await out_of_reach(street, ma)
    number = await reported(wang)
    await street.sees(admin, number, "无人负责")

    async def back(tx):
        await people.set_reachable(tx, (await people.by_telegram(tx, 2003)).id, True)

    await street.app._database.transact(back)
    await street.taps(admin, "转交", number)
    await street.taps(admin, "马书记 · 向阳社区 书记", number)
    await write(street, admin, "为什么转交", "您那边的事")
    await street.sees(ma, number, "管理员转交给您：您那边的事")


# Decline and appeal


async def test_a_declined_request_ends_and_an_appeal_goes_one_level_up(street, lane):
    number, wang, li, chen, _ = lane
    group = await bound(street, li)
    await street.taps(li, "派单", number)
    await street.taps(li, "锦绣苑红马甲", number)
    offered = await street.sees(group, number)
    await street.passes(seconds=5)
    await street.taps(li, "转交", number)
    await street.taps(li, "陈网格长 · 锦绣苑 网格长", number)
    await write(street, li, "为什么转交", "管道在院子里")

    await street.taps(chen, "不予受理", "转交给您")
    await write(street, chen, "为什么不受理", "室内管道请找物业")
    await street.sees(wang, number, "室内管道请找物业")
    over = await street.sees(chen, number, "进度：不予受理", "不予受理的理由：室内管道请找物业")
    assert over.labels == []
    await street.becomes(lambda: "已经结束" in offered.text and offered.labels == [])

    await street.taps(wang, "申诉", "室内管道请找物业")
    await write(street, wang, "您为什么不同意", "物业不来")
    ma_card = await street.sees(lane[4], number, "申诉", "物业不来")
    assert ma_card.text.startswith("⚖️ 申诉")
    assert ma_card.labels[0] == "受理"
    await street.sees(wang, number, "现在由马书记负责")
    await street.sees(chen, number, "居民不同意“不予受理”，已交给马书记再看：物业不来")
    await street.passes(minutes=30)
    assert not any("新诉求" in m.text or "申诉" in m.text for m in li.chat.messages[-1:])


async def test_an_appeal_against_the_top_goes_to_the_administrators(street, reported):
    wang, ma, admin = street.lives("王阿姨"), street.lives("马", 2003), street.lives("管理员", 2004)
    number = await reported(wang)
    await street.taps(ma, "不予受理", number)
    await write(street, ma, "为什么不受理", "不是社区的事")
    await street.taps(wang, "申诉", "不是社区的事")
    await write(street, wang, "您为什么不同意", "就是社区的事")
    card = await street.sees(admin, number, "申诉", "就是社区的事", "请管理员处理")
    await street.sees(ma, number, "已交给社区管理员再看")
    await street.taps(admin, "受理", number)
    await street.sees(wang, number, "现在由管理员负责")
    await street.becomes(lambda: "请管理员处理" not in card.text)


async def test_an_appeal_that_comes_too_late_says_so(street, lane):
    number, wang, li, *_ = lane
    await street.taps(li, "不予受理", number)
    await write(street, li, "为什么不受理", "室内管道请找物业")
    await street.sees(wang, number, "室内管道请找物业")
    await street.passes(days=20)
    answer = await street.taps(wang, "申诉", "室内管道请找物业")
    assert answer.text.startswith("晚了一步")


async def test_the_resident_sees_what_the_reason_shows(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(li, "不予受理", number)
    await street.sees(li, "为什么不受理")
    li.sends_photo(b"the notice", caption="已贴通知，下周统一换")
    assert number in (await street.gets(wang, b"the notice")).text
    await street.sees(wang, number, "没有受理", "已贴通知")


async def test_an_administrator_may_decline_what_nobody_answers_for(street, reported):
    wang, admin = street.lives("王阿姨"), street.lives("管理员", 2004)
    number = await reported(wang)
    await street.taps(admin, "不予受理", number)
    await write(street, admin, "为什么不受理", "这是市政的路")
    await street.sees(wang, number, "这是市政的路")


# What groups read


async def test_the_groups_words_are_shown_and_changed_before_and_after_the_offer(street, lane):
    number, _, li, *_ = lane
    group = await bound(street, li)
    await street.taps(li, "派单", number)
    page = await street.sees(li, number, "群里会看到：水管漏水，电话▇▇")
    assert "改群里的话" in page.labels
    await street.taps(li, "改群里的话", number)
    await street.sees(li, "想让群里看到什么", "现在是", "水管漏水，电话▇▇")
    li.says("3号楼水管漏水，带扳手")
    await street.sees(li, "改好了，群里看到的是新的")
    await street.becomes(lambda: "群里会看到：3号楼水管漏水，带扳手" in page.text)
    await street.taps(li, "锦绣苑红马甲", number)
    offered = await street.sees(group, number, "3号楼水管漏水，带扳手")

    await street.taps(li, "派单", number)
    await street.taps(li, "改群里的话", number)
    await write(street, li, "带扳手", "带管钳，住户电话13912345678")
    await street.sees(li, number, "我盖住了", "群里会看到：带管钳，住户电话▇▇")
    await street.becomes(lambda: "带管钳，住户电话▇▇" in offered.text)
    assert not any("13912345678" in message.text for message in group.messages)


# Results


async def test_photos_alone_are_a_result_once_the_leader_says_that_is_all(street, lane):
    number, wang, li, *_ = lane
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    await street.sees(li, "是怎么解决的")
    li.sends_photo(b"mended")
    answer = await street.taps(li, "就这些")
    assert answer.text == "已办结，等居民确认。"
    await street.sees(wang, number, "解决了吗")
    assert [m.files for m in wang.chat.messages if m.files] == [[b"mended"]]


async def test_without_words_and_photo_there_is_no_result(street, lane):
    number, wang, li, *_ = lane
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    question = await street.sees(li, "是怎么解决的")
    query = li.taps(question, stale=question.button("取消").replace("px", "pa"))
    assert (await query.answered()).text == "请写几个字。"
    await street.sees(wang, number, "正在办理")


async def test_what_was_asked_the_day_before_yesterday_is_answered_by_a_reply_alone(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    asked = await street.sees(li, "是怎么解决的")
    await street.passes(days=2)
    await street.replies(li, asked, "换了一段管子")
    await street.sees(wang, number, "结果：换了一段管子")

    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    asked = await street.sees(li, number, "是怎么解决的")
    await street.passes(days=2)
    li.says("我家门口的灯坏了")
    await street.sees(li, "您要反映的事", "我家门口的灯坏了")
    await street.becomes(lambda: asked.labels == [])
    assert not any("灯坏了" in message.text for message in wang.chat.messages)


async def test_what_volunteers_did_stands_on_the_card_of_whoever_took_over_meanwhile(street, lane):
    number, _, li, chen, _ = lane
    zhao = street.lives("赵志愿")
    group = await bound(street, li, zhao)
    await street.taps(li, "派单", number)
    await street.taps(li, "锦绣苑红马甲", number)
    await street.taps(zhao, "接单", number, at=group)
    await street.taps(li, "转交", number)
    await street.taps(li, "陈网格长 · 锦绣苑 网格长", number)
    await write(street, li, "为什么转交", "我出差")
    await street.sees(chen, number, "李楼长转交给您：我出差")
    await street.taps(zhao, "完成", number)
    await write(street, zhao, "办得怎么样", "换了水管")
    await street.sees(chen, number, "✓ 赵志愿：换了水管", "志愿者说办完了")
