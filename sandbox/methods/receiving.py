"""How the bot gets its updates: getUpdates or a webhook, never both."""

import re
from typing import TYPE_CHECKING, Any

from sandbox.args import Args
from sandbox.errors import bad_request, conflict
from sandbox.webhook import Webhook, check_address

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

USUAL_CONNECTIONS = 40
MOST_CONNECTIONS = 100
LONGEST_POLL = 50  # seconds
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
TWO_WAYS = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class Raw(str):
    """A result that is JSON already."""


async def get_updates(tg: "Telegram", args: Args) -> Raw:
    """getUpdates, waiting up to ``timeout`` seconds of the event loop's time."""
    tg.polls += 1
    tg.pulse.beat()
    if tg.webhook is not None:
        raise conflict(TWO_WAYS)
    tg.updates.allow(args.object("allowed_updates"))
    timeout = min(args.number("timeout"), LONGEST_POLL)
    return Raw(await tg.updates.poll(args.number("offset"), args.number("limit", 100), timeout))


async def set_webhook(tg: "Telegram", args: Args) -> bool:
    """setWebhook; an empty URL takes it away."""
    url, secret = args.text("url"), args.text("secret_token")
    if not url:
        return await delete_webhook(tg, args)
    check_address(url)
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    tg.updates.allow(args.object("allowed_updates"))
    _drop_if_asked(tg, args)
    connections = min(max(args.number("max_connections", USUAL_CONNECTIONS), 1), MOST_CONNECTIONS)
    await tg.deliver_to(Webhook(url, secret, connections))
    return True


async def delete_webhook(tg: "Telegram", args: Args) -> bool:
    """deleteWebhook."""
    await tg.deliver_to(None)
    _drop_if_asked(tg, args)
    return True


def _drop_if_asked(tg: "Telegram", args: Args) -> None:
    if args.flag("drop_pending_updates"):
        tg.updates.clear()


def get_webhook_info(tg: "Telegram", _: Args) -> dict[str, Any]:
    """getWebhookInfo."""
    hook = tg.webhook
    info: dict[str, Any] = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(tg.updates),
    }
    if hook is not None:
        info["max_connections"] = hook.max_connections
        if hook.last_error is not None:
            info["last_error_date"], info["last_error_message"] = hook.last_error
    if tg.updates.allowed:
        info["allowed_updates"] = tg.updates.allowed
    return info
