"""The porter: what happened at the door becomes a batch while the application runs, whatever goes wrong in between."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from analytics.errors import StoreError
from pages.hall import worker as porter


def test_it_looks_again_and_again_and_after_what_went_wrong(monkeypatch, caplog):
    looks = []

    def look(_):
        looks.append(len(looks))
        if len(looks) == 1:
            raise StoreError("broken_batch", batch="7")
        if len(looks) == 2:
            raise OSError("disk full")

    monkeypatch.setattr(porter, "_look", look)
    monkeypatch.setattr(porter, "EVERY", 0.001)

    async def for_a_while():
        task = asyncio.create_task(porter.process_doors(None))
        while len(looks) < 4:
            await asyncio.sleep(0.001)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    # In a thread of its own, since the browser tests' driver leaves a loop running in this one.
    with caplog.at_level(logging.ERROR), ThreadPoolExecutor(max_workers=1) as alone:
        alone.submit(lambda: asyncio.run(for_a_while())).result()
    assert "7" in caplog.text
    assert "could not be looked after" in caplog.text
