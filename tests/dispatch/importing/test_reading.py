"""Bytes, CSV and headers: what is understood, and what is refused in one clear line."""

import os

import pytest

from bot.dispatch.importing import ImportFaults, Known, check_path
from bot.dispatch.importing import read as reading


@pytest.fixture
def form() -> str:
    """These are about bytes; workbooks have a module of their own."""
    return "csv"


GRIDS = "code,name,level\nXY,向阳里社区,community\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_ending_of_the_contract_gives_the_same_rows(check, encoding, ending):
    rows = check(grids=GRIDS.replace("\n", ending).encode(encoding)).grids
    assert [(row.line, row.code, row.name) for row in rows] == [(2, "XY", "向阳里社区")]


def test_a_long_gb18030_file_is_not_taken_for_utf8(check):
    names = [chr(0x4E00 + n) + "小区" for n in range(3000)]
    text = "code,name,level\n" + "".join(f"C{n},{name},小区\n" for n, name in enumerate(names))
    assert [row.name for row in check(grids=text.encode("gb18030")).grids] == names


@pytest.mark.parametrize(
    "content",
    [
        GRIDS.encode("utf-16"),
        GRIDS.encode("utf-16-le"),
        GRIDS.encode("utf-8-sig") + b"Y,\xe5\xe5,unit\n",
        ("code,name,level\nA," + "社区" * 20 + ",社区\nB,").encode() + "小区,小区\n".encode("gb18030"),
        b"code,name,level\nA,\xff\xff,unit\n",
        ("code,name,level\nA," + "社区" * 10).encode()[:-1],
    ],
    ids=["utf-16", "utf-16 without mark", "broken after a BOM", "mixed", "binary", "cut off"],
)
def test_text_in_no_known_encoding_is_refused(faults, content):
    assert [fault.key for fault in faults(grids=content)] == ["import-encoding"]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(faults):
    text = 'code,name,level\n\n,,\nA,"two\nlines",unit\n   \nB,,unit\n'
    (fault,) = faults(grids=text)
    assert (fault.row, fault.column, fault.key) == (6, "name", "import-required")


def test_line_breaks_and_wide_blanks_inside_a_cell_become_one_blank(check):
    assert check(grids='code,name,level\nA,"东　区 \n 1号",楼栋\n').grids[0].name == "东 区 1号"


def test_chinese_headers_in_any_order_are_understood(check):
    text = "层级, 名称 ,管理模式,编码,上级,专属,别名,边界\n小区,松柏苑,完全托管,XY01,,否,松柏；柏苑;松柏,\n"
    (row,) = check(grids=text).grids
    assert (row.code, row.level, row.mode, row.dedicated) == ("XY01", "compound", "trustee", False)
    assert row.aliases == ("松柏", "柏苑")


@pytest.mark.parametrize(
    ("header", "column", "key", "args"),
    [
        ("code,name,levle", "levle", "import-column-near", {"nearest": "level"}),
        ("编码,名称,层及", "层及", "import-column-near", {"nearest": "层级"}),
        ("code,name,level,organization", "organization", "import-column-unknown", None),
        ("code,name,level,NAME", "NAME", "import-column-twice", {"other": "name"}),
        ("code,name,level,名称", "名称", "import-column-twice", {"other": "name"}),
    ],
)
def test_a_column_that_is_not_known_or_stands_twice_is_named(faults, header, column, key, args):
    found = [fault for fault in faults(grids=f"{header}\nA,B,unit\n") if fault.column]
    assert [(fault.row, fault.column, fault.key) for fault in found] == [(1, column, key)]
    assert args is None or found[0].args == args


def test_a_missing_column_is_named_once_and_not_in_every_row(faults):
    found = faults(grids="名称\nA\nB\n", people="name,role,grid\n王,leader,XY\n")
    assert [(fault.key, fault.args["wanted"]) for fault in found] == [
        ("import-column-missing", "code / 编码"),
        ("import-column-missing", "level / 层级"),
    ]


@pytest.mark.parametrize(
    ("content", "key", "row"),
    [
        ("", "import-empty", 0),
        ("\n\n,,\n", "import-empty", 0),
        ("code;name;level\nA;B;unit\n", "import-separator", 1),
        ("code\tname\tlevel\n", "import-separator", 1),
        (GRIDS + 'B,"no end,unit\nC,x,unit\n', "import-malformed", 3),
        (GRIDS + "B," + "x" * 140_000 + ",unit\n", "import-malformed", 3),
        (GRIDS + "B,x,unit,more\n", "import-stray", 3),
        ("code,name,level,\nB,x,unit,more\n", "import-stray", 2),
        (GRIDS + "B," + "x" * 10_001 + ",unit\n", "import-too-long", 3),
        (GRIDS + "B,a\x07b,unit\n", "import-control", 3),
    ],
)
def test_what_is_no_proper_csv_is_refused(faults, content, key, row):
    assert [(fault.key, fault.row) for fault in faults(grids=content)] == [(key, row)]


