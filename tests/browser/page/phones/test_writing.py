"""The field for words: what sends them and what does not, and what becomes of them meanwhile."""

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")


def said(phone, text, **more):
    return {"act": "says", "by": phone.id, "text": text, **more}


async def test_enter_sends_and_shift_enter_begins_a_line(play):
    field = play.ann.field
    await field.fill("one")
    await field.press("Shift+Enter")
    await field.press_sequentially("two")
    await expect(field).to_have_value("one\ntwo")
    await field.press("Enter")
    assert await play.act() == said(play.ann, "one\ntwo")
    await expect(field).to_have_value("")


async def test_what_is_only_space_is_not_sent(play):
    await play.ann.field.fill("  \n ")
    await play.ann.field.press("Enter")
    await expect(play.ann.button("page-phone-send")).to_be_hidden()
    await play.ann.field.fill(" words ")
    await play.ann.button("page-phone-send").click()
    assert await play.act() == said(play.ann, "words")


async def test_enter_that_picks_a_word_of_an_input_method_sends_nothing(play):
    field = play.ann.field
    await field.click()
    typist = await play.page.context.new_cdp_session(play.page)
    await typist.send(
        "Input.imeSetComposition", {"text": "xia shui dao", "selectionStart": 12, "selectionEnd": 12}
    )
    await expect(field).to_have_value("xia shui dao")
    picked = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    await typist.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **picked})
    await typist.send("Input.insertText", {"text": "下水道"})
    await expect(field).to_have_value("下水道")
    await typist.send("Input.dispatchKeyEvent", {"type": "keyUp", **picked})
    await field.press("Enter")
    assert await play.act() == said(play.ann, "下水道")
    await typist.detach()


@pytest.mark.parametrize("sign", [{"isComposing": True}, {"keyCode": 229}])
async def test_enter_with_either_sign_of_an_input_method_sends_nothing(play, sign):
    field = play.ann.field
    await field.fill("下水道")
    enter = {"key": "Enter", "bubbles": True, "cancelable": True, **sign}
    await field.evaluate("(e, about) => e.dispatchEvent(new KeyboardEvent('keydown', about))", enter)
    await field.press_sequentially("堵了")
    await field.press("Enter")
    assert await play.act() == said(play.ann, "下水道堵了")


async def test_the_field_grows_to_five_lines_and_then_scrolls(play):
    field = play.ann.field
    one, two, four, five, six, many = [await grown(field, lines) for lines in (1, 2, 4, 5, 6, 30)]
    assert one["height"] < two["height"] < four["height"] < five["height"] == six["height"] == many["height"]
    assert [each["scrolls"] for each in (one, two, four, five, six, many)] == [False] * 4 + [True] * 2
    assert (await grown(field, 1)) == one


async def grown(field, lines):
    """How high the field is with so many lines, and whether there is more in it than is seen."""
    await field.fill("\n".join("x" * lines))
    return await field.evaluate("e => ({ height: e.offsetHeight, scrolls: e.scrollHeight > e.clientHeight })")


async def test_a_second_enter_before_the_answer_sends_nothing_more(play):
    field = play.ann.field
    play.server.may_answer.clear()
    await field.fill("once")
    await field.press("Enter")
    assert await play.act() == said(play.ann, "once")
    await field.press("Enter")
    await play.ann.button("page-phone-send").click()
    play.server.may_answer.set()
    await expect(field).to_have_value("")


async def test_what_is_refused_is_said_in_words_on_that_phone_and_can_be_sent_again(play):
    play.refuses("The bot is away")
    await play.bob.field.fill("words")
    await play.bob.field.press("Enter")
    assert await play.act() == said(play.bob, "words")
    await expect(play.bob.toast).to_have_text("The bot is away (en)")
    assert await play.ann.toast.inner_text() == ""
    await expect(play.bob.field).to_have_value("words")
    play.server.refusal = ""
    await play.bob.field.press("Enter")
    assert await play.act() == said(play.bob, "words")
    await expect(play.bob.field).to_have_value("")


async def test_an_act_that_reaches_nobody_is_told_in_words(play):
    play.expected.add("net::ERR")
    play.server.is_open = False
    await play.ann.field.fill("words")
    await play.ann.field.press("Enter")
    await expect(play.ann.toast).to_have_text(play.text("page-lost"))
    await expect(play.ann.field).to_have_value("words")


async def test_words_half_written_wait_in_their_chat(play):
    play.group("Helpers")
    await play.ann.field.fill("to the bot")
    await play.ann.opens("Helpers")
    await expect(play.ann.field).to_have_value("")
    await play.ann.field.fill("to the group")
    await play.ann.opens(play.text("page-phone-bot"))
    await expect(play.ann.field).to_have_value("to the bot")
    await play.ann.opens("Helpers")
    await expect(play.ann.field).to_have_value("to the group")


async def test_a_reply_names_its_message_once(play):
    ann = play.ann
    told = await ann.gets("What is wrong?")
    await ann.message(told).click(button="right")
    await ann.chooses(play.text("page-phone-reply"))
    await expect(ann.whole.locator(".quote-bar")).to_contain_text("What is wrong?")
    for words, more in (("The drain", {"reply_to": told["id"]}), ("is blocked", {})):
        await ann.field.fill(words)
        await ann.field.press("Enter")
        assert await play.act() == said(ann, words, **more)
        await expect(ann.field).to_have_value("")


async def test_a_reply_that_the_bot_asks_for_is_begun_once_and_may_be_dropped(play):
    ann = play.ann
    asked = await ann.gets("Which door?")
    play.tell(chats=[ann.chat | {"answer": asked["id"]}])
    await expect(ann.whole.locator(".quote-bar")).to_contain_text("Which door?")
    await ann.button("page-phone-drop").click()
    play.tell(chats=[ann.chat | {"answer": asked["id"], "bot": "member"}])
    await ann.gets("later")
    await expect(ann.whole.locator(".quote-bar")).to_be_hidden()


async def test_ones_own_message_is_edited_and_nobody_elses(play):
    ann = play.ann
    told = await ann.gets("the drian", by=ann)
    await ann.gets("of the bot")
    await ann.message(told).click(button="right")
    await ann.chooses(play.text("page-phone-edit"))
    await expect(ann.field).to_have_value("the drian")
    await ann.field.fill("the drain")
    await ann.field.press("Enter")
    assert await play.act() == {
        "act": "edits",
        "by": ann.id,
        "chat": ann.id,
        "message": told["id"],
        "text": "the drain",
    }
    await expect(ann.field).to_have_value("")
    await ann.messages.last.click(button="right")
    await expect(ann.sheet.get_by_text(play.text("page-phone-reply"))).to_be_visible()
    await expect(ann.sheet.get_by_text(play.text("page-phone-edit"), exact=True)).to_have_count(0)
    await ann.sheet.press("Escape")
    await expect(ann.sheet).to_be_hidden()


async def test_an_edit_that_is_dropped_leaves_nothing_in_the_field(play):
    told = await play.ann.gets("words", by=play.ann)
    await play.ann.message(told).click(button="right")
    await play.ann.chooses(play.text("page-phone-edit"))
    await play.ann.field.press("Escape")
    await expect(play.ann.field).to_have_value("")
    await expect(play.ann.whole.locator(".quote-bar")).to_be_hidden()


async def test_commands_are_chosen_from_the_menu(play):
    await play.ann.button("page-phone-commands").click()
    await play.ann.chooses("/report")
    assert await play.act() == said(play.ann, "/report")
