"""What persons can send besides words and pictures, as a bot reads it."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import (
    Bot,
    KeyboardButton,
    Message,
    MessageEntity,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from sandbox import Person, Telegram

Calling = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def wang(tg: Telegram) -> Person:
    wang = tg.person("Wang")
    wang.start()
    return wang


async def newest(bot: Bot) -> Message:
    """The newest message the bot got."""
    message = (await bot.get_updates())[-1].effective_message
    assert message
    return message


@pytest.mark.parametrize("kind", ["audio", "animation", "video_note", "sticker"])
async def test_a_medium_of_each_kind_arrives_and_can_be_sent_on(bot: Bot, wang: Person, kind: str) -> None:
    sent = getattr(wang, f"sends_{kind}")(data=b"bytes")
    got = await newest(bot)
    medium = getattr(got, kind)
    assert bytes(await (await bot.get_file(medium.file_id)).download_as_bytearray()) == b"bytes"
    assert bool(got.document) is (kind == "animation")
    await bot.copy_message(wang.id, wang.id, sent.id)
    assert (wang.chat.last.from_bot, wang.chat.last.files) == (True, [b"bytes"])
    assert wang.chat.last.json[kind]["file_id"] == medium.file_id


async def test_a_poll_a_dice_and_a_venue_arrive(bot: Bot, wang: Person) -> None:
    wang.sends_poll("Tea?", ["yes", "no"])
    poll = (await newest(bot)).poll
    assert poll
    assert (poll.question, [option.text for option in poll.options]) == ("Tea?", ["yes", "no"])
    wang.sends_dice("🎯", 6)
    dice = (await newest(bot)).dice
    assert dice
    assert (dice.emoji, dice.value) == ("🎯", 6)
    wang.sends_venue("Clinic", "1 Red Road", (36.5, 101.5))
    got = await newest(bot)
    assert got.venue
    assert got.location == got.venue.location
    assert (got.venue.title, got.venue.address, got.venue.location.latitude) == ("Clinic", "1 Red Road", 36.5)


async def test_a_contact_is_the_own_one_or_somebody_elses_or_of_nobody_on_telegram(
    tg: Telegram, bot: Bot, wang: Person
) -> None:
    li = tg.person("Li")
    for act, expected in [
        ({}, (wang.phone, "Wang", wang.id)),
        ({"phone": "+861", "of": li}, ("+861", "Li", li.id)),
        ({"phone": "+862", "of": "Grandma"}, ("+862", "Grandma", None)),
    ]:
        wang.sends_contact(**act)
        contact = (await newest(bot)).contact
        assert contact
        assert (contact.phone_number, contact.first_name, contact.user_id) == expected


async def test_a_forward_names_whom_it_is_from(tg: Telegram, bot: Bot, wang: Person) -> None:
    li = tg.person("Li")
    group, news = tg.supergroup("Red vests", admins=[li]), tg.channel("News")
    photo = li.sends_photo(b"drain", caption="/look", chat=group)
    wang.forwards(photo)
    got = await newest(bot)
    assert isinstance(got.forward_origin, MessageOriginUser)
    assert (got.forward_origin.sender_user.id, got.caption, wang.chat.last.files) == (
        li.id,
        "/look",
        [b"drain"],
    )
    wang.forwards(wang.chat.last, of="Hidden")
    hidden = (await newest(bot)).forward_origin
    assert isinstance(hidden, MessageOriginHiddenUser)
    assert hidden.sender_user_name == "Hidden"
    wang.forwards(wang.chat.last)
    assert (await newest(bot)).forward_origin == hidden
    wang.forwards(li.says("all", chat=group, anonymous=True))
    chat = (await newest(bot)).forward_origin
    assert isinstance(chat, MessageOriginChat)
    assert chat.sender_chat.id == group.id
    wang.forwards("/start from elsewhere", of=news)
    got = await newest(bot)
    assert isinstance(got.forward_origin, MessageOriginChannel)
    assert [entity.type for entity in got.entities] == [MessageEntity.BOT_COMMAND]


async def test_what_the_bot_said_is_forwarded_without_its_buttons(
    bot: Bot, wang: Person, call: Calling
) -> None:
    markup = {"inline_keyboard": [[{"text": "Claim", "callback_data": "c"}]]}
    await call("sendMessage", chat_id=wang.id, text="card", reply_markup=markup)
    wang.forwards(wang.chat.last)
    got = await newest(bot)
    assert isinstance(got.forward_origin, MessageOriginUser)
    assert (got.forward_origin.sender_user.id, got.text, got.reply_markup) == (bot.id, "card", None)


async def test_what_is_no_content_or_no_words_is_not_forwarded_or_edited(tg: Telegram, wang: Person) -> None:
    group = tg.supergroup("Red vests")
    wang.joins(group)
    with pytest.raises(ValueError, match="cannot be forwarded"):
        wang.forwards(group.last)
    for message in (wang.sends_sticker(), wang.forwards("x")):
        with pytest.raises(RuntimeError, match="no words to change"):
            wang.edits(message, "y")


async def test_an_edited_text_or_caption_has_its_commands_marked_anew(bot: Bot, wang: Person) -> None:
    words, photo = wang.says("/my one"), wang.sends_photo(caption="/my two")
    wang.edits(words, "see /desk")
    assert [(e.type, e.offset, e.length) for e in (await newest(bot)).entities] == [("bot_command", 4, 5)]
    wang.edits(words, "plain")
    assert (await newest(bot)).entities == ()
    wang.edits(photo, "/tasks")
    assert [entity.length for entity in (await newest(bot)).caption_entities] == [6]


@pytest.mark.parametrize("kind", ["photo", "video", "audio", "voice", "animation", "document", "video_note"])
async def test_a_file_may_be_too_big_to_fetch_but_not_to_pass_on(
    bot: Bot, wang: Person, call: Calling, kind: str
) -> None:
    message = getattr(wang, f"sends_{kind}")(size=25_000_000)
    got = getattr(await newest(bot), kind)
    medium = got[-1] if kind == "photo" else got
    assert medium.file_size == 25_000_000
    refused = await call("getFile", file_id=medium.file_id)
    assert (refused["error_code"], refused["description"]) == (400, "Bad Request: file is too big")
    await getattr(bot, f"send_{kind}")(wang.id, medium.file_id)
    assert wang.chat.last.files == message.files


async def test_a_file_of_twenty_megabytes_can_still_be_fetched(call: Calling, wang: Person) -> None:
    for size, ok in [(20 * 1024 * 1024, True), (20 * 1024 * 1024 + 1, False)]:
        file_id = wang.sends_document(name="plan.pdf", size=size).json["document"]["file_id"]
        assert (await call("getFile", file_id=file_id))["ok"] is ok


async def test_pressing_a_key_says_its_label_or_shares_what_it_asks_for(bot: Bot, wang: Person) -> None:
    wang.phone, wang.place = "+8613800000000", (36.5, 101.5)
    keys = [
        [KeyboardButton("Number", request_contact=True), KeyboardButton("Here", request_location=True)],
        ["Back"],
    ]
    asked = await bot.send_message(wang.id, "Where?", reply_markup=ReplyKeyboardMarkup(keys))
    await bot.send_message(wang.id, "Take your time")
    wang.presses("Number")
    got = await newest(bot)
    assert got.contact
    assert (got.contact.phone_number, got.contact.user_id) == ("+8613800000000", wang.id)
    assert got.reply_to_message == asked
    wang.presses("Here")
    place = (await newest(bot)).location
    assert place
    assert (place.latitude, place.longitude) == (36.5, 101.5)
    wang.presses("Back")
    got = await newest(bot)
    assert (got.text, got.reply_to_message) == ("Back", None)
    with pytest.raises(LookupError, match=r"no key 'Help' .* there are \[\['Number', 'Here'\], \['Back'\]\]"):
        wang.presses("Help")
    await bot.send_message(wang.id, "Thanks", reply_markup=ReplyKeyboardRemove())
    assert wang.chat.last.keys == []
    with pytest.raises(LookupError, match="no keyboard is up"):
        wang.presses("Back")


async def test_a_keyboard_goes_with_the_message_that_brought_it(bot: Bot, wang: Person) -> None:
    for words in ("first", "second"):
        sent = await bot.send_message(wang.id, words, reply_markup=ReplyKeyboardMarkup([["Back"]]))
    await bot.delete_message(wang.id, sent.message_id)
    with pytest.raises(LookupError, match="no keyboard is up"):
        wang.presses("Back")


async def test_in_a_group_a_pressed_key_answers_the_bot_and_cannot_ask_for_a_number(
    tg: Telegram, bot: Bot, wang: Person, call: Calling
) -> None:
    group = tg.supergroup("Red vests", members=[wang], bot="member")
    await bot.send_message(group.id, "Well?", reply_markup=ReplyKeyboardMarkup([["Yes"]]))
    wang.presses("Yes", chat=group)
    got = await newest(bot)
    assert got.reply_to_message
    assert (got.text, got.reply_to_message.text) == ("Yes", "Well?")
    for request, asked in [("request_contact", "phone number"), ("request_location", "location")]:
        markup = {"keyboard": [[{"text": "x", request: True}]]}
        refused = await call("sendMessage", chat_id=group.id, text="x", reply_markup=markup)
        assert refused["description"] == f"Bad Request: {asked} can be requested in private chats only"


@pytest.mark.usefixtures("own_words")
async def test_a_reply_keyboard_cannot_come_with_an_edit(bot: Bot, wang: Person, call: Calling) -> None:
    sent = await bot.send_message(wang.id, "x")
    edit = {"chat_id": wang.id, "message_id": sent.message_id, "text": "y"}
    refused = await call("editMessageText", **edit, reply_markup={"keyboard": [["Back"]]})
    assert refused["description"] == "Bad Request: inline keyboard expected"
