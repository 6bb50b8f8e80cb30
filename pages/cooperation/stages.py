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
from pages.parts.escape_markdown import escape_markdown
from pages.parts.network_data import ends, network, periods_until, pipeline, year_before
from pages.parts.page_context import PageContext

_NAMES = dict(zip(TOKENS, STAGES, strict=True))


def network_stages(context: PageContext) -> None:
    """The stages on the visitor's day beside a year before, what moved in between, and the stages over time."""
    since = year_before(context.day)
    now = _wide(context, [since, context.day])
    left, right = st.columns([2, 3])
    with left:
        chart(context, "stages_now", now, stages_now, findings.stages_now)
        _moved(context, since)
    with right:
        periods = periods_until(context)
        course = _wide(context, ends(context, periods)).drop(columns="ends_on")
        course.insert(0, "period", [period.name for period in periods])
        begun = (course.drop(columns="period").sum(axis=1) > 0).cummax()
        chart(
            context,
            "stages_over_time",
            course[begun].reset_index(drop=True),
            stages_over_time,
            findings.stages_over_time,
        )


def _wide(context: PageContext, days: Sequence[date]) -> pd.DataFrame:
    """One row per day: ends_on, and how many cooperations are at each stage."""
    long = pipeline(context, days)
    count = len(TOKENS) + 1
    names = [_NAMES.get(stage, stage) for stage in long["stage"].head(count)]
    table = pd.DataFrame(long["cooperations"].to_numpy().reshape(-1, count), columns=names)
    table.insert(0, "ends_on", pd.to_datetime(pd.Series(days)))
    return table


def _moved(context: PageContext, since: date) -> None:
    found = moves(network(context), since, context.day)
    if found.empty:
        return
    st.markdown(escape_markdown(findings.moved(found, since, context.language)))
    title = context.text("cooperation.moves")
    with st.expander(title, icon=":material/table:"):
        named = {
            "earlier_stage": [_name(context, stage) for stage in found["stage"]],
            "later_stage": [_name(context, stage) for stage in found["later_stage"]],
            "moved_cooperations": found["cooperations"],
        }
        shown = pd.DataFrame(named)
        st.dataframe(presentable(shown, context.language), hide_index=True, alt=title, key="table_moves")
        downloads(context, "stage_moves", shown, title=title)


def _name(context: PageContext, stage: str) -> str:
    return context.text(f"cooperation.stage_{_NAMES.get(stage, stage)}")
