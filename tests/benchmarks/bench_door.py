"""The door late in an evening beside the door at its beginning: what a screen asks for, and a check-in."""

import time
from datetime import datetime
from statistics import median

import pytest

from analytics.intake.demo import load_demo
from analytics.reception.door import Door
from analytics.reception.evening import Evening
from analytics.reception.room import room
from analytics.store import Store
from analytics.warehouse import View, current

GUESTS = 300
MOST_TIMES = 10
"""So many times what the first check-in takes, which waits for the disk above all."""


def _median_of(action, times=15) -> float:
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        action()
        taken.append(time.perf_counter() - started)
    return median(taken)


@pytest.fixture
def door(tmp_path):
    store = Store(tmp_path)
    load_demo(store)
    view = View(current(store))
    return Door(store, view, Evening.of(view, "V68"))


def test_a_full_house_costs_little_more_than_an_empty_one(door):
    now, count = datetime(2026, 9, 10, 18), iter(range(10_000))

    def check_in():
        door.take([{"op": f"device-{next(count):05d}", "kind": "walk_in", "organisation_id": "O012"}], now)

    first = _median_of(check_in)
    while room(door, now).present < GUESTS:
        check_in()
    full = {"screen": _median_of(lambda: room(door, now)), "check_in": _median_of(check_in)}
    ratios = {name: taken / first for name, taken in full.items()}
    print(f"with {GUESTS} guests, in check-ins of an empty house ({1000 * first:.1f} ms):", ratios)
    assert max(ratios.values()) <= MOST_TIMES
