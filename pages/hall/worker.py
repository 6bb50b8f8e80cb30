"""The porter: as long as the application runs, what happened at the doors becomes batches, and evenings are closed."""

import asyncio
import logging
from datetime import datetime

from analytics.errors import DashboardError
from analytics.reception.feedback import process_due_feedback
from analytics.reception.settling import process_due
from analytics.store import Store

EVERY = 10.0
"""Seconds between two looks; each costs next to nothing where nothing happened."""
_LOG = logging.getLogger(__name__)


async def process_doors(store: Store) -> None:
    """Look after all doors until cancelled; what goes wrong is logged, and tried again with the next look."""
    while True:
        await asyncio.sleep(EVERY)
        try:
            await asyncio.to_thread(_look, store)
        except DashboardError as error:
            _LOG.error("%s", error)
        except OSError:
            _LOG.exception("The doors could not be looked after.")


def _look(store: Store) -> None:
    now = datetime.now()
    for batch in (*process_due(store, now), *process_due_feedback(store, now)):
        _LOG.info("batch %s", batch)
