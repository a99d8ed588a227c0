"""What is new, for whom and where; and that it is no longer when they have looked."""

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")


def mark(phone, title):
    """The mark at that line of the list of chats."""
    return phone.line(title).locator(".badge")


def elsewhere(phone):
    """How much is new in the other chats, beside the way back."""
    return phone.whole.locator(".bar .badge")


async def tells(play, chat, *htmls, by=None):
    told = [play.message(chat, html, by=by) for html in htmls]
    play.tell(messages=told)
    return told


async def goes_back(*phones):
    for phone in phones:
        await phone.button("page-phone-back").click()


async def test_new_messages_are_counted_for_each_person_and_chat_until_they_look(play):
    ann, bob = play.ann, play.bob
    bot, group = play.text("page-phone-bot"), play.group("Helpers")
    await goes_back(ann, bob)
    await tells(play, ann.id, "one", "two")
    await tells(play, group["id"], "one", "two", "three")
    await expect(mark(ann, bot)).to_have_text("2")
    await expect(mark(ann, bot)).to_have_attribute("aria-label", play.text("page-phone-unread", count=2))
    for phone in (ann, bob):
        await expect(mark(phone, "Helpers")).to_have_text("3")
    await expect(mark(bob, bot)).to_have_count(0)

    await ann.line("Helpers").click()
    await expect(elsewhere(ann)).to_have_text("2")
    await goes_back(ann)
    await expect(mark(ann, "Helpers")).to_have_count(0)
    await expect(mark(ann, bot)).to_have_text("2")
    await expect(mark(bob, "Helpers")).to_have_text("3")


async def test_what_comes_while_the_chat_is_open_and_ones_own_words_are_not_new(play):
    group = play.group("Helpers")
    await play.ann.opens("Helpers")
    await goes_back(play.bob, play.cai)
    [told] = await tells(play, group["id"], "mine", by=play.bob)
    await expect(play.ann.message(told)).to_be_visible()
    await goes_back(play.ann)
    await expect(mark(play.cai, "Helpers")).to_have_text("1")
    for phone in (play.ann, play.bob):
        await expect(mark(phone, "Helpers")).to_have_count(0)


async def test_what_telegram_says_itself_is_not_new(play):
    group = play.group("Helpers")
    await goes_back(play.ann)
    joined = play.message(group["id"], service="joined", service_name="Bob", by=play.bob, text="")
    play.tell(messages=[joined])
    await expect(play.ann.whole.locator(".chat-last")).to_contain_text(
        [play.text("page-phone-empty"), play.text("page-phone-service-joined", name="Bob")]
    )
    await expect(mark(play.ann, "Helpers")).to_have_count(0)


async def test_the_marks_are_kept_over_a_reload(play):
    group = play.group("Helpers")
    await tells(play, group["id"], "one", "two")
    await expect(elsewhere(play.ann)).to_have_text("2")
    await play.bob.opens("Helpers")
    await tells(play, group["id"], "three")
    play.tell(
        acts=[{"no": 1, "at": "2026-03-03T09:00:00+08:00", "by": play.dan.id, "name": "says", "words": ""}]
    )
    await expect(elsewhere(play.ann)).to_have_text("3")
    await play.reloads()
    await expect(elsewhere(play.ann)).to_have_text("3")
    await expect(elsewhere(play.bob)).to_be_hidden()
    await tells(play, group["id"], "four")
    await expect(elsewhere(play.ann)).to_have_text("4")
    await expect(elsewhere(play.bob)).to_have_text("1")


async def test_what_stands_there_at_the_beginning_is_not_new(play):
    group = play.group("Helpers")
    await tells(play, group["id"], "one", "two")
    await expect(elsewhere(play.ann)).to_have_text("2")
    await play.reloads()
    await expect(elsewhere(play.ann)).to_be_hidden()


async def test_a_message_that_is_deleted_makes_none_of_the_others_new(play):
    group = play.group("Helpers")
    told = await tells(play, group["id"], "one", "two", "three")
    await play.ann.opens("Helpers")
    await play.ann.opens(play.text("page-phone-bot"))
    await expect(elsewhere(play.bob)).to_have_text("3")
    play.tell(messages=[{"chat": group["id"], "id": told[-1]["id"], "deleted": True}])
    await expect(elsewhere(play.bob)).to_have_text("2")
    await expect(elsewhere(play.ann)).to_be_hidden()
    await tells(play, group["id"], "four")
    await expect(elsewhere(play.ann)).to_have_text("1")


async def test_who_has_no_phone_on_the_screen_is_named_when_something_new_comes(play):
    eve = play.ann.person | {"id": 9000, "key": "eve", "name": "Eve", "latin": "Eve"}
    play.tell(people=[eve], chats=[play.chat(9000, "private", person=9000)])
    await tells(play, 9000, "one", "two")
    await play.page.get_by_role("button", name=play.text("page-waiting", name="Eve", count=2)).click()
    eves = play.page.locator('section.phone[data-person="eve"]')
    await expect(eves.locator(".words")).to_have_text(["one", "two"])
    await eves.get_by_role("button", name=play.text("page-phone-close-phone", name="Eve")).click()
    await expect(eves).to_have_count(0)
