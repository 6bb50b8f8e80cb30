"""What do our events bring about?"""

from functools import partial

import pandas as pd
import streamlit as st

from analytics.charts import findings
from analytics.charts.events import events as charts
from analytics.charts.events.events import Measure
from analytics.reports import presentable
from pages.events.detail import Event, event_detail
from pages.events.last_reception import last_reception
from pages.events.list import event_list
from pages.events.table import event_table
from pages.parts.chart import chart
from pages.parts.encounters import encounters
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import answer

_MEASURES: tuple[Measure, ...] = ("attended", "organisations", "newcomers", "mix", "no_show_rate", "satisfaction")
_UNITS = {
    "mix": "index",
    "no_show_rate": "share",
    "satisfaction": "index",
    "would_recommend": "index",
    "cost_eur": "eur",
}


def show(context: PageContext) -> None:
    """All events of the period, or the one that is opened."""
    st.title(context.text("events.question"), anchor=False)
    every = answer(context, "events", [context.everything])
    if every.empty:
        st.info(context.text("events.none"), icon=":material/event_busy:")
        return
    above = st.container()
    opened = None if context.view.is_masked else _choice(context, every)
    if opened is not None:
        event_detail(context, opened)
        return
    within = answer(context, "events", [context.with_upcoming])
    if within.empty:
        st.info(context.text("events.none_in_period"), icon=":material/event_busy:")
        return
    with above:
        _answer(context)
    past = within[within["status"] != "planned"]
    if len(past):
        if context.view.is_masked:
            event_list(context, past[past["status"] == "held"])
        else:
            event_table(context, past, _UNITS)
            _compared(context, past[past["status"] == "held"])
        encounters(context)
    upcoming = within[within["status"] == "planned"]
    if len(upcoming):
        st.header(context.text("events.upcoming"), anchor=False)
        shown = upcoming[["starts_on", "title", "format", "venue", "expected_attendance", "registered"]]
        shown = shown.dropna(axis="columns", how="all")
        st.dataframe(presentable(shown, context.language), hide_index=True, alt=context.text("events.upcoming"))


def _answer(context: PageContext) -> None:
    """What the period's events brought about, in a sentence, with the caution that belongs to it."""
    found = answer(context, "aftermath", [context.period]).iloc[0]
    events, recent = int(found["events"]), int(found["recent_events"])
    if not events:
        return
    with st.container(border=True, key="events_answer"):
        began = context.text("events.began", n=int(found["cooperations"]))
        st.markdown(escape_markdown(context.text("events.held", n=events) + " " + began))
        if not context.view.is_masked and (reception := last_reception(context)):
            st.markdown(escape_markdown(reception))
        open_still = " " + context.text("events.still_open", n=recent) if recent else ""
        st.caption(escape_markdown(context.text("events.caution") + open_still))


def _choice(context: PageContext, every: pd.DataFrame) -> Event | None:
    """The box in which an event is looked up and opened; emptied, it leads back to all."""
    rows: dict[str, Event] = {
        row["event_id"]: {str(name): value for name, value in row.items()} for row in every.to_dict("records")
    }
    if st.session_state.get("event") not in rows:
        st.session_state["event"] = None
    chosen = st.selectbox(
        context.text("events.open"),
        list(rows),
        index=None,
        format_func=lambda event: f"{context.language.date(rows[event]['starts_on'])} · {rows[event]['title']}",
        key="event",
        placeholder=context.text("events.open_placeholder"),
    )
    return rows[chosen] if chosen else None


def _compared(context: PageContext, held: pd.DataFrame) -> None:
    measure: Measure = st.segmented_control(
        context.text("events.measure"),
        _MEASURES,
        default="attended",
        format_func=lambda name: context.text(f"columns.{name}"),
        key="measure",
        required=True,
    )
    chart(
        context,
        "events_compared",
        held[["title", "starts_on", "format", *_MEASURES]],
        partial(charts.events_compared, measure=measure),
        partial(findings.events_compared, measure=measure),
        units=_UNITS,
    )
