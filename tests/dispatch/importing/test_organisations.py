"""organisations.csv: kinds, where they serve, what they serve, and who names them."""

import pytest

from bot.dispatch.importing import Known, OrganisationRow

HEADER = "name,kind,grid,contact,categories\n"
KNOWN = Known(grids={"XY": None}, builtin={"HOUSE-WATER", "HOUSE-POWER"})


def test_a_whole_row_in_chinese_is_understood(check):
    text = "名称,类型,网格,联系电话,服务类别\n"
    text += "第一自来水公司,企业,XY,0971 612 0000,HOUSE-WATER；ＨＯＵＳＥ-POWER\n"
    assert check(KNOWN, organisations=text).organisations == (
        OrganisationRow(2, "第一自来水公司", "firm", "XY", "+869716120000", ("HOUSE-WATER", "HOUSE-POWER")),
    )


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("机关", "office"),
        ("Firm", "firm"),
        ("社会组织", "social"),
        ("物业公司", "property"),
        ("业委会", "committee"),
        ("职能部门", "department"),
        ("队伍", "team"),
    ],
)
def test_kinds_are_understood_in_both_languages(check, word, kind):
    assert check(organisations=f"name,kind\nA,{word}\n").organisations[0].kind == kind


def test_a_hotline_is_a_contact(check):
    assert (
        check(organisations="name,kind,contact\n消防救援站,department,119\n").organisations[0].contact
        == "119"
    )


@pytest.mark.parametrize(
    ("row", "column", "key"),
    [
        (",firm,,,", "name", "import-required"),
        ("A,,,,", "kind", "import-required"),
        ("A,shop,,,", "kind", "import-kind"),
        ("A,firm,Q,,", "grid", "import-grid-unknown"),
        ("A,firm,,12-AB,", "contact", "import-contact"),
        ("A,firm,,,HOUSE WATER", "categories", "import-code"),
        ("A,firm,,,HOUSE-WATER;ROOF", "categories", "import-category-unknown"),
    ],
)
def test_a_wrong_cell_is_named(faults, row, column, key):
    assert [(f.file, f.row, f.column, f.key) for f in faults(KNOWN, organisations=HEADER + row)] == [
        ("organisations.csv", 2, column, key)
    ]


def test_one_name_may_serve_in_several_grids_but_once_in_each(check, faults):
    text = HEADER + "A,firm,XY,,\nA,firm,,,\n"
    assert len(check(KNOWN, organisations=text).organisations) == 2
    (fault,) = faults(KNOWN, organisations=text + "A,office,XY,,\n")
    assert (fault.row, fault.key, fault.args) == (4, "import-organisation-twice", {"line": "2"})


def test_who_answers_first_may_be_an_organisation_of_the_same_import(check):
    first = "code,name,first\nWATER,水,第一自来水公司\n"
    checked = check(categories=first, organisations=HEADER + "第一自来水公司,企业,,,WATER\n")
    assert checked.categories[0].first.usual == "第一自来水公司"
    assert checked.organisations[0].categories == ("WATER",)


FIRST = "code,name,first\nWATER,水,第一自来水公司\n"


def test_who_answers_first_may_be_an_organisation_that_people_of_the_same_import_serve(check):
    people = "name,role,grid,organisation\n王,staff,XY,第一自来水公司\n"
    assert check(KNOWN, categories=FIRST, people=people).categories


def test_who_answers_first_may_be_an_organisation_that_people_serve_already(check):
    assert check(Known(serving={"第一自来水公司"}), categories=FIRST).categories


def test_what_a_pruning_import_takes_away_is_not_there_to_be_named(check, faults):
    known = Known(grids={"XY": None}, organisations={"Water works": [None]}, prune=True)
    first = "code,name,first\nWATER,水,Water works\n"
    assert check(known, categories=first).categories
    (fault,) = faults(known, categories=first, organisations=HEADER + "Gas works,firm,,,\n")
    assert (fault.file, fault.key) == ("categories.csv", "import-first-unknown")


def test_a_categories_file_takes_the_built_in_codes_away(faults):
    (fault,) = faults(
        KNOWN, categories="code,name\nROOF,Roofs\n", organisations=HEADER + "A,firm,,,HOUSE-WATER\n"
    )
    assert (fault.column, fault.key) == ("categories", "import-category-unknown")


@pytest.mark.parametrize("form", ["csv"])
def test_when_the_organisations_cannot_be_read_nobody_complains_that_they_are_missing(faults):
    found = faults(categories="code,name,first\nWATER,水,Water works\n", organisations='name,kind\nA,"x')
    assert [f.file for f in found] == ["organisations.csv"]
