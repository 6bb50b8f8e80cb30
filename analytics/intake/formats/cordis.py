"""CORDIS, the European Union's research projects: ``project.csv`` and ``organization.csv`` as it publishes them.

The two may come together, in either order, or one after the other.
"""

from analytics.intake.formats.derived import Says, derived
from analytics.intake.formats.format import Format, Reading
from analytics.intake.formats.misfit import misfit
from analytics.intake.headers import titled
from analytics.intake.hints import Hints
from analytics.intake.sheet import Sheet
from analytics.warehouse.drafts import Drafts

_PROJECT: dict[str, tuple[str, ...]] = {
    "id": (),
    "title": (),
    "start_date": (),
    "end_date": (),
    "ec_max_contribution": (),
    "ec_signature_date": (),
    "framework_programme": (),
}
_PROJECT_ONLY = {"ec_max_contribution", "framework_programme"}
_PROJECT_SAYS: Says = {
    "cooperations": {"cooperation_id": "id", "title": "title", "ended_on": "end_date"},
    "cooperation_stages": {"cooperation_id": "id", "since": "start_date"},
    "funding": {
        "funding_id": "id",
        "programme": "framework_programme",
        "requested_eur": "ec_max_contribution",
        "approved_eur": "ec_max_contribution",
        "cooperation_id": "id",
        "decided_on": ("ec_signature_date", "start_date"),
    },
}

_ORGANIZATION: dict[str, tuple[str, ...]] = {
    "project_id": (),
    "project_acronym": (),
    "organisation_id": ("id",),
    "name": (),
    "activity_type": (),
    "post_code": (),
    "city": (),
    "country": (),
    "nuts_code": (),
    "role": (),
}
_ORGANIZATION_ONLY = {"project_id", "organisation_id", "name", "role"}
_ORGANIZATION_SAYS: Says = {
    "organisations": {
        "organisation_id": "organisation_id",
        "name": "name",
        "kind": "activity_type",
        "postcode": "post_code",
        "place": "city",
        "district": "nuts_code",
    },
    "cooperations": {"cooperation_id": "project_id", "title": "project_acronym"},
    "cooperation_members": {
        "cooperation_id": "project_id",
        "organisation_id": "organisation_id",
        "role": "role",
    },
}
_NEEDED = {"id", "title", "project_id", "organisation_id", "name"}


class CordisFormat(Format):
    """Reads both of CORDIS's files; which one a sheet is, its header says."""

    name = "cordis"

    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether the header is that of one of the two files."""
        return _is_organization(sheet) or _is_project(sheet)

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The sheet's projects, or its participants."""
        if _is_organization(sheet):
            return _derived(sheet, drafts, "cordis_organization", _ORGANIZATION, _ORGANIZATION_SAYS)
        if _is_project(sheet):
            return _derived(sheet, drafts, "cordis_project", _PROJECT, _PROJECT_SAYS)
        raise misfit(sheet)

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """Projects come first, so that their participants find them."""
        return 1 if _is_organization(sheet) else 0


def _is_organization(sheet: Sheet) -> bool:
    return titled(sheet.header, _ORGANIZATION).keys() >= _ORGANIZATION_ONLY


def _is_project(sheet: Sheet) -> bool:
    found = titled(sheet.header, _PROJECT).keys()
    return found >= {"id", "title", "start_date"} and bool(found & _PROJECT_ONLY)


def _derived(sheet: Sheet, drafts: Drafts, sql: str, names: dict[str, tuple[str, ...]], says: Says) -> Reading:
    columns = titled(sheet.header, names)
    absent = {name: "" for name in names if name not in columns}
    if "framework_programme" in absent:
        absent["framework_programme"] = "CORDIS"
    return derived(sheet, drafts, sql, columns, absent, says, _NEEDED)
