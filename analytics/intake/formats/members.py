"""A list of members, as an office keeps it: one row an organisation, by its name, under whatever titles."""

from analytics.intake.formats.derived import Says, derived
from analytics.intake.formats.format import Format, Reading
from analytics.intake.formats.misfit import misfit
from analytics.intake.headers import titled
from analytics.intake.hints import Hints
from analytics.intake.sheet import Sheet
from analytics.intake.vocabulary import vocabulary
from analytics.warehouse.drafts import Drafts

_TIMES = {"member_since", "left_on"}
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
        """Whether the sheet names organisations and since or until when they are members."""
        found = _columns(sheet, hints).keys()
        return "organisation" in found and bool(found & _TIMES)

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The sheet's organisations."""
        columns = _columns(sheet, hints)
        if "organisation" not in columns:
            raise misfit(sheet)
        constants = hints.constants(sheet, "members", columns)
        return derived(sheet, drafts, "members", columns, constants, _SAYS, {"organisation"})

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """Before the lists that name organisations by the way."""
        return 1


def _columns(sheet: Sheet, hints: Hints) -> dict[str, list[str]]:
    """The text columns of each name that the sheet has."""
    return hints.mapped(sheet, "members", titled(sheet.header, vocabulary("members")))
