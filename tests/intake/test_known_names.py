"""Organisations that a file refers to by name: they are those that have it, whatever the files' order."""

import pytest

from analytics.kpis import compute, find
from analytics.warehouse import Period, View, build
from tests.intake.conftest import account, told

ORGANISATIONS = "Organisations-ID;Name;Art\nO1;Kessel Optik GmbH;Unternehmen\nO2;Lohmann AG;Unternehmen\n"
EVENTS = "Veranstaltungs-ID;Titel;Beginn;Format;Stand\nE1;Sommerfest;18.06.2026;Empfang;durchgeführt\n"
GUESTS = "Veranstaltungs-ID;Organisations-ID;Status\n"


@pytest.fixture
def known(intake):
    intake.file("a.csv", ORGANISATIONS)
    intake.file("b.csv", EVENTS)
    intake.file("m.csv", "Kooperations-ID;Titel;Art\nK1;Linse;Pilotprojekt\n")
    intake.take()
    return intake


@pytest.mark.parametrize("name", ["Kessel Optik GmbH", "KESSEL OPTIK GMBH", "Kessel  Optik GmbH", "kesseloptik gmbh"])
def test_a_guest_is_of_the_organisation_that_has_the_name(known, name):
    known.file("c.csv", GUESTS + f"E1;{name};anwesend\nE1;O2;anwesend\n")
    report = known.take("c.csv")
    assert (report.unassigned, report.notes) == ({}, [])
    assert known.rows("participations", "organisation_id") == [("O1",), ("O2",)]


def test_a_list_by_name_and_the_same_by_id_are_the_same_rows(known):
    known.file("c.csv", GUESTS + "E1;Kessel Optik GmbH;anwesend\n")
    known.file("d.csv", GUESTS + "E1;O1;anwesend\n")
    known.take("c.csv")
    assert known.take("d.csv").batch is None


@pytest.mark.parametrize("guests", ["0.csv", "z.csv"])
def test_names_and_guests_in_one_import(intake, guests):
    intake.file(guests, GUESTS + "E1;Kessel Optik GmbH;anwesend\n")
    intake.file("a.csv", ORGANISATIONS)
    intake.file("b.csv", EVENTS)
    assert intake.take().unassigned == {}
    assert intake.rows("participations", "organisation_id") == [("O1",)]


REFERENCES = {
    "people": "person_id;organisation_id\nx7;{}\n",
    "cooperation_members": "cooperation_id;organisation_id\nK1;{}\n",
    "consultations": "consultation_id;organisation_id;held_on\nB1;{};2026-01-01\n",
    "funding": "funding_id;organisation_id;programme;status\nF1;{};EFRE;approved\n",
}


@pytest.mark.parametrize("table", REFERENCES)
def test_every_table_that_refers_to_organisations(known, table):
    known.file(f"{table}.csv", REFERENCES[table].format("Kessel Optik GmbH"))
    assert known.take(f"{table}.csv").rejections == []
    assert known.rows(table, "organisation_id") == [("O1",)]


def test_a_parent_by_name(known):
    known.file("o.csv", "organisation_id;name;kind;parent_id\nO3;Kessel Werk 2;company;Kessel Optik GmbH\n")
    known.take("o.csv")
    assert known.rows("organisations", "parent_id") == [(None,), (None,), ("O1",)]


def test_a_name_that_two_have_is_told_and_belongs_to_neither(known):
    known.file("o.csv", "organisation_id;name;kind\nO9;kessel optik gmbh;company\n")
    known.file("c.csv", GUESTS + "E1;Kessel Optik GmbH;anwesend\n")
    known.file("f.csv", "funding_id;organisation_id;programme;status\nF1;Kessel Optik GmbH;EFRE;approved\n")
    report = known.take("o.csv", "c.csv", "f.csv")
    assert report.unassigned == {("participations", "organisation_id"): 1}
    assert [(note.key, note.value, note.things) for note in report.notes] == [
        ("notes.ambiguous_name", "Kessel Optik GmbH", 1),
        ("notes.ambiguous_name", "Kessel Optik GmbH", 1),
    ]
    assert told(report) == [("f.csv", 2, "organisation_id", "no_such_row")]
    assert account(report) == (3, 2, 1)


