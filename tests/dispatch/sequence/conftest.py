"""What must hold after every step of any sequence, read from the whole database; see the test beside."""

import json
from collections import Counter

import pytest

from bot.dispatch.lifecycle import MOVES
from storage import schema
from storage.database import to_millis
from storage.records import Act

LINE = ("leader", "deputy", "secretary")
ASKED = (*LINE, "property", "committee", "staff")
OPEN = ("submitted", "assigned", "accepted")
ENDED = ("closed", "declined", "cancelled")
LIVE = ("held", "done")
DOOR = "502"


class State:
    """Every row of every table, at one moment."""

    def __init__(self, tables, now):
        self.tables = tables
        self.now = now

    def __getattr__(self, table):
        return self.tables[table]

    def of_request(self, table, request):
        return [row for row in self.tables[table] if row["request_id"] == request["id"]]

    def claims_of(self, task, *statuses):
        return [c for c in self.claims if c["task_id"] == task["id"] and c["status"] in (statuses or LIVE)]

    def posts_of(self, person_id):
        return [p for p in self.posts if p["person_id"] == person_id and p["ended_at"] is None]

    def is_admin(self, person_id):
        return any(post["role"] == "admin" for post in self.posts_of(person_id))

    def answers_for(self, person_id, grid_id, roles=ASKED, *, since=None):
        """Whether the person has a post that answers for a grid (None: as administrator), or has stood in
        since then for somebody who has."""
        if self.is_admin(person_id):
            return True
        for_whom = [person_id] if since is None else [person_id, *self.stood_in_for(person_id, since)]
        if grid_id is None:
            return any(map(self.is_admin, for_whom))
        posts = [post for whom in for_whom for post in self.posts_of(whom)]
        return any(post["grid_id"] == grid_id and post["role"] in roles for post in posts)

    def has_desk(self, person_id):
        return any(post["role"] in (*ASKED, "admin") for post in self.posts_of(person_id))

    def leave(self, person_id):
        """The leave that the person is on, if any."""
        own = [a for a in self.absences if a["person_id"] == person_id and a["ended_at"] is None]
        return next((a for a in own if a["since"] <= self.now < a["until"]), None)

    def stood_in_for(self, person_id, since):
        """For whom somebody who has a post stands in, or has, in leaves that were not over then."""
        if not self.has_desk(person_id):
            return []
        return [
            a["person_id"]
            for a in self.absences
            if a["delegate_id"] == person_id and a["until"] > since and (a["ended_at"] or a["until"]) >= since
        ]

    def acts_for(self, person_id):
        """The person, and for whom of those on leave they stand in now, with a post themselves."""
        leaves = [
            (a["person_id"], self.leave(a["person_id"])) for a in self.absences if self.has_desk(person_id)
        ]
        return {person_id, *(one for one, leave in leaves if leave and leave["delegate_id"] == person_id)}

    def office(self, request):
        """Whom of its office a word reaches that is for the office: who is there or stands in, else all."""
        staff = [post for grid in self.path(request["grid_id"]) for post in self.posts_on(grid, "staff")]
        them = {post["person_id"] for post in (*staff, *self.posts_of_role("admin"))}
        for_them = {leave["delegate_id"] for leave in map(self.leave, them) if leave} - {None}
        there = {one for one in them if self.is_there(one)}
        there |= {one for one in for_them if self.is_there(one) and self.has_desk(one)}
        others = {request["resident_id"]}
        return there - others or {one for one in them if self.reached(one)} - others

    def is_there(self, person_id):
        return self.reached(person_id) and not self.leave(person_id)

    def there(self, posts, passed):
        """Whoever of the holders of these posts can be asked; if nobody, those who stand in."""
        asked = [post["person_id"] for post in posts if post["person_id"] not in passed]
        leaves = [leave for leave in map(self.leave, asked) if leave]
        for_them = {leave["delegate_id"] for leave in leaves} - {None, *passed}
        standing_in = {one for one in for_them if self.is_there(one) and self.has_desk(one)}
        return {one for one in asked if self.is_there(one)} or standing_in

    def posts_on(self, grid_id, *roles):
        live = [post for post in self.posts if post["ended_at"] is None and post["grid_id"] == grid_id]
        return [post for post in live if post["role"] in roles]

    def reached(self, person_id):
        person = self.people[person_id - 1]
        return bool(person["reachable"] and person["telegram_id"] is not None)

    def passed(self, request):
        """Nobody answers for what they asked for themselves, or declined against an appeal."""
        return {request["resident_id"], *(person for person, _ in self.turned_down(request))}

    def who_could_answer(self, request):
        """To whom else it may be passed on: who is there and answers for its grid or one around it."""
        passed = self.passed(request) | {request["responsible_id"]}
        posts = [post for grid in self.path(request["grid_id"]) for post in self.posts_on(grid, *ASKED)]
        return {one for post in posts for one in self.there([post], passed)}

    def near(self, request):
        """To whom the office may give it: who is there and leads or staffs a grid around it or inside one."""
        path = self.path(request["grid_id"])
        grids = {grid["id"] for grid in self.grids if {grid["id"], grid["parent_id"]} & set(path)}
        near = {post["person_id"] for grid in grids for post in self.posts_on(grid, *LINE, "staff")}
        return {one for one in near if self.is_there(one)} - self.passed(request)

    def stand_ins(self, person_id):
        """Colleagues, those who lead and staff on the grids of the person's posts and around them."""
        found = set()
        for own in self.posts_of(person_id):
            for grid in self.path(own["grid_id"]):
                roles = {*LINE, "staff", own["role"]} & {*ASKED}
                found |= {post["person_id"] for post in self.posts_on(grid, *roles)}
            if own["role"] == "admin":
                found |= {post["person_id"] for post in self.posts_of_role("admin")}
        return {one for one in found if self.is_there(one)} - {person_id}

    def posts_of_role(self, role):
        return [post for post in self.posts if post["role"] == role and post["ended_at"] is None]

    def led(self, person_id, grid_id, *, as_delegate):
        """Whether the person leads a grid or ever did, or has stood in for whoever does."""
        whose = {person_id}
        if as_delegate:
            whose |= {a["person_id"] for a in self.absences if a["delegate_id"] == person_id}
        return any(
            p["person_id"] in whose and p["grid_id"] == grid_id and p["role"] in LINE for p in self.posts
        )

    def first(self, request):
        """Which role answers first."""
        mode = next(
            (mode for grid in self.path(request["grid_id"]) if (mode := self.grids[grid - 1]["mode"])), ""
        )
        category = request["category_id"]
        says = json.loads(self.categories[category - 1]["first"]) if category else {}
        return says.get(mode) or says.get("")

    def whom_to_ask(self, request):
        """Equals, to one of whom the house gives it; nobody: the office."""
        if request["unplaced"]:
            return set()
        path, passed, declined = (
            self.path(request["grid_id"]),
            self.passed(request),
            self.turned_down(request),
        )
        first = None if declined else self.first(request)
        for grid in path:
            if first and (equals := self.there(self.posts_on(grid, first), passed)):
                return equals
        if any(grid is None for _, grid in declined):
            return set()
        led = [grid for person, grid in declined if grid in path and self.led(person, grid, as_delegate=True)]
        for grid in path[max(map(path.index, led), default=-1) + 1 :]:
            for role in LINE:
                if equals := self.there(self.posts_on(grid, role), passed):
                    return equals
        return set()

    def turned_down(self, request):
        """(who declined it, for which grid), as often as the resident appealed."""
        declines, turned = None, []
        for event in self.of_request("events", request):
            if event["act"] == "decline":
                declines = event["by_id"]
            elif event["act"] == "appeal":
                turned.append((declines, json.loads(event["data"])["grid"]))
        return turned

    def may_answer(self, person_id, request):
        """The one responsible, whoever it was escalated to and still has the post (unless they declined it
        against an appeal), administrators, and in the queue staff and whoever stands in for one of these; but
        nobody for what they asked for."""
        supervises = any(
            s["person_id"] == person_id
            and s["level"]
            and self.answers_for(person_id, s["grid_id"], LINE, since=s["told_at"])
            for s in self.of_request("supervisors", request)
        ) and person_id not in [one for one, _ in self.turned_down(request)]
        posts = [post for whom in self.acts_for(person_id) for post in self.posts_of(whom)]
        staffs = {post["grid_id"] for post in posts if post["role"] == "staff"}
        of_office = staffs & {*self.path(request["grid_id"])} or any(p["role"] == "admin" for p in posts)
        office = request["status"] == "submitted" and of_office
        above = supervises or office or self.is_admin(person_id)
        return person_id != request["resident_id"] and (person_id == request["responsible_id"] or above)

    def is_above(self, person_id, request):
        """Whoever may end it without having answered for it."""
        return self.may_answer(person_id, {**request, "responsible_id": None})

    def may_talk(self, person_id, request):
        """The resident, those who answer, and whoever is at work on it."""
        at_work = [
            c["person_id"] for t in self.of_request("tasks", request) for c in self.claims_of(t, "held")
        ]
        return person_id in (request["resident_id"], *at_work) or self.may_answer(person_id, request)

    def may_take_in_private(self, person_id, task):
        """From a list, what is open around where they have a post, or where they have helped before."""
        group = self.group(task["group_id"])
        if self.requests[task["request_id"] - 1]["confidential"] or group["ended_at"] is not None:
            return False
        helped = {self.group(t["group_id"])["chat_id"] for t in self.tasks for c in self.claims
                  if (c["task_id"], c["person_id"]) == (t["id"], person_id)}  # fmt: skip
        near = any(
            post["grid_id"] in self.path(group["grid_id"]) or group["grid_id"] in self.path(post["grid_id"])
            for post in self.posts_of(person_id)
        )
        return near or self.is_admin(person_id) or group["chat_id"] in helped

    def leads(self, person_id, grid_id):
        """Whether the groups of a grid are the person's matter."""
        return any(self.answers_for(person_id, grid, LINE) for grid in self.path(grid_id))

    def group(self, group_id):
        return next(row for row in self.groups if row["id"] == group_id)

    def bound(self, chat_id):
        """The binding of a chat that holds, if one does."""
        return next((g for g in self.groups if g["chat_id"] == chat_id and g["ended_at"] is None), None)

    def path(self, grid_id):
        """The grid and those around it, the root last."""
        return [grid_id, *self.path(self.grids[grid_id - 1]["parent_id"])] if grid_id else []


