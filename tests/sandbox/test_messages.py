"""What the bot sends is what stands in the chat."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from sandbox import Telegram

Calling = Callable[..., Awaitable[dict[str, Any]]]


async def test_a_card_is_seen_with_its_html_and_buttons(tg: Telegram, bot: Bot) -> None:
    wang = tg.person("Wang")
    wang.start()
    rows = [
        [
            InlineKeyboardButton("Claim", callback_data="c:1"),
            InlineKeyboardButton("Site", url="https://a.org/"),
        ]
    ]
    await bot.send_message(
        wang.id, "<b>#K7D2</b> &amp;", parse_mode="HTML", reply_markup=InlineKeyboardMarkup(rows)
    )
    card = wang.chat.last
    assert (card.text, card.html, card.from_bot) == ("#K7D2 &", "<b>#K7D2</b> &amp;", True)
    assert card.buttons == [[("Claim", "c:1"), ("Site", "https://a.org/")]]
    assert card.keys == []


async def test_a_reply_keyboard_is_seen_though_it_is_no_part_of_the_message(tg: Telegram, bot: Bot) -> None:
    wang = tg.person("Wang")
    wang.start()
    markup = ReplyKeyboardMarkup([[KeyboardButton("Send location", request_location=True)], ["Back"]])
    sent = await bot.send_message(wang.id, "Where?", reply_markup=markup)
    assert wang.chat.last.keys == [["Send location"], ["Back"]]
    assert sent.reply_markup is None


async def test_an_edit_without_buttons_takes_them_away_and_is_counted(tg: Telegram, bot: Bot) -> None:
    wang = tg.person("Wang")
    wang.start()
    markup = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Claim", callback_data="c:1"))
    sent = await bot.send_message(wang.id, "open", reply_markup=markup)
    await bot.edit_message_text("full", wang.id, sent.message_id)
    card = wang.chat.last
    assert (card.id, card.text, card.html, card.buttons, card.edits) == (
        sent.message_id,
        "full",
        "full",
        [],
        1,
    )
    assert tg.calls_of("sendMessage")[0].answer["text"] == "open"
    await bot.delete_message(wang.id, sent.message_id)
    assert card.deleted
    assert wang.chat.last.text == "/start"


async def test_a_tap_is_answered_and_names_the_message(tg: Telegram, bot: Bot) -> None:
    wang = tg.person("Wang")
    wang.start()
    markup = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Claim", callback_data="c:1"))
    sent = await bot.send_message(wang.id, "card", reply_markup=markup)
    query = wang.taps(wang.chat.last, "Claim")
    (_, update) = await bot.get_updates()
    assert update.callback_query
    assert update.callback_query.data == "c:1"
    assert update.callback_query.message == sent
    await update.callback_query.answer("Yours", show_alert=True)
    answer = await query.answered()
    assert (answer.text, answer.alert, answer.url, answer.at) == ("Yours", True, "", tg.clock.now())
    with pytest.raises(LookupError, match=r"no button 'Wait' .* there are \['Claim'\]"):
        wang.taps(wang.chat.last, "Wait")
    assert wang.taps(wang.chat.last, stale="c:0").data == "c:0"


async def test_the_answer_to_a_tap_may_open_this_bot_and_nothing_else(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    query = wang.taps(wang.start(), stale="x")
    link = f"https://t.me/{tg.username}?start=join_1"
    assert (await call("answerCallbackQuery", callback_query_id=query.id, url=link))["ok"]
    assert query.answer
    assert query.answer.url == link
    refused = await call("answerCallbackQuery", callback_query_id=query.id, url="https://example.org/")
    assert refused["description"] == "Bad Request: URL_INVALID"


async def test_a_file_goes_out_by_id_and_comes_back_by_path(tg: Telegram, bot: Bot) -> None:
    wang = tg.person("Wang")
    wang.start()
    wang.sends_photo(b"drain", caption="blocked")
    update = (await bot.get_updates())[-1]
    assert update.message
    assert update.message.caption == "blocked"
    photo = update.message.photo[-1]
    assert bytes(await (await bot.get_file(photo.file_id)).download_as_bytearray()) == b"drain"
    await bot.send_photo(wang.id, photo.file_id, caption="yours")
    assert wang.chat.last.files == [b"drain"]


@pytest.mark.parametrize("kind", ["photo", "document", "voice", "video"])
async def test_an_upload_is_kept_and_can_be_downloaded(tg: Telegram, bot: Bot, kind: str) -> None:
    wang = tg.person("Wang")
    wang.start()
    sent = await getattr(bot, f"send_{kind}")(wang.id, b"bytes", caption="<i>c</i>", parse_mode="HTML")
    assert (wang.chat.last.files, wang.chat.last.text) == ([b"bytes"], "c")
    medium = sent.photo[-1] if kind == "photo" else getattr(sent, kind)
    assert bytes(await (await bot.get_file(medium.file_id)).download_as_bytearray()) == b"bytes"


@pytest.mark.usefixtures("own_words")
async def test_wrong_files_are_refused(tg: Telegram, call: Calling) -> None:
    wang = tg.person("Wang")
    wang.start()
    document = wang.sends_document().json["document"]["file_id"]
    for photo, reason in [
        ("nonsense", "wrong file identifier/HTTP URL specified"),
        (document, "can't use file of type Document as Photo"),
        ("", "there is no photo in the request"),
    ]:
        refused = await call("sendPhoto", chat_id=wang.id, photo=photo)
        assert refused["description"] == f"Bad Request: {reason}"
    assert (await call("getFile", file_id="nonsense"))["description"] == "Bad Request: invalid file_id"


async def test_an_album_is_messages_with_one_group_id(tg: Telegram, bot: Bot) -> None:
    wang = tg.person("Wang")
    wang.start()
    wang.sends_album([b"1", b"2"], caption="both")
    first, second = [update.message for update in await bot.get_updates()][1:]
    assert first
    assert second
    assert first.media_group_id == second.media_group_id
    assert (first.caption, second.caption) == ("both", None)
    sent = await bot.send_media_group(
        wang.id, [InputMediaPhoto(b"3"), InputMediaPhoto(first.photo[-1].file_id)]
    )
    assert len({message.media_group_id for message in sent} | {first.media_group_id}) == 2
    assert [message.files for message in wang.chat.messages[-2:]] == [[b"3"], [b"1"]]


async def test_a_copy_has_the_content_without_the_sender(tg: Telegram, bot: Bot) -> None:
    wang, li = tg.person("Wang"), tg.person("Li")
    wang.start()
    li.start()
    photo = wang.sends_photo(b"p", caption="old")
    copied = await bot.copy_message(li.id, wang.id, photo.id, caption="new")
    assert li.chat.last.id == copied.message_id
    assert (li.chat.last.text, li.chat.last.files, li.chat.last.from_bot) == ("new", [b"p"], True)


async def test_replies_and_places_arrive(tg: Telegram, bot: Bot) -> None:
    wang = tg.person("Wang")
    wang.start()
    asked = await bot.send_message(wang.id, "Where?")
    wang.sends_location(36.62, 101.77, reply_to=wang.chat.last)
    wang.sends_contact("+8613800000000")
    place, contact = [update.message for update in await bot.get_updates()][1:]
    assert place
    assert contact
    assert place.reply_to_message == asked
    assert place.location
    assert place.location.latitude == 36.62
    assert contact.contact
    assert contact.contact.user_id == wang.id
    await bot.send_location(wang.id, 1.5, 2.5, reply_to_message_id=place.message_id)
    assert wang.chat.last.reply_to
    assert wang.chat.last.reply_to.id == place.message_id


async def test_who_has_not_started_the_bot_cannot_write_to_it(tg: Telegram) -> None:
    wang = tg.person("Wang")
    with pytest.raises(RuntimeError, match="has not started"):
        wang.says("hello")
    with pytest.raises(RuntimeError, match="is not in"):
        wang.says("hello", chat=tg.supergroup("Red vests"))


async def test_a_person_may_change_what_was_said(tg: Telegram, bot: Bot) -> None:
    wang = tg.person("Wang")
    wang.start()
    words, photo = wang.says("/my <one>"), wang.sends_photo(caption="one")
    wang.edits(words, "two & three")
    wang.edits(photo, "four")
    edited = [update.edited_message for update in (await bot.get_updates())[3:]]
    assert [message and (message.text, message.caption) for message in edited] == [
        ("two & three", None),
        (None, "four"),
    ]
    assert (words.edits, words.html, photo.text) == (1, "two &amp; three", "four")
    with pytest.raises(RuntimeError, match="did not write"):
        tg.person("Li").edits(words, "mine")
