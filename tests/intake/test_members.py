"""A list of members, as an office keeps it."""

from datetime import date

import pytest

from tests.intake.conftest import asks

HEADER = "Mitgliedsnr.;Firma;Ansprechpartner;PLZ;Ort;Mitglied seit;Austritt\n"
ROWS = (
    "1001;Kessel Optik GmbH;Ada Zweifel;33602;Bielefeld;01.01.2019;\n"
    "1002;Lohmann AG;Bo Anders;48143;Münster;01.07.2020;31.12.2024\n"
)


def test_since_when_and_until_when_they_are_members_and_nobody_who_answers_for_them(intake):
    intake.file("Mitglieder.csv", HEADER + ROWS)
    assert intake.take().rejections == []
    found = intake.rows("organisations", "name", "kind", "postcode", "place", "member_since", "left_on")
    assert sorted(found) == [
        ("Kessel Optik GmbH", "company", "33602", "Bielefeld", date(2019, 1, 1), None),
        ("Lohmann AG", "company", "48143", "Münster", date(2020, 7, 1), date(2024, 12, 31)),
    ]
    everything = b"".join(path.read_bytes() for path in intake.store.folder.rglob("*") if path.is_file())
    assert b"Zweifel" not in everything


def test_an_organisation_on_record_keeps_its_identity_and_what_the_list_does_not_say(intake):
    intake.file("a.csv", "Organisations-ID;Name;Art;WZ-Code\nO7;Lohmann AG;Start-up;28.4\n")
    intake.file("b.csv", HEADER + ROWS)
    intake.take("a.csv")
    assert intake.take("b.csv").rejections == []
    rows = intake.rows("organisations", "name", "organisation_id", "kind", "nace_code")
    found = {name: said for name, *said in rows}
    assert found["Lohmann AG"] == ["O7", "startup", "28.4"]


def test_who_is_called_like_several_is_asked_about(intake):
    intake.file("a.csv", "Organisations-ID;Name;Art\nO7;Lohmann AG;Start-up\nO8;Lohmann AG;Unternehmen\n")
    intake.file("b.csv", HEADER + ROWS)
    intake.take("a.csv")
    (told,) = intake.take("b.csv").rejections
    assert told.line == 3
    assert "So heißen mehrere Organisationen" in told.reason("de")


@pytest.mark.parametrize("name", ["Mitglieder 2024.csv", "Mitgliederliste.csv", "members.csv"])
def test_the_year_of_a_list_without_days_is_asked(intake, name):
    intake.file(name, "Firma;PLZ;Ansprechpartner\nLohmann AG;48143;Bo Anders\n")
    assert asks(intake.take(), "which_year")
    assert intake.take(year=2024).rejections == []
    assert intake.rows("organisations", "name", "member_since") == [("Lohmann AG", date(2024, 1, 1))]


def test_a_later_list_leaves_who_was_a_member_before_and_an_earlier_one_says_since_when(intake):
    intake.file("members.csv", "Company\nLohmann AG\n")
    for year, since in ((2024, 2024), (2026, 2024), (2021, 2021)):
        assert intake.take(years={"members.csv": year}).rejections == []
        assert intake.rows("organisations", "member_since") == [(date(since, 1, 1),)]
