"""What the store holds of organisations, as records to be compared."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

import pandas as pd

from analytics.identity.records import Record
from analytics.intake.domains import Domains
from analytics.intake.names import organisation_id_of
from analytics.store import Store
from analytics.warehouse.organisation_records import OrganisationRecords, organisation_records

FACTS = ("kind", "size", "postcode", "place", "district", "parent_id")
COUNTS = ("events", "cooperations", "consultations", "funding")
Pair = frozenset[str]
"""Two organisations by their ids."""


@dataclass(frozen=True)
class StoredRecords:
    """The store's records and what was decided on them; ``domains`` is known of those that come right now only."""

    found: OrganisationRecords
    domains: Domains = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, store: Store, domains: Domains = MappingProxyType({})) -> "StoredRecords":
        """What the store holds now."""
        return cls(organisation_records(store), domains)

    @cached_property
    def records(self) -> list[Record]:
        """Every organisation as each source has it."""
        return [_record(row, self.domains) for row in self.found.records.to_dict("records")]

    @cached_property
    def known_by_name(self) -> set[str]:
        """The records whose id was formed from their name, because their source gave none."""
        return {record.record_id for record in self.records if record.source is None}

    @cached_property
    def organisation_of(self) -> dict[str, str]:
        """By record: the id of the organisation that it counts as."""
        return dict(zip(self.found.records["record_id"], self.found.records["organisation_id"], strict=True))

    def row_of(self, organisation: str) -> Mapping[Hashable, Any]:
        """What is known of an organisation under all of its records: the facts and counts of ``FACTS`` and ``COUNTS``.

        None where nothing is known; events and cooperations are lists of ids.
        """
        return self._rows[organisation]

    @cached_property
    def _rows(self) -> dict[str, Mapping[Hashable, Any]]:
        together: dict[str, list[Mapping[Hashable, Any]]] = {}
        for row in self.found.records.to_dict("records"):
            together.setdefault(row["organisation_id"], []).append(row)
        return {
            organisation: _as_one(sorted(rows, key=lambda row: (row["record_id"] != organisation, row["record_id"])))
            for organisation, rows in together.items()
        }

    @cached_property
    def decided(self) -> set[Pair]:
        """The pairs that are not asked about: decided to be different, or one is the other's parent."""
        rows = self.found.decided
        ruled = rows[rows["verdict"] != "later"]
        return _pairs(ruled["organisation_id"], ruled["other_id"]) | self._parents

    @cached_property
    def put_off(self) -> set[Pair]:
        """The pairs to be decided later."""
        later = self.found.decided[self.found.decided["verdict"] == "later"]
        return _pairs(later["organisation_id"], later["other_id"])

    @cached_property
    def taken_back(self) -> set[Pair]:
        """The pairs that a rule had joined until somebody undid it."""
        undone = self.found.taken_back
        return _pairs(map(self._counts_as, undone["alias"]), map(self._counts_as, undone["organisation_id"]))

    def parents_of(self, organisation: str) -> set[str]:
        """The ancestors of an organisation, as rows and decisions say them."""
        found: set[str] = set()
        waiting = [organisation]
        while waiting:
            for parent in self._parent_of.get(waiting.pop(), ()):
                if parent not in found:
                    found.add(parent)
                    waiting.append(parent)
        return found

    @cached_property
    def _parent_of(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        own = self.found.records.dropna(subset=["parent_id"])
        pairs = list(zip(own["organisation_id"], own["parent_id"], strict=True))
        for row in self.found.decided.to_dict("records"):
            if row["verdict"] == "child":
                pairs.append((row["organisation_id"], row["other_id"]))
            if row["verdict"] == "parent":
                pairs.append((row["other_id"], row["organisation_id"]))
        for child, parent in pairs:
            found.setdefault(child, set()).add(parent)
        return found

    @property
    def _parents(self) -> set[Pair]:
        return {frozenset((child, parent)) for child, parents in self._parent_of.items() for parent in parents}

    def _counts_as(self, record: str) -> str:
        return self.organisation_of.get(record, record)


def _as_one(rows: list[Mapping[Hashable, Any]]) -> Mapping[Hashable, Any]:
    """The records of one organisation, the leading one first, as one."""
    found: dict[Hashable, Any] = {
        fact: next((row[fact] for row in rows if not pd.isna(row[fact]) and row[fact] != "unknown"), None)
        for fact in ("name", *FACTS)
    }
    for fact in ("events", "cooperations"):
        found[fact] = sorted({one for row in rows for one in row[fact]})
    for fact in ("consultations", "funding"):
        found[fact] = sum(int(row[fact]) for row in rows)
    days = {fact: [row[fact] for row in rows if not pd.isna(row[fact])] for fact in ("first_on", "last_on")}
    found["first_on"] = min(days["first_on"], default=None)
    found["last_on"] = max(days["last_on"], default=None)
    return found


def _pairs(ones: Iterable[Any], others: Iterable[Any]) -> set[Pair]:
    return {frozenset((str(one), str(other))) for one, other in zip(ones, others, strict=True) if one != other}


def _record(row: Mapping[Hashable, Any], domains: Domains) -> Record:
    district = _text(row["district"])
    is_named_only = organisation_id_of(row["name"]) == row["record_id"]
    return Record(
        row["record_id"],
        row["organisation_id"],
        row["name"],
        place=_text(row["place"]),
        postcode=_text(row["postcode"]),
        district=district,
        country=None if district is None else "abroad" if district == "abroad" else "DE",
        source=None if is_named_only else _text(row["batch"]),
        domains=domains.get(row["record_id"], frozenset()),
    )


def _text(value: Any) -> str | None:
    return None if pd.isna(value) else str(value)
