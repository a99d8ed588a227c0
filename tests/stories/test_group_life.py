"""A group's life with the bot: its language, its open tasks, moving house, losing its voice, its end."""

import pytest

from sandbox import Fault
from storage import tasks


@pytest.fixture
def offers(street, reported):
    """Has Li offer a request of Wang's to a bound group; its number."""

    async def offer(wang, li, group, places="1"):
        number = await reported(wang)
        await street.taps(li, "派单", number)
        if places != "1":
            await street.taps(li, places, number)
        await street.taps(li, group.title, number)
        return number

    return offer


@pytest.fixture
def offered(street, offers):
    """The same, and waits until it stands there: its number and the group's card."""

    async def offer(wang, li, group, places="1"):
        number = await offers(wang, li, group, places)
        return number, await street.sees(group, number)

    return offer


async def bound(street, leader, *members, title="红马甲", code="JX3", **how):
    """A group that serves building 3."""
    group = street.tg.supergroup(title, members=list(members), admins=[leader], **how)
    leader.says(f"/bind {code}", chat=group)
    await street.sees(group, "已绑定")
    return group


def said_to(who, *words):
    """How many messages have all these words."""
    return sum(all(word in message.text for word in words) for message in who.chat.messages)


# Its language


async def test_a_group_reads_the_language_its_leader_chose(street, offered):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    group = await bound(street, li, zhao)
    number, card = await offered(wang, li, group)
    assert "需要 1 人" in card.text

    li.says("/language", chat=group)
    question = await street.sees(group, "本群用哪种语言")
    assert question.labels == ["✓ 中文", "English"]
    answer = await street.taps(zhao, "English", at=group)
    assert "只有这一片的网格长" in answer.text
    await street.taps(li, "English", at=group)
    now = await street.sees(group, number, "1 person wanted", "Nobody has taken it yet; 1 place free")
    assert now.id == card.id, "the card is drawn anew, not posted again"
    assert question.labels == ["中文", "✓ English"]

    # What comes later is in it too, also after the group was unbound and bound again.
    li.says("/open", chat=group)
    await street.sees(group, "Help is still needed", number)
    li.says("/unbind", chat=group)
    await street.sees(group, "This group is unbound")
    li.says("/bind JX3", chat=group)
    await street.sees(group, "This group now serves 3号楼")


async def test_only_leaders_are_asked_for_the_language_and_only_where_the_group_serves_a_grid(street):
    li, zhao = street.lives("李", 2001), street.lives("赵志愿")
    group = street.tg.supergroup("红马甲", members=[zhao], admins=[li])
    li.says("/language", chat=group)
    await street.sees(group, "本群还没有绑定网格", "/bind")
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    zhao.says("/language", chat=group)
    await street.sees(group, "只有这一片的网格长")


# What stands there


async def test_many_claims_in_a_moment_become_few_edits_and_no_refusal(street, offered):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    helpers = [street.lives(f"志愿者{n}") for n in range(10)]
    group = await bound(street, li, *helpers)
    number, card = await offered(wang, li, group, places="10")
    street.tg.limits = True
    queries = [helper.taps(card, "接单") for helper in helpers]
    for query in queries:
        assert "接单成功" in (await query.answered()).text
    await street.sees(group, number, "已接 10/10", "人齐了")
    assert card.edits < 5
    assert all(call.ok for call in street.tg.calls), "no limit of Telegram's was overstepped"


async def test_open_lists_what_somebody_is_still_wanted_for(street, offered):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    group = await bound(street, li, zhao)
    zhao.says("/open", chat=group)
    await street.sees(group, "现在没有缺人的事")

    first, _ = await offered(wang, li, group)
    second, _ = await offered(wang, li, group, places="2")
    zhao.says("/open", chat=group)
    listed = await street.sees(group, "这些事还缺人", first, second, "还差 2 人")
    assert listed.labels == [f"接单 {first}", f"接单 {second}"]
    assert "2单元" not in listed.text

    answer = await street.taps(zhao, f"接单 {second}", at=group)
    assert "接单成功" in answer.text
    await street.sees(zhao, second, "您接了")
    await street._until(lambda: "还差 2 人" not in listed.text, group, (second, "one place less"))

    # A line that is no longer so is answered with the truth, and the list is drawn anew.
    qian = street.lives("钱志愿")
    qian.joins(group)
    await street.taps(qian, "接单", first, "需要 1 人", at=group)
    await street.sees(group, first, "人齐了")
    sun = street.lives("孙志愿")
    sun.joins(group)
    stale = sun.taps(listed, f"接单 {first}")
    assert "人已经齐了" in (await stale.answered()).text
    await street._until(lambda: first not in listed.text, group, (first, "gone from the list"))


