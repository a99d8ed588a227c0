"""A person and the bot: language, privacy, help, the phone number, and stopping what one is at."""

from bot.buttons import ChooseLanguage, OpenMore
from bot.dispatch import linking, menus, phones
from bot.dispatch.menus import Why
from bot.dispatch.refusals import Gone
from bot.handlers import asking, groups, report
from bot.scene import Answer, Command, Said, Scene, Tap
from bot.sent import Contact
from bot.tap import PRIVATE, on_command, on_tap
from bot.texts import LANGUAGES
from storage import outbox, people, prompts
from storage.records import Lane

BEHIND_MORE = {0: "language", 1: "privacy", 2: "help", 3: "home", 4: "phone"}
"""What OpenMore opens."""


async def more(scene: Scene) -> None:
    """What stands behind More / 更多."""
    await _show(scene, "more")


async def open_more(tap: Tap, press: OpenMore) -> Answer:
    leaf = BEHIND_MORE.get(press.what)
    if leaf is None:
        raise Gone
    await _show(tap, leaf)
    return Answer("answer-done")


async def language(command: Command) -> None:
    await _show(command, "language")


async def privacy(command: Command) -> None:
    await _show(command, "privacy")


async def help_(command: Command) -> None:
    await _show(command, "help")


async def _show(scene: Scene, leaf: str) -> None:
    await outbox.say(
        scene.tx,
        kind="leaf",
        person_id=scene.person.id,
        data={"page": leaf},
        now=scene.now,
        lane=Lane.ANSWER,
    )


async def choose_language(tap: Tap, press: ChooseLanguage) -> Answer:
    """From now on everything is in that language: what is said, the large keys, the commands."""
    if press.language >= len(LANGUAGES):
        raise Gone
    if tap.chat_id < 0:
        return await groups.choose_language(tap, press)
    await people.choose_language(tap.tx, tap.person.id, LANGUAGES[press.language])
    await tap.turn_to(await tap.card("leaf"), {"page": "language"})
    await menus.show_commands(tap.tx, tap.person.id, tap.now)
    await menus.greet(tap.tx, tap.person.id, Why.LANGUAGE, tap.now)
    return Answer("answer-done")


async def share_phone(said: Said, contact: Contact) -> None:
    """A phone number was shared: the sender's own may say who they are in the roster."""
    number = phones.e164(f"+{contact.phone.lstrip('+')}")  # Telegram leaves the plus away at times
    if not contact.own:
        await said.reply("phone-not-yours")
    elif number is None:
        await said.reply("phone-strange")
    else:
        person = await linking.by_phone(said.tx, said.person, number, rules=said.rules, now=said.now)
        why = Why.PHONE if person.id == said.person.id else Why.LINKED
        await menus.greet(said.tx, person.id, why, said.now)


async def cancel(command: Command) -> None:
    """Stop what one is at: an answer that is waited for, else the report in the making."""
    prompt = await prompts.of_person(command.tx, command.person.id)
    if prompt:
        await prompts.end(command.tx, command.person.id)
        await asking.close(command, prompt.request_id, "cancelled")
        await command.reply("cancelled-question")
    elif await report.cancel_current(command):
        await command.reply("cancelled-draft")
    else:
        await command.reply("cancelled-nothing")


taps = [on_tap(OpenMore, open_more), on_tap(ChooseLanguage, choose_language)]
routes = [
    on_command("language", language, where=PRIVATE),
    on_command("privacy", privacy, where=PRIVATE),
    on_command("help", help_, where=PRIVATE),
    on_command("cancel", cancel, where=PRIVATE),
]
