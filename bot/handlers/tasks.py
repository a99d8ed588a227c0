"""Tasks: what a volunteer has taken, and what they could take."""

from bot.buttons import OpenTask
from bot.dispatch import claims
from bot.scene import Answer, Scene, Tap
from bot.tap import PRIVATE, on_command, on_tap
from storage import outbox, tasks
from storage.records import ClaimStatus, Lane, TaskStatus


async def show(scene: Scene) -> None:
    """The list of tasks."""
    await outbox.say(scene.tx, kind="tasks", person_id=scene.person.id, now=scene.now, lane=Lane.ANSWER)


async def open_task(tap: Tap, press: OpenTask) -> Answer:
    """One of the list: the whole case if they have taken it, else what its group sees. What is not there for
    them any more goes from the list."""
    await outbox.refresh_card(tap.tx, (await tap.card("tasks")).id, tap.now)
    task = await tasks.get(tap.tx, press.task_id)
    if task is None:
        return Answer("refused-gone", alert=True)
    place = await tasks.last_claim(tap.tx, task.id, tap.person.id)
    if place and place.status is ClaimStatus.HELD:
        await claims.bring(tap.tx, tap.person, task, tap.now)
    elif not await claims.may_take(tap.tx, tap.person, task, tap.now):
        return Answer("refused-gone", alert=True)
    elif task.status is not TaskStatus.OPEN:
        taken = task.status is TaskStatus.FULL
        return Answer("refused-place-taken" if taken else "refused-task-over", alert=True)
    else:
        await outbox.say(
            tap.tx,
            kind="offered",
            person_id=tap.person.id,
            request_id=task.request_id,
            task_id=task.id,
            now=tap.now,
            lane=Lane.ANSWER,
        )
    return Answer("answer-done")


taps = [on_tap(OpenTask, open_task)]
routes = [on_command("tasks", show, where=PRIVATE)]
