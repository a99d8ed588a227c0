"""Bad days at the page: people and groups that go, Telegram that fails, a bot that is killed."""

import json
import re

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")

LOGGED = ("no updates from Telegram", "Telegram does not take messages")
DOOR = "松柏苑2号楼1单元"
PRIVACY = "我保存什么"
GROUP = "松柏苑邻里群"
BAD_DAYS = {
    "too-many": "楼道里的灯不亮了",
    "server-error": "水管漏水了",
    "lost-answer": "垃圾没人清运",
    "offline": "单元门的门禁坏了",
}


async def numbers(phone):
    """Those of all requests that somebody was ever told of."""
    return set(re.findall(r"#(\w{4,})", await phone.whole.inner_text()))


async def number_in(message):
    return (await message.inner_text()).split("#")[1].split()[0]


@pytest.mark.parametrize("kind", BAD_DAYS)
async def test_what_is_sent_on_a_bad_day_arrives_afterwards_once(window, kind):
    wang, chen = await window.open("resident-wang"), await window.open("building-01-2")
    await chen.enters()
    before = await numbers(chen)
    await wang.enters()
    await wang.scans(DOOR)

    await window.switches(kind, on=True)
    await wang.says(BAD_DAYS[kind])
    await wang.sees(BAD_DAYS[kind])
    await window.switches(kind, on=False)

    await wang.taps("提交", BAD_DAYS[kind])
    number = await number_in(await wang.sees("收到了", BAD_DAYS[kind]))
    await chen.sees(number, "新诉求", BAD_DAYS[kind])
    await expect(chen.messages.filter(has_text=number).filter(has_text="新诉求")).to_have_count(1)
    assert await numbers(chen) - before == {number}


async def test_a_submit_whose_answers_are_lost_makes_one_request(window):
    wang, chen = await window.open("resident-wang"), await window.open("building-01-2")
    await chen.enters()
    before = await numbers(chen)
    await wang.enters()
    await wang.scans(DOOR)
    await wang.says("路灯坏了")
    await wang.sees("路灯坏了", "请看看对不对")

    await window.switches("lost-answer", on=True)
    await wang.taps("提交", "路灯坏了")
    number = await number_in(await wang.sees("收到了", "路灯坏了"))
    await chen.sees(number, "新诉求")
    await window.switches("lost-answer", on=False)
    await chen.taps("受理", number)
    await wang.sees(number, "已受理")
    assert await numbers(chen) - before == {number}


async def test_a_bot_killed_in_the_midst_of_a_report_goes_on_where_it_was(window, picture):
    wang, chen = await window.open("resident-wang"), await window.open("building-01-2")
    await wang.enters()
    await chen.enters()
    await wang.scans(DOOR)
    await wang.says("暖气不热")
    await wang.sees("暖气不热", "请看看对不对")

    await window.kills_the_bot()
    await wang.uploads(picture)
    await wang.taps("提交", "暖气不热")
    await window.starts_the_bot()

    number = await number_in(await wang.sees("收到了", "暖气不热"))
    await chen.sees(number, "新诉求", "暖气不热")
    await expect(chen.messages.filter(has_text=number).filter(has_text="新诉求")).to_have_count(1)


async def test_who_blocks_the_bot_is_to_be_seen_in_person_and_is_written_to_again_later(window):
    ma, zhang = await window.open("resident-ma"), await window.open("building-01-1")
    await zhang.enters()
    number = await ma.reports("楼道堆了很多杂物", "松柏苑1号楼2单元")
    await zhang.taps("受理", number)
    await ma.sees(number, "已受理")

    await window.press(ma.button("page-phone-person-menu", name="马永福"))
    await ma.chooses("page-phone-block")
    await expect(ma.whole.get_by_text(window.text("page-phone-gate-unblock"))).to_be_visible()
    await zhang.sees(number, "马永福收不到我的消息了")
    await window.press(ma.button("page-phone-unblock"))
    await zhang.sees(number, "马永福又能收到消息了")
    await ma.says("我又回来了")
    await ma.sees("我又回来了", "还是新的事")


