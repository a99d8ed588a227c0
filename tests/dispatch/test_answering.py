"""Whoever is named first, whoever stands in, and the office: who has a request, keeps it, and is next."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.clock import Ticker
from bot.dispatch import (
    acquaintance,
    answering,
    correcting,
    declining,
    escalations,
    intake,
    leaves,
    offices,
    outcomes,
    reassigning,
    responsibility,
)
from bot.dispatch.correcting import Target, What, Why
from bot.dispatch.permissions import Relation
from bot.dispatch.refusals import NotYours
from storage import absences, deadlines, desk, drafts, events, people, requests
from storage.records import Act, RequestStatus

GRIDS = """
    code,name,level,parent,mode
    K,Community,community,,
    C,Compound,compound,K,trustee
    B,Building,building,C,
    D,Other compound,compound,K,
"""
PEOPLE = """
    name,role,grid,organisation,phone,telegram_id
    Li,leader,B,,13900000001,101
    Chen,leader,C,,13900000002,102
    Ma,secretary,K,,13900000003,103
    Guan,admin,K,,13900000004,104
    Liu,property,C,Anju,13900000005,105
    Qian,property,C,Anju,13900000006,106
    Han,staff,K,,13900000007,107
    Tang,staff,D,,13900000008,108
    Sun,leader,D,,13900000009,109
    Wang,member,K,,13900000010,110
"""
CATEGORIES = """
    code,name,parent,first
    HOUSE,House,,mixed=property;trustee=property;self=leader
    DRAIN,Drain,HOUSE,
    VOICE,Voice,,
    IDEA,Idea,VOICE,
