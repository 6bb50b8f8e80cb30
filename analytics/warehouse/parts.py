"""Figures parted by kind, district or topic: the scope narrowed to each part, and what a masked audience is told."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Literal

import pandas as pd

from analytics.model.count_classes import CLASS
from analytics.warehouse.scope import Scope
from analytics.warehouse.suppression import classes_told, counts_of, exact_or_missing

By = Literal["kind", "district", "topic"]


def narrowed(scope: Scope, by: By, segment: str) -> Scope:
    """``scope`` narrowed to one part of the network."""
    if by == "kind":
        return replace(scope, kinds=(segment,))
    return replace(scope, districts=(segment,)) if by == "district" else replace(scope, topics=(segment,))


def parts_in_classes(
    parts: pd.DataFrame, named: pd.DataFrame, every: Sequence[str], core: Collection[str]
) -> pd.DataFrame:
    """``parts`` as a masked audience is told them: counts in classes, which stand in ``value_class``.

    ``parts``: segment, period, value; ``named`` the same of those alone who agreed to be named; ``every`` are all the
    segments that there are, ``core`` those of which it is told how many reach 3.
    """
    found = []
    for period, rows in parts.groupby("period", sort=False):
        known = counts_of(named[named["period"] == period], "segment", "value")
        classes = classes_told(counts_of(rows, "segment", "value", every), known, frozenset(core))
        found.append(pd.DataFrame({"segment": classes.keys(), "period": period, f"value{CLASS}": classes.values()}))
    told = pd.concat(found, ignore_index=True)
    # A ratio's parts would say more than its class.
    return told.assign(value=exact_or_missing(told[f"value{CLASS}"]), numerator=float("nan"), denominator=float("nan"))
