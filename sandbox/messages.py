"""A message, as Telegram keeps it and as somebody in the chat sees it."""

from typing import TYPE_CHECKING, Any

from sandbox.markup import escaped

if TYPE_CHECKING:
    from sandbox.chats import Chat


class Message:
    """What stands in a chat now; ``json`` is the Bot API object."""

    __slots__ = ("_keyboard", "chat", "deleted", "edits", "files", "html", "json")

    def __init__(self, chat: "Chat", json: dict[str, Any]) -> None:
        self.chat = chat
        self.json = json
        self.html = escaped(self.text)
        self._keyboard: dict[str, Any] | None = None
        self.files: list[bytes] = []
        self.edits = 0
        self.deleted = False

    @property
    def id(self) -> int:
        """message_id, unique in its chat."""
        found: int = self.json["message_id"]
        return found

    @property
    def text(self) -> str:
        """The text, or the caption; "" for none."""
        return self.json.get("text") or self.json.get("caption") or ""

    @property
    def sender_id(self) -> int | None:
        """The user it says it is from; None in channels."""
        return self.json["from"]["id"] if "from" in self.json else None

    @property
    def from_bot(self) -> bool:
        """Whether the bot wrote it."""
        return bool(self.sender_id == self.chat.telegram.bot["id"])

    @property
    def thread(self) -> int | None:
        """The forum topic's id."""
        return self.json.get("message_thread_id")

    @property
    def keyboard(self) -> dict[str, Any] | None:
        """The reply keyboard that came with it, or the word that one goes; it is no part of the object."""
        return self._keyboard

    @keyboard.setter
    def keyboard(self, keyboard: dict[str, Any] | None) -> None:
        self._keyboard = keyboard
        if keyboard is not None and "force_reply" not in keyboard:
            self.chat.keyboard_from = self

    @property
    def reply_to(self) -> "Message | None":
        """The message this one answers, if it still stands."""
        answered = self.json.get("reply_to_message")
        return self.chat.find(answered["message_id"]) if answered else None

    @property
    def buttons(self) -> list[list[tuple[str, str]]]:
        """Rows of inline buttons: label, and callback data or URL ("" for other kinds)."""
        rows = self.json.get("reply_markup", {}).get("inline_keyboard", [])
        return [[(b["text"], b.get("callback_data") or b.get("url") or "") for b in row] for row in rows]

    @property
    def labels(self) -> list[str]:
        """The labels of the inline buttons, row by row."""
        return [label for row in self.buttons for label, _ in row]

    @property
    def keys(self) -> list[list[str]]:
        """Rows of the reply keyboard that came with it."""
        rows = (self.keyboard or {}).get("keyboard", [])
        return [[key["text"] for key in row] for row in rows]

    def button(self, wanted: str) -> str:
        """Callback data or URL of the button with this label or data; LookupError names what is there."""
        for row in self.buttons:
            for label, data in row:
                if wanted in {label, data}:
                    return data
        raise LookupError(f"no button {wanted!r} under {self.text!r}; there are {self.labels}")

    def key(self, label: str) -> dict[str, Any]:
        """The KeyboardButton with this label; LookupError names what is there."""
        for row in (self.keyboard or {}).get("keyboard", []):
            for key in row:
                if key["text"] == label:
                    return dict(key)
        raise LookupError(f"no key {label!r} under {self.text!r}; there are {self.keys}")

    def delete(self) -> None:
        """Take it out of the chat."""
        self.deleted = True
        self.chat.telegram.show(self)

    def __repr__(self) -> str:
        return f"<Message {self.id} in {self.chat.id}: {self.text!r} {self.labels or ''}>"
