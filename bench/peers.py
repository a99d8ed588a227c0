"""``python -m bench.peers python-telegram-bot|aiogram``: bare bots that echo what a button holds.

They read the same settings as Redvest and are built as their own guides show it. What is heavy is imported by
the bot that needs it, so that neither carries the other.
"""

import asyncio
import os
import sys
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Given:
    """The settings a bare bot needs; `hook` is "" for long polling."""

    token: str
    api_url: str
    hook: str
    host: str
    port: int
    secret: str

    @property
    def path(self) -> str:
        return urlsplit(self.hook).path


def given() -> Given:
    """What the environment says."""
    value = os.environ
    host, _, port = value["REDVEST_LISTEN"].rpartition(":")
    return Given(
        token=value["REDVEST_BOT_TOKEN"],
        api_url=value["REDVEST_API_URL"],
        hook=value.get("REDVEST_WEBHOOK_URL", ""),
        host=host,
        port=int(port),
        secret=value["REDVEST_WEBHOOK_SECRET"],
    )


def python_telegram_bot(given: Given) -> None:
    """`Application` with all its defaults."""
    from telegram import Update  # noqa: PLC0415
    from telegram.ext import Application, CallbackQueryHandler, ContextTypes  # noqa: PLC0415

    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.callback_query:
            await update.callback_query.answer(update.callback_query.data)

    application = Application.builder().token(given.token).base_url(f"{given.api_url}/bot").build()
    application.add_handler(CallbackQueryHandler(echo))
    if not given.hook:
        application.run_polling()
        return
    application.run_webhook(
        listen=given.host,
        port=given.port,
        url_path=given.path,
        webhook_url=given.hook,
        secret_token=given.secret,
    )


def aiogram(given: Given) -> None:
    """`Dispatcher` with all its defaults, which take uvloop where it is installed."""
    from aiogram import Bot, Dispatcher  # noqa: PLC0415
    from aiogram.client.session.aiohttp import AiohttpSession  # noqa: PLC0415
    from aiogram.client.telegram import TelegramAPIServer  # noqa: PLC0415
    from aiogram.types import CallbackQuery  # noqa: PLC0415

    async def echo(query: CallbackQuery) -> None:
        await query.answer(query.data)

    bot = Bot(given.token, session=AiohttpSession(api=TelegramAPIServer.from_base(given.api_url)))
    dispatcher = Dispatcher()
    dispatcher.callback_query.register(echo)
    if not given.hook:
        dispatcher.run_polling(bot)
        return

    async def serve() -> None:
        from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application  # noqa: PLC0415
        from aiohttp import web  # noqa: PLC0415

        app = web.Application()
        SimpleRequestHandler(dispatcher, bot, secret_token=given.secret).register(app, path=given.path)
        setup_application(app, dispatcher, bot=bot)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, given.host, given.port).start()
        await bot.set_webhook(given.hook, secret_token=given.secret)
        await asyncio.Event().wait()

    import uvloop  # noqa: PLC0415 - as run_polling does

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve())


BARE = {"python-telegram-bot": python_telegram_bot, "aiogram": aiogram}

if __name__ == "__main__":
    BARE[sys.argv[1]](given())
