"""The network over all time, and as it stands on one day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import igraph
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from analytics.network.days import NEVER, day_number, day_numbers
from analytics.warehouse import EVERYTHING, Scope, ScopedCursor, View

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Network:
    """Everything that ties organisations together, with the days of each.

    ``organisations``: one row each, also of those that no cooperation names: organisation_id, name, kind, district,
    is_coordinator, member_since, left_on. ``cooperations``: one row each with its stages' days. ``memberships``: one
    row per agreed cooperation and member: cooperation_id, organisation_id, since, until. ``cooperation_ties``: one row
    per agreed cooperation and pair of members: cooperation_id, organisation_id < partner_id, since, until. A *tie* is a
    pair of organisations with at least one cooperation tie. Days are timestamps, first and last included; ``until`` is
    NaT where it goes on.
    """

    organisations: pd.DataFrame
    cooperations: pd.DataFrame
    memberships: pd.DataFrame
    cooperation_ties: pd.DataFrame

    @classmethod
    def of(cls, view: View, scope: Scope = EVERYTHING) -> "Network":
        """The network that ``view`` shows within ``scope``; the coordinator is in it only where the scope says so."""
        return cls.asked(view.within(scope=scope))

    @classmethod
    def counted(cls, view: View, scope: Scope = EVERYTHING) -> "Network":
        """The whole network behind what ``view`` shows, for measures of it: it must not be shown itself.

        A masked audience sees a network in which kinds are missing and confidential cooperations are left out.
        """
        return cls.asked(view.counting(scope=scope))

    @classmethod
    def asked(cls, asking: ScopedCursor) -> "Network":
        """The network within the scope of ``asking``."""
        return cls(
            organisations=asking.ask("network_organisations"),
            cooperations=asking.ask("network_cooperations"),
            memberships=asking.ask("network_memberships"),
            cooperation_ties=asking.ask("network_cooperation_ties"),
        )

    def on(self, day: date | None, *, cumulative: bool = False) -> "DayGraph":
        """The network on ``day``: what is active then, or with ``cumulative`` all that has been by then.

        None stands for the end of all time.
        """
        spans = self._spans
        last = NEVER - 1 if day is None else day_number(day)
        member = spans.member_since <= last
        tied = spans.cooperation_tie_since <= last
        if not cumulative:
            member &= spans.member_until >= last
            tied &= spans.cooperation_tie_until >= last
        present = np.zeros(len(self.organisations), dtype=bool)
        present[spans.member[member]] = True
        joined = np.zeros(len(spans.pair_ends), dtype=bool)
        joined[spans.pair[tied]] = True
        running = np.zeros(len(self.cooperations), dtype=bool)
        running[spans.cooperation[member]] = True
        return DayGraph(self.organisations, np.flatnonzero(present), spans.pair_ends[joined], int(running.sum()))

    def size_on(self, day: date, *, cumulative: bool = False) -> int:
        """How many memberships and cooperation ties :meth:`on` goes by: what a look at that day costs, told cheaply."""
        spans, last = self._spans, day_number(day)
        pairs = ((spans.member_since, spans.member_until), (spans.cooperation_tie_since, spans.cooperation_tie_until))
        return sum(int(((since <= last) & (cumulative | (until >= last))).sum()) for since, until in pairs)

    @cached_property
    def _spans(self) -> "_Spans":
        place = pd.Index(self.organisations["organisation_id"])
        ends = np.column_stack(
            [
                place.get_indexer(self.cooperation_ties["organisation_id"]),
                place.get_indexer(self.cooperation_ties["partner_id"]),
            ]
        ).astype(np.int64)
        codes, pair = np.unique(ends[:, 0] * len(place) + ends[:, 1], return_inverse=True)
        pair_ends = np.column_stack(np.divmod(codes, max(len(place), 1)))
        cooperations = pd.Index(self.cooperations["cooperation_id"])
        return _Spans(
            member=place.get_indexer(self.memberships["organisation_id"]).astype(np.int64),
            cooperation=cooperations.get_indexer(self.memberships["cooperation_id"]).astype(np.int64),
            member_since=day_numbers(self.memberships["since"]),
            member_until=day_numbers(self.memberships["until"]),
            pair=pair.astype(np.int64),
            pair_ends=pair_ends,
            cooperation_tie_since=day_numbers(self.cooperation_ties["since"]),
            cooperation_tie_until=day_numbers(self.cooperation_ties["until"]),
        )


def active(spans: pd.DataFrame, day: date) -> pd.DataFrame:
    """The rows of memberships or cooperation ties that hold on ``day``."""
    when = pd.Timestamp(day)
    return spans[(spans["since"] <= when) & ~(spans["until"] < when)]


@dataclass(frozen=True)
class _Spans:
    """The network's frames as numbers: places of organisations and cooperations in their frames, days since 1970."""

    member: Numbers
    cooperation: Numbers
    member_since: Numbers
    member_until: Numbers
    pair: Numbers
    pair_ends: Numbers
    cooperation_tie_since: Numbers
    cooperation_tie_until: Numbers


@dataclass(frozen=True)
class DayGraph:
    """The network on one day, or by one day.

    ``nodes``: places in ``organisations`` of those with at least one membership. ``ends``: one row of two such
    places per tie. ``cooperations``: how many there are, ties or not.
    """

    organisations: pd.DataFrame
    nodes: Numbers
    ends: Numbers
    cooperations: int

    @cached_property
    def ids(self) -> list[str]:
        """The nodes' organisation_id."""
        return list(self.organisations["organisation_id"].to_numpy()[self.nodes])

    @cached_property
    def kinds(self) -> NDArray[np.object_]:
        """The nodes' kinds; a kind that is not known is "unknown", a kind of its own."""
        codes, names = pd.factorize(self.organisations["kind"])
        return np.array([*names, "unknown"], dtype=object)[codes[self.nodes]]

    @cached_property
    def links(self) -> Numbers:
        """The ties' ends as places among the nodes."""
        place = np.zeros(len(self.organisations), dtype=np.int64)
        place[self.nodes] = np.arange(len(self.nodes))
        return place[self.ends]

    @cached_property
    def degrees(self) -> Numbers:
        """Each node's number of partners."""
        return np.bincount(self.links.ravel(), minlength=len(self.nodes))

    @cached_property
    def graph(self) -> igraph.Graph:
        """The same for igraph, nodes in the same order."""
        return igraph.Graph(n=len(self.nodes), edges=self.links)

    @cached_property
    def components(self) -> Numbers:
        """Each node's component, as a number; the first node's is 0."""
        # SciPy's: to make igraph's graph takes longer than what a history asks of it.
        shape = (len(self.nodes), len(self.nodes))
        ties = coo_array((np.ones(len(self.links), dtype=bool), (self.links[:, 0], self.links[:, 1])), shape=shape)
        return np.asarray(connected_components(ties, directed=False)[1], dtype=np.int64)

    @property
    def largest_component(self) -> int:
        """How many nodes the largest component has; 0 without nodes."""
        return int(np.bincount(self.components).max(initial=0))

    def without(self, places: Numbers) -> "DayGraph":
        """The network after the loss of the nodes at ``places`` among its nodes, and of all their ties."""
        lost = self.nodes[places]
        kept = ~np.isin(self.ends, lost).any(axis=1)
        return DayGraph(self.organisations, np.setdiff1d(self.nodes, lost), self.ends[kept], self.cooperations)
