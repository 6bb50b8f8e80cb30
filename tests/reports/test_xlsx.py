"""Tables as XLSX, read back with an independent reader: numbers are numbers, days are days, text is only ever text."""

import io
import warnings
import zipfile
from datetime import date, datetime

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from analytics.language import Language
from analytics.reports import as_xlsx

GERMAN, ENGLISH = Language("de"), Language("en")
WITHOUT_SURROGATES = st.text(st.characters(exclude_categories=("Cs",)))


def _book(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def _sheet(frame, language=GERMAN, *, title="Title", **rest):
    return _book(as_xlsx(frame, language, title=title, **rest)).active


def _column(values, language=GERMAN, name="title", **rest):
    """The cells of a column with these values."""
    return _sheet(pd.DataFrame({name: pd.Series(values, dtype=object)}), language, **rest)["A"][1:]


def test_the_heading_is_bold_and_stays_in_sight():
    sheet = _sheet(pd.DataFrame({"title": ["Forum"], "share": [0.5]}))
    assert [cell.value for cell in sheet[1]] == ["Titel", "Anteil"]
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B2"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@sum(A1)",
        "\t=1",
        "\r=1",
        '=HYPERLINK("http://example.org")',
        "{=1+1}",
        "http://example.org",
        "mailto:a@b.c",
        "internal:Sheet1!A1",
        "external:c:\\x.xlsx",
        "file:///etc/passwd",
        "007",
        "1e5",
        "TRUE",
        "#N/A",
    ],
)
def test_text_is_text_whatever_it_looks_like(text, language):
    (cell,) = _column([text], language)
    assert (cell.data_type, unescape(cell.value), cell.hyperlink) == ("s", text, None)


def test_no_sheet_holds_a_formula_or_a_link(language):
    content = as_xlsx(pd.DataFrame({"title": ["=1", "http://example.org"]}), language, title="=1")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in sheet
        assert b"hyperlink" not in sheet
        assert not [name for name in parts.namelist() if "externalLink" in name or "vba" in name.lower()]


@settings(max_examples=60)
@given(st.lists(WITHOUT_SURROGATES, min_size=1, max_size=5))
def test_any_text_comes_back_as_it_was_and_never_becomes_a_formula(texts):
    for text, cell in zip(texts, _column(texts), strict=True):
        assert cell.data_type == "s"
        assert unescape(cell.value or "") == text
        assert cell.hyperlink is None


def test_a_text_longer_than_a_cell_is_cut_not_lost():
    (cell,) = _column(["x" * 40_000])
    assert cell.value == "x" * 32_767


def test_numbers_are_numbers():
    cells = _column([7, 0.5, -3, np.int64(9), np.float64(1.5), np.float32(0.25)], name="value")
    assert [(cell.data_type, cell.value) for cell in cells] == [
        ("n", 7), ("n", 0.5), ("n", -3), ("n", 9), ("n", 1.5), ("n", 0.25),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "missing", [None, float("nan"), pd.NA, pd.NaT, np.float64("nan"), float("inf"), np.datetime64("NaT")]
)
def test_what_is_missing_is_an_empty_cell(missing):
    assert [cell.value for cell in _column([missing, 1], name="value")] == [None, 1]


def test_truths_are_truths():
    cells = _column([True, None, False, np.True_], name="is_newcomer")
    assert [cell.value for cell in cells] == [True, None, False, True]
    assert cells[0].data_type == cells[2].data_type == "b"


def test_days_are_days_written_as_the_language_does():
    days = [pd.Timestamp("2025-12-31"), None, date(2024, 2, 29)]
    german = _column(days, GERMAN, "starts_on")
    assert [cell.value for cell in german] == [datetime(2025, 12, 31), None, datetime(2024, 2, 29)]
    assert german[0].number_format == "dd.mm.yyyy"
    assert _column(days, ENGLISH, "starts_on")[0].number_format == "d mmm yyyy"


def test_a_day_before_all_spreadsheets_is_text():
    assert [cell.value for cell in _column([date(1850, 1, 2), date(1900, 3, 1)], name="starts_on")] == [
        "02.01.1850",
        datetime(1900, 3, 1),
    ]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("share", "0.0%"), ("index", "0.00"), ("eur", "#,##0 €"), ("count", "#,##0"), ("days", "#,##0")],
)
def test_a_unit_is_the_columns_format_and_leaves_the_number(unit, expected, language):
    (cell,) = _column([0.25], language, "value", units={"value": unit})
    assert (cell.value, cell.number_format) == (0.25, expected)


def test_without_a_unit_a_number_counts():
    assert _column([1234])[0].number_format == "#,##0"


def test_tokens_and_periods_are_labels():
    sheet = _sheet(pd.DataFrame({"period": ["2025-H1"], "kind": ["public"]}), ENGLISH)
    assert [cell.value for cell in sheet[2]] == ["Half-year 1, 2025", "Public sector"]


def test_the_note_stands_in_the_last_column_and_in_the_properties():
    book = _book(as_xlsx(pd.DataFrame({"title": ["a", "b"]}), GERMAN, title="Ziele", note="erfunden"))
    assert [cell.value for cell in book.active["B"]] == ["Hinweis", "erfunden", "erfunden"]
    assert (book.properties.title, book.properties.description) == ("Ziele", "erfunden")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Events", "Events"),
        ("A" * 40, "A" * 31),
        ("a/b\\c:d*e?f[g]", "a b c d e f g"),
        ("'quoted'", "quoted"),
        ("", "1"),
        ("''", "1"),
        ("[]", "1"),
        ("x\ny\x01z", "x y z"),
        ("A" * 30 + "'s", "A" * 30),
    ],
)
def test_a_sheet_has_a_name_that_workbooks_allow(title, name):
    assert _sheet(pd.DataFrame({"title": ["a"]}), title=title).title == name


@settings(max_examples=60)
@given(WITHOUT_SURROGATES)
def test_any_title_makes_a_workbook(title):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        name = _sheet(pd.DataFrame({"title": ["a"]}), title=title).title
    assert 1 <= len(name) <= 31
    assert not set("[]:*?/\\") & set(name)
    assert not name.startswith("'")
    assert not name.endswith("'")


def test_two_columns_under_one_heading_keep_their_values(language):
    sheet = _sheet(pd.DataFrame({"event_id": ["e1"], "organisation_id": ["a1"]}), language)
    assert [cell.value for cell in sheet[2]] == ["e1", "a1"]


def test_a_table_without_rows_is_its_heading():
    sheet = _sheet(pd.DataFrame({"title": [], "value": []}))
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["Titel", "Wert"]]
    assert sheet.auto_filter.ref is None
