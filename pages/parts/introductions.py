"""Whom to introduce to whom, and why: for one organisation, and for the guests of a coming event."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.network.introductions.introductions import Introductions
from analytics.reports import presentable
from analytics.warehouse import Scope, View
from pages.parts.downloads import downloads
from pages.parts.plain import plain
from pages.parts.questions import BY_SNAPSHOT, answer
from pages.parts.visit import Visit

_AT_ONCE = 8
Row = Mapping[Hashable, Any]
"""A row of the suggestions, see :meth:`Introductions.for_organisation`."""


def introductions_for_organisation(visit: Visit, organisation_id: str) -> None:
    """Whom to introduce to the organisation, with reasons, on the data's last day."""
    st.subheader(visit.text("introductions.title"), anchor=False)
    introductions = _introductions(visit.view, visit.scope)
    if not introductions.knows(organisation_id):
        st.info(visit.text("introductions.not_in_selection"), icon=":material/person_off:")
        return
    found = introductions.for_organisation(organisation_id)
    if found.empty:
        reason = "has_left" if introductions.has_left(organisation_id) else "none"
        st.info(visit.text(f"introductions.{reason}"), icon=":material/person_off:")
        return
    st.markdown(plain(visit.text("introductions.for_organisation", name=found["name"].iloc[0])))
    for row in found.to_dict("records"):
        _suggestion(visit, plain(_named(visit.language, row["partner_name"], row["partner_kind"])), row)
    _foot(visit, introductions, found)


def introductions_for_event(visit: Visit, event_id: str) -> None:
    """Fair pairs over the guest list of a planned event, with reasons."""
    st.subheader(visit.text("introductions.title"), anchor=False)
    guests = answer(visit, "introduction_guests", event_id=event_id)["organisation_id"].tolist()
    introductions = _introductions(visit.view, visit.scope)
    coming = [guest for guest in guests if introductions.knows(guest) and not introductions.has_left(guest)]
    found = _pairs(visit.view, visit.scope, coming)
    if found.empty:
        reason = "guests_know_each_other" if len(coming) > 1 else "too_few_guests"
        st.info(visit.text(f"introductions.{reason}"), icon=":material/person_off:")
        return
    st.markdown(plain(visit.text("introductions.for_event", n=len(found))))
    st.caption(plain(visit.text("introductions.read_event")))
    rows = found.to_dict("records")
    for row in rows[:_AT_ONCE]:
        _suggestion(visit, _pair(visit.language, row), row)
    if rows[_AT_ONCE:]:
        with st.expander(visit.text("introductions.more", n=len(rows) - _AT_ONCE), icon=":material/expand_more:"):
            for row in rows[_AT_ONCE:]:
                _suggestion(visit, _pair(visit.language, row), row)
    _alone(visit, introductions, coming, found)
    _foot(visit, introductions, found)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _introductions(view: View, scope: Scope) -> Introductions:
    return Introductions.of(view, scope)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _pairs(view: View, scope: Scope, guests: list[str]) -> pd.DataFrame:
    return _introductions(view, scope).for_guests(guests)


def _suggestion(visit: Visit, names: str, row: Row) -> None:
    """One suggestion: ``names``, ready to be shown, the points, whether they met, and the reasons beneath."""
    met = visit.text("introductions.met", n=row["met"]) if row["met"] else visit.text("introductions.never_met")
    points = visit.text("introductions.points", points=visit.language.number(row["score"], 1))
    reasons = [f"- {plain(text)}" for text in _told(row, visit.language)]
    head = f"**{names}**  \n{plain(f'{points} · {met}')}"
    with st.container(border=True):
        st.markdown("\n".join([head, "", *reasons]))


def _pair(language: Language, row: Row) -> str:
    one = plain(_named(language, row["name"], row["kind"]))
    return f"{one} ↔ {plain(_named(language, row['partner_name'], row['partner_kind']))}"


def _named(language: Language, name: str, kind: str) -> str:
    return f"{name} ({ENUMERATIONS['organisation_kind'].label_of(kind, language.code)})"


def _told(row: Row, language: Language) -> list[str]:
    return [reason.told(language) for reason in row["reasons"]]


def _alone(visit: Visit, introductions: Introductions, guests: list[str], found: pd.DataFrame) -> None:
    """The guests for whom there is nobody on the list whom they do not know."""
    paired = {*found["organisation_id"], *found["partner_id"]}
    alone = [introductions.name_of(guest) for guest in guests if guest not in paired]
    if alone:
        st.caption(plain(visit.text("introductions.alone", names=visit.language.listing(alone))))


def _foot(visit: Visit, introductions: Introductions, found: pd.DataFrame) -> None:
    """How to read it, and the suggestions as a table to take away."""
    st.caption(plain(visit.text("introductions.read", date=visit.language.date(introductions.day))))
    shown = found.assign(reasons=[" · ".join(_told(row, visit.language)) for row in found.to_dict("records")])
    shown = shown.rename(columns={"partner_name": "introduced_to"})
    shown = shown.drop(columns=["organisation_id", "partner_id"])
    points = {name: "index" for name in shown.columns if name == "score" or name.startswith("points_")}
    title = visit.text("introductions.title")
    with st.expander(visit.text("charts_read.table"), icon=":material/table:"):
        alt = visit.text("introductions.table", n=len(shown))
        st.dataframe(presentable(shown, visit.language, points), hide_index=True, alt=alt)
        downloads(visit, "introductions", shown, title=title, units=points)
