"""KPIs that SQL cannot say: each function answers for periods, within the scope of ``asking``.

All give one row per period: period and value, or period, numerator and denominator. They look at the day on which
the view measures a period: its end, or the last day of the data.
"""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

import pandas as pd

from analytics.network import measures
from analytics.network.encounters import after_meeting, agreement
from analytics.network.network import Network
from analytics.network.robustness import robustness as lost_tenth
from analytics.warehouse import Period, ScopedCursor

_networks: "WeakKeyDictionary[ScopedCursor, Network]" = WeakKeyDictionary()
"""The network of each asking that is under way: several KPIs look at the same one."""


def _network(asking: ScopedCursor) -> Network:
    if asking not in _networks:
        _networks[asking] = Network.asked(asking)
    return _networks[asking]


def cohesion(asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
    """K20: the organisations of the largest component, of all cooperating ones; undefined without ties."""
    graphs = [_network(asking).on(asking.view.measured_on(period)) for period in periods]
    return pd.DataFrame(
        {
            "period": [period.name for period in periods],
            "numerator": [graph.largest_component for graph in graphs],
            "denominator": [len(graph.nodes) if len(graph.ends) else 0 for graph in graphs],
        }
    )


def robustness(asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
    """K21: of the largest component, what holds together on average after losing the best-connected tenth."""
    found = [lost_tenth(_network(asking).on(asking.view.measured_on(period))) for period in periods]
    return pd.DataFrame(
        {
            "period": [period.name for period in periods],
            "numerator": [one.held if one else 0.0 for one in found],
            "denominator": [one.left if one else 0 for one in found],
        }
    )


def bridges(asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
    """K22: how many organisations are in the top tenth by betweenness."""
    graphs = [_network(asking).on(asking.view.measured_on(period)) for period in periods]
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