async def test_a_long_list_is_cut_and_says_how_many_more(street, offered):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    group = await bound(street, li)
    await offered(wang, li, group)
    await street.app._database.transact(eight_more)
    li.says("/open", chat=group)
    listed = await street.sees(group, "这些事还缺人", "还有 1 件")
    assert len(listed.labels) == 8


async def eight_more(tx):
    """Offer the one task there is eight times more."""
    (task,) = await tx.all(
        "SELECT request_id, group_id, words, offered_by AS by_id, created_at AS now FROM tasks"
    )
    for _ in range(8):
        await tasks.add(tx, places=1, **dict(task))


async def test_chatter_and_replies_in_a_group_are_neither_relayed_nor_answered(street, offered):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    group = await bound(street, li, zhao)
    _, card = await offered(wang, li, group)
    street.tg.reads_all = True
    await settled(street)
    before = len(group.messages), len(wang.chat.messages)
    zhao.says("我家也漏水", chat=group)
    zhao.says("是哪一户？", reply_to=card)
    zhao.sends_photo(chat=group)
    zhao.edits(zhao.says("/open@other_bot", chat=group), "/open")
    await street.tg.quiet()
    await settled(street)
    assert (len(group.messages), len(wang.chat.messages)) == (before[0] + 4, before[1])


@pytest.mark.parametrize("command", ["/bind JX3", "/unbind", "/open", "/language"])
async def test_an_anonymous_administrator_is_told_how_to_come_forward(street, command):
    li = street.lives("李", 2001)
    group = await bound(street, li)
    li.says(command, chat=group, anonymous=True)
    await street.sees(group, "匿名管理员", "保持匿名")


@pytest.mark.parametrize("command", ["/bind JX3", "/unbind", "/open"])
async def test_commands_of_groups_say_in_private_where_they_belong(street, command):
    li = street.lives("李", 2001)
    li.says(command)
    await street.sees(li, "这条命令要在群里发")


# Moving house


async def test_a_group_that_becomes_a_supergroup_keeps_its_tasks_and_what_was_to_be_said(
    street, offered, offers
):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    group = street.tg.group("红马甲", members=[zhao], admins=[li])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    zhao.says("/open", chat=group)
    await street.sees(group, "现在没有缺人的事")
    first, _ = await offered(wang, li, group)
    plan = street.tg.fail(method="sendMessage", chat=group, with_=Fault.http(502), times=None)
    second = await offers(wang, li, group)
    await street._until(lambda: plan.hits > 0, group, (second, "tried"))

    new = group.upgrade()
    new.set_bot("administrator", by=li)  # Telegram says that the bot has come into it
    plan.lift()
    await street.sees(new, first, "还差 1 人")
    await street.sees(new, second, "还差 1 人")
    await street.passes(seconds=10)
    await street.taps(zhao, "接单", first, at=new)
    await street.sees(new, first, "已接 1/1：赵志愿")
    assert said_in(new, "现在没有缺人的事") == 0, "an old list is not posted again"
    assert said_in(new, "大家好") == 0, "the bot is no stranger there"


# Coming and going


async def test_a_new_group_is_told_once_how_it_is_bound_if_the_bot_may_write(street):
    li = street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", admins=[li], bot="left")
    group.set_bot("member", by=li)
    await street.sees(group, "大家好，我是红马甲", "/bind 网格编码")
    group.set_bot("administrator", by=li)
    mute = street.tg.supergroup("静音群", admins=[li], bot="left")
    mute.permit(can_send_messages=False, by=li)
    mute.set_bot("member", by=li)
    await street.passes(seconds=30)
    await settled(street)
    assert said_in(group, "大家好") == 1
    assert said_in(mute, "") == 0


