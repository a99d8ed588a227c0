"""The wire to the Bot API: python-telegram-bot's `BaseRequest` on aiohttp.

The token is part of every URL, so no URL, and nothing that a stranger in between may have made of it, gets
into an error or a log line: errors carry the kind of the fault and at most the host.
"""

import asyncio
import io
import json
from http import HTTPStatus
from typing import Any, Final
from urllib.request import getproxies, proxy_bypass

import aiohttp
import aiohttp_socks
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput  # what BaseRequest's own signature is made of
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

_HTTP: Final = frozenset({"http", "https"})
_SOCKS: Final = {
    "socks4": aiohttp_socks.ProxyType.SOCKS4,
    "socks5": aiohttp_socks.ProxyType.SOCKS5,
    "socks5h": aiohttp_socks.ProxyType.SOCKS5,
    "socks": aiohttp_socks.ProxyType.SOCKS5,  # as desktops write it
}
_JSON: Final = {"Content-Type": "application/json"}
# Their texts name a host and a cause; those of aiohttp's other errors may hold the whole URL.
_TELLING: Final = (
    aiohttp.ClientConnectorError,
    aiohttp_socks.ProxyConnectionError,
    aiohttp_socks.ProxyError,
)


class Wire(BaseRequest):
    """Connections to one server; the environment says once, at the first request, by which proxy.

    At most `connections` requests are under way; the rest wait their turn, without limit unless a caller
    gives a `pool_timeout`. Timeouts are in seconds, None is none; the write timeout bounds uploads only,
    whose default is `upload_timeout` (a call without files fits the socket's buffer).
    """

    __slots__ = (
        "_closed",
        "_connect_timeout",
        "_connections",
        "_read_timeout",
        "_session",
        "_turns",
        "_upload_timeout",
    )

    def __init__(
        self,
        *,
        connections: int = 64,
        connect_timeout: float | None = 10.0,
        read_timeout: float | None = 10.0,
        upload_timeout: float | None = 60.0,
    ) -> None:
        self._connections = connections
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._upload_timeout = upload_timeout
        self._turns = asyncio.Semaphore(connections)
        self._session: aiohttp.ClientSession | None = None
        self._closed = False

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout

    async def initialize(self) -> None:
        self._closed = False

    async def shutdown(self) -> None:
        """Close the connections; requests under way fail as NetworkError. May be called twice."""
        self._closed = True
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as Telegram's JSON object; NetworkError where something else has answered.

        Unlike the inherited one it does not log what came: it may hold anything.
        """
        answer = _json_object(payload)
        if answer is None:
            raise NetworkError("The answer is not the Bot API's")
        return answer

    async def do_request(  # noqa: PLR0917 - python-telegram-bot's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body. Raises TimedOut, or NetworkError for every other fault of the way."""
        connect = _given(connect_timeout, self._connect_timeout)
        read = _given(read_timeout, self._read_timeout)
        patience = aiohttp.ClientTimeout(total=None, connect=connect, sock_read=read)
        upload = None
        if request_data is not None and request_data.contains_files:
            upload = _sum(connect, _given(write_timeout, self._upload_timeout), read)
        try:
            async with asyncio.timeout(_given(pool_timeout, None)):
                await self._turns.acquire()
            try:
                status, payload = await self._exchange(method, URL(url), request_data, patience, upload)
            finally:
                self._turns.release()
        except (
            Exception
        ) as err:  # what passed here as it is, python-telegram-bot would word with the URL in it
            fault = _fault(err)
        else:
            if status < HTTPStatus.MULTIPLE_CHOICES or _json_object(payload) is not None:
                return status, payload
            # A gateway's page: its 403 must not pass for Telegram's "blocked by the user".
            fault = NetworkError(f"HTTP {status}, and the answer is not the Bot API's")
        raise fault  # out here, so that the cause and the URL in it do not travel along as __context__

    async def _exchange(
        self,
        method: str,
        url: URL,
        data: RequestData | None,
        patience: aiohttp.ClientTimeout,
        upload: float | None,
    ) -> tuple[int, bytes]:
        if self._session is None:
            if self._closed:
                raise NetworkError("This wire is shut down")
            self._session = self._open(url)
        body, headers = _body(data)
        async with asyncio.timeout(upload):
            response = await self._session.request(
                method, url, data=body, headers=headers, timeout=patience, allow_redirects=False
            )
        async with response:
            return response.status, await response.read()

    def _open(self, url: URL) -> aiohttp.ClientSession:
        proxy = _proxy_for(url)
        connector: aiohttp.TCPConnector
        if proxy is not None and proxy.scheme in _SOCKS:
            connector = aiohttp_socks.ProxyConnector(
                host=proxy.host or "",
                port=proxy.port or 1080,
                proxy_type=_SOCKS[proxy.scheme],
                username=proxy.user,
                password=proxy.password,
                rdns=True,  # where a proxy is needed, the local name server often lies
                limit=self._connections,
            )
            proxy = None
        else:
            connector = aiohttp.TCPConnector(limit=self._connections)
        return aiohttp.ClientSession(
            connector=connector,
            proxy=proxy,
            headers={"User-Agent": self.USER_AGENT},
            cookie_jar=aiohttp.DummyCookieJar(),
        )


def _body(data: RequestData | None) -> tuple[aiohttp.FormData | bytes | None, dict[str, str] | None]:
    """JSON, which is made several times faster than a form, unless there are files."""
    if data is None:
        return None, None
    if not data.contains_files:
        return data.json_payload, _JSON
    form = aiohttp.FormData(quote_fields=False)  # Telegram reads names as UTF-8, not percent-encoded
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime_type) in data.multipart_data.items():
        file = io.BytesIO(content) if isinstance(content, bytes) else content  # streamed, not copied at once
        form.add_field(name, file, filename=filename, content_type=mime_type)
    return form, None


def _proxy_for(url: URL) -> URL | None:
    """The proxy that HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY (either case) name for this server.

    aiohttp's own `trust_env` knows no SOCKS and no ALL_PROXY, and asks in a thread at every request.
    """
    if proxy_bypass(f"{url.host}:{url.port}"):
        return None
    known = getproxies()
    named = known.get(url.scheme) or known.get("all")
    if not named:
        return None
    proxy = URL(named if "://" in named else f"http://{named}")
    if proxy.scheme not in _HTTP and proxy.scheme not in _SOCKS:
        raise NetworkError(f"Proxy of unknown kind: {proxy.scheme}")
    return proxy


def _fault(err: Exception) -> NetworkError:
    if isinstance(err, NetworkError):
        return err
    name = type(err).__name__
    if isinstance(err, TimeoutError | aiohttp_socks.ProxyTimeoutError):
        return TimedOut(f"Timed out ({name})")
    if isinstance(err, _TELLING):
        return NetworkError(f"{name}: {err}")
    if isinstance(err, aiohttp.ClientResponseError):  # a proxy's refusal
        return NetworkError(f"{name}: HTTP {err.status}")
    return NetworkError(name)


def _json_object(payload: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(payload)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _given(value: ODVInput[float], default: float | None) -> float | None:
    return default if isinstance(value, DefaultValue) else value


def _sum(*seconds: float | None) -> float | None:
    parts = [each for each in seconds if each is not None]
    return sum(parts) if len(parts) == len(seconds) else None
