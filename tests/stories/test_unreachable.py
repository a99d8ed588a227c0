"""Whom no message reaches is phoned or visited: the one who needs them is told, once and when they try."""

import pytest

from sandbox import Fault

PEOPLE = """\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
陈网格长,leader,JX,,2002
马书记,secretary,XY,,2003
管理员,admin,XY,,2004
王阿姨,member,JX3,13900000001,3001
"""
PHONE = "+8613900000001"
GONE = "收不到我的消息了"


@pytest.fixture
async def with_phone(street):
    """The resident's phone number is known."""
    await street.settle(people=PEOPLE)
    return street.lives("王", 3001)


async def test_the_one_responsible_hears_once_that_the_resident_is_out_of_reach(street, reported, with_phone):
    wang, li = with_phone, street.lives("李", 2001)
    number = await reported(wang)
    await street.sees(li, number, "新诉求")
    wang.blocks()
    await street.sees(li, number, "王阿姨", GONE, PHONE)
    await street.sees(li, number, "新诉求", "收不到消息，请打电话或上门")
    await street.taps(li, "受理", number)
    await street.passes(minutes=5)
    assert sum(GONE in message.text for message in li.chat.messages) == 1


async def test_who_tries_to_write_to_them_is_told_at_once(street, reported, with_phone):
    wang, li = with_phone, street.lives("李", 2001)
    number = await reported(wang)
    card = await street.sees(li, number, "新诉求")
    wang.blocks()
    await street.sees(li, number, GONE)
    answer = await street.taps(li, "联系居民", number)
    assert answer.alert
    assert "请打电话或上门" in answer.text
    await street.becomes(lambda: sum(GONE in m.text for m in li.chat.messages) == 2)
    await street.replies(li, card, "在吗")
    await street.sees(li, number, "没有转到", GONE, PHONE)


async def test_what_does_not_arrive_is_told_to_its_speaker(street, reported, with_phone):
    """The bot learns of it only by the message that fails."""
    wang, li, zhao = with_phone, street.lives("李", 2001), street.lives("赵志愿")
    group = street.tg.supergroup("红马甲", members=[li, zhao])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    number = await reported(wang)
    await street.taps(li, "派单", number)
    await street.taps(li, "红马甲")
    await street.taps(zhao, "接单", number, at=group)
    card = await street.sees(zhao, number, "您接了")
    await street.sees(wang, number, "有志愿者接单了")
    street.tg.fail(method="sendMessage", chat=wang, with_=Fault.http(403))
    await street.replies(zhao, card, "我到楼下了")
    await street.sees(zhao, number, "没有转到", GONE, PHONE)
    await street.sees(li, number, GONE, PHONE)
    await street.sees(zhao, number, "您接了", "收不到消息，请打电话或上门")


async def test_one_whose_own_message_fails_hears_of_it_once(street, reported, with_phone):
    wang, li = with_phone, street.lives("李", 2001)
    number = await reported(wang)
    card = await street.sees(li, number, "新诉求")
    street.tg.fail(method="sendMessage", chat=wang, with_=Fault.http(403))
    await street.replies(li, card, "在吗")
    await street.sees(li, number, GONE, PHONE)
    await street.passes(seconds=5)
    assert sum(GONE in message.text for message in li.chat.messages) == 1


async def test_without_a_phone_number_there_is_the_door(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.sees(li, number, "新诉求")
    wang.blocks()
    await street.sees(li, number, GONE, "没有留电话", "上门")


async def test_while_nobody_is_responsible_the_administrators_are_told(street, reported, with_phone):
    wang, admin = with_phone, street.lives("管理员", 2004)
    number = await reported(wang)
    await street.sees(admin, number, "无人负责")
    wang.blocks()
    await street.sees(admin, number, GONE, PHONE)


async def test_who_is_back_is_written_to_again(street, reported, with_phone):
    wang, li = with_phone, street.lives("李", 2001)
    number = await reported(wang)
    card = await street.sees(li, number, "新诉求")
    await street.sees(wang, number, "已提交")
    await street.noted(await street.sees(wang, number, "负责人"))
    wang.blocks()
    await street.sees(li, number, "新诉求", "收不到消息")
    wang.unblocks()
    wang.start()
    await street.sees(li, number, "又能收到消息了")
    await street.becomes(lambda: "收不到消息" not in card.text)
    await street.replies(li, card, "在吗")
    await street.sees(wang, number, "楼栋长 李楼长", "在吗")


async def test_of_what_is_over_nobody_is_told(street, reported, with_phone):
    wang, li = with_phone, street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    li.says("修好了")
    await street.taps(wang, "已解决", number)
    await street.sees(li, number, "居民说")
    wang.blocks()
    await street.tg.quiet()
    await street.passes(seconds=5)
    assert not any(GONE in message.text for message in li.chat.messages)


async def test_words_to_a_leader_who_is_out_of_reach_find_the_next(street, reported):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    number = await reported(wang)
    receipt = await street.sees(wang, number, "李楼长")
    await street.sees(li, number, "新诉求")
    street.tg.fail(method="sendMessage", chat=li, with_=Fault.http(403))
    await street.replies(wang, receipt, "还在漏")
    await street.sees(chen, number, "居民 王阿姨", "还在漏")


async def test_when_nobody_can_be_reached_the_resident_is_told_so(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    receipt = await street.sees(wang, number, "李楼长")
    li.blocks()
    await street.sees(wang, number, "重新安排")
    await street.replies(wang, receipt, "有人吗")
    await street.sees(wang, number, "现在没有人收得到", "请给社区打电话")


async def test_in_english(street, reported, with_phone):
    wang, li = with_phone, street.lives("Li", 2001, "en")
    number = await reported(wang)
    await street.sees(li, number, "New request")
    wang.blocks()
    await street.sees(li, number, "My messages no longer reach 王阿姨", PHONE)


async def test_a_refusal_of_what_was_written_before_they_were_back_does_not_count(
    street, reported, with_phone
):
    wang, li = with_phone, street.lives("李", 2001)
    number = await reported(wang)
    card = await street.sees(li, number, "新诉求")
    await street.passes(hours=13.5)  # half past ten in the evening: words of an answer wait for the morning
    await street.taps(li, "受理", number)
    wang.blocks()
    await street.becomes(lambda: "收不到消息" in card.text)
    wang.unblocks()
    await street.becomes(lambda: "收不到消息" not in card.text)
    street.tg.fail(method="sendMessage", chat=wang, with_=Fault.http(403), times=1)
    await street.passes(hours=10)
    await street.tg.quiet()
    assert "收不到消息" not in card.text
    assert not any(GONE in message.text for message in li.chat.messages)
