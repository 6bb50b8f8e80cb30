"""Days as people and programs write them, and what is none."""

from datetime import date

import pytest

from tests.intake.conftest import account, told

EVENTS = "Veranstaltungs-ID;Titel;Beginn;Format;Stand\n"


def days(intake, *cells):
    """The report on events that begin so."""
    intake.file("v.csv", EVENTS + "".join(f'E{n};T;"{cell}";Empfang;geplant\n' for n, cell in enumerate(cells)))
    return intake.take()


@pytest.mark.parametrize(
    "written",
    [
        "01.07.2024 18:00 Uhr",
        "01.07.24 18:00",
        "01.07.2024, 18:00-22:00 Uhr",
        "Mo, 01.07.2024",
        "Montag, den 1. Juli 2024",
        "1. Juli 2024",
        "1. 7. 2024",
        "1 July 2024",
        "July 1, 2024",
        "2024-07-01T18:00",
        "2024-07-01 00:00:00",
    ],
)
def test_forms_of_one_day(intake, written):
    assert days(intake, written).rejections == []
    assert intake.rows("events", "starts_on") == [(date(2024, 7, 1),)]


@pytest.mark.parametrize("month", ["März", "Mär.", "Mrz", "March", "Mar"])
def test_a_month_has_several_names(intake, month):
    assert days(intake, f"5. {month} 2024").rejections == []
    assert intake.rows("events", "starts_on") == [(date(2024, 3, 5),)]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-06-17T22:00:00Z", date(2026, 6, 18)),
        ("2026-06-17T21:59:59Z", date(2026, 6, 17)),
        ("2026-12-17T22:30:00.000Z", date(2026, 12, 17)),
        ("2026-12-17T23:00:00+00:00", date(2026, 12, 18)),
        ("2026-06-18T00:00:00+02:00", date(2026, 6, 18)),
        ("2026-06-18T00:00:00+0200", date(2026, 6, 18)),
        ("2026-06-17 20:00:00-05:00", date(2026, 6, 18)),
        ("2026-06-17T22:00:00+02:00[Europe/Berlin]", date(2026, 6, 17)),
        ("17.06.2026 22:00 UTC", date(2026, 6, 18)),
        ("17.06.2026 22:00 GMT", date(2026, 6, 18)),
        ("17.06.2026 22:30+01:00", date(2026, 6, 17)),
        ("2026-06-17T22:30Z", date(2026, 6, 18)),
        ("2026-06-17T22:00:00,250Z", date(2026, 6, 18)),
        ("2026-06-17T22:00:00+02", date(2026, 6, 17)),
        ("2026-06-18T03:15:00+05:30", date(2026, 6, 17)),  # 21:45 in Greenwich, 23:45 in Germany
        ("2026-06-18T03:15:00+0530", date(2026, 6, 17)),
        ("2026-06-17T18:45:00-03:30", date(2026, 6, 18)),  # 22:15 in Greenwich, 00:15 in Germany
        ("2026-06-17T22:00:00", date(2026, 6, 17)),
    ],
)
def test_a_time_with_a_zone_is_its_day_in_germany(intake, written, day):
    assert days(intake, written).rejections == []
    assert intake.rows("events", "starts_on") == [(day,)]


@pytest.mark.parametrize(
    "written",
    [
        "18:00",
        "1899-12-31 18:00:00",
        "30.12.1899",
        "31.02.2024",
        "2025-02-29",
        "1. Foo 2024",
        "2024-13-01",
        "12/31/2025",
    ],
)
def test_what_is_no_day(intake, written):
    report = days(intake, written)
    assert told(report) == [("v.csv", 2, "starts_on", "unreadable_date")]
    assert written in report.rejections[0].reason("de")
    assert report.tables == {}


@pytest.mark.parametrize(("ahead", "is_taken"), [(20, True), (21, False)])
def test_a_day_may_lie_twenty_years_ahead(intake, ahead, is_taken):
    assert bool(days(intake, f"01.07.{date.today().year + ahead}").rejections) is not is_taken


@pytest.mark.parametrize(("written", "is_taken"), [("31.12.1899", False), ("01.01.1900", True)])
def test_days_begin_with_1900(intake, written, is_taken):
    assert bool(days(intake, written).rejections) is not is_taken


def test_a_column_shows_whether_the_day_stands_first(intake):
    assert days(intake, "27-10-2021", "01-07-2024", "03/04/2024").rejections == []
    assert [day for (day,) in intake.rows("events", "starts_on")] == [
        date(2021, 10, 27),
        date(2024, 7, 1),
        date(2024, 4, 3),
    ]


@pytest.mark.parametrize("cells", [["01-07-2024"], ["27-10-2021", "10-27-2021"]])
def test_where_it_does_not_the_row_is_told(intake, cells):
    assert [key for *_, key in told(days(intake, *cells))] == ["unreadable_date"] * len(cells)


def test_beside_a_column_of_days_stand_times_of_day(intake):
    header = "Veranstaltungs-ID;Titel;Datum;Beginn;Ende;Format;Stand\n"
    rows = "E1;A;18.06.2026;18:00;22:00;Empfang;geplant\nE2;B;18.06.2026;18.06.2026 9:00;;Empfang;geplant\n"
    intake.file("v.csv", header + rows + "E3;C;18.06.2026;19.06.2026;;Empfang;geplant\nE4;D;;18:00;;Empfang;geplant\n")
    report = intake.take()
    assert told(report) == [("v.csv", 4, "starts_on", "contradiction"), ("v.csv", 5, "starts_on", "required")]
    assert intake.rows("events", "event_id", "starts_on", "ends_on") == [
        ("E1", date(2026, 6, 18), None),
        ("E2", date(2026, 6, 18), None),
    ]
    assert account(report) == (4, 2, 2)


@pytest.mark.parametrize("cell", ["1899-12-30 18:00:00", "1899-12-31 18:00:00", "18 Uhr", "ab 18:00", "24:00"])
def test_a_spreadsheets_time_beside_a_day_is_no_second_day(intake, cell):
    intake.file("v.csv", f"Veranstaltungs-ID;Titel;Datum;Beginn;Format;Stand\nE1;A;18.06.2026;{cell};Empfang;geplant\n")
    assert intake.take().rejections == []
    assert intake.rows("events", "starts_on") == [(date(2026, 6, 18),)]


@pytest.mark.parametrize("cell", ["1899-12-30 18:00:00", "1899-12-31 18:00:00"])
def test_a_list_of_guests_whose_day_is_only_a_time_is_of_the_event_of_its_title(intake, cell):
    intake.file("v.csv", EVENTS + "E1;Sommerfest;18.06.2026;Empfang;geplant\n")
    intake.take()
    intake.file("g.csv", f"Veranstaltung;Beginn;Organisation;Status\nSommerfest;{cell};Lohmann AG;angemeldet\n")
    assert intake.take("g.csv").rejections == []
    assert intake.rows("participations", "event_id") == [("E1",)]
