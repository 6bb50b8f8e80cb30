"""Mappings that are kept: found again by the header's titles, also where columns moved; renamed, taken away, deleted."""

from io import BytesIO

import openpyxl
import pytest

from analytics.errors import IntakeError
from analytics.intake.mapping import ColumnMapping, letter, read_mapping
from analytics.intake.mapping_library import as_yaml, forget, remember, remembered, rename
from analytics.store import Store

MAPPING = ColumnMapping(
    columns={"company": "Betrieb", "event_title": "Anlass", "starts_on": "Wann", "status": "Dabei?"},
    table="attendance",
    left_out=("Wer war da", "Bemerkung"),
    name="Stammtisch",
)
HEADER = "Betrieb;Wer war da;Anlass;Wann;Dabei?;Bemerkung"
ROWS = "Kessel Optik GmbH;Friederike Quast;Stammtisch Mai;12.05.2024;ja;\nLinse KG;Bernd Klein;Stammtisch Mai;12.05.2024;nein;\n"


def test_a_mapping_is_found_again_by_the_headers_titles(intake):
    remember(intake.store, MAPPING)
    intake.file("liste.csv", f"{HEADER}\n{ROWS}")
    report = intake.take()
    assert report.rejections == []
    assert report.tables == {"organisations": 2, "events": 1, "participations": 2}
    assert [note.sentence("de") for note in report.notes if note.key == "notes.by_mapping"] == [
        "Gelesen nach der gemerkten Zuordnung „Stammtisch“."
    ]


def test_columns_may_have_moved(intake):
    remember(intake.store, MAPPING)
    intake.file(
        "liste.csv", "Wann;Dabei?;Bemerkung;ANLASS;Betrieb;Wer war da\n12.05.2024;ja;;Mai;Kessel AG;Ada Quast\n"
    )
    assert intake.take().tables == {"organisations": 1, "events": 1, "participations": 1}


@pytest.mark.parametrize("header", [f"{HEADER};Kosten", HEADER.replace(";Wann", "")])
def test_a_header_of_another_shape_is_another_table(intake, header):
    remember(intake.store, MAPPING)
    intake.file("liste.csv", f"{header}\n{ROWS}")
    assert intake.take().tables == {}


def test_a_header_below_other_lines_is_found_by_its_titles(intake):
    remember(
        intake.store,
        ColumnMapping({"company": "Wer", "event_title": "Was", "starts_on": "Wann"}, table="attendance", name="x"),
    )
    above = "Unsere Liste;seit 2019;von Hand geführt;\nalles drin;wirklich;alles;\n"
    intake.file("liste.csv", f"{above}Wer;Was;Wann\nKessel AG;Fest;12.05.2024\n")
    assert intake.take().tables["events"] == 1


def test_what_is_left_out_is_not_read(intake):
    mapping = ColumnMapping({"title": "Titel", "organisation_name": "Partner"}, left_out=("Start",), name="Projekte")
    remember(intake.store, mapping)
    intake.file("projekte.csv", "Titel;Partner;Start\nBonus;Kessel AG;01.01.2022\n")
    assert "cooperation_stages" not in intake.take().tables


def test_a_column_without_a_title_is_called_by_its_letter(intake):
    assert [letter(position) for position in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    book = openpyxl.Workbook()
    for row in (["Anlass", "", "Wann"], ["Fest", "Kessel AG", "12.05.2024"]):
        book.active.append(row)
    content = BytesIO()
    book.save(content)
    intake.file("liste.xlsx", content.getvalue())
    columns = {"event_title": "Anlass", "company": "B", "starts_on": "Wann"}
    assert intake.take(mappings=(ColumnMapping(columns, table="attendance"),)).tables["organisations"] == 1


def test_a_mapping_given_by_hand_wins(intake):
    remember(intake.store, MAPPING)
    intake.file("liste.csv", f"{HEADER}\n{ROWS}")
    by_hand = ColumnMapping({"organisation": "Betrieb"}, table="members")
    assert intake.take(mappings=(by_hand,)).tables == {"organisations": 2}


def test_kept_taken_away_renamed_deleted(tmp_path):
    store = Store(tmp_path / "store")
    remember(store, MAPPING)
    assert remembered(store) == (MAPPING,)
    (tmp_path / "taken.yaml").write_text(as_yaml(MAPPING), "utf-8")
    assert read_mapping(tmp_path / "taken.yaml") == MAPPING
    rename(store, "Stammtisch", "Runder Tisch")
    assert [mapping.name for mapping in remembered(store)] == ["Runder Tisch"]
    remember(store, MAPPING)
    with pytest.raises(IntakeError, match="already"):
        rename(store, "Stammtisch", "runder tisch")
    with pytest.raises(IntakeError, match="name"):
        rename(store, "Stammtisch", "…")
    forget(store, "Stammtisch")
    assert [mapping.name for mapping in remembered(store)] == ["Runder Tisch"]


def test_a_kept_mapping_that_cannot_be_read_stops_nothing(intake):
    remember(intake.store, MAPPING)
    (intake.store.folder / "mappings" / "broken.yaml").write_text("columns: [", "utf-8")
    assert remembered(intake.store) == (MAPPING,)
