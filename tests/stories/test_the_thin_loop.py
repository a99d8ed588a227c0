"""From a neighbour's words to "solved", and what happens when somebody sleeps."""


async def test_a_blocked_drain_goes_from_the_door_to_solved(street):
    wang = street.lives("王阿姨")
    li = street.lives("李楼长", 2001)
    chen = street.lives("陈网格长", 2002)
    zhao, qian = street.lives("赵志愿"), street.lives("钱志愿")
    red_vests = street.tg.supergroup("锦绣苑红马甲", members=[chen, zhao, qian])

    # The grid leader binds the volunteers' group once.
    chen.says("/bind JX", chat=red_vests)
    await street.sees(red_vests, "已绑定", "锦绣苑")

    # Wang scans the poster at her door and says what is wrong.
    wang.start("at_JX3-2")
    await street.sees(wang, "请说说哪里有什么问题", "2单元")
    wang.says("我家502室门口下水道堵了，电话13912345678，请快来")
    await street.sees(wang, "类别：🚽 下水道堵塞（我猜的", "锦绣苑 3号楼 2单元")
    answer = await street.taps(wang, "提交")
    assert "已提交 #" in answer.text

    # She learns her number, who answers and by when.
    receipt = await street.sees(wang, "收到了", "李楼长", "前答复")
    number = receipt.text.split("#")[1].split()[0]

    # The building's leader has it at once, takes it on and offers it to the group.
    card = await street.sees(li, number, "下水道堵塞", "502室", "王阿姨")
    assert card.labels[:2] == ["受理", "派单"]
    await street.taps(li, "派单")
    await street.taps(li, "2")
    answer = await street.taps(li, "锦绣苑红马甲")
    assert answer.text == "已派到锦绣苑红马甲"
    await street.sees(wang, number, "已受理，李楼长在办了")

    # The group sees what is wrong and nothing of who she is.
    offered = await street.sees(red_vests, number, "需要 2 人", "还差 2 人")
    for private in ("13912345678", "502", "王阿姨", "2单元"):
        assert private not in offered.text

    # Two volunteers claim it; the card shows it without being posted again.
    answer = await street.taps(zhao, "接单", at=red_vests)
    assert answer.text == "接单成功，详情已私信给您"
    await street.sees(wang, number, "有志愿者接单了")
    await street.sees(red_vests, "已接 1/2：赵志愿")
    await street.taps(qian, "接单", at=red_vests)
    full = await street.sees(red_vests, "已接 2/2", "人齐了")
    assert full.id == offered.id
    assert full.labels == []

    # Each gets the whole case in private.
    await street.sees(zhao, number, "502室", "王阿姨")

    # One has to go; the place is free again and the leader knows why.
    await street.taps(qian, "退单")
    await street.sees(qian, "为什么退单")
    qian.says("家里有事")
    await street.sees(li, number, "钱志愿退单了：家里有事")
    await street.sees(red_vests, "已接 1/2：赵志愿", "还差 1 人")

    # The other does it and says so; the resident is asked.
    await street.taps(zhao, "完成")
    await street.sees(zhao, "办得怎么样")
    zhao.says("通开了")
    result = await street.sees(wang, number, "办好了", "通开了", "解决了吗")
    assert result.labels == ["已解决", "未解决"]
    await street.sees(red_vests, "已完成，谢谢：赵志愿")

    # It is solved when she says so.
    answer = await street.taps(wang, "已解决", "办好了")
    assert answer.text == "谢谢，祝您顺心！"
    await street.sees(li, number, "居民说：已解决")
    closed = await street.sees(li, number, "居民确认已解决")
    assert closed.labels == []


