"""A group is bound when the bot may write there; whoever asks hears how it went, whatever happens."""

import asyncio

import pytest

from sandbox import Fault
from sandbox.methods import METHODS


async def jobs_of(street, kind):
    """(status, tries) of each job of a kind."""
    rows = await street.app._database.read(
        lambda tx: tx.all("SELECT status, tries FROM jobs WHERE kind = :kind ORDER BY id", kind=kind)
    )
    return [(row["status"], row["tries"]) for row in rows]


async def until_tried(street, kind, tries):
    """Let the job fail so often, and time pass in between."""
    async with asyncio.timeout(20):
        for failures in range(1, tries + 1):
            while [tried for _, tried in await jobs_of(street, kind)] != [failures]:
                pass
            await street.passes(minutes=5)


async def test_a_group_that_lets_nobody_write_is_not_bound(street, monkeypatch):
    li = street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", members=[li])
    group.set_bot("member", li)
    get_chat, allowed = METHODS["getchat"], {"can_send_messages": False}
    monkeypatch.setitem(METHODS, "getchat", lambda tg, args: {**get_chat(tg, args), "permissions": allowed})
    li.says("/bind JX3", chat=group)
    await street.sees(li, "还不能绑定", "JX3")

    allowed["can_send_messages"] = True
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")


async def test_who_binds_is_told_when_telegram_never_answers(street):
    li = street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", members=[li])
    plan = street.tg.fail(method="getChatMember", with_=Fault.http(500), times=None)
    li.says("/bind JX3", chat=group)
    await until_tried(street, "bind", 5)
    await street.sees(li, "还没有绑定成功", "/bind JX3")
    assert await jobs_of(street, "bind") == [("failed", 5)]

    plan.lift()
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")


@pytest.mark.parametrize("payload", ["{}", '{"chat_id": 1, "thread_id": 0, "grid_id": 99, "by": 99}'])
async def test_a_job_that_cannot_be_done_is_given_up_and_the_rest_go_on(street, payload):
    li = street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", members=[li])
    await street.app._database.transact(
        lambda tx: tx.run(
            """INSERT INTO jobs (kind, payload, status, not_before, created_at)
               VALUES ('poison', :payload, 'pending', 0, 0)""",
            payload=payload,
        )
    )
    await until_tried(street, "poison", 5)
    assert await jobs_of(street, "poison") == [("failed", 5)]
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")


async def test_a_job_whose_result_cannot_be_written_is_given_up(street, monkeypatch):
    async def breaks(*_):
        raise RuntimeError("somebody's private words")

    li = street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", members=[li])
    monkeypatch.setattr("bot.dispatch.bindings.bind", breaks)
    li.says("/bind JX3", chat=group)
    await until_tried(street, "bind", 5)
    await street.sees(li, "还没有绑定成功")
    (row,) = await street.app._database.read(lambda tx: tx.all("SELECT error FROM jobs WHERE kind = 'bind'"))
    assert row["error"].startswith("RuntimeError at ")


async def bound_to(street, group):
    rows = await street.app._database.read(
        lambda tx: tx.all(
            "SELECT g.code FROM groups b JOIN grids g ON g.id = b.grid_id WHERE b.chat_id = :id", id=group.id
        )
    )
    return [row["code"] for row in rows]


async def test_whoever_loses_the_post_before_telegram_answers_binds_nothing(street):
    li = street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", members=[li])
    plan = street.tg.fail(method="getChatMember", with_=Fault.http(500), times=None)
    li.says("/bind JX3", chat=group)
    await until_tried(street, "bind", 1)
    await street.app._database.transact(lambda tx: tx.run("UPDATE posts SET ended_at = 1"))
    plan.lift()
    await street.passes(minutes=5)
    await street.sees(li, "能绑定")
    assert await bound_to(street, group) == []


async def test_a_group_that_was_bound_elsewhere_before_telegram_answers_stays_there(street):
    li = street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", members=[li])
    plan = street.tg.fail(method="getChatMember", with_=Fault.http(500), times=None)
    li.says("/bind JX3", chat=group)
    await until_tried(street, "bind", 1)
    await street.app._database.transact(
        lambda tx: tx.run(
            """INSERT INTO groups (chat_id, grid_id, title, bound_by, bound_at)
               SELECT :chat, id, 'x', 1, 0 FROM grids WHERE code = 'XY'""",
            chat=group.id,
        )
    )
    plan.lift()
    await street.passes(minutes=5)
    await street.sees(li, "已绑定到向阳社区")
    assert await bound_to(street, group) == ["XY"]


async def test_a_group_that_becomes_a_supergroup_while_it_is_asked_about_is_bound_as_that(street):
    li = street.lives("李", 2001)
    group = street.tg.group("红马甲", admins=[li])
    plan = street.tg.fail(method="getChat", with_=Fault.http(500), times=None)
    li.says("/bind JX3", chat=group)
    await until_tried(street, "bind", 1)
    new = group.upgrade()
    plan.lift()
    await street.passes(minutes=5)
    await street.sees(new, "已绑定", "3号楼")
