"""Lists of guests, as systems for events export them and people keep them: one row a guest.

Its columns are found by the titles in ``attendance.yaml``. What the list does not know is asked: of which event it is.
"""

from dataclasses import dataclass

from analytics.errors import IntakeError
from analytics.intake.formats.derived import Says, derived
from analytics.intake.formats.format import Format, Reading
from analytics.intake.formats.misfit import misfit
from analytics.intake.headers import found_in, spelling, spellings
from analytics.intake.hints import Hints
from analytics.intake.sheet import Sheet
from analytics.intake.vocabulary import vocabulary
from analytics.warehouse.drafts import Drafts

_EVENT = ("event_id", "event_title")
_COMPANY = ("company", "invoice_company")
_NEEDED = {"event_id", "event_title", "checked_in", "status"}
_SAYS: Says = {
    "events": {"event_id": _EVENT, "title": "event_title", "starts_on": "starts_on", "ends_on": "ends_on"},
    "organisations": {"organisation_id": _COMPANY, "name": _COMPANY},
    "participations": {
        "event_id": _EVENT,
        "organisation_id": _COMPANY,
        "person_id": "order_code",
        "persons": "persons",
        "status": ("status", "checked_in"),
        "registered_on": "registered_on",
    },
}


@dataclass(frozen=True)
class AttendanceFormat(Format):
    """Reads a list in which every row is a guest.

    ``marks`` are titles that only this system's lists have, in groups: of each group the header has one. Without marks
    it is any list that names events, organisations and either days or whether somebody came.
    """

    name: str
    marks: tuple[tuple[str, ...], ...] = ()

    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether the header is that of the system's list."""
        if self.marks:
            there = {spelling(title) for title in sheet.header}
            return all(there & set(map(spelling, group)) for group in self.marks)
        found = _columns(sheet, hints).keys()
        return {"event_title", "company"} <= found and bool(found & {"starts_on", "status", "checked_in"})

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The list's guests, their organisations, and the events that nobody has entered yet."""
        columns = _columns(sheet, hints)
        if not columns.keys() & set(_COMPANY):
            raise misfit(sheet)
        constants = hints.constants(sheet, "attendance", columns)
        if not columns.keys() & set(_EVENT) and not any(constants.get(name) for name in _EVENT):
            event = hints.event_of(sheet)
            if event is None:
                raise IntakeError("which_event")
            constants["event_id"] = event
        return derived(sheet, drafts, "attendance", columns, constants, _SAYS, _NEEDED)

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """After what names events and organisations."""
        return 4


def _columns(sheet: Sheet, hints: Hints) -> dict[str, list[str]]:
    """The text column of each name that the sheet has: the first; a company's second is the invoice's."""
    found = hints.mapped(sheet, "attendance", found_in(sheet.header, spellings(vocabulary("attendance"))))
    companies = found.get("company", [])
    if len(companies) > 1 and "invoice_company" not in found:
        found["invoice_company"] = companies[1:]
    return {name: columns[:1] for name, columns in found.items()}
