"""Where somebody lives, said outside of any report: written, sent as a location, scanned, or chosen."""

import pytest

ASKED = "您住在哪里？"
SET = "您的住处：{}\n"
BOX = '"POLYGON((101.77 36.62, 101.775 36.62, 101.775 36.625, 101.77 36.625, 101.77 36.62))"'
GRIDS = f"""\
code,name,level,parent,boundary
XY,向阳社区,community,,
JX,锦绣苑,compound,XY,{BOX}
JX3,3号楼,building,JX,
HS,红山院,compound,XY,
HS3,3号楼,building,HS,
"""
PEOPLE = "name,role,grid,phone,telegram_id\n李楼长,leader,JX3,,2001\n"


async def asked(street, who):
    await street.sees(who, "这里是红马甲")
    who.presses("更多")
    await street.taps(who, "我的住处")
    await street.taps(who, "选一下")
    return await street.sees(who, ASKED)


async def test_a_written_address_is_home_with_its_door(street):
    wang = street.lives("王阿姨")
    card = await asked(street, wang)
    assert "写给我" in card.text
    wang.says("我家住锦绣苑3号楼2单元502")
    await street.sees(wang, SET.format("锦绣苑 3号楼 2单元"), "门牌：502\n")
    await street.becomes(lambda: ASKED not in card.text)
    wang.says("下水道堵了")
    await street.sees(wang, "您要反映的事", "2单元（您的住处）", "具体位置：502")


async def test_of_several_places_the_resident_chooses_and_the_door_stays(street):
    await street.settle(GRIDS, PEOPLE)
    wang = street.lives("王阿姨")
    await asked(street, wang)
    wang.says("3号楼 502")
    card = await street.noted(await street.sees(wang, "是下面哪一个？"))
    assert card.labels == ["向阳社区 锦绣苑 3号楼", "向阳社区 红山院 3号楼", "都不是"]
    assert (await street.taps(wang, "向阳社区 红山院 3号楼")).text == "记下了，以后点“住处”就行"
    await street.sees(wang, SET.format("向阳社区 红山院 3号楼"), "门牌：502\n")


async def test_a_name_with_a_slip_is_asked_about_and_none_of_these_goes_back(street):
    wang = street.lives("王阿姨")
    await asked(street, wang)
    wang.says("洪山院")
    card = await street.sees(wang, "是这里吗？")
    assert card.labels == ["向阳社区 红山院", "都不是"]
    await street.taps(wang, "都不是")
    await street.becomes(lambda: "锦绣苑" in card.labels and ASKED in card.text)


async def test_what_is_no_place_is_said_so_and_asked_again(street):
    wang = street.lives("王阿姨")
    await asked(street, wang)
    wang.says("翠竹园九号")
    card = await street.sees(wang, "没找到", ASKED)
    assert "锦绣苑" in card.labels
    wang.says("锦绣苑")
    await street.sees(wang, SET.format("向阳社区 锦绣苑"))


@pytest.mark.parametrize("words", ["锦绣苑3号楼下水道堵了", "锦绣苑3号楼着火了"])
async def test_what_tells_of_something_wrong_is_a_report_all_the_same(street, words):
    wang = street.lives("王阿姨")
    await asked(street, wang)
    wang.says(words)
    await street.becomes(lambda: any("提交" in m.labels or "119" in m.text for m in wang.chat.messages))
    assert not [m for m in wang.chat.messages if "您的住处" in m.text]


async def test_a_location_is_home_where_there_are_boundaries(street):
    await street.settle(GRIDS, PEOPLE)
    wang = street.lives("王阿姨")
    await asked(street, wang)
    wang.sends_location(39.9, 116.4)
    await street.sees(wang, "没找到", ASKED)
    wang.sends_location(36.622, 101.772)
    await street.sees(wang, SET.format("向阳社区 锦绣苑"))


async def test_a_poster_says_where_home_is_and_begins_a_report_as_ever(street):
    wang = street.lives("王阿姨")
    await asked(street, wang)
    wang.start("at_JX3-2")
    await street.sees(wang, SET.format("锦绣苑 3号楼 2单元"))
    await street.sees(wang, "您要反映的事", "2单元（您的住处）")


async def test_who_turned_to_something_else_is_not_asked_any_more(street):
    wang = street.lives("王阿姨")
    await asked(street, wang)
    await street.passes(seconds=1)
    wang.presses("我要反映")
    await street.sees(wang, "请说说哪里有什么问题")
    wang.says("在锦绣苑")
    await street.sees(wang, "您要反映的事", "在锦绣苑", "属于哪一类")
    await asked(street, wang)
    await street.passes(minutes=11)
    wang.says("红山院也是")
    await street.sees(wang, "您要反映的事", "红山院也是")
    assert not [m for m in wang.chat.messages if "您的住处：" in m.text]
