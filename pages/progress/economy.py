"""The block on economy: what events cost for whom they reached, and the funding won beside it."""

from functools import partial

import pandas as pd
import streamlit as st

from analytics.charts.progress import progress_findings as findings
from analytics.charts.progress.economy import euros_by_year
from analytics.kpis.economy import RATIOS, SINCE_BEGINNING
from analytics.kpis.economy import economy as asked
from analytics.reports import presentable
from analytics.warehouse import Period, View
from pages.parts.chart import chart
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import BY_SNAPSHOT

_MEASURES = ("cost_per_enterprise", "cost_per_organisation", "cost_per_participation", "cost_per_event")
_UNITS = dict.fromkeys((*RATIOS, "cost_eur", "funding_won"), "eur")


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _economy(view: View, years: list[Period]) -> pd.DataFrame:
    return asked(view, years)


def economy(context: PageContext) -> None:
    """Cost by calendar year where it is known, for the whole network, whatever is chosen above."""
    st.header(context.text("progress.block_economy"), anchor=False)
    found = _economy(context.view, context.years)
    if found.empty:
        st.info(escape_markdown(context.text("progress.no_events")), icon=":material/event_busy:")
        return
    whole = found.iloc[-1]
    told = context.text(
        "progress.cost_known",
        n=int(whole["events"]),
        known=int(whole["priced_events"]),
        first=str(found["period"].iloc[0]),
    )
    st.markdown(escape_markdown(told))
    years = found[found["period"] != SINCE_BEGINNING]
    left, right = st.columns(2)
    with left:
        _cost(context, years)
    with right:
        label = context.text("columns.funding_won")
        draw = partial(euros_by_year, column="funding_won", label=label)
        chart(context, "funding_by_year", years[["period", "funding_won"]], draw, findings.funding_won, units=_UNITS)
    st.caption(escape_markdown(context.text("progress.cost_caution")))
    _table(context, found)


def _cost(context: PageContext, years: pd.DataFrame) -> None:
    measure = st.segmented_control(
        context.text("progress.cost_by"),
        _MEASURES,
        default=_MEASURES[0],
        format_func=lambda name: context.text(f"progress.{name}"),
        key="cost_by",
        wrap=True,
        required=True,
    )
    draw = partial(euros_by_year, column=measure, label=context.text(f"columns.{measure}"))
    last = context.incomplete(years)
    find = partial(findings.cost, measure=measure, running=last.name if last else None)
    chart(context, "cost_by_year", years[["period", "priced_events", "cost_eur", measure]], draw, find, units=_UNITS)


def _table(context: PageContext, found: pd.DataFrame) -> None:
    """All years and, as one, the time since the beginning, to take away."""
    since = context.text("progress.since_year", year=str(found["period"].iloc[0]))
    shown = found.rename(columns={"participations": "participations_counted", "organisations": "organisations_reached"})
    shown = shown.assign(period=[since if period == SINCE_BEGINNING else period for period in found["period"]])
    title = context.text("progress.economy_table")
    with st.expander(title, icon=":material/table:"):
        st.dataframe(presentable(shown, context.language, _UNITS), hide_index=True, alt=title, key="economy_table")
        downloads(context, "economy", shown, title=title, units=_UNITS)
