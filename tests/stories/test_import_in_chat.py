"""An administrator sends an import file into the chat: it is looked at, shown, and changes on Confirm."""

import contextlib
import io

import openpyxl
import pytest

from sandbox import Fault
from storage import jobs

GRIDS = """\
code,name,level,parent
JX3,三号楼,building,JX
JX4,4号楼,building,JX
"""
PEOPLE = "name,role,grid,phone\n"


@pytest.fixture
async def admin(street):
    someone = street.lives("管", 2004)
    await street.sees(someone, "管理员，您好")
    return someone


def sends(admin, words, name="grids.csv", **more):
    return admin.sends_document(words.encode(), name=name, **more)


async def grids(street):
    rows = await street.app._database.read(lambda tx: tx.all("SELECT code, name FROM grids"))
    return {row["code"]: row["name"] for row in rows}


async def uploads(street):
    return await street.app._database.read(lambda tx: tx.all("SELECT * FROM uploads ORDER BY id"))


async def test_a_file_is_shown_first_and_written_on_confirm(street, admin):
    sends(admin, GRIDS)
    card = await street.sees(admin, "grids.csv", "没有错误", "网格：新增 1，修改 1，不变 0，文件里没有的 4")
    assert "不会删" in card.text
    assert card.labels == ["确认导入", "看明细", "取消"]
    assert (await grids(street))["JX3"] == "3号楼"
    await street.taps(admin, "确认导入")
    done = await street.sees(admin, "导入好了", "新增 1，修改 1")
    assert done.id == card.id
    assert done.labels == []
    assert (await grids(street))["JX3"] == "三号楼"
    assert (await grids(street))["JX4"] == "4号楼"
    assert (await grids(street))["HS"] == "红山院"


async def test_each_row_is_shown_in_plain_words(street, admin):
    sends(admin, GRIDS)
    await street.taps(admin, "看明细")
    shown = await street.sees(admin, "三号楼 (JX3)")
    assert "✏️ 网格 三号楼 (JX3)：名称: 3号楼 → 三号楼" in shown.text
    assert "➕ 网格 4号楼 (JX4)：" in shown.text
    assert "层级: 楼栋" in shown.text
    assert "红山院 (HS)：文件里没有，照旧留着" in shown.text
    await street.taps(admin, "返回")
    await street.becomes(lambda: "确认导入" in admin.chat.last_from_bot.labels)


async def test_a_table_of_few_columns_changes_nothing_that_it_does_not_tell_of(street, admin):
    whole = "编码,名称,层级,上级,管理模式,别名\nJX,锦绣苑,小区,XY,托管,锦绣;老厂院\n"
    held = "姓名,角色,网格,telegram_id,技能,截止\n管理员,管理员,XY,2004,,\n甲,志愿者,JX,,水电,2030-12-31\n"
    await street.settle(people=held)
    sends(admin, whole)
    await street.taps(admin, "确认导入")
    await street.sees(admin, "导入好了")
    sends(admin, "编码,名称,层级,上级\nJX,锦绣家园,小区,XY\n")
    await street.taps(admin, "看明细")
    shown = await street.sees(admin, "锦绣家园 (JX)")
    assert "✏️ 网格 锦绣家园 (JX)：名称: 锦绣苑 → 锦绣家园\n" in shown.text
    await street.taps(admin, "返回")
    await street.taps(admin, "确认导入")
    await street.becomes(lambda: sum("导入好了" in message.text for message in admin.chat.messages) == 2)
    sends(admin, "姓名,角色,网格\n甲,志愿者,JX\n", "people.csv")
    await street.sees(admin, "people.csv", "新增 0，修改 0，不变 1")
    sends(admin, whole.replace("苑", "家园"))
    await street.sees(admin, "grids.csv", "新增 0，修改 0，不变 1")


