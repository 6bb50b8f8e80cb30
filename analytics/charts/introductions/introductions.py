"""How good the suggestions whom to introduce would have been, beside two baselines."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import has_values, numbers
from analytics.charts.bars import Row, horizontal
from analytics.charts.canvas import nothing
from analytics.charts.labels import wrap
from analytics.charts.palette import PALETTES, Theme
from analytics.language import Language


def back_test(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Bars under a heading per number of first suggestions: the share of later ties that each method found.

    The frame holds a row per number and method: ``first`` (how many suggestions were looked at), ``method``
    ("introductions", "popular" or "random"), ``later_ties``, ``found`` and ``recall`` (found / later_ties, 0 to 1). The
    suggestions' own bars are filled, the baselines' are outlines. Empty without a share.
    """
    if frame.empty or not has_values(frame, "recall"):
        return nothing(language=language, theme=theme)
    rows: list[Row] = []
    for first in sorted(frame["first"].unique().tolist()):
        heading = wrap(language.text("introductions.first", n=int(first)), 26, lines=2)
        rows.append(Row(label=heading, value=None, number="", hover="", is_heading=True))
        part = frame[frame["first"] == first]
        rows += [
            _bar(row, share, language, theme)
            for row, share in zip(part.to_dict("records"), numbers(part["recall"]), strict=True)
        ]
    return horizontal(rows, _alt(frame, language), language=language, theme=theme, row_height=34)


def _bar(row: dict[Any, Any], share: float | None, language: Language, theme: Theme) -> Row:
    colours = PALETTES[theme]
    is_own = row["method"] == "introductions"
    label = language.text(f"introductions.method_{row['method']}")
    number = language.percent(share)
    return Row(
        label=wrap(label, 26, lines=2),
        value=share,
        number=number,
        hover=language.text(
            "introductions.found_hover",
            method=label,
            share=number,
            found=language.number(row["found"], 1 if row["method"] == "random" else 0),
            ties=language.number(row["later_ties"]),
        ),
        colour=colours.accent if is_own else colours.neutral,
        is_open=not is_own,
    )


def _alt(frame: pd.DataFrame, language: Language) -> str:
    shares = shares_of_most(frame)
    return language.text(
        "introductions.alt",
        first=int(frame["first"].max()),
        share=language.percent(shares.get("introductions"), 0),
        random=language.percent(shares.get("random"), 0),
    )


def shares_of_most(frame: pd.DataFrame) -> dict[str, float | None]:
    """Each method's share among the most first suggestions that were looked at; None where it is not defined."""
    part = frame[frame["first"] == frame["first"].max()]
    return dict(zip(part["method"], numbers(part["recall"]), strict=True))
