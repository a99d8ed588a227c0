"""What the page may ask for, and what it is told when that cannot be."""

from collections.abc import Callable
from typing import Any

import pytest

from sandbox import Message
from sandbox.play.acts import ACTS, words_of
from sandbox.play.given import File, Given, Refused
from sandbox.play.play import Play
from sandbox.play.seating import People
from sandbox.sample.cast import CAST

Doing = Callable[..., None]
JPEG = b"\xff\xd8\xff\xe0 a picture"
MP4 = b"\x00\x00\x00\x18ftypmp42"


@pytest.fixture
def do(botless: Play) -> Doing:
    """``do("says", "resident-wang", text=…)`` as the page asks for it."""

    def doing(name: str, by: str = "resident-wang", /, files: list[File] | None = None, **about: Any) -> None:
        about |= {"by": botless.people.by_key[by].id} if by in botless.people.by_key else {}
        botless.do(Given(botless, about, files or []), name)

    return doing


@pytest.fixture
def last(people: People) -> Callable[[str], Message]:
    return lambda key: people.by_key[key].chat.last


async def test_a_person_says_sends_and_shares_what_they_can_in_telegram(do, last, people):
    do("says", text="水管漏水")
    assert last("resident-wang").text == "水管漏水"
    do("edits", message=last("resident-wang").id, text="水管爆了")
    assert last("resident-wang").text == "水管爆了"
    do("sends", kind="photo", caption="看", files=[File("a.jpg", JPEG)])
    assert (last("resident-wang").text, last("resident-wang").files) == ("看", [JPEG])
    do("location")
    assert last("resident-wang").json["location"]["latitude"] == people.by_key["resident-wang"].place[0]
    do("location", latitude=36.5, longitude=101.5)
    assert last("resident-wang").json["location"] == {"latitude": 36.5, "longitude": 101.5}
    do("contact")
    assert last("resident-wang").json["contact"]["user_id"] == people.by_key["resident-wang"].id
    do("contact", name="奶奶", phone="+8613800000000")
    assert "user_id" not in last("resident-wang").json["contact"]
    for name, about in (
        ("venue", {"title": "卫生院", "address": "红旗路"}),
        ("sticker", {"emoji": "👍"}),
        ("dice", {"emoji": "🎲"}),
        ("poll", {"question": "喝茶吗", "options": ["喝", "不喝"]}),
    ):
        do(name, **about)
        assert name in last("resident-wang").json


async def test_pictures_and_films_sent_together_are_an_album(do, people):
    do("sends", kind="photo", caption="两样", files=[File("a.jpg", JPEG), File("b.mp4", MP4)])
    first, second = people.by_key["resident-wang"].chat.messages[-2:]
    assert ("photo" in first.json, "video" in second.json) == (True, True)
    assert first.json["media_group_id"] == second.json["media_group_id"]
    assert (first.text, second.text) == ("两样", "")


async def test_what_is_said_in_a_group_answers_and_is_forwarded(do, people):
    group = people.groups["compound"]
    do("says", "volunteer-4", chat=group.id, text="我有铁锹")
    said = group.last
    do("says", "volunteer-5", chat=group.id, text="我也去", reply_to=said.id)
    assert group.last.reply_to is said
    do("forwards", "volunteer-5", from_chat=group.id, message=said.id)
    assert people.by_key["volunteer-5"].chat.last.text == "我有铁锹"


async def test_a_person_leaves_joins_blocks_and_changes_the_language_of_their_telegram(do, people):
    group, wang = people.groups["compound"], people.by_key["resident-wang"]
    do("leaves", chat=group.id)
    assert group.members[wang.id]["status"] == "left"
    do("joins", chat=group.id)
    assert group.members[wang.id]["status"] == "member"
    do("blocks")
    assert wang.blocked
    do("unblocks")
    assert not wang.blocked
    do("speaks", language="en")
    assert wang.user["language_code"] == "en"


async def test_everybody_who_reads_chinese_changes_the_language_at_once(do, people):
    do("speaks", "", language="en")
    assert {person.user["language_code"] for person in people.by_key.values()} == {"en"}
    do("speaks", "", language="zh-CN")
    codes = {key: person.user["language_code"] for key, person in people.by_key.items()}
    assert {key for key, code in codes.items() if code == "en"} == {m.key for m in CAST if m.language == "en"}


