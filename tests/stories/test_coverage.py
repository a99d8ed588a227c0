"""The coverage report: a leader asks for it, the office gets it on Mondays."""

from datetime import UTC, datetime, timedelta

import pytest

GRIDS = """\
code,name,level,parent
XY,向阳社区,community,
JX,锦绣苑,compound,XY
JX3,3号楼,building,JX
JX4,4号楼,building,JX
HS,红山院,compound,XY
"""
PEOPLE = """\
name,role,grid,phone,telegram_id
李楼长,leader,JX3,,2001
陈网格长,leader,JX,,2002
马书记,secretary,XY,,2003
管理员,admin,XY,,2004
吴社工,staff,XY,,2005
"""
MONDAY = datetime(2026, 3, 9, 1, tzinfo=UTC)
"""Nine o'clock in Shanghai."""


@pytest.fixture
async def street(quiet_street):
    await quiet_street.settle(GRIDS, PEOPLE)
    async with quiet_street.running() as street:
        yield street


def reports(who):
    return [message for message in who.chat.messages if "🧩" in message.text]


async def until(street, moment):
    await street.passes(seconds=(moment - street.clock.now()).total_seconds())


async def test_a_leader_reads_what_is_missing_within_their_own_grid_and_what_to_do(street):
    chen = street.lives("陈", 2002)
    chen.says("/desk")
    await street.taps(chen, "🗺 我的网格")
    await street.taps(chen, "缺口", "🗺")
    report = await street.sees(chen, "🧩")
    assert report.text.splitlines() == [
        "🧩 缺口",
        "锦绣苑",
        "",
        "⛔ 联系不上的：1",
        "没有点过“开始”，或者停用了机器人。请打电话让他们打开机器人，点“开始”。",
        "· 李楼长（3号楼）",
        "",
        "👥 没有群的网格：1",
        "派单没有地方去。把机器人拉进志愿者群，再在群里发那一行的命令，点一下就能复制。",
        "· 锦绣苑（向阳社区）：/bind JX",
        "",
        "🏢 没有人的楼栋和单元：1",
        "一栋楼有一位楼栋长，或者每个单元有一位单元长，就行。",
        "· 锦绣苑：4号楼",
    ]
    assert "红山院" not in report.text


async def test_the_office_gets_it_on_monday_at_nine_and_leaders_do_not(street):
    admin, wu, ma = street.lives("管理员", 2004), street.lives("吴", 2005), street.lives("Ma", 2003)
    await street.passes(seconds=1)
    await until(street, MONDAY - timedelta(minutes=1))
    assert reports(admin) == []
    await until(street, MONDAY)
    whole = await street.sees(
        admin, "🧩 每周缺口", "没有网格长、副网格长、书记的网格：1", "· 向阳社区：红山院"
    )
    part = await street.sees(wu, "🧩 每周缺口", "向阳社区", "红山院")
    assert whole.text != part.text
    await until(street, MONDAY + timedelta(days=6, hours=23))
    assert (len(reports(admin)), len(reports(wu)), reports(ma)) == (1, 1, [])
    await until(street, MONDAY + timedelta(days=7))
    await street.becomes(lambda: len(reports(admin)) == 2)


async def test_it_is_sent_once_after_weeks_in_which_the_bot_did_not_run(street):
    admin = street.lives("管理员", 2004)
    await street.passes(seconds=1)
    await street.close()
    street.clock.advance(timedelta(days=24, hours=14))  # two Mondays on, at night
    await street.open()
    await street.passes(seconds=1)
    assert reports(admin) == []
    await street.passes(hours=8)
    await street.sees(admin, "🧩 每周缺口")
    await street.passes(hours=1)
    assert len(reports(admin)) == 1


async def test_good_news_is_told_in_a_line(street):
    admin = street.lives("管理员", 2004)
    for name, number in (("李", 2001), ("陈", 2002), ("马", 2003), ("吴", 2005)):
        street.lives(name, number)
    group = street.tg.supergroup("红马甲", admins=[admin])
    admin.says("/bind XY", chat=group)
    await street.sees(group, "已绑定")
    await street.app._database.transact(
        lambda tx: tx.run(
            """INSERT INTO posts (person_id, role, grid_id) SELECT p.id, 'leader', g.id FROM people p, grids g
               WHERE p.telegram_id = 2005 AND g.code IN ('HS', 'JX4')"""
        )
    )
    await until(street, MONDAY)
    news = await street.sees(admin, "🧩 每周缺口", "共 6 个网格，处处有人")
    assert news.labels == []

    # What was said is brought up to date, page by page, by whoever looks again.
    group.set_bot("restricted", by=admin)
    await street.sees(admin, "发不了消息")
    admin.says("/desk")
    await street.taps(admin, "🗺 我的网格")
    await street.taps(admin, "缺口", "🗺")
    await street.sees(admin, "🧩 缺口", "🔇 发不了消息的群：1", "· 红马甲（向阳社区）")


async def test_a_long_report_is_turned_page_by_page(street):
    grids = GRIDS + "".join(
        f"C{n},{n}号小区,compound,XY\nC{n}-1,{n}号小区1号楼,building,C{n}\n" for n in range(20)
    )
    await street.settle(grids, PEOPLE)
    ma = street.lives("马", 2003)
    ma.says("/desk")
    await street.taps(ma, "🗺 我的网格")
    await street.taps(ma, "缺口", "🗺")
    report = await street.sees(ma, "🧩 缺口", "等 21 个")
    assert report.labels == ["下一页 →"]
    await street.taps(ma, "下一页 →", "🧩")
    await street.becomes(lambda: report.labels == ["← 上一页", "下一页 →"])
    assert "没有人的楼栋和单元：21" in report.text
    await street.taps(ma, "下一页 →", "🧩")
    await street.becomes(lambda: report.labels == ["← 上一页"])
    assert "19号小区1号楼" in report.text
