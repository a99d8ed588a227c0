"""Where it is: a location, a slip of the pen, nobody knows, home with its door, an old poster."""

import pytest

from bot.dispatch.atlas import STAMP
from storage import stamps

CARD = "您要反映的事"
LARGE = [["我要反映"], ["我的诉求", "接单大厅"], ["更多"]]
NORTH, EAST = 36.62, 101.77
"""The corner of 锦绣苑; a thousandth of a degree is about a hundred metres."""


def box(west: float, south: float, east: float, north: float) -> str:
    """A rectangle, in thousandths of a degree from the corner."""
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    points = ", ".join(f"{EAST + lon / 1000:.5f} {NORTH + lat / 1000:.5f}" for lon, lat in corners)
    return f'"POLYGON(({points}))"'


GRIDS = f"""\
code,name,level,parent,dedicated,boundary
XY,向阳社区,community,,,{box(-5, -5, 20, 10)}
JX,锦绣苑,compound,XY,,{box(0, 0, 5, 5)}
JX3,3号楼,building,JX,,{box(1, 1, 2, 2)}
HS,红山院,compound,XY,,{box(5, 0, 10, 5)}
SCH,实验小学,school,XY,yes,{box(8, 3, 11, 6)}
"""
PEOPLE = """\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
陈网格长,leader,JX,,2002
马书记,secretary,XY,,2003
周校长,leader,SCH,,2005
"""


@pytest.fixture
async def mapped(street):
    """The street, its grids with boundaries."""
    await street.settle(GRIDS, PEOPLE)
    return street


def spot(east: float, north: float) -> tuple[float, float]:
    """A latitude and longitude, in thousandths of a degree from the corner."""
    return NORTH + north / 1000, EAST + east / 1000


async def asked_where(street, who):
    who.says("下水道堵了")
    return await street.sees(who, CARD, "下水道堵了", "在哪里")


# A location


async def test_a_location_is_the_place_when_it_is_clear_and_the_last_one_counts(mapped):
    wang, chen = mapped.lives("王阿姨"), mapped.lives("陈", 2002)
    await asked_where(mapped, wang)
    wang.sends_location(*spot(3, 3))
    await mapped.sees(wang, CARD, "地点：向阳社区 锦绣苑\n", "位置", "对了就点")
    wang.sends_location(*spot(9.5, 5.5))
    await mapped.sees(wang, CARD, "地点：向阳社区 实验小学")
    wang.sends_location(*spot(1.5, 1.5))
    await mapped.sees(wang, CARD, "地点：向阳社区 锦绣苑 3号楼")
    wang.sends_location(*spot(3, 3))
    await mapped.becomes(lambda: "地点：向阳社区 锦绣苑\n" in wang.chat.messages[-1].text)
    await mapped.taps(wang, "提交")
    card = await mapped.sees(chen, "新诉求", "下水道堵了")
    assert "看位置" in card.labels
    assert "附件" not in " ".join(card.labels)
    await mapped.taps(chen, "看位置")
    await mapped.gets(chen, "location")


async def test_the_location_key_comes_when_wanted_and_goes_when_used(mapped):
    wang = mapped.lives("王阿姨")
    await asked_where(mapped, wang)
    await mapped.taps(wang, "发送位置")
    offer = await mapped.sees(wang, "我来查您在哪里")
    assert offer.keys == [["发送位置"], *LARGE]
    wang.place = spot(1.5, 1.5)
    wang.presses("发送位置")
    thanks = await mapped.sees(wang, "收到，谢谢")
    assert thanks.keys == LARGE
    await mapped.sees(wang, CARD, "地点：向阳社区 锦绣苑 3号楼", "对了就点")
    wang.sends_location(*spot(1.5, 1.6))
    await mapped.passes(seconds=1)
    assert len([each for each in wang.chat.messages if "收到，谢谢" in each.text]) == 1


