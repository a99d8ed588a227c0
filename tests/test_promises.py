"""The repository checks its own promises: words in both languages, pages that say what the tables say, and
nothing that is named and not there."""

import ast
import functools
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
import telegram
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from bot import cli, menus
from bot.cards import SCREENS, drafts, notes
from bot.cards.office import BUTTONS
from bot.cards.person import READERS
from bot.dispatch import refusals
from bot.dispatch.correcting import Why
from bot.dispatch.coverage import Gap
from bot.dispatch.dangers import Danger
from bot.dispatch.lifecycle import MOVES
from bot.dispatch.permissions import RIGHTS, Relation
from bot.dispatch.refusals import Refused
from bot.handlers import OTHERS, opening, start
from bot.pictures.view import State as PictureState
from bot.texts import LANGUAGES, plain_text
from sandbox.contents import NEEDS
from sandbox.play import trouble
from sandbox.play.acts import ACTS, BOT_STANDINGS
from sandbox.play.bot import State
from sandbox.play.directing import DIRECTIONS
from sandbox.play.texts import SHARED
from sandbox.play.view import SERVICES
from storage.records import Act, PromptKind, RequestStatus, Role

ROOT = Path(__file__).parent.parent
SHIPPED = ("bot", "storage", "sandbox", "bench")
PAGE = "sandbox/page"

STANDINGS = {*RequestStatus, "closed-confirmed", "closed-unconfirmed"} - {RequestStatus.CLOSED}
BUILT = {
    "{}-queue": sorted(notes.IN_THE_QUEUE),
    "all-{}": ["words", "result"],
    "ask-{}": PromptKind,
    "cli-{}": cli.COMMANDS,
    "correct-{}": Why,
    "coverage-{}": Gap,
    "command-{}": {*menus.ANSWERING, *menus.GROUP},
    "danger-{}": Danger,
    "doctor-{}": set(Gap) - {Gap.MUTED},
    "draft-{}": ["submitted", "cancelled", "below", "expired"],
    "desk-left-{}": ["days", "hours"],
    "draft-sent-{}": set(drafts.CALLED.values()),
    "history-{}": {*Act, "taken-over"},
    "help-{}": [*(name for name, _ in READERS), "resident"],
    "import-doing-{}": ["read", "check", "grids", "people", "categories", "organisations"],
    "level-{}": ["street", "community", "compound", "building", "unit"],
    "mine-{}": STANDINGS,
    "picture-{}": PictureState,
    "picture-head-{}": ["grid", "leader", "open"],
    "mode-{}": ["mixed", "trustee", "self"],
    "office-reminder-{}": ["answer", "solve"],
    "role-{}": [
        *Role,
        *(f"{role}-{level}" for role in ("leader", "deputy") for level in ("building", "unit")),
    ],
    "status-{}": STANDINGS,
    "status-office-{}": ["resolved", "declined", "cancelled"],
    "status-office-closed-{}": ["confirmed", "unconfirmed"],
    "upload-{}": ["checking", "ready", "writing", "done", "cancelled"],
    "upload-file-{}": ["grids", "people", "categories", "organisations"],
    "upload-row-{}": ["added", "changed", "gone", "replaced"],
    "upload-trouble-{}": ["large", "lost", "failed"],
    "welcome-back-{}": ["own", "desk"],
    "why-{}": ["vacant", "absent", "unlinked", "unreachable", "passed"],
}
"""Keys that the code puts together, and of what."""

