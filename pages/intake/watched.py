"""The watched folder: as long as the application runs, what is put into ``NETWORK_WATCH`` is imported by itself."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import streamlit as st

from analytics.errors import DashboardError
from analytics.identity.publishing import join_and_build
from analytics.intake.watching import Watch
from analytics.language import Language
from analytics.store import Store
from pages.parts.escape_markdown import escape_markdown

EVERY = 2.0
"""Seconds between two looks into the folder; one costs next to nothing where nothing was put there."""
_LOG = logging.getLogger(__name__)


def watched_folder() -> Path | None:
    """The folder that the server watches; None where nobody wishes it."""
    named = os.environ.get("NETWORK_WATCH")
    return Path(named) if named else None


@contextmanager
def watching(store: Store) -> Iterator[None]:
    """Watch the folder meanwhile, in a thread: an import is long, and must not hold up the pages.

    At the end nobody waits for an import that is at work: whatever it had not ended, the next server ends.
    """
    folder, ended = watched_folder(), Event()
    if folder is not None:
        Thread(target=_watch, args=(store, folder, ended), name="watch", daemon=True).start()
    try:
        yield
    finally:
        ended.set()


def watched_note(language: Language) -> None:
    """That a folder is watched, and how many files in it wait for somebody to mend them."""
    folder = watched_folder()
    if folder is None:
        return
    st.caption(escape_markdown(language.text("watch.is_watched", folder=folder)))
    try:
        lie_there = {file.name for file in (folder / "failed").iterdir()}
    except OSError:
        return
    failed = [name for name in lie_there if f"{name}.txt" in lie_there]
    if failed:
        st.warning(escape_markdown(language.text("watch.have_failed", n=len(failed))), icon=":material/rule:")


def _watch(store: Store, folder: Path, ended: Event) -> None:
    """Watch until ``ended``. Whatever is in the way is told once, and tried again."""
    told = ""
    while not ended.is_set():
        try:
            with Watch(store, folder, join_and_build) as watch:
                _LOG.info("watching a folder for files")
                while not ended.is_set():
                    for outcome in watch.look():
                        _LOG.info("a file of the watched folder: %s, batch %s", outcome.place, outcome.batch)
                    told = ""
                    ended.wait(EVERY)
        except DashboardError as error:
            if told != str(error):
                _LOG.error("The watched folder: %s", error)
            told = str(error)
        except Exception as error:  # noqa: BLE001  what is not known of beforehand must not end the watch
            if told != repr(error):
                _LOG.exception("The watched folder could not be looked into.")
            told = repr(error)
        ended.wait(EVERY)
