"""What the page is shown of Telegram: persons, chats, messages and calls as plain JSON objects.

Nothing here changes anything.
"""

from contextlib import suppress
from datetime import datetime
from json import loads
from typing import Any
from zoneinfo import ZoneInfo

from sandbox.actors import Person
from sandbox.chats import Chat
from sandbox.contents import kind_of
from sandbox.files import KINDS
from sandbox.members import ADMINS, INSIDE
from sandbox.messages import Message
from sandbox.sample.cast import Member
from sandbox.telegram import Telegram
from sandbox.watching import Call

Json = dict[str, Any]

SERVICES = {
    "new_chat_members": "joined",
    "left_chat_member": "left",
    "new_chat_title": "title",
    "migrate_to_chat_id": "moved",
    "migrate_from_chat_id": "moved",
    "forum_topic_created": "topic",
    "pinned_message": "pinned",
}
ORIGINS = {"user": "sender_user", "chat": "sender_chat", "channel": "chat"}


def person_view(person: Person, member: Member | None, places: dict[str, str]) -> Json:
    """A person; ``places`` are the names of grids by their codes."""
    tg = person.telegram
    posts = [
        {"role": role, "grid": code, "place": places.get(code, code)}
        for role, code in (member.posts if member else ())
    ]
    chats = [person.chat, *(chat for chat in tg.chats.values() if is_inside(person, chat))]
    return {
        "id": person.id,
        "key": member.key if member else str(person.id),
        "name": person.name,
        "latin": member.latin if member else person.name,
        "posts": posts,
        "home": places.get(member.home, "") if member else "",
        "reads": "en" if str(person.user.get("language_code", "")).startswith("en") else "zh-CN",
        "started": person.started,
        "blocked": person.blocked,
        "deactivated": person.deactivated,
        "phone": person.phone,
        "commands": {str(chat.id): commands_for(tg, person, chat) for chat in chats},
    }


def is_inside(person: Person, chat: Chat) -> bool:
    """Whether somebody is in a group."""
    return chat.members.get(person.id, {}).get("status") in INSIDE


def commands_for(tg: Telegram, person: Person, chat: Chat) -> list[dict[str, str]]:
    """The commands Telegram shows to somebody in a chat: those of the narrowest scope that has any, in their
    language first (Bot API, "Determining list of commands")."""
    admin = chat.members.get(person.id, {}).get("status") in ADMINS
    if chat.person is not None:
        scopes = [f"chat:{chat.id}", "all_private_chats", "default"]
    else:
        scopes = [f"chat_member:{chat.id}:{person.id}"]
        scopes += [f"chat_administrators:{chat.id}"] if admin else []
        scopes += [f"chat:{chat.id}"]
        scopes += ["all_chat_administrators"] if admin else []
        scopes += ["all_group_chats", "default"]
    language = str(person.user.get("language_code", ""))[:2]
    return next(
        (
            tg.commands[key]
            for scope in scopes
            for key in ((scope, language), (scope, ""))
            if tg.commands.get(key)
        ),
        [],
    )


def chat_view(chat: Chat) -> Json:
    """A chat, its members, and the reply keyboard that is up."""
    inside = {number for number, found in chat.members.items() if found["status"] in INSIDE}
    admins = {number for number in inside if chat.members[number]["status"] in ADMINS}
    people = chat.telegram.persons.keys()
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.title,
        "person": chat.person and chat.person.id,
        "members": sorted(inside & people),
        "admins": sorted(admins & people),
        "bot": chat.bot["status"],
        "permissions": chat.permissions,
        "moved_to": chat.upgraded_to and chat.upgraded_to.id,
        "topics": [{"id": t.id, "name": t.name, "closed": t.closed} for t in chat.topics.values()],
        "keys": _keys(chat),
        "answer": _answer(chat),
    }


def _keys(chat: Chat) -> Json | None:
    try:
        asking = chat.keyboard_message
    except LookupError:
        return None
    keyboard = asking.keyboard or {}
    rows = [
        [
            {
                "text": key["text"],
                "asks": "contact"
                if key.get("request_contact")
                else "location"
                if key.get("request_location")
                else "",
            }
            for key in row
        ]
        for row in keyboard.get("keyboard", [])
    ]
    return {
        "message": asking.id,
        "rows": rows,
        "placeholder": keyboard.get("input_field_placeholder", ""),
        "once": bool(keyboard.get("one_time_keyboard")),
    }


def _answer(chat: Chat) -> int | None:
    """The message the bot wants answered next, while it is the newest with a keyboard of any kind."""
    try:
        newest = chat.last_from_bot
    except LookupError:
        return None
    return newest.id if "force_reply" in (newest.keyboard or {}) else None


