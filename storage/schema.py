"""The tables. Each column says what it means; the migrations lead here and a test holds them to it.

Times are milliseconds since 1970 UTC (see `storage.database`). Lists and mappings are JSON text.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

BIG: TypeEngine[int] = BigInteger().with_variant(Integer, "sqlite")


def _id() -> Column[int]:
    """SQLite gives the id of the newest row again once that is deleted, unless told `sqlite_autoincrement`,
    as tables are whose rows are deleted while a button, or work under way, may still mean them."""
    return Column("id", BIG, primary_key=True, autoincrement=True, comment="ours, never shown")


def _ref(name: str, table: str, comment: str, *, null: bool = False) -> Column[int]:
    return Column(name, BIG, ForeignKey(f"{table}.id"), nullable=null, comment=comment)


def _time(name: str, comment: str, *, null: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=null, comment=comment)


def _text(name: str, comment: str, *, null: bool = False, default: str | None = None) -> Column[str]:
    return Column(name, Text, nullable=null, server_default=default, comment=comment)


def _number(name: str, comment: str, *, default: int = 0) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=str(default), comment=comment)


def _yes_no(name: str, comment: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default=text("false"), comment=comment)


grids = Table(
    "grids",
    metadata,
    _id(),
    Column("code", Text, nullable=False, unique=True, comment="the community's own code"),
    _text("name", "as people say it"),
    _text("level", "street, community, compound, building, unit, or a word of their own"),
    _ref("parent_id", "grids", "the grid around it; null for a root", null=True),
    _yes_no("dedicated", "a school, hospital, market or firm with a leader of its own"),
    _text("mode", "management mode of a compound: mixed, trustee, self", null=True),
    _text("aliases", "other spellings, a JSON list", default="[]"),
    _text("boundary", "polygon as WKT or GeoJSON", null=True),
    _number("position", "order in the file it came from"),
    _time("ended_at", "when it was taken out of the files", null=True),
    Index(None, "parent_id"),
)

people = Table(
    "people",
    metadata,
    _id(),
    _text("name", "from the roster, else as Telegram gives it"),
    Column("phone", Text, unique=True, comment="E.164; shown only to those who need it"),
    Column("telegram_id", BigInteger, unique=True, comment="their account; null until linked"),
    _yes_no("reachable", "has started the bot and not blocked it since"),
    _text("language", "their Telegram's language", null=True),
    _text("chosen_language", "by /language; null: their Telegram's", null=True),
    _ref("home_grid_id", "grids", "the grid they have called their home", null=True),
    _text("home_door", "what they wrote of the door there; private", default=""),
    _text("menu", "the large keys below their chat: see Menu; null: never given any", null=True),
    _text("skills", "a JSON list", default="[]"),
    _text("languages", "spoken, a JSON list", default="[]"),
    _time("created_at", "first seen or imported"),
    Index(None, "name"),
    sqlite_autoincrement=True,
)

posts = Table(
    "posts",
    metadata,
    _id(),
    _ref("person_id", "people", "who"),
    _text("role", "leader, deputy, secretary, … admin"),
    _ref("grid_id", "grids", "where; null for administrators named in the settings", null=True),
    _text("organisation", "on whose behalf", null=True),
    _time("until", "the post ends by itself then", null=True),
    _yes_no("settings", "an administrator by REDVEST_ADMINS, not by the roster"),
    _time("ended_at", "when it was taken away", null=True),
    Index(None, "person_id"),
    Index(None, "grid_id", "role"),
    Index(
        None,
        "organisation",
        "grid_id",
        sqlite_where=text("organisation IS NOT NULL"),
        postgresql_where=text("organisation IS NOT NULL"),
    ),
    Index(
        "ix_posts_admins",
        "person_id",
        sqlite_where=text("role = 'admin'"),
        postgresql_where=text("role = 'admin'"),
    ),
)

absences = Table(
    "absences",
    metadata,
    _id(),
    _ref("person_id", "people", "who is away"),
    _ref("delegate_id", "people", "who answers meanwhile; null: the next in line", null=True),
    _time("since", "from then on"),
    _time("until", "back from then on"),
    _time("ended_at", "when they came back earlier, or chose other dates", null=True),
    Index(
        "uq_absences_running",
        "person_id",
        unique=True,
        sqlite_where=text("ended_at IS NULL"),
        postgresql_where=text("ended_at IS NULL"),
    ),
    Index(None, "person_id"),
    Index(None, "delegate_id"),
)

organisations = Table(
    "organisations",
    metadata,
    _id(),
    _text("name", "as people say it"),
    _text("kind", "office, firm, social, property, committee, department, team"),
    _ref("grid_id", "grids", "where it serves; null: everywhere", null=True),
    _text("contact", "phone, E.164; for those who answer", null=True),
    _text("categories", "codes of what it serves, a JSON list", default="[]"),
    _number("position", "order in the file it came from"),
    _time("ended_at", "when it was taken out of the files", null=True),
    Index("uq_organisations_one", "name", text("coalesce(grid_id, 0)"), unique=True),
)

invitations = Table(
    "invitations",
    metadata,
    Column("digest", Text, primary_key=True, comment="SHA-256 of the secret; the secret is kept nowhere"),
    _ref("person_id", "people", "whom it links"),
    _time("expires_at", "no longer good from then on"),
    _time("used_at", "it works once", null=True),
    Index(None, "person_id"),
)

categories = Table(
    "categories",
    metadata,
    _id(),
    Column("code", Text, nullable=False, unique=True, comment="the community's own code"),
    _ref("parent_id", "categories", "the category of an item; null for a category", null=True),
    _text("names", "a JSON object, language to name"),
    _text("icon", "an emoji", default=""),
    _text("urgency", "emergency, urgent, normal, low", default="normal"),
    _yes_no("confidential", "nothing of it is shown in any group"),
    _text("first", "who answers first, a JSON object: mode or '' to role or organisation", default="{}"),
    _text("keywords", "words that point to it, a JSON list", default="[]"),
    _number("position", "order in the file it came from"),
    _yes_no("builtin", "from the list that comes with the software"),
    _time("ended_at", "when it was taken out of the files", null=True),
)

groups = Table(
    "groups",
    metadata,
    _id(),
    Column("chat_id", BigInteger, nullable=False, comment="Telegram's id of the group"),
    Column("thread_id", BigInteger, nullable=False, server_default="0", comment="forum topic, or 0"),
    _ref("grid_id", "grids", "where its volunteers serve"),
    _text("title", "as the group calls itself"),
    _text("topic", "the name of the forum topic, as far as it is known", default=""),
    _text("language", "null: the community's", null=True),
    _ref("bound_by", "people", "who sent /bind"),
    _time("muted_at", "since when the bot may not write there", null=True),
    _time("bound_at", "when"),
    _time("ended_at", "when it was unbound, or the bot was removed", null=True),
    Index(
        "uq_groups_bound",
        "chat_id",
        "thread_id",
        unique=True,
        sqlite_where=text("ended_at IS NULL"),
        postgresql_where=text("ended_at IS NULL"),
    ),
    Index(None, "grid_id"),
)

requests = Table(
    "requests",
    metadata,
    _id(),
    Column("number", Text, nullable=False, unique=True, comment="what people call it, with its #"),
    _ref("resident_id", "people", "whose request it is"),
    _ref("category_id", "categories", "null: not sure", null=True),
    _ref("grid_id", "grids", "where it is"),
    _text("words", "the resident's own; private"),
    _text("place_words", "what the resident wrote of the place; private", default=""),
    _text("group_words", "what groups read, if somebody changed it; null: the words, masked", null=True),
    _yes_no("unplaced", "nobody could say where within the grid: the office finds that out"),
    _text("urgency", "frozen at submission"),
    _yes_no("confidential", "frozen at submission"),
    _text("status", "submitted, assigned, accepted, resolved, closed, declined, cancelled"),
    _ref("responsible_id", "people", "the one responsible; null: the administrators' queue", null=True),
    _ref("responsible_grid_id", "grids", "for which grid they answer", null=True),
    _number("level", "how often it was escalated"),
    _number("reopened", "how often the resident said Not solved"),
    _text("result", "in words, of the last Done", null=True),
    _yes_no("confirmed", "closed by the resident's word, not by silence"),
    Column("stars", Integer, comment="the resident's, 1 to 5"),
    _text("comment", "the resident's words to the stars", null=True),
    _number("version", "one more with every change", default=1),
    _time("created_at", "when it was submitted"),
    _time("closed_at", "when it was closed, declined or cancelled last", null=True),
    _time(
        "reopen_until", "until then the resident may say Not solved, or appeal; frozen at the end", null=True
    ),
    Index(None, "resident_id"),
    Index(
        "ix_requests_open_responsible",
        "responsible_id",
        "status",
        sqlite_where=text("status IN ('assigned', 'accepted', 'resolved')"),
        postgresql_where=text("status IN ('assigned', 'accepted', 'resolved')"),
    ),
    Index(
        "ix_requests_queue",
        "grid_id",
        sqlite_where=text("status = 'submitted'"),
        postgresql_where=text("status = 'submitted'"),
    ),
)

supervisors = Table(
    "supervisors",
    metadata,
    _id(),
    _ref("request_id", "requests", "which request"),
    _ref("person_id", "people", "to whom it was escalated"),
    _ref("grid_id", "grids", "for which grid they answer; null: an administrator", null=True),
    _number("level", "the escalation that added them"),
    _time("told_at", "when"),
    Index("uq_supervisors_request_person", "request_id", "person_id", unique=True),
    Index(None, "person_id"),
)

tasks = Table(
    "tasks",
    metadata,
    _id(),
    _ref("request_id", "requests", "what it serves"),
    _ref("group_id", "groups", "where it is offered"),
    _number("places", "how many people are wanted"),
    _number("held", "how many places are taken; never more than there are"),
    _text("status", "open, full, done, withdrawn"),
    _text("words", "what the group reads; masked"),
    _ref("offered_by", "people", "who offered it"),
    _number("version", "one more with every change", default=1),
    _time("created_at", "when it was offered"),
    CheckConstraint("held BETWEEN 0 AND places", name="held_within_places"),
    Index(None, "request_id"),
    Index(
        "ix_tasks_live",
        "group_id",
        sqlite_where=text("status IN ('open', 'full')"),
        postgresql_where=text("status IN ('open', 'full')"),
    ),
)

claims = Table(
    "claims",
    metadata,
    _id(),
    _ref("task_id", "tasks", "on what"),
    _ref("person_id", "people", "who"),
    _text("status", "held, done, withdrawn, released"),
    _text("result", "the claimant's words of Done, or reason of Withdraw", null=True),
    _time("created_at", "when the place was taken"),
    _time("arrived_at", "when the claimant said Arrived", null=True),
    _time("changed_at", "the last change"),
    Index(
        "uq_claims_live",
        "task_id",
        "person_id",
        unique=True,
        sqlite_where=text("status IN ('held', 'done')"),
        postgresql_where=text("status IN ('held', 'done')"),
    ),
    Index(None, "person_id"),
    Index(
        "ix_claims_held",
        "person_id",
        sqlite_where=text("status = 'held'"),
        postgresql_where=text("status = 'held'"),
    ),
)

events = Table(
    "events",
    metadata,
    _id(),
    _ref("request_id", "requests", "whose history"),
    _ref("task_id", "tasks", "where it is about one", null=True),
    _text("act", "what happened"),
    _ref("by_id", "people", "who did it; null: the house itself", null=True),
    _time("at", "when"),
    _text("data", "reasons and particulars, a JSON object", default="{}"),
    Index(None, "request_id"),
)

deadlines = Table(
    "deadlines",
    metadata,
    _id(),
    _ref("request_id", "requests", "what it watches"),
    _ref("task_id", "tasks", "for the claim clock", null=True),
    _text("clock", "answer, claim, solve, confirm, climb"),
    Column("part", Float, nullable=False, comment="below 1: a reminder at this part; 1: the end"),
    _number("level", "the escalation level at which it was set"),
    _time("due_at", "at this moment or later it is looked at"),
    _text("policy", "the deadlines of the policy when it was set, a JSON object"),
    Index("uq_deadlines_one", "request_id", text("coalesce(task_id, 0)"), "clock", "part", unique=True),
    Index(None, "due_at"),
    sqlite_autoincrement=True,
)

outbox = Table(
    "outbox",
    metadata,
    _id(),
    _text("kind", "which words; see bot.cards"),
    _number("lane", "0 answer, 1 work, 2 reminder, 3 broadcast"),
    _ref("person_id", "people", "to whom", null=True),
    _ref("group_id", "groups", "or to which group", null=True),
    Column("chat_id", BigInteger, comment="or to which chat that is neither, in answer to a command there"),
    Column("thread_id", BigInteger, nullable=False, server_default="0", comment="its forum topic, or 0"),
    _ref("card_id", "cards", "edit this one instead of posting", null=True),
    _ref("request_id", "requests", "about what", null=True),
    _ref("task_id", "tasks", "about what", null=True),
    _text("data", "ids and particulars, no prose, a JSON object", default="{}"),
    _text("status", "pending, sent, dropped (no longer true), dead (refused for good)", default="pending"),
    _time("created_at", "when it was committed"),
    _time("not_before", "quiet hours, or a pause after a failure"),
    _number("tries", "how often it failed"),
    _number("stamp", "one more each time the same edit is asked for again while it waits"),
    Column("message_id", BigInteger, comment="Telegram's id of it, or of the first of an album"),
    _number("message_count", "how many messages it became; their ids follow each other"),
    _time("sent_at", "when Telegram took it", null=True),
    _text("error", "why it failed last, without personal data", null=True),
    Index(
        "ix_outbox_pending",
        "lane",
        "id",
        sqlite_where=text("status = 'pending'"),
        postgresql_where=text("status = 'pending'"),
    ),
    Index(
        "uq_outbox_edit",
        "card_id",
        unique=True,
        sqlite_where=text("status = 'pending' AND card_id IS NOT NULL"),
        postgresql_where=text("status = 'pending' AND card_id IS NOT NULL"),
    ),
    Index("ix_outbox_sent", "sent_at"),
    Index(
        "ix_outbox_message",
        "person_id",
        "message_id",
        sqlite_where=text("message_id IS NOT NULL"),
        postgresql_where=text("message_id IS NOT NULL"),
    ),
    Index(
        "ix_outbox_card",
        "card_id",
        sqlite_where=text("card_id IS NOT NULL"),
        postgresql_where=text("card_id IS NOT NULL"),
    ),
    sqlite_autoincrement=True,
)

cards = Table(
    "cards",
    metadata,
    _id(),
    _text("kind", "which screen"),
    _ref("person_id", "people", "whose private chat", null=True),
    _ref("group_id", "groups", "or which group", null=True),
    _ref("request_id", "requests", "what it shows", null=True),
    _ref("task_id", "tasks", "what it shows", null=True),
    Column("chat_id", BigInteger, nullable=False, comment="Telegram's id of the chat"),
    Column("message_id", BigInteger, nullable=False, comment="Telegram's id in that chat"),
    _text("view", "which page of the screen is open, a JSON object", default="{}"),
    _text("digest", "of what stands there, so that nothing is edited in vain", default=""),
    _time("created_at", "when it was posted"),
    Index("uq_cards_message", "chat_id", "message_id", unique=True),
    Index(None, "person_id", "kind"),
    Index(None, "request_id"),
    Index(None, "task_id"),
    sqlite_autoincrement=True,
)

drafts = Table(
    "drafts",
    metadata,
    _id(),
    _ref("person_id", "people", "whose"),
    _text("words", "the resident's own so far; private", default=""),
    _text("place_words", "what was written of the place; private", default=""),
    _ref("grid_id", "grids", "where, once chosen", null=True),
    _ref("category_id", "categories", "what kind, once chosen", null=True),
    _yes_no("not_sure", "the kind was answered with Not sure"),
    _yes_no("guessed", "the kind was guessed from the words, and may be guessed anew"),
    _text("found", "grids that the written place may mean, a JSON list of ids", default="[]"),
    _yes_no("unplaced", "the place was answered with Not sure"),
    _text("danger", "fire, gas, injury or crime: its numbers to call stand before all else", null=True),
    _yes_no("danger_passed", "the numbers to call were shown, and the resident went on"),
    _ref("at_grid_id", "grids", "which page of the tree of grids is open", null=True),
    _ref("at_category_id", "categories", "which category's items are open", null=True),
    _number("page", "of what is listed"),
    _number("turn", "how often its card was posted; the last one is the live one"),
    _time("changed_at", "the last word or tap"),
    Index(None, "person_id"),
    Index(None, "changed_at"),
    sqlite_autoincrement=True,
)

prompts = Table(
    "prompts",
    metadata,
    _id(),
    Column("person_id", BIG, ForeignKey("people.id"), nullable=False, unique=True, comment="who is asked"),
    _text("kind", "for what words: see PromptKind"),
    _ref("request_id", "requests", "about what"),
    _ref("task_id", "tasks", "about what", null=True),
    _text("data", "particulars, a JSON object", default="{}"),
    _time("asked_at", "when"),
    sqlite_autoincrement=True,
)

pieces = Table(
    "pieces",
    metadata,
    _id(),
    _ref("person_id", "people", "who said or sent it"),
    Column("chat_id", BigInteger, nullable=False, comment="Telegram's id of the chat it came in"),
    Column("message_id", BigInteger, nullable=False, comment="Telegram's id in that chat"),
    _text("kind", "text, photo, video, voice, audio, animation, video_note, document, location"),
    _text("words", "the text or caption; private", default=""),
    _text("file_id", "by which Telegram gives the file out again", null=True),
    Column("latitude", Float, comment="of a location"),
    Column("longitude", Float, comment="of a location"),
    _text("album", "Telegram's media_group_id", null=True),
    _text("purpose", "report, result, talk"),
    _ref(
        "draft_id",
        "drafts",
        "of which draft; with no draft, prompt and request it waits to be told",
        null=True,
    ),
    _ref("prompt_id", "prompts", "sent in answer to a question that is open still", null=True),
    _ref("request_id", "requests", "of which request", null=True),
    _ref("task_id", "tasks", "the result of which task", null=True),
    _time("created_at", "when it came"),
    Index("uq_pieces_message", "chat_id", "message_id", unique=True),
    Index(None, "person_id", "album"),
    Index(None, "draft_id"),
    Index(None, "prompt_id"),
    Index(None, "request_id"),
    Index(
        "ix_pieces_loose",
        "person_id",
        sqlite_where=text("draft_id IS NULL AND prompt_id IS NULL AND request_id IS NULL"),
        postgresql_where=text("draft_id IS NULL AND prompt_id IS NULL AND request_id IS NULL"),
    ),
)

uploads = Table(
    "uploads",
    metadata,
    _id(),
    _ref("person_id", "people", "the administrator who sent it"),
    _text("file_id", "by which Telegram gives the file out"),
    _text("name", "as the file is called"),
    _text("status", "checking, ready, refused, writing, done, cancelled", default="checking"),
    _text("digest", "of the plan that was shown, so that nothing else is done", default=""),
    _text("report", "tallies, and a line for each row that changes or is wrong, a JSON object", default="{}"),
    _time("created_at", "when it came"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)

files = Table(
    "files",
    metadata,
    _id(),
    _text("name", "as the reader saves it"),
    _text("kind", "photo or document: how Telegram shows it"),
    Column("content", LargeBinary, nullable=False, comment="made by the worker, to be sent by the sender"),
    _time("created_at", "when it was made; it is kept for some days"),
    Index(None, "created_at"),
    sqlite_autoincrement=True,
)

schedules = Table(
    "schedules",
    metadata,
    Column("kind", Text, primary_key=True, comment="what comes again and again: coverage"),
    _time("due_at", "the next time"),
)

stamps = Table(
    "stamps",
    metadata,
    Column("name", Text, primary_key=True, comment="of what"),
    Column("value", BigInteger, nullable=False, comment="one more with every change of it"),
)

jobs = Table(
    "jobs",
    metadata,
    _id(),
    _text("kind", "what the worker is to do"),
    _text("payload", "a JSON object"),
    _text("status", "pending, done, failed", default="pending"),
    _number("tries", "how often it failed"),
    _time("not_before", "a pause after a failure"),
    _text("error", "why it failed last", null=True),
    _time("created_at", "when it was asked for"),
    Index(
        "ix_jobs_pending",
        "not_before",
        sqlite_where=text("status = 'pending'"),
        postgresql_where=text("status = 'pending'"),
    ),
)

seen_updates = Table(
    "seen_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False, comment="Telegram's number"),
    _time("at", "when it was taken in"),
    _text("answer", "what a tap was answered, to be said again if it comes again; JSON", null=True),
    Index(None, "at"),
)

failed_updates = Table(
    "failed_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False, comment="Telegram's number"),
    _text("payload", "the update as it came, for a developer; private"),
    _text("error", "the kind and place of the failure"),
    _number("tries", "how often it was tried"),
    _time("at", "when it was set aside"),
)
