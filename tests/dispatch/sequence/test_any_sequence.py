"""Any sequence of acts by anybody, over the real services and a real database, keeps what was promised.

Hypothesis plays the community: people report, accept, offer, claim, give back, finish, judge, sleep, block
the bot, lose and gain posts and accounts, while time moves and deadlines ring. After every step the whole
database is read and held against the promises below; a step that was refused must have left no trace.
"""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.cards import Renderer
from bot.dispatch import acquaintance, claims, escalations, intake, outcomes, responsibility
from bot.dispatch.policy import Policy
from bot.dispatch.refusals import Refused
from bot.dispatch.rules import Rules
from storage import cards, deadlines, drafts, outbox, people, roster
from storage.database import from_millis, savepoint
from storage.open import open_database

MORNING = datetime(2026, 3, 3, 1, tzinfo=UTC)
RULES = Rules(Policy.builtin(), ZoneInfo("Asia/Shanghai"))
RENDER = Renderer(RULES, "zh-CN")

TREE = {1: None, 2: 1, 3: 2, 4: 1}  # a community, a compound in it, a building in that; another compound
LEVELS = {1: "community", 2: "compound", 3: "building", 4: "compound"}
POSTS = (  # (person, role, grid)
    (1, "leader", 3),
    (2, "deputy", 3),
    (3, "leader", 2),
    (4, "deputy", 2),
    (5, "secretary", 1),
    (6, "leader", 4),
    (7, "admin", 1),
    (8, "admin", 1),
    (9, "volunteer", 2),
    (3, "volunteer", 1),
)
EVERYBODY = range(1, 14)  # 9 to 11 volunteer, 12 and 13 only live there
GROUPS = {1: 2, 2: 1, 3: 4}  # binding → grid; its chat is minus the binding
CATEGORIES = {1: ("normal", False), 2: ("emergency", False), 3: ("low", True)}

OPEN = ("submitted", "assigned", "accepted")


async def settle(tx):
    """The community as an import leaves it, everybody with an account but not everybody reachable."""
    for grid, parent in TREE.items():
        await tx.run(
            "INSERT INTO grids (code, name, level, parent_id) VALUES (:code, :code, :level, :parent)",
            code=f"G{grid}",
            level=LEVELS[grid],
            parent=parent,
        )
    for person in EVERYBODY:
        await tx.run(
            """INSERT INTO people (name, phone, telegram_id, reachable, created_at)
               VALUES (:name, :phone, :account, :reachable, 0)""",
            name=name_of(person),
            phone=phone_of(person),
            account=1000 + person,
            reachable=person not in (6, 11),
        )
    for person, role, grid in POSTS:
        await tx.run(
            "INSERT INTO posts (person_id, role, grid_id) VALUES (:p, :r, :g)", p=person, r=role, g=grid
        )
    for group, grid in GROUPS.items():
        await tx.run(
            """INSERT INTO groups (chat_id, grid_id, title, bound_by, bound_at)
               VALUES (:chat, :grid, :title, 5, 0)""",
            chat=-group,
            grid=grid,
            title=f"group {group}",
        )
    for category, (urgency, confidential) in CATEGORIES.items():
        await tx.run(
            """INSERT INTO categories (code, names, urgency, confidential)
               VALUES (:code, '{"zh-CN": "类"}', :urgency, :confidential)""",
            code=f"C{category}",
            urgency=urgency,
            confidential=confidential,
        )


def name_of(person):
    return f"欧阳{'甲乙丙丁戊己庚辛壬癸子丑寅'[person - 1]}明"


def phone_of(person):
    return f"+86139000000{person:02}"


ANSWERING = st.sampled_from(
    ["responsible", "responsible", "supervisor", "supervisor", "resident", *EVERYBODY]
)
RESIDENT = st.sampled_from(["resident"] * 8 + ["responsible", "supervisor", *EVERYBODY])
ANY = st.integers(0, 11)
WORDS = st.sampled_from(["好了", "还是漏", "好了", "  "])
CATEGORY = st.sampled_from([1, 1, 2, 3, None])
REOPEN = timedelta(days=5)


def some(*statuses):
    """Only while there is a request like that; what is tried on others then is tried often enough."""
    return precondition(lambda machine: any(row["status"] in statuses for row in machine.state.requests))


