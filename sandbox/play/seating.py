"""The sample's cast and groups take their places in the local Telegram, and meet the bot."""

from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from sandbox.actors import Person
from sandbox.chats import Chat
from sandbox.messages import Message
from sandbox.play.view import is_inside
from sandbox.sample.cast import CAST, GROUPS, Group, Member
from sandbox.sample.places import spot_of
from sandbox.telegram import Telegram

CODES = {"zh-CN": "zh-hans", "en": "en"}
"""The code by which Telegram calls a language of ours."""
MEETING = 20.0
"""Seconds everybody has to be greeted."""


@dataclass(frozen=True, slots=True)
class People:
    """The cast's accounts by their key, who is behind an account, and the groups by their key."""

    by_key: dict[str, Person]
    members: dict[int, Member]
    groups: dict[str, Chat]


def seat(tg: Telegram, language: str) -> People:
    """Everybody of the cast gets an account, and the groups are there with the bot in them. Those who read
    Chinese in the sample read ``language``."""
    by_key = {member.key: _account(tg, member, language) for member in CAST}
    for group in GROUPS:
        _make(tg, group, by_key)
    return seated(tg)


def seated(tg: Telegram) -> People:
    """The cast and its groups, where they are there already; KeyError when somebody is missing."""
    return People(
        {member.key: tg.persons[member.telegram_id] for member in CAST},
        {member.telegram_id: member for member in CAST},
        {group.key: tg.chats[group.chat_id] for group in GROUPS},
    )


def speak(person: Person, language: str) -> None:
    """From the next thing they do, the bot sees that their Telegram is in this language."""
    person.user["language_code"] = CODES[language]
    person.telegram.show(person)


async def greet(people: People, tg: Telegram) -> None:
    """Everybody opens the bot, and the groups are bound, as people do it. TimeoutError when the bot does not
    answer."""
    for person in people.by_key.values():
        person.start()
    await tg.until(lambda: all(p.chat.last.from_bot for p in people.by_key.values()), MEETING)
    for group in GROUPS:
        chat = people.groups[group.key]
        people.by_key[group.leader].says(f"/bind {group.grid}", chat=chat)
        await tg.until(partial(_answered, chat), MEETING)


async def speak_in_groups(people: People, language: str) -> None:
    """The leader of each group in which nothing but commands has been said lets the bot speak this language
    there, as leaders do; where the bot does not answer, it stays as it was."""
    for group in GROUPS:
        chat, leader = people.groups[group.key], people.by_key[group.leader]
        if chat.upgraded_to or not chat.has_bot or not is_inside(leader, chat):
            continue
        if not all(_is_command(message) for message in chat.messages):
            continue
        asked = leader.says("/language", chat=chat)
        with suppress(TimeoutError):
            await leader.telegram.until(partial(_answers, chat, asked), MEETING)
            choices = chat.last_from_bot
            leader.taps(choices, choices.buttons[list(CODES).index(language)][0][1])


def _is_command(message: Message) -> bool:
    return message.from_bot or message.text.startswith("/")


def _answers(chat: Chat, asked: Message) -> bool:
    return bool(chat.last_from_bot.id > asked.id and chat.last_from_bot.buttons)


def _answered(chat: Chat) -> bool:
    return chat.last.from_bot


def _account(tg: Telegram, member: Member, language: str) -> Person:
    reads = language if member.language == "zh-CN" else member.language
    person = tg.person(member.name, id=member.telegram_id, language_code=CODES[reads])
    person.phone = (
        f"+86{'199' if member.posts else '198'}{member.telegram_id % 10**8:08d}"  # as in people.csv
    )
    if spot := spot_of(member.home or member.posts[0][1]):
        person.place = (spot.latitude, spot.longitude)
    return person


def _make(tg: Telegram, group: Group, by_key: dict[str, Person]) -> None:
    leader = by_key[group.leader]
    members = [by_key[key] for key in group.members if key != group.leader]
    making = tg.supergroup if group.kind == "supergroup" else tg.group
    making(group.title, id=group.chat_id, admins=[leader], members=members)
