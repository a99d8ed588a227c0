"""What volunteers see, say and hear: the whole case, arriving, doing it, the list of what they could take."""

import pytest

from storage import tasks

PEOPLE = """\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
陈网格长,leader,JX,,2002
王阿姨,member,HS,13900000001,2009
赵志愿,volunteer,JX,13900000002,3001
钱志愿,volunteer,JX3-2,,3002
孙志愿,volunteer,HS,,3003
"""


@pytest.fixture
async def block(street):
    """Building 3 with its leader and its group, and who lives and helps there."""
    await street.settle(people=PEOPLE)
    return await Block.of(street)


class Block:
    """Wang lives there, Li leads it; Zhao and Qian help around it, Sun in the next compound."""

    @classmethod
    async def of(cls, street):
        self = cls()
        self.wang, self.li = street.lives("王阿姨", 2009), street.lives("李", 2001)
        self.zhao, self.qian, self.sun = (
            street.lives(name, id_) for name, id_ in (("赵", 3001), ("钱", 3002), ("孙", 3003))
        )
        self.group = street.tg.supergroup("红马甲", members=[self.zhao, self.qian], admins=[self.li])
        self.li.says("/bind JX3", chat=self.group)
        await street.sees(self.group, "已绑定")
        return self


@pytest.fixture
def offered(street, reported, block):
    """Has Li offer a request of Wang's to the group; its number."""

    async def offer(number=None, places="1"):
        number = number or await reported(block.wang)
        await street.taps(block.li, "派单", number)
        if places != "1":
            await street.taps(block.li, places, number)
        await street.taps(block.li, "红马甲", number)
        await street.sees(block.group, number)
        return number

    return offer


async def settled(street):
    """Whatever was to be said is said."""
    await street.tg.quiet()
    waiting = "SELECT 1 FROM outbox WHERE status = 'pending'"
    while await street.app._database.read(lambda tx: tx.all(waiting)):
        await street.passes(seconds=1)


def place_of(message):
    return next(line for line in message.text.splitlines() if line.startswith("📍"))


# The whole case


async def test_the_claimant_gets_the_whole_case_and_the_group_none_of_it(street, block, offered):
    block.wang.start("at_JX3")
    await street.sees(block.wang, "请说说哪里有什么问题")
    block.wang.sends_photo(b"the pipe", caption="水管漏水，找王阿姨，电话13900000001")
    await street.leaves_the_kind_open(block.wang)
    await street.taps(block.wang, "改地点")
    block.wang.says("3号楼2单元502室")
    answer = await street.taps(block.wang, "提交", "502室")
    number = await offered(answer.text.removeprefix("已提交 "), places="2")
    await street.taps(block.qian, "接单", number, at=block.group)
    await street.taps(block.zhao, "接单", number, at=block.group)

    card = await street.sees(block.zhao, number, "您接了", "王阿姨", "+8613900000001", "一起去的：钱志愿")
    assert "3号楼" in place_of(card)
    assert "502室" in place_of(card)
    assert card.labels == ["到达", "联系居民", "完成", "退单", "照片和附件（1）"]
    photo = await street.gets(block.zhao, b"the pipe")
    assert photo.id < card.id
    assert number in photo.text
    for message in block.group.messages:
        for private in ("502", "13900000001", "王阿姨"):
            assert private not in message.text
        assert message.files == []


async def test_arriving_is_seen_by_all_and_may_be_left_out(street, block, offered):
    number = await offered(places="2")
    await street.taps(block.zhao, "接单", number, at=block.group)
    await street.taps(block.qian, "接单", number, at=block.group)
    card = await street.sees(block.zhao, number, "您接了")
    arrive = card.button("到达")
    assert (await street.taps(block.zhao, "到达", number)).text == "好的，路上辛苦了！"
    await street.sees(block.group, number, "赵志愿（已到达）、钱志愿")
    assert (await block.zhao.taps(card, stale=arrive).answered()).text.startswith("您已经说过到了")
    await street.sees(block.zhao, number, "您已到达")
    await street.sees(block.qian, number, "一起去的：赵志愿（已到达）")
    assert card.labels == ["联系居民", "完成", "退单"]

    for helper in (block.zhao, block.qian):  # Qian has not said that she is there
        await street.taps(helper, "完成", number)
        await street.sees(helper, "办得怎么样")
        helper.says("修好了")
    await street.sees(block.wang, number, "解决了吗")
    await street.sees(block.group, number, "已完成，谢谢：赵志愿、钱志愿")
    assert "晚了" in (await block.zhao.taps(card, stale=arrive).answered()).text


