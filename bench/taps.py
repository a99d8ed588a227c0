"""Taps on Claim: waiting for their answers, and holding them against the database."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bench.bots import Running
from bench.failure import Failure
from bench.scene import Scene
from bot.buttons import Claim, pack
from sandbox import Query, Telegram

PATIENCE = 120.0  # seconds for all answers

HELD = """SELECT c.task_id, p.telegram_id FROM claims c JOIN people p ON p.id = c.person_id
          WHERE c.status = 'held'"""
MISCOUNTED = """SELECT count(*) FROM tasks t WHERE held > places
                OR held <> (SELECT count(*) FROM claims c WHERE c.task_id = t.id AND c.status = 'held')"""


async def all_answered(tg: Telegram, bot: Running, taps: Sequence[Query]) -> None:
    """Wait until each has an answer."""
    unanswered = list(reversed(taps))

    def none_left() -> bool:
        while unanswered and unanswered[-1].answers:  # each is passed once, however often we are asked
            unanswered.pop()
        return not unanswered

    await bot.comes_to(tg.until(none_left, PATIENCE))


def check(scene: Scene, taps: Sequence[Query], database: Path) -> None:
    """Failure unless each tap was answered once, every place that was wanted is taken and no other, and just
    those who were told so have one."""
    times = [len(tap.answers) for tap in taps]
    if set(times) != {1}:
        repeated = sum(number > 1 for number in times)
        raise Failure(f"{times.count(0)} taps were not answered, {repeated} more than once")
    with closing(sqlite3.connect(database)) as connection:
        held = {(pack(Claim(task)), person) for task, person in connection.execute(HELD)}
        miscounted = connection.execute(MISCOUNTED).fetchone()[0]
    if miscounted or len(held) != scene.winners:
        raise Failure(f"{len(held)} places taken, {scene.winners} wanted; {miscounted} tasks count wrong")
    told = {(tap.data, tap.by.id) for tap in taps if not tap.answers[0].alert}
    if told != held:
        raise Failure(f"{len(told ^ held)} people have a place and were told otherwise, or the reverse")
