"""How good the rules are: measured on names of which it is known which are one organisation."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz, utils

from analytics.errors import QuestionError
from analytics.identity.candidates import candidates
from analytics.identity.records import Record

COLUMNS = ("organisation_id", "name", "city", "country")
PRECISION = 0.99
"""The least share of right ones among those that are joined without asking."""


@dataclass(frozen=True)
class Quality:
    """Counts of pairs of names: how many are one organisation (``true``), how many were found, and how many rightly.

    ``sure`` are joined without asking, ``listed`` are these and those to be asked about; ``most`` is the largest number
    of candidates that a name has. ``plain`` is what the plainest way finds, see :func:`plain_way`.
    """

    names: int
    true: int
    sure: int
    sure_right: int
    listed: int
    listed_right: int
    most: int
    plain: "Plain"

    @property
    def precision(self) -> float | None:
        """The share of the sure pairs that are right; None where none is sure."""
        return self.sure_right / self.sure if self.sure else None

    @property
    def sure_recall(self) -> float | None:
        """The share of the true pairs that are sure; None where there is no true one."""
        return self.sure_right / self.true if self.true else None

    @property
    def recall(self) -> float | None:
        """The share of the true pairs that are sure or listed; None where there is no true one."""
        return self.listed_right / self.true if self.true else None


@dataclass(frozen=True)
class Plain:
    """The plainest way at its best: from which ratio (0 to 100) pairs are joined, how many, and how many rightly."""

    ratio: float | None
    sure: int
    right: int


def measure(path: Path) -> Quality:
    """Measure the rules on a CSV file of names with the columns of ``COLUMNS``.

    Raises QuestionError where the file has not these columns.
    """
    rows = _rows(path)
    records = [
        Record(str(number), str(number), row["name"], place=row["city"] or None, country=row["country"] or None)
        for number, row in enumerate(rows)
    ]
    truth = {record.record_id: row["organisation_id"] for record, row in zip(records, rows, strict=True)}

    def right(one: Record, other: Record) -> bool:
        return truth[one.record_id] == truth[other.record_id]

    found = candidates(records)
    sure = [pair for pair in found if pair.verdict == "sure"]
    partners = [record for pair in found for record in (pair.one.record_id, pair.other.record_id)]
    return Quality(
        names=len(records),
        true=sum(right(one, other) for one, other in combinations(records, 2)),
        sure=len(sure),
        sure_right=sum(right(pair.one, pair.other) for pair in sure),
        listed=len(found),
        listed_right=sum(right(pair.one, pair.other) for pair in found),
        most=max((partners.count(record) for record in set(partners)), default=0),
        plain=plain_way([(ratio, right(one, other)) for one, other, ratio in _ratios(records)]),
    )


def plain_way(ratios: Sequence[tuple[float, bool]]) -> Plain:
    """The plainest way, with the lowest ratio at which it is as precise as the rules have to be.

    ``ratios`` are RapidFuzz's token-set ratios of pairs in one city and country, each with whether the pair is one.
    """
    best, right = Plain(None, 0, 0), 0
    ordered = sorted(ratios, reverse=True)
    for sure, (ratio, is_one) in enumerate(ordered, 1):
        right += is_one
        is_last_of_ratio = sure == len(ordered) or ordered[sure][0] < ratio
        if is_last_of_ratio and right / sure >= PRECISION:
            best = Plain(ratio, sure, right)
    return best


def _ratios(records: Sequence[Record]) -> list[tuple[Record, Record, float]]:
    by_place: dict[tuple[str, str | None], list[Record]] = {}
    for record in records:
        if record.place:
            by_place.setdefault((record.place.casefold().strip(), record.country), []).append(record)
    return [
        (one, other, fuzz.token_set_ratio(one.name, other.name, processor=utils.default_process))
        for together in by_place.values()
        for one, other in combinations(together, 2)
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if missing := [column for column in COLUMNS if column not in (reader.fieldnames or ())]:
            raise QuestionError("not_labelled_names", file=path.name, columns=", ".join(missing))
        return [{column: row[column] or "" for column in COLUMNS} for row in reader]
