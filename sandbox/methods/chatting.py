"""Methods about chats, their members, topics and files."""

from typing import TYPE_CHECKING, Any

from sandbox.args import Args
from sandbox.errors import bad_request
from sandbox.files import LARGEST_DOWNLOAD
from sandbox.members import ADMINS, INSIDE, Member, member
from sandbox.methods.reach import known_chat, open_chat
from sandbox.watching import Typing

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

LONGEST_TOPIC_NAME = 128
ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


def get_chat(tg: "Telegram", args: Args) -> dict[str, Any]:
    """getChat: a ChatFullInfo."""
    chat = known_chat(tg, args)
    own = {}
    if chat.person is None:
        open_chat(tg, args)
        own = {"permissions": chat.permissions} if chat.kind != "channel" else {}
    return {**chat.json, **own, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": GIFTS}


def get_chat_member(tg: "Telegram", args: Args) -> Member:
    """getChatMember; somebody who never was there has left."""
    user_id = args.number("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    chat = known_chat(tg, args)
    if chat.person is not None:
        if user_id not in {chat.id, tg.bot["id"]}:
            raise bad_request("member not found")
        return member(tg.bot if user_id != chat.id else chat.person.user, "member")
    open_chat(tg, args)
    if user_id in chat.members:
        return chat.members[user_id]
    person = tg.persons.get(user_id)
    if person is None:
        raise bad_request("user not found")
    return member(person.user, "left")


def get_chat_administrators(tg: "Telegram", args: Args) -> list[Member]:
    """getChatAdministrators: no other bots."""
    chat = open_chat(tg, args)
    if chat.person is not None:
        raise bad_request("there are no administrators in the private chat")
    return [found for found in chat.members.values() if found["status"] in ADMINS]


def get_chat_member_count(tg: "Telegram", args: Args) -> int:
    """getChatMemberCount."""
    chat = open_chat(tg, args)
    return sum(found["status"] in INSIDE for found in chat.members.values()) if chat.person is None else 2


def send_chat_action(tg: "Telegram", args: Args) -> bool:
    """sendChatAction: those who look on are told."""
    if args.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = open_chat(tg, args)
    tg.show(Typing(chat))
    return True


def leave_chat(tg: "Telegram", args: Args) -> bool:
    """leaveChat; the bot gets my_chat_member about itself."""
    chat = open_chat(tg, args)
    if chat.person is not None:
        raise bad_request("chat member status can't be changed in private chats")
    old, new = chat.bot, member(tg.bot, "left")
    chat.members[tg.bot["id"]] = new
    tg.membership(chat, tg.bot, old, new)
    return True


def create_forum_topic(tg: "Telegram", args: Args) -> dict[str, Any]:
    """createForumTopic."""
    chat = open_chat(tg, args)
    if not chat.json.get("is_forum"):
        raise bad_request("the chat is not a forum")
    if not chat.bot.get("can_manage_topics"):
        raise bad_request("not enough rights to create a topic")
    name = args.text("name").strip()[:LONGEST_TOPIC_NAME].strip()
    if not name:
        raise bad_request("name must be non-empty")
    topic = chat.topic(name)
    return {"message_thread_id": topic.id, **topic.opening.json["forum_topic_created"]}


def get_file(tg: "Telegram", args: Args) -> dict[str, Any]:
    """getFile: where to download it."""
    stored = tg.files.find(args.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {**stored.json(), "file_path": stored.path}
