"""A calendar of events that lacks what only this project asks: pretix's event data, or a list of one's own."""

from analytics.intake.formats.derived import Says, derived
from analytics.intake.formats.format import Format, Reading
from analytics.intake.formats.misfit import misfit
from analytics.intake.headers import titled
from analytics.intake.hints import Hints
from analytics.intake.sheet import Sheet
from analytics.intake.vocabulary import vocabulary
from analytics.warehouse.drafts import Drafts

_BESIDE = {"event_id", "ends_on", "venue"}
"""One of these beside title and day tells a calendar from other lists with a title and a date."""
_SAYS: Says = {"events": {name: name for name in vocabulary("calendar")} | {"event_id": ("event_id", "title")}}


class CalendarFormat(Format):
    """Reads events by title and day."""

    name = "calendar"

    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether the sheet names events with their days, and where they are, when they end, or their short form."""
        found = _columns(sheet, hints).keys()
        return {"title", "starts_on"} <= found and bool(found & _BESIDE)

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The sheet's events."""
        columns = _columns(sheet, hints)
        if not {"title", "starts_on"} <= columns.keys():
            raise misfit(sheet)
        constants = hints.constants(sheet, "calendar", columns)
        return derived(sheet, drafts, "calendar", columns, constants, _SAYS, {"title", "starts_on"})

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """Before the lists of guests."""
        return 1


def _columns(sheet: Sheet, hints: Hints) -> dict[str, list[str]]:
    """The text columns of each name that the sheet has."""
    return hints.mapped(sheet, "calendar", titled(sheet.header, vocabulary("calendar")))
