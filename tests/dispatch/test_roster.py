"""Importing: twice is once, a change changes, what has gone is named and taken away only when asked for."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.dispatch import intake, linking
from bot.dispatch.importing import Checked, ImportFaults, check_path
from bot.dispatch.roster import ensure_categories
from bot.dispatch.roster.writing import known, refuse_empty, write
from storage import accounts, cards, categories, drafts, grids, people, requests, roster
from storage.records import RequestStatus

SAMPLE = Path(__file__).parents[2] / "sandbox" / "sample"
GRIDS = """
    code,name,level,parent
    C,Community,community,
    G,Garden,compound,C
    H,Hill,compound,C
"""
PEOPLE = """
    name,role,grid,phone,telegram_id,until,skills
    Sun,secretary,C,,11,,
    Li Wei,leader,G,19900000001,12,,
    Li Wei,volunteer,H,19900000001,,,pipes;wires
    Wang Fang,volunteer,G,,,,
"""


def counts(plan, file: str) -> tuple[int, int, int, int]:
    tally = plan.tallies()[file]
    return tally.added, tally.changed, tally.unchanged, len(tally.gone)


async def everything(database) -> list[tuple]:
    """Every row of the roster's tables as it is stored."""

    async def work(tx):
        return [
            tuple(dict(row).items())
            for table in ("grids", "people", "posts", "categories")
            for row in await tx.all(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608
        ]

    return await database.read(work)


async def test_the_sample_community_comes_in_whole_and_again_changes_nothing(database, rules, now):
    async def bring_in():
        standing = await database.read(roster.standing)
        checked = check_path(SAMPLE, known(standing, prune=True))
        return await database.transact(lambda tx: write(tx, checked, prune=True, rules=rules, now=now))

    first = await bring_in()
    before = await everything(database)
    again = await bring_in()
    for file in ("grids.csv", "people.csv", "organisations.csv"):
        rows = len((SAMPLE / file).read_text("utf-8").splitlines()) - 1
        assert counts(first, file) == (rows, 0, 0, 0)
        assert counts(again, file) == (0, 0, rows, 0)
    assert not again.changes_anything(prune=True)
    assert await everything(database) == before


async def test_the_rows_of_one_person_become_one_with_all_their_posts(database, import_files, now):
    await import_files(grids=GRIDS, people=PEOPLE)
    li = await database.read(lambda tx: people.by_telegram(tx, 12))
    posts = await database.read(lambda tx: people.posts_of(tx, li.id, now))
    standing = await database.read(roster.standing)
    assert [post.role for post in posts] == ["leader", "volunteer"]
    assert li.phone == "+8619900000001"
    assert standing.people[li.id].skills == '["pipes","wires"]'


async def test_a_changed_row_updates_and_nothing_else_is_written(database, import_files):
    await import_files(grids=GRIDS, people=PEOPLE)
    plan = await import_files(
        grids=GRIDS.replace("Garden", "Park"), people=PEOPLE.replace("Li Wei", "Li Wen")
    )
    assert [entry.name for entry in plan.grids.write] == ["Park"]
    assert counts(plan, "grids.csv") == (0, 1, 2, 0)
    assert counts(plan, "people.csv") == (0, 2, 2, 0)
    assert (await database.read(lambda tx: people.by_telegram(tx, 12))).name == "Li Wen"


async def test_a_grid_moves_under_another_parent(database, import_files):
    await import_files(grids=GRIDS)
    await import_files(grids=GRIDS.replace("H,Hill,compound,C", "H,Hill,compound,G"))
    hill = await database.read(lambda tx: grids.by_code(tx, "H"))
    path = await database.read(lambda tx: grids.path(tx, hill.id))
    assert [grid.code for grid in path] == ["H", "G", "C"]


async def test_codes_that_differ_by_capitals_alone_are_two_grids_each_found_by_its_own(
    database, import_files
):
    await import_files(grids=GRIDS + "    g,Green,compound,C\n")
    for code, name in (("G", "Garden"), ("g", "Green"), ("h", "Hill")):
        assert (await database.read(lambda tx, code=code: grids.by_code(tx, code))).name == name


async def test_what_has_gone_is_named_and_stays_without_prune(database, import_files):
    await import_files(grids=GRIDS, people=PEOPLE)
    before = await everything(database)
    plan = await import_files(
        grids=GRIDS.replace("    H,Hill,compound,C\n", ""),
        people=PEOPLE.replace("    Wang Fang,volunteer,G,,,,\n", ""),
    )
    assert plan.grids.tally.gone == (("H", "Hill"),)
    assert plan.people.tally.gone == (("Wang Fang", "volunteer", "G"),)
    assert await everything(database) == before


async def test_prune_ends_what_has_gone_and_deletes_nobody(database, import_files):
    await import_files(grids=GRIDS, people=PEOPLE)
    await import_files(
        prune=True,
        grids=GRIDS.replace("    H,Hill,compound,C\n", ""),
        people=PEOPLE.replace("    Wang Fang,volunteer,G,,,,\n", "").replace(
            "    Li Wei,volunteer,H,19900000001,,,pipes;wires\n", ""
        ),
    )
    standing = await database.read(roster.standing)
    assert set(standing.grids) == {"C", "G"}
    assert {entry.name for entry in standing.people.values()} == {"Sun", "Li Wei", "Wang Fang"}
    assert {(post.entry.grid, post.entry.role) for post in standing.posts if not post.ended} == {
        ("C", "secretary"),
        ("G", "leader"),
    }


async def test_prune_of_grids_alone_ends_the_posts_on_them(database, import_files, now):
    await import_files(grids=GRIDS, people=PEOPLE)
    await import_files(prune=True, grids=GRIDS.replace("    H,Hill,compound,C\n", ""))
    li = await database.read(lambda tx: people.by_telegram(tx, 12))
    assert [post.role for post in await database.read(lambda tx: people.posts_of(tx, li.id, now))] == [
        "leader"
    ]


async def test_what_comes_back_stands_again_as_who_it_was(database, import_files):
    await import_files(grids=GRIDS, people=PEOPLE)
    was = {entry.name: who for who, entry in (await database.read(roster.standing)).people.items()}
    await import_files(
        prune=True,
        grids=GRIDS.replace("    H,Hill,compound,C\n", ""),
        people="name,role,grid,telegram_id\nSun,secretary,C,11",
    )
    await import_files(grids=GRIDS, people=PEOPLE)
    standing = await database.read(roster.standing)
    assert set(standing.grids) == {"C", "G", "H"}
    assert {entry.name: who for who, entry in standing.people.items()} == was


async def test_an_administrator_of_the_settings_alone_makes_no_roster(database, import_files, now):
    await database.transact(lambda tx: people.keep_administrators(tx, frozenset({77}), now))
    assert not await database.read(lambda tx: roster.has_posts(tx, now))
    await import_files(grids=GRIDS, people="name,role,grid\nSun,secretary,C")
    assert await database.read(lambda tx: roster.has_posts(tx, now))


def test_prune_with_a_file_of_only_a_header_is_refused():
    with pytest.raises(ImportFaults):
        refuse_empty(Checked(people=()))
    refuse_empty(Checked(grids=None, people=None))


async def test_one_bad_row_changes_nothing(database, import_files):
    await import_files(grids=GRIDS, people=PEOPLE)
    before = await everything(database)
    with pytest.raises(ImportFaults):
        await import_files(
            grids=GRIDS.replace("Garden", "Park"), people=PEOPLE + "    Ma,leader,NOWHERE,,,,\n"
        )
    assert await everything(database) == before


async def test_a_fault_while_writing_changes_nothing(database, import_files, monkeypatch):
    await import_files(grids=GRIDS)
    before = await everything(database)

    async def fails(*_args, **_named):
        raise LookupError

    monkeypatch.setattr(roster, "add_posts", fails)
    with pytest.raises(LookupError):
        await import_files(grids=GRIDS.replace("Garden", "Park"), people=PEOPLE)
    assert await everything(database) == before


async def test_a_resident_named_by_account_becomes_the_person_of_the_roster(database, import_files, now):
    async def meet(tx):
        person = await people.add(tx, name="lili", telegram_id=12, language="en", now=now)
        await people.set_reachable(tx, person.id, True)
        return person.id

    resident_id = await database.transact(meet)
    await import_files(grids=GRIDS, people=PEOPLE)
    li = await database.read(lambda tx: people.by_telegram(tx, 12))
    assert (li.id, li.name, li.reachable, li.language) == (resident_id, "Li Wei", True, "en")


async def test_an_account_given_later_joins_the_residents_row_to_the_rosters(database, import_files, now):
    without = PEOPLE.replace("19900000001,12", "19900000001,")
    await import_files(grids=GRIDS, people=without)

    async def meet(tx):
        person = await people.add(tx, name="lili", telegram_id=12, language="en", now=now)
        await people.set_reachable(tx, person.id, True)
        await drafts.start(tx, person_id=person.id, words="the drain", grid_id=None, now=now)

    await database.transact(meet)
    await import_files(grids=GRIDS, people=PEOPLE)
    standing = await database.read(roster.standing)
    li = await database.read(lambda tx: people.by_telegram(tx, 12))
    assert sorted(entry.name for entry in standing.people.values()) == ["Li Wei", "Sun", "Wang Fang"]
    assert (li.name, li.reachable, li.phone) == ("Li Wei", True, "+8619900000001")
    assert (await database.read(lambda tx: drafts.current(tx, li.id))).words == "the drain"


async def test_who_was_linked_stays_linked_and_the_same_file_still_changes_nothing(
    database, import_files, rules, now
):
    await import_files(grids=GRIDS, people=PEOPLE)

    async def link(tx):
        (row,) = await people.without_account(tx, now)
        secret = await linking.invite(tx, row["id"], now)
        person = await people.add(tx, name="fang", telegram_id=77, language="en", now=now)
        return await linking.join(tx, person, secret, rules=rules, now=now)

    wang = await database.transact(link)
    plan = await import_files(grids=GRIDS, people=PEOPLE, prune=True)
    assert not plan.changes_anything(prune=True)
    plan = await import_files(
        grids=GRIDS, people=PEOPLE.replace("Fang,volunteer,G,", "Fang,volunteer,G,19900000009")
    )
    assert counts(plan, "people.csv") == (0, 1, 3, 0)
    now_known = await database.read(lambda tx: people.get(tx, wang.id))
    assert (now_known.telegram_id, now_known.phone) == (77, "+8619900000009")


async def test_two_people_may_change_accounts_with_one_another(database, import_files):
    both = """
        name,role,grid,phone,telegram_id
        Li Wei,leader,G,19900000001,{}
        Ma Jun,leader,H,19900000002,{}
    """
    await import_files(grids=GRIDS, people=both.format(1, 2))
    await import_files(grids=GRIDS, people=both.format(2, 1))
    assert (await database.read(lambda tx: people.by_telegram(tx, 1))).name == "Ma Jun"
    assert (await database.read(lambda tx: people.by_telegram(tx, 2))).name == "Li Wei"
    plan = await import_files(grids=GRIDS, people=both.format(2, 1))
    assert not plan.changes_anything(prune=True)


async def with_a_card(database, person_id, chat_id, now):
    """A card about a request stands in the chat, and its number was said there."""

    async def work(tx):
        await people.set_reachable(tx, person_id, True)
        await cards.adopt(tx, "request", chat_id=chat_id, message_id=5, now=now, person_id=person_id)
        await drafts.start(tx, person_id=person_id, words="my own", grid_id=None, now=now)

    await database.transact(work)


async def test_an_account_that_an_import_takes_from_a_person_is_shown_nothing_more_of_theirs(
    database, import_files, rules, now
):
    await import_files(grids=GRIDS, people=PEOPLE)
    request = await reported(database, rules, now)
    li = await database.read(lambda tx: people.by_telegram(tx, 12))
    assert request.responsible_id == li.id
    await with_a_card(database, li.id, 12, now)
    await import_files(grids=GRIDS, people=PEOPLE.replace(",12,", ",13,"))
    old, new = [await database.read(lambda tx, n=n: people.by_telegram(tx, n)) for n in (12, 13)]
    assert (new.id, old.name) == (li.id, "")
    left = await database.read(lambda tx: tx.all("SELECT person_id, kind FROM cards WHERE chat_id = 12"))
    assert [dict(row) for row in left] == []
    assert (await database.read(lambda tx: drafts.current(tx, old.id))).words == "my own"
    assert await said_to(database, old.id) == ["welcome"]
    # Nobody has met the new account yet.
    sun = await database.read(lambda tx: people.by_telegram(tx, 11))
    assert (await database.read(lambda tx: requests.get(tx, request.id))).responsible_id == sun.id


async def test_who_is_given_anothers_account_has_what_it_was_writing_and_nothing_else(
    database, import_files, now
):
    both = """
        name,role,grid,phone,telegram_id
        Li Wei,leader,G,19900000001,{}
        Ma Jun,leader,H,19900000002,{}
    """
    await import_files(grids=GRIDS, people=both.format(1, ""))
    li = await database.read(lambda tx: people.by_telegram(tx, 1))
    await with_a_card(database, li.id, 1, now)
    await import_files(grids=GRIDS, people=both.format(2, 1))
    ma = await database.read(lambda tx: people.by_telegram(tx, 1))
    assert (ma.name, ma.reachable) == ("Ma Jun", True)
    assert (await database.read(lambda tx: drafts.current(tx, ma.id))).words == "my own"
    assert await database.read(lambda tx: drafts.current(tx, li.id)) is None
    assert await database.read(lambda tx: tx.all("SELECT 1 FROM cards")) == []


TWO_POSTS = """
    name,role,grid,telegram_id
    Ma Li,leader,G,31
    Ma Li,volunteer,H,31
"""


async def test_whoever_has_several_posts_and_has_lost_their_account_stays_one(database, import_files, now):
    await import_files(grids=GRIDS, people=TWO_POSTS)
    before = await database.read(lambda tx: people.by_telegram(tx, 31))
    await database.transact(lambda tx: accounts.part(tx, before, now))
    plan = await import_files(people=TWO_POSTS.replace(",31", ","))
    assert not plan.changes_anything(prune=True)
    await import_files(people=TWO_POSTS.replace(",31", ",").replace("leader", "deputy"))
    posts = await database.read(lambda tx: people.posts_of(tx, before.id, now))
    assert sorted(post.role for post in posts) == ["deputy", "leader", "volunteer"]


async def test_namesakes_on_two_grids_without_a_number_are_two_people_ever_after(import_files):
    rows = """
        name,role,grid
        Ma Li,leader,G
        Ma Li,volunteer,H
    """
    assert len((await import_files(grids=GRIDS, people=rows)).people.new) == 2
    assert not (await import_files(people=rows)).changes_anything(prune=True)


async def test_namesakes_with_different_phones_are_two_people(import_files):
    two = """
        name,role,grid,phone
        Li Na,volunteer,G,19900000001
        Li Na,volunteer,G,19900000002
    """
    await import_files(grids=GRIDS, people=two)
    plan = await import_files(grids=GRIDS, people=two.replace("0002", "0003"))
    assert counts(plan, "people.csv") == (1, 0, 1, 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("19900000001,", "19900000009,"),
        ("19900000001,41", "19900000009,"),
        ("19900000001,41", "19900000009,41"),
        ("19900000001,41", "19900000001,42"),
        (",41", ",42"),
    ],
)
async def test_who_has_a_new_number_or_account_in_the_same_row_is_the_same(import_files, before, after):
    rows = "name,role,grid,phone,telegram_id\nLi Na,leader,G,"
    await import_files(grids=GRIDS, people=rows + before)
    plan = await import_files(people=rows + after)
    assert counts(plan, "people.csv") == (0, 1, 0, 0)
    assert not plan.people.new


