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
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import answer

_UNITS = {"share": "share", "moved_on_share": "share", "within_year": "share"}


def pathway(context: PageContext) -> None:
    """The ways of the organisations reached by the visitor's day, as far as the data tells."""
    st.header(context.text("pathway.title"), anchor=False)
    rows = answer(context, "pathway")
    day = min(context.day, context.view.last_day or context.day)
    taken = ways(rows, day)
    if taken.empty:
        st.info(escape_markdown(context.text("pathway.none", date=context.language.date(day))), icon=":material/info:")
    else:
        chart(context, "pathway_steps", steps(taken, day), charts.pathway_steps, findings.pathway_steps, units=_UNITS)
    never, earlier = beside(rows, day)
    notes = [context.text("pathway.stand", date=context.language.date(day))]
    if not context.scope.with_coordinator:
        notes.append(context.text("pathway.without_coordinator"))
    if context.scope.topics:
        notes.append(context.text("pathway.no_topics"))
    if never:
        notes.append(context.text("pathway.never_reached", n=never))
    if earlier:
        notes.append(context.text("pathway.earlier", n=earlier))
    st.caption(escape_markdown(" ".join(notes)))
    if len(taken):
        paced = pace(taken, day)
        chart(context, "pathway_pace", paced, charts.pathway_pace, findings.pathway_pace, units=_UNITS)
        _stops(context, taken)
        _list(context, taken)


@st.fragment
def _stops(context: PageContext, taken: pd.DataFrame) -> None:
    by: By = st.segmented_control(
        context.text("pathway.split"),
        ("kind", "cohort"),
        default="kind",
        format_func=lambda name: context.text(f"pathway.by_{name}"),
        key="pathway_by",
        required=True,
    )
    draw, find = partial(charts.pathway_stops, by=by), partial(findings.pathway_stops, by=by)
    chart(context, "pathway_stops", stops(taken, by), draw, find)
    if by == "cohort":
        st.caption(escape_markdown(context.text("pathway.young")))


def _list(context: PageContext, taken: pd.DataFrame) -> None:
    """Every organisation with the days of its steps, those reached last on top."""
    title = context.text("pathway.list", n=len(taken))
    first = ["name", "kind", "furthest"]
    listed = taken.assign(furthest=[context.text(f"charts.step_{step}") for step in taken["furthest"]])
    listed = listed[first + [column for column in taken.columns if column.endswith("_on")]]
    listed = listed.sort_values("reached_on", ascending=False)
    with st.expander(title, icon=":material/list:"):
        st.dataframe(presentable(listed, context.language), hide_index=True, alt=title, key="table_pathway")
        downloads(context, "pathway", listed, title=context.text("pathway.list_title"))
