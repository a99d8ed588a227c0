"""The server of the page: what it serves, and to whom it does not."""

import re
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import aiohttp
import pytest

from sandbox.play.page import HOST, open_page

ACT = {"act": "says", "by": 0, "text": "下水道堵了"}


@pytest.fixture
async def address(botless) -> AsyncIterator[str]:
    async with open_page(botless, 0) as found:
        yield found


@pytest.fixture
async def browser(address: str) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(address) as session:
        yield session


def wangs(people) -> dict[str, object]:
    return ACT | {"by": people.by_key["resident-wang"].id}


FOREIGN = [
    {"Host": "redvest.example"},
    {"Host": "127.0.0.1.redvest.example:8321"},
    {"Host": "192.168.1.5:8321"},
    {"Origin": "http://redvest.example"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "null"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
async def test_what_another_site_or_another_name_of_this_machine_asks_for_is_refused(
    browser, people, headers
):
    for path in ("/", "/changes", "/texts/en", "/page/js/main.mjs", "/nothing"):
        async with browser.get(path, headers=headers) as answer:
            assert answer.status == 403
    async with browser.post("/act", json=wangs(people), headers=headers) as answer:
        assert answer.status == 403
    assert people.by_key["resident-wang"].chat.last.text == "/start"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
async def test_another_site_may_link_to_the_page_and_to_nothing_else(browser, people, site):
    headers = {"Sec-Fetch-Site": site}
    for path, status in (("/", 200), ("/save", 403), ("/changes", 403), ("/page/js/main.mjs", 403)):
        async with browser.get(path, headers=headers) as answer:
            assert answer.status == status
    async with browser.post("/act", json=wangs(people), headers=headers) as answer:
        assert answer.status == 403
    assert people.by_key["resident-wang"].chat.last.text == "/start"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
async def test_who_plays_here_may_act(browser, people, address, host):
    here = f"{host}:{urlsplit(address).port}"
    async with browser.post(
        "/act", json=wangs(people), headers={"Host": here, "Origin": f"http://{here}"}
    ) as answer:
        assert await answer.json() == {"ok": True}
    assert people.by_key["resident-wang"].chat.last.text == "下水道堵了"


async def test_it_listens_on_loopback_alone_and_takes_a_free_port_where_its_own_is_taken(botless):
    async with open_page(botless, 0) as first, open_page(botless, urlsplit(first).port) as second:
        assert {urlsplit(each).hostname for each in (first, second)} == {HOST} == {"127.0.0.1"}
        assert urlsplit(first).port != urlsplit(second).port


async def test_the_page_runs_nothing_but_its_own_files(browser):
    async with browser.get("/") as answer:
        rules, html = answer.headers["Content-Security-Policy"], await answer.text()
    assert "default-src 'self'" in rules
    assert "unsafe" not in rules
    assert "http" not in rules
    for own in re.findall(r'(?:src|href)="([^"]+)"', html):
        async with browser.get(own) as answer:
            assert answer.status == 200, own


async def test_nothing_beside_the_page_is_served(browser):
    for path in (
        "/page/../play/page.py",
        "/page/%2e%2e/play/page.py",
        "/sample/people.csv",
        "/sample/..%2fcast.py",
    ):
        async with browser.get(path) as answer:
            assert answer.status in (403, 404), path


async def test_words_that_are_no_act_are_refused_in_the_language_of_the_page(browser):
    for name in ("flies", ["says"], None):
        async with browser.post("/act?language=en", json={"act": name}) as answer:
            assert (answer.status, "Reload the page" in (await answer.json())["error"]) == (409, True)
    for body in (b"", b"[1]", b"\xff"):
        async with browser.post("/act", data=body, headers={"Content-Type": "application/json"}) as answer:
            assert answer.status == 400
    async with browser.get("/texts/xx") as answer:
        assert answer.status == 404