async def test_a_photo_alone_says_done_and_reaches_the_resident(street, block, offered):
    number = await offered()
    await street.taps(block.zhao, "接单", number, at=block.group)
    await street.taps(block.zhao, "完成", number)
    await street.sees(block.zhao, "办得怎么样")
    block.zhao.sends_photo(b"a new pipe")
    await street.taps(block.zhao, "就这些")
    await street.sees(block.wang, number, "解决了吗")
    await street.gets(block.wang, b"a new pipe")
    await street.sees(block.zhao, number, "您已完成")


async def test_what_is_held_when_the_request_is_over_is_free_and_its_card_tells_nothing_more(
    street, block, offered
):
    number = await offered()
    await street.taps(block.zhao, "接单", number, at=block.group)
    card = await street.sees(block.zhao, number, "王阿姨")
    await street.taps(block.li, "办结", number)
    await street.sees(block.li, "是怎么解决的")
    block.li.says("我自己修好了")
    await street.sees(block.zhao, number, "不用再去了")
    await street._until(lambda: "王阿姨" not in card.text, block.zhao.chat, (number, "over"))
    assert card.labels == []


async def test_how_many_one_may_hold_is_said_with_the_number(quiet_street, tmp_path):
    street = quiet_street
    policy = tmp_path / "policy.toml"
    policy.write_text("[limits]\nopen_claims = 1\n", "utf-8")
    await street.open(REDVEST_POLICY=str(policy))
    try:
        await street.settle(people=PEOPLE)
        block = await Block.of(street)
        block.wang.start("at_JX3-2")
        await street.sees(block.wang, "请说说哪里有什么问题")
        block.wang.says("水管漏水")
        await street.leaves_the_kind_open(block.wang)
        await street.taps(block.wang, "提交")
        for _ in range(2):
            await street.taps(block.li, "派单")
            await street.taps(block.li, "红马甲")
        await street.taps(block.zhao, "接单", "还没有人接", at=block.group)
        await street.sees(block.group, "已接 1/1：赵志愿")
        answer = await street.taps(block.zhao, "接单", "还没有人接", at=block.group)
        assert answer.alert
        assert "最多同时接 1 单" in answer.text
    finally:
        await street.close()


# The list


async def test_the_list_shows_what_is_taken_and_what_could_be_and_takes_it_in_two_taps(
    street, block, offered
):
    first, second = await offered(), await offered(places="2")
    await street.taps(block.zhao, "接单", first, at=block.group)
    block.zhao.says("接单大厅")
    listed = await street.sees(block.zhao, "接单大厅", "您接了的", "您能接的")
    assert listed.text.index(first) < listed.text.index(second)
    assert [label.split()[0] for label in listed.labels] == [first, second]

    before = len(block.zhao.chat.messages)
    await block.zhao.taps(listed, listed.labels[0]).answered()
    await street._until(lambda: len(block.zhao.chat.messages) > before, block.zhao.chat, (first,))
    assert block.zhao.chat.last.labels == ["到达", "联系居民", "完成", "退单"]

    await block.zhao.taps(listed, listed.labels[1]).answered()
    seen = await street.sees(block.zhao, second, "需要 2 人", "还没有人接")
    assert "王阿姨" not in seen.text
    assert seen.labels == ["接单"]
    answer = await street.taps(block.zhao, "接单", second)
    assert "接单成功" in answer.text
    await street.sees(block.zhao, second, "您接了", "王阿姨")
    await street.sees(block.group, second, "已接 1/2：赵志愿")
    await street._until(lambda: seen.labels == [], block.zhao.chat, (second, "no Claim any more"))


async def test_a_line_that_is_no_longer_so_is_answered_with_the_truth(street, block, offered):
    number = await offered()
    block.zhao.says("/tasks")
    listed = await street.sees(block.zhao, "您能接的", number)
    await street.taps(block.qian, "接单", number, at=block.group)
    await street.sees(block.group, "已接 1/1")
    answer = await block.zhao.taps(listed, listed.labels[0]).answered()
    assert answer.text == "人已经齐了，谢谢您！"
    await street._until(lambda: number not in listed.text, block.zhao.chat, (number, "gone"))
    assert "现在没有缺人的事" in listed.text


