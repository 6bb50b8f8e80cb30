"""Rows under a programme's title: no cooperation of thousands, but organisations and their funding."""

import time

import pytest

from tests.intake.conftest import account, told

HEADER = "Projekt;Start;Unternehmen;Fördersumme;Programm\n"


def programme(intake, rows, title="Digitalisierung", amount=lambda number: 1000 + number % 7):
    lines = [f"{title};01.01.2022;Betrieb {number} GmbH;{amount(number)};Bonus\n" for number in range(rows)]
    intake.file("t.csv", HEADER + "".join(lines))


def test_five_thousand_rows_of_one_title(intake):
    programme(intake, 5_445)
    started = time.perf_counter()
    report = intake.take()
    assert time.perf_counter() - started < 60
    assert account(report) == (5_445, 5_445, 0)
    assert report.tables == {"organisations": 5_445, "funding": 5_445}
    assert [(note.key, note.value, note.things) for note in report.notes] == [
        ("notes.large_cooperation", "Digitalisierung", 5_445)
    ]
    assert sum(row[0] for row in intake.rows("funding", "approved_eur")) == sum(1000 + n % 7 for n in range(5_445))
    assert {row[0] for row in intake.rows("funding", "cooperation_id")} == {None}
    assert all(row[0] for row in intake.rows("funding", "organisation_id"))


def test_the_note_says_what_to_do(intake):
    programme(intake, 61)
    (note,) = intake.take().notes
    assert note.sentence("de").startswith("„Digitalisierung“ hätte 61 Mitglieder.")
    assert "Projekt-ID" in note.sentence("de")
    assert "--allow-large" in note.sentence("en")


@pytest.mark.parametrize(("rows", "cooperations"), [(60, 1), (61, 0)])
def test_sixty_are_taken_and_one_more_is_asked_about(intake, rows, cooperations):
    programme(intake, rows)
    assert intake.take().tables.get("cooperations", 0) == cooperations


def test_confirmed_it_is_taken_and_stays_so(intake):
    programme(intake, 61, amount=lambda number: 5)
    report = intake.take(allow_large=True)
    assert report.tables["cooperation_members"] == 61
    programme(intake, 62, amount=lambda number: 5)
    again = intake.take()
    assert again.tables["cooperation_members"] == 1
    assert "notes.large_cooperation" not in [note.key for note in again.notes]


def test_members_of_several_imports_are_counted_together(intake):
    programme(intake, 40)
    intake.take()
    lines = [f"Digitalisierung;01.01.2022;Laden {number} GmbH;1;Bonus\n" for number in range(40)]
    intake.file("t.csv", HEADER + "".join(lines))
    report = intake.take()
    assert [note.things for note in report.notes if note.key == "notes.large_cooperation"] == [80]
    assert len(intake.rows("cooperation_members")) == 40


def test_two_vouchers_of_one_organisation_are_two_grants_and_the_same_again_next_time(intake):
    programme(intake, 61, amount=lambda number: 500)
    content = (intake.folder / "t.csv").read_text("utf-8")
    intake.file("t.csv", content + "Digitalisierung;01.01.2022;Betrieb 1 GmbH;500;Bonus\n")
    intake.take()
    assert len(intake.rows("funding")) == 62
    assert intake.take().batch is None


def test_other_projects_of_the_file_are_taken(intake):
    programme(intake, 61)
    content = (intake.folder / "t.csv").read_text("utf-8")
    intake.file("t.csv", content + "Linse;01.01.2022;Betrieb 1 GmbH;9;Bonus\nLinse;01.01.2022;Betrieb 2 GmbH;9;Bonus\n")
    intake.take()
    assert intake.rows("cooperations", "title") == [("Linse",)]
    assert len(intake.rows("cooperation_members")) == 2


def test_a_list_of_members_loses_the_rows_of_that_cooperation(intake):
    intake.file("a.csv", "organisation_id;name;kind\n" + "".join(f"o{n};N{n};company\n" for n in range(61)))
    intake.file("b.csv", "cooperation_id;title;kind\nk1;Cluster;other\nk2;Linse;pilot\n")
    intake.file(
        "c.csv", "cooperation_id;organisation_id\n" + "".join(f"k1;o{n}\n" for n in range(61)) + "k2;o1\nk2;o2\n"
    )
    report = intake.take()
    assert account(report) == (126, 65, 61)
    assert {key for *_, key in told(report)} == {"large_cooperation"}
    assert "Cluster (61)" in report.rejections[0].reason("de")
    assert len(intake.rows("cooperations")) == 2
    assert intake.take(allow_large=True).tables == {"cooperation_members": 61}


def test_cordis_projects_of_many_keep_their_funding(intake):
    intake.file(
        "project.csv",
        "id;title;startDate;endDate;ecMaxContribution;frameworkProgramme\n1;Big;2020-01-01;2024-01-01;9;HORIZON\n",
    )
    rows = "".join(f"1;BIG;p{n};Name {n};participant\n" for n in range(61))
    intake.file("organization.csv", "projectID;projectAcronym;organisationID;name;role\n" + rows)
    report = intake.take()
    assert account(report) == (62, 62, 0)
    assert intake.rows("funding", "cooperation_id", "approved_eur") == [("1", 9)]
    assert report.tables.get("cooperation_members") is None
