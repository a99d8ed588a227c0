"""An open chat: what stands in it, and where, whatever comes, changes or goes."""

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")

AT_END = 2  # px: heights are rounded
PHOTO = {"kind": "photo", "url": "/file/1", "name": "", "mime": "image/png", "size": 70, "seconds": 0}
STICKER = PHOTO | {"kind": "sticker"}


def lines(count):
    return "\n".join(f"line {number}" for number in range(count))


async def full(phone, count=30):
    """A chat that is higher than the phone; its messages."""
    told = [phone.play.message(phone.id, f"message {number}") for number in range(count)]
    phone.play.tell(messages=told)
    await expect(phone.message(told[-1])).to_be_visible()
    assert await phone.to_end() < AT_END
    return told


async def scrolls_up(phone, told):
    """Until this message is at the top; where it stands then."""
    await phone.message(told).evaluate("e => e.scrollIntoView({ block: 'start' })")
    await expect(phone.button("page-phone-down")).to_be_visible()
    return await place(phone, told)


async def place(phone, told):
    """Where it stands on the screen when all has been drawn."""
    await phone.to_end()
    return (await phone.message(told).bounding_box())["y"]


async def test_an_edited_card_stays_in_its_place(play):
    ann = play.ann
    first, card, last = [await ann.gets(words) for words in ("first", "card", "last")]
    buttons = [[{"text": "Accept", "data": "a", "url": ""}]]
    play.tell(messages=[card | {"html": "the card, accepted", "edited": True, "buttons": buttons}])
    await expect(ann.message(card)).to_contain_text("the card, accepted")
    await expect(ann.message(card).get_by_text(play.text("page-phone-edited"))).to_be_visible()
    await expect(ann.message(card).get_by_role("button", name="Accept")).to_be_visible()
    numbers = await ann.messages.evaluate_all("all => all.map(e => Number(e.dataset.message))")
    assert numbers == [first["id"], card["id"], last["id"]]


async def test_a_message_that_is_deleted_goes(play):
    first, second = await play.ann.gets("first"), await play.ann.gets("second")
    play.tell(messages=[{"chat": play.ann.id, "id": first["id"], "deleted": True}])
    await expect(play.ann.message(first)).to_have_count(0)
    await expect(play.ann.message(second)).to_be_visible()


async def test_an_album_stands_as_one_with_its_words_also_when_it_comes_in_pieces(play):
    ann = play.ann
    pieces = [play.message(ann.id, words, media=PHOTO, album="a") for words in ("", "two drains", "")]
    after = play.message(ann.id, "after")
    play.tell(messages=[*pieces[:2], after])
    await expect(ann.message(after)).to_be_visible()
    await expect(ann.messages).to_have_count(2)
    play.tell(messages=pieces[2:])
    album = ann.message(pieces[0])
    await expect(album.get_by_role("img", name=play.text("page-phone-kind-photo"))).to_have_count(3)
    await expect(album).to_contain_text("two drains")
    await expect(ann.messages).to_have_count(2)
    play.tell(messages=[{"chat": ann.id, "id": pieces[0]["id"], "deleted": True}])
    await expect(ann.message(pieces[1]).get_by_role("img")).to_have_count(2)


@pytest.mark.parametrize(("kind", "is_beside"), [("photo", True), ("document", False)])
async def test_pictures_of_an_album_stand_side_by_side_and_files_below_each_other(play, kind, is_beside):
    pieces = [play.message(play.ann.id, media=PHOTO | {"kind": kind}, album="a") for _ in range(2)]
    play.tell(messages=pieces)
    shown = play.ann.message(pieces[0]).locator(".picture, .file")
    await expect(shown).to_have_count(2)
    first, second = [await each.bounding_box() for each in await shown.all()]
    assert (first["y"] == second["y"]) is is_beside
    assert (first["x"] == second["x"]) is not is_beside


async def test_a_sticker_is_its_emoji(play):
    known = await play.ann.gets(media=STICKER | {"emoji": "🙏"})
    unknown = await play.ann.gets(media=STICKER | {"emoji": ""})
    await expect(play.ann.message(known).locator(".bubble")).to_contain_text("🙏")
    await expect(play.ann.message(unknown).locator(".bubble")).to_contain_text("🙂")


async def test_what_is_no_words_is_shown_too(play):
    ann = play.ann
    place = {"latitude": 36.62, "longitude": 101.77, "title": "Clinic", "address": "1 Red Road"}
    located = await ann.gets(location=place)
    await expect(ann.message(located)).to_contain_text("Clinic1 Red Road36.62000, 101.77000")
    asked = await ann.gets(poll={"question": "Tea?", "options": ["yes", "no"]})
    await expect(ann.message(asked).get_by_role("listitem")).to_have_text(["yes", "no"])
    await expect(ann.message(await ann.gets(dice="🎲 4"))).to_contain_text("🎲 4")
    number = await ann.gets(contact={"name": "Grandma", "phone": "+86139"})
    await expect(ann.message(number)).to_contain_text("Grandma+86139")
    paper = await ann.gets(media=PHOTO | {"kind": "document", "name": "report.pdf", "size": 2048})
    await expect(ann.message(paper).get_by_role("link")).to_have_text("report.pdf2 KB")
    voice = await ann.gets(media=PHOTO | {"kind": "voice", "seconds": 65})
    await expect(ann.message(voice)).to_contain_text("1:05")


