"""Attendance as chance could have had it, with everything but who met whom as it was.

Within events of the same format and year and organisations of the same kind, the guests of two events are dealt anew:
whoever was at both stays at both, the others are shuffled between the two. So each event keeps its size and its mix of
kinds, each organisation its number of events of every format in every year, and nobody is at an event twice. This is
the curveball trade (Strona et al. 2014, Nature Communications 5:4114), under which all such attendances are equally
likely (Carstens 2015, Physical Review E 91:042812).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
_TRADES_PER_EVENT = 4
_MOST_CELLS = 40_000_000


@dataclass(frozen=True)
class Block:
    """Events among which guests may be dealt anew, many times over.

    ``organisations``: who was at one of them, in order of their numbers. ``days``: each event's day. ``present``: who
    was where, shape (events, organisations, times).
    """

    organisations: Numbers
    days: Numbers
    present: NDArray[np.bool_]


def permuted_attendance(
    visits: pd.DataFrame, kinds: Numbers, times: int, rng: np.random.Generator
) -> Iterator[tuple[int, Block]]:
    """All ``visits`` dealt anew ``times`` times, one block of events after the other.

    ``visits``: one row per event and organisation: event, organisation, day (since 1970), format. ``kinds``: each
    organisation's kind as a number. Gives each block with the first of the times that it is about: a large one comes in
    several parts.
    """
    year = visits["day"].to_numpy().astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64)
    for _, rows in visits.groupby([visits["format"].fillna(""), year], sort=True):
        events, row = np.unique(rows["event"].to_numpy(), return_inverse=True)
        organisations, column = np.unique(rows["organisation"].to_numpy(), return_inverse=True)
        days = rows["day"].to_numpy()[np.unique(row, return_index=True)[1]]
        present = np.zeros((len(events), len(organisations)), dtype=bool)
        present[row, column] = True
        step = max(1, _MOST_CELLS // present.size)
        for start in range(0, times, step):
            many = np.repeat(present[:, :, None], min(step, times - start), axis=2)
            _deal(many, kinds[organisations], rng)
            yield start, Block(organisations, days, many)


def _deal(present: NDArray[np.bool_], kinds: Numbers, rng: np.random.Generator) -> None:
    """Deal the guests of the events anew, in place; the first trade of two events already gives any of the deals."""
    events = len(present)
    if events < 2:
        return
    order = np.argsort(kinds, kind="stable")
    ordered = present[:, order]
    block = np.unique(kinds[order], return_inverse=True)[1]
    for _ in range(1 if events == 2 else _TRADES_PER_EVENT * events):
        one, other = rng.choice(events, 2, replace=False).tolist()
        _trade(ordered, one, other, block, rng)
    present[:, order] = ordered


def _trade(present: NDArray[np.bool_], one: int, other: int, block: Numbers, rng: np.random.Generator) -> None:
    """Shuffle those that were at one of the two events between them, within each kind; ``block`` is in order."""
    single = present[one] ^ present[other]
    some = single.any(axis=1)
    single, block = single[some], block[some]
    starts = np.flatnonzero(np.diff(block, prepend=-1))
    if not len(starts):
        return
    wanted = np.add.reduceat(present[one][some] & single, starts, axis=0, dtype=np.int32)
    # Those that can be dealt come first in their kind, in random order; the first of them go to the one event.
    keys = rng.random(single.shape, dtype=np.float32) + 4 * block[:, None] + 2 * ~single
    ranks = np.arange(len(block)) - np.repeat(starts, np.diff(starts, append=len(block)))
    place = np.cumsum(np.diff(block, prepend=block[0]) > 0)
    chosen = np.zeros_like(single)
    np.put_along_axis(chosen, np.argsort(keys, axis=0), ranks[:, None] < wanted[place], axis=0)
    both = present[one] & present[other]
    dealt_one, dealt_other = both.copy(), both
    dealt_one[some] |= chosen
    dealt_other[some] |= single & ~chosen
    present[one], present[other] = dealt_one, dealt_other
