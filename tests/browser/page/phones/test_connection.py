"""The page when its language changes, when the server goes and comes, and when it is loaded again."""

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_another_language_changes_all_words_and_keeps_what_is_half_written(play):
    ann, bob = play.ann, play.bob
    play.group("邻里群")
    await ann.field.fill("half a word")
    await bob.opens("邻里群")
    await bob.field.fill("and another")
    told = await ann.gets("of the bot")
    await ann.message(told).click(button="right")
    await ann.chooses(play.text("page-phone-reply"))
    await play.speaks("zh-CN")
    await expect(play.page).to_have_title(play.text("page-title"))
    await expect(ann.field).to_have_value("half a word")
    await expect(ann.field).to_have_attribute("aria-label", play.text("page-phone-write"))
    await expect(ann.whole.locator(".quote-bar")).to_contain_text("of the bot")
    await expect(ann.message(told)).to_be_visible()
    await expect(bob.field).to_have_value("and another")
    await expect(bob.whole.locator(".bar-title")).to_have_text("邻里群")
    play.refuses("no")
    await ann.button("page-phone-send").click()
    await play.act()
    await expect(ann.toast).to_have_text("no (zh-CN)")


async def test_the_language_is_kept_over_a_reload_and_the_sandbox_is_told(play):
    await play.speaks("zh-CN")
    await play.reloads()
    assert await play.act() == {"act": "speaks", "by": None, "language": "zh-CN"}
    await expect(play.button("page-time-morning")).to_be_visible()


async def test_when_the_server_ends_the_stream_the_page_comes_again_and_has_everything_anew(play):
    ann = play.ann
    group = play.group("Helpers")
    await ann.opens("Helpers")
    stale, kept = await ann.gets("gone meanwhile", chat=group["id"]), await ann.gets("kept", chat=group["id"])
    await ann.field.fill("half a word")
    known = play.server.everything()
    missed = play.message(group["id"], "said meanwhile")
    play.server.end_streams()
    play.tell(**known | {"messages": [kept | {"html": "changed meanwhile"}, missed]})
    await expect(ann.message(missed)).to_be_visible()
    await expect(ann.message(stale)).to_have_count(0)
    await expect(ann.message(kept)).to_contain_text("changed meanwhile")
    await expect(ann.field).to_have_value("half a word")
    await ann.gets("and on", chat=group["id"])


async def test_while_the_server_is_away_the_page_says_so_and_tries_again(play):
    lost = play.page.get_by_role("alert").filter(has_text=play.text("page-lost"))
    await expect(lost).to_be_hidden()
    play.expected.add(" 503 ")
    play.server.is_open = False
    play.server.end_streams()
    await expect(lost).to_be_visible()
    play.server.is_open = True
    await expect(lost).to_be_hidden()
    await play.ann.gets("and on")


async def test_a_person_told_anew_keeps_their_phone_with_what_is_written_on_it(play):
    await play.ann.field.fill("half a word")
    play.tell(people=[play.ann.person | {"name": "Anna", "latin": "Anna"}])
    await expect(play.ann.whole.get_by_role("heading", name="Anna")).to_be_visible()
    await expect(play.ann.field).to_have_value("half a word")
    await expect(play.ann.field).to_be_focused()


async def test_the_open_phones_and_their_order_are_kept_over_a_reload(play):
    await play.button("page-move-left", name="Bob").click()
    phones = play.page.locator("section.phone")
    order = [play.bob.key, play.ann.key, play.cai.key, play.dan.key]
    await play.reloads()
    assert await phones.evaluate_all("all => all.map((e) => e.dataset.person)") == order
    await play.button("page-move-left", name="Ann").click()
    await expect(phones.first).to_have_attribute("data-person", play.ann.key)
