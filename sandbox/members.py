"""ChatMember objects, by status."""

from typing import Any

RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_pin_messages", "can_manage_topics", "can_send_welcome_messages",
)  # fmt: skip
PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info",
    "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip
INSIDE = {"creator", "administrator", "member", "restricted"}
ADMINS = {"creator", "administrator"}
STATUSES = INSIDE | {"left", "kicked"}

Member = dict[str, Any]


def member(user: dict[str, Any], status: str, rights: dict[str, bool] | None = None) -> Member:
    """A ChatMember object. An administrator has every right but promoting, a restricted one none, except
    as ``rights`` says."""
    if status not in STATUSES:
        raise ValueError(f"no such status: {status}; there are {sorted(STATUSES)}")
    found: Member = {"user": user, "status": status}
    if status == "creator":
        found["is_anonymous"] = False
    elif status == "administrator":
        found |= dict.fromkeys(RIGHTS, True)
        found |= {"can_be_edited": False, "is_anonymous": False, "can_promote_members": False}
    elif status == "restricted":
        found |= dict.fromkeys(PERMISSIONS, False) | {"is_member": True, "until_date": 0}
    elif status == "kicked":
        found["until_date"] = 0
    return found | (rights or {})
