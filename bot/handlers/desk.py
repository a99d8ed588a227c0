"""My desk: what a person answers for, by deadline."""

from bot.handlers import asking
from bot.scene import Command, Scene
from bot.tap import PRIVATE, on_command
from storage import outbox
from storage.records import Lane


async def show(scene: Scene) -> None:
    """The desk's list."""
    await outbox.say(
        scene.tx,
        kind="desk",
        person_id=scene.person.id,
        data={"at": 0},
        now=scene.now,
        lane=Lane.ANSWER,
    )


async def command(said: Command) -> None:
    await asking.drop(said)
    await show(said)


routes = [on_command("desk", command, where=PRIVATE)]
