"""Which pairs of records are worth a closer look: names alike in three letters running, initials, a small place."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from scipy import sparse

from analytics.identity.normal_name import NormalName
from analytics.identity.records import Record

_NEAREST = 8
_SMALL_PLACE = 12
_CHUNK = 1000
_COMMON = 0.2

Pair = tuple[int, int]


def pairs(records: Sequence[Record]) -> set[Pair]:
    """Pairs of positions in ``records``, the smaller first, of different organisations that may be one.

    Each name comes with the eight that share most rare runs of three letters with it, with whatever its words are the
    initials of, and with all others of a place in which only a few are known. Records of countries that are known to
    differ are never paired.
    """
    if len(records) < 2:
        return set()
    found = _by_letters(records) | _by_initials(records) | _by_place(records)
    return {pair for pair in found if _may_be_one(records[pair[0]], records[pair[1]])}


def _may_be_one(one: Record, other: Record) -> bool:
    if one.organisation == other.organisation:
        return False
    return one.country is None or other.country is None or one.country == other.country


def _by_letters(records: Sequence[Record]) -> set[Pair]:
    vectors = _vectors([record.normal for record in records])
    turned = vectors.T.tocsr()
    found: set[Pair] = set()
    for start in range(0, vectors.shape[0], _CHUNK):
        near = (vectors[start : start + _CHUNK] @ turned).tocsr()
        for row in range(near.shape[0]):
            columns = near.indices[near.indptr[row] : near.indptr[row + 1]]
            values = near.data[near.indptr[row] : near.indptr[row + 1]]
            if len(values) > _NEAREST + 1:
                columns = columns[np.argpartition(values, -_NEAREST - 1)[-_NEAREST - 1 :]]
            here = start + row
            found.update((min(here, there), max(here, there)) for there in columns.tolist() if there != here)
    return found


def _vectors(names: Sequence[NormalName]) -> sparse.csr_matrix:
    """A row a name, a column a run of three letters that not too many have, the rarer the heavier; rows of length 1."""
    numbers: dict[str, int] = {}
    rows, columns = [], []
    for row, name in enumerate(names):
        for run in _runs(name):
            rows.append(row)
            columns.append(numbers.setdefault(run, len(numbers)))
    shape = (len(names), max(1, len(numbers)))
    counts = np.bincount(np.array(columns, int), minlength=shape[1])
    weights = np.log(len(names) / np.maximum(counts, 1)) + 1e-3
    weights[counts > max(50, _COMMON * len(names))] = 0
    matrix = sparse.csr_matrix((weights[columns], (rows, columns)), shape)
    matrix.eliminate_zeros()
    length = np.sqrt(matrix.multiply(matrix).sum(axis=1)).A1
    return (sparse.diags(1 / np.maximum(length, 1e-9)) @ matrix).tocsr().astype(np.float32)


def _runs(name: NormalName) -> set[str]:
    text = f"  {' '.join((*name.words, *name.aside))} "
    return {text[at : at + 3] for at in range(len(text) - 2)}


def _by_initials(records: Sequence[Record]) -> set[Pair]:
    by_initials: dict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        if len(record.normal.initials) >= 3:
            by_initials[record.normal.initials].append(at)
    found: set[Pair] = set()
    for at, record in enumerate(records):
        for word in (*record.normal.words, *record.normal.aside):
            if 3 <= len(word) <= 8:
                found.update((min(at, there), max(at, there)) for there in by_initials.get(word, ())[:_NEAREST])
    return {pair for pair in found if pair[0] != pair[1]}


def _by_place(records: Sequence[Record]) -> set[Pair]:
    by_place: dict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        if record.town:
            by_place[record.town].append(at)
    small = (together for together in by_place.values() if len(together) <= _SMALL_PLACE)
    return {pair for together in small for pair in _all_pairs(together)}


def _all_pairs(positions: Iterable[int]) -> Iterable[Pair]:
    listed = list(positions)
    return ((one, other) for at, one in enumerate(listed) for other in listed[at + 1 :])
