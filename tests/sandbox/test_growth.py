"""What an act or a call costs does not grow with what has piled up: the lines of Python run are counted."""

import asyncio
import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from sandbox import Person, Telegram
from sandbox.args import Args
from sandbox.dispatch import perform

KEYS = {"keyboard": [[{"text": "Report"}]]}
BUTTON = {"inline_keyboard": [[{"text": "Claim", "callback_data": "claim"}]]}


class Lines:
    """How many lines of Python are run inside. No garbage is collected meanwhile: some listen to that."""

    def __init__(self) -> None:
        self.run = 0
        self._before = sys.gettrace()

    def __enter__(self) -> "Lines":
        gc.disable()
        sys.settrace(self._trace)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(self._before)
        gc.enable()

    def _trace(self, _frame: FrameType, event: str, _arg: Any) -> Any:
        self.run += event == "line"
        return self._trace


def call(tg: Telegram, method: str, **args: Any) -> None:
    """A call that waits for nothing, to its end."""
    with pytest.raises(StopIteration) as ended:
        perform(tg, method, Args(args)).send(None)
    assert ended.value.value.status == 200, ended.value.value.text


class Piled:
    """A Telegram in which so much of everything has happened."""

    def __init__(self, much: int) -> None:
        self.tg = Telegram()
        self.wang = self.tg.person("Wang")
        self.wang.start()
        self.shy = self.tg.person("Shy")  # of a group alone: has never started the bot
        call(self.tg, "sendMessage", chat_id=self.wang.id, text="Menu", reply_markup=KEYS)
        call(self.tg, "sendMessage", chat_id=self.wang.id, text="Card", reply_markup=BUTTON)
        self.card = self.wang.chat.last
        for number in range(much):
            self.pile(self.tg.person(f"Neighbour {number}"))
        self.group = self.tg.supergroup("Red vests", members=[self.shy])
        call(self.tg, "getChat", chat_id=self.shy.id)
        self.tap = self.wang.taps(self.card, "Claim")

    def pile(self, neighbour: Person) -> None:
        """One of everything: a person, updates, messages, a tap, an answer, a group, an edit, calls."""
        neighbour.start()
        call(self.tg, "sendMessage", chat_id=neighbour.id, text="Welcome")
        self.wang.says("Hello")
        call(self.tg, "sendMessage", chat_id=self.wang.id, text="Hello")
        tap = self.wang.taps(self.card, "Claim")
        call(self.tg, "answerCallbackQuery", callback_query_id=tap.id)
        self.tg.group("Another", members=[neighbour])
        call(self.tg, "editMessageText", chat_id=self.wang.id, message_id=self.card.id, text=tap.id)
        call(self.tg, "editMessageReplyMarkup", **self.at_card(), reply_markup=BUTTON)

    def at_card(self) -> dict[str, int]:
        return {"chat_id": self.wang.id, "message_id": self.card.id}

    def calls(self, method: str, **args: Any) -> None:
        call(self.tg, method, **args)


ACTS: dict[str, Callable[[Piled], Any]] = {
    "says": lambda it: it.wang.says("Hello again"),
    "taps": lambda it: it.wang.taps(it.card, "Claim"),
    "presses": lambda it: it.wang.presses("Report"),
    "last": lambda it: it.wang.chat.last,
    "sendMessage": lambda it: it.calls(
        "sendMessage", chat_id=it.wang.id, text="<b>Hi</b>", parse_mode="HTML"
    ),
    "in a group": lambda it: it.calls("sendMessage", chat_id=it.group.id, text="Hi", reply_markup=BUTTON),
    "getChat": lambda it: it.calls("getChat", chat_id=it.shy.id),
    "edits": lambda it: it.calls("editMessageText", **it.at_card(), text="Taken"),
    "deletes": lambda it: it.calls("deleteMessage", **it.at_card()),
    "answers": lambda it: it.calls("answerCallbackQuery", callback_query_id=it.tap.id, text="Yours"),
    "getUpdates": lambda it: it.calls("getUpdates", limit=1),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_the_cost_of_an_act_does_not_grow_with_what_has_piled_up(act: Callable[[Piled], Any]) -> None:
    act(Piled(1))  # what is made once and for all, patterns for instance, is no matter here
    few, many = Piled(3), Piled(60)
    with Lines() as for_few:
        act(few)
    with Lines() as for_many:
        act(many)
    assert for_many.run == for_few.run


async def test_an_answer_wakes_only_those_who_wait_for_it() -> None:
    counts = []
    for others in (3, 60):
        it = Piled(1)
        waiting = [asyncio.create_task(it.wang.taps(it.card, "Claim").answered()) for _ in range(others)]
        own = asyncio.create_task(it.tap.answered())
        await asyncio.sleep(0)
        with Lines() as lines:
            it.calls("answerCallbackQuery", callback_query_id=it.tap.id, text="Yours")
            assert (await own).text == "Yours"
        counts.append(lines.run)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
    assert counts[0] == counts[1]
