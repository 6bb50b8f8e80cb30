"""The calendar year of which masked audiences are told: spans that overlap would give away small counts."""

from collections.abc import Sequence

import streamlit as st

from analytics.warehouse import Period, periods_between
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.region.data import counts_over_time, is_finished


def year_choice(context: PageContext) -> Period:
    """The year chosen; where none is, the latest one that is over."""
    first, last = context.view.first_day or context.day, context.view.until_day or context.day
    years = {year.name: year for year in reversed(periods_between(first, last, "year"))}
    if st.session_state.get("year") not in years:
        st.session_state["year"] = _usual(context, list(years.values())).name
    st.selectbox(context.text("region.year"), list(years), key="year", width=200, help=context.text("region.year_help"))
    chosen = years[st.session_state["year"]]
    if not is_finished(context, chosen):
        st.caption(
            escape_markdown(context.text("region.year_running", day=context.language.date(context.view.last_day)))
        )
    return chosen


def _usual(context: PageContext, years: Sequence[Period]) -> Period:
    """The latest year that is over by the end of the visitor's period; where none is, the earliest.

    Where nothing is recorded that is counted over a year, it need not be over: the rest is counted on a day.
    """
    begun = [year for year in years if year <= context.year]
    if begun and not counts_over_time(context):
        return begun[0]
    over = [year for year in begun if is_finished(context, year)]
    return over[0] if over else years[-1]
