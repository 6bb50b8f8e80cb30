"""The workbook read back: its numbers are the KPIs', text is text, and nothing is a formula."""

from io import BytesIO
from itertools import pairwise

import openpyxl
import pytest

from analytics.kpis import CATALOGUE, compute, kpis_for
from analytics.warehouse import View, current
from tests.reports.progress.conftest import PERIOD


@pytest.fixture(scope="module")
def book(made):
    return openpyxl.load_workbook(BytesIO(made("ministry", "xlsx")))


def _sheet(book, name):
    number = CATALOGUE[name].number
    return next(sheet for sheet in book if sheet.title.startswith(number))


def _column(sheet, row, column):
    values = []
    while (value := sheet.cell(row, column).value) is not None:
        values.append(value)
        row += 1
    return values


def test_there_is_a_sheet_for_every_kpi_of_the_audience(book):
    numbers = [sheet.title[:3] for sheet in book if sheet.title.startswith("K")]
    assert numbers == [kpi.number for kpi in kpis_for("ministry")]
    assert [book.sheetnames[0], book.sheetnames[-1]] == ["Deckblatt", "Definitionen"]


def test_the_numbers_are_the_kpis(book, demo_store):
    view = View(current(demo_store), "ministry")
    sheet = _sheet(book, "organisations_reached")
    quarters, values = _column(sheet, 7, 1), _column(sheet, 7, 2)
    assert quarters[-1] == "4. Quartal 2025"
    year = compute(view, [CATALOGUE["organisations_reached"]], [PERIOD])["value"].iloc[0]
    years = dict(zip(_column(sheet, 7, 6), _column(sheet, 7, 7), strict=True))
    assert years["2025"] == year
    assert all(isinstance(value, int | float) for value in values)


def test_a_share_is_a_percentage_with_its_counts_beside_it(book):
    sheet = _sheet(book, "sme_share")
    row = next(row for row in range(7, 27) if sheet.cell(row, 2).value is not None)
    assert sheet.cell(row, 2).number_format == "0.0%"
    assert sheet.cell(row, 2).value == pytest.approx(sheet.cell(row, 3).value / sheet.cell(row, 4).value)


def test_money_is_written_as_money(book):
    assert _sheet(book, "funding_won")["G7"].number_format == '#,##0 "€"'


def test_headings_and_text_beside_numbers_have_room(book):
    """Office programs do not make the heading's row higher by themselves, and take an indent of what stands left."""
    sheet = book["Zielerreichung"]
    ratio = next(cell for cell in sheet[1] if cell.value == "Ist zu Soll")
    letters = sheet.column_dimensions[ratio.column_letter].width
    assert len(ratio.value) <= letters or sheet.row_dimensions[1].height > 30
    for row in (1, 2):
        status = sheet.cell(row, 8).alignment
        assert (sheet.cell(row, 7).alignment.horizontal, status.horizontal, status.indent) == ("right", "left", 1)


def test_no_cell_is_a_formula_or_an_error(made):
    for audience in ("management", "ministry"):
        for sheet in openpyxl.load_workbook(BytesIO(made(audience, "xlsx"))):
            for row in sheet.iter_rows():
                assert {cell.data_type for cell in row} <= {"n", "s", "b", "d"}


def test_every_kpi_with_values_has_a_chart(made, book):
    full = openpyxl.load_workbook(BytesIO(made("management", "xlsx")))
    assert len(_sheet(full, "active_cooperations")._charts) == 3
    described = [chart for chart in book if chart._charts]
    assert len(described) >= len(kpis_for("ministry")) - 2


def test_parts_of_a_masked_audience_are_classes(book):
    said = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {"1–4", "5–19", "20–49"} <= set(said)


def test_the_parts_of_the_management_are_numbers(made, demo_store):
    book = openpyxl.load_workbook(BytesIO(made("management", "xlsx")))
    said = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "1–4" not in said
    view = View(current(demo_store))
    sheet = _sheet(book, "organisations_reached")
    heading = next(
        row for row in range(7, 60) if sheet.cell(row, 1).value == "Nach Art der Organisation und Kalenderjahr"
    )
    years = [sheet.cell(heading + 1, column).value for column in range(2, 12)]
    column = 2 + years.index("2025")
    parts = {sheet.cell(row, 1).value: sheet.cell(row, column).value for row in range(heading + 2, heading + 8)}
    kinds = view.ask("growth_kinds", [PERIOD]).set_index("kind")["organisations"]
    assert parts["Unternehmen"] == kinds["company"]
    assert parts["Wissenschaft"] == kinds["science"]


def test_the_definitions_are_the_catalogues(book):
    sheet = book["Definitionen"]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    kpi = CATALOGUE["enterprises_advised"]
    assert rows["K24"][2].value == kpi.definition.de
    assert "RCO04" in rows["K24"][5].value


def test_the_cover_says_what_is_told_in_classes(book):
    said = [cell.value for row in book["Deckblatt"].iter_rows() for cell in row if cell.value]
    assert "Demo: alle Daten sind erfunden" in said
    assert any("in Klassen (1–4, 5–19" in text for text in said)


def test_districts_stand_by_name_and_what_is_none_of_them_last(made):
    sheet = _sheet(openpyxl.load_workbook(BytesIO(made("management", "xlsx"))), "organisations_reached")
    top = next(row for row in range(7, 80) if sheet.cell(row, 1).value == "Nach Kreis und Kalenderjahr")
    names = _column(sheet, top + 2, 1)
    places = ["Übriges Deutschland", "Ausland", "Unbekannt"]
    assert names[-3:] == places
    assert names[:-3] == sorted(names[:-3])


def test_charts_do_not_overlap(made):
    book = openpyxl.load_workbook(BytesIO(made("management", "xlsx")))
    for sheet in book:
        spans = sorted((chart.anchor._from.row, chart.anchor.to.row) for chart in sheet._charts)
        for (_, bottom), (top, _) in pairwise(spans):
            assert bottom < top, sheet.title
