"""What files do not say of themselves, each with a field in which it can be answered."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

from analytics.intake.entered import Row
from analytics.intake.hints import Hints
from analytics.intake.names import event_id_of
from analytics.language import Language
from analytics.model import ENUMERATIONS, TABLES
from analytics.model.dates import EARLIEST_YEAR
from analytics.model.limits import MOST_MEMBERS
from analytics.reception.evening import evenings
from analytics.warehouse import View
from analytics.warehouse.distinct_readings import DECIMALS, Decimal
from pages.intake.import_session import ImportSession
from pages.parts.escape_markdown import escape_markdown

_NEW = "new"
_ANSWERED = ("open_number", "large_cooperation", "which_event", "which_year")
"""The reasons and notes, by the last part of their key, that are answered here."""
_FORMAT = ENUMERATIONS[TABLES["events"].by_name["format"].enumeration or ""]


def answers(session: ImportSession, view: View | None, language: Language) -> Hints:
    """Fields for what the last check of the files asked, or an earlier one of them, and what stands in the fields.

    For lists of guests those events are offered that are on record in ``view``, that other files bring, and that were
    just entered for another list.
    """
    asks = {reason: files for reason, files in session.asks.items() if reason in _ANSWERED}
    if not asks:
        return session.hints
    session.events = _events_of_files(session)
    with st.container(border=True, key="asked"):
        st.subheader(language.text("intake.asked"), anchor=False)
        said = replace(
            session.hints,
            decimal=_decimal(language) if "open_number" in asks else None,
            allow_large="large_cooperation" in asks
            and st.checkbox(language.text("intake.allow_large", most=MOST_MEMBERS), key="upload_allow_large"),
        )
        on_record = evenings(view) if view is not None else []
        known = {one.event_id: f"{language.date(one.starts_on)} · {one.title}" for one in on_record}
        events: dict[str, str] = {}
        made: dict[str, Row] = {}
        for sheet in sorted(asks.get("which_event", ())):
            entered = {key: str(row["title"]) for key, row in made.items()}
            event = _event(sheet, {**entered, **session.events, **known}, language)
            if isinstance(event, str):
                events[sheet] = event
            elif event is not None:
                key = str(event["event_id"])
                events[sheet], made[key] = key, event
        years = {sheet: _year(sheet, language) for sheet in sorted(asks.get("which_year", ()))}
    dated = {sheet: year for sheet, year in years.items() if year is not None}
    return replace(said, events=events, new_events=tuple(made.values()), years=dated)


def _events_of_files(session: ImportSession) -> dict[str, str]:
    """The new events that are in the files, not only in an answer; those that earlier checks found among them."""
    if session.changes is None:
        return session.events
    made = session.changes.made[session.changes.made["table"] == "events"]
    entered = {row["event_id"] for row in session.hints.new_events}
    found = session.events | dict(zip(made["key"], made["name"], strict=True))
    return {key: title for key, title in found.items() if key not in entered}


def _decimal(language: Language) -> Decimal | None:
    return st.radio(
        language.text("intake.decimal"),
        DECIMALS,
        index=None,
        format_func=lambda sign: language.text(f"intake.decimal_{sign}"),
        key="upload_decimal",
    )


def _year(sheet: str, language: Language) -> int | None:
    """The year whose members a sheet lists."""
    year = st.number_input(
        escape_markdown(language.text("intake.year", sheet=sheet)),
        min_value=EARLIEST_YEAR,
        max_value=date.today().year + 1,
        value=None,
        step=1,
        placeholder=str(date.today().year),
        key=f"upload_year_{sheet}",
    )
    return None if year is None else int(year)


def _event(sheet: str, known: Mapping[str, str], language: Language) -> str | Row | None:
    """The event that a sheet's guests are of: the id of a ``known`` one, or the row of a new one."""

    def named(event: str) -> str:
        return language.text("intake.event_new") if event == _NEW else known[event]

    chosen = st.selectbox(
        escape_markdown(language.text("intake.event", sheet=sheet)),
        [_NEW, *known],
        index=None,
        format_func=named,
        placeholder=language.text("intake.event_choose"),
        key=f"upload_event_{sheet}",
    )
    return _new_event(sheet, language) if chosen == _NEW else chosen


def _new_event(sheet: str, language: Language) -> Row | None:
    """The row of an event that is entered on the spot; None as long as something lacks."""
    columns = TABLES["events"].by_name
    with st.container(horizontal=True, vertical_alignment="bottom"):
        title = st.text_input(columns["title"].label.in_(language.code), key=f"new_event_title_{sheet}").strip()
        day = st.date_input(
            columns["starts_on"].label.in_(language.code),
            value=None,
            format="DD.MM.YYYY" if language.code == "de" else "YYYY-MM-DD",
            key=f"new_event_day_{sheet}",
        )
        kind = st.selectbox(
            columns["format"].label.in_(language.code),
            _FORMAT.tokens,
            format_func=lambda token: _FORMAT.label_of(token, language.code),
            key=f"new_event_format_{sheet}",
        )
    if not title or not isinstance(day, date):
        st.caption(language.text("intake.event_lacks"))
        return None
    status = "held" if day <= date.today() else "planned"
    return {
        "event_id": event_id_of(title, day),
        "title": title,
        "starts_on": day.isoformat(),
        "format": kind,
        "status": status,
    }
