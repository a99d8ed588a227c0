"""What the bot may do in a chat, as Telegram tells it."""

from typing import NamedTuple

import telegram
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, ChatMigrated, Forbidden


class Standing(NamedTuple):
    """Where the chat is now (it may have become a supergroup), and what the bot is there."""

    chat_id: int
    inside: bool
    may_write: bool


async def ask_standing(bot: telegram.Bot, chat_id: int) -> Standing:
    """Ask Telegram. A chat that it does not know, or shows the bot no longer, is one the bot is not in."""
    try:
        chat = await bot.get_chat(chat_id)
        me = await bot.get_chat_member(chat.id, bot.id)
    except ChatMigrated as moved:
        return await ask_standing(bot, moved.new_chat_id)
    except Forbidden:
        return Standing(chat_id, inside=False, may_write=False)
    except BadRequest as error:
        if "chat not found" not in error.message.lower():
            raise
        return Standing(chat_id, inside=False, may_write=False)
    return Standing(chat.id, inside=not is_out(me), may_write=may_write(chat, me))


def is_out(me: telegram.ChatMember) -> bool:
    """Whether the bot has left, or was put out."""
    if isinstance(me, telegram.ChatMemberRestricted):
        return not me.is_member
    return me.status in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


def may_write(chat: telegram.ChatFullInfo, me: telegram.ChatMember) -> bool:
    """Whether the bot may send messages there: by its own rights, and as a mere member by the group's."""
    if is_out(me):
        return False
    if isinstance(me, telegram.ChatMemberRestricted):
        return me.can_send_messages
    if me.status == ChatMemberStatus.MEMBER and chat.permissions is not None:
        return chat.permissions.can_send_messages is not False
    return True
