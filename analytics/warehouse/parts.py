"""Figures parted by kind, district or topic: the scope narrowed to each part, and what a masked audience is told."""

from dataclasses import replace
from typing import Any, Literal

import pandas as pd

from analytics.warehouse.scope import Scope
from analytics.warehouse.withholding import Rule, signs

By = Literal["kind", "district", "topic"]


def narrowed(scope: Scope, by: By, segment: str) -> Scope:
    """``scope`` narrowed to one part of the network."""
    if by == "kind":
        return replace(scope, kinds=(segment,))
    return replace(scope, districts=(segment,)) if by == "district" else replace(scope, topics=(segment,))


def withheld_parts(parts: pd.DataFrame, whole: pd.DataFrame, rule: Rule) -> pd.DataFrame:
    """``parts`` as a masked audience is told them: with ``value_hidden``, the sign in the place of a hidden count.

    ``parts``: segment, period, value, and where the value does not count organisations the number of those ``behind``
    it; ``whole`` the same of the whole network, without segment. A value is withheld where it, or the number behind
    it, is by :func:`analytics.warehouse.withholding.signs`.
    """
    told = parts.copy()
    told["value_hidden"] = ""
    for period in told["period"].unique():
        rows = parts["period"] == period
        told.loc[rows, "value_hidden"] = _hidden(parts[rows], whole[whole["period"] == period].iloc[0], rule)
    told["value"] = told["value"].mask(told["value_hidden"] != "")
    return told


def _hidden(table: pd.DataFrame, total: "pd.Series[Any]", rule: Rule) -> list[str]:
    """The sign of each row of one table, "" where its value is told."""
    hidden = dict.fromkeys(table["segment"], "")
    for column in ("value", "behind"):
        if column in table:
            counts = dict(zip(table["segment"], map(_whole_number, table[column]), strict=True))
            found = signs(counts, _whole_number(total[column]), rule)
            hidden = {segment: _stronger(sign, found[segment]) for segment, sign in hidden.items()}
    return list(hidden.values())


def _stronger(one: str, other: str) -> str:
    """Of two signs the one that says more of why."""
    return max(one, other, key=lambda sign: (sign.startswith("<"), bool(sign)))


def _whole_number(count: float) -> int:
    """A count; what is undefined counts nobody."""
    return 0 if pd.isna(count) else round(count)
