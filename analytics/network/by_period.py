"""KPIs that are measures of the network: each function answers for periods, within the scope of ``asking``.

All give one row per period: period and value, or period, numerator and denominator. They look at the day on which
the view measures a period: its end, or the last day of the data.
"""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

import pandas as pd

from analytics.network import measures
from analytics.network.encounters import after_meeting, agreement
from analytics.network.network import DayGraph, Network
from analytics.network.robustness import robustness as lost_tenth
from analytics.warehouse import Period, ScopedCursor

_networks: "WeakKeyDictionary[ScopedCursor, Network]" = WeakKeyDictionary()
"""The network of each asking that is under way: several KPIs look at the same one."""


def _network(asking: ScopedCursor) -> Network:
    if asking not in _networks:
        _networks[asking] = Network.asked(asking)
    return _networks[asking]


def _graphs(asking: ScopedCursor, periods: Sequence[Period]) -> list[DayGraph]:
    """The network on the day on which each period is measured."""
    return [_network(asking).on(asking.view.measured_on(period)) for period in periods]


def cross_sector_share(asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
    """K16: the ties between different kinds, of all ties; undefined where no tied organisation's kind is known."""
    found = [measures.cross_sector_ties(graph) for graph in _graphs(asking, periods)]
    return pd.DataFrame(
        {
            "period": [period.name for period in periods],
            "numerator": [across for across, _ in found],
            "denominator": [ties for _, ties in found],
        }
    )


def mean_partners(asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
    """K19: twice the ties, by the cooperating organisations."""
    graphs = _graphs(asking, periods)
    return pd.DataFrame(
        {
            "period": [period.name for period in periods],
            "numerator": [2 * len(graph.ends) for graph in graphs],
            "denominator": [len(graph.nodes) for graph in graphs],
        }
    )


def cohesion(asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
    """K20: the organisations of the largest component, of all cooperating ones; undefined without ties."""
    graphs = _graphs(asking, periods)
    return pd.DataFrame(
        {
            "period": [period.name for period in periods],
            "numerator": [graph.largest_component for graph in graphs],
            "denominator": [len(graph.nodes) if len(graph.ends) else 0 for graph in graphs],
        }
    )


def robustness(asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
    """K21: of the largest component, what holds together on average after losing the best-connected tenth."""
    found = [lost_tenth(graph) for graph in _graphs(asking, periods)]
    return pd.DataFrame(
        {
            "period": [period.name for period in periods],
            "numerator": [one.held if one else 0.0 for one in found],
            "denominator": [one.left if one else 0 for one in found],
        }
    )


def bridges(asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
    """K22: how many organisations are in the top tenth by betweenness."""
    graphs = _graphs(asking, periods)
    return pd.DataFrame(
        {"period": [period.name for period in periods], "value": [measures.count_bridges(graph) for graph in graphs]}
    )


def time_to_agreement(asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
    """K18: the Kaplan-Meier median of the days from the first contact to the agreement."""
    names = [period.name for period in periods]
    waits = agreement.waits(_network(asking).cooperations, [asking.view.measured_on(period) for period in periods])
    medians = pd.Series([wait.median for wait in waits], dtype=float)
    return pd.DataFrame({"period": names, "value": medians, "denominator": [wait.waited for wait in waits]})


def ties_after_meeting(asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
    """K28: of the pairs that met, those tied for the first time within a year."""
    return after_meeting.ties_after_meeting(asking, periods)
