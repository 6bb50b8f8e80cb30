"""A list of members, as an office keeps it: one row an organisation, by its name, under whatever titles.

A list without days says who was a member in one year; which one is asked.
"""

from analytics.errors import IntakeError
from analytics.intake.formats.derived import Says, derived
from analytics.intake.formats.format import Format, Reading
from analytics.intake.formats.misfit import misfit
from analytics.intake.headers import spelling, titled
from analytics.intake.hints import Hints
from analytics.intake.sheet import Sheet
from analytics.intake.vocabulary import vocabulary
from analytics.warehouse.drafts import Drafts

_TIMES = {"member_since", "left_on"}
_CALLED = ("mitglieder", "mitgliedsliste", "mitgliedsunternehmen", "members", "memberlist", "membershiplist")
"""What a list of members without days is called, as a file or a sheet."""
_SAYS: Says = {
    "organisations": {
        "organisation_id": "organisation",
        "name": "organisation",
        "kind": "kind",
        "postcode": "postcode",
        "place": "place",
        "member_since": "member_since",
        "left_on": "left_on",
    }
}


class MembersFormat(Format):
    """Reads a list in which every row is an organisation that joined, and perhaps left."""

    name = "members"

    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether the sheet names organisations and since or until when they are members, or is called like them."""
        found = _columns(sheet, hints).keys()
        return "organisation" in found and (bool(found & _TIMES) or _is_called_members(sheet))

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The sheet's organisations.

        Raises IntakeError (``which_year``) where a list of members says neither days nor its year, and nobody said it.
        """
        columns = _columns(sheet, hints)
        if "organisation" not in columns:
            raise misfit(sheet)
        constants = hints.constants(sheet, "members", columns)
        is_dated = any(name in columns or constants[name] for name in _TIMES)
        year = None if is_dated else hints.year_of(sheet)
        if year is None and not is_dated and hints.mapping_of(sheet.header) is None and _is_called_members(sheet):
            raise IntakeError("which_year")
        constants["year"] = str(year or "")
        return derived(sheet, drafts, "members", columns, constants, _SAYS, {"organisation"})

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """Before the lists that name organisations by the way."""
        return 1


def _columns(sheet: Sheet, hints: Hints) -> dict[str, list[str]]:
    """The text columns of each name that the sheet has."""
    return hints.mapped(sheet, "members", titled(sheet.header, vocabulary("members")))


def _is_called_members(sheet: Sheet) -> bool:
    called = (spelling(sheet.title), spelling(sheet.path.stem))
    return any(word in name for name in called for word in _CALLED)
