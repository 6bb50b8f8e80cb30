"""Lists of guests as systems for events export them, and as people keep them."""

import pytest

GUESTS = ("event_id", "organisation_id", "status", "persons")


def guests(intake):
    """What each guest's organisation is called, at which event, and whether it came."""
    names = dict(intake.rows("organisations", "organisation_id", "name"))
    titles = dict(intake.rows("events", "event_id", "title"))
    found = [
        (titles.get(event), names.get(organisation), status)
        for event, organisation, status in intake.rows("participations", "event_id", "organisation_id", "status")
    ]
    return sorted(found, key=str)


def test_a_list_of_ones_own_brings_events_and_organisations(intake):
    intake.file(
        "teilnahmen.csv",
        "Veranstaltung;Datum;Organisation;Status\n"
        "Sommerfest;18.06.2026;Kessel Optik GmbH;anwesend\n"
        "Sommerfest;18.06.2026;Lohmann AG;anwesend\n"
        "Werkstatt;01.07.2026;Kessel Optik GmbH;anwesend\n",
    )
    report = intake.take()
    assert [found.reason("de") for found in report.rejections] == []
    assert guests(intake) == [
        ("Sommerfest", "Kessel Optik GmbH", "attended"),
        ("Sommerfest", "Lohmann AG", "attended"),
        ("Werkstatt", "Kessel Optik GmbH", "attended"),
    ]


def test_the_same_list_again_changes_nothing_and_another_spelling_of_the_day_is_the_same_event(intake):
    header, row = "Veranstaltung;Datum;Organisation;Status\n", "Sommerfest;{day};Lohmann AG;anwesend\n"
    intake.file("one.csv", header + row.format(day="18.06.2026") * 2)
    intake.file("other.csv", header + row.format(day="2026-06-18") * 2)
    intake.take("one.csv")
    intake.take("other.csv")
    assert guests(intake) == [("Sommerfest", "Lohmann AG", "attended")] * 2


HI_EVENTS = (
    "ID,First Name,Last Name,Email,Status,Is Checked In,Checked In At,Product ID,Product Name,Event ID,Public ID,"
    "Short ID,Created Date,Last Updated Date,Notes,Company\n"
    "1,Ada,Zweifel,zz@example.org,ACTIVE,Yes,2026-06-18 18:01:00,3,Gast,4,A-X1,s1,2026-05-01,2026-05-01,,Kessel Optik GmbH\n"
    "2,Bo,Anders,yy@example.org,CANCELLED,No,,3,Gast,4,A-X2,s2,2026-05-01,2026-05-01,,Lohmann AG\n"
)


def test_hi_events_guests_of_an_event_on_record(intake):
    intake.file("a.csv", "Veranstaltungs-ID;Titel;Beginn;Format;Stand\n4;Sommerfest;18.06.2026;Empfang;durchgeführt\n")
    intake.file("b.csv", HI_EVENTS)
    assert [found.reason("de") for found in intake.take().rejections] == []
    assert guests(intake) == [
        ("Sommerfest", "Kessel Optik GmbH", "attended"),
        ("Sommerfest", "Lohmann AG", "cancelled"),
    ]


CHECKIN = {
    "en": "Order code,Attendee name,Product,Price,Checked in,Checked out,Automatically checked in,Secret,Email,Company\n",
    "de": "Bestellnummer,Name Teilnehmer*in,Produkt,Preis,Eingecheckt,Ausgetreten,Automatisch eingecheckt,Secret,E-Mail,Firma\n",
}
CAME = (
    "A3B7C,Ada Zweifel,Gast,0.00,18.06.2026 18:01,,Nein,s3cr3t,zz@example.org,Kessel Optik GmbH\n"
    "D4E5F,Bo Anders,Gast,0.00,,,Nein,g3h3im,yy@example.org,Lohmann AG\n"
)


@pytest.mark.parametrize("language", CHECKIN)
def test_of_a_check_in_list_the_event_is_asked_and_then_who_was_not_let_in_did_not_come(intake, language):
    intake.file("a.csv", "Veranstaltungs-ID;Titel;Beginn;Format;Stand\nE1;Fest;18.06.2026;Empfang;durchgeführt\n")
    intake.take("a.csv")
    intake.file("b.csv", CHECKIN[language] + CAME)
    (told,) = intake.take("b.csv").rejections
    assert "Von welcher Veranstaltung ist die Liste?" in told.reason("de")
    assert [found.reason("de") for found in intake.take("b.csv", event="E1").rejections] == []
    assert guests(intake) == [("Fest", "Kessel Optik GmbH", "attended"), ("Fest", "Lohmann AG", "no_show")]


