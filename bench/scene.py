"""A community at the moment when taps come: the same one in Telegram and in the database.

One group serves one grid; its leader has offered tasks there, each for a request of its own resident, and all
volunteers have started the bot. Every task has the cards it has in life: the group's, the leader's, the
resident's.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from bot.buttons import Claim, pack
from sandbox import Chat, Message, Person, Query, Telegram
from storage import deadlines, groups
from storage.database import Tx
from storage.open import open_database
from storage.records import Clock

PLACES = 20
"""The most that a task may have."""
TAPS_A_TASK = 25
TAPS_A_PERSON = 3  # below the 5 places that a volunteer may hold at a time
LANGUAGE = "zh-hans"
WORDS = "三号楼前下水道堵了，污水漫到路上，老人出门不便，请来几位邻居一起清理。"


@dataclass(frozen=True, slots=True)
class Scene:
    """How many there are of what, and who taps what in which order: (volunteer, task), counted from 0."""

    volunteers: int
    tasks: int
    places: int
    taps: tuple[tuple[int, int], ...]

    @property
    def winners(self) -> int:
        """How many of the taps get a place, whatever their order."""
        wanted = [0] * self.tasks
        for _, task in self.taps:
            wanted[task] += 1
        return sum(min(self.places, taps) for taps in wanted)


def rush(people: int, places: int) -> Scene:
    """Everybody taps the same card once."""
    return Scene(people, 1, places, tuple((person, 0) for person in range(people)))


def busy_day(taps: int) -> Scene:
    """About `taps` taps in a random order, the same every time: 20 of 25 on each task get a place."""
    tasks = max(1, taps // TAPS_A_TASK)
    people = max(TAPS_A_TASK, tasks * TAPS_A_TASK // TAPS_A_PERSON)
    pairs = [
        ((task * TAPS_A_TASK + number) % people, task)
        for task in range(tasks)
        for number in range(TAPS_A_TASK)
    ]
    Random(1).shuffle(pairs)  # noqa: S311 - an order, not a secret
    return Scene(people, tasks, PLACES, tuple(pairs))


class Stage:
    """A scene as it stands in a Telegram."""

    def __init__(self, scene: Scene, tg: Telegram) -> None:
        self.scene = scene
        self.leader = _started(tg, "周网格长")
        self.residents = [_started(tg, f"居民{number}") for number in range(scene.tasks)]
        self.volunteers = [_started(tg, f"志愿者{number}") for number in range(scene.volunteers)]
        self.group = tg.supergroup("红马甲接单群", members=self.volunteers, admins=[self.leader])
        self.cards = [_post(self.group, tg, "接单", pack(Claim(task + 1))) for task in range(scene.tasks)]
        self.office_cards = [_post(self.leader.chat, tg) for _ in self.cards]
        self.receipts = [_post(resident.chat, tg) for resident in self.residents]

    def tap(self, volunteer: int, task: int) -> Query:
        """One tap on Claim, on a screen that may not have caught up with the card."""
        return self.volunteers[volunteer].taps(self.cards[task], stale=pack(Claim(task + 1)))


def _started(tg: Telegram, name: str) -> Person:
    person = tg.person(name, language_code=LANGUAGE)
    person.started = True  # long ago: there is no update about it
    return person


def _post(chat: Chat, tg: Telegram, label: str = "", data: str = "") -> Message:
    content: dict[str, Any] = {"text": f"📋 #B001 · 下水道堵塞\n📍 青柳街道 向阳里社区 松柏苑\n{WORDS}"}
    if label:
        content["reply_markup"] = {"inline_keyboard": [[{"text": label, "callback_data": data}]]}
    return chat.post({"from": tg.bot}, content)


async def write(stage: Stage, url: str) -> None:
    """Fill a new database at `url` with what stands on the stage; ids are given in order, from 1."""
    database = await open_database(url)
    try:
        await database.transact(lambda tx: _write(tx, stage, datetime.now(UTC)))
    finally:
        await database.close()


async def _write(tx: Tx, stage: Stage, now: datetime) -> None:
    people = [stage.leader, *stage.residents, *stage.volunteers]
    await tx.run("INSERT INTO grids (id, code, name, level) VALUES (1, 'XY01', '松柏苑', 'compound')")
    await tx.many(
        """INSERT INTO people (id, name, telegram_id, reachable, language, created_at)
           VALUES (:id, :name, :telegram_id, TRUE, :language, :now)""",
        [
            {"id": id, "name": person.name, "telegram_id": person.id, "language": LANGUAGE, "now": now}
            for id, person in enumerate(people, 1)
        ],
    )
    await tx.run("INSERT INTO posts (person_id, role, grid_id) VALUES (1, 'leader', 1)")
    await groups.bind(
        tx, chat_id=stage.group.id, thread_id=0, grid_id=1, title=stage.group.title, by_id=1, now=now
    )
    for task_id in range(1, stage.scene.tasks + 1):
        await _write_task(tx, stage, task_id, now)


async def _write_task(tx: Tx, stage: Stage, task_id: int, now: datetime) -> None:
    """A task, its request (of the same id), their clocks and cards."""
    resident_id = 1 + task_id
    await tx.run(
        """INSERT INTO requests (id, number, resident_id, grid_id, words, urgency, confidential, status,
                                 responsible_id, responsible_grid_id, created_at)
           VALUES (:id, :number, :resident_id, 1, :words, 'normal', FALSE, 'accepted', 1, 1, :now)""",
        id=task_id,
        number=f"{task_id:04}",
        resident_id=resident_id,
        words=WORDS,
        now=now,
    )
    await tx.run(
        """INSERT INTO tasks (id, request_id, group_id, places, held, status, words, offered_by, created_at)
           VALUES (:id, :id, 1, :places, 0, 'open', :words, 1, :now)""",
        id=task_id,
        places=stage.scene.places,
        words=WORDS,
        now=now,
    )
    for clock, of_task in ((Clock.SOLVE, None), (Clock.CLAIM, task_id)):
        await deadlines.set_one(
            tx,
            request_id=task_id,
            task_id=of_task,
            clock=clock,
            part=1.0,
            level=0,
            due_at=now + timedelta(days=1),
            policy={},
        )
    await tx.many(
        """INSERT INTO cards (kind, person_id, group_id, request_id, task_id, chat_id, message_id, created_at)
           VALUES (:kind, :person_id, :group_id, :request_id, :task_id, :chat_id, :message_id, :now)""",
        [
            _card("task", stage.cards[task_id - 1], task_id, now, group_id=1, task_id=task_id),
            _card("request", stage.office_cards[task_id - 1], task_id, now, person_id=1),
            _card("receipt", stage.receipts[task_id - 1], task_id, now, person_id=resident_id),
        ],
    )


def _card(
    kind: str,
    message: Message,
    request_id: int,
    now: datetime,
    *,
    person_id: int | None = None,
    group_id: int | None = None,
    task_id: int | None = None,
) -> dict[str, object]:
    return {
        "kind": kind,
        "person_id": person_id,
        "group_id": group_id,
        "request_id": request_id,
        "task_id": task_id,
        "chat_id": message.chat.id,
        "message_id": message.id,
        "now": now,
    }
