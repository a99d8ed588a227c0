"""What a message can hold: words, media, places and the rest; all else is a service message."""

from typing import Any

# The right each kind needs, and how Telegram names it when it refuses. An animation also holds a
# document, a venue also a location: the more telling one comes first.
NEEDS = {
    "text": ("can_send_messages", "text messages"),
    "photo": ("can_send_photos", "photos"),
    "video": ("can_send_videos", "videos"),
    "animation": ("can_send_other_messages", "animations"),
    "audio": ("can_send_audios", "music"),
    "document": ("can_send_documents", "documents"),
    "voice": ("can_send_voice_notes", "voice notes"),
    "video_note": ("can_send_video_notes", "video notes"),
    "sticker": ("can_send_other_messages", "stickers"),
    "poll": ("can_send_polls", "polls"),
    "dice": ("can_send_other_messages", "dice"),
    "venue": ("can_send_messages", "venues"),
    "location": ("can_send_messages", "locations"),
    "contact": ("can_send_messages", "contacts"),
}
CAPTIONED = {"photo", "video", "animation", "audio", "document", "voice"}
CAPTION = {"caption", "caption_entities"}
WORDED = {"text", "entities"}


def kind_of(json: dict[str, Any]) -> str | None:
    """The kind of content a message, or a part of one, holds; None for a service message."""
    return next((kind for kind in NEEDS if kind in json), None)


def content_of(json: dict[str, Any]) -> dict[str, Any]:
    """What a copy or a forward of the message takes along; {} for a service message."""
    return {key: json[key] for key in (*NEEDS, *sorted(WORDED | CAPTION)) if key in json}


def with_caption(content: dict[str, Any], caption: dict[str, Any]) -> dict[str, Any]:
    """The content under another caption ({} for none)."""
    return {key: value for key, value in content.items() if key not in CAPTION} | caption


def worded(field: str, text: str, entities: list[dict[str, Any]]) -> dict[str, Any]:
    """A text or a caption (``field``) with its entities; {} when there is no text."""
    if not text:
        return {}
    about = {"entities" if field == "text" else "caption_entities": entities} if entities else {}
    return {field: text} | about
