"""What a grid is called inside another."""

import pytest

from bot.dispatch.naming import inside, width


@pytest.mark.parametrize(
    ("name", "around", "short"),
    [
        ("锦绣苑3号楼", "锦绣苑", "3号楼"),
        ("锦绣苑 3号楼", "锦绣苑", "3号楼"),
        ("锦绣苑第三栋", "锦绣苑", "第三栋"),
        ("锦绣苑3号楼2单元", "锦绣苑3号楼", "2单元"),
        ("锦绣苑-A座", "锦绣苑", "A座"),
        ("Lilac Court Building 3", "Lilac Court", "Building 3"),
        ("锦绣苑", "锦绣", "锦绣苑"),
        ("和平里小区", "和平", "和平里小区"),
        ("1院12号楼", "1院1", "1院12号楼"),
        ("Lot 12", "Lot 1", "Lot 12"),
        ("锦绣苑", "锦绣苑", "锦绣苑"),
        ("3号楼", "锦绣苑", "3号楼"),
        ("3号楼", "", "3号楼"),
    ],
)
def test_what_is_around_is_not_said_again_before_a_number(name, around, short):
    assert inside(name, around) == short


def test_a_chinese_sign_is_as_wide_as_two_letters():
    assert (width("3号楼"), width("Court")) == (5, 5)