def test_empty_cells_beside_the_columns_do_no_harm(check):
    assert len(check(grids="code,name,level,,\nA,x,unit,,,,\nB,y,unit\n").grids) == 2


def test_a_line_and_a_file_beyond_all_measure_are_refused(faults, tmp_path):
    found = faults(grids=GRIDS + "," * (reading.LONGEST_LINE + 5))
    assert [(fault.key, fault.row) for fault in found] == [("import-long-line", 3)]
    os.truncate(tmp_path / "grids.csv", 200 * 1024 * 1024)
    with pytest.raises(ImportFaults) as refusal:
        check_path(tmp_path, Known())
    (fault,) = refusal.value.faults
    assert (fault.key, fault.args) == ("import-too-large", {"limit": "64 MB"})


def test_more_rows_or_columns_than_any_honest_table_has_are_refused(faults, monkeypatch):
    (fault,) = faults(grids=GRIDS + "A,x,unit" + "," * 300 + "y\n")
    assert (fault.key, fault.row) == ("import-too-many", 3)
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    (fault,) = faults(grids=GRIDS + "A,x,unit\nB,x,unit\nC,x,unit\n")
    assert (fault.key, fault.row) == ("import-too-many", 4)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("People.csv", "name,role,grid\n", "people"),
        ("网格.csv", "编码,名称,层级\n", "grids"),
        ("网格 (1).csv", "编码,名称,层级\n", "grids"),
        ("最新.csv", "姓名,角色,网格,单位\n", "people"),
        ("list.csv", "code,name,parent,keywords\n", "categories"),
        ("list.csv", "名称,类型,网格,联系电话\n", "organisations"),
    ],
)
def test_one_file_is_known_by_its_name_or_else_by_its_header(tmp_path, name, text, found):
    (tmp_path / name).write_text(text)
    checked = check_path(tmp_path / name, Known())
    assert [
        kind for kind in ("grids", "people", "categories", "organisations") if getattr(checked, kind) == ()
    ] == [found]


def test_a_file_may_have_been_called_otherwise_than_its_path(tmp_path):
    (tmp_path / "file_17").write_text("name,role,grid\nA,boss,XY\n")
    with pytest.raises(ImportFaults) as refusal:
        check_path(tmp_path / "file_17", Known(), name="人员.csv")
    assert {fault.file for fault in refusal.value.faults} == {"人员.csv"}


def test_the_same_kind_twice_in_a_folder_is_refused(tmp_path):
    for name in ("grids.csv", "网格.csv"):
        (tmp_path / name).write_text(GRIDS)
    with pytest.raises(ImportFaults) as refusal:
        check_path(tmp_path, Known())
    assert [(f.file, f.key, f.args) for f in refusal.value.faults] == [
        ("网格.csv", "import-file-twice", {"other": "grids.csv"})
    ]


def test_faults_beyond_counting_end_the_check(faults):
    found = faults(grids="code,name,level\n" + ",x,unit\n" * 10_050)
    assert len(found) == 10_001
    assert found[-1].key == "import-more"


def test_a_folder_may_hold_only_some_files_and_others_that_are_no_tables(check, tmp_path):
    (tmp_path / "README.txt").write_text("hello")
    (tmp_path / "~$grids.xlsx").write_text("lock")
    checked = check(grids=GRIDS)
    assert len(checked.grids) == 1
    assert checked.people is None
    assert checked.categories is None


def test_a_file_with_a_header_alone_is_an_empty_list_and_not_a_missing_file(check):
    assert check(grids="code,name,level\n").grids == ()


@pytest.mark.parametrize(
    ("name", "key", "args"),
    [
        ("people.xlsx", "import-book-alone", {}),
        ("people.xls", "import-old-book", {}),
        ("grid.csv", "import-file-unknown", {"names": "grids.csv"}),
        ("Grids.CSV", "import-file-unknown", {"names": "grids.csv"}),
        (
            "zzz.csv",
            "import-file-unknown",
            {"names": "grids.csv, people.csv, categories.csv, organisations.csv"},
        ),
    ],
)
def test_a_table_that_cannot_be_imported_is_never_passed_over_in_silence(tmp_path, name, key, args):
    (tmp_path / name).write_text(GRIDS)
    with pytest.raises(ImportFaults) as refusal:
        check_path(tmp_path, Known())
    assert [(f.file, f.key, f.args) for f in refusal.value.faults] == [(name, key, args)]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("nowhere", "import-no-path"),
        ("book.xlsx", "import-no-path"),
        (".", "import-nothing"),
        ("picture.jpg", "import-no-table"),
        ("old.xls", "import-old-book"),
        ("numbers.csv", "import-which-file"),
    ],
)
def test_a_path_without_import_files_is_refused(tmp_path, name, key):
    for other in ("picture.jpg", "old.xls", "numbers.csv"):
        if other == name:
            (tmp_path / other).write_text("1,2,3\n")
    with pytest.raises(ImportFaults) as refusal:
        check_path(tmp_path / name, Known())
    assert [fault.key for fault in refusal.value.faults] == [key]


