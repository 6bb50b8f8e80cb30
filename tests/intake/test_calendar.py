"""Calendars of events that do not say what only this project asks."""

from datetime import date

import pytest

HEADERS = {
    "en": "Event name,Short form,Shop is live,Event currency,Timezone,Event start time,Event end time,Location,Latitude\n",
    "de": "Veranstaltungstitel,Kurzform,Shop ist live,Währung,Zeitzone,Veranstaltungsbeginn,Veranstaltungsende,"
    "Veranstaltungsort,Breitengrad\n",
}
ROW = "Sommerfest,fest26,Yes,EUR,Europe/Berlin,2026-06-18 18:00:00,2026-06-18 22:00:00,Halle 1,51.5\n"
EVENT = ("event_id", "title", "starts_on", "ends_on", "venue", "format", "status")


@pytest.mark.parametrize("language", HEADERS)
def test_pretix_event_data(intake, language):
    intake.file("export.csv", HEADERS[language] + ROW)
    assert [found.reason("de") for found in intake.take().rejections] == []
    day = date(2026, 6, 18)
    assert intake.rows("events", *EVENT) == [("fest26", "Sommerfest", day, day, "Halle 1", "other", "held")]


def test_what_is_on_record_of_an_event_stays(intake):
    intake.file("a.csv", "Veranstaltungs-ID;Titel;Beginn;Format;Stand\nfest26;Fest;18.06.2026;Empfang;abgesagt\n")
    intake.file("b.csv", HEADERS["en"] + ROW)
    intake.take("a.csv")
    assert intake.take("b.csv").rejections == []
    assert intake.rows("events", "event_id", "title", "format", "status") == [
        ("fest26", "Sommerfest", "reception", "cancelled")
    ]


def test_a_list_of_ones_own_comes_again_as_the_same_events(intake):
    intake.file("a.csv", "Veranstaltung;Datum;Ort\nWerkstatt;01.07.2030;Unna\n")
    intake.file("b.csv", "Veranstaltung;Datum;Ort\nWERKSTATT;2030-07-01;Hamm\n")
    intake.take("a.csv")
    intake.take("b.csv")
    assert intake.rows("events", "title", "venue", "status") == [("WERKSTATT", "Hamm", "planned")]
