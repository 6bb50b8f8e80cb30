"""Lists of beneficiaries of the European Union's structural funds: one row a beneficiary and operation.

The states publish them as lists of operations (Liste der Vorhaben) with the titles that the regulations ask for, all of
Europe's are exported by Kohesio. They name one beneficiary each: who works with whom they do not say, and where an
operation takes place is not where its beneficiary sits.
"""

from dataclasses import dataclass

from analytics.intake.formats.derived import Says, derived
from analytics.intake.formats.format import Format, Reading
from analytics.intake.formats.misfit import misfit
from analytics.intake.headers import begun_in, spelling
from analytics.intake.hints import Hints
from analytics.intake.sheet import Sheet
from analytics.intake.vocabulary import beginnings, vocabulary
from analytics.warehouse.drafts import Drafts

_TITLE = ("title", "title_english")
_BESIDE = {"funding", "costs", "rate", "starts_on"}
"""One of these beside beneficiary and operation tells a list of operations from other lists."""
_SUMS = ("number of projects", "amount eu support")
"""Kohesio's list of beneficiaries: the sums of all projects of each, which the list of projects names one by one."""
_SAYS: Says = {
    "organisations": {
        "organisation_id": "organisation",
        "name": "organisation",
        "postcode": "postcode",
        "place": "place",
    },
    "funding": {
        "funding_id": ("operation_id", *_TITLE),
        "organisation_id": "organisation",
        "programme": "programme",
        "approved_eur": "funding",
        "decided_on": "starts_on",
    },
}


@dataclass(frozen=True)
class BeneficiariesFormat(Format):
    """Reads a list of operations with one beneficiary each; ``mark`` begins a title that only this source has."""

    name: str
    mark: str | None = None

    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether the sheet names beneficiaries and either their operations or what they got for all of them."""
        if self.mark is None:
            found = _columns(sheet).keys()
            return "organisation" in found and bool(found & set(_TITLE)) and bool(found & _BESIDE)
        forms = [spelling(title) for title in sheet.header]
        has_mark = any(form.startswith(spelling(self.mark)) for form in forms)
        return "organisation" in _columns(sheet) and (has_mark or {spelling(title) for title in _SUMS} <= set(forms))

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The sheet's beneficiaries, and what they got; sums of several operations are left away, and told."""
        columns = _columns(sheet)
        if "organisation" not in columns:
            raise misfit(sheet)
        if not columns.keys() & {"operation_id", *_TITLE}:
            columns.pop("funding", None)
        constants = {name: "" for name in vocabulary("beneficiaries") if name not in columns}
        return derived(sheet, drafts, "beneficiaries", columns, constants, _SAYS, {"organisation", *_TITLE})

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """After the tables that say whose names are whose."""
        return 2


def _columns(sheet: Sheet) -> dict[str, list[str]]:
    """The text column of each name: the first."""
    found = begun_in(sheet.header, beginnings("beneficiaries"))
    return {name: columns[:1] for name, columns in found.items()}
