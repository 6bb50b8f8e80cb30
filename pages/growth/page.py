"""How does the ecosystem grow?"""

from functools import partial

import pandas as pd
import streamlit as st

from analytics.charts import findings
from analytics.charts.growth import growth
from pages.growth.difference import what_changed
from pages.growth.kinds_by_year import kinds_by_year, partner_kinds_by_year
from pages.growth.network_growth import network_growth
from pages.growth.pathway import pathway
from pages.parts.chart import chart
from pages.parts.plain import plain
from pages.parts.questions import answer
from pages.parts.visit import Visit


def show(visit: Visit) -> None:
    """From the beginning to the chosen period's end: the growth as a whole, then one of its sides."""
    st.title(visit.text("growth.question"), anchor=False)
    st.caption(plain(visit.text("growth.span", until=visit.language.date(visit.until))))
    network_growth(visit)
    sections = [name for name in _SECTIONS if name not in _MANAGEMENTS or not visit.view.is_masked]
    if st.session_state.get("section") not in sections:
        st.session_state["section"] = "organisations"
    st.segmented_control(
        visit.text("growth.section"),
        sections,
        format_func=lambda name: visit.text(f"growth.section_{name}"),
        key="section",
        label_visibility="collapsed",
        required=True,
    )
    _SECTIONS[st.session_state["section"]](visit)


def _organisations(visit: Visit) -> None:
    """Who was reached, who stays, which kinds."""
    reached = _begun(answer(visit, "growth_organisations", visit.history))
    if reached.empty:
        st.info(visit.text("growth.no_contacts"), icon=":material/info:")
        return
    chart(visit, "organisations_reached", reached, growth.organisations_reached, findings.organisations_reached)
    periods = visit.history[-len(reached) :]
    arrivals = answer(visit, "growth_arrivals", periods)
    if visit.view.is_masked:
        chart(visit, "arrivals", arrivals, growth.arrivals, findings.arrivals)
        kinds_by_year(visit)
        return
    left, right = st.columns(2)
    with left:
        chart(visit, "arrivals", arrivals, growth.arrivals, findings.arrivals)
    with right:
        retention = answer(visit, "growth_retention", periods)
        chart(visit, "retention", retention, growth.retention, findings.retention, units={"share": "share"})
    kinds = answer(visit, "growth_kinds", periods)
    chart(visit, "kinds_over_time", kinds, partial(growth.kinds_over_time, share=True), findings.kinds_over_time)


def _cooperations(visit: Visit) -> None:
    """How many cooperations are agreed and active, and who works in them."""
    cooperations = _begun(answer(visit, "growth_cooperations", visit.history))
    if cooperations.empty:
        st.info(visit.text("growth.no_cooperations"), icon=":material/info:")
        return
    recorded = answer(visit, "cooperations_recorded").iloc[0]
    st.caption(plain(visit.text("growth.recorded", n=int(recorded["recorded"]), undated=int(recorded["undated"]))))
    if visit.view.is_masked:
        chart(visit, "cooperations_growth", cooperations, growth.cooperations_growth, findings.cooperations_growth)
        partner_kinds_by_year(visit)
        return
    left, right = st.columns(2)
    with left:
        chart(visit, "cooperations_growth", cooperations, growth.cooperations_growth, findings.cooperations_growth)
    with right:
        kinds = answer(visit, "growth_partner_kinds", visit.history[-len(cooperations) :])
        finding = partial(findings.partner_kinds, periods=visit.chosen_names)
        chart(visit, "partner_kinds", kinds, growth.kinds_over_time, finding)


def _begun(frame: pd.DataFrame) -> pd.DataFrame:
    """The periods from the first on in which anything is counted."""
    return frame[frame["cumulative"] > 0].reset_index(drop=True)


_SECTIONS = {
    "organisations": _organisations,
    "pathway": pathway,
    "cooperations": _cooperations,
    "changes": what_changed,
}
"""The sides of growth by their names in the address; only the chosen one is computed."""
_MANAGEMENTS = frozenset({"pathway", "changes"})
"""The sides that speak of single organisations."""
