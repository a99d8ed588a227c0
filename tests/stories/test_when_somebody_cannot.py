"""Nothing is let go when somebody blocks the bot, is late, reports for themselves, or the group is gone."""

from sandbox import Fault


async def offered(street, reported):
    """A request that its leader has offered to a group of one volunteer."""
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    zhao = street.lives("赵志愿")
    group = street.tg.supergroup("红马甲", members=[li, zhao])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    number = await reported(wang)
    await street.taps(li, "派单", number)
    await street.taps(li, "红马甲")
    await street.sees(group, number)
    return number, li, zhao, group


async def test_a_claimant_whom_the_private_card_does_not_reach_loses_the_place(street, reported):
    number, li, zhao, group = await offered(street, reported)
    street.tg.fail(method="sendMessage", chat=zhao, with_=Fault.http(403))
    await street.taps(zhao, "接单", at=group)
    await street.sees(li, number, "赵志愿收不到私信")
    await street.sees(group, number, "还没有人接")

    # Once the bot is opened again, the place can be taken again.
    zhao.start("claim")
    await street.taps(zhao, "接单", at=group)
    await street.sees(group, number, "已接 1/1：赵志愿")


async def test_what_a_leader_has_accepted_goes_on_when_they_block_the_bot(street, reported):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.sees(wang, number, "李楼长在办了")
    li.blocks()
    await street.sees(chen, number, "新诉求")
    await street.sees(wang, number, "现在由陈网格长负责")


async def test_a_leader_does_not_answer_for_their_own_request(street, reported):
    li, chen = street.lives("李", 2001), street.lives("陈", 2002)
    number = await reported(li)
    await street.sees(chen, number, "新诉求")
    await street.sees(li, number, "负责人：陈网格长")


async def test_the_last_level_is_reminded_every_day_until_somebody_acts(street, reported):
    wang, li, admin = street.lives("王阿姨"), street.lives("李", 2001), street.lives("管理员", 2004)
    number = await reported(wang)
    await street.sees(li, number, "新诉求")
    await street.passes(hours=2)
    await street.sees(admin, number, "升级督办")
    for _ in range(3):
        before = len(admin.chat.messages)
        await street.passes(days=1)
        await street.tg.until(lambda before=before: len(admin.chat.messages) > before)
        assert "催办" in admin.chat.last.text
    await street.taps(admin, "受理", "催办", number)
    await street.sees(li, number, "已转给管理员负责")


async def test_the_card_of_who_answers_no_longer_tells_nothing_of_the_resident(street, reported):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    number = await reported(wang, words="我家502室漏水，电话13912345678")
    await street.sees(li, number, "13912345678")
    await street.passes(hours=2)
    await street.taps(chen, "受理", "升级督办", number)
    moved = await street.sees(li, number, "现在不归您办了")
    assert "502" not in moved.text
    assert not any("13912345678" in message.text for message in li.chat.messages)


async def test_a_task_of_a_group_that_is_bound_no_longer_cannot_be_claimed(street, reported):
    number, li, zhao, group = await offered(street, reported)
    card = await street.sees(group, number)
    claim = card.button("接单")
    li.says("/unbind", chat=group)
    await street.sees(group, "解除绑定")
    answer = await zhao.taps(card, stale=claim).answered()
    assert "过期" in answer.text


async def test_a_task_that_does_not_reach_its_group_ends_and_who_offered_it_is_told(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", members=[li])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    number = await reported(wang)
    street.tg.fail(
        method="sendMessage",
        chat=group,
        with_=Fault.http(400, "Bad Request: not enough rights to send text messages to the chat"),
    )
    await street.taps(li, "派单", number)
    await street.taps(li, "红马甲")
    await street.sees(li, number, "没能发到“红马甲”")

    # Where it can be posted again, it is a new task.
    await street.taps(li, "派单", number)
    await street.taps(li, "红马甲")
    await street.sees(group, number, "需要 1 人")
    tasks = await street.app._database.read(lambda tx: tx.all("SELECT status FROM tasks ORDER BY id"))
    assert [task["status"] for task in tasks] == ["withdrawn", "open"]


async def test_a_task_whose_topic_is_gone_is_posted_beside_it_and_goes_on(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", members=[li])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    number = await reported(wang)
    street.tg.fail(
        method="sendMessage", chat=group, with_=Fault.http(400, "Bad Request: message thread not found")
    )
    await street.taps(li, "派单", number)
    await street.taps(li, "红马甲")
    await street.sees(group, number, "需要 1 人")
    tasks = await street.app._database.read(lambda tx: tx.all("SELECT status FROM tasks"))
    assert [task["status"] for task in tasks] == ["open"]
    assert "没能发到" not in "".join(message.text for message in li.chat.messages)
