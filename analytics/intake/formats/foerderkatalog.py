"""The federal government's register of funding (Förderkatalog): one row a partner, each with a grant of its own.

Every cell comes as ``="…"``. What belongs together says only the column Verbundprojekt; its partners may call it
differently, and run for different times.
"""

from collections.abc import Mapping, Sequence

from analytics.intake.formats.derived import Says, derived
from analytics.intake.formats.format import Format, Reading
from analytics.intake.formats.misfit import misfit
from analytics.intake.headers import found_in, spellings
from analytics.intake.hints import Hints
from analytics.intake.sheet import Sheet
from analytics.warehouse.drafts import Drafts, Noted

_NAMES: Mapping[str, Sequence[str]] = {
    "grant_id": ("fkz", "förderkennzeichen"),
    "organisation": (
        *("zuwendungsempfänger", "zuwendungsempfänger/auftragnehmer", "förderempfänger"),
        "förderempfänger/auftragnehmer",
    ),
    "community": ("gemeindekennziffer",),
    "place": ("stadt/gemeinde", "ort"),
    "state": ("staat",),
    "title": ("thema", "thema des geförderten vorhabens"),
    "starts_on": ("laufzeit von",),
    "ends_on": ("laufzeit bis",),
    "funding": (
        *("fördersumme in eur", "fördersumme", "förder-/auftragssumme"),
        "förder-/auftragssumme (anteil des bundes) in eur",
    ),
    "plan": ("leistungsplansystematik",),
    "programme": ("förderprofil", "ressort"),
    "joint": ("verbundprojekt", "verbund"),
}
_ONLY = {"grant_id", "organisation", "title"}
_EITHER = {"joint", "plan"}
"""The register's export has one of these at least, and no other list of grants."""
_SAYS: Says = {
    "cooperations": {"cooperation_id": ("joint", "grant_id"), "title": "title", "ended_on": "ends_on"},
    "cooperation_stages": {"cooperation_id": ("joint", "grant_id"), "since": "starts_on"},
    "cooperation_members": {"cooperation_id": ("joint", "grant_id"), "organisation_id": "organisation"},
    "funding": {
        "funding_id": "grant_id",
        "cooperation_id": ("joint", "grant_id"),
        "organisation_id": "organisation",
        "programme": "programme",
        "requested_eur": "funding",
        "approved_eur": "funding",
        "decided_on": "starts_on",
    },
    "organisations": {
        "organisation_id": "organisation",
        "name": "organisation",
        "district": "community",
        "place": "place",
    },
}
_NEEDED = {"grant_id", "organisation", "title"}


class FoerderkatalogFormat(Format):
    """Reads the register's list of search results."""

    name = "foerderkatalog"

    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether the header is the register's."""
        return _is_one(_columns(sheet))

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The sheet's grants, with whom they went to, and what is done together."""
        columns = _columns(sheet)
        if not _is_one(columns):
            raise misfit(sheet)
        constants = {name: "" for name in _NAMES if name not in columns}
        if "joint" not in columns:
            drafts.note(Noted(sheet.number, None, None, None, "no_joint_projects", None, sheet.read))
        return derived(sheet, drafts, "foerderkatalog", columns, constants, _SAYS, _NEEDED)

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """After the tables that say whose names are whose."""
        return 2


def _is_one(columns: Mapping[str, list[str]]) -> bool:
    return columns.keys() >= _ONLY and bool(columns.keys() & _EITHER)


def _columns(sheet: Sheet) -> dict[str, list[str]]:
    """The text column of each name: the first, which speaks of who gets the money, not of where it is spent."""
    return {name: columns[:1] for name, columns in found_in(sheet.header, spellings(_NAMES)).items()}
