"""``quality``: what in the data does not fit together, and what therefore does not count."""

import argparse
import json

from analytics.language import Language
from analytics.model import TABLES
from analytics.store import Store
from analytics.warehouse import View, current
from analytics.warehouse.quality import contradictions


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("quality", help="what in the data contradicts itself or is left out")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(action=_quality)


def _quality(chosen: argparse.Namespace) -> int:
    view = View(current(Store()))
    found = contradictions(view).to_dict("records")
    counted = view.ask("cooperations_recorded").iloc[0]
    left_out = {name: int(counted[name]) for name in ("one_sided", "contradictory", "undated")}
    pending = {row["table_name"]: int(row["rows_pending"]) for row in view.ask("pending").to_dict("records")}
    if chosen.json:
        listed = [
            {"rule": row["rule"], "table": row["table_name"], "things": row["things"], "examples": row["examples"]}
            for row in found
        ]
        print(json.dumps({"contradictions": listed, "cooperations": left_out, "pending": pending}, ensure_ascii=False))
        return 0
    language = Language(chosen.language)
    for row in found:
        label = TABLES[row["table_name"]].label.in_(language.code)
        print(f"{label}: {language.text('notes.' + row['rule'], n=row['things'], value=row['examples'])}")
    if not found:
        print(language.text("intake.no_contradictions"))
    for name, count in left_out.items():
        if count:
            print(language.text(f"cooperation.{name}", n=count))
    for table, count in pending.items():
        print(language.text("intake.pending", n=count, table=TABLES[table].label.in_(language.code)))
    return 0
