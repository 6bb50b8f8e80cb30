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
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import answer


def show(context: PageContext) -> None:
    """From the beginning to the chosen period's end: the growth as a whole, then one of its sides."""
    st.title(context.text("growth.question"), anchor=False)
    st.caption(escape_markdown(context.text("growth.span")))
    network_growth(context)
    sections, usual = _offered(context)
    if st.session_state.get("section") not in sections:
        st.session_state["section"] = usual
    st.segmented_control(
        context.text("growth.section"),
        sections,
        format_func=lambda name: context.text(f"growth.section_{name}"),
        key="section",
        label_visibility="collapsed",
        required=True,
    )
    _SECTIONS[st.session_state["section"]](context)


def _offered(context: PageContext) -> tuple[list[str], str]:
    """The sides for the audience, and the one that opens.

    Where only cooperations are recorded nobody is known to be reached: that side is left out, and theirs opens.
    """
    sections = [name for name in _SECTIONS if name not in _MANAGEMENTS or not context.view.is_masked]
    without = context.view.views_without_facts
    if "contacts" not in without or "cooperations" in without:
        return sections, "organisations"
    st.info(context.text("growth.no_contacts"), icon=":material/info:")
    return [name for name in sections if name != "organisations"], "cooperations"


def _organisations(context: PageContext) -> None:
    """Who was reached, who stays, which kinds."""
    reached = _begun(answer(context, "growth_organisations", context.history))
    if reached.empty:
        st.info(context.text("growth.no_contacts"), icon=":material/info:")
        return
    chart(context, "organisations_reached", reached, growth.organisations_reached, findings.organisations_reached)
    periods = context.history[-len(reached) :]
    arrivals = answer(context, "growth_arrivals", periods)
    if context.view.is_masked:
        chart(context, "arrivals", arrivals, growth.arrivals, findings.arrivals)
        kinds_by_year(context)
        return
    left, right = st.columns(2)
    with left:
        chart(context, "arrivals", arrivals, growth.arrivals, findings.arrivals)
    with right:
        retention = answer(context, "growth_retention", periods)
        chart(context, "retention", retention, growth.retention, findings.retention, units={"share": "share"})
    kinds = answer(context, "growth_kinds", periods)
    chart(context, "kinds_over_time", kinds, partial(growth.kinds_over_time, share=True), findings.kinds_over_time)


def _cooperations(context: PageContext) -> None:
    """How many cooperations are agreed and active, and who works in them."""
    cooperations = _begun(answer(context, "growth_cooperations", context.history))
    if cooperations.empty:
        st.info(context.text("growth.no_cooperations"), icon=":material/info:")
        return
    recorded = answer(context, "cooperations_recorded").iloc[0]
    st.caption(
        escape_markdown(context.text("growth.recorded", n=int(recorded["recorded"]), undated=int(recorded["undated"])))
    )
    if context.view.is_masked:
        chart(context, "cooperations_growth", cooperations, growth.cooperations_growth, findings.cooperations_growth)
        partner_kinds_by_year(context)
        return
    left, right = st.columns(2)
    with left:
        chart(context, "cooperations_growth", cooperations, growth.cooperations_growth, findings.cooperations_growth)
    with right:
        kinds = answer(context, "growth_partner_kinds", context.history[-len(cooperations) :])
        finding = partial(findings.partner_kinds, periods=context.chosen_names)
        chart(context, "partner_kinds", kinds, growth.kinds_over_time, finding)


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
