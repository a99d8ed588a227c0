"""A column that an import file does not have leaves what is there; a cell that is empty empties it."""

import pytest

from bot.dispatch.importing import ImportFaults
from storage import roster

GRIDS = """
    code,name,level,parent,dedicated,mode,aliases,boundary
    C,Community,community,,,,,
    G,Garden,compound,C,yes,trustee,Roses;Rose Garden,"POLYGON((1 1, 2 2, 1 2, 1 1))"
"""
PEOPLE = """
    name,role,grid,organisation,phone,telegram_id,skills,languages,until
    Li Wei,leader,G,School,19900000001,12,pipes,zh,2030-12-31
    Li Wei,volunteer,C,,19900000001,12,wires,en,2031-12-31
    Wang Fang,volunteer,G,,,,first aid,,2030-06-30
"""
CATEGORIES = """
    code,name,parent,icon,urgency,confidential,first,keywords,name_en,name_fr
    A,邻里,,🤝,urgent,yes,committee,吵架,Neighbours,Voisins
    B,养犬,A,🐕,low,no,property,狗,Dogs,Chiens
"""
ORGANISATIONS = """
    name,kind,grid,contact,categories
    Garden care,property,G,0971 612 0000,A
    Water works,firm,,12345,B
"""
WHOLE = {"grids": GRIDS, "people": PEOPLE, "categories": CATEGORIES, "organisations": ORGANISATIONS}
NARROW = {
    "grids": "code,name,level\nC,Community,community\nG,Garden,compound",
    "people": "name,role,grid\nLi Wei,leader,G\nLi Wei,volunteer,C\nWang Fang,volunteer,G",
    "categories": "code,name\nA,邻里\nB,养犬",
    "organisations": "name,kind\nGarden care,property\nWater works,firm",
}


@pytest.fixture
async def whole(import_files):
    """A community of which everything is known."""
    await import_files(**WHOLE)
    return import_files


async def held(database, part: str):
    return getattr(await database.read(roster.standing), part)


@pytest.mark.parametrize("file", NARROW)
@pytest.mark.parametrize("prune", [False, True])
async def test_a_file_with_the_needed_columns_alone_changes_nothing(
    database, whole, would_change, file, prune
):
    before = await database.read(roster.standing)
    assert await would_change(**{file: NARROW[file]}, prune=prune) == ()
    assert not (await whole(**{file: NARROW[file]}, prune=prune)).changes_anything(prune=prune)
    assert await database.read(roster.standing) == before


async def test_all_files_with_the_needed_columns_alone_change_nothing_together(database, whole):
    before = await database.read(roster.standing)
    assert not (await whole(**NARROW, prune=True)).changes_anything(prune=True)
    assert await database.read(roster.standing) == before


@pytest.mark.parametrize(
    ("file", "words", "detail"),
    [
        ("grids", ("Garden", "Park"), ("name", "Garden", "Park")),
        ("people", ("Wang Fang,volunteer", "Wang Fang,member"), None),
        ("categories", ("邻里", "邻里矛盾"), ("name", "邻里", "邻里矛盾")),
        ("organisations", ("property", "team"), ("kind", "property", "team")),
    ],
)
async def test_just_what_the_file_says_is_shown_and_changed_and_the_second_time_nothing(
    whole, would_change, file, words, detail
):
    changed = NARROW[file].replace(*words)
    (change,) = await would_change(**{file: changed})
    assert change.what == ("changed" if detail else "added")
    if detail:
        assert change.details == (detail,)
    await whole(**{file: changed})
    assert await would_change(**{file: changed}) == ()
    assert not (await whole(**{file: changed})).changes_anything(prune=False)


async def test_a_grid_keeps_what_its_file_does_not_tell_of(database, whole):
    await whole(grids=NARROW["grids"].replace("Garden", "Park") + "\nH,Hill,compound")
    found = await held(database, "grids")
    park, hill = found["G"], found["H"]
    assert (park.name, park.parent, park.dedicated, park.mode) == ("Park", "C", True, "trustee")
    assert (park.aliases, park.boundary) == ('["Roses","Rose Garden"]', "POLYGON((1 1, 2 2, 1 2, 1 1))")
    assert (hill.parent, hill.dedicated, hill.mode, hill.aliases, hill.boundary) == (
        None,
        False,
        None,
        "[]",
        None,
    )


async def test_an_empty_cell_empties_what_was_there(database, whole):
    await whole(grids="code,name,level,mode,aliases\nC,Community,community,,\nG,Garden,compound,,")
    garden = (await held(database, "grids"))["G"]
    assert (garden.parent, garden.dedicated, garden.mode, garden.aliases) == ("C", True, None, "[]")
    await whole(people="name,role,grid,skills,until\nWang Fang,volunteer,G,,")
    wang = next(entry for entry in (await held(database, "people")).values() if entry.name == "Wang Fang")
    (post,) = [post.entry for post in await held(database, "posts") if post.entry.until is None]
    assert (wang.skills, post.role) == ("[]", "volunteer")


async def test_a_compound_that_becomes_a_building_has_no_management_mode_any_more(
    database, whole, would_change
):
    building = NARROW["grids"].replace("compound", "building")
    (change,) = await would_change(grids=building)
    assert change.details == (("level", "compound", "building"), ("mode", "trustee", ""))
    await whole(grids=building)
    assert (await held(database, "grids"))["G"].mode is None
    assert await would_change(grids=building) == ()


