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
from pages.parts.plain import plain
from pages.parts.questions import BY_SNAPSHOT
from pages.parts.visit import Visit

_MEASURES = ("cost_per_enterprise", "cost_per_organisation", "cost_per_participation", "cost_per_event")
_UNITS = dict.fromkeys((*RATIOS, "cost_eur", "funding_won"), "eur")


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _economy(view: View, years: list[Period]) -> pd.DataFrame:
    return asked(view, years)


def economy(visit: Visit) -> None:
    """Cost by calendar year where it is known, for the whole network, whatever is chosen above."""
    st.header(visit.text("progress.block_economy"), anchor=False)
    found = _economy(visit.view, visit.years)
    if found.empty:
        st.info(plain(visit.text("progress.no_events")), icon=":material/event_busy:")
        return
    whole = found.iloc[-1]
    told = visit.text(
        "progress.cost_known",
        n=int(whole["events"]),
        known=int(whole["priced_events"]),
        first=str(found["period"].iloc[0]),
    )
    st.markdown(plain(told))
    years = found[found["period"] != SINCE_BEGINNING]
    left, right = st.columns(2)
    with left:
        _cost(visit, years)
    with right:
        label = visit.text("columns.funding_won")
        draw = partial(euros_by_year, column="funding_won", label=label)
        chart(visit, "funding_by_year", years[["period", "funding_won"]], draw, findings.funding_won, units=_UNITS)
    notes = [visit.text("progress.cost_caution")]
    if _running(visit):
        notes.append(visit.text("progress.year_until", date=visit.language.date(visit.view.until_day)))
    st.caption(plain(" ".join(notes)))
    _table(visit, found)


def _running(visit: Visit) -> str | None:
    """The calendar year of the visitor's day, while the data does not reach its end."""
    until = visit.view.until_day
    return visit.year.name if until and until < visit.year.ends_on else None


def _cost(visit: Visit, years: pd.DataFrame) -> None:
    measure = st.segmented_control(
        visit.text("progress.cost_by"),
        _MEASURES,
        default=_MEASURES[0],
        format_func=lambda name: visit.text(f"progress.{name}"),
        key="cost_by",
        wrap=True,
        required=True,
    )
    draw = partial(euros_by_year, column=measure, label=visit.text(f"columns.{measure}"))
    find = partial(findings.cost, measure=measure, running=_running(visit))
    chart(visit, "cost_by_year", years[["period", "priced_events", "cost_eur", measure]], draw, find, units=_UNITS)


def _table(visit: Visit, found: pd.DataFrame) -> None:
    """All years and, as one, the time since the beginning, to take away."""
    since = visit.text("progress.since_year", year=str(found["period"].iloc[0]))
    shown = found.rename(columns={"participations": "participations_counted", "organisations": "organisations_reached"})
    shown = shown.assign(period=[since if period == SINCE_BEGINNING else period for period in found["period"]])
    title = visit.text("progress.economy_table")
    with st.expander(title, icon=":material/table:"):
        st.dataframe(presentable(shown, visit.language, _UNITS), hide_index=True, alt=title, key="economy_table")
        downloads(visit, "economy", shown, title=title, units=_UNITS)
