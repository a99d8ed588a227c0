"""The page's plain functions, as tables: markup, links, texts, times and sizes, what stands in a chat."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="session")

LANGUAGES = ("en", "zh-CN")
CALL = "async ([path, name, values]) => (await import(path))[name](...values)"
MARKUP = """async (html) => {
    const { markup } = await import("/page/js/markup.mjs");
    const box = document.createElement("div");
    box.append(...markup(html, { link: () => true, command: () => undefined }));
    for (const e of box.querySelectorAll("*"))
        for (const name of e.getAttributeNames()) if (name !== "href") e.removeAttribute(name);
    return box.innerHTML;
}"""
ENTRIES = """async (messages) => {
    const { entriesOf } = await import("/page/js/entries.mjs");
    return entriesOf(messages, 1, (at) => at.slice(0, 10)).map(({ key, isOwn, isFirst, messages }) =>
        [key, isOwn, isFirst, messages.map(({ id }) => id)]);
}"""


async def call(page, name, *values):
    module, function = name.split(".")
    return await page.evaluate(CALL, [f"/page/js/{module}.mjs", function, list(values)])


@pytest.fixture
def speaks(blank):
    """Makes these the page's words."""

    async def use(language, **words):
        words = {key.replace("_", "-"): text for key, text in words.items()}
        await call(blank, "texts.use", language, words)

    return use


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<b>x</b><strong>x</strong>", "<b>x</b><b>x</b>"),
        ("<i>x</i><em>x</em>", "<i>x</i><i>x</i>"),
        ("<u>x</u><ins>x</ins>", "<u>x</u><u>x</u>"),
        ("<s>x</s><strike>x</strike><del>x</del>", "<s>x</s><s>x</s><s>x</s>"),
        ("<code>a &lt; b</code>", "<code>a &lt; b</code>"),
        ("<pre>a\n  b</pre>", "<pre>a\n  b</pre>"),
        ('<pre><code class="language-x">y</code></pre>', "<pre><code>y</code></pre>"),
        ("<blockquote>x</blockquote>", "<blockquote>x</blockquote>"),
        ("<tg-spoiler>x</tg-spoiler>", "<button><span>x</span></button>"),
        ('<span class="tg-spoiler">x</span>', "<button><span>x</span></button>"),
        ('<a href="tel:+86139">x</a>', '<a href="tel:+86139">x</a>'),
        ('<a href="https://x.org/?a=1&amp;b=2">x</a>', '<a href="https://x.org/?a=1&amp;b=2">x</a>'),
        ("<b>a <i>b <u>c</u></i></b>", "<b>a <i>b <u>c</u></i></b>"),
        ('<tg-emoji emoji-id="1">🚽</tg-emoji>', "🚽"),
        ("<font>x</font><span>y</span>", "xy"),
        ("<b>not closed", "<b>not closed</b>"),
        ("<!-- x --> <?x?> a < b &amp; c", "  a &lt; b &amp; c"),
        ('<a href="javascript:x">x</a><a href="/x">y</a><a>z</a>', "xyz"),
        ("see https://x.org/a?b=1, or", 'see <a href="https://x.org/a?b=1">https://x.org/a?b=1</a>, or'),
        ("看http://x.org。好", '看<a href="http://x.org">http://x.org</a>。好'),
        (
            "/help, a/b //c /me@redvest_bot",
            "<button>/help</button>, a/b //c <button>/me@redvest_bot</button>",
        ),
        ("<code>/help http://x.org</code>", "<code>/help http://x.org</code>"),
    ],
)
async def test_markup_is_what_telegram_allows(blank, html, shown):
    assert await blank.evaluate(MARKUP, html) == shown


