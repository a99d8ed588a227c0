"""What a resident may still do about a request: look at it, add to it, mend a word, take it back, appeal."""


async def test_whoever_has_asked_for_nothing_is_told_how(street):
    wang = street.lives("王阿姨")
    wang.says("/my")
    await street.sees(wang, "您还没有反映过事情", "直接写给我")


async def test_the_list_shows_what_is_open_first_and_turns_its_pages(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    numbers = [await reported(wang, words=f"第{count}件小事") for count in range(9)]
    await street.taps(li, "受理", numbers[8])
    await street.taps(li, "办结", numbers[8])
    li.says("好了")
    await street.taps(wang, "已解决", numbers[8])

    wang.says("我的诉求")
    listed = await street.sees(wang, "我的诉求", "正在办的 8 件，一共 9 件")
    assert [label.split()[0] for label in listed.labels] == [*reversed(numbers[:8]), "下一页"]
    assert "第7件小事 · 等受理" in listed.labels[0]
    await street.taps(wang, "下一页 →")
    await street.becomes(lambda: "已解决" in listed.labels[0])
    assert listed.labels[0].startswith(numbers[8])

    await street.taps(wang, listed.labels[0])
    await street.sees(wang, numbers[8], "收到了", "结果：好了", "已解决")


async def test_a_list_of_yesterday_opens_the_card_of_today(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    wang.says("/my")
    listed = await street.sees(wang, "我的诉求")
    assert "等受理" in listed.labels[0]
    await street.taps(li, "受理", number)
    await street.sees(wang, number, "已受理，李楼长在办了")
    await street.taps(wang, listed.labels[0])
    opened = await street.sees(wang, number, "收到了", "正在办理")
    assert opened.labels == ["补充", "撤回", "经过"]
    await street.becomes(lambda: "办理中" in listed.labels[0])


async def test_the_link_of_a_number_opens_it_for_those_who_have_to_do_with_it(street, reported):
    wang, li, other = street.lives("王阿姨"), street.lives("李", 2001), street.lives("路人")
    number = await reported(wang)
    before = len(li.chat.messages)
    for person in (wang, li, other):
        person.start(f"req_{number.removeprefix('#')}")
    await street.becomes(lambda: sum("收到了" in m.text for m in wang.chat.messages) == 2)
    await street.becomes(lambda: any(number in m.text for m in li.chat.messages[before:]))
    await street.sees(other, "没有找到这个编号")


# More words and photos


async def test_more_words_reach_the_one_responsible_at_once(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang, words="楼道有积水")
    card = await street.sees(li, number, "新诉求")
    await street.taps(wang, "补充", number)
    await street.sees(wang, number, "要补充什么")
    wang.says("水是从三楼下来的")
    await street.sees(wang, "已经转给负责的人")
    await street.sees(li, number, "居民补充：水是从三楼下来的")
    await street.becomes(lambda: "楼道有积水\n水是从三楼下来的" in card.text)
    await street.sees(wang, "收到了", "楼道有积水\n水是从三楼下来的")


async def test_photos_alone_are_an_addition_once_that_is_all(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.sees(li, number, "新诉求")
    await street.taps(wang, "补充", number)
    await street.sees(wang, "要补充什么")
    wang.sends_photo(b"the drain")
    await street.taps(wang, "就这些", "已收到 1 份")
    note = await street.sees(li, number, "居民补充：请看上面的照片")
    photo = next(m for m in li.chat.messages if m.files)
    assert (photo.files, photo.id < note.id) == ([b"the drain"], True)
    receipt = await street.sees(wang, number, "收到了")
    await street.becomes(lambda: "照片和附件（1）" in receipt.labels)


async def test_whoever_taps_add_once_more_need_not_send_the_photos_again(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(wang, "补充", number)
    await street.sees(wang, number, "要补充什么")
    wang.sends_photo(b"one")
    await street.sees(wang, "已收到 1 ")
    await street.taps(wang, "补充", "收到了")
    await street.taps(wang, "就这些", "已收到 1 ")
    assert (await street.gets(li, b"one")).files == [b"one"]


async def test_photos_for_a_question_that_is_left_are_not_dropped_without_a_word(street, reported):
    wang = street.lives("王阿姨")
    number = await reported(wang)
    await street.taps(wang, "补充", number)
    await street.sees(wang, number, "要补充什么")
    wang.sends_photo(b"one")
    await street.sees(wang, "已收到 1 ")
    wang.says("我的诉求")
    await street.sees(wang, number, "没有转", "重新发")


async def test_nothing_is_added_to_what_is_over(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(wang, "补充", number)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    li.says("好了")
    await street.sees(wang, number, "解决了吗")
    wang.says("还有一件")
    await street.sees(wang, "晚了一步")


# Taking it back


async def test_a_request_is_taken_back_after_asking_and_everybody_hears(street, reported):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    group = street.tg.supergroup("锦绣苑红马甲", members=[li, zhao])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    number = await reported(wang)
    await street.taps(li, "派单", number)
    await street.taps(li, "锦绣苑红马甲", number)
    await street.taps(zhao, "接单", number, at=group)
    await street.sees(zhao, number, "您接了")

    receipt = await street.sees(wang, "收到了", number)
    old = receipt.button("撤回")
    await street.taps(wang, "撤回", number)
    asked = await street.sees(wang, "真的要撤回吗")
    assert (asked.id, asked.labels) == (receipt.id, ["确定撤回", "返回"])
    await street.taps(wang, "返回", "真的要撤回吗")
    await street.becomes(lambda: "撤回" in receipt.labels)
    await street.taps(wang, "撤回", number)
    answer = await street.taps(wang, "确定撤回", number)
    assert answer.text == "已撤回"

    await street.sees(li, number, "居民撤回了")
    await street.sees(zhao, number, "您不用再去了")
    await street.sees(group, number, "不用再接了")
    await street.becomes(lambda: "进度：已撤回" in receipt.text and receipt.labels == ["经过"])
    late = await wang.taps(receipt, stale=old).answered()
    assert "晚了一步" in late.text
    await street.passes(days=4)
    assert not any("催办" in m.text for m in li.chat.messages)


async def test_what_was_asked_about_a_request_is_asked_no_more_once_it_is_taken_back(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(wang, "补充", number)
    await street.sees(wang, "要补充什么")
    await street.taps(wang, "撤回", number)
    await street.taps(wang, "确定撤回", number)
    await street.sees(li, number, "居民撤回了")
    wang.says("楼道灯坏了")
    await street.sees(wang, "楼道灯坏了")
    assert not any("晚了一步" in m.text for m in wang.chat.messages)


async def test_whom_it_was_escalated_to_may_end_it_and_the_resident_hears(street, reported):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    number = await reported(wang)
    await street.passes(hours=2)
    await street.sees(chen, number, "升级督办")
    await street.taps(chen, "撤回", number)
    await street.taps(chen, "确定撤回", number)
    await street.sees(wang, number, "陈网格长撤回了，不再办了")
    await street.sees(li, number, "陈网格长撤回了")


# Words mended afterwards


async def test_an_edited_message_mends_the_report_and_those_who_answer_hear(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    wang.start("at_JX3-2")
    await street.sees(wang, "请说说哪里有什么问题")
    first = wang.says("三楼漏水")
    await street.sees(wang, "三楼漏水")
    wang.edits(first, "四楼漏水")
    await street.sees(wang, "四楼漏水")
    await street.taps(wang, "提交")
    card = await street.sees(li, "新诉求", "四楼漏水")

    wang.edits(first, "五楼漏水")
    await street.sees(li, "居民改了一句话，现在是：五楼漏水")
    await street.becomes(lambda: "五楼漏水" in card.text and "四楼" not in card.text)
    await street.taps(wang, "经过", "收到了")
    await street.sees(wang, "经过", "您改了一句话：五楼漏水")


async def test_what_the_group_reads_stays_as_it_was_masked(street):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    group = street.tg.supergroup("锦绣苑红马甲", members=[li, zhao])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    wang.start("at_JX3-2")
    await street.sees(wang, "请说说哪里有什么问题")
    first = wang.says("水管漏水")
    await street.taps(wang, "提交")
    await street.taps(li, "派单", "新诉求")
    await street.taps(li, "锦绣苑红马甲")
    card = await street.sees(group, "水管漏水")
    wang.edits(first, "水管爆了，电话13912345678")
    await street.sees(li, "居民改了一句话", "13912345678")
    await street.taps(zhao, "接单", at=group)
    await street.sees(zhao, "您接了", "13912345678")
    await street.becomes(lambda: "赵志愿" in card.text)
    assert "水管漏水" in card.text
    assert "水管爆了" not in card.text


async def test_an_edit_of_a_result_stands_in_the_history_alone(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    await street.sees(li, "是怎么解决的")
    said = li.says("修好了")
    await street.sees(wang, number, "结果：修好了")
    li.edits(said, "没修好")
    await street.taps(wang, "经过", "收到了")
    told = await street.sees(wang, "经过", "李楼长改了一句话")
    assert "没修好" not in told.text
    await street.sees(wang, "办好了", "结果：修好了")


async def test_edits_of_what_is_not_kept_are_nothing(street):
    wang = street.lives("王阿姨")
    command = wang.says("/my")
    await street.sees(wang, "您还没有反映过事情")
    count = len(wang.chat.messages)
    wang.edits(command, "/report")
    await street.tg.quiet()
    assert len(wang.chat.messages) == count


# The history


async def test_the_history_tells_in_words_what_happened_and_who_helped(street, reported):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    group = street.tg.supergroup("锦绣苑红马甲", members=[li, zhao])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    number = await reported(wang)
    await street.taps(li, "派单", number)
    await street.taps(li, "锦绣苑红马甲", number)
    await street.taps(zhao, "接单", number, at=group)
    await street.taps(zhao, "完成", number)
    zhao.says("通开了")
    await street.sees(wang, number, "解决了吗")

    receipt = await street.sees(wang, "收到了", number)
    await street.taps(wang, "经过", "收到了")
    told = await street.sees(wang, number, "经过", "3月3日 09:0")
    assert told.id == receipt.id
    for words in (
        "您提交了诉求",
        "红马甲交给李楼长负责",
        "李楼长受理了",
        "李楼长派到“锦绣苑红马甲”，需要 1 人",
        "赵志愿接单",
        "赵志愿完成：通开了",
    ):
        assert words in told.text
    await street.taps(wang, "返回", "经过")
    await street.becomes(lambda: "收到了" in receipt.text)


# Not taken on


async def test_who_is_declined_reads_why_and_appeals_to_the_level_above(street, reported):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    number = await reported(wang)
    await street.taps(li, "不予受理", number)
    await street.sees(li, "为什么不受理")
    li.says("不归社区管")
    card = await street.sees(wang, f"{number} 没有受理", "原因：不归社区管", "前点“申诉”")
    assert card.labels == ["申诉"]
    await street.taps(wang, "申诉", number)
    await street.sees(wang, number, "您为什么不同意")
    wang.sends_photo(b"the wall", caption="墙是公家的")
    await street.sees(wang, "我请上一级再看")
    await street.sees(chen, number, "墙是公家的")
    assert [b"the wall"] in [m.files for m in chen.chat.messages]
    await street.becomes(lambda: card.labels == [] and "等负责人受理" in card.text)


async def test_an_appeal_is_possible_for_some_days_only(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(li, "不予受理", number)
    await street.sees(li, "为什么不受理")
    li.says("不归社区管")
    card = await street.sees(wang, f"{number} 没有受理", "不归社区管")
    await street.passes(days=20)
    assert "晚了一步" in (await street.taps(wang, "申诉", number)).text
    assert "晚了一步" in (await wang.taps(card, stale=card.button("申诉")).answered()).text