def test_an_id_that_is_a_name_is_the_id(known):
    known.file("o.csv", "organisation_id;name;kind\nO3;O1;company\n")
    known.file("c.csv", GUESTS + "E1;O1;anwesend\n")
    known.take("o.csv", "c.csv")
    assert known.rows("participations", "organisation_id") == [("O1",)]


def test_an_unknown_name_is_told(known):
    known.file("c.csv", GUESTS + "E1;Birkner KG;anwesend\n")
    assert known.take("c.csv").unassigned == {("participations", "organisation_id"): 1}


@pytest.mark.parametrize("nobody", ["N.N.", "k.A.", "-", "noch offen"])
def test_who_is_not_named_is_nobody(known, nobody):
    known.file("c.csv", f"Veranstaltungs-ID;Firma;Anwesend\nE1;{nobody};ja\nE1;O2;ja\n")
    report = known.take("c.csv")
    assert (report.unassigned, report.rejections) == ({}, [])
    assert [row[0] for row in known.rows("participations", "organisation_id")] == [None, "O2"]
    assert sum(note.things for note in report.notes) == 1


def test_a_flat_tables_partner_is_the_organisation_that_has_the_name(known):
    known.file("t.csv", "Projekt-ID;Projekt;Start;Unternehmen\nP1;A;01.01.2026;Kessel Optik GmbH\n")
    known.take("t.csv")
    assert [row[0] for row in known.rows("organisations", "organisation_id")] == ["O1", "O2"]
    assert known.rows("cooperation_members", "organisation_id") == [("O1",)]


def test_what_a_list_and_a_flat_table_say_of_one_organisation_comes_together(intake):
    intake.file("z.csv", "Organisations-ID;Name;Art;PLZ\nO1;Kessel Optik GmbH;Start-up;\n")
    intake.file(
        "a.csv", "Projekt-ID;Projekt;Start;Unternehmen;PLZ;Art\nP1;A;01.01.2026;KESSEL OPTIK GMBH;33602;Unternehmen\n"
    )
    report = intake.take()
    assert account(report) == (2, 2, 0)
    assert intake.rows("organisations", "organisation_id", "name", "kind", "postcode") == [
        ("O1", "Kessel Optik GmbH", "startup", "33602")
    ]
    assert intake.rows("cooperation_members", "organisation_id") == [("O1",)]
    assert [(note.key, note.column, note.value) for note in report.notes] == [
        ("notes.first_counts", "Art", "company ≠ startup")
    ]


def test_guests_by_name_find_their_organisation_when_it_comes(intake):
    intake.file("b.csv", EVENTS)
    intake.file("c.csv", "Veranstaltungs-ID;Firma;Anwesend\nE1;Kessel Optik GmbH;ja\nE1;Lohmann AG;ja\n")
    assert intake.take().unassigned == {("participations", "organisation_id"): 2}
    intake.file("a.csv", ORGANISATIONS + "O3;lohmann ag;Unternehmen\n")
    intake.take("a.csv")
    view = View(build(intake.store))
    reached = compute(view, find(["organisations_reached"]), [Period.parse("2026")])
    assert reached["value"].tolist() == [1]  # two organisations are called Lohmann AG; whose guest it was is not known


def test_a_list_of_organisations_loses_those_that_are_none(intake):
    intake.file("a.csv", ORGANISATIONS + "O3;N.N.;Unternehmen\n")
    report = intake.take()
    assert told(report) == [("a.csv", 4, "name", "names_nobody")]
    assert report.rejections[0].reason("de") == "„N.N.“ nennt keine Organisation."


def test_a_cordis_participant_without_a_name_is_none(intake):
    intake.file(
        "organization.csv",
        "projectID;projectAcronym;organisationID;name;role\n1;A;p1;N/A;participant\n1;A;p2;Lohmann;coordinator\n",
    )
    report = intake.take()
    assert account(report) == (2, 2, 0)
    assert intake.rows("organisations", "name") == [("Lohmann",)]
    assert [note.key for note in report.notes if note.key == "notes.names_nobody"] == ["notes.names_nobody"]