LOOKS = {
    table.name: f"SELECT * FROM {table.name} ORDER BY {next(iter(table.primary_key)).name}"  # noqa: S608 - ours
    for table in schema.metadata.sorted_tables
}


async def look(tx, now):
    """The whole database."""
    tables = {name: [dict(row) for row in await tx.all(select)] for name, select in LOOKS.items()}
    return State(tables, to_millis(now))


def new(before, after, table):
    """The rows of a table that the step has added."""
    newest = max((row["id"] for row in getattr(before, table)), default=0)
    return [row for row in getattr(after, table) if row["id"] > newest]


# The promises


def check_one_responsible(state):
    for request in state.requests:
        nobody = request["responsible_id"] is None
        assert nobody or request["status"] != "submitted"
        assert not nobody or request["status"] in ("submitted", "cancelled"), (
            "one responsible, but in the queue"
        )
        assert not (nobody and request["responsible_grid_id"])
        assert request["responsible_id"] != request["resident_id"], "nobody answers for their own"
        assert bool(request["closed_at"]) == (request["status"] in ENDED)
        assert bool(request["reopen_until"]) == (request["status"] in ("closed", "declined"))
        assert not (request["confirmed"] and request["status"] != "closed")
        assert request["stars"] is None or request["confirmed"]
        assert request["comment"] is None or request["stars"]
        taken = [e["by_id"] for e in state.of_request("events", request) if e["act"] == "assign"][-1:]
        if request["responsible_id"] not in taken:  # from the office's queue, of their own accord
            turned_down = [person for person, _ in state.turned_down(request)]
            assert request["responsible_id"] not in turned_down, "an appeal does not come back"
        if request["status"] in ("assigned", "accepted"):
            assert state.answers_for(
                request["responsible_id"], request["responsible_grid_id"], since=request["created_at"]
            )
            assert state.reached(request["responsible_id"]), "nobody waits for whom no message reaches"