async def test_who_may_take_nothing_is_told_how_to_come_to_it_and_takes_nothing_by_a_forged_button(
    street, block, offered
):
    number = await offered()
    anna = street.lives("安娜")
    for stranger in (block.sun, anna):
        stranger.says("/tasks")
        listed = await street.sees(stranger, "请找网格长拉您进红马甲群")
        assert number not in listed.text
    for data in ("cl:1", "ta:1"):
        answer = await anna.taps(listed, stale=data).answered()
        assert "过期" in answer.text
    await settled(street)
    await street.sees(block.group, number, "还没有人接")
    assert not any(number in message.text for message in anna.chat.messages)


async def test_who_has_helped_in_a_group_sees_its_tasks_without_any_post(street, block, offered):
    first = await offered()
    anna = street.lives("安娜")
    anna.joins(block.group)
    await street.taps(anna, "接单", first, at=block.group)
    await street.sees(anna, first, "您接了")
    second = await offered()
    anna.says("/tasks")
    listed = await street.sees(anna, "您接了的", first, "您能接的", second)
    await anna.taps(listed, listed.labels[1]).answered()
    await street.taps(anna, "接单", second)
    await street.sees(block.group, second, "已接 1/1：安娜")


async def test_one_sees_neither_what_one_asked_for_nor_what_is_confidential(street, block, offered):
    await street.settle(people=PEOPLE.replace("王阿姨,member,HS", "王阿姨,member,JX"))
    secret, open_to_all = await offered(), await offered()
    await street.app._database.transact(
        lambda tx: tx.run(
            "UPDATE requests SET confidential = :yes WHERE number = :number",
            yes=True,
            number=secret.removeprefix("#"),
        )
    )
    block.zhao.says("/tasks")
    listed = await street.sees(block.zhao, "您能接的", open_to_all)
    assert secret not in listed.text
    answer = await block.zhao.taps(listed, stale="ta:1").answered()
    assert "过期" in answer.text
    block.wang.says("/tasks")
    await street.sees(block.wang, "现在没有缺人的事")


async def test_a_long_list_is_turned_page_by_page(street, block, offered):
    await offered()
    await street.app._database.transact(eight_more)
    block.zhao.says("/tasks")
    listed = await street.sees(block.zhao, "您能接的")
    assert len(listed.labels) == 9
    await street.taps(block.zhao, "下一页 →")
    await street._until(lambda: listed.labels[-1] == "← 上一页", block.zhao.chat, ("the second page",))
    assert len(listed.labels) == 2


async def eight_more(tx):
    """Offer the one task there is eight times more."""
    (task,) = await tx.all(
        "SELECT request_id, group_id, words, offered_by AS by_id, created_at AS now FROM tasks"
    )
    for _ in range(8):
        await tasks.add(tx, places=1, **dict(task))


# Whom no message reaches


async def test_whoever_blocks_the_bot_loses_every_place_and_those_responsible_are_told_to_phone(
    street, block, offered
):
    first, second = await offered(), await offered()
    for number in (first, second):
        await street.taps(block.zhao, "接单", number, at=block.group)
        await street.sees(block.group, number, "已接 1/1")
    await settled(street)
    block.zhao.blocks()
    for number in (first, second):
        await street.sees(block.li, number, "赵志愿 +8613900000002收不到私信", "请打电话")
        await street.sees(block.group, number, "还没有人接")
    block.zhao.start()
    await street.taps(block.zhao, "接单", first, at=block.group)
    await street.sees(block.group, first, "已接 1/1：赵志愿")


async def test_a_message_that_fails_later_frees_the_place_as_well(street, block, offered):
    number = await offered(places="2")
    await street.taps(block.zhao, "接单", number, at=block.group)
    await street.sees(block.zhao, number, "您接了")
    await settled(street)
    block.zhao.deactivates()
    await street.taps(block.qian, "接单", number, at=block.group)  # whose name would be on Zhao's card
    await street.sees(block.li, number, "赵志愿", "收不到私信")
    await street.sees(block.group, number, "已接 1/2：钱志愿")
