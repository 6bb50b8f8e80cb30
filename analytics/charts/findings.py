"""What a chart shows, as a sentence made from its data: the chart's title."""

from collections.abc import Hashable, Sequence
from typing import Any

import pandas as pd

from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.model.count_classes import CLASS, UNTOLD, highest, label_of

_MEASURE_UNITS: dict[str, tuple[str, int | None]] = {
    "mix": ("index", 2),
    "no_show_rate": ("share", 0),
    "satisfaction": ("index", 1),
}


def organisations_reached(frame: pd.DataFrame, language: Language) -> str:
    """How many organisations were reached by now, and how many at first."""
    if frame.empty or not frame["cumulative"].iloc[-1]:
        return language.text("findings.nothing_reached")
    first, last = frame.iloc[0], frame.iloc[-1]
    if len(frame) == 1:
        return language.text("findings.reached_once", n=int(last["cumulative"]), period=language.period(last["period"]))
    return language.text(
        "findings.reached" if last["cumulative"] > first["cumulative"] else "findings.reached_same",
        n=int(last["cumulative"]),
        before=int(first["cumulative"]),
        first=language.period(first["period"]),
        period=language.period(last["period"]),
    )


def arrivals(frame: pd.DataFrame, language: Language) -> str:
    """How many came for the first time in all, and how many of them are silent at the end.

    Whoever fell silent and came back has lapsed once and come back once, so the difference is silent now.
    """
    silent = max(0, int(frame["lapsed"].sum()) - int(frame["back_again"].sum()))
    return language.text("findings.arrivals", n=int(frame["new"].sum()), silent=silent)


def retention(frame: pd.DataFrame, language: Language) -> str:
    """The share of newcomers who were there again the year after, over all finished years."""
    finished = frame[(frame["year_after"] == 1) & ~frame["is_unfinished"].astype(bool)]
    if finished.empty:
        return language.text("findings.retention_open")
    share = (finished["share"] * finished["organisations"]).sum() / finished["organisations"].sum()
    return language.text("findings.retention", share=language.percent(share, 0))


def kinds_over_time(frame: pd.DataFrame, language: Language) -> str:
    """Which kind makes up most in the last period, and its share."""
    return _largest_kind(frame, language, "largest_kind", "no_kinds")


def cooperations_growth(frame: pd.DataFrame, language: Language) -> str:
    """How many cooperations were agreed so far, and how many are active at the end."""
    if frame.empty or not frame["cumulative"].iloc[-1]:
        return language.text("findings.no_cooperations")
    last = frame.iloc[-1]
    return language.text(
        "findings.cooperations",
        n=int(last["cumulative"]),
        active=int(last["active"]),
        period=language.period(last["period"]),
    )


def partner_kinds(frame: pd.DataFrame, language: Language, periods: Sequence[str]) -> str:
    """Which kind has most partners in active cooperations in the last of ``periods``, and its share."""
    return _largest_kind(frame[frame["period"].isin(periods)], language, "partner_kinds", "no_cooperations")


def events_compared(frame: pd.DataFrame, language: Language, measure: str) -> str:
    """Which event has the highest value of ``measure``, and that value."""
    known = frame[frame[measure].notna()]
    if known.empty:
        return language.text("findings.no_events")
    highest = _highest(known, measure)
    unit, digits = _MEASURE_UNITS.get(measure, ("count", None))
    return language.text(
        f"findings.highest_{measure}",
        title=highest["title"],
        value=language.value(float(highest[measure]), unit, digits),
    )


def attendance_steps(frame: pd.DataFrame, language: Language) -> str:
    """How many had registered, and how many came."""
    values = {step: int(value) for step, value in zip(frame["step"], frame["value"], strict=True) if pd.notna(value)}
    registered, attended = values.get("registered", 0), values.get("attended", 0)
    if not registered:
        return language.text("findings.attendance_only", n=attended)
    return language.text("findings.attendance", registered=registered, attended=attended)


def kind_mix(frame: pd.DataFrame, language: Language) -> str:
    """Which kind was most strongly represented."""
    if frame.empty:
        return language.text("findings.no_kind_mix")
    largest = _highest(frame, "organisations")
    label = ENUMERATIONS["organisation_kind"].label_of(largest["kind"], language.code)
    return language.text(
        "findings.kind_mix", kind=label, n=int(largest["organisations"]), all=int(frame["organisations"].sum())
    )


def feedback(frame: pd.DataFrame, language: Language) -> str:
    """The mean rating, and from how many answers."""
    answers = int(frame["answers"].sum())
    mean = float((frame["answer"] * frame["answers"]).sum()) / answers
    return language.text("findings.feedback", mean=language.number(mean, 1), n=answers)


def _highest(frame: pd.DataFrame, column: str) -> dict[Hashable, Any]:
    """The first of the rows with the highest value."""
    return max(frame.to_dict("records"), key=lambda row: float(row[column]))


def _largest_kind(frame: pd.DataFrame, language: Language, key: str, empty_key: str) -> str:
    if frame.empty:
        return language.text(f"findings.{empty_key}")
    period = str(frame["period"].iloc[-1])
    last = frame[frame["period"] == period]
    if f"organisations{CLASS}" in last:
        return _largest_class(last, language.period(period), language)
    largest = _highest(last, "organisations")
    label = ENUMERATIONS["organisation_kind"].label_of(largest["kind"], language.code)
    share = language.percent(largest["organisations"] / last["organisations"].sum(), 0)
    return language.text(f"findings.{key}", kind=label, share=share, period=language.period(period))


def _largest_class(rows: pd.DataFrame, period: str, language: Language) -> str:
    """Which kinds lie in the highest class."""
    most = highest(rows[f"organisations{CLASS}"])
    if most == UNTOLD:
        return language.text("findings.kinds_untold", period=period)
    kinds = ENUMERATIONS["organisation_kind"]
    names = [kinds.label_of(kind, language.code) for kind in rows.loc[rows[f"organisations{CLASS}"] == most, "kind"]]
    told = label_of(most, language)
    key = "largest_class" if len(names) == 1 else "largest_classes"
    return language.text(f"findings.{key}", kinds=language.listing(names), told=told, period=period)
