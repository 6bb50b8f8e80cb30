"""``report evening``: what became of an event, on a page or as a text to be edited."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from analytics.language import LANGUAGES, Language
from analytics.reports.evening import SUMMARY_AUDIENCES, SUMMARY_FORMATS, evening_summary
from analytics.store import Store
from analytics.warehouse import View, current


def add_to(reports: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the report. A newsletter is for everybody, so without an audience it holds what the public may read."""
    parser = reports.add_parser("evening", help="the summary of an event that was held")
    parser.add_argument("--event", required=True, metavar="ID", help="as in your events.csv")
    parser.add_argument("--format", choices=SUMMARY_FORMATS, help="else the ending of the file")
    parser.add_argument("--audience", choices=SUMMARY_AUDIENCES, default=SUMMARY_AUDIENCES[0])
    parser.add_argument("--language", dest="written_in", choices=LANGUAGES, help="else the terminal's")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.set_defaults(action=_report)


def _report(chosen: argparse.Namespace) -> int:
    language = Language(chosen.written_in or chosen.language)
    made = evening_summary(
        View(current(Store()), chosen.audience),
        chosen.event,
        chosen.format or chosen.out.suffix.removeprefix("."),
        language=language,
        moment=datetime.now(UTC).replace(microsecond=0, tzinfo=None),
    )
    chosen.out.write_bytes(made)
    print(language.text("report.written", file=chosen.out))
    return 0
