"""``report introductions``: whom hosts should introduce to whom at a coming event."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from analytics.language import LANGUAGES, Language
from analytics.reports.evening import SHEET_FORMATS, introductions_sheet
from analytics.store import Store
from analytics.warehouse import View, current


def add_to(reports: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the report. It is for hosts and holds names, so there is no audience to choose."""
    parser = reports.add_parser("introductions", help="the sheet of introductions for the hosts of a planned event")
    parser.add_argument("--event", required=True, metavar="ID", help="as in your events.csv")
    parser.add_argument("--format", choices=SHEET_FORMATS, help="else the ending of the file")
    parser.add_argument("--language", dest="written_in", choices=LANGUAGES, help="else the terminal's")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.set_defaults(action=_report)


def _report(chosen: argparse.Namespace) -> int:
    language = Language(chosen.written_in or chosen.language)
    made = introductions_sheet(
        View(current(Store())),
        chosen.event,
        chosen.format or chosen.out.suffix.removeprefix("."),
        language=language,
        moment=datetime.now(UTC).replace(microsecond=0, tzinfo=None),
    )
    chosen.out.write_bytes(made)
    print(language.text("report.written", file=chosen.out))
    return 0
