"""Words in the reader's language: which one, escaped where Telegram reads markup, and never a hole."""

import html
from importlib import resources

import pytest
from fluent.runtime import FluentResource
from fluent.syntax.ast import Message
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import LANGUAGES, MissingText, _book, everywhere, html_text, keys_of, language_of, plain_text


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("zh", "zh-CN"),
        ("zh-hans", "zh-CN"),
        ("zh-Hant", "zh-CN"),
        ("ZH-cn", "zh-CN"),
        ("en", "en"),
        ("en-GB", "en"),
        ("EN", "en"),
        ("fr", "the default"),
        ("", "the default"),
        (None, "the default"),
    ],
)
def test_the_language_is_that_of_the_persons_telegram_or_the_default(code, language):
    assert language_of(code, "the default") == language


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_what_people_write_is_never_markup(words):
    said = html_text("en", "line-words", words=words)
    assert said.count("<") == 0
    assert html.unescape(said) == words


def test_our_own_markup_stays():
    assert html_text("en", "heading", number="K7D2", kind="<Drain>") == "<b>#K7D2</b> &lt;Drain&gt;"


def test_toasts_and_labels_are_plain():
    assert plain_text("en", "answer-offered", title="A & B") == "Offered to A & B"


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_stand_bare_between_the_words(language):
    said = plain_text(language, "answer-submitted", number="2345")
    assert "#2345" in said
    assert said.isprintable()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_text_or_value_is_a_mistake_of_ours_and_says_so(language):
    with pytest.raises(MissingText, match="no-such-key"):
        plain_text(language, "no-such-key")
    with pytest.raises(MissingText, match="answer-submitted"):
        plain_text(language, "answer-submitted")


def test_numbers_choose_the_plural():
    assert html_text("en", "task-free", free=1) == "1 place free"
    assert html_text("en", "task-free", free=2) == "2 places free"


def test_a_label_is_known_in_every_language():
    assert set(everywhere("label-report")) == {"我要反映", "Report"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_parsed_alone_is_what_it_is_in_its_file(language):
    files = (resources.files("locales") / language).iterdir()
    whole = [entry for file in files for entry in FluentResource(file.read_text("utf-8")).body]
    texts = {entry.id.name: entry for entry in whole if isinstance(entry, Message)}
    assert keys_of(language) == set(texts)
    for name, text in texts.items():
        alone = FluentResource(_book(language).sources[name]).body[0]
        assert text.value.equals(alone.value), name
