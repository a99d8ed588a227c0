"""What is sent besides words: pictures, files, voice, places, numbers, and what comes by a link."""

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")

PNG, TEXT = "image/png", "text/plain"
PASTE = """(field, name) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(["a picture"], name, { type: "image/png" }));
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


def file(name, kind=PNG):
    return {"name": name, "mimeType": kind, "buffer": name.encode()}


async def attaches(phone, *keys):
    await phone.button("page-phone-attach").click()
    await phone.chooses(*(phone.play.text(f"page-phone-{key}") for key in keys))


async def picks(phone, key, *files):
    async with phone.play.page.expect_file_chooser() as choosing:
        await attaches(phone, key)
    await (await choosing.value).set_files(files)
    await expect(preview(phone)).to_be_visible()


def preview(phone):
    return phone.whole.get_by_role("dialog", name=phone.play.text("page-phone-preview"))


async def sends_off(phone, caption=None):
    if caption is not None:
        await preview(phone).get_by_role("textbox").fill(caption)
    await preview(phone).get_by_role("button", name=phone.play.text("page-phone-send"), exact=True).click()


async def test_several_pictures_go_as_one_with_a_caption(play):
    await play.ann.field.fill("written before")
    await picks(play.ann, "own-pictures", file("a.png"), file("b.png"), file("c.png"))
    await expect(preview(play.ann).get_by_role("textbox")).to_have_value("written before")
    await preview(play.ann).get_by_role("button", name=play.text("page-phone-remove")).nth(1).click()
    await sends_off(play.ann, "the drain")
    assert await play.act() == {"act": "sends", "by": play.ann.id, "kind": "photo", "caption": "the drain"}
    assert play.server.files == [("a.png", PNG, b"a.png"), ("c.png", PNG, b"c.png")]
    await expect(preview(play.ann)).to_be_hidden()
    await expect(play.ann.field).to_have_value("")


async def test_pictures_that_are_refused_can_be_sent_again(play):
    await picks(play.ann, "own-pictures", file("a.png"))
    play.refuses("Too large")
    await sends_off(play.ann, "the drain")
    await play.act()
    await expect(play.ann.toast).to_have_text("Too large (en)")
    await expect(preview(play.ann).get_by_role("textbox")).to_have_value("the drain")
    play.server.refusal = ""
    await sends_off(play.ann)
    assert (await play.act())["caption"] == "the drain"


async def test_a_file_goes_as_a_file_whatever_it_is(play):
    await picks(play.ann, "kind-document", file("a.png"), file("b.txt", TEXT))
    await sends_off(play.ann)
    assert await play.act() == {"act": "sends", "by": play.ann.id, "kind": "document"}
    assert [name for name, *_ in play.server.files] == ["a.png", "b.txt"]


async def test_a_picture_that_is_pasted_is_shown_before_it_goes(play):
    await play.ann.field.evaluate(PASTE, "pasted.png")
    await expect(preview(play.ann).get_by_role("img")).to_be_visible()
    await sends_off(play.ann)
    assert await play.act() == {"act": "sends", "by": play.ann.id, "kind": "photo"}
    assert play.server.files == [("pasted.png", PNG, b"a picture")]


async def test_pictures_and_voice_that_come_with_the_sandbox_go_by_their_names(play):
    sends = {"act": "sends", "by": play.ann.id}
    await attaches(play.ann, "sample-pictures")
    await play.ann.sheet.get_by_role("button", name=play.text("page-phone-kind-photo")).click()
    await sends_off(play.ann)
    assert await play.act() == sends | {"kind": "photo", "sample": "drain.jpg"}
    await expect(preview(play.ann)).to_be_hidden()
    await play.ann.button("page-phone-voice").click()
    await play.ann.chooses(play.text("page-phone-kind-audio"))
    assert await play.act() == sends | {"kind": "voice", "sample": "heating.ogg"}


async def test_who_has_no_microphone_is_told_what_to_do(play):
    await play.ann.button("page-phone-voice").click()
    await play.ann.chooses(play.text("page-phone-record"))
    await expect(play.ann.toast).to_have_text(play.text("page-phone-no-microphone"))


async def test_a_picture_is_seen_large_and_put_away(play):
    photo = {"kind": "photo", "url": "/file/1", "name": "", "mime": PNG, "size": 70, "seconds": 0}
    await play.ann.gets(media=photo)
    await play.ann.button("page-phone-enlarge").click()
    large = play.ann.whole.get_by_role("dialog", name=play.text("page-phone-kind-photo"))
    await expect(large.get_by_role("img")).to_be_visible()
    await large.press("Escape")
    await expect(large).to_have_count(0)


@pytest.mark.parametrize(
    ("keys", "fields", "act"),
    [
        (["kind-location", "own-location"], {}, {"act": "location"}),
        (
            ["kind-location", "typed-location"],
            {"latitude": "36.5", "longitude": "101.25"},
            {"act": "location", "latitude": 36.5, "longitude": 101.25},
        ),
        (
            ["kind-venue"],
            {"venue-title": "Clinic", "venue-address": "1 Red Road"},
            {"act": "venue", "title": "Clinic", "address": "1 Red Road"},
        ),
        (["kind-contact", "own-contact"], {}, {"act": "contact"}),
        (
            ["kind-contact", "typed-contact"],
            {"contact-name": "Grandma", "contact-number": "139"},
            {"act": "contact", "name": "Grandma", "phone": "139"},
        ),
        (
            ["kind-poll"],
            {"poll-question": "Tea?", "poll-options": "yes\n\nno"},
            {"act": "poll", "question": "Tea?", "options": ["yes", "no"]},
        ),
        (
            ["open-link"],
            {"open-link-field": "https://t.me/redvest_bot?start=x_1"},
            {"act": "start", "payload": "x_1"},
        ),
        (["open-link"], {"open-link-field": "join_x"}, {"act": "start", "payload": "join_x"}),
    ],
)
async def test_what_is_filled_in_is_sent(play, keys, fields, act):
    await attaches(play.bob, *keys)
    for key, words in fields.items():
        await play.bob.sheet.get_by_label(play.text(f"page-phone-{key}"), exact=True).fill(words)
    if fields:
        await play.bob.sheet.locator("[type=submit]").click()
    assert await play.act() == {"by": play.bob.id, **act}


@pytest.mark.parametrize(
    ("keys", "fields", "told"),
    [
        (["kind-location", "typed-location"], {"latitude": "91", "longitude": "0"}, "no-place"),
        (["kind-poll"], {"poll-question": "Tea?", "poll-options": "yes"}, "poll-too-few"),
        (["open-link"], {"open-link-field": "https://example.org/x"}, "not-ours"),
    ],
)
async def test_what_cannot_be_is_said_and_not_sent(play, keys, fields, told):
    await attaches(play.bob, *keys)
    for key, words in fields.items():
        await play.bob.sheet.get_by_label(play.text(f"page-phone-{key}"), exact=True).fill(words)
    await play.bob.sheet.locator("[type=submit]").click()
    await expect(play.bob.toast).to_have_text(play.text(f"page-phone-{told}"))


async def test_the_poster_at_ones_own_door_stands_first_and_each_can_be_found(play):
    play.tell(people=[play.ann.person | {"home": "House 2"}])
    await attaches(play.ann, "doors")
    doors = play.ann.sheet.locator("button.action")
    await expect(doors).to_have_text([f"House 2{play.text('page-phone-own-door')}", "House 1"])
    await play.ann.sheet.get_by_role("searchbox").fill("a-1")
    await expect(doors).to_have_text(["House 1"])
    await doors.click()
    assert await play.act() == {"act": "start", "by": play.ann.id, "payload": "at_A-1"}


async def test_one_can_be_anywhere_in_the_community(play):
    await attaches(play.bob, "kind-location", "spots")
    await play.bob.sheet.get_by_role("searchbox").fill("house 2")
    await play.bob.sheet.locator("button.action").click()
    spot = {"latitude": 36.5, "longitude": 101.75}
    assert await play.act() == {"act": "location", "by": play.bob.id, **spot}


async def test_stickers_and_dice_are_chosen_by_their_signs(play):
    for key, sign, name in (("kind-sticker", "🙏", "sticker"), ("kind-dice", "🎯", "dice")):
        await attaches(play.ann, key)
        await play.ann.called(sign).click()
        assert await play.act() == {"act": name, "by": play.ann.id, "emoji": sign}


async def test_a_message_is_forwarded_to_a_chat_that_is_chosen(play):
    group = play.group("Helpers")
    told = await play.ann.gets("words")
    await play.ann.message(told).click(button="right")
    await play.ann.chooses(play.text("page-phone-forward"), "Helpers")
    forwards = {"act": "forwards", "by": play.ann.id, "from_chat": play.ann.id, "message": told["id"]}
    assert await play.act() == forwards | {"chat": group["id"]}
    await expect(play.ann.whole.locator(".bar-title")).to_have_text("Helpers")
