"""Whether the bot may write in a chat: by its own rights, or as a mere member by the group's."""

import pytest
from telegram import ChatFullInfo, ChatMember, ChatMemberAdministrator, ChatMemberRestricted

from bot.rights import may_write

BOT = {"id": 1, "is_bot": True, "first_name": "Redvest"}
GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)

RIGHTS = {*ChatMemberAdministrator.__slots__, *ChatMemberRestricted.__slots__} - {"custom_title", "tag"}


def chat(permissions):
    given = {"id": -100, "type": "supergroup", "title": "g", "accent_color_id": 0, "max_reaction_count": 1}
    return ChatFullInfo.de_json(
        given | {"accepted_gift_types": GIFTS} | ({"permissions": permissions} if permissions else {}), None
    )


def me(status, **rights):
    """Every right that Telegram names is there, and none is given but `rights`."""
    given = dict.fromkeys(RIGHTS, False) | {"user": BOT, "status": status, "until_date": 0, "is_member": True}
    return ChatMember.de_json(given | rights, None)


@pytest.mark.parametrize(
    ("member", "permissions", "may"),
    [
        (me("member"), None, True),
        (me("member"), {"can_send_messages": True}, True),
        (me("member"), {"can_send_messages": False}, False),
        (me("administrator"), {"can_send_messages": False}, True),
        (me("restricted"), {"can_send_messages": True}, False),
        (me("restricted", can_send_messages=True), None, True),
        (me("restricted", can_send_messages=True, is_member=False), None, False),
        (me("left"), None, False),
        (me("kicked"), None, False),
    ],
)
def test_who_may_write(member, permissions, may):
    assert may_write(chat(permissions), member) is may
