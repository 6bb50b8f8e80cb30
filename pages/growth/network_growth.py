"""The network's growth beside the participations', over one time axis with the events on it."""

from functools import partial

import pandas as pd
import streamlit as st

from analytics.charts.growth import findings
from analytics.charts.growth import network_growth as charts
from analytics.network.history import history
from analytics.warehouse import Period, Scope, View
from pages.parts.chart import chart
from pages.parts.network_data import counted_network, periods_until
from pages.parts.page_context import PageContext
from pages.parts.questions import BY_SNAPSHOT, answer

_COUNTED = ("participations", "reached", "nodes", "ties")


def network_growth(context: PageContext) -> None:
    """From the first period in which anything is counted; nothing where there is none."""
    periods = periods_until(context)
    contacts = answer(context, "pathway_participations", periods)
    grown = contacts.merge(_grown(context.view, context.scope, periods), on="period")
    grown = grown[grown[list(_COUNTED)].gt(0).any(axis=1).cummax()].reset_index(drop=True)
    if grown.empty:
        return
    unknown = [column for column in _COUNTED if not grown[column].any()]
    first = next(period.starts_on for period in periods if period.name == grown["period"].iloc[0])
    events = answer(context, "events", [Period(first, periods[-1].ends_on, "grown")])
    held = events[(events["status"] == "held") & (events["starts_on"] <= pd.Timestamp(context.day))]
    held = held[["starts_on", "title", "format"]]
    draw = partial(charts.network_growth, events=held)
    find = partial(findings.network_growth, periods=context.chosen_names)
    chart(context, "network_growth", grown.drop(columns=unknown), draw, find)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _grown(view: View, scope: Scope, periods: list[Period]) -> pd.DataFrame:
    """One row per period: its name, the day on which it is measured (ends_on), and the nodes and ties of that day."""
    days = [view.measured_on(period) for period in periods]
    found = history(counted_network(view, scope), days, chosen=("nodes", "ties"))
    return found.rename(columns={"day": "ends_on"}).assign(period=[period.name for period in periods])
