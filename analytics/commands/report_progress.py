"""``report progress``: how the network does, for whoever steers or funds it."""

import argparse
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from analytics.errors import QuestionError
from analytics.language import LANGUAGES, Language
from analytics.reports.progress import AUDIENCES, FORMATS, Watch, progress_report, usual_period
from analytics.store import Store
from analytics.warehouse import Period, View, current


def add_to(reports: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the report."""
    parser = reports.add_parser("progress", help="the progress report")
    parser.add_argument("--format", choices=FORMATS, help="else the ending of the file")
    parser.add_argument("--audience", choices=AUDIENCES, default="management")
    parser.add_argument("--language", dest="written_in", choices=LANGUAGES, help="else the terminal's")
    parser.add_argument(
        "--from", dest="first", metavar="PERIOD", type=_named, help="such as 2025-Q1; else the last four quarters"
    )
    parser.add_argument("--until", dest="last", metavar="PERIOD", type=_named, help="such as 2025-Q4")
    parser.add_argument("--network", metavar="NAME", help="the network's name on the cover")
    parser.add_argument("--template", type=Path, metavar="FILE", help="a PowerPoint file to build the slides on")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.set_defaults(action=_report)


def _named(name: str) -> Period:
    try:
        return Period.parse(name)
    except QuestionError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _report(chosen: argparse.Namespace) -> int:
    language = Language(chosen.written_in or chosen.language)
    view = View(current(Store()), chosen.audience)
    made = progress_report(
        view,
        chosen.format or chosen.out.suffix.removeprefix("."),
        language=language,
        moment=datetime.now(UTC).replace(microsecond=0, tzinfo=None),
        period=_period(view, chosen.first, chosen.last),
        network=chosen.network,
        template=chosen.template,
        watch=Watch(partial(_tell, language)),
    )
    chosen.out.write_bytes(made)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    print(language.text("report.written", file=chosen.out))
    return 0


def _period(view: View, first: Period | None, last: Period | None) -> Period:
    """From the first of ``first`` to the last of ``last``; an end that nobody names is the usual period's."""
    usual = usual_period(view)
    begin = first or (last if last and last.ends_on < usual.starts_on else usual)
    end = last or (first if first and first.starts_on > usual.ends_on else usual)
    if begin.starts_on > end.ends_on:
        raise QuestionError("reversed_periods")
    return Period.spanning(begin, end)


def _tell(language: Language, part: str, share: float) -> None:
    """How far the work is, for whoever watches a terminal; each step is written over the one before."""
    if sys.stderr.isatty():
        text = language.text(f"report.part_{part}")
        print(f"\r\033[K{text} ({language.percent(share, 0)})", end="", file=sys.stderr, flush=True)
