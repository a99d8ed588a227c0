"""My desk: what waits for somebody, the latest first, each a button that opens it."""

BELOW = ["🗺 我的网格", "请假"]


async def desk(street, who, *words):
    who.says("/desk")
    return await street.sees(who, *(words or ("工作台",)))


async def test_the_desk_lists_what_is_to_be_done_by_deadline_with_counts(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    first = await reported(wang, words="水管漏水")
    await street.passes(minutes=30)
    second = await reported(wang, words="楼道灯坏了")
    third = await reported(wang, words="门打不开")
    await street.taps(li, "受理", second)
    await street.taps(li, "受理", third)
    await street.taps(li, "办结", third)
    await street.sees(li, "是怎么解决的")
    li.says("修好了")
    await street.sees(wang, third, "解决了吗")

    card = await desk(street, li)
    assert card.text.splitlines()[1:] == [
        "🔔 等您受理：1",
        "🛠 正在办理：1",
        "⏳ 等居民确认：1",
        "点一件，就能看、能办。",
    ]
    assert card.labels[2:] == BELOW
    assert card.labels[0].startswith(f"🔔 {first} · 还有89分钟") or "还有90分钟" in card.labels[0]
    assert card.labels[1].startswith(f"🛠 {second} · 还有2天") or "还有3天" in card.labels[1]
    assert card.labels[0].endswith("3号楼 2单元")

    await street.taps(li, card.labels[0], "工作台")
    await street.sees(li, first, "水管漏水", "新诉求")


async def test_what_is_overdue_is_marked_and_stands_on_top(street, reported):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    late = await reported(wang, words="水管漏水")
    await street.passes(hours=2)
    await street.sees(chen, late, "升级督办")
    await reported(wang, words="楼道灯坏了")
    card = await desk(street, li, "其中超时：1")
    assert f"{late} · ⚠️超时" in card.labels[0]
    assert "还有" in card.labels[1]

    # One level up has it in the second part.
    above = await desk(street, chen, "升级给您：1")
    assert above.labels[0].startswith(f"⬆️ {late} · ⚠️超时")


async def test_administrators_have_the_queue_on_their_desk(street, reported):
    wang, admin = street.lives("王阿姨"), street.lives("管理员", 2004)
    number = await reported(wang)
    own = await reported(admin)
    card = await desk(street, admin, "没有人负责：1")
    assert [label.split(" · ")[0] for label in card.labels] == [f"📥 {number}", *BELOW]
    assert not any(own in label for label in card.labels)
    await street.taps(admin, card.labels[0], "工作台")
    await street.taps(admin, "受理", number, "无人负责")
    await street.sees(wang, number, "现在由管理员负责")


async def test_a_long_desk_is_turned_page_by_page(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    numbers = [await reported(wang) for _ in range(10)]
    card = await desk(street, li, "等您受理：10")
    assert [number in label for number, label in zip(numbers[:8], card.labels[:8], strict=True)] == [True] * 8
    assert card.labels[8:] == ["下一页 →", *BELOW]
    await street.taps(li, "下一页 →", "工作台")
    await street.becomes(lambda: "← 上一页" in card.labels)
    assert [number in label for number, label in zip(numbers[8:], card.labels[:2], strict=True)] == [True] * 2


async def test_who_has_nothing_to_answer_for_is_told_so_kindly(street):
    wang, ma = street.lives("王阿姨"), street.lives("Ma", 2003, language="en")
    await desk(street, wang, "工作台是网格长")
    await desk(street, ma, "Nothing waits for you right now")
    ma.says("My desk")
    await street.sees(ma, "Nothing waits")


async def test_time_left_is_said_in_the_readers_language(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("Li", 2001, language="en")
    await reported(wang)
    card = await desk(street, li, "Waiting for you to accept: 1")
    assert "minutes left" in card.labels[0] or "hours left" in card.labels[0]
