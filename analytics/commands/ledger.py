"""``ledger`` and ``undo``."""

import argparse
import json
from dataclasses import asdict

from analytics.language import Language
from analytics.store import WITHOUT_ROWS, Entry, Store, active_entries, erased_batches
from analytics.warehouse import build


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the commands."""
    parser = commands.add_parser("ledger", help="every change: who, when, from what")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(action=_ledger)
    undo = commands.add_parser("undo", help="take a batch back")
    undo.add_argument("batch", metavar="BATCH")
    undo.add_argument("--erase", action="store_true", help="erase what is in it, for good")
    undo.set_defaults(action=_undo)


def _ledger(chosen: argparse.Namespace) -> int:
    entries = Store().ledger()
    active = {entry.batch for entry in entries if entry.kind in WITHOUT_ROWS}
    active |= {entry.batch for entry in active_entries(entries)}
    if chosen.json:
        erased = erased_batches(entries)
        listed = [
            asdict(entry) | {"active": entry.batch in active, "erased": entry.batch in erased} for entry in entries
        ]
        print(json.dumps(listed, ensure_ascii=False))
        return 0
    for entry in entries:
        print(_line(entry, entry.batch in active))
    if not entries:
        print(Language(chosen.language).text("imports.empty_ledger"))
    return 0


def _line(entry: Entry, is_active: bool) -> str:
    has_rows = entry.kind not in WITHOUT_ROWS
    what = ", ".join(source.name for source in entry.sources) if has_rows else f"{entry.kind} {entry.undoes}"
    rows = f"{entry.rows.accepted}/{entry.rows.read}" if has_rows else ""
    mark = " " if is_active else "×"
    return "  ".join(part for part in (mark, entry.batch, entry.at, entry.who, rows, what) if part)


def _undo(chosen: argparse.Namespace) -> int:
    store, language = Store(), Language(chosen.language)
    if chosen.erase:
        store.erase(chosen.batch)
    else:
        store.undo(chosen.batch)
    build(store)
    if chosen.erase:
        print(language.text("imports.erased", batch=chosen.batch))
    else:
        print(language.text("imports.undone", batch=chosen.batch))
        print(language.text("imports.undone_stays", batch=chosen.batch))
    return 0
