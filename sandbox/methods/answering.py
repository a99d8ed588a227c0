"""answerCallbackQuery."""

from typing import TYPE_CHECKING

from sandbox.args import Args
from sandbox.errors import bad_request
from sandbox.markup import utf16_length
from sandbox.queries import Answer

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

LONGEST_ANSWER = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(tg: "Telegram", args: Args) -> bool:
    """Show something to the one who tapped, or open a link to this bot."""
    query = tg.queries.get(args.text("callback_query_id"))
    if query is None or tg.clock.timestamp() - query.seconds > tg.query_age.total_seconds():
        raise bad_request(TOO_OLD)
    text, url = args.text("text"), args.text("url")
    if utf16_length(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not _opens_bot(url, tg.username):
        raise bad_request("URL_INVALID")
    query.tell(Answer(text, args.flag("show_alert"), url, tg.clock.now()))
    tg.show(query)
    return True


def _opens_bot(url: str, username: str) -> bool:
    place = url.removeprefix("https://").removeprefix("http://").lower()
    name = username.lower()
    return place.startswith((f"t.me/{name}?start=", f"tg://resolve?domain={name}&start="))
