"""Joining without asking: organisations that are surely one, unless anything makes it ambiguous."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import Any

from analytics.identity.candidates import Candidate, all_candidates
from analytics.identity.records import Record, where
from analytics.identity.score import Reason
from analytics.identity.stored_records import COUNTS, FACTS, Pair, StoredRecords
from analytics.intake.domains import Domains
from analytics.intake.edits import Edit, edit
from analytics.language import Language
from analytics.store import Store

BY_RULE = "rules"
"""Who joined, in the ledger."""


@dataclass(frozen=True)
class Join:
    """An organisation that counts as another from now on, with what spoke for it."""

    joined: Record
    lead: Record
    likelihood: float
    reasons: tuple[Reason, ...]

    def sentence(self, language: Language) -> str:
        """What was joined and the two strongest reasons that lie in the two themselves, in words."""
        own = [reason for reason in self.reasons if reason.rule != "small_place"]
        strongest = sorted(own, key=lambda reason: -reason.points)[:2]
        return language.text(
            "identity.joined",
            name=self.joined.name,
            lead=self.lead.name,
            reasons=" ".join(reason.sentence(language) for reason in strongest),
        )


@dataclass(frozen=True)
class Joined:
    """What was joined in one batch; ``batch`` is None where nothing was."""

    batch: str | None
    joins: tuple[Join, ...] = ()


def join_sure(store: Store, *, title: str, domains: Domains = MappingProxyType({})) -> Joined:
    """Join all organisations that are surely one, as one batch called ``title``; nothing where there are none.

    ``domains`` are those of the e-mail addresses that came with them. What somebody decided otherwise, or took back, is
    left alone; so is a name that may be one of several.
    """
    held = StoredRecords.of(store, domains)
    joins = sure_joins(held, all_candidates(held.records))
    rows = [
        {"alias": join.joined.organisation, "organisation_id": join.lead.organisation, "basis": "estimated"}
        for join in joins
    ]
    if not rows:
        return Joined(None)
    report = edit(store, [Edit("organisation_aliases", rows)], title=title, who=BY_RULE)
    return Joined(report.batch, tuple(joins)) if report.batch else Joined(None)


def sure_joins(held: StoredRecords, found: Iterable[Candidate]) -> list[Join]:
    """Which organisations to join, each with the one that leads.

    Two are joined where all that either is surely one with is surely one with the other, too: of three names that fit
    in a row, the one in the middle may be either of the others.
    """
    best = _best_of_each(pair for pair in found if pair.verdict == "sure")
    apart = held.decided | held.put_off | held.taken_back
    members = _members(held.records)
    sure = {pair for pair in best if pair not in apart and not _contradict(pair, members)}
    partners = _partners(sure)
    clear = {one for one, others in partners.items() if _all_sure(others, sure)}
    joins = []
    for together in _together({pair for pair in sure if pair <= clear}):
        lead = min(together, key=lambda one: _rank(one, held))
        for one in sorted(together - {lead}):
            pair = best[frozenset((one, lead))]
            leading, joined = (pair.one, pair.other) if pair.one.organisation == lead else (pair.other, pair.one)
            joins.append(Join(joined, leading, pair.score.likelihood, pair.score.reasons))
    return joins


def leading(organisations: Iterable[str], held: StoredRecords) -> str:
    """Which of the organisations leads.

    One with an id of its own, one that is not written in capitals only, the one of which most is known, that took part
    in most, the smallest id.
    """
    return min(organisations, key=lambda one: _rank(one, held))


def _rank(organisation: str, held: StoredRecords) -> tuple[bool, bool, int, int, str]:
    row = held.row_of(organisation)
    is_shouted = row["name"].isupper() and " " in row["name"]  # a short name may be one of initials
    known = sum(row[fact] is not None for fact in FACTS)
    return (organisation in held.known_by_name, is_shouted, -known, -_uses(row), organisation)


def _uses(row: Mapping[Hashable, Any]) -> int:
    """How many things an organisation took part in."""
    return sum(len(row[fact]) if isinstance(row[fact], list) else int(row[fact]) for fact in COUNTS)


def _best_of_each(found: Iterable[Candidate]) -> dict[Pair, Candidate]:
    """By pair of organisations: the likeliest pair of their records."""
    best: dict[Pair, Candidate] = {}
    for pair in found:
        best.setdefault(frozenset(pair.organisations), pair)
    return best


def _members(records: Iterable[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(record.organisation, []).append(record)
    return found


def _contradict(pair: Pair, members: Mapping[str, Sequence[Record]]) -> bool:
    """Whether any records of the two are known to be in different places."""
    one, other = pair
    return any(where(mine, theirs) == "other" for mine in members[one] for theirs in members[other])


def _partners(sure: Iterable[Pair]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in sure:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def _all_sure(others: Iterable[str], sure: set[Pair]) -> bool:
    return all(frozenset(pair) in sure for pair in combinations(sorted(others), 2))


def _together(pairs: Iterable[Pair]) -> list[set[str]]:
    """The organisations that hang together by pairs."""
    groups: list[set[str]] = []
    for pair in pairs:
        touching = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair] + [set(pair).union(*touching)]
    return sorted(groups, key=min)
