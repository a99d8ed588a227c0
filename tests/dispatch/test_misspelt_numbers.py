"""Names with a numeral in them, 四季花城, 阳光新城二期, with a slip or other signs of that sound."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dispatch import meaning, placing
from bot.dispatch.places import MOST_CHOICES, Index
from storage.records import Draft, Grid, Person

NAMES = [
    "四季花城",
    "百花苑",
    "九龙苑",
    "五洲花园",
    "二七新村",
    "一品家园",
    "阳光新城一期",
    "阳光新城二期",
    "三里屯",
    "十八里铺",
    "八一社区",
    "第三网格",
    "3号院",
    "二七路",
    "锦绣苑",
]
IDS = {name: 1 + at * 4 for at, name in enumerate(NAMES)}


def town() -> list[Grid]:
    """Each with buildings 1 to 3, the second with a unit; codes that nobody types."""
    rows = []
    for name, site in IDS.items():
        rows.append(Grid(site, f"S{site}", name, "compound", None, False, None, (), None))
        for number in (1, 2, 3):
            code = f"S{site}-B{number}"
            rows.append(Grid(site + number, code, f"{number}号楼", "building", site, False, None, (), None))
        unit = Grid(1000 + site, f"S{site}-U", "2单元", "unit", site + 2, False, None, (), None)
        rows.append(unit)
    return rows


INDEX = Index.of(town())
SLIPS = [
    ("四季华城", "四季花城"),
    ("四季花成", "四季花城"),
    ("四机花城", "四季花城"),
    ("四季城", "四季花城"),
    ("寺季花城", "四季花城"),
    ("百花园", "百花苑"),
    ("百草苑", "百花苑"),
    ("白花苑", "百花苑"),
    ("百華苑", "百花苑"),
    ("九龍苑", "九龙苑"),
    ("久龙苑", "九龙苑"),
    ("九隆院", "九龙苑"),
    ("五州花园", "五洲花园"),
    ("五洲花圆", "五洲花园"),
    ("五洲花苑", "五洲花园"),
    ("午洲花园", "五洲花园"),
    ("二七新春", "二七新村"),
    ("儿七新村", "二七新村"),
    ("二妻新村", "二七新村"),
    ("一品佳园", "一品家园"),
    ("一品傢園", "一品家园"),
    ("依品家园", "一品家园"),
    ("阳光新成二期", "阳光新城二期"),
    ("洋光新城二期", "阳光新城二期"),
    ("陽光新城二期", "阳光新城二期"),
    ("阳光新城二其", "阳光新城二期"),
    ("阳光新城二朝", "阳光新城二期"),
    ("阳光新成2期", "阳光新城二期"),
    ("阳光新成一期", "阳光新城一期"),
    ("三里吞", "三里屯"),
    ("十八里普", "十八里铺"),
    ("第三王格", "第三网格"),
]


@pytest.mark.parametrize(("written", "name"), SLIPS)
@pytest.mark.parametrize(
    ("more", "inside", "rest"),
    [
        ("", 0, ""),
        ("3号楼", 3, ""),
        ("三栋", 3, ""),
        (" 2号楼2单元502", 1000, "502"),
        ("2-2-502", 1000, "502"),
        (" 502", 0, "502"),
    ],
)
def test_a_name_with_a_numeral_is_offered_first_whatever_sign_is_wrong(written, name, more, inside, rest):
    found = INDEX.find(written + more, forgiving=True)
    wanted = IDS[name] + inside
    assert (found.choices[0], found.clear, found.rest_for(wanted)) == (wanted, None, rest)


@pytest.mark.parametrize(("written", "name"), SLIPS)
def test_so_it_is_in_the_midst_of_words(written, name):
    found = INDEX.find(f"我家住{written}1号楼", forgiving=True)
    assert found.choices[0] == IDS[name] + 1


@pytest.mark.parametrize("name", [*NAMES[:11], "锦绣苑"])
@pytest.mark.parametrize(("more", "inside"), [("", 0), ("3号楼", 3), ("2号楼2单元", 1000)])
def test_what_is_written_right_is_clear(name, more, inside):
    assert INDEX.find(name + more, forgiving=True).clear == IDS[name] + inside


def test_another_number_comes_after_the_right_one():
    one, two = IDS["阳光新城一期"], IDS["阳光新城二期"]
    assert INDEX.find("阳光新成二期", forgiving=True).choices == (two, one)
    assert INDEX.find("阳光新成一期", forgiving=True).choices == (one, two)
    assert INDEX.find("阳光新成二期3号楼", forgiving=True).choices == (two + 3, one + 3)
    assert set(INDEX.find("阳光新城三期", forgiving=True).choices) == {one, two}


@pytest.mark.parametrize(
    ("text", "name"),
    [("四季", "四季花城"), ("百花", "百花苑"), ("十八里", "十八里铺"), ("我住二七新", "二七新村")],
)
def test_the_beginning_of_such_a_name_brings_it(text, name):
    assert INDEX.find(text, forgiving=True).choices[0] == IDS[name]


@pytest.mark.parametrize(
    "text",
    [
        *("三季花城", "七花苑", "四七新村", "五品家园", "第四网格", "九一社区", "四里屯"),  # another number
        *(
            "4号院",
            "医院",
            "12号院",
            "医院小区",
            "三元",
            "27",
            "八一",
            "502",
            "100",
            "12楼",
            "3楼漏水",
            "5楼",
        ),
        *("三个人打架", "二楼楼道", "一个垃圾桶", "百度地图", "四个路灯坏了", "七楼的灯", "十点以后很吵"),
        *("三轮车", "五金店", "二手房", "一家店", "二路公交站", "第三个路口", "3个月", "一号门", "五一节"),
        *(
            "社区",
            "我们社区",
            "小区门口",
            "三楼社区",
            "在1社区",
            "13里路",
            "十五里地",
            "新村",
            "花园",
            "家园",
        ),
    ],
)
def test_numbers_and_common_words_are_like_no_such_name(text):
    assert INDEX.find(text, forgiving=True).choices == ()


@st.composite
def slipped(draw: st.DrawFn) -> tuple[str, str]:
    """A name with a numeral, and that with one sign wrong, too many or exchanged."""
    name = draw(st.sampled_from(NAMES[:8]))
    at = draw(st.integers(0, len(name) - 1))
    other = draw(st.sampled_from("秀圆景宁福"))
    how = draw(st.sampled_from(["wrong", "many", "exchanged"]))
    if how == "exchanged":
        at = max(min(at, len(name) - 2), name.startswith("二七"))  # 七二 is another number
        return name, name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name, name[:at] + other + name[at + (how == "wrong") :]


@given(slipped(), st.sampled_from([("", 0), ("3号楼", 3), ("2栋2单元502", 1000), (" 门口", 0)]))
@settings(max_examples=300, deadline=None)
def test_one_slip_anywhere_in_it_still_brings_the_name(case, more):
    name, text = case
    words, inside = more
    assert IDS[name] + inside in INDEX.find(text + words, forgiving=True).choices, text


@given(st.text(alphabet="四季花城阳光新二七一期百苑3号楼院-单元 2十〇12", max_size=30))
@settings(max_examples=300, deadline=None)
def test_whatever_is_typed_with_numerals_the_answer_is_sound(text):
    found = INDEX.find(text, forgiving=True)
    assert len(set(found.choices)) == len(found.choices) <= MOST_CHOICES
    for choice in found.choices:
        assert all(piece in text for piece in found.rest_for(choice).split())


# A name that is not known


@pytest.mark.parametrize(
    "text",
    [
        *("翠竹园3号楼", "翠竹园的3号楼", "翠竹园 3-2-502", "我家住翠竹园3号楼2单元502", "翠竹园，3号楼"),
        *("恒大名都3号楼", "金色阳光3栋", "幸福里2单元", "万达3号楼", "Maple Court building 3"),
        *("building 3, Maple Gardens", "maple building 3"),
    ],
)
def test_buildings_of_the_town_are_no_answer_to_a_name_that_is_not_known(text):
    found = INDEX.find(text, forgiving=True)
    assert (found.choices, found.rest, found.sure) == ((), text, False)


def test_of_a_name_that_is_not_known_no_more_is_offered_than_what_is_near():
    near = IDS["锦绣苑"]
    assert INDEX.find("翠竹园3号楼", near=near, forgiving=True).choices == (near + 3, near)
    assert INDEX.find("翠竹园3号楼", near=near).choices == (near + 3, near)
    assert INDEX.find("翠竹园9号楼", near=near, forgiving=True).choices == ()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "3号楼",
            "三号楼",
            "building 3",
            "我家在3号楼",
            "我们小区3号楼",
            "院子里3号楼",
            "北门3号楼",
            "最东边的3号楼",
        ),
        *(
            "老院3号楼",
            "门口，3号楼",
            "靠马路3号楼",
            "漏水的地方在3号楼",
            "it is building 3",
            "3号楼 门口",
            "3-502",
        ),
    ],
)
def test_where_no_name_is_written_the_number_is_looked_for_everywhere(text):
    threes = {site + 3 for site in IDS.values()}
    found = INDEX.find(text, forgiving=True).choices
    assert len(found) == MOST_CHOICES and set(found) <= threes
    near = IDS["锦绣苑"]
    assert INDEX.find(text, near=near, forgiving=True).choices[0] == near + 3


@pytest.mark.parametrize(
    "text", ["楼道灯坏了3号楼", "下水道堵了，3号楼", "垃圾堆在院子里，3号楼", "水漏到屋里3号楼"]
)
def test_what_is_wrong_in_the_words_of_a_report_is_no_name(text):
    assert len(INDEX.find(text).choices) == MOST_CHOICES


@pytest.mark.parametrize("text", ["翠竹园3号楼漏水", "下水道堵了，翠竹园3号楼", "我在和平里3号楼"])
def test_a_name_in_the_words_of_a_report_is(text):
    assert INDEX.find(text).choices == ()


# Where it is heard


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        ("百花园3号楼", [IDS["百花苑"] + 3]),
        ("住户说是百花园3号楼", [IDS["百花苑"] + 3]),
        ("百花园9号楼", [IDS["百花苑"]]),
        ("翠竹园3号楼", [IDS["锦绣苑"] + 3]),  # what is near
        ("翠竹园9号楼", []),
        ("金色阳光3号楼", [IDS["锦绣苑"] + 3]),
    ],
)
def test_whoever_puts_a_place_right_is_offered_the_name_and_nothing_of_the_town(words, choices):
    found = meaning.place(words, INDEX, near=IDS["锦绣苑"])
    assert ([each for each in found.choices if each != IDS["锦绣苑"]], found.clear) == (choices, None)


def told(words: str, home: int | None) -> Draft:
    """A first message of somebody who lives there."""
    now = datetime(2026, 3, 2, tzinfo=UTC)
    draft = Draft(1, 1, words, "", None, None, False, False, (), None, None, 0, 0, now)
    person = Person(1, "Wang", None, 1, True, None, home_grid_id=home)
    return placing.told(draft, words, person, INDEX, first=True)


@pytest.mark.parametrize("home", [None, IDS["锦绣苑"]])
def test_a_report_of_a_place_that_is_not_known_is_not_from_home(home):
    draft = told("翠竹园9号楼漏水", home)
    assert (draft.grid_id, draft.found) == (None, ())
    assert told("楼道灯坏了", home).grid_id == home
