"""A finding with its chart: put together from a frame, in the same way for every chart of the report."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import pandas as pd
import plotly.graph_objects as go

from analytics.charts import Theme, describe
from analytics.charts.axes import numbers
from analytics.charts.incomplete import mark_incomplete
from analytics.kpis import CATALOGUE
from analytics.language import Language
from analytics.model.count_classes import CLASS
from analytics.reports.presentable import presentable, untold
from analytics.reports.progress.content import Basis, Figure, NativeChart, Series, Table
from analytics.reports.progress.periods import incomplete_note
from analytics.warehouse import incomplete

Finding = Callable[[pd.DataFrame, Language], str]


class Drawing(Protocol):
    """A function of :mod:`analytics.charts`."""

    def __call__(self, frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
        """The figure of ``frame``."""
        ...


def figure(
    basis: Basis,
    name: str,
    frame: pd.DataFrame,
    draw: Drawing,
    find: Finding,
    chart: NativeChart | None,
    *,
    kpis: Sequence[str] = (),
    units: Mapping[str, str] | None = None,
    caption: str | None = None,
    note: str = "",
    remark: str = "",
    chart_caption: str = "",
    shown: pd.DataFrame | None = None,
) -> Figure:
    """The finding of ``frame``, as ``draw`` draws it; ``kpis`` are the KPIs whose definitions explain it.

    ``shown`` is what its table holds, where that is not all of the frame.
    """
    language = basis.language
    figure = draw(frame, language=language, theme="light")
    if "period" in frame and (last := incomplete(frame["period"], basis.day)):
        mark_incomplete(figure, last.name, language=language, theme="light")
        note = f"{note} {incomplete_note(basis, [last.name])}".strip()
    return Figure(
        name=name,
        title=find(frame, language).rstrip("."),
        caption=caption if caption is not None else language.text(f"charts_read.{name}"),
        alt=describe(figure),
        draw=lambda: figure,
        frame=frame,
        table=table_of(frame if shown is None else shown, basis, describe(figure), units),
        chart=chart,
        definition="\n".join(_defined(kpi, language) for kpi in kpis),
        source=source_of(basis),
        note=note,
        remark=remark,
        chart_caption=chart_caption,
    )


def source_of(basis: Basis) -> str:
    """Where the figures come from, and until when."""
    day = basis.language.date(basis.view.last_day)
    return basis.text("report.source", date=day, snapshot=basis.view.snapshot.name)


def _defined(kpi: str, language: Language) -> str:
    found = CATALOGUE[kpi]
    return f"{found.label.in_(language.code)}: {found.definition.in_(language.code)}"


def table_of(frame: pd.DataFrame, basis: Basis, title: str, units: Mapping[str, str] | None = None) -> Table:
    """``frame`` as text, counts in classes where these are told."""
    shown = presentable(frame, basis.language, units)
    counted = [name for name in frame.columns if not name.endswith(CLASS) and name not in untold(frame)]
    return Table(
        title=title,
        headings=tuple(str(name) for name in shown.columns),
        rows=tuple(tuple(str(cell) for cell in row) for row in shown.itertuples(index=False, name=None)),
        numeric=tuple(pd.api.types.is_numeric_dtype(frame[name]) for name in counted),
    )


def period_names(frame: pd.DataFrame, language: Language) -> tuple[str, ...]:
    """The frame's periods as a chart's axis names them."""
    return tuple(language.period(str(period), short=True) for period in frame["period"])


def line(
    frame: pd.DataFrame, column: str, label: str, colour: str, *, is_dashed: bool = False, pattern: str = ""
) -> Series:
    """A column of the frame as a series."""
    return Series(label, tuple(numbers(frame[column])), colour, pattern, is_dashed)


def negated(series: Series) -> Series:
    """The same below zero."""
    values = tuple(None if value is None else -value for value in series.values)
    return Series(series.label, values, series.colour, series.pattern, series.is_dashed)
