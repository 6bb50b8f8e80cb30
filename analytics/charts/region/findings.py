"""What the maps of the districts and of their ties show, as sentences made from the data."""

import pandas as pd

from analytics.charts.region.class_breaks import whole
from analytics.charts.region.region import hides_large
from analytics.language import Language

_NAMED = 3
COVERED_FROM = 3
"""From so many organisations on a district counts as covered (K23)."""


def district_map(frame: pd.DataFrame, language: Language, *, measure: str, relative: bool = False) -> str:
    """Which districts have most, at most three, with their numbers; the frame as for the chart.

    Where a withheld number may be larger, that is said of the shown ones only.
    """
    what = language.text(f"region.measure_{measure}")
    column = "per_hundred" if relative else "count"
    some = frame[frame[column] > 0].sort_values([column, "name"], ascending=[False, True])
    if some.empty:
        hidden = f"{column}_hidden"
        withheld = hidden in frame and (frame[hidden] != "").any()
        return language.text("region.found_withheld" if withheld else "region.found_none", what=what)
    places = [
        language.text("region.place_count", name=row["name"], n=whole(row[column]))
        for row in some.head(_NAMED).to_dict("records")
    ]
    key = "region.found_shown" if hides_large(frame, column) else "region.found_most"
    key = "region.found_per_hundred" if relative else key
    return language.text(key, what=what, places=language.listing(places))


def district_ranking(frame: pd.DataFrame, language: Language, *, measure: str) -> str:
    """In how many of the districts there is any, and how many more or fewer than a year before, where that is known."""
    what = language.text(f"region.measure_{measure}")
    reached, earlier = _districts_with_any(frame, "count"), _districts_with_any(frame, "before")
    if reached is None:
        return language.text("region.in_districts_withheld", what=what, all=len(frame))
    told = language.text("region.in_districts", what=what, n=reached, all=len(frame))
    if earlier is None:
        return told
    key = "same" if reached == earlier else "more" if reached > earlier else "fewer"
    return told + language.text(f"region.spread_{key}", n=abs(reached - earlier))


def ties(frame: pd.DataFrame, language: Language) -> str:
    """Which two districts have most ties, and what share of all crosses a border, where none is withheld."""
    if frame.empty:
        return language.text("region.found_no_ties")
    known = frame.dropna(subset=["ties"])
    across = known[known["district"] != known["partner_district"]]
    if known.empty:
        return language.text("region.found_ties_withheld")
    if across.empty:
        return language.text("region.found_ties_inside", n=int(known["ties"].sum()))
    first = across.sort_values(["ties", "name", "partner_name"], ascending=[False, True, True]).iloc[0]
    pair = language.listing([first["name"], first["partner_name"]])
    key = "region.found_ties_shown" if hides_large(frame, "ties") else "region.found_ties"
    told = language.text(key, pair=pair, n=int(first["ties"]))
    if len(known) < len(frame):
        return told
    share = language.percent(across["ties"].sum() / known["ties"].sum(), 0)
    return told + language.text("region.found_ties_across", share=share)


def _districts_with_any(frame: pd.DataFrame, column: str) -> int | None:
    """In how many districts there is any; None where that is undefined or withheld throughout.

    Behind every sign there is somebody, unless all numbers are withheld alike.
    """
    hidden = frame[f"{column}_hidden"] != "" if f"{column}_hidden" in frame else pd.Series(False, index=frame.index)
    if frame[column].isna().all():
        return None
    return int(((frame[column] > 0) | hidden).sum())


def covered(frame: pd.DataFrame, column: str = "count") -> tuple[int, int]:
    """In how many districts at least three are counted (K23), and in how many more it may be so.

    A second number withheld beside a small one is at least 3; a small one may be where its sign is higher.
    """
    signs = frame[f"{column}_hidden"] if f"{column}_hidden" in frame else pd.Series("", index=frame.index)
    if (signs == "·").all():
        return 0, len(frame)
    certain = (frame[column] >= COVERED_FROM) | (signs == "·")
    return int(certain.sum()), int((signs.str.startswith("<") & (signs != f"<{COVERED_FROM}")).sum())


def uncovered(frame: pd.DataFrame) -> list[str]:
    """The names of the districts in which certainly fewer than three are counted."""
    signs = frame["count_hidden"] if "count_hidden" in frame else pd.Series("", index=frame.index)
    return sorted(frame["name"][(frame["count"] < COVERED_FROM) | (signs == f"<{COVERED_FROM}")])
