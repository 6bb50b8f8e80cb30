"""Fair pairs over a guest list: everybody is introduced to somebody, nobody to half the room."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from analytics.network.introductions.affinity import Numbers, Values

FEWEST, MOST = 2, 5
"""So many introductions everybody gets where that is possible, and nobody gets more."""
_STRONG = 0.75
_BEST_OF_EACH = 40
_SECONDS = 5.0


def guest_pairs(score: Values, allowed: NDArray[np.bool_], familiar: NDArray[np.bool_]) -> Numbers:
    """The pairs of guests to introduce: one row of two places each, no pair twice; strangers first, then the best.

    ``score``, ``allowed`` and ``familiar`` (who hardly needs to be introduced) are symmetric, a row and a column per
    guest. First of all as few introductions as can be are missing to two for everybody; then the sum of what the pairs
    are worth is greatest: by how far a pair's score lies above three quarters of all pairs, 100 less for familiar ones.
    So a pair that is not among the best quarter, or familiar, is taken only to give somebody its two. A matching with
    bounds, solved as an integer programme (HiGHS). On lists of more than 80 guests each one's 40 best are looked at,
    and its neighbours on the list, so that nobody is left over. After some seconds the best found so far is taken.
    """
    worth = np.where(familiar, score - 100.0, score)
    pairs = _candidates(worth, allowed)
    if not len(pairs):
        return pairs
    strong = float(np.quantile(score[allowed], _STRONG))
    chosen = pairs[_solved(pairs, worth[pairs[:, 0], pairs[:, 1]] - strong, len(score))]
    one, other = chosen[:, 0], chosen[:, 1]
    order = np.lexsort((other, one, -score[one, other], familiar[one, other]))
    return chosen[order]


def _candidates(score: Values, allowed: NDArray[np.bool_]) -> Numbers:
    open_pairs = np.triu(allowed, 1)
    guests = len(score)
    if guests > 2 * _BEST_OF_EACH:
        ranked = np.where(allowed, score, -np.inf)
        border = -np.partition(-ranked, _BEST_OF_EACH, axis=1)[:, _BEST_OF_EACH]
        near = np.abs(np.subtract.outer(np.arange(guests), np.arange(guests)))
        beside = np.minimum(near, guests - near) <= MOST
        open_pairs &= (ranked >= border[:, None]) | (ranked >= border[None, :]) | beside
    return np.argwhere(open_pairs).astype(np.int64)


def _solved(pairs: Numbers, worth: Values, guests: int) -> NDArray[np.bool_]:
    """Which pairs are taken. Behind them stands one variable per guest: how many introductions it lacks to two."""
    count = len(pairs)
    ends = sparse.csr_matrix(
        (np.ones(2 * count), (pairs.T.ravel(), np.tile(np.arange(count), 2))), shape=(guests, count)
    )
    missing = 1 + MOST * guests * float(np.abs(worth).max())
    found = milp(
        np.concatenate([-worth, np.full(guests, missing)]),
        integrality=np.concatenate([np.ones(count), np.zeros(guests)]),
        bounds=Bounds(0, np.concatenate([np.ones(count), np.full(guests, FEWEST)])),
        constraints=[
            LinearConstraint(sparse.hstack([ends, sparse.identity(guests)]), lb=FEWEST),
            LinearConstraint(sparse.hstack([ends, sparse.csr_matrix((guests, guests))]), ub=MOST),
        ],
        options={"time_limit": _SECONDS},
    )
    if found.x is None:
        return _one_by_one(pairs, worth, guests)
    return np.asarray(found.x[:count] > 0.5)


def _one_by_one(pairs: Numbers, worth: Values, guests: int) -> NDArray[np.bool_]:
    """What is taken where time ran out before any solution: the best pair first, as long as one of both lacks some."""
    taken = np.zeros(len(pairs), dtype=bool)
    has = np.zeros(guests, dtype=np.int64)
    for pair in np.argsort(-worth, kind="stable").tolist():
        one, other = pairs[pair]
        if min(has[one], has[other]) < FEWEST and max(has[one], has[other]) < MOST:
            taken[pair] = True
            has[pairs[pair]] += 1
    return taken
