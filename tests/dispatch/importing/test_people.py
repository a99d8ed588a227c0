"""people.csv: roles, phones, dates, and who is one person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch.importing import Known, PersonRow, one_person_each

HEADER = "name,role,grid,organisation,phone,telegram_id,skills,languages,until\n"
KNOWN = Known(grids={"XY": None, "XY01": "XY"})


def row(**given: str) -> str:
    cells = {"name": "李建国", "role": "leader", "grid": "XY"} | given
    return ",".join(cells.get(column, "") for column in HEADER.strip().split(",")) + "\n"


def test_a_whole_row_in_chinese_is_understood(check):
    text = (
        "姓名,角色,网格,单位,电话,telegram_id,技能,语言,截止\n"
        "李建国,网格长,XY,第一小学,199 0000 0001,９００１,水电;急救,zh;en,2026年2月28日\n"
    )
    assert check(KNOWN, people=text).people == (
        PersonRow(
            line=2,
            name="李建国",
            role="leader",
            grid="XY",
            organisation="第一小学",
            phone="+8619900000001",
            telegram_id=9001,
            skills=("水电", "急救"),
            languages=("zh", "en"),
            until=date(2026, 2, 28),
        ),
    )


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("Leader", "leader"),
        ("网格长", "leader"),
        ("楼栋长", "leader"),
        ("副网格长", "deputy"),
        ("书记", "secretary"),
        ("社工", "staff"),
        ("物业", "property"),
        ("业委会", "committee"),
        ("调解员", "mediator"),
        ("志愿者", "volunteer"),
        ("党员", "member"),
        ("管理员", "admin"),
    ],
)
def test_roles_are_understood_in_both_languages(check, word, role):
    assert check(KNOWN, people=HEADER + row(role=word)).people[0].role == role


@pytest.mark.parametrize(
    ("written", "phone"),
    [
        ("19900000001", "+8619900000001"),
        ("１９９００００００１".ljust(11, "１"), "+8619900000011"),
        ("+44 20 7946 0958", "+442079460958"),
        ("(0971) 612-0000", "+869716120000"),
        ("0086 199 0000 0001", "+8619900000001"),
        ("8619900000001", "+8619900000001"),
        ("19900000001.0", "+8619900000001"),  # programs that know numbers with a point only
        ("\u202d19900000001\u202c", "+8619900000001"),  # as pasted from a phone's list of contacts
        ("无", None),
        ("—", None),
        ("/", None),
    ],
)
def test_phones_of_any_country_become_e164(check, written, phone):
    assert check(KNOWN, people=HEADER + row(phone=written)).people[0].phone == phone


@pytest.mark.parametrize(
    "written",
    [
        "2026-12-31",
        "2026/12/31",
        "2026.12.31",
        "２０２６-12-31",
        "2026年12月31日",
        "20261231",
        "2026-12-31 00:00:00",
    ],
)
def test_dates_are_understood_as_spreadsheets_write_them(check, written):
    assert check(KNOWN, people=HEADER + row(until=written)).people[0].until == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("cells", "column", "key"),
    [
        ({"name": ""}, "name", "import-required"),
        ({"role": ""}, "role", "import-required"),
        ({"role": "网格员"}, "role", "import-role"),
        ({"grid": ""}, "grid", "import-required"),
        ({"grid": "XY 1"}, "grid", "import-code"),
        ({"grid": "XY99"}, "grid", "import-grid-unknown"),
        ({"phone": "12345"}, "phone", "import-phone"),
        ({"phone": "1.99E+10"}, "phone", "import-shortened"),
        ({"phone": "199-CALL-NOW1"}, "phone", "import-phone"),
        ({"phone": "19900000001/19900000002"}, "phone", "import-phone"),
        ({"phone": "+999 1234567"}, "phone", "import-phone"),
        ({"telegram_id": "@li"}, "telegram_id", "import-telegram-id"),
        ({"telegram_id": "0"}, "telegram_id", "import-telegram-id"),
        ({"telegram_id": "-5"}, "telegram_id", "import-telegram-id"),
        ({"telegram_id": "12.0"}, "telegram_id", "import-telegram-id"),
        ({"telegram_id": "9" * 16}, "telegram_id", "import-telegram-id"),
        ({"until": "2026-02-31"}, "until", "import-date"),
        ({"until": "0000-01-01"}, "until", "import-date"),
        ({"until": "31.12.2026"}, "until", "import-date"),
        ({"until": "soon"}, "until", "import-date"),
    ],
)
def test_a_wrong_cell_is_named(faults, cells, column, key):
    found = faults(KNOWN, people=HEADER + row(**cells))
    assert [(f.file, f.row, f.column, f.key) for f in found] == [("people.csv", 2, column, key)]


def test_a_grid_may_come_from_the_grids_file_of_the_same_folder(check):
    assert check(grids="code,name,level\nNEW,x,unit\n", people=HEADER + row(grid="NEW")).people


@pytest.mark.parametrize("form", ["csv"])
def test_when_the_grids_cannot_be_read_nobody_complains_that_they_are_missing(faults):
    found = faults(grids='code,name,level\nA,"x', people=HEADER + row(grid="NEW"))
    assert [f.file for f in found] == ["grids.csv"]


@pytest.mark.parametrize("same", [{"phone": "19900000001"}, {"telegram_id": "7"}])
def test_one_phone_or_account_with_two_names_names_both_lines(faults, same):
    text = HEADER + row(name="李建国", **same) + row(name="李建军", role="staff", **same)
    (fault,) = faults(KNOWN, people=text)
    assert (fault.row, fault.column, fault.value, fault.key) == (3, "name", "李建军", "import-person-name")
    assert fault.args == {"other": "李建国", "line": "2"}


def test_one_person_with_two_phones_or_two_accounts_is_refused(faults):
    text = HEADER + row(phone="19900000001", telegram_id="7")
    text += row(role="staff", phone="19900000002", telegram_id="7")
    text += row(role="member", phone="19900000001", telegram_id="8")
    found = faults(KNOWN, people=text)
    assert [(f.row, f.column, f.key) for f in found] == [
        (3, "phone", "import-person-phone"),
        (4, "telegram_id", "import-person-telegram"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"phone": "19900000001"}, {"phone": "+86 199 0000 0001"}),
        ({"telegram_id": "7"}, {"telegram_id": "7", "phone": "19900000001"}),
        ({}, {}),
    ],
)
def test_the_same_post_given_twice_to_one_person_is_refused(faults, one, other):
    (fault,) = faults(KNOWN, people=HEADER + row(**one) + row(**other))
    assert (fault.row, fault.key, fault.args) == (3, "import-person-twice", {"line": "2"})


def test_people_of_the_same_name_with_different_phones_are_two(check):
    assert len(check(KNOWN, people=HEADER + row(phone="19900000001") + row(phone="19900000002")).people) == 2


def test_several_rows_of_one_person_belong_together(check):
    text = HEADER + row(phone="19900000001") + row(name="王", telegram_id="9")
    text += row(role="staff", telegram_id="7") + row(role="member", phone="19900000001", telegram_id="7")
    rows = check(KNOWN, people=text).people
    assert sorted([each.line for each in group] for group in one_person_each(rows)) == [[2, 4, 5], [3]]


IDENTITY = st.tuples(st.one_of(st.none(), st.integers(1, 4)), st.one_of(st.none(), st.integers(1, 4)))


@given(st.lists(IDENTITY, max_size=8))
def test_rows_are_one_person_exactly_when_a_chain_of_phones_and_accounts_joins_them(identities):
    rows = [
        PersonRow(n + 2, f"N{n}", "leader", "XY", None, phone and f"+{phone}", account, (), (), None)
        for n, (phone, account) in enumerate(identities)
    ]
    home = {each.line: each.line for each in rows}
    for _ in rows:  # joins spread by at least one link a round
        for a in rows:
            for b in rows:
                if (a.phone and a.phone == b.phone) or (a.telegram_id and a.telegram_id == b.telegram_id):
                    home[a.line] = home[b.line] = min(home[a.line], home[b.line])
    wanted = sorted([line for line in home if home[line] == first] for first in set(home.values()))
    assert sorted([each.line for each in group] for group in one_person_each(rows)) == wanted


def test_a_file_of_rows_that_are_all_one_person_is_grouped_quickly():
    rows = [PersonRow(n, "N", "leader", "XY", None, "+1", None, (), (), None) for n in range(60_000)]
    assert len(one_person_each(rows)) == 1


@pytest.mark.parametrize("column", ["phone", "telegram_id"])
@pytest.mark.parametrize("written", ["1.38E+10", "1.38001e+10"])
def test_a_number_that_a_spreadsheet_has_shortened_is_told_as_such(faults, column, written):
    (fault,) = faults(KNOWN, people=HEADER + row(**{column: written}))
    assert (fault.column, fault.value, fault.key) == (column, written, "import-shortened")


def test_a_post_for_long_has_no_last_day(check):
    assert check(KNOWN, people=HEADER + row(until="长期")).people[0].until is None
