"""The network's measures at a day, and over many days in one call."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd

from analytics.network import measures
from analytics.network.network import DayGraph, Network

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
"""What tells growth, by name; each costs a few milliseconds at 40,000 ties."""

SHAPE: Mapping[str, Measure] = {
    "clustering_expected": measures.clustering_expected,
    "modularity": measures.modularity,
    "degree_centralisation": measures.degree_centralisation,
    "ei_index": measures.ei_index,
    "two_step_reach": measures.two_step_reach,
    "robustness": measures.robustness,
    "robustness_without_coordinator": measures.robustness_without_coordinator,
}
"""What tells the network's shape; these cost more."""

MEASURES: Mapping[str, Measure] = {**GROWTH, **SHAPE}
"""Every measure of one day's network, by name."""

_YEAR = timedelta(days=365)


def measured(network: Network, day: date, *, cumulative: bool = False) -> dict[str, float | int | None]:
    """Every measure on ``day`` by name, with :func:`isolates` and :func:`tie_survival`; None where undefined."""
    graph = network.on(day, cumulative=cumulative)
    values = {name: measure(graph) for name, measure in MEASURES.items()}
    members, isolated = isolates(network, day, cumulative=cumulative)
    return values | {"members": members, "isolates": isolated, "tie_survival": tie_survival(network, day)}


def history(
    network: Network,
    days: Sequence[date],
    *,
    cumulative: bool = False,
    chosen: Mapping[str, Measure] = GROWTH,
) -> pd.DataFrame:
    """One row per day: day, and a column per measure of ``chosen``; NaN where undefined. Linear in the days."""
    rows = [
        {"day": pd.Timestamp(day)} | {name: measure(graph) for name, measure in chosen.items()}
        for day, graph in ((day, network.on(day, cumulative=cumulative)) for day in days)
    ]
    frame = pd.DataFrame(rows, columns=["day", *chosen]).astype({"day": "datetime64[us]"})
    return frame.astype({name: float for name in chosen if frame[name].dtype == object})


def isolates(network: Network, day: date, *, cumulative: bool = False) -> tuple[int | None, int | None]:
    """The network's members on ``day``, and how many of them have no tie; both None where no member is recorded.

    A member is an organisation with a day of joining (member_since) that has not left.
    """
    who = network.organisations
    if who["member_since"].isna().all():
        return None, None
    when = pd.Timestamp(day)
    here = (who["member_since"] <= when) & ~(who["left_on"] < when)
    tied = np.zeros(len(who), dtype=bool)
    tied[network.on(day, cumulative=cumulative).ends.ravel()] = True
    return int(here.sum()), int((here & ~tied).sum())


def tie_survival(network: Network, day: date) -> float | None:
    """The share (0 to 1) of the ties active 365 days before ``day`` that are active on it. Undefined without any."""
    year_before = max(day, date.min + _YEAR) - _YEAR
    before = {tuple(ends) for ends in network.on(year_before).ends.tolist()}
    now = {tuple(ends) for ends in network.on(day).ends.tolist()}
    return len(before & now) / len(before) if before else None
