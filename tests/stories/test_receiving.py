"""What comes in is taken in once, whatever Telegram, the database or a mistake of ours does."""

import io
import json

import aiohttp
import pytest

from bot import handlers
from bot.buttons import PickKind
from bot.tap import Route, TapRoute
from bot.webhook import HEADER
from storage.database import Unavailable


async def rows(street, sql, **values):
    return [dict(row) for row in await street.app._database.read(lambda tx: tx.all(sql, **values))]


def failing(monkeypatch, words):
    """A mistake of ours: whoever says these words makes a handler raise."""
    route = handlers.incoming.routes[1]

    async def act(tx, house, update, now):
        if update.message.text == words:
            raise KeyError("somebody's private words")
        await route.act(tx, house, update, now)

    others = [Route(r.fits, act) if r is route else r for r in handlers.OTHERS]
    monkeypatch.setattr(handlers, "OTHERS", others)


async def test_an_update_that_fails_is_set_aside_and_the_rest_go_on(street, monkeypatch):
    failing(monkeypatch, "poison")
    wang, admin = street.lives("王阿姨"), street.lives("管理员", 2004)
    await street.sees(admin, "红马甲")
    wang.says("before")
    wang.says("poison")
    wang.says("after")

    await street.sees(wang, "before", "after")
    await street.sees(admin, "单独保存")
    (aside,) = await rows(street, "SELECT * FROM failed_updates")
    assert json.loads(aside["payload"])["message"]["text"] == "poison"
    assert aside["tries"] == 2
    assert "private" not in aside["error"]
    await street.tg.until(lambda: not street.tg.updates.pending)


async def test_a_tap_whose_handling_fails_is_answered_once_and_with_words(street, monkeypatch):
    wang = street.lives("王阿姨")
    wang.says("东西坏了")
    card = await street.sees(wang, "属于哪一类")
    tap_route = handlers.TAPS[PickKind]

    async def act(*_):
        raise KeyError("a mistake of ours")

    monkeypatch.setitem(handlers.TAPS, PickKind, TapRoute(tap_route.press, act))
    query = wang.taps(card, "不清楚")
    answer = await query.answered()
    assert "出了点问题" in answer.text
    await street.tg.until(lambda: not street.tg.updates.pending)
    assert len(query.answers) == 1


async def test_a_repeated_update_changes_nothing_and_a_repeated_tap_gets_the_same_answer(street):
    wang = street.lives("王阿姨")
    street.lives("李", 2001)
    wang.start("at_JX3-2")
    await street.sees(wang, "请说说")
    wang.says("东西坏了")
    await street.taps(wang, "不清楚")
    first = await street.taps(wang, "提交")
    (seen,) = await rows(street, "SELECT update_id FROM seen_updates WHERE answer LIKE '%answer-submitted%'")

    again = {
        "update_id": seen["update_id"],
        "callback_query": {"id": "9", "from": wang.user, "chat_instance": "1", "data": "ds:1"},
    }
    (answer,) = await street.app._receiver.take([again])

    assert answer.words() == first.text
    assert len(await rows(street, "SELECT id FROM requests")) == 1


async def test_nothing_is_confirmed_while_the_database_is_at_fault(street):
    wang = street.lives("王阿姨")
    await street.sees(wang, "红马甲")
    await street.tg.quiet()
    database = street.app._database
    transact, broken = database.transact, [True]

    async def faulty(work):
        if broken[0]:
            raise Unavailable("disk full")
        return await transact(work)

    database.transact = faulty
    wang.says("东西坏了")
    await street.tg.until(lambda: len(street.tg.updates.pending) == 1)
    with pytest.raises(TimeoutError):
        await street.tg.until(lambda: street.tg.updates.pending == [], timeout=0.3)
    broken[0] = False
    await street.sees(wang, "东西坏了", "属于哪一类")
    assert await rows(street, "SELECT * FROM failed_updates") == []


async def test_the_webhook_takes_only_what_telegram_sends(webhook_street):
    street = webhook_street
    wang = street.lives("王阿姨")
    await street.sees(wang, "红马甲")
    secret = street.settings.webhook_secret
    url = street.settings.webhook_url
    body = {"update_id": 77, "message": {}}

    async with aiohttp.ClientSession() as session:

        async def status(headers, data):
            async with session.post(url, headers=headers, data=io.BytesIO(data.encode())) as response:
                return response.status

        assert await status({}, json.dumps(body)) == 403
        assert await status({HEADER: "wrong"}, json.dumps(body)) == 403
        assert await status({HEADER: secret}, "no json") == 400
        assert await status({HEADER: secret}, json.dumps({"update_id": "x"})) == 400
        assert await status({HEADER: secret}, json.dumps(body | {"fill": "x" * 2_000_000})) == 413
    assert await rows(street, "SELECT * FROM seen_updates WHERE update_id = 77") == []


async def test_the_loop_works_by_webhook(webhook_street):
    street = webhook_street
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    wang.start("at_JX3-2")
    await street.sees(wang, "请说说")
    wang.says("东西坏了")
    await street.taps(wang, "不清楚")
    answer = await street.taps(wang, "提交")
    await street.sees(li, answer.text.removeprefix("已提交 "), "东西坏了")
