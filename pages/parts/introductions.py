"""Whom to introduce to whom, and why: for one organisation, and for the guests of a coming event."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.network.introductions.introductions import MOST_GUESTS, Introductions
from analytics.reports import presentable
from analytics.warehouse import Scope, View
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import BY_SNAPSHOT, answer

_AT_ONCE = 8
Row = Mapping[Hashable, Any]
"""A row of the suggestions, see :meth:`Introductions.for_organisation`."""


def introductions_for_organisation(context: PageContext, organisation_id: str) -> None:
    """Whom to introduce to the organisation, with reasons, on the data's last day."""
    st.subheader(context.text("introductions.title"), anchor=False)
    introductions = _introductions(context.view, context.scope)
    if not introductions.knows(organisation_id):
        st.info(context.text("introductions.not_in_selection"), icon=":material/person_off:")
        return
    found = introductions.for_organisation(organisation_id)
    if found.empty:
        reason = "has_left" if introductions.has_left(organisation_id) else "none"
        st.info(context.text(f"introductions.{reason}"), icon=":material/person_off:")
        return
    st.markdown(escape_markdown(context.text("introductions.for_organisation", name=found["name"].iloc[0])))
    for row in found.to_dict("records"):
        _suggestion(context, escape_markdown(_named(context.language, row["partner_name"], row["partner_kind"])), row)
    _foot(context, introductions, found)


def introductions_for_event(context: PageContext, event_id: str) -> None:
    """Fair pairs over the guest list of a planned event, with reasons."""
    st.subheader(context.text("introductions.title"), anchor=False)
    guests = answer(context, "introduction_guests", event_id=event_id)["organisation_id"].tolist()
    introductions = _introductions(context.view, context.scope)
    coming = [guest for guest in guests if introductions.knows(guest) and not introductions.has_left(guest)]
    if left_out := introductions.left_out(coming):
        most = context.language.number(MOST_GUESTS)
        st.caption(escape_markdown(context.text("estimates.guests", n=left_out, most=most)))
    found = _pairs(context.view, context.scope, coming)
    if found.empty:
        reason = "guests_know_each_other" if len(coming) > 1 else "too_few_guests"
        st.info(context.text(f"introductions.{reason}"), icon=":material/person_off:")
        return
    st.markdown(escape_markdown(context.text("introductions.for_event", n=len(found))))
    st.caption(escape_markdown(context.text("introductions.read_event")))
    rows = found.to_dict("records")
    for row in rows[:_AT_ONCE]:
        _suggestion(context, _pair(context.language, row), row)
    if rows[_AT_ONCE:]:
        with st.expander(context.text("introductions.more", n=len(rows) - _AT_ONCE), icon=":material/expand_more:"):
            for row in rows[_AT_ONCE:]:
                _suggestion(context, _pair(context.language, row), row)
    _alone(context, introductions, introductions.introduced(coming), found)
    _foot(context, introductions, found)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _introductions(view: View, scope: Scope) -> Introductions:
    return Introductions.of(view, scope)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _pairs(view: View, scope: Scope, guests: list[str]) -> pd.DataFrame:
    return _introductions(view, scope).for_guests(guests)


def _suggestion(context: PageContext, names: str, row: Row) -> None:
    """One suggestion: ``names``, ready to be shown, the points, whether they met, and the reasons beneath."""
    met = context.text("introductions.met", n=row["met"]) if row["met"] else context.text("introductions.never_met")
    points = context.text("introductions.points", points=context.language.number(row["score"], 1))
    reasons = [f"- {escape_markdown(text)}" for text in _told(row, context.language)]
    head = f"**{names}**  \n{escape_markdown(f'{points} · {met}')}"
    with st.container(border=True):
        st.markdown("\n".join([head, "", *reasons]))


def _pair(language: Language, row: Row) -> str:
    one = escape_markdown(_named(language, row["name"], row["kind"]))
    return f"{one} ↔ {escape_markdown(_named(language, row['partner_name'], row['partner_kind']))}"


def _named(language: Language, name: str, kind: str) -> str:
    return f"{name} ({ENUMERATIONS['organisation_kind'].label_of(kind, language.code)})"


def _told(row: Row, language: Language) -> list[str]:
    return [reason.told(language) for reason in row["reasons"]]


def _alone(context: PageContext, introductions: Introductions, guests: list[str], found: pd.DataFrame) -> None:
    """The guests for whom there is nobody on the list whom they do not know."""
    paired = {*found["organisation_id"], *found["partner_id"]}
    alone = [introductions.name_of(guest) for guest in guests if guest not in paired]
    if alone:
        st.caption(escape_markdown(context.text("introductions.alone", names=context.language.listing(alone))))


def _foot(context: PageContext, introductions: Introductions, found: pd.DataFrame) -> None:
    """How to read it, and the suggestions as a table to take away."""
    st.caption(escape_markdown(context.text("introductions.read", date=context.language.date(introductions.day))))
    shown = found.assign(reasons=[" · ".join(_told(row, context.language)) for row in found.to_dict("records")])
    shown = shown.rename(columns={"partner_name": "introduced_to"})
    shown = shown.drop(columns=["organisation_id", "partner_id"])
    points = {name: "index" for name in shown.columns if name == "score" or name.startswith("points_")}
    title = context.text("introductions.title")
    with st.expander(context.text("charts_read.table"), icon=":material/table:"):
        alt = context.text("introductions.table", n=len(shown))
        st.dataframe(presentable(shown, context.language, points), hide_index=True, alt=alt)
        downloads(context, "introductions", shown, title=title, units=points)
