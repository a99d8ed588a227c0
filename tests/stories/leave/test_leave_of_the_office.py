"""When somebody of the office is on leave: who has the queue meanwhile, and who has it when they are back."""

import pytest

GRIDS = """\
code,name,level,parent
XY,向阳社区,community,
JX,锦绣苑,compound,XY
HS,红山院,compound,XY
"""
PEOPLE = """\
name,role,grid,phone,telegram_id
马书记,secretary,XY,,2003
洪网格长,leader,HS,,2006
管理员,admin,XY,,2004
孙社工,staff,XY,,2007
"""
ADMIN, MA, SUN, HONG = 2004, 2003, 2007, 2006
A_WEEK = "9"
NOBODY = "不指定"
QUEUED = "还不知道在哪里"


@pytest.fixture
async def town(street):
    """The street with an office of two, and a secretary who may stand in."""
    await street.settle(GRIDS, PEOPLE)
    return street


def hears(who, number):
    """Whether anything the bot has said to somebody has the number."""
    return any(number in message.text for message in who.chat.messages)


async def on_the_desk(town, who, number):
    who.says("/desk")
    desk = await town.sees(who, "工作台")
    await town.becomes(lambda: desk.labels)
    return any(number in label for label in desk.labels)


async def test_whoever_stands_in_has_what_waits_and_what_comes_and_may_settle_it(
    town, goes_on_leave, somewhere
):
    wang, sun, ma = town.lives("王阿姨"), town.lives("孙", SUN), town.lives("马", MA)
    admin, hong = town.lives("管理员", ADMIN), town.lives("洪", HONG)
    waits = await somewhere(wang, "路上有个坑")
    await town.sees(sun, waits, QUEUED)
    await town.sees(admin, waits, QUEUED)
    assert not hears(ma, waits)

    await goes_on_leave(sun, A_WEEK, with_whom="马书记")
    await town.sees(ma, waits, QUEUED)
    new = await somewhere(wang, "路上又有个坑")
    await town.sees(ma, new, QUEUED)
    await town.sees(admin, new, QUEUED)
    assert not hears(sun, new)
    assert await on_the_desk(town, ma, waits)
    answer = await town.taps(ma, "红山院", new)
    assert "改好了" in answer.text
    await town.sees(hong, new, "马书记改了地点")
    await town.taps(ma, "受理", waits)
    await town.sees(wang, waits, "马书记在办了")


async def test_the_end_of_the_leave_is_the_end_of_it_and_who_is_back_sees_what_came(
    town, goes_on_leave, somewhere
):
    wang, sun, ma = town.lives("王阿姨"), town.lives("孙", SUN), town.lives("马", MA)
    town.lives("管理员", ADMIN)
    await goes_on_leave(sun, A_WEEK, with_whom="马书记")
    kept, left = await somewhere(wang, "路上有个坑"), await somewhere(wang, "路上又有个坑")
    await town.taps(ma, "受理", kept)
    card = await town.sees(ma, left, QUEUED)
    accept = card.button("受理")
    sun.says("/desk")
    await town.taps(sun, "我回来了", "工作台")
    await town.sees(sun, left, QUEUED)
    assert not hears(sun, kept)
    await town.becomes(lambda: "受理" not in card.labels)
    assert "不归您" in (await ma.taps(card, stale=accept).answered()).text
    assert not await on_the_desk(town, ma, left)
    assert await on_the_desk(town, ma, kept)  # what has come to a stand-in stays with them
    await town.taps(sun, "受理", left)
    await town.sees(wang, left, "孙社工在办了")


async def test_a_leave_that_ends_by_itself_is_the_same(town, goes_on_leave, somewhere):
    wang, sun, ma = town.lives("王阿姨"), town.lives("孙", SUN), town.lives("马", MA)
    town.lives("管理员", ADMIN)
    await goes_on_leave(sun, "3", with_whom="马书记")
    await town.passes(hours=14)
    number = await somewhere(wang, "路上有个坑")  # an hour before midnight, when nobody is woken
    await town.passes(hours=2)
    await town.app._ticker.look_at_posts()
    await town.passes(hours=6)
    await town.sees(sun, number, QUEUED)
    assert not hears(ma, number)
    assert not await on_the_desk(town, ma, number)


async def test_who_stands_in_for_an_administrator_acts_on_the_queue_and_is_none(
    town, goes_on_leave, somewhere
):
    wang, admin, ma = town.lives("王阿姨"), town.lives("管理员", ADMIN), town.lives("马", MA)
    await goes_on_leave(admin, A_WEEK, with_whom="马书记")
    number = await somewhere(wang, "路上有个坑")
    await town.sees(ma, number, QUEUED)
    assert not hears(admin, number)
    ma.sends_document(b"name,role,grid\n", name="people.csv")  # not to be imported: she is no administrator
    await town.sees(ma, "您要反映的事")
    await town.taps(ma, "受理", number)
    await town.sees(wang, number, "马书记在办了")
    admin.says("/desk")
    await town.taps(admin, "我回来了", "工作台")
    await town.passes(days=1)
    assert await on_the_desk(town, ma, number)


async def test_who_is_away_keeps_the_right_to_act(town, goes_on_leave, somewhere):
    wang, sun = town.lives("王阿姨"), town.lives("孙", SUN)
    number = await somewhere(wang, "路上有个坑")
    await town.sees(sun, number, QUEUED)
    await goes_on_leave(sun, A_WEEK, with_whom=NOBODY)
    await town.taps(sun, "受理", number)
    await town.sees(wang, number, "孙社工在办了")


async def test_when_the_whole_office_is_away_it_hears_nevertheless(town, goes_on_leave, somewhere):
    wang, sun, admin = town.lives("王阿姨"), town.lives("孙", SUN), town.lives("管理员", ADMIN)
    await goes_on_leave(sun, A_WEEK, with_whom=NOBODY)
    await goes_on_leave(admin, A_WEEK, with_whom=NOBODY)
    number = await somewhere(wang, "路上有个坑")
    await town.sees(sun, number, QUEUED)
    await town.sees(admin, number, QUEUED)