async def test_who_is_at_the_end_stays_there_whatever_comes_or_changes(play):
    ann = play.ann
    *_, last = await full(ann)
    buttons = [[{"text": f"key {number}", "data": "x", "url": ""}] for number in range(12)]
    for card in (last | {"html": lines(20), "buttons": buttons}, last, last | {"buttons": buttons}):
        play.tell(messages=[card])
        await expect(ann.message(card).locator(".key")).to_have_count(len(card["buttons"]))
        assert await ann.to_end() < AT_END
    await ann.gets(lines(30))
    assert await ann.to_end() < AT_END
    keys = {"message": 1, "rows": [[{"text": "Report", "asks": ""}]] * 3, "placeholder": "", "once": False}
    play.tell(chats=[ann.chat | {"keys": keys}])
    await expect(ann.called("Report").first).to_be_visible()
    assert await ann.to_end() < AT_END
    await ann.field.fill(lines(5))
    assert await ann.to_end() < AT_END
    await expect(ann.button("page-phone-down")).to_be_hidden()


async def test_who_reads_above_is_left_there_and_told_how_much_is_new(play):
    ann = play.ann
    told = await full(ann)
    before = await scrolls_up(ann, told[10])
    await ann.gets("new")
    await ann.gets("newer")
    assert await place(ann, told[10]) == before
    down = ann.button("page-phone-down")
    await expect(down).to_have_text("2")
    await down.click()
    assert await ann.to_end() < AT_END
    await expect(down).to_be_hidden()


async def test_who_reads_above_stays_at_the_same_words_when_a_card_above_grows_or_goes(play):
    ann = play.ann
    told = await full(ann)
    before = await scrolls_up(ann, told[15])
    play.tell(messages=[told[3] | {"html": lines(20)}])
    await expect(ann.message(told[3])).to_contain_text("line 19")
    assert await place(ann, told[15]) == pytest.approx(before, abs=AT_END)
    play.tell(messages=[{"chat": ann.id, "id": told[5]["id"], "deleted": True}])
    await expect(ann.message(told[5])).to_have_count(0)
    assert await place(ann, told[15]) == pytest.approx(before, abs=AT_END)


async def test_ones_own_word_is_seen_also_by_who_reads_above(play):
    told = await full(play.ann)
    await scrolls_up(play.ann, told[5])
    await play.ann.gets("mine", by=play.ann)
    assert await play.ann.to_end() < AT_END


async def test_a_quoted_message_is_found_by_tapping_the_quotation(play):
    ann = play.ann
    told = await full(ann)
    await ann.gets("about that", reply={"id": told[1]["id"], "from": "Redvest", "text": "message 1"})
    await ann.whole.locator(".reply-quote").click()
    await expect(ann.message(told[1])).to_be_in_viewport()
    await expect(ann.button("page-phone-down")).to_be_visible()


async def test_of_a_thousand_messages_the_last_two_hundred_are_drawn_and_more_when_asked(play):
    ann = play.ann
    told = await full(ann, 1000)
    await expect(ann.messages).to_have_count(200)
    earlier = ann.button("page-phone-earlier")
    await earlier.scroll_into_view_if_needed()
    before = await place(ann, told[800])
    await earlier.click()
    await expect(ann.messages).to_have_count(400)
    assert await place(ann, told[800]) == pytest.approx(before, abs=AT_END)
    await ann.gets("new")
    await expect(ann.messages).to_have_count(401)
    await ann.opens(play.text("page-phone-bot"))
    await expect(ann.messages).to_have_count(200)


async def test_earlier_messages_are_offered_while_there_are_any(play):
    earlier = play.ann.button("page-phone-earlier")
    await full(play.ann, 200)
    await expect(earlier).to_be_hidden()
    await play.ann.gets("one more")
    await expect(play.ann.messages).to_have_count(200)
    await earlier.click()
    await expect(play.ann.messages).to_have_count(201)
    await expect(earlier).to_be_hidden()


async def test_typing_is_shown_in_that_chat_until_the_next_message_of_the_bot(play):
    typing = play.text("page-phone-typing")
    play.tell(typing=[play.ann.id])
    await expect(play.ann.whole.locator(".bar-below")).to_have_text(typing)
    assert await play.bob.whole.get_by_text(typing).count() == 0
    await play.ann.gets("mine", by=play.ann)
    await expect(play.ann.whole.get_by_label(typing)).to_be_visible()
    await play.ann.gets("of the bot")
    assert not await play.ann.whole.get_by_label(typing).is_visible()  # at once: it goes by itself in time
    assert await play.ann.whole.locator(".bar-below").inner_text() == "@redvest_bot"
