"""Log lines: ours at the level that is set, others never below warning, nothing personal in any."""

import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import set_up_logs

TOKEN = "123456789:AAFabcdefghijklmnopqrstuvwxyz012345"


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """The loggers of this process stay as they were."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in ("bot", "storage", "sandbox", "bench"):
        logging.getLogger(name).setLevel(logging.NOTSET)
    structlog.reset_defaults()


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_a_line_is_one_line_of_keys_and_values_in_utc(capsys: pytest.CaptureFixture[str]):
    set_up_logs("info")
    structlog.stdlib.get_logger("bot.example").info("two\nlines", update=7)
    (line,) = said(capsys)
    assert line.startswith("time=20")
    assert "Z level=info" in line
    assert r"event=two\nlines" in line
    assert line.endswith("logger=bot.example update=7")


@pytest.mark.parametrize(("level", "heard"), [("debug", 3), ("info", 2), ("error", 0)])
def test_the_level_holds_for_our_own_loggers(level: str, heard: int, capsys: pytest.CaptureFixture[str]):
    set_up_logs(level)
    for name in ("bot.x", "storage.y"):
        logging.getLogger(name).info("heard")
    structlog.stdlib.get_logger("bot.z").debug("heard")
    assert len(said(capsys)) == heard


def test_nobody_else_is_heard_below_warning_even_with_a_level_of_their_own(
    capsys: pytest.CaptureFixture[str],
):
    set_up_logs("debug")
    stranger = logging.getLogger("telegram.Bot")
    stranger.setLevel(logging.DEBUG)
    try:
        stranger.info("Calling https://api.telegram.org/bot%s/getMe", TOKEN)
        logging.getLogger("aiohttp.access").info("GET /")
        logging.getLogger("aiohttp.server").warning("heard")
    finally:
        stranger.setLevel(logging.NOTSET)
    (line,) = said(capsys)
    assert "event=heard" in line


def test_tokens_and_phone_numbers_are_taken_out_wherever_they_stand(capsys: pytest.CaptureFixture[str]):
    set_up_logs("info")
    log = structlog.stdlib.get_logger("bot.example")
    log.warning(
        "call 13912345678", url=f"https://x/bot{TOKEN}/y", who=["+86 139 1234 5678"], chat=-10012345678901
    )
    logging.getLogger("aiohttp.server").error("at %s", TOKEN)
    text = "\n".join(said(capsys))
    assert "AAFabc" not in text
    assert "1391234" not in text
    assert "1234 5678" not in text
    assert "chat=-10012345678901" in text


def test_an_exception_says_its_type_and_place_and_its_words_only_if_they_are_safe(
    capsys: pytest.CaptureFixture[str],
):
    set_up_logs("info")
    for error in (ValueError("the drain at my door"), FileNotFoundError(2, "not there", "x.db")):
        try:
            raise error
        except Exception:
            logging.getLogger("bot.example").exception("failed")
    private, safe = said(capsys)
    assert "error=ValueError" in private
    assert "bot/test_logs.py:" in private
    assert "drain" not in private
    assert "not there" in safe
