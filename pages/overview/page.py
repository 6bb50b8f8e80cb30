"""Where do we stand, and what changed?"""

import streamlit as st

from analytics.kpis import changes, kpis_for
from pages.overview.kpi_card import kpi_cards, standings_of
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext


def show(context: PageContext) -> None:
    """What changed, in sentences; then every KPI of the audience as a card."""
    st.title(context.text("overview.question"), anchor=False)
    standings = standings_of(context, kpis_for(context.view.audience))
    _what_changed(context, changes(standings, context.day, context.language))
    kpi_cards(context, standings)


def _what_changed(context: PageContext, sentences: list[str]) -> None:
    period = context.text(
        "overview.period",
        first=context.language.date(context.period.starts_on),
        last=context.language.date(context.day),
    )
    with st.container(border=True, key="changes"):
        st.caption(escape_markdown(period))
        if sentences:
            st.markdown("\n".join(f"- {escape_markdown(sentence)}" for sentence in sentences))
        else:
            st.markdown(escape_markdown(context.text("overview.quiet")))
