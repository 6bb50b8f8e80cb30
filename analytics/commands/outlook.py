"""``outlook``: where each target will stand at its end if things go on, and how good such outlooks have been."""

import argparse
import json
import math
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd

from analytics.demo.generate import generate
from analytics.demo.write import write
from analytics.intake.importing import import_files
from analytics.kpis import kpis_for, target_paths
from analytics.kpis.outlook import NoOutlook, PathOutlook, outlook_of
from analytics.kpis.outlook_back_test import Course, back_test, courses, pooled
from analytics.kpis.outlook_words import outlook_sentence
from analytics.language import Language
from analytics.model.kpi_files import MEASURES_TARGETS
from analytics.store import Store
from analytics.warehouse import AUDIENCES, View, build, current

_FIRST_SEED = 101


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("outlook", help="print where each target leads, or how good outlooks have been")
    parser.add_argument("--back-test", action="store_true", help="outlooks of the past against what came then")
    parser.add_argument(
        "--regions", type=int, default=0, metavar="N", help="with --back-test: N invented regions besides the data"
    )
    parser.add_argument("--audience", choices=AUDIENCES, default="management")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(action=_outlook)


def _outlook(chosen: argparse.Namespace) -> int:
    view = View(current(Store()), chosen.audience)
    language = Language(chosen.language)
    if chosen.back_test:
        _print_back_test([*_courses(view), *_invented(chosen.regions)], view, language, as_json=chosen.json)
        return 0
    found = [outlook_of(view, path) for path in target_paths(view)]
    if chosen.json:
        print(_json(view, {"outlooks": [_told(one) for one in found]}))
        return 0
    for one in found:
        print(f"{one.path.kpi.label.in_(language.code)} ({one.path.source or '–'}): {outlook_sentence(one, language)}")
    if not found:
        print(language.text("progress.none"))
    return 0


def _courses(view: View) -> list[Course]:
    return courses(view, [kpi for kpi in kpis_for(view.audience) if kpi.name != MEASURES_TARGETS])


def _invented(count: int) -> list[Course]:
    """The courses of so many invented regions that are not the demo."""
    found: list[Course] = []
    for seed in range(_FIRST_SEED, _FIRST_SEED + count):
        with tempfile.TemporaryDirectory() as folder:
            files, store = Path(folder) / "files", Store(Path(folder) / "store")
            write(files, generate(seed))
            import_files(store, [files], is_demo=True)
            found += _courses(View(build(store)))
    return found


def _told(found: PathOutlook) -> dict[str, Any]:
    path, outlook = found.path, found.outlook
    told: dict[str, Any] = {
        "kpi": path.kpi.name,
        "source": path.source,
        "starts_on": str(path.starts_on),
        "ends_on": str(path.ends_on),
        "target": path.final,
    }
    if isinstance(outlook, NoOutlook):
        return told | {"outlook": None, "why_not": asdict(outlook)}
    course = [
        {"day": str(pd.Timestamp(row["day"]).date()), **{end: float(row[end]) for end in ("value", "low", "high")}}
        for row in found.course.to_dict("records")
    ]
    ends = {"value": outlook.value, "low": outlook.low, "high": outlook.high}
    return told | {"outlook": ends | {"prospect": found.prospect, "course": course}}


def _print_back_test(tested: list[Course], view: View, language: Language, *, as_json: bool) -> None:
    rows = back_test(tested)
    whole, by_ahead = pooled(rows), pooled(rows, ["ahead"])
    if as_json:
        print(_json(view, {"pooled": _records(whole), "by_quarters_ahead": _records(by_ahead)}))
        return
    for group in whole["group"].unique().tolist():
        of_group = whole[whole["group"] == group]
        print(f"{language.text(f'outlook.group_{group}')} ({int(of_group['courses'].iloc[0])})")
        for row in of_group.to_dict("records"):
            method = language.text(f"outlook.method_{row['method']}")
            print(f"  {_row(row, method, language)}")
        for row in by_ahead[(by_ahead["group"] == group) & by_ahead["is_chosen"]].to_dict("records"):
            ahead = language.text("outlook.ahead", n=int(row["ahead"]))
            print(f"    {_row(row, ahead, language)}")


def _row(row: dict[Any, Any], name: str, language: Language) -> str:
    shares = {part: language.percent(row[part], 0) for part in ("error", "coverage")}
    return language.text("outlook.test_row", method=name, n=int(row["forecasts"]), **shares)


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows for JSON: None where a share is not defined."""
    return [
        {str(name): None if isinstance(value, float) and math.isnan(value) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


def _json(view: View, answer: dict[str, Any]) -> str:
    return json.dumps({"snapshot": view.snapshot.name, "audience": view.audience, **answer}, ensure_ascii=False)
