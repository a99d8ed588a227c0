"""Any sequence of acts by anybody, over the real services and a real database, keeps what was promised.

Hypothesis plays the community: people report with photos, accept, pass on, decline, appeal, offer, reword,
claim, give back, arrive, finish, judge, give stars, talk, add, mend, take back, sleep, block the bot, put it
out of groups, put places and kinds right, go on leave and come back, give what lies in the office's queue to
somebody, lose and gain posts and accounts, while time moves and deadlines ring. After every step the
whole database is read and held against the promises beside; a step that was refused must have left no trace.
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
from bot.dispatch import (
    acquaintance,
    additions,
    bindings,
    cancelling,
    claims,
    correcting,
    declining,
    escalations,
    intake,
    leaves,
    leftovers,
    office_queue,
    outcomes,
    rating,
    reassigning,
    responsibility,
    rewording,
    standing,
    talk,
    undelivered,
)
from bot.dispatch.correcting import Target, What, Why
from bot.dispatch.policy import Policy
from bot.dispatch.questions import PURPOSES
from bot.dispatch.refusals import Refused
from bot.dispatch.rules import Rules
from storage import cards, deadlines, drafts, groups, outbox, people, pieces, prompts, roster
from storage.database import from_millis, savepoint
from storage.open import open_database
from storage.outbox import Address
from storage.records import PieceKind, PromptKind, Purpose

MORNING = datetime(2026, 3, 3, 1, tzinfo=UTC)
RULES = Rules(Policy.builtin(), ZoneInfo("Asia/Shanghai"))
RENDER = Renderer(RULES, "zh-CN")

TREE = {1: None, 2: 1, 3: 2, 4: 1}  # a community, a compound in it, a building in that; another compound
MODES = {2: "trustee", 4: "self"}
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
    (10, "property", 2),
    (6, "property", 2),
    (4, "committee", 1),
    (11, "staff", 2),
)
EVERYBODY = range(1, 14)  # 9 to 11 volunteer, 12 and 13 only live there
GROUPS = {1: 2, 2: 1, 3: 4}  # binding → grid; its chat is minus the binding
CATEGORIES = {
    1: ("normal", False, "{}"),
    2: ("emergency", False, "{}"),
    3: ("low", True, "{}"),
    4: ("normal", False, '{"trustee":"property","self":"committee"}'),
}

OPEN = ("submitted", "assigned", "accepted")
ENDED = ("closed", "declined", "cancelled")


async def settle(tx):
    """The community as an import leaves it, everybody with an account but not everybody reachable."""
    for grid, parent in TREE.items():
        await tx.run(
            """INSERT INTO grids (code, name, level, parent_id, mode)
               VALUES (:code, :code, :level, :parent, :mode)""",
            code=f"G{grid}",
            mode=MODES.get(grid, ""),
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
    for category, (urgency, confidential, first) in CATEGORIES.items():
        await tx.run(
            """INSERT INTO categories (code, names, urgency, confidential, first)
               VALUES (:code, '{"zh-CN": "类"}', :urgency, :confidential, :first)""",
            first=first,
            code=f"C{category}",
            urgency=urgency,
            confidential=confidential,
        )


def name_of(person):
    return f"欧阳{'甲乙丙丁戊己庚辛壬癸子丑寅'[person - 1]}明"


def phone_of(person):
    return f"+86139000000{person:02}"


def who_they_are(person):
    return f"我是{name_of(person)}，我家502室漏水，电话{phone_of(person)}"


ANSWERING = st.sampled_from(
    ["responsible", "responsible", "supervisor", "supervisor", "resident", *EVERYBODY]
)
LIKELY = st.sampled_from(["responsible"] * 8 + ["supervisor", 7, 8, *EVERYBODY])
RESIDENT = st.sampled_from(["resident"] * 8 + ["responsible", "supervisor", *EVERYBODY])
ANYBODY = st.sampled_from(["resident", "responsible", "supervisor"] * 3 + [*EVERYBODY])
ANY = st.integers(0, 11)
WORDS = st.sampled_from(["好了", "还是漏", "好了", "  "])
PHOTO = st.sampled_from([False, False, True])
CATEGORY = st.sampled_from([1, 1, 2, 3, 4, 4, None])
REASON = st.sampled_from([*Why, "别处", "  "])
REOPEN = timedelta(days=5)
TALK = timedelta(days=1)


def some(*statuses):
    """Only while there is a request like that; what is tried on others then is tried often enough."""
    return precondition(lambda machine: any(row["status"] in statuses for row in machine.state.requests))


def held(machine):
    """Whether anybody holds a place."""
    return any(claim["status"] == "held" for claim in machine.state.claims)


class Community(RuleBasedStateMachine):
    """The steps. Each act is one transaction, refused as the receiver refuses: inside a savepoint."""

    opening = look = hold = None  # set by the test

    @initialize()
    def begin(self):
        self.now = MORNING
        self.runner = asyncio.Runner()
        self.house = type(self).opening()
        self.database = self.runner.run(self.house.__aenter__())
        self.posted = self.sent = 0
        self.run(settle)
        self.state = self.run(lambda tx: self.look(tx, self.now))
        self.report(12, 3, 1, photo=True)
        self.report(13, 3, 1, photo=False)
        self.report(12, 2, 4, photo=False, unplaced=True)
        self.offer("responsible", 1, group=1, places=2)
        self.claim(9, 1, "group")

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
                return refusal, await self.look(tx, self.now)
            return None, await self.look(tx, self.now)

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

    def expect(self, allowed, person_id, do, *, private=True):
        """Somebody does what they are allowed to, or is refused. Who was out of reach may be given something
        by coming back, so of them it is not known beforehand."""
        sure = self.state.reached(person_id) or not private
        refusal = self.act(person_id, do, private=private)
        if sure:
            assert bool(allowed) == (refusal is None), refusal
        return refusal

    def attempt(self, who, which, statuses, may, do, **values):
        """Somebody does something to a request that is for those in these statuses, if they may: what was
        tried on which request by whom, if it was done."""
        request = self.request(which, *statuses)
        person = self.somebody(who, request)
        if person is None:
            return None
        allowed = request["status"] in statuses and may(person, request)

        async def work(tx, who):
            await do(tx, who, request["id"], rules=RULES, now=self.now, **values)

        return None if self.expect(allowed, person, work) else (request, person)

    def answer(self, kind, do, words, photo):
        """The act `do` with what somebody sent in answer to a question of that kind."""

        async def with_media(tx, who, request_id, **rest):
            media = await self.gives(tx, who, kind, request_id=request_id, words=words, photo=photo)
            await do(tx, who, request_id, words, media=media, **rest)

        return with_media

    async def gives(self, tx, who, kind, *, request_id, words, photo, task_id=None):
        """What is sent in answer to a question becomes the request's; the ids of what is more than words."""
        prompt = await prompts.ask(
            tx, person_id=who.id, kind=kind, request_id=request_id, task_id=task_id, now=self.now
        )
        piece = await self.sends(tx, who, words, photo=photo, prompt_id=prompt.id)
        await pieces.give_to_request(tx, piece.id, request_id, PURPOSES.get(kind, Purpose.TALK), task_id)
        await prompts.end(tx, who.id)
        return [piece.id] if photo else []

    async def sends(self, tx, who, words, *, photo, purpose=Purpose.TALK, **owner):
        """Somebody sends one message."""
        self.sent += 1
        return await pieces.add(
            tx,
            person_id=who.id,
            chat_id=1000 + who.id,
            message_id=self.sent,
            kind=PieceKind.PHOTO if photo else PieceKind.TEXT,
            words=words.strip(),
            file_id=f"file {self.sent}" if photo else None,
            latitude=None,
            longitude=None,
            album=None,
            purpose=purpose,
            now=self.now,
            **owner,
        )

    def is_resident(self, person, request):
        return person == request["resident_id"]

    def ended_within(self, request, time):
        return request["closed_at"] and self.now < from_millis(request["closed_at"]) + time

    def may_rate(self, person, request):
        solved = request["confirmed"] and request["comment"] is None and self.ended_within(request, REOPEN)
        return self.is_resident(person, request) and solved

    # Residents

    @precondition(lambda self: len(self.state.requests) < 5)
    @rule(
        person=st.sampled_from(EVERYBODY),
        grid=st.sampled_from([*TREE, 3, 3]),
        category=CATEGORY,
        photo=PHOTO,
        unplaced=st.sampled_from([False] * 5 + [True]),
    )
    def report(self, person, grid, category, photo, unplaced=False):
        if self.state.people[person - 1]["telegram_id"] is None:
            return
        words = who_they_are(person)

        async def do(tx, who):
            draft = await drafts.start(tx, person_id=who.id, words=words, grid_id=grid, now=self.now)
            await self.sends(tx, who, words, photo=photo, purpose=Purpose.REPORT, draft_id=draft.id)
            draft = replace(draft, category_id=category, not_sure=category is None, unplaced=unplaced)
            await intake.submit(tx, who, draft, rules=RULES, now=self.now)

        assert self.act(person, do) is None

    @rule(person=st.sampled_from(EVERYBODY), which=ANY, photo=PHOTO)
    def leave_something_unfinished(self, person, which, photo):
        """A report in the making, a question that is not answered, a message about nothing in particular."""
        request = self.request(which)
        if self.state.people[person - 1]["telegram_id"] is None:
            return

        async def do(tx, who):
            owner = {}
            if which % 3 == 0:
                draft = await drafts.start(tx, person_id=who.id, grid_id=None, now=self.now)
                owner = {"draft_id": draft.id, "purpose": Purpose.REPORT}
            elif which % 3 == 1:
                prompt = await prompts.ask(
                    tx, person_id=who.id, kind=PromptKind.ADD, request_id=request["id"], now=self.now
                )
                owner = {"prompt_id": prompt.id}
            await self.sends(tx, who, "等等", photo=photo, **owner)

        self.act(person, do)

    @some(*OPEN)
    @rule(who=RESIDENT, which=ANY, words=WORDS, photo=PHOTO)
    def add(self, who, which, words, photo):
        do = self.answer(PromptKind.ADD, additions.add, words, photo)
        self.attempt(who, which, OPEN, lambda *of: self.is_resident(*of) and (words.strip() or photo), do)

    @precondition(lambda self: self.state.pieces)
    @rule(which=st.integers(0, 100), words=WORDS)
    def mend(self, which, words):
        """A message that was sent is edited."""
        row = self.state.pieces[which % len(self.state.pieces)]
        if self.state.people[row["person_id"] - 1]["telegram_id"] is None:
            return

        async def do(tx, who):
            piece = await pieces.get(tx, row["id"])
            now = f"{words.strip()}{who_they_are(who.id)}"
            await additions.revise(tx, who, piece, now, rules=RULES, now=self.now)

        assert self.act(row["person_id"], do) is None

    @some(*OPEN)
    @rule(who=ANYBODY, which=ANY)
    def cancel(self, who, which):
        """Seldom: what is taken back is no more to be seen of."""

        def may(person, request):
            return self.is_resident(person, request) or self.state.is_above(person, request)

        if which % 3 == 0:
            self.attempt(who, which, OPEN, may, cancelling.cancel)

    @some("resolved")
    @rule(who=RESIDENT, which=ANY)
    def confirm(self, who, which):
        self.attempt(who, which, ("resolved",), self.is_resident, rating.solve)

    @some("resolved", "closed")
    @rule(who=RESIDENT, which=ANY, words=WORDS, photo=PHOTO)
    def reopen(self, who, which, words, photo):
        def may(person, request):
            in_time = request["status"] == "resolved" or self.ended_within(request, REOPEN)
            return self.is_resident(person, request) and words.strip() and in_time

        do = self.answer(PromptKind.REOPEN, outcomes.reopen, words, photo)
        self.attempt(who, which, ("resolved", "closed"), may, do)

    @some("declined")
    @rule(who=RESIDENT, which=ANY, words=WORDS)
    def appeal(self, who, which, words):
        def may(person, request):
            return self.is_resident(person, request) and words.strip() and self.ended_within(request, REOPEN)

        self.attempt(who, which, ("declined",), may, declining.appeal, reason=words)

    @some("closed")
    @rule(who=RESIDENT, which=ANY, stars=st.sampled_from([1, 5, 5, 9]))
    def rate(self, who, which, stars):
        def may(person, request):
            return stars <= 5 and self.may_rate(person, request)

        self.attempt(who, which, ("closed",), may, rating.rate, stars=stars)

    @some("closed")
    @rule(who=RESIDENT, which=ANY, words=st.one_of(st.none(), WORDS), photo=PHOTO)
    def comment(self, who, which, words, photo):
        """Words to the stars, or none."""

        def may(person, request):
            said = words is None or words.strip()
            return said and request["stars"] and self.may_rate(person, request)

        do = rating.skip
        if words is not None:
            do = self.answer(PromptKind.COMMENT, rating.comment, words, photo)
        self.attempt(who, which, ("closed",), may, do)

    # Those who answer

    @some("submitted", "assigned")
    @rule(who=ANSWERING, which=ANY)
    def accept(self, who, which):
        done = self.attempt(who, which, ("submitted", "assigned"), self.state.may_answer, outcomes.accept)
        if done:
            request, person = done
            after = self.state.requests[request["id"] - 1]
            assert (after["status"], after["responsible_id"]) == ("accepted", person)

    @some("submitted", "assigned")
    @rule(who=ANSWERING, which=ANY, words=WORDS)
    def decline(self, who, which, words):
        def may(person, request):
            return words.strip() and self.state.may_answer(person, request)

        if done := self.attempt(who, which, ("submitted", "assigned"), may, declining.decline, reason=words):
            request, person = done
            assert self.state.requests[request["id"] - 1]["responsible_id"] == person

    @some(*OPEN)
    @rule(who=ANSWERING, which=ANY, to=st.sampled_from([1, 2, 3, 4, 5, *EVERYBODY]), words=WORDS)
    def reassign(self, who, which, to, words):
        def may(person, request):
            return (
                to in self.state.who_could_answer(request)
                and words.strip()
                and self.state.may_answer(person, request)
            )

        done = self.attempt(who, which, OPEN, may, reassigning.reassign, to_id=to, reason=words)
        assert not done or self.state.requests[done[0]["id"] - 1]["responsible_id"] == to

    @some(*OPEN)
    @rule(
        who=LIKELY,
        which=ANY,
        to=st.one_of(
            st.builds(Target, st.just(What.PLACE), st.sampled_from([*TREE, 9])),
            st.builds(Target, st.just(What.KIND), st.sampled_from([*CATEGORIES, 9])),
        ),
        reason=REASON,
    )
    def correct(self, who, which, to, reason):
        def may(person, request):
            place = to.what is What.PLACE
            now = request["grid_id" if place else "category_id"]
            new = to.id != now or (place and request["unplaced"])
            there = to.id in (TREE if place else CATEGORIES)
            return new and there and reason.strip() and self.state.may_answer(person, request)

        self.attempt(who, which, OPEN, may, correcting.correct, to=to, reason=reason)

    @some("submitted")
    @rule(
        who=st.sampled_from([7, 8, 11] * 4 + [*EVERYBODY]),
        which=ANY,
        to=st.sampled_from([*range(1, 7)] * 2 + [*EVERYBODY]),
    )
    def give(self, who, which, to):
        def may(person, request):
            return to in self.state.near(request) and self.state.may_answer(person, request)

        done = self.attempt(who, which, ("submitted",), may, office_queue.give_to, to_id=to)
        assert not done or self.state.requests[done[0]["id"] - 1]["responsible_id"] == to

    @rule(
        who=LIKELY,
        which=ANY,
        days=st.sampled_from([0, 0, 2, 6]),
        stand_in=st.sampled_from([None] * 9 + [3, 3, 5, 5, *EVERYBODY]),
    )
    def go_on_leave(self, who, which, days, stand_in):
        person = self.somebody(who, self.request(which, *OPEN))
        if person is None:
            return
        last = self.now.astimezone(RULES.zone).date() + timedelta(days=days)
        can = stand_in is None or stand_in in self.state.stand_ins(person)

        async def do(tx, who):
            await leaves.begin(tx, who, last=last, stand_in_id=stand_in, rules=RULES, now=self.now)

        if self.expect(self.state.has_desk(person) and can, person, do) is None:
            has = [(r["responsible_id"], r["status"]) for r in self.state.requests]
            assert not {(person, "assigned"), (person, "accepted")} & {*has}, "nothing waits for who is away"

    @precondition(lambda self: self.state.absences)
    @rule(which=ANY)
    def come_back(self, which):
        person = self.state.absences[which % len(self.state.absences)]["person_id"]
        if self.state.people[person - 1]["telegram_id"] is not None:
            self.expect(
                self.state.leave(person),
                person,
                lambda tx, who: leaves.come_back(tx, who, rules=RULES, now=self.now),
            )

    @some(*OPEN)
    @rule(who=ANSWERING, which=ANY, words=WORDS, telling=st.booleans())
    def reword(self, who, which, words, telling):
        def may(person, request):
            fits = words.strip() and not request["confidential"]
            return fits and self.state.may_answer(person, request)

        async def do(tx, who, request_id, **rest):
            whose = self.state.requests[request_id - 1]["resident_id"]
            said = f"{words}，{who_they_are(whose)}" if words.strip() and telling else words
            await rewording.reword(tx, who, request_id, said, **rest)

        self.attempt(who, which, OPEN, may, do)

    @some(*OPEN)
    @rule(who=ANSWERING, which=ANY, group=st.sampled_from([1, 1, 2, 3]), places=st.sampled_from([1, 2, 3, 4]))
    def offer(self, who, which, group, places):
        bound = self.state.bound(-group) or {"id": group, "grid_id": None}

        def may(person, request):
            serves = bound["grid_id"] in self.state.path(request["grid_id"]) and places in outcomes.PLACES
            return serves and not request["confidential"] and self.state.may_answer(person, request)

        self.attempt(who, which, OPEN, may, outcomes.offer, group_id=bound["id"], places=places)

    @some("accepted")
    @rule(who=ANSWERING, which=ANY, words=WORDS, photo=PHOTO)
    def resolve(self, who, which, words, photo):
        def may(person, request):
            return (words.strip() or photo) and self.state.may_answer(person, request)

        do = self.answer(PromptKind.RESULT, outcomes.resolve, words, photo)
        self.attempt(who, which, ("accepted",), may, do)

    # Talk

    @rule(who=ANYBODY, which=ANY, photo=PHOTO, to=st.sampled_from([None, None, 3, 9]))
    def say(self, who, which, photo, to):
        def may(person, request):
            over = request["status"] in ENDED and not self.ended_within(request, TALK)
            return self.state.may_talk(person, request) and not over

        async def do(tx, who, request_id, **rest):
            piece = await self.sends(tx, who, who_they_are(who.id), photo=photo, request_id=request_id)
            passed = await talk.say(tx, who, request_id, piece, to=to, **rest)
            await talk.acknowledge(tx, who, request_id, passed, self.now)

        self.attempt(who, which, (*OPEN, "resolved", *ENDED), may, do)

    # Volunteers

    @precondition(lambda self: any(task["status"] in ("open", "full") for task in self.state.tasks))
    @rule(
        person=st.sampled_from([9, 9, 10, 10, 3, 4, *EVERYBODY]),
        which=ANY,
        where=st.sampled_from(["group", "group", "group", "private", "elsewhere"]),
    )
    def claim(self, person, which, where):
        task = self.task(which)
        request = self.state.requests[task["request_id"] - 1]
        if self.state.people[person - 1]["telegram_id"] is None:
            return
        group = self.state.group(task["group_id"])
        holds = [c for c in self.state.claims if (c["person_id"], c["status"]) == (person, "held")]
        on_it = person in [c["person_id"] for c in self.state.claims_of(task)]
        here = where == "group" or (where == "private" and self.state.may_take_in_private(person, task))
        free = task["status"] == "open" and here and not on_it and group["ended_at"] is None
        own = person == request["resident_id"]
        chat = {"group": group["chat_id"], "private": 1000 + person, "elsewhere": -99}[where]
        sure = where == "private" or self.state.reached(person)
        self.expect(
            free and not own and len(holds) < 5 and sure,
            person,
            lambda tx, who: claims.claim(tx, who, task["id"], chat, rules=RULES, now=self.now),
            private=where == "private",
        )

    @precondition(held)
    @rule(data=st.data(), which=ANY)
    def arrive(self, data, which):
        async def once(tx, who, task_id, words, *, rules, now):  # noqa: ARG001 - nothing is said
            await claims.arrive(tx, who, task_id, now=now)

        self.with_place(data, which, "我到了", once)

    @precondition(held)
    @rule(data=st.data(), which=ANY, words=WORDS, photo=PHOTO)
    def finish(self, data, which, words, photo):
        async def with_media(tx, who, task_id, said, **rest):
            request_id = self.state.tasks[task_id - 1]["request_id"]
            media = await self.gives(
                tx, who, PromptKind.FINISH, request_id=request_id, words=said, photo=photo, task_id=task_id
            )
            await claims.finish(tx, who, task_id, said, media=media, **rest)

        self.with_place(data, which, words, with_media, enough=words.strip() or photo)

    @precondition(held)
    @rule(data=st.data(), which=ANY, words=WORDS)
    def withdraw(self, data, which, words):
        self.with_place(data, which, words, claims.withdraw, enough=words.strip())

    def with_place(self, data, which, words, do, *, enough=True):
        """Somebody, more often than not who holds a place of a task, does something there."""
        task = self.task(which)
        held = [claim["person_id"] for claim in self.state.claims_of(task, "held")]
        person = data.draw(st.sampled_from([*held * 8, *EVERYBODY]))
        if self.state.people[person - 1]["telegram_id"] is not None:
            self.expect(
                person in held and enough,
                person,
                lambda tx, who: do(tx, who, task["id"], words, rules=RULES, now=self.now),
            )

    # Groups

    @rule(
        chat=st.sampled_from([-1, -1, -2, -3]),
        what=st.sampled_from(["bind", "bind", "unbind", "put out", "mute", "hear"]),
        person=st.sampled_from([3, 5, 7, *EVERYBODY]),
    )
    def group_changes(self, chat, what, person):
        """It is bound, or bound no longer, the bot is put out, may write no more, or again."""
        bound = self.state.bound(chat)
        if what == "unbind":
            if self.state.people[person - 1]["telegram_id"] is not None:
                self.expect(
                    bound and self.state.leads(person, bound["grid_id"]),
                    person,
                    lambda tx, who: bindings.unbind(tx, who, Address(chat, 0), rules=RULES, now=self.now),
                    private=False,
                )
            return

        async def work(tx):
            if what == "bind":
                await groups.bind(
                    tx, chat_id=chat, thread_id=0, grid_id=GROUPS[-chat], title=f"group {-chat}", by_id=5,
                    now=self.now,
                )  # fmt: skip
            elif what == "put out":
                await standing.put_out(tx, chat, rules=RULES, now=self.now)
            else:
                await standing.looked(
                    tx, {"chat_id": chat}, inside=True, may_write=what == "hear", rules=RULES, now=self.now
                )

        self.step(work)

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
            change = acquaintance.within_reach if back else undelivered.out_of_reach
            whose = await people.get(tx, person)
            if whose.telegram_id is not None:
                await change(tx, whose, rules=RULES, now=self.now)

        self.step({"post": post_changes, "account": account_changes, "reach": reach_changes}[what])

    async def imported(self, tx):
        await responsibility.reroute_orphans(tx, rules=RULES, now=self.now)
        await responsibility.reroute_queue(tx, rules=RULES, now=self.now)

    @rule(hours=st.sampled_from([0.1, 1, 2, 5, 80]), rings=st.sampled_from([True, True, True, False]))
    def time_passes(self, hours, rings):
        """The clock rings what is due and drops what was left, or the bot is down meanwhile."""
        self.now += timedelta(hours=hours)
        if rings and hours > 24:
            self.step(lambda tx: leftovers.drop(tx, rules=RULES, now=self.now))
        self.state = self.run(lambda tx: self.look(tx, self.now))
        if rings:
            self.step(lambda tx: leaves.end_those_over(tx, rules=RULES, now=self.now))
        while due := rings and self.run(lambda tx: deadlines.due(tx, self.now, 1)):
            for moment in (*due, *due):  # the second time it no longer stands
                self.step(lambda tx, moment=moment: escalations.ring(tx, moment, rules=RULES, now=self.now))

    @precondition(lambda self: any(row["status"] == "pending" for row in self.state.outbox))
    @rule(which=st.integers(0, 100), barred=st.booleans())
    def something_does_not_arrive(self, which, barred):
        """Its reader has blocked the bot, or a group has put it out or lets it write no more."""
        waiting = [row["id"] for row in self.state.outbox if row["status"] == "pending"]

        async def work(tx):
            message = await outbox.pending(tx, waiting[which % len(waiting)])
            await outbox.finish(tx, message, "dead", error="does not arrive")
            if message.group_id is not None and not barred:
                await groups.end(tx, message.group_id, self.now)
            await undelivered.lost(tx, message, rules=RULES, now=self.now)

        self.step(work)

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
                elif message.request_id:
                    self.check_reader(message, screen.text)
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

    def check_reader(self, message, text):
        """Who neither answers nor helps nor has said it learns not from which door it comes, or the phone."""
        request = self.state.requests[message.request_id - 1]
        if not self.state.may_talk(message.person_id, request):
            said = text.replace(request["number"], "")
            told = [secret for secret in ("502", phone_of(request["resident_id"])[3:]) if secret in said]
            assert not told, message.kind


def check_no_resident(text, request):
    resident = request["resident_id"]
    assert request["number"] in text
    assert phone_of(resident)[3:] not in text
    assert "502" not in text.replace(request["number"], "")
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
    play(fresh_sqlite, promises, examples=80, steps=50)


def test_no_sequence_of_acts_breaks_a_promise_on_postgres(fresh_postgres, promises):
    play(fresh_postgres, promises, examples=6, steps=40)
