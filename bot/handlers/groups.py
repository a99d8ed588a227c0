"""A group's life with the bot: `/bind`, `/unbind`, becoming a supergroup, putting the bot out."""

from telegram import ChatMember, Update

from bot.dispatch import acquaintance, bindings
from bot.tap import GROUPS, PRIVATE, Command, Met, meet, on_command, on_met
from storage import cards, grids, groups

OUT = frozenset({ChatMember.LEFT, ChatMember.BANNED})


async def bind(command: Command) -> None:
    """Bind this group, or forum topic, to the grid with a code."""
    grid = await grids.by_code(command.tx, command.argument) if command.argument else None
    if command.anonymous:
        await command.reply("bind-anonymous")
    elif not command.argument:
        await command.reply("bind-usage")
    elif grid is None:
        await command.reply("bind-unknown", code=command.argument[:32])
    elif not await bindings.may_bind(command.tx, command.person, grid, command.now):
        await command.reply("bind-not-yours", grid_id=grid.id)
    else:
        await bindings.ask_to_bind(
            command.tx, command.person, grid, command.chat, title=command.title, now=command.now
        )


async def unbind(command: Command) -> None:
    if command.anonymous:
        await command.reply("bind-anonymous")
    elif await bindings.unbind(command.tx, command.person, command.chat, command.now):
        await command.reply("note-unbound")
    else:
        await command.reply("refused-not-yours")


async def not_here(command: Command) -> None:
    await command.reply("bind-in-group")


async def membership(met: Met) -> None:
    """Blocked, unblocked, put out of a group."""
    change = met.update.my_chat_member
    if change is None:
        return
    out = change.new_chat_member.status in OUT
    if change.chat.id > 0:
        person = await meet(met.tx, met.house, change.from_user, private=not out, now=met.now)
        if out:
            await acquaintance.out_of_reach(met.tx, person, rules=met.house.rules, now=met.now)
    elif out:
        await groups.end_chat(met.tx, change.chat.id, met.now)


async def migration(met: Met) -> None:
    """The group became a supergroup, under another id."""
    message = met.update.message
    if message and message.migrate_to_chat_id:
        await cards.move_chat(
            met.tx, old_chat_id=message.chat.id, new_chat_id=message.migrate_to_chat_id, now=met.now
        )


def _migrates(update: Update) -> bool:
    return update.message is not None and update.message.migrate_to_chat_id is not None


routes = [
    on_command("bind", bind, where=GROUPS),
    on_command("unbind", unbind, where=GROUPS),
    on_command("bind", not_here, where=PRIVATE),
    on_command("unbind", not_here, where=PRIVATE),
    on_met(lambda update: update.my_chat_member is not None, membership),
    on_met(_migrates, migration),
]
