"""Counting what a journey costs people: every tap and every message of theirs."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from sandbox import Person

Counting = Callable[[str, Person, int], AbstractContextManager[None]]


@pytest.fixture
def costs(street, record_property) -> Counting:
    """`with costs("claim", zhao, 1): …`: the person does at most so many things inside; the suite prints how
    many it were."""
    acts: list[int] = []
    add = street.tg.updates.add

    def noted(kind: str, payload: dict, lane: int) -> None:
        if kind in ("message", "callback_query"):
            acts.append(payload["from"]["id"])
        add(kind, payload, lane)

    street.tg.updates.add = noted

    @contextmanager
    def counted(journey: str, person: Person, at_most: int) -> Iterator[None]:
        acts.clear()
        yield
        count = acts.count(person.id)
        record_property("effort", f"{journey}: {count}, at most {at_most}")
        assert 0 < count <= at_most, journey

    return counted
