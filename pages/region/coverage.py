"""How much of the core area and of Westphalia is reached (K23), in words, and which districts are not yet."""

import pandas as pd
import streamlit as st

from analytics.charts.region.areas import in_area
from analytics.charts.region.findings import covered, uncovered
from analytics.kpis import find
from pages.parts.plain import plain
from pages.parts.questions import values_of
from pages.parts.visit import Visit
from pages.region.data import change_words, measured


def coverage(visit: Visit) -> None:
    """Two numbers with their change against the year before, and the names of what is missing."""
    frame = measured(visit, "organisations")
    westphalia = in_area(frame, "westphalia")
    with st.container(horizontal=True, key="region_coverage"):
        _number(visit, "core", *_core(visit, in_area(frame, "core")), in_area(frame, "core"))
        _number(visit, "westphalia", *covered(westphalia), westphalia)
    missing = uncovered(westphalia)
    if missing:
        text = visit.text("region.uncovered", n=len(missing), names=visit.language.listing(missing))
        st.caption(plain(text))


def _core(visit: Visit, core: pd.DataFrame) -> tuple[int, int]:
    """The KPI itself, which every audience is told exactly."""
    value = values_of(visit, find(["district_coverage"])[0], [visit.period])["value"].iloc[0]
    return round(value * len(core)), 0


def _number(visit: Visit, area: str, sure: int, perhaps: int, frame: pd.DataFrame) -> None:
    key = "region.covered_least" if perhaps else "region.covered"
    earlier, uncertain = covered(frame, "before")
    change = None
    if frame["before"].notna().any() and not perhaps and not uncertain:
        change = change_words(visit, sure - earlier)
    st.metric(
        visit.text(f"region.covered_{area}"),
        visit.text(key, n=sure, all=len(frame)),
        delta=change,
        delta_color="off",
        delta_arrow="off",
        help=visit.text("region.covered_help"),
    )
