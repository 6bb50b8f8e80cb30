"""What a sheet is: of a table only if it has what makes that table, whatever it is called."""

import pytest

from analytics.intake.headers import names_of
from analytics.intake.recognition import lacking, near_misses, table_for
from analytics.model import TABLES
from tests.intake.conftest import account, told

EVENTS = "Veranstaltungs-ID;Titel;Beginn;Format;Stand\nE1;Sommerfest;18.06.2026;Empfang;durchgeführt\n"
ORGANISATIONS = "Organisations-ID;Name;Art\nO1;Kessel Optik GmbH;Unternehmen\nO2;Lohmann AG;Unternehmen\n"


def test_a_guest_list_is_one_of_participations(intake):
    intake.file("a_organisationen.csv", ORGANISATIONS)
    intake.file("a_veranstaltungen.csv", EVENTS)
    intake.file("gaeste.csv", "Veranstaltungs-ID;Firma;Anwesend\nE1;Kessel Optik GmbH;ja\nE1;Lohmann AG;nein\n")
    report = intake.take()
    assert account(report) == (5, 5, 0)
    assert "feedback" not in report.tables
    assert intake.rows("participations", "organisation_id", "status") == [("O1", "attended"), ("O2", "no_show")]


@pytest.mark.parametrize("name", ["gaeste.csv", "feedback.csv", "Rückmeldungen.csv", "teilnahmen.csv"])
def test_a_guest_list_without_a_word_on_who_came_is_no_feedback(intake, name):
    intake.file("a_veranstaltungen.csv", EVENTS)
    intake.file(name, "Veranstaltungs-ID;Firma\nE1;Kessel Optik GmbH\n")
    report = intake.take()
    assert told(report) == [(name, None, None, "near_misses")]
    assert account(report) == (2, 1, 1)
    reason = report.rejections[0].reason("de")
    assert "Teilnahmen (verstanden: Veranstaltungs-ID, Firma; es fehlt: Stand)" in reason
    assert "Rückmeldungen (verstanden: Veranstaltungs-ID; es fehlt: Zufriedenheit (1–5) oder " in reason
    assert "Participations (understood: Veranstaltungs-ID, Firma; missing: Status)" in report.rejections[0].reason("en")


def test_what_is_not_understood_is_named(intake):
    intake.file("t.csv", "Veranstaltungs-ID;Bierdeckel\nE1;7\n")
    assert intake.take().rejections[0].reason("de").endswith("Nicht verstanden: Bierdeckel.")


def test_the_likest_table_is_named_first():
    header = ["Förder-ID", "Kooperations-ID", "Programm", "Bewilligt (Euro)"]
    assert near_misses("t", header)[0].label.en == "Funding"
    assert near_misses("teilnahmen", ["Stand", "Beginn", "Titel"])[0].label.en == "Participations"


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_known_by_its_columns(name):
    table = TABLES[name]
    assert table_for("t", [column.label.de for column in table.columns]) is table
    assert table_for("t", [column.label.en for column in table.columns]) is table


@pytest.mark.parametrize("name", TABLES)
def test_keys_and_references_beside_strange_columns_make_no_table(name):
    table = TABLES[name]
    header = [column.name for column in table.columns if column.name in table.key or column.references]
    assert lacking(table, [*header, "Betrag", "Bemerkung"])
    assert table_for("t", [*header, "Betrag", "Bemerkung"]) is not table


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.made_by or table.one_of])
def test_what_makes_a_table_is_asked_of_sheets_with_its_name_too(name):
    table = TABLES[name]
    needed = [column.name for column in table.required]
    one_of = table.made_by or table.one_of
    assert table_for(name, [*needed, one_of[-1]]) is table
    assert table_for("t", needed) is not table


def test_two_keys_alone_are_a_membership():
    members = TABLES["cooperation_members"]
    assert table_for("t", ["cooperation_id", "organisation_id"]) is members
    assert table_for("t", ["cooperation_id", "organisation_id", "role", "Bemerkung"]) is members
    assert table_for("mitglieder", ["cooperation_id", "organisation_id", "Bemerkung"]) is members
    assert table_for("t", ["cooperation_id", "organisation_id", "Bemerkung"]) is None


def test_a_sheet_with_a_tables_name_and_key_changes_rows_that_are_there(intake):
    intake.file("organisations.csv", ORGANISATIONS)
    intake.take("organisations.csv")
    intake.file("organisationen.csv", "Organisations-ID;Ort\nO1;Bielefeld\n")
    intake.take("organisationen.csv")
    assert intake.rows("organisations", "name", "place") == [("Kessel Optik GmbH", "Bielefeld"), ("Lohmann AG", None)]


def test_a_name_beside_the_key_is_not_needed():
    table = TABLES["participations"]
    assert names_of(table, ["event_id", "Firma"]) == {"organisation_id": ["c1"]}
    assert names_of(table, ["event_id", "organisation_id", "Firma"]) == {}


def test_a_first_row_of_data_is_not_repeated(intake):
    intake.file("t.csv", "E1;ada@example.org;Stand\nE2;bo@example.org;ja\n")
    (found,) = intake.take().rejections
    assert "example.org" not in found.reason("de") + found.reason("en")


def test_a_flat_table_without_start_or_id_is_told_what_it_lacks(intake):
    intake.file("t.csv", "Projekt;Partner\nLinse;Kessel\n")
    (found,) = intake.take().rejections
    assert "Flache Tabelle von Projekten (verstanden: Projekt, Partner; es fehlt: Projekt-ID oder Start oder " in (
        found.reason("de")
    )


def test_a_list_called_like_a_table_is_told_what_that_table_lacks(intake):
    intake.file("teilnehmer.csv", "Firma\nKessel\n")
    (found,) = intake.take().rejections
    assert "Teilnahmen (verstanden: Firma; es fehlt: Veranstaltungs-ID, Stand)" in found.reason("de")