async def test_whoever_sleeps_is_reminded_and_overtaken(street, reported):
    wang = street.lives("王阿姨")
    li, chen, ma = (street.lives(name, id_) for name, id_ in (("李", 2001), ("陈", 2002), ("马", 2003)))
    number = await reported(wang)

    await street.sees(li, number, "新诉求")
    await street.passes(hours=1)
    await street.sees(li, number, "催办")
    await street.passes(hours=1)
    await street.sees(chen, number, "升级督办", "第 1 级")
    await street.sees(li, number, "已升级督办")
    await street.passes(hours=4)
    await street.sees(ma, number, "升级督办", "第 2 级")

    # The secretary takes it over; everybody sees who answers now.
    answer = await street.taps(ma, "受理")
    assert answer.text == "已受理"
    await street.sees(li, number, "已转给马书记负责")
    await street.sees(wang, number, "现在由马书记负责")
    await street.taps(ma, "办结")
    ma.says("已请市政疏通")
    await street.sees(wang, number, "办好了", "已请市政疏通")


async def test_a_result_the_resident_does_not_accept_goes_back_and_one_level_up_hears(street, reported):
    wang = street.lives("王阿姨")
    li, chen = street.lives("李", 2001), street.lives("陈", 2002)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    li.says("修好了")

    await street.taps(wang, "未解决", "办好了")
    await street.sees(wang, number, "哪里没有解决")
    wang.says("还是漏")

    await street.sees(li, number, "居民说没有解决", "还是漏")
    await street.sees(chen, number, "已退回李楼长重办", "还是漏")
    await street.taps(li, "受理", "居民说没有解决")
    await street.taps(li, "办结", "居民说没有解决")
    li.says("换了新管子")
    await street.taps(wang, "已解决", "换了新管子")
    await street.sees(li, number, "居民确认已解决")


async def test_silence_closes_as_unconfirmed_and_can_be_reopened_for_a_while(street, reported):
    wang = street.lives("王阿姨")
    li = street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    li.says("修好了")
    await street.sees(wang, "解决了吗")

    await street.passes(days=1, hours=8)
    await street.sees(wang, number, "催办")
    await street.passes(days=1, hours=16)
    await street.sees(wang, number, "没等到您的回复")
    await street.sees(li, number, "已结束，居民未确认")

    answer = await street.taps(wang, "未解决", "收到了")
    assert answer.text == "请在下面写几个字"
    wang.says("还是坏的")
    await street.sees(li, number, "居民说没有解决", "还是坏的")


async def test_a_request_nobody_can_answer_waits_for_the_administrators_until_a_leader_links(
    street, reported
):
    wang = street.lives("王阿姨")
    admin = street.lives("管理员", 2004)
    number = await reported(wang, "JX3-2")
    await street.sees(wang, "收到了", "社区管理员正在安排")
    await street.sees(admin, number, "无人负责", "3号楼：网格长联系不上")

    chen = street.lives("陈", 2002)
    await street.sees(chen, number, "新诉求")
    await street.sees(wang, number, "现在由陈网格长负责")


async def test_the_place_is_picked_from_the_tree_when_there_is_no_poster(street):
    wang = street.lives("Anna", language="en")
    street.lives("陈", 2002)
    wang.says("Something at the entrance is not right")
    await street.taps(wang, "Not sure")
    await street.taps(wang, "锦绣苑")
    await street.taps(wang, "Here: 锦绣苑")
    await street.taps(wang, "Submit")
    await street.sees(wang, "Received", "锦绣苑", "陈网格长", "Answer due by 3 Mar 11:0")


async def test_who_has_not_opened_the_bot_is_told_how_and_takes_no_place(street, reported):
    wang = street.lives("王阿姨")
    li = street.lives("李", 2001)
    shy = street.tg.person("害羞的志愿者", language_code="zh-hans")
    group = street.tg.supergroup("红马甲", members=[li, shy])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    await reported(wang)
    await street.taps(li, "派单")
    await street.taps(li, "红马甲")

    answer = await street.taps(shy, "接单", at=group)
    assert answer.url == "https://t.me/redvest_bot?start=claim" or "start=claim" in (answer.url or "")
    await street.sees(group, "还没有人接")
    shy.start("claim")
    await street.sees(shy, "可以接单了")
    await street.taps(shy, "接单", at=group)
    await street.sees(group, "已接 1/1：害羞的志愿者")
