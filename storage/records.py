"""What is kept, as frozen values: the bottom of the house. It decides nothing."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any


class Role(StrEnum):
    """What a person may be to a grid; see the Words of the docs."""

    LEADER = "leader"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    STAFF = "staff"
    PROPERTY = "property"
    COMMITTEE = "committee"
    MEDIATOR = "mediator"
    VOLUNTEER = "volunteer"
    MEMBER = "member"
    ADMIN = "admin"


class Menu(StrEnum):
    """Which large keys stand below a person's chat."""

    PLAIN = "plain"
    DESK = "desk"  # with the key of those who answer for requests


class Urgency(StrEnum):
    EMERGENCY = "emergency"
    URGENT = "urgent"
    NORMAL = "normal"
    LOW = "low"


class RequestStatus(StrEnum):
    SUBMITTED = "submitted"  # nobody answers for it yet: the administrators' queue
    ASSIGNED = "assigned"
    ACCEPTED = "accepted"
    RESOLVED = "resolved"
    CLOSED = "closed"
    DECLINED = "declined"
    CANCELLED = "cancelled"


class TaskStatus(StrEnum):
    OPEN = "open"
    FULL = "full"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class ClaimStatus(StrEnum):
    HELD = "held"
    DONE = "done"
    WITHDRAWN = "withdrawn"  # by the claimant
    RELEASED = "released"  # by the house: the task ended without it


class Act(StrEnum):
    """What can happen to a request, its tasks and claims; the word in the history."""

    SUBMIT = "submit"
    QUEUE = "queue"  # nobody answers for it: to the administrators
    ASSIGN = "assign"
    ACCEPT = "accept"
    OFFER = "offer"
    RESOLVE = "resolve"
    CONFIRM = "confirm"
    EXPIRE = "expire"  # closed by the resident's silence, as unconfirmed
    REOPEN = "reopen"
    REMIND = "remind"
    ESCALATE = "escalate"
    DECLINE = "decline"  # not ours, or not to be done
    APPEAL = "appeal"  # the resident's answer to that: the level above decides
    CANCEL = "cancel"
    ADD = "add"  # the resident's further words and photos
    REVISE = "revise"  # a message of the resident was edited
    REWORD = "reword"  # what groups read was changed by those who answer
    CORRECT = "correct"  # the place or the kind was wrong
    RATE = "rate"  # stars, or words to them
    SAY = "say"  # through the bot to the other side
    CLAIM = "claim"
    ARRIVE = "arrive"
    FINISH = "finish"  # a claimant's Done
    WITHDRAW = "withdraw"
    RELEASE = "release"
    END_TASK = "end_task"


class Clock(StrEnum):
    """Which time is running; the words of policy.toml."""

    ANSWER = "answer"
    CLAIM = "claim"
    SOLVE = "solve"
    CONFIRM = "confirm"
    CLIMB = "climb"


class Lane(IntEnum):
    """Who goes first when Telegram's limits make messages wait."""

    ANSWER = 0  # somebody waits for an answer to their own act
    WORK = 1
    REMINDER = 2
    BROADCAST = 3


@dataclass(frozen=True, slots=True)
class Grid:
    id: int
    code: str
    name: str
    level: str
    parent_id: int | None
    dedicated: bool
    mode: str | None
    aliases: tuple[str, ...]
    boundary: str | None


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str
    phone: str | None
    telegram_id: int | None
    reachable: bool
    language: str | None
    chosen_language: str | None = None
    home_grid_id: int | None = None
    menu: Menu | None = None
    """None: the bot has never welcomed them."""
    home_door: str = ""

    @property
    def reads(self) -> str | None:
        """The code of the language they read: what they chose, else their Telegram's."""
        return self.chosen_language or self.language


@dataclass(frozen=True, slots=True)
class Post:
    id: int
    person_id: int
    role: Role
    grid_id: int | None


@dataclass(frozen=True, slots=True)
class Absence:
    """A leave. `delegate_id` answers meanwhile; None: the next in line."""

    id: int
    person_id: int
    delegate_id: int | None
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Organisation:
    id: int
    name: str
    kind: str
    grid_id: int | None
    contact: str | None
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Category:
    id: int
    code: str
    parent_id: int | None
    names: dict[str, str]
    icon: str
    urgency: Urgency
    confidential: bool
    first: dict[str, str] = field(default_factory=dict)
    """Who answers first: mode, or "" for any, to a role or an organisation's name; {}: as its parent."""