TROUBLES = [kind.replace("_", "-") for kind in trouble.KINDS]
GATES = ["start", "unblock", "join"]
PAGE_BUILT = {
    "page-act-{}": [name.replace("_", "-") for name in (*ACTS, *DIRECTIONS)],
    "page-bot-{}": get_args(State),
    "page-call-{}": ["ok", "refused", *TROUBLES],
    "page-phone-{}": GATES,
    "page-phone-bot-{}": BOT_STANDINGS,
    "page-phone-gate-{}": [*GATES, "deactivated"],
    "page-phone-kind-{}": [*NEEDS, "message"],
    "page-phone-service-{}": [*SERVICES.values(), "other"],
    "page-phone-share-{}": ["contact", "location"],
    "page-phone-state-{}": ["deactivated", "blocked", "new"],
    "page-pick-{}": ["residents", "buildings", "leaders", "office", "property", "volunteers"],
    "page-trouble-{}": [*TROUBLES, "blocks", "unblocks", "joins", "leaves"],
    "{}-does": [f"page-trouble-{kind}" for kind in TROUBLES],
    "{}-watch": [f"page-trouble-{kind}" for kind in TROUBLES],
}
"""The same for the page in the browser."""

NO_KEYS = {"post-ended", "taken-over", "no-store", "no-referrer", "grid-picture"}
"""Words of the history, of jobs and of HTTP that look like the key of a text."""


def built_keys():
    built = [*BUILT.items(), *PAGE_BUILT.items()]
    return {pattern.format(part) for pattern, parts in built for part in parts}


