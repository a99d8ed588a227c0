"""Every fault has its words in both languages, with the arguments that the code gives."""

import re
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

from bot.dispatch import importing
from bot.dispatch.importing import Fault, fault_line

PACKAGE = Path(importing.__file__).parent
LOCALES = PACKAGE.parents[2] / "locales"
LANGUAGES = ("zh-CN", "en")


@pytest.fixture
def form() -> str:
    return "csv"


def source(language: str, name: str = "importing") -> str:
    return (LOCALES / language / f"{name}.ftl").read_text(encoding="utf-8")


def messages(language: str) -> dict[str, set[str]]:
    body = FluentParser().parse(source(language)).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    return {
        entry.id.name: set(
            re.findall(r"\{ \$(\w+) \}", source(language).split(f"\n{entry.id.name} = ")[1].split("\n")[0])
        )
        for entry in body
        if isinstance(entry, ast.Message)
    }


def speaker(language: str):
    bundle = FluentBundle([language], use_isolating=False)
    for name in ("importing", "boundaries"):
        bundle.add_resource(FluentResource(source(language, name)))

    def text(key: str, /, **args: str) -> str:
        words, errors = bundle.format_pattern(bundle.get_message(key).value, args)
        assert not errors
        return words

    return text


def test_both_languages_have_the_same_messages_with_the_same_arguments():
    assert messages("zh-CN") == messages("en")


def test_every_message_is_used_and_every_used_key_has_a_message():
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert set(re.findall(r'"(import-[a-z-]+)"', code)) == set(messages("en"))


EVERYTHING_WRONG = {
    "grids": "code,name,level,parent,dedicated,mode,boundary,levle,zzzzzz,名称\n"
    "A A,,户,,so,x,y\nA,x,unit,A,,mixed\nA,x,unit,Q\n,{long},unit,,,,,,,,stray\nB,a\x07,unit\nC,\"x",
    "people": "name,role,grid,phone,telegram_id,until\n"
    "a,x,Q,1,y,z\nb,staff,A,19900000001,7\nc,staff,A,19900000001,8\nd,member,A,19900000002,7\n",
    "categories": "code,name,parent,urgency,first\n"
    "A,x,Z,x,staff\nB,x,,,q=leader\nC,x,,,leader;物业\nD,x,D\n",
    "organisations": "name,kind,grid,contact,categories\na,boss,Q,12,A;Z\nb,firm\nb,firm\n",
    "zzz": "",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_fault_is_one_clear_line(faults, language):
    files = {name: text.replace("{long}", "x" * 300) for name, text in EVERYTHING_WRONG.items()}
    found = faults(**files)
    assert len({fault.key for fault in found}) > 25
    for fault in found:
        line = fault_line(fault, speaker(language))
        assert fault.file in line
        assert str(fault.row or "") in line
        assert "\n" not in line
        assert len(line) < 400


def test_a_line_says_file_row_column_value_and_what_would_be_right():
    fault = Fault("people.csv", 7, "截止", "2026-02-31", "import-date", {})
    assert fault_line(fault, speaker("en")) == (
        "people.csv, row 7, column 截止, “2026-02-31”: there is no such date; write it like 2026-12-31"
    )
    assert fault_line(fault, speaker("zh-CN")) == (
        "people.csv 第 7 行，“截止”列，“2026-02-31”：没有这一天；请写成 2026-12-31"
    )
