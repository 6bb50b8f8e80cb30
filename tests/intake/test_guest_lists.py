"""Whose guests a list names, of which event, and who came: where a list leaves it open, nothing is made up."""

from datetime import date, timedelta

import pytest

from tests.intake.conftest import told

EVENTS = "Veranstaltungs-ID;Titel;Beginn;Format;Stand\nE5;Fest;18.06.2025;Empfang;durchgeführt\nE6;Fest;18.06.2026;Empfang;geplant\n"
LIST = "Veranstaltung;Datum;Organisation;Status\n"
CHECK_IN = "Veranstaltung;Datum;Organisation;Status;Eingecheckt\n"


@pytest.fixture
def fests(intake):
    """A store with two events of one title."""
    intake.file("v.csv", EVENTS)
    assert intake.take().rejections == []
    return intake


def taken(intake, content):
    """The report on the list with this content."""
    intake.file("g.csv", content)
    return intake.take("g.csv")


def statuses(intake):
    """What the store holds of each organisation's guest."""
    names = dict(intake.rows("organisations", "organisation_id", "name"))
    return {names[one]: status for one, status in intake.rows("participations", "organisation_id", "status")}


@pytest.mark.parametrize(("day", "event"), [("18.06.2025", "E5"), ("2026-06-18", "E6")])
def test_of_two_events_of_one_title_the_day_tells_which(fests, day, event):
    assert taken(fests, f"{LIST}Fest;{day};Lohmann AG;anwesend\n").rejections == []
    assert fests.rows("participations", "event_id") == [(event,)]


def test_on_another_day_it_is_another_event(fests):
    assert taken(fests, f"{LIST}Fest;18.06.2024;Lohmann AG;anwesend\n").rejections == []
    assert set(fests.rows("events", "title", "starts_on")) == {
        ("Fest", date(year, 6, 18)) for year in (2024, 2025, 2026)
    }


def test_without_a_day_of_two_events_it_is_asked_which(fests):
    report = taken(fests, "Veranstaltung;Organisation;Status\nFest;Lohmann AG;anwesend\n")
    assert told(report) == [("g.csv", 2, "Veranstaltung", "which_event")]
    assert fests.rows("participations") == []


WORDS = {
    "refunded": "cancelled",
    "erstattet": "cancelled",
    "partially refunded": "registered",
    "Zurückgezogen": "cancelled",
    "expired": "cancelled",
    "On waitlist": "cancelled",
    "bezahlt": "registered",
    "Checked in": "attended",
    "no show": "no_show",
}


def test_what_a_system_says_of_a_guest(fests):
    rows = [f"Fest;18.06.2025;{word} AG;{word}\n" for word in WORDS]
    assert taken(fests, LIST + "".join(rows)).rejections == []
    assert statuses(fests) == {f"{word} AG": status for word, status in WORDS.items()}


def test_a_word_that_says_nothing_is_told_and_not_guessed(fests):
    report = taken(fests, f"{LIST}Fest;18.06.2025;Lohmann AG;vielleicht\n")
    assert [key for *_, key in told(report)] == ["unreadable_choice"]


def test_who_was_let_in_tells_of_the_others_at_that_event_only(fests):
    rows = [
        "Fest;18.06.2025;Came AG;bezahlt;18.06.2025 18:01\n",
        "Fest;18.06.2025;Absent AG;bezahlt;\n",
        "Fest;18.06.2025;Zero AG;bezahlt;0\n",
        "Fest;18.06.2025;Sick AG;storniert;18.06.2025 18:02\n",
        "Fest;18.06.2026;Next AG;bezahlt;nein\n",
    ]
    assert taken(fests, CHECK_IN + "".join(rows)).rejections == []
    assert statuses(fests) == {
        "Came AG": "attended", "Absent AG": "no_show", "Zero AG": "no_show", "Sick AG": "cancelled",
        "Next AG": "registered",
    }  # fmt: skip


@pytest.mark.parametrize("word", ["x", "ja", "1", "True"])
def test_a_guest_who_was_only_a_test_is_none(intake, word):
    report = taken(
        intake, f"Veranstaltung;Datum;Organisation;Status;Test\nProbe;18.06.2025;Lohmann AG;bezahlt;{word}\n"
    )
    assert report.rejections == []
    assert [(note.key, note.value) for note in report.notes] == [("notes.test_guest", None)]
    assert [intake.rows(table) for table in ("events", "organisations", "participations")] == [[], [], []]


def test_a_group_its_days_and_its_registration_are_kept(intake):
    header = "Veranstaltung;Datum;Ende;Organisation;Status;Anzahl;Anmeldedatum\n"
    assert taken(intake, f"{header}Messe;18.06.2025;19.06.2025;Lohmann AG;bezahlt;4;01.05.2025\n").rejections == []
    assert intake.rows("events", "starts_on", "ends_on") == [(date(2025, 6, 18), date(2025, 6, 19))]
    assert intake.rows("participations", "persons", "registered_on") == [(4, date(2025, 5, 1))]


@pytest.mark.parametrize(("ahead", "status"), [(0, "held"), (1, "planned")])
def test_an_event_that_a_list_brings_is_held_from_its_day_on(intake, ahead, status):
    taken(intake, f"{LIST}Fest;{date.today() + timedelta(days=ahead)};Lohmann AG;angemeldet\n")
    assert intake.rows("events", "status") == [(status,)]