@pytest.mark.parametrize(
    ("address", "payload"),
    [
        ("https://t.me/redvest_bot?start=at_XY01", "at_XY01"),
        ("http://www.t.me/redvest_bot/?start=x", "x"),
        ("https://telegram.me/Redvest_BOT", ""),
        ("tg://resolve?domain=redvest_bot&start=x", "x"),
        ("https://t.me/other_bot?start=x", None),
        ("https://t.me.example.org/redvest_bot?start=x", None),
        ("ftp://t.me/redvest_bot?start=x", None),
        ("redvest_bot", None),
        ("", None),
    ],
)
async def test_a_link_to_the_bot_is_known_by_its_name(blank, address, payload):
    assert await call(blank, "links.payloadOf", address, "redvest_bot") == payload
    assert await call(blank, "links.payloadOf", address, "") is None


@pytest.mark.parametrize(
    ("address", "is_harmless"),
    [
        *(
            (address, True)
            for address in ("http://x.org", "HTTPS://x.org", "tg://resolve", "mailto:a@x.org", "tel:1")
        ),
        *((address, False) for address in ("javascript:x", " java\nscript:x", "data:text/html,x", "blob:x")),
        *((address, False) for address in ("file:///x", "vbscript:x", "/x", "//x.org", "x", "")),
    ],
)
async def test_only_harmless_addresses_stand_behind_links(blank, address, is_harmless):
    assert await call(blank, "links.isHarmless", address) is is_harmless


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("time", "2026-03-03T01:05:59Z", ("09:05", "09:05")),
        ("time", "2026-03-02T16:00:00Z", ("00:00", "00:00")),
        ("day", "2026-03-02T16:00:00Z", ("Tuesday 3 March", "3月3日星期二")),
        ("shortDay", "2026-03-02T15:59:59Z", ("2 Mar", "3月2日")),
    ],
)
async def test_times_are_written_in_the_language_and_the_zone(blank, speaks, name, value, written):
    for language, words in zip(LANGUAGES, written, strict=True):
        await speaks(language)
        assert await call(blank, f"format.{name}", value, "Asia/Shanghai") == words


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        *(("duration", seconds, words) for seconds, words in ((0, "0:00"), (7.4, "0:07"), (59.6, "1:00"))),
        *(("duration", seconds, words) for seconds, words in ((65, "1:05"), (3600, "60:00"), (-1, "0:00"))),
        *(("size", size, words) for size, words in ((0, "0 B"), (1023, "1023 B"), (1024, "1 KB"))),
        *(("size", size, words) for size, words in ((123456, "121 KB"), (1258291, "1.2 MB"))),
        *(
            ("initial", name, sign)
            for name, sign in (("ann", "A"), ("王桂兰", "王"), ("🚽x", "🚽"), ("", "?"))
        ),
    ],
)
async def test_lengths_and_sizes_are_short(blank, name, value, words):
    assert await call(blank, f"format.{name}", value) == words


async def test_names_have_one_of_seven_colours_and_always_the_same(blank):
    tints = [await call(blank, "format.tint", of) for of in [*range(40), "王桂兰"]]
    assert set(tints) == {f"tint-{number}" for number in range(7)}
    assert tints == [await call(blank, "format.tint", of) for of in [*range(40), "王桂兰"]]


@pytest.mark.parametrize(
    ("posts", "home", "said"),
    [
        (
            [("leader", "XY01", "松柏苑"), ("member", "", "")],
            "",
            ("leader · 松柏苑, member", "网格长 · 松柏苑，党员"),
        ),
        ([("leader", "XY01-2", "2号楼")], "", ("building leader · 2号楼", "楼栋长 · 2号楼")),
        ([], "2号楼", ("resident · 2号楼", "居民 · 2号楼")),
        ([], "", ("resident", "居民")),
    ],
)
async def test_what_people_are_is_said_in_words(blank, speaks, posts, home, said):
    person = {
        "home": home,
        "posts": [dict(zip(("role", "grid", "place"), post, strict=True)) for post in posts],
    }
    building = {"page_phone_building": "building leader"}
    await speaks("en", role_leader="leader", role_member="member", page_phone_resident="resident", **building)
    assert await call(blank, "format.standing", person) == said[0]
    building = {"page_phone_building": "楼栋长"}
    await speaks("zh-CN", role_leader="网格长", role_member="党员", page_phone_resident="居民", **building)
    assert await call(blank, "format.standing", person) == said[1]


