"""Corrections, the office's choices and leaves through the services, on both databases."""

from datetime import timedelta

import pytest

from bot.dispatch import correcting, intake, leaves, office_queue, outcomes
from bot.dispatch.correcting import Target, What, Why, times_passed_on
from bot.dispatch.refusals import CannotAnswer, CannotStandIn, Gone, NoPost, NothingSaid, NotYours, TooLate
from storage import deadlines, drafts, events, grids, people, requests
from storage.records import Act, Clock, Event, RequestStatus

GRIDS = """
    code,name,level,parent
    K,Community,community,
    C,Compound,compound,K
    B,Building,building,C
    D,Other building,building,C
    M,Other community,community,
"""
PEOPLE = """
    name,role,grid,phone,telegram_id
    Li,leader,B,13900000001,101
    Wu,leader,D,13900000002,102
    Chen,leader,C,13900000003,103
    Guan,admin,K,13900000004,104
    Sun,staff,K,13900000005,105
    Zhou,volunteer,K,13900000006,106
    He,staff,M,13900000007,107
    Feng,property,C,13900000008,108
"""
CATEGORIES = """
    code,name,parent,urgency,first
    HOUSE,Housing,,normal,
    DRAIN,Drain,HOUSE,normal,
    LIFT,Lift,HOUSE,normal,property
    SAFE,Safety,,normal,
    FIRE,Fire,SAFE,emergency,
"""


class Community:
    """The imported community, in which each act has a transaction of its own."""

    def __init__(self, database, rules, now):
        self.database, self.rules, self.now = database, rules, now

    async def does(self, name, act, *args, **named):
        async def work(tx):
            return await act(tx, await self.person(tx, name), *args, rules=self.rules, now=self.now, **named)

        return await self.database.transact(work)

    async def person(self, tx, name):
        row = await tx.one("SELECT id FROM people WHERE name = :name", name=name)
        return await people.get(tx, row["id"])

    async def id_of(self, name):
        return (await self.database.read(lambda tx: self.person(tx, name))).id

    async def opens(self, *names):
        async def work(tx):
            for name in names:
                await people.set_reachable(tx, (await self.person(tx, name)).id, True)

        await self.database.transact(work)

    async def grid(self, code):
        return (await self.database.read(lambda tx: grids.by_code(tx, code))).id

    async def kind(self, code):
        row = await self.database.read(lambda tx: tx.one("SELECT id FROM categories WHERE code = :c", c=code))
        return row["id"]

    async def told(self, kind):
        """The names of those who were sent this kind of message, in the order of the sending."""
        rows = await self.database.read(
            lambda tx: tx.all(
                """SELECT p.name FROM outbox o JOIN people p ON p.id = o.person_id WHERE o.kind = :kind
                   ORDER BY o.id""",
                kind=kind,
            )
        )
        return [row["name"] for row in rows]

    async def out_of_reach(self, *names):
        async def work(tx):
            for name in names:
                await people.set_reachable(tx, (await self.person(tx, name)).id, False)

        await self.database.transact(work)

    async def report(self, code="B"):
        async def work(tx):
            person = await self.person(tx, "Zhou")
            grid_id = await intake.grid_of_poster(tx, code)
            draft = await drafts.start(tx, person_id=person.id, words="leak", grid_id=grid_id, now=self.now)
            await tx.run("UPDATE drafts SET not_sure = TRUE WHERE id = :id", id=draft.id)
            draft = await drafts.current(tx, person.id)
            return await intake.submit(tx, person, draft, rules=self.rules, now=self.now)

        return (await self.database.transact(work)).id

    async def request(self, id_):
        return await self.database.read(lambda tx: requests.get(tx, id_))

    async def ends(self, id_, clock):
        return await self.database.read(lambda tx: deadlines.end_of(tx, request_id=id_, clock=clock))


@pytest.fixture
async def community(database, rules, import_files, now):
    """All but Li have opened the bot."""
    await import_files(grids=GRIDS, people=PEOPLE, categories=CATEGORIES)
    there = Community(database, rules, now)
    await there.opens("Wu", "Chen", "Guan", "Sun", "Zhou", "Li", "He", "Feng")
    return there


async def test_another_kind_starts_its_own_time_with_the_same_person(community):
    id_ = await community.report()
    await community.does("Li", outcomes.accept, id_)
    until = await community.ends(id_, Clock.SOLVE)
    community.now += timedelta(hours=1)
    fire = await community.kind("FIRE")
    await community.does("Li", correcting.correct, id_, Target(What.KIND, fire), Why.OTHER_KIND)
    request = await community.request(id_)
    assert (request.category_id, request.urgency, request.status) == (
        fire,
        "emergency",
        RequestStatus.ACCEPTED,
    )
    assert await community.ends(id_, Clock.SOLVE) < until
    assert request.responsible_id == await community.id_of("Li")


async def test_what_an_other_place_makes_of_it(community):
    id_ = await community.report()
    await community.does("Li", outcomes.accept, id_)
    place = Target(What.PLACE, await community.grid("D"))
    with pytest.raises(NothingSaid):
        await community.does("Li", correcting.correct, id_, place, " ")
    await community.does("Li", correcting.correct, id_, place, "the other door")
    request = await community.request(id_)
    assert (request.grid_id, request.status) == (place.id, RequestStatus.ASSIGNED)
    assert request.responsible_id == await community.id_of("Wu")
    history = await community.database.read(lambda tx: events.of_request(tx, id_))
    assert [event.act for event in history][-2:] == [Act.CORRECT, Act.ASSIGN]
    assert history[-2].data == {
        "what": "place",
        "from": await community.grid("B"),
        "to": place.id,
        "reason": "the other door",
    }
    assert times_passed_on(history) == 1