async def test_an_address_instead_of_the_location_brings_the_menu_back_too(mapped):
    wang = mapped.lives("王阿姨")
    await asked_where(mapped, wang)
    await mapped.taps(wang, "发送位置")
    await mapped.sees(wang, "我来查您在哪里")
    wang.says("红山院")
    await mapped.sees(wang, "收到，谢谢")
    await mapped.sees(wang, CARD, "地点：向阳社区 红山院")


async def test_near_a_border_the_resident_chooses(mapped):
    wang = mapped.lives("王阿姨")
    await asked_where(mapped, wang)
    wang.sends_location(*spot(5.1, 1))
    card = await mapped.sees(wang, CARD, "是下面哪一个？")
    assert card.labels == ["向阳社区 红山院", "向阳社区 锦绣苑", "都不是", "取消"]
    await mapped.taps(wang, "向阳社区 锦绣苑")
    await mapped.sees(wang, CARD, "地点：向阳社区 锦绣苑", "对了就点")


async def test_what_was_written_stays_when_a_location_is_chosen_that_it_does_not_name(mapped):
    wang = mapped.lives("王阿姨")
    await asked_where(mapped, wang)
    wang.says("门口的花坛")
    await mapped.sees(wang, CARD, "具体位置：门口的花坛")
    wang.sends_location(*spot(5.1, 1))
    await mapped.taps(wang, "向阳社区 锦绣苑")
    await mapped.sees(wang, CARD, "地点：向阳社区 锦绣苑", "具体位置：门口的花坛", "对了就点")


async def test_a_location_outside_of_all_is_said_so_and_the_place_is_asked_for_in_another_way(mapped):
    wang, anna = mapped.lives("王阿姨"), mapped.lives("Anna", language="en")
    await asked_where(mapped, wang)
    wang.sends_location(39.9, 116.4)
    card = await mapped.sees(wang, CARD, "位置记下了", "不在我们这一片", "具体是在哪里")
    assert "红山院" in card.labels
    anna.sends_location(39.9, 116.4)
    anna.says("The drain is blocked")
    await mapped.sees(anna, "may lie outside our area", "The drain is blocked")


async def test_a_location_takes_the_place_of_home_and_its_door(mapped):
    wang = mapped.lives("王阿姨")
    await asked_where(mapped, wang)
    wang.says("锦绣苑3号楼502")
    await mapped.taps(wang, "这是我家")
    await mapped.taps(wang, "取消")
    wang.says("路灯不亮")
    await mapped.sees(wang, CARD, "路灯不亮", "3号楼（您的住处）", "具体位置：502")
    wang.sends_location(*spot(9.5, 5.5))
    card = await mapped.sees(wang, CARD, "路灯不亮", "地点：向阳社区 实验小学")
    assert "502" not in card.text


async def test_a_location_that_agrees_with_the_poster_leaves_the_place(mapped):
    wang = mapped.lives("王阿姨")
    wang.start("at_JX3")
    await mapped.sees(wang, "请说说哪里有什么问题")
    wang.sends_location(*spot(2.1, 1.5))  # 9 metres from the building
    wang.says("下水道堵了")
    await mapped.sees(wang, CARD, "下水道堵了", "地点：向阳社区 锦绣苑 3号楼", "对了就点")


# Many grids


async def test_sixty_buildings_with_long_names_are_told_apart_on_a_small_phone(street):
    name = "锦绣花园国际城"
    grids = "".join(f"B{n},{name}{n}号楼,building,BIG\n" for n in range(1, 61))
    await street.settle(
        f"code,name,level,parent\nXY,向阳社区,community,\nBIG,{name},compound,XY\n{grids}", "name,role,grid\n"
    )
    wang = street.lives("王阿姨")
    card = await asked_where(street, wang)
    await street.taps(wang, name)
    await street.becomes(lambda: "24号楼" in card.labels)
    assert [label for label, _ in card.buttons[0]] == ["1号楼", "2号楼", "3号楼"]
    assert card.labels[23:25] == ["24号楼", "下一页 →"]
    await street.taps(wang, "下一页 →")
    await street.becomes(lambda: "48号楼" in card.labels)
    await street.taps(wang, "下一页 →")
    await street.becomes(lambda: card.labels[:13] == [*(f"{n}号楼" for n in range(49, 61)), "← 上一页"])
    await street.taps(wang, "60号楼")
    await street.sees(wang, CARD, f"{name}60号楼", "对了就点")