def test_the_exception_itself_says_nothing_personal(check):
    with pytest.raises(ImportFaults) as refusal:
        check(people="name,role,grid,phone\n王桂兰,leader,XY,139\n")
    assert str(refusal.value) == "2 faults in the import files"


OFFICE = """序号,姓名,职务,所属网格,手机号码,备注
1,王芳,楼长,XY,199 0000 0001,晚上在家
2,李强,社区工作者,XY,+86 199-0000-0002,
"""


def test_the_titles_of_an_offices_own_table_are_understood(check):
    rows = check(Known(grids={"XY": None}), people=OFFICE).people
    assert [(row.name, row.role, row.phone) for row in rows] == [
        ("王芳", "leader", "+8619900000001"),
        ("李强", "staff", "+8619900000002"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "序　号,姓　　名,职 务,所属网格,手机号码,备注",
        '序号,姓名*,职务（必填）,"所属\n网格",手机号码(11位)：,备 注',
    ],
)
def test_titles_may_be_spread_and_have_remarks(check, header):
    text = OFFICE.replace(OFFICE.splitlines()[0], header)
    assert len(check(Known(grids={"XY": None}), people=text).people) == 2


def test_a_title_and_remarks_may_stand_above_the_header(check, faults):
    above = "向阳里社区网格员花名册,,,,,\n填报单位：向阳里社区,,,填报日期：2026年5月,,\n,,,联系方式,,\n"
    known = Known(grids={"XY": None})
    assert [row.line for row in check(known, people=above + OFFICE).people] == [5, 6]
    (fault,) = faults(known, people=above + OFFICE.replace("王芳", ""))
    assert (fault.row, fault.column, fault.key) == (5, "姓名", "import-required")


def test_of_a_header_below_a_title_what_is_missing_is_named(faults):
    found = faults(people="向阳里社区花名册\n姓名,网格,电话\n王芳,XY,\n")
    assert [(fault.row, fault.key) for fault in found] == [
        (2, "import-column-missing"),
        (3, "import-grid-unknown"),
    ]


def test_a_file_of_any_name_is_known_by_its_header_below_a_title(tmp_path):
    path = tmp_path / "花名册（2026）.csv"
    path.write_text("向阳里社区花名册,,,,,\n" + OFFICE, "gb18030")
    assert len(check_path(path, Known(grids={"XY": None})).people) == 2


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (OFFICE.replace(",", "\t"), ("import-separator", 1)),
        ("\n,,\n", ("import-empty", 0)),
        ("a,b\n1,2\n", ("import-which-file", 0)),
    ],
)
def test_a_file_of_any_name_that_is_not_known_is_told_why(tmp_path, content, fault):
    path = tmp_path / "table.csv"
    path.write_text(content, "utf-8")
    with pytest.raises(ImportFaults) as refusal:
        check_path(path, Known())
    assert [(found.key, found.row) for found in refusal.value.faults] == [fault]


def test_columns_that_are_there_to_choose_from_are_named_in_both_languages(faults):
    found = [
        fault for fault in faults(people="姓名,角色,网格,身份证号\n王芳,网格长,XY,1\n") if fault.row == 1
    ]
    assert (
        found[0].args["columns"].startswith("name 姓名, role 角色, grid 网格, organisation 单位, phone 电话")
    )


def test_the_columns_that_a_table_does_not_have_are_told(check):
    checked = check(
        Known(grids={"XY": None}),
        grids="编码,名称,层级,上级\nXY1,一号楼,楼栋,XY\n",
        people="姓名,职务,所属网格,手机号,备注\n王,志愿者,XY1,,\n",
        organisations="name,kind,contact,grid,categories\nA,firm,,,\n",
    )
    assert checked.lacks("grids.csv") == {"dedicated", "mode", "aliases", "boundary"}
    assert checked.lacks("people.csv") == {"organisation", "telegram_id", "skills", "languages", "until"}
    assert checked.lacks("organisations.csv") == set()