"""
NAMES = ("Li", "Chen", "Ma", "Guan", "Liu", "Han", "Tang", "Sun", "Wang")
"""Whom a message reaches at first: not Qian."""


class Town:
    """The imported town, and acts in it, each in a transaction of its own."""

    def __init__(self, database, rules, now):
        self.database, self.rules, self.now = database, rules, now

    async def does(self, name, act, *args, **named):
        async def work(tx):
            return await act(tx, await self.person(tx, name), *args, rules=self.rules, now=self.now, **named)

        return await self.database.transact(work)

    async def person(self, tx, name):
        row = await tx.one("SELECT id FROM people WHERE name = :name", name=name)
        return await people.get(tx, row["id"])

    async def report(self, name="Wang", kind="DRAIN", *, unplaced=False):
        async def work(tx):
            person = await self.person(tx, name)
            grid = await intake.grid_of_poster(tx, "B")
            category = await tx.one("SELECT id FROM categories WHERE code = :code", code=kind)
            draft = await drafts.start(tx, person_id=person.id, words="leak", grid_id=grid, now=self.now)
            draft = replace(draft, category_id=category["id"], unplaced=unplaced)
            return await intake.submit(tx, person, draft, rules=self.rules, now=self.now)

        return (await self.database.transact(work)).id

    async def leaves(self, name, delegate=None, *, days=3):
        async def work(tx):
            who, other = await self.person(tx, name), delegate and await self.person(tx, delegate)
            await absences.begin(
                tx,
                person_id=who.id,
                delegate_id=other and other.id,
                since=self.now,
                until=self.now + timedelta(days=days),
            )
            await responsibility.reroute_all_of(tx, who, rules=self.rules, now=self.now, why="absent")

        await self.database.transact(work)

    async def passes(self, **time):
        self.now += timedelta(**time)
        while due := await self.database.read(lambda tx: deadlines.due(tx, self.now, 1)):
            await self.database.transact(
                lambda tx, due=due: escalations.ring(tx, due[0], rules=self.rules, now=self.now)
            )

    async def request(self, id_):
        return await self.database.read(lambda tx: requests.get(tx, id_))

    async def responsible(self, id_):
        async def read(tx):
            request = await requests.get(tx, id_)
            person = request.responsible_id and await people.get(tx, request.responsible_id)
            return person and person.name

        return await self.database.read(read)

    async def happened(self, id_, act):
        """What was kept of the last time this happened."""
        event = await self.database.read(lambda tx: events.last(tx, id_, act))
        return event.data

    async def told(self, id_):
        """Whom each escalation reached, in order."""

        async def read(tx):
            ids = [e.data["to"] for e in await events.of_request(tx, id_) if e.act is Act.ESCALATE]
            return [(await people.get(tx, one)).name for to in ids for one in to]

        return await self.database.read(read)

    async def said(self, id_, name):
        """The kinds of what was put into the outbox for somebody about the request."""

        async def read(tx):
            rows = await tx.all(
                """SELECT o.kind FROM outbox o JOIN people p ON p.id = o.person_id
                   WHERE p.name = :name AND o.request_id = :id AND o.card_id IS NULL ORDER BY o.id""",
                name=name,
                id=id_,
            )
            return [row["kind"] for row in rows]

        return await self.database.read(read)

    async def heard(self, name):
        """The kinds of all that was put into the outbox for somebody, edits aside."""

        async def read(tx):
            rows = await tx.all(
                """SELECT o.kind FROM outbox o JOIN people p ON p.id = o.person_id
                   WHERE p.name = :name AND o.card_id IS NULL ORDER BY o.id""",
                name=name,
            )
            return [row["kind"] for row in rows]

        return await self.database.read(read)

    async def becomes_an_emergency(self, id_):
        await self.database.transact(
            lambda tx: tx.run("UPDATE requests SET urgency = 'emergency' WHERE id = :id", id=id_)
        )

    async def relations(self, id_, name):
        async def read(tx):
            request = await requests.get(tx, id_)
            return await outcomes.relations_of(tx, await self.person(tx, name), request, self.now)

        return await self.database.read(read)

    async def orphans(self):
        return await self.database.read(lambda tx: responsibility.orphans(tx, self.now))


@pytest.fixture
async def town(database, import_files, rules, now):
    await import_files(grids=GRIDS, people=PEOPLE, categories=CATEGORIES)
    here = Town(database, rules, now - timedelta(hours=9))  # nine in the morning
    for name in NAMES:
        await here.does(name, acquaintance.within_reach)
    return here


# Named first


async def test_the_company_answers_with_its_reasons_and_the_leader_reads_along(town):
    id_ = await town.report()
    assert await town.responsible(id_) == "Liu"
    kept = await town.happened(id_, Act.ASSIGN)
    wanted = {"why": "submitted", "how": "first", "role": "property", "first": "property", "mode": "trustee"}
    assert {**kept, **wanted} == kept
    assert await town.said(id_, "Li") == ["informed"]
    assert await town.relations(id_, "Li") == {Relation.INFORMED}
    assert await town.relations(id_, "Chen") == set()
    assert await town.orphans() == []


async def test_who_reads_along_hears_once_and_no_longer_without_the_post(town, import_files):
    id_ = await town.report()
    await town.does("Qian", acquaintance.within_reach)
    await town.does("Liu", acquaintance.out_of_reach)
    assert await town.responsible(id_) == "Qian"
    assert await town.said(id_, "Li") == ["informed"]
    await import_files(prune=True, at=town.now, people=PEOPLE.replace("Li,leader", "Li,volunteer"))
    assert await town.relations(id_, "Li") == set()


async def test_when_the_post_of_the_company_ends_its_requests_go_on(town, import_files):
    id_ = await town.report()
    without = "\n".join(line for line in PEOPLE.splitlines() if "property" not in line)
    await import_files(prune=True, at=town.now, people=without)
    assert await town.responsible(id_) == "Li"
    kept = await town.happened(id_, Act.ASSIGN)
    assert (kept["why"], kept["how"], kept["failed"]) == ("post-ended", "post", "vacant")


async def test_what_the_company_declines_is_appealed_to_the_leader_and_not_to_a_colleague(town):
    id_ = await town.report()
    await town.does("Qian", acquaintance.within_reach)
    await town.does("Liu", declining.decline, id_, "no")
    await town.does("Wang", declining.appeal, id_, "yes")
    assert await town.responsible(id_) == "Li"


async def test_what_the_company_is_silent_about_climbs_from_the_deepest_leader(town):
    id_ = await town.report()
    await town.passes(hours=2)
    assert await town.told(id_) == ["Li"]
    assert await town.relations(id_, "Li") == {Relation.SUPERVISOR}
    await town.passes(hours=4)
    await town.passes(days=1)
    await town.passes(days=1)
    assert await town.told(id_) == ["Li", "Chen", "Ma", "Guan"]
    await town.does("Li", outcomes.accept, id_)
    assert await town.responsible(id_) == "Li"


# Leaves


async def test_an_escalation_passes_over_who_is_away_at_once(town):
    await town.leaves("Chen")
    id_ = await town.report(kind="IDEA")
    await town.passes(hours=2)
    assert await town.told(id_) == ["Ma"]
    assert (await town.happened(id_, Act.ESCALATE))["skipped"] == [["Compound", "absent"]]


async def test_who_goes_on_leave_hands_on_what_they_have_with_a_word_to_both_sides(town):
    id_ = await town.report(kind="IDEA")
    await town.does("Li", outcomes.accept, id_)
    await town.leaves("Li")
    assert await town.responsible(id_) == "Chen"
    assert (await town.request(id_)).status is RequestStatus.ASSIGNED
    assert (await town.said(id_, "Li"))[-1] == "note-moved-absent"
    assert (await town.said(id_, "Wang"))[-1] == "note-new-responsible"
    assert (await town.happened(id_, Act.ASSIGN))["skipped"] == [["Building", "absent"]]


async def test_a_stand_in_keeps_what_came_to_them_when_the_leave_is_over(town):
    await town.leaves("Li", "Sun")
    id_ = await town.report(kind="IDEA")
    assert await town.responsible(id_) == "Sun"
    assert (await town.happened(id_, Act.ASSIGN))["how"] == "delegate"
    town.now += timedelta(days=4)
    assert await town.orphans() == []
    await town.does("Sun", outcomes.accept, id_)
    assert await town.responsible(await town.report(kind="IDEA")) == "Li"


async def test_of_a_silent_stand_in_the_leader_who_is_back_hears(town):
    await town.leaves("Li", "Sun", days=1)
    id_ = await town.report(kind="IDEA")
    await town.does("Sun", outcomes.accept, id_)
    await town.passes(days=4)
    assert (await town.told(id_))[0] == "Li"


async def test_what_a_stand_in_declines_is_appealed_to_the_level_above(town):
    await town.leaves("Li", "Sun")
    id_ = await town.report(kind="IDEA")
    await town.does("Sun", declining.decline, id_, "no")
    await town.does("Wang", declining.appeal, id_, "yes")
    assert await town.responsible(id_) == "Chen"


async def test_who_stands_in_for_one_above_may_act_and_has_it_on_the_desk(town):
    await town.leaves("Chen", "Sun")
    id_ = await town.report(kind="IDEA")
    await town.passes(hours=2)
    assert await town.told(id_) == ["Sun"]

    async def on_the_desk(tx):
        sun = await town.person(tx, "Sun")
        return [item.id for item in await desk.escalated(tx, sun.id, town.now)]

    assert await town.database.read(on_the_desk) == [id_]
    await town.does("Sun", outcomes.accept, id_)
    assert await town.responsible(id_) == "Sun"
    assert await town.orphans() == []


async def test_a_request_is_passed_on_to_the_company_but_to_nobody_who_is_away(town):
    await town.leaves("Chen", "Sun")
    id_ = await town.report(kind="IDEA")

    async def names(tx):
        request = await requests.get(tx, id_)
        return [one.person.name for one in await reassigning.candidates(tx, request, town.now)]

    assert await town.database.read(names) == ["Sun", "Liu", "Ma", "Han"]
    sun, chen = [
        (await town.database.read(lambda tx, name=name: town.person(tx, name))).id for name in ("Sun", "Chen")
    ]
    await town.does("Li", reassigning.reassign, id_, sun, "nearer")
    kept = await town.happened(id_, Act.ASSIGN)
    assert (kept["for"], kept["role"], kept["grid"]) == (chen, "leader", "Compound")


# Above the last grid: the administrators


async def climbs_to_the_top(town):
    """Past everybody who leads."""
    for climb in ({"hours": 2}, {"hours": 4}, {"days": 1}, {"days": 1}):
        await town.passes(**climb)


async def test_who_stands_in_for_the_administrator_hears_instead_and_may_act(town):
    await town.leaves("Guan", "Sun", days=30)
    id_ = await town.report(kind="IDEA")
    await climbs_to_the_top(town)
    assert await town.told(id_) == ["Chen", "Ma", "Sun"]
    who = {
        name: (await town.database.read(lambda tx, name=name: town.person(tx, name))).id
        for name in ("Sun", "Guan")
    }
    kept = await town.happened(id_, Act.ESCALATE)
    assert (kept["instead"], kept["for"]) == ([who["Sun"]], [who["Guan"]])
    assert await town.relations(id_, "Sun") == {Relation.SUPERVISOR}
    assert await town.relations(id_, "Guan") == {Relation.ADMIN}
    await town.does("Sun", outcomes.accept, id_)
    assert await town.responsible(id_) == "Sun"
    town.now += timedelta(days=40)
    assert await town.orphans() == []  # what has come to a stand-in stays with them


@pytest.mark.parametrize("stand_in", [None, "Ma"])
async def test_the_only_administrator_hears_though_away_if_nobody_else_can(town, stand_in):
    await town.leaves("Guan", stand_in, days=30)  # Ma has heard as secretary
    id_ = await town.report(kind="IDEA")
    await climbs_to_the_top(town)
    assert await town.told(id_) == ["Chen", "Ma", "Guan"]


async def test_of_several_administrators_those_hear_who_are_there(town, import_files):
    await import_files(people=f"{PEOPLE}    Bai,admin,K,,13900000011,111\n", at=town.now)
    await town.does("Bai", acquaintance.within_reach)
    await town.leaves("Guan", days=30)
    id_ = await town.report(kind="IDEA")
    await climbs_to_the_top(town)
    assert await town.told(id_) == ["Chen", "Ma", "Bai"]


async def test_what_a_stand_in_has_taken_for_the_office_stays_but_not_without_a_post(town, import_files):
    await town.leaves("Guan", "Sun")
    id_ = await town.report(unplaced=True)
    await town.does("Sun", outcomes.accept, id_)
    town.now += timedelta(days=4)
    assert await town.orphans() == []
    await import_files(prune=True, at=town.now, people=without("Sun"))
    assert await town.responsible(id_) is None


# The office


async def test_what_has_no_place_goes_to_the_office_and_stays_there_until_it_has(town):
    id_ = await town.report(unplaced=True)
    await town.does("Qian", acquaintance.within_reach)
    request = await town.request(id_)
    assert (request.status, request.unplaced) == (RequestStatus.SUBMITTED, True)
    assert (await town.happened(id_, Act.QUEUE))["how"] == "unplaced"
    assert "queue" in await town.said(id_, "Han")
    assert "queue" in await town.said(id_, "Guan")
    assert "queue" not in await town.said(id_, "Tang")


async def test_the_office_is_whom_a_message_reaches_and_never_the_resident(town):
    id_ = await town.report("Han", unplaced=True)

    async def office(tx):
        return [one.name for one in await offices.office(tx, await requests.get(tx, id_), town.now)]

    assert await town.database.read(office) == ["Guan"]
    assert await town.relations(id_, "Han") == {Relation.RESIDENT}


async def test_staff_take_from_the_queue_of_their_grids_and_answer_for_what_they_took(town):
    id_ = await town.report(unplaced=True)

    async def queues(tx):
        staff = [await town.person(tx, name) for name in ("Han", "Tang", "Guan", "Wang")]
        return [[item.id for item in await desk.queue(tx, one.id, town.now)] for one in staff]

    assert await town.database.read(queues) == [[id_], [], [id_], []]
    with pytest.raises(NotYours):
        await town.does("Tang", outcomes.accept, id_)
    await town.does("Han", outcomes.accept, id_)
    assert await town.responsible(id_) == "Han"
    assert await town.orphans() == []
    assert await town.database.read(queues) == [[], [], [], []]


async def test_of_a_long_queue_who_is_back_gets_a_few_cards_and_the_desk(town):
    """What waited while they were away does not come as a hundred messages; an emergency always comes."""
    await town.leaves("Han", "Sun")
    ids = [await town.report(kind="VOICE", unplaced=True) for _ in range(8)]
    await town.becomes_an_emergency(ids[-1])
    before = await town.heard("Han")
    await town.does("Han", leaves.come_back)
    assert (await town.heard("Han"))[len(before) :] == [*["queue"] * 6, "desk"]
    assert await town.said(ids[-1], "Han") == ["queue"]
    await town.leaves("Han", "Ma")
    assert await town.heard("Ma") == [*["queue"] * 6, "desk"]


async def test_once_somebody_has_it_the_office_has_no_more_to_do_with_it(town):
    id_ = await town.report(unplaced=True)
    await town.does("Guan", outcomes.accept, id_)
    assert await town.relations(id_, "Han") == set()


# Cost


async def test_open_requests_are_counted_only_where_there_is_more_than_one_equal(town, monkeypatch):
    counted = []

    async def at_work(_, ids):
        counted.append(len(ids))
        return {}

    monkeypatch.setattr(requests, "at_work", at_work)
    id_ = await town.report()
    await town.report(kind="IDEA")
    assert counted == []
    await town.does("Qian", acquaintance.within_reach)

    async def decide(tx):
        return await answering.decide(tx, await requests.get(tx, id_), town.now)

    assert (await town.database.read(decide)).to.person.name == "Liu"
    assert counted == [2]


# No longer


def without(name, *instead):
    """The people's file without the rows of somebody, with others for them."""
    rows = [row for row in PEOPLE.splitlines() if not row.strip().startswith(f"{name},")]
    return "\n".join([*rows, *(f"    {row}" for row in instead)])


