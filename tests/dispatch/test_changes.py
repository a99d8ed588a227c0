"""What an import would change, row by row, and organisations from file to database."""

import pytest

from bot.dispatch.roster.changes import Change, digest
from bot.dispatch.roster.telling import change_line
from bot.texts import plain_text
from storage import organisations, roster

GRIDS = """
    code,name,level,parent,aliases
    C,Community,community,,
    G,Garden,compound,C,Rose Garden
    H,Hill,compound,C,
"""
PEOPLE = """
    name,role,grid,phone,telegram_id,until
    Li Wei,leader,G,19900000001,12,2030-12-31
    Li Wei,volunteer,H,19900000001,,
    Wang Fang,volunteer,G,,,
"""
ORGANISATIONS = """
    name,kind,grid,contact,categories
    Water works,firm,,0971 612 0000,HOUSE-WATER
    Garden care,property,G,,
    Hill club,team,H,,
"""


async def test_what_is_new_is_listed_with_all_its_columns(would_change):
    found = await would_change(grids=GRIDS, people=PEOPLE, organisations=ORGANISATIONS)
    assert [(change.file, change.what, change.subject, change.role) for change in found] == [
        ("grids.csv", "added", "Community (C)", ""),
        ("grids.csv", "added", "Garden (G)", ""),
        ("grids.csv", "added", "Hill (H)", ""),
        ("people.csv", "added", "Li Wei (G)", "leader"),
        ("people.csv", "added", "Li Wei (H)", "volunteer"),
        ("people.csv", "added", "Wang Fang (G)", "volunteer"),
        ("organisations.csv", "added", "Water works", ""),
        ("organisations.csv", "added", "Garden care (G)", ""),
        ("organisations.csv", "added", "Hill club (H)", ""),
    ]
    assert found[3].details == (
        ("name", "", "Li Wei"),
        ("role", "", "leader"),
        ("grid", "", "G"),
        ("phone", "", "+8619900000001"),
        ("telegram_id", "", "12"),
        ("until", "", "2030-12-31"),
    )


async def test_the_same_files_change_nothing_and_each_difference_is_one_detail(would_change, import_files):
    await import_files(grids=GRIDS, people=PEOPLE, organisations=ORGANISATIONS)
    assert await would_change(grids=GRIDS, people=PEOPLE, organisations=ORGANISATIONS, prune=True) == ()
    found = await would_change(
        grids=GRIDS.replace("Rose Garden", "Roses;Rose Garden"),
        people=PEOPLE.replace("2030-12-31", "").replace("12,", "13,"),
        organisations=ORGANISATIONS.replace("0971 612 0000", ""),
    )
    assert [(change.what, change.subject, change.details) for change in found] == [
        ("changed", "Garden (G)", (("aliases", "Rose Garden", "Roses;Rose Garden"),)),
        ("changed", "Li Wei (G)", (("telegram_id", "12", "13"), ("until", "2030-12-31", ""))),
        ("changed", "Li Wei (H)", (("telegram_id", "12", "13"),)),
        ("changed", "Water works", (("contact", "+869716120000", ""),)),
    ]


async def test_what_goes_is_listed_only_where_it_really_goes(would_change, import_files):
    await import_files(grids=GRIDS, people=PEOPLE, organisations=ORGANISATIONS)
    less = {
        "people": PEOPLE.replace("    Wang Fang,volunteer,G,,,\n", ""),
        "organisations": ORGANISATIONS.replace("    Hill club,team,H,,\n", ""),
    }
    assert await would_change(**less) == ()
    found = await would_change(**less, prune=True)
    assert [(change.what, change.subject, change.role, change.details) for change in found] == [
        ("gone", "Wang Fang (G)", "volunteer", ()),
        ("gone", "Hill club (H)", "", ()),
    ]


async def test_what_ends_with_its_grid_is_listed_even_without_a_file_of_its_own(
    would_change, import_files, database
):
    await import_files(grids=GRIDS, people=PEOPLE, organisations=ORGANISATIONS)
    less = GRIDS.replace("    H,Hill,compound,C,\n", "")
    found = await would_change(grids=less, prune=True)
    assert [(change.file, change.subject) for change in found] == [
        ("grids.csv", "Hill (H)"),
        ("people.csv", "Li Wei (H)"),
        ("organisations.csv", "Hill club (H)"),
    ]
    await import_files(grids=less, prune=True)
    standing = await database.read(roster.standing)
    assert "Hill club" not in {entry.name for entry in standing.organisations.values()}
    assert await would_change(grids=less, prune=True) == ()


