"""A Telegram in memory that speaks the Bot API over real HTTP, for tests, benches and a page in the browser.

It knows nothing of the bot; the bot meets it through ``REDVEST_API_URL`` alone. What is modelled and what
is not: ``docs/sandbox-api.md``. Everything runs in one event loop; acts are plain calls, waiting is awaited.

    clock = Clock(datetime(2026, 3, 2, 9, tzinfo=UTC))    # frozen there; Clock() follows the wall
    clock.advance(timedelta(hours=2)); clock.now()        # aware UTC; every date Telegram gives comes from it
    clock.watchers.append(callback)                       # called after each advance, so a bot can follow

    tg = Telegram(token="1000:TEST", clock=clock)         # also: username=, limits=False, reads_all=False,
    async with serve(tg, host="127.0.0.1", port=0) as server:     # query_age=, webhook_pause=, calls_kept=
        server.url                                        # "http://127.0.0.1:PORT", for REDVEST_API_URL
    tg = Telegram(judge=strict.judge())                   # all is held against the types aiogram has:
    tg.judge.refusals, tg.judge.mistakes                  # what was wrong in calls, what in the sandbox

Persons (``Person``: ``id``, ``name``, ``user``, ``chat``) and what they do; a person who never started the
bot cannot be written to. Each act makes the update a bot would get, at once:

    wang = tg.person("Wang", language_code="zh-hans")     # also: username=, last_name=, id=
    wang.start("at_X") -> Message                         # "/start at_X"; also starts (and unblocks) the chat
    wang.says("text", chat=group, thread=topic, reply_to=message, anonymous=True) -> Message
    wang.sends_photo(b"...", caption="...") -> Message    # sends_video, _voice, _document, _audio, _animation
                                                          # and _video_note alike; also name=, and size= where
                                                          # Telegram is to say more than is there
    wang.sends_album([b"1", ("video", b"2")], caption="...") -> list[Message]     # bytes are pictures
    album = wang.album(chat=group)                        # its pieces one by one, other things in between:
    album.photo(b"1", caption="..."); album.video(b"2"); album.document(b"3"); album.audio(b"4") -> Message
    piece = album.photo(b"5", late=True); album.arrives(piece)           # told later, in any order
    wang.sends_location(36.62, 101.77); wang.sends_venue("Clinic", "1 Red Road", (36.62, 101.77))
    wang.sends_contact("+8613800000000")                  # the own one (wang.phone unless given), unless
                                                          # of=person, or of="Grandma", who has no account
    wang.sends_sticker("👍"); wang.sends_dice("🎲", 6); wang.sends_poll("Tea?", ["yes", "no"])
    wang.forwards(message); wang.forwards("text", of="Somebody")         # of: person, chat or a bare name
    wang.presses("Send location", chat=group)             # a key of the reply keyboard that is up: says its
                                                          # label, or shares wang.phone or wang.place
    wang.edits(message, "new text"); wang.blocks(); wang.unblocks(); wang.deactivates()
    wang.joins(group); wang.leaves(group)
    query = wang.taps(message, "Claim") -> Query          # label or callback data; stale="data" for a button
                                                          # that is gone: wang.taps(message, stale="claim:1")
    query.answers; query.answer -> Answer | None          # .text .alert .url .at; the second is the first one
    await query.answered() -> Answer
    All sends_*, album and forwards take chat=, thread=, reply_to=, anonymous= as says does; the private chat
    is the default. What Telegram would not let a person do is a RuntimeError. Taps are never anonymous.

Chats (``Chat``: ``id``, ``kind``, ``title``, ``messages``, ``last``), made before the story: no updates.

    group = tg.supergroup("Red vests", members=[wang], admins=[li], bot="administrator")   # or id=
    tg.group("Small", ...); tg.channel("News", ...)       # bot: administrator, member, restricted, left…
    topic = group.topic("Orders") -> Topic                # makes it a forum; topic.id, topic.messages,
                                                          # topic.close(), topic.delete()
    group.set_bot("administrator", by=li, can_pin_messages=False)     # updates and service messages follow
    group.set_member(wang, "administrator", by=li)
    group.permit(can_send_photos=False, by=li)            # for plain members, the bot if it is one; no update
    group.permissions["can_send_photos"]                  # each kind of content has its own
    group.rename("New title", by=li); new = group.upgrade() -> Chat   # basic group to supergroup
    tg.chat(id) -> Chat; tg.persons, tg.chats: dicts by id

Messages (``Message``) are what is seen now, newest last:

    m = wang.chat.last                                    # wang.chat.last_from_bot; deleted ones are left out
    m.id, m.text (or caption), m.html, m.from_bot, m.sender_id, m.thread, m.edits (count), m.deleted, m.json
    m.buttons  -> [[("Claim", "claim:1"), ("Site", "https://…")], …]     # inline; second is data or url
    m.labels   -> ["Claim", "Site"]; m.button("Claim") -> "claim:1"
    m.keys     -> [["Send location"], …] reply keyboard, [] when none; m.files -> list[bytes]; m.reply_to
    wang.chat.keyboard_message                            # the message whose keyboard is up, or LookupError

Watching the bot; nothing here sleeps:

    tg.calls -> deque[Call]: .method .args .answer .ok .at, oldest first; tg.calls_of("sendMessage")
    tg.polls                                              # getUpdates calls are only counted
    tg.commands[(scope, language)]; tg.updates.pending, tg.updates.allowed
    await tg.until(lambda: "done" in wang.chat.last.text, timeout=5)     # looked at after every call, every
                                                          # act, every confirmed update; TimeoutError
    await tg.quiet(timeout=5)                             # every update confirmed and no call under way

Faults, looked at in the order planned; without method or chat they fit every call:

    plan = tg.fail(method="sendMessage", chat=wang, times=1, with_=Fault.http(502))
    plan = tg.fail(times=None, with_=Fault.offline())     # until plan.lift(); the connection drops
    Fault.too_many(3)                                     # 429 with retry_after
    Fault.lost_answer()                                   # the call takes effect, then the connection drops
    plan.hits                                             # how often it struck

Its state as plain JSON, and back (``sandbox.keeping``, ``sandbox.restoring``):

    found, files = dump(tg), [file.data for file in tg.files.all]
    restore(tg, found, files)                             # or another Telegram of the same bot; Malformed

As a process of its own: ``python -m sandbox --port N --token T [--play module:function]``; it prints its URL,
and ``async def function(tg)`` plays a scene there and ends the process when it returns.
"""

from sandbox.actors import Person
from sandbox.chats import Chat, Topic
from sandbox.clock import Clock
from sandbox.errors import ApiError
from sandbox.faults import Fault, Plan
from sandbox.messages import Message
from sandbox.queries import Answer, Query
from sandbox.server import Server, serve
from sandbox.telegram import Telegram
from sandbox.watching import Call

__all__ = [
    "Answer",
    "ApiError",
    "Call",
    "Chat",
    "Clock",
    "Fault",
    "Message",
    "Person",
    "Plan",
    "Query",
    "Server",
    "Telegram",
    "Topic",
    "serve",
]
