"""Whether the bot may write in a chat: by its own rights, or as a mere member by the group's."""

import pytest
from telegram import ChatFullInfo, ChatMember, ChatMemberAdministrator, ChatMemberRestricted
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.rights import Standing, ask_standing, may_write

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


class Asked:
    """A bot that Telegram tells this of each chat."""

    id = 1

    def __init__(self, **about):
        self.about = about

    async def get_chat(self, chat_id):
        found = self.about[f"chat{-chat_id}"]
        if isinstance(found, Exception):
            raise found
        return chat({"can_send_messages": True})

    async def get_chat_member(self, chat_id, _):
        return self.about[f"chat{-chat_id}"]


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        (me("member"), Standing(-100, inside=True, may_write=True)),
        (me("restricted"), Standing(-100, inside=True, may_write=False)),
        (me("left"), Standing(-100, inside=False, may_write=False)),
        (Forbidden("bot was kicked"), Standing(-100, inside=False, may_write=False)),
        (BadRequest("Chat not found"), Standing(-100, inside=False, may_write=False)),
    ],
)
async def test_how_the_bot_stands_in_a_chat_now(told, standing):
    assert await ask_standing(Asked(chat100=told), -100) == standing


async def test_a_chat_that_has_moved_is_asked_about_where_it_is():
    bot = Asked(chat7=ChatMigrated(-100), chat100=me("member"))
    assert await ask_standing(bot, -7) == Standing(-100, inside=True, may_write=True)


async def test_another_refusal_of_telegrams_says_nothing_of_the_chat():
    with pytest.raises(BadRequest):
        await ask_standing(Asked(chat100=BadRequest("Wrong parameter")), -100)
