"""What the page knows, put together from the server's changes: plain data, no screen."""

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="session")

PLAYED = """async ([kept, steps]) => {
    const { createStore } = await import("/page/js/store.mjs");
    const memory = { getItem: () => kept, setItem: (_, words) => { kept = words; } };
    const store = createStore(memory);
    const plain = (_, value) =>
        value instanceof Map ? Object.fromEntries(value) : value instanceof Set ? [...value] : value;
    const found = steps.map(([name, ...values]) => store[name](...values)).at(-1);
    return [JSON.parse(JSON.stringify(found ?? null, plain)), kept];
}"""
TOLD = """async (changes) => {
    const { createStore } = await import("/page/js/store.mjs");
    const store = createStore();
    const told = [];
    const end = store.subscribe((news) => told.push(news.typing.size));
    store.apply(changes);
    end();
    store.apply(changes);
    return told;
}"""
ANN, BOB, HELPERS = 1, 2, -5


def person(number, **more):
    return {"id": number, "key": f"key-{number}", **more}


def group(number, members=(ANN, BOB), **more):
    return {"id": number, "kind": "group", "members": list(members), "person": None, "moved_to": None, **more}


def own(number):
    return {"id": number, "kind": "private", "person": number, "members": [number]}


def said(chat, number, by=None, at="2026-03-03T09:00:00+08:00", **more):
    return {"chat": chat, "id": number, "by": by, "at": at, "service": "", **more}


def apply(**changes):
    return ["apply", changes]


@pytest.fixture
def after(blank):
    """What the last of these calls returns, in a store that knows nothing; `kept` is what was kept before."""

    async def play(*steps, kept=None):
        found, _ = await blank.evaluate(PLAYED, [kept, list(steps)])
        return found

    return play


def ids(found):
    return [each["id"] for each in found]


async def test_what_has_the_same_key_is_replaced_wholly(after):
    first = apply(
        people=[person(ANN, name="Ann", home="x"), person(BOB)], messages=[said(ANN, 1, html="a", text="a")]
    )
    second = apply(people=[person(ANN, name="Anna")], messages=[said(ANN, 1, html="b")])
    assert await after(first, second, ["people"]) == [person(ANN, name="Anna"), person(BOB)]
    assert await after(first, second, ["messages", ANN]) == [said(ANN, 1, html="b")]
    assert await after(first, second, ["personByKey", "key-2"]) == person(BOB)


async def test_what_is_fresh_drops_all_that_was_known(after):
    before = apply(
        play={"clock": "x"}, people=[person(ANN)], chats=[own(ANN)], messages=[said(ANN, 1)], acts=[{"no": 1}]
    )
    fresh = apply(fresh=True, people=[person(BOB)])
    assert await after(before, fresh, ["people"]) == [person(BOB)]
    for name, nothing in (("chats", []), ("acts", []), ("play", None)):
        assert await after(before, fresh, [name]) == nothing
    assert await after(before, fresh, ["messages", ANN]) == []


async def test_messages_stand_in_the_order_of_their_numbers_whenever_they_come(after):
    late = [apply(messages=[said(ANN, number)]) for number in (5, 2, 9, 1)]
    assert ids(await after(*late, ["messages", ANN])) == [1, 2, 5, 9]
    assert (await after(*late, ["last", ANN]))["id"] == 9
    gone = apply(messages=[{"chat": ANN, "id": 9, "deleted": True}, {"chat": ANN, "id": 7, "deleted": True}])
    assert ids(await after(*late, gone, ["messages", ANN])) == [1, 2, 5]
    assert await after(*late, gone, ["message", ANN, 9]) is None


async def test_what_is_gone_is_known_no_more(after):
    known = apply(
        people=[person(ANN), person(BOB)], chats=[own(ANN), group(HELPERS)], messages=[said(HELPERS, 1)]
    )
    gone = apply(gone={"chats": [HELPERS], "people": [BOB]})
    assert ids(await after(known, gone, ["chats"])) == [ANN]
    assert ids(await after(known, gone, ["people"])) == [ANN]
    assert await after(known, gone, ["messages", HELPERS]) == []


async def test_only_the_last_three_hundred_acts_and_calls_are_kept(after):
    steps = [apply(acts=[{"no": number}], calls=[{"no": number}]) for number in range(302)]
    for name in ("acts", "calls"):
        kept = await after(*steps, [name])
        assert (len(kept), kept[0], kept[-1]) == (300, {"no": 2}, {"no": 301})