async def test_each_post_keeps_its_own_last_day_and_organisation_and_a_person_what_they_can(database, whole):
    await whole(people=NARROW["people"] + "\nLi Wei,deputy,C")
    (li,) = [who for who, entry in (await held(database, "people")).items() if entry.phone]
    posts = {p.entry.role: p.entry for p in await held(database, "posts") if p.entry.person_id == li}
    assert {role: post.until and post.until.year for role, post in posts.items()} == {
        "leader": 2030,
        "volunteer": 2031,
        "deputy": None,
    }
    assert {role: post.organisation for role, post in posts.items()} == {
        "leader": "School",
        "volunteer": None,
        "deputy": None,
    }
    person = (await held(database, "people"))[li]
    assert (person.skills, person.languages, person.telegram_id) == ('["pipes","wires"]', '["zh","en"]', 12)


@pytest.mark.parametrize("who", ["phone\nLi Wei,leader,G,19900000001", "telegram_id\nLi Wei,leader,G,12"])
async def test_whoever_is_found_by_a_number_keeps_the_other_and_all_else(database, whole, who):
    before = await database.read(roster.standing)
    assert not (await whole(people=f"name,role,grid,{who}")).changes_anything(prune=False)
    await whole(people=f"name,role,grid,{who}".replace("Wei", "Wen"))
    after = await database.read(roster.standing)
    assert after.posts == before.posts
    for person_id, was in before.people.items():
        assert after.people[person_id] == (was._replace(name="Li Wen") if was.phone else was)


async def test_two_rows_that_turn_out_to_be_one_person_keep_the_skills_of_both(database, import_files):
    head = "name,role,grid,phone,telegram_id,skills\n"
    await import_files(
        grids=NARROW["grids"],
        people=head + "Li Wei,leader,G,19900000001,,pipes\nLi Wei,volunteer,C,,12,wires",
    )
    one = (
        "name,role,grid,phone,telegram_id\nLi Wei,leader,G,19900000001,12\nLi Wei,volunteer,C,19900000001,12"
    )
    await import_files(people=one)
    (li,) = (await held(database, "people")).values()
    assert li.skills == '["pipes","wires"]'
    assert not (await import_files(people=one)).changes_anything(prune=True)


async def test_a_new_item_has_what_its_parent_keeps(database, whole):
    await whole(categories="code,name,parent\nA,邻里,\nB,养犬,A\nD,噪音,A")
    found = await held(database, "categories")
    assert (found["B"].urgency, found["B"].confidential, found["B"].first) == (
        "low",
        False,
        '{"":"property"}',
    )
    assert (found["D"].urgency, found["D"].confidential, found["D"].first) == (
        "urgent",
        True,
        '{"":"committee"}',
    )
    assert (found["A"].icon, found["D"].icon, found["D"].keywords) == ("🤝", "", "[]")


async def test_names_in_a_language_the_file_does_not_have_stay(database, whole):
    await whole(categories="code,name,name_en\nA,邻里,People\nB,养犬,")
    found = await held(database, "categories")
    assert found["A"].names == '{"":"邻里","en":"People","fr":"Voisins"}'
    assert found["B"].names == '{"":"养犬","fr":"Chiens"}'


async def test_a_list_that_replaces_the_built_in_one_keeps_nothing_of_it(database, import_files):
    from bot.dispatch.roster import ensure_categories

    await database.transact(ensure_categories)
    await import_files(categories="code,name\nPEOPLE,邻里\n")
    people = (await held(database, "categories"))["PEOPLE"]
    assert (people.confidential, people.icon, people.names) == (False, "", '{"":"邻里"}')


async def refused(import_files, **files) -> list[tuple]:
    with pytest.raises(ImportFaults) as refusal:
        await import_files(**files)
    return [(fault.file, fault.row, fault.column, fault.value, fault.key) for fault in refusal.value.faults]


async def test_what_is_kept_is_no_reason_to_keep_what_prune_takes_away(whole):
    assert await refused(whole, prune=True, grids="code,name,level\nG,Garden,compound") == [
        ("grids.csv", 2, "parent", "C", "import-kept-gone")
    ]
    assert await refused(whole, prune=True, categories="code,name\nB,养犬") == [
        ("categories.csv", 2, "parent", "A", "import-kept-gone")
    ]
    assert await refused(
        whole,
        prune=True,
        grids="code,name,level\nC,Community,community",
        organisations=NARROW["organisations"],
    ) == [("organisations.csv", 2, "grid", "G", "import-kept-gone")]


async def test_a_cycle_with_what_is_kept_is_found(whole):
    assert await refused(whole, grids="code,name,level,parent\nC,Community,community,G") == [
        ("grids.csv", 2, "parent", "G", "import-cycle")
    ]


async def test_an_organisation_that_is_several_must_say_which_one_is_meant(whole):
    await whole(organisations=ORGANISATIONS + "    Garden care,property,C,12315,\n")
    assert await refused(whole, organisations=NARROW["organisations"]) == [
        ("organisations.csv", 2, "name", "Garden care", "import-organisation-which")
    ]


async def test_whom_people_serve_by_a_column_their_file_does_not_have_may_still_answer_first(whole):
    await whole(people=PEOPLE, prune=True)
    narrow = {"people": NARROW["people"], "categories": "code,name,first\nA,邻里,School\nB,养犬,School"}
    assert (await whole(**narrow, prune=True)).categories.tally.changed == 2


async def test_a_kept_answer_that_has_gone_since_stops_no_import(whole):
    await whole(categories="code,name,first\nA,邻里,Water works\nB,养犬,leader")
    await whole(prune=True, organisations="name,kind\nGarden care,property")
    assert not (await whole(categories=NARROW["categories"])).changes_anything(prune=False)
