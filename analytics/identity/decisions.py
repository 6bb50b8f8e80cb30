"""What somebody decides on two organisations, each decision a batch: remembered, and undone like any other."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from analytics.errors import QuestionError
from analytics.identity.joining import leading
from analytics.identity.stored_records import StoredRecords
from analytics.intake.edits import Edit, edit
from analytics.intake.entered import Row
from analytics.intake.report import Report
from analytics.store import Store

Decision = Callable[..., Report]


def decide_same(store: Store, one: str, other: str, *, title: str, who: str | None = None) -> Report:
    """Say that two organisations are one; the one of which more is known leads.

    Ids are those of records or of organisations. Raises QuestionError where one of them is not there.
    """
    held = StoredRecords.of(store)
    ids = {_organisation(held, one), _organisation(held, other)}
    lead = leading(ids, held)
    rows = [{"alias": gone, "organisation_id": lead, "basis": "verified"} for gone in ids - {lead}]
    between = [_key(row) for row in _between(held, one, other)]
    edits = [Edit("organisation_aliases", rows), Edit("organisation_comparisons", deleted=between)]
    return edit(store, edits, title=title, who=who)


def decide_different(store: Store, one: str, other: str, *, title: str, who: str | None = None) -> Report:
    """Say that two organisations are not the same; where one counts as the other by itself, it does no longer.

    Raises QuestionError where one of them is not there, or both count as a third.
    """
    held = StoredRecords.of(store)
    gone = [{"alias": alias} for alias in _aliases_between(held, one, other)]
    if _organisation(held, one) == _organisation(held, other) and not gone:
        raise QuestionError("joined_by_a_third", one=one, other=other)
    edits = [Edit("organisation_comparisons", [_compared(one, other, "different")])]
    return edit(store, [Edit("organisation_aliases", deleted=gone), *edits], title=title, who=who)


def decide_parent(store: Store, parent: str, child: str, *, title: str, who: str | None = None) -> Report:
    """Say that one organisation is the parent of another.

    Raises QuestionError where one of them is not there, both are one, or the parent is already below the child.
    """
    held = StoredRecords.of(store)
    above, below = _organisation(held, parent), _organisation(held, child)
    if above == below or below in held.parents_of(above):
        raise QuestionError("parent_in_a_circle", parent=parent, child=child)
    return edit(store, [Edit("organisation_comparisons", [_compared(parent, child, "parent")])], title=title, who=who)


def decide_later(store: Store, one: str, other: str, *, title: str, who: str | None = None) -> Report:
    """Put the question off: the two stay apart, and stand at the end of the list.

    Raises QuestionError where one of them is not there, or both are one already.
    """
    held = StoredRecords.of(store)
    if _organisation(held, one) == _organisation(held, other):
        raise QuestionError("already_one", one=one, other=other)
    return edit(store, [Edit("organisation_comparisons", [_compared(one, other, "later")])], title=title, who=who)


DECISIONS: dict[str, Decision] = {
    "same": decide_same,
    "different": decide_different,
    "parent": decide_parent,
    "later": decide_later,
}
"""The decisions by name; each takes the store and two ids, the parent's first."""


def _organisation(held: StoredRecords, record: str) -> str:
    found = held.organisation_of.get(record)
    if found is None:
        raise QuestionError("no_such_organisation", organisation=record)
    return found


def _compared(one: str, other: str, verdict: str) -> Row:
    """The row of a decision, the smaller id first, so that a pair has one."""
    if one > other:
        one, other, verdict = other, one, {"parent": "child"}.get(verdict, verdict)
    return {"organisation_id": one, "other_id": other, "verdict": verdict}


def _between(held: StoredRecords, one: str, other: str) -> list[Mapping[Hashable, Any]]:
    """The decisions on two organisations, under any of their records."""
    pair = {_organisation(held, one), _organisation(held, other)}
    rows = held.found.decided.to_dict("records")
    return [row for row in rows if {row["organisation_id"], row["other_id"]} == pair]


def _key(row: Mapping[Hashable, Any]) -> Row:
    return {"organisation_id": row["record_id"], "other_id": row["other_record_id"]}


def _aliases_between(held: StoredRecords, one: str, other: str) -> list[str]:
    """Those of the two ids that stand for the other one by themselves."""
    said = zip(held.found.aliases["alias"], held.found.aliases["organisation_id"], strict=True)
    return [alias for alias, stands_for in said if {alias, stands_for} == {one, other}]
