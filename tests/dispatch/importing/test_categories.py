"""categories.csv and the built-in list."""

import pytest

from bot.dispatch.importing import First, Known, builtin_categories

HEADER = "code,name,parent,icon,urgency,confidential,first,keywords,name_en\n"


def test_what_an_item_leaves_out_is_its_parents(check):
    text = HEADER + "B,狗,A,,,,,,\nA,邻里,,🤝,urgent,yes,committee,,Neighbours\nC,猫,A,,低,否,leader,,\n"
    dog, neighbours, cat = check(categories=text).categories
    assert (dog.urgency, dog.confidential, dog.first) == ("urgent", True, First("committee"))
    assert (cat.urgency, cat.confidential, cat.first) == ("low", False, First("leader"))
    assert neighbours.names == {"en": "Neighbours"}
    assert neighbours.icon == "🤝"


def test_what_a_category_leaves_out_is_usual(check):
    (row,) = check(categories="编码,名称\nA,x\n").categories
    assert (row.urgency, row.confidential, row.first.in_mode("mixed")) == ("normal", False, "leader")


def test_a_parent_may_have_been_imported_before(check):
    before = check(categories=HEADER + "A,x,,,urgent,,,,\n").categories[0]
    (row,) = check(Known(categories={"A": before}), categories=HEADER + "B,y,A,,,,,,\n").categories
    assert row.urgency == "urgent"


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("leader", First("leader")),
        ("物业", First("property")),
        ("第一自来水公司", First("第一自来水公司")),
        (
            "mixed=property;trustee=property;self=leader",
            First("leader", {"mixed": "property", "trustee": "property", "self": "leader"}),
        ),
        ("混合＝业委会； 自管 = 网格长", First("leader", {"mixed": "committee", "self": "leader"})),
        ("property;self=leader", First("property", {"self": "leader"})),
    ],
)
def test_who_answers_first_may_depend_on_the_mode(check, written, first):
    known = Known(organisations={"第一自来水公司": [None]})
    assert check(known, categories=f"code,name,首办\nA,x,{written}\n").categories[0].first == first


def test_the_answer_for_a_mode_falls_back_to_the_usual_one():
    first = First("property", {"self": "leader"})
    assert [first.in_mode(mode) for mode in ("mixed", "self", None)] == ["property", "leader", "property"]


def test_names_in_further_languages_are_kept_under_their_tags(check):
    (row,) = check(categories="编码,名称,名称_EN,name_zh-tw,name_bo\nA,狗,Dogs,狗狗,\n").categories
    assert row.names == {"en": "Dogs", "zh-TW": "狗狗"}


@pytest.mark.parametrize(
    ("row", "column", "key"),
    [
        ("A,x,Z,,,,,,", "parent", "import-parent-unknown"),
        ("A,x,A,,,,,,", "parent", "import-parent-deep"),
        ("A,x,,,soon,,,,", "urgency", "import-urgency"),
        ("A,x,,,,maybe,,,", "confidential", "import-yes-no"),
        ("A,x,,this is no icon at all,,,,,", "icon", "import-too-long"),
        ("A,x,,,,,propety,,", "first", "import-first"),
        ("A,x,,,,,secretary,,", "first", "import-first"),
        ("A,x,,,,,mixed=,,", "first", "import-first"),
        ("A,x,,,,,自来水公司,,", "first", "import-first-unknown"),
        ("A,x,,,,,mixed=自来水公司,,", "first", "import-first-unknown"),
        ("A,x,,,#REF!,,,,", "urgency", "import-formula"),
        ("A,x,,,,,other=leader,,", "first", "import-first-mode"),
        ("A,x,,,,,mixed=leader;混合=物业,,", "first", "import-first-twice"),
        ("A,x,,,,,leader;property,,", "first", "import-first-twice"),
    ],
)
def test_a_wrong_cell_is_named(faults, row, column, key):
    assert [(f.file, f.row, f.column, f.key) for f in faults(categories=HEADER + row)] == [
        ("categories.csv", 2, column, key)
    ]


def test_a_third_level_is_refused(faults):
    (fault,) = faults(categories=HEADER + "A,x,,,,,,,\nB,y,A,,,,,,\nC,z,B,,,,,,\n")
    assert (fault.row, fault.column, fault.value, fault.key) == (4, "parent", "B", "import-parent-deep")


def test_the_built_in_list_has_8_categories_and_35_items():
    rows = builtin_categories()
    items = [row for row in rows if row.parent]
    assert [row.code for row in rows if not row.parent] == [
        "HOUSE", "CLEAN", "SAFE", "TRAFFIC", "PEOPLE", "CARE", "LIFE", "VOICE",
    ]  # fmt: skip
    assert len(items) == 35
    assert all(row.code.startswith(f"{row.parent}-") for row in items)


def test_the_built_in_list_has_everything_that_a_resident_sees():
    for row in builtin_categories():
        assert row.icon, row.code
        assert row.names["en"], row.code
        assert len(row.keywords) >= 3, row.code


def test_in_the_built_in_list_a_property_company_is_first_in_what_it_is_paid_for():
    first = {row.code: row.first for row in builtin_categories()}
    company = First("leader", {"mixed": "property", "trustee": "property", "self": "leader"})
    paid_for = {code for code in first if code.startswith(("HOUSE", "CLEAN"))}
    paid_for |= {"SAFE-FALL", "TRAFFIC-PARK", "TRAFFIC-CHARGE", "TRAFFIC-ROAD"}
    assert first == {code: company if code in paid_for else First("leader") for code in first}


def test_no_keyword_of_the_built_in_list_means_two_items():
    seen: dict[str, str] = {}
    for row in builtin_categories():
        for word in row.keywords:
            assert seen.setdefault(word, row.code) == row.code, (word, seen[word], row.code)


def test_the_built_in_list_is_confidential_and_urgent_where_it_must_be():
    rows = {row.code: row for row in builtin_categories()}
    assert {code for code, row in rows.items() if row.confidential} == {
        "PEOPLE", "PEOPLE-NEIGHBOUR", "PEOPLE-DOG", "PEOPLE-FAMILY", "PEOPLE-PROPERTY",
        "CARE-HARDSHIP", "CARE-TALK", "LIFE-LAW",
    }  # fmt: skip
    assert {code for code, row in rows.items() if row.urgency == "emergency"} == {"SAFE-FIRE", "SAFE-GAS"}
    assert {code for code, row in rows.items() if row.urgency == "urgent"} == {
        "HOUSE-WATER", "HOUSE-POWER", "HOUSE-DOOR", "SAFE-THEFT", "SAFE-FALL", "CARE-MEDICINE",
    }  # fmt: skip
