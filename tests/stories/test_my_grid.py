"""My grid: from the desk to how one's own corner stands; nobody sees further than their posts."""

import pytest

GRIDS = """\
code,name,level,parent,mode,dedicated
XY,向阳社区,community,,,
JX,锦绣苑,compound,XY,trustee,
JX1,1号楼,building,JX,,
JX2,锦绣苑2号楼,building,JX,,
JX3,3号楼,building,JX,,
JX3-1,1单元,unit,JX3,,
JX3-2,2单元,unit,JX3,,
HS,红山院,compound,XY,,
SC,向阳市场,market,XY,,yes
"""
PEOPLE = """\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
陈网格长,leader,JX,,2002
周楼长,leader,JX1,13900000001,
马书记,secretary,XY,,2003
管理员,admin,XY,,2004
吴社工,staff,XY,,2005
万物业,property,JX,,2006
孙场长,leader,SC,,2007
孙场长,deputy,HS,,2007
"""


@pytest.fixture
async def street(quiet_street):
    await quiet_street.settle(GRIDS, PEOPLE)
    async with quiet_street.running() as street:
        yield street


async def my_grid(street, who, *words):
    """Open it from the desk."""
    who.says("/desk")
    await street.taps(who, "🗺 我的网格")
    return await street.sees(who, "🗺", *words)


async def test_a_leader_sees_what_is_open_who_has_which_post_and_where_nobody_is(street, reported):
    wang, chen, _ = street.lives("王阿姨"), street.lives("陈", 2002), street.lives("李", 2001)
    street.lives("万", 2006).blocks()
    wang.sends_contact()
    await reported(wang, words="水管漏水，我家在402")
    await reported(wang, words="楼道灯坏了")
    card = await my_grid(street, chen, "锦绣苑")
    assert card.text.splitlines() == [
        "🗺 锦绣苑",
        "向阳社区 › 锦绣苑",
        "小区 · 完全托管",
        "里面有：楼栋 3 · 单元 2",
        "📌 还没办完的诉求：2 件",
        "岗位",
        "✓ 陈网格长（网格长）",
        "⛔ 万物业（物业）",
        "👥 还没有自己的群。把机器人拉进志愿者群，在群里发：/bind JX",
        "下一级（3）",
        "2号楼：⚠️ 没有楼栋长",
        "3号楼：✓ 李楼长 · 2 件没办完",
        "1号楼：! 周楼长",
        "✓ 已开通　! 没开通　⛔ 联系不上　🏖 请假",
    ]
    assert card.labels == ["⚠️ 2号楼", "3号楼", "1号楼", "图", "海报", "人员", "缺口"]
    for private in ("王阿姨", "402", wang.phone, "13900000001"):
        assert private not in card.text


async def test_grids_inside_are_opened_on_the_same_card_and_back_again(street, reported):
    wang, ma = street.lives("王阿姨"), street.lives("马", 2003)
    await reported(wang)
    card = await my_grid(street, ma, "向阳社区", "书记")
    await street.taps(ma, "锦绣苑", "🗺")
    await street.becomes(lambda: "向阳社区 › 锦绣苑" in card.text)
    await street.taps(ma, "3号楼", "🗺")
    await street.becomes(lambda: "向阳社区 › 锦绣苑 › 3号楼" in card.text)
    assert "⛔ 李楼长（楼栋长）" in card.text
    assert "1单元：归3号楼管\n" in card.text
    await street.taps(ma, "2单元", "🗺")
    await street.becomes(lambda: "› 2单元" in card.text)
    assert "📌 还没办完的诉求：1 件" in card.text
    assert "⚠️ 这里还没有单元长" in card.text
    for above in ("🗺 3号楼", "🗺 锦绣苑", "🗺 向阳社区"):
        await street.taps(ma, "返回", "🗺")
        await street.becomes(lambda above=above: card.text.startswith(above))
    assert "返回" not in card.labels