async def test_who_reads_english_is_told_how_a_name_is_spelt(blank, speaks):
    for language, latin, name in (("en", "Wang", "Wang 王"), ("en", "王", "王"), ("zh-CN", "Wang", "王")):
        await speaks(language)
        assert await call(blank, "format.fullName", {"name": "王", "latin": latin}) == name


@pytest.mark.parametrize(
    ("text", "values", "words"),
    [
        ("{name} has {count}", {"name": "Ann", "count": 0}, "Ann has 0"),
        ("{ $name }!", {"name": "Ann"}, "Ann!"),
        ("{name}", {}, "{name}"),
        ("{name}{count}", {"name": "{count}", "count": 2}, "{count}2"),
    ],
)
async def test_the_places_in_a_text_are_filled(blank, speaks, text, values, words):
    await speaks("en", page_x=text)
    assert await call(blank, "texts.t", "page-x", values) == words


async def test_a_text_that_is_missing_shows_its_key(blank, speaks):
    await speaks("en", page_x="x")
    assert await call(blank, "texts.t", "page-y") == "page-y"
    assert await call(blank, "texts.has", "page-x") is True
    assert await call(blank, "texts.has", "page-y") is False


def said(number, by=1, at="2026-03-03T09:00:00+08:00", **more):
    return {
        "id": number,
        "by": by,
        "from": str(by),
        "bot": by is None,
        "at": at,
        "album": None,
        "service": "",
        **more,
    }


@pytest.mark.parametrize(
    ("messages", "entries"),
    [
        ([], []),
        ([said(1), said(2)], [("message 1", True, True, [1]), ("message 2", True, False, [2])]),
        ([said(1, 2), said(2, None)], [("message 1", False, True, [1]), ("message 2", False, True, [2])]),
        (
            [said(1, 2), said(2, 2, "2026-03-03T09:10:01+08:00")],
            [("message 1", False, True, [1]), ("message 2", False, True, [2])],
        ),
        (
            [said(1, album="a"), said(2), said(3, album="a")],
            [("message 1", True, True, [1, 3]), ("message 2", True, False, [2])],
        ),
        (
            [said(1), said(2, service="title"), said(3)],
            [("message 1", True, True, [1]), ("message 2", True, False, [2]), ("message 3", True, True, [3])],
        ),
    ],
)
async def test_messages_stand_with_the_name_over_the_first_and_albums_as_one(blank, messages, entries):
    day = [["day 2026-03-03", False, True, []]] if messages else []
    assert await blank.evaluate(ENTRIES, messages) == [*day, *map(list, entries)]


async def test_each_day_stands_over_its_messages(blank):
    messages = [said(1), said(2, at="2026-03-04T09:00:00+08:00"), said(3, at="2026-03-04T09:00:01+08:00")]
    keys = [key for key, *_ in await blank.evaluate(ENTRIES, messages)]
    assert keys == ["day 2026-03-03", "message 1", "day 2026-03-04", "message 2", "message 3"]


@pytest.mark.parametrize(
    ("change", "key", "layout"),
    [
        ("shown", "b", (["a", "b", "c"], "b")),
        ("shown", "d", (["a", "b", "c", "d"], "d")),
        ("closed", "a", (["b", "c"], "b")),
        ("closed", "c", (["a", "b"], "a")),
        ("closed", "d", (["a", "b", "c"], "a")),
        ("movedLeft", "a", (["a", "b", "c"], "a")),
        ("movedLeft", "c", (["a", "c", "b"], "a")),
    ],
)
async def test_phones_are_opened_closed_and_moved(blank, change, key, layout):
    opened, front = layout
    found = await call(blank, f"layout.{change}", {"open": ["a", "b", "c"], "front": "a"}, key)
    assert found == {"open": opened, "front": front}
