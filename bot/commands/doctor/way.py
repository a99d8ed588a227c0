"""The doctor's look at Telegram: the token, the way there, who takes the updates, and the groups."""

from collections.abc import AsyncIterator, Sequence
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import telegram
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError, TimedOut

from bot.commands.calling import called
from bot.commands.doctor.finding import BROKEN, FINE, REMARK, Finding
from bot.rights import may_write
from bot.settings import Settings
from storage.records import Group

MANY_WAITING = 1000


async def examine(settings: Settings, groups: Sequence[Group]) -> AsyncIterator[Finding]:
    """Ask Telegram who we are; and if it answers, whatever else it knows."""
    if not settings.token:
        yield Finding(BROKEN, "doctor-no-token")
        return
    async with called(settings) as bot:
        try:
            me = await bot.get_me()
        except TelegramError as error:
            yield _unanswered(error, settings)
            return
        yield Finding(FINE, "doctor-bot", {"name": me.username, "way": _way(settings)})
        if not me.can_join_groups:
            yield Finding(REMARK, "doctor-no-groups")
        try:
            yield _updates(await bot.get_webhook_info(), settings)
            for group in {group.chat_id: group for group in groups}.values():
                yield await _group(bot, me.id, group)
        except TelegramError as error:
            yield _unanswered(error, settings)


def _unanswered(error: TelegramError, settings: Settings) -> Finding:
    values = {"error": str(error), "way": _way(settings)}
    if isinstance(error, InvalidToken | Forbidden):
        return Finding(BROKEN, "doctor-token-refused")
    if isinstance(error, TimedOut):
        return Finding(BROKEN, "doctor-timeout", values)
    return Finding(BROKEN, "doctor-unreached", values)


def _way(settings: Settings) -> str:
    """The server, and the proxy on the way to it, without what may be secret in its address."""
    url = urlsplit(settings.api_url)
    known = getproxies()
    proxy = known.get(url.scheme) or known.get("all")
    if not proxy or proxy_bypass(url.netloc):
        return url.netloc
    through = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    return f"{through.scheme}://{through.hostname}:{through.port} → {url.netloc}"


def _updates(info: telegram.WebhookInfo, settings: Settings) -> Finding:
    """Whether updates come the way that is set, and whether they arrive."""
    if settings.webhook_url != (info.url or None):
        key = "doctor-webhook-unset" if settings.webhook_url else "doctor-webhook-left"
        return Finding(REMARK, key, {"url": info.url})
    if info.url and info.last_error_message:
        return Finding(REMARK, "doctor-webhook-error", {"error": info.last_error_message})
    if info.pending_update_count > MANY_WAITING:
        return Finding(REMARK, "doctor-waiting", {"count": info.pending_update_count})
    return Finding(FINE, "doctor-webhook" if info.url else "doctor-polling")


async def _group(bot: telegram.Bot, own_id: int, group: Group) -> Finding:
    """Whether the bot is still in a bound group and may write there."""
    values = {"title": group.title}
    try:
        chat = await bot.get_chat(group.chat_id)
        member = await bot.get_chat_member(group.chat_id, own_id)
    except ChatMigrated:
        return Finding(REMARK, "doctor-group-migrated", values)
    except (BadRequest, Forbidden):
        return Finding(BROKEN, "doctor-group-left", values)
    if member.status in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED):
        return Finding(BROKEN, "doctor-group-left", values)
    if not may_write(chat, member):
        return Finding(BROKEN, "doctor-group-mute", values)
    return Finding(FINE, "doctor-group", values)
