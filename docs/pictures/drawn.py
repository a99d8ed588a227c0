"""Makes the pictures of what the bot draws: a poster, and a grid with its map.

.venv/bin/python docs/pictures/drawn.py
"""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
from PIL import Image, ImageOps

from bot.pictures.grids import grid_picture
from bot.pictures.posters import Poster, posters
from bot.pictures.view import Child, GridView, State

HERE = Path(__file__).parent
NOW = datetime(2026, 3, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
PLACE = Poster("锦绣苑 3号楼", "https://t.me/redvest_bot?start=at_JX3")
WIDE, COLOURS = 540, 64
WEST, SOUTH, STEP = 101.75, 36.6, 0.0001

CORNERS = (
    ((0, 0), (42, -3), (83, 4), (121, -1)),
    ((-4, 33), (38, 28), (86, 35), (117, 31)),
    ((2, 61), (45, 64), (80, 58), (124, 66)),
    ((-2, 92), (40, 96), (88, 90), (119, 95)),
)
"""Where compounds meet, row by row from the south, in steps from the south-west."""
COMPOUNDS = (
    ("锦绣苑", 1, "陈建国", State.LINKED),
    ("红山院", 0, "王秀英", State.LINKED),
    ("向阳里小区", 2, "张伟", State.LINKED),
    ("团结巷", 7, "刘芳", State.UNREACHABLE),
    ("纺织厂家属院", 0, "", State.VACANT),
    ("七一路北院", 3, "杨洋", State.LINKED),
    ("友谊新村", 0, "赵磊", State.UNLINKED),
    ("花园南街", 0, "黄敏", State.LINKED),
    ("康乐小区", 5, "周杰", State.AWAY),
)
SCHOOL = ("第二小学", 1, "马校长", State.LINKED)


def area(*corners: tuple[float, float]) -> str:
    """A boundary through these corners."""
    ring = ",".join(f"{WEST + x * STEP} {SOUTH + y * STEP}" for x, y in (*corners, corners[0]))
    return f"POLYGON(({ring}))"


def community() -> GridView:
    """Nine compounds in three rows, with a school where four of them meet."""
    children = []
    for at, (name, count, leader, state) in enumerate(COMPOUNDS):
        row, column = divmod(at, 3)
        (a, b), (d, c) = (CORNERS[each][column : column + 2] for each in (row, row + 1))
        children.append(Child(name, area(a, b, c, d), False, count, leader, state))
    name, count, leader, state = SCHOOL
    children.append(Child(name, area((72, 50), (95, 52), (93, 68), (70, 66)), True, count, leader, state))
    return GridView("团结社区", NOW, None, sum(child.open for child in children), tuple(children))


def keep(picture: Image.Image, name: str) -> None:
    """Small, as it stands in a page."""
    height = round(picture.height * WIDE / picture.width)
    small = picture.convert("RGB").resize((WIDE, height), Image.Resampling.LANCZOS)
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / name, optimize=True)


def main() -> None:
    """Make both."""
    document = BytesIO()
    posters([PLACE], document, language="zh-CN")
    page = pypdfium2.PdfDocument(document.getvalue())[0].render(scale=2).to_pil()
    keep(ImageOps.expand(page, border=3, fill="#999999"), "poster.png")
    keep(Image.open(BytesIO(grid_picture(community(), "zh-CN"))), "grid.png")


if __name__ == "__main__":
    main()
