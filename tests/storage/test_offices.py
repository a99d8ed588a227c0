"""The office around a grid: whom it is made of, who stands in, and for whom these act."""

from datetime import UTC, datetime, timedelta

import pytest

from storage import absences, desk, offices, people

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
GRIDS = {"K": None, "C": "K", "D": "K"}
POSTS = (
    ("Han", "staff", "K"),
    ("Tang", "staff", "D"),
    ("Guan", "admin", "K"),
    ("Li", "leader", "C"),
    ("Sun", "leader", "D"),
    ("Wu", "volunteer", "C"),
)


class Town:
    """People with posts, and requests in the queue, in one transaction."""

    def __init__(self, tx):
        self.tx, self.grids, self.ids = tx, {}, {}

    async def settle(self):
        for number, (code, parent) in enumerate(GRIDS.items(), start=1):
            self.grids[code] = number
            await self.tx.run(
                """INSERT INTO grids (id, code, name, level, parent_id, position)
                   VALUES (:id, :code, :code, 'grid', :parent, 0)""",
                id=number,
                code=code,
                parent=self.grids.get(parent),
            )
        for number, (name, role, grid) in enumerate(POSTS, start=1):
            one = await people.add(self.tx, name=name, telegram_id=number, language=None, now=NOW)
            self.ids[name] = one.id
            await people.set_reachable(self.tx, one.id, True)
            await self.tx.run(
                "INSERT INTO posts (person_id, role, grid_id) VALUES (:who, :role, :grid)",
                who=one.id,
                role=role,
                grid=self.grids[grid],
            )

    async def leaves(self, name, delegate=None, *, days=3):
        who, other = self.ids[name], delegate and self.ids[delegate]
        until = NOW + timedelta(days=days)
        await absences.begin(self.tx, person_id=who, delegate_id=other, since=NOW, until=until)

    async def members(self, code, at=NOW):
        found = await offices.of_grid(self.tx, self.grids[code], at)
        return [f"{one.person.name}{' away' if one.away else ''}" for one in found]

    async def sits(self, name, at=NOW):
        """In the offices of which grids somebody sits."""
        ids = self.grids.items()
        return [code for code, grid in ids if await offices.sits_in(self.tx, self.ids[name], grid, at)]


@pytest.fixture
def settled(database):
    """Runs `work` on the town, on each kind of database."""

    async def run(work):
        async def settle(tx):
            town = Town(tx)
            await town.settle()
            await work(town)

        await database.transact(settle)

    return run


async def test_it_is_the_staff_around_and_the_administrators(settled):
    async def work(town):
        assert await town.members("C") == ["Han", "Guan"]
        assert await town.members("D") == ["Han", "Tang", "Guan"]
        await people.set_reachable(town.tx, town.ids["Han"], False)
        assert await town.members("C") == ["Guan"]

    await settled(work)


async def test_who_stands_in_is_of_it_while_the_leave_lasts(settled):
    async def work(town):
        await town.leaves("Han", "Sun")
        assert await town.members("C") == ["Han away", "Guan", "Sun"]
        assert await town.members("C", NOW + timedelta(days=3)) == ["Han", "Guan"]
        found = await offices.administrators(town.tx, NOW)
        assert [one.person.name for one in found] == ["Guan"]
        await town.leaves("Guan", "Li")
        found = await offices.administrators(town.tx, NOW)
        assert [(one.person.name, one.away) for one in found] == [("Guan", True), ("Li", False)]

    await settled(work)


@pytest.mark.parametrize("why", ["away", "unreached", "without a post"])
async def test_who_cannot_be_asked_does_not_stand_in(settled, why):
    async def work(town):
        await town.leaves("Han", "Wu" if why == "without a post" else "Sun")
        if why == "away":
            await town.leaves("Sun", "Li")  # nobody stands in for a stand-in
        if why == "unreached":
            await people.set_reachable(town.tx, town.ids["Sun"], False)
        assert await town.members("C") == ["Han away", "Guan"]

    await settled(work)


async def test_a_stand_in_of_staff_sits_where_they_do_one_of_an_administrator_everywhere(settled):
    async def work(town):
        assert [await town.sits(name) for name in ("Han", "Tang", "Sun", "Li")] == [
            ["K", "C", "D"],
            ["D"],
            [],
            [],
        ]
        await town.leaves("Tang", "Li")
        assert await town.sits("Li") == ["D"]
        assert await offices.grid_of_staff(town.tx, town.ids["Li"], town.grids["D"], NOW) == town.grids["D"]
        await town.leaves("Guan", "Sun")
        assert await town.sits("Sun") == ["K", "C", "D"]
        assert await offices.grid_of_staff(town.tx, town.ids["Sun"], town.grids["D"], NOW) is None
        assert not await people.is_admin(town.tx, town.ids["Sun"], NOW)
        assert await town.sits("Tang") == ["D"]  # away, and may act all the same
        over = NOW + timedelta(days=3)
        assert [await town.sits(name, over) for name in ("Sun", "Li")] == [[], []]
        await absences.end(town.tx, town.ids["Tang"], NOW)
        assert await town.sits("Li") == []

    await settled(work)


async def test_nobody_without_a_post_of_their_own_acts_for_another(settled):
    async def work(town):
        await town.leaves("Guan", "Wu")
        assert await town.sits("Wu") == []

    await settled(work)


async def test_the_queue_is_on_the_desk_of_who_stands_in(settled):
    async def work(town):
        for number, code in enumerate(("C", "D"), start=1):
            await town.tx.run(
                """INSERT INTO requests (id, number, resident_id, grid_id, words, urgency, status, created_at)
                   VALUES (:id, :number, :resident, :grid, '', 'normal', 'submitted', :now)""",
                id=number,
                number=f"AAA{number}",
                resident=town.ids["Wu"],
                grid=town.grids[code],
                now=NOW,
            )

        async def queue(name):
            return [item.id for item in await desk.queue(town.tx, town.ids[name], NOW)]

        assert [await queue(name) for name in ("Guan", "Tang", "Sun", "Li")] == [[1, 2], [2], [], []]
        await town.leaves("Tang", "Li")
        await town.leaves("Guan", "Sun")
        assert [await queue(name) for name in ("Guan", "Tang", "Sun", "Li")] == [[1, 2], [2], [1, 2], [2]]

    await settled(work)
