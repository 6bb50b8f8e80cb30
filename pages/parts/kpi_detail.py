"""A KPI opened: what it means, its course, its parts, and the rows behind it."""

import streamlit as st

from analytics.charts import config, describe
from analytics.charts.kpis.kpi import kpi_series, kpi_split
from analytics.kpis import Kpi
from analytics.kpis.catalogue import Split
from analytics.model import ENUMERATIONS
from analytics.model.count_classes import CLASS, NONE
from analytics.reports import presentable
from pages.frame_parts.scope_names import district_names, topic_names
from pages.parts.chart import mark_last, say_incomplete
from pages.parts.definition import definition
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import answer, said_beside, values_of, values_split

_UNITS = {"cost_eur": "eur", "requested_eur": "eur", "approved_eur": "eur", "mix": "index", "no_show_rate": "share"}


def kpi_detail(context: PageContext, kpi: Kpi) -> None:
    """A window over the page."""
    title = escape_markdown(f"{kpi.label.in_(context.language.code)} · {kpi.number}")

    @st.dialog(title, width="large")
    def window() -> None:
        definition(kpi, context.language)
        if said := said_beside(context, kpi):
            st.markdown(escape_markdown(said))
        _course(context, kpi)
        if kpi.splits_for(context.view):
            _split(context, kpi)
        if kpi.rows and not context.view.is_masked:
            _rows(context, kpi, kpi.rows)

    window()


def _course(context: PageContext, kpi: Kpi) -> None:
    st.subheader(context.text("kpis.course"), anchor=False)
    st.caption(
        escape_markdown(context.text(f"kpis.course_{kpi.measured}", grain=context.text(f"scope.{context.grain}")))
    )
    values = values_of(context, kpi, context.trail)
    figure = kpi_series(values, label=kpi.label.in_(context.language.code), unit=kpi.unit, **context.look)
    mark_last(context, values, figure)
    st.plotly_chart(figure, theme=None, config=config(context.language), alt=describe(figure), key="detail_course")
    say_incomplete(context, values)
    parts = ["value"] if values["denominator"].isna().all() else ["value", "numerator", "denominator"]
    table, units = values[["period", *parts]], {"value": kpi.unit}
    with st.expander(context.text("charts_read.table"), icon=":material/table:"):
        st.dataframe(presentable(table, context.language, units), hide_index=True, alt=context.text("kpis.course"))
        downloads(context, kpi.name, table, title=kpi.label.in_(context.language.code), units=units)


def _split(context: PageContext, kpi: Kpi) -> None:
    by: Split = st.segmented_control(
        context.text("kpis.split"),
        kpi.splits_for(context.view),
        default=kpi.splits[0],
        format_func=lambda name: context.text(f"kpis.split_{name}"),
        key=f"split_{kpi.name}",
        required=True,
    )
    names = _segments(context, by)
    values = values_split(context, kpi, by, list(names))
    shown = values.assign(segment=[names[token] for token in values["segment"]])
    shown = shown[[column for column in ("segment", "value", f"value{CLASS}") if column in shown]]
    if context.view.is_masked:
        st.caption(escape_markdown(context.text("kpis.split_year", year=context.year.name)))
        shown = shown[shown[f"value{CLASS}"] != NONE]
    figure = kpi_split(shown, label=kpi.label.in_(context.language.code), unit=kpi.unit, **context.look)
    st.plotly_chart(figure, theme=None, config=config(context.language), alt=describe(figure), key=f"detail_split_{by}")
    st.caption(escape_markdown(context.text("classes.parts" if context.view.is_masked else "kpis.split_note")))
    with st.expander(context.text("charts_read.table"), icon=":material/table:"):
        units = {"value": kpi.unit}
        st.dataframe(presentable(shown, context.language, units), hide_index=True, alt=context.text("kpis.split"))
        downloads(context, f"{kpi.name}_{by}", shown, title=kpi.label.in_(context.language.code), units=units)


def _segments(context: PageContext, by: Split) -> dict[str, str]:
    """The parts that the scope leaves, by token, with their names."""
    if by == "kind":
        kinds = ENUMERATIONS["organisation_kind"]
        found = {token: kinds.label_of(token, context.language.code) for token in kinds.tokens}
    else:
        found = (
            district_names(context.view, context.language)
            if by == "district"
            else topic_names(context.view, context.language)
        )
    chosen = {"kind": context.scope.kinds, "district": context.scope.districts, "topic": context.scope.topics}[by]
    return {token: name for token, name in found.items() if chosen is None or token in chosen}


def _rows(context: PageContext, kpi: Kpi, question: str) -> None:
    rows = answer(context, question, [context.period])
    rows = rows.drop(columns=[column for column in ("event_id",) if column in rows])
    with st.expander(context.text("kpis.rows", n=len(rows)), icon=":material/list:"):
        st.dataframe(
            presentable(rows, context.language, _UNITS), hide_index=True, alt=context.text("kpis.rows", n=len(rows))
        )
        downloads(context, f"{kpi.name}_rows", rows, title=kpi.label.in_(context.language.code), units=_UNITS)