def check_places(state):
    for task in state.tasks:
        live = state.claims_of(task)
        people_on_it = [claim["person_id"] for claim in live]
        assert len(live) == task["held"] <= task["places"]
        assert len(people_on_it) == len(set(people_on_it)), "nobody has two places of one task"
        request = state.requests[task["request_id"] - 1]
        if task["status"] in ("open", "full"):
            assert (task["status"] == "full") == (task["held"] == task["places"])
            assert request["status"] in OPEN, "work is over when the request is"
            assert not request["confidential"], "nothing confidential is offered"
            assert state.group(task["group_id"])["grid_id"] in state.path(request["grid_id"])
        else:
            assert not state.claims_of(task, "held")
            assert (task["status"] == "done") == bool(live)
        assert request["resident_id"] not in people_on_it


def check_history(state):
    for request in state.requests:
        events = state.of_request("events", request)
        acts = Counter(event["act"] for event in events)
        tasks = state.of_request("tasks", request)
        ended = [task for task in tasks if task["status"] not in ("open", "full")]
        claimed = [
            c for task in tasks for c in state.claims_of(task, "held", "done", "withdrawn", "released")
        ]
        how = Counter(claim["status"] for claim in claimed)
        assert (events[0]["act"], acts["submit"]) == ("submit", 1)
        assert (acts["offer"], acts["end_task"], acts["claim"]) == (len(tasks), len(ended), len(claimed))
        assert (acts["finish"], acts["withdraw"], acts["release"]) == (
            how["done"],
            how["withdrawn"],
            how["released"],
        )
        told = replayed(events)
        assert 0 <= request["version"] - told.pop("version") <= acts["revise"]
        assert told == {name: request[name] for name in told}


