"""The map of one measure, which opens a district when it is clicked, and beside it the districts by rank."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.charts import config, describe
from analytics.charts.region import findings as region_findings
from analytics.charts.region import region
from analytics.charts.region.areas import OUTSIDE
from analytics.model.count_classes import CLASS
from analytics.warehouse.outlines import SOURCE
from pages.parts.chart import beneath
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.region.choice import RegionChoice
from pages.region.data import compared_until, measured, shapes
from pages.region.outside import outside


def district_counts(context: PageContext, choice: RegionChoice, outlined: Sequence[str]) -> None:
    """The map of the area, the districts by rank, and what lies outside the map."""
    frame = measured(context, choice.measure)
    area = choice.of(frame)
    left, right = st.columns([3, 2])
    with left:
        _map(context, choice, area, outlined)
    with right:
        _ranking(context, choice, frame, area)
        outside(context, frame, choice)


def _map(context: PageContext, choice: RegionChoice, area: pd.DataFrame, outlined: Sequence[str]) -> None:
    finding = region_findings.district_map(area, context.language, measure=choice.measure, relative=choice.is_relative)
    opened = st.session_state.get("district")
    figure = region.district_map(
        area,
        shapes=shapes(),
        measure=choice.measure,
        relative=choice.is_relative,
        chosen=list(dict.fromkeys([*outlined, *([opened] if opened else [])])),
        **context.look,
    )
    with st.container(border=True, key="chart_district_map"):
        st.subheader(escape_markdown(finding), anchor=False)
        st.plotly_chart(
            figure,
            theme=None,
            height="stretch",
            config=config(context.language),
            alt=describe(figure),
            key="district_map",
            on_select=open_clicked,
            selection_mode="points",
        )
        is_in_classes = f"count{CLASS}" in area
        st.caption(escape_markdown(context.text(f"charts_read.district_map{'_in_classes' if is_in_classes else ''}")))
        if outlined:
            st.caption(escape_markdown(context.text("region.all_districts")))
        st.caption(SOURCE)


def open_clicked() -> None:
    """Open the district that was clicked on the map; clicked once more, it is closed."""
    points = st.session_state["district_map"]["selection"]["points"]
    clicked = next((str(point["customdata"]) for point in points if point.get("customdata")), None)
    st.session_state["district"] = None if clicked == st.session_state.get("district") else clicked


def _ranking(context: PageContext, choice: RegionChoice, frame: pd.DataFrame, area: pd.DataFrame) -> None:
    until = compared_until(context, choice.measure)
    finding = region_findings.district_ranking(area, context.language, measure=choice.measure, until=until)
    figure = region.district_ranking(area, measure=choice.measure, relative=choice.is_relative, **context.look)
    with st.container(border=True, key="chart_district_ranking"):
        st.subheader(escape_markdown(finding), anchor=False)
        st.plotly_chart(
            figure, theme=None, config=config(context.language), alt=describe(figure), key="figure_district_ranking"
        )
        beneath(context, "district_ranking", _table(context, choice, frame, area), finding)
        if f"count{CLASS}" in area:
            st.caption(escape_markdown(context.text("classes.parts")))


def _table(context: PageContext, choice: RegionChoice, frame: pd.DataFrame, area: pd.DataFrame) -> pd.DataFrame:
    """All of the area's districts by rank, and then what lies outside the state."""
    if f"count{CLASS}" in area:
        ranked = region.by_class(area)
    else:
        ranked = area.sort_values([choice.column, "name"], ascending=[False, True], na_position="last")
    rows = pd.concat([ranked, frame[frame["district"].isin(OUTSIDE)]], ignore_index=True)
    rows = rows.assign(
        ags5=rows["district"].where(~rows["district"].isin(OUTSIDE)), district=rows["name"].fillna(rows["district"])
    )
    unused = ["name", "type", "is_core", "is_westfalen"]
    if context.view.is_masked:
        unused += ["known", "per_hundred", *(["change"] if f"count{CLASS}" in area else [])]
    table = rows.drop(columns=unused)
    if f"count{CLASS}" in area:
        table = table.rename(columns={"count": "in_year", f"count{CLASS}": f"in_year{CLASS}"})
    first = ["ags5", "district"]
    return table[[*first, *(column for column in table.columns if column not in first)]]