async def test_who_has_several_posts_chooses_first(street):
    sun = street.lives("孙", 2007)
    card = await my_grid(street, sun, "请选一个")
    assert card.labels == ["向阳市场", "红山院"]
    await street.taps(sun, "向阳市场", "请选一个")
    await street.becomes(lambda: "market（专属网格）" in card.text)
    await street.taps(sun, "返回", "🗺")
    await street.becomes(lambda: "请选一个" in card.text)


@pytest.mark.parametrize(
    ("number", "manages"), [(2004, True), (2005, True), (2006, False)], ids=["admin", "staff", "property"]
)
async def test_the_property_company_looks_and_the_office_sees_to_it(street, number, manages):
    who = street.lives("谁", number)
    card = await my_grid(street, who)
    assert ("人员" in card.labels) is manages
    assert ("缺口" in card.labels) is manages
    assert "图" in card.labels
    if manages:
        await street.taps(who, "人员", "🗺")
        await street.sees(who, "人员 · 向阳社区")


async def test_nobody_sees_further_than_their_posts(street):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    chens = await my_grid(street, chen, "锦绣苑")
    lis = await my_grid(street, li, "3号楼")
    assert "返回" not in lis.labels
    # A button of somebody else's card says nothing to who has no post there.
    other = chens.button("⚠️ 2号楼")
    gaps = chens.button("缺口")
    for data in (other, gaps, "vg:1:0", "ct:1:0", "gp:1", "cv:0"):
        assert "不归您" in (await li.taps(lis, stale=data).answered()).text
    assert "3号楼" in lis.text
    wang.says("/desk")
    said = await street.sees(wang, "工作台是网格长")
    assert said.labels == []
    assert "不归您" in (await wang.taps(said, stale="mg").answered()).text


async def test_a_post_that_has_ended_shows_nothing_any_more(street):
    chen = street.lives("陈", 2002)
    await my_grid(street, chen, "锦绣苑")
    await street.app._database.transact(
        lambda tx: tx.run("UPDATE posts SET ended_at = :now WHERE role = 'leader'", now=street.clock.now())
    )
    assert "不归您" in (await street.taps(chen, "3号楼", "🗺")).text
    assert "不归您" in (await street.taps(chen, "🗺 我的网格", "工作台")).text


async def test_a_long_list_of_grids_is_turned_page_by_page(street):
    more = "".join(f"B{n},{n}号院,building,HS,,\n" for n in range(1, 11))
    await street.settle(GRIDS + more, PEOPLE)
    sun = street.lives("孙", 2007)
    await my_grid(street, sun, "请选一个")
    await street.taps(sun, "红山院", "请选一个")
    card = await street.sees(sun, "下一级（10）")
    assert card.labels[7:9] == ["⚠️ 8号院", "下一页 →"]
    await street.taps(sun, "下一页 →", "🗺")
    await street.becomes(lambda: card.labels[:3] == ["⚠️ 9号院", "⚠️ 10号院", "← 上一页"])


async def test_it_is_read_in_english_too(street):
    ma = street.lives("Ma", 2003, language="en")
    ma.says("/desk")
    await street.taps(ma, "🗺 My grid")
    card = await street.sees(ma, "Inside: Compound 2 · market 1 · Building 3 · Unit 2", "One level down (3)")
    assert "锦绣苑: ⛔ 陈网格长" in card.text
    assert card.labels[-4:] == ["Picture", "Posters", "People", "Coverage"]


async def test_of_whoever_is_on_leave_it_says_who_stands_in(street):
    li, ma = street.lives("李", 2001), street.lives("马", 2003)
    street.lives("陈", 2002)
    li.says("/desk")
    await street.taps(li, "请假，陈网格长接", "工作台")
    await street.taps(li, "5", "陈网格长 · 锦绣苑 网格长")
    await my_grid(street, ma, "向阳社区")
    await street.taps(ma, "锦绣苑", "向阳社区")
    await street.taps(ma, "3号楼", "锦绣苑")
    await street.sees(ma, "🗺 3号楼", "🏖 李楼长（楼栋长），请假到", "，由陈网格长代管")
