"""Tables as CSV: text stays text, numbers are the language's, days are ISO, and spreadsheets see what they expect.

A frame here has one row a case; its columns are of those that questions return.
"""

import csv
import io
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.language import Language
from analytics.reports import as_csv

BOM = b"\xef\xbb\xbf"
GERMAN, ENGLISH = Language("de"), Language("en")
WITHOUT_SURROGATES = st.text(st.characters(exclude_categories=("Cs",)))


def _read(content, language):
    """The cells as an independent reader has them, header first."""
    text = content.removeprefix(BOM).decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if language.code == "de" else ","))


def _column(values, language, name="title"):
    """The cells of a column with these values."""
    rows = _read(as_csv(pd.DataFrame({name: pd.Series(values, dtype=object), "persons": 1}), language), language)
    return [row[0] for row in rows[1:]]


def test_german_has_semicolons_and_decimal_commas():
    frame = pd.DataFrame({"title": ["Forum"], "share": [0.125], "cost_eur": [1500.5]})
    assert as_csv(frame, GERMAN) == BOM + b"Titel;Anteil;Kosten\r\nForum;0,125;1500,5\r\n"


def test_english_has_commas_and_decimal_points():
    frame = pd.DataFrame({"title": ["Forum"], "share": [0.125], "cost_eur": [1500.5]})
    assert as_csv(frame, ENGLISH) == BOM + b"Title,Share,Cost\r\nForum,0.125,1500.5\r\n"


def test_it_begins_with_a_byte_order_mark_once():
    content = as_csv(pd.DataFrame({"title": ["Überblick"]}), GERMAN)
    assert content.count(BOM) == 1
    assert content.startswith(BOM)


def test_whole_numbers_stand_without_decimals_even_beside_missing_ones():
    assert _column([80.0, float("nan"), 1234567.0], GERMAN, "attended") == [
        "80",
        "",
        "1234567",
    ]


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA, pd.NaT, np.float64("nan"), np.datetime64("NaT")])
def test_what_is_missing_is_empty_never_0(missing, language):
    assert _column([missing], language, "value") == [""]


def test_numbers_of_numpy_are_numbers():
    assert _column([np.int64(7), np.float64(0.5), np.float32(0.25)], GERMAN, "value") == ["7", "0,5", "0,25"]


def test_truths_are_words():
    assert _column([True, False, None, np.True_], GERMAN, "is_newcomer") == ["Ja", "Nein", "", "Ja"]
    assert _column([True, False], ENGLISH, "is_newcomer") == ["Yes", "No"]


def test_days_are_iso(language):
    days = [pd.Timestamp("2025-12-31"), date(1850, 1, 2), None]
    assert _column(days, language, "starts_on") == ["2025-12-31", "1850-01-02", ""]
    typed = pd.DataFrame({"starts_on": pd.to_datetime(["2025-12-31", None]), "title": "x"})
    assert [row[0] for row in _read(as_csv(typed, language), language)[1:]] == ["2025-12-31", ""]


def test_tokens_and_periods_are_labels():
    frame = pd.DataFrame({"period": ["2025-Q2", "2025"], "kind": ["science", None], "stage": ["3", "x"]})
    assert _read(as_csv(frame, GERMAN), GERMAN) == [
        ["Zeitraum", "Art", "Stufe"],
        ["2. Quartal 2025", "Wissenschaft", "Vereinbart"],
        ["2025", "", "x"],
    ]


def test_the_note_stands_in_a_last_column_of_every_row(language):
    rows = _read(as_csv(pd.DataFrame({"title": ["a", "b"]}), language, "invented"), language)
    assert [row[-1] for row in rows] == [language.text("columns.note"), "invented", "invented"]


def test_without_a_note_there_is_no_such_column(language):
    assert [len(row) for row in _read(as_csv(pd.DataFrame({"title": ["a"], "value": 1}), language), language)] == [2, 2]


def test_two_columns_under_one_heading_keep_their_values(language):
    frame = pd.DataFrame({"event_id": ["e1"], "organisation_id": ["a1"]})
    assert _read(as_csv(frame, language), language)[1] == ["e1", "a1"]


def test_a_table_without_rows_is_its_header():
    assert as_csv(pd.DataFrame({"title": []}), GERMAN) == BOM + b"Titel\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+49 231 1",
        "-5",
        "@sum(A1)",
        "\tx",
        "\r=1",
        "\n=1",
        " =1+1",
        "＝1",
        '=HYPERLINK("http://example.org";"x")',
        "=cmd|' /C calc'!A0",
        "-",
    ],
)
def test_what_looks_like_a_formula_is_disarmed_by_an_apostrophe(text, language):
    assert _column([text], language) == [f"'{text}"]


@pytest.mark.parametrize("text", ["A = B", "1+1", "a@b", "'=1", "x\ty", "3-5", ""])
def test_what_does_not_begin_like_one_is_left_alone(text, language):
    assert _column([text], language) == [text]


def test_numbers_below_zero_are_no_formulas():
    assert _column([-5, -0.5], GERMAN, "value") == ["-5", "-0,5"]


def test_the_note_is_disarmed_too(language):
    assert _read(as_csv(pd.DataFrame({"title": ["a"]}), language, "=1"), language)[1][-1] == "'=1"


@given(st.lists(WITHOUT_SURROGATES, min_size=1, max_size=5), st.sampled_from([GERMAN, ENGLISH]))
def test_any_text_comes_back_as_it_was_and_never_begins_like_a_formula(texts, language):
    for text, cell in zip(texts, _column(texts, language), strict=True):
        assert cell in (text, f"'{text}")
        assert not cell.lstrip().startswith(("=", "+", "-", "@"))
        assert not cell.startswith(("\t", "\r", "\n"))


@given(st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.integers(-(10**15), 10**15)))
def test_any_number_comes_back_as_it_was(number):
    assert float(_column([number], ENGLISH, "value")[0]) == number
    assert float(_column([number], GERMAN, "value")[0].replace(",", ".")) == number