async def test_rows_and_faults_are_turned_page_by_page(street, admin):
    many = "".join(f"志愿{number},volunteer,JX3,13900001{number}\n" for number in range(100, 115))
    sends(admin, PEOPLE + many, "people.csv")
    await street.taps(admin, "看明细")
    first = await street.sees(admin, "志愿100 (JX3) 志愿者")
    assert "+8613900001100" in first.text
    assert first.labels == ["下一页 →", "返回"]
    await street.taps(admin, "下一页 →")
    await street.sees(admin, "志愿114")
    wrong = "".join(f"志愿{number},volunteer,NO,\n" for number in range(30))
    sends(admin, PEOPLE + wrong, "people.csv")
    faults = await street.sees(admin, "有 30 处要改", "什么也没有导入", "第 2 行")
    assert faults.labels == ["下一页 →"]
    assert faults.text.count("“NO”") == 20
    await street.taps(admin, "下一页 →", "有 30 处要改")
    await street.sees(admin, "有 30 处要改", "第 31 行")


async def test_the_rows_of_a_file_are_shown_to_no_other_administrator(street, admin):
    await street.settle(people="name,role,grid,telegram_id\n管理员,admin,XY,2004\n另一位,admin,XY,2005\n")
    other = street.lives("另", 2005)
    await street.sees(other, "您好")
    sends(admin, "name,role,grid,phone\n秘密人,volunteer,JX3,13900000077\n", "people.csv")
    await street.sees(admin, "people.csv", "新增 1")
    (upload,) = await uploads(street)
    other.says("/help")
    card = await street.noted(await street.sees(other, "语言"))
    for press in ("up:{}:1:0", "up:{}:0:0", "uy:{}", "ux:{}"):
        await other.taps(card, stale=press.format(upload["id"])).answered()
    await street.tg.quiet()
    told = "".join(message.text for message in other.chat.messages)
    assert not any(secret in told for secret in ("秘密人", "13900000077", "新增"))
    assert (await uploads(street))[0]["status"] == "ready"


async def test_a_workbook_is_taken_as_well(street, admin):
    book = openpyxl.Workbook()
    book.active.title = "网格"
    for row in (["编码", "名称", "层级", "上级"], ["JX9", "9号楼", "楼栋", "JX"]):
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    admin.sends_document(kept.getvalue(), name="名册.xlsx")
    await street.sees(admin, "名册.xlsx", "新增 1")
    await street.taps(admin, "确认导入")
    await street.sees(admin, "导入好了")
    assert (await grids(street))["JX9"] == "9号楼"


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"\x89PNG\r\n\x1a\n" + b"0" * 100, "grids.xlsx"), (b"\xff\xd8\xff\xe0" + b"1" * 200, "grids.csv")],
)
async def test_what_is_no_table_gets_its_clear_line(street, admin, content, name):
    admin.sends_document(content, name=name)
    refused = await street.sees(admin, name, "1 处要改", "什么也没有导入")
    assert "确认导入" not in refused.labels


async def test_the_same_file_again_changes_nothing(street, admin):
    same = "code,name,level,parent\nXY,向阳社区,community,\nJX,锦绣苑,compound,XY\nJX3,3号楼,building,JX\n"
    sends(admin, same + "JX3-2,2单元,unit,JX3\nHS,红山院,compound,XY\n")
    same = await street.sees(admin, "没有要改的")
    assert same.labels == []


async def test_a_file_that_is_too_large_for_telegram_is_said_so(street, admin):
    sends(admin, GRIDS, size=21 * 1024 * 1024)
    await street.sees(admin, "超过 20 MB", "redvest import")
    assert not street.tg.calls_of("getFile")


async def test_cancel_changes_nothing_and_confirm_after_it_neither(street, admin):
    sends(admin, GRIDS)
    card = await street.sees(admin, "没有错误")
    await street.taps(admin, "取消")
    await street.sees(admin, "已取消，什么也没有动")
    (upload,) = await uploads(street)
    answer = await admin.taps(card, stale=f"uy:{upload['id']}").answered()
    assert "取消了" in answer.text
    assert (await grids(street))["JX3"] == "3号楼"
    assert upload["report"] == "{}"


async def test_two_confirms_write_once(street, admin):
    sends(admin, GRIDS)
    card = await street.noted(await street.sees(admin, "没有错误"))
    first, second = admin.taps(card, "确认导入"), admin.taps(card, "确认导入")
    texts = {(await first.answered()).text, (await second.answered()).text}
    assert "开始导入" in texts
    assert any("正在导入" in text for text in texts)
    await street.sees(admin, "导入好了")


