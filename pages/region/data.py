"""What the page of the region shows, as frames: each district's counts, its ties, and how they were a year before."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from analytics.charts.region.areas import OUTSIDE
from analytics.charts.region.district_shapes import DistrictShapes
from analytics.language.language import UNDEFINED
from analytics.model.count_classes import CLASS, UNTOLD, label_of
from analytics.warehouse import Period
from analytics.warehouse.outlines import outlines
from pages.parts.page_context import PageContext
from pages.parts.questions import answer

MEASURES = ("organisations", "members", "events", "cooperations")
"""What is counted by district; each is a column of the question "region_districts"."""

_FACTS = {"organisations": "contacts", "events": "events", "cooperations": "cooperations"}
_FLOWS = ("organisations", "events")
_COLUMNS = ["district", "name", "type", "is_westfalen", "is_core", "count", "known", "per_hundred", "before", "change"]


@cache
def shapes() -> DistrictShapes:
    """The districts' shapes, made once."""
    return DistrictShapes.of(outlines())


def spoken_of(context: PageContext, year: Period | None) -> PageContext:
    """The visit as the page answers it: of all districts, and with ``year`` of that calendar year."""
    every = replace(context, scope=replace(context.scope, districts=None))
    return replace(every, period=year) if year else every


def districts(context: PageContext) -> pd.DataFrame:
    """The rows of the question "region_districts" for the visitor's period and for :func:`_years_before`."""
    return answer(context, "region_districts", [context.period, *_years_before(context).values()])


def offered(context: PageContext) -> list[str]:
    """The measures of which something is recorded: where nothing is, a map of zeros would say too much."""
    rows = districts(context)
    recorded = [name for name in MEASURES if _FACTS.get(name) not in context.view.views_without_facts]
    return [name for name in recorded if name in _FACTS or (rows[name] != 0).any()]


def is_anywhere(context: PageContext) -> bool:
    """Whether anything at all is counted in a district, in the visitor's period or the year before."""
    rows = districts(context)
    counted = [*MEASURES] if context.view.is_masked else [*MEASURES, "known"]
    # What is told in a class or not at all is NaN, which is not 0 either.
    return bool((rows.loc[rows["name"].notna(), counted] != 0).to_numpy().any())


def measured(context: PageContext, measure: str) -> pd.DataFrame:
    """One row per district, then what lies outside: the columns that the charts of the region take, and change.

    Both count until the same day of their year. ``before`` and ``change`` are undefined where the data does not reach
    back a year; for a masked audience, which is told whole years, also while the year runs. For that audience
    "count_class" and "before_class" hold the classes of the counts.
    """
    rows = districts(context)
    then = rows[rows["period"] == _years_before(context)[measure in _FLOWS].name].reset_index(drop=True)
    frame = rows[rows["period"] == context.period.name].reset_index(drop=True)
    frame["count"] = frame[measure].astype(float)
    frame["per_hundred"] = 100 * frame["count"] / frame["known"].where(frame["known"] > 0)
    frame["before"] = then[measure].astype(float) if _reaches_back(context, measure) else float("nan")
    frame["change"] = frame["count"] - frame["before"]
    classes = {}
    if f"{measure}{CLASS}" in frame:
        earlier = then[f"{measure}{CLASS}"] if _reaches_back(context, measure) else UNTOLD
        classes = {f"count{CLASS}": frame[f"{measure}{CLASS}"], f"before{CLASS}": earlier}
    return frame[_COLUMNS].assign(**classes)


def ties(context: PageContext) -> pd.DataFrame:
    """The rows of the question "region_ties" on the visitor's day, with both districts' names."""
    rows = answer(context, "region_ties", [context.period])
    names = names_of(context)
    return rows.assign(
        name=rows["district"].map(names),
        partner_name=rows["partner_district"].map(names),
    )


def names_of(context: PageContext) -> dict[str, str]:
    """The districts' names by their keys, and words for what is none."""
    rows = districts(context).drop_duplicates("district")
    names = dict(zip(rows["district"], rows["name"], strict=True))
    return names | {token: context.text(f"scope.district_{token}") for token in OUTSIDE}


def told_count(context: PageContext, row: Mapping[Hashable, Any]) -> str:
    """The count of a district as the audience is told it: the number, or its class."""
    if f"count{CLASS}" in row:
        return label_of(row[f"count{CLASS}"], context.language)
    return UNDEFINED if pd.isna(row["count"]) else context.language.number(row["count"])


def change_words(context: PageContext, change: float, measure: str) -> str:
    """The change of ``measure`` against the year before, in words; while the period runs, until which day."""
    told = context.text("region.change", change=context.language.signed(change))
    told = told if change else context.text("region.unchanged")
    until = compared_until(context, measure)
    return told if until is None else told + context.text("region.both_until", day=context.language.day(until))


def compared_until(context: PageContext, measure: str) -> date | None:
    """Until which day ``measure`` is counted in the visitor's period while that runs; None where it is over."""
    last = _last_day(context, measure in _FLOWS)
    runs = last is not None and last < context.period.ends_on and not context.view.is_masked
    return last if runs and _reaches_back(context, measure) else None


def _years_before(context: PageContext) -> dict[bool, Period]:
    """The same span a year before, as far as the visitor's period is known: by whether what happens in it is counted.

    What is counted on a day is known further, where cooperations ended after the last that happened.
    """
    before = context.period.back(12)
    if context.view.is_masked:
        return dict.fromkeys((True, False), before)
    spans = {is_flow: before.as_far_as(context.period, _last_day(context, is_flow)) for is_flow in (True, False)}
    return {is_flow: replace(span, name=f"{span.name} {span.as_of}") for is_flow, span in spans.items()}


def _last_day(context: PageContext, is_flow: bool) -> date | None:
    return context.view.last_day if is_flow else context.view.until_day


def is_finished(context: PageContext, period: Period) -> bool:
    """Whether the data reaches into the period's last quarter."""
    last = context.view.last_day
    return last is not None and Period.of(last, "quarter").ends_on >= period.ends_on


def counts_over_time(context: PageContext) -> bool:
    """Whether anything is recorded that is counted over a period, and not on its last day."""
    return any(_FACTS[measure] not in context.view.views_without_facts for measure in _FLOWS)


def _reaches_back(context: PageContext, measure: str) -> bool:
    """Whether there is a year before to compare with: all of it, or for what is counted on a day, that day.

    A masked audience is told of no part of a year, so one that is not over is set against none.
    """
    view = context.view
    if view.first_day is None or (view.is_masked and not is_finished(context, context.period)):
        return False
    first = Period.of(view.first_day, "quarter").starts_on
    before = _years_before(context)[measure in _FLOWS]
    return (before.starts_on if measure in _FLOWS else view.measured_on(before)) >= first
