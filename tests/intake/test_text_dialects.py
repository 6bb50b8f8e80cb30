"""What text files do besides their cells: delimiters, lines above the header, rows that are too short."""

import codecs

import pytest

from tests.intake.conftest import account, told

HEADER = "Organisations-ID;Name;Art;PLZ;Ort\n"


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_first_line_may_name_the_delimiter(intake, line, mark):
    intake.file("organisationen.csv", mark + f"{line}\r\n".encode() + HEADER.encode() + b"O1;A, B;Firma;;\n")
    assert intake.take().rejections == []
    assert intake.rows("organisations", "name") == [("A, B",)]


def test_an_announced_delimiter_counts_even_where_another_stands_oftener(intake):
    intake.file("organisationen.csv", "sep=|\nName|Art|a,b,c,d,e|Organisations-ID\nA|Firma|1|O1\n")
    assert intake.take().rejections == []
    assert intake.rows("organisations", "organisation_id") == [("O1",)]


def test_a_delimiter_in_quotes_is_none(intake):
    intake.file(
        "m.yaml", "table: organisations\ncolumns: {organisation_id: Wer, name: 'Wie; so; und; so', kind: Was}\n"
    )
    intake.file("a.csv", 'Wer,"Wie; so; und; so",Was\nO1,A,Firma\n')
    assert intake.take("a.csv", "m.yaml").rejections == []
    assert intake.rows("organisations", "name") == [("A",)]


def test_lines_above_the_header_are_skipped_and_counted(intake):
    above = "Liste der Mitglieder, Stand 2026, Seite 1, Teil 2, Blatt 3\n\n"
    intake.file("organisationen.csv", above + HEADER + "O1;A;Firma;33602;Bielefeld\nO2;B;Unsinn;;\n")
    report = intake.take()
    assert told(report) == [("organisationen.csv", 5, "kind", "unreadable_choice")]
    assert account(report) == (2, 1, 1)
    assert intake.rows("organisations", "name") == [("A",)]


def test_a_row_may_end_where_its_last_filled_cell_does(intake):
    rows = "O1;A;Firma;33602;Bielefeld\nO2;B;Firma\nO3;C;Firma;33602\nO4;D;Firma;;;;\n"
    intake.file("organisationen.csv", HEADER + rows)
    assert account(intake.take()) == (4, 4, 0)
    assert intake.rows("organisations", "organisation_id", "postcode") == [
        ("O1", "33602"),
        ("O2", None),
        ("O3", "33602"),
        ("O4", None),
    ]


@pytest.mark.parametrize(
    "row", ['O1;A;Firma;"33602\nO2;B;Firma;;', 'O1;A;"Firma\n"', 'O1;A;Fir"ma', "O1;A;Firma;;;more"]
)
def test_a_row_that_may_have_swallowed_others_is_told(intake, row):
    intake.file("organisationen.csv", HEADER + "O9;Z;Firma;;\n" + row + "\n")
    report = intake.take()
    assert [key for *_, key in told(report)] == ["wrong_columns"]
    assert report.rows.accepted == 1


@pytest.mark.parametrize("start", ["<html><body><table>", "<!DOCTYPE html>\n<table>", " \n<TABLE>"])
def test_a_web_page_is_called_one(intake, start):
    intake.file("organisationen.xls", start + "<tr><th>Organisations-ID</th></tr><tr><td>O1</td></tr></table>")
    report = intake.take("organisationen.xls")
    assert told(report) == [("organisationen.xls", None, None, "web_page")]
    assert "XLSX" in report.rejections[0].reason("de")
