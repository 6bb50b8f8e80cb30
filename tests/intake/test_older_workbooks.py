"""Workbooks that are no XLSX: older Excel's XLS, LibreOffice's ODS, and what merely bears such a name."""

import zipfile
from datetime import date, datetime

import pytest
import xlwt

from tests.intake.conftest import account, told

EVENTS = [
    ["Veranstaltungs-ID", "Titel", "Beginn", "Ende", "Format", "Stand", "cost_eur"],
    ["E1", "Fest", date(2024, 5, 12), datetime(2024, 5, 12, 18, 30), "Empfang", "durchgeführt", 1.234],
    ["E2", "Größe", date(2024, 6, 1), date(2024, 6, 1), "Empfang", "durchgeführt", 1500],
]
EXPECTED = [
    ("E1", "Fest", date(2024, 5, 12), date(2024, 5, 12), 1.234),
    ("E2", "Größe", date(2024, 6, 1), date(2024, 6, 1), 1500.0),
]
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)
_CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    "{tables}</office:spreadsheet></office:body></office:document-content>"
)


def xls(path, sheets, hidden=()):
    book = xlwt.Workbook()
    day, moment = xlwt.easyxf(num_format_str="DD.MM.YYYY"), xlwt.easyxf(num_format_str="DD.MM.YYYY HH:MM")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        sheet.visibility = int(name in hidden)
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                style = {datetime: moment, date: day}.get(type(cell), xlwt.Style.default_style)
                sheet.write(place, column, cell, style)
    book.save(str(path))


def ods(path, sheets):
    tables = "".join(
        f'<table:table table:name="{name}">'
        + "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
        + "</table:table>"
        for name, rows in sheets.items()
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", _CONTENT.format(tables=tables))


def _cell(cell):
    if isinstance(cell, datetime | date):
        kind = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, float | int):
        kind = f'office:value-type="float" office:value="{cell}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{cell}</text:p></table:table-cell>"


@pytest.mark.parametrize(("name", "write"), [("a.xls", xls), ("a.ods", ods), ("a.xlsx", xls), ("a.csv", ods)])
def test_what_it_is_decides_not_what_it_is_called(intake, name, write):
    write(intake.folder / name, {"Veranstaltungen": EVENTS})
    report = intake.take()
    assert report.rejections == []
    assert intake.rows("events", "event_id", "title", "starts_on", "ends_on", "cost_eur") == EXPECTED


def test_hidden_and_empty_sheets_are_named(intake):
    sheets = {"Veranstaltungen": EVENTS, "Leer": [], "Geheim": [["Organisations-ID", "Name"], ["O1", "Kessel"]]}
    xls(intake.folder / "a.xls", sheets, hidden={"Geheim"})
    report = intake.take()
    assert account(report) == (2, 2, 0)
    assert {note.key: note.value for note in report.notes} == {
        "notes.hidden_sheets": "Geheim",
        "notes.empty_sheets": "Leer",
    }


def test_blank_rows_keep_the_lines(intake):
    xls(
        intake.folder / "a.xls",
        {
            "Organisationen": [
                ["Organisations-ID", "Name", "Art"],
                ["O1", "Kessel", "Unternehmen"],
                [],
                ["O2", "", "Unternehmen"],
            ]
        },
    )
    assert told(intake.take()) == [("a.xls:Organisationen", 4, "name", "required")]


@pytest.mark.parametrize(
    "content", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"PK\x03\x04torn", b"PK\x03\x04"]
)
@pytest.mark.parametrize("name", ["a.xls", "a.ods", "a.xlsx"])
def test_a_torn_workbook_is_said_to_be_broken(intake, name, content):
    intake.file(name, content)
    assert told(intake.take()) == [(name, None, None, "broken_workbook")]


def test_an_encrypted_workbook_is_said_to_be_locked(intake):
    intake.file("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert told(intake.take()) == [("a.xls", None, None, "locked_workbook")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-8-sig"])
@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
def test_unicode_text_and_the_line_ends_of_every_system(intake, encoding, ends):
    rows = ["Organisations-ID\tName\tArt", "O1\tGröße & Söhne\tUnternehmen", "O2\tKessel\tUnternehmen"]
    intake.file("liste.txt", (ends.join(rows) + ends).encode(encoding))
    assert intake.take().rejections == []
    assert intake.rows("organisations", "organisation_id", "name") == [("O1", "Größe & Söhne"), ("O2", "Kessel")]
