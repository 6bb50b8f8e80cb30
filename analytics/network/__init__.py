"""The network: who works with whom, how that grows, and what meeting has to do with it.

Nodes are organisations; ties come from cooperations only. Having met at events is a layer of its own
(:mod:`analytics.network.encounters.encounters`), never mixed with the ties.
"""

from analytics.network.network import DayGraph, Network

__all__ = ["DayGraph", "Network"]
