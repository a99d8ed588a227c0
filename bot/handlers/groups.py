"""A group's life with the bot: `/bind`, `/unbind`, `/open`, `/language`, and what happens to it."""

from collections.abc import Awaitable, Callable, Sequence

from telegram import Chat, Update

from bot import rights
from bot.buttons import ChooseLanguage
from bot.dispatch import bindings, standing, undelivered
from bot.dispatch.places import MOST_CHOICES
from bot.dispatch.refusals import Gone, NotBound
from bot.scene import Answer, Command, Met, Tap
from bot.tap import GROUPS, PRIVATE, meet, on_command, on_met
from bot.texts import LANGUAGES
from storage import cards, groups, outbox
from storage.records import Grid, Group, Lane


async def bind(command: Command) -> None:
    """Bind this group, or forum topic, to the grid with a code, or to the one with a name."""
    if not command.argument:
        await _say_usage(command)
        return
    index = await command.house.atlas.index(command.tx)
    grid, maybe = await bindings.meant(command.tx, command.person, command.argument, index, command.now)
    if maybe:
        await _say_codes(command, "bind-which", maybe)
    elif grid is None:
        await command.reply("bind-unknown", code=command.argument[:32])
    elif not await bindings.may_bind(command.tx, command.person, grid, command.now):
        await command.reply("bind-not-yours", grid_id=grid.id)
    elif taken := await bindings.held_elsewhere(command.tx, command.person, command.chat, command.now):
        await command.reply("bind-taken", grid_id=taken.grid_id)
    else:
        await bindings.ask_to_bind(
            command.tx,
            command.person,
            grid,
            command.chat,
            title=command.title,
            topic=command.topic,
            now=command.now,
        )


async def _say_usage(command: Command) -> None:
    """How it is sent; to whoever leads, with the codes of their grids."""
    theirs = await bindings.led_by(command.tx, command.person, command.now)
    if theirs:
        await _say_codes(command, "bind-usage-own", theirs[:MOST_CHOICES])
    else:
        await command.reply("bind-usage")


async def _say_codes(command: Command, text: str, grids: Sequence[Grid]) -> None:
    data = {"text": text, "words": command.argument[:32], "grids": [grid.id for grid in grids]}
    await outbox.say(
        command.tx, kind="codes", chat=command.chat, data=data, now=command.now, lane=Lane.ANSWER
    )


async def unbind(command: Command) -> None:
    await bindings.unbind(command.tx, command.person, command.chat, rules=command.rules, now=command.now)
    await command.reply("note-unbound")


async def show_open(command: Command) -> None:
    """What somebody is still wanted for here."""
    await outbox.say(
        command.tx, kind="open", group_id=(await _bound(command)).id, now=command.now, lane=Lane.ANSWER
    )


async def ask_language(command: Command) -> None:
    """The languages to choose from, for those who lead here."""
    group = await bindings.led(command.tx, command.person, await _bound(command), command.now)
    await outbox.say(command.tx, kind="group-language", group_id=group.id, now=command.now, lane=Lane.ANSWER)


async def choose_language(tap: Tap, press: ChooseLanguage) -> Answer:
    """One of them, tapped in the group."""
    group = await _of_card(tap)
    language = LANGUAGES[press.language]
    await bindings.choose_language(tap.tx, tap.person, group, language, now=tap.now)
    return Answer("answer-done")


async def _bound(command: Command) -> Group:
    group = await groups.bound(command.tx, command.chat.chat_id, command.chat.thread_id)
    if group is None:
        raise NotBound
    return group


async def _of_card(tap: Tap) -> Group | None:
    """The group whose card was tapped. A copy that is not known says only in which chat it stands."""
    card = await cards.find(tap.tx, tap.chat_id, tap.message_id)
    if card and card.group_id:
        return await groups.get(tap.tx, card.group_id)
    there = await groups.of_chat(tap.tx, tap.chat_id)
    if len(there) > 1:
        raise Gone
    return there[0] if there else None


async def not_here(command: Command) -> None:
    await command.reply("bind-in-group")


def known(handler: Callable[[Command], Awaitable[None]]) -> Callable[[Command], Awaitable[None]]:
    """Only for somebody who can be known: an anonymous administrator is asked to come forward."""

    async def ask_who(command: Command) -> None:
        if command.anonymous:
            await command.reply("group-anonymous")
        else:
            await handler(command)

    return ask_who


async def membership(met: Met) -> None:
    """Blocked, unblocked; put out of a group, added to one, given other rights there."""
    change = met.update.my_chat_member
    if change is None or change.chat.type == Chat.CHANNEL:
        return
    out = rights.is_out(change.new_chat_member)
    if change.chat.type == Chat.PRIVATE:
        person = await meet(met.tx, met.house, change.from_user, private=not out, now=met.now)
        if out:
            await undelivered.out_of_reach(met.tx, person, rules=met.house.rules, now=met.now)
    elif out:
        await standing.put_out(met.tx, change.chat.id, rules=met.house.rules, now=met.now)
    elif rights.is_out(change.old_chat_member):
        await standing.came_in(met.tx, change.chat.id, met.now)
    else:
        await standing.changed(met.tx, change.chat.id, met.now)


async def migration(met: Met) -> None:
    """The group became a supergroup, under another id."""
    message = met.update.message
    if message and message.migrate_to_chat_id:
        await cards.move_chat(
            met.tx, old_chat_id=message.chat.id, new_chat_id=message.migrate_to_chat_id, now=met.now
        )


async def renamed(met: Met) -> None:
    """The group, or one of its topics, has another name."""
    message = met.update.message
    if message and message.new_chat_title:
        await groups.rename(met.tx, message.chat.id, message.new_chat_title)
    if message and message.forum_topic_edited and message.forum_topic_edited.name:
        thread_id = message.message_thread_id or 0
        await groups.rename_topic(met.tx, message.chat.id, thread_id, message.forum_topic_edited.name)


def _renames(update: Update) -> bool:
    message = update.message
    return message is not None and bool(message.new_chat_title or message.forum_topic_edited)


def _migrates(update: Update) -> bool:
    return update.message is not None and update.message.migrate_to_chat_id is not None


routes = [
    on_command("bind", known(bind), where=GROUPS),
    on_command("unbind", known(unbind), where=GROUPS),
    on_command("open", known(show_open), where=GROUPS),
    on_command("language", known(ask_language), where=GROUPS),
    *(on_command(name, not_here, where=PRIVATE) for name in ("bind", "unbind", "open")),
    on_met(lambda update: update.my_chat_member is not None, membership),
    on_met(_migrates, migration),
    on_met(_renames, renamed),
]
