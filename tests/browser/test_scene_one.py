"""A blocked drain, from a photo at the door to five stars: five people in one window, by what they see and
tap."""

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")

GROUP = "松柏苑邻里群"
PEOPLE = ("resident-wang", "building-01-2", "volunteer-4", "volunteer-5", "volunteer-6")
PHONE = "13912345678"


async def test_a_blocked_drain_goes_from_a_photo_at_the_door_to_five_stars(window, picture):
    for key in ("leader-01", "secretary"):
        await window.puts_away(key)
    wang, chen, tian, wu, han = [await window.open(key) for key in PEOPLE]
    number = await wang_reports(wang)
    await chen_offers_it(chen, wang, number)
    await two_claim_and_the_third_finds_it_full(tian, wu, han, number)
    await both_see_the_whole_case_in_private(tian, wu, number)
    await wang.sees(number, "有志愿者接单了")

    await window.passes_ten()
    await both_do_it(tian, wu, number, picture)
    await han.sees(number, "已完成，谢谢：田大勇、吴佳怡")
    await wang_is_content(wang, number)

    for helper in (chen, tian, wu):
        await helper.sees(number, "居民说解决了", "★★★★★", "师傅们真好")
    await expect(han.messages.filter(has_text=number)).to_have_count(1)
    for volunteer in (tian, wu, han):
        await volunteer.enters(GROUP)
        await volunteer.sees(number)
        assert PHONE not in await volunteer.whole.inner_text()


async def wang_reports(wang):
    """She scans the poster at her door, and sends the photo of the drain with a few words."""
    await wang.enters()
    await wang.scans("松柏苑2号楼1单元")
    await wang.sees("请说说哪里有什么问题")
    await wang.sends("page-sample-drain", f"我家门口下水道堵了，请打{PHONE}")
    await wang.sees("类别：🚽 下水道堵塞", "松柏苑2号楼1单元", "1 张照片", "请看看对不对")
    await wang.taps("提交")
    await wang.is_told("已提交 #")
    receipt = await wang.sees("收到了", "陈德福")
    return (await receipt.inner_text()).split("#")[1].split()[0]


async def chen_offers_it(chen, wang, number):
    """He answers for the building: he has photo and card at once, accepts and offers it to the group."""
    await chen.enters()
    await chen.sees_photo()
    await chen.sees(number, "下水道堵塞", PHONE)
    await chen.taps("受理", number)
    await chen.is_told("已受理")
    await wang.sees(number, "已受理，陈德福在办了")
    await chen.taps("派单", number)
    await chen.taps("2", "派给哪里")
    await chen.taps(GROUP, "派给哪里")
    await chen.is_told(f"已派到{GROUP}")


async def two_claim_and_the_third_finds_it_full(tian, wu, han, number):
    """The group learns what is wrong, and nothing of whose door it is at."""
    for volunteer in (tian, wu, han):
        await volunteer.enters(GROUP)
        await volunteer.sees(number, "需要 2 人", "还差 2 人")
        assert PHONE not in await volunteer.whole.inner_text()
    await tian.taps("接单", number)
    await tian.is_told("接单成功")
    await han.sees(number, "已接 1/2：田大勇")
    await wu.taps("接单", number)
    await wu.is_told("接单成功")
    card = await han.sees(number, "已接 2/2：田大勇、吴佳怡", "人齐了")
    await expect(card.get_by_role("button", name="接单")).to_have_count(0)


async def both_see_the_whole_case_in_private(tian, wu, number):
    """It is marked as new until they look."""
    for volunteer in (tian, wu):
        await volunteer.leaves_the_chat()
        await expect(volunteer.unread()).to_be_visible()
        await volunteer.enters()
        await volunteer.sees("您接了", number, PHONE)
        await volunteer.sees_photo()
        await volunteer.leaves_the_chat()
        await expect(volunteer.unread()).to_be_hidden()
        await volunteer.enters()


async def both_do_it(tian, wu, number, picture):
    """One shows it by a picture of his own, both say it."""
    await tian.taps("完成", number)
    await tian.sees(number, "办得怎么样")
    await tian.uploads(picture, caption="管子疏通了")
    await wu.taps("完成", number)
    await wu.sees(number, "办得怎么样")
    await wu.says("地也冲干净了")


async def wang_is_content(wang, number):
    """It is solved when she says so; stars, and words if she likes."""
    await wang.sees(number, "办好了", "管子疏通了", "地也冲干净了", "解决了吗")
    await wang.taps("已解决", number)
    await wang.is_told("祝您顺心")
    await wang.taps("★★★★★", number)
    await wang.sees(number, "还想说点什么吗")
    await wang.says("师傅们真好")
    await wang.sees("您的评价：★★★★★")
