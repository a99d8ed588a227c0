"""Which grids get a poster, and how they are called on it."""

import pytest

from bot.cards.page import in_words
from bot.dispatch.doors import doors
from storage import doors as stored
from storage import grids
from storage.records import Grid

TREE = [
    ("XY", "向阳社区", "community", None),
    ("JX", "锦绣苑", "compound", "XY"),
    ("JX3", "3号楼", "building", "JX"),
    ("JX3-1", "1单元", "unit", "JX3"),
    ("JX4", "锦绣苑4号楼", "building", "JX"),
    ("HS", "红山院", "compound", "XY"),
    ("JXP", "小卖部", "micro-grid", "JX3-1"),
    ("SCH", "第二小学", "school", "XY"),
]
IDS = {code: at for at, (code, *_) in enumerate(TREE, 1)}
ALL = [
    Grid(IDS[code], code, name, level, IDS.get(around), False, None, (), None)
    for code, name, level, around in TREE
]


def names(found):
    return [in_words(path) for path in found]


def inside(code):
    """The grid and those in it, and those around it, the deepest first."""
    by_code = {grid.code: grid for grid in ALL}
    by_id = {grid.id: grid for grid in ALL}
    around = []
    while (above := by_id.get(by_code[code].parent_id)) is not None:
        around.append(above)
        code = above.code
    return around


def test_every_building_and_unit_has_one_and_what_has_neither_has_one_as_a_whole():
    assert names(doors(ALL, ())) == [
        "锦绣苑 3号楼",
        "锦绣苑 3号楼 1单元",
        "锦绣苑4号楼",
        "向阳社区 红山院",
        "向阳社区 第二小学",
    ]


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        (["unit"], ["锦绣苑 3号楼 1单元"]),
        (["compound"], ["向阳社区 锦绣苑", "向阳社区 红山院"]),
        (["building", "school"], ["锦绣苑 3号楼", "锦绣苑4号楼", "向阳社区 第二小学"]),
        (["castle"], []),
    ],
)
def test_asked_for_levels_only_these_have_one(levels, found):
    assert names(doors(ALL, (), levels)) == found


def test_of_one_grid_only_what_is_inside_has_one_and_is_called_as_ever():
    assert names(doors([ALL[3], ALL[6]], inside("JX3-1"))) == ["锦绣苑 3号楼 1单元"]
    assert names(doors([ALL[6]], inside("JXP"))) == []
    assert names(doors([ALL[5]], inside("HS"))) == ["向阳社区 红山院"]


async def test_what_lies_inside_is_found_in_the_database_without_what_has_ended(database):
    async def settle(tx):
        for at, (code, name, level, around) in enumerate(TREE):
            await tx.run(
                """INSERT INTO grids (code, name, level, parent_id, dedicated, boundary, position)
                   SELECT :code, :name, :level, max(id), FALSE, 'POLYGON', :at FROM grids
                   WHERE code = :around""",
                code=code,
                name=name,
                level=level,
                around=around or "",
                at=at,
            )
        await tx.run("UPDATE grids SET ended_at = 1 WHERE code = 'JX4'")

    await database.transact(settle)

    async def look(tx):
        compound = await grids.by_code(tx, "JX")
        return await stored.within(tx, compound.id), await stored.within(tx, None)

    part, whole = await database.read(look)
    assert [grid.code for grid in part] == ["JX", "JX3", "JX3-1", "JXP"]
    assert [grid.code for grid in whole] == ["XY", "JX", "JX3", "JX3-1", "HS", "JXP", "SCH"]
    assert {grid.boundary for grid in whole} == {None}
