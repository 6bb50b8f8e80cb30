"""Where the organisations stand in the picture of the network: one place each, for all time.

Communities first. The union of all ties falls into groups (:mod:`analytics.network.communities`); each gets a disc
as large as its members need, discs stand near those they share ties with and never overlap, and inside each the
members are spread over the disc. Forces alone pile a network of some hundred organisations up in the middle.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from analytics.network.communities import communities
from analytics.network.configuration_model import same_chance
from analytics.network.network import DayGraph, Numbers
from analytics.network.picture.discs import placed_discs
from analytics.network.picture.spacing import apart

Places = NDArray[np.float64]

ROOM = 0.72
"""The radius of a group's disc for one member; it grows with the root of their number."""
_RIM = 0.85
"""The free space around a disc."""
_SMALL = 90
"""Up to how many members Kamada and Kawai's springs place a group; beyond, Fruchterman and Reingold's are faster."""


def layout(network: DayGraph) -> pd.DataFrame:
    """One row per node: organisation_id, x, y, group. Neighbouring nodes are about 1 apart, y points up.

    Groups are numbered from the largest. The same network has the same layout, whatever was drawn before.
    """
    groups = communities(network)
    centres, radii = placed_discs(_between(network, groups), np.bincount(groups), ROOM, _RIM)
    places = centres[groups] if len(groups) else np.zeros((0, 2))
    outward = _outward(network, groups, centres)
    # Who is a group of its own stands in its middle.
    for group in range(int((np.bincount(groups) > 1).sum()) if len(groups) else 0):
        members, radius = np.flatnonzero(groups == group), radii[group]
        inside = _spread(network, members) * (radius - _RIM)
        places[members] = centres[group] + apart(_turned(inside, outward[members]), radius - _RIM / 2)
    return pd.DataFrame({"organisation_id": network.ids, "x": places[:, 0], "y": places[:, 1], "group": groups})


def _between(network: DayGraph, groups: Numbers) -> csr_array:
    """How many ties lie between each two groups; none within one."""
    count = int(groups.max(initial=-1)) + 1
    ends = groups[network.links]
    ends = ends[ends[:, 0] != ends[:, 1]]
    both = np.vstack([ends, ends[:, ::-1]])
    return csr_array((np.ones(len(both)), (both[:, 0], both[:, 1])), shape=(count, count))


def _spread(network: DayGraph, members: Numbers) -> Places:
    """The group's members spread evenly over a disc of radius 1, partners near each other."""
    if len(members) == 1:
        return np.zeros((1, 2))
    graph = network.graph.induced_subgraph(members.tolist())
    with same_chance():
        drawn = graph.layout_kamada_kawai() if len(members) <= _SMALL else graph.layout_fruchterman_reingold(niter=150)
    places = np.asarray(drawn.coords)
    places -= places.mean(axis=0)
    far = np.hypot(places[:, 0], places[:, 1])
    angle = np.arctan2(places[:, 1], places[:, 0])
    # By rank, not by distance: so the disc is filled evenly, its middle not crowded and its rim not empty.
    rank = np.argsort(np.argsort(far, kind="stable"), kind="stable")
    even = np.sqrt((rank + 0.5) / len(members))
    return np.column_stack([even * np.cos(angle), even * np.sin(angle)])


def _outward(network: DayGraph, groups: Numbers, centres: Places) -> Places:
    """Each node's pull towards the groups that its partners outside its own are in."""
    pull = np.zeros((len(groups), 2))
    for one, other in ((0, 1), (1, 0)):
        here, there = network.links[:, one], network.links[:, other]
        way = centres[groups[there]] - centres[groups[here]]
        np.add.at(pull, here, way / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None])
    return pull


def _turned(places: Places, pull: Places) -> Places:
    """The group turned, mirrored where that helps, so that members face the partners they have elsewhere."""
    best, most = places, -np.inf
    for mirror in (1.0, -1.0):
        seen = places * np.array([1.0, mirror])
        along = (seen * pull).sum()
        across = (seen[:, 0] * pull[:, 1] - seen[:, 1] * pull[:, 0]).sum()
        facing = float(np.hypot(along, across))
        if facing > most + 1e-9:
            angle = np.arctan2(across, along)
            turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
            best, most = seen @ turn, facing
    return best
