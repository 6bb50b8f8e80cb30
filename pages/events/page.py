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
from pages.parts.plain import plain
from pages.parts.questions import answer
from pages.parts.visit import Visit

_MEASURES: tuple[Measure, ...] = ("attended", "organisations", "newcomers", "mix", "no_show_rate", "satisfaction")
_UNITS = {
    "mix": "index",
    "no_show_rate": "share",
    "satisfaction": "index",
    "would_recommend": "index",
    "cost_eur": "eur",
}


def show(visit: Visit) -> None:
    """All events of the period, or the one that is opened."""
    st.title(visit.text("events.question"), anchor=False)
    every = answer(visit, "events", [visit.everything])
    if every.empty:
        st.info(visit.text("events.none"), icon=":material/event_busy:")
        return
    above = st.container()
    opened = None if visit.view.is_masked else _choice(visit, every)
    if opened is not None:
        event_detail(visit, opened)
        return
    within = answer(visit, "events", [visit.with_upcoming])
    if within.empty:
        st.info(visit.text("events.none_in_period"), icon=":material/event_busy:")
        return
    with above:
        _answer(visit)
    past = within[within["status"] != "planned"]
    if len(past):
        if visit.view.is_masked:
            event_list(visit, past[past["status"] == "held"])
        else:
            event_table(visit, past, _UNITS)
            _compared(visit, past[past["status"] == "held"])
        encounters(visit)
    upcoming = within[within["status"] == "planned"]
    if len(upcoming):
        st.header(visit.text("events.upcoming"), anchor=False)
        shown = upcoming[["starts_on", "title", "format", "venue", "expected_attendance", "registered"]]
        shown = shown.dropna(axis="columns", how="all")
        st.dataframe(presentable(shown, visit.language), hide_index=True, alt=visit.text("events.upcoming"))


def _answer(visit: Visit) -> None:
    """What the period's events brought about, in a sentence, with the caution that belongs to it."""
    found = answer(visit, "aftermath", [visit.period]).iloc[0]
    events, recent = int(found["events"]), int(found["recent_events"])
    if not events:
        return
    with st.container(border=True, key="events_answer"):
        began = visit.text("events.began", n=int(found["cooperations"]))
        st.markdown(plain(visit.text("events.held", n=events) + " " + began))
        if not visit.view.is_masked and (reception := last_reception(visit)):
            st.markdown(plain(reception))
        open_still = " " + visit.text("events.still_open", n=recent) if recent else ""
        st.caption(plain(visit.text("events.caution") + open_still))


def _choice(visit: Visit, every: pd.DataFrame) -> Event | None:
    """The box in which an event is looked up and opened; emptied, it leads back to all."""
    rows: dict[str, Event] = {
        row["event_id"]: {str(name): value for name, value in row.items()} for row in every.to_dict("records")
    }
    if st.session_state.get("event") not in rows:
        st.session_state["event"] = None
    chosen = st.selectbox(
        visit.text("events.open"),
        list(rows),
        index=None,
        format_func=lambda event: f"{visit.language.date(rows[event]['starts_on'])} · {rows[event]['title']}",
        key="event",
        placeholder=visit.text("events.open_placeholder"),
    )
    return rows[chosen] if chosen else None


def _compared(visit: Visit, held: pd.DataFrame) -> None:
    measure: Measure = st.segmented_control(
        visit.text("events.measure"),
        _MEASURES,
        default="attended",
        format_func=lambda name: visit.text(f"columns.{name}"),
        key="measure",
        required=True,
    )
    chart(
        visit,
        "events_compared",
        held[["title", "starts_on", "format", *_MEASURES]],
        partial(charts.events_compared, measure=measure),
        partial(findings.events_compared, measure=measure),
        units=_UNITS,
    )
