"""Invented persons in every column of every format: no byte of the store, of the answer or of the log names them."""

import csv
import io
import json
import logging
import re

import openpyxl
import pytest

from analytics.intake.formats.cordis import _ORGANIZATION, _PROJECT
from analytics.intake.mapping import ColumnMapping
from analytics.intake.vocabulary import vocabulary
from analytics.model import TABLES
from analytics.warehouse import build
from tests.intake.disk import everything

SURNAME = "Zweifelmann"
NUMBER = "8374651"
PERSONS = [
    f"ada.{SURNAME.lower()}@example.org",
    f"Ada {SURNAME} <a.{SURNAME.lower()}@example.org>",
    f"{SURNAME.lower()} (at) example.org",
    f"+49 231 {NUMBER}",
    f"+49 (0)231/{NUMBER[:3]} {NUMBER[3:]}",
    f"0049231{NUMBER}",
    f"0231 {NUMBER}",
    f"0231/{NUMBER[:2]} {NUMBER[2:4]} {NUMBER[4:]}",
    f"0171{NUMBER}0",
    f"Tel. {NUMBER}",
]
"""In every column of a table: what reaches a person, in the ways in which people write it."""
NAMES = [f"Ada {SURNAME}", SURNAME, f"{SURNAME.upper()}, Ada", f"ada.{SURNAME.lower()}", f"{SURNAME.lower()}1985"]
"""In columns that are titled as a person's."""
TITLED = ("Vorname", "Nachname", "Ansprechpartner/in", "E-Mail", "Telefonnummer")
UNREAD = ("Bemerkung", "Notiz 2")

FORMATS = {name: {column.name: "" for column in table.columns} for name, table in TABLES.items()}
FORMATS |= {
    "flat": dict.fromkeys(vocabulary("flat"), ""),
    "project": dict.fromkeys(_PROJECT, ""),
    "organization": dict.fromkeys(_ORGANIZATION, ""),
}
VALID = {
    "organisation_id": "o1", "name": "Kessel Optik GmbH", "kind": "company", "person_id": "p1", "event_id": "e1",
    "title": "Sommerfest", "starts_on": "2026-01-01", "format": "reception", "status": "held", "cooperation_id": "k1",
    "stage": "3", "since": "2026-01-01", "consultation_id": "b1", "held_on": "2026-01-01", "funding_id": "f1",
    "programme": "P", "kpi": "active_cooperations", "due_on": "2026-12-31", "target": "1", "written_on": "2026-01-01",
    "reason": "weil", "id": "k1", "start_date": "2026-01-01", "ec_max_contribution": "5", "project_id": "k1",
    "alias": "o7", "other_id": "o9", "verdict": "different", "basis": "verified",
    "project_acronym": "A", "framework_programme": "H", "role": "participant", "organisation_name": "Kessel Optik GmbH",
}  # fmt: skip
STATUS = {"participations": "attended", "funding": "approved"}
KIND = {"cooperations": "research", "consultations": "initial"}


def valid(name):
    """A row that is taken, with only what it needs."""
    needed = {column.name for column in TABLES[name].required} if name in TABLES else set(FORMATS[name])
    needed |= {"reason"} if name == "target_notes" else {"organisation_id"} if name == "funding" else set()
    row = {column: VALID.get(column, "") if column in needed else "" for column in FORMATS[name]}
    if "role" in row and name in TABLES:
        row["role"] = ""
    if "status" in row:
        row["status"] = STATUS.get(name, row["status"])
    if "kind" in row:
        row["kind"] = KIND.get(name, row["kind"]) if name != "flat" else ""
    return row


def rows_with_persons(name):
    """One valid row, and for every column and person that row with the person in the column."""
    rows = [valid(name)]
    for number, (column, person) in enumerate((column, person) for column in FORMATS[name] for person in PERSONS):
        row = valid(name) | {column: person}
        for key in TABLES[name].key if name in TABLES else ():
            if (
                key in row
                and row[key] in ("o1", "e1", "k1", "p1", "b1", "f1")
                and name in ("organisations", "people", "events")
            ):
                row[key] = f"x{number}"
        rows.append(row)
    return rows


