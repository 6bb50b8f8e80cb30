"""One event: from registered to attended, who came, what they said, what began afterwards."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts import findings
from analytics.charts.events import events as charts
from analytics.model import ENUMERATIONS
from analytics.reports import presentable
from pages.events.page_links import page_button
from pages.parts.chart import chart
from pages.parts.downloads import downloads
from pages.parts.introductions import introductions_for_event
from pages.parts.plain import plain
from pages.parts.questions import answer
from pages.parts.visit import Visit

Event = dict[str, Any]
"""A row of the question "events"."""


def event_detail(visit: Visit, event: Event) -> None:
    """The opened event."""
    st.header(plain(str(event["title"])), anchor=False)
    st.markdown(plain(_facts(visit, event)))
    if event["status"] != "held":
        st.info(visit.text(f"events.is_{event['status']}"), icon=":material/event_upcoming:")
        if event["status"] == "planned":
            label = visit.text("evening.to_page")
            page_button("evening", label, ":material/celebration:", evening=str(event["event_id"]))
            introductions_for_event(visit, event["event_id"])
        return
    _numbers(visit, event)
    kinds = answer(visit, "event_kinds", event_id=event["event_id"])
    steps = pd.DataFrame({"step": charts.STEPS, "value": [event[step] for step in charts.STEPS]})
    left, right = st.columns(2)
    with left:
        chart(visit, "attendance_steps", steps, charts.attendance_steps, findings.attendance_steps)
    with right:
        chart(visit, "kind_mix", kinds, charts.kind_mix, findings.kind_mix)
    _aftermath(visit, event)
    feedback = answer(visit, "event_feedback", event_id=event["event_id"])
    if len(feedback):
        chart(visit, "feedback", feedback, charts.feedback, findings.feedback)
    _comments(visit, event)
    _guests(visit, event)


def _facts(visit: Visit, event: Event) -> str:
    form = ENUMERATIONS["event_format"].label_of(event["format"], visit.language.code)
    facts = [visit.language.date(event["starts_on"]), form, event["venue"]]
    return " · ".join(str(fact) for fact in facts if not pd.isna(fact))


def _numbers(visit: Visit, event: Event) -> None:
    with st.container(horizontal=True, key="event_numbers"):
        expected = event["expected_attendance"]
        st.metric(
            visit.text("columns.attended"),
            visit.language.number(event["attended"]),
            delta=None if pd.isna(expected) else visit.text("events.expected", n=int(expected)),
            delta_color="off",
            delta_arrow="off",
        )
        st.metric(visit.text("columns.organisations"), visit.language.number(event["organisations"]))
        st.metric(visit.text("columns.newcomers"), visit.language.number(event["newcomers"]))
        st.metric(visit.text("columns.no_show_rate"), visit.language.percent(event["no_show_rate"], 0))
        st.metric(visit.text("columns.mix"), visit.language.number(event["mix"], 2), help=visit.text("events.mix_help"))
        satisfaction = visit.language.number(event["satisfaction"], 1)
        st.metric(
            visit.text("columns.satisfaction"),
            satisfaction,
            delta=visit.text("events.answers", n=int(event["answers"])) if event["answers"] else None,
            delta_color="off",
            delta_arrow="off",
        )


def _aftermath(visit: Visit, event: Event) -> None:
    """Cooperations between guests that began within a year: association in time, nothing more."""
    begun = answer(visit, "event_aftermath", event_id=event["event_id"])
    st.subheader(visit.text("events.aftermath", n=len(begun)), anchor=False)
    st.caption(plain(visit.text("events.aftermath_caution")))
    passed = (visit.view.last_day - event["starts_on"].date()).days if visit.view.last_day else 365
    if passed < 365:
        st.info(visit.text("events.window_open", n=passed), icon=":material/hourglass_top:")
    st.markdown(plain(_followed(visit, event)))
    if len(begun):
        shown = begun.rename(columns={"kind": "cooperation_kind"}).drop(columns="cooperation_id")
        st.dataframe(
            presentable(shown, visit.language), hide_index=True, alt=visit.text("events.aftermath", n=len(begun))
        )
        downloads(visit, "event_aftermath", shown, title=visit.text("events.aftermath_title"))


def _followed(visit: Visit, event: Event) -> str:
    """How many pairs met, and how soon cooperations began."""
    every = answer(visit, "events_aftermath", [visit.everything])
    row = every[every["event_id"] == event["event_id"]].iloc[0]
    soon, later, year = int(row["within_90"]), int(row["within_180"]), int(row["within_365"])
    told = visit.text("encounters.after_event", n=int(row["pairs"]), soon=soon, later=later, year=year)
    if row["otherwise"]:
        told += " " + visit.text("encounters.named_otherwise", n=int(row["otherwise"]))
    return told


def _comments(visit: Visit, event: Event) -> None:
    """The free words that somebody has reviewed and released."""
    comments = answer(visit, "event_comments", event_id=event["event_id"])["comment"].tolist()
    if comments:
        st.subheader(visit.text("events.comments", n=len(comments)), anchor=False)
        st.markdown("\n".join(f"- {plain(comment)}" for comment in comments))


def _guests(visit: Visit, event: Event) -> None:
    guests = answer(visit, "event_guests", event_id=event["event_id"])
    known = int(guests["organisation_id"].notna().sum())
    guests = guests.drop(columns="organisation_id")
    with st.expander(visit.text("events.guests", n=known), icon=":material/groups:"):
        guests["name"] = guests["name"].fillna(visit.text("events.unassigned"))
        st.dataframe(presentable(guests, visit.language), hide_index=True, alt=visit.text("events.guests", n=known))
        downloads(visit, "event_guests", guests, title=visit.text("events.guests_title"))
