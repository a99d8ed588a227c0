"""The bot's keys: below the chat and under messages; and how it answers a tap."""

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")


def pressed(phone, label):
    return {"act": "presses", "by": phone.id, "label": label}


def keyboard(*labels, number=1, asks="", **more):
    rows = [[{"text": label, "asks": asks}] for label in labels]
    return {"message": number, "rows": rows, "placeholder": "", "once": False, **more}


def keys_of(phone):
    return phone.whole.get_by_role("group", name=phone.play.text("page-phone-keys"))


def puts_up(phone, keys):
    phone.play.tell(chats=[phone.chat | {"keys": keys}])


async def test_a_keyboard_stays_when_it_is_pressed(play):
    puts_up(play.ann, keyboard("Report", "More"))
    await play.ann.called("Report").click()
    assert await play.act() == pressed(play.ann, "Report")
    await play.ann.called("More").click()
    assert await play.act() == pressed(play.ann, "More")
    await expect(keys_of(play.ann)).to_be_visible()
    await expect(keys_of(play.bob)).to_be_hidden()


async def test_a_keyboard_for_once_goes_when_it_is_pressed_and_can_be_had_back(play):
    ann = play.ann
    puts_up(ann, keyboard("Yes", once=True))
    await ann.called("Yes").click()
    assert await play.act() == pressed(ann, "Yes")
    await expect(keys_of(ann)).to_be_hidden()
    await ann.button("page-phone-keys").click()
    await expect(ann.called("Yes")).to_be_visible()


async def test_a_keyboard_for_once_stays_when_the_press_is_refused(play):
    puts_up(play.ann, keyboard("Yes", once=True))
    play.refuses("Not now")
    await play.ann.called("Yes").click()
    assert await play.act() == pressed(play.ann, "Yes")
    await expect(play.ann.toast).to_have_text("Not now (en)")
    await expect(keys_of(play.ann)).to_be_visible()


async def test_a_keyboard_that_was_put_away_stays_away_until_a_new_one_comes(play):
    ann = play.ann
    puts_up(ann, keyboard("Old"))
    await ann.button("page-phone-keys").click()
    await expect(keys_of(ann)).to_be_hidden()
    puts_up(ann, keyboard("Old"))
    await ann.gets("words")
    await expect(keys_of(ann)).to_be_hidden()
    puts_up(ann, keyboard("New", number=2))
    await expect(ann.called("New")).to_be_visible()


async def test_a_keyboard_that_is_taken_away_is_gone_with_the_way_to_it(play):
    puts_up(play.ann, keyboard("Old", placeholder="Which door?"))
    await expect(play.ann.field).to_have_attribute("placeholder", "Which door?")
    await expect(keys_of(play.ann)).to_be_visible()
    puts_up(play.ann, None)
    await expect(keys_of(play.ann)).to_be_hidden()
    await expect(play.ann.button("page-phone-keys")).to_be_hidden()
    await expect(play.ann.field).to_have_attribute("placeholder", play.text("page-phone-write"))


async def test_the_same_keyboard_told_again_keeps_the_focus(play):
    puts_up(play.ann, keyboard("Report"))
    key = play.ann.called("Report")
    await key.focus()
    puts_up(play.ann, keyboard("Report"))
    await play.ann.gets("words")
    await expect(key).to_be_focused()


@pytest.mark.parametrize("asked", ["contact", "location"])
async def test_a_key_that_gives_something_away_asks_first(play, asked):
    ann = play.ann
    puts_up(ann, keyboard("Give it", asks=asked))
    question = ann.whole.get_by_role("alertdialog", name=play.text(f"page-phone-share-{asked}"))
    await ann.called("Give it").click()
    await ann.button("page-phone-cancel").click()
    await expect(question).to_be_hidden()
    await ann.called("Give it").click()
    await question.press("Escape")
    await expect(question).to_be_hidden()
    await ann.called("Give it").click()
    assert play.server.acts.empty()
    await ann.button("page-phone-share").click()
    assert await play.act() == pressed(ann, "Give it")


async def test_a_tapped_button_waits_for_its_answer(play):
    ann = play.ann
    told = await ann.gets("Well?", buttons=[[{"text": "Yes", "data": "y:1", "url": ""}]])
    await ann.called("Yes").click()
    tap = {"act": "taps", "by": ann.id, "chat": ann.id, "message": told["id"], "data": "y:1"}
    assert await play.act() == tap
    await expect(ann.called("Yes")).to_have_attribute("aria-busy", "true")
    await ann.called("Yes").click()
    play.tell(toasts=[{"person": ann.id, "text": "", "alert": False, "url": ""}])
    await expect(ann.called("Yes")).not_to_have_attribute("aria-busy", "true")
    await ann.called("Yes").click()
    assert await play.act() == tap


async def test_a_tap_that_is_refused_does_not_wait(play):
    await play.ann.gets("Well?", buttons=[[{"text": "Yes", "data": "y:1", "url": ""}]])
    play.refuses("The message is gone")
    await play.ann.called("Yes").click()
    await play.act()
    await expect(play.ann.toast).to_have_text("The message is gone (en)")
    await expect(play.ann.called("Yes")).not_to_have_attribute("aria-busy", "true")


async def test_a_toast_is_shown_on_the_phone_of_who_tapped(play):
    play.tell(toasts=[{"person": play.cai.id, "text": "Claimed", "alert": False, "url": ""}])
    await expect(play.cai.toast).to_have_text("Claimed")
    others = (play.ann, play.bob, play.dan)
    assert [await phone.toast.inner_text() for phone in others] == [
        "",
        "",
        "",
    ]  # at once: they go by themselves
    await expect(play.cai.alert).to_have_count(0)


async def test_an_alert_stays_on_the_phone_of_who_tapped_until_it_is_read(play):
    play.tell(toasts=[{"person": play.cai.id, "text": "It is full", "alert": True, "url": ""}])
    alert = play.cai.whole.get_by_role("alertdialog", name="It is full")
    await expect(alert.get_by_role("button", name=play.text("page-phone-ok"))).to_be_focused()
    assert await play.page.get_by_role("alertdialog").count() == 1
    assert await play.cai.toast.inner_text() == ""
    await alert.get_by_role("button").click()
    await expect(alert).to_be_hidden()


async def test_an_answer_with_a_link_opens_the_bot_on_that_phone(play):
    play.group("Helpers")
    await play.cai.opens("Helpers")
    url = "https://t.me/redvest_bot?start=req_K7D2"
    play.tell(toasts=[{"person": play.cai.id, "text": "", "alert": False, "url": url}])
    assert await play.act() == {"act": "start", "by": play.cai.id, "payload": "req_K7D2"}
    await expect(play.cai.whole.locator(".bar-title")).to_have_text(play.text("page-phone-bot"))


@pytest.mark.parametrize(
    ("state", "way", "act"),
    [({"started": False}, "start", "start"), ({"blocked": True}, "unblock", "unblocks")],
)
async def test_before_anything_can_be_written_there_is_one_thing_to_do(play, state, way, act):
    ann = play.ann
    play.tell(people=[ann.person | state])
    await expect(ann.field).to_have_count(0)
    await ann.button(f"page-phone-{way}").click()
    assert await play.act() == {"act": act, "by": ann.id}
    play.tell(people=[ann.person])
    await expect(ann.field).to_be_visible()
