"""Whatever an import accepts comes out of an export as files that say the same."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands.files import write_tables
from bot.dispatch.importing import Known, check_path
from bot.dispatch.importing.columns import SHEETS
from bot.dispatch.importing.words import KINDS, MODES, ROLES, URGENCIES
from bot.dispatch.roster.exporting import Table, tables
from bot.dispatch.roster.plan import Plan, make_plan
from bot.dispatch.roster.writing import known
from storage.roster import Standing, StandingPost

NOW = datetime(2026, 3, 2, tzinfo=UTC)
WORDS = st.text("甲乙 aZ0=+-@'\",.#/＝\n", min_size=1, max_size=6).map(
    lambda text: " ".join(text.split())
).filter(lambda text: text and not text.startswith("'"))  # fmt: skip
LISTS = st.lists(WORDS, max_size=3).map(";".join)
ZONES = st.sampled_from([ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York"), ZoneInfo("UTC")])


def maybe(values) -> st.SearchStrategy[str]:
    return st.one_of(
        st.just(""), values if isinstance(values, st.SearchStrategy) else st.sampled_from(values)
    )


@st.composite
def communities(draw) -> dict[str, list[list[str]]]:
    """Files without a fault: name without .csv → rows."""
    codes = [f"G{n}" for n in range(draw(st.integers(1, 4)))]
    grids = [["code", "name", "level", "parent", "dedicated", "mode", "aliases"]]
    for place, code in enumerate(codes):
        level, parent = draw(st.sampled_from(["compound", "大院"])), draw(maybe(codes[:place] or [""]))
        row = [code, draw(WORDS), level, parent, draw(maybe(["yes", "否"])), draw(maybe(list(MODES)))]
        grids.append([*row, draw(LISTS)])
    posts = st.tuples(st.sampled_from(list(ROLES)), st.sampled_from(codes))
    people = [["name", "role", "grid", "organisation", "phone", "skills", "languages", "until"]]
    for number in range(draw(st.integers(0, 3))):
        name, phone = draw(WORDS), f"1990000000{number}"
        for role, grid in draw(st.lists(posts, min_size=1, max_size=3, unique=True)):
            until = draw(maybe(st.dates(date(2000, 1, 1), date(9999, 12, 31)).map(str)))
            people.append([name, role, grid, draw(maybe(WORDS)), phone, draw(LISTS), draw(LISTS), until])
    names = draw(st.lists(WORDS.filter(lambda text: len(text) > 3), max_size=2, unique=True))
    organisations = [["name", "kind", "grid"]]
    organisations += [[n, draw(st.sampled_from(list(KINDS))), draw(maybe(codes))] for n in names]
    categories = [["code", "name", "name_en", "parent", "urgency", "confidential", "keywords"]]
    for place in range(draw(st.integers(1, 3))):
        row = [f"C{place}", draw(WORDS), draw(maybe(WORDS)), "C0" if place else ""]
        categories.append([*row, draw(maybe(list(URGENCIES))), draw(maybe(["yes", "no"])), draw(LISTS)])
    return {"grids": grids, "people": people, "categories": categories, "organisations": organisations}


def held(plan: Plan) -> Standing:
    """What an empty database holds after this plan."""
    return Standing(
        grids={entry.key: entry for entry in plan.grids.write},
        categories={entry.key: entry for entry in plan.categories.write},
        organisations={entry.key: entry for entry in plan.organisations.write},
        people=dict(enumerate(plan.people.new, start=1)),
        posts=tuple(
            StandingPost(number, post._replace(person_id=-post.person_id), ended=False)
            for number, post in enumerate(plan.people.new_posts, start=1)
        ),
    )


def brought_in(folder: Path, files: dict[str, list[list[str]]], zone: ZoneInfo) -> Plan:
    for name, rows in files.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return make_plan(check_path(folder, Known()), Standing(), zone=zone, now=NOW)


@settings(max_examples=60)
@given(files=communities(), zone=ZONES, chinese=st.booleans(), form=st.sampled_from(["out", "out.xlsx"]))
def test_what_was_imported_and_exported_changes_nothing(tmp_path_factory, files, zone, chinese, form):
    folder: Path = tmp_path_factory.mktemp("community")
    standing = held(brought_in(folder, files, zone))
    write_tables(folder / form, tables(standing, zone=zone, chinese=chinese))
    again = make_plan(check_path(folder / form, known(standing, prune=True)), standing, zone=zone, now=NOW)
    assert not again.changes_anything(prune=True)
    assert all(tally.added == tally.changed == 0 for tally in again.tallies().values())


def without(table: Table, left_out: set[str]) -> Table:
    """The table without these of the columns that it need not have; people are found by their phones."""
    required = next(sheet.required for sheet in SHEETS if sheet.file == table.file)
    kept = [
        place
        for place, column in enumerate(table.columns)
        if column in (*required, "phone") or column not in left_out
    ]
    titles = [table.titles[place] for place in kept]
    return replace(table, titles=titles, rows=[[row[place] for place in kept] for row in table.rows])


COLUMNS = sorted({column for sheet in SHEETS for column in sheet.optional} | {"name_en"})


@settings(max_examples=60)
@given(
    files=communities(),
    zone=ZONES,
    left_out=st.sets(st.sampled_from(COLUMNS)),
    form=st.sampled_from(["out", "out.xlsx"]),
)
def test_whichever_columns_are_left_out_of_an_export_it_changes_nothing(
    tmp_path_factory, files, zone, left_out, form
):
    folder: Path = tmp_path_factory.mktemp("community")
    standing = held(brought_in(folder, files, zone))
    whole = tables(standing, zone=zone, chinese=False)
    write_tables(folder / form, [without(table, left_out) for table in whole])
    again = make_plan(check_path(folder / form, known(standing, prune=True)), standing, zone=zone, now=NOW)
    assert not again.changes_anything(prune=True)
    assert all(tally.added == tally.changed == 0 for tally in again.tallies().values())
