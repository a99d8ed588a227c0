"""Groups of a grid: one or more on any level, topics of one chat, other names, other grids; who may bind."""

import pytest


async def bind(street, leader, code, *, title="红马甲", topic=None, group=None):
    """A group, or a topic of it, that serves the grid; the group."""
    group = group or street.tg.supergroup(title, admins=[leader])
    before = said_in(group, "已绑定")
    leader.says(f"/bind {code}", **({"thread": topic} if topic else {"chat": group}))
    await street.becomes(lambda: said_in(group, "已绑定") > before)
    return group


def said_in(chat, *words):
    return sum(message.from_bot and all(word in message.text for word in words) for message in chat.messages)


async def places(street, who, number):
    """Where it can be offered, the buttons below the numbers of people."""
    await street.taps(who, "派单", number)
    page = await street.sees(who, number, "派给哪里")
    await street.becomes(lambda: "1" in {label.strip("✓ ") for label in page.labels})
    return page.labels[6:-2]


async def test_a_grid_has_several_groups_and_those_around_it_come_after(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    chen, ma = street.lives("陈", 2002), street.lives("马", 2003)
    await bind(street, ma, "XY", title="社区群")
    await bind(street, chen, "JX", title="小区群")
    await bind(street, li, "JX3", title="楼里一群")
    second = await bind(street, li, "JX3", title="楼里二群")
    await bind(street, ma, "HS", title="别处的群")
    number = await reported(wang)
    assert await places(street, li, number) == ["楼里一群", "楼里二群", "小区群", "社区群"]
    await street.taps(li, "楼里二群", number)
    await street.sees(second, number, "需要 1 人")


async def test_topics_of_one_chat_serve_grids_of_their_own_and_are_told_apart(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", admins=[li])
    water, light = group.topic("水"), group.topic("电")
    await bind(street, li, "JX3", topic=water, group=group)
    await bind(street, li, "JX3", topic=light, group=group)
    number = await reported(wang)
    assert await places(street, li, number) == ["红马甲 · 水", "红马甲 · 电"]
    await street.taps(li, "红马甲 · 电", number)
    assert (await street.sees(group, number, "需要 1 人")).thread == light.id

    edited = {"forum_topic_edited": {"name": "灯"}, "message_thread_id": light.id, "is_topic_message": True}
    group.announce(li.user, edited)
    await street.tg.quiet()
    other = await reported(wang)
    assert await places(street, li, other) == ["红马甲 · 水", "红马甲 · 灯"]


async def test_a_group_of_another_name_is_offered_by_that(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    group = await bind(street, li, "JX3")
    group.rename("三号楼红马甲", by=li)
    await street.tg.quiet()
    assert await places(street, li, await reported(wang)) == ["三号楼红马甲"]


async def test_a_group_bound_to_another_grid_serves_that_one_only_and_an_unbound_one_none(street, reported):
    wang, li, ma = street.lives("王阿姨"), street.lives("李", 2001), street.lives("马", 2003)
    group = await bind(street, li, "JX3")
    first = await reported(wang)
    assert await places(street, li, first) == ["红马甲"]
    await street.taps(li, "红马甲", first)
    card = await street.sees(group, first, "需要 1 人")

    ma.joins(group)
    await bind(street, ma, "HS", group=group)
    second = await reported(wang)
    await street.taps(li, "派单", second)
    await street.sees(li, second, "还没有绑定的群", "/bind JX3")
    # What was offered there can be taken as before.
    zhao = street.lives("赵志愿")
    zhao.joins(group)
    assert "接单成功" in (await zhao.taps(card, "接单").answered()).text

    await bind(street, li, "JX3", title="新群")
    await street.taps(li, "返回", second)
    assert await places(street, li, second) == ["新群"]
    new = next(chat for chat in street.tg.chats.values() if chat.title == "新群")
    li.says("/unbind", chat=new)
    await street.sees(new, "已解除绑定")
    assert "过期" in (await street.taps(li, "新群", second)).text


@pytest.mark.parametrize(
    ("number", "code", "may"),
    [
        (2001, "JX3", True),
        (2001, "JX3-2", True),
        (2001, "JX", False),
        (2001, "HS", False),
        (2002, "JX3", True),
        (2003, "HS", True),
        (2004, "HS", True),
        (None, "JX3", False),
    ],
    ids=["own", "inside", "around", "elsewhere", "one up", "secretary", "admin", "resident"],
)
async def test_whoever_leads_the_grid_or_one_around_it_binds(street, number, code, may):
    who = street.lives("某人", number)
    group = street.tg.supergroup("红马甲", admins=[who])
    who.says(f"/bind {code}", chat=group)
    await street.sees(group, "已绑定到" if may else "上级的网格长、书记、管理员能绑定")


async def test_nobody_takes_a_group_away_from_a_grid_that_is_not_theirs(street):
    li, ma = street.lives("李", 2001), street.lives("马", 2003)
    group = await bind(street, ma, "HS")
    li.joins(group)
    li.says("/bind JX3", chat=group)
    await street.sees(group, "本群已绑定到", "红山院", "/unbind")
    assert said_in(group, "已绑定到", "3号楼") == 0
    ma.says("/unbind", chat=group)
    await street.sees(group, "已解除绑定")
    await bind(street, li, "JX3", group=group)


async def test_a_grid_whose_code_nobody_knows_is_not_bound(street):
    li = street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", admins=[li])
    li.says("/bind", chat=group)
    await street.sees(group, "请这样发：/bind 网格编码")
    li.says("/bind NOWHERE", chat=group)
    await street.sees(group, "没有编码为“NOWHERE”的网格")
