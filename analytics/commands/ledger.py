"""``ledger`` and ``undo``."""

import argparse
import json
from dataclasses import asdict

from analytics.language import Language
from analytics.store import Entry, Store, active_entries
from analytics.warehouse import build


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the commands."""
    parser = commands.add_parser("ledger", help="every change: who, when, from what")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(action=_ledger)
    undo = commands.add_parser("undo", help="take a batch back")
    undo.add_argument("batch", metavar="BATCH")
    undo.set_defaults(action=_undo)


def _ledger(chosen: argparse.Namespace) -> int:
    entries = Store().ledger()
    active = {entry.batch for entry in active_entries(entries)}
    if chosen.json:
        listed = [asdict(entry) | {"active": entry.batch in active or entry.kind == "undo"} for entry in entries]
        print(json.dumps(listed, ensure_ascii=False))
        return 0
    for entry in entries:
        print(_line(entry, entry.batch in active))
    if not entries:
        print(Language(chosen.language).text("imports.empty_ledger"))
    return 0


def _line(entry: Entry, is_active: bool) -> str:
    what = f"undo {entry.undoes}" if entry.kind == "undo" else ", ".join(source.name for source in entry.sources)
    rows = f"{entry.rows.accepted}/{entry.rows.read}" if entry.kind != "undo" else ""
    mark = " " if is_active or entry.kind == "undo" else "×"
    return "  ".join(part for part in (mark, entry.batch, entry.at, entry.who, rows, what) if part)


def _undo(chosen: argparse.Namespace) -> int:
    store = Store()
    store.undo(chosen.batch)
    build(store)
    print(Language(chosen.language).text("imports.undone", batch=chosen.batch))
    return 0
