"""The guide notices what is done by hand, does the rest itself, and lets a story play to its end."""

import asyncio
import json
from contextlib import aclosing

import pytest

from sandbox.play import doing, guide, main
from sandbox.play.given import Refused
from sandbox.play.guide import Guide
from sandbox.play.page import perform


@pytest.fixture
def hasty(monkeypatch):
    """Nobody waits for a bot that is not there."""
    monkeypatch.setattr(doing, "PATIENCE", 0.01)
    monkeypatch.setattr(guide, "SETTLING", 0.01)


async def settled(play):
    """All has been said that was to be said."""
    await play.tg.quiet()
    await play.move_to(play.tg.clock.timestamp() + 5)


async def hears(play, who, *words):
    """Wait until the bot's message with all these words stands in somebody's chat, or a group's."""
    chat = play.people.groups[who] if who in play.people.groups else play.people.by_key[who].chat
    await play.tg.until(lambda: [m for m in chat.messages if m.from_bot and all(w in m.text for w in words)])


async def acts(play, who, act, **about):
    """What the page sends."""
    by = {"by": play.people.by_key[who].id} if who else {}
    await perform(play, {"act": act, **by, **about}, [])


async def replays(play, name):
    """A story from its beginning to its end, without pauses."""
    leads = play.guide = Guide(play, name)
    await leads.play(0)
    assert leads.over, f"{name} stands at {leads.step}"
    await settled(play)


def shown(play):
    view = play.guide.view()
    return view["step"], view["person"], view["text"]


# What is done by hand


async def test_what_is_done_by_hand_moves_the_guide_on(botless):
    wang, tian = (botless.people.by_key[key] for key in ("resident-wang", "volunteer-4"))
    await acts(botless, None, "story", name="drain")
    assert shown(botless) == (1, wang.id, "page-step-drain-link")
    await acts(botless, "resident-wang", "start")
    assert shown(botless) == (1, wang.id, "page-step-drain-link")
    await acts(botless, "resident-wang", "start", payload="at_XY01-2-1")
    assert shown(botless) == (2, wang.id, "page-step-drain-photo")
    await acts(botless, "resident-wang", "says", text="下水道堵了")
    assert shown(botless) == (3, wang.id, "page-step-drain-submit")
    to_group = {"inline_keyboard": [[{"text": "松柏苑邻里群", "callback_data": "ot:1:2:2"}]]}
    chen = botless.people.by_key["building-01-2"].chat
    card = chen.post({"from": botless.tg.bot}, {"text": "派给哪里？", "reply_markup": to_group})
    await acts(botless, "building-01-2", "taps", chat=chen.id, message=card.id, data="ot:1:2:2")
    assert shown(botless) == (8, tian.id, "page-step-drain-claim")
    assert botless.guide.view()["chat"] == botless.people.groups["compound"].id


async def test_what_is_done_to_older_requests_is_not_the_story(botless):
    old = {"inline_keyboard": [[{"text": "受理", "callback_data": "ac:7"}]]}
    chen = botless.people.by_key["building-01-2"].chat
    card = chen.post({"from": botless.tg.bot}, {"text": "#AAAA", "reply_markup": old})
    await acts(botless, None, "story", name="drain")
    await acts(botless, "building-01-2", "taps", chat=chen.id, message=card.id, data="ac:7")
    assert botless.guide.view()["step"] == 1


@pytest.mark.usefixtures("hasty")
async def test_the_words_of_a_step_are_in_the_language_of_who_says_them(botless):
    await acts(botless, None, "story", name="drain")
    await botless.guide.do()
    assert botless.guide.view()["values"]["words"].startswith("院子里的下水道堵了")
    await acts(botless, "resident-wang", "speaks", language="en")
    assert botless.guide.view()["values"]["words"].startswith("The drain in our yard")


# What the guide does


@pytest.mark.usefixtures("hasty")
async def test_a_step_that_cannot_be_done_says_so_and_stays(botless):
    await acts(botless, None, "story", name="silence")
    for _ in range(2):
        await acts(botless, None, "step")
    with pytest.raises(Refused) as refused:
        await acts(botless, None, "step")
    assert refused.value.key == "page-refused-story"
    assert botless.guide.view()["text"] == "page-step-silence-submit"


