"""`/bind` with a grid's name, and where a leader finds what to send."""

import pytest

GRIDS = """\
code,name,level,parent,aliases
XY,向阳社区,community,,
SJ-07,四季花城,compound,XY,花城;四季
SJ-07-3,四季花城3号楼,building,SJ-07,
JX,锦绣苑,compound,XY,
JX3,锦绣苑3号楼,building,JX,
JX3-2,2单元,unit,JX3,
XX,向阳小区,compound,XY,
BH,滨河社区,community,,
SJ-09,四季花城,compound,BH,
BH1,锦绣苑,compound,BH,
TRAP,SJ-07,compound,BH,
"""
PEOPLE = """\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
陈网格长,leader,JX,,2002
马书记,secretary,XY,,2003
管理员,admin,XY,,2004
孙网格长,leader,SJ-07,,2005
吴社工,staff,XY,,2006
周网格长,leader,JX,,2007
周网格长,deputy,BH1,,2007
郑主任,leader,JX,,2008
郑主任,admin,XY,,2008
"""


@pytest.fixture
async def street(quiet_street):
    await quiet_street.settle(GRIDS, PEOPLE)
    async with quiet_street.running() as street:
        yield street


async def sends(street, number, words, language="zh-hans"):
    """Somebody sends /bind with these words in a fresh group; the bot's answer there."""
    who = street.lives("某人", number, language)
    await street.sees(who)
    group = street.tg.supergroup("红马甲", admins=[who])
    who.says(f"/bind {words}".strip(), chat=group)
    return await street.sees(group)


def kinds(message):
    """Of what stands out in a text: what is code is copied by a tap."""
    return [entity["type"] for entity in message.json.get("entities", ())]


BOUND = [
    (2005, "四季花城", "四季花城（SJ-07）"),
    (2005, "花城", "四季花城（SJ-07）"),
    (2005, "  四季花城小区 ", "四季花城（SJ-07）"),
    (2005, "四季花城三栋", "四季花城3号楼（SJ-07-3）"),
    (2005, "3号楼", "四季花城3号楼（SJ-07-3）"),
    (2001, "锦绣苑3号楼", "锦绣苑3号楼（JX3）"),
    (2001, "锦绣苑3号楼2单元", "2单元（JX3-2）"),
    (2002, "锦绣苑 ３ 幢", "锦绣苑3号楼（JX3）"),
    (2003, "向阳社区", "向阳社区（XY）"),
    (2003, "四季花城", "四季花城（SJ-07）"),
    (2004, "滨河社区", "滨河社区（BH）"),
    (2004, "sj-07", "四季花城（SJ-07）"),
    (2004, "SJ-09", "四季花城（SJ-09）"),
]


@pytest.mark.parametrize(("number", "words", "grid"), BOUND)
async def test_a_name_that_plainly_means_one_grid_of_ones_own_binds_it(street, number, words, grid):
    assert f"✓ 本群已绑定到{grid}" in (await sends(street, number, words)).text


ASKED = [
    (2004, "四季花城", ["向阳社区 四季花城：/bind SJ-07", "滨河社区 四季花城：/bind SJ-09"]),
    (2008, "锦绣苑", ["向阳社区 锦绣苑：/bind JX", "滨河社区 锦绣苑：/bind BH1"]),
    (2007, "锦绣苑", ["向阳社区 锦绣苑：/bind JX", "滨河社区 锦绣苑：/bind BH1"]),
    (2003, "3号楼", ["向阳社区 四季花城3号楼：/bind SJ-07-3", "向阳社区 锦绣苑3号楼：/bind JX3"]),
    (2003, "向阳", ["向阳社区 向阳小区：/bind XX", "向阳社区：/bind XY"]),
    (2002, "锦秀苑", ["向阳社区 锦绣苑：/bind JX"]),
    (2002, "锦绣苑9号楼", ["向阳社区 锦绣苑：/bind JX"]),
    (2002, "锦绣苑3号楼502", ["向阳社区 锦绣苑3号楼：/bind JX3"]),
]


