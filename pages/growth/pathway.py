"""The way that organisations take: how many go how far, how long it takes, where they stop."""

from functools import partial

import pandas as pd
import streamlit as st

from analytics.charts.growth import findings
from analytics.charts.growth import pathway as charts
from analytics.network.pathway import By, beside, pace, steps, stops, ways
from analytics.reports import presentable
from pages.parts.chart import chart
from pages.parts.downloads import downloads
from pages.parts.plain import plain
from pages.parts.questions import answer
from pages.parts.visit import Visit

_UNITS = {"share": "share", "moved_on_share": "share", "within_year": "share"}


def pathway(visit: Visit) -> None:
    """The ways of the organisations reached by the chosen period's end, as far as the data tells."""
    st.header(visit.text("pathway.title"), anchor=False)
    rows = answer(visit, "pathway")
    day = min(visit.day, visit.view.last_day or visit.day)
    taken = ways(rows, day)
    if taken.empty:
        st.info(plain(visit.text("pathway.none", date=visit.language.date(day))), icon=":material/info:")
    else:
        chart(visit, "pathway_steps", steps(taken, day), charts.pathway_steps, findings.pathway_steps, units=_UNITS)
    never, earlier = beside(rows, day)
    notes = [visit.text("pathway.stand", date=visit.language.date(day))]
    if not visit.scope.with_coordinator:
        notes.append(visit.text("pathway.without_coordinator"))
    if visit.scope.topics:
        notes.append(visit.text("pathway.no_topics"))
    if never:
        notes.append(visit.text("pathway.never_reached", n=never))
    if earlier:
        notes.append(visit.text("pathway.earlier", n=earlier))
    st.caption(plain(" ".join(notes)))
    if len(taken):
        paced = pace(taken, day)
        chart(visit, "pathway_pace", paced, charts.pathway_pace, findings.pathway_pace, units=_UNITS)
        _stops(visit, taken)
        _list(visit, taken)


@st.fragment
def _stops(visit: Visit, taken: pd.DataFrame) -> None:
    by: By = st.segmented_control(
        visit.text("pathway.split"),
        ("kind", "cohort"),
        default="kind",
        format_func=lambda name: visit.text(f"pathway.by_{name}"),
        key="pathway_by",
        required=True,
    )
    draw, find = partial(charts.pathway_stops, by=by), partial(findings.pathway_stops, by=by)
    chart(visit, "pathway_stops", stops(taken, by), draw, find)
    if by == "cohort":
        st.caption(plain(visit.text("pathway.young")))


def _list(visit: Visit, taken: pd.DataFrame) -> None:
    """Every organisation with the days of its steps, those reached last on top."""
    title = visit.text("pathway.list", n=len(taken))
    first = ["name", "kind", "furthest"]
    listed = taken.assign(furthest=[visit.text(f"charts.step_{step}") for step in taken["furthest"]])
    listed = listed[first + [column for column in taken.columns if column.endswith("_on")]]
    listed = listed.sort_values("reached_on", ascending=False)
    with st.expander(title, icon=":material/list:"):
        st.dataframe(presentable(listed, visit.language), hide_index=True, alt=title, key="table_pathway")
        downloads(visit, "pathway", listed, title=visit.text("pathway.list_title"))
