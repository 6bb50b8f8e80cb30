"""``import`` and ``build``."""

import argparse
import json
from pathlib import Path

from analytics.identity.joining import Joined
from analytics.identity.messages import joined_as_json, joined_in_words
from analytics.identity.publishing import join
from analytics.intake.formats import FORMATS
from analytics.intake.hints import Hints
from analytics.intake.importing import import_files
from analytics.intake.mapping import read_mapping
from analytics.intake.messages import ignored, noted, rejected, unassigned
from analytics.intake.report import Report
from analytics.language import Language
from analytics.model.limits import MOST_MEMBERS
from analytics.store import Store
from analytics.warehouse import build
from analytics.warehouse.distinct_readings import DECIMALS


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the commands."""
    parser = commands.add_parser("import", help="import files or folders as one batch")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--as", dest="format", choices=FORMATS, help="the files' format, where it is not recognised")
    parser.add_argument("--mapping", type=Path, metavar="FILE", help="what the columns mean (YAML)")
    parser.add_argument("--event", metavar="ID", help="the event that a list of participants belongs to")
    parser.add_argument("--year", type=int, metavar="YEAR", help="the year whose members a list without days names")
    parser.add_argument(
        "--allow-large",
        action="store_true",
        help=f"take cooperations of more than {MOST_MEMBERS} members as they stand",
    )
    parser.add_argument("--decimal", choices=DECIMALS, help="the decimal sign, where a column's numbers leave it open")
    parser.add_argument("--dry-run", action="store_true", help="check only, change nothing")
    parser.add_argument("--no-build", action="store_true", help="publish no snapshot")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(action=_import)
    builder = commands.add_parser("build", help="build and publish a snapshot")
    builder.set_defaults(action=_build)


def _import(chosen: argparse.Namespace) -> int:
    store = Store()
    report = import_files(
        store,
        chosen.files,
        Hints(
            mappings=(read_mapping(chosen.mapping),) if chosen.mapping else (),
            event=chosen.event,
            year=chosen.year,
            decimal=chosen.decimal,
            allow_large=chosen.allow_large,
            format_name=chosen.format,
        ),
        dry_run=chosen.dry_run,
    )
    language = Language(chosen.language)
    joined = join(store, report.domains, language) if report.batch else Joined(None)
    if report.batch and not chosen.no_build:
        build(store)
    return answer(report, joined, language, as_json=chosen.json)


def answer(report: Report, joined: Joined, language: Language, *, as_json: bool) -> int:
    """Print what an import did and which organisations were joined after it; the command's exit code."""
    if as_json:
        told = _as_json(report, language.code) | {"joined": joined_as_json(joined, language)}
        print(json.dumps(told, ensure_ascii=False))
    else:
        _print(report, language)
        for sentence in joined_in_words(joined, language):
            print(sentence)
    return 1 if report.rejections else 0


def _build(chosen: argparse.Namespace) -> int:
    print(build(Store()).name)
    return 0


def _as_json(report: Report, language: str) -> dict[str, object]:
    return {
        "batch": report.batch,
        "format": report.format,
        "rows": {"read": report.rows.read, "accepted": report.rows.accepted, "rejected": report.rows.rejected},
        "tables": report.tables,
        "rejections": [
            {"file": found.file, "line": found.line, "column": found.column, "reason": found.reason(language)}
            for found in report.rejections
        ],
        "unassigned": {f"{table}.{column}": count for (table, column), count in report.unassigned.items()},
        "ignored_columns": report.ignored,
        "notes": [
            {"file": note.file, "line": note.line, "column": note.column, "note": note.sentence(language)}
            for note in report.notes
        ],
    }


def _print(report: Report, language: Language) -> None:
    rows = report.rows
    print(language.text("imports.rows", n=rows.read, read=rows.read, accepted=rows.accepted, rejected=rows.rejected))
    for table, count in report.tables.items():
        print(f"  {table}: {language.number(count)}")
    print(language.text("imports.batch", batch=report.batch) if report.batch else language.text("imports.no_batch"))
    for message in [*noted(report.notes, language), *rejected(report.rejections, language)]:
        print(f"{message.place(language)}: {message.text}")
    for sentence in [*unassigned(report.unassigned, language), *ignored(report.ignored, language)]:
        print(sentence)
