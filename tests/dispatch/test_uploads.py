"""Import files sent to the bot: which files they are, what is shown of them, and that only what was shown is
written."""

from datetime import timedelta

import pytest

from bot.dispatch import upload_checks, uploads
from bot.dispatch.importing import Checked, sources
from bot.dispatch.refusals import Gone, NotYours, UploadOver
from bot.dispatch.roster.telling import in_words
from bot.dispatch.uploads import Found
from storage import cards, people, roster
from storage import uploads as stored
from storage.records import UploadStatus

GRIDS = """
    code,name,level
    G,Garden,compound
    H,Hill,compound
"""
PEOPLE = """
    name,role,grid,phone,telegram_id
    Admin,admin,G,,1
    Other,admin,G,,2
    Li Wei,leader,H,,3
"""


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("grids.csv", True),
        ("GRIDS.CSV", True),
        ("名册.xlsx", True),
        ("old.xls", True),
        ("photo.jpg", False),
        ("csv", False),
        ("", False),
        ("list.csv.zip", False),
    ],
)
def test_which_files_are_tables(name, table):
    assert uploads.is_table(name) is table


def test_they_are_those_of_which_an_import_has_something_to_say():
    assert {".csv"} | sources.BOOKS | sources.OTHER_BOOKS == uploads.TABLES


@pytest.mark.parametrize(
    ("chinese", "file", "column", "value", "said"),
    [
        (True, "grids.csv", "level", "building", ("层级", "楼栋")),
        (True, "grids.csv", "level", "弄", ("层级", "弄")),
        (True, "grids.csv", "name", "锦绣苑", ("名称", "锦绣苑")),
        (True, "grids.csv", "dedicated", "yes", ("专属", "是")),
        (True, "people.csv", "name", "李伟", ("姓名", "李伟")),
        (True, "people.csv", "phone", "+8613900000001", ("电话", "+8613900000001")),
        (True, "categories.csv", "first", "trustee=property", ("首办", "托管=物业")),
        (True, "categories.csv", "name_en", "Drain", ("名称_en", "Drain")),
        (False, "grids.csv", "level", "building", ("level", "building")),
        (False, "grids.csv", "boundary", "P" * 100, ("boundary", "P" * 80 + "…")),
    ],
)
def test_columns_and_words_are_those_of_a_file_in_the_readers_language(chinese, file, column, value, said):
    assert in_words(file, (column, "", value), chinese=chinese) == (said[0], "", said[1])


@pytest.fixture
async def admins(database, import_files):
    """The two administrators and one who is none."""
    await import_files(grids=GRIDS, people=PEOPLE)

    async def read(tx):
        return [await people.by_telegram(tx, account) for account in (1, 2, 3)]

    return await database.read(read)


@pytest.fixture
def sent(database, admins, now, tmp_path, rules):
    """Sends a file and has it looked at: its id and its rows."""

    async def send(words, name="grids.csv"):
        path = tmp_path / "upload.csv"
        path.write_text(words, "utf-8")
        standing = await database.read(roster.standing)
        found = upload_checks.check(path, name, standing)
        checked = found if isinstance(found, Checked) else None
        if checked:
            found = upload_checks.preview(checked, standing, zone=rules.zone, now=now)

        async def work(tx):
            await uploads.begin(tx, admins[0], file_id="F", name=name, size=len(words), now=now)
            (row,) = await tx.all("SELECT max(id) AS id FROM uploads")
            await uploads.settle(tx, row["id"], found, was=UploadStatus.CHECKING, now=now)
            return row["id"]

        return await database.transact(work), checked

    return send


async def upload_of(database, upload_id):
    return await database.read(lambda tx: stored.get(tx, upload_id))


async def names(database):
    return {row["code"]: row["name"] for row in await database.read(lambda tx: tx.all("SELECT * FROM grids"))}


RENAMED = "code,name,level\nG,Park,compound\n"


async def test_what_was_shown_is_written_once(database, admins, sent, rules, now):
    upload_id, checked = await sent(RENAMED)
    shown = await upload_of(database, upload_id)
    assert shown.report["files"] == {"grids.csv": [0, 1, 0, 1]}
    assert [row[:3] for row in shown.report["rows"]] == [
        ["grids.csv", "changed", "Park (G)"],
        ["grids.csv", "gone", "Hill (H)"],
    ]
    await database.transact(lambda tx: uploads.confirm(tx, admins[0], upload_id, now))
    with pytest.raises(UploadOver):
        await database.transact(lambda tx: uploads.confirm(tx, admins[0], upload_id, now))
    for _ in range(2):  # a job may be done again after a kill
        await database.transact(
            lambda tx: upload_checks.write_upload(tx, upload_id, checked, rules=rules, now=now)
        )
    assert await names(database) == {"G": "Park", "H": "Hill"}
    done = await upload_of(database, upload_id)
    assert done.status is UploadStatus.DONE
    assert "rows" not in done.report


async def test_the_card_tells_the_end_also_when_the_file_says_who_its_sender_is(
    database, admins, sent, rules, now
):
    words = "name,role,grid,phone,telegram_id\nLi Na,admin,H,19900000009,1\nMa Jun,leader,H,19900000008,\n"
    upload_id, checked = await sent(words, "people.csv")

    async def another_row_gets_the_phone(tx):
        await tx.run("INSERT INTO people (name, phone, created_at) VALUES ('Li Na', '+8619900000009', 0)")
        view = uploads.view_of(upload_id)
        message = {"chat_id": 1, "message_id": 5, "now": now, "person_id": admins[0].id}
        card = await cards.adopt(tx, "upload", **message)
        await cards.set_view(tx, card.id, view)
        found = upload_checks.preview(checked, await roster.standing(tx), zone=rules.zone, now=now)
        await stored.looked_at(
            tx, upload_id, status=UploadStatus.WRITING, digest=found.digest, report=found.report
        )
        await upload_checks.write_upload(tx, upload_id, checked, rules=rules, now=now)
        return await tx.all("SELECT 1 FROM outbox WHERE card_id = :id AND status = 'pending'", id=card.id)

    assert len(await database.transact(another_row_gets_the_phone)) == 1
    upload = await upload_of(database, upload_id)
    assert upload.status is UploadStatus.DONE
    assert upload.person_id != admins[0].id


