"""How few taps and messages the most frequent journeys take."""


async def test_a_report_from_the_doors_link_takes_a_message_and_a_tap(street, costs):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    wang.start("at_JX3-2")  # the link itself
    await street.sees(wang, "请说说哪里有什么问题")
    with costs("report from the door's link", wang, 2):
        wang.says("下水道堵了")
        await street.taps(wang, "提交")
    await street.sees(li, "新诉求", "下水道堵了")


async def test_a_report_from_the_menu_with_home_known_takes_four(street, costs):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    wang.start("at_JX3-2")
    wang.says("下水道堵了")
    await street.taps(wang, "这是我家")
    await street.taps(wang, "提交")
    await street.sees(wang, "收到了")
    with costs("report from the menu with Home known", wang, 4):
        wang.says("我要反映")
        await street.sees(wang, "请说说哪里有什么问题")
        wang.says("楼道灯不亮")
        ready = await street.sees(wang, "楼道灯不亮")
        if "提交" not in ready.labels:
            await street.taps(wang, "住处")
        await street.taps(wang, "提交", "楼道灯不亮")
    await street.sees(li, "新诉求", "楼道灯不亮")


async def test_a_report_with_ones_location_takes_a_message_two_keys_and_a_tap(street, costs):
    box = '"POLYGON((101.77 36.62, 101.775 36.62, 101.775 36.625, 101.77 36.625, 101.77 36.62))"'
    await street.settle(
        f"code,name,level,parent,boundary\nJX,锦绣苑,compound,,{box}\nHS,红山院,compound,,\n",
        "name,role,grid,telegram_id\n陈网格长,leader,JX,2002\n",
    )
    wang, chen = street.lives("王阿姨"), street.lives("陈", 2002)
    wang.place = (36.622, 101.772)
    await street.sees(wang, "这里是红马甲")
    with costs("report with one's location", wang, 4):
        wang.says("下水道堵了")
        await street.taps(wang, "发送位置")
        await street.sees(wang, "我来查您在哪里")
        wang.presses("发送位置")
        await street.sees(wang, "地点：锦绣苑")
        await street.taps(wang, "提交")
    await street.sees(chen, "新诉求", "下水道堵了")


async def test_offer_claim_and_solved_with_stars(street, reported, costs):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    group = street.tg.supergroup("锦绣苑红马甲", members=[li, zhao])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    number = await reported(wang)
    with costs("offer to the nearest group", li, 2):
        await street.taps(li, "派单", number)
        await street.taps(li, "锦绣苑红马甲", number)
    with costs("claim", zhao, 1):
        await street.taps(zhao, "接单", number, at=group)
    await street.taps(zhao, "完成", number)
    zhao.says("通开了")
    with costs("Solved with stars", wang, 2):
        await street.taps(wang, "已解决", "通开了")
        await street.taps(wang, "★★★★★")
    await street.sees(li, number, "居民说：已解决")


async def test_what_is_wrong_is_put_right_with_one_tap_and_a_reason(street, reported, costs):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    number = await reported(wang, words="红山院门口的灯坏了")
    with costs("put a wrong kind right, its words speak for another", li, 2):
        await street.taps(li, "改类别", number)
        await street.taps(li, "不是这一类", number)
    await street.sees(wang, number, "类别改成了💡 停电照明（不是这一类）")
    with costs("put a wrong kind right in words", li, 2):
        await street.taps(li, "改类别", number)
        await street.sees(li, number, "是哪一类")
        li.says("不是灯坏了，是门禁坏了")
        await street.sees(wang, number, "类别改成了🛗 门禁电梯")
    with costs("put a wrong place right, its words name another", li, 2):
        await street.taps(li, "改地点", number)
        await street.taps(li, "不在这里", number)
    await street.sees(wang, number, "地点改成了", "红山院")
    other = await reported(wang)
    with costs("put a wrong place right in words", li, 2):
        await street.taps(li, "改地点", other)
        await street.sees(li, other, "在哪里")
        li.says("住户说是红山院")
        await street.sees(wang, other, "地点改成了", "红山院（住户说是红山院）")
    third = await reported(wang)
    with costs("put a wrong place right where nothing names the right one, by taps", li, 3):
        await street.taps(li, "改地点", third)
        await street.taps(li, "锦绣苑", third)
        await street.taps(li, "不在这里", third)
    await street.sees(chen, third, "李楼长改了地点")


async def test_leave_takes_two_taps_from_the_desk(street, costs):
    """With somebody who answers meanwhile or with nobody; until any day of the next weeks."""
    li, chen = street.lives("李", 2001), street.lives("陈", 2002)
    ways = {
        "leave, from the desk, with a stand-in": ("请假，陈网格长接", "3", "3月3日"),
        "leave, from the desk, with nobody": ("请假，不指定人", "9", "3月9日"),
        "leave until any day of the next weeks, with a stand-in": ("请假，陈网格长接", "20", "3月20日"),
        "leave until any day of the next weeks, with nobody": ("请假，不指定人", "25", "3月25日"),
    }
    for what, (with_whom, until, day) in ways.items():
        li.says("/desk")
        with costs(what, li, 2):
            await street.taps(li, with_whom, "工作台")
            await street.taps(li, until, "请假到哪天")
            await street.sees(li, f"您请假到{day}")
        if "nobody" not in what:
            await street.sees(chen, f"李楼长请假到{day}")
        await street.taps(li, "我回来了", f"您请假到{day}")
        await street.sees(li, "您现在在岗")


async def test_the_office_takes_one_tap_for_what_nobody_answers_for(street, reported, costs):
    wang, admin, chen = street.lives("王阿姨"), street.lives("管理员", 2004), street.lives("陈", 2002)
    number = await reported(wang, code="HS")
    await street.sees(admin, number, "无人负责")
    with costs("give what nobody answers for to a neighbour", admin, 1):
        await street.taps(admin, "陈网格长 · 锦绣苑 网格长", number)
    await street.sees(chen, number, "王阿姨")
