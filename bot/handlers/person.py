"""A person and the bot: language, privacy, help, the phone number."""

from bot.sent import Contact
from bot.tap import Said, Scene


async def more(scene: Scene) -> None:
    """What stands behind More / 更多."""


async def share_phone(said: Said, contact: Contact) -> None:
    """A phone number was shared."""
