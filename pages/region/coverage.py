"""How much of the core area and of Westphalia is reached (K23), in words, and which districts are not yet."""

import pandas as pd
import streamlit as st

from analytics.charts.region.areas import in_area
from analytics.charts.region.findings import covered, uncovered
from analytics.kpis import find
from analytics.model.count_classes import CLASS, UNTOLD
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import values_of
from pages.region.data import change_words, measured


def coverage(context: PageContext) -> None:
    """Two numbers with their change against the year before, and the names of what is missing."""
    frame = measured(context, "organisations")
    westphalia = in_area(frame, "westphalia")
    with st.container(horizontal=True, key="region_coverage"):
        _number(context, "core", *_core(context, in_area(frame, "core")), in_area(frame, "core"))
        sure, perhaps = covered(westphalia)
        _number(context, "westphalia", sure, perhaps, westphalia)
    said = []
    if missing := uncovered(westphalia):
        said.append(context.text("region.uncovered", n=len(missing), names=context.language.listing(missing)))
    if perhaps:
        said.append(context.text("region.covered_perhaps", n=perhaps))
    if said:
        st.caption(escape_markdown(" ".join(said)))


def _core(context: PageContext, core: pd.DataFrame) -> tuple[int, int]:
    """The KPI itself, which every audience is told exactly."""
    value = values_of(context, find(["district_coverage"])[0], [context.period])["value"].iloc[0]
    return round(value * len(core)), 0


def _number(context: PageContext, area: str, sure: int, perhaps: int, frame: pd.DataFrame) -> None:
    key = "region.covered_least" if perhaps else "region.covered"
    earlier, uncertain = covered(frame, "before")
    change = None
    is_known = (frame[f"before{CLASS}"] != UNTOLD).any() if f"before{CLASS}" in frame else frame["before"].notna().any()
    if is_known and not perhaps and not uncertain:
        change = change_words(context, sure - earlier, "organisations")
    st.metric(
        context.text(f"region.covered_{area}"),
        context.text(key, n=sure, all=len(frame)),
        delta=change,
        delta_color="off",
        delta_arrow="off",
        help=context.text("region.covered_help"),
    )
