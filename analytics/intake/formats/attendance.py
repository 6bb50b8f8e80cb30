"""Lists of guests, as systems for events export them and people keep them: one row a guest.

Its columns are found by the titles in ``attendance.yaml``. What the list does not know is asked: of which event it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

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
_COMPANY = ("company", "other_company", "invoice_company")
"""The columns of organisations, of which the first that is filled counts."""
_TOLD = ("asked_event", "lists", "is_series", "guest", "coming", "submitted", "has_submitted", "survey")
"""What the SQL knows beside the columns of ``attendance.yaml``."""
_NEEDED = {"event_id", "event_title", "checked_in", "status", "guest"}
_PERSONAL = {"order_code", "ticket_number", "contact", "guest"}
_RANKS = {"positions": 4, "guests": 5, "orders": 6}
"""Later lists stand in the place of earlier ones, but orders: of them guests that are known one by one say more."""
_SAYS: Says = {
    "events": {"event_id": _EVENT, "title": "event_title", "starts_on": ("starts_on", "date"), "ends_on": "ends_on"},
    "organisations": {"organisation_id": _COMPANY, "name": _COMPANY},
    "participations": {
        "event_id": _EVENT,
        "organisation_id": _COMPANY,
        "persons": "persons",
        "status": ("status", "checked_in"),
        "registered_on": "registered_on",
    },
}

Marks = tuple[tuple[str, ...], ...]
"""Titles in groups: of each group a header has one. Those of columns of people are of no use: no format sees them."""


@dataclass(frozen=True)
class AttendanceFormat(Format):
    """Reads a list in which every row is a guest, or an order of several.

    ``marks`` are titles that only this system's lists have, for each of its versions. Without marks it is any list that
    names events, organisations and either days or whether somebody came. ``lists`` says what the rows are: ``guests``
    of an event, all ``positions`` of each order, or ``orders``. ``has_series`` says that an event may be one of many
    with the same identity, each with a day and a name of its own. ``names`` leads from names of ``attendance.yaml`` to
    further titles, which only this system uses.
    """

    name: str
    marks: tuple[Marks, ...] = ()
    lists: Literal["guests", "positions", "orders"] = "guests"
    has_series: bool = False
    names: Mapping[str, tuple[str, ...]] | None = None

    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether the header is that of the system's list."""
        if self.marks:
            return any(has_marks(sheet, marks) for marks in self.marks)
        found = self.columns(sheet, hints).keys()
        return {"event_title", "company"} <= found and bool(found & {"starts_on", "date", "status", "checked_in"})

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The list's guests, their organisations, and the events that nobody has entered yet.

        Raises IntakeError (``which_event``) where neither the list nor ``hints`` say of which event it is.
        """
        columns = self.columns(sheet, hints)
        if not self.marks and not columns.keys() & set(_COMPANY):
            raise misfit(sheet)
        return self.read_columns(sheet, hints, drafts, columns)

    def read_columns(
        self, sheet: Sheet, hints: Hints, drafts: Drafts, columns: Mapping[str, Sequence[str]], *, survey: str = ""
    ) -> Reading:
        """As :meth:`read`, of a sheet whose ``columns`` are known; ``survey`` tells one whose answers it holds."""
        is_series = self.has_series and {"date", "starts_on"} <= columns.keys()
        constants = {name: "" for name in (*_COMPANY, *_TOLD) if name not in columns}
        constants |= hints.constants(sheet, "attendance", columns)
        event = hints.event_of(sheet)
        said = columns.keys() | {name for name, text in constants.items() if text}
        if not (is_series or said & set(_EVENT)) and event is None:
            raise IntakeError("which_event")
        constants |= {"asked_event": event or "", "lists": self.lists, "survey": survey}
        constants |= {"is_series": str(is_series).lower(), "has_submitted": str("submitted" in columns).lower()}
        return derived(sheet, drafts, "attendance", columns, constants, _SAYS, _NEEDED, personal=_PERSONAL)

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """After what names events and organisations."""
        return _RANKS[self.lists]

    def columns(self, sheet: Sheet, hints: Hints) -> dict[str, list[str]]:
        """The text column of each name that the sheet has: the first, but of organisations' columns up to three."""
        own = self.names or {}
        titles = {name: (*own.get(name, ()), *others) for name, others in vocabulary("attendance").items()}
        found = hints.mapped(sheet, "attendance", found_in(sheet.header, spellings(titles)))
        companies = [*found.pop("company", []), *found.pop("invoice_company", [])]
        columns = {name: positions[:1] for name, positions in found.items()}
        columns |= {name: [position] for name, position in zip(_COMPANY, companies, strict=False)}
        if sheet.guests is not None:
            columns["guest"] = [sheet.guests]
        return columns


def has_marks(sheet: Sheet, marks: Marks) -> bool:
    """Whether the header of ``sheet`` has one title of each group."""
    there = {spelling(title) for title in sheet.header}
    return all(there & set(map(spelling, group)) for group in marks)
