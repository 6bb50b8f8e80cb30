"""What the network's events cost for whom they reached, and the funding won beside it."""

from functools import partial

import pandas as pd

from analytics.charts import PALETTES
from analytics.charts.progress import progress_findings as findings
from analytics.charts.progress.economy import euros_by_year
from analytics.kpis.economy import SINCE_BEGINNING
from analytics.kpis.economy import economy as asked
from analytics.reports.progress.content import Basis, Figure, NativeChart, Part, Section, Table
from analytics.reports.progress.figures import figure, line
from analytics.reports.progress.periods import years_so_far
from analytics.reports.prose import Paragraph
from analytics.warehouse import incomplete

_COLUMNS = ("events", "priced_events", "cost_eur", "cost_per_event", "cost_per_enterprise", "funding_won")
_EUROS = ("cost_eur", "cost_per_event", "cost_per_enterprise", "funding_won")


def economy_section(basis: Basis) -> Section:
    """Cost per event and per enterprise reached where costs are known; a sentence where no event was held."""
    title = basis.text("progress.block_economy")
    found = asked(basis.view, years_so_far(basis))
    if found.empty:
        return Section("economy", title, (Paragraph(basis.text("progress.no_events")),))
    whole, years = found.iloc[-1], found[found["period"] != SINCE_BEGINNING]
    told = basis.text(
        "progress.cost_known",
        n=int(whole["events"]),
        known=int(whole["priced_events"]),
        first=str(found["period"].iloc[0]),
    )
    parts: list[Part] = [Paragraph(told)]
    figures = [_figure(basis, years, column) for column in ("cost_per_event", "cost_per_enterprise", "funding_won")]
    parts += [drawn for drawn in figures if drawn]
    parts += [_table(basis, found), Paragraph(basis.text("progress.cost_caution"), "caution")]
    return Section("economy", title, tuple(parts))


def _figure(basis: Basis, years: pd.DataFrame, column: str) -> Figure | None:
    """A column of euros by year; None where it has no value."""
    if not years[column].notna().any():
        return None
    label = basis.text(f"columns.{column}")
    bars = (line(years, column, label, PALETTES["light"].accent),)
    chart = NativeChart("columns", tuple(years["period"].astype(str)), bars, "eur", basis.text("charts.unit_eur"))
    last = incomplete(years["period"], basis.day)
    find = (
        findings.funding_won
        if column == "funding_won"
        else partial(findings.cost, measure=column, running=last.name if last else None)
    )
    return figure(
        basis, f"economy_{column}", years[["period", column]], partial(euros_by_year, column=column, label=label),
        find, chart, kpis=["funding_won"] if column == "funding_won" else [], units={column: "eur"},
        caption=basis.text("report.economy_read"),
    )  # fmt: skip


def _table(basis: Basis, found: pd.DataFrame) -> Table:
    """A row per year, and one since the beginning."""
    since = basis.text("progress.since_year", year=str(found["period"].iloc[0]))
    units = {column: "eur" if column in _EUROS else "count" for column in _COLUMNS}
    rows = found.to_dict("records")
    names = [since if row["period"] == SINCE_BEGINNING else str(row["period"]) for row in rows]
    return Table(
        title=basis.text("progress.economy_table"),
        headings=(basis.text("columns.period"), *(basis.text(f"columns.{column}") for column in _COLUMNS)),
        rows=tuple(
            (name, *(basis.language.value(row[column], units[column]) for column in _COLUMNS))
            for name, row in zip(names, rows, strict=True)
        ),
        numeric=(False, *(True,) * len(_COLUMNS)),
        widths=(1.6, 1.9, 1.9, 1.7, 1.9, 1.9, 1.9),
        numbers=tuple((None, *(_number(row[column], units[column]) for column in _COLUMNS)) for row in rows),
    )


def _number(value: float, unit: str) -> tuple[float, str] | None:
    return None if pd.isna(value) else (float(value), unit)