async def test_a_list_of_categories_says_what_it_replaces(would_change, database):
    from bot.dispatch.roster import ensure_categories

    await database.transact(ensure_categories)
    found = await would_change(categories="code,name\nHOUSE,Housing\n")
    assert next((change.what, change.subject) for change in found) == ("changed", "Housing (HOUSE)")
    assert {change.what for change in found[1:]} == {"replaced"}
    assert len(found) == 43


async def test_a_digest_stands_for_just_these_changes(would_change):
    one = await would_change(grids=GRIDS)
    assert digest(one) == digest(await would_change(grids=GRIDS))
    assert digest(one) != digest(await would_change(grids=GRIDS.replace("Hill", "Hills")))
    assert digest(()) != digest(one)


@pytest.mark.parametrize(
    ("change", "english", "chinese"),
    [
        (
            Change("grids.csv", "added", "Garden (G)", "", (("code", "", "G"), ("level", "", "compound"))),
            "+ grids: Garden (G): level compound",
            "+ 网格：Garden (G)：层级 小区",
        ),
        (
            Change("people.csv", "changed", "Li (G)", "leader", (("name", "Lee", "Li"), ("grid", "H", ""))),
            "~ people: Li (G), grid leader: name Lee → Li; grid H → (empty)",
            "~ 人员：Li (G)，网格长：姓名 Lee → Li；网格 H →（空）",
        ),
        (
            Change("categories.csv", "changed", "A (A)", "", (("first", "leader", "property;self=leader"),)),
            "~ categories: A (A): first leader → property;self=leader",
            "~ 类别：A (A)：首办 网格长 → 物业;自管=网格长",
        ),
        (Change("organisations.csv", "gone", "Club (H)"), "− organisations: Club (H)", "− 单位：Club (H)"),
    ],
)  # fmt: skip
def test_a_change_is_one_line_in_the_readers_words(change, english, chinese):
    def line(language: str) -> str:
        def text(key: str, /, **values: str) -> str:
            return plain_text(language, key, **values)

        return change_line(change, text, chinese=language == "zh-CN")

    assert (line("en"), line("zh-CN")) == (english, chinese)


async def test_organisations_are_kept_changed_and_pruned_like_other_rows(database, import_files):
    plan = await import_files(grids=GRIDS, organisations=ORGANISATIONS)
    assert plan.organisations.tally.added == 3
    again = await import_files(grids=GRIDS, organisations=ORGANISATIONS)
    assert not again.changes_anything(prune=True)
    first = (await database.read(organisations.everywhere))[0]
    assert (first.name, first.kind, first.grid_id, first.contact, first.categories) == (
        "Water works",
        "firm",
        None,
        "+869716120000",
        ("HOUSE-WATER",),
    )
    less = ORGANISATIONS.replace("    Garden care,property,G,,\n", "").replace(
        "Water works,firm", "Water works,office"
    )
    plan = await import_files(organisations=less)
    assert (plan.organisations.tally.changed, plan.organisations.tally.gone) == (1, (("Garden care", "G"),))
    assert len(await database.read(organisations.everywhere)) == 3
    await import_files(organisations=less, prune=True)
    assert [one.name for one in await database.read(organisations.everywhere)] == ["Water works", "Hill club"]
    await import_files(organisations=ORGANISATIONS)
    found = await database.read(organisations.everywhere)
    assert next((one.id == first.id, one.kind) for one in found) == (True, "firm")
    assert len(found) == 3


async def test_leaving_a_row_out_moves_nothing(import_files):
    await import_files(grids=GRIDS)
    plan = await import_files(grids=GRIDS.replace("    G,Garden,compound,C,Rose Garden\n", ""))
    assert plan.grids.write == []
    plan = await import_files(grids="code,name,level\nH,Hill,compound\nC,Community,community\n")
    assert len(plan.grids.write) == 2
