"""Leaders have the posters of their grid made in the chat."""

import io

import pypdfium2
import pytest

from bot import drawing
from bot.buttons import MakePosters, pack
from storage import grids

MANY = """\
code,name,level,parent
XY,向阳社区,community,
JX,锦绣苑,compound,XY
""" + "".join(f"JX{number},{number}号楼,building,JX\n" for number in range(1, 12))


def pages_of(message):
    """The text of each page of the document."""
    (pdf,) = message.files
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(io.BytesIO(pdf))]


async def grid_id(street, code):
    return (await street.app._database.read(lambda tx: grids.by_code(tx, code))).id


@pytest.fixture
def opens_my_grid(street):
    """Somebody opens My grid from their desk."""

    async def opens(who):
        who.says("/desk")
        await street.taps(who, "🗺 我的网格")

    return opens


async def test_a_leader_taps_posters_and_gets_a_page_for_every_door(street, opens_my_grid):
    chen = street.lives("陈网格长", 2002)
    await opens_my_grid(chen)
    answer = await street.taps(chen, "海报")
    assert "正在制作" in answer.text
    document = await street.sees(chen, "锦绣苑", "2 张海报")
    building, unit = pages_of(document)
    assert "锦绣苑 3号楼" in building
    assert "?start=at_JX3\n" in building.replace("\r", "") + "\n"
    assert "2单元" in unit
    assert "?start=at_JX3-2" in unit
    assert f"t.me/{street.app._bot.username}?" in unit


async def test_the_poster_of_a_place_without_buildings_is_for_the_place_itself(street):
    ma = street.lives("马书记", 2003)
    menu = await street.sees(ma, "您好")
    ma.taps(menu, stale=pack(MakePosters(await grid_id(street, "HS"))))
    (page,) = pages_of(await street.sees(ma, "红山院", "1 张海报"))
    assert "红山院" in page


async def test_nobody_has_posters_of_a_grid_they_do_not_serve(street):
    li = street.lives("李楼长", 2001)
    menu = await street.sees(li, "您好")
    query = li.taps(menu, stale=pack(MakePosters(await grid_id(street, "JX"))))
    assert "海报" not in (await query.answered()).text


async def test_what_is_too_much_for_a_chat_is_said_with_the_command_that_makes_it(quiet_street, monkeypatch):
    monkeypatch.setattr(drawing, "MOST_POSTERS", 11)
    street = quiet_street
    await street.settle(grids=MANY)
    await street.open()
    try:
        chen = street.lives("陈网格长", 2002)
        menu = await street.sees(chen, "您好")
        chen.taps(menu, stale=pack(MakePosters(await grid_id(street, "JX"))))
        await street.sees(chen, "12 个门口", "redvest posters", "--grid JX")
    finally:
        await street.close()
