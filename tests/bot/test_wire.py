"""The wire over real HTTP: small servers and proxies on loopback, python-telegram-bot's own Bot on top."""

import asyncio
import io
import json
import logging
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import encode_basic_auth, web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.wire import Wire

TOKEN = "123456:AAsecret-of_the_bot"
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@pytest.fixture(autouse=True)
def no_proxy_around(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(autouse=True)
def no_token_in_any_log_record(caplog):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(
        logging.INFO, "telegram"
    )  # its debug lines tell the URL, one reason why they are never on
    yield
    lines = [logging.Formatter().format(record) for record in caplog.get_records("call")]
    assert not [line for line in lines if TOKEN in line]


@asynccontextmanager
async def served(answer: Answer) -> AsyncIterator[str]:
    """The address of a server that gives this answer to everything."""
    runner = web.ServerRunner(web.Server(answer, access_log=None), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def bot_at(address: str, **timeouts: Any) -> AsyncIterator[Bot]:
    """A bot on the wire; polling has its own, as in the product."""
    async with Wire(**timeouts) as wire, Wire(**timeouts) as polling:
        yield Bot(
            TOKEN,
            base_url=f"{address}/bot",
            base_file_url=f"{address}/file/bot",
            request=wire,
            get_updates_request=polling,
        )


def result(value: Any) -> web.Response:
    return web.json_response({"ok": True, "result": value})


def sent_message() -> web.Response:
    return result({"message_id": 7, "date": 1, "chat": {"id": 1, "type": "private"}})


async def true(_: web.Request) -> web.StreamResponse:
    return result(True)


async def fault_of(call: Awaitable[Any], kind: type[Exception] = NetworkError) -> Exception:
    """The error a call ends in, which shows the token nowhere, however it is printed."""
    with pytest.raises(kind) as caught:
        await call
    error: BaseException | None = caught.value
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
    while error is not None:
        assert TOKEN not in f"{error!r} {error}"
        error = error.__cause__ or error.__context__
    return caught.value


@dataclass
class Recorder:
    """Reads a call's parameters as Telegram does: JSON, or the fields and files of a form."""

    parameters: dict[str, str] = field(default_factory=dict)
    files: dict[str, tuple[str, str, bytes]] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)
    peers: set[Any] = field(default_factory=set)
    user_agent: str = ""

    async def __call__(self, request: web.Request) -> web.StreamResponse:
        self.paths.append(request.path)
        self.user_agent = request.headers["User-Agent"]
        self.peers.add(request.transport.get_extra_info("peername"))
        if request.content_type == "application/json":
            self.parameters = {
                k: v if isinstance(v, str) else json.dumps(v) for k, v in (await request.json()).items()
            }
        else:
            for name, value in (await request.post()).items():
                if isinstance(value, web.FileField):
                    self.files[name] = (value.filename, value.content_type, value.file.read())
                else:
                    self.parameters[name] = value
        return sent_message()


async def test_parameters_arrive_as_telegram_parses_them():
    seen = Recorder()
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("Claim / 接单", callback_data="claim:1")]])
    async with served(seen) as address, bot_at(address) as bot:
        message = await bot.send_message(-42, "下水道 & <b>100%</b>\n+1 😀", "HTML", reply_markup=keys)
    assert message.message_id == 7
    assert seen.paths == [f"/bot{TOKEN}/sendMessage"]
    assert "python-telegram-bot" in seen.user_agent
    assert seen.parameters["chat_id"] == "-42"
    assert seen.parameters["text"] == "下水道 & <b>100%</b>\n+1 😀"
    assert seen.parameters["parse_mode"] == "HTML"
    assert json.loads(seen.parameters["reply_markup"]) == keys.to_dict()


async def test_a_file_arrives_whole_with_its_name_and_type():
    seen, content = Recorder(), bytes(range(256)) * 4000
    async with served(seen) as address, bot_at(address) as bot:
        await bot.send_document(1, content, filename='海报 "三号楼".pdf', caption="海报")
    [(name, kind, received)] = seen.files.values()
    assert (name, kind) == ('海报 "三号楼".pdf', "application/pdf")
    assert received == content
    assert seen.parameters["caption"] == "海报"