async def test_what_has_changed_meanwhile_is_shown_before_it_is_written(street, admin):
    sends(admin, GRIDS)
    await street.sees(admin, "新增 1，修改 1")
    rename = "UPDATE grids SET name = '三号楼' WHERE code = 'JX3'"
    await street.app._database.transact(lambda tx: tx.run(rename))
    await street.taps(admin, "确认导入")
    await street.sees(admin, "请再看一遍", "新增 1，修改 0，不变 1")
    assert "JX4" not in await grids(street)
    await street.taps(admin, "确认导入")
    await street.sees(admin, "导入好了", "新增 1")
    assert "JX4" in await grids(street)


async def test_who_is_no_administrator_any_more_imports_nothing(street, admin):
    sends(admin, GRIDS)
    card = await street.noted(await street.sees(admin, "没有错误"))
    await street.app._database.transact(
        lambda tx: tx.run("UPDATE posts SET ended_at = :now WHERE role = 'admin'", now=street.clock.now())
    )
    answer = await admin.taps(card, "确认导入").answered()
    assert "开始" not in answer.text
    assert (await grids(street))["JX3"] == "3号楼"


async def test_who_loses_the_post_while_it_waits_imports_nothing(street, admin):
    sends(admin, GRIDS)
    await street.sees(admin, "没有错误")
    (upload,) = await uploads(street)

    async def confirmed_and_dismissed(tx):
        await tx.run("UPDATE uploads SET status = 'writing'")
        await tx.run("UPDATE posts SET ended_at = :now WHERE role = 'admin'", now=street.clock.now())
        await jobs.add(tx, kind="write-upload", payload={"upload": upload["id"]}, now=street.clock.now())

    await street.app._database.transact(confirmed_and_dismissed)
    await street.sees(admin, "不是管理员了")
    assert (await grids(street))["JX3"] == "3号楼"
    assert [row["status"] for row in await uploads(street)] == ["cancelled"]


async def test_a_bot_that_was_stopped_in_between_goes_on(street, admin):
    fault = street.tg.fail(method="getFile", times=None, with_=Fault.offline())
    sends(admin, GRIDS)
    await street.sees(admin, "正在检查")
    await street.close()
    fault.lift()
    await street.open()
    await street.passes(seconds=10)
    await street.sees(admin, "没有错误")
    fault = street.tg.fail(method="getFile", times=None, with_=Fault.offline())
    await street.taps(admin, "确认导入")
    await street.sees(admin, "正在导入")
    await street.close()
    fault.lift()
    await street.open()
    await street.passes(seconds=10)
    await street.sees(admin, "导入好了")
    assert (await grids(street))["JX3"] == "三号楼"


async def test_a_file_that_cannot_be_fetched_is_asked_for_again(street, admin):
    street.tg.fail(method="getFile", times=None, with_=Fault.http(502))
    sends(admin, GRIDS)
    await street.sees(admin, "正在检查")
    await asked_again(street)
    await street.sees(admin, "请再发一次")


async def asked_again(street):
    """Until it is given up, with the pauses that are between."""
    for _ in range(20):
        await street.passes(minutes=6)
        if [row["status"] for row in await uploads(street)] == ["refused"]:
            return
        calls = len(street.tg.calls_of("getFile"))
        with contextlib.suppress(TimeoutError):
            await street.tg.until(lambda n=calls: len(street.tg.calls_of("getFile")) > n, timeout=0.1)


async def test_a_table_of_anybody_else_is_part_of_their_report(street):
    wang = street.lives("王阿姨")
    await street.sees(wang, "您好")
    sends(wang, GRIDS)
    await street.sees(wang, "1")
    assert await uploads(street) == []
    drafts = await street.app._database.read(lambda tx: tx.all("SELECT * FROM drafts"))
    assert len(drafts) == 1


async def test_a_table_that_answers_a_question_is_the_answer(street, admin, reported):
    wang = street.lives("王阿姨")
    number = await reported(wang)
    await street.settle(people="name,role,grid,telegram_id\n管理员,leader,JX3-2,2004\n管理员,admin,XY,2004\n")
    await street.passes(seconds=1)
    number = await reported(wang, words="门坏了")
    await street.taps(admin, "受理", number)
    await street.taps(admin, "办结", number)
    await street.sees(admin, number, "写")
    sends(admin, GRIDS)
    await street.tg.quiet()
    assert await uploads(street) == []
