"""A KPI opened: what it means, its course, its parts, and the rows behind it."""

import streamlit as st

from analytics.charts import config, describe
from analytics.charts.kpis.kpi import kpi_series, kpi_split
from analytics.kpis import Kpi
from analytics.kpis.catalogue import Split
from analytics.model import ENUMERATIONS
from analytics.reports import presentable
from pages.frame_parts.scope_names import district_names, topic_names
from pages.parts.definition import definition
from pages.parts.downloads import downloads
from pages.parts.plain import plain
from pages.parts.questions import answer, values_of, values_split
from pages.parts.visit import Visit

_UNITS = {"cost_eur": "eur", "requested_eur": "eur", "approved_eur": "eur", "mix": "index", "no_show_rate": "share"}


def kpi_detail(visit: Visit, kpi: Kpi) -> None:
    """A window over the page."""
    title = plain(f"{kpi.label.in_(visit.language.code)} · {kpi.number}")

    @st.dialog(title, width="large")
    def window() -> None:
        definition(kpi, visit.language)
        _course(visit, kpi)
        if kpi.splits_for(visit.view):
            _split(visit, kpi)
        if kpi.rows and not visit.view.is_masked:
            _rows(visit, kpi, kpi.rows)

    window()


def _course(visit: Visit, kpi: Kpi) -> None:
    st.subheader(visit.text("kpis.course"), anchor=False)
    st.caption(plain(visit.text(f"kpis.course_{kpi.measured}", grain=visit.text(f"scope.{visit.grain}"))))
    values = values_of(visit, kpi, visit.trail)
    figure = kpi_series(values, label=kpi.label.in_(visit.language.code), unit=kpi.unit, **visit.look)
    st.plotly_chart(figure, theme=None, config=config(visit.language), alt=describe(figure), key="detail_course")
    parts = ["value"] if values["denominator"].isna().all() else ["value", "numerator", "denominator"]
    table, units = values[["period", *parts]], {"value": kpi.unit}
    with st.expander(visit.text("charts_read.table"), icon=":material/table:"):
        st.dataframe(presentable(table, visit.language, units), hide_index=True, alt=visit.text("kpis.course"))
        downloads(visit, kpi.name, table, title=kpi.label.in_(visit.language.code), units=units)


def _split(visit: Visit, kpi: Kpi) -> None:
    by: Split = st.segmented_control(
        visit.text("kpis.split"),
        kpi.splits_for(visit.view),
        default=kpi.splits[0],
        format_func=lambda name: visit.text(f"kpis.split_{name}"),
        key=f"split_{kpi.name}",
        required=True,
    )
    names = _segments(visit, by)
    values = values_split(visit, kpi, by, list(names))
    shown = values.assign(segment=[names[token] for token in values["segment"]])
    shown = shown[[column for column in ("segment", "value", "value_hidden") if column in shown]]
    if visit.view.is_masked:
        st.caption(plain(visit.text("kpis.split_year", year=visit.year.name)))
        shown = shown[(shown["value"] != 0) | (shown["value_hidden"] != "")]
    figure = kpi_split(shown, label=kpi.label.in_(visit.language.code), unit=kpi.unit, **visit.look)
    st.plotly_chart(figure, theme=None, config=config(visit.language), alt=describe(figure), key=f"detail_split_{by}")
    st.caption(plain(visit.text("kpis.withheld" if visit.view.is_masked else "kpis.split_note")))
    with st.expander(visit.text("charts_read.table"), icon=":material/table:"):
        units = {"value": kpi.unit}
        st.dataframe(presentable(shown, visit.language, units), hide_index=True, alt=visit.text("kpis.split"))
        downloads(visit, f"{kpi.name}_{by}", shown, title=kpi.label.in_(visit.language.code), units=units)


def _segments(visit: Visit, by: Split) -> dict[str, str]:
    """The parts that the scope leaves, by token, with their names."""
    if by == "kind":
        kinds = ENUMERATIONS["organisation_kind"]
        found = {token: kinds.label_of(token, visit.language.code) for token in kinds.tokens}
    else:
        found = (
            district_names(visit.view, visit.language) if by == "district" else topic_names(visit.view, visit.language)
        )
    chosen = {"kind": visit.scope.kinds, "district": visit.scope.districts, "topic": visit.scope.topics}[by]
    return {token: name for token, name in found.items() if chosen is None or token in chosen}


def _rows(visit: Visit, kpi: Kpi, question: str) -> None:
    rows = answer(visit, question, [visit.period])
    rows = rows.drop(columns=[column for column in ("event_id",) if column in rows])
    with st.expander(visit.text("kpis.rows", n=len(rows)), icon=":material/list:"):
        st.dataframe(
            presentable(rows, visit.language, _UNITS), hide_index=True, alt=visit.text("kpis.rows", n=len(rows))
        )
        downloads(visit, f"{kpi.name}_rows", rows, title=kpi.label.in_(visit.language.code), units=_UNITS)
