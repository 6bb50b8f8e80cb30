"""Where do we stand, and what changed?"""

import streamlit as st

from analytics.kpis import changes, kpis_for
from pages.overview.kpi_card import kpi_cards, standings_of
from pages.parts.plain import plain
from pages.parts.visit import Visit


def show(visit: Visit) -> None:
    """What changed, in sentences; then every KPI of the audience as a card."""
    st.title(visit.text("overview.question"), anchor=False)
    standings = standings_of(visit, kpis_for(visit.view.audience))
    _what_changed(visit, changes(standings, visit.day, visit.language))
    kpi_cards(visit, standings)


def _what_changed(visit: Visit, sentences: list[str]) -> None:
    period = visit.text(
        "overview.period",
        first=visit.language.date(visit.period.starts_on),
        last=visit.language.date(visit.day),
    )
    with st.container(border=True, key="changes"):
        st.caption(plain(period))
        if sentences:
            st.markdown("\n".join(f"- {plain(sentence)}" for sentence in sentences))
        else:
            st.markdown(plain(visit.text("overview.quiet")))
