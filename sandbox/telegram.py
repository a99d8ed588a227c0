"""The state of the sandbox: one bot, its persons, chats, updates, calls. No I/O but what a webhook needs."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sandbox import dispatch
from sandbox.actors import Person
from sandbox.args import Args
from sandbox.chats import Chat
from sandbox.clock import Clock
from sandbox.contents import kind_of
from sandbox.faults import Fault, Plan
from sandbox.files import Files
from sandbox.limits import Limits
from sandbox.members import ADMINS, Member, member
from sandbox.messages import Message
from sandbox.queries import Query
from sandbox.strict import Judge
from sandbox.updates import Updates
from sandbox.watching import Call, Pulse, Shown
from sandbox.webhook import Delivery, Webhook

DEFAULT_TOKEN = "1000:TEST"  # noqa: S105  the sandbox's own; it opens nothing else

# The first number of each row of them (those of groups are negative); beyond 32 bits, as Telegram's are.
FIRST_NUMBERS = {
    "message": 1,
    "person": 5_000_000_001,
    "group": 4_000_000_001,
    "supergroup": 1_001_000_000_001,
    "long": 13_000_000_000_000_001,
}


@dataclass(eq=False)
class Telegram:
    """A Telegram with one bot in it.

    ``limits`` switches Telegram's pace on; ``reads_all`` the bot's privacy mode off; ``query_age`` is how
    long a tap can be answered; ``webhook_pause`` the first pause, in seconds, after a failed delivery;
    ``calls_kept`` bounds ``calls`` (None: all); ``judge`` holds every call, answer and update against the
    Bot API's types (``strict.judge()``).
    """

    token: str = DEFAULT_TOKEN
    clock: Clock = field(default_factory=Clock)
    username: str = "redvest_bot"
    limits: bool = False
    reads_all: bool = False
    query_age: timedelta = timedelta(seconds=60)
    webhook_pause: float = 1.0
    calls_kept: int | None = None
    judge: Judge | None = None

    def __post_init__(self) -> None:
        self.bot: dict[str, Any] = {
            "id": int(self.token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Redvest",
            "username": self.username,
        }
        self.pulse = Pulse()
        self.watchers: list[Callable[[Shown], None]] = []
        self.updates = Updates(self.pulse.beat, self.judge)
        self.files = Files()
        self.pace = Limits()
        self.persons: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.webhook: Webhook | None = None
        self.calls: deque[Call] = deque(maxlen=self.calls_kept)
        self.polls = 0
        self.under_way = 0  # calls being answered, getUpdates left out
        self.plans: list[Plan] = []
        self._delivery: Delivery | None = None
        self.numbers = dict(FIRST_NUMBERS)  # which comes next

    # Who and where

    def person(self, name: str, *, id: int | None = None, **about: str | None) -> Person:
        """Somebody with a Telegram account. ``about``: language_code, username, last_name."""
        number = id or self._next("person")
        user = {"id": number, "is_bot": False, "first_name": name}
        person = Person(self, user | {key: value for key, value in about.items() if value})
        self.persons[number] = person
        self.chats[number] = person.chat
        return person

    def supergroup(self, title: str, **who: Any) -> Chat:
        """A supergroup that is there from the start. ``who``: members=, admins=, bot= (a status), id=."""
        return self._chat("supergroup", title, **who)

    def group(self, title: str, **who: Any) -> Chat:
        """A basic group; as ``supergroup``."""
        return self._chat("group", title, **who)

    def channel(self, title: str, **who: Any) -> Chat:
        """A channel; as ``supergroup``."""
        return self._chat("channel", title, **who)

    def _chat(
        self,
        kind: str,
        title: str,
        *,
        id: int | None = None,
        bot: str = "administrator",
        members: Iterable[Person] = (),
        admins: Iterable[Person] = (),
    ) -> Chat:
        number = id or -self._next("group" if kind == "group" else "supergroup")
        chat = Chat(self, {"id": number, "type": kind, "title": title})
        chat.members[self.bot["id"]] = member(self.bot, bot)
        chat.members |= {person.id: member(person.user, "member") for person in members}
        chat.members |= {person.id: member(person.user, "administrator") for person in admins}
        self.chats[number] = chat
        return chat

    def chat(self, chat_id: int) -> Chat:
        """The chat with this id; KeyError for none."""
        return self.chats[chat_id]

    def next_message_id(self) -> int:
        """Private chats and basic groups share one row of numbers."""
        return self._next("message")

    def next_long_id(self) -> int:
        """A media_group_id, or the id of a poll."""
        return self._next("long")

    def _next(self, row: str) -> int:
        number = self.numbers[row]
        self.numbers[row] += 1
        return number

    # What the bot is told

    def deliver(self, message: Message, kind: str = "message") -> None:
        """Make the update about a message somebody wrote or edited, if the bot may see it."""
        if message.chat.has_bot and self._is_shown(message):
            self.updates.add(kind, message.json, message.chat.id)
        self.pulse.beat()

    def _is_shown(self, message: Message) -> bool:
        """Privacy mode: in groups a bot that is no administrator sees little."""
        chat, json = message.chat, message.json
        if chat.person or self.reads_all or chat.bot["status"] in ADMINS or kind_of(json) is None:
            return True  # service messages are shown to all
        answered = json.get("reply_to_message", {}).get("from", {})
        if answered.get("id") == self.bot["id"]:
            return True
        first = message.text.split(maxsplit=1)[0] if message.text else ""
        command, _, addressee = first.partition("@")
        return (command.startswith("/") and addressee in {"", self.username}) or (
            f"@{self.username}" in message.text
        )

    def membership(self, chat: Chat, actor: dict[str, Any], old: Member, new: Member) -> None:
        """Make the update about somebody's, or the bot's own, changed place in a chat."""
        own = new["user"]["id"] == self.bot["id"]
        if own or chat.bot["status"] in ADMINS:
            payload = {"chat": chat.json, "from": actor, "date": int(self.clock.timestamp())}
            payload |= {"old_chat_member": old, "new_chat_member": new}
            self.updates.add("my_chat_member" if own else "chat_member", payload, chat.id)
        self.show(chat.person or chat)
        self.pulse.beat()

    async def deliver_to(self, hook: Webhook | None) -> None:
        """Deliver to this webhook from now on; None: to none."""
        if self._delivery is not None:
            await self._delivery.close()
        self.webhook, self._delivery, self.updates.webhook = hook, None, None
        if hook is None:
            return
        self.updates.interrupt("setWebhook request")
        self._delivery = Delivery(
            self.updates,
            hook,
            pause=self.webhook_pause,
            now=self.clock.timestamp,
            carry_out=self._carry_out,
        )
        self.updates.webhook = self._delivery.put

    async def _carry_out(self, call: dict[str, Any]) -> None:
        await dispatch.perform(self, call.pop("method"), Args(call))

    # What the bot did

    def show(self, thing: Shown) -> None:
        """Tell those who look on that this has come or changed; it may still be changing, so they had better
        look at it in the event loop's next round."""
        for watcher in self.watchers:
            watcher(thing)

    def calls_of(self, method: str) -> list[Call]:
        """The calls of one method, oldest first."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    async def until(self, predicate: Callable[[], Any], timeout: float = 5.0) -> None:  # noqa: ASYNC109
        """Wait until the predicate is true; it is looked at after every call and confirmed update.

        A LookupError in it (nothing said yet) means not yet. TimeoutError after ``timeout`` real seconds.
        """
        await self.pulse.until(predicate, timeout)

    async def quiet(self, timeout: float = 5.0) -> None:  # noqa: ASYNC109
        """Wait until every update is confirmed and no call is under way. What the bot will say later, of
        its own accord, is not waited for: use ``until`` for that."""
        await self.until(lambda: not self.updates and not self.under_way, timeout)

    def fail(
        self,
        method: str | None = None,
        chat: Person | Chat | int | None = None,
        times: int | None = 1,
        *,
        with_: Fault,
    ) -> Plan:
        """Plan a fault for the next ``times`` fitting calls; None: for all until the plan is lifted."""
        chat_id = chat if isinstance(chat, int) or chat is None else chat.id
        plan = Plan(with_, method=method, chat=chat_id, times=times)
        self.plans.append(plan)
        return plan

    def struck(self, method: str, chat: str | None) -> Fault | None:
        """The planned fault for this call, if any."""
        for plan in self.plans:
            fault = plan.strike(method, chat)
            if fault is not None:
                return fault
        return None
