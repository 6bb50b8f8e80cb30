"""The systems for events whose lists of guests are known by their header."""

from analytics.intake.formats.attendance import AttendanceFormat

SYSTEMS = (
    AttendanceFormat(
        "pretix_positions",
        (
            ("order code", "bestellnummer"),
            ("position id", "position"),
            ("product", "produkt"),
            ("event slug", "event name", "kurzname der veranstaltung", "veranstaltungstitel"),
        ),
    ),
    AttendanceFormat(
        "pretix_checkin",
        (
            ("order code", "bestellnummer"),
            ("checked in", "eingecheckt"),
            ("automatically checked in", "automatisch eingecheckt", "checked out", "ausgetreten"),
        ),
    ),
    AttendanceFormat("civicrm", (("participant status",), ("participant id", "event id"), ("event title",))),
    AttendanceFormat("eventbrite", (("order #",), ("attendee #",), ("attendee status",))),
    AttendanceFormat("hi_events", (("is checked in",), ("public id",), ("event id",))),
)
"""In the order in which a sheet is offered to them."""