async def test_long_names_have_a_row_each_so_that_they_are_not_cut(street):
    long = "".join(f"L{n},和谐家园国际城东区（{n}期）,compound,XY\n" for n in range(1, 11))
    await street.settle(f"code,name,level,parent\nXY,向阳社区,community,\n{long}", "name,role,grid\n")
    card = await asked_where(street, street.lives("王阿姨"))
    rows = [[label for label, _ in row] for row in card.buttons]
    assert [row for row in rows if "和谐" in row[0]] == [
        [f"和谐家园国际城东区（{n}期）"] for n in range(1, 7)
    ]


# A slip of the pen


@pytest.mark.parametrize(
    ("written", "offered", "rest"),
    [
        ("绵绣苑3号楼502", "向阳社区 锦绣苑 3号楼", "具体位置：502"),
        ("我家住锦秀苑", "向阳社区 锦绣苑", "我家住"),
        ("洪山院", "向阳社区 红山院", None),
    ],
)
async def test_a_name_with_a_slip_is_offered_and_never_taken(street, written, offered, rest):
    wang = street.lives("王阿姨")
    await asked_where(street, wang)
    wang.says(written)
    card = await street.sees(wang, CARD, "是这里吗？")
    assert card.labels == [offered, "都不是", "取消"]
    await street.taps(wang, offered)
    await street.sees(wang, CARD, f"地点：{offered}", "对了就点", *([rest] if rest else []))


async def test_a_name_with_a_numeral_is_offered_too_and_what_is_not_known_is_asked_for_anew(street):
    names = ("四季花城", "百花苑", "九龙苑")
    sites = "".join(f"S{n},{name},compound,XY\nS{n}-1,1号楼,building,S{n}\n" for n, name in enumerate(names))
    await street.settle(f"code,name,level,parent\nXY,向阳社区,community,\n{sites}", "name,role,grid\n")
    wang = street.lives("王阿姨")
    await asked_where(street, wang)
    wang.says("翠竹园1号楼")
    card = await street.sees(wang, CARD, "翠竹园1号楼")
    assert not [label for label in card.labels if "1号楼" in label]
    wang.says("百花园1号楼")
    card = await street.sees(wang, CARD, "是这里吗？")
    assert card.labels[0] == "向阳社区 百花苑 1号楼"


# Letters


async def test_a_building_with_a_letter_is_the_place_and_one_that_may_be_meant_is_asked_about(street):
    sites = "".join(f"SJ{each}3,{each}3号楼,building,SJ\n" for each in "AB")
    rows = f"SJ,四季花城,compound,XY\n{sites}SJA31,1单元,unit,SJA3\n"
    await street.settle(f"code,name,level,parent\nXY,向阳社区,community,\n{rows}", "name,role,grid\n")
    wang, zhao = street.lives("王阿姨"), street.lives("赵")
    wang.says("四季花城A3-1-502水管漏水")
    await street.sees(wang, CARD, "地点：四季花城 A3号楼 1单元", "对了就点")
    await asked_where(street, zhao)
    zhao.says("四季花城3-1-502")
    card = await street.sees(zhao, CARD, "是下面哪一个")
    assert card.labels[:2] == ["四季花城 A3号楼 1单元", "向阳社区 四季花城 B3号楼"]


# Nobody knows


async def test_a_place_that_is_not_known_goes_to_the_office(street):
    wang = street.lives("王阿姨")
    await asked_where(street, wang)
    await street.taps(wang, "不清楚", "在哪里")
    await street.sees(wang, CARD, "地点：还不清楚，在向阳社区范围内", "对了就点")
    answer = await street.taps(wang, "提交")
    number = (answer.text or "").removeprefix("已提交 #")
    kept = await street.app._database.read(
        lambda tx: tx.one(
            """SELECT r.unplaced, g.code FROM requests r JOIN grids g ON g.id = r.grid_id
               WHERE number = :number""",
            number=number,
        )
    )
    assert (bool(kept["unplaced"]), kept["code"]) == (True, "XY")


