"""``pretix``."""

import argparse

from analytics.commands.imports import answer
from analytics.identity.joining import Joined
from analytics.identity.publishing import join_and_build
from analytics.intake.pretix import Pretix, pull, token
from analytics.language import Language
from analytics.store import Store


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("pretix", help="import events, guests and check-ins from a pretix")
    parser.add_argument("--address", required=True, metavar="URL", help="where pretix's pages are: https://pretix.eu")
    parser.add_argument("--organiser", required=True, metavar="NAME", help="the organiser's short form")
    parser.add_argument("--all", action="store_true", help="all guests, not only those of events that changed since")
    parser.add_argument("--dry-run", action="store_true", help="check only, change nothing")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(action=_pretix)


def _pretix(chosen: argparse.Namespace) -> int:
    store, language = Store(), Language(chosen.language)
    with Pretix(chosen.address, chosen.organiser, token()) as pretix:
        report = pull(store, pretix, anew=chosen.all, dry_run=chosen.dry_run)
    joined = join_and_build(store, report.domains, language) if report.batch else Joined(None)
    return answer(report, joined, language, as_json=chosen.json)
