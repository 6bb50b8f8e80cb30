"""The worker: as long as the application runs, what happened at the doors becomes batches, and evenings are closed."""

import asyncio
import logging
from datetime import date, datetime

from analytics.reception.door import Door
from analytics.reception.evening import Evening, evenings
from analytics.reception.feedback import process_due_feedback
from analytics.reception.settling import process_due
from analytics.store import Store
from analytics.warehouse import View, build, current

EVERY = 10.0
"""Seconds between two looks; each costs next to nothing where nothing happened."""
_LOG = logging.getLogger(__name__)


async def process_doors(store: Store) -> None:
    """Look after all doors until cancelled. Whatever goes wrong is logged, and tried again with the next look.

    With each new day the data is built anew: somebody's day of deletion may have passed.
    """
    built_on = date.today()
    while True:
        await asyncio.sleep(EVERY)
        try:
            await asyncio.to_thread(_look, store)
            if built_on != date.today():
                await asyncio.to_thread(build, store)
                built_on = date.today()
        except Exception:  # noqa: BLE001  what is not known of beforehand must not end the worker
            _LOG.exception("The doors could not be looked after.")


def _look(store: Store) -> None:
    """Look after each evening by itself: what is wrong with one must not keep the others waiting."""
    view, now = View(current(store)), datetime.now()
    for evening in evenings(view):
        try:
            for batch in _processed(store, view, evening, now):
                _LOG.info("batch %s", batch)
        except Exception:  # noqa: BLE001  see above
            _LOG.exception("The evening %s could not be looked after.", evening.event_id)


def _processed(store: Store, view: View, evening: Evening, now: datetime) -> list[str]:
    return [*process_due(Door(store, view, evening), now), *process_due_feedback(store, evening, now)]
