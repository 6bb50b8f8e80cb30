"""How the ecosystem grows: organisations reached, who comes and goes, who stays, and what kinds they are."""

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import defined, every_period, has_values, numbers, period_axis, scale, span
from analytics.charts.canvas import HOVER, bar_marker, canvas, end_labels, legend_width, nothing, value_note
from analytics.charts.class_matrix import ClassRow, class_matrix
from analytics.charts.kinds import in_order, kind_label, kind_marker
from analytics.charts.labels import safe
from analytics.charts.palette import PALETTES, Theme, readable_on, shade, translucent
from analytics.language import Language
from analytics.model.count_classes import CLASS, NONE

MANY_PERIODS = 16
"""Beyond so many periods bars stand closer and the points of a line are marked no wider than the line."""

MANY_YEARS = 7
"""Beyond so many years the cells of a heat map have no room for a percent sign on a phone."""


def organisations_reached(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Two lines over time: organisations reached since the beginning (with its area), and those active in the period.

    The frame holds a row per period: ``period`` ("2025-Q2", "2025-H1" or "2025"), ``cumulative`` and ``active``
    (organisations). A missing value or period is a gap. Empty without a value.
    """
    return _accumulated(frame, "organisations", language, theme)


def cooperations_growth(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Two lines over time: cooperations agreed since the beginning (with its area), and those active at each end.

    The frame is that of :func:`organisations_reached`, with counts of cooperations.
    """
    return _accumulated(frame, "cooperations", language, theme)


def _accumulated(frame: pd.DataFrame, counted: str, language: Language, theme: Theme) -> go.Figure:
    """``cumulative`` and ``active`` as lines; ``counted`` chooses the texts."""
    if not has_values(frame, "cumulative", "active"):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    periods, table = _by_period(frame)
    names = [language.period(period, short=True) for period in periods]
    lines = {"cumulative": colours.accent, "active": colours.second}
    values = {column: numbers(table[column]) for column in lines}
    last = {column: _last(values[column]) for column in lines}
    alt = language.text(
        f"charts.{counted}_accumulated_alt",
        span=span(periods, language),
        cumulative=language.number(last["cumulative"]),
        active=language.number(last["active"]),
    )
    figure = canvas(alt, language=language, theme=theme)
    for column, colour in lines.items():
        label = language.text(f"charts.{counted}_{column}")
        figure.add_scatter(
            name=label,
            x=names,
            y=values[column],
            mode="lines+markers",
            line={"color": colour, "width": 3 if column == "cumulative" else 2.5},
            marker={
                "size": 8 if len(periods) <= MANY_PERIODS else 4,
                "symbol": "circle" if column == "cumulative" else "diamond",
            },
            # Plotly fills across a gap, as if the values between were known; so then there is no area.
            fill="tozeroy" if column == "cumulative" and None not in values[column] else None,
            fillcolor=translucent(colour, 0.12),
            customdata=[f"{label}: <b>{language.number(value)}</b>" for value in values[column]],
            hovertemplate=HOVER,
            connectgaps=False,
            cliponaxis=False,
            showlegend=False,
        )
    axis = scale([*values["cumulative"], *values["active"]], "count", language)
    figure.update_layout(xaxis=period_axis(periods, language), yaxis=axis.axis, hovermode="x unified")
    value_note(figure, language.text(f"charts.{counted}"))
    labels = [
        (value, f"<b>{language.number(value)}</b><br>{language.text(f'charts.{counted}_{column}_end')}", colours.text)
        for column, value in last.items()
        if value is not None
    ]
    end_labels(figure, labels, axis.low, axis.high)
    return figure


def arrivals(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Stacked bars over time: who came, above zero, and who no longer came, below.

    The frame holds a row per period: ``period``, ``new`` (first time ever), ``returning`` (there in the period
    before, too), ``back_again`` (after a pause) and ``lapsed`` (there before, not now), all as counts of
    organisations, none negative. A missing value has no bar. Empty without a value.
    """
    if not has_values(frame, "new", "returning", "back_again", "lapsed"):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    periods, table = _by_period(frame)
    names = [language.period(period, short=True) for period in periods]
    above = ("new", "returning", "back_again")
    values = {column: numbers(table[column]) for column in (*above, "lapsed")}
    alt = language.text(
        "charts.arrivals_alt",
        span=span(periods, language),
        new=language.number(_total(values["new"])),
        lapsed=language.number(_total(values["lapsed"])),
    )
    figure = canvas(alt, language=language, theme=theme, height=400)
    markers = {
        "new": bar_marker(colours.accent, colours.surface),
        "returning": bar_marker(colours.accent_second, colours.surface, "/"),
        "back_again": bar_marker(colours.accent, colours.surface, is_open=True),
        "lapsed": bar_marker(colours.neutral, colours.surface, "x"),
    }
    for column, marker in markers.items():
        sign = -1 if column == "lapsed" else 1
        label = language.text(f"charts.{column}")
        figure.add_bar(
            name=label,
            x=names,
            y=[None if value is None else sign * value for value in values[column]],
            marker=marker,
            customdata=[f"{label}: <b>{language.number(value)}</b>" for value in values[column]],
            hovertemplate=HOVER,
        )
    came = [sum(row[column] or 0.0 for column in above) for row in _rows(values)]
    axis = scale([*came, *(-(value or 0.0) for value in values["lapsed"])], "count", language, absolute=True)
    figure.update_layout(
        barmode="relative",
        bargap=_bar_gap(periods),
        xaxis=period_axis(periods, language),
        yaxis=axis.axis,
        hovermode="x unified",
    )
    legend_width(figure)
    value_note(figure, language.text("charts.organisations"))
    return figure


def retention(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """A heat map: of the organisations that first came in a year, the share still there each year after.

    The frame holds a row per cohort and year: ``cohort`` (year, as text), ``year_after`` (0, 1, 2, ...), ``share``
    (0 to 1, or missing where it cannot be known yet) and ``organisations`` (size of the cohort). Shares are
    written into the cells; a missing one leaves its cell bare; a year that is not over (``is_unfinished``, where the
    frame says so) has a star. Empty without a value.
    """
    if not has_values(frame, "share"):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    table = frame.pivot(index="cohort", columns="year_after", values="share").sort_index().sort_index(axis=1)
    sizes = frame.groupby("cohort")["organisations"].max().reindex(table.index)
    years = [str(int(year)) for year in table.columns]
    cohorts = [str(cohort) for cohort in table.index]
    shares = [numbers(row) for _, row in table.iterrows()]
    labels = [
        f"{safe(cohort)} <span style='color:{colours.muted}'>({language.number(size)})</span>"
        for cohort, size in zip(cohorts, numbers(sizes), strict=True)
    ]
    alt = language.text("charts.retention_alt", cohorts=span(cohorts, language), share=_after_one_year(frame, language))
    figure = canvas(alt, language=language, theme=theme, height=44 * len(cohorts) + 90)
    figure.add_heatmap(
        x=years,
        y=cohorts,
        z=shares,
        zmin=0,
        zmax=1,
        xgap=2,
        ygap=2,
        showscale=False,
        colorscale=[[place / 4, colour] for place, colour in enumerate(colours.sequential)],
        customdata=[
            [
                language.text("charts.retention_hover", cohort=safe(cohort), n=int(year), share=language.percent(share))
                for year, share in zip(years, row, strict=True)
            ]
            for cohort, row in zip(cohorts, shares, strict=True)
        ],
        hovertemplate=HOVER,
        hoverongaps=False,
    )
    cells = [
        (cohort, year, share)
        for cohort, row in zip(cohorts, shares, strict=True)
        for year, share in zip(years, row, strict=True)
        if share is not None
    ]
    is_wide = len(years) > MANY_YEARS
    unfinished = _unfinished(frame)
    figure.add_scatter(
        mode="text",
        x=[year for _, year, _ in cells],
        y=[cohort for cohort, _, _ in cells],
        text=[
            (language.number(100 * share) if is_wide else language.percent(share, 0))
            + ("*" if (cohort, year) in unfinished else "")
            for cohort, year, share in cells
        ],
        textfont={
            "color": [readable_on(shade(colours.sequential, share)) for _, _, share in cells],
            "size": 11 if is_wide else 13,
        },
        hoverinfo="skip",
        showlegend=False,
    )
    figure.update_layout(
        xaxis={
            "type": "category",
            "range": [-0.5, max(len(years), 4) - 0.5],
            "title": {"text": language.text("charts.years_after_percent" if is_wide else "charts.years_after")},
            "tickangle": 0,
        },
        yaxis={
            "type": "category",
            "autorange": "reversed",
            "tickmode": "array",
            "tickvals": cohorts,
            "ticktext": labels,
            "tickfont": {"color": colours.text},
        },
    )
    value_note(figure, language.text("charts.cohorts"))
    return figure


def kinds_over_time(frame: pd.DataFrame, *, language: Language, theme: Theme, share: bool = False) -> go.Figure:
    """Stacked bars over time: how many organisations of each kind, or with ``share`` what part of all they are.

    The frame holds a row per period and kind: ``period``, ``kind`` (a token of organisation_kind; others come
    last, as they stand) and ``organisations``. Kinds stand in the enumeration's order, each in its colour and
    pattern. Where one kind's count is missing, the shares of that period are gaps. Where ``organisations_class`` tells
    classes, these stand in cells. Empty without a value.
    """
    if f"organisations{CLASS}" in frame:
        return _kinds_in_classes(frame, language, theme)
    if not has_values(frame, "organisations"):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    table = frame.pivot(index="period", columns="kind", values="organisations")
    periods = every_period(table.index)
    names = [language.period(period, short=True) for period in periods]
    present = {(str(period), str(kind)) for period, kind in zip(frame["period"], frame["kind"], strict=True)}
    counts = {
        kind: [
            value if value is not None or (period, kind) in present else 0.0
            for period, value in zip(periods, numbers(table[kind].reindex(periods)), strict=True)
        ]
        for kind in in_order(table.columns)
    }
    totals = [None if None in row.values() else sum(v or 0.0 for v in row.values()) for row in _rows(counts)]
    alt = language.text(
        "charts.kinds_over_time_alt",
        span=span(periods, language),
        kinds=len(counts),
        total=language.number(totals[-1]),
    )
    figure = canvas(alt, language=language, theme=theme, height=420)
    for kind, values in counts.items():
        label = kind_label(kind, language)
        shares = [v / total if v is not None and total else None for v, total in zip(values, totals, strict=True)]
        figure.add_bar(
            name=label,
            x=names,
            y=shares if share else values,
            marker=kind_marker(kind, colours),
            customdata=[
                f"{label}: <b>{language.number(value)}</b> ({language.percent(part)})"
                for value, part in zip(values, shares, strict=True)
            ],
            hovertemplate=HOVER,
        )
    heights = [sum(value or 0.0 for value in row.values()) for row in _rows(counts)]
    tallest = [1.0] if share else heights
    figure.update_layout(
        barmode="stack",
        xaxis=period_axis(periods, language),
        yaxis=scale(tallest, "share" if share else "count", language).axis,
        bargap=_bar_gap(periods),
        hovermode="x unified",
    )
    legend_width(figure)
    value_note(figure, language.text("charts.organisations_share" if share else "charts.organisations"))
    return figure


def _kinds_in_classes(frame: pd.DataFrame, language: Language, theme: Theme) -> go.Figure:
    """A row per kind of which there ever is one, a column per period."""
    column = f"organisations{CLASS}"
    shown = frame[frame.groupby("kind")[column].transform(lambda tokens: (tokens != NONE).any())]
    if shown.empty:
        return nothing(language=language, theme=theme)
    periods = list(dict.fromkeys(shown["period"].astype(str)))
    told = {(row["kind"], str(row["period"])): row[column] for row in shown.to_dict("records")}
    rows = [
        ClassRow(kind_label(kind, language), tuple(told[kind, period] for period in periods))
        for kind in in_order(shown["kind"].unique())
    ]
    names = [language.period(period, short=True) for period in periods]
    alt = language.text("charts.kinds_in_classes_alt", span=span(periods, language), kinds=len(rows))
    return class_matrix(rows, names, alt, language=language, theme=theme)


def _bar_gap(periods: list[str]) -> float:
    return 0.3 if len(periods) <= MANY_PERIODS else 0.12


def _by_period(frame: pd.DataFrame) -> tuple[list[str], pd.DataFrame]:
    """All periods without a hole, and the frame in their order."""
    periods = every_period(frame["period"])
    return periods, frame.assign(period=frame["period"].astype(str)).set_index("period").reindex(periods)


def _rows(columns: dict[str, list[float | None]]) -> list[dict[str, float | None]]:
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _last(values: list[float | None]) -> float | None:
    return next((value for value in reversed(values) if value is not None), None)


def _total(values: list[float | None]) -> float | None:
    """The sum, if no part is missing."""
    return None if None in values else sum(defined(values))


def _after_one_year(frame: pd.DataFrame, language: Language) -> str:
    """The share of all cohorts' organisations still there after one year, where it is known."""
    known = frame[(frame["year_after"] == 1) & frame["share"].notna() & frame["organisations"].notna()]
    size = float(known["organisations"].sum())
    return language.percent(float((known["share"] * known["organisations"]).sum()) / size if size else None, 0)


def _unfinished(frame: pd.DataFrame) -> set[tuple[str, str]]:
    """The cells, by cohort and year after, whose year is not over."""
    if "is_unfinished" not in frame:
        return set()
    rows = frame[frame["is_unfinished"].astype(bool)]
    return {(str(cohort), str(int(year))) for cohort, year in zip(rows["cohort"], rows["year_after"], strict=True)}
