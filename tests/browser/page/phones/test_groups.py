"""Groups: their topics, who is inside, and what can be done to them from a phone."""

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")

TOPICS = [{"id": 11, "name": "Orders", "closed": False}, {"id": 12, "name": "Old", "closed": True}]


async def menu(phone):
    await phone.button("page-phone-group-menu").click()
    return phone.sheet


async def test_each_topic_has_its_messages_and_what_is_said_there_goes_there(play):
    ann = play.ann
    group = play.group("Forum", topics=TOPICS)
    general = play.message(group["id"], "to all")
    order = play.message(group["id"], "an order", topic=11)
    play.tell(messages=[general, order])
    await ann.opens("Forum")
    tabs = ann.whole.get_by_role("tab")
    await expect(tabs).to_have_text([play.text("page-phone-topic-general"), "Orders", "🔒 Old"])
    await expect(ann.whole.locator(".words")).to_have_text(["to all"])
    await tabs.nth(1).click()
    await expect(tabs.nth(1)).to_have_attribute("aria-selected", "true")
    await expect(ann.whole.locator(".words")).to_have_text(["an order"])
    await ann.field.fill("I can")
    await ann.field.press("Enter")
    said = {"act": "says", "by": ann.id, "chat": group["id"], "topic": 11, "text": "I can"}
    assert await play.act() == said
    play.tell(
        messages=[play.message(group["id"], "second order", topic=11), play.message(group["id"], "hello")]
    )
    await expect(ann.whole.locator(".words")).to_have_text(["an order", "second order"])


async def test_a_topic_that_was_chosen_keeps_the_focus(play):
    play.group("Forum", topics=TOPICS)
    await play.ann.opens("Forum")
    orders = play.ann.whole.get_by_role("tab", name="Orders")
    await orders.click()
    await expect(orders).to_be_focused()


async def test_a_group_one_is_not_in_is_offered_and_joined(play):
    others = [play.bob.id, play.cai.id]
    group = play.group("Helpers", members=others)
    await play.ann.button("page-phone-back").click()
    await play.ann.called(f"{play.text('page-phone-join')} Helpers").click()
    assert await play.act() == {"act": "joins", "by": play.ann.id, "chat": group["id"]}
    await expect(play.ann.button("page-phone-join")).to_be_visible()
    play.tell(chats=[group | {"members": [*others, play.ann.id]}])
    await expect(play.ann.field).to_be_visible()


async def test_who_has_left_can_only_join_again(play):
    group = play.group("Helpers")
    await play.ann.opens("Helpers")
    await menu(play.ann)
    await play.ann.chooses(play.text("page-phone-leave"))
    assert await play.act() == {"act": "leaves", "by": play.ann.id, "chat": group["id"]}
    play.tell(chats=[group | {"members": [play.bob.id]}])
    await play.ann.button("page-phone-join").click()
    assert await play.act() == {"act": "joins", "by": play.ann.id, "chat": group["id"]}


async def test_a_group_is_renamed_and_its_members_are_listed(play):
    group = play.group("Helpers", admins=[play.bob.id])
    await play.ann.opens("Helpers")
    await menu(play.ann)
    await play.ann.chooses(play.text("page-phone-group-members"))
    admin = play.text("page-phone-admin")
    await expect(play.ann.sheet.get_by_role("listitem")).to_have_text(
        ["AAnn", f"BBob{admin}", "CCai", "DDan"]
    )
    await play.ann.button("page-phone-close").click()
    await menu(play.ann)
    await play.ann.chooses(play.text("page-phone-rename"))
    await play.ann.sheet.get_by_label(play.text("page-phone-title")).fill("Red vests")
    await play.ann.sheet.get_by_role("button", name=play.text("page-phone-send")).click()
    assert await play.act() == {
        "act": "renames",
        "by": play.ann.id,
        "chat": group["id"],
        "title": "Red vests",
    }