@functools.cache
def messages(language: str) -> dict[str, fluent.Message]:
    found: dict[str, fluent.Message] = {}
    for file in sorted((ROOT / "locales" / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{file.name} cannot be read at {entry.content[:60]!r}"
            if isinstance(entry, fluent.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands in {language} twice"
                found[entry.id.name] = entry
    return found


def parts_of(node: fluent.BaseNode) -> Iterator[fluent.BaseNode]:
    """The node and all below it."""
    yield node
    for value in vars(node).values():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, fluent.BaseNode):
                yield from parts_of(part)


def named(message: fluent.Message, kind: type) -> set[str]:
    """The placeholders (VariableReference) or other messages (MessageReference) in a text."""
    return {part.id.name for part in parts_of(message) if isinstance(part, kind)}


def sources(*packages: str) -> dict[Path, ast.Module]:
    files = [file for package in packages for file in sorted((ROOT / package).rglob("*.py"))]
    return {file.relative_to(ROOT): ast.parse(file.read_text("utf-8")) for file in files}


@functools.cache
def scripts() -> str:
    """What runs in the browser."""
    return "\n".join(file.read_text("utf-8") for file in sorted((ROOT / PAGE).rglob("*.mjs")))


def templates() -> set[str]:
    """Every string that the page puts together, with {} for what is put in."""
    return {re.sub(r"\$\{[^}]*\}", "{}", each) for each in re.findall(r"`([^`]*\$\{[^`]*)`", scripts())}


@pytest.fixture(scope="module")
def constants() -> set[str]:
    """Every string that stands in the code of the bot and the sandbox, and every key in that of the page."""
    nodes = [node for tree in sources("bot", "sandbox").values() for node in ast.walk(tree)]
    found = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return found | set(re.findall(r'"(page-[a-z0-9_-]*[a-z0-9])"', scripts()))


@pytest.fixture(scope="module")
def patterns() -> set[str]:
    """Every string that the bot's code puts together, with {} for what is put in."""
    nodes = [node for tree in sources("bot").values() for node in ast.walk(tree)]
    return {
        "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        for node in nodes
        if isinstance(node, ast.JoinedStr)
    }


# Words


def test_both_languages_have_the_same_texts_with_the_same_placeholders():
    first, *others = [
        {key: named(text, fluent.VariableReference) for key, text in messages(language).items()}
        for language in LANGUAGES
    ]
    assert all(other == first for other in others)


def test_every_text_is_used(constants):
    for language in LANGUAGES:
        known = messages(language)
        inside = set().union(*(named(text, fluent.MessageReference) for text in known.values()))
        assert set(known) - constants - built_keys() - inside == set()


def test_every_text_that_the_code_names_is_there(constants):
    known = set(messages("en"))
    first_words = {key.split("-")[0] for key in known}
    looks_like_one = {text for text in constants if re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", text)}
    named_there = {text for text in looks_like_one if text.split("-")[0] in first_words}
    assert named_there - known == NO_KEYS


def test_every_text_that_is_put_together_is_there_and_is_put_together_so(patterns):
    assert built_keys() - set(messages("en")) == set()
    assert set(BUILT) <= patterns
    assert {each for each in templates() if each.startswith("page-")} <= set(PAGE_BUILT) <= templates()


def test_the_page_gives_its_texts_the_values_that_go_into_them():
    for key, values in re.findall(r'\bt\("(page-[\w-]+)"(?:, \{(.*?)\})?\)', scripts()):
        given = {each.partition(":")[0].strip() for each in at_the_top(values)} - {""}
        assert given == named(messages("en")[key], fluent.VariableReference), key


def at_the_top(values: str) -> list[str]:
    """Parts between commas that stand in no brackets."""
    depth, parts = 0, [""]
    for sign in values:
        depth += (sign in "([{") - (sign in ")]}")
        parts += [""] if sign == "," and not depth else []
        parts[-1] += "" if sign == "," and not depth else sign
    return parts


def test_texts_of_the_page_choose_no_plurals_as_the_browser_fills_them_in():
    for language in LANGUAGES:
        for key, text in messages(language).items():
            if key.startswith(SHARED):
                assert not any(isinstance(part, fluent.SelectExpression) for part in parts_of(text)), key


def every_refusal(of: type[Refused] = Refused) -> list[type[Refused]]:
    return [kind for sub in of.__subclasses__() for kind in (sub, *every_refusal(sub))]


def test_every_refusal_is_raised_somewhere_and_says_why_in_both_languages():
    code = "\n".join(
        (ROOT / file).read_text("utf-8")
        for file in sources("bot")
        if file.name != Path(refusals.__file__).name
    )
    for kind in every_refusal():
        assert re.search(rf"\b{kind.__name__}\b", code), f"{kind.__name__} is never used"
        assert kind.__doc__
        for language in LANGUAGES:
            assert plain_text(language, kind.key)
    keys = [kind.key for kind in every_refusal()]
    assert len(keys) == len(set(keys))


def test_every_kind_of_message_that_the_code_puts_into_the_outbox_has_a_screen_or_words():
    said = set()
    for tree in sources("bot").values():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = ast.unparse(call.func)
            if name.endswith("outbox.say"):
                said |= {
                    k.value.value
                    for k in call.keywords
                    if k.arg == "kind" and isinstance(k.value, ast.Constant)
                }
            if name in ("Notice", "_to_resident", "_to_those_who_answer"):
                said |= {
                    arg.value
                    for arg in call.args[:2]
                    if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                }
    said |= {kind for _, kind in opening.CARDS}
    assert {"request", "task", "claim", "result", "note-accepted"} <= said
    assert said - set(SCREENS) <= set(messages("en"))
    assert set(SCREENS) <= said


# Pages


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def generated(name: str) -> str:
    """What stands on a page between the markers."""
    return page(name).split("<!-- generated -->\n")[1].split("<!-- /generated -->")[0].strip()


def table(head: list[str], rows: list[list[str]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows])


def listed(words) -> str:
    return ", ".join(sorted(words, key=lambda word: list(type(word)).index(word))) or "–"


def lifecycle_page() -> str:
    """The table of moves, and the picture of it."""
    rows = [
        [act, listed(move.sources), move.target or "stays", move.starts or "–", listed(move.stops)]
        for act, move in MOVES.items()
    ]
    arrows = [
        f"    {source} --> {move.target}: {act}"
        for act, move in MOVES.items()
        for source in sorted(move.sources, key=list(RequestStatus).index)
        if move.target
    ]
    picture = "\n".join(["```mermaid", "stateDiagram-v2", "    [*] --> submitted: submit", *arrows, "```"])
    return table(["act", "from", "to", "starts", "stops"], rows) + "\n\n" + picture


def rights_page() -> str:
    """The table of rights."""
    rows = [[act, listed(who), listed(states)] for act, (who, states) in RIGHTS.items()]
    return table(["act", "who", "while it is"], rows)


@pytest.mark.parametrize(
    ("name", "expected"), [("lifecycle.md", lifecycle_page()), ("rights.md", rights_page())]
)
def test_the_pages_say_what_the_tables_say(name, expected):
    assert generated(name) == expected


def test_every_act_and_relation_is_explained():
    for act in MOVES:
        assert f"`{act}`" in page("lifecycle.md")
    for relation in Relation:
        assert f"`{relation}`" in page("rights.md")
    assert {act for act, _, _ in BUTTONS} <= set(RIGHTS) <= set(Act)


def test_every_command_has_a_handler_and_a_line_in_the_docs():
    assert set(menus.PRIVATE) < set(menus.ANSWERING)
    for names, private in ((menus.ANSWERING, True), (menus.GROUP, False)):
        for name in names:
            update = written(f"/{name}", private=private)
            assert any(route.fits(update) for route in OTHERS), name
            assert f"`/{name}" in page("commands.md")
            assert plain_text("en", f"command-{name}") in page("commands.md")


def test_no_command_is_explained_that_is_not_there():
    explained = set(re.findall(r"`/([a-z]+)", page("commands.md")))
    assert explained == {*menus.ANSWERING, *menus.GROUP}


def written(text: str, *, private: bool) -> telegram.Update:
    """An update with a command, as Telegram marks it."""
    chat = telegram.Chat(1, "private") if private else telegram.Chat(-1, "supergroup")
    mark = telegram.MessageEntity("bot_command", 0, len(text))
    user = telegram.User(1, "A", is_bot=False)
    message = telegram.Message(1, datetime(2026, 3, 3, tzinfo=UTC), chat, user, text=text, entities=[mark])
    message.set_bot(redvest())
    return telegram.Update(1, message=message)


@functools.cache
def redvest() -> telegram.Bot:
    bot = telegram.Bot("1:a")
    bot._bot_user = telegram.User(1, "Redvest", is_bot=True, username="redvest_bot")
    return bot


def test_every_button_stands_in_the_docs_in_both_languages():
    for key in messages("en"):
        if key.startswith("label-") and not messages("en")[key].comment and "page" not in key:
            for language in LANGUAGES:
                label = re.sub(r"\{.*", "", "".join(str(part) for part in words_of(language, key))).strip(
                    " ：:()（）"
                )
                assert f"**{label}**" in page("commands.md"), label


def words_of(language: str, key: str) -> list[str]:
    elements = messages(language)[key].value.elements
    return [part.value for part in elements if isinstance(part, fluent.TextElement)]


def test_every_deep_link_stands_in_the_docs():
    for word in start.LINKS:
        assert f"start={word}_" in page("commands.md")
    assert "start=claim" in page("commands.md")


def test_every_page_links_only_to_what_is_there():
    for file in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", file.read_text("utf-8")):
            assert (file.parent / link).exists(), f"{file.name}: {link}"


# Sizes: what has grown past these has more than one reason to exist

LONGEST_FILE, LONGEST_FUNCTION = 300, 45
LONG_BY_NATURE = {"storage/schema.py", "storage/records.py", "bot/buttons.py"}  # one thing after the other


def test_files_and_functions_stay_short():
    for file, tree in sources(*SHIPPED).items():
        if "versions" in file.parts or str(file) in LONG_BY_NATURE:
            continue
        length = len((ROOT / file).read_text("utf-8").splitlines())
        assert length <= LONGEST_FILE, f"{file} has {length} lines"
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno - node.lineno < LONGEST_FUNCTION, f"{file}: {node.name}"


def test_files_of_the_page_stay_short():
    for file in sorted(each for each in (ROOT / PAGE).rglob("*") if each.suffix in (".mjs", ".css", ".html")):
        length = len(file.read_text("utf-8").splitlines())
        assert length <= LONGEST_FILE, f"{file.name} has {length} lines"


def test_numbered_decisions_follow_each_other():
    numbers = [int(file.name[:4]) for file in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert all(after - before == 1 for before, after in pairwise(numbers))
