"""The font has every letter a community may have in its names, and may be given away."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import ImageFont

from bot.pictures.lettering import FONT


@pytest.fixture(scope="module")
def font():
    return TTFont(FONT)


def test_it_has_all_of_gb_2312(font):
    has = font.getBestCmap()
    signs = [
        sign
        for row in range(0xA1, 0xF8)
        for cell in range(0xA1, 0xFF)
        for sign in bytes([row, cell]).decode("gb2312", "ignore")
    ]
    assert len(signs) > 7_000
    assert [sign for sign in signs if ord(sign) not in has] == []


@pytest.mark.parametrize(
    "words",
    [
        "赵堃 李喆 王昇 张犇 淼焱垚 妘祎 㛃 䶮",
        "錦繡苑 陽光花園 龍鳳裡 國慶樓 歐陽鐵錚 鄧麗嫻 衛豐",
        "ABC xyz 0123456789",
        "“”‘’…—–·、。《》",
        "▲●✓★×→←↑↓",
        "３号楼Ａ座（北）",
    ],
)
def test_it_has_names_and_signs(font, words):
    has = font.getBestCmap()
    assert [sign for sign in words if ord(sign) not in has] == []


def test_what_it_has_not_is_a_box_that_can_be_seen():
    drawn = ImageFont.truetype(FONT, 40).getmask("🏠")
    assert drawn.size[0] > 10
    assert 0 < sum(map(bool, drawn)) < drawn.size[0] * drawn.size[1]


def test_it_is_small_with_its_licence_beside_it_under_a_name_of_its_own(font):
    assert FONT.stat().st_size < 4 * 2**20
    licence = (FONT.parent / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert "Reserved Font Name 'Source'" in licence
    called = font["name"].getDebugName(1)
    assert called == "Redvest Sans"
    assert "Adobe" in font["name"].getDebugName(0)


def test_it_is_in_the_wheel_and_what_made_it_is_not():
    root = Path(__file__).parents[2]
    wheel = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    there = FONT.relative_to(root)
    assert there.parts[0] in wheel["packages"]
    assert [each for each in wheel["exclude"] if (there.parent / "make").is_relative_to(each)]
    assert not [each for each in wheel["exclude"] if there.is_relative_to(each)]


def test_the_bot_starts_without_loading_what_draws():
    code = "import sys, bot.app; sys.exit(bool({'reportlab', 'PIL', 'shapely', 'segno'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own