@pytest.mark.usefixtures("hasty")
async def test_a_second_wish_while_a_step_is_being_done_is_none(botless):
    await acts(botless, None, "story", name="drain")
    await asyncio.gather(botless.guide.do(), botless.guide.do())
    assert botless.guide.view()["step"] == 2


@pytest.mark.usefixtures("hasty")
async def test_a_replay_ends_where_it_cannot_go_on(botless):
    botless.guide = Guide(botless, "drain")
    playing = asyncio.create_task(botless.guide.play(0.01))
    await asyncio.sleep(0)
    assert botless.replaying
    await playing
    assert not botless.replaying
    assert botless.guide.view()["text"] == "page-step-drain-submit"


@pytest.mark.usefixtures("hasty")
async def test_a_replay_ends_when_another_story_begins(botless):
    botless.guide = Guide(botless, "drain")
    playing = asyncio.create_task(botless.guide.play(0.01))
    await asyncio.sleep(0)
    await acts(botless, None, "story", name="silence")
    await playing
    assert not botless.replaying
    assert shown(botless)[::2] == (1, "page-step-silence-link")


async def test_a_story_asked_for_on_the_command_line_begins_when_somebody_looks(botless):
    botless.begin(main._replay(botless, "drain"))
    await asyncio.sleep(0)
    assert not botless.replaying
    async with aclosing(botless.feed.events()) as events:
        await anext(events)
        told = json.loads(await anext(events))["play"]
    assert (told["replaying"], told["story"]["name"]) == (True, "drain")


# The stories as they are


async def in_the_midst(play):
    """Those of the stories are asked where it is, and for words, about other things."""
    wang, ma, zhang = (play.people.by_key[key] for key in ("resident-wang", "resident-ma", "building-01-1"))
    wang.says("电梯坏了")
    ma.start("at_XY01-1-2")
    ma.says("楼道的灯坏了")
    await hears(play, "resident-ma", "停电照明")
    ma.taps(ma.chat.last_from_bot, "提交")
    await hears(play, "building-01-1", "新诉求")
    zhang.taps(zhang.chat.last_from_bot, "联系居民")
    await hears(play, "building-01-1", "想说什么")
    await hears(play, "resident-wang", "在哪里")


async def test_every_story_plays_to_its_end_whatever_its_people_were_at(play):
    await in_the_midst(play)
    await replays(play, "drain")
    thanks = "谢谢大家，不到半天就好了！"
    for helper in ("building-01-2", "volunteer-4", "volunteer-5"):
        await hears(play, helper, "🙏", "下水道堵塞", "★★★★★", thanks)
    await hears(play, "resident-wang", "结果：疏通了，水下去了。", "已解决", "您的评价：★★★★★")
    await hears(play, "compound", "需要 2 人", "已完成，谢谢：田大勇、吴佳怡")
    await hears(play, "compound", "现在没有缺人的事")

    await replays(play, "medicine")
    await hears(play, "compound", "陪诊送药", "有位老人腿脚不便", "已完成，谢谢：吴佳怡")
    await hears(play, "resident-ma", "志愿者 吴佳怡", "马大爷，我是小吴")
    await hears(play, "resident-ma", "药送到家了", "您的评价：★★★★★")

    await replays(play, "silence")
    await hears(play, "building-01-2", "已转给李建国负责")
    await hears(play, "leader-01", "停电照明", "居民确认已解决")
    await hears(play, "resident-wang", "换了新灯", "您的评价：★★★★")


async def test_scene_1_plays_in_english(opening):
    play = await opening("en")
    await replays(play, "drain")
    thanks = "Thank you all! Not even half a day."
    for helper in ("building-01-2", "volunteer-4", "volunteer-5"):
        await hears(play, helper, "🙏", "Blocked drain", "★★★★★", thanks)
    await hears(play, "resident-wang", "Result: Cleared. The water is gone.", "Your stars: ★★★★★")
