"""Sums of funding in a flat table: partners' shares add up, a project's sum counts once, what contradicts is told."""

import pytest

from analytics.kpis import compute, find
from analytics.warehouse import Period, View, build
from tests.intake.conftest import account

HEADER = "Projekt-ID;Projekt;Start;Unternehmen;{}\n"


def taken(intake, *rows, title="Fördersumme"):
    """The report on a flat table of rows (project, partner, sum)."""
    lines = [f"{project};{project};01.01.2016;{partner};{amount}\n" for project, partner, amount in rows]
    intake.file("t.csv", HEADER.format(title) + "".join(lines))
    return intake.take("t.csv")


def grants(intake):
    return intake.rows("funding", "funding_id", "cooperation_id", "organisation_id", "approved_eur", "requested_eur")


def noted(report):
    return [(note.key.partition(".")[2], note.value, note.things) for note in report.notes]


def won(intake):
    """K26 of 2016."""
    view = View(build(intake.store))
    period = Period.parse("2016")
    return compute(view, find(["funding_won"]), [period])["value"].tolist()


def test_partners_shares_add_up(intake):
    report = taken(intake, ("P1", "Kessel", 100_000), ("P1", "Lohmann", 200_000), ("P1", "Nordrand", 300_000))
    assert account(report) == (3, 3, 0)
    assert grants(intake) == [("P1", "P1", None, 600_000, 600_000)]
    assert noted(report) == [("sums_added", "P1", 1)]
    assert won(intake) == [600_000]


def test_a_projects_sum_in_every_row_counts_once(intake):
    rows = [("P1", "Kessel", 600_000), ("P1", "Lohmann", 600_000), ("P2", "Kessel", 50), ("P2", "Birkner", 50)]
    report = taken(intake, *rows, ("P3", "Kessel", 7))
    assert [row[3] for row in grants(intake)] == [600_000, 50, 7]
    assert noted(report) == [("sums_once", "P1, P2", 2)]
    assert won(intake) == [600_057]


def test_a_sum_in_the_first_row_only_is_the_projects(intake):
    report = taken(intake, ("P1", "Kessel", 600_000), ("P1", "Lohmann", ""), ("P1", "Nordrand", ""))
    assert [row[3] for row in grants(intake)] == [600_000]
    assert noted(report) == []


def test_a_partner_without_a_sum_adds_nothing(intake):
    taken(intake, ("P1", "Kessel", 100), ("P1", "Lohmann", ""), ("P1", "Nordrand", 300))
    assert [row[3] for row in grants(intake)] == [400]


def test_a_partners_row_that_comes_twice_counts_once(intake):
    taken(intake, ("P1", "Kessel", 100), ("P1", "Kessel", 100), ("P1", "Nordrand", 300))
    assert [row[3] for row in grants(intake)] == [400]


def test_a_partner_with_two_sums_in_one_project_contradicts_itself(intake):
    report = taken(intake, ("P1", "Kessel", 100), ("P1", "Kessel", 120), ("P2", "Kessel", 5))
    assert [row[0] for row in grants(intake)] == ["P2"]
    assert noted(report) == [("sums_contradict", "P1", 1)]
    assert account(report) == (3, 3, 0)
    assert len(intake.rows("cooperations")) == 2


def test_shares_of_which_two_are_alike_add_up(intake):
    taken(intake, ("P1", "Kessel", 100), ("P1", "Lohmann", 100), ("P1", "Nordrand", 300), ("P1", "Birkner", 50))
    assert [row[3] for row in grants(intake)] == [550]
    assert won(intake) == [550]


def test_one_row_that_differs_in_a_column_that_repeats_sums_is_told(intake):
    alike = [("P1", name, 600) for name in "abc"]
    odd = [("P2", "a", 900), ("P2", "b", 900), ("P2", "c", 990)]
    report = taken(intake, *alike, *odd)
    assert [row[0] for row in grants(intake)] == ["P1"]
    assert noted(report) == [("sums_once", "P1", 1), ("sums_contradict", "P2", 1)]


@pytest.mark.parametrize("title", ["Förderung je Partner", "ecContribution", "partner_funding"])
def test_a_column_of_partners_sums_adds_up_what_is_alike(intake, title):
    report = taken(intake, ("P1", "Kessel", 100), ("P1", "Lohmann", 100), title=title)
    assert [row[3] for row in grants(intake)] == [200]
    assert noted(report) == []
    assert won(intake) == [200]


@pytest.mark.parametrize("title", ["Gesamtförderung", "ecMaxContribution"])
def test_a_column_of_projects_sums_may_not_differ(intake, title):
    report = taken(intake, ("P1", "a", 100), ("P1", "b", 100), ("P2", "a", 1), ("P2", "b", 2), title=title)
    assert [row[0] for row in grants(intake)] == ["P1"]
    assert noted(report) == [("sums_contradict", "P2", 1)]


def test_a_sum_beside_several_partners_is_theirs_together(intake):
    taken(intake, ("P1", '"X AG; Y AG"', 100), ("P1", "Z AG", 50))
    assert grants(intake) == [("P1", "P1", None, 150, 150)]


def test_a_row_that_is_rejected_adds_nothing(intake):
    taken(intake, ("P1", "Kessel", 100), ("P1", "Lohmann", "viel"), ("P1", "Nordrand", 300))
    assert [row[3] for row in grants(intake)] == [400]


def test_programmes_of_one_project_are_grants_of_their_own(intake):
    intake.file(
        "t.csv",
        "Projekt-ID;Projekt;Start;Unternehmen;Fördersumme;Programm\n"
        "P1;A;01.01.2016;X;100;EFRE\nP1;A;01.01.2016;Y;200;EFRE\nP1;A;01.01.2016;X;70;Bund\n",
    )
    intake.take()
    assert intake.rows("funding", "funding_id", "programme", "approved_eur") == [
        ("P1/Bund", "Bund", 70),
        ("P1/EFRE", "EFRE", 300),
    ]


def test_the_real_files_sums_are_its_projects(intake, real_file):
    report = intake.take(real_file)
    (once,) = [note for note in report.notes if note.key == "notes.sums_once"]
    assert once.things == 125  # of 129 projects so many have several rows, all with one sum
    assert sum(row[3] for row in grants(intake)) == 475_159_455  # each project's sum once, added up by hand
