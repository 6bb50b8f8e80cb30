"""Answers to surveys: registrations as far as they name an organisation, and feedback."""

import csv
import io

import openpyxl
import pytest

from analytics.intake.mapping import ColumnMapping
from tests.intake.conftest import asks
from tests.intake.disk import everything

EVENT = "Veranstaltungs-ID;Titel;Beginn;Format;Stand\nE1;Sommerfest;18.06.2026;Empfang;geplant\n"
SYSTEM = {
    "limesurvey en": "Response ID,Date submitted,Last page,Start language,Seed,Date started,Date last action",
    "limesurvey de": "Antwort ID,Datum Abgeschickt,Letzte Seite,Start-Sprache,Zufallsstartwert,Datum gestartet",
    "limesurvey codes": "id,submitdate,lastpage,startlanguage,seed,startdate,datestamp",
    "microsoft_forms en": "ID,Start time,Completion time,Email,Name,Last modified time",
    "microsoft_forms de": "Id,Startzeit,Fertigstellungszeit,E-Mail,Name,Zeitpunkt der letzten Änderung",
}
QUESTIONS = {
    "de": (
        "Aus welcher Organisation kommen Sie?", "Nehmen Sie teil?", "Mit wie vielen Personen kommen Sie?",
        "Wie viele Mitarbeitende hat Ihr Unternehmen?", "Ihr Vor- und Nachname", "Telefonnummer",
    ),
    "en": (
        "Which organisation do you come from?", "Will you attend?", "How many people will come?",
        "How many employees does your company have?", "Your first name and last name", "Phone number",
    ),
}  # fmt: skip
ANSWERS = [
    ("Kessel Optik GmbH", "Ja", "2", "120", "Ada Zweifelmann", "+49 231 8374651"),
    ("Lohmann AG", "Nein, leider nicht", "", "9", "Bo Andersdorf", "+49 231 8374652"),
    ("Birkner KG", "Ja", "", "80", "Cyra Drittenberg", "+49 231 8374653"),
]
MAIL = "ada.zweifelmann@example.org"


def system_cells(system, number, is_sent):
    """What the system itself says of an answer: its number, when it was sent, who sent it."""
    sent = "2026-05-21 10:00:00" if is_sent else ""
    if system.startswith("limesurvey"):
        width = len(SYSTEM[system].split(","))
        return [str(number), sent, "3", "de", "77", "2026-05-21 09:58:00", "2026-05-21 10:00:00"][:width]
    return [str(number), "2026-05-21 09:58:00", sent, MAIL, "Ada Zweifelmann", ""]


def survey(system, questions, answers, given_up=0):
    header = [*SYSTEM[system].split(","), *questions]
    rows = [[*system_cells(system, n, is_sent=True), *answer] for n, answer in enumerate(answers, 1)]
    rows += [[*system_cells(system, 90 + n, is_sent=False), *answers[0]] for n in range(given_up)]
    return [header, *rows]


def written(table, ending="csv"):
    if ending == "csv":
        target = io.StringIO()
        csv.writer(target, quoting=csv.QUOTE_ALL).writerows(table)
        return target.getvalue().encode("utf-8-sig")
    data, book = io.BytesIO(), openpyxl.Workbook()
    for row in table:
        book.active.append([cell or None for cell in row])
    book.save(data)
    return data.getvalue()


def participations(intake):
    names = dict(intake.rows("organisations", "organisation_id", "name"))
    found = intake.rows("participations", "event_id", "organisation_id", "status", "persons")
    return sorted((event, names[organisation], *rest) for event, organisation, *rest in found)