async def test_not_solved_goes_on_at_once_if_the_one_responsible_is_away(town):
    id_ = await town.report(kind="IDEA")
    await town.does("Li", outcomes.accept, id_)
    await town.does("Li", outcomes.resolve, id_, "done")
    await town.leaves("Li")
    assert ((await town.request(id_)).status, await town.responsible(id_)) == (RequestStatus.RESOLVED, "Li")
    await town.does("Wang", outcomes.reopen, id_, "no")
    assert (await town.request(id_)).status is RequestStatus.ASSIGNED
    assert await town.responsible(id_) == "Chen"
    assert (await town.happened(id_, Act.ASSIGN))["why"] == "absent"


@pytest.mark.parametrize("early", [True, False])
async def test_with_everybody_away_it_waits_for_the_office_until_one_is_back(town, early):
    """Of those who are back, early or in time, whoever is first on the way up has it then."""
    for name, days in (("Ma", 9), ("Chen", 9), ("Li", 2)):
        await town.leaves(name, days=days)
    id_ = await town.report(kind="IDEA")
    assert (await town.request(id_)).status is RequestStatus.SUBMITTED
    assert (await town.happened(id_, Act.QUEUE))["skipped"] == [
        ["Building", "absent"],
        ["Compound", "absent"],
        ["Community", "absent"],
    ]
    if early:
        await town.does("Li", leaves.come_back)
    else:
        town.now += timedelta(days=2)
        await Ticker(town.database, town.rules, lambda: town.now).look_at_posts()
        assert not await town.database.read(lambda tx: leaves.any_over(tx, town.now))
    assert await town.responsible(id_) == "Li"
    assert (await town.happened(id_, Act.ASSIGN))["why"] == "back"


