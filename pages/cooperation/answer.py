"""The answer first: does the region grow together, who holds it together, how mixed is it."""

import streamlit as st

from analytics.charts.cooperation import findings
from pages.parts.network_data import brokers_on, measured, network_on, year_before
from pages.parts.plain import plain
from pages.parts.questions import answer
from pages.parts.visit import Visit

_TOLD = ("nodes", "ties", "largest_component_share", "cross_sector_share", "cross_sector_expected")
_FEW = 5


def network_answer(visit: Visit) -> None:
    """Two or three plain sentences on the visitor's day, and what they speak of."""
    frame = measured(visit, _TOLD, [year_before(visit.day), visit.day])
    verdict, *numbers = findings.growing_together(frame, visit.language)
    others = [findings.mixed(frame, visit.language)]
    if not visit.view.is_masked:
        others.insert(0, findings.holding_together(brokers_on(visit), visit.language))
    with st.container(border=True, key="network_answer"):
        st.subheader(plain(verdict), anchor=False)
        for sentence in (*numbers, *others):
            if sentence:
                st.markdown(plain(sentence))
        st.caption(plain(_counted(visit)))


def _counted(visit: Visit) -> str:
    """What is counted, what is left out, and how far it can be trusted."""
    coordinator = "with_coordinator" if visit.scope.with_coordinator else "without_coordinator"
    told = [
        visit.text("cooperation.stand", day=visit.language.date(visit.day)),
        visit.text(f"cooperation.{coordinator}"),
    ]
    if not visit.scope.is_everything:
        told.append(visit.text("cooperation.narrowed"))
    undated = int(answer(visit, "cooperations_recorded").iloc[0]["undated"])
    if undated:
        told.append(visit.text("cooperation.undated", n=undated))
    if 0 < len(network_on(visit).nodes) < _FEW:
        told.append(visit.text("cooperation.few"))
    return " ".join(told)
