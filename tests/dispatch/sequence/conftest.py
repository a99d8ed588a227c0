"""What must hold after every step of any sequence, read from the whole database; see the test beside."""

import json
from collections import Counter

import pytest

from bot.dispatch.lifecycle import MOVES
from storage import schema
from storage.records import Act

ANSWERERS = ("leader", "deputy", "secretary")
OPEN = ("submitted", "assigned", "accepted")
LIVE = ("held", "done")


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

    def grids_in_reach(self, path, resident_id):
        """Where somebody is reached who answers for it; nobody answers for what they asked for themselves."""
        return [
            grid
            for grid in path
            if any(
                p["grid_id"] == grid
                and p["role"] in ANSWERERS
                and p["ended_at"] is None
                and p["person_id"] != resident_id
                for p in self.posts
                if self.reached(p["person_id"])
            )
        ]

    def may_answer(self, person_id, request):
        """The one responsible, whoever it was escalated to and still has the post, and administrators."""
        supervises = any(
            s["person_id"] == person_id and self.answers_for(person_id, s["grid_id"])
            for s in self.of_request("supervisors", request)
        )
        return person_id == request["responsible_id"] or supervises or self.is_admin(person_id)

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


# The promises


def check_one_responsible(state):
    for request in state.requests:
        nobody = request["responsible_id"] is None
        assert nobody == (request["status"] == "submitted"), "one responsible, and none only in the queue"
        assert not (nobody and request["responsible_grid_id"])
        assert bool(request["closed_at"]) == (request["status"] == "closed")
        assert not (request["confirmed"] and request["status"] != "closed")
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
        assert replayed(events) == {name: request[name] for name in replayed(events)}


def replayed(events):
    """What the history says that a request is now."""
    now = {"status": "submitted", "responsible_id": None, "level": 0, "reopened": 0, "version": 1}
    for event in events:
        move, data = MOVES.get(Act(event["act"])), json.loads(event["data"])
        if move is None:
            continue
        assert now["status"] in move.sources
        now["status"] = str(move.target or now["status"])
        now["version"] += 1
        now["level"] += event["act"] == "escalate"
        now["reopened"] += event["act"] == "reopen"
        if event["act"] in ("assign", "queue"):
            now["responsible_id"] = data.get("to")
    return now


WAITED_FOR = {"submitted": "answer", "assigned": "answer", "accepted": "solve"}


def check_clocks(state):
    for request in state.requests:
        rows = state.of_request("deadlines", request)
        running = {row["clock"] for row in rows} - {"claim"}
        ends = {row["clock"] for row in rows if row["part"] == 1} - {"claim"}
        assert running == ends, "no reminder outlives what it reminds of"
        if request["status"] == "closed":
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


def check_readers(before, after):
    """Nobody hears of a request who has nothing to do with it, and no group of a confidential one."""
    for message in after.outbox[len(before.outbox) :]:
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
        if message["kind"] == "note-reopened-below":
            above = after.path(request["grid_id"])[1:]
            related |= {p["person_id"] for p in after.posts if p["grid_id"] in above}
        assert message["person_id"] in related, message["kind"]


def check_ways_up(before, after):
    """An escalation goes up: past everybody who was told, and past the one responsible."""
    for told in after.supervisors[len(before.supervisors) :]:
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
    for event in after.events[len(before.events) :]:
        request = after.requests[event["request_id"] - 1]
        if event["by_id"] is not None or event["act"] not in ("assign", "queue"):
            continue
        in_reach = after.grids_in_reach(after.path(request["grid_id"]), request["resident_id"])
        if event["act"] == "queue":
            assert not in_reach
        else:
            to = json.loads(event["data"])["to"]
            assert after.reached(to)
            assert after.answers_for(to, in_reach[0])


def hold(before, after):
    """Every promise, after a step that changed something."""
    for check in (check_one_responsible, check_places, check_history, check_clocks, check_escalations):
        check(after)
    for check in (check_readers, check_ways_up, check_routes):
        check(before, after)


@pytest.fixture
def promises():
    """(look, hold): read the state of everything in a transaction; hold one against the one before."""
    return look, hold