async def test_the_news_name_what_has_changed_and_only_that(after):
    toast = {"person": ANN, "text": "x", "alert": False, "url": ""}
    changes = {
        "people": [person(ANN)],
        "chats": [group(HELPERS)],
        "messages": [said(HELPERS, 1), said(HELPERS, 2)],
    }
    news = await after(apply(**changes, typing=[ANN], toasts=[toast], acts=[{"no": 1}]))
    nothing = {"fresh": False, "play": False, "read": [], "calls": [], "gone": {"chats": [], "people": []}}
    named = {"people": [ANN], "chats": [HELPERS], "messages": {str(HELPERS): [1, 2]}}
    assert news == {**nothing, **named, "typing": [ANN], "toasts": [toast], "acts": [{"no": 1}]}
    empty = {"people": [], "chats": [], "messages": {}, "typing": [], "toasts": [], "acts": []}
    assert await after(apply(**changes), apply(play={})) == {**nothing, **empty, "play": True}


async def test_who_listens_is_told_until_they_end_it(blank):
    assert await blank.evaluate(TOLD, {"typing": [ANN]}) == [1]


async def test_groups_stand_with_the_newest_word_first_and_without_those_that_moved(after):
    groups = [group(-1), group(-2), group(-3, [BOB]), group(-4, moved_to=-2), group(-6)]
    words = [said(-1, 1, at="2026-03-03T09:00:00+08:00"), said(-6, 1, at="2026-03-03T09:00:01+08:00")]
    known = apply(people=[person(ANN)], chats=[own(ANN), *groups], messages=words)
    assert ids(await after(known, ["groupsOf", ANN])) == [-6, -1, -2]
    assert ids(await after(known, ["groupsOf", ANN, False])) == [-3]
    assert ids(await after(known, ["chatsOf", ANN])) == [ANN, -6, -1, -2]


async def test_the_chat_with_the_bot_is_there_before_its_first_word(after):
    chat = await after(["privateChat", ANN])
    assert (chat["id"], chat["kind"], chat["person"], chat["keys"], chat["topics"]) == (
        ANN,
        "private",
        ANN,
        None,
        [],
    )


WORDS = [
    said(HELPERS, 1),
    said(HELPERS, 2, by=ANN),
    said(HELPERS, 3, by=BOB),
    said(HELPERS, 4, service="title"),
]


@pytest.mark.parametrize(
    ("steps", "unread"),
    [
        ([], 2),
        ([["read", ANN, HELPERS]], 0),
        ([["read", BOB, HELPERS]], 2),
        ([["read", ANN, HELPERS], apply(messages=[said(HELPERS, 5), said(HELPERS, 6, by=ANN)])], 1),
        ([["read", ANN, HELPERS], apply(messages=[said(HELPERS, 3, by=BOB, html="edited")])], 0),
        ([["read", ANN, HELPERS], apply(messages=[{"chat": HELPERS, "id": 4, "deleted": True}])], 0),
        (
            [
                ["read", ANN, HELPERS],
                apply(messages=[{"chat": HELPERS, "id": n, "deleted": True} for n in (3, 4)]),
            ],
            0,
        ),
        ([apply(messages=[{"chat": HELPERS, "id": 3, "deleted": True}])], 1),
    ],
)
async def test_messages_of_others_are_unread_until_one_looks(after, steps, unread):
    assert await after(apply(messages=WORDS), *steps, ["unread", ANN, HELPERS]) == unread


async def test_unread_is_added_up_over_all_chats(after):
    known = apply(
        chats=[own(ANN), group(HELPERS), group(-6, [BOB])], messages=[said(ANN, 1), said(-6, 1), *WORDS]
    )
    assert await after(known, ["unreadOf", ANN]) == 3
    assert await after(known, ["read", ANN, HELPERS], ["unreadOf", ANN]) == 1


@pytest.mark.parametrize(
    ("kept", "unread"),
    [
        (None, 2),
        ('{"1:-5": 1}', 1),
        ('{"1:-5": 4}', 0),
        ('{"2:-5": 4}', 2),
        ('{"1:-5": 99}', 2),  # of an earlier play, in which there were more
        ("somebody else's", 2),
        ("null", 2),
    ],
)
async def test_who_has_seen_what_is_kept(after, kept, unread):
    assert await after(apply(messages=WORDS), ["unread", ANN, HELPERS], kept=kept) == unread


async def test_to_look_again_is_no_news(blank):
    steps = [apply(messages=WORDS), ["read", ANN, HELPERS]]
    _, kept = await blank.evaluate(PLAYED, [None, steps])
    assert kept == '{"1:-5":4}'
    _, again = await blank.evaluate(PLAYED, ["", [*steps, ["read", BOB, HELPERS]]])
    assert again == '{"1:-5":4,"2:-5":4}'
