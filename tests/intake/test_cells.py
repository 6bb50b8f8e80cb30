"""What a cell says, whatever a spreadsheet, a web page or an encoding did to it on its way here."""

import json
from collections import Counter
from datetime import date

import openpyxl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.intake import workbook_process
from analytics.intake.cells import cleaned, cleaned_text
from analytics.intake.edits import Edit, edit
from analytics.language import Language
from analytics.warehouse.readings import NUMBER_MARK
from tests.intake.conftest import account, told

ORGANISATIONS = "Organisations-ID;Name;Art;"


def noted(report, code="en"):
    return [note.sentence(code) for note in report.notes]


def organisations(intake, header, *rows):
    intake.file("organisationen.csv", ORGANISATIONS + header + "\n" + "".join(row + "\n" for row in rows))
    return intake.take()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("MÃ¼ller GmbH", "Müller GmbH"),
        ("Ã„rzte & SÃ¶hne", "Ärzte & Söhne"),
        ("GroÃ\x9fhandel", "Großhandel"),
        ("MÃƒÂ¼ller", "Müller"),
        ("Societ√† Metropolitana", "Società Metropolitana"),
        ("SÃO PAULO", "SÃO PAULO"),
        ("FUNDAÇÃO INOVAÇÃO", "FUNDAÇÃO INOVAÇÃO"),
        ("IRMÃ SILVA", "IRMÃ SILVA"),
        ("École “É”", "École “É”"),
        ("M&uuml;ller", "Müller"),
        ("H&amp;M", "H&M"),
        ("&amp;amp;", "&amp;"),
        ("&#8364;&nbsp;5", "€ 5"),
        ("A&B;C", "A&B;C"),
        ("R&D; Q&A", "R&D; Q&A"),
        ("&#27;[31m", "&#27;[31m"),
        ("&#0;", "&#0;"),
        ("Ko\u0308ln", "Köln"),
        ("Kessel\u00a0Optik\u202fGmbH", "Kessel Optik GmbH"),
        ("Kes\u200bsel  Op\u00adtik\tGmbH", "Kessel Optik GmbH"),
        ('="007"', "007"),
        ('="a ""b"" c"', 'a "b" c'),
        ("'001", "001"),
        ("'=1+1", "=1+1"),
        ("'t Hooft BV", "'t Hooft BV"),
        ("'68er Archiv", "'68er Archiv"),
        ("one\r\ntwo", "one\ntwo"),
    ],
)
def test_a_text_is_what_was_meant(written, meant):
    assert cleaned_text(written) == meant
    assert cleaned_text(meant) == meant or "&amp;" in meant


SIGNS = list("aZ7 ;&#'\"=-äÜßéèÃÂ¼Ÿœ°–„“”’…€\t\n\u00a0\u00ad\u0308\u200b")
SIGNS += ["&amp;", "uml;", '="', "Ã¼", "Â ", "  "]


@given(st.lists(st.lists(st.sampled_from(SIGNS), max_size=12).map("".join), min_size=1, max_size=50))
def test_a_column_is_cleaned_as_each_of_its_texts(texts):
    (column,) = cleaned([pa.chunked_array([pa.array(texts, pa.string())])], Counter())
    assert column.to_pylist() == list(map(cleaned_text, texts))


def test_what_was_mended_is_told_with_its_count(intake):
    report = organisations(intake, "Ort", "O1;MÃ¼ller GmbH;Unternehmen;MÃ¼nster", 'O2;"A &amp; B";Unternehmen;Hamm')
    assert report.rejections == []
    assert intake.rows("organisations", "name", "place") == [("Müller GmbH", "Münster"), ("A & B", "Hamm")]
    assert noted(report) == [
        "2 cells were encoded twice (CafÃ©) and are put right (Café).",
        "1 cell held signs written as in web pages (&amp;) and is put right (&).",
    ]


def test_what_encoding_spoilt_for_good_is_rejected_by_name(intake):
    report = organisations(intake, "Ort", "O1;ÐœÐ¾ÑÐºÐ²Ð°;Unternehmen;Hamm")
    assert told(report) == [("organisationen.csv", 2, "name", "unreadable_character")]
    assert "UTF-8" in report.rejections[0].reason("de")


def test_the_semicolon_of_an_entity_parts_no_cells(intake):
    assert organisations(intake, "Ort", "O1;M&uuml;ller;Unternehmen;M&uuml;nster").rejections == []
    assert intake.rows("organisations", "name", "place") == [("Müller", "Münster")]


