"""What the bot may do in a chat, as Telegram tells it."""

import telegram
from telegram.constants import ChatMemberStatus


def may_write(chat: telegram.ChatFullInfo, me: telegram.ChatMember) -> bool:
    """Whether the bot may send messages there: by its own rights, and as a mere member by the group's."""
    if isinstance(me, telegram.ChatMemberRestricted):
        return me.is_member and me.can_send_messages
    if me.status in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED):
        return False
    if me.status == ChatMemberStatus.MEMBER and chat.permissions is not None:
        return chat.permissions.can_send_messages is not False
    return True
