"""What must hold after every step of any sequence, read from the whole database; see the test beside."""

import json
from collections import Counter

import pytest

from bot.dispatch.lifecycle import MOVES
from storage import schema
from storage.records import Act

ANSWERERS = ("leader", "deputy", "secretary")
OPEN = ("submitted", "assigned", "accepted")
ENDED = ("closed", "declined", "cancelled")
LIVE = ("held", "done")
DOOR = "502"


class State:
    """Every row of every table, at one moment."""

    def __init__(self, tables):
        self.tables = tables

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

    def answers_for(self, person_id, grid_id):
        """Whether the person has the post that answers for a grid (None: as administrator)."""
        if self.is_admin(person_id):
            return True
        return any(p["grid_id"] == grid_id and p["role"] in ANSWERERS for p in self.posts_of(person_id))

    def reached(self, person_id):
        person = self.people[person_id - 1]
        return bool(person["reachable"] and person["telegram_id"] is not None)

    def who_could_answer(self, request):
        """Who is reached and answers for the request's grid or one around it, each with the deepest, which
        comes first; nobody answers for what they asked for themselves, or declined against an appeal."""
        passed = {request["resident_id"], *(person for person, _ in self.turned_down(request))}
        could = {}
        for grid in self.path(request["grid_id"]):
            for post in self.posts:
                lives = post["ended_at"] is None and post["role"] in ANSWERERS and post["grid_id"] == grid
                if lives and self.reached(post["person_id"]) and post["person_id"] not in passed:
                    could.setdefault(post["person_id"], grid)
        return could

    def grids_in_reach(self, request):
        """Where the house may look for somebody who answers: above all who declined against an appeal."""
        path = self.path(request["grid_id"])
        declined = {grid for _, grid in self.turned_down(request)}
        if None in declined:
            return []
        above = max((path.index(grid) for grid in declined if grid in path), default=-1) + 1
        return [grid for grid in path[above:] if grid in self.who_could_answer(request).values()]

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
        against an appeal), and administrators; but nobody for what they asked for."""
        supervises = any(
            s["person_id"] == person_id and self.answers_for(person_id, s["grid_id"])
            for s in self.of_request("supervisors", request)
        ) and person_id not in [one for one, _ in self.turned_down(request)]
        above = supervises or self.is_admin(person_id)
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
        return any(self.answers_for(person_id, grid) for grid in self.path(grid_id))

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


async def look(tx):
    """The whole database."""
    return State({name: [dict(row) for row in await tx.all(select)] for name, select in LOOKS.items()})


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
        if not state.is_admin(request["responsible_id"]):
            turned_down = [person for person, _ in state.turned_down(request)]
            assert request["responsible_id"] not in turned_down, "an appeal does not come back"
        if request["status"] in ("assigned", "accepted"):
            assert state.answers_for(request["responsible_id"], request["responsible_grid_id"])
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
        else:
            assert not state.claims_of(task, "held")
            assert (task["status"] == "done") == bool(live)
        assert not request["confidential"], "nothing confidential is offered"
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
    return now


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
        assert told == [row["person_id"] for row in state.of_request("supervisors", request)], "each once"


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
    """What nobody answers for is shown to every administrator whom a message reaches."""
    told = {(m["request_id"], m["person_id"]) for m in new(before, after, "outbox") if m["kind"] == "queue"}
    office = {p["person_id"] for p in after.posts if after.is_admin(p["person_id"])}
    for event in new(before, after, "events"):
        if event["act"] == "queue":
            assert {(event["request_id"], one) for one in office if after.reached(one)} <= told


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
        related |= {p["person_id"] for p in after.posts if p["role"] == "admin"}
        if message["kind"] == "passed":  # what became of one's own words
            related |= {e["by_id"] for e in after.of_request("events", request) if e["act"] == "say"}
        if message["kind"] == "note-reopened-below":
            above = after.path(request["grid_id"])[1:]
            related |= {p["person_id"] for p in after.posts if p["grid_id"] in above}
        assert message["person_id"] in related, message["kind"]


def check_ways_up(before, after):
    """An escalation goes up: past everybody who was told, and past the one responsible."""
    for told in new(before, after, "supervisors"):
        request = before.requests[told["request_id"] - 1]
        heard = [row["grid_id"] for row in before.of_request("supervisors", request)]
        if request["responsible_id"]:
            heard.append(request["responsible_grid_id"])
        if told["grid_id"] is None:
            assert after.is_admin(told["person_id"])
            continue
        path = after.path(request["grid_id"])
        assert None not in heard, "administrators are above everybody"
        assert all(path.index(told["grid_id"]) > path.index(grid) for grid in heard)
        assert after.reached(told["person_id"])


def check_routes(before, after):
    """The house gives a request to the deepest grid where anybody is reached; it queues only if none is."""
    for event in new(before, after, "events"):
        request = after.requests[event["request_id"] - 1]
        if event["by_id"] is not None or event["act"] not in ("assign", "queue"):
            continue
        in_reach = after.grids_in_reach(request)
        if event["act"] == "queue":
            assert not in_reach
        else:
            to = json.loads(event["data"])["to"]
            assert after.reached(to)
            assert after.answers_for(to, in_reach[0])


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
