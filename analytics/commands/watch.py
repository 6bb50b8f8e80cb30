"""``watch``."""

import argparse
import time
from contextlib import suppress
from pathlib import Path

from analytics.identity.joining import join_sure
from analytics.identity.messages import joined_in_words
from analytics.intake.watching import SETTLED_AFTER, Outcome, Watch
from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import build

_EVERY = 2.0
"""Seconds between two looks."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("watch", help="import what is put into a folder")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--once", action="store_true", help="take what lies there, and end")
    parser.set_defaults(action=_watch)


def _watch(chosen: argparse.Namespace) -> int:
    language = Language(chosen.language)
    store = Store()
    with Watch(store, chosen.folder) as watch:
        print(language.text("watch.watching", folder=chosen.folder), flush=True)
        if chosen.once:
            failed = _told(store, watch.look(), language)
            if watch.waits:
                time.sleep(SETTLED_AFTER)
                failed |= _told(store, watch.look(), language)
            return 1 if failed else 0
        with suppress(KeyboardInterrupt):
            while True:
                _told(store, watch.look(), language)
                time.sleep(_EVERY)
    return 0


def _told(store: Store, outcomes: list[Outcome], language: Language) -> bool:
    """Print what became of the files, and which organisations are joined since; whether one failed."""
    for outcome in outcomes:
        key = "failed" if outcome.place == "failed" else "done" if outcome.batch else "done_nothing_new"
        print(language.text(f"watch.{key}", name=outcome.name, batch=outcome.batch), flush=True)
    if any(outcome.batch for outcome in outcomes):
        joined = join_sure(store, title=language.text("identity.batch_joined"))
        if joined.batch:
            build(store)
        for sentence in joined_in_words(joined, language):
            print(sentence, flush=True)
    return any(outcome.place == "failed" for outcome in outcomes)
