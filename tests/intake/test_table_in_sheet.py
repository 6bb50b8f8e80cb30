"""Where a table begins and ends in a sheet that people keep: titles above it, two-line headers, totals below it."""

import pytest

from analytics.intake.header_row import Header, header_row
from tests.intake.conftest import account

MEMBERS = "Firma;Ort;Mitglied seit\nKessel AG;Hagen;1.3.2019\nLinse AG;Unna;1.3.2020\nTotal Farben GmbH;Hamm;1.3.2021\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Teilnehmerliste 2023", "", ""], ["Betrieb", "Ort", "Anlass"], ["A", "B", "12.3.2023"]], Header(1)),
        ([["Liste", ""], ["Stand: 3.5.2023", ""], ["Wer", "Wo"], ["A", "B"]], Header(2)),
        ([["Wer", "Wo", "Wann"], ["A", "", "B"]], Header(0)),
        ([["", "Anlass", ""], ["Betrieb", "Titel", "Tag"], ["A", "Fest", "1.2.2023"]], Header(1)),
        ([["Betrieb", "Anlass", ""], ["", "Titel", "Tag"], ["A", "Fest", "1.2.2023"]], Header(0, 2)),
        ([["Gäste", "", "Anlass", ""], ["Betrieb", "Ort", "Was", "Tag"], ["A", "B", "C", "1.2.2023"]], Header(0, 2)),
        ([["", ""]], None),
        ([["nur eine Spalte"], ["A"]], Header(0)),
    ],
)
def test_the_header_of_a_table_nobody_knows(rows, expected):
    assert header_row(rows) == expected


def test_a_known_header_wins_over_a_wide_first_row():
    rows = [["Wer", "Wo", "Was", "Wann"], ["Firma", "Ort", "Mitglied seit", ""], ["A", "B", "2019", ""]]
    assert header_row(rows) == Header(1)


def test_titles_of_merged_cells_hold_for_the_columns_below_them():
    rows = [["Betrieb", "Anlass", "", "Ort"], ["", "Titel", "Tag", ""]]
    assert Header(0, 2).titles(rows) == ("Betrieb", "Anlass Titel", "Anlass Tag", "Ort")


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("Summe;;3\n", "5"),
        ("Gesamt:;;\n", "5"),
        ("Summe der Mitglieder;3;\n", "5"),
        ("\nHagen, im Mai\nA. Muster\n", "6, 7"),
        ("* ohne Beitrag\n", "5"),
        ("Summe;;3\n\nQuelle: eigene Liste\n", "5, 7"),
        ("Stand: 3.5.2023;;\n", "5"),
    ],
)
def test_what_stands_below_the_table_is_no_row_of_it(intake, below, told):
    intake.file("mitglieder.csv", MEMBERS + below)
    report = intake.take()
    assert report.rejections == []
    assert account(report) == (3, 3, 0)
    assert {name for (name,) in intake.rows("organisations", "name")} == {"Kessel AG", "Linse AG", "Total Farben GmbH"}
    assert [note.value for note in report.notes if note.key == "notes.below_table"] == [told]


@pytest.mark.parametrize(
    "row", ["Summe Consulting GmbH;Hagen;1.3.2022\n", "Gesamtschule Hagen;Hagen;\n", "Stand GmbH;;\n", "Quelle AG;;\n"]
)
def test_a_row_like_any_other_stays(intake, row):
    intake.file("mitglieder.csv", MEMBERS + row)
    assert account(intake.take()) == (4, 4, 0)
    assert (row.partition(";")[0],) in intake.rows("organisations", "name")


def test_what_nobody_may_know_is_not_told_of_a_signature(intake):
    intake.file("mitglieder.csv", MEMBERS + "\ngez. Friederike Quastenflosser\n")
    report = intake.take()
    (note,) = [note for note in report.notes if note.key == "notes.below_table"]
    assert "Quastenflosser" not in note.sentence("de") + note.sentence("en")
    assert (
        note.sentence("de") == "Zeile 6 steht unter der Tabelle (Summe, Fußnote, Unterschrift) und wurde nicht gelesen."
    )