async def test_an_open_file_is_streamed():
    seen = Recorder()
    async with served(seen) as address, bot_at(address) as bot:
        await bot.send_document(1, io.BytesIO(b"x" * 300_000), filename="a.bin", read_timeout=5)
    [(name, _, received)] = seen.files.values()
    assert (name, received) == ("a.bin", b"x" * 300_000)


async def test_an_album_names_its_files_by_attach():
    seen = Recorder()

    async def album(request: web.Request) -> web.StreamResponse:
        await seen(request)
        return result([])

    photos = [InputMediaPhoto(b"one", filename="1.jpg"), InputMediaPhoto(b"two", filename="2.jpg")]
    async with served(album) as address, bot_at(address) as bot:
        await bot.send_media_group(1, photos)
    names = [entry["media"].removeprefix("attach://") for entry in json.loads(seen.parameters["media"])]
    assert [seen.files[name] for name in names] == [
        ("1.jpg", "image/jpeg", b"one"),
        ("2.jpg", "image/jpeg", b"two"),
    ]


async def test_a_file_is_downloaded_as_it_is():
    content = b"<html>" + bytes(range(256)) * 1000

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.path == f"/file/bot{TOKEN}/photos/1.jpg":
            return web.Response(body=content)
        return result({"file_id": "f", "file_unique_id": "u", "file_path": "photos/1.jpg"})

    async with served(answer) as address, bot_at(address) as bot:
        file = await bot.get_file("f")
        assert bytes(await file.download_as_bytearray()) == content


async def test_one_connection_serves_one_call_after_another():
    seen = Recorder()
    async with served(seen) as address, bot_at(address) as bot:
        for _ in range(5):
            await bot.send_message(1, "x")
    assert len(seen.peers) == 1


async def test_more_calls_than_connections_wait_their_turn_and_none_fails():
    together = most = 0
    full, go_on = asyncio.Event(), asyncio.Event()

    async def answer(_: web.Request) -> web.StreamResponse:
        nonlocal together, most
        together += 1
        most = max(most, together)
        if together == 3:
            full.set()
        await go_on.wait()
        together -= 1
        return sent_message()

    async with served(answer) as address, bot_at(address, connections=3) as bot:
        calls = [asyncio.create_task(bot.send_message(1, str(n))) for n in range(20)]
        await full.wait()
        error = await fault_of(bot.send_message(1, "in a hurry", pool_timeout=0.01), TimedOut)
        go_on.set()
        await asyncio.gather(*calls)
    assert most == 3
    assert "Timed out" in str(error)


async def never(_: web.Request) -> web.StreamResponse:
    await asyncio.Event().wait()
    raise AssertionError


@pytest.mark.parametrize("by_default", [True, False])
async def test_no_answer_in_time_is_timed_out(by_default):
    default, given = ({"read_timeout": 0.05}, {}) if by_default else ({}, {"read_timeout": 0.05})
    async with served(never) as address, bot_at(address, **default) as bot:
        await fault_of(bot.send_message(1, "x", **given), TimedOut)


async def test_a_long_poll_outlasts_the_default_read_timeout():
    async def later(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.15)  # what is tested is time itself
        return result([])

    async with served(later) as address, bot_at(address, read_timeout=0.05) as bot:
        assert await bot.get_updates(timeout=1) == ()


