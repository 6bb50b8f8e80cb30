"""One measure of the network over time, beside what chance would give."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from analytics.charts.cooperation import cooperation as charts
from analytics.charts.cooperation import findings
from analytics.charts.cooperation.network_measures import BY_NAME, Measure
from pages.parts.chart import chart
from pages.parts.network_data import ends, measured, periods_until
from pages.parts.page_context import PageContext

_SLOW = frozenset({"clustering_expected"})
"""Drawing random networks takes longer than all the rest together; so only for a day a year."""


def measure_history(context: PageContext, every: Sequence[Measure], *, cumulative: bool) -> None:
    """The measure that is chosen of ``every``, up to the visitor's day."""
    name = st.selectbox(
        context.text("cooperation.measure"),
        [measure.name for measure in every],
        format_func=lambda name: context.text(f"network.{name}"),
        key="network_measure",
    )
    measure = BY_NAME[name]
    periods = periods_until(context)
    days = ends(context, periods)
    frame = pd.DataFrame({"period": [period.name for period in periods]})
    frame["value"] = measured(context, [name], days, cumulative=cumulative)[name]
    if measure.expected:
        places = _yearly(days) if measure.expected in _SLOW else list(range(len(days)))
        with st.spinner(context.text("cooperation.computing")):
            chance = measured(context, [measure.expected], [days[place] for place in places], cumulative=cumulative)
        frame["expected"] = pd.Series(chance[measure.expected].to_numpy(), index=places)
    begun = frame["value"].notna() & (measured(context, ["nodes"], days, cumulative=cumulative)["nodes"] > 0)
    frame = frame[begun.cummax()].reset_index(drop=True)
    label = context.text(f"network.{name}")
    chart(
        context,
        "measure_history",
        frame,
        partial(charts.measure_history, label=label, unit=measure.unit),
        partial(findings.measure_history, label=label, unit=measure.unit),
        units={"value": measure.unit, "expected": measure.unit},
    )


def _yearly(days: Sequence[date]) -> list[int]:
    """The places of the last day of each year."""
    return sorted({day.year: place for place, day in enumerate(days)}.values())
