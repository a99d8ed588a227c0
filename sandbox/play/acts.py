"""What people do at the page in Telegram, by the name the page gives it.

Each act answers with what was done in a few words, for the list of acts ("" where its name says all).
"""

from collections.abc import Callable

from sandbox.messages import Message
from sandbox.play.given import File, Given, Refused
from sandbox.play.seating import CODES, speak
from sandbox.sample import media
from sandbox.sample.cast import BY_KEY

SENDS = {"photo", "video", "voice", "audio", "document", "animation", "video_note"}
ALBUMS = {"photo", "video", "audio", "document"}
PERMITS = "can_send_"
BOT_STANDINGS = {"administrator", "member", "restricted", "left", "kicked"}


def start(given: Given) -> str:
    """Press Start, or open a link of the bot."""
    return given.by.start(given.text("payload", "")).text


def says(given: Given) -> str:
    """Write a text."""
    return given.by.says(given.text("text"), **given.where).text


def edits(given: Given) -> str:
    """Change an own text or caption."""
    given.by.edits(given.message("message"), text := given.text("text"))
    return text


def sends(given: Given) -> str:
    """Send files, or one of the samples; several go as an album."""
    kind, caption = given.text("kind"), given.text("caption", "")
    files = given.files
    if name := given.text("sample", ""):
        if name not in media.NAMES:
            raise Refused("page-refused-unknown")
        files = [File((name, media.data(name)))]
    if kind not in SENDS or not files:
        raise Refused("page-refused-incomplete")
    if len(files) > 1:
        return _sends_album(given, kind, files, caption)
    words = {"caption": caption} if caption and kind != "video_note" else {}
    send: Callable[..., Message] = getattr(given.by, f"sends_{kind}")
    return send(files[0].data, name=files[0].name, **words, **given.where).text


def _sends_album(given: Given, kind: str, files: list[File], caption: str) -> str:
    if kind not in ALBUMS:
        raise Refused("page-refused-one-at-a-time")
    album = given.by.album(**given.where)
    for number, file in enumerate(files):
        album.piece(kind, file.data, "" if number else caption, name=file.name)
    return caption


def location(given: Given) -> str:
    """Send a place: the given one, or where the person is."""
    latitude, longitude = given.number("latitude"), given.number("longitude")
    place = given.by.place if latitude is None or longitude is None else (latitude, longitude)
    given.by.sends_location(*place, **given.where)
    return ""


def venue(given: Given) -> str:
    """Send a place with a name and an address."""
    return _told(
        given.text("title"), given.by.sends_venue(given.text("title"), given.text("address"), **given.where)
    )


def contact(given: Given) -> str:
    """Send a phone number: the own one, another person's, or that of somebody without an account."""
    if given.number("of") is not None:
        given.by.sends_contact(of=given.person("of"), **given.where)
    elif name := given.text("name", ""):
        given.by.sends_contact(given.text("phone"), of=name, **given.where)
    else:
        given.by.sends_contact(**given.where)
    return ""


def sticker(given: Given) -> str:
    """Send a sticker."""
    return _told(given.text("emoji"), given.by.sends_sticker(given.text("emoji"), **given.where))


def dice(given: Given) -> str:
    """Throw a dice."""
    return _told(given.text("emoji"), given.by.sends_dice(given.text("emoji"), **given.where))


def poll(given: Given) -> str:
    """Send a poll."""
    question, options = given.text("question"), given.texts("options")
    return _told(question, given.by.sends_poll(question, options, **given.where))


def forwards(given: Given) -> str:
    """Forward a message that stands in another chat, or the same."""
    return given.by.forwards(given.message("message", given.from_chat("from_chat")), **given.where).text


def taps(given: Given) -> str:
    """Tap a button under a message; a card may have changed since the page showed it."""
    chat, data = given.seen_chat, given.text("data")
    message = given.message("message", chat)
    labels = [label for row in message.buttons for label, leads in row if leads == data]
    given.by.taps(message, stale=data)
    return labels[0] if labels else ""


def presses(given: Given) -> str:
    """Press a key of the reply keyboard."""
    label = given.text("label")
    return _told(label, given.by.presses(label, given.seen_chat))


def blocks(given: Given) -> str:
    """Block the bot."""
    given.by.blocks()
    return ""


def unblocks(given: Given) -> str:
    """Let the bot write again."""
    given.by.unblocks()
    return ""


def deactivates(given: Given) -> str:
    """Delete the account."""
    given.by.deactivates()
    return ""


def joins(given: Given) -> str:
    """Enter a group."""
    given.by.joins(given.chat)
    return given.chat.title


def leaves(given: Given) -> str:
    """Leave a group."""
    given.by.leaves(given.seen_chat)
    return given.chat.title


def speaks(given: Given) -> str:
    """Change the language of a person's Telegram; of everybody's who reads Chinese in the sample, where
    nobody is named."""
    language = given.text("language")
    if language not in CODES:
        raise Refused("page-refused-unknown")
    someone = given.someone
    cast = given.play.people.by_key.items()
    for person in [someone] if someone else [p for key, p in cast if BY_KEY[key].language == "zh-CN"]:
        speak(person, language)
    return language


def renames(given: Given) -> str:
    """Give a group another title."""
    given.seen_chat.rename(title := given.text("title"), by=given.by)
    return title


def upgrades(given: Given) -> str:
    """Turn a basic group into a supergroup."""
    return given.seen_chat.upgrade().title


def sets_bot(given: Given) -> str:
    """Change what the bot is in a group."""
    status = given.text("status")
    if status not in BOT_STANDINGS:
        raise Refused("page-refused-unknown")
    given.seen_chat.set_bot(status, by=given.by)
    return status


def permits(given: Given) -> str:
    """Change what plain members of a group may send."""
    right = given.text("right")
    given.seen_chat.permit(by=given.by, **{right: given.flag("allowed")})
    return right


def _told(words: str, _sent: Message) -> str:
    return words


ACTS: dict[str, Callable[[Given], str]] = {
    act.__name__: act
    for act in (
        *(start, says, edits, sends, location, venue, contact, sticker, dice, poll, forwards, taps, presses),
        *(blocks, unblocks, deactivates, joins, leaves, speaks, renames, upgrades, sets_bot, permits),
    )
}
