"""A calendar of events that lacks what only this project asks: pretix's event data, or a list of one's own."""

from collections.abc import Mapping, Sequence

from analytics.intake.formats.derived import Says, derived
from analytics.intake.formats.format import Format, Reading
from analytics.intake.formats.misfit import misfit
from analytics.intake.headers import titled
from analytics.intake.hints import Hints
from analytics.intake.sheet import Sheet
from analytics.warehouse.drafts import Drafts

_NAMES: Mapping[str, Sequence[str]] = {
    "event_id": ("short form", "kurzform", "event slug", "kurzname der veranstaltung", "veranstaltungs-id"),
    "title": (
        "event name",
        "veranstaltungstitel",
        "veranstaltung",
        "veranstaltungsname",
        "event title",
        "event",
        "titel",
    ),
    "starts_on": ("event start time", "event start date", "veranstaltungsbeginn", "beginn", "start", "datum", "date"),
    "ends_on": ("event end time", "event end date", "veranstaltungsende", "ende", "end"),
    "venue": ("location", "veranstaltungsort", "ort"),
    "format": ("event type", "art", "veranstaltungsart"),
    "capacity": ("plätze", "kapazität"),
}
_BESIDE = {"event_id", "ends_on", "venue"}
"""One of these beside title and day tells a calendar from other lists with a title and a date."""
_SAYS: Says = {"events": {name: name for name in _NAMES} | {"event_id": ("event_id", "title")}}


class CalendarFormat(Format):
    """Reads events by title and day."""

    name = "calendar"

    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether the sheet names events with their days, and where they are, when they end, or their short form."""
        found = titled(sheet.header, _NAMES).keys()
        return {"title", "starts_on"} <= found and bool(found & _BESIDE)

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The sheet's events."""
        columns = titled(sheet.header, _NAMES)
        if not {"title", "starts_on"} <= columns.keys():
            raise misfit(sheet)
        constants = {name: "" for name in _NAMES if name not in columns}
        return derived(sheet, drafts, "calendar", columns, constants, _SAYS, {"title", "starts_on"})

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """Before the lists of guests."""
        return 1
