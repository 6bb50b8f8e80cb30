"""The list of pairs that somebody decides on, with what is known of each and what they would share."""

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from analytics.identity.candidates import Candidate, all_candidates, at_most
from analytics.identity.joining import leading
from analytics.identity.score import Reason
from analytics.identity.stored_records import COUNTS, FACTS, Pair, StoredRecords
from analytics.language import Language
from analytics.store import Store

Suggestion = Literal["same", "parent", "child"]
LIKELY = 0.5
"""Less likely pairs are shown to who asks for them."""


@dataclass(frozen=True)
class Question:
    """A pair to be decided on: the two, how likely they are one, and why it is asked."""

    candidate: Candidate
    put_off: bool
    taken_back: bool

    @property
    def suggestion(self) -> Suggestion:
        """What the names suggest, said of the first: the same, its parent, or a part of it."""
        parent = self.candidate.score.parent
        return "same" if parent is None else "parent" if parent == "one" else "child"

    @property
    def doubts(self) -> tuple[Reason, ...]:
        """Why it is asked rather than done."""
        if self.taken_back:
            return (Reason("was_taken_back"), *self.candidate.score.doubts)
        if self.candidate.score.is_sure:
            return (Reason("several"),)
        return self.candidate.score.doubts


@dataclass(frozen=True)
class Review:
    """The questions, the likeliest first and those that were put off last, and the records behind them."""

    questions: tuple[Question, ...]
    held: StoredRecords

    def from_likelihood(self, least: float) -> tuple[Question, ...]:
        """The questions on pairs that are at least so likely (0 to 1) one."""
        return tuple(question for question in self.questions if question.candidate.score.likelihood >= least)

    def frame(self, language: Language) -> pd.DataFrame:
        """One row per question.

        Columns: one_id, other_id, one_name, other_name, likelihood (0 to 1), suggestion (same; parent or child, said of
        the first), reasons and doubts (sentences), put_off.
        """
        return pd.DataFrame(
            [
                {
                    "one_id": question.candidate.one.record_id,
                    "other_id": question.candidate.other.record_id,
                    "one_name": question.candidate.one.name,
                    "other_name": question.candidate.other.name,
                    "likelihood": question.candidate.score.likelihood,
                    "suggestion": question.suggestion,
                    "reasons": [reason.sentence(language) for reason in question.candidate.score.reasons],
                    "doubts": [reason.sentence(language) for reason in question.doubts],
                    "put_off": question.put_off,
                }
                for question in self.questions
            ],
            columns=[
                "one_id", "other_id", "one_name", "other_name", "likelihood", "suggestion", "reasons", "doubts",
                "put_off",
            ],
        )  # fmt: skip

    def side_by_side(self, question: Question) -> pd.DataFrame:
        """What is known of each of the two and what both would be together.

        One row per fact: name, those of ``FACTS``, first_on and last_on (of held events attended), and those of
        ``COUNTS``; columns fact, one, other, together. The one that would lead speaks first, the other fills in; what
        both took part in counts once. None where nothing is known.
        """
        one, other = (self.held.row_of(organisation) for organisation in question.candidate.organisations)
        first, second = (one, other) if self._leads(question) else (other, one)
        rows = [(fact, one[fact], other[fact], _first(first[fact], second[fact])) for fact in ("name", *FACTS)]
        for fact, earliest in (("first_on", min), ("last_on", max)):
            known = [row[fact] for row in (one, other) if row[fact] is not None]
            rows.append((fact, one[fact], other[fact], earliest(known, default=None)))
        for fact in COUNTS:
            rows.append((fact, *_counted(one[fact], other[fact])))
        return pd.DataFrame(rows, columns=["fact", "one", "other", "together"], dtype=object)

    def shared(self, question: Question) -> dict[str, list[str]]:
        """What both took part in already: the ids of held events and of cooperations."""
        one, other = (self.held.row_of(organisation) for organisation in question.candidate.organisations)
        return {fact: sorted({*one[fact]} & {*other[fact]}) for fact in ("events", "cooperations")}

    def _leads(self, question: Question) -> bool:
        """Whether the first of the two would lead, were they one."""
        return leading(question.candidate.organisations, self.held) == question.candidate.one.organisation


def review(store: Store) -> Review:
    """The pairs of organisations that somebody should decide on; none on which somebody has."""
    held = StoredRecords.of(store)
    seen: set[Pair] = set(held.decided)
    fresh: list[Candidate] = []
    late: list[Candidate] = []
    for pair in sorted(all_candidates(held.records), key=lambda pair: (-pair.score.likelihood, pair.ids)):
        both = frozenset(pair.organisations)
        if both not in seen:
            seen.add(both)
            (late if both in held.put_off else fresh).append(pair)
    asked = [*at_most(fresh), *late]
    return Review(tuple(_question(pair, held) for pair in asked), held)


def _question(pair: Candidate, held: StoredRecords) -> Question:
    both = frozenset(pair.organisations)
    return Question(pair, both in held.put_off, both in held.taken_back)


def _first(one: object, other: object) -> object:
    return other if one is None else one


def _counted(one: Any, other: Any) -> tuple[int, int, int]:
    """How many each has, and how many they have together."""
    if isinstance(one, list):
        return len(one), len(other), len({*one, *other})
    return one, other, one + other