async def test_a_group_that_puts_the_bot_out_serves_no_longer_and_may_take_it_back(street, offered):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    zhao, qian = street.lives("赵志愿"), street.lives("钱志愿")
    group = await bound(street, li, zhao, qian)
    alone, card = await offered(wang, li, group)
    taken, _ = await offered(wang, li, group, places="2")
    await street.taps(zhao, "接单", taken, at=group)
    await street.sees(zhao, taken, "您接了")

    group.set_bot("left", by=li)
    await street.sees(li, "我已不在“红马甲”", "/bind JX3", alone, taken)
    await street.sees(li, alone, "不再接单了", "请换个群再派")
    assert said_to(li, taken, "不再接单了") == 0, "somebody is on it"
    await street.taps(zhao, "完成", taken)
    await street.sees(zhao, "办得怎么样")
    zhao.says("修好了")
    await street.sees(wang, taken, "修好了")

    group.set_bot("administrator", by=li)
    await street.sees(group, "红马甲又回来了", "3号楼", "/bind JX3")
    await street._until(lambda: card.labels == [] and "本群不再接单了" in card.text, group, (alone,))
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    number, _ = await offered(wang, li, group)
    await street.taps(qian, "接单", number, at=group)
    await street.sees(group, number, "已接 1/1：钱志愿")


async def test_a_group_the_bot_is_put_out_of_unseen_is_noticed_by_what_cannot_be_said(street, offers):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    group = await bound(street, li)
    forbidden = Fault.http(403, "Forbidden: bot was kicked from the supergroup chat")
    street.tg.fail(chat=group, with_=forbidden, times=None)
    number = await offers(wang, li, group)
    await street.sees(li, "我已不在“红马甲”", "还缺人", number)
    await street.sees(li, number, "不再接单了")
    await settled(street)
    assert said_to(li, "我已不在“红马甲”") == 1


async def test_an_unbound_group_offers_nothing_that_would_be_refused(street, offered):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    zhao, qian = street.lives("赵志愿"), street.lives("钱志愿")
    group = await bound(street, li, zhao, qian)
    alone, card = await offered(wang, li, group)
    taken, other = await offered(wang, li, group, places="2")
    await street.taps(zhao, "接单", taken, at=group)
    qian.says("/unbind", chat=group)
    await street.sees(group, "只有这一片的网格长")
    claim = card.button("接单")

    li.says("/unbind", chat=group)
    await street.sees(group, "已解除绑定")
    await street.sees(li, alone, "不再接单了", "请换个群再派")
    await street.sees(group, alone, "本群不再接单了")
    await street.sees(group, taken, "已接 1/2：赵志愿", "本群不再接单了")
    assert (card.labels, other.labels) == ([], [])
    answer = await qian.taps(card, stale=claim).answered()
    assert "过期" in answer.text
    await street.sees(zhao, taken, "您接了", "王阿姨")


# Losing its voice


async def test_a_group_that_takes_the_bots_voice_is_told_of_once_with_what_to_switch_on(
    street, offered, offers
):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    group = await bound(street, li)
    group.set_bot("restricted", by=li)
    told = await street.sees(li, "我在“红马甲”", "3号楼", "打开“发送消息”")
    assert "打开“发送消息”" in told.text
    number = await offers(wang, li, group)
    await street.sees(li, number, "没能发到“红马甲”")
    group.set_bot("restricted", by=li, can_pin_messages=True)
    await settled(street)
    assert said_to(li, "打开“发送消息”") == 1

    group.set_bot("administrator", by=li)
    await street.sees(li, "又能发消息了")
    again, _ = await offered(wang, li, group)
    assert again != number
    assert said_to(li, "又能发消息了") == 1


async def test_a_group_where_members_may_no_longer_write_is_noticed_by_what_cannot_be_said(street, offers):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    group = street.tg.supergroup("红马甲", admins=[chen], bot="member")
    chen.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    group.permit(can_send_messages=False, by=chen)
    number = await offers(wang, li, group)
    await street.sees(li, number, "没能发到“红马甲”")
    for leader in (li, chen):  # the grid's leader, and the one who bound it
        await street.sees(leader, "我在“红马甲”", "打开“发送消息”")

    # Telegram does not say when they may again: it is looked for.
    await street.passes(minutes=11)
    group.permit(can_send_messages=True, by=chen)
    await street.passes(minutes=11)
    await street.sees(chen, "又能发消息了")
    assert said_to(chen, "打开“发送消息”") == 1


