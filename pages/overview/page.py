"""Where do we stand, and what changed?"""

import streamlit as st

from analytics.kpis import changes, kpis_for
from analytics.warehouse import Period
from pages.frame_parts.period_choice import usual_period
from pages.overview.kpi_card import kpi_cards, standings_of
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext


def show(context: PageContext) -> None:
    """What changed, in sentences; then every KPI of the audience as a card."""
    st.title(context.text("overview.question"), anchor=False)
    standings = standings_of(context, kpis_for(context.view.audience))
    is_compared = any(standing.change is not None for standing in standings)
    _what_changed(context, changes(standings, context.day, context.language), is_compared)
    kpi_cards(context, standings)


def _what_changed(context: PageContext, sentences: list[str], is_compared: bool) -> None:
    period = context.text(
        "overview.period",
        first=context.language.date(context.period.starts_on),
        last=context.language.date(context.day),
    )
    with st.container(border=True, key="changes"):
        st.caption(escape_markdown(period))
        if not sentences:
            _quiet(context)
            return
        st.markdown("\n".join(f"- {escape_markdown(sentence)}" for sentence in sentences))
        if not is_compared and context.view.first_day:
            begins = context.language.date(context.view.first_day)
            st.caption(escape_markdown(context.text("overview.not_compared", date=begins)))


def _quiet(context: PageContext) -> None:
    """That nothing is recorded, and the way to the last period of which something is."""
    st.markdown(escape_markdown(context.text("overview.quiet")))
    first, last = usual_period(context.view)
    if first is None or last is None:
        return
    usual = Period.spanning(Period.parse(first), Period.parse(last))
    if (usual.starts_on, usual.ends_on) != (context.period.starts_on, context.period.ends_on):

        def choose() -> None:
            st.session_state["from"], st.session_state["until"] = first, last

        span = {"first": context.language.date(usual.starts_on), "last": context.language.date(usual.ends_on)}
        told = context.text("overview.to_last_period", **span)
        st.button(escape_markdown(told), icon=":material/history:", key="to_last_period", on_click=choose)
