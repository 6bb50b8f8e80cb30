"""The network's measures at a day, and over many days in one call."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd

from analytics.network import measures
from analytics.network.costly_days import costly_days
from analytics.network.network import DayGraph, Network
from analytics.network.robustness import robustness_share, robustness_without_coordinator

Measure = Callable[[DayGraph], float | int | None]

GROWTH: Mapping[str, Measure] = {
    "nodes": lambda network: len(network.nodes),
    "ties": lambda network: len(network.ends),
    "cooperations": lambda network: network.cooperations,
    "mean_partners": measures.mean_partners,
    "components": measures.components,
    "largest_component_share": measures.largest_component_share,
    "clustering": measures.clustering,
    "cross_sector_share": measures.cross_sector_share,
    "cross_sector_expected": measures.cross_sector_expected,
}
"""What tells growth, by name; each costs a few milliseconds at 40,000 ties, clustering most."""

SHAPE: Mapping[str, Measure] = {
    "clustering_expected": measures.clustering_expected,
    "modularity": measures.modularity,
    "degree_centralisation": measures.degree_centralisation,
    "ei_index": measures.ei_index,
    "two_step_reach": measures.two_step_reach,
    "robustness": robustness_share,
    "robustness_without_coordinator": robustness_without_coordinator,
}
"""What tells the network's shape; these cost more."""

MEASURES: Mapping[str, Measure] = {**GROWTH, **SHAPE}
"""Every measure of one day's network, by name."""

_COSTLY = frozenset({*SHAPE, "clustering", "tie_survival"})
_YEAR = timedelta(days=365)


def measured(network: Network, day: date, *, cumulative: bool = False) -> dict[str, float | int | None]:
    """Every measure on ``day`` by name, None where undefined."""
    return _row(network, day, cumulative, (*MEASURES, *OVER_TIME))


def history(
    network: Network, days: Sequence[date], *, cumulative: bool = False, chosen: Collection[str] = tuple(GROWTH)
) -> pd.DataFrame:
    """One row per day: day, and a column per measure of ``chosen``; NaN where undefined. Linear in the days.

    What is of :data:`SHAPE`, clustering, and the survival of ties, is NaN, too, on days that
    :func:`~analytics.network.costly_days.costly_days` leaves out.
    """
    looked_at = costly_days(network, days, cumulative=cumulative)
    rows = []
    for day in days:
        asked = chosen if day in looked_at else [name for name in chosen if name not in _COSTLY]
        rows.append({"day": pd.Timestamp(day)} | _row(network, day, cumulative, asked))
    frame = pd.DataFrame(rows, columns=["day", *chosen]).astype({"day": "datetime64[us]"})
    return frame.astype({name: float for name in chosen if frame[name].dtype == object})


def _row(network: Network, day: date, cumulative: bool, chosen: Collection[str]) -> dict[str, float | int | None]:
    graph = network.on(day, cumulative=cumulative)
    return {
        name: MEASURES[name](graph) if name in MEASURES else OVER_TIME[name](network, day, graph) for name in chosen
    }


def members(network: Network, day: date, graph: DayGraph) -> int | None:
    """How many members there are on ``day``; None where no member is recorded.

    A member is an organisation with a day of joining (member_since) that has not left.
    """
    here = _members(network, day)
    return None if here is None else int(here.sum())


def isolates(network: Network, day: date, graph: DayGraph) -> int | None:
    """How many of the :func:`members` have no tie in ``graph``; None where no member is recorded."""
    here = _members(network, day)
    if here is None:
        return None
    here[graph.ends.ravel()] = False
    return int(here.sum())


def _members(network: Network, day: date) -> "np.ndarray[tuple[int], np.dtype[np.bool_]] | None":
    who, when = network.organisations, pd.Timestamp(day)
    if who["member_since"].isna().all():
        return None
    return ((who["member_since"] <= when) & ~(who["left_on"] < when)).to_numpy(dtype=bool, copy=True)


def tie_survival(network: Network, day: date, graph: DayGraph | None = None) -> float | None:
    """The share (0 to 1) of the ties active 365 days before ``day`` that are active on it. Undefined without any.

    What was active tells it, whatever ``graph`` shows.
    """
    year_before = max(day, date.min + _YEAR) - _YEAR
    count = len(network.organisations)
    before, now = (network.on(when).ends @ np.array([count, 1]) for when in (year_before, day))
    return float(np.isin(before, now, assume_unique=True).mean()) if len(before) else None


OVER_TIME: Mapping[str, Callable[[Network, date, DayGraph], float | int | None]] = {
    "members": members,
    "isolates": isolates,
    "tie_survival": tie_survival,
}
"""The measures that one day's network does not tell by itself, by name."""