async def test_a_place_that_comes_to_mind_takes_the_place_of_not_sure(street):
    wang = street.lives("王阿姨")
    await asked_where(street, wang)
    await street.taps(wang, "锦绣苑")
    await street.taps(wang, "不清楚", "在哪里")
    card = await street.sees(wang, CARD, "地点：还不清楚，在向阳社区 锦绣苑范围内")
    assert "这是我家" not in card.labels
    wang.says("好像是锦绣苑3号楼")
    card = await street.sees(wang, CARD, "地点：向阳社区 锦绣苑 3号楼\n", "对了就点")
    assert "这是我家" in card.labels


TWO_TOWNS = """\
code,name,level,parent
XY,向阳社区,community,
JX,锦绣苑,compound,XY
HS,红山院,compound,XY
HP,和平社区,community,
DX,丁香园,compound,HP
QN,青年里,compound,HP
"""


async def test_who_does_not_know_where_chooses_whose_office_finds_out_where_there_are_several(street):
    await street.settle(TWO_TOWNS, "name,role,grid,phone,telegram_id\n孙社工,staff,HP,,2006\n")
    wang, sun = street.lives("王阿姨"), street.lives("孙社工", 2006)
    card = await asked_where(street, wang)
    answer = await street.taps(wang, "不清楚", "在哪里")
    assert "先点一个离得最近的" in (answer.text or "")
    assert answer.alert
    await street.taps(wang, "和平社区")
    await street.becomes(lambda: "青年里" in card.labels)
    await street.taps(wang, "不清楚", "在哪里")
    await street.sees(wang, CARD, "地点：还不清楚，在和平社区范围内", "对了就点")
    await street.taps(wang, "提交")
    await street.sees(sun, "下水道堵了", "还不知道在哪里")


async def test_words_that_may_mean_places_of_one_office_alone_say_which_finds_out(street):
    await street.settle(TWO_TOWNS.replace("青年里", "丁香园二期"), "name,role,grid\n马书记,secretary,XY\n")
    wang = street.lives("王阿姨")
    wang.says("下水道堵了，在丁香园和丁香园二期之间")
    await street.taps(wang, "都不是")
    await street.taps(wang, "不清楚", "在哪里")
    await street.sees(wang, CARD, "地点：还不清楚，在和平社区范围内", "对了就点")


# Home and its door


async def test_the_door_comes_along_with_home_and_no_group_sees_it(street):
    wang, chen = street.lives("王阿姨"), street.lives("陈", 2002)
    zhao = street.lives("赵志愿")
    group = street.tg.supergroup("红马甲", members=[chen, zhao])
    chen.says("/bind JX", chat=group)
    await street.sees(group, "已绑定")
    await asked_where(street, wang)
    wang.says("锦绣苑 蓝色门")
    await street.sees(wang, CARD, "具体位置：蓝色门")
    await street.taps(wang, "这是我家")
    await street.taps(wang, "取消")

    wang.says("路灯不亮")
    await street.sees(wang, CARD, "路灯不亮", "锦绣苑（您的住处）", "具体位置：蓝色门")
    await street.taps(wang, "改地点")
    card = await street.sees(wang, CARD, "路灯不亮", "在哪里")
    assert "蓝色门" not in card.text
    await street.taps(wang, "住处")
    await street.sees(wang, CARD, "路灯不亮", "（您的住处）", "具体位置：蓝色门")
    number = (await street.taps(wang, "提交")).text.removeprefix("已提交 ")
    await street.sees(chen, number, "蓝色门")
    await street.taps(chen, "派单", number)
    await street.taps(chen, "红马甲", number)
    offered = await street.sees(group, number)
    await street.taps(zhao, "接单", at=group)
    await street.sees(zhao, number, "蓝色门")
    assert "蓝色门" not in offered.text


