"""What the maps of the districts and of their ties show, as sentences made from the data."""

from datetime import date

import pandas as pd

from analytics.charts.region.class_breaks import whole
from analytics.charts.region.region import by_class
from analytics.language import Language
from analytics.model.count_classes import CLASS, NONE, UNTOLD, bounds_of, highest, label_of

_NAMED = 3
COVERED_FROM = 3
"""From so many organisations on a district counts as covered (K23)."""


def district_map(frame: pd.DataFrame, language: Language, *, measure: str, relative: bool = False) -> str:
    """Which districts have most, at most three, with their numbers or their class; the frame as for the chart.

    Where nothing is told of some, none is said to have most.
    """
    what = language.text(f"region.measure_{measure}")
    if f"count{CLASS}" in frame:
        return _most_by_class(frame, what, language)
    column = "per_hundred" if relative else "count"
    some = frame[frame[column] > 0].sort_values([column, "name"], ascending=[False, True])
    if some.empty:
        return language.text("region.found_none", what=what)
    places = [
        language.text("region.place_count", name=row["name"], n=whole(row[column]))
        for row in some.head(_NAMED).to_dict("records")
    ]
    key = "region.found_per_hundred" if relative else "region.found_most"
    return language.text(key, what=what, places=language.listing(places))


def _most_by_class(frame: pd.DataFrame, what: str, language: Language) -> str:
    """Which districts lie in the highest class."""
    most = highest(frame[f"count{CLASS}"])
    if most == UNTOLD:
        return language.text("region.found_untold", what=what)
    if most == NONE:
        return language.text("region.found_none", what=what)
    names = list(by_class(frame[frame[f"count{CLASS}"] == most])["name"])
    where = language.listing(names) if len(names) <= _NAMED else language.text("region.found_places", n=len(names))
    is_all = not (frame[f"count{CLASS}"] == UNTOLD).any()
    key = "region.found_class_most" if is_all and len(names) <= _NAMED else "region.found_class"
    return language.text(key, what=what, told=label_of(most, language), places=where, n=len(names))


def district_ranking(frame: pd.DataFrame, language: Language, *, measure: str, until: date | None = None) -> str:
    """In how many of the districts there is any, and how many more or fewer than a year before, where that is known.

    ``until``: the day until which both are counted, while the period runs.
    """
    what = language.text(f"region.measure_{measure}")
    reached, earlier = _districts_with_any(frame, "count"), _districts_with_any(frame, "before")
    if reached is None:
        return language.text("region.found_untold", what=what)
    told = language.text("region.in_districts", what=what, n=reached, all=len(frame))
    if earlier is None:
        return told
    key = "same" if reached == earlier else "more" if reached > earlier else "fewer"
    told += language.text(f"region.spread_{key}", n=abs(reached - earlier))
    return told if until is None else told + language.text("region.both_until", day=language.day(until))


def ties(frame: pd.DataFrame, language: Language) -> str:
    """Which two districts have most ties, and what share of all crosses a border, where no classes are told."""
    if f"ties{CLASS}" in frame:
        return _ties_by_class(frame, language)
    if frame.empty:
        return language.text("region.found_no_ties")
    across = frame[frame["district"] != frame["partner_district"]]
    if across.empty:
        return language.text("region.found_ties_inside", n=int(frame["ties"].sum()))
    first = across.sort_values(["ties", "name", "partner_name"], ascending=[False, True, True]).iloc[0]
    pair = language.listing([first["name"], first["partner_name"]])
    told = language.text("region.found_ties", pair=pair, n=int(first["ties"]))
    share = language.percent(across["ties"].sum() / frame["ties"].sum(), 0)
    return told + language.text("region.found_ties_across", share=share)


def _ties_by_class(frame: pd.DataFrame, language: Language) -> str:
    """Which pairs of different districts lie in the highest class."""
    across = frame[frame["district"] != frame["partner_district"]]
    if across.empty:
        return language.text("region.found_ties_untold")
    most = highest(across[f"ties{CLASS}"])
    pairs = across[across[f"ties{CLASS}"] == most].sort_values(["name", "partner_name"])
    names = [f"{row['name']} – {row['partner_name']}" for row in pairs.to_dict("records")]
    where = language.listing(names) if len(names) <= _NAMED else language.text("region.found_pairs", n=len(names))
    return language.text("region.found_ties_class", told=label_of(most, language), pairs=where, n=len(names))


def _districts_with_any(frame: pd.DataFrame, column: str) -> int | None:
    """In how many districts there is any; None where that is undefined, or not told of one of them."""
    if f"{column}{CLASS}" in frame:
        classes = frame[f"{column}{CLASS}"]
        return None if (classes == UNTOLD).any() else int((classes != NONE).sum())
    return None if frame[column].isna().all() else int((frame[column] > 0).sum())


def covered(frame: pd.DataFrame, column: str = "count") -> tuple[int, int]:
    """In how many districts at least three are counted (K23), and in how many more it may be so."""
    if f"{column}{CLASS}" not in frame:
        return int((frame[column] >= COVERED_FROM).sum()), 0
    bounds = [bounds_of(token) for token in frame[f"{column}{CLASS}"]]
    certain = sum(low >= COVERED_FROM for low, _ in bounds)
    return certain, sum(high >= COVERED_FROM for _, high in bounds) - certain


def uncovered(frame: pd.DataFrame) -> list[str]:
    """The names of the districts in which certainly fewer than three are counted."""
    if f"count{CLASS}" in frame:
        return sorted(frame["name"][[bounds_of(token)[1] < COVERED_FROM for token in frame[f"count{CLASS}"]]])
    return sorted(frame["name"][frame["count"] < COVERED_FROM])
