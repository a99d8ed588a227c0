"""What stands in a message: Telegram's markup, and nothing else; links and commands in it can be tapped."""

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")

HOSTILE = (
    "<script>window.harmed = 1</script>",
    '<img src="/file/none" onerror="window.harmed = 2">',
    '<svg onload="window.harmed = 3"><circle r="9"/></svg>',
    '<b onclick="window.harmed = 4" style="position:fixed">bold</b>',
    '<a href="javascript:window.harmed = 5">script</a>',
    '<a href=" java\nscript:window.harmed = 6">hidden script</a>',
    '<a href="data:text/html,<script>window.harmed = 7</script>">data</a>',
    '<iframe src="/page/vest.svg"></iframe><object data="/page/vest.svg"></object>',
    '<form action="/act"><input name="x"><button>go</button></form>',
    '</div></section><style>* { display: none }</style><link rel="stylesheet" href="/x.css">',
    '<tg-spoiler onmouseover="window.harmed = 8">spoiler</tg-spoiler><template>t</template>',
)
HARMLESS = {"B", "BUTTON", "SPAN"}  # the two last are the spoiler's
NAMED = '<img src="/file/none" onerror="window.harmed = 9">'


async def test_a_script_in_a_message_does_nothing(play):
    ann = play.ann
    play.expected.add("Content Security Policy")  # Chromium says what it would not run either
    told = await ann.gets("".join(HOSTILE))
    words = ann.message(told).locator(".words")
    await expect(words).to_contain_text("hidden script")
    found = await words.locator("*").evaluate_all("all => all.map((e) => [e.tagName, e.getAttributeNames()])")
    assert {tag for tag, _ in found} == HARMLESS
    assert {name for _, names in found for name in names} <= {"type", "class", "aria-label"}
    for each in await words.locator("b, button, span").all():
        await each.dispatch_event("click")
        await each.dispatch_event("mouseover")
    assert await play.page.evaluate("window.harmed ?? 0") == 0


async def test_names_and_labels_are_bare_words(play):
    ann = play.ann
    group = play.group(NAMED)
    play.tell(people=[play.ann.person | {"name": NAMED, "latin": NAMED, "home": NAMED}])
    await expect(ann.whole.locator(".owner")).to_contain_text(NAMED)
    told = await ann.gets(
        **{"from": NAMED, "forward": NAMED, "reply": {"id": 1, "from": NAMED, "text": NAMED}},
        buttons=[[{"text": NAMED, "data": "x", "url": ""}]],
        contact={"name": NAMED, "phone": NAMED},
        poll={"question": NAMED, "options": [NAMED]},
    )
    play.tell(toasts=[{"person": ann.id, "text": NAMED, "alert": False, "url": ""}])
    await expect(ann.message(told).get_by_text(NAMED)).to_have_count(8)
    await expect(ann.toast).to_have_text(NAMED)
    await ann.button("page-phone-back").click()
    await expect(ann.whole.get_by_text(group["title"])).not_to_have_count(0)
    await expect(ann.whole.locator("img")).to_have_count(0)
    assert await play.page.evaluate("window.harmed ?? 0") == 0


async def test_hidden_words_are_read_when_tapped(play):
    told = await play.ann.gets("The code is <tg-spoiler>4711</tg-spoiler>")
    hidden = play.ann.message(told).get_by_text("4711")
    await expect(hidden).to_be_hidden()
    await play.ann.button("page-phone-spoiler").click()
    await expect(hidden).to_be_visible()


async def test_a_long_quotation_unfolds_and_folds(play):
    lines = "\n".join(f"line {number}" for number in range(9))
    told = await play.ann.gets(f"<blockquote expandable>{lines}</blockquote>")
    quotation = play.ann.message(told).locator("blockquote")
    folded = (await quotation.bounding_box())["height"]
    more = play.ann.button("page-phone-quote")
    await more.click()
    await expect(more).to_have_attribute("aria-expanded", "true")
    assert (await quotation.bounding_box())["height"] > 2 * folded
    await more.click()
    await expect(more).to_have_attribute("aria-expanded", "false")
    assert (await quotation.bounding_box())["height"] == folded


async def test_a_command_in_words_is_said_when_tapped(play):
    await play.ann.gets("Try /help@redvest_bot, or a/b")
    await play.ann.called("/help@redvest_bot").click()
    assert await play.act() == {"act": "says", "by": play.ann.id, "text": "/help@redvest_bot"}


@pytest.mark.parametrize(
    "address",
    [
        "https://t.me/redvest_bot?start=req_K7D2",
        "http://telegram.me/Redvest_Bot?start=req_K7D2",
        "tg://resolve?domain=redvest_bot&amp;start=req_K7D2",
    ],
)
async def test_a_link_to_the_bot_starts_it_on_the_same_phone(play, address):
    bob = play.bob
    group = play.group("Helpers")
    await bob.opens("Helpers")
    await bob.gets(f'Open <a href="{address}">your request</a>', chat=group["id"])
    await bob.whole.get_by_role("link", name="your request").click()
    assert await play.act() == {"act": "start", "by": bob.id, "payload": "req_K7D2"}
    await expect(bob.whole.locator(".bar-title")).to_have_text(play.text("page-phone-bot"))


async def test_a_button_with_a_link_to_the_bot_starts_it_too(play):
    url = "https://t.me/redvest_bot?start=join_x"
    await play.cai.gets("Come in", buttons=[[{"text": "Open the bot", "data": "", "url": url}]])
    await play.cai.called("Open the bot").click()
    assert await play.act() == {"act": "start", "by": play.cai.id, "payload": "join_x"}


async def test_a_link_to_the_bot_without_more_starts_it_only_for_who_has_not(play):
    ann, dan = play.ann, play.dan
    play.tell(people=[dan.person | {"started": False}])
    await expect(dan.button("page-phone-start")).to_be_visible()
    group = play.group("Helpers")
    for phone in (ann, dan):
        await phone.opens("Helpers")
    await ann.gets("https://t.me/redvest_bot", chat=group["id"])
    for phone in (ann, dan):
        await phone.whole.get_by_role("link").click()
        await expect(phone.whole.locator(".bar-title")).to_have_text(play.text("page-phone-bot"))
    assert await play.act() == {"act": "start", "by": dan.id}


async def test_links_elsewhere_open_in_a_new_tab(play):
    harmless, harmful = "https://example.org/a", "javascript:alert(1)"
    buttons = [
        [{"text": "Site", "data": "", "url": harmless}, {"text": "Script", "data": "", "url": harmful}]
    ]
    told = await play.ann.gets(f'<a href="{harmless}">words</a>', buttons=buttons)
    links = play.ann.message(told).locator("a")
    found = await links.evaluate_all(
        "all => all.map(e => [e.textContent, e.getAttribute('href'), e.target, e.rel])"
    )
    apart = ["_blank", "noopener noreferrer"]
    assert found == [["words", harmless, *apart], ["Site", harmless, *apart], ["Script", None, *apart]]
