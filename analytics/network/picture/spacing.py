"""Points kept apart from each other, and free places among them."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

Places = NDArray[np.float64]

LEAST = 1.0
"""How far apart two organisations stand at least, room permitting."""
_ROUNDS = 60


def apart(places: Places, radius: float) -> Places:
    """The places moved as little as needed to be :data:`LEAST` apart, within a disc of ``radius`` around the middle."""
    moved = places.copy()
    for _ in range(_ROUNDS):
        near = KDTree(moved).query_pairs(LEAST * 0.98, output_type="ndarray")
        if not len(near):
            break
        way = moved[near[:, 1]] - moved[near[:, 0]]
        far = np.hypot(way[:, 0], way[:, 1])
        # Two in the same place part along a direction of their own.
        is_one = far < 1e-9
        way[is_one] = np.column_stack([np.cos(near[:, 0]), np.sin(near[:, 1])])[is_one] + 1e-3
        length = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)
        push = (way / length[:, None]) * ((LEAST - np.minimum(far, LEAST)) / 2)[:, None]
        np.add.at(moved, near[:, 0], -push)
        np.add.at(moved, near[:, 1], push)
        out = np.hypot(moved[:, 0], moved[:, 1])
        moved *= np.minimum(1.0, radius / np.maximum(out, 1e-9))[:, None]
    return moved


def free_place(taken: Places, wanted: Places) -> Places:
    """The place nearest to ``wanted`` that is :data:`LEAST` away from all that are taken."""
    if not len(taken):
        return wanted
    tree = KDTree(taken)
    for ring in range(1, 2000):
        angles = np.linspace(0, 2 * np.pi, 6 * ring, endpoint=False) + 0.5 * ring
        circle = wanted + 0.5 * (ring - 1) * np.column_stack([np.cos(angles), np.sin(angles)])
        free = tree.query(circle)[0] >= LEAST
        if free.any():
            return np.asarray(circle[np.flatnonzero(free)[0]])
    return wanted
