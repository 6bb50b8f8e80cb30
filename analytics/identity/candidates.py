"""Which organisations may be one: the sure ones, and at most three to be asked about for each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from analytics.identity.blocking import pairs
from analytics.identity.records import Known, Record
from analytics.identity.score import Score, score

Verdict = Literal["sure", "review"]
MOST_CANDIDATES = 3
REVIEW_FROM = 0.01
"""The least likelihood of a pair that somebody is asked about."""


@dataclass(frozen=True)
class Candidate:
    """Two records that may be one organisation; ``one`` has the smaller id."""

    one: Record
    other: Record
    score: Score

    @property
    def verdict(self) -> Verdict:
        """Whether they may be joined without asking."""
        return "sure" if self.score.is_sure else "review"

    @property
    def organisations(self) -> tuple[str, str]:
        """The ids of the organisations that the two records count as."""
        return (self.one.organisation, self.other.organisation)

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of the two records."""
        return (self.one.record_id, self.other.record_id)


def candidates(records: Sequence[Record]) -> list[Candidate]:
    """The pairs that are surely or perhaps one organisation, sure ones first, then the likeliest.

    Each record stands in three of them at most. The order of the records makes no difference.
    """
    return list(at_most(all_candidates(records)))


def all_candidates(records: Sequence[Record]) -> list[Candidate]:
    """Like :func:`candidates`, but a record may stand in any number of pairs."""
    ordered = sorted(records, key=lambda record: record.record_id)
    known = Known.of(ordered)
    scored = (
        Candidate(ordered[one], ordered[other], score(ordered[one], ordered[other], known))
        for one, other in pairs(ordered)
    )
    found = [(pair.score.likelihood, pair) for pair in scored]
    found = [(likelihood, pair) for likelihood, pair in found if likelihood >= REVIEW_FROM or pair.score.is_sure]
    found.sort(key=lambda entry: (not entry[1].score.is_sure, -entry[0], entry[1].ids))
    return [pair for _, pair in found]


def at_most(found: Iterable[Candidate]) -> Iterable[Candidate]:
    """The pairs, in their order, as long as neither organisation stands in three already."""
    used: Counter[str] = Counter()
    for pair in found:
        if all(used[organisation] < MOST_CANDIDATES for organisation in pair.organisations):
            used.update(pair.organisations)
            yield pair
