"""A wrong place or kind is put right with a tap and a reason: who is right for it answers, all hear of it."""

import pytest

GRIDS = """\
code,name,level,parent
XY,向阳社区,community,
JX,锦绣苑,compound,XY
JX3,3号楼,building,JX
JX3-2,2单元,unit,JX3
JX5,5号楼,building,JX
HS,红山院,compound,XY
"""
PEOPLE = """\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
吴楼长,leader,JX5,,2005
陈网格长,leader,JX,,2002
马书记,secretary,XY,,2003
管理员,admin,XY,,2004
"""


@pytest.fixture
async def town(street):
    """The street with another building next door."""
    await street.settle(GRIDS, PEOPLE)
    return street


async def group_of(town, leader, code, *members):
    group = town.tg.supergroup(f"{code}红马甲", members=[leader, *members])
    leader.says(f"/bind {code}", chat=group)
    await town.sees(group, "已绑定")
    return group


async def test_the_place_is_put_right_with_three_taps_and_everybody_is_told(town, reported):
    wang, li, wu = town.lives("王阿姨"), town.lives("李", 2001), town.lives("吴", 2005)
    number = await reported(wang)
    await town.taps(li, "受理", number)
    await town.taps(li, "改地点", number)
    await town.taps(li, "5号楼", number)
    await town.sees(li, number, "改到向阳社区 锦绣苑 5号楼", "为什么改")
    answer = await town.taps(li, "不在这里", number)
    assert "改好了" in answer.text
    await town.sees(wu, number, "李楼长改了地点", "不在这里", "5号楼")
    await town.sees(wang, number, "地点改成了", "5号楼", "不在这里", "现在由吴楼长负责")
    await town.sees(li, number, "地点改成了", "吴楼长", "您不用再管了")
    await town.taps(wang, "经过", number)
    history = await town.sees(wang, number, "经过", "换过 1 次负责人")
    assert "李楼长把地点从锦绣苑 3号楼 2单元改成向阳社区 锦绣苑 5号楼：不在这里" in history.text


async def test_what_the_words_say_and_the_neighbours_are_one_tap_away(town, reported):
    wang, li, wu = town.lives("王阿姨"), town.lives("李", 2001), town.lives("吴", 2005)
    number = await reported(wang, code="JX3", words="红山院的灯坏了")
    await town.taps(li, "改地点", number)
    await town.taps(li, "别的地方", number)
    card = await town.sees(li, number, "在哪里、为什么改")
    assert card.labels == ["向阳社区 红山院", "2单元", "5号楼", "锦绣苑", "向阳社区", "别处", "返回"]
    await town.taps(li, "5号楼", number)
    await town.taps(li, "到现场看过", number)
    await town.sees(wu, number, "到现场看过")


async def test_any_other_place_is_found_in_the_tree(town, reported):
    wang, li = town.lives("王阿姨"), town.lives("李", 2001)
    chen = town.lives("陈", 2002)
    number = await reported(wang)
    await town.taps(li, "改地点", number)
    card = await town.sees(li, number, "在哪里")
    await town.taps(li, "别处", number)
    await town.becomes(lambda: card.labels == ["锦绣苑", "红山院", "就是这里：向阳社区", "返回"])
    await town.taps(li, "锦绣苑", number)
    await town.becomes(lambda: card.labels == ["3号楼", "5号楼", "就是这里：锦绣苑", "返回"])
    await town.taps(li, "就是这里：锦绣苑", number)
    await town.taps(li, "居民自己说的", number)
    await town.sees(chen, number, "李楼长改了地点")
    await town.sees(wang, number, "现在由陈网格长负责")


async def test_inside_the_same_hands_it_stays_and_the_time_goes_on(town, reported):
    wang, li = town.lives("王阿姨"), town.lives("李", 2001)
    number = await reported(wang)
    await town.taps(li, "受理", number)
    before = (await town.sees(li, number, "前办结")).text
    until = next(line for line in before.splitlines() if "前办结" in line)
    await town.passes(minutes=5)
    await town.taps(li, "改地点", number)
    await town.taps(li, "3号楼", number)
    await town.taps(li, "居民自己说的", number)
    await town.sees(wang, number, "地点改成了", "居民自己说的", "现在由李楼长负责")
    after = await town.sees(li, number, "前办结")
    await town.becomes(lambda: "2单元" not in after.text)
    assert until in after.text
    assert not any("您不用再管" in message.text for message in li.chat.messages)


async def test_the_reason_may_be_written(town, reported):
    wang, li = town.lives("王阿姨"), town.lives("李", 2001)
    town.lives("吴", 2005)
    number = await reported(wang, code="JX3")
    await town.taps(li, "改地点", number)
    await town.taps(li, "5号楼", number)
    await town.sees(li, number, "为什么改", "或者直接写几个字")
    li.says("门牌看<错>了，不是红山院")  # what was tapped stands, whatever the reason names
    await town.sees(wang, number, "门牌看<错>了", "吴楼长")
    await town.sees(li, number, "改好了", "5号楼")


async def test_another_kind_has_its_own_urgency_and_time(town, reported):
    wang, li = town.lives("王阿姨"), town.lives("李", 2001)
    number = await reported(wang, words="楼道的电线老化了")
    await town.taps(li, "改类别", number)
    await town.sees(li, number, "居民的话像是说", "燃气", "为什么改")
    await town.taps(li, "不是这一类", number)
    await town.sees(wang, number, "类别改成了", "燃气", "现在由李楼长负责")
    rows = await town.app._database.read(lambda tx: tx.all("SELECT urgency, status FROM requests"))
    assert [(row["urgency"], row["status"]) for row in rows] == [("emergency", "assigned")]
    await town.sees(li, number, "燃气", "新诉求")