async def test_the_door_of_home_stays_there_when_the_words_name_another_place(street):
    wang = street.lives("王阿姨")
    await asked_where(street, wang)
    wang.says("锦绣苑3号楼502")
    await street.taps(wang, "这是我家")
    await street.taps(wang, "取消")
    wang.says("路灯不亮")
    await street.sees(wang, CARD, "路灯不亮", "具体位置：502")
    wang.says("在红山院门口")
    card = await street.sees(wang, CARD, "路灯不亮", "地点：向阳社区 红山院")
    assert "502" not in card.text


async def test_home_is_set_seen_changed_and_forgotten_behind_more(street):
    wang = street.lives("王阿姨")
    await street.sees(wang, "这里是红马甲")
    wang.presses("更多")
    await street.taps(wang, "我的住处")
    await street.sees(wang, "您还没说住在哪里")
    await street.taps(wang, "选一下")
    await street.sees(wang, "您住在哪里？")
    await street.taps(wang, "锦绣苑")
    card = await street.sees(wang, "您住在哪里？")
    await street.becomes(lambda: "就是这里：锦绣苑" in card.labels)
    await street.taps(wang, "3号楼")
    await street.becomes(lambda: "2单元" in card.labels)
    assert (await street.taps(wang, "2单元")).text == "记下了，以后点“住处”就行"
    await street.sees(wang, "您的住处：锦绣苑 3号楼 2单元", "写上门牌")

    wang.says("下水道堵了")
    await street.taps(wang, "改地点")
    await street.sees(wang, CARD, "在哪里")
    wang.says("锦绣苑3号楼502")
    await street.sees(wang, CARD, "3号楼", "具体位置：502")
    await street.taps(wang, "这是我家")
    await street.taps(wang, "取消")
    wang.presses("更多")
    await street.taps(wang, "我的住处")
    await street.sees(wang, "您的住处：向阳社区 锦绣苑 3号楼", "门牌：502", "群里谁也看不到")
    assert (await street.taps(wang, "忘掉", "502")).text == "好的，已经忘掉了。"
    await street.sees(wang, "您还没说住在哪里")
    wang.says("路灯不亮")
    card = await street.sees(wang, CARD, "路灯不亮", "在哪里")
    assert "住处" not in card.labels


async def test_a_home_that_is_no_more_is_not_offered(street):
    wang = street.lives("王阿姨")
    await asked_where(street, wang)
    wang.says("红山院")
    await street.taps(wang, "这是我家")
    await street.taps(wang, "取消")

    async def tear_down(tx):
        await tx.run("UPDATE grids SET ended_at = 1 WHERE code = 'HS'")
        await stamps.bump(tx, STAMP)

    await street.app._database.transact(tear_down)
    wang.says("路灯不亮")
    card = await street.sees(wang, CARD, "路灯不亮", "在哪里")
    assert "住处" not in card.labels
    wang.presses("更多")
    await street.taps(wang, "我的住处")
    await street.sees(wang, "您还没说住在哪里")


# The poster


async def test_the_code_of_a_poster_is_read_in_any_case(street):
    wang = street.lives("王阿姨")
    wang.start("at_jx3-2")
    await street.sees(wang, CARD, "地点：锦绣苑 3号楼 2单元")


@pytest.mark.parametrize("code", ["NOWHERE", "HS"])
async def test_an_old_or_unknown_poster_is_said_so_and_the_report_goes_on_without_a_place(street, code):
    await street.app._database.transact(lambda tx: tx.run("UPDATE grids SET ended_at = 1 WHERE code = 'HS'"))
    wang = street.lives("王阿姨")
    wang.start(f"at_{code}")
    await street.sees(wang, "这张海报的编码认不出来了")
    card = await street.sees(wang, CARD, "请说说哪里有什么问题")
    assert "地点" not in card.text
    wang.says("下水道堵了")
    await street.sees(wang, CARD, "下水道堵了", "在哪里")
