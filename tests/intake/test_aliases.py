"""Organisations that files call by another name, before or after that is said."""

from tests.warehouse.test_joined import alias, rows


def test_an_alias_stands_for_whoever_was_known_by_that_name_alone(intake):
    """A list of guests makes an organisation of the name, before or after the alias comes."""
    intake.file("o.csv", "organisation_id;name;kind\nO1;Fachhochschule Dortmund;science\n")
    intake.file("e.csv", "event_id;title;starts_on;format;status\nE1;Fest;2025-03-01;reception;held\n")
    intake.file("g.csv", "Firma;Veranstaltung;Datum;Status;Name Teilnehmer*in\nFH Dortmund;Fest;01.03.2025;bezahlt;x\n")
    for name in ("o.csv", "e.csv", "g.csv"):
        assert intake.take(name).rejections == []
    assert len(rows(intake.store, "from base.organisations")) == 2
    batch = alias(intake.store, ("FH Dortmund", "O1"))
    assert rows(intake.store, "select organisation_id from base.organisations") == [("O1",)]
    assert rows(intake.store, "select organisation_id from base.participations") == [("O1",)]
    intake.store.undo(batch)
    assert len(rows(intake.store, "from base.organisations")) == 2


def test_two_of_one_name_that_were_joined_are_no_longer_ambiguous(intake):
    intake.file("o.csv", "organisation_id;name;kind\nO1;Kessel;company\nO2;Kessel;company\n")
    intake.take("o.csv")
    alias(intake.store, ("O2", "O1"))
    intake.file("b.csv", "consultation_id;organisation_id;held_on\nB1;Kessel;2025-01-01\n")
    report = intake.take("b.csv")
    assert (report.rejections, report.notes) == ([], [])
    assert intake.rows("consultations", "organisation_id") == [("O1",)]