def replayed(events):
    """What the history says that a request is now."""
    now = {"status": "submitted", "responsible_id": None, "level": 0, "reopened": 0, "version": 1}
    for event in events:
        move, data = MOVES.get(Act(event["act"])), json.loads(event["data"])
        if move is None:
            continue
        assert now["status"] in move.sources
        now["status"] = str(move.target or now["status"])
        now["version"] += event["act"] != "revise"  # of what was said besides only the history tells
        now["level"] += event["act"] == "escalate"
        now["reopened"] += event["act"] == "reopen"
        if event["act"] in ("assign", "queue", "appeal"):
            now["responsible_id"] = data.get("to")
        if event["act"] == "correct":
            now[CORRECTED[data["what"]]] = data["to"]
    return now


CORRECTED = {"place": "grid_id", "kind": "category_id"}


WAITED_FOR = {"submitted": "answer", "assigned": "answer", "accepted": "solve"}


def check_clocks(state):
    for request in state.requests:
        rows = state.of_request("deadlines", request)
        running = {row["clock"] for row in rows} - {"claim"}
        ends = {row["clock"] for row in rows if row["part"] == 1} - {"claim"}
        assert running == ends, "no reminder outlives what it reminds of"
        if request["status"] in ENDED:
            assert not rows
        elif request["status"] == "resolved":
            assert {row["clock"] for row in rows} == {"confirm"}
        else:
            assert ends in ({WAITED_FOR[request["status"]]}, {"climb"}), "nothing is let go"
        for row in rows:
            if row["clock"] == "claim":
                task = state.tasks[row["task_id"] - 1]
                assert (task["status"], task["held"]) == ("open", 0), "nobody is chased for what was taken"


def check_escalations(state):
    for request in state.requests:
        told = [
            person
            for event in state.of_request("events", request)
            if event["act"] == "escalate"
            for person in json.loads(event["data"])["to"]
        ]
        above = [row for row in state.of_request("supervisors", request) if row["level"]]
        above = [row["person_id"] for row in sorted(above, key=lambda row: (row["level"], row["id"]))]
        if any(event["act"] == "correct" for event in state.of_request("events", request)):
            assert set(above) <= set(told), "above another place there are others"
        else:
            assert told == above, "each once"
        for row in state.of_request("supervisors", request):
            assert row["grid_id"] in (None, *state.path(request["grid_id"]))


def check_group_words(state):
    """Nothing that a group reads tells who the resident is."""
    for request in state.requests:
        resident = state.people[request["resident_id"] - 1]
        read = [request["group_words"] or "", *(t["words"] for t in state.of_request("tasks", request))]
        for words in read:
            assert not any(told in words for told in (resident["name"], resident["phone"][3:], DOOR))


def check_pieces(state):
    """What somebody sent belongs to one thing at most, which is there."""
    for piece in state.pieces:
        owners = [(table, piece[f"{table[:-1]}_id"]) for table in ("drafts", "prompts", "requests")]
        owned = [(table, owner) for table, owner in owners if owner is not None]
        assert len(owned) <= 1
        assert all(owner in [row["id"] for row in getattr(state, table)] for table, owner in owned)


def check_kept(before, after):
    """What was said or sent for a request stays with it."""
    kept = {piece["id"]: piece["request_id"] for piece in after.pieces}
    lost = [p for p in before.pieces if p["request_id"] and kept.get(p["id"]) != p["request_id"]]
    assert not lost


def check_media(before, after):
    """Whoever is given a request gets all that the resident sent, and whoever waits for more what comes."""
    shown = {
        (message["request_id"], message["person_id"], piece)
        for message in new(before, after, "outbox")
        if message["kind"] == "media"
        for piece in json.loads(message["data"])["pieces"]
    }
    media = {piece["id"]: piece for piece in after.pieces if piece["kind"] != "text"}
    for event in new(before, after, "events"):
        request, data = after.requests[event["request_id"] - 1], json.loads(event["data"])
        if event["act"] == "assign" and data["to"] != event["by_id"]:
            wanted = [
                p["id"]
                for p in media.values()
                if (p["request_id"], p["purpose"]) == (request["id"], "report")
            ]
            assert {(request["id"], data["to"], piece) for piece in wanted} <= shown
        reader = request["resident_id"] if event["act"] == "resolve" else request["responsible_id"]
        if event["act"] in ("add", "reopen", "resolve") and reader is not None:
            wanted = media.keys() & data.get("pieces", [])
            assert {(request["id"], reader, piece) for piece in wanted} <= shown