async def test_whoever_has_shared_the_number_that_a_row_now_has_is_that_person(database, import_files, now):
    rows = "name,role,grid,phone\nLi Na,leader,G,"
    await import_files(grids=GRIDS, people=rows + "19900000001")

    async def meet(tx):
        person = await people.add(tx, name="na", telegram_id=77, language="en", now=now)
        await people.set_reachable(tx, person.id, True)
        await people.set_phone(tx, person.id, "+8619900000009")
        await drafts.start(tx, person_id=person.id, words="the drain", grid_id=None, now=now)

    await database.transact(meet)
    plan = await import_files(people=rows + "19900000009")
    assert counts(plan, "people.csv") == (0, 1, 0, 0)
    (li,) = (await database.read(roster.standing)).people.values()
    assert (li.name, li.phone, li.telegram_id, li.reachable) == ("Li Na", "+8619900000009", 77, True)
    person = await database.read(lambda tx: people.by_telegram(tx, 77))
    assert (await database.read(lambda tx: drafts.current(tx, person.id))).words == "the drain"
    assert not (await import_files(people=rows + "19900000009")).changes_anything(prune=True)


@pytest.mark.parametrize(
    "after",
    [
        "Li Na,leader,G,19900000009,43",  # nothing of the other is left but the name
        "Li Na,leader,G,19900000009,\nLi Na,leader,G,19900000008,",  # who of them was it?
        "Li Na,leader,G,19900000009,\nLi Na,leader,H,19900000001,",  # that one is there still
    ],
)
async def test_who_may_be_a_namesake_is_somebody_new(import_files, after):
    rows = "name,role,grid,phone,telegram_id\n"
    await import_files(grids=GRIDS, people=rows + "Li Na,leader,G,19900000001,41")
    plan = await import_files(people=rows + after)
    assert plan.people.new
    assert len(plan.people.gone_posts) == 1


