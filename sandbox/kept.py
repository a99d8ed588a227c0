"""What is kept of a Telegram, and the shape of each part of it (see ``shapes``).

Listed is only what the sandbox or its page looks at; what else Telegram's objects hold goes along as it is.
"""

from datetime import UTC, datetime
from typing import Any

from sandbox.files import KINDS
from sandbox.members import PERMISSIONS, STATUSES
from sandbox.shapes import LONGEST
from sandbox.telegram import FIRST_NUMBERS

Json = dict[str, Any]

GROUPS = {"group", "supergroup", "channel"}
EARLIEST, LATEST = (datetime(year, 1, 1, tzinfo=UTC).timestamp() for year in (2000, 2100))


def is_moment(value: Any) -> bool:
    """Whether these are seconds since 1970, of our days."""
    return type(value) in {int, float} and EARLIEST <= value < LATEST


def is_title(value: Any) -> bool:
    """Whether a group can be called so."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST


USER = {
    "id": int, "is_bot": bool, "first_name": str, "last_name?": str, "username?": str, "language_code?": str,
}  # fmt: skip
CHAT = {"id": int, "type": {*GROUPS, "private"}, "title?": str, "first_name?": str, "username?": str}
GROUP = {"id": int, "type": GROUPS, "title": is_title, "username?": str, "is_forum?": bool}
ENTITY = {"type": str, "offset": int, "length": int}
FILE = {
    "file_id": str, "file_name?": str, "mime_type?": str, "file_size?": int, "duration?": int, "emoji?": str,
}  # fmt: skip
PLACE = {"latitude": float, "longitude": float}
ORIGIN = {
    "type": str, "date": is_moment,
    "sender_user?": USER, "sender_user_name?": str, "sender_chat?": CHAT, "chat?": CHAT,
}  # fmt: skip
INLINE = {"inline_keyboard": [[{"text": str, "callback_data?": str, "url?": str}]]}
KEYBOARD = {
    "keyboard?": [[{"text": str, "request_contact?": bool, "request_location?": bool}]],
    "input_field_placeholder?": str,
}

SENT = {
    "message_id": int, "date": is_moment, "from?": USER, "sender_chat?": CHAT,
    "message_thread_id?": int, "media_group_id?": str, "forward_origin?": ORIGIN, "edit_date?": is_moment,
}  # fmt: skip
CONTENT = {
    "text?": str, "caption?": str, "entities?": [ENTITY], "caption_entities?": [ENTITY],
    **{f"{kind}?": FILE for kind in KINDS}, "photo?": [FILE], "location?": PLACE,
    "venue?": {"title": str, "address": str, "location": PLACE}, "dice?": {"emoji": str, "value": int},
    "contact?": {"phone_number": str, "first_name": str},
    "poll?": {"question": str, "options": [{"text": str}]},
}  # fmt: skip
SERVICE = {
    "new_chat_members?": [USER], "left_chat_member?": USER, "new_chat_title?": str,
    "migrate_to_chat_id?": int, "migrate_from_chat_id?": int, "forum_topic_created?": {"name": str},
}  # fmt: skip
ALONE = SENT | CONTENT | SERVICE | {"reply_markup?": INLINE}
MESSAGE = {
    "json": ALONE | {"reply_to_message?": ALONE}, "html": str, "keyboard": (KEYBOARD,),
    "edits": int, "deleted": bool,
}  # fmt: skip

MEMBER = {"user": USER, "status": STATUSES}
RESTRICTED = dict.fromkeys(PERMISSIONS, bool)
PERSON = {
    "user": USER, "phone": str, "place": [float], "started": bool, "blocked": bool, "deactivated": bool,
}  # fmt: skip
KEPT_CHAT = {
    "json": CHAT, "members": [MEMBER], "permissions": dict.fromkeys(PERMISSIONS, bool), "last_id": int,
    "topics": [{"id": int, "name": str, "closed": bool}], "upgraded_to": (int,), "messages": [MESSAGE],
}  # fmt: skip
QUERY = {
    "by": int, "chat": int, "message": int, "data": str, "seconds": is_moment,
    "answers": [{"text": str, "alert": bool, "url": str, "seconds": is_moment}],
}  # fmt: skip
COMMANDS = {"scope": str, "language": str, "commands": [{"command": str, "description": str}]}
UPDATES = {"next_id": int, "allowed": [str], "pending": [{"lane": int, "content": {"update_id": int}}]}

TELEGRAM = {
    "bot": int, "clock": is_moment, "numbers": dict.fromkeys(FIRST_NUMBERS, int),
    "files": [{"kind": set(KINDS), "name": str, "size": int}],
    "persons": [PERSON], "chats": [KEPT_CHAT], "queries": [QUERY], "commands": [COMMANDS], "updates": UPDATES,
}  # fmt: skip
"""All of it, as ``keeping.dump`` writes it down."""
