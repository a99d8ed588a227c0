"""What a group lets its plain members do, the bot among them."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat

from sandbox import Chat, Person, Telegram
from sandbox.files import KINDS

Calling = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def li(tg: Telegram) -> Person:
    return tg.person("Li")


@pytest.fixture
def group(tg: Telegram, li: Person) -> Chat:
    return tg.supergroup("Red vests", admins=[li], members=[tg.person("Wang", id=7)], bot="member")


async def test_a_group_tells_what_it_permits(tg: Telegram, bot: Bot, group: Chat, li: Person) -> None:
    before = (await bot.get_chat(group.id)).permissions
    group.permit(can_send_photos=False, by=li)
    after = (await bot.get_chat(group.id)).permissions
    assert before
    assert after
    assert (before.can_send_photos, before.can_send_messages) == (True, True)
    assert (after.can_send_photos, after.can_send_messages) == (False, True)
    assert not after.api_kwargs
    assert (await bot.get_chat(tg.channel("News").id)).permissions is None
    assert tg.supergroup("Other").permissions["can_send_photos"]


CONTENTS = [
    ("sendMessage", {"text": "x"}, "can_send_messages", "text messages"),
    ("sendPhoto", {"photo": "photo"}, "can_send_photos", "photos"),
    ("sendVideo", {"video": "video"}, "can_send_videos", "videos"),
    ("sendAnimation", {"animation": "animation"}, "can_send_other_messages", "animations"),
    ("sendAudio", {"audio": "audio"}, "can_send_audios", "music"),
    ("sendDocument", {"document": "document"}, "can_send_documents", "documents"),
    ("sendVoice", {"voice": "voice"}, "can_send_voice_notes", "voice notes"),
    ("sendVideoNote", {"video_note": "video_note"}, "can_send_video_notes", "video notes"),
    ("sendLocation", {"latitude": 1, "longitude": 2}, "can_send_messages", "locations"),
]


@pytest.mark.parametrize("case", CONTENTS)
async def test_a_bot_that_is_a_plain_member_may_not_send_what_the_group_forbids(
    group: Chat, li: Person, call: Calling, case: tuple[str, dict[str, Any], str, str]
) -> None:
    method, args, right, words = case
    li.start()
    found = dict(args)
    for kind in args.keys() & KINDS.keys():
        medium = getattr(li, f"sends_{kind}")().json[kind]
        found[kind] = (medium[0] if kind == "photo" else medium)["file_id"]
    refusal = f"Bad Request: not enough rights to send {words} to the chat"
    assert (await call(method, chat_id=group.id, **found))["ok"]
    group.permit(by=li, **{right: False})
    refused = await call(method, chat_id=group.id, **found)
    assert (refused["error_code"], refused["description"]) == (400, refusal)
    group.set_bot("restricted", by=li, **{right: True})
    assert (await call(method, chat_id=group.id, **found))["description"] == refusal
    group.permit(by=li, **{right: True})
    assert (await call(method, chat_id=group.id, **found))["ok"]
    group.permit(by=li, **{right: False})
    group.set_bot("administrator", by=li)
    assert (await call(method, chat_id=group.id, **found))["ok"]


async def test_albums_and_copies_need_the_same_rights(group: Chat, li: Person, call: Calling) -> None:
    li.start()
    photo = li.sends_photo()
    group.permit(can_send_photos=False, by=li)
    refusal = "Bad Request: not enough rights to send photos to the chat"
    media = [{"type": "photo", "media": photo.json["photo"][0]["file_id"]}] * 2
    assert (await call("sendMediaGroup", chat_id=group.id, media=media))["description"] == refusal
    copy = {"chat_id": group.id, "from_chat_id": li.id, "message_id": photo.id}
    assert (await call("copyMessage", **copy))["description"] == refusal


async def test_a_demoted_bot_is_told_and_falls_under_the_permissions(
    bot: Bot, group: Chat, li: Person, call: Calling
) -> None:
    group.set_bot("administrator", by=li)
    group.permit(can_send_messages=False, by=li)
    assert (await call("sendMessage", chat_id=group.id, text="x"))["ok"]
    group.set_bot("member", by=li)
    told = (await bot.get_updates())[-1].my_chat_member
    assert told
    assert (told.old_chat_member.status, told.new_chat_member.status) == ("administrator", "member")
    assert not (await call("sendMessage", chat_id=group.id, text="x"))["ok"]


async def test_persons_keep_to_the_rules_of_the_group(tg: Telegram, group: Chat, li: Person) -> None:
    wang = tg.persons[7]
    topic = group.topic("Orders")
    group.permit(can_send_photos=False, by=li)
    with pytest.raises(RuntimeError, match="may not send photos"):
        wang.sends_photo(chat=group)
    assert li.sends_photo(chat=group)
    assert wang.says("words", chat=group)
    topic.close()
    for where in ({"thread": topic}, {"chat": group, "anonymous": True}):
        with pytest.raises(RuntimeError, match="is no administrator"):
            wang.says("x", **where)
    with pytest.raises(RuntimeError, match="is no administrator"):
        group.permit(can_send_photos=True, by=wang)
    with pytest.raises(ValueError, match="no such permissions"):
        group.permit(can_fly=True, by=li)


async def test_an_upgraded_group_keeps_its_permissions(tg: Telegram, li: Person) -> None:
    old = tg.group("Small", admins=[li])
    old.permit(can_send_photos=False, by=li)
    assert old.upgrade().permissions["can_send_photos"] is False


async def test_a_closed_topic_refuses_a_bot_that_is_no_administrator_of_topics(
    group: Chat, li: Person, call: Calling
) -> None:
    topic = group.topic("Orders")
    where = {"chat_id": group.id, "message_thread_id": topic.id, "text": "x"}
    assert (await call("sendMessage", **where))["ok"]
    topic.close()
    for status, rights, ok in [
        ("member", {}, False),
        ("administrator", {"can_manage_topics": False}, False),
        ("administrator", {}, True),
    ]:
        group.set_bot(status, by=li, **rights)
        assert (await call("sendMessage", **where))["ok"] is ok
    assert (await call("sendMessage", chat_id=group.id, text="x"))["ok"]
    topic.delete()
    assert (await call("sendMessage", **where))["description"] == "Bad Request: message thread not found"


async def test_an_answer_to_a_message_of_a_topic_stands_in_the_topic(group: Chat, li: Person) -> None:
    topic = group.topic("Orders")
    card = li.says("card", thread=topic)
    assert li.says("mine", reply_to=card).thread == topic.id


async def test_an_anonymous_command_is_marked_as_one_and_a_tap_is_not_anonymous(
    bot: Bot, group: Chat, li: Person, call: Calling
) -> None:
    li.says("/bind@redvest_bot XY", chat=group, anonymous=True)
    said = (await bot.get_updates())[-1].message
    assert said
    assert said.from_user
    assert said.from_user.username == "GroupAnonymousBot"
    assert [(entity.type, entity.length) for entity in said.entities] == [("bot_command", 17)]
    markup = {"inline_keyboard": [[{"text": "It is me", "callback_data": "me"}]]}
    await call("sendMessage", chat_id=group.id, text="Who?", reply_markup=markup)
    li.taps(group.last, "It is me")
    tapped = (await bot.get_updates())[-1].callback_query
    assert tapped
    assert tapped.from_user.id == li.id


async def test_commands_of_a_chat_are_taken_away_again(tg: Telegram, bot: Bot, group: Chat) -> None:
    scope = BotCommandScopeChat(group.id)
    await bot.set_my_commands([BotCommand("open", "Open tasks")], scope)
    await bot.set_my_commands([BotCommand("open", "空单")], scope, "zh")
    await bot.delete_my_commands(scope)
    assert list(tg.commands) == [(f"chat:{group.id}", "zh")]
    await bot.delete_my_commands(scope, "zh")
    await bot.delete_my_commands(scope, "zh")
    assert tg.commands == {}
