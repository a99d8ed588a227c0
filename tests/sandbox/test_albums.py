"""Albums of persons and of the bot."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import (
    Bot,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    ReplyParameters,
)

from sandbox import Person, Telegram

Calling = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def wang(tg: Telegram) -> Person:
    wang = tg.person("Wang")
    wang.start()
    return wang


async def test_an_album_may_mix_kinds(bot: Bot, wang: Person) -> None:
    sent = wang.sends_album([b"1", ("video", b"2")], caption="both")
    photo, video = [update.message for update in (await bot.get_updates())[1:]]
    assert photo
    assert video
    assert photo.photo
    assert video.video
    assert photo.media_group_id == video.media_group_id
    assert ((photo.caption, video.caption), [m.files for m in sent]) == (("both", None), [[b"1"], [b"2"]])


async def test_pieces_of_an_album_come_one_by_one_with_other_words_between(bot: Bot, wang: Person) -> None:
    album = wang.album()
    album.photo(b"1", caption="drain", size=5)
    wang.says("wait")
    album.video(b"2")
    got = [update.message for update in (await bot.get_updates())[1:]]
    assert [bool(message and message.media_group_id) for message in got] == [True, False, True]
    assert len({message.media_group_id for message in got if message and message.media_group_id}) == 1
    assert got[0]
    assert got[0].photo[-1].file_size == 5
    assert len(album.messages) == 2


async def test_late_pieces_arrive_in_any_order(tg: Telegram, bot: Bot) -> None:
    li = tg.person("Li")
    group = tg.supergroup("Red vests", members=[li])
    album = li.album(chat=group)
    first, second = album.document(b"1", late=True), album.document(b"2", late=True)
    assert await bot.get_updates() == ()
    album.arrives(second)
    album.arrives(first)
    got = [update.message for update in await bot.get_updates()]
    assert [message and message.message_id for message in got] == [second.id, first.id]
    assert group.messages == [first, second]


async def test_the_bot_sends_albums_of_what_goes_together(bot: Bot, wang: Person) -> None:
    asked = wang.says("show me")
    known = wang.sends_photo(b"known").json["photo"][0]["file_id"]
    for media in (
        [InputMediaPhoto(known), InputMediaVideo(b"film", caption="<b>x</b>", parse_mode="HTML")],
        [InputMediaDocument(b"1"), InputMediaDocument(b"2")],
        [InputMediaAudio(b"1"), InputMediaAudio(b"2")],
    ):
        answer = ReplyParameters(asked.id)
        sent = await bot.send_media_group(wang.id, media, reply_parameters=answer)
        assert len({message.media_group_id for message in sent}) == 1
        assert [message.reply_to for message in wang.chat.messages[-2:]] == [asked, asked]
    film = wang.chat.messages[-5]
    assert (film.html, film.files, wang.chat.messages[-6].files) == ("<b>x</b>", [b"film"], [b"known"])


async def test_a_single_medium_is_no_album(bot: Bot, wang: Person) -> None:
    (sent,) = await bot.send_media_group(wang.id, [InputMediaPhoto(b"1")])
    assert sent.media_group_id is None


@pytest.mark.usefixtures("own_words")
@pytest.mark.parametrize(
    ("kinds", "reason"),
    [
        ([], "there are no messages to send"),
        (["photo"] * 11, "too many messages to send as an album"),
        (["photo", "document"], "document can't be mixed with other media types"),
        (["audio", "video"], "audio can't be mixed with other media types"),
        (
            ["photo", "animation"],
            "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup",
        ),
        (["voice"], 'can\'t parse InputMedia: type "voice" is unsupported'),
    ],
)
async def test_what_does_not_go_together_is_refused(
    wang: Person, call: Calling, kinds: list[str], reason: str
) -> None:
    media = []
    for kind in kinds:
        stored = getattr(wang, f"sends_{kind}")().json[kind]
        medium = stored[0] if kind == "photo" else stored
        media.append({"type": kind, "media": medium["file_id"]})
    before = len(wang.chat.messages)
    refused = await call("sendMediaGroup", chat_id=wang.id, media=media)
    assert refused == {"ok": False, "error_code": 400, "description": f"Bad Request: {reason}"}
    assert len(wang.chat.messages) == before


async def test_files_in_an_album_are_of_the_kind_they_claim(wang: Person, call: Calling) -> None:
    voice = wang.sends_voice().json["voice"]["file_id"]
    for medium, reason in [
        (voice, "can't use file of type VoiceNote as Video"),
        ("attach://gone", "can't parse InputMedia: media not found"),
        ("nonsense", "wrong file identifier/HTTP URL specified"),
    ]:
        refused = await call("sendMediaGroup", chat_id=wang.id, media=[{"type": "video", "media": medium}])
        assert refused["description"] == f"Bad Request: {reason}"


async def test_a_known_file_goes_out_as_what_it_is(wang: Person, call: Calling) -> None:
    video, photo = wang.sends_video(b"v").json["video"], wang.sends_photo(b"p").json["photo"][0]
    sent = await call("sendDocument", chat_id=wang.id, document=video["file_id"], caption="x")
    assert (sent["result"]["video"], sent["result"]["caption"]) == (video, "x")
    assert "document" not in sent["result"]
    note = wang.sends_video_note().json["video_note"]
    sent = await call("sendVideo", chat_id=wang.id, video=note["file_id"], caption="x")
    assert (sent["result"]["video_note"], wang.chat.last.text) == (note, "")
    for method, field, medium, reason in [
        ("sendPhoto", "photo", video, "can't use file of type Video as Photo"),
        ("sendAudio", "audio", photo, "can't use file of type Photo as Audio"),
    ]:
        refused = await call(method, chat_id=wang.id, **{field: medium["file_id"]})
        assert refused["description"] == f"Bad Request: {reason}"