async def test_what_was_never_posted_is_when_the_voice_is_back(street, reported):
    """It was taken from the list meanwhile, so it has not ended."""
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿", 3001)
    await street.settle(people=VOLUNTEER)
    group = await bound(street, li, zhao)
    number = await reported(wang)
    plan = street.tg.fail(method="sendMessage", chat=group, with_=Fault.http(502), times=None)
    await street.taps(li, "派单", number)
    await street.taps(li, "2", number)
    await street.taps(li, "红马甲", number)
    await street._until(lambda: plan.hits > 0, group, (number, "tried"))
    zhao.says("/tasks")
    listed = await street.sees(zhao, "接单大厅", number)
    await zhao.taps(listed, listed.labels[0]).answered()
    await street.taps(zhao, "接单", number)
    await street.sees(zhao, number, "您接了")
    group.set_bot("restricted", by=li)
    await street.sees(li, "打开“发送消息”")
    plan.lift()
    await street.passes(minutes=1)
    await settled(street)

    group.set_bot("administrator", by=li)
    await street.sees(group, number, "已接 1/2：赵志愿")


# Topics


async def test_a_topic_serves_for_itself(street, reported):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    group = street.tg.supergroup("红马甲", members=[zhao], admins=[li])
    topic, other = group.topic("接单"), group.topic("闲聊")
    li.says("/bind JX3", thread=topic)
    assert (await street.sees(group, "已绑定")).thread == topic.id
    zhao.says("/open", thread=other)
    assert (await street.sees(group, "还没有绑定网格")).thread == other.id
    number = await reported(wang)
    await street.taps(li, "派单", number)
    await street.taps(li, "红马甲", number)
    card = await street.sees(group, number, "需要 1 人")
    assert card.thread == topic.id
    zhao.says("/open", thread=topic)
    listed = await street.sees(group, "这些事还缺人", number)
    assert listed.thread == topic.id
    await street.taps(zhao, f"接单 {number}", at=group)
    await street.sees(group, number, "已接 1/1：赵志愿")
    li.says("/unbind", thread=other)
    li.says("/unbind", thread=topic)
    gone = await street.sees(group, "已解除绑定")
    assert gone.thread == topic.id


@pytest.mark.parametrize("how", ["close", "delete"])
async def test_a_topic_that_is_no_more_is_served_beside_and_the_leader_told_once(street, offered, how):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", admins=[li])
    group.set_bot("administrator", by=li, can_manage_topics=False)
    topic = group.topic("接单")
    li.says("/bind JX3", thread=topic)
    await street.sees(group, "已绑定")
    getattr(topic, how)()
    number, card = await offered(wang, li, group)
    assert card.thread != topic.id
    await street.sees(li, "“红马甲”", "话题关闭或删除了", "/bind JX3")
    again, _ = await offered(wang, li, group)
    await settled(street)
    assert said_to(li, "话题关闭或删除了") == 1
    assert said_to(li, "没能发到") == 0
    assert number != again


async def test_a_topic_that_is_opened_again_can_be_bound_again(street, offered):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", admins=[li])
    group.set_bot("administrator", by=li, can_manage_topics=False)
    topic = group.topic("接单")
    li.says("/bind JX3", thread=topic)
    await street.sees(group, "已绑定")
    topic.close()
    await offered(wang, li, group)
    li.says("/unbind", chat=group)
    await street.sees(group, "已解除绑定")
    topic.closed = False
    li.says("/bind JX3", thread=topic)
    await street._until(lambda: said_in(group, "已绑定") == 2, group, ("bound again",))
    _, card = await offered(wang, li, group)
    assert card.thread == topic.id


VOLUNTEER = """\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
赵志愿,volunteer,JX3,,3001
"""


def said_in(chat, *words):
    """How many messages of the bot in the chat have all these words."""
    return sum(message.from_bot and all(word in message.text for word in words) for message in chat.messages)


async def settled(street):
    """Whatever was to be done and said is."""
    waiting = (
        "SELECT 1 FROM outbox WHERE status = 'pending' UNION ALL SELECT 1 FROM jobs WHERE status = 'pending'"
    )
    while await street.app._database.read(
        lambda tx: tx.all(f"{waiting} AND not_before <= :now", now=street.clock.now())
    ):
        await street.passes(seconds=1)
