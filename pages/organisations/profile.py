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
from pages.parts.introductions import introductions_for_organisation
from pages.parts.organisation_table import organisation_table
from pages.parts.plain import plain
from pages.parts.questions import answer
from pages.parts.visit import Visit

_FIGURES = ("events_attended", "consultations", "partners", "cooperations_now")


def profile(visit: Visit, organisation_id: str, everybody: pd.DataFrame) -> None:
    """The opened organisation, one of ``everybody``, the rows of the question "organisations_directory"."""
    keep_directory()
    row = everybody[everybody["organisation_id"] == organisation_id].iloc[0]
    facts = answer(visit, "organisation_facts", organisation_id=organisation_id).iloc[0]
    st.header(plain(str(row["name"])), anchor=False)
    st.markdown(plain(facts_of(visit, organisation_id)))
    is_left_out = bool(facts["is_coordinator"]) and not visit.scope.with_coordinator
    if is_left_out:
        st.info(visit.text("organisations.is_coordinator"), icon=":material/hub:")
    if visit.scope.topics:
        st.caption(plain(visit.text("organisations.only_topics")))
    _figures(visit, row)
    _course(visit, organisation_id, row, everybody)
    if not is_left_out:
        introductions_for_organisation(visit, organisation_id)


def _course(visit: Visit, organisation_id: str, row: "pd.Series[Any]", everybody: pd.DataFrame) -> None:
    """All that the organisation took part in up to the chosen period's end, and with whom."""
    timeline = answer(visit, "organisation_timeline", [visit.period], organisation_id=organisation_id)
    cooperations = answer(visit, "organisation_cooperations", [visit.period], organisation_id=organisation_id)
    if timeline.empty and cooperations.empty:
        st.info(visit.text("organisations.quiet"), icon=":material/hourglass_empty:")
        return
    the_way_it_came(visit, row, timeline, cooperations)
    if len(timeline):
        draw = partial(organisation_timeline, day=visit.day)
        chart(visit, "organisation_timeline", timeline, draw, findings.organisation_timeline)
    if pd.notna(row["cooperations_now"]):
        names = dict(zip(everybody["organisation_id"], everybody["name"], strict=True))
        organisation_network(visit, organisation_id, names)
        cooperations_of(visit, cooperations)
        partners_of(visit, organisation_id)
    _events(visit, organisation_id)


def facts_of(visit: Visit, organisation_id: str) -> str:
    """What the organisation is, in one line."""
    facts = answer(visit, "organisation_facts", organisation_id=organisation_id).iloc[0]
    place = labelled(facts.to_frame().T[["kind", "district"]], visit.language).iloc[0]
    size = None if pd.isna(facts["size"]) else ENUMERATIONS["size"].label_of(facts["size"], visit.language.code)
    told = [
        place["kind"],
        place["district"],
        size and visit.text("organisations.size", size=size),
        _dated(visit, "founded", "year", facts["founded_year"]),
        _dated(visit, "member_since", "day", facts["member_since"]),
        _dated(visit, "left_on", "day", facts["left_on"]),
    ]
    return " · ".join(str(fact) for fact in told if fact and not pd.isna(fact))


def _dated(visit: Visit, key: str, place: str, value: Any) -> str | None:
    if pd.isna(value):
        return None
    written = visit.language.date(value) if place == "day" else str(int(value))
    return visit.text(f"organisations.{key}", **{place: written})


def _figures(visit: Visit, row: "pd.Series[Any]") -> None:
    with st.container(horizontal=True, key="organisation_figures"):
        for figure in _FIGURES:
            number = None if pd.isna(row[figure]) else int(row[figure])
            st.metric(visit.text(f"organisations.figure_{figure}"), visit.language.number(number))
        last = row["last_contact_on"]
        st.metric(
            visit.text("organisations.figure_last_contact_on"), visit.language.date(None if pd.isna(last) else last)
        )


def cooperations_of(visit: Visit, cooperations: pd.DataFrame) -> None:
    """The organisation's cooperations, rows of the question "organisation_cooperations", as a table."""
    if cooperations.empty:
        st.info(visit.text("organisations.no_cooperations"), icon=":material/handshake:")
        return
    title = visit.text("organisations.cooperations_count", n=len(cooperations))
    st.header(title, anchor=False)
    undated = int(cooperations["since"].isna().sum())
    if undated:
        st.caption(plain(visit.text("organisations.undated", n=undated)))
    organisation_table(visit, "organisation_cooperations", cooperations, alt=title)
    downloads(visit, "organisation_cooperations", cooperations, title=title)


def partners_of(visit: Visit, organisation_id: str) -> None:
    """Its partners as a table, which opens their profiles where everybody has one."""
    partners = answer(visit, "organisation_partners", [visit.period], organisation_id=organisation_id)
    if partners.empty:
        return
    title = visit.text("organisations.partners_count", n=len(partners))
    st.header(title, anchor=False)
    opens = not visit.view.is_masked
    if opens:
        st.caption(visit.text("organisations.partners_hint"))
    organisation_table(visit, f"organisation_partners_{organisation_id}", partners, alt=title, opens=opens)
    downloads(visit, "organisation_partners", partners, title=title)


def _events(visit: Visit, organisation_id: str) -> None:
    events = answer(visit, "organisation_events", [visit.period], organisation_id=organisation_id)
    if events.empty:
        return
    title = visit.text("organisations.events_count", n=len(events))
    with st.expander(title, icon=":material/event:"):
        organisation_table(visit, "organisation_events", events, alt=title)
        downloads(visit, "organisation_events", events, title=title)
