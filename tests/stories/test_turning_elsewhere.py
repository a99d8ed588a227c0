"""What is said goes where the person means it, and whoever writes gets an answer."""

from bot import handlers
from bot.handlers import incoming


async def test_a_new_report_is_no_answer_to_an_old_question(street, reported):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    await street.sees(li, "是怎么解决的")
    li.says("我要反映")
    await street.sees(li, "请说说哪里有什么问题")
    li.says("我家楼道灯坏了")
    await street.sees(li, "我家楼道灯坏了", "停电照明（我猜的", "在哪里")
    await street.sees(wang, number, "正在办理")
    await street.sees(chen, "红马甲")


async def test_the_poster_is_no_answer_to_an_old_question_either(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    await street.sees(li, "是怎么解决的")
    li.start("at_JX3-2")
    li.says("我家502漏水")
    await street.sees(li, "我家502漏水", "2单元")
    await street.sees(wang, number, "正在办理")


async def test_an_administrator_who_comes_late_is_shown_what_waits(street, reported):
    wang = street.lives("王阿姨")
    number = await reported(wang)
    await street.sees(wang, number, "管理员正在安排")
    admin = street.lives("管理员", 2004)
    await street.taps(admin, "受理", number)
    await street.sees(wang, number, "现在由管理员负责")


async def test_a_queue_nobody_takes_is_recalled_to_the_administrators_and_not_escalated_to_themselves(
    street, reported
):
    wang, admin = street.lives("王阿姨"), street.lives("管理员", 2004)
    number = await reported(wang)
    await street.sees(admin, number, "无人负责")
    await street.passes(hours=2)
    await street.sees(admin, number, "催办")
    assert not any("升级督办" in message.text for message in admin.chat.messages)


async def test_not_solved_with_the_top_leader_is_told_to_the_administrators(street, reported):
    wang, ma, admin = street.lives("王阿姨"), street.lives("马", 2003), street.lives("管理员", 2004)
    number = await reported(wang)
    await street.taps(ma, "受理", number)
    await street.taps(ma, "办结", number)
    ma.says("修好了")
    await street.taps(wang, "未解决", number)
    wang.says("还是漏")
    await street.sees(admin, number, "已退回马书记重办", "还是漏")


async def test_a_command_there_is_not_shows_what_there_is(street):
    wang = street.lives("王阿姨")
    wang.says("/nonsense")
    await street._until(
        lambda: sum("这里是红马甲" in m.text for m in wang.chat.messages) == 2, wang.chat, ("红马甲", "twice")
    )


async def test_who_wrote_what_could_not_be_handled_hears_of_it(street, monkeypatch):
    wang = street.lives("王阿姨")
    route = incoming.routes[1]

    async def act(*_):
        raise KeyError("a mistake of ours")

    others = [type(r)(r.fits, act) if r is route else r for r in handlers.OTHERS]
    monkeypatch.setattr(handlers, "OTHERS", others)
    wang.says("漏水")
    await street.sees(wang, "出了点问题")