def test_titles_are_cells_too(intake):
    intake.file(
        "organisationen.csv", '="Organisations-ID";="Name";="Art";="GrÃ¶\u00dfe"\n="007";="A";="Firma";="Klein"\n'
    )
    intake.file("b.csv", "Organisations-ID;Name;Art;Gr&ouml;&szlig;e\nO2;B;Firma;Groß\n")
    report = intake.take("b.csv")
    assert report.ignored == {}
    assert intake.rows("organisations", "size") == [("large",)]
    report = intake.take("organisationen.csv")
    assert intake.rows("organisations", "organisation_id", "name") == [("007", "A"), ("O2", "B")]
    assert '="' not in json.dumps(report.ignored)


def test_blanks_make_no_two_organisations(intake):
    names = ["Kessel Optik GmbH", "Kessel\u00a0Optik GmbH", "Kessel  Optik\tGmbH", "Kes\u200bsel Optik\u202fGmbH"]
    rows = "".join(f"P{number};01.03.2026;{name}\n" for number, name in enumerate(names))
    intake.file("projekte.csv", "Projekt;Start;Unternehmen\n" + rows)
    intake.take()
    assert intake.rows("organisations", "name") == [("Kessel Optik GmbH",)]
    assert len(intake.rows("cooperation_members")) == 4


def test_what_is_typed_in_the_browser_is_a_cell_too(intake):
    row = {"organisation_id": "o1", "name": "Ko\u0308ln\u00a0AG", "kind": "company"}
    edit(intake.store, [Edit("organisations", [row])], title="form")
    assert intake.rows("organisations", "name") == [("Köln AG",)]


def test_decomposed_umlauts_are_umlauts(intake):
    report = organisations(
        intake, "Gro\u0308\u00dfe;Ort", "O1;Stadt Ko\u0308ln;O\u0308ffentliche Hand;Gro\u00df (ab 250);Ko\u0308ln"
    )
    assert report.rejections == []
    assert intake.rows("organisations", "name", "kind", "size", "place") == [("Stadt Köln", "public", "large", "Köln")]


def test_an_apostrophe_before_digits_says_text(intake):
    assert organisations(intake, "PLZ;Ort", "'001;Kessel Optik GmbH;Unternehmen;'01067;Dresden").rejections == []
    assert intake.rows("organisations", "organisation_id", "postcode") == [("001", "01067")]


@pytest.mark.parametrize(
    ("written", "postcode"),
    [
        ("D-33602", "33602"),
        ("33\u202f602", "33602"),
        ("DE 33602", "33602"),
        ("D–1067", "01067"),
        ("1067.0", "01067"),
        ("A-1010", "A-1010"),
        ("k.A.", None),
    ],
)
def test_postcodes(intake, written, postcode):
    assert organisations(intake, "PLZ", f"O1;A;Unternehmen;{written}").rejections == []
    assert intake.rows("organisations", "postcode") == [(postcode,)]


@pytest.mark.parametrize(
    ("written", "district", "notes"),
    [
        ("05711000", "05711", 0),
        ("5711000", "05711", 0),
        ("057110000000", "05711", 0),
        ("05000000", None, 1),
        ("05", None, 1),
        ("05700", None, 1),
    ],
)
def test_longer_and_shorter_keys_of_districts(intake, written, district, notes):
    report = organisations(intake, "Kreis", f"O1;A;Unternehmen;{written}")
    assert report.rejections == []
    assert intake.rows("organisations", "district") == [(district,)]
    assert len(report.notes) == notes
    assert all(written in sentence for sentence in noted(report, "de"))


def test_a_key_that_is_none_is_told_with_the_form_that_is_wanted(intake):
    report = organisations(intake, "Kreis", "O1;A;Unternehmen;57a11")
    assert "“57a11”" in report.rejections[0].reason("en")
    assert "05711" in report.rejections[0].reason("en")


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ("120", "medium"),
        ("9", "micro"),
        ("50-249", "medium"),
        (">250", "large"),
        ("bis 49", "small"),
        ("< 10", "micro"),
        ("10 bis 49 Mitarbeiter", "small"),
        ("ab 250", "large"),
        ("1.200", "large"),
        ("Klein", "small"),
        ("5-60", None),
        ("> 10", None),
        ("ab 249", None),
    ],
)
def test_a_headcount_tells_the_size(intake, written, size):
    report = organisations(intake, "Größe", f"O1;A;Unternehmen;{written}")
    if size is None:
        assert told(report) == [("organisationen.csv", 2, "size", "unreadable_choice")]
    else:
        assert intake.rows("organisations", "size") == [(size,)]