async def test_a_group_gets_a_title_a_kind_and_another_standing_of_the_bot(do, people):
    group = people.groups["compound"]
    do("renames", "leader-01", chat=group.id, title="松柏苑大家庭")
    do("permits", "leader-01", chat=group.id, right="can_send_photos", allowed=False)
    do("sets_bot", "leader-01", chat=group.id, status="member")
    assert (group.title, group.permissions["can_send_photos"]) == ("松柏苑大家庭", False)
    assert group.bot["status"] == "member"
    do("upgrades", "leader-01", chat=group.id)
    assert group.upgraded_to is not None
    assert group.upgraded_to.kind == "supergroup"


@pytest.mark.parametrize(
    ("act", "key"),
    [
        (("says", "resident-wang", {}), "page-refused-incomplete"),
        (("says", "resident-wang", {"text": " "}), "page-refused-incomplete"),
        (("says", "resident-wang", {"text": 5}), "page-refused-incomplete"),
        (("says", "resident-wang", {"text": "\ud83d"}), "page-refused-incomplete"),
        (("says", "", {"text": "x"}), "page-refused-unknown"),
        (("says", "resident-wang", {"text": "x", "chat": 77}), "page-refused-unknown"),
        (("says", "resident-wang", {"text": "x", "reply_to": 999}), "page-refused-message-gone"),
        (("says", "resident-anna", {"text": "x", "chat": "compound"}), "page-refused-telegram"),
        (("sends", "resident-wang", {"kind": "photo"}), "page-refused-incomplete"),
        (("sends", "resident-wang", {"kind": "photo", "sample": "../cast.py"}), "page-refused-unknown"),
        (("sends", "resident-wang", {"kind": "trojan", "sample": ""}), "page-refused-incomplete"),
        (
            ("taps", "resident-anna", {"chat": "compound", "message": 1, "data": "x"}),
            "page-refused-not-inside",
        ),
        (("taps", "resident-wang", {"message": 1}), "page-refused-incomplete"),
        (("taps", "resident-wang", {"message": 99, "data": "x"}), "page-refused-message-gone"),
        (("presses", "resident-wang", {"label": "没有"}), "page-refused-telegram"),
        (("edits", "resident-wang", {"message": 99, "text": "x"}), "page-refused-message-gone"),
        (("speaks", "resident-wang", {"language": "xx"}), "page-refused-unknown"),
        (("sets_bot", "leader-01", {"chat": "compound", "status": "king"}), "page-refused-unknown"),
        (("permits", "leader-01", {"chat": "compound", "right": "can_fly"}), "page-refused-unknown"),
        (("permits", "leader-01", {"chat": "compound", "right": "by"}), "page-refused-unknown"),
        (("upgrades", "secretary", {"chat": "community"}), "page-refused-telegram"),
    ],
)
async def test_what_cannot_be_is_refused_and_changes_nothing(do, people, tg, act, key):
    name, by, about = act
    if about.get("chat") in people.groups:
        about = about | {"chat": people.groups[about["chat"]].id}
    before = [(chat.id, len(chat.messages)) for chat in tg.chats.values()], len(tg.updates)
    with pytest.raises(Refused) as refused:
        do(name, by, **about)
    assert refused.value.key == key
    assert ([(chat.id, len(chat.messages)) for chat in tg.chats.values()], len(tg.updates)) == before


@pytest.mark.parametrize("value", [float("nan"), float("inf"), True, "36.5", None])
async def test_what_no_number_in_json_is_counts_as_none(botless, value):
    assert Given(botless, {"latitude": value}, []).number("latitude") is None


async def test_nobody_taps_in_or_forwards_from_another_persons_chat(do, people):
    private = people.by_key["resident-ma"].chat
    with pytest.raises(Refused, match="page-refused-not-inside"):
        do("taps", chat=private.id, message=private.last.id, data="x")
    with pytest.raises(Refused, match="page-refused-not-inside"):
        do("forwards", from_chat=private.id, message=private.last.id)


async def test_each_act_is_told_in_its_own_words(botless, people):
    wang = people.by_key["resident-wang"].id
    assert words_of(Given(botless, {"by": wang, "text": "水管漏水"}, [])) == "水管漏水"
    assert words_of(Given(botless, {"by": wang, "kind": "photo", "caption": "看"}, [])) == "看"
    assert words_of(Given(botless, {"by": wang}, [])) == ""


def test_every_act_of_the_page_has_a_name_of_its_own():
    assert len(ACTS) == 23
