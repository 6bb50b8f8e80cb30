"""Orders with several guests: the same guest in every list, and nobody twice."""

from datetime import date

import openpyxl
import pytest

CALENDAR = "Event name,Short form,Event start time,Location\nFest,fest26,2026-06-18 18:00:00,Halle\n"
POSITIONS = "Event slug,Event name,Order code,Position ID,Status,Order date,Product,Attendee name,Attendee company,"
POSITIONS += "Add-on to position ID,Invoice address company,Invoice address name\n"
CHECKIN = "Order code,Attendee name,Product,Price,Checked in,Checked out,Automatically checked in,Company\n"
ORDERS = "Event slug,Event name,Order code,Order total,Status,Email,Order date,Company,Name,Invoice numbers,Positions\n"
FIRMS = {"Ada": "Kessel Optik GmbH", "Bo": "Lohmann AG", "Cyra": "Birkner KG", "": "Tal GmbH"}


def positions(*guests):
    """Rows of (name, status), in an order of one firm; the list's own numbers go on, whoever cancelled."""
    rows = [
        f"fest26,Fest,A3B7C,{number},{status},2026-05-01,Gast,{name},{FIRMS[name]},,Rechnungs AG,Ada\n"
        for number, (name, status) in enumerate(guests, 1)
    ]
    return POSITIONS + "".join(rows)


def checkin(*guests):
    """Rows of (name, whether that one came), as pretix sorts them: by name."""
    rows = [
        f"A3B7C,{name or 'Ada'},Gast,0.00,{'18.06.2026 18:01' if came else ''},,No,{FIRMS[name]}\n"
        for name, came in guests
    ]
    return CHECKIN + "".join(rows)


@pytest.fixture
def fest(intake):
    intake.file("calendar.csv", CALENDAR)
    assert intake.take("calendar.csv").rejections == []
    return intake


def take(intake, **lists):
    """Import the lists as one, each as a file of its name; the report."""
    names = [intake.file(f"{name}.csv", content).name for name, content in lists.items()]
    report = intake.take(*names, event="fest26")
    assert [found.reason("de") for found in report.rejections] == []
    return report


def guests(intake):
    names = dict(intake.rows("organisations", "organisation_id", "name"))
    found = intake.rows("participations", "organisation_id", "status", "persons")
    return sorted((names[organisation], status, persons) for organisation, status, persons in found)


def test_a_cancelled_ticket_shifts_nobody_and_the_order_of_rows_does_not_matter(fest):
    take(fest, positions=positions(("Cyra", "canceled"), ("Bo", "paid"), ("Ada", "paid")))
    take(fest, checkin=checkin(("Ada", True), ("Bo", False)))
    expected = [("Birkner KG", "cancelled", 1), ("Kessel Optik GmbH", "attended", 1), ("Lohmann AG", "no_show", 1)]
    assert guests(fest) == expected
    # The same again, in whichever sequence, changes nothing: who came stays come.
    take(fest, positions=positions(("Cyra", "canceled"), ("Bo", "paid"), ("Ada", "paid")))
    assert guests(fest) == expected


@pytest.mark.parametrize("first", ["positions", "checkin"])
def test_both_lists_in_one_import_say_together_who_came(fest, first):
    lists = {
        "positions": positions(("Cyra", "canceled"), ("Bo", "paid"), ("Ada", "paid")),
        "checkin": checkin(("Ada", True), ("Bo", False)),
    }
    take(fest, **{name: lists[name] for name in sorted(lists, key=lambda name: name != first)})
    assert guests(fest) == [
        ("Birkner KG", "cancelled", 1),
        ("Kessel Optik GmbH", "attended", 1),
        ("Lohmann AG", "no_show", 1),
    ]


def test_a_check_in_list_of_some_products_only_means_the_guests_that_it_names(fest):
    take(fest, positions=positions(("Ada", "paid"), ("Bo", "paid")))
    take(fest, checkin=checkin(("Bo", True)))
    assert guests(fest) == [("Kessel Optik GmbH", "registered", 1), ("Lohmann AG", "attended", 1)]


def test_who_hands_the_ticket_on_is_a_guest_no_more(fest):
    take(fest, positions=positions(("Ada", "paid"), ("Cyra", "paid")))
    report = take(fest, positions=positions(("Ada", "paid"), ("Bo", "paid")))
    assert guests(fest) == [("Kessel Optik GmbH", "registered", 1), ("Lohmann AG", "registered", 1)]
    fest.store.undo(report.batch)
    assert guests(fest) == [("Birkner KG", "registered", 1), ("Kessel Optik GmbH", "registered", 1)]


def test_a_ticket_that_cannot_be_read_replaces_nobody(fest):
    take(fest, positions=positions(("Ada", "paid"), ("Cyra", "paid")))
    fest.file("again.csv", positions(("Bo", "vielleicht"), ("Ada", "paid")))
    (told,) = fest.take("again.csv", event="fest26").rejections
    assert told.line == 2
    assert ("Kessel Optik GmbH", "registered", 1) in guests(fest)


def test_guests_without_names_are_as_many_as_did_not_cancel(fest):
    take(fest, positions=positions(("", "canceled"), ("", "paid"), ("", "paid")))
    take(fest, checkin=checkin(("", True), ("", False)))
    assert sorted(status for _, status, _ in guests(fest)) == ["attended", "cancelled", "no_show"]


