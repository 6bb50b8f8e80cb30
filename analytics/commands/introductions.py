"""``introductions``: whom to introduce to whom and why, and how good such suggestions have been."""

import argparse
import json
import math
from typing import Any

import pandas as pd

from analytics.charts.introductions import findings
from analytics.errors import QuestionError
from analytics.language import Language
from analytics.network.introductions.back_test import back_test, pooled
from analytics.network.introductions.introductions import MOST_GUESTS, MOST_SUGGESTIONS, Introductions
from analytics.network.introductions.reasons import Reason
from analytics.store import Store
from analytics.warehouse import AUDIENCES, View, current


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("introductions", help="print whom to introduce to whom, and how well that worked")
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--organisation", metavar="ID", help="suggestions for one organisation")
    wanted.add_argument("--event", metavar="ID", help="pairs over the guest list of a planned event")
    wanted.add_argument("--back-test", action="store_true", help="suggestions of the past against what began later")
    parser.add_argument("--audience", choices=AUDIENCES, default="management")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(action=_introductions)


def _introductions(chosen: argparse.Namespace) -> int:
    view = View(current(Store()), chosen.audience)
    language = Language(chosen.language)
    if chosen.back_test:
        _print_back_test(view, language, as_json=chosen.json)
        return 0
    introductions = Introductions.of(view)
    left_out = 0
    if chosen.organisation:
        found, empty = introductions.for_organisation(chosen.organisation, MOST_SUGGESTIONS), "introductions.none"
    else:
        guests = _guests(view, chosen.event)
        found = introductions.for_guests(guests)
        left_out = introductions.left_out(guests)
        empty = "introductions.guests_know_each_other" if len(guests) > 1 else "introductions.too_few_guests"
    if chosen.json:
        rows = [_suggestion(row, language) for row in found.to_dict("records")]
        told = {"guests_left_out": left_out} if left_out else {}
        print(_json(view, {"at": str(introductions.day), "introductions": rows, **told}))
        return 0
    for row in found.to_dict("records"):
        points = language.text("introductions.points", points=language.number(row["score"], 1))
        print(f"{row['name']} – {row['partner_name']}: {points}")
        for reason in row["reasons"]:
            print(f"  {reason.told(language)}")
    if found.empty:
        print(language.text(empty))
    if left_out:
        print(language.text("estimates.guests", n=left_out, most=language.number(MOST_GUESTS)))
    return 0


def _guests(view: View, event_id: str) -> list[str]:
    if event_id not in set(view.ask("introduction_events")["event_id"]):
        raise QuestionError("unknown_planned_event", event=event_id)
    return view.ask("introduction_guests", event_id=event_id)["organisation_id"].tolist()


def _suggestion(row: dict[Any, Any], language: Language) -> dict[str, Any]:
    reasons: list[Reason] = row["reasons"]
    points = {name.removeprefix("points_"): value for name, value in row.items() if name.startswith("points_")}
    others = {name: value for name, value in row.items() if name != "reasons" and not name.startswith("points_")}
    told = [{"part": reason.part, "text": reason.told(language)} for reason in reasons]
    return {**others, "points": points, "reasons": told}


def _print_back_test(view: View, language: Language, *, as_json: bool) -> None:
    tested = back_test(view)
    whole = pooled(tested)
    if as_json:
        print(_json(view, {"back_test": _records(tested), "pooled": _records(whole)}))
        return
    for first in whole["first"].unique().tolist():
        print(language.text("introductions.first", n=first))
        for row in whole[whole["first"] == first].to_dict("records"):
            method = language.text(f"introductions.method_{row['method']}")
            found = language.number(row["found"], 1 if row["method"] == "random" else 0)
            print(f"  {method}: {language.percent(row['recall'])} ({found}/{language.number(row['later_ties'])})")
    days = [language.date(day) for day in tested["cut_off"].unique().tolist()]
    print(", ".join(days))
    if sentence := findings.tested(tested, language):
        print(sentence)


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows for JSON: days as text, None where a share is not defined."""
    return [{str(name): _plain(value) for name, value in row.items()} for row in frame.to_dict("records")]


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return None if math.isnan(value) else value
    return value if isinstance(value, int | str) else str(value)


def _json(view: View, answer: dict[str, Any]) -> str:
    return json.dumps({"snapshot": view.snapshot.name, "audience": view.audience, **answer}, ensure_ascii=False)
