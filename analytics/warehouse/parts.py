"""Figures parted by kind, district or topic: the scope narrowed to each part, and what a masked audience is told."""

from dataclasses import replace
from typing import Literal

import pandas as pd

from analytics.warehouse.scope import Scope
from analytics.warehouse.suppression import Rule, signs_beside

By = Literal["kind", "district", "topic"]


def narrowed(scope: Scope, by: By, segment: str) -> Scope:
    """``scope`` narrowed to one part of the network."""
    if by == "kind":
        return replace(scope, kinds=(segment,))
    return replace(scope, districts=(segment,)) if by == "district" else replace(scope, topics=(segment,))


def withheld_parts(parts: pd.DataFrame, named: pd.DataFrame, whole: pd.DataFrame, rule: Rule) -> pd.DataFrame:
    """``parts`` as a masked audience is told them: with ``value_hidden``, the sign in the place of a hidden count.

    ``parts``: segment, period, value; ``named`` the same of those alone who agreed to be named; ``whole`` the same of
    the whole network, without segment.
    """
    told = parts.copy()
    told["value_hidden"] = ""
    for period, total in zip(whole["period"], whole["value"], strict=True):
        rows = parts["period"] == period
        known = _counts(named[named["period"] == period])
        found = signs_beside(_counts(parts[rows]), known, _whole_number(total), rule)
        told.loc[rows, "value_hidden"] = [found[segment] for segment in parts.loc[rows, "segment"]]
    told["value"] = told["value"].mask(told["value_hidden"] != "")
    return told


def _counts(rows: pd.DataFrame) -> dict[str, int]:
    return dict(zip(rows["segment"], map(_whole_number, rows["value"]), strict=True))


def _whole_number(count: float) -> int:
    """A count; what is undefined counts nobody."""
    return 0 if pd.isna(count) else round(count)
