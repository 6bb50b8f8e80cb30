"""The door of an evening as its hosts see it: who has come, the link for phones, and the end of the evening."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import quote

import streamlit as st

from analytics.errors import DashboardError
from analytics.language import Language
from analytics.reception.door import Door
from analytics.reception.door_key import key_of, renew
from analytics.reception.evening import Evening
from analytics.reception.room import room
from analytics.reception.settling import close, reopen
from analytics.store import Store
from pages.access.visitor import require
from pages.evening.views import hosts_view
from pages.parts.escape_markdown import escape_markdown

_EVERY = 5
"""Seconds between two looks at who has come."""


def door_query(evening: Evening, language: Language) -> str:
    """What stands behind the door's address, with the key that opens it to a phone."""
    require("management", "staff")
    event = quote(evening.event_id, safe="")
    return f"door?event={event}&lang={language.code}&door_key={key_of(Store(), evening)}"


@st.fragment(run_every=_EVERY)
def who_has_come(language: Language, evening: Evening) -> None:
    """How many are there, anew every few seconds."""
    here = room(Door(Store(), hosts_view(), evening), datetime.now())
    with st.container(horizontal=True, key="evening_here"):
        expected = evening.expected_attendance
        st.metric(
            language.text("evening.here_persons"),
            language.number(here.present),
            delta=None if expected is None else language.text("events.expected", n=expected),
            delta_color="off",
            delta_arrow="off",
        )
        st.metric(language.text("evening.here_organisations"), language.number(here.organisations))
        st.metric(language.text("evening.here_registered"), language.number(here.registered))


def end_of_evening(language: Language, evening: Evening) -> None:
    """Close the evening, or take the closing back."""
    today = datetime.now().date()
    if evening.status == "held":
        st.success(language.text("evening.closed"), icon=":material/task_alt:")
        if st.button(language.text("evening.reopen"), icon=":material/undo:", key="evening_reopen"):
            _do(language, lambda: reopen(Store(), evening.event_id))
        return
    if evening.is_rehearsal(today):
        st.info(language.text("evening.rehearsal"), icon=":material/science:")
        return
    st.markdown(escape_markdown(language.text("evening.close_read")))
    if st.button(language.text("evening.close"), icon=":material/task_alt:", key="evening_close", type="primary"):
        _do(language, lambda: close(Store(), evening.event_id, datetime.now()))


def new_link(language: Language) -> None:
    """Make all links to doors worthless."""
    with st.popover(language.text("evening.renew"), icon=":material/key_off:"):
        st.markdown(escape_markdown(language.text("evening.renew_read")))
        if st.button(language.text("evening.renew_now"), key="evening_renew"):
            require("management", "staff")
            renew(Store())
            st.rerun()


def _do(language: Language, change: Callable[[], str]) -> None:
    require("management", "staff")
    try:
        with st.spinner(language.text("evening.working")):
            change()
    except DashboardError as error:
        st.error(escape_markdown(error.message(language.code)), icon=":material/error:")
        return
    st.rerun()