async def test_two_who_would_stand_in_for_each_other_pass_nothing_round(town):
    await town.leaves("Li", "Chen")
    await town.leaves("Chen", "Li")
    id_ = await town.report(kind="IDEA")
    assert await town.responsible(id_) == "Ma"
    assert await town.orphans() == []


async def test_who_has_no_post_any_more_does_not_stand_in_any_more(town, import_files):
    await town.leaves("Li", "Sun")
    id_ = await town.report(kind="IDEA")
    await town.does("Sun", outcomes.accept, id_)
    await import_files(grids=GRIDS, people=without("Sun"), categories=CATEGORIES, prune=True, at=town.now)
    assert await town.responsible(id_) == "Chen"
    assert await town.relations(id_, "Sun") == frozenset()
    assert await town.responsible(await town.report(kind="IDEA")) == "Chen"


async def test_who_stood_in_long_ago_keeps_nothing_by_that(town, import_files):
    await town.leaves("Qian", "Liu", days=1)
    town.now += timedelta(days=4)
    id_ = await town.report()
    assert await town.responsible(id_) == "Liu"
    elsewhere = without("Liu", "Liu,property,D,Anju,13900000005,105")
    await import_files(grids=GRIDS, people=elsewhere, categories=CATEGORIES, prune=True, at=town.now)
    assert await town.responsible(id_) == "Li"