async def test_items_are_behind_their_category(town, reported):
    wang, li = town.lives("王阿姨"), town.lives("李", 2001)
    number = await reported(wang)
    await town.taps(li, "受理", number)
    await town.taps(li, "改类别", number)
    await town.taps(li, "别的类别", number)
    kinds = await town.sees(li, number, "是哪一类")
    house = next(label for label in kinds.labels if "房屋设施" in label)
    await town.taps(li, house, number)
    await town.becomes(lambda: any("下水道" in label for label in kinds.labels))
    await town.taps(li, "返回", number)
    await town.becomes(lambda: house in kinds.labels)
    await town.taps(li, "返回", number)
    await town.becomes(lambda: "办结" in kinds.labels)


async def test_what_becomes_confidential_is_taken_back_from_groups(town, reported):
    wang, li, zhao = town.lives("王阿姨"), town.lives("李", 2001), town.lives("赵志愿")
    group = await group_of(town, li, "JX3", zhao)
    number = await reported(wang, words="隔壁老吴家的狗半夜叫")
    await town.taps(li, "派单", number)
    await town.taps(li, "JX3红马甲", number)
    card = await town.sees(group, number, "狗半夜叫")
    await town.taps(zhao, "接单", number, at=group)
    private = await town.sees(zhao, number, "狗半夜叫", "王阿姨")
    await town.taps(li, "改类别", number)
    await town.taps(li, "别的类别", number)
    await town.taps(li, await kind_label(town, li, number, "邻里矛盾"), number)
    await town.taps(li, await kind_label(town, li, number, "邻里纠纷"), number)
    await town.taps(li, "不是这一类", number)
    await town.becomes(lambda: "不在群里办" in card.text and "不在群里办" in private.text)
    for message in (card, private):
        assert "狗" not in message.text
        assert "邻里" not in message.text
        assert not message.labels
    await town.sees(zhao, number, "您不用再去了")
    back = await town.sees(li, number, "邻里纠纷", "办结")
    assert "派单" not in back.labels
    zhao.says("/open", chat=group)
    await town.sees(group, "没有")


async def kind_label(town, who, number, part):
    found = []

    def there():
        found[:] = [
            label for m in who.chat.messages if number in m.text for label in m.labels if part in label
        ]
        return bool(found)

    await town.becomes(there)
    return found[-1]


async def test_a_group_that_does_not_serve_the_place_has_it_no_longer(town, reported):
    wang, li, zhao = town.lives("王阿姨"), town.lives("李", 2001), town.lives("赵志愿")
    wu = town.lives("吴", 2005)
    group = await group_of(town, li, "JX3", zhao)
    number = await reported(wang, code="JX3")
    await town.taps(li, "派单", number)
    await town.taps(li, "JX3红马甲", number)
    await town.taps(zhao, "接单", number, at=group)
    await town.taps(li, "改地点", number)
    await town.taps(li, "5号楼", number)
    await town.taps(li, "不在这里", number)
    await town.sees(zhao, number, "您不用再去了")
    await town.sees(group, number, "不用再接了")
    await town.sees(wu, number, "改了地点")


async def test_what_is_over_or_with_others_is_not_changed_and_the_tap_says_so(town, reported):
    wang, li, wu = town.lives("王阿姨"), town.lives("李", 2001), town.lives("吴", 2005)
    number = await reported(wang, code="JX3")
    await town.taps(li, "改地点", number)
    page = await town.sees(li, number, "在哪里")
    there = page.button("5号楼")
    await town.taps(li, "5号楼", number)
    await town.becomes(lambda: "不在这里" in page.labels)
    why = page.button("不在这里")
    await town.taps(li, "不在这里", number)
    await town.sees(wu, number, "改了地点")
    for old in (there, why):  # it is no longer theirs
        assert "不归您" in (await li.taps(page, stale=old).answered()).text
    await town.taps(wu, "受理", number)
    await town.taps(wu, "改地点", number)
    other = await town.sees(wu, number, "在哪里")
    there = other.button("3号楼")
    await town.taps(wu, "返回", number)
    await town.taps(wu, "办结", number)
    wu.says("修好了")
    await town.taps(wang, "已解决", number)
    await town.sees(wu, number, "居民说：已解决")
    assert "晚了一步" in (await wu.taps(other, stale=there).answered()).text
    # A stranger's tap with the same button changes nothing.
    mine = await town.sees(wang, number)
    assert "不归您" in (await wang.taps(mine, stale=there).answered()).text


async def test_a_supervisor_who_puts_it_right_is_named_and_the_one_responsible_told(town, reported):
    wang, li, chen = town.lives("王阿姨"), town.lives("李", 2001), town.lives("陈", 2002)
    number = await reported(wang)
    await town.passes(hours=2)
    await town.taps(chen, "改类别", number, "升级督办")
    await town.taps(chen, "不是这一类", number, "升级督办")
    await town.sees(li, number, "类别改成了", "停水漏水", "还是由您负责")
    await town.sees(wang, number, "停水漏水", "现在由李楼长负责")


async def test_it_is_told_in_the_readers_language(town):
    wang, li = town.lives("Wang", language="en"), town.lives("Li", 2001, language="en")
    town.lives("吴", 2005)
    wang.start("at_JX3")
    await town.sees(wang, "Tell me or show me")
    wang.says("something is broken")
    await town.taps(wang, "Not sure")
    await town.taps(wang, "Submit")
    await town.taps(li, "Change place", "something is broken")
    await town.taps(li, "5号楼")
    await town.taps(li, "It is not here")
    await town.sees(wang, "the place is now 向阳社区 锦绣苑 5号楼 (It is not here)", "吴楼长 answers for it")