@pytest.mark.parametrize(
    ("words", "act"),
    [
        (["upgrade"], {"act": "upgrades"}),
        (["photos-forbid"], {"act": "permits", "right": "can_send_photos", "allowed": False}),
        (["bot-standing", "bot-kicked"], {"act": "sets_bot", "status": "kicked"}),
    ],
)
async def test_the_menu_of_a_group_does_what_it_says(play, words, act):
    group = play.group("Helpers", "group")
    await play.ann.opens("Helpers")
    await menu(play.ann)
    await play.ann.chooses(*(play.text(f"page-phone-{each}") for each in words))
    assert await play.act() == {"by": play.ann.id, "chat": group["id"], **act}


async def test_an_administrator_may_write_as_the_group(play):
    group = play.group("Helpers", admins=[play.ann.id])
    for phone in (play.ann, play.bob):
        await phone.opens("Helpers")
    hide = play.text("page-phone-anonymous")
    await menu(play.bob)
    await expect(play.bob.sheet.get_by_text(play.text("page-phone-leave"))).to_be_visible()
    await expect(play.bob.sheet.get_by_text(hide, exact=True)).to_have_count(0)
    await play.bob.sheet.press("Escape")
    says = {"act": "says", "by": play.ann.id, "chat": group["id"], "text": "Hello"}
    for is_hidden in (True, False):
        await menu(play.ann)
        await play.ann.chooses(hide)
        await play.ann.field.fill("Hello")
        await play.ann.field.press("Enter")
        assert await play.act() == says | ({"anonymous": True} if is_hidden else {})
        await expect(play.ann.field).to_have_value("")


async def test_a_group_that_became_a_supergroup_is_followed(play):
    ann = play.ann
    old = play.group("Helpers", "group")
    await ann.opens("Helpers")
    new = play.chat(old["id"] - 5000, "supergroup", title="Helpers", members=old["members"])
    play.tell(chats=[new, old | {"moved_to": new["id"]}])
    told = await ann.gets("here now", chat=new["id"])
    await ann.button("page-phone-back").click()
    await expect(ann.line("Helpers")).to_have_count(1)
    await ann.line("Helpers").click()
    await expect(ann.message(told)).to_be_visible()


async def test_a_group_that_moved_while_the_page_was_away_is_followed_too(play):
    ann = play.ann
    old = play.group("Helpers", "group")
    await ann.opens("Helpers")
    new = play.chat(old["id"] - 6000, "supergroup", title="Helpers", members=old["members"])
    play.acted(play.bob)
    known = play.server.everything()
    told = play.message(new["id"], "here now")
    chats = [*known["chats"], new, old | {"moved_to": new["id"]}]
    play.tell(**known | {"chats": chats, "messages": [told]})
    await expect(ann.message(told)).to_be_visible()


async def test_what_a_person_does_to_their_own_telegram(play):
    ann = play.ann
    own = play.text("page-phone-person-menu", name="Ann")
    for words, act in (
        ("speaks-zh", {"act": "speaks", "language": "zh-CN"}),
        ("start-again", {"act": "start"}),
        ("block", {"act": "blocks"}),
    ):
        await ann.called(own).click()
        await ann.chooses(play.text(f"page-phone-{words}"))
        assert await play.act() == {"by": ann.id, **act}
    await ann.called(own).click()
    await ann.chooses(play.text("page-phone-deactivate"))
    await expect(ann.alert).to_be_visible()
    await ann.button("page-phone-cancel").click()
    await ann.called(own).click()
    await ann.chooses(play.text("page-phone-deactivate"))
    assert play.server.acts.empty()
    await ann.alert.get_by_role("button", name=play.text("page-phone-deactivate")).click()
    assert await play.act() == {"act": "deactivates", "by": ann.id}
    play.tell(people=[ann.person | {"deactivated": True}])
    await expect(ann.whole.get_by_text(play.text("page-phone-gate-deactivated"))).to_be_visible()
    await expect(ann.field).to_have_count(0)