def written(name, rows):
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";")
    writer.writerow([*FORMATS[name], *TITLED, *UNREAD])
    for number, row in enumerate(rows):
        named = NAMES[number % len(NAMES)]
        writer.writerow([*row.values(), *[named] * (len(TITLED) - 2), PERSONS[0], PERSONS[3], PERSONS[0], PERSONS[3]])
    return target.getvalue()


def assert_nobody(text):
    assert SURNAME.casefold() not in text.casefold()
    assert NUMBER not in re.sub(r"(?<=\d)[ /.()-]+(?=\d)", "", text)


def said(report):
    reasons = [[found.reason("de"), found.reason("en"), found.value, found.file] for found in report.rejections]
    return json.dumps([reasons, [note.sentence("de") for note in report.notes], report.ignored], ensure_ascii=False)


@pytest.fixture
def region(intake):
    """A store in which every reference finds its row."""
    for name in ("organisations", "events", "cooperations"):
        intake.file(f"{name}.csv", ";".join(FORMATS[name]) + "\n" + ";".join(valid(name).values()) + "\n")
    other = valid("organisations") | {"organisation_id": "o9", "name": "Linse AG"}
    with (intake.folder / "organisations.csv").open("a") as file:
        file.write(";".join(other.values()) + "\n")
    assert intake.take().rejections == []
    for path in intake.folder.iterdir():
        path.unlink()
    return intake


@pytest.mark.parametrize("name", FORMATS)
def test_no_column_of_any_format_brings_a_person_to_disk(region, name, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    path = region.file(f"{name}.csv", written(name, rows_with_persons(name)))
    report = region.take(path.name)
    assert report.rows.read == 1 + len(FORMATS[name]) * len(PERSONS)
    assert report.rows.accepted
    assert report.rejections
    build(region.store)
    assert_nobody(everything(region.store.folder))
    assert_nobody(said(report) + caplog.text + "".join(capfd.readouterr()))
    if report.batch:
        region.store.undo(report.batch)
        build(region.store)
    path.write_text(written(name, [row | dict.fromkeys(row, PERSONS[0]) for row in rows_with_persons(name)]))
    nothing = region.take(path.name)
    assert nothing.rows.accepted == 0
    assert_nobody(everything(region.store.folder))
    assert_nobody(said(nothing) + caplog.text + "".join(capfd.readouterr()))


def test_no_key_of_a_person_is_a_name(region):
    lines = [f"{name};o1" for name in NAMES] + ["p17;o1"]
    region.file("people.csv", "person_id;organisation_id\n" + "\n".join(lines) + "\n")
    guests = [f"e1;{name};attended" for name in NAMES] + ["e1;p17;attended"]
    region.file("participations.csv", "event_id;person_id;status\n" + "\n".join(guests) + "\n")
    report = region.take()
    assert report.rejections == []
    people = {row["person_id"] for row in region.rows("people")}
    assert len(people) == len(NAMES) + 1
    assert {row["person_id"] for row in region.rows("participations")} == people
    assert "p17" in people
    assert [(note.key, note.things) for note in report.notes] == [("notes.person_key", len(NAMES))] * 2
    assert region.take().batch is None  # the same names have the same keys
    build(region.store)
    assert_nobody(everything(region.store.folder))


def test_neither_names_of_files_and_sheets_nor_constants_bring_an_address_to_disk(region):
    titles = ["Titel", "Start", "Partner", "Förderung"]
    book = openpyxl.Workbook()
    book.active.title = f"Liste 0231 {NUMBER}"
    for row in (titles, ["A", "2026-01-01", "Kessel Optik GmbH", 5], ["B", "nie", "Lohmann AG", 5]):
        book.active.append(row)
    book.save(region.folder / f"{PERSONS[0]}.xlsx")
    report = region.take(
        mappings=(ColumnMapping({"title": "Titel"}, {"programme": f"P {PERSONS[0]}", "place": PERSONS[3]}),)
    )
    assert report.rows.accepted == 0
    assert_nobody(said(report))
    report = region.take(mappings=(ColumnMapping({"title": "Titel"}, {"place": PERSONS[3]}),))
    assert (report.rows.accepted, report.rows.rejected) == (1, 1)
    build(region.store)
    assert_nobody(said(report))
    assert_nobody(everything(region.store.folder))