def test_what_means_nothing_is_empty_where_a_cell_may_be(intake):
    words = ["k.A.", "-", "n/a", "0000-00-00", "?"]
    rows = [f"O{number};A;Unternehmen;{word};{word}" for number, word in enumerate(words)]
    report = organisations(intake, "Mitglied seit;Ort", *rows)
    assert account(report) == (5, 5, 0)
    assert set(intake.rows("organisations", "member_since", "place")) == {(None, None)}
    assert noted(report) == [
        "5 cells of Member since count as empty (-, 0000-00-00, ?, k.A., n/a).",
        "5 cells of Place count as empty (-, 0000-00-00, ?, k.A., n/a).",
    ]


def test_unknown_is_a_value_where_the_list_has_it(intake):
    assert organisations(intake, "Größe", "O1;A;k.A.;unbekannt", "O2;B;Unbekannt;-").rejections == []
    assert intake.rows("organisations", "kind", "size") == [("unknown", "unknown"), ("unknown", None)]


def test_a_foreign_table_has_placeholders_too(intake):
    header = "Projekt-ID;Projekt;Start;Ende;Fördersumme;Land;Unternehmen\n"
    intake.file("p.csv", header + "P1;A;01.01.2022;offen;k.A.;-;Kessel AG\nP2;B;01.01.2022;-;7,5;NA;Lohmann AG\n")
    report = intake.take()
    assert told(report) == [("p.csv", 2, "Ende", "unreadable_date")]
    assert intake.rows("funding", "funding_id", "approved_eur") == [("P2", 7.5)]
    assert sorted(note.column for note in report.notes) == ["Ende", "Fördersumme", "Land"]


@pytest.mark.parametrize("failed", ["#NV", "#REF!", "#WERT!", "#DIV/0!", "#######"])
def test_what_a_failed_formula_says_is_told_and_not_stored(intake, failed):
    report = organisations(intake, "Kreis;Ort", f"O1;A;Unternehmen;{failed};{failed}", f"O2;{failed};Unternehmen;;")
    assert told(report) == [("organisationen.csv", 3, "name", "failed_cell")]
    assert failed in report.rejections[0].reason("de")
    assert intake.rows("organisations", "name", "district", "place") == [("A", None, None)]
    assert sorted((note.column, note.value, note.things) for note in report.notes) == [
        ("district", failed, 1),
        ("place", failed, 1),
    ]


def test_a_column_that_stands_twice_is_one_where_both_agree(intake):
    intake.file(
        "p.csv",
        "Projekt;Start;Unternehmen;Unternehmen\nA;01.03.2026;;X AG\nB;01.03.2026;Y AG;Y AG\nC;01.03.2026;Y AG;Z AG\n",
    )
    report = intake.take()
    assert told(report) == [("p.csv", 4, "Unternehmen", "contradiction")]
    assert "Y AG ≠ Z AG" in report.rejections[0].reason("de")
    assert sorted(row["name"] for row in intake.rows("organisations")) == ["X AG", "Y AG"]
    assert report.ignored == {}


def test_a_mapping_speaks_of_all_columns_of_a_title(intake):
    intake.file("m.yaml", "columns: {title: Was, organisation_name: Wer, starts_on: Wann}\n")
    intake.file("p.csv", "Was;Wann;Wer;Wer\nA;01.03.2026;;X AG\n")
    assert intake.take("m.yaml", "p.csv").rejections == []
    assert intake.rows("organisations", "name") == [("X AG",)]


def book(intake, rows, epoch=None, **sheets):
    made = openpyxl.Workbook()
    made.active.title = "Veranstaltungen"
    if epoch:
        made.epoch = epoch
    for row in rows:
        made.active.append(row)
    for title, state in sheets.items():
        sheet = made.create_sheet(title)
        sheet.sheet_state = state
        if title != "leer":
            sheet.append(["Organisations-ID", "Name", "Art"])
            sheet.append(["O1", "Stahl GmbH", "Unternehmen"])
    made.save(intake.folder / "a.xlsx")
    return intake.take()