async def test_another_change_than_was_shown_is_shown_first(database, admins, sent, rules, now):
    upload_id, checked = await sent(RENAMED)
    await database.transact(lambda tx: uploads.confirm(tx, admins[0], upload_id, now))
    await database.transact(lambda tx: tx.run("UPDATE grids SET level = 'unit' WHERE code = 'G'"))
    await database.transact(
        lambda tx: upload_checks.write_upload(tx, upload_id, checked, rules=rules, now=now)
    )
    again = await upload_of(database, upload_id)
    assert (again.status, again.report["anew"]) == (UploadStatus.READY, True)
    assert (await names(database))["G"] == "Garden"


async def test_what_somebody_else_has_done_meanwhile_need_not_be_written(database, admins, sent, rules, now):
    upload_id, checked = await sent(RENAMED)
    await database.transact(lambda tx: uploads.confirm(tx, admins[0], upload_id, now))
    await database.transact(lambda tx: tx.run("UPDATE grids SET name = 'Park' WHERE code = 'G'"))
    await database.transact(
        lambda tx: upload_checks.write_upload(tx, upload_id, checked, rules=rules, now=now)
    )
    done = await upload_of(database, upload_id)
    assert done.status is UploadStatus.DONE
    assert "written" not in done.report


async def test_after_cancel_nothing_of_the_file_is_kept_and_nothing_is_written(
    database, admins, sent, rules, now
):
    upload_id, checked = await sent(RENAMED)
    await database.transact(lambda tx: uploads.cancel(tx, admins[0], upload_id, now))
    await database.transact(
        lambda tx: upload_checks.write_upload(tx, upload_id, checked, rules=rules, now=now)
    )
    await database.transact(
        lambda tx: uploads.settle(
            tx, upload_id, Found(UploadStatus.READY), was=UploadStatus.CHECKING, now=now
        )
    )
    upload = await upload_of(database, upload_id)
    assert (upload.status, upload.report) == (UploadStatus.CANCELLED, {})
    assert (await names(database))["G"] == "Garden"
    with pytest.raises(UploadOver):
        await database.transact(lambda tx: uploads.confirm(tx, admins[0], upload_id, now))


async def test_a_file_belongs_to_the_administrator_who_sent_it(database, admins, sent, now):
    upload_id, _ = await sent(RENAMED)
    with pytest.raises(Gone):
        await database.transact(lambda tx: uploads.confirm(tx, admins[1], upload_id, now))
    await database.transact(lambda tx: tx.run("UPDATE posts SET ended_at = 1 WHERE role = 'admin'"))
    with pytest.raises(NotYours):
        await database.transact(lambda tx: uploads.confirm(tx, admins[0], upload_id, now))


async def test_faults_are_kept_with_their_place_and_no_more_than_anybody_reads(database, sent):
    wrong = "".join(f"G{number},,compound\n" for number in range(upload_checks.MOST_ROWS + 5))
    upload_id, _ = await sent("code,name,level\n" + wrong)
    upload = await upload_of(database, upload_id)
    assert upload.status is UploadStatus.REFUSED
    assert (len(upload.report["faults"]), upload.report["more"]) == (upload_checks.MOST_ROWS, 5)
    assert upload.report["faults"][0][:3] == ["grids.csv", 2, "name"]


async def test_of_a_long_value_no_more_is_kept_than_is_shown(database, sent):
    corners = ", ".join(f"101.{n:04} 36" for n in range(1, 5000))
    boundary = f"POLYGON((101 36, {corners}, 101.2 37, 101 36))"
    upload_id, _ = await sent(f'code,name,level,boundary\nG,Garden,compound,"{boundary}"\n')
    upload = await upload_of(database, upload_id)
    assert upload.status is UploadStatus.READY
    ((_, _, _, _, [[column, was, becomes]]),) = upload.report["rows"][:1]
    assert (column, was, len(becomes)) == ("boundary", "", 81)


async def test_of_a_file_that_changes_nothing_the_names_are_forgotten_as_well(database, sent, now):
    upload_id, _ = await sent("code,name,level\nG,Garden,compound\n")
    upload = await upload_of(database, upload_id)
    assert upload.status is UploadStatus.DONE
    assert upload.report["rows"][0][2] == "Hill (H)"
    await database.transact(lambda tx: stored.forget(tx, now + timedelta(days=1)))
    upload = await upload_of(database, upload_id)
    assert (upload.status, upload.report) == (UploadStatus.DONE, {})


async def test_what_nobody_has_confirmed_is_forgotten_after_some_days(database, admins, sent, now):
    upload_id, _ = await sent(RENAMED)
    await database.transact(lambda tx: stored.forget(tx, now))
    assert (await upload_of(database, upload_id)).status is UploadStatus.READY
    await database.transact(lambda tx: stored.forget(tx, now + timedelta(days=1)))
    upload = await upload_of(database, upload_id)
    assert (upload.status, upload.report) == (UploadStatus.CANCELLED, {})
    with pytest.raises(UploadOver):
        await database.transact(lambda tx: uploads.confirm(tx, admins[0], upload_id, now))
