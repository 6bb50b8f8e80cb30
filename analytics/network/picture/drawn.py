"""What of a very large network a picture shows: the best-connected, as many as a browser draws and an eye can tell."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analytics.language import Language
from analytics.network.network import Network

MOST_NODES, MOST_TIES = 10_000, 60_000
"""So many organisations and cooperation ties are drawn: more take a browser many seconds, and nothing is seen."""
MOST_GUESTS = 200_000
"""So many guests of all events together are kept in a picture."""


@dataclass(frozen=True)
class Drawn:
    """The part of a network that is drawn; ``organisations`` is how many there are, ``shown`` how many are in it."""

    network: Network
    organisations: int
    shown: int

    def note(self, language: Language) -> str:
        """That only a part is drawn; "" where all of it is."""
        if self.shown == self.organisations:
            return ""
        return language.text("estimates.film", n=self.shown, organisations=language.number(self.organisations))


def drawn(network: Network) -> Drawn:
    """The network as it is; of a very large one the best-connected, and what ties these to each other.

    As many as :data:`MOST_NODES` and their ties :data:`MOST_TIES` allow, those with most cooperation ties of all time
    first, of equal ones the first by id; two at least.
    """
    ids = pd.Index(network.organisations["organisation_id"])
    members = np.unique(ids.get_indexer(pd.Index(network.memberships["organisation_id"])))
    members = members[members >= 0]
    ties = network.cooperation_ties
    if len(members) <= MOST_NODES and len(ties) <= MOST_TIES:
        return Drawn(network, len(members), len(members))
    ends = np.column_stack([ids.get_indexer(pd.Index(ties[name])) for name in ("organisation_id", "partner_id")])
    degrees = np.bincount(ends.ravel(), minlength=len(ids))
    order = members[np.argsort(-degrees[members], kind="stable")]
    rank = np.full(len(ids), len(ids))
    rank[order] = np.arange(len(order))
    # A tie is in the picture once the later of its ends is.
    completed = np.bincount(rank[ends].max(axis=1), minlength=len(ids) + 1)
    allowed = int(np.searchsorted(np.cumsum(completed), MOST_TIES, side="right"))
    shown = order[: max(min(MOST_NODES, allowed), 2)]
    return Drawn(_among(network, ids[shown]), len(members), len(shown))


def _among(network: Network, ids: "pd.Index[str]") -> Network:
    """The network of some organisations alone; cooperations keep what they are, without the members beyond."""
    ties, memberships = network.cooperation_ties, network.memberships[network.memberships["organisation_id"].isin(ids)]
    return replace(
        network,
        organisations=network.organisations[network.organisations["organisation_id"].isin(ids)].reset_index(drop=True),
        cooperations=network.cooperations[network.cooperations["cooperation_id"].isin(memberships["cooperation_id"])],
        memberships=memberships.reset_index(drop=True),
        cooperation_ties=ties[ties["organisation_id"].isin(ids) & ties["partner_id"].isin(ids)].reset_index(drop=True),
    )


def few_guests(guests: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The guests (event_id, organisation_id) that a picture keeps, and how many events are left out for that.

    The largest events first go, until :data:`MOST_GUESTS` are left: they say least of who met whom.
    """
    if len(guests) <= MOST_GUESTS:
        return guests, 0
    sizes = guests.groupby("event_id").size().sort_values(kind="stable")
    kept = sizes.index[sizes.cumsum() <= MOST_GUESTS]
    return guests[guests["event_id"].isin(kept)], len(sizes) - len(kept)
