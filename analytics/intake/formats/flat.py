"""A flat table of cooperations: one row a cooperation and organisation, under whatever titles.

Its columns are found by the titles in ``flat.yaml``, or named by a mapping file (:mod:`analytics.intake.mapping`).
"""

from functools import cache
from typing import Literal

from analytics.intake.formats.derived import Says, derived
from analytics.intake.formats.format import Format, Reading
from analytics.intake.formats.misfit import misfit
from analytics.intake.headers import found_in, same_titled, spellings
from analytics.intake.hints import Hints
from analytics.intake.mapping import ColumnMapping
from analytics.intake.sheet import Sheet
from analytics.intake.vocabulary import vocabulary
from analytics.warehouse.drafts import Drafts

_SUMS: dict[str, Literal["project", "partner"] | None] = {
    "project_funding": "project",
    "funding": None,
    "partner_funding": "partner",
}
"""The names of a column of sums, and whose they are; of several columns the first counts."""
_UNKNOWN_PROGRAMME = "unknown"
_NEEDED = {"title", "organisation_name"}
_PROJECT = ("project_id", "title")
_ORGANISATION = ("organisation_id", "organisation_name")
_SAYS: Says = {
    "cooperations": {"cooperation_id": _PROJECT, "title": "title", "ended_on": "ends_on"},
    "cooperation_stages": {"cooperation_id": _PROJECT, "since": "starts_on"},
    "funding": {
        "funding_id": _PROJECT,
        "cooperation_id": _PROJECT,
        "programme": "programme",
        "requested_eur": ("funding", "project_funding", "partner_funding"),
        "approved_eur": ("funding", "project_funding", "partner_funding"),
        "decided_on": ("decided_on", "starts_on"),
    },
    "organisations": {
        "organisation_id": _ORGANISATION,
        "name": "organisation_name",
        "kind": "kind",
        "postcode": "postcode",
        "place": "place",
        "district": "district",
    },
    "cooperation_members": {"cooperation_id": _PROJECT, "organisation_id": _ORGANISATION, "role": "role"},
}


class FlatFormat(Format):
    """Reads a table in which every row names a cooperation and one of its organisations."""

    name = "flat"

    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether the sheet names titles, organisations and either identities, dates or sums of cooperations."""
        found = _columns(sheet, None)
        return _is_enough(found, None) and bool(found.keys() & {"project_id", "starts_on", *_SUMS})

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The sheet's cooperations and organisations."""
        mapping = _mapping(sheet, hints)
        columns = _columns(sheet, mapping)
        if not _is_enough(columns, mapping):
            raise misfit(sheet)
        constants = hints.constants(sheet, "flat", columns)
        if "programme" not in columns:
            constants["programme"] = constants["programme"] or _UNKNOWN_PROGRAMME
        constants["has_district"] = "true" if "district" in columns else "false"
        _state_sums(sheet, columns, constants, drafts)
        return derived(sheet, drafts, "flat", columns, constants, _SAYS, _NEEDED, first="partners")

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """After the tables that say whose names are whose."""
        return 2


def _mapping(sheet: Sheet, hints: Hints) -> ColumnMapping | None:
    """The mapping where it is one for this sheet."""
    mapping = hints.mapping_of(sheet.header)
    return mapping if mapping and mapping.subject == "flat" else None


@cache
def _spellings() -> dict[str, str]:
    return spellings(vocabulary("flat"))


def _columns(sheet: Sheet, mapping: ColumnMapping | None) -> dict[str, list[str]]:
    """The text columns of each name that the sheet has: several where a title stands twice."""
    found = found_in(sheet.header, _spellings())
    if mapping:
        found = mapping.applied(sheet.header, found)
    return {name: same_titled(sheet.header, columns) for name, columns in found.items()}


def _state_sums(sheet: Sheet, columns: dict[str, list[str]], constants: dict[str, str], drafts: Drafts) -> None:
    """Leave one column of sums, or one sum, under the name that the SQL reads, and say whose sums they are."""
    stated = next((name for name in _SUMS if columns.get(name) or constants.get(name)), "funding")
    column, constant = columns.get(stated), constants.get(stated, "")
    for name in _SUMS:
        columns.pop(name, None)
        constants.pop(name, None)
    if column:
        columns["funding"] = column
    else:
        constants["funding"] = constant
    drafts.sums_stated(sheet.text, _SUMS[stated])


def _is_enough(columns: dict[str, list[str]], mapping: ColumnMapping | None) -> bool:
    """Whether a cooperation and an organisation are named."""
    there = columns.keys() | (mapping.constants.keys() if mapping else set())
    return {"title", "organisation_name"} <= there
