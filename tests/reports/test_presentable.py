"""Frames as people read them: everything is text, in their language; what is undefined is a dash, never 0."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.reports import presentable
from analytics.reports.presentable import ENUMERATION_OF, labelled

GERMAN, ENGLISH = Language("de"), Language("en")


def _shown(values, name, language=GERMAN, **units):
    frame = presentable(pd.DataFrame({name: pd.Series(values, dtype=object)}), language, units)
    return frame.iloc[:, 0].tolist()


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA, pd.NaT, np.float64("nan"), float("inf")])
@pytest.mark.parametrize("column", ["value", "title", "starts_on", "kind", "is_newcomer", "stage"])
def test_what_is_undefined_is_a_dash(missing, column, language):
    assert _shown([missing], column, language) == ["–"]


@pytest.mark.parametrize("value", [1234, 1234.0, np.int64(1234), np.int32(1234), np.float64(1234), np.float32(1234)])
def test_numbers_are_written_as_the_language_writes_them(value):
    assert _shown([value], "value") == ["1.234"]
    assert _shown([value], "value", ENGLISH) == ["1,234"]


def test_units_decide_how_a_number_is_written():
    values = [0.125]
    assert _shown(values, "value", value="share") == ["12,5\N{NO-BREAK SPACE}%"]
    assert _shown(values, "value", ENGLISH, value="share") == ["12.5%"]
    assert _shown(values, "value", value="index") == ["0,12"]
    assert _shown([1500.5], "value", value="eur") == ["1.500\N{NO-BREAK SPACE}€"]
    assert _shown([1500.5], "value", ENGLISH, value="eur") == ["€1,500"]
    assert _shown([1], "value", value="days") == ["1 Tag"]


def test_a_zero_is_a_zero():
    assert _shown([0, 0.0, np.int64(0)], "value") == ["0", "0", "0"]


@pytest.mark.parametrize("truth", [True, np.True_])
def test_truths_are_words(truth):
    assert _shown([truth, not truth], "is_newcomer") == ["Ja", "Nein"]
    assert _shown([truth, not truth], "is_newcomer", ENGLISH) == ["Yes", "No"]


@pytest.mark.parametrize("day", [date(2025, 12, 31), pd.Timestamp("2025-12-31"), np.datetime64("2025-12-31")])
def test_days_are_written_as_the_language_writes_them(day):
    assert _shown([day], "starts_on") == ["31.12.2025"]
    assert _shown([day], "starts_on", ENGLISH) == ["31 Dec 2025"]


def test_typed_columns_are_written_like_any_other():
    frame = pd.DataFrame(
        {
            "starts_on": pd.to_datetime(["2025-12-31", None]),
            "attended": pd.array([1234, None], dtype="Int32"),
            "is_newcomer": pd.array([True, None], dtype="boolean"),
            "mix": [0.5, None],
        }
    )
    assert presentable(frame, GERMAN, {"mix": "index"}).to_numpy().tolist() == [
        ["31.12.2025", "1.234", "Ja", "0,50"],
        ["–", "–", "–", "–"],
    ]


@pytest.mark.parametrize(("column", "enumeration"), ENUMERATION_OF.items())
def test_every_token_of_a_column_is_its_label(column, enumeration, language):
    values = ENUMERATIONS[enumeration].values
    assert _shown([value.token for value in values], column, language) == [
        value.label.in_(language.code) for value in values
    ]


def test_a_token_that_is_none_stands_as_it_is():
    assert _shown(["rubbish"], "kind") == ["rubbish"]


def test_districts_that_are_none_have_names():
    assert _shown(["Dortmund", "elsewhere", "abroad", "unknown", None], "district") == [
        "Dortmund",
        "Übriges Deutschland",
        "Ausland",
        "Unbekannt",
        "–",
    ]


def test_periods_have_names():
    assert _shown(["2025-Q2", "2025-H1", "2025"], "period") == ["2. Quartal 2025", "1. Halbjahr 2025", "2025"]


def test_headings_are_the_languages():
    frame = pd.DataFrame({"period": ["2025"], "share": [1.0]})
    assert list(presentable(frame, GERMAN).columns) == ["Zeitraum", "Anteil"]
    assert list(presentable(frame, ENGLISH).columns) == ["Period", "Share"]


def test_text_stays_as_it_is():
    wicked = ["=1+1", "**bold** <b>x</b>", "  "]
    assert _shown(wicked, "title") == wicked


def test_the_frame_that_was_given_is_left_alone():
    frame = pd.DataFrame({"kind": ["science"], "value": [1]})
    before = frame.copy()
    presentable(frame, GERMAN)
    labelled(frame, ENGLISH)
    pd.testing.assert_frame_equal(frame, before)


def test_labelled_leaves_columns_numbers_and_days():
    frame = pd.DataFrame({"kind": ["science"], "value": [1], "starts_on": [pd.Timestamp("2025-12-31")]})
    shown = labelled(frame, GERMAN)
    assert list(shown.columns) == ["kind", "value", "starts_on"]
    assert shown.iloc[0].tolist() == ["Wissenschaft", 1, pd.Timestamp("2025-12-31")]
