"""Bot API methods called raw: for what comes by the hundred a second, and for answers that are not to be read
as python-telegram-bot reads them."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter  # RequestData is made of nothing else

from bot.wire import Wire


class Api:
    """One bot's methods over a wire. `url` is the Bot API's base with the token in it."""

    def __init__(self, url: str, wire: Wire) -> None:
        self._url = url
        self._wire = wire

    async def call(self, method: str, given: Mapping[str, Any], *, read_timeout: float | None = None) -> Any:
        """The result as it came. Raises TelegramError, as python-telegram-bot's own methods do."""
        patience = BaseRequest.DEFAULT_NONE if read_timeout is None else read_timeout
        return await self._wire.post(f"{self._url}/{method}", _data(given), read_timeout=patience)

    async def tell(self, method: str, given: Mapping[str, Any]) -> bool:
        """Call without reading the result; whether Telegram took it. Raises NetworkError, and only that."""
        status, _ = await self._wire.do_request(f"{self._url}/{method}", "POST", _data(given))
        return status == HTTPStatus.OK


def _data(given: Mapping[str, Any]) -> RequestData:
    return RequestData([RequestParameter(name, value, None) for name, value in given.items()])