async def test_who_has_taken_it_over_keeps_it_as_long_as_the_same_one_would_be_right(community):
    id_ = await community.report()
    await community.does("Guan", outcomes.accept, id_)
    drain = await community.kind("DRAIN")
    await community.does("Guan", correcting.correct, id_, Target(What.KIND, drain), Why.TOLD)
    assert (await community.request(id_)).responsible_id == await community.id_of("Guan")


async def test_where_nobody_answers_there_either_the_office_of_that_place_hears_of_it(community):
    await community.out_of_reach("Li", "Chen", "Wu")
    id_ = await community.report()
    assert await community.told("queue") == ["Guan", "Sun"]
    await community.does(
        "Sun", correcting.correct, id_, Target(What.PLACE, await community.grid("D")), Why.TOLD
    )
    assert await community.told("queue") == ["Guan", "Sun"]  # it is with the same office
    other = Target(What.PLACE, await community.grid("M"))
    await community.does("Sun", correcting.correct, id_, other, Why.TOLD)
    assert "He" in await community.told("queue")


async def test_another_kind_of_what_nobody_knows_the_place_of_calls_nobody_anew(community):
    id_ = await community.report("K")
    await community.database.transact(
        lambda tx: tx.run(
            """UPDATE requests SET unplaced = TRUE, status = 'submitted', responsible_id = NULL,
                   responsible_grid_id = NULL WHERE id = :id""",
            id=id_,
        )
    )
    before = await community.told("queue")
    drain = Target(What.KIND, await community.kind("DRAIN"))
    await community.does("Sun", correcting.correct, id_, drain, Why.TOLD)
    assert await community.told("queue") == before
    assert (await community.request(id_)).category_id == drain.id


async def test_the_leader_of_the_right_place_is_informed_where_others_answer_for_both(community):
    id_ = await community.report()
    lift = Target(What.KIND, await community.kind("LIFT"))
    await community.does("Li", correcting.correct, id_, lift, Why.TOLD)
    assert await community.told("informed") == ["Li"]
    place = Target(What.PLACE, await community.grid("D"))
    await community.does("Feng", correcting.correct, id_, place, Why.LOOKED)
    assert (await community.request(id_)).responsible_id == await community.id_of("Feng")
    assert await community.told("informed") == ["Li", "Wu"]


@pytest.mark.parametrize("name", ["Wu", "Zhou", "Sun"])
async def test_nobody_else_corrects_it(community, name):
    id_ = await community.report()
    with pytest.raises(NotYours):
        await community.does(name, correcting.correct, id_, Target(What.KIND, 1), Why.TOLD)


async def test_what_is_so_already_or_is_not_there_is_no_correction(community):
    id_ = await community.report()
    for target, refusal in (
        (Target(What.PLACE, await community.grid("B")), TooLate),
        (Target(What.PLACE, 999999), Gone),
        (Target(What.KIND, 999999), Gone),
    ):
        with pytest.raises(refusal):
            await community.does("Li", correcting.correct, id_, target, Why.TOLD)


async def test_the_office_gives_what_nobody_answers_for_to_the_nearest_once(community):
    await community.out_of_reach("Li", "Chen")
    id_ = await community.report()
    request = await community.request(id_)
    assert request.status is RequestStatus.SUBMITTED
    near = await community.database.read(lambda tx: office_queue.nearest(tx, request, community.now))
    assert [(one.person.name, one.grid) for one in near] == [("Wu", "Other building"), ("Sun", "Community")]
    with pytest.raises(CannotAnswer):
        await community.does("Sun", office_queue.give_to, id_, await community.id_of("Chen"))
    wu = await community.id_of("Wu")
    await community.does("Sun", office_queue.give_to, id_, wu)
    assert (await community.request(id_)).responsible_id == wu
    with pytest.raises(TooLate):
        await community.does("Guan", office_queue.give_to, id_, wu)


async def test_who_is_away_is_not_offered_and_cannot_stand_in(community):
    today = community.now.astimezone(community.rules.zone).date()
    await community.does("Wu", leaves.begin, last=today, stand_in_id=None)
    li = await community.database.read(lambda tx: community.person(tx, "Li"))
    names = await community.database.read(lambda tx: leaves.stand_ins(tx, li, community.now))
    assert [one.person.name for one in names] == ["Chen", "Sun"]  # the staff around may, too
    for nobody in ("Wu", "Zhou", "Li"):
        with pytest.raises(CannotStandIn):
            await community.does("Li", leaves.begin, last=today, stand_in_id=await community.id_of(nobody))
    with pytest.raises(NoPost):
        await community.does("Zhou", leaves.begin, last=today, stand_in_id=None)
    with pytest.raises(TooLate):
        await community.does("Li", leaves.come_back)
    id_ = await community.report("D")
    assert (await community.request(id_)).responsible_id == await community.id_of("Chen")


def assigned(*to):
    return [Event(n, 1, None, Act.ASSIGN, None, None, {"to": one}) for n, one in enumerate(to)]


@pytest.mark.parametrize(
    ("history", "times"), [([], 0), ([1], 0), ([1, 1], 0), ([1, 2], 1), ([1, 2, 1], 2), ([1, 1, 2, 2, 3], 2)]
)
def test_how_often_it_changed_hands(history, times):
    assert times_passed_on(assigned(*history)) == times
