"""Calls, answers and updates are held against the Bot API's types as another library has them."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from sandbox import Server, Telegram, strict
from sandbox.methods import METHODS

Calling = Callable[..., Awaitable[dict[str, Any]]]
NOTHING_LOADED = (
    "import sys, sandbox, sandbox.strict, sandbox.__main__; print([m for m in sys.modules if m == 'aiogram'])"
)


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", "callback_data": "c"} | button]]}


@pytest.mark.parametrize(
    "case",
    [
        ("sendMessage", {"text": 5}, "text: "),
        ("sendMessage", {"text": None}, "text: null"),
        ("sendMessage", {"txt": "x", "text": "x"}, "txt: "),
        ("sendMessage", {}, "text: Field required"),
        ("sendMessage", {"text": "x", "message_thread_id": "five"}, "message_thread_id: "),
        ("sendMessage", {"text": "x", "protect_content": "perhaps"}, "protect_content"),
        ("sendMessage", {"text": "x", "reply_markup": keyboard(callbackdata="c")}, "0.0.callbackdata: "),
        ("sendMessage", {"text": "x", "reply_markup": keyboard(callback_data=5)}, "0.0.callback_data: "),
        ("sendMessage", {"text": "x", "reply_markup": json.dumps(keyboard(colour="red"))}, "0.0.colour: "),
        ("sendMessage", {"text": "x", "reply_markup": {"keyboard": ["x"]}}, "keyboard"),
        ("sendMessage", {"text": "x", "reply_parameters": {"message": 1}}, "reply_parameters."),
        ("sendMessage", {"text": "x", "entities": [{"type": "bold", "offset": 0}]}, "entities.0.length: "),
        ("sendMediaGroup", {"media": [{"type": "photo", "media": "x", "size": 1}]}, "size: "),
        (
            "sendMediaGroup",
            {"media": [{"type": "photo", "media": "x"}], "reply_markup": {}},
            "reply_markup: ",
        ),
        ("setMyCommands", {"commands": [{"command": "x"}]}, "commands.0.description: "),
        ("setMyCommands", {"commands": [], "scope": {"type": "everybody"}}, "scope: "),
        ("getUpdates", {"allowed_updates": "message"}, "allowed_updates: "),
    ],
)
async def test_what_fits_no_method_is_refused_and_changes_nothing(
    tg: Telegram, judge: strict.Judge, call: Calling, case: tuple[str, dict[str, Any], str]
) -> None:
    method, args, where = case
    wang = tg.person("Wang")
    wang.start()
    to = {"chat_id": wang.id} if method.startswith("send") else {}
    refused = await call(method, **to, **args)
    assert refused["error_code"] == 400
    assert refused["description"].startswith(f"Bad Request: {method} does not fit the Bot API: ")
    assert where in refused["description"]
    assert judge.refusals == [refused["description"].removeprefix("Bad Request: ")]
    assert len(wang.chat.messages) == 1


async def test_what_forms_say_in_text_is_read_as_telegram_reads_it(
    tg: Telegram, server: Server, http: aiohttp.ClientSession
) -> None:
    wang = tg.person("Wang")
    wang.start()
    fields = {
        "chat_id": str(wang.id),
        "caption": "[not a list",
        "disable_notification": "true",
        "message_thread_id": "",
        "reply_parameters": json.dumps({"message_id": wang.chat.last.id}),
        "reply_markup": json.dumps(keyboard()),
    }
    form = aiohttp.FormData(fields)
    form.add_field("document", b"words", filename="paper.pdf")
    async with http.post(f"{server.url}/bot{tg.token}/sendDocument", data=form) as answer:
        assert (await answer.json())["ok"]
    assert wang.chat.last.text == "[not a list"


async def test_an_answer_that_is_not_telegrams_is_a_mistake(
    tg: Telegram, server: Server, http: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    tg.judge = strict.judge()
    monkeypatch.setitem(METHODS, "getme", lambda tg, _: tg.bot | {"is_nice": True})
    async with http.get(f"{server.url}/bot{tg.token}/getMe") as answer:
        assert answer.status == 500
    assert tg.judge
    assert tg.judge.mistakes == ["answer to getme: is_nice: Extra inputs are not permitted"]


def test_an_update_that_is_not_telegrams_is_a_mistake() -> None:
    judge = strict.judge()
    tg = Telegram(judge=judge)
    wang = tg.person("Wang")
    wang.start()
    with pytest.raises(strict.Mistake, match=r"update: message\.tea: "):
        wang.posts({"text": "x", "tea": "green"})
    assert judge
    assert len(judge.mistakes) == 1


def test_without_aiogram_there_is_no_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "aiogram", None)
    assert strict.judge() is None


async def test_nothing_but_a_judge_needs_aiogram() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", NOTHING_LOADED, stdout=asyncio.subprocess.PIPE
    )
    told, _ = await process.communicate()
    assert (process.returncode, told.strip()) == (0, b"[]")