def order(status, count, code="A3B7C"):
    return f"fest26,Fest,{code},0.00,{status},zz@example.org,2026-05-01,Rechnungs AG,Ada Zweifel,,{count}\n"


def test_an_order_counts_as_a_whole_until_its_guests_are_known(fest):
    take(fest, orders=ORDERS + order("paid", 3) + order("canceled", 1, "D4E5F"))
    assert guests(fest) == [("Rechnungs AG", "cancelled", 1), ("Rechnungs AG", "registered", 3)]
    take(fest, positions=positions(("Ada", "paid"), ("Bo", "paid"), ("Cyra", "paid")))
    single = [
        ("Birkner KG", "registered", 1),
        ("Kessel Optik GmbH", "registered", 1),
        ("Lohmann AG", "registered", 1),
        ("Rechnungs AG", "cancelled", 1),
    ]
    assert guests(fest) == single
    report = take(fest, orders=ORDERS + order("paid", 3) + order("canceled", 1, "D4E5F"))
    assert guests(fest) == single
    assert [(note.key, note.things) for note in report.notes if "known" in note.key] == [("notes.known_by_guests", 1)]


def test_pretixs_workbook_of_orders_tickets_and_fees_names_every_guest_once(fest):
    fees = "Event slug,Event name,Order code,Status,Email,Order date,Fee type,Description,Price,Tax rule,Company\n"
    fees += "fest26,Fest,A3B7C,paid,zz@example.org,2026-05-01,Versand,,3.00,,Rechnungs AG\n"
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheets = {
        "Bestellungen": ORDERS + order("paid", 2),
        "Bestellzeilen": positions(("Ada", "paid"), ("Bo", "paid")),
        "Bestellgebühren": fees,
    }
    for title, text in sheets.items():
        sheet = book.create_sheet(title)
        for line in text.splitlines():
            sheet.append([cell or None for cell in line.split(",")])
    book.save(fest.folder / "export.xlsx")
    report = fest.take("export.xlsx")
    assert [found.reason("de") for found in report.rejections] == []
    assert guests(fest) == [("Kessel Optik GmbH", "registered", 1), ("Lohmann AG", "registered", 1)]
    assert {"notes.no_guests", "notes.known_by_guests"} <= {note.key for note in report.notes}


def test_an_extra_of_a_ticket_is_no_guest(fest):
    extra = "fest26,Fest,A3B7C,2,paid,2026-05-01,Parkplatz,,,1,Rechnungs AG,Ada\n"
    report = take(fest, positions=positions(("Ada", "paid")) + extra)
    assert guests(fest) == [("Kessel Optik GmbH", "registered", 1)]
    assert [note.things for note in report.notes if note.key == "notes.add_on"] == [1]


def test_of_a_series_every_day_is_an_event_of_its_own(intake):
    header = "Event slug,Event name,Order code,Position ID,Status,Date,Start date,End date,Product,"
    header += "Attendee name,Company\n"
    rows = [
        f"werk,Werkstatt,{code},1,paid,{name},{day} 18:00:00,,Gast,{who},Lohmann AG\n"
        for code, name, day, who in (
            ("A3B7C", "Laser", "2026-06-18", "Ada"),
            ("D4E5F", "Optik", "2026-07-02", "Bo"),
            ("G6H7J", "Optik", "2026-07-02", "Cyra"),
        )
    ]
    intake.file("positions.csv", header + "".join(rows))
    assert [found.reason("de") for found in intake.take("positions.csv").rejections] == []
    assert sorted(intake.rows("events", "title", "starts_on")) == [
        ("Laser", date(2026, 6, 18)),
        ("Optik", date(2026, 7, 2)),
    ]
    checkin = "Order code,Attendee name,Product,Price,Checked in,Checked out,Automatically checked in,Date,Start date,"
    checkin += "End date,Company\nD4E5F,Bo,Gast,0,02.07.2026 18:01,,Nein,Optik,02.07.2026 18:00,,Lohmann AG\n"
    checkin += "G6H7J,Cyra,Gast,0,,,Nein,Optik,02.07.2026 18:00,,Lohmann AG\n"
    intake.file("checkin.csv", checkin)
    assert [found.reason("de") for found in intake.take("checkin.csv").rejections] == []
    titles = dict(intake.rows("events", "event_id", "title"))
    found = intake.rows("participations", "event_id", "status")
    assert sorted((titles[event], status) for event, status in found) == [
        ("Laser", "registered"),
        ("Optik", "attended"),
        ("Optik", "no_show"),
    ]


@pytest.mark.parametrize(
    ("ordered", "days"),
    [
        (("5/21/26 22:28", "6/1/26 8:00"), [date(2026, 5, 21), date(2026, 6, 1)]),
        (("21/05/2026", "01/06/2026"), [date(2026, 5, 21), date(2026, 6, 1)]),
        (("5/6/26", "6/1/26"), [None, None]),
        (("2026-05-21", "01.06.2026"), [date(2026, 5, 21), date(2026, 6, 1)]),
    ],
)
def test_of_days_with_slashes_the_column_tells_the_month_or_they_stay_empty(fest, ordered, days):
    header = "Order #,Order Date,Attendee #,Attendee Status,Company\n"
    rows = [f"{number},{day},7{number},Attending,Lohmann AG\n" for number, day in enumerate(ordered, 1)]
    take(fest, eventbrite=header + "".join(rows))
    found = [day for (day,) in fest.rows("participations", "registered_on")]
    assert sorted(found, key=str) == days
