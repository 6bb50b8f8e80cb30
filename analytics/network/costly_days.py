"""On how many days of a history what is costly is asked for: all of them, but for very large networks."""

from collections.abc import Sequence
from datetime import date

from analytics.network.network import Network

MOST_LOOKED_AT = 4_000_000
"""Memberships and ties in all: 40 quarters of 30,000 ties between 30,000 organisations are below it."""
_FEWEST = 2


def costly_days(network: Network, days: Sequence[date], *, cumulative: bool = False) -> set[date]:
    """Those of ``days`` on which measures of the network's shape and its groups are computed.

    The latest ones, until their networks have :data:`MOST_LOOKED_AT` memberships and ties together; two at least.
    """
    looked_at = 0
    found: set[date] = set()
    for day in sorted(set(days), reverse=True):
        looked_at += network.size_on(day, cumulative=cumulative)
        if looked_at > MOST_LOOKED_AT and len(found) >= _FEWEST:
            break
        found.add(day)
    return found
