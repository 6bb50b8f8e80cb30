"""How far the cooperations have come: now, over time, and what moved within the last year."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from analytics.charts.cooperation import findings
from analytics.charts.cooperation.pipeline import STAGES, stages_now, stages_over_time
from analytics.network.stages import STAGES as TOKENS
from analytics.network.stages import moves
from analytics.reports import presentable
from pages.parts.chart import chart
from pages.parts.downloads import downloads
from pages.parts.network_data import ends, network, periods_until, pipeline, year_before
from pages.parts.plain import plain
from pages.parts.visit import Visit

_NAMES = dict(zip(TOKENS, STAGES, strict=True))


def network_stages(visit: Visit) -> None:
    """The stages on the visitor's day beside a year before, what moved in between, and the stages over time."""
    since = year_before(visit.day)
    now = _wide(visit, [since, visit.day])
    left, right = st.columns([2, 3])
    with left:
        chart(visit, "stages_now", now, stages_now, findings.stages_now)
        _moved(visit, since)
    with right:
        periods = periods_until(visit)
        course = _wide(visit, ends(visit, periods)).drop(columns="ends_on")
        course.insert(0, "period", [period.name for period in periods])
        begun = (course.drop(columns="period").sum(axis=1) > 0).cummax()
        chart(
            visit, "stages_over_time", course[begun].reset_index(drop=True), stages_over_time, findings.stages_over_time
        )


def _wide(visit: Visit, days: Sequence[date]) -> pd.DataFrame:
    """One row per day: ends_on, and how many cooperations are at each stage."""
    long = pipeline(visit, days)
    count = len(TOKENS) + 1
    names = [_NAMES.get(stage, stage) for stage in long["stage"].head(count)]
    table = pd.DataFrame(long["cooperations"].to_numpy().reshape(-1, count), columns=names)
    table.insert(0, "ends_on", pd.to_datetime(pd.Series(days)))
    return table


def _moved(visit: Visit, since: date) -> None:
    found = moves(network(visit), since, visit.day)
    if found.empty:
        return
    st.markdown(plain(findings.moved(found, since, visit.language)))
    title = visit.text("cooperation.moves")
    with st.expander(title, icon=":material/table:"):
        named = {
            "earlier_stage": [_name(visit, stage) for stage in found["stage"]],
            "later_stage": [_name(visit, stage) for stage in found["later_stage"]],
            "moved_cooperations": found["cooperations"],
        }
        shown = pd.DataFrame(named)
        st.dataframe(presentable(shown, visit.language), hide_index=True, alt=title, key="table_moves")
        downloads(visit, "stage_moves", shown, title=title)


def _name(visit: Visit, stage: str) -> str:
    return visit.text(f"cooperation.stage_{_NAMES.get(stage, stage)}")