async def test_a_post_lasts_until_the_end_of_its_last_day_there(database, import_files):
    await import_files(grids=GRIDS, people="name,role,grid,telegram_id,until\nSun,leader,G,11,2026-03-31")
    sun = await database.read(lambda tx: people.by_telegram(tx, 11))
    midnight = datetime(2026, 3, 31, 16, tzinfo=UTC)  # in Shanghai
    for moment, posts in ((midnight - timedelta(seconds=1), 1), (midnight, 0)):
        assert len(await database.read(lambda tx, at=moment: people.posts_of(tx, sun.id, at))) == posts
    plan = await import_files(at=midnight, grids=GRIDS, people="name,role,grid\nMa,staff,G")
    assert plan.people.tally.gone == ()  # it had ended by itself


async def reported(database, rules, now, grid: str = "G"):
    """A resident's request in that grid."""

    async def work(tx):
        resident = await people.by_telegram(tx, 500) or await people.add(
            tx, name="Wang", telegram_id=500, language="en", now=now
        )
        for person_id in (await roster.standing(tx)).people:
            await people.set_reachable(tx, person_id, True)
        place = await grids.by_code(tx, grid)
        draft = await drafts.start(tx, person_id=resident.id, words="the drain", grid_id=place.id, now=now)
        await tx.run("UPDATE drafts SET not_sure = TRUE WHERE id = :id", id=draft.id)
        draft = await drafts.current(tx, resident.id)
        return await intake.submit(tx, resident, draft, rules=rules, now=now)

    return await database.transact(work)