def test_before_anybody_was_let_in_all_are_registered(intake):
    intake.file("a.csv", "Veranstaltungs-ID;Titel;Beginn;Format;Stand\nE1;Fest;18.06.2026;Empfang;durchgeführt\n")
    intake.file("b.csv", CHECKIN["de"] + CAME.replace("18.06.2026 18:01", ""))
    intake.take("a.csv")
    assert intake.take("b.csv", event="E1").rejections == []
    assert {status for *_, status in guests(intake)} == {"registered"}


POSITIONS_2022 = (
    "Event slug,Order code,Position ID,Status,Email,Phone number,Order date,Order time,Product,Variation,Price,"
    "Attendee name,Attendee email,Company,Address,ZIP code,City,Country,Voucher,Pseudonymization ID,Order comment,Company\n"
    "fest26,A3B7C,1,paid,zz@example.org,,2026-05-01,10:00:00,Gast,,0.00,Ada Zweifel,zz@example.org,Kessel Optik GmbH,"
    "Weg 1,33602,Bielefeld,DE,,PSEUDO1,,Rechnungs AG\n"
    "fest26,A3B7C,2,paid,zz@example.org,,2026-05-01,10:00:00,Gast,,0.00,Cy Dritt,,,Weg 1,33602,Bielefeld,DE,,PSEUDO2,,"
    "Rechnungs AG\n"
    "fest26,D4E5F,1,canceled,yy@example.org,,2026-05-02,10:00:00,Gast,,0.00,Bo Anders,,Lohmann AG,,,,,,PSEUDO3,,\n"
)


def test_pretix_positions_with_two_columns_called_company(intake):
    # The first is the guest's, the second the invoice's: it counts where the guest has none.
    intake.file("a.csv", "Veranstaltungs-ID;Titel;Beginn;Format;Stand\nfest26;Fest;18.06.2026;Empfang;geplant\n")
    intake.file("b.csv", POSITIONS_2022)
    assert [found.reason("de") for found in intake.take().rejections] == []
    assert guests(intake) == [
        ("Fest", "Kessel Optik GmbH", "registered"),
        ("Fest", "Lohmann AG", "cancelled"),
        ("Fest", "Rechnungs AG", "registered"),
    ]


@pytest.mark.parametrize(
    "content", [HI_EVENTS, POSITIONS_2022, CHECKIN["de"] + CAME], ids=["hi", "positions", "checkin"]
)
def test_neither_names_nor_addresses_nor_codes_reach_the_disk(intake, content):
    rows = "4;Fest;18.06.2026;Empfang;geplant\nfest26;Fest;18.06.2026;Empfang;geplant\n"
    intake.file("a.csv", f"Veranstaltungs-ID;Titel;Beginn;Format;Stand\n{rows}")
    intake.file("b.csv", content)
    intake.take("a.csv")
    intake.take("b.csv", event="4")
    for column in ("person_id", "participation_id", "role"):
        stored = " ".join(str(value) for (value,) in intake.rows("participations", column))
        assert not any(code in stored for code in ("A3B7C", "D4E5F", "A-X1", "PSEUDO", "s3cr3t"))
    everything = b"".join(path.read_bytes() for path in intake.store.folder.rglob("*") if path.is_file())
    assert not any(word in everything for word in (b"Zweifel", b"example.org", b"s3cr3t", b"Weg 1"))


def test_positions_and_the_check_in_list_speak_of_the_same_guests_and_the_same_files_again_change_nothing(intake):
    calendar = "Event name,Short form,Event start time,Location\nFest,fest26,2026-06-18 18:00:00,Halle\n"
    checkin = (
        "Order code,Attendee name,Product,Price,Checked in,Checked out,Automatically checked in,Company\n"
        "A3B7C,Ada Zweifel,Gast,0.00,18.06.2026 18:01,,No,Kessel Optik GmbH\n"
        "A3B7C,Cy Dritt,Gast,0.00,,,No,Rechnungs AG\n"
    )
    intake.file("a.csv", calendar)
    intake.file("b.csv", POSITIONS_2022)
    intake.file("c.csv", checkin)
    for _ in range(2):
        assert intake.take("a.csv", "b.csv").rejections == []
        assert intake.take("c.csv", event="fest26").rejections == []
        assert guests(intake) == [
            ("Fest", "Kessel Optik GmbH", "attended"),
            ("Fest", "Lohmann AG", "cancelled"),
            ("Fest", "Rechnungs AG", "no_show"),
        ]
