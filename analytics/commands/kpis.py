"""``kpis``: the KPIs as numbers."""

import argparse
import json
import math
from typing import Any

import pandas as pd

from analytics.errors import QuestionError
from analytics.kpis import Kpi, compute, find, kpis_for
from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import AUDIENCES, GRAINS, Period, Scope, View, current, periods_between

_WHOLE = "whole"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("kpis", help="print KPIs for a period and as a series")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument(
        "--from", dest="first", metavar="PERIOD", type=_period, help="such as 2024-Q1; else the first data"
    )
    parser.add_argument(
        "--until", dest="last", metavar="PERIOD", type=_period, help="such as 2025-Q4; else the last data"
    )
    parser.add_argument("--grain", choices=GRAINS, default="quarter")
    parser.add_argument(
        "--with-coordinator", action="store_true", help="with the coordinating office as a partner; else without it"
    )
    parser.add_argument("--audience", choices=AUDIENCES, default="management")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(action=_kpis)


def _period(name: str) -> Period:
    try:
        return Period.parse(name)
    except QuestionError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _kpis(chosen: argparse.Namespace) -> int:
    kpis = [kpi for kpi in find(chosen.names) if kpi in kpis_for(chosen.audience)]
    view = View(current(Store()), chosen.audience)
    series, asked = _periods(view, chosen)
    values = compute(view, kpis, asked, Scope(with_coordinator=chosen.with_coordinator))
    answer = {kpi.name: _answer(kpi, values[values["kpi"] == kpi.name]) for kpi in kpis}
    if chosen.json:
        print(json.dumps({"snapshot": view.snapshot.name, "audience": view.audience, "kpis": answer}))
        return 0
    language = Language(chosen.language)
    if series:
        print(f"{language.date(asked[-1].starts_on)} – {language.date(asked[-1].ends_on)}")
    for kpi in kpis:
        value = language.value(answer[kpi.name]["value"], kpi.unit)
        print(f"{kpi.number}  {kpi.label.in_(language.code)} ({kpi.name}): {value}")
    return 0


def _periods(view: View, chosen: argparse.Namespace) -> tuple[list[Period], list[Period]]:
    """The series' periods, and these with the whole span as the last one; both empty without any dated data."""
    first = chosen.first.starts_on if chosen.first else view.first_day
    last = chosen.last.ends_on if chosen.last else view.last_day
    if first is None or last is None:
        return [], []
    series = periods_between(first, last, chosen.grain)
    if not series:
        raise QuestionError("reversed_periods")
    return series, [*series, Period(series[0].starts_on, series[-1].ends_on, _WHOLE)]


def _answer(kpi: Kpi, values: pd.DataFrame) -> dict[str, Any]:
    pairs = zip(values["period"].tolist(), values["value"].tolist(), strict=True)
    points = {period: _plain(value, kpi) for period, value in pairs}
    whole = points.pop(_WHOLE, None)
    return {
        "value": whole,
        "unit": kpi.unit,
        "series": [{"period": period, "value": value} for period, value in points.items()],
    }


def _plain(value: float, kpi: Kpi) -> float | int | None:
    """The value for JSON: None where undefined, a whole number where it counts."""
    if math.isnan(value):
        return None
    return round(value) if kpi.unit == "count" else value