async def said_to(database, person_id: int) -> list[str]:
    async def work(tx):
        rows = await tx.all("SELECT kind FROM outbox WHERE person_id = :id ORDER BY id", id=person_id)
        return [row["kind"] for row in rows]

    return await database.read(work)


async def test_when_a_leader_is_replaced_their_open_requests_go_to_the_next_with_a_word_to_both(
    database, import_files, rules, now
):
    await import_files(grids=GRIDS, people=PEOPLE)
    request = await reported(database, rules, now)
    li = await database.read(lambda tx: people.by_telegram(tx, 12))
    assert request.responsible_id == li.id
    await import_files(prune=True, grids=GRIDS, people=PEOPLE.replace("Li Wei,leader", "Li Wei,member"))
    sun = await database.read(lambda tx: people.by_telegram(tx, 11))
    after = await database.read(lambda tx: requests.get(tx, request.id))
    assert (after.status, after.responsible_id) == (RequestStatus.ASSIGNED, sun.id)
    assert "note-moved" in await said_to(database, li.id)
    assert "request" in await said_to(database, sun.id)
    assert "note-new-responsible" in await said_to(database, after.resident_id)


async def test_a_queued_request_finds_the_leader_that_an_import_brings(database, import_files, rules, now):
    await import_files(grids=GRIDS)
    request = await reported(database, rules, now)
    assert request.status is RequestStatus.SUBMITTED
    li = await database.transact(
        lambda tx: people.add(tx, name="Li", telegram_id=501, language="en", now=now)
    )
    await database.transact(lambda tx: people.set_reachable(tx, li.id, True))
    await import_files(people="name,role,grid,telegram_id\nLi,leader,G,501")
    after = await database.read(lambda tx: requests.get(tx, request.id))
    assert after.status is RequestStatus.ASSIGNED