def message_view(message: Message, zone: ZoneInfo) -> Json:
    """A message as it stands now; of a deleted one only where it stood."""
    chat, json = message.chat, message.json
    if message.deleted:
        return {"chat": chat.id, "id": message.id, "deleted": True}
    tg = chat.telegram
    by = message.sender_id if message.sender_id in tg.persons else None
    service = _service(json)
    return {
        "chat": chat.id,
        "id": message.id,
        "at": datetime.fromtimestamp(json["date"], zone).isoformat(),
        "edited": message.edits > 0 and not message.from_bot,  # of a bot's cards apps say nothing
        "by": by,
        "from": _author(json),
        "bot": message.from_bot,
        "html": message.html,
        "text": message.text,
        "media": _media(message),
        "album": json.get("media_group_id"),
        "reply": _reply(message),
        "forward": _origin(json.get("forward_origin")),
        "location": _location(json),
        "contact": _contact(json.get("contact")),
        "poll": _poll(json.get("poll")),
        "dice": "{emoji} {value}".format_map(json["dice"]) if "dice" in json else "",
        "buttons": [
            [{"text": text, **_leads_to(button)} for text, button in row] for row in _button_rows(json)
        ],
        "topic": message.thread,
        "service": service,
        "service_name": _service_name(json) if service else "",
    }


def _button_rows(json: Json) -> list[list[tuple[str, Json]]]:
    rows = json.get("reply_markup", {}).get("inline_keyboard", [])
    return [[(button["text"], button) for button in row] for row in rows]


def _leads_to(button: Json) -> dict[str, str]:
    return {"data": button.get("callback_data", ""), "url": button.get("url", "")}


def _author(json: Json) -> str:
    if "sender_chat" in json:
        return str(json["sender_chat"].get("title", ""))
    return str(json.get("from", {}).get("first_name", ""))


def _media(message: Message) -> Json | None:
    kind = kind_of(message.json)
    if kind not in KINDS:
        return None
    about = message.json[kind][-1] if kind == "photo" else message.json[kind]
    return {
        "kind": kind,
        "url": f"/file/{about['file_id']}",
        "name": about.get("file_name", ""),
        "mime": about.get("mime_type", ""),
        "size": about.get("file_size", 0),
        "seconds": about.get("duration", 0),
        "emoji": about.get("emoji", ""),
    }


def _reply(message: Message) -> Json | None:
    answered = message.json.get("reply_to_message")
    if not answered or "forum_topic_created" in answered:
        return None
    text = answered.get("text") or answered.get("caption") or ""
    return {
        "id": answered["message_id"],
        "from": _author(answered),
        "bot": bool(answered.get("from") == message.chat.telegram.bot),
        "text": text,
        "kind": kind_of(answered) or "",
    }


def _origin(origin: Json | None) -> str:
    if not origin:
        return ""
    if "sender_user_name" in origin:
        return str(origin["sender_user_name"])
    who = origin.get(ORIGINS.get(origin["type"], ""), {})
    return str(who.get("title") or who.get("first_name") or "")


def _location(json: Json) -> Json | None:
    place = json.get("location")
    venue = json.get("venue", {})
    return place and {**place, "title": venue.get("title", ""), "address": venue.get("address", "")}


def _contact(contact: Json | None) -> Json | None:
    return contact and {"name": contact["first_name"], "phone": contact["phone_number"]}


def _poll(poll: Json | None) -> Json | None:
    return poll and {"question": poll["question"], "options": [each["text"] for each in poll["options"]]}


def _service(json: Json) -> str:
    if kind_of(json) is not None:
        return ""
    return next((name for field, name in SERVICES.items() if field in json), "other")


def _service_name(json: Json) -> str:
    people = json.get("new_chat_members") or [json[key] for key in ("left_chat_member",) if key in json]
    if people:
        return "、".join(person["first_name"] for person in people)
    return str(json.get("new_chat_title") or json.get("forum_topic_created", {}).get("name", ""))


def call_view(call: Call, number: int, act: int, zone: ZoneInfo) -> Json:
    """A call of the bot, after which act it came, and what it was answered."""
    return {
        "no": number,
        "act": act,
        "at": call.at.astimezone(zone).isoformat(),
        "method": call.method,
        "args": {name: _readable(value) for name, value in call.args.items()},
        "answer": call.answer,
        "ok": call.ok,
        "fault": ("lost_answer" if call.ok else "offline") if call.lost else "",
    }


def _readable(value: Any) -> Any:
    """An argument as it was meant: lists and objects come as JSON in a form's fields."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        with suppress(ValueError):
            return loads(value)
    return value
