"""``watch``."""

import argparse
import time
from contextlib import suppress
from pathlib import Path

from analytics.identity.messages import joined_in_words
from analytics.identity.publishing import join_and_build
from analytics.intake.domains import Domains
from analytics.intake.watching import SETTLED_AFTER, Outcome, Watch
from analytics.language import Language
from analytics.store import Store

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
    with Watch(Store(), chosen.folder, lambda store, domains: _publish(store, domains, language)) as watch:
        print(language.text("watch.watching", folder=chosen.folder), flush=True)
        if chosen.once:
            failed = _told(watch.look(), language)
            if watch.waits:
                time.sleep(SETTLED_AFTER)
                failed |= _told(watch.look(), language)
            return 1 if failed else 0
        with suppress(KeyboardInterrupt):
            while True:
                _told(watch.look(), language)
                time.sleep(_EVERY)
    return 0


def _publish(store: Store, domains: Domains, language: Language) -> None:
    """Publish what came in, and print which organisations are joined since."""
    for sentence in joined_in_words(join_and_build(store, domains, language), language):
        print(sentence, flush=True)


def _told(outcomes: list[Outcome], language: Language) -> bool:
    """Print what became of the files; whether one failed."""
    for outcome in outcomes:
        key = "failed" if outcome.place == "failed" else "done" if outcome.batch else "done_nothing_new"
        print(language.text(f"watch.{key}", name=outcome.name, batch=outcome.batch), flush=True)
    return any(outcome.place == "failed" for outcome in outcomes)