async def test_who_leaves_a_group_reads_nothing_there_until_they_join_again(window):
    tian = await window.open("volunteer-4")
    await tian.enters(GROUP)
    await window.upsets("person", "田大勇", "page-trouble-leaves", group=GROUP)
    await expect(tian.whole.get_by_text(window.text("page-phone-gate-join"))).to_be_visible()
    await window.upsets("person", "田大勇", "page-trouble-joins", group=GROUP)
    await tian.says("我又来了")
    await tian.sees("我又来了")


async def test_a_group_that_becomes_a_supergroup_takes_orders_as_before(window):
    wang, chen = await window.open("resident-wang"), await window.open("building-01-2")
    tian = await window.open("volunteer-4")
    await tian.enters(GROUP)
    await window.upsets("group", GROUP, "page-trouble-upgrades")
    panel = await window.turns_to("page-trouble")
    await expect(panel.get_by_text(window.text("page-trouble-upgraded"))).to_be_visible()

    number = await wang.reports("下水道堵了")
    await chen.enters()
    await chen.taps("派单", number)
    await chen.taps(GROUP, "派给哪里")
    await tian.taps("接单", number)
    await tian.is_told("接单成功")
    await tian.sees(number, "已接 1/1：田大勇")


def calls_after(panel, words):
    """The calls of an act with these words."""
    return panel.get_by_role("heading", name=words).last.locator("..").get_by_role("group")


async def sent_and_answered(call):
    await call.locator("summary").click()
    await expect(call.locator("pre")).to_have_count(2)
    return [json.loads(words) for words in await call.locator("pre").all_inner_texts()]


async def test_the_calls_show_what_was_asked_and_answered_after_an_act(window):
    tian = await window.open("volunteer-4")
    await tian.enters()
    panel = await window.turns_to("page-calls")
    await tian.says("/privacy")
    calls = calls_after(panel, "/privacy").filter(has_text="sendMessage")
    await tian.sees(PRIVACY)
    call = calls.filter(has_text=PRIVACY)  # something may be said to others meanwhile
    for each in await calls.all():
        sent, answered = await sent_and_answered(each)
        if PRIVACY in answered["text"]:
            break
    await expect(call).to_contain_text(window.text("page-call-ok"))
    assert int(sent["chat_id"]) == answered["chat"]["id"]
    assert answered["chat"]["first_name"] == "田大勇"

    await panel.get_by_role("searchbox").fill("editmessage")
    await expect(call).to_be_hidden()
    await window.goes()
    panel = await window.turns_to("page-calls")
    await expect(panel.get_by_role("heading", level=4).last).to_contain_text("/privacy")


async def test_a_call_that_telegram_refuses_is_shown_as_refused(window):
    """A deleted account tells nobody; what is sent to it is refused."""
    luo, ma = await window.open("resident-luo"), await window.open("secretary")
    await ma.enters()
    number = await luo.reports("下水道堵了", "石榴院1号楼1单元")
    await ma.sees(number, "新诉求")
    await window.press(luo.button("page-phone-person-menu", name="罗桑"))
    await luo.chooses("page-phone-deactivate")
    await window.press(luo.whole.get_by_role("alertdialog").get_by_role("button").last)
    await expect(luo.whole.get_by_text(window.text("page-phone-state-deactivated"))).to_be_visible()

    panel = await window.turns_to("page-calls")
    await ma.taps("受理", number)
    refused = calls_after(panel, "受理").filter(has_text=window.text("page-call-refused"))
    await expect(refused.first).to_be_visible()
    _, answered = await sent_and_answered(refused.first)
    assert "deactivated" in answered["description"]
    await ma.sees(number, "收不到我的消息了")