async def test_who_lost_the_post_above_and_is_of_the_office_takes_it_for_the_office(town, import_files):
    id_ = await town.report(kind="IDEA")
    await town.passes(hours=3)
    assert await town.told(id_) == ["Chen"]
    staff = without("Chen", "Chen,staff,K,,13900000002,102")
    await import_files(grids=GRIDS, people=staff, categories=CATEGORIES, prune=True, at=town.now)
    for name in ("Ma", "Li"):
        await town.leaves(name)
    await town.does("Chen", outcomes.accept, id_)
    assert await town.orphans() == []


@pytest.mark.parametrize("name", ["Anju", 'The ""quick"" ones', "back\\slash"])
async def test_an_organisation_keeps_what_came_to_it_until_the_kind_is_no_more(town, import_files, name):
    """It goes on to the leader then, once."""
    kinds = f'{CATEGORIES.rstrip()}\n    LIFT,Lifts,,"{name}"'
    people = without("Liu", f'Liu,volunteer,C,"{name}",13900000005,105')
    await import_files(grids=GRIDS, people=people, categories=kinds, prune=True, at=town.now)
    id_ = await town.report(kind="LIFT")
    assert await town.responsible(id_) == "Liu"
    assert await town.orphans() == []
    await import_files(grids=GRIDS, people=people, categories=CATEGORIES, prune=True, at=town.now)
    assert await town.responsible(id_) == "Li"
    assert await town.orphans() == []


