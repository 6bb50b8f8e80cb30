"""One event: from registered to attended, who came, what they said, what began afterwards."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts import findings
from analytics.charts.events import events as charts
from analytics.model import ENUMERATIONS
from analytics.reports import presentable
from pages.parts.chart import chart
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.introductions import introductions_for_event
from pages.parts.page_context import PageContext
from pages.parts.page_links import page_button
from pages.parts.questions import answer

Event = dict[str, Any]
"""A row of the question "events"."""


def event_detail(context: PageContext, event: Event) -> None:
    """The opened event."""
    st.header(escape_markdown(str(event["title"])), anchor=False)
    st.markdown(escape_markdown(_facts(context, event)))
    if event["status"] != "held":
        st.info(context.text(f"events.is_{event['status']}"), icon=":material/event_upcoming:")
        if event["status"] == "planned":
            label = context.text("evening.to_page")
            page_button("evening", label, ":material/celebration:", evening=str(event["event_id"]))
            introductions_for_event(context, event["event_id"])
        return
    _numbers(context, event)
    kinds = answer(context, "event_kinds", event_id=event["event_id"])
    steps = pd.DataFrame({"step": charts.STEPS, "value": [event[step] for step in charts.STEPS]})
    left, right = st.columns(2)
    with left:
        chart(context, "attendance_steps", steps, charts.attendance_steps, findings.attendance_steps)
    with right:
        chart(context, "kind_mix", kinds, charts.kind_mix, findings.kind_mix)
    _aftermath(context, event)
    feedback = answer(context, "event_feedback", event_id=event["event_id"])
    if len(feedback):
        chart(context, "feedback", feedback, charts.feedback, findings.feedback)
    _comments(context, event)
    _guests(context, event)


def _facts(context: PageContext, event: Event) -> str:
    form = ENUMERATIONS["event_format"].label_of(event["format"], context.language.code)
    facts = [context.language.date(event["starts_on"]), form, event["venue"]]
    return " · ".join(str(fact) for fact in facts if not pd.isna(fact))


def _numbers(context: PageContext, event: Event) -> None:
    with st.container(horizontal=True, key="event_numbers"):
        expected = event["expected_attendance"]
        st.metric(
            context.text("columns.attended"),
            context.language.number(event["attended"]),
            delta=None if pd.isna(expected) else context.text("events.expected", n=int(expected)),
            delta_color="off",
            delta_arrow="off",
        )
        st.metric(context.text("columns.organisations"), context.language.number(event["organisations"]))
        st.metric(context.text("columns.newcomers"), context.language.number(event["newcomers"]))
        st.metric(context.text("columns.no_show_rate"), context.language.percent(event["no_show_rate"], 0))
        st.metric(
            context.text("columns.mix"), context.language.number(event["mix"], 2), help=context.text("events.mix_help")
        )
        satisfaction = context.language.number(event["satisfaction"], 1)
        st.metric(
            context.text("columns.satisfaction"),
            satisfaction,
            delta=context.text("events.answers", n=int(event["answers"])) if event["answers"] else None,
            delta_color="off",
            delta_arrow="off",
        )


def _aftermath(context: PageContext, event: Event) -> None:
    """Cooperations between guests that began within a year: association in time, nothing more."""
    begun = answer(context, "event_aftermath", event_id=event["event_id"])
    st.subheader(context.text("events.aftermath", n=len(begun)), anchor=False)
    st.caption(escape_markdown(context.text("events.aftermath_caution")))
    passed = (context.view.last_day - event["starts_on"].date()).days if context.view.last_day else 365
    if passed < 365:
        st.info(context.text("events.window_open", n=passed), icon=":material/hourglass_top:")
    st.markdown(escape_markdown(_followed(context, event)))
    if len(begun):
        shown = begun.rename(columns={"kind": "cooperation_kind"}).drop(columns="cooperation_id")
        st.dataframe(
            presentable(shown, context.language), hide_index=True, alt=context.text("events.aftermath", n=len(begun))
        )
        downloads(context, "event_aftermath", shown, title=context.text("events.aftermath_title"))


def _followed(context: PageContext, event: Event) -> str:
    """How many pairs met, and how soon cooperations began."""
    every = answer(context, "events_aftermath", [context.everything])
    row = every[every["event_id"] == event["event_id"]].iloc[0]
    soon, later, year = int(row["within_90"]), int(row["within_180"]), int(row["within_365"])
    told = context.text("encounters.after_event", n=int(row["pairs"]), soon=soon, later=later, year=year)
    if row["otherwise"]:
        told += " " + context.text("encounters.named_otherwise", n=int(row["otherwise"]))
    return told


def _comments(context: PageContext, event: Event) -> None:
    """The free words that somebody has reviewed and released."""
    comments = answer(context, "event_comments", event_id=event["event_id"])["comment"].tolist()
    if comments:
        st.subheader(context.text("events.comments", n=len(comments)), anchor=False)
        st.markdown("\n".join(f"- {escape_markdown(comment)}" for comment in comments))


def _guests(context: PageContext, event: Event) -> None:
    guests = answer(context, "event_guests", event_id=event["event_id"])
    known = int(guests["organisation_id"].notna().sum())
    guests = guests.drop(columns="organisation_id")
    with st.expander(context.text("events.guests", n=known), icon=":material/groups:"):
        guests["name"] = guests["name"].fillna(context.text("events.unassigned"))
        st.dataframe(presentable(guests, context.language), hide_index=True, alt=context.text("events.guests", n=known))
        downloads(context, "event_guests", guests, title=context.text("events.guests_title"))