REGISTERED = [
    ("E1", "Birkner KG", "registered", 1),
    ("E1", "Kessel Optik GmbH", "registered", 2),
    ("E1", "Lohmann AG", "cancelled", 1),
]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("system", SYSTEM)
def test_answers_that_name_an_organisation_are_registrations_and_nobody_is_stored(intake, system, ending):
    questions = QUESTIONS["en" if system.endswith("en") else "de"]
    given_up = 1 if system.startswith("limesurvey") else 0
    intake.file("a.csv", EVENT)
    intake.file(f"results.{ending}", written(survey(system, questions, ANSWERS, given_up), ending))
    intake.take("a.csv")
    assert asks(intake.take(f"results.{ending}"), "which_event")
    report = intake.take(f"results.{ending}", event="E1")
    assert [found.reason("de") for found in report.rejections] == []
    assert report.format == system.partition(" ")[0]
    assert participations(intake) == REGISTERED
    assert intake.rows("events", "event_id", "title") == [("E1", "Sommerfest")]
    assert sum(note.things for note in report.notes if note.key == "notes.given_up") == given_up
    text = everything(intake.store.folder) + str(report)
    for word in ("Zweifelmann", "Andersdorf", "Drittenberg", "83746", MAIL):
        assert word not in text
    assert intake.take(f"results.{ending}", event="E1").batch is None  # the same answers again change nothing


def test_an_answer_that_names_the_event_needs_no_word_on_it(intake):
    questions = ("Zu welcher Veranstaltung melden Sie sich an?", "Unternehmen")
    answers = [("Sommerfest", "Lohmann AG"), ("Winterfest", "Birkner KG")]
    intake.file("a.csv", EVENT)
    intake.file("results.csv", written(survey("limesurvey de", questions, answers)))
    report = intake.take()
    assert participations(intake) == [("E1", "Lohmann AG", "registered", 1)]
    assert [(found.line, found.key) for found in report.rejections] == [(3, "rejections.which_event")]


def test_two_surveys_number_their_answers_alike_and_mean_different_guests(intake):
    intake.file("a.csv", EVENT)
    intake.file("one.csv", written(survey("limesurvey de", ("Firma",), [("Lohmann AG",)])))
    intake.file("two.csv", written(survey("limesurvey de", ("Unternehmen",), [("Birkner KG",)])))
    intake.take("a.csv", "one.csv", event="E1")
    intake.take("two.csv", event="E1")
    assert [name for _, name, *_ in participations(intake)] == ["Birkner KG", "Lohmann AG"]


ASSESSED = ("Wie zufrieden waren Sie?", "Würden Sie uns weiterempfehlen?", "Wie viele neue Kontakte?", "Ihre Firma")


@pytest.mark.parametrize("system", ["limesurvey de", "microsoft_forms de"])
def test_an_answer_that_assesses_is_feedback_and_no_further_guest(intake, system):
    intake.file("a.csv", EVENT)
    answers = [("5", "9", "3", "Lohmann AG"), ("4", "", "", "Birkner KG")]
    intake.file("results.csv", written(survey(system, ASSESSED, answers)))
    intake.take("a.csv")
    assert asks(intake.take("results.csv"), "which_event")
    report = intake.take("results.csv", event="E1")
    assert [found.reason("de") for found in report.rejections] == []
    assert report.tables.keys() == {"feedback"}
    found = intake.rows("feedback", "event_id", "satisfaction", "would_recommend", "new_contacts")
    assert sorted(found, key=str) == [("E1", 4, None, None), ("E1", 5, 9, 3)]
    assert intake.take("results.csv", event="E1").batch is None


def test_where_no_question_asks_for_the_organisation_a_mapping_file_says_it(intake):
    questions = ("Woher?", "Wie groß ist Ihr Unternehmen?")
    intake.file("a.csv", EVENT)
    intake.file("b.csv", "Organisations-ID;Name;Art\nO1;Lohmann AG;Unternehmen\n")
    intake.file("results.csv", written(survey("microsoft_forms de", questions, [("Lohmann AG", "9")])))
    intake.take("a.csv", "b.csv")
    (told,) = intake.take("results.csv", event="E1").rejections
    assert told.key == "errors.no_organisation_asked"
    mapping = ColumnMapping({"organisation_id": "Woher?"}, {"status": "registered"}, "participations")
    assert intake.take("results.csv", event="E1", mappings=(mapping,)).rejections == []
    assert participations(intake) == [("E1", "Lohmann AG", "registered", 1)]