@dataclass(frozen=True, slots=True)
class Group:
    """A chat, or one forum topic of it, bound to a grid."""

    id: int
    chat_id: int
    thread_id: int
    grid_id: int
    title: str
    language: str | None
    bound_by: int
    muted_at: datetime | None = None
    ended_at: datetime | None = None
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    id: int
    number: str
    resident_id: int
    category_id: int | None
    grid_id: int
    words: str
    urgency: Urgency
    confidential: bool
    status: RequestStatus
    responsible_id: int | None
    responsible_grid_id: int | None
    level: int
    reopened: int
    result: str | None
    confirmed: bool
    version: int
    created_at: datetime
    closed_at: datetime | None
    reopen_until: datetime | None = None
    place_words: str = ""
    group_words: str | None = None
    unplaced: bool = False
    stars: int | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    id: int
    request_id: int
    group_id: int
    places: int
    held: int
    status: TaskStatus
    words: str
    version: int


@dataclass(frozen=True, slots=True)
class Claim:
    id: int
    task_id: int
    person_id: int
    status: ClaimStatus
    result: str | None
    arrived_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Event:
    id: int
    request_id: int
    task_id: int | None
    act: Act
    by_id: int | None
    at: datetime
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment at which a running clock wants to be looked at: a reminder on the way, or its end."""

    id: int
    request_id: int
    task_id: int | None
    clock: Clock
    part: float
    level: int
    due_at: datetime
    policy: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to be said to one reader; its words are found when it is sent."""

    id: int
    kind: str
    lane: Lane
    person_id: int | None
    group_id: int | None
    chat_id: int | None
    thread_id: int
    card_id: int | None
    request_id: int | None
    task_id: int | None
    data: dict[str, Any]
    created_at: datetime
    not_before: datetime
    tries: int
    stamp: int


@dataclass(frozen=True, slots=True)
class Card:
    """A message with buttons as it stands in a chat, to be edited when its subject changes."""

    id: int
    kind: str
    person_id: int | None
    group_id: int | None
    request_id: int | None
    task_id: int | None
    chat_id: int
    message_id: int
    view: dict[str, Any]
    digest: str


class PromptKind(StrEnum):
    """For what the bot has asked a person to write some words."""

    RESULT = "result"
    FINISH = "finish"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    DECLINE = "decline"
    APPEAL = "appeal"
    REASSIGN = "reassign"
    REWORD = "reword"
    ADD = "add"
    COMMENT = "comment"
    SAY = "say"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class Prompt:
    """The bot waits for this person's words; their next text is the answer."""

    id: int
    person_id: int
    kind: PromptKind
    request_id: int
    task_id: int | None
    data: dict[str, Any]
    asked_at: datetime


class PieceKind(StrEnum):
    TEXT = "text"
    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    AUDIO = "audio"
    ANIMATION = "animation"  # Telegram gives one as a document too: this stands first
    VIDEO_NOTE = "video_note"
    DOCUMENT = "document"
    LOCATION = "location"


class Purpose(StrEnum):
    """What a piece was sent for."""

    REPORT = "report"
    RESULT = "result"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class Piece:
    """One message of a person that is kept: words, or a medium with its caption, or a location."""

    id: int
    person_id: int
    chat_id: int
    message_id: int
    kind: PieceKind
    words: str
    file_id: str | None
    latitude: float | None
    longitude: float | None
    album: str | None
    purpose: Purpose
    draft_id: int | None
    prompt_id: int | None
    request_id: int | None
    task_id: int | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """A report in the making. A person may have several; the one touched last is the one they are at."""

    id: int
    person_id: int
    words: str
    place_words: str
    grid_id: int | None
    category_id: int | None
    not_sure: bool
    guessed: bool
    found: tuple[int, ...]
    at_grid_id: int | None
    at_category_id: int | None
    page: int
    turn: int
    changed_at: datetime
    unplaced: bool = False
    danger: str | None = None
    danger_passed: bool = False


class UploadStatus(StrEnum):
    CHECKING = "checking"
    READY = "ready"
    REFUSED = "refused"
    WRITING = "writing"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Upload:
    """An import file that an administrator sent: first looked at, then written when they confirm."""

    id: int
    person_id: int
    file_id: str
    name: str
    status: UploadStatus
    digest: str
    report: dict[str, Any]
    created_at: datetime


@dataclass(frozen=True, slots=True)
class File:
    """Something made to be sent: a poster, a picture, an export."""

    id: int
    name: str
    kind: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Job:
    """Work that needs the network or takes long; its result comes back as an act."""

    id: int
    kind: str
    payload: dict[str, Any]
    tries: int
