"""Before an evening: who is coming, and whom to introduce to whom, on screen and on paper."""

from functools import partial

import streamlit as st

from analytics.language import Language
from analytics.language.search import matching
from analytics.reception.evening import Evening
from analytics.reception.sheet import Guest, Sheet
from analytics.reception.sheet_words import about, kind_of, wanting, why
from analytics.reports.evening import SHEET_FORMATS, sheet_file
from analytics.warehouse import View
from pages.evening.files import paper_buttons
from pages.evening.views import hosts_view
from pages.parts.escape_markdown import escape_markdown
from pages.parts.questions import BY_SNAPSHOT

_AT_ONCE = 6


def evening_before(view: View, language: Language, evening: Evening) -> None:
    """The guest list in numbers, and the introductions made from it."""
    del view  # names come from the hosts' own
    if evening.status != "planned":
        st.info(language.text("evening.introductions_past"), icon=":material/event_available:")
        return
    named = hosts_view()
    with st.spinner(language.text("evening.pairing")):
        sheet = _sheet(named, evening.event_id)
    if sheet.guests or sheet.unassigned:
        _numbers(sheet, language)
    if not sheet.guests:
        st.info(language.text("evening.sheet_nobody"), icon=":material/person_off:")
        _wanting(sheet, language)
        return
    st.header(language.text("evening.sheet_title"), anchor=False)
    st.caption(escape_markdown(language.text("evening.introductions_read", date=language.date(sheet.day))))
    name = f"introductions_{evening.event_id}"
    paper_buttons(
        named,
        language,
        name,
        SHEET_FORMATS,
        lambda kind, moment: sheet_file(sheet, named, kind, language=language, moment=moment),
    )
    st.caption(escape_markdown(language.text("evening.sheet_internal")))
    _guests(sheet, language)
    _wanting(sheet, language)


@st.cache_data(max_entries=32, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _sheet(view: View, event_id: str) -> Sheet:
    return Sheet.of(view, event_id)


def _numbers(sheet: Sheet, language: Language) -> None:
    expected, written = sheet.evening.expected_attendance, partial(language.number)
    with st.container(horizontal=True, key="evening_numbers"):
        st.metric(
            language.text("evening.number_persons"),
            written(sheet.persons + sheet.unassigned),
            delta=None if expected is None else language.text("events.expected", n=expected),
            delta_color="off",
            delta_arrow="off",
        )
        st.metric(language.text("evening.number_organisations"), written(len(sheet.guests)))
        st.metric(language.text("evening.number_first"), written(sum(guest.is_first for guest in sheet.guests)))
        st.metric(language.text("evening.number_pairs"), written(len(sheet.pairs)))


def _guests(sheet: Sheet, language: Language) -> None:
    """The guests with their introductions, all or those that are looked for."""
    typed = st.text_input(language.text("evening.search"), key="evening_search", icon=":material/search:")
    found = [
        guest
        for guest, is_meant in zip(sheet.guests, matching([guest.name for guest in sheet.guests], typed), strict=True)
        if is_meant
    ]
    if not found:
        st.info(language.text("evening.search_nothing"), icon=":material/search_off:")
    at_once = len(found) if typed.strip() else _AT_ONCE
    for guest in found[:at_once]:
        _guest(guest, language)
    if found[at_once:]:
        with st.expander(language.text("evening.more_guests", n=len(found) - at_once), icon=":material/expand_more:"):
            for guest in found[at_once:]:
                _guest(guest, language)


def _guest(guest: Guest, language: Language) -> None:
    lines = [f"**{escape_markdown(guest.name)}** · {escape_markdown(about(guest, language))}", ""]
    for to in guest.introductions:
        reasons = escape_markdown(" · ".join(why(to, language)))
        lines.append(f"- **{escape_markdown(to.name)}** ({escape_markdown(kind_of(to.kind, language))})  \n  {reasons}")
    with st.container(border=True):
        st.markdown("\n".join(lines))


def _wanting(sheet: Sheet, language: Language) -> None:
    said = wanting(sheet, language)
    if sheet.guests and not sheet.in_want:
        st.success(language.text("evening.sheet_all_served"), icon=":material/check_circle:")
    elif sheet.in_want:
        st.subheader(language.text("evening.sheet_fewer"), anchor=False)
    if said:
        st.markdown("\n".join(f"- {escape_markdown(sentence)}" for sentence in said))
