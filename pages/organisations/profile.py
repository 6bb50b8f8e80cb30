"""One organisation: what it is, what it took part in, who its partners are, and its network."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts.organisations import findings
from analytics.charts.organisations.timeline import organisation_timeline
from analytics.model import ENUMERATIONS
from analytics.reports.presentable import labelled
from pages.organisations.directory import keep_directory
from pages.organisations.network import organisation_network
from pages.organisations.way import the_way_it_came
from pages.parts.chart import chart
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.introductions import introductions_for_organisation
from pages.parts.organisation_table import organisation_table
from pages.parts.page_context import PageContext
from pages.parts.questions import answer

_FIGURES = ("events_attended", "consultations", "partners", "cooperations_now")


def profile(context: PageContext, organisation_id: str, everybody: pd.DataFrame) -> None:
    """The opened organisation, one of ``everybody``, the rows of the question "organisations_directory"."""
    keep_directory()
    row = everybody[everybody["organisation_id"] == organisation_id].iloc[0]
    facts = answer(context, "organisation_facts", organisation_id=organisation_id).iloc[0]
    st.header(escape_markdown(str(row["name"])), anchor=False)
    st.markdown(escape_markdown(facts_of(context, organisation_id)))
    is_left_out = bool(facts["is_coordinator"]) and not context.scope.with_coordinator
    if is_left_out:
        st.info(context.text("organisations.is_coordinator"), icon=":material/hub:")
    if context.scope.topics:
        st.caption(escape_markdown(context.text("organisations.only_topics")))
    _figures(context, row)
    _course(context, organisation_id, row, everybody)
    if not is_left_out:
        introductions_for_organisation(context, organisation_id)


def _course(context: PageContext, organisation_id: str, row: "pd.Series[Any]", everybody: pd.DataFrame) -> None:
    """All that the organisation took part in up to the visitor's day, and with whom."""
    timeline = answer(context, "organisation_timeline", [context.period], organisation_id=organisation_id)
    cooperations = answer(context, "organisation_cooperations", [context.period], organisation_id=organisation_id)
    if timeline.empty and cooperations.empty:
        st.info(context.text("organisations.quiet"), icon=":material/hourglass_empty:")
        return
    the_way_it_came(context, row, timeline, cooperations)
    if len(timeline):
        draw = partial(organisation_timeline, day=context.day)
        chart(context, "organisation_timeline", timeline, draw, findings.organisation_timeline)
    if pd.notna(row["cooperations_now"]):
        names = dict(zip(everybody["organisation_id"], everybody["name"], strict=True))
        organisation_network(context, organisation_id, names)
        cooperations_of(context, cooperations)
        partners_of(context, organisation_id)
    _events(context, organisation_id)


def facts_of(context: PageContext, organisation_id: str) -> str:
    """What the organisation is, in one line."""
    facts = answer(context, "organisation_facts", organisation_id=organisation_id).iloc[0]
    place = labelled(facts.to_frame().T[["kind", "district"]], context.language).iloc[0]
    size = None if pd.isna(facts["size"]) else ENUMERATIONS["size"].label_of(facts["size"], context.language.code)
    told = [
        place["kind"],
        place["district"],
        size and context.text("organisations.size", size=size),
        _dated(context, "founded", "year", facts["founded_year"]),
        _dated(context, "member_since", "day", facts["member_since"]),
        _dated(context, "left_on", "day", facts["left_on"]),
    ]
    return " · ".join(str(fact) for fact in told if fact and not pd.isna(fact))


def _dated(context: PageContext, key: str, place: str, value: Any) -> str | None:
    if pd.isna(value):
        return None
    written = context.language.date(value) if place == "day" else str(int(value))
    return context.text(f"organisations.{key}", **{place: written})


def _figures(context: PageContext, row: "pd.Series[Any]") -> None:
    with st.container(horizontal=True, key="organisation_figures"):
        for figure in _FIGURES:
            number = None if pd.isna(row[figure]) else int(row[figure])
            st.metric(context.text(f"organisations.figure_{figure}"), context.language.number(number))
        last = row["last_contact_on"]
        st.metric(
            context.text("organisations.figure_last_contact_on"), context.language.date(None if pd.isna(last) else last)
        )


def cooperations_of(context: PageContext, cooperations: pd.DataFrame) -> None:
    """The organisation's cooperations, rows of the question "organisation_cooperations", as a table."""
    if cooperations.empty:
        st.info(context.text("organisations.no_cooperations"), icon=":material/handshake:")
        return
    title = context.text("organisations.cooperations_count", n=len(cooperations))
    st.header(title, anchor=False)
    undated = int(cooperations["since"].isna().sum())
    if undated:
        st.caption(escape_markdown(context.text("organisations.undated", n=undated)))
    organisation_table(context, "organisation_cooperations", cooperations, alt=title)
    downloads(context, "organisation_cooperations", cooperations, title=title)


def partners_of(context: PageContext, organisation_id: str) -> None:
    """Its partners as a table, which opens their profiles where everybody has one."""
    partners = answer(context, "organisation_partners", [context.period], organisation_id=organisation_id)
    if partners.empty:
        return
    title = context.text("organisations.partners_count", n=len(partners))
    st.header(title, anchor=False)
    opens = not context.view.is_masked
    if opens:
        st.caption(context.text("organisations.partners_hint"))
    organisation_table(context, f"organisation_partners_{organisation_id}", partners, alt=title, opens=opens)
    downloads(context, "organisation_partners", partners, title=title)


def _events(context: PageContext, organisation_id: str) -> None:
    events = answer(context, "organisation_events", [context.period], organisation_id=organisation_id)
    if events.empty:
        return
    title = context.text("organisations.events_count", n=len(events))
    with st.expander(title, icon=":material/event:"):
        organisation_table(context, "organisation_events", events, alt=title)
        downloads(context, "organisation_events", events, title=title)
