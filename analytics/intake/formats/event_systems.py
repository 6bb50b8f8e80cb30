"""The systems for events whose lists of guests are known by their header, whichever version wrote it.

pretix writes its headers in the language of whoever exports; CiviCRM by the language of the site.
"""

from dataclasses import dataclass

from analytics.intake.formats.attendance import AttendanceFormat, Marks, has_marks
from analytics.intake.formats.format import Format, Reading
from analytics.intake.hints import Hints
from analytics.intake.sheet import Sheet
from analytics.warehouse.drafts import Drafts, Noted

_ORDER = ("order code", "bestellnummer")
_EVENT = ("event slug", "event name", "kurzname der veranstaltung", "veranstaltungstitel")
_CHECKED_IN: Marks = (
    _ORDER,
    ("checked in", "eingecheckt"),
    ("automatically checked in", "automatisch eingecheckt", "checked out", "ausgetreten"),
)
_ORDERS: Marks = (
    _ORDER,
    _EVENT,
    (
        *("positions", "positionen", "order total", "gesamtbetrag", "bestellsumme"),
        *("invoice numbers", "rechnungsnummern", "date of last payment", "datum der letzten zahlung"),
    ),
)
_FEES: Marks = (_ORDER, _EVENT, ("fee type", "gebührenart", "gebührentyp", "art der gebühr", "tax rule", "steuerregel"))


@dataclass(frozen=True)
class NoGuestsFormat(Format):
    """A sheet that comes along with a list of guests, and holds none: fees, say."""

    name: str
    marks: Marks

    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether the header is that of the sheet."""
        return has_marks(sheet, self.marks)

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """Nothing; that nothing was taken is told."""
        drafts.note(Noted(sheet.number, None, None, None, "no_guests", None, sheet.read))
        return Reading([], {})

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """Whenever."""
        return 0


SYSTEMS: tuple[Format, ...] = (
    AttendanceFormat(
        "pretix_positions",
        ((_ORDER, _EVENT, ("position id", "position"), ("product", "produkt")),),
        lists="positions",
        has_series=True,
    ),
    AttendanceFormat("pretix_checkin", (_CHECKED_IN,), has_series=True),
    NoGuestsFormat("pretix_fees", _FEES),
    AttendanceFormat("pretix_orders", (_ORDERS,), lists="orders", names={"persons": ("positions", "positionen")}),
    AttendanceFormat(
        "civicrm",
        (
            (
                ("participant status", "teilnehmerstatus", "teilnahmestatus"),
                ("event title", "veranstaltungstitel", "titel der veranstaltung"),
                (
                    *("participant id", "participant role", "event id", "register date", "participant source"),
                    *("teilnehmer-id", "teilnehmerrolle", "veranstaltungs-id"),
                ),
            ),
            (("participant name", "participant id"), ("event",), ("status",), ("role", "participant source")),
        ),
    ),
    AttendanceFormat(
        "eventbrite",
        ((("order #", "order id"), ("attendee #", "attendee id", "ticket type", "order type"), ("attendee status",)),),
    ),
    AttendanceFormat(
        "indico",
        (
            (("id",), ("registration state", "registrierungsstatus")),
            (("id",), ("affiliation", "zugehörigkeit"), ("anmeldestatus", "registration date", "anmeldedatum")),
            (("id",), ("registration date", "anmeldedatum"), ("check-in date", "check-in-datum")),
        ),
        names={"order_code": ("id",)},
    ),
    AttendanceFormat("hi_events", ((("is checked in",), ("public id",), ("event id",)),)),
)
"""In the order in which a sheet is offered to them."""