EVENTS = ["Veranstaltungs-ID", "Titel", "Beginn", "Format", "Stand", "Kosten (Euro)"]


def event(number, start=date(2026, 6, 18), cost=None, title="Sommerfest"):
    return [f"E{number}", title, start, "Empfang", "geplant", cost]


def test_hidden_and_empty_sheets_are_named(intake):
    report = book(intake, [EVENTS, event(1)], alt="hidden", geheim="veryHidden", leer="visible")
    assert report.tables == {"events": 1}
    assert report.rejections == []
    assert noted(report, "de") == [
        "2 ausgeblendete Blätter sind nicht gelesen: alt, geheim.",
        "1 Blatt ist leer: leer.",
    ]


def test_a_workbook_with_hidden_sheets_only_is_told(intake):
    made = openpyxl.Workbook()
    made.active.title = "Deckblatt"
    made.create_sheet("Daten").append(["Organisations-ID", "Name", "Art"])
    made["Daten"].sheet_state = "hidden"
    made.save(intake.folder / "a.xlsx")
    report = intake.take()
    assert told(report) == [("a.xlsx", None, None, "only_hidden_sheets")]
    assert "Daten" in report.rejections[0].reason("de")


def test_a_workbooks_failed_formulas_are_told(intake):
    report = book(intake, [EVENTS, event(1, cost="#N/A"), event(2, title="#REF!"), event(3, cost=5)])
    assert told(report) == [("a.xlsx:Veranstaltungen", 3, "title", "failed_cell")]
    assert [(note.column, note.value) for note in report.notes] == [("cost_eur", "#N/A")]
    assert intake.rows("events", "event_id", "cost_eur") == [("E1", None), ("E3", 5.0)]


def test_a_workbooks_numbers_are_numbers_and_its_texts_are_asked_about(intake):
    rows = [EVENTS, event(1, cost=1.234), event(2, cost=40000), event(3, cost="40.000 €"), event(4, cost=1.5)]
    report = book(intake, rows)
    assert told(report) == [("a.xlsx:Veranstaltungen", 4, "cost_eur", "open_number")]
    assert intake.rows("events", "event_id", "cost_eur") == [("E1", 1.234), ("E2", 40000.0), ("E4", 1.5)]


def test_the_mark_of_a_number_is_seen_by_nobody(intake):
    assert workbook_process.NUMBER_MARK == NUMBER_MARK
    report = book(intake, [EVENTS, event(1, title=1.234), event(2, cost=-1.234)])
    assert intake.rows("events", "title") == [("1.234",)]
    assert "“-1.234”" in report.rejections[0].reason("en")


def test_a_time_is_no_date(intake):
    from datetime import time

    report = book(intake, [EVENTS, event(1, time(18, 0))])
    assert told(report) == [("a.xlsx:Veranstaltungen", 2, "starts_on", "unreadable_date")]
    assert report.tables == {}


def test_serial_numbers_count_from_where_the_workbook_says(intake):
    assert book(intake, [EVENTS, event(1, 46191), event(2, 46191.75)]).rejections == []
    assert intake.rows("events", "starts_on") == [(date(2026, 6, 18),), (date(2026, 6, 18),)]


def test_serial_numbers_of_a_mac(intake):
    mac = openpyxl.utils.datetime.CALENDAR_MAC_1904
    assert book(intake, [EVENTS, event(1, 44729), event(2, date(2026, 6, 18))], epoch=mac).rejections == []
    assert intake.rows("events", "starts_on") == [(date(2026, 6, 18),), (date(2026, 6, 18),)]


def test_titles_above_the_header_change_no_line_numbers(intake):
    rows = [["Veranstaltungen des Netzwerks 2026"], ["Stand: 31.12.2026"], [], EVENTS, event(1), event(2, "bald")]
    report = book(intake, rows)
    assert told(report) == [("a.xlsx:Veranstaltungen", 6, "starts_on", "unreadable_date")]
    assert account(report) == (2, 1, 1)


@pytest.mark.parametrize("code", ["de", "en"])
def test_every_note_has_its_words(code):
    for key in ("placeholders", "failed_cells", "above_districts", "double_encoded", "entities", "hidden_sheets"):
        for n in (1, 2):
            assert str(n) in Language(code).text(f"notes.{key}", n=n, column="C", value="V")
