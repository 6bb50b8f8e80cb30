"""One district: its numbers, its organisations, and for management its events, cooperations and ties as well."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from analytics.reports import presentable
from pages.parts.escape_markdown import escape_markdown
from pages.parts.organisation_table import organisation_table
from pages.parts.page_context import PageContext
from pages.parts.questions import answer
from pages.region.choice import RegionChoice
from pages.region.data import change_words, measured, names_of, offered, ties, told_count
from pages.region.ties import table_of

_LISTED = ("name", "kind", "first_contact_on", "events_attended", "consultations", "partners", "cooperations_now")


def district_panel(context: PageContext, choice: RegionChoice) -> None:
    """The box in which a district is chosen, which a click on the map does as well, and the district itself."""
    names = names_of(context)
    frame = measured(context, offered(context)[0])
    options = sorted(choice.of(frame)["district"], key=lambda district: names[district])
    opened = st.session_state.get("district")
    if opened is not None and opened not in options:
        known = opened in set(frame["district"][frame["name"].notna()])
        options, opened = ([*options, opened], opened) if known else (options, None)
        st.session_state["district"] = opened
    st.selectbox(
        context.text("region.open"),
        options,
        index=None,
        format_func=lambda district: names[district],
        key="district",
        placeholder=context.text("region.open_placeholder"),
        width=420,
    )
    if opened is not None:
        with st.container(border=True, key="region_district"):
            _district(context, opened, names)


def _district(context: PageContext, district: str, names: dict[str, str]) -> None:
    st.header(escape_markdown(names[district]), anchor=False)
    st.caption(escape_markdown(_about(context, _row(context, offered(context)[0], district))))
    _actions(context, district)
    _numbers(context, district)
    if context.view.is_masked:
        _organisations(context, "region.tab_named", _here(context, "organisations_named", names[district]))
    else:
        _lists(context, district, names[district])


def _lists(context: PageContext, district: str, name: str) -> None:
    """What the management sees of a district, one list behind the other."""
    organisations = _here(context, "organisations_directory", name)
    events = answer(context, "region_events", [context.period], district=district)
    cooperations = answer(context, "region_cooperations", [context.period], district=district)
    every = ties(context)
    tied = table_of(every[(every["district"] == district) | (every["partner_district"] == district)])
    counts = {
        "organisations": len(organisations),
        "events": len(events),
        "cooperations": len(cooperations),
        "ties": int(tied["ties"].sum()),
    }
    titles = [context.text(f"region.tab_{name}", n=count) for name, count in counts.items()]
    first, second, third, fourth = st.tabs(titles)
    with first:
        _organisations(context, "region.tab_organisations", organisations)
    for tab, title, rows in ((second, titles[1], events), (third, titles[2], cooperations), (fourth, titles[3], tied)):
        with tab:
            _rows(context, title, rows)


def _row(context: PageContext, measure: str, district: str) -> dict[Hashable, Any]:
    frame = measured(context, measure)
    return frame[frame["district"] == district].to_dict("records")[0]


def _about(context: PageContext, row: dict[Hashable, Any]) -> str:
    facts = [context.text("region.type_city" if row["type"] == "Kreisfreie Stadt" else "region.type_county")]
    facts += [context.text("region.core")] if row["is_core"] else []
    facts += [context.text("region.westphalia")] if row["is_westfalen"] else []
    return " · ".join(facts)


def _actions(context: PageContext, district: str) -> None:
    def narrow() -> None:
        st.session_state["districts"] = [district]

    def widen() -> None:
        st.session_state["districts"] = []

    def close() -> None:
        st.session_state["district"] = None

    with st.container(horizontal=True):
        if not context.view.is_masked:
            if st.session_state.get("districts") == [district]:
                st.button(context.text("region.widen"), icon=":material/filter_alt_off:", on_click=widen)
            else:
                st.button(context.text("region.narrow"), icon=":material/filter_alt:", on_click=narrow)
        st.button(context.text("region.close"), icon=":material/close:", on_click=close, type="tertiary")


def _numbers(context: PageContext, district: str) -> None:
    """Each measure, with its change against the year before where that is known."""
    with st.container(horizontal=True, key="region_numbers"):
        for measure in offered(context):
            row = _row(context, measure, district)
            change = row["change"]
            st.metric(
                context.text(f"region.measure_{measure}"),
                told_count(context, row),
                delta=None if pd.isna(change) else change_words(context, change, measure),
                delta_color="off",
                delta_arrow="off",
            )


def _here(context: PageContext, question: str, name: str) -> pd.DataFrame:
    """The rows of a question about organisations that are based in the district of this name."""
    everybody = answer(context, question, [context.period])
    return everybody[everybody["district"] == name]


def _organisations(context: PageContext, title: str, here: pd.DataFrame) -> None:
    if here.empty:
        st.caption(escape_markdown(context.text("region.none_here")))
        return
    shown = here[[column for column in _LISTED if column in here and here[column].notna().any()]]
    organisation_table(context, "region_organisations", shown, alt=context.text(title, n=len(here)))


def _rows(context: PageContext, title: str, rows: pd.DataFrame) -> None:
    if rows.empty:
        st.caption(escape_markdown(context.text("region.none_here")))
        return
    st.dataframe(presentable(rows, context.language), hide_index=True, alt=title)
