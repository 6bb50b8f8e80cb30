"""The formats that intake reads, one module each. A new one is a module here and a name in the list."""

from analytics.intake.formats.answers import LIMESURVEY, MICROSOFT_FORMS
from analytics.intake.formats.attendance import AttendanceFormat
from analytics.intake.formats.beneficiaries import BeneficiariesFormat
from analytics.intake.formats.calendar import CalendarFormat
from analytics.intake.formats.cordis import CordisFormat
from analytics.intake.formats.event_systems import SYSTEMS
from analytics.intake.formats.flat import FlatFormat
from analytics.intake.formats.foerderkatalog import FoerderkatalogFormat
from analytics.intake.formats.format import Format, Reading
from analytics.intake.formats.graph_sheets import GraphSheetsFormat
from analytics.intake.formats.members import MembersFormat
from analytics.intake.formats.own import OwnFormat

FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        CordisFormat(),
        FoerderkatalogFormat(),
        BeneficiariesFormat("kohesio", mark="operation unique identifier"),
        BeneficiariesFormat("efre"),
        *SYSTEMS,
        LIMESURVEY,
        MICROSOFT_FORMS,
        OwnFormat(),
        GraphSheetsFormat(),
        AttendanceFormat("attendance"),
        FlatFormat(),
        CalendarFormat(),
        MembersFormat(),
    )
}
"""By name, in the order in which a sheet is offered to them."""

__all__ = ["FORMATS", "Format", "Reading"]
