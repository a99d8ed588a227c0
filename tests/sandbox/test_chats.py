"""Groups, forum topics, channels: who is in them and what the bot is told."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, BotCommand, BotCommandScopeChatMember

from sandbox import Telegram
from sandbox.watching import Typing

Calling = Callable[..., Awaitable[dict[str, Any]]]


async def kinds(call: Calling) -> list[str]:
    return [
        next(key for key in update if key != "update_id") for update in (await call("getUpdates"))["result"]
    ]


async def test_blocking_and_unblocking_are_told(tg: Telegram, bot: Bot) -> None:
    wang = tg.person("Wang")
    wang.start()
    wang.blocks()
    wang.unblocks()
    blocked, unblocked = [update.my_chat_member for update in (await bot.get_updates())[1:]]
    assert blocked
    assert unblocked
    assert (blocked.old_chat_member.status, blocked.new_chat_member.status) == ("member", "kicked")
    assert (unblocked.chat.id, unblocked.new_chat_member.status) == (wang.id, "member")


async def test_the_bot_is_told_of_its_own_place_in_a_group(tg: Telegram, bot: Bot) -> None:
    li = tg.person("Li")
    group = tg.supergroup("Red vests", admins=[li], bot="left")
    group.set_bot("administrator", by=li, can_pin_messages=False)
    added, service = await bot.get_updates()
    assert added.my_chat_member
    assert added.my_chat_member.from_user.id == li.id
    assert added.my_chat_member.new_chat_member.can_pin_messages is False
    assert service.message
    assert service.message.new_chat_members[0].id == bot.id
    own = await bot.get_chat_member(group.id, bot.id)
    assert (own.status, own.can_pin_messages, own.can_manage_topics) == ("administrator", False, True)
    assert {admin.user.id for admin in await bot.get_chat_administrators(group.id)} == {bot.id, li.id}
    await bot.leave_chat(group.id)
    assert group.bot["status"] == "left"


async def test_members_come_and_go(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    group = tg.supergroup("Red vests")
    wang.joins(group)
    member = await call("getChatMember", chat_id=group.id, user_id=wang.id)
    assert member["result"]["status"] == "member"
    wang.leaves(group)
    member = await call("getChatMember", chat_id=group.id, user_id=wang.id)
    assert member["result"]["status"] == "left"
    assert await kinds(call) == ["message", "message"]
    assert "left_chat_member" in group.last.json


async def test_chat_member_updates_come_only_when_asked_for(tg: Telegram, call: Calling) -> None:
    await call("getUpdates", allowed_updates=["chat_member"])
    tg.person("Wang").joins(tg.supergroup("Red vests"))
    assert await kinds(call) == ["chat_member"]


async def test_an_upgrade_is_told_in_both_chats(tg: Telegram, bot: Bot) -> None:
    li = tg.person("Li")
    old = tg.group("Small", admins=[li])
    new = old.upgrade()
    leaving, coming = [update.message for update in await bot.get_updates()]
    assert leaving
    assert coming
    assert (leaving.chat.id, leaving.migrate_to_chat_id) == (old.id, new.id)
    assert (coming.chat.id, coming.migrate_from_chat_id) == (new.id, old.id)
    assert new.members.keys() == old.members.keys()


async def test_an_anonymous_administrator_writes_as_the_group(tg: Telegram, bot: Bot) -> None:
    li = tg.person("Li")
    group = tg.supergroup("Red vests", admins=[li])
    li.says("/bind X", chat=group, anonymous=True)
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.from_user
    assert update.message.sender_chat
    assert (update.message.from_user.id, update.message.sender_chat.id) == (1087968824, group.id)


async def test_topics_have_their_own_messages(tg: Telegram, bot: Bot, call: Calling) -> None:
    wang = tg.person("Wang")
    group = tg.supergroup("Red vests", members=[wang])
    refused = await call("createForumTopic", chat_id=group.id, name="Orders")
    assert refused["description"] == "Bad Request: the chat is not a forum"
    topic = group.topic("Orders")
    wang.says("hello", thread=topic)
    await bot.send_message(group.id, "card", message_thread_id=topic.id)
    said = (await bot.get_updates())[0].message
    assert said
    assert (said.message_thread_id, said.is_topic_message) == (topic.id, True)
    assert said.reply_to_message
    assert said.reply_to_message.forum_topic_created
    assert [message.text for message in topic.messages[1:]] == ["hello", "card"]
    created = await bot.create_forum_topic(group.id, "More")
    assert created.message_thread_id in group.topics
    topic.delete()
    refused = await call("sendMessage", chat_id=group.id, text="x", message_thread_id=topic.id)
    assert refused["description"] == "Bad Request: message thread not found"


async def test_a_closed_topic_is_for_those_who_manage_topics(tg: Telegram, call: Calling) -> None:
    group = tg.supergroup("Red vests", bot="member")
    topic = group.topic("Orders")
    topic.close()
    refused = await call("sendMessage", chat_id=group.id, text="x", message_thread_id=topic.id)
    assert refused["description"] == "Bad Request: TOPIC_CLOSED"


@pytest.mark.parametrize(
    ("text", "seen"),
    [("hello", False), ("/stats", True), ("/stats@redvest_bot", True), ("/stats@other_bot", False),
     ("hello @redvest_bot", True)],
)  # fmt: skip
async def test_in_privacy_mode_only_what_is_meant_for_the_bot_is_seen(
    tg: Telegram, call: Calling, text: str, seen: bool
) -> None:
    wang = tg.person("Wang")
    wang.says(text, chat=tg.supergroup("Red vests", members=[wang], bot="member"))
    assert bool(await kinds(call)) is seen


async def test_an_answer_to_the_bot_is_seen_in_privacy_mode(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    group = tg.supergroup("Red vests", members=[wang], bot="member")
    await call("sendMessage", chat_id=group.id, text="card")
    wang.says("mine", reply_to=group.last)
    assert await kinds(call) == ["message"]


async def test_a_channel_takes_posts_of_its_administrator(tg: Telegram, bot: Bot, call: Calling) -> None:
    sent = await bot.send_message(tg.channel("News").id, "x")
    assert sent.from_user is None
    assert sent.sender_chat
    refused = await call("sendMessage", chat_id=tg.channel("Other", bot="member").id, text="x")
    assert refused["description"] == "Bad Request: need administrator rights in the channel chat"


async def test_chats_tell_about_themselves(tg: Telegram, bot: Bot) -> None:
    li = tg.person("Li")
    group = tg.supergroup("Red vests", admins=[li])
    group.rename("Blue vests", by=li)
    assert (await bot.get_chat(group.id)).title == "Blue vests"
    assert await bot.get_chat_member_count(group.id) == 2
    assert await bot.send_chat_action(group.id, "typing")


async def test_commands_are_kept_by_scope_and_language(tg: Telegram, bot: Bot) -> None:
    wang = tg.person("Wang")
    wang.start()
    group = tg.supergroup("Red vests", members=[wang])
    scope = BotCommandScopeChatMember(group.id, wang.id)
    assert await bot.set_my_commands([BotCommand("desk", "My desk")], scope, "en")
    assert await bot.get_my_commands(scope, "en") == (BotCommand("desk", "My desk"),)
    assert await bot.get_my_commands() == ()
    assert list(tg.commands) == [(f"chat_member:{group.id}:{wang.id}", "en")]
    await bot.delete_my_commands(scope, "en")
    assert tg.commands == {}


async def test_those_who_look_on_are_told_that_the_bot_is_busy(tg: Telegram, bot: Bot, call: Calling) -> None:
    wang = tg.person("Wang")
    wang.start()
    seen: list[Any] = []
    tg.watchers.append(seen.append)
    await bot.send_chat_action(wang.id, "typing")
    assert Typing(wang.chat) in seen
    wang.blocks()
    seen.clear()
    assert not (await call("sendChatAction", chat_id=wang.id, action="typing"))["ok"]
    assert not any(isinstance(thing, Typing) for thing in seen)