def check_queue(before, after):
    """What nobody answers for is shown to everybody of its office who is there."""
    told = {(m["request_id"], m["person_id"]) for m in new(before, after, "outbox") if m["kind"] == "queue"}
    for event in new(before, after, "events"):
        if event["act"] == "queue":
            office = after.office(after.requests[event["request_id"] - 1])
            assert {(event["request_id"], one) for one in office} <= told


def check_readers(before, after):
    """Nobody hears of a request who has nothing to do with it, and no group of a confidential one."""
    for message in new(before, after, "outbox"):
        if message["request_id"] is None or message["card_id"] is not None:  # an edit of what they have
            continue
        request = after.requests[message["request_id"] - 1]
        if message["group_id"] is not None:
            assert message["kind"] == "task"
            assert message["group_id"] == after.tasks[message["task_id"] - 1]["group_id"]
            continue
        related = {request["resident_id"], request["responsible_id"]}
        related |= {row["responsible_id"] for row in before.requests if row["id"] == request["id"]}
        related |= {row["person_id"] for row in after.of_request("supervisors", request)}
        related |= {c["person_id"] for t in after.of_request("tasks", request) for c in after.claims_of(t)}
        related |= {c["person_id"] for c in after.claims if c["status"] == "released"}
        office = {p["person_id"] for p in after.posts if p["role"] in ("admin", "staff")}
        related |= office | {leave["delegate_id"] for leave in map(after.leave, office) if leave}
        if message["kind"] == "passed":  # what became of one's own words
            related |= {e["by_id"] for e in after.of_request("events", request) if e["act"] == "say"}
        if message["kind"] == "note-reopened-below":
            above = after.path(request["grid_id"])[1:]
            related |= {p["person_id"] for p in after.posts if p["grid_id"] in above}
            related |= {a["delegate_id"] for a in after.absences}
        assert message["person_id"] in related, message["kind"]


def check_ways_up(before, after):
    """An escalation goes up: past every grid whose leaders were told, or are the ones responsible."""
    for told in new(before, after, "supervisors"):
        if not told["level"]:  # told from the first
            assert after.first(after.requests[told["request_id"] - 1])
            continue
        request = before.requests[told["request_id"] - 1]
        path = after.path(request["grid_id"])
        heard = [
            (s["person_id"], s["grid_id"]) for s in before.of_request("supervisors", request) if s["level"]
        ]
        if request["responsible_id"]:
            heard.append((request["responsible_id"], request["responsible_grid_id"]))
        if told["grid_id"] is None:
            assert any(map(after.is_admin, after.acts_for(told["person_id"])))
            continue
        assert all(grid is not None for _, grid in heard), "administrators are above everybody"
        led = [grid for one, grid in heard if grid in path and after.led(one, grid, as_delegate=False)]
        assert all(path.index(told["grid_id"]) > path.index(grid) for grid in led)
        assert after.is_there(told["person_id"])


def check_routes(before, after):
    """The house gives a request to whom it is to ask, and to the office only if that is nobody. Of several
    times in one step the last is looked at."""
    last = {event["request_id"]: event for event in new(before, after, "events") if event["act"] in ROUTED}
    for event in last.values():
        if event["by_id"] is not None or event["act"] == "correct":
            continue
        equals = after.whom_to_ask(after.requests[event["request_id"] - 1])
        if event["act"] == "queue":
            assert not equals
        else:
            assert json.loads(event["data"])["to"] in equals


ROUTED = ("assign", "queue", "correct")


OF_A_MOMENT = (
    check_one_responsible,
    check_places,
    check_history,
    check_clocks,
    check_escalations,
    check_group_words,
    check_pieces,
)
OF_A_STEP = (check_readers, check_ways_up, check_routes, check_queue, check_media, check_kept)


def hold(before, after):
    """Every promise, after a step that changed something."""
    for check in OF_A_MOMENT:
        check(after)
    for check in OF_A_STEP:
        check(before, after)


@pytest.fixture
def promises():
    """(look, hold): read the state of everything in a transaction; hold one against the one before."""
    return look, hold
