"""A list of members, as an office keeps it: one row an organisation, by its name, under whatever titles."""

from collections.abc import Mapping, Sequence

from analytics.intake.formats.derived import Says, derived
from analytics.intake.formats.format import Format, Reading
from analytics.intake.formats.misfit import misfit
from analytics.intake.headers import titled
from analytics.intake.hints import Hints
from analytics.intake.sheet import Sheet
from analytics.warehouse.drafts import Drafts

_NAMES: Mapping[str, Sequence[str]] = {
    "organisation": (
        *(
            "firma",
            "firmenname",
            "unternehmen",
            "unternehmensname",
            "organisation",
            "organization",
            "organisationsname",
        ),
        *("organization name", "company", "company name", "einrichtung", "institution", "mitglied", "member", "name"),
    ),
    "kind": ("art", "organisationsart", "mitgliedsart", "organisation type", "type", "typ"),
    "postcode": ("plz", "postleitzahl", "zip", "zip code", "postal code"),
    "place": ("ort", "stadt", "gemeinde", "city", "town"),
    "country": ("land", "staat"),
    "member_since": (
        "mitglied seit",
        "beitritt",
        "beitrittsdatum",
        "eintritt",
        "eintrittsdatum",
        "joined",
        "joined on",
    ),
    "left_on": (
        "austritt",
        "austrittsdatum",
        "ausgetreten am",
        "ausgetreten",
        "mitglied bis",
        "left",
        "membership end",
    ),
}
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
        found = titled(sheet.header, _NAMES).keys()
        return "organisation" in found and bool(found & _TIMES)

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The sheet's organisations."""
        columns = titled(sheet.header, _NAMES)
        if "organisation" not in columns:
            raise misfit(sheet)
        constants = {name: "" for name in _NAMES if name not in columns}
        return derived(sheet, drafts, "members", columns, constants, _SAYS, {"organisation"})

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """Before the lists that name organisations by the way."""
        return 1
