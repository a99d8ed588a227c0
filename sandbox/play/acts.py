"""What people do at the page in Telegram, by the name the page gives it."""

from collections.abc import Callable

from sandbox.actors import Person
from sandbox.members import PERMISSIONS
from sandbox.messages import Message
from sandbox.play.filetypes import type_of
from sandbox.play.given import File, Given, Refused
from sandbox.play.seating import CODES, speak, speak_in_groups
from sandbox.sample import media
from sandbox.sample.cast import BY_KEY

SENDS = {"photo", "video", "voice", "audio", "document", "animation", "video_note"}
ALBUMS = {"photo", "video", "audio", "document"}
BOT_STANDINGS = {"administrator", "member", "restricted", "left", "kicked"}


def start(given: Given) -> None:
    """Press Start, or open a link of the bot."""
    given.by.start(given.text("payload", ""))


def says(given: Given) -> None:
    """Write a text."""
    given.by.says(given.text("text"), **given.where)


def edits(given: Given) -> None:
    """Change an own text or caption."""
    given.by.edits(given.message("message"), given.text("text"))


def sends(given: Given) -> None:
    """Send files, or one of the samples; several go as an album."""
    kind, caption = given.text("kind"), given.text("caption", "")
    files = given.files
    if name := given.text("sample", ""):
        if name not in media.NAMES:
            raise Refused("page-refused-unknown")
        files = [File(name, media.data(name))]
    if kind not in SENDS or not files:
        raise Refused("page-refused-incomplete")
    if len(files) > 1:
        _send_album(given, kind, files, caption)
        return
    words = {"caption": caption} if caption and kind != "video_note" else {}
    send: Callable[..., Message] = getattr(given.by, f"sends_{kind}")
    send(files[0].data, name=files[0].name, **words, **given.where)


def _send_album(given: Given, kind: str, files: list[File], caption: str) -> None:
    if kind not in ALBUMS:
        raise Refused("page-refused-one-at-a-time")
    album = given.by.album(**given.where)
    for number, file in enumerate(files):
        album.piece(_in_album(kind, file), file.data, "" if number else caption, name=file.name)


def _in_album(kind: str, file: File) -> str:
    """Pictures and films mix in an album."""
    is_film = (type_of(file.data) or "").startswith("video/")
    return "video" if kind == "photo" and is_film else kind


def location(given: Given) -> None:
    """Send a place: the given one, or where the person is."""
    latitude, longitude = given.number("latitude"), given.number("longitude")
    place = given.by.place if latitude is None or longitude is None else (latitude, longitude)
    given.by.sends_location(*place, **given.where)


def venue(given: Given) -> None:
    """Send a place with a name and an address."""
    given.by.sends_venue(given.text("title"), given.text("address"), **given.where)


def contact(given: Given) -> None:
    """Send a phone number: the own one, another person's, or that of somebody without an account."""
    if given.number("of") is not None:
        given.by.sends_contact(of=given.person("of"), **given.where)
    elif name := given.text("name", ""):
        given.by.sends_contact(given.text("phone"), of=name, **given.where)
    else:
        given.by.sends_contact(**given.where)


def sticker(given: Given) -> None:
    """Send a sticker."""
    given.by.sends_sticker(given.text("emoji"), **given.where)


def dice(given: Given) -> None:
    """Throw a dice."""
    given.by.sends_dice(given.text("emoji"), **given.where)


def poll(given: Given) -> None:
    """Send a poll."""
    question, options = given.text("question"), given.texts("options")
    given.by.sends_poll(question, options, **given.where)


def forwards(given: Given) -> None:
    """Forward a message that stands in another chat, or the same."""
    given.by.forwards(given.message("message", given.from_chat("from_chat")), **given.where)


def taps(given: Given) -> None:
    """Tap a button under a message; a card may have changed since the page showed it."""
    data = given.text("data")
    given.by.taps(given.message("message", given.seen_chat), stale=data)


def presses(given: Given) -> None:
    """Press a key of the reply keyboard."""
    given.by.presses(given.text("label"), given.seen_chat)


def blocks(given: Given) -> None:
    """Block the bot."""
    given.by.blocks()


def unblocks(given: Given) -> None:
    """Let the bot write again."""
    given.by.unblocks()


def deactivates(given: Given) -> None:
    """Delete the account."""
    given.by.deactivates()


def joins(given: Given) -> None:
    """Enter a group."""
    given.by.joins(given.chat)


def leaves(given: Given) -> None:
    """Leave a group."""
    given.by.leaves(given.seen_chat)


def speaks(given: Given) -> None:
    """Change the language of a person's Telegram; of everybody's who reads Chinese in the sample, where
    nobody is named."""
    language = given.text("language")
    if language not in CODES:
        raise Refused("page-refused-unknown")
    someone = given.someone
    cast = given.play.people.by_key.items()
    for person in [someone] if someone else [p for key, p in cast if BY_KEY[key].language == "zh-CN"]:
        if CODES[language] != person.user.get("language_code"):
            speak(person, language)
            if _only_greeted(person):
                person.start()
    if someone is None:
        given.play.begin(speak_in_groups(given.play.people, language))


def _only_greeted(person: Person) -> bool:
    """Whether nothing but the greeting has been said in the chat with the bot, so that it can begin anew in
    another language, keys and all."""
    own = [message.text for message in person.chat.messages if not message.from_bot]
    return person.started and not person.blocked and set(own) == {"/start"}


def renames(given: Given) -> None:
    """Give a group another title."""
    given.seen_chat.rename(given.text("title"), by=given.by)


def upgrades(given: Given) -> None:
    """Turn a basic group into a supergroup."""
    given.seen_chat.upgrade()


def sets_bot(given: Given) -> None:
    """Change what the bot is in a group."""
    status = given.text("status")
    if status not in BOT_STANDINGS:
        raise Refused("page-refused-unknown")
    given.seen_chat.set_bot(status, by=given.by)


def permits(given: Given) -> None:
    """Change what plain members of a group may send."""
    right = given.text("right")
    if right not in PERMISSIONS:
        raise Refused("page-refused-unknown")
    given.seen_chat.permit(by=given.by, **{right: given.flag("allowed")})


WORDS = ("text", "caption", "sample", "label", "title", "emoji", "question", "payload")


def words_of(given: Given) -> str:
    """What an act says, for the list of acts: the label of a button that is tapped, or its words."""
    if data := given.text("data", ""):
        buttons = given.message("message").buttons
        return next((label for row in buttons for label, leads in row if leads == data), "")
    return next((words for name in WORDS if (words := given.text(name, ""))), "")


ACTS: dict[str, Callable[[Given], None]] = {
    act.__name__: act
    for act in (
        *(start, says, edits, sends, location, venue, contact, sticker, dice, poll, forwards, taps, presses),
        *(blocks, unblocks, deactivates, joins, leaves, speaks, renames, upgrades, sets_bot, permits),
    )
}