async def test_at_another_place_nobody_of_the_old_one_has_to_do_with_it_any_more(town):
    """Neither who read along, nor to whom it was escalated; there it climbs from the deepest again."""
    id_ = await town.report()
    await town.passes(hours=3)
    await town.does("Li", outcomes.accept, id_)
    await town.passes(days=4)
    assert await town.told(id_) == ["Li", "Chen"]
    grid = await town.database.read(lambda tx: intake.grid_of_poster(tx, "D"))
    await town.does("Chen", correcting.correct, id_, Target(What.PLACE, grid), Why.NOT_HERE)
    assert await town.responsible(id_) == "Sun"
    for name in ("Li", "Chen", "Liu"):
        assert await town.relations(id_, name) == frozenset()


async def test_colleagues_stand_in_for_each_other_then_those_above_last_the_staff_around(town):
    await town.does("Qian", acquaintance.within_reach)

    async def names(who):
        return await town.database.read(lambda tx: stand_ins(tx, who))

    async def stand_ins(tx, who):
        return [one.person.name for one in await leaves.stand_ins(tx, await town.person(tx, who), town.now)]

    assert await names("Liu") == ["Qian", "Chen", "Ma", "Han"]
    assert await names("Li") == ["Chen", "Ma", "Han"]
    assert await names("Tang") == ["Sun", "Han", "Ma"]
    assert await names("Ma") == ["Han"]  # above whom nobody leads: the office's staff
