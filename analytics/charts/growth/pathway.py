"""The way that organisations take, from the first contact to a lasting cooperation: how far, how fast, where they stop.

A *step* is one of reached, again, advised, contact, agreed, joint, lasting; its label is the text "charts.step_<step>".
"""

from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import defined, has_values, numbers, scale
from analytics.charts.bars import Row, horizontal
from analytics.charts.canvas import HOVER, canvas, end_labels, legend_width, nothing, value_note
from analytics.charts.kinds import in_order, kind_label
from analytics.charts.labels import safe, wrap
from analytics.charts.palette import PALETTES, Palette, Theme, readable_on, shade
from analytics.language import Language

STEPS = ("reached", "again", "advised", "contact", "agreed", "joint", "lasting")
"""In their order; those from :data:`_OURS` on are the organisations' own doing."""

_OURS = 3
_MONTH = 365 / 12
_DASHES = ("solid", "dot", "dash", "longdashdot")
_MARKS = ("circle", "square", "diamond", "triangle-up")


def pathway_steps(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Bars, one per step: how many organisations took it; between two of them, what part went on from the upper one.

    The frame holds a row per step: ``step``, ``organisations``, ``share`` (of all reached) and ``moved_on_share``
    (0 to 1, missing where undefined). Bars of contacts and of cooperation differ in colour. Empty without a value.
    """
    if not has_values(frame, "organisations"):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    values = dict(zip(frame["step"], numbers(frame["organisations"]), strict=True))
    shares = dict(zip(frame["step"], numbers(frame["share"]), strict=True))
    onward = dict(zip(frame["step"], numbers(frame["moved_on_share"]), strict=True))
    steps = [step for step in STEPS if step in values]
    rows = []
    for step in steps:
        label, number = language.text(f"charts.step_{step}"), language.number(values[step])
        if step != STEPS[0] and shares[step] is not None:
            number += f" ({language.percent(shares[step], 0)})"
        rows.append(
            Row(
                label=wrap(label, 16),
                value=values[step],
                number=number,
                hover=f"{safe(label)}: <b>{number}</b>",
                colour=colours.accent if STEPS.index(step) < _OURS else colours.second,
            )
        )
        if step != steps[-1]:
            went_on = onward[step]
            said = "" if went_on is None else language.text("charts.went_on", share=language.percent(went_on, 0))
            rows.append(Row("", None, said, "", is_heading=True))
    alt = language.text(
        "charts.pathway_alt",
        reached=language.number(values.get("reached")),
        again=language.number(values.get("again")),
        agreed=language.number(values.get("agreed")),
    )
    return horizontal(rows, alt, language=language, theme=theme, row_height=30)


def pathway_pace(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Lines: what share of organisations had taken a step so many months after their first contact.

    The frame holds a row per step and day: ``step``, ``days`` and ``share`` (0 to 1). Each line has a colour, a dash
    and a mark of its own and is named at its end. Empty without a value.
    """
    if not has_values(frame, "share"):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    hues = (colours.accent, colours.neutral, colours.second, colours.text)
    steps = [step for step in STEPS if step in set(frame["step"])]
    longest = float(frame["days"].max())
    alt = language.text("charts.pace_alt", n=len(steps), months=language.number(round(longest / _MONTH)))
    figure = canvas(alt, language=language, theme=theme, height=400)
    labels = []
    for place, step in enumerate(steps):
        line = frame[frame["step"] == step]
        label, shares = language.text(f"charts.step_{step}"), numbers(line["share"])
        hue = hues[place % len(hues)]
        figure.add_scatter(
            name=label,
            x=[days / _MONTH for days in line["days"]],
            y=shares,
            mode="lines+markers",
            line={"color": hue, "width": 2.5, "dash": _DASHES[place % len(_DASHES)]},
            marker={"symbol": _MARKS[place % len(_MARKS)], "size": 8, "maxdisplayed": 7},
            customdata=[
                language.text(
                    "charts.pace_hover", step=safe(label), n=round(days / _MONTH), share=language.percent(share, 0)
                )
                for days, share in zip(line["days"], shares, strict=True)
            ],
            hovertemplate=HOVER,
            cliponaxis=False,
            showlegend=False,
        )
        last = next((share for share in reversed(shares) if share is not None), None)
        if last is not None:
            labels.append((last, f"<b>{language.percent(last, 0)}</b><br>{wrap(label, 14)}", colours.text))
    axis = scale([1.0], "share", language)
    ticks = list(range(0, round(longest / _MONTH) + 1, 6 if longest > 12 * _MONTH else 3))
    figure.update_layout(
        xaxis={
            "range": [0, max(longest / _MONTH, 1)],
            "tickmode": "array",
            "tickvals": ticks,
            "ticktext": [language.number(tick) for tick in ticks],
            "title": {"text": language.text("charts.months_after")},
        },
        yaxis=axis.axis,
    )
    value_note(figure, language.text("charts.share_of_reached"))
    end_labels(figure, labels, axis.low, axis.high)
    return figure


def pathway_stops(frame: pd.DataFrame, *, by: Literal["kind", "cohort"], language: Language, theme: Theme) -> go.Figure:
    """Stacked bars, one per kind or year of first contact: what part of its organisations came how far.

    The frame holds a row per kind or year and step: ``by``, ``step`` (the furthest) and ``organisations``. The later
    the step, the stronger the colour; the numbers stand in the bars where there is room. Empty without a value.
    """
    if not has_values(frame, "organisations"):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    table = frame.pivot(index=by, columns="step", values="organisations")
    names = in_order(table.index) if by == "kind" else sorted(str(year) for year in table.index)
    columns = {step: numbers(table[step].reindex(names)) for step in STEPS if step in table.columns}
    totals = {name: sum(defined(column[row] for column in columns.values())) for row, name in enumerate(names)}
    title = {name: kind_label(name, language) if by == "kind" else safe(name) for name in names}
    alt = language.text("charts.stops_alt", n=len(names), all=language.number(sum(totals.values())))
    figure = canvas(alt, language=language, theme=theme, height=40 * len(names) + 150)
    for step, column in columns.items():
        counts = [value or 0.0 for value in column]
        shares = [count / totals[name] if totals[name] else 0.0 for name, count in zip(names, counts, strict=True)]
        figure.add_bar(
            name=language.text(f"charts.step_{step}"),
            orientation="h",
            y=list(range(len(names))),
            x=shares,
            marker={"color": _hue(step, colours), "line": {"color": colours.axis, "width": 1}},
            text=[language.number(count) if share >= 0.06 else "" for count, share in zip(counts, shares, strict=True)],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            insidetextfont={"color": readable_on(_hue(step, colours))},
            customdata=[
                language.text(
                    "charts.stops_hover",
                    name=title[name],
                    step=safe(language.text(f"charts.step_{step}")),
                    number=language.number(count),
                    share=language.percent(share, 0),
                )
                for name, count, share in zip(names, counts, shares, strict=True)
            ],
            hovertemplate=HOVER,
        )
    labels = [
        f"{wrap(title[name], 16)} <span style='color:{colours.muted}'>({language.number(totals[name])})</span>"
        for name in names
    ]
    figure.update_layout(
        barmode="stack",
        bargap=0.25,
        xaxis={**scale([1.0], "share", language).axis, "range": [0, 1.001]},
        yaxis={
            "range": [len(names) - 0.5, -0.5],
            "tickmode": "array",
            "tickvals": list(range(len(names))),
            "ticktext": labels,
            "tickfont": {"color": colours.text},
        },
        legend={"traceorder": "normal"},
    )
    legend_width(figure)
    # Room for the longest name, and for half of "100 %" beyond the end of the axis.
    figure.update_layout(legend_entrywidth=figure.layout.legend.entrywidth + 16, margin={"r": 26})
    return figure


def _hue(step: str, colours: Palette) -> str:
    """From grey to the colour of the contacts, then from pale to dark in that of cooperation."""
    contacts, cooperation = (colours.grid, colours.accent), (colours.grid, colours.second)
    return {
        "reached": colours.grid,
        "again": shade(contacts, 0.45),
        "advised": colours.accent,
        "contact": shade(cooperation, 0.3),
        "agreed": shade(cooperation, 0.65),
        "joint": colours.second,
        "lasting": shade((colours.second, colours.text), 0.6),
    }[step]
