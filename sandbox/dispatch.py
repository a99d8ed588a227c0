"""One call from its name and arguments to its answer: faults, the method itself, the record."""

import asyncio
from typing import TYPE_CHECKING, Any, NamedTuple

from sandbox import unmodelled
from sandbox.args import Args
from sandbox.errors import ApiError
from sandbox.methods import METHODS
from sandbox.methods.receiving import Raw
from sandbox.updates import encode
from sandbox.watching import Call

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

POLL = "getupdates"


class Outcome(NamedTuple):
    """What goes back: HTTP status and JSON text; ``dropped``: the connection breaks instead."""

    status: int
    text: str
    dropped: bool = False


async def perform(tg: "Telegram", method: str, args: Args) -> Outcome:
    """Carry out a call as planned faults allow, and keep it in ``tg.calls`` (getUpdates is not kept)."""
    name = method.lower()
    if name == POLL:
        return await _outcome(tg, name, method, args)
    tg.under_way += 1
    try:
        return await _outcome(tg, name, method, args)
    finally:
        tg.under_way -= 1
        tg.pulse.beat()


async def _outcome(tg: "Telegram", name: str, method: str, args: Args) -> Outcome:
    fault = tg.struck(name, args.text("chat_id")) if tg.plans else None
    try:
        if fault is not None and fault.error is not None:
            raise fault.error
        if fault is not None and not fault.takes_effect:
            if name != POLL:
                tg.show(Call(method, args.values, None, ok=False, seconds=tg.clock.timestamp(), lost=True))
            return Outcome(0, "", dropped=True)
        result = await _result(tg, name, args)
    except ApiError as error:
        _record(tg, name, method, args, error.body(), ok=False)
        return Outcome(error.code, encode(error.body()))
    _record(tg, name, method, args, result, ok=True, lost=fault is not None)
    text = result if isinstance(result, Raw) else encode(result)
    return Outcome(200, f'{{"ok":true,"result":{text}}}', dropped=fault is not None)


async def _result(tg: "Telegram", name: str, args: Args) -> Any:
    carry_out = METHODS.get(name)
    if carry_out is None:
        raise ApiError(404, "Not Found")
    if tg.judge:
        tg.judge.call(name, args)
    unmodelled.check(args.values)
    result: Any = carry_out(tg, args)
    result = await result if asyncio.iscoroutine(result) else result
    if tg.judge and not isinstance(result, Raw):  # updates were judged when they were made
        tg.judge.answer(name, result)
    return result


def _record(
    tg: "Telegram", name: str, method: str, args: Args, answer: Any, *, ok: bool, lost: bool = False
) -> None:
    if name != POLL:
        # A message goes on changing; the answer stays what it was.
        answer = dict(answer) if isinstance(answer, dict) else answer
        call = Call(method, args.values, answer, ok=ok, seconds=tg.clock.timestamp(), lost=lost)
        tg.calls.append(call)
        tg.show(call)