async def test_an_upload_that_nobody_reads_is_timed_out():
    async def deaf(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await stuck.wait()
        writer.close()

    stuck = asyncio.Event()
    server = await asyncio.start_server(deaf, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, bot_at(f"http://127.0.0.1:{port}", read_timeout=0.05, connect_timeout=0.05) as bot:
        async with asyncio.timeout(5):
            await fault_of(bot.send_document(1, b"x" * 30_000_000, write_timeout=0.05), TimedOut)
        stuck.set()


async def test_a_way_that_does_not_open_is_timed_out():
    silent = socket.socket()
    silent.bind(("127.0.0.1", 0))
    silent.listen()  # takes connections, but never speaks TLS
    with silent:
        address = f"https://127.0.0.1:{silent.getsockname()[1]}"
        async with bot_at(address, connect_timeout=0.05) as bot:
            await fault_of(bot.send_message(1, "x"), TimedOut)


async def test_a_refused_connection_names_the_host_and_not_the_path():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    async with bot_at(f"http://127.0.0.1:{port}") as bot:
        error = await fault_of(bot.send_message(1, "x"))
    assert f"127.0.0.1:{port}" in str(error)


async def test_a_server_that_hangs_up_is_a_network_error():
    async def hang_up(request: web.Request) -> web.StreamResponse:
        request.transport.abort()
        raise ConnectionResetError

    async with served(hang_up) as address, bot_at(address) as bot:
        await fault_of(bot.send_message(1, "x"))
        await fault_of(bot.send_document(1, b"x" * 5_000_000))


@pytest.mark.parametrize("address", ["http://[not-an-address", "http://", "gopher://telegram.invalid"])
async def test_an_address_that_is_none_is_a_network_error(address):
    async with bot_at(address) as bot:
        await fault_of(bot.send_message(1, "x"))


@pytest.mark.parametrize("status", [200, 302, 403, 404, 500, 502])
async def test_a_page_of_a_stranger_is_a_network_error_and_not_telegrams_word(status):
    async def page(request: web.Request) -> web.StreamResponse:
        return web.Response(
            status=status, text=f"<html>{request.url} failed</html>", content_type="text/html"
        )

    async with served(page) as address, bot_at(address) as bot:
        error = await fault_of(bot.send_message(1, "x"))
    assert type(error) is NetworkError
    assert "not the Bot API's" in str(error)


@pytest.mark.parametrize(
    ("status", "more", "kind"),
    [
        (400, {"description": "Bad Request: message is not modified"}, BadRequest),
        (403, {"description": "Forbidden: bot was blocked by the user"}, Forbidden),
        (429, {"description": "Too Many Requests", "parameters": {"retry_after": 5}}, RetryAfter),
        (500, {"description": "Internal Server Error"}, NetworkError),
    ],
)
async def test_telegrams_own_errors_keep_their_kind(monkeypatch, status, more, kind):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else RetryAfter warns

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.json_response({"ok": False, "error_code": status, **more}, status=status)

    async with served(answer) as address, bot_at(address) as bot:
        assert type(await fault_of(bot.send_message(1, "x"), kind)) is kind


async def test_a_cancelled_call_is_cancelled_and_gives_its_turn_back():
    arrived = asyncio.Event()

    async def first_never(request: web.Request) -> web.StreamResponse:
        if arrived.is_set():
            return sent_message()
        arrived.set()
        return await never(request)

    async with served(first_never) as address, bot_at(address, connections=1) as bot:
        call = asyncio.create_task(bot.send_message(1, "x"))
        await arrived.wait()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        await bot.send_message(1, "y")


async def test_after_the_shutdown_nothing_is_sent_until_it_is_initialized_again():
    async with served(true) as address:
        wire = Wire()
        bot = Bot(TOKEN, base_url=f"{address}/bot", request=wire, get_updates_request=wire)
        assert await bot.log_out()
        await wire.shutdown()
        await wire.shutdown()
        assert "shut down" in str(await fault_of(bot.log_out()))
        async with wire:
            assert await bot.log_out()


async def test_a_shutdown_ends_the_calls_under_way():
    arrived = asyncio.Event()

    async def answer(request: web.Request) -> web.StreamResponse:
        arrived.set()
        return await never(request)

    async with served(answer) as address, bot_at(address) as bot:
        call = asyncio.create_task(bot.send_message(1, "x"))
        await arrived.wait()
        await bot.request.shutdown()
        await fault_of(call)


async def test_a_proxy_of_the_environment_is_used_with_its_credentials(monkeypatch):
    seen: list[tuple[str, str | None]] = []

    async def proxy(request: web.Request) -> web.StreamResponse:
        seen.append((str(request.url), request.headers.get("Proxy-Authorization")))
        return result(True)

    async with served(proxy) as address:
        monkeypatch.setenv("HTTP_PROXY", address.replace("http://", "http://me:pass%40word@"))
        async with bot_at("http://telegram.invalid") as bot:
            assert await bot.log_out()
    assert seen == [(f"http://telegram.invalid/bot{TOKEN}/logOut", encode_basic_auth("me", "pass@word"))]


async def test_a_proxy_written_without_a_scheme_is_an_http_proxy(monkeypatch):
    async with served(true) as address:
        monkeypatch.setenv("ALL_PROXY", address.removeprefix("http://"))
        async with bot_at("http://telegram.invalid") as bot:
            assert await bot.log_out()


async def test_a_proxy_that_refuses_is_a_network_error_with_its_status(monkeypatch):
    async def refuse(_: web.Request) -> web.StreamResponse:
        return web.Response(status=407)

    async with served(refuse) as address:
        monkeypatch.setenv("HTTPS_PROXY", address)
        async with bot_at("https://telegram.invalid") as bot:
            assert "407" in str(await fault_of(bot.log_out()))


async def test_a_proxy_of_unknown_kind_is_named(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "quic://127.0.0.1:1")
    async with bot_at("https://telegram.invalid") as bot:
        assert "unknown kind: quic" in str(await fault_of(bot.log_out()))


async def test_no_proxy_leads_past_the_proxy(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "example.org,127.0.0.1")
    async with served(true) as address, bot_at(address) as bot:
        assert await bot.log_out()


@dataclass
class Socks5:
    """A SOCKS5 proxy that leads every name to one port of this machine."""

    to_port: int
    refuses: bool = False
    asked: list[tuple[str, int]] = field(default_factory=list)

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _, methods = await reader.readexactly(2)
        await reader.readexactly(methods)
        writer.write(b"\x05\x00")
        _, _, _, kind = await reader.readexactly(4)
        assert kind == 3, "a name, so that the proxy resolves it"
        name = await reader.readexactly((await reader.readexactly(1))[0])
        self.asked.append((name.decode(), int.from_bytes(await reader.readexactly(2))))
        writer.write(bytes([5, 5 if self.refuses else 0, 0, 1, 0, 0, 0, 0, 0, 0]))
        if not self.refuses:
            there, back = await asyncio.open_connection("127.0.0.1", self.to_port)
            await asyncio.gather(_pour(reader, back), _pour(there, writer))
            back.close()
        writer.close()


async def _pour(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while piece := await source.read(65536):
        target.write(piece)
    target.write_eof()


@pytest.mark.parametrize(
    ("variable", "scheme"), [("ALL_PROXY", "socks5"), ("HTTP_PROXY", "socks5h"), ("all_proxy", "socks")]
)
async def test_a_socks_proxy_resolves_the_name_and_carries_the_call(monkeypatch, variable, scheme):
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(served(true))
        socks = Socks5(to_port=int(address.rsplit(":", 1)[1]))
        server = await stack.enter_async_context(await asyncio.start_server(socks, "127.0.0.1", 0))
        monkeypatch.setenv(variable, f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        bot = await stack.enter_async_context(bot_at("http://telegram.invalid"))
        assert await bot.log_out()
    assert socks.asked == [("telegram.invalid", 80)]


async def test_a_socks_proxy_that_refuses_or_is_not_there_is_a_network_error(monkeypatch):
    async with await asyncio.start_server(Socks5(0, refuses=True), "127.0.0.1", 0) as server:
        monkeypatch.setenv("ALL_PROXY", f"socks5://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        async with bot_at("http://telegram.invalid") as bot:
            assert "ProxyError" in str(await fault_of(bot.log_out()))
    async with bot_at("http://telegram.invalid") as bot:
        assert "ProxyConnectionError" in str(await fault_of(bot.log_out()))
