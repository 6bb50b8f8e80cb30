"""The answer first: does the region grow together, who holds it together, how mixed is it."""

import streamlit as st

from analytics.charts.cooperation import findings
from analytics.model.limits import MOST_MEMBERS
from pages.parts.escape_markdown import escape_markdown
from pages.parts.network_data import brokers_on, estimates, measured, network_on, year_before
from pages.parts.page_context import PageContext
from pages.parts.questions import answer

_TOLD = ("nodes", "ties", "largest_component_share", "cross_sector_share", "cross_sector_expected")
_FEW = 5


def network_answer(context: PageContext) -> None:
    """Two or three plain sentences on the visitor's day, and what they speak of."""
    frame = measured(context, _TOLD, [year_before(context.day), context.day])
    verdict, *numbers = findings.growing_together(frame, context.language)
    others = [findings.mixed(frame, context.language)]
    if not context.view.is_masked:
        others.insert(0, findings.holding_together(brokers_on(context), context.language))
    with st.container(border=True, key="network_answer"):
        st.subheader(escape_markdown(verdict), anchor=False)
        for sentence in (*numbers, *others):
            if sentence:
                st.markdown(escape_markdown(sentence))
        st.caption(escape_markdown(_counted(context)))


def _counted(context: PageContext) -> str:
    """What is counted, what is left out, and how far it can be trusted."""
    coordinator = "with_coordinator" if context.scope.with_coordinator else "without_coordinator"
    told = [
        context.text("cooperation.stand", day=context.language.date(context.day)),
        context.text(f"cooperation.{coordinator}"),
    ]
    if not context.scope.is_everything:
        told.append(context.text("cooperation.narrowed"))
    recorded = answer(context, "cooperations_recorded").iloc[0]
    for left_out in ("undated", "one_sided", "contradictory"):
        if count := int(recorded[left_out]):
            told.append(context.text(f"cooperation.{left_out}", n=count))
    if large := int(answer(context, "large_cooperations").iloc[0]["cooperations"]):
        told.append(context.text("cooperation.large", n=large, most=MOST_MEMBERS))
    if not context.view.is_masked:
        told += estimates(context, ("betweenness",))
    if 0 < len(network_on(context).nodes) < _FEW:
        told.append(context.text("cooperation.few"))
    return " ".join(told)
