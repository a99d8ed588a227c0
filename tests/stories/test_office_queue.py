"""The office's queue: one tap says where it is, or gives it to somebody; the first tap wins."""

import asyncio

import pytest

GRIDS = """\
code,name,level,parent
XY,向阳社区,community,
JX,锦绣苑,compound,XY
JX3,3号楼,building,JX
JX5,5号楼,building,JX
HS,红山院,compound,XY
HS3,3号楼,building,HS
"""
PEOPLE = """\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
吴楼长,leader,JX5,,2005
陈网格长,leader,JX,,2002
洪网格长,leader,HS,,2006
管理员,admin,XY,,2004
孙社工,staff,XY,,2007
外社工,staff,HS,,2008
"""


@pytest.fixture
async def town(street):
    """The street with an office of two."""
    await street.settle(GRIDS, PEOPLE)
    return street


async def test_where_it_is_takes_one_tap_and_whoever_answers_there_has_it(town, somewhere):
    wang, sun, hong = town.lives("王阿姨"), town.lives("孙", 2007), town.lives("洪", 2006)
    number = await somewhere(wang)
    card = await town.sees(sun, number, "还不知道在哪里")
    assert card.labels[:4] == ["锦绣苑", "红山院", "别处", "受理"]
    answer = await town.taps(sun, "红山院", number)
    assert "改好了" in answer.text
    await town.sees(hong, number, "孙社工改了地点")
    await town.sees(wang, number, "地点改成了", "红山院", "现在由洪网格长负责")
    await town.becomes(lambda: "还不知道在哪里" not in card.text)


async def test_what_was_written_of_the_place_is_offered_first(town, somewhere):
    wang, sun = town.lives("王阿姨"), town.lives("孙", 2007)
    number = await somewhere(wang, place="3号楼")
    card = await town.sees(sun, number, "还不知道在哪里")
    assert {*card.labels[:2]} == {"向阳社区 锦绣苑 3号楼", "向阳社区 红山院 3号楼"}


async def test_the_tree_opens_behind_elsewhere(town, somewhere):
    wang, sun, wu = town.lives("王阿姨"), town.lives("孙", 2007), town.lives("吴", 2005)
    number = await somewhere(wang)
    card = await town.sees(sun, number, "还不知道在哪里")
    await town.taps(sun, "别处", number)
    await town.becomes(lambda: "就是这里：向阳社区" in card.labels)
    await town.taps(sun, "锦绣苑", number)
    await town.becomes(lambda: "就是这里：锦绣苑" in card.labels)
    await town.taps(sun, "5号楼", number)
    await town.sees(wu, number, "孙社工改了地点")


async def test_what_nobody_answers_for_is_given_to_a_neighbour_with_one_tap(town, reported):
    wang, sun, wu = town.lives("王阿姨"), town.lives("孙", 2007), town.lives("吴", 2005)
    outside = town.lives("外", 2008)
    number = await reported(wang, code="JX3")  # neither its leader nor the one above has opened the bot
    card = await town.sees(sun, number, "无人负责")
    assert card.labels[0] == "吴楼长 · 5号楼 楼栋长"
    assert "受理" in card.labels
    answer = await town.taps(sun, "吴楼长 · 5号楼 楼栋长", number)
    assert "已交给吴楼长" in answer.text
    await town.sees(wu, number, "王阿姨")
    await town.sees(wang, number, "现在由吴楼长负责")
    await town.taps(wu, "受理", number)
    await town.sees(wang, number, "吴楼长在办了")
    await town.passes(days=1)  # and nothing takes it away from there
    assert not any(number in message.text for message in outside.chat.messages)
    rows = await town.app._database.read(
        lambda tx: tx.all("SELECT p.name FROM requests r JOIN people p ON p.id = r.responsible_id")
    )
    assert [row["name"] for row in rows] == ["吴楼长"]


async def test_the_first_tap_wins_and_the_others_cards_change(town, reported):
    wang, sun, admin = town.lives("王阿姨"), town.lives("孙", 2007), town.lives("管理员", 2004)
    town.lives("吴", 2005)
    number = await reported(wang, code="JX3")
    one = await town.sees(sun, number, "无人负责")
    other = await town.sees(admin, number, "无人负责")
    label = "吴楼长 · 5号楼 楼栋长"
    await asyncio.gather(
        town.becomes(lambda: label in one.labels), town.becomes(lambda: label in other.labels)
    )
    give, take = other.button(label), other.button("受理")
    await town.taps(sun, label, number)
    await town.becomes(lambda: label not in other.labels and label not in one.labels)
    assert "晚了一步" in (await admin.taps(other, stale=give).answered()).text
    # The staff has passed it on and has no more to do with it; an administrator may still see to it.
    assert "不归您" in (await sun.taps(one, stale=take).answered()).text
    await town.sees(wang, number, "现在由吴楼长负责")


async def test_who_can_no_longer_be_reached_is_not_given_anything(town, reported):
    wang, sun, wu = town.lives("王阿姨"), town.lives("孙", 2007), town.lives("吴", 2005)
    number = await reported(wang, code="JX3")
    card = await town.sees(sun, number, "无人负责")
    give = card.button("吴楼长 · 5号楼 楼栋长")
    wu.blocks()
    await town.passes(seconds=1)
    assert "请另选一位" in (await sun.taps(card, stale=give).answered()).text


async def test_the_office_may_take_it_itself(town, reported):
    wang, sun = town.lives("王阿姨"), town.lives("孙", 2007)
    number = await reported(wang, code="JX3")
    await town.taps(sun, "受理", number)
    await town.sees(wang, number, "孙社工在办了")


async def test_the_queue_is_on_the_desk_of_those_whose_office_it_is(town, somewhere):
    wang, sun, outside = town.lives("王阿姨"), town.lives("孙", 2007), town.lives("外", 2008)
    number = await somewhere(wang)
    for who, there in ((sun, True), (outside, False)):
        who.says("/desk")
        desk = await town.sees(who, "工作台")
        assert any(number in label for label in desk.labels) is there


async def test_a_place_without_anybody_is_passed_on_to_its_office_with_names_to_choose(town, somewhere):
    wang, sun = town.lives("王阿姨"), town.lives("孙", 2007)
    town.lives("吴", 2005)
    number = await somewhere(wang)
    await town.sees(sun, number, "还不知道在哪里")
    await town.taps(sun, "锦绣苑", number)
    card = await town.sees(sun, number, "无人负责")
    assert "别处" not in card.labels
    await town.sees(wang, number, "地点改成了", "社区正在安排负责人")
    assert "吴楼长 · 5号楼 楼栋长" in card.labels
