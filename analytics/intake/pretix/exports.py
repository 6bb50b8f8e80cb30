"""pretix's answers as the sheets that its exports are, in memory only: then the rows are those of the files.

Names of guests stand in them, so that an order's guests get the same keys as from a file; like a file's, these columns
are taken out before any format sees a sheet.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from analytics.intake.cells import cleaned_text
from analytics.intake.pretix.client import Answer
from analytics.intake.sheet import Sheet

ORDER_FIELDS = (
    *("code", "status", "datetime", "testmode", "require_approval", "valid_if_pending"),
    *("invoice_address.company", "invoice_address.name"),
    *("positions.id", "positions.positionid", "positions.attendee_name", "positions.company", "positions.addon_to"),
    *("positions.canceled", "positions.subevent", "positions.checkins"),
)
"""What is asked of orders, and no more: neither addresses, e-mails, phone numbers nor answers ever leave pretix."""
_STATUS = {"n": "pending", "p": "paid", "e": "expired", "c": "canceled"}
_EVENTS = ("Event name", "Short form", "Event start time", "Event end time", "Location")
_SERIES = ("Date", "Start date", "End date")
_POSITIONS = (
    *("Event slug", "Event name", "Order code", "Position ID", "Status", "Order date", "Product", "Attendee name"),
    *("Attendee company", "Add-on to position ID", "Invoice address company", "Test"),
)
_CHECK_IN = (
    *("Order code", "Attendee name", "Product", "Checked in", "Automatically checked in", "Company", "Order date"),
    "Test",
)


@dataclass(frozen=True)
class PretixEvent:
    """An event with the dates of its series (by id; none where it is no series) and all of its orders."""

    event: Answer
    dates: Mapping[int, Answer]
    orders: Sequence[Answer]

    @property
    def slug(self) -> str:
        """Its short form, by which it is known here, too."""
        return str(self.event["slug"])


def events_sheet(number: int, source: str, events: Sequence[Answer]) -> Sheet:
    """The export "Event data": every event that is no series, of which each date is an event of its own."""
    rows = [
        (
            _said(event["name"]),
            str(event["slug"]),
            _moment(event["date_from"], event),
            _moment(event["date_to"], event),
            _said(event["location"]),
        )
        for event in events
        if not event["has_subevents"]
    ]
    return _sheet(number, source, "Event data", _EVENTS, rows)


def positions_sheet(number: int, source: str, held: PretixEvent) -> Sheet:
    """The export "Order positions": every guest of every order, who cancelled among them."""
    rows = []
    for order, position in _positions(held):
        by_id = {one["id"]: one["positionid"] for one in order["positions"]}
        rows.append(
            (
                held.slug,
                _said(held.event["name"]),
                order["code"],
                str(position["positionid"]),
                _status(order, position),
                _moment(order["datetime"], held.event)[:10],
                "",
                position["attendee_name"] or "",
                position["company"] or "",
                str(by_id.get(position["addon_to"], "")),
                _of_invoice(order, "company"),
                _truth(order["testmode"]),
                *_date(held, position),
            )
        )
    return _sheet(number, source, held.slug, _titles(_POSITIONS, held), rows)


def check_in_sheet(number: int, source: str, held: PretixEvent) -> Sheet | None:
    """The export "Check-in list", all lists together: who is expected, and who was let in; None before anybody was."""
    expected = [
        (order, position)
        for order, position in _positions(held)
        if not position["canceled"]
        and position["addon_to"] is None
        and (order["status"] == "p" or (order["status"] == "n" and order.get("valid_if_pending")))
    ]
    rows = [
        (
            order["code"],
            position["attendee_name"] or _of_invoice(order, "name"),
            "",
            _moment(_let_in(position), held.event),
            "",
            position["company"] or _of_invoice(order, "company"),
            _moment(order["datetime"], held.event)[:10],
            _truth(order["testmode"]),
            *_date(held, position),
        )
        for order, position in expected
    ]
    if not any(_let_in(position) for _, position in expected):
        return None
    return _sheet(number, source, f"Check-in {held.slug}", _titles(_CHECK_IN, held), rows)


def _positions(held: PretixEvent) -> Iterator[tuple[Answer, Answer]]:
    """Every position with its order, as the exports list them."""
    for order in sorted(held.orders, key=lambda order: (order["datetime"], order["code"])):
        for position in sorted(order["positions"], key=lambda position: position["positionid"]):
            yield order, position


def _status(order: Answer, position: Answer) -> str:
    if position["canceled"]:
        return "canceled"
    if order["status"] == "n" and order.get("require_approval"):
        return "approval pending"
    return _STATUS.get(order["status"], str(order["status"]))


def _let_in(position: Answer) -> str | None:
    """When a guest was let in, the last time, by whichever list; None where never."""
    return max((one["datetime"] for one in position["checkins"] if one.get("type", "entry") == "entry"), default=None)


def _of_invoice(order: Answer, field: str) -> str:
    return str((order.get("invoice_address") or {}).get(field) or "")


def _titles(titles: Sequence[str], held: PretixEvent) -> Sequence[str]:
    return (*titles, *_SERIES) if held.event["has_subevents"] else titles


def _date(held: PretixEvent, position: Answer) -> tuple[str, ...]:
    """The cells on the date of a series; none where the event is no series."""
    if not held.event["has_subevents"]:
        return ()
    date = held.dates.get(position["subevent"])
    if date is None:
        return ("", "", "")
    return (_said(date["name"]), _moment(date["date_from"], held.event), _moment(date["date_to"], held.event))


def _moment(moment: str | None, event: Answer) -> str:
    """A moment as it is called where the event is; empty where there is none."""
    if not moment:
        return ""
    return datetime.fromisoformat(moment).astimezone(ZoneInfo(event["timezone"])).strftime("%Y-%m-%d %H:%M")


def _said(text: Any) -> str:
    """A text that pretix keeps in several languages: German first, as everywhere here."""
    if isinstance(text, dict):
        return str(text.get("de") or text.get("de-informal") or text.get("en") or next(iter(text.values()), "") or "")
    return str(text or "")


def _truth(value: object) -> str:
    return "yes" if value else "no"


def _sheet(number: int, source: str, name: str, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Sheet:
    texts = [[cleaned_text(cell) for cell in row] for row in rows]
    return Sheet.of_texts(number, Path(source), name, titles, texts, 2)
