"""One district: its numbers, its organisations, and for management its events, cooperations and ties as well."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from analytics.language.language import UNDEFINED
from analytics.reports import presentable
from pages.parts.organisation_table import organisation_table
from pages.parts.plain import plain
from pages.parts.questions import answer
from pages.parts.visit import Visit
from pages.region.choice import RegionChoice
from pages.region.data import change_words, measured, names_of, offered, ties
from pages.region.ties import table_of

_LISTED = ("name", "kind", "first_contact_on", "events_attended", "consultations", "partners", "cooperations_now")


def district_panel(visit: Visit, choice: RegionChoice) -> None:
    """The box in which a district is chosen, which a click on the map does as well, and the district itself."""
    names = names_of(visit)
    frame = measured(visit, offered(visit)[0])
    options = sorted(choice.of(frame)["district"], key=lambda district: names[district])
    opened = st.session_state.get("district")
    if opened is not None and opened not in options:
        known = opened in set(frame["district"][frame["name"].notna()])
        options, opened = ([*options, opened], opened) if known else (options, None)
        st.session_state["district"] = opened
    st.selectbox(
        visit.text("region.open"),
        options,
        index=None,
        format_func=lambda district: names[district],
        key="district",
        placeholder=visit.text("region.open_placeholder"),
        width=420,
    )
    if opened is not None:
        with st.container(border=True, key="region_district"):
            _district(visit, opened, names)


def _district(visit: Visit, district: str, names: dict[str, str]) -> None:
    st.header(plain(names[district]), anchor=False)
    st.caption(plain(_about(visit, _row(visit, offered(visit)[0], district))))
    _actions(visit, district)
    _numbers(visit, district)
    if visit.view.is_masked:
        _organisations(visit, "region.tab_named", _here(visit, "organisations_named", names[district]))
    else:
        _lists(visit, district, names[district])


def _lists(visit: Visit, district: str, name: str) -> None:
    """What the management sees of a district, one list behind the other."""
    organisations = _here(visit, "organisations_directory", name)
    events = answer(visit, "region_events", [visit.period], district=district)
    cooperations = answer(visit, "region_cooperations", [visit.period], district=district)
    every = ties(visit)
    tied = table_of(every[(every["district"] == district) | (every["partner_district"] == district)])
    counts = {
        "organisations": len(organisations),
        "events": len(events),
        "cooperations": len(cooperations),
        "ties": int(tied["ties"].sum()),
    }
    titles = [visit.text(f"region.tab_{name}", n=count) for name, count in counts.items()]
    first, second, third, fourth = st.tabs(titles)
    with first:
        _organisations(visit, "region.tab_organisations", organisations)
    for tab, title, rows in ((second, titles[1], events), (third, titles[2], cooperations), (fourth, titles[3], tied)):
        with tab:
            _rows(visit, title, rows)


def _row(visit: Visit, measure: str, district: str) -> dict[Hashable, Any]:
    frame = measured(visit, measure)
    return frame[frame["district"] == district].to_dict("records")[0]


def _about(visit: Visit, row: dict[Hashable, Any]) -> str:
    facts = [visit.text("region.type_city" if row["type"] == "Kreisfreie Stadt" else "region.type_county")]
    facts += [visit.text("region.core")] if row["is_core"] else []
    facts += [visit.text("region.westphalia")] if row["is_westfalen"] else []
    return " · ".join(facts)


def _actions(visit: Visit, district: str) -> None:
    def narrow() -> None:
        st.session_state["districts"] = [district]

    def widen() -> None:
        st.session_state["districts"] = []

    def close() -> None:
        st.session_state["district"] = None

    with st.container(horizontal=True):
        if not visit.view.is_masked:
            if st.session_state.get("districts") == [district]:
                st.button(visit.text("region.widen"), icon=":material/filter_alt_off:", on_click=widen)
            else:
                st.button(visit.text("region.narrow"), icon=":material/filter_alt:", on_click=narrow)
        st.button(visit.text("region.close"), icon=":material/close:", on_click=close, type="tertiary")


def _numbers(visit: Visit, district: str) -> None:
    """Each measure, with its change against the year before where that is known."""
    with st.container(horizontal=True, key="region_numbers"):
        for measure in offered(visit):
            row = _row(visit, measure, district)
            sign = row.get("count_hidden") or UNDEFINED
            change = row["change"]
            st.metric(
                visit.text(f"region.measure_{measure}"),
                sign if pd.isna(row["count"]) else visit.language.number(row["count"]),
                delta=None if pd.isna(change) else change_words(visit, change),
                delta_color="off",
                delta_arrow="off",
            )


def _here(visit: Visit, question: str, name: str) -> pd.DataFrame:
    """The rows of a question about organisations that are based in the district of this name."""
    everybody = answer(visit, question, [visit.period])
    return everybody[everybody["district"] == name]


def _organisations(visit: Visit, title: str, here: pd.DataFrame) -> None:
    if here.empty:
        st.caption(plain(visit.text("region.none_here")))
        return
    shown = here[[column for column in _LISTED if column in here and here[column].notna().any()]]
    organisation_table(visit, "region_organisations", shown, alt=visit.text(title, n=len(here)))


def _rows(visit: Visit, title: str, rows: pd.DataFrame) -> None:
    if rows.empty:
        st.caption(plain(visit.text("region.none_here")))
        return
    st.dataframe(presentable(rows, visit.language), hide_index=True, alt=title)
