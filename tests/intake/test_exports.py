"""Lists of guests as their systems export them, in every version: whom they bring, and that nobody reaches the disk.

The headers are the systems' own (``exports/guest_lists.yaml``), what stands below them is invented.
"""

import csv
import io
import logging
from pathlib import Path

import openpyxl
import pytest
import yaml

from tests.intake.conftest import asks
from tests.intake.disk import everything

FOLDER = Path(__file__).parent / "exports"
HEADERS = yaml.safe_load((FOLDER / "guest_lists.yaml").read_text("utf-8"))
CELLS = yaml.safe_load((FOLDER / "cells.yaml").read_text("utf-8"))
EVENT = "Veranstaltungs-ID;Titel;Beginn;Format;Stand\nfest26;Sommerfest;18.06.2026;Empfang;durchgeführt\n"

STATUS = {
    "pretix en": ("paid", "paid", "canceled", "pending", "canceled"),
    "pretix de": ("bezahlt", "bezahlt", "storniert", "ausstehend", "storniert"),
    "civicrm en": ("Attended", "No-show", "Cancelled", "Attended", "Rejected"),
    "civicrm de": ("Teilgenommen", "Nicht erschienen", "Storniert", "Teilgenommen", "Abgelehnt"),
    "eventbrite": ("Attending", "Attending", "Not Attending", "Attending", "Refunded"),
    "indico en": ("Completed", "Completed", "Withdrawn", "Awaiting payment", "Rejected"),
    "indico de": ("Abgeschlossen", "Abgeschlossen", "Zurückgezogen", "Ausstehend", "Abgelehnt"),
    "hi_events": ("ACTIVE", "ACTIVE", "CANCELLED", "ACTIVE", "CANCELLED"),
}
"""What each guest's row says; the third cancelled alone, the fifth with the whole order."""


def guest(order, position, given, family, company, invoice, came):
    low = family.lower()
    return {
        "slug": "fest26", "title": "Sommerfest", "start": "2026-06-18 18:00:00", "order": order, "position": position,
        "number": f"7{position}{order}", "friendly": str(ord(family[0])),
        "contact": f"40{ord(given[0])}", "positions": "1",
        "came": "18.06.2026 18:01" if came else "", "let_in": "Yes" if came else "No", "test": "0",
        "ordered": "2026-05-01", "ordered_us": "5/21/26 22:28", "company": company, "invoice": invoice,
        "employer": company or invoice, "given": given, "family": family, "name": f"{given} {family}",
        "sorted": f"{family}, {given}", "mail": f"{given.lower()}.{low}@example.org", "phone": f"+49 231 83746{position}1",
        "street": f"{family}gasse {position}", "zip": "44137", "secret": f"geheim{low}{position}xk",
        "pseudonym": f"PSEUDO{family.upper()}", "product": "Gast", "comment": f"{family} kommt später",
    }  # fmt: skip


GUESTS = [
    guest("A3B7C", 1, "Ada", "Zweifelmann", "Kessel Optik GmbH", "Kessel Optik GmbH", came=True),
    guest("A3B7C", 2, "Bo", "Andersdorf", "Lohmann AG", "Kessel Optik GmbH", came=False),
    guest("A3B7C", 3, "Cyra", "Drittenberg", "Birkner KG", "Kessel Optik GmbH", came=False),
    guest("D4E5F", 1, "Dino", "Viertelmeier", "", "Tal GmbH", came=True),
    guest("G6H7J", 1, "Efa", "Fuenfhausen", "Storno GmbH", "Storno GmbH", came=False),
]

REGISTERED = [
    ("Birkner KG", "cancelled", 1),
    ("Kessel Optik GmbH", "registered", 1),
    ("Lohmann AG", "registered", 1),
    ("Storno GmbH", "cancelled", 1),
    ("Tal GmbH", "registered", 1),
]
CAME = [
    ("Birkner KG", "cancelled", 1),
    ("Kessel Optik GmbH", "attended", 1),
    ("Lohmann AG", "no_show", 1),
    ("Storno GmbH", "cancelled", 1),
    ("Tal GmbH", "attended", 1),
]


def of_nobody(expected):
    """The fourth guest's own company is empty; where a system has no invoice, he is of no organisation."""
    return [(None if name == "Tal GmbH" else name, status, persons) for name, status, persons in expected]


EXPECTED = {
    "pretix_positions": REGISTERED,
    "pretix_checkin": [row for row in CAME if row[1] != "cancelled"],
    "pretix_orders": [
        ("Kessel Optik GmbH", "registered", 2),
        ("Storno GmbH", "cancelled", 1),
        ("Tal GmbH", "registered", 1),
    ],
    "civicrm": CAME,
    "eventbrite": of_nobody(REGISTERED),
    "eventbrite with check-in": of_nobody(CAME),
    "indico": CAME,
    "hi_events": of_nobody(CAME),
}
"""By format (and version): each participation's organisation, status and number of persons, counted by hand."""


