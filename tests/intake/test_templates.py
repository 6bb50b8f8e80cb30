"""The templates: made from the model, and what is filled in there comes in."""

import io
from datetime import date

import openpyxl
import pytest

from analytics.commands.run import run
from analytics.intake.headers import columns_of
from analytics.intake.recognition import table_called
from analytics.intake.template_words import choices, heading
from analytics.intake.templates import TEMPLATES, stale_templates, template_files, write_templates
from analytics.language import LANGUAGES, Language
from analytics.model import ENUMERATIONS, TABLES

EVERY = [(code, table) for code in LANGUAGES for table in TABLES.values()]


def _id(value):
    return value if isinstance(value, str) else value.name


def test_the_committed_templates_are_current():
    assert stale_templates(TEMPLATES) == []


def test_the_same_model_gives_the_same_bytes():
    assert template_files() == template_files()


def test_the_command_writes_and_checks(tmp_path, capsys):
    assert run(["--language", "en", "templates", "--out", str(tmp_path), "--check"]) == 1
    assert run(["--language", "en", "templates", "--out", str(tmp_path)]) == 0
    assert run(["--language", "en", "templates", "--out", str(tmp_path), "--check"]) == 0
    (tmp_path / "de" / "ziele.csv").write_text("changed by hand")
    assert run(["--language", "en", "templates", "--out", str(tmp_path), "--check"]) == 1
    assert "de/ziele.csv" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path, capsys):
    (tmp_path / "file").write_text("in the way")
    assert run(["templates", "--out", str(tmp_path / "file")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(("code", "table"), EVERY, ids=_id)
def test_every_heading_is_understood_as_its_own_column(code, table):
    language = Language(code)
    header = [heading(column, language) for column in table.columns]
    assert columns_of(table, header) == {column.name: [f"c{place}"] for place, column in enumerate(table.columns)}
    assert table_called(table.label.in_(code)) is table


def _workbook(code):
    name = Language(code).text("templates.workbook")
    return openpyxl.load_workbook(io.BytesIO(template_files()[f"{code}/{name}"]))


@pytest.mark.parametrize(("code", "table"), EVERY, ids=_id)
def test_a_sheet_offers_the_choices_and_explains_its_columns(code, table):
    language = Language(code)
    workbook = _workbook(code)
    sheet = workbook[table.label.in_(code)]
    assert sheet.freeze_panes == "A2"
    assert all(cell.font.bold and cell.comment.text for cell in sheet[1])
    offered = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    for place, column in enumerate(table.columns, start=1):
        labels = choices(column, language)
        source = offered.get(f"{openpyxl.utils.get_column_letter(place)}2")
        assert _offered(workbook, source) == labels
        assert not any("," in label for label in labels), "a comma would part the drop-down's choices"


def _offered(workbook, source):
    """The labels of a drop-down: its own list, which Excel wants short, or those in a range of another sheet."""
    if source is None:
        return []
    if source.startswith('"'):
        assert len(source) <= 257
        return source.strip('"').split(",")
    sheet, _, cells = source.partition("!")
    return [cell.value for (cell,) in workbook[sheet.strip("'")][cells.replace("$", "")]]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_explanation_names_every_column(code):
    language = Language(code)
    sheet = _workbook(code)[language.text("imports.explanation_sheet")]
    said = {(row[0], row[1]) for row in sheet.iter_rows(values_only=True)}
    for table in TABLES.values():
        assert {(table.label.in_(code), column.label.in_(code)) for column in table.columns} <= said


def _cell(table, column, code, number):
    """What somebody would enter: labels, dates as the spreadsheet has them, one row's references to another's."""
    if column.enumeration:
        tokens = ENUMERATIONS[column.enumeration].tokens
        return ENUMERATIONS[column.enumeration].label_of(tokens[number % len(tokens)], code)
    if column.kind == "boolean":
        return ({"de": ("Ja", "Nein"), "en": ("Yes", "No")})[code][number % 2]
    if column.references:
        return f"{TABLES[column.references].key[0]}{number}" if column.references != table.name else None
    if column.name in table.key:
        return f"{column.name}{number}" if column.kind == "text" else date(2024, 12, 1 + number)
    own = {"district": "05913", "postcode": "01067", "founded_year": 1990 + number, "satisfaction": 1 + number % 5}
    own |= {"amber_below": 0.9, "red_below": 0.7}
    own |= {"left_on": date(2024, 12, 20 + number)}
    plain = {"date": date(2024, 2, 1 + number), "integer": 3 + number % 5, "decimal": 12.5, "topics": "Stahl, Wasser"}
    return own.get(column.name, plain.get(column.kind, f"{column.name}-{number}"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_workbook_filled_in_with_labels_is_accepted_whole(intake, code):
    workbook = _workbook(code)
    for table in TABLES.values():
        sheet = workbook[table.label.in_(code)]
        for number in range(6):
            row = [_cell(table, column, code, number) for column in table.columns]
            for place, value in enumerate(row, start=1):
                sheet.cell(number + 2, place, value)
    workbook.save(intake.folder / "filled.xlsx")
    report = intake.take()
    assert [(found.file, found.line, found.reason("en")) for found in report.rejections] == []
    assert report.rows.accepted == 6 * len(TABLES)
    assert report.ignored == {}
    assert report.tables == dict.fromkeys(TABLES, 6)
    kinds = ENUMERATIONS["organisation_kind"].tokens
    assert intake.rows("organisations", "kind", "postcode", "is_coordinator", "member_since") == [
        (kinds[number], "01067", number % 2 == 0, date(2024, 2, 1 + number)) for number in range(6)
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_csv_template_filled_in_is_accepted_whole(intake, code):
    language = Language(code)
    write_templates(intake.folder)
    table = TABLES["organisations"]
    name = "organisationen.csv" if code == "de" else "organisations.csv"
    path = intake.folder / code / name
    row = (";" if code == "de" else ",").join(str(_cell(table, column, code, 2) or "") for column in table.columns)
    path.write_bytes(path.read_bytes() + f"{row}\r\n".encode())
    report = intake.take(code)
    assert [found.reason(language.code) for found in report.rejections] == []
    assert report.tables == {"organisations": 1}


@pytest.mark.parametrize("code", LANGUAGES)
def test_empty_templates_hold_no_rows(intake, code):
    write_templates(intake.folder)
    report = intake.take(code)
    assert report.rows.read == 0
    assert {found.key for found in report.rejections} == {"errors.no_rows"}