class Community(RuleBasedStateMachine):
    """The steps. Each act is one transaction, refused as the receiver refuses: inside a savepoint."""

    opening = look = hold = None  # set by the test

    @initialize()
    def begin(self):
        self.now = MORNING
        self.runner = asyncio.Runner()
        self.house = type(self).opening()
        self.database = self.runner.run(self.house.__aenter__())
        self.posted = 0
        self.run(settle)
        self.state = self.run(self.look)
        self.report(12, 3, 1)
        self.report(13, 3, 1)
        self.offer("responsible", 1, group=1, places=2)
        self.claim(9, 1, elsewhere=0)

    def teardown(self):
        if hasattr(self, "house"):
            self.runner.run(self.house.__aexit__(None, None, None))
            self.runner.close()

    def run(self, work):
        return self.runner.run(self.database.transact(work))

    def step(self, work):
        """Do it in a transaction, hold the promises; the refusal, if it was refused."""

        async def inside(tx):
            try:
                async with savepoint(tx):
                    await work(tx)
            except Refused as refusal:
                return refusal, await self.look(tx)
            return None, await self.look(tx)

        before = self.state
        refusal, self.state = self.run(inside)
        if refusal:
            assert self.state.tables == before.tables, "a refusal changes nothing"
            return refusal
        self.hold(before, self.state)
        return None

    def act(self, person_id, do, *, private=True):
        """Somebody does something; in private that shows that messages reach them."""

        async def work(tx):
            person = await people.get(tx, person_id)
            if private and not person.reachable:
                person = await acquaintance.within_reach(tx, person, rules=RULES, now=self.now)
            await do(tx, person)

        return self.step(work)

    def somebody(self, who, request):
        """The person meant, if they have an account to act with."""
        if who == "supervisor":
            told = self.state.of_request("supervisors", request)
            who = told[-1]["person_id"] if told else "responsible"
        person_id = request[f"{who}_id"] if isinstance(who, str) else who
        known = person_id is not None and self.state.people[person_id - 1]["telegram_id"] is not None
        return person_id if known else None

    def request(self, which, *statuses):
        """One of the requests; more often than not one in such a status, if there is any."""
        fitting = [r for r in self.state.requests if which % 4 and r["status"] in statuses]
        among = fitting or self.state.requests
        return among[which % len(among)]

    def task(self, which):
        """One of the tasks; more often than not one that has not ended."""
        running = [task for task in self.state.tasks if which % 4 and task["status"] in ("open", "full")]
        among = running or self.state.tasks
        return among[which % len(among)]

    def expect(self, allowed, person_id, do):
        """Somebody does what they are allowed to, or is refused. Who was out of reach may be given something
        by coming back, so of them it is not known beforehand."""
        sure = self.state.reached(person_id)
        refusal = self.act(person_id, do)
        if sure:
            assert bool(allowed) == (refusal is None), refusal
        return refusal

    # Residents

    @precondition(lambda self: len(self.state.requests) < 4)
    @rule(person=st.sampled_from(EVERYBODY), grid=st.sampled_from([*TREE, 3, 3]), category=CATEGORY)
    def report(self, person, grid, category):
        if self.state.people[person - 1]["telegram_id"] is None:
            return
        words = f"我是{name_of(person)}，我家502室漏水，电话{phone_of(person)}"

        async def do(tx, who):
            draft = await drafts.start(tx, person_id=who.id, words=words, grid_id=grid, now=self.now)
            draft = replace(draft, category_id=category, not_sure=category is None)
            await intake.submit(tx, who, draft, rules=RULES, now=self.now)

        assert self.act(person, do) is None

    @some("resolved")
    @rule(who=RESIDENT, which=ANY)
    def confirm(self, who, which):
        request = self.request(which, "resolved")
        if person := self.somebody(who, request):
            allowed = person == request["resident_id"] and request["status"] == "resolved"
            self.expect(
                allowed,
                person,
                lambda tx, who: outcomes.confirm(tx, who, request["id"], rules=RULES, now=self.now),
            )

    @some("resolved", "closed")
    @rule(who=RESIDENT, which=ANY, words=WORDS)
    def reopen(self, who, which, words):
        request = self.request(which, "resolved", "closed")
        if person := self.somebody(who, request):
            closed = request["closed_at"] and from_millis(request["closed_at"])
            in_time = self.now < closed + REOPEN if closed else request["status"] == "resolved"
            allowed = person == request["resident_id"] and words.strip() and in_time
            self.expect(
                allowed,
                person,
                lambda tx, who: outcomes.reopen(tx, who, request["id"], words, rules=RULES, now=self.now),
            )

    # Those who answer

    @some("submitted", "assigned")
    @rule(who=ANSWERING, which=ANY)
    def accept(self, who, which):
        request = self.request(which, "submitted", "assigned")
        if person := self.somebody(who, request):
            waits = request["status"] in ("submitted", "assigned")
            refusal = self.expect(
                waits and self.state.may_answer(person, request),
                person,
                lambda tx, who: outcomes.accept(tx, who, request["id"], rules=RULES, now=self.now),
            )
            if not refusal:
                after = self.state.requests[request["id"] - 1]
                assert (after["status"], after["responsible_id"]) == ("accepted", person)

    @some(*OPEN)
    @rule(who=ANSWERING, which=ANY, group=st.sampled_from([1, 1, 2, 3]), places=st.sampled_from([1, 2, 3, 4]))
    def offer(self, who, which, group, places):
        request = self.request(which, *OPEN)
        if person := self.somebody(who, request):
            serves = GROUPS[group] in self.state.path(request["grid_id"]) and places in outcomes.PLACES
            fits = request["status"] in OPEN and not request["confidential"] and serves
            self.expect(
                fits and self.state.may_answer(person, request),
                person,
                lambda tx, who: outcomes.offer(
                    tx, who, request["id"], group_id=group, places=places, rules=RULES, now=self.now
                ),
            )

    @some("accepted")
    @rule(who=ANSWERING, which=ANY, words=WORDS)
    def resolve(self, who, which, words):
        request = self.request(which, "accepted")
        if person := self.somebody(who, request):
            fits = request["status"] == "accepted" and words.strip()
            self.expect(
                fits and self.state.may_answer(person, request),
                person,
                lambda tx, who: outcomes.resolve(tx, who, request["id"], words, rules=RULES, now=self.now),
            )

    # Volunteers

    @precondition(lambda self: any(task["status"] in ("open", "full") for task in self.state.tasks))
    @rule(
        person=st.sampled_from([9, 9, 10, 10, 3, 4, *EVERYBODY]),
        which=ANY,
        elsewhere=st.sampled_from([0, 0, 0, 1]),
    )
    def claim(self, person, which, elsewhere):
        task = self.task(which)
        request = self.state.requests[task["request_id"] - 1]
        if self.state.people[person - 1]["telegram_id"] is None:
            return
        holds = [c for c in self.state.claims if (c["person_id"], c["status"]) == (person, "held")]
        on_it = person in [c["person_id"] for c in self.state.claims_of(task)]
        free = task["status"] == "open" and not elsewhere and not on_it
        own = person == request["resident_id"]
        allowed = free and not own and len(holds) < 5 and self.state.reached(person)
        chat = -task["group_id"] - elsewhere
        refusal = self.act(
            person,
            lambda tx, who: claims.claim(tx, who, task["id"], chat, rules=RULES, now=self.now),
            private=False,
        )
        assert allowed == (refusal is None), refusal

    @precondition(lambda self: any(claim["status"] == "held" for claim in self.state.claims))
    @rule(data=st.data(), which=ANY, words=WORDS)
    def finish(self, data, which, words):
        self.end_claim(data, which, words, claims.finish)

    @precondition(lambda self: any(claim["status"] == "held" for claim in self.state.claims))
    @rule(data=st.data(), which=ANY, words=WORDS)
    def withdraw(self, data, which, words):
        self.end_claim(data, which, words, claims.withdraw)

    def end_claim(self, data, which, words, ends):
        task = self.task(which)
        held = [claim["person_id"] for claim in self.state.claims_of(task, "held")]
        person = data.draw(st.sampled_from([*held * 8, *EVERYBODY]))
        if self.state.people[person - 1]["telegram_id"] is not None:
            self.expect(
                person in held and words.strip(),
                person,
                lambda tx, who: ends(tx, who, task["id"], words, rules=RULES, now=self.now),
            )

    # The roster, accounts and time

    @rule(
        what=st.sampled_from(["reach", "post", "account"]),
        post=st.sampled_from(["responsible", "supervisor", *range(1, len(POSTS) + 1)]),
        back=st.booleans(),
    )
    def something_is_lost_or_found(self, what, post, back):
        """Somebody blocks the bot, or an import takes a post or an account away; or it comes back."""
        if isinstance(post, str):
            whose = self.somebody(post, self.state.requests[-1])
            post = next((row["id"] for row in self.state.posts if row["person_id"] == whose), 1)
        person = POSTS[post - 1][0]

        async def post_changes(tx):
            await tx.run(
                "UPDATE posts SET ended_at = :at WHERE id = :id", at=None if back else self.now, id=post
            )
            await self.imported(tx)

        async def account_changes(tx):
            if back:
                await people.set_account(
                    tx, person, telegram_id=1000 + person, reachable=True, language="zh-hans"
                )
            else:
                await roster.free_accounts(tx, [person])
            await self.imported(tx)

        async def reach_changes(tx):
            change = acquaintance.within_reach if back else acquaintance.out_of_reach
            whose = await people.get(tx, person)
            if whose.telegram_id is not None:
                await change(tx, whose, rules=RULES, now=self.now)

        self.step({"post": post_changes, "account": account_changes, "reach": reach_changes}[what])

    async def imported(self, tx):
        await responsibility.reroute_orphans(tx, rules=RULES, now=self.now)
        await responsibility.reroute_queue(tx, rules=RULES, now=self.now)

    @rule(hours=st.sampled_from([0.1, 1, 2, 5, 80]), rings=st.sampled_from([True, True, True, False]))
    def time_passes(self, hours, rings):
        """The clock rings what is due, or the bot is down meanwhile."""
        self.now += timedelta(hours=hours)
        while due := rings and self.run(lambda tx: deadlines.due(tx, self.now, 1)):
            for moment in (*due, *due):  # the second time it no longer stands
                self.step(lambda tx, moment=moment: escalations.ring(tx, moment, rules=RULES, now=self.now))

    @rule()
    def everything_is_sent(self):
        """Each message is worded, and kept as a card if it lasts; what is private stays out of groups."""

        async def work(tx):
            for row in await tx.all("SELECT id FROM outbox WHERE status = 'pending' ORDER BY id"):
                message = await outbox.pending(tx, row["id"])
                card = None if message.card_id is None else await cards.get(tx, message.card_id)
                screen = await RENDER(tx, message, card, self.now)
                await outbox.finish(tx, message, "sent" if screen else "dropped", sent_at=self.now)
                if screen is None:
                    continue
                if message.group_id is not None:
                    check_no_resident(screen.text, self.state.requests[message.request_id - 1])
                if screen.lasting and card is None:
                    self.posted += 1
                    await cards.add(
                        tx,
                        message,
                        chat_id=message.person_id or -message.group_id,
                        message_id=self.posted,
                        digest=screen.digest(),
                        now=self.now,
                    )

        self.step(work)


def check_no_resident(text, request):
    resident = request["resident_id"]
    assert request["number"] in text
    assert phone_of(resident)[3:] not in text
    assert "502" not in text
    claimed = name_of(resident) in text.split("已接")[-1]
    assert claimed or name_of(resident) not in text


@asynccontextmanager
async def opened(fresh):
    async with fresh() as url:
        database = await open_database(url)
        try:
            yield database
        finally:
            await database.close()


def play(fresh, promises, *, examples, steps):
    class Played(Community):
        opening = staticmethod(lambda: opened(fresh))
        look, hold = map(staticmethod, promises)

    run_state_machine_as_test(
        Played,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )


def test_no_sequence_of_acts_breaks_a_promise_on_sqlite(fresh_sqlite, promises):
    play(fresh_sqlite, promises, examples=60, steps=50)


def test_no_sequence_of_acts_breaks_a_promise_on_postgres(fresh_postgres, promises):
    play(fresh_postgres, promises, examples=4, steps=30)
