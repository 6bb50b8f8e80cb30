"""Discs of groups in the plane: near those that they share ties with, never on top of each other."""

import igraph
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from analytics.network.configuration_model import same_chance
from analytics.network.network import Numbers

Places = NDArray[np.float64]

_STEPS = 240
MOST_PULLED = 150
"""So many groups are placed by what ties them; a picture of more cannot be read."""


def placed_discs(weights: csr_array | Places, sizes: Numbers, room: float, rim: float) -> tuple[Places, Places]:
    """Centres (k x 2) and radii (k) of discs for groups of ``sizes`` members, the largest first.

    ``weights`` (k x k, symmetric) says how many ties lie between two groups: the more, the nearer. Groups connected
    with the first stand in the middle, the rest is packed around them, largest first. Of more than :data:`MOST_PULLED`
    groups the further ones stand in rings around these, so that time grows with their number and not with its square.
    """
    radii = room * np.sqrt(sizes.astype(float)) + rim
    centres = np.zeros((len(sizes), 2))
    if not len(sizes):
        return centres, radii
    some = min(len(sizes), MOST_PULLED)
    near = csr_array(weights)[:some][:, :some]
    parts = connected_components(near, directed=False)[1]
    placed: list[int] = []
    for part in dict.fromkeys(parts.tolist()):
        members = np.flatnonzero(parts == part)
        shape = _pulled_together(near[members][:, members].toarray(), radii[members])
        middle, whole = _around(shape, radii[members])
        centres[members] = shape - middle + _free_place(centres[placed], radii[placed], whole)
        placed += members.tolist()
    centres[some:] = in_rings(radii[some:], float((np.hypot(*centres[:some].T) + radii[:some]).max()))
    return centres, radii


def in_rings(radii: Places, inner: float) -> Places:
    """Centres of discs in rings around a circle of radius ``inner`` about the middle, in their order, none overlapping.

    ``radii`` fall or stay the same.
    """
    centres = np.zeros((len(radii), 2))
    start = 0
    while start < len(radii):
        ring = inner + radii[start]
        step = 2 * np.arcsin(radii[start] / ring)
        here = np.arange(start, min(len(radii), start + max(1, int(2 * np.pi / step))))
        angle = (here - start) * step
        centres[here] = ring * np.column_stack([np.cos(angle), np.sin(angle)])
        inner, start = ring + radii[start], start + len(here)
    return centres


def _pulled_together(weights: Places, radii: Places) -> Places:
    """Discs drawn towards each other by their ties and to the middle, and pushed apart where they would overlap."""
    places = _begun(weights, radii)
    pull = weights / np.maximum(weights.sum(axis=1, keepdims=True), 1e-9)
    pull = (pull + pull.T) / 2
    for step in range(_STEPS):
        way = places[None, :, :] - places[:, None, :]
        far = np.maximum(np.hypot(way[..., 0], way[..., 1]), 1e-6)
        heat = 0.12 * (1 - step / _STEPS)
        gap = np.maximum(far - radii[:, None] - radii[None, :], 0)
        drawn = (pull * gap / far)[..., None] * way
        places = places + heat * (drawn.sum(axis=1) - 0.15 * places)
        places = _parted(places, radii)
    for _ in range(200):
        places, before = _parted(places, radii), places
        if np.abs(places - before).max() < 1e-3:
            break
    return places


def _begun(weights: Places, radii: Places) -> Places:
    """Where the discs start from: Fruchterman and Reingold's forces between their middles."""
    one, other = np.nonzero(np.triu(weights))
    graph = igraph.Graph(n=len(radii), edges=np.column_stack([one, other]))
    with same_chance():
        drawn = graph.layout_fruchterman_reingold(weights=np.sqrt(weights[one, other]).tolist(), niter=1000)
    places = np.asarray(drawn.coords)
    places -= places.mean(axis=0)
    reach = np.hypot(places[:, 0], places[:, 1]).max()
    return np.asarray(places * (1.6 * radii.mean() * np.sqrt(len(radii)) / max(reach, 1e-9)))


def _parted(places: Places, radii: Places) -> Places:
    """One step apart for discs that overlap, the smaller one giving way further."""
    way = places[None, :, :] - places[:, None, :]
    far = np.maximum(np.hypot(way[..., 0], way[..., 1]), 1e-6)
    overlap = np.maximum(radii[:, None] + radii[None, :] - far, 0)
    np.fill_diagonal(overlap, 0)
    share = radii[None, :] ** 2 / (radii[:, None] ** 2 + radii[None, :] ** 2)
    return np.asarray(places - ((overlap * share / far)[..., None] * way).sum(axis=1) * 0.9)


def _around(places: Places, radii: Places) -> tuple[Places, float]:
    """The middle of the discs, and the radius of a circle around all of them."""
    weight = radii**2
    middle = (places * weight[:, None]).sum(axis=0) / weight.sum()
    return middle, float((np.hypot(*(places - middle).T) + radii).max())


def _free_place(centres: Places, radii: Places, radius: float) -> Places:
    """The place nearest to the middle at which a disc of ``radius`` overlaps none of those there."""
    if not len(centres):
        return np.zeros(2)
    reach = float((np.hypot(centres[:, 0], centres[:, 1]) + radii).max()) + 2 * radius
    angles = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    distances = np.arange(0, reach + radius, max(radius / 3, reach / 160))
    candidates = np.column_stack(
        [np.outer(distances, np.cos(angles)).ravel(), np.outer(distances, np.sin(angles)).ravel()]
    )
    far = np.hypot(candidates[:, 0, None] - centres[None, :, 0], candidates[:, 1, None] - centres[None, :, 1])
    return np.asarray(candidates[np.flatnonzero((far >= radii[None, :] + radius).all(axis=1))[0]])
