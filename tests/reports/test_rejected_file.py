"""Rejected rows go out in the form in which they came, are mended there, and come in again."""

import csv
import io

import openpyxl
import pytest

from analytics.intake.hints import Hints
from analytics.intake.importing import import_files, opened
from analytics.intake.prepared import prepare
from analytics.language import Language
from analytics.reports.rejected_file import rejected_files
from analytics.store import Store

DE = Language("de")
MEMBERS = (
    "Mitglieder\n\nFirma;Ansprechpartner;Ort;Mitglied seit\nKessel AG;Ada Quast;Hagen;1.3.2019\n"
    "Linse AG;Bernd Klein;Unna;irgendwann\n;Cora Lang;-Hamm;1.3.2021\n"
)


@pytest.fixture
def taken(tmp_path):
    """A file brought in: what is accepted is published; the files that come back."""
    store = Store(tmp_path / "store")

    def take(path):
        given, hints = opened(store, [path], Hints())
        with prepare(store, given, hints) as prepared:
            return rejected_files(given, prepared.publish().rejections, DE), store

    return take


def test_only_the_rejected_rows_come_back_with_their_reasons(taken, tmp_path):
    (tmp_path / "mitglieder.csv").write_text(MEMBERS, "utf-8")
    ((file,), _) = taken(tmp_path / "mitglieder.csv")
    assert file.name == "mitglieder_abgewiesene_zeilen.csv"
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Grund der Abweisung", "Firma", "Ansprechpartner", "Ort", "Mitglied seit"]
    assert [row[1:] for row in rows[1:]] == [
        ["Linse AG", "Bernd Klein", "Unna", "irgendwann"],
        ["", "Cora Lang", "'-Hamm", "1.3.2021"],
    ]
    assert rows[1][0].startswith("Mitglied seit: „irgendwann“")


def test_mended_they_come_in(taken, tmp_path):
    (tmp_path / "mitglieder.csv").write_text(MEMBERS, "utf-8")
    ((file,), store) = taken(tmp_path / "mitglieder.csv")
    mended = file.content.decode("utf-8-sig").replace("irgendwann", "1.4.2020")
    (tmp_path / "wieder.csv").write_text(mended, "utf-8")
    report = import_files(store, [tmp_path / "wieder.csv"])
    assert (report.rows.read, report.rows.accepted, report.tables) == (2, 1, {"organisations": 1})
    assert not any("Grund" in title for titles in report.ignored.values() for title in titles)


def test_a_workbook_comes_back_as_one_with_its_sheets(taken, tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Organisationen"
    for row in (["Organisations-ID", "Name", "Art"], ["O1", "Kessel", "Unternehmen"], ["O2", "", "Unternehmen"]):
        book.active.append(row)
    events = book.create_sheet("Veranstaltungen")
    for row in (
        ["Veranstaltungs-ID", "Titel", "Beginn", "Format", "Stand"],
        ["E1", "", "2024-05-12", "Empfang", "geplant"],
    ):
        events.append(row)
    book.save(tmp_path / "alles.xlsx")
    ((file,), _) = taken(tmp_path / "alles.xlsx")
    read = openpyxl.load_workbook(io.BytesIO(file.content))
    assert read.sheetnames == ["Organisationen", "Veranstaltungen"]
    assert [[cell.value for cell in row][1:] for row in read["Organisationen"].rows] == [
        ["Organisations-ID", "Name", "Art"],
        ["O2", "", "Unternehmen"],
    ]


def test_a_torn_row_comes_back_as_it_stands(taken, tmp_path):
    content = "Organisations-ID,Name,Art\nO1,Kessel,Unternehmen\nO2,Linse,Unternehmen,zu viel\n"
    (tmp_path / "organisationen.csv").write_text(content, "utf-8")
    ((file,), _) = taken(tmp_path / "organisationen.csv")
    assert "O2,Linse,Unternehmen,zu viel" in file.content.decode("utf-8-sig")


def test_nothing_rejected_gives_no_file(taken, tmp_path):
    (tmp_path / "organisationen.csv").write_text("Organisations-ID,Name,Art\nO1,Kessel,Unternehmen\n", "utf-8")
    assert taken(tmp_path / "organisationen.csv")[0] == []
