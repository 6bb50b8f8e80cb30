"""What meeting at events has to do with beginning to cooperate: how many pairs, how long it takes, beside whom."""

from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import defined, every_period, has_values, numbers, period_axis, scale, span
from analytics.charts.bars import Row, horizontal
from analytics.charts.canvas import HOVER, bar_marker, canvas, end_labels, legend_width, nothing, value_note
from analytics.charts.labels import safe, wrap
from analytics.charts.palette import PALETTES, Theme, translucent
from analytics.language import Language

Beginning = Literal["meeting", "contact"]

MOST_EVENTS = 15
"""So many events, the newest, are drawn; the table beneath holds all."""

_STEPS = ("contact", "agreed", "joint")
_SPANS = ("within_90", "within_180", "within_365", "otherwise")
_LABEL_WIDTH = 22
_YEAR = 365
_FEW_WAITING = 10


def meeting_funnel(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Bars: of the pairs that met for the first time, how many came into contact, agreed, began a joint project.

    The frame holds a row per step (met, contact, agreed, joint; in any order): ``step`` and ``pairs``. The pairs that
    met are written above and have no bar, as beside them the others would have none. Empty unless pairs met.
    """
    pairs = dict(zip(frame["step"], numbers(frame["pairs"]), strict=True)) if len(frame) else {}
    met = pairs.get("met")
    if not met:
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    heading = language.text("charts.pairs", n=round(met))
    rows = [Row(language.text("charts.step_met"), None, heading, "", is_heading=True)]
    for step in (step for step in _STEPS if step in pairs):
        value = pairs[step]
        label = language.text(f"charts.step_{step}")
        number = language.number(value)
        if value is not None:
            number += f" ({language.percent(value / met, 1)})"
        rows.append(Row(wrap(label, 16), value, number, f"{safe(label)}: <b>{number}</b>", colour=colours.second))
    alt = language.text(
        "charts.funnel_alt", met=language.number(met), **{step: language.number(pairs.get(step)) for step in _STEPS}
    )
    return horizontal(rows, alt, language=language, theme=theme)


def funnel_history(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Stacked bars over time: of the pairs that met for the first time in each period, how many came how far since.

    The frame holds a row per period: ``period``, ``contact``, ``agreed`` and ``joint`` (pairs; each counts those of the
    next, too). Empty where none came into contact.
    """
    if frame.empty or not has_values(frame, "contact") or not frame["contact"].sum():
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    periods = every_period(frame["period"])
    table = frame.assign(period=frame["period"].astype(str)).set_index("period").reindex(periods)
    reached = {step: numbers(table[step]) for step in _STEPS}
    further = {"contact": "agreed", "agreed": "joint"}
    alt = language.text(
        "charts.funnel_history_alt",
        span=span(periods, language),
        contact=language.number(sum(defined(reached["contact"]))),
        agreed=language.number(sum(defined(reached["agreed"]))),
    )
    figure = canvas(alt, language=language, theme=theme)
    markers = {
        "joint": bar_marker(colours.second, colours.surface),
        "agreed": bar_marker(colours.second, colours.surface, "/"),
        "contact": bar_marker(colours.second, colours.surface, is_open=True),
    }
    for step, marker in markers.items():
        label = language.text(f"charts.furthest_{step}")
        beyond = reached[further[step]] if step in further else [0.0] * len(periods)
        values = [
            None if here is None or later is None else here - later
            for here, later in zip(reached[step], beyond, strict=True)
        ]
        figure.add_bar(
            name=label,
            x=[language.period(period, short=True) for period in periods],
            y=values,
            marker=marker,
            customdata=[f"{label}: <b>{language.number(value)}</b>" for value in values],
            hovertemplate=HOVER,
        )
    figure.update_layout(
        barmode="stack",
        xaxis=period_axis(periods, language),
        yaxis=scale(reached["contact"], "count", language).axis,
        hovermode="x unified",
    )
    legend_width(figure)
    value_note(figure, language.text("charts.pairs_by_first_meeting"))
    return figure


def waiting_curve(frame: pd.DataFrame, *, since: Beginning, language: Language, theme: Theme) -> go.Figure:
    """A rising staircase: what share had agreed so many days after a first meeting or contact, with its 95 % band.

    The frame holds a row per day on which the share rises: ``days_after``, ``share``, ``low``, ``high`` (0 to 1) and
    ``waiting`` (how many were still under way; below :data:`_FEW_WAITING` the line ends, as every one of them would
    move it). Where a bound is missing, the band ends. Empty without a rise.
    """
    if len(frame) and (many := frame["waiting"].astype(float) >= _FEW_WAITING).any():
        frame = frame[many]
    shares = numbers(frame["share"]) if len(frame) else []
    if not any(defined(shares)):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    days = [float(day) for day in frame["days_after"]]
    alt = language.text(
        f"charts.waiting_{since}_alt", days=language.number(days[-1]), share=_percent(shares[-1], language)
    )
    figure = canvas(alt, language=language, theme=theme)
    band = [
        (day, low, high)
        for day, low, high in zip(days, numbers(frame["low"]), numbers(frame["high"]), strict=True)
        if low is not None and high is not None
    ]
    look: dict[str, Any] = {"mode": "lines", "hoverinfo": "skip", "showlegend": False}
    line = {"width": 0, "shape": "hv"}
    figure.add_scatter(x=[day for day, _, _ in band], y=[low for _, low, _ in band], line=line, **look)
    figure.add_scatter(
        x=[day for day, _, _ in band],
        y=[high for _, _, high in band],
        line=line,
        fill="tonexty",
        fillcolor=translucent(colours.accent, 0.18),
        **look,
    )
    figure.add_scatter(
        x=days,
        y=shares,
        mode="lines",
        line={"color": colours.accent, "width": 2.5, "shape": "hv"},
        customdata=[
            language.text(
                "charts.waiting_hover",
                n=round(day),
                share=_percent(share, language),
                low=_percent(low, language),
                high=_percent(high, language),
                waiting=language.number(waiting),
            )
            for day, share, low, high, waiting in zip(
                days, shares, *(numbers(frame[name]) for name in ("low", "high", "waiting")), strict=True
            )
        ],
        hovertemplate=HOVER,
        showlegend=False,
    )
    axis = scale([*shares, *(high for _, _, high in band)], "share", language)
    last_rise = next(day for day, share in zip(days, shares, strict=True) if share == shares[-1])
    longest = max(min(days[-1], max(last_rise, 2 * _YEAR)), 1)
    step = 180 if longest <= 2 * _YEAR else _YEAR
    ticks = list(range(0, int(longest) + 1, step))
    figure.update_layout(
        xaxis={
            "range": [0, longest],
            "tickmode": "array",
            "tickvals": ticks,
            "ticktext": [language.number(tick) for tick in ticks],
            "title": {"text": language.text(f"charts.days_after_{since}")},
        },
        yaxis=axis.axis,
    )
    value_note(figure, language.text(f"charts.share_agreed_{since}"))
    end_labels(
        figure, [(shares[-1] or 0.0, f"<b>{_percent(shares[-1], language)}</b>", colours.text)], axis.low, axis.high
    )
    return figure


def met_before(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Two bars: what share of the pairs that began to cooperate had met before, and what share of comparable pairs.

    Of the frame the first row is drawn: ``cases`` and ``controls`` (pairs), ``exposed_cases`` and ``exposed_controls``
    (those of them that had met). Empty without a case.
    """
    if frame.empty or not has_values(frame.head(1), "cases") or not frame["cases"].iloc[0]:
        return nothing(language=language, theme=theme)
    colours, found = PALETTES[theme], frame.iloc[0]
    rows = []
    groups = (("cases", "exposed_cases", colours.accent), ("controls", "exposed_controls", colours.neutral))
    for group, exposed, colour in groups:
        pairs, met = int(found[group]), int(found[exposed])
        share = met / pairs if pairs else None
        number, label = language.percent(share, 0), language.text(f"charts.met_{group}")
        counts = language.text("charts.met_of", met=language.number(met), pairs=language.number(pairs))
        shown = f"{wrap(label, _LABEL_WIDTH)}<br><span style='color:{colours.muted}'>{counts}</span>"
        rows.append(Row(shown, share, number, f"{safe(label)}: <b>{number}</b> ({counts})", colour=colour))
    alt = language.text("charts.met_before_alt", cases=rows[0].number, controls=rows[1].number)
    return horizontal(rows, alt, language=language, theme=theme, row_height=64)


def events_aftermath(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Stacked bars, an event each: the cooperations that began after it, parted by how soon.

    The frame holds a row per event: ``title``, ``starts_on`` (date), ``pairs`` (that met there), ``within_90``,
    ``within_180`` and ``within_365`` (cooperations begun within so many days, each holding the one before),
    ``otherwise`` (those that name the event, but began at another time) and ``days_passed``. The newest
    :data:`MOST_EVENTS` are drawn, the newest on top; a star marks those whose year is not over. Empty where nothing
    began after any event.
    """
    if frame.empty or not sum(sum(part) for part in _parts(frame).values()):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    events = frame.sort_values("starts_on", ascending=False, kind="stable").head(MOST_EVENTS)
    parts = _parts(events)
    totals = [round(sum(row)) for row in zip(*parts.values(), strict=True)]
    days = [pd.Timestamp(day).date() for day in events["starts_on"]]
    pairs = [language.text("charts.pairs_met", n=round(value or 0)) for value in numbers(events["pairs"])]
    places = list(range(len(events)))
    alt = language.text("charts.events_aftermath_alt", n=len(events), total=language.number(sum(totals)))
    figure = canvas(alt, language=language, theme=theme, height=58 * len(events) + 110)
    markers = {
        "within_90": bar_marker(colours.accent, colours.surface),
        "within_180": bar_marker(colours.accent_second, colours.surface, "/"),
        "within_365": bar_marker(colours.accent, colours.surface, is_open=True),
        "otherwise": bar_marker(colours.neutral, colours.surface, "x"),
    }
    for part, values in parts.items():
        if not any(values):
            continue
        name = language.text(f"charts.began_{part}")
        figure.add_bar(
            name=name,
            orientation="h",
            x=values,
            y=places,
            width=0.56,
            marker=markers[part],
            customdata=[
                f"<b>{wrap(title, 38)}</b><br>{language.date(day)}<br>{met}<br>{name}: <b>{language.number(value)}</b>"
                for title, day, met, value in zip(events["title"], days, pairs, values, strict=True)
            ],
            hovertemplate=HOVER,
        )
    open_years = [float(passed or 0) < _YEAR for passed in numbers(events["days_passed"])]
    figure.add_scatter(
        mode="text",
        x=totals,
        y=places,
        text=[
            f"\N{NO-BREAK SPACE}{language.number(total)}{'*' if is_open else ''}"
            for total, is_open in zip(totals, open_years, strict=True)
        ],
        textposition="middle right",
        textfont={"color": colours.text},
        hoverinfo="skip",
        cliponaxis=False,
        showlegend=False,
    )
    axis = scale([*totals, max(totals) * 1.08], "count", language)
    figure.update_layout(
        barmode="stack",
        xaxis=axis.axis,
        yaxis={
            "range": [len(events) - 0.5, -0.5],
            "tickmode": "array",
            "tickvals": places,
            "ticktext": [
                f"{wrap(title, _LABEL_WIDTH, 2)}<br><span style='color:{colours.muted}'>{language.date(day)}</span>"
                for title, day in zip(events["title"], days, strict=True)
            ],
            "tickfont": {"color": colours.text},
            "showgrid": False,
        },
        showlegend=True,
    )
    legend_width(figure)
    value_note(figure, language.text("charts.cooperations_begun"))
    return figure


def _parts(events: pd.DataFrame) -> dict[str, list[float]]:
    """By span, how many cooperations began in it and in none before."""
    within = [[value or 0.0 for value in numbers(events[part])] for part in _SPANS]
    return {
        "within_90": within[0],
        "within_180": [later - sooner for sooner, later in zip(within[0], within[1], strict=True)],
        "within_365": [later - sooner for sooner, later in zip(within[1], within[2], strict=True)],
        "otherwise": within[3],
    }


def _percent(share: float | None, language: Language) -> str:
    """A share with one decimal while it is small."""
    return language.percent(share, 1 if share is not None and share < 0.1 else 0)
