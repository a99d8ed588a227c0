"""A wrong place or kind is put right with one tap and a message, or one tap and a reason."""

import pytest

GRIDS = """\
code,name,level,parent
XY,向阳社区,community,
JX,锦绣苑,compound,XY
JX3,3号楼,building,JX
JX5,5号楼,building,JX
JX6,6号楼,building,JX
HS,红山院,compound,XY
HS3,3号楼,building,HS
"""
MAPPED = """\
code,name,level,parent,boundary
XY,向阳社区,community,,
JX,锦绣苑,compound,XY,
JX3,3号楼,building,JX,"POLYGON((101.701 36.601,101.702 36.601,101.702 36.602,101.701 36.602,101.701 36.601))"
JX5,5号楼,building,JX,"POLYGON((101.705 36.601,101.706 36.601,101.706 36.602,101.705 36.602,101.705 36.601))"
"""
AT_3, AT_5, NOWHERE = (36.6015, 101.7015), (36.6015, 101.7055), (36.7, 101.7)
PEOPLE = """\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
吴楼长,leader,JX5,,2005
陈网格长,leader,JX,,2002
管理员,admin,XY,,2004
"""


@pytest.fixture
async def town(street):
    """The street with other buildings next door."""
    await street.settle(GRIDS, PEOPLE)
    return street


async def reported_to_li(town, reported, words="灯坏了", code="JX3"):
    """The resident, the leader who has it, and the number."""
    wang, li = town.lives("王阿姨"), town.lives("李", 2001)
    return wang, li, await reported(wang, code=code, words=words)


