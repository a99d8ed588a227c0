"""Reports in the making as rows: written places lose nothing, and what is left for a day goes with a word."""

import json
from datetime import timedelta

import pytest

from bot.buttons import LARGEST, TurnPage
from bot.dispatch import drafting, leftovers
from bot.dispatch.atlas import STAMP, Atlas
from bot.dispatch.refusals import Gone, TooLong
from bot.handlers.report import turn_page
from bot.scene import House, Tap
from storage import drafts, people, pieces, stamps
from storage.records import PieceKind, Purpose

GRIDS = """
    code,name,level,parent
    XY,向阳社区,community,
    JX,锦绣苑,compound,XY
    JX3,3号楼,building,JX
    HS,红山院,compound,XY
    HS3,3号楼,building,HS
    """
PEOPLE = """
    name,role,grid,telegram_id
    马书记,secretary,XY,2003
    王,member,XY,1001
    """


@pytest.fixture
async def town(import_files, database):
    """Runs an act of 王 in a transaction: `await town(act)` with act(tx, person)."""
    await import_files(grids=GRIDS, people=PEOPLE)

    async def run(act):
        async def work(tx):
            return await act(tx, await people.by_telegram(tx, 1001))

        return await database.transact(work)

    return run


async def sent(tx, person, message_id, words, *, now, kind=PieceKind.TEXT, **belongs_to):
    return await pieces.add(
        tx, person_id=person.id, chat_id=1001, message_id=message_id, kind=kind, words=words,
        file_id=None if kind is PieceKind.TEXT else "F", latitude=None, longitude=None, album=None,
        purpose=Purpose.TALK, now=now, **belongs_to,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "code", "kept"),
    [
        (["锦绣苑3号楼502"], "JX3", "502"),
        (["院子里", "红山院"], "HS", "院子里"),
        (["3号楼502", "锦绣苑"], "JX3", "502"),
        (["老磨坊", "就是桥边那个"], None, "老磨坊 就是桥边那个"),
    ],
)
async def test_what_is_written_of_the_place_is_found_or_kept(town, now, written, code, kept):
    async def write(tx, person):
        draft = await drafts.start(tx, person_id=person.id, words="漏水", grid_id=None, now=now)
        for text in written:
            draft = await drafts.get(tx, draft.id)
            await drafting.locate(tx, person, draft, text, atlas=Atlas(), now=now)
        draft = await drafts.get(tx, draft.id)
        grid = await tx.one("SELECT code FROM grids WHERE id = :id", id=draft.grid_id or 0)
        return grid and grid["code"], draft.place_words

    assert await town(write) == (code, kept)


async def test_no_end_of_words_about_the_place_is_refused(town, now):
    async def write(tx, person):
        draft = await drafts.start(tx, person_id=person.id, words="漏" * 19_000, grid_id=None, now=now)
        await drafting.locate(tx, person, draft, "门" * 2_000, atlas=Atlas(), now=now)

    with pytest.raises(TooLong):
        await town(write)


async def test_the_index_is_made_anew_only_when_the_grids_have_changed(database, import_files):
    atlas = Atlas()
    await import_files(grids=GRIDS, people=PEOPLE)
    first = await database.read(atlas.index)
    assert await database.read(atlas.index) is first
    await import_files(grids=GRIDS, people=PEOPLE)
    assert await database.read(atlas.index) is first
    await import_files(grids=f"{GRIDS.rstrip()}\n    CH,翠湖苑,compound,XY", people=PEOPLE)
    second = await database.read(atlas.index)
    assert second is not first
    assert len(second.find("翠湖苑").choices) == 1
    assert await database.read(lambda tx: stamps.get(tx, STAMP)) == 2


async def test_messages_that_nobody_said_the_matter_of_go_after_a_day_with_a_word(town, database, rules, now):
    async def write(tx, person):
        await sent(tx, person, 1, "还有一件事", now=now)
        await sent(tx, person, 2, "", now=now, kind=PieceKind.PHOTO)
        await sent(tx, person, 3, "刚刚说的", now=now + timedelta(hours=1))
        draft = await drafts.start(tx, person_id=person.id, grid_id=None, now=now + timedelta(hours=1))
        await sent(tx, person, 4, "草稿里的", now=now, draft_id=draft.id)

    async def said(tx):
        rows = await tx.all("SELECT * FROM outbox WHERE kind = 'plain' ORDER BY id")
        return [json.loads(row["data"]) for row in rows]

    await town(write)
    later = now + timedelta(days=1)
    assert not await database.read(lambda tx: leftovers.any_left(tx, later - timedelta(seconds=1)))
    assert await database.read(lambda tx: leftovers.any_left(tx, later))
    await database.transact(lambda tx: leftovers.drop(tx, rules=rules, now=later))
    assert not await database.read(lambda tx: leftovers.any_left(tx, later))
    assert await database.read(said) == [{"text": "draft-dropped", "more": 1, "words": "还有一件事"}]
    left = await database.read(lambda tx: tx.all("SELECT words FROM pieces ORDER BY id"))
    assert [row["words"] for row in left] == ["刚刚说的", "草稿里的"]


async def test_a_page_that_no_list_has_is_refused(town, rules, now):
    async def act(tx, person):
        draft = await drafts.start(tx, person_id=person.id, grid_id=None, now=now)
        tap = Tap(tx, House(rules, "zh-CN", "redvest_bot"), now, person, 1001, 5)
        with pytest.raises(Gone):
            await turn_page(tap, TurnPage(draft.id, LARGEST))
        assert (await turn_page(tap, TurnPage(draft.id, 3))).key == "answer-done"

    await town(act)
