"""The worker: what happened at the door becomes a batch while the application runs, whatever goes wrong in between.

organisations:
organisation_id | name       | kind
alpha           | Alpha GmbH | company

events:
event_id | title | starts_on  | format    | status
broken   | Eins  | 2025-06-01 | reception | planned
whole    | Zwei  | 2025-06-01 | reception | planned

participations:
participation_id | event_id | organisation_id | persons | status
p1               | broken   | alpha           | 1       | registered
p2               | whole    | alpha           | 1       | registered
"""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from analytics.errors import StoreError
from analytics.store import Store
from pages.hall import worker
from tests.reception.conftest import at, door_of
from tests.tables import store_from


@pytest.fixture
def store(tmp_path):
    return Store(store_from(__doc__, tmp_path).folder)


def run_until(condition, store=None):
    """Let the worker run until ``condition()``; in a thread, as the browser tests' driver leaves a loop in this one."""

    async def for_a_while():
        task = asyncio.create_task(worker.process_doors(store))
        while not condition():
            assert not task.done()
            await asyncio.sleep(0.001)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    with ThreadPoolExecutor(max_workers=1) as alone:
        alone.submit(lambda: asyncio.run(for_a_while())).result()


@pytest.mark.parametrize(
    "error", [StoreError("broken_batch", batch="7"), OSError("full"), KeyError("op"), RuntimeError()]
)
def test_it_looks_again_after_whatever_went_wrong(monkeypatch, caplog, error):
    looks = []

    def look(_):
        looks.append(len(looks))
        if len(looks) == 1:
            raise error

    monkeypatch.setattr(worker, "_look", look)
    monkeypatch.setattr(worker, "EVERY", 0.001)
    with caplog.at_level(logging.ERROR):
        run_until(lambda: len(looks) > 2)
    assert "could not be looked after" in caplog.text


def test_a_journal_that_is_broken_keeps_no_other_evening_waiting(monkeypatch, caplog, store):
    for event_id, guest in (("broken", "p1"), ("whole", "p2")):
        sent = {"op": f"device-{event_id}", "kind": "arrived", "guest": guest, "persons": 1}
        door_of(store, event_id).take([sent], at(18))
    broken = door_of(store, "broken").journal
    broken.append([{"op": "device-without-day", "at": "2025-06-01T18:00:00+00:00"}])
    monkeypatch.setattr(worker, "EVERY", 0.001)
    with caplog.at_level(logging.ERROR):
        run_until(lambda: any(entry.is_of_a_door for entry in store.ledger()), store)
    assert "The evening broken could not be looked after" in caplog.text
    assert "The evening whole" not in caplog.text