async def test_a_place_is_put_right_by_what_is_written_and_the_thanks_say_to_what(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    wu = town.lives("吴", 2005)
    await town.taps(li, "改地点", number)
    card = await town.sees(li, number, "在哪里、为什么改", "例如")
    li.says("不是3号楼，住户说是5号楼")
    await town.sees(li, number, "改好了", "地点改成向阳社区 锦绣苑 5号楼")
    await town.sees(wu, number, "李楼长改了地点", "不是3号楼，住户说是5号楼")
    await town.sees(wang, number, "地点改成了", "不是3号楼，住户说是5号楼", "现在由吴楼长负责")
    assert sum("地点改成了" in message.text for message in wang.chat.messages) == 1
    await town.becomes(lambda: "在哪里" not in card.text)


async def test_a_kind_is_put_right_by_what_is_written(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    await town.taps(li, "改类别", number)
    await town.sees(li, number, "或者直接写")
    li.says("不是漏水，是下水道堵了")
    await town.sees(li, number, "改好了", "类别改成🚽 下水道堵塞")
    await town.sees(wang, number, "类别改成了", "不是漏水，是下水道堵了")
    li.says("谢谢")  # is no answer any more
    await town.sees(li, "您要反映的事", "谢谢")


async def test_where_the_words_name_several_one_tap_is_left_and_they_are_the_reason(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    await town.taps(li, "改地点", number)
    first = await town.sees(li, number, "在哪里")
    li.says("5号楼或者6号楼")
    card = await town.sees(li, number, "📝 5号楼或者6号楼", "是哪一处")
    assert card.id > first.id
    assert "新诉求" in first.text
    assert "新诉求" not in card.text  # it is the same one, below the words
    assert card.labels[:2] == ["向阳社区 锦绣苑 5号楼", "向阳社区 锦绣苑 6号楼"]
    await town.becomes(lambda: "改地点" in first.labels)  # the question stands on one card
    await town.taps(li, card.labels[0], number)
    await town.sees(wang, number, "地点改成了", "5号楼（5号楼或者6号楼）")
    await town.becomes(lambda: "是哪一处" not in card.text)


async def test_what_did_not_say_it_plainly_may_be_said_more_plainly(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    await town.taps(li, "改地点", number)
    await town.sees(li, number, "在哪里")
    li.says("住户说门牌看错了")
    card = await town.sees(li, number, "📝 住户说门牌看错了")
    await town.taps(li, "别处", number)
    await town.becomes(lambda: "就是这里：向阳社区" in card.labels)
    assert "住户说门牌看错了" in card.text
    li.says("是红山院")
    await town.sees(wang, number, "地点改成了", "红山院（住户说门牌看错了\n是红山院）")


async def test_a_kind_behind_its_category_still_has_the_words_for_its_reason(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    await town.taps(li, "改类别", number)
    await town.sees(li, number, "居民的话像是说", "停电照明")
    await town.taps(li, "别的类别", number)
    await town.sees(li, number, "是哪一类")
    li.says("我去看过了")
    card = await town.sees(li, number, "📝 我去看过了")
    await town.taps(li, next(label for label in card.labels if "环境卫生" in label), number)
    await town.becomes(lambda: any("绿化" in label for label in card.labels))
    await town.taps(li, next(label for label in card.labels if "绿化" in label), number)
    await town.sees(wang, number, "类别改成了", "绿化（我去看过了）")


async def test_words_to_a_proposal_are_the_reason_unless_they_name_something_else(town, reported):
    wang, li, number = await reported_to_li(town, reported, words="红山院的灯坏了")
    await town.taps(li, "改地点", number)
    card = await town.sees(li, number, "居民的话像是说向阳社区 红山院")
    assert card.labels == ["不在这里", "居民自己说的", "到现场看过", "别的地方", "返回"]
    li.says("打电话问过了")
    await town.sees(wang, number, "地点改成了", "红山院（打电话问过了）")
    other = await reported(wang, code="JX3", words="红山院的水管坏了")
    await town.taps(li, "改地点", other)
    await town.sees(li, other, "居民的话像是说向阳社区 红山院")
    li.says("他人在红山院，坏的是5号楼的")
    await town.sees(li, other, "📝 他人在红山院")
    await town.taps(li, "向阳社区 锦绣苑 5号楼", other)
    await town.sees(wang, other, "地点改成了", "锦绣苑 5号楼")


async def test_words_for_a_page_that_was_left_go_where_they_belong(town, reported):
    _, li, number = await reported_to_li(town, reported)
    await town.taps(li, "改地点", number)
    page = await town.sees(li, number, "在哪里")
    await town.taps(li, "返回", number)
    await town.becomes(lambda: "改地点" in page.labels)
    li.says("5号楼的灯坏了")
    await town.sees(li, "您要反映的事", "5号楼的灯坏了")


async def test_another_question_closes_the_page_and_the_page_ends_another_question(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    other = await reported(wang, code="JX3", words="门坏了")
    await town.taps(li, "改地点", number)
    page = await town.sees(li, number, "在哪里")
    await town.taps(li, "不予受理", other)
    await town.sees(li, other, "为什么")
    await town.becomes(lambda: "改地点" in page.labels)
    await town.taps(li, "改地点", number)
    await town.becomes(lambda: "在哪里" in page.text)
    li.says("是5号楼")
    await town.sees(wang, number, "地点改成了", "5号楼")
    assert not any(other in m.text and "不予受理" in m.text for m in wang.chat.messages)


async def test_a_reply_to_the_card_that_asks_is_the_answer_and_goes_to_nobody(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    await town.taps(li, "改地点", number)
    page = await town.sees(li, number, "在哪里")
    await town.replies(li, page, "是5号楼")
    await town.sees(wang, number, "地点改成了", "5号楼")
    assert not any(message.text.endswith("是5号楼") for message in wang.chat.messages)


async def test_a_photo_alone_waits_for_words_or_for_the_tap(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    await town.taps(li, "改地点", number)
    await town.sees(li, number, "在哪里")
    li.sends_photo(b"door")
    asked = await town.sees(li, number, "请再写几个字")
    await town.taps(li, "5号楼", number)
    await town.taps(li, "到现场看过", number)
    await town.sees(wang, number, "地点改成了", "到现场看过")
    await town.becomes(lambda: "请再写几个字" not in asked.text)
    kept = await town.app._database.read(
        lambda tx: tx.all("SELECT request_id, purpose FROM pieces WHERE kind = 'photo'")
    )
    assert [(row["request_id"] is not None, row["purpose"]) for row in kept] == [(True, "talk")]


async def test_words_that_tell_of_a_danger_change_nothing_by_themselves(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    await town.taps(li, "改地点", number)
    await town.sees(li, number, "在哪里")
    li.says("5号楼着火了")
    card = await town.sees(li, number, "有危险先打电话", "119", "如果是另外一件事")
    assert not any("地点改成了" in message.text for message in wang.chat.messages)
    await town.noted(card)
    await town.taps(li, "返回", number)
    await town.becomes(lambda: "改地点" in card.labels)
    li.says("5号楼着火了")
    await town.sees(li, "着火了吗", "119")


async def test_nor_do_they_when_it_is_known_to_what_and_one_tap_does(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    await town.taps(li, "改地点", number)
    await town.taps(li, "5号楼", number)
    await town.sees(li, number, "为什么改")
    li.says("楼道里冒烟了")
    card = await town.sees(li, number, "有危险先打电话", "📝 楼道里冒烟了")
    await town.taps(li, card.labels[0], number)
    await town.sees(wang, number, "地点改成了", "5号楼（楼道里冒烟了）")


async def test_words_of_a_danger_that_come_too_late_for_it_are_a_report(town, reported):
    _, li, number = await reported_to_li(town, reported)
    wu, chen = town.lives("吴", 2005), town.lives("陈", 2002)
    await town.passes(hours=2)
    await town.taps(li, "改地点", number)
    await town.taps(chen, "改地点", number, "升级督办")
    await town.sees(chen, number, "在哪里")
    chen.says("我看是5号楼")
    await town.sees(wu, number, "陈网格长改了地点")
    li.says("6号楼着火了")
    await town.sees(li, "着火了吗", "119")
    await town.sees(li, "不归您")


async def test_words_that_come_late_change_nothing_by_themselves(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    await town.taps(li, "改地点", number)
    await town.sees(li, number, "在哪里")
    await town.passes(minutes=11)
    li.says("5号楼的灯坏了")
    card = await town.sees(li, number, "📝 5号楼的灯坏了", "是哪一处")
    assert not any("地点改成了" in message.text for message in wang.chat.messages)
    await town.taps(li, card.labels[0], number)
    await town.sees(wang, number, "地点改成了", "5号楼（5号楼的灯坏了）")


async def test_what_was_found_at_first_is_proposed_when_the_office_took_the_other(town):
    wang, admin, li = town.lives("王阿姨"), town.lives("管理员", 2004), town.lives("李", 2001)
    wang.says("路上有个坑")
    await town.sees(wang, "路上有个坑", "在哪里")
    wang.says("3号楼")
    await town.taps(wang, "都不是", "是下面哪一个")
    await town.taps(wang, "不清楚", "道路")
    await town.sees(wang, "还不清楚")
    answer = await town.taps(wang, "提交", "路上有个坑")
    number = (answer.text or "").removeprefix("已提交 ")
    await town.taps(admin, "向阳社区 锦绣苑 3号楼", number)
    await town.sees(li, number, "管理员改了地点")
    await town.taps(li, "改地点", number)
    await town.sees(li, number, "居民的话像是说向阳社区 红山院 3号楼")


async def test_two_at_once_each_have_words_of_their_own_and_the_slower_hears_it(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    chen, wu = town.lives("陈", 2002), town.lives("吴", 2005)
    await town.passes(hours=2)
    await town.taps(li, "改地点", number)
    await town.taps(chen, "改地点", number, "升级督办")
    await town.sees(chen, number, "在哪里")
    chen.says("我看是5号楼")
    await town.sees(wu, number, "陈网格长改了地点", "我看是5号楼")
    li.says("住户说是红山院")
    await town.sees(li, "不归您")
    assert not any("红山院" in message.text for message in wang.chat.messages)


async def test_an_old_button_for_a_reason_in_words_asks_for_it(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    await town.taps(li, "改地点", number)
    await town.taps(li, "5号楼", number)
    page = await town.sees(li, number, "为什么改")
    await town.becomes(lambda: "不在这里" in page.labels)
    stale = page.button("不在这里").rpartition(":")[0] + ":0"
    await li.taps(page, stale=stale).answered()
    li.says("门牌看错了")
    await town.sees(wang, number, "地点改成了", "5号楼（门牌看错了）")


async def test_the_office_may_write_where_it_is_too(town):
    wang, admin, wu = town.lives("王阿姨"), town.lives("管理员", 2004), town.lives("吴", 2005)
    wang.says("路上有个坑")
    await town.taps(wang, "不清楚", "在哪里")
    answer = await town.taps(wang, "提交", "路上有个坑")
    number = (answer.text or "").removeprefix("已提交 ")
    await town.taps(admin, "别处", number)
    await town.sees(admin, number, "在哪里", "或者直接写")
    admin.says("锦绣苑5号楼门口")
    await town.sees(wu, number, "锦绣苑5号楼门口")
    await town.sees(wang, number, "地点改成了", "5号楼")


# A location


async def asked_where_it_is(town, reported):
    await town.settle(MAPPED, PEOPLE)
    wang, li, number = await reported_to_li(town, reported)
    await town.taps(li, "改地点", number)
    await town.sees(li, number, "在哪里")
    return wang, li, number


async def test_a_location_says_where_it_is_and_one_tap_why(town, reported):
    wang, li, number = await asked_where_it_is(town, reported)
    wu = town.lives("吴", 2005)
    li.sends_location(*AT_5)
    card = await town.sees(li, number, "改到向阳社区 锦绣苑 5号楼", "为什么改")
    assert "新诉求" not in card.text
    await town.taps(li, "到现场看过", number, "为什么改")
    await town.sees(wu, number, "李楼长改了地点", "到现场看过")
    await town.sees(wang, number, "地点改成了", "5号楼", "到现场看过")


async def test_after_a_location_the_reason_may_be_written_and_before_it_too(town, reported):
    wang, li, number = await asked_where_it_is(town, reported)
    li.sends_location(*AT_5)
    await town.sees(li, number, "改到向阳社区 锦绣苑 5号楼")
    li.says("刚从3号楼那边过来看的")
    await town.sees(wang, number, "地点改成了", "5号楼（刚从3号楼那边过来看的）")
    other = await reported(wang, code="JX3", words="门坏了")
    await town.taps(li, "改地点", other)
    await town.sees(li, other, "在哪里")
    li.says("住户说门牌看错了")
    await town.sees(li, other, "📝 住户说门牌看错了")
    li.sends_location(*AT_5)
    await town.sees(wang, other, "地点改成了", "5号楼（住户说门牌看错了）")


@pytest.mark.parametrize("spot", [AT_3, NOWHERE], ids=["where it is already", "nowhere"])
async def test_a_location_that_does_not_tell_says_so_and_asks_on(town, reported, spot):
    wang, li, number = await asked_where_it_is(town, reported)
    li.sends_location(*spot)
    await town.sees(li, number, "这个位置看不出", "在哪里")
    li.says("是5号楼")
    await town.sees(wang, number, "地点改成了", "5号楼（是5号楼）")


async def test_where_no_grid_has_a_boundary_a_location_asks_on_too(town, reported):
    wang, li, number = await reported_to_li(town, reported)
    await town.taps(li, "改地点", number)
    await town.sees(li, number, "在哪里")
    li.sends_location(*AT_5)
    await town.sees(li, number, "这个位置看不出")
    await town.taps(li, "5号楼", number, "这个位置看不出")
    await town.taps(li, "不在这里", number)
    await town.sees(wang, number, "地点改成了", "5号楼")


async def test_a_location_tells_nothing_of_the_kind(town, reported):
    _, li, number = await reported_to_li(town, reported, words="东西坏了")
    await town.taps(li, "改类别", number)
    await town.sees(li, number, "是哪一类")
    li.sends_location(*AT_5)
    await town.sees(li, number, "请再写几个字")


async def test_the_office_needs_no_reason_for_a_location(town):
    await town.settle(MAPPED, PEOPLE)
    wang, admin, wu = town.lives("王阿姨"), town.lives("管理员", 2004), town.lives("吴", 2005)
    wang.says("路上有个坑")
    await town.taps(wang, "不清楚", "在哪里")
    answer = await town.taps(wang, "提交", "路上有个坑")
    number = (answer.text or "").removeprefix("已提交 ")
    await town.taps(admin, "别处", number)
    await town.sees(admin, number, "在哪里", "或者直接写")
    admin.sends_location(*AT_5)
    await town.sees(wu, number, "社区核实过地点")
    await town.sees(wang, number, "地点改成了", "5号楼")
