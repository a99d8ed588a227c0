"""Leaders have a picture of their grid drawn: one map, one table."""

import io

import pytest
from PIL import Image

from bot.buttons import DrawGrid, pack
from bot.dispatch.refusals import NotYours
from bot.pictures.sheet import colour_of
from bot.texts import plain_text
from storage import grids

MAPPED = """\
code,name,level,parent,boundary
XY,向阳社区,community,,
JX,锦绣苑,compound,XY,
JX3,3号楼,building,JX,"POLYGON((101.75 36.6,101.76 36.6,101.76 36.61,101.75 36.61,101.75 36.6))"
JX3-2,2单元,unit,JX3,
JX4,4号楼,building,JX,"POLYGON((101.76 36.6,101.77 36.6,101.77 36.61,101.76 36.61,101.76 36.6))"
HS,红山院,compound,XY,
"""


def shares(message):
    """How much of the picture has each colour."""
    (png,) = message.files
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    assert picture.width == 1080
    return {
        "#" + bytes(colour).hex(): count / (picture.width * picture.height)
        for count, colour in picture.getcolors(100_000)
    }


async def test_a_leader_gets_the_picture_from_my_grid(street):
    chen = street.lives("陈网格长", 2002)
    chen.says("/desk")
    await street.taps(chen, "🗺 我的网格")
    await street.taps(chen, "图")
    picture = await street.sees(chen, "锦绣苑", "3月3日 09:00 的情况")
    assert "photo" in picture.json
    assert shares(picture)[colour_of(0)] > 0.05


async def test_where_there_are_boundaries_it_is_a_map_the_yellower_where_something_was_reported(
    street, reported
):
    await street.settle(grids=MAPPED)
    chen = street.lives("陈网格长", 2002)
    chen.says("/desk")
    await street.taps(chen, "🗺 我的网格")
    await street.taps(chen, "图")
    before = shares(await street.sees(chen, "锦绣苑", "09:00 的情况"))
    await reported(street.lives("王秀英"))
    await street.passes(minutes=1)
    await street.taps(chen, "图")
    after = shares(await street.sees(chen, "锦绣苑", "09:01 的情况"))
    assert before[colour_of(0)] > 0.3
    assert after[colour_of(0)] == pytest.approx(before[colour_of(0)] / 2, rel=0.1)
    assert after[colour_of(1)] == pytest.approx(after[colour_of(0)], rel=0.1)


async def test_nobody_has_a_grid_drawn_that_they_have_no_post_for(street):
    li = street.lives("李楼长", 2001)
    menu = await street.sees(li, "您好")
    compound = await street.app._database.read(lambda tx: grids.by_code(tx, "JX"))
    query = li.taps(menu, stale=pack(DrawGrid(compound.id)))
    assert (await query.answered()).text == plain_text("zh-CN", NotYours.key)
