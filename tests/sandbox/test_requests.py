"""Requests in every encoding Telegram takes, and answers that other clients' types accept."""

import json
from typing import Any

import aiohttp
import pytest
from aiogram import Bot as AiogramBot
from aiogram import types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram import Update

from sandbox import Server, Telegram

MARKUP = json.dumps({"inline_keyboard": [[{"text": "Claim", "callback_data": "c"}]]})


def form(fields: dict[str, str]) -> aiohttp.FormData:
    found = aiohttp.FormData(default_to_multipart=True)
    for name, value in fields.items():
        found.add_field(name, value)
    return found


@pytest.mark.parametrize("encoding", ["json", "data", "params", "multipart"])
async def test_every_encoding_is_read_alike(
    tg: Telegram, server: Server, http: aiohttp.ClientSession, encoding: str
) -> None:
    wang = tg.person("Wang")
    wang.start()
    fields = {"chat_id": str(wang.id), "text": "x", "reply_markup": MARKUP, "disable_notification": "true"}
    sent: Any = {"data": form(fields)} if encoding == "multipart" else {encoding: fields}
    async with http.post(f"{server.url}/bot{tg.token}/SENDMESSAGE", **sent) as answer:
        assert (await answer.json())["ok"]
    assert wang.chat.last.labels == ["Claim"]


async def test_a_file_may_be_attached_under_another_name(
    tg: Telegram, server: Server, http: aiohttp.ClientSession
) -> None:
    wang = tg.person("Wang")
    wang.start()
    body = form({"chat_id": str(wang.id), "document": "attach://paper"})
    body.add_field("paper", b"words", filename="paper.pdf")
    async with http.post(f"{server.url}/bot{tg.token}/sendDocument", data=body) as answer:
        document = (await answer.json())["result"]["document"]
    assert document["file_name"] == "paper.pdf"
    assert wang.chat.last.files == [b"words"]


async def test_json_that_is_none_is_refused(
    tg: Telegram, server: Server, http: aiohttp.ClientSession
) -> None:
    headers = {"Content-Type": "application/json"}
    async with http.post(f"{server.url}/bot{tg.token}/getMe", data=b"{", headers=headers) as answer:
        assert answer.status == 400
    async with http.get(f"{server.url}/file/bot{tg.token}/photos/none.jpg") as answer:
        assert answer.status == 404


def play_everything(tg: Telegram) -> None:
    """Make an update of every kind."""
    wang, li = tg.person("Wang", language_code="zh-hans", username="wang"), tg.person("Li", last_name="Na")
    first = wang.start("at_X")
    wang.edits(first, "/start")
    wang.taps(first, stale="c")
    wang.sends_photo(caption="p")
    wang.sends_album([b"1", b"2"])
    for kind in ("video", "voice", "document", "audio", "animation", "video_note", "sticker", "dice"):
        getattr(wang, f"sends_{kind}")()
    wang.sends_location(36.6, 101.7)
    wang.sends_venue("Clinic", "1 Red Road")
    wang.sends_poll("Tea?", ["yes", "no"])
    wang.sends_contact("+8613800000000", of=li)
    wang.sends_contact("+8613800000000", of="Grandma")
    for author in (li, "Hidden", tg.supergroup("Other"), tg.channel("News")):
        wang.forwards("/start", of=author)
    wang.blocks()
    group = tg.supergroup("Red vests", members=[wang], admins=[li], bot="left")
    for status in ("member", "restricted", "administrator", "kicked", "administrator"):
        group.set_bot(status, by=li)
    li.says("x", thread=group.topic("Orders"), anonymous=True)
    group.set_member(wang, "administrator", by=li)
    wang.leaves(group)
    group.rename("Other", by=li)
    tg.group("Small", admins=[li]).upgrade()


async def test_updates_are_what_other_libraries_expect(
    tg: Telegram, server: Server, http: aiohttp.ClientSession
) -> None:
    tg.updates.allow(["message", "edited_message", "callback_query", "my_chat_member", "chat_member"])
    play_everything(tg)
    async with http.get(f"{server.url}/bot{tg.token}/getUpdates") as answer:
        updates = (await answer.json())["result"]
    kinds = {key for update in updates for key in update} - {"update_id"}
    assert kinds == set(tg.updates.allowed)
    for update in updates:
        kind = next(key for key in update if key != "update_id")
        parsed = Update.de_json(update, None)
        assert getattr(parsed, kind)
        assert not getattr(parsed, kind).api_kwargs
        assert getattr(types.Update.model_validate(update), kind)


async def test_aiogram_reads_the_answers(tg: Telegram, server: Server) -> None:
    li = tg.person("Li")
    li.start()
    group = tg.supergroup("Red vests", admins=[li])
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    async with AiogramBot(tg.token, session=session) as bot:
        assert (await bot.get_me()).username == tg.username
        assert (await bot.get_chat(group.id)).title == "Red vests"
        assert (await bot.get_chat(li.id)).first_name == "Li"
        assert len(await bot.get_chat_administrators(group.id)) == 2
        sent = await bot.send_photo(li.id, types.BufferedInputFile(b"p", "p.jpg"), caption="c")
        assert sent.caption == "c"
        assert sent.photo
        downloaded = await bot.download(sent.photo[-1].file_id)
        assert downloaded
        assert downloaded.read() == b"p"