@pytest.mark.parametrize(("number", "words", "lines"), ASKED)
async def test_where_it_may_mean_several_or_something_else_the_codes_are_said_and_nothing_is_bound(
    street, number, words, lines
):
    said = await sends(street, number, words)
    first, *rest = said.text.splitlines()
    assert f"“{words}”" in first
    assert sorted(rest) == sorted(lines)
    assert kinds(said) == ["code"] * len(lines)
    rows = await street.app._database.read(lambda tx: tx.all("SELECT id FROM groups"))
    assert rows == []


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (2001, "锦绣苑", "只有锦绣苑或它上级的网格长、书记、管理员能绑定"),
        (None, "锦绣苑", "没有编码为“锦绣苑”的网格"),  # several, none of them theirs
        (2002, "四季花城3号楼", "只有四季花城3号楼或它上级的网格长、书记、管理员能绑定"),
        (2006, "滨河社区", "只有滨河社区或它上级的网格长、书记、管理员能绑定"),
        (None, "向阳小区", "只有向阳小区或它上级的网格长、书记、管理员能绑定"),
        (None, "3号楼", "没有编码为“3号楼”的网格"),
        (2002, "没有这个地方", "没有编码为“没有这个地方”的网格"),
    ],
)
async def test_what_is_nobodys_or_anothers_shows_no_codes(street, number, words, said):
    answer = await sends(street, number, words)
    assert said in answer.text
    for code in ("SJ-0", "JX", "XX", "BH"):
        assert code not in answer.text


async def test_with_nothing_behind_it_whoever_leads_is_told_what_to_send(street):
    said = await sends(street, 2007, "")
    assert said.text.splitlines() == [
        "请这样发：/bind 网格编码，或 /bind 网格名称。您的网格：",
        "向阳社区 锦绣苑：/bind JX",
        "滨河社区 锦绣苑：/bind BH1",
    ]
    assert (await sends(street, None, "")).text == "请这样发：/bind 网格编码，或 /bind 网格名称"


async def test_the_codes_are_said_in_english_too(street):
    said = await sends(street, 2004, "四季花城", "en")
    assert "/bind SJ-07" in said.text
    assert "/bind SJ-09" in said.text


async def my_grid_of(street, who, *words):
    """Opened anew from the desk."""
    before = who.chat.last.id
    who.says("/desk")
    await street.becomes(lambda: "🗺 我的网格" in who.chat.last.labels and who.chat.last.id > before)
    desk = who.chat.last.id
    await street.taps(who, "🗺 我的网格")
    await street.becomes(lambda: who.chat.last.id > desk)
    return await street.sees(who, "🗺", *words)


async def opens_my_grid(street, number, *words):
    who = street.lives("某人", number)
    await street.sees(who)
    return who, await my_grid_of(street, who, *words)


COMMAND = "👥 还没有自己的群。把机器人拉进志愿者群，在群里发：/bind JX3"


async def test_my_grid_says_what_to_send_until_the_grid_has_a_group(street):
    li, card = await opens_my_grid(street, 2001, COMMAND)
    assert kinds(card).count("code") == 1
    group = street.tg.supergroup("红马甲", admins=[li])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    again = await my_grid_of(street, li)
    assert again.id != card.id
    assert "/bind" not in again.text


async def test_my_grid_shows_the_command_of_the_grid_that_is_open(street):
    ma, card = await opens_my_grid(street, 2003, "/bind XY")
    await street.taps(ma, "四季花城", "🗺")
    await street.becomes(lambda: "/bind SJ-07" in card.text)


async def test_whoever_may_not_bind_a_group_is_shown_no_code(street):
    _, card = await opens_my_grid(street, 2006, "向阳社区")
    assert "/bind" not in card.text


async def test_coverage_says_the_very_command_for_each_grid_without_a_group(street):
    ma, _ = await opens_my_grid(street, 2003, "向阳社区")
    await street.taps(ma, "缺口", "🗺")
    report = await street.sees(ma, "🧩", "· 向阳社区：/bind XY")
    assert "编码" not in report.text
    assert kinds(report).count("code") == 1
    group = street.tg.supergroup("红马甲", admins=[ma])
    ma.says("/bind JX", chat=group)
    await street.sees(group, "已绑定")
    await my_grid_of(street, ma)
    await street.taps(ma, "缺口", "🗺")
    await street.sees(
        ma,
        "🧩",
        "· 四季花城（向阳社区）：/bind SJ-07",
        "· 向阳小区（向阳社区）：/bind XX",
    )