def said(form, version):
    """The rows as the system would write them: check-in lists leave cancelled guests out, orders have a row each."""
    words = STATUS.get(form) or STATUS[f"{form.partition('_')[0]} {'de' if version.endswith('de') else 'en'}"]
    rows = [row | {"status": word} for row, word in zip(GUESTS, words, strict=True)]
    if form == "pretix_checkin":
        return [row | {"company": row["employer"]} for row in rows if row["status"] not in ("canceled", "storniert")]
    if form == "pretix_orders":
        first = {row["order"]: row | {"company": row["invoice"]} for row in reversed(rows)}
        return [row | {"positions": "2" if row["order"] == "A3B7C" else "1"} for row in first.values()]
    return rows


def table(form, version):
    """Header and rows; of a title that stands twice the second field counts for the second time."""
    header = HEADERS[form][version].split(",")
    fields = []
    for place, title in enumerate(header):
        field = CELLS.get(title)
        fields.append(field[header[:place].count(title)] if isinstance(field, list) else field)
    return [header, *([str(row[field]) if field else "" for field in fields] for row in said(form, version))]


def as_csv(rows):
    target = io.StringIO()
    csv.writer(target, quoting=csv.QUOTE_ALL).writerows(rows)
    return target.getvalue().encode("utf-8-sig")


def as_xlsx(rows):
    target, book = io.BytesIO(), openpyxl.Workbook()
    for row in rows:
        book.active.append([int(cell) if cell.isdigit() and len(cell) < 3 else cell or None for cell in row])
    book.save(target)
    return target.getvalue()


def participations(intake):
    names = dict(intake.rows("organisations", "organisation_id", "name"))
    found = intake.rows("participations", "event_id", "organisation_id", "status", "persons")
    assert {event for event, *_ in found} == {"fest26"}
    return sorted(((names.get(organisation), *rest) for _, organisation, *rest in found), key=str)


def assert_nobody(text):
    for row in GUESTS:
        for field in ("family", "mail", "phone", "street", "secret", "pseudonym", "order"):
            assert row[field].casefold() not in text.casefold(), field


@pytest.mark.parametrize("written", [as_csv, as_xlsx])
@pytest.mark.parametrize(("form", "version"), [(form, version) for form in HEADERS for version in HEADERS[form]])
def test_every_version_brings_the_same_guests_and_none_of_their_particulars(
    intake, form, version, written, caplog, capfd
):
    caplog.set_level(logging.DEBUG)
    intake.file("a.csv", EVENT)
    intake.file(f"export.{written.__name__[3:]}", written(table(form, version)))
    report = intake.take(event="fest26")
    assert [found.reason("de") for found in report.rejections] == []
    assert report.format == f"own+{form}"
    expected = EXPECTED.get(f"{form} {version}") or EXPECTED[form]
    assert participations(intake) == sorted(expected, key=str)
    assert intake.rows("events", "event_id", "title") == [("fest26", "Sommerfest")]
    told = [note.sentence("de") + str(note.value) for note in report.notes]
    assert_nobody(everything(intake.store.folder))
    assert_nobody("\n".join([*told, str(report.ignored), caplog.text, *capfd.readouterr()]))


@pytest.mark.parametrize("form", ["pretix_checkin", "eventbrite", "indico"])
def test_of_a_list_without_its_event_the_event_is_asked(intake, form):
    version = next(iter(HEADERS[form]))
    intake.file("export.csv", as_csv(table(form, version)))
    report = intake.take()
    assert asks(report, "which_event")
    assert report.batch is None


@pytest.mark.parametrize("form", ["pretix_positions", "pretix_orders"])
def test_of_an_event_that_is_not_on_record_it_is_asked_too_and_the_answer_holds_for_the_list(intake, form):
    version = "2024.4 de"
    intake.file("export.csv", as_csv(table(form, version)))
    intake.file("a.csv", EVENT.replace("fest26", "E1").replace("Sommerfest", "Empfang"))
    intake.take("a.csv")
    report = intake.take("export.csv")
    assert asks(report, "which_event")
    assert "„Sommerfest“" in report.rejections[0].reason("de")
    assert_nobody(everything(intake.store.folder))
    assert intake.take("export.csv", event="E1").rejections == []
    assert {event for (event,) in intake.rows("participations", "event_id")} == {"E1"}


def test_the_same_person_is_known_again_only_where_the_system_says_so(intake):
    intake.file("a.csv", EVENT)
    intake.file("civicrm.csv", as_csv(table("civicrm", "primary fields, en")))
    intake.file("eventbrite.csv", as_csv(table("eventbrite", "2024")))
    intake.take("a.csv", "civicrm.csv")
    keys = [key for (key,) in intake.rows("participations", "person_id")]
    assert len(set(keys)) == len(GUESTS)
    assert not any(key in {row["contact"] for row in GUESTS} for key in keys)
    intake.take("eventbrite.csv", event="fest26")
    assert [key for (key,) in intake.rows("participations", "person_id") if key is None] == [None] * 5