async def test_the_built_in_categories_come_once_and_a_file_takes_their_place(database, import_files):
    for _ in range(2):
        await database.transact(ensure_categories)
    roots = await database.read(lambda tx: categories.children(tx, None))
    assert len(roots) == 8
    assert [len(await database.read(lambda tx, r=root: categories.children(tx, r.id))) for root in roots] == [
        6, 5, 4, 4, 4, 6, 4, 2,
    ]  # fmt: skip
    own = "code,name,parent,name_en,first\nHOUSE,房屋,,Housing,trustee=property\nROOF,屋顶,HOUSE,,\n"
    plan = await import_files(categories=own)
    assert counts(plan, "categories.csv") == (1, 1, 0, 0)
    (house,) = await database.read(lambda tx: categories.children(tx, None))
    (roof,) = await database.read(lambda tx: categories.children(tx, house.id))
    assert house.names == {"": "房屋", "en": "Housing"}
    assert roof.code == "ROOF"
    standing = await database.read(roster.standing)
    assert standing.categories["ROOF"].first == '{"":"leader","trustee":"property"}'
    assert not (await import_files(categories=own)).changes_anything(prune=True)
    await database.transact(ensure_categories)
    assert len(await database.read(lambda tx: categories.children(tx, None))) == 1


async def test_an_item_may_be_added_below_a_category_imported_before(database, import_files):
    await import_files(categories="code,name,urgency,first\nROOF,Roofs,urgent,mixed=property\n")
    plan = await import_files(categories="code,name,parent\nTILE,Tiles,ROOF\n")
    assert plan.categories.tally.gone == (("ROOF",),)
    standing = await database.read(roster.standing)
    assert standing.categories["TILE"].urgency == "urgent"
    assert standing.categories["TILE"].first == '{"":"leader","mixed":"property"}'
