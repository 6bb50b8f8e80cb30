from datetime import date, timedelta
from decimal import Decimal

import pandas as pd
import pytest

from analytics.charts.axes import (
    MOST_DAY_TICKS,
    MOST_PERIOD_TICKS,
    closing_axis,
    date_axis,
    every_period,
    nice_ticks,
    numbers,
    period_axis,
    scale,
    span,
    written,
)
from analytics.language import Language

DE, EN = Language("de"), Language("en")


def quarters(count, first=2016):
    return [f"{first + place // 4}-Q{place % 4 + 1}" for place in range(count)]


def test_missing_values_of_any_sort_become_none():
    assert numbers(pd.Series([1, None, float("inf")])) == [1.0, None, None]
    assert numbers(pd.Series([1, pd.NA], dtype="Int64")) == [1.0, None]
    assert numbers(pd.Series([Decimal("1.5"), None], dtype=object)) == [1.5, None]


@pytest.mark.parametrize(
    ("value", "unit", "german", "english"),
    [
        (1234, "count", "1.234", "1,234"),
        (3.42, "count", "3,4", "3.4"),
        (0.125, "share", "12,5\N{NO-BREAK SPACE}%", "12.5%"),
        (1_250_000, "eur", "1.250.000\N{NO-BREAK SPACE}€", "€1,250,000"),
        (93, "days", "93\N{NO-BREAK SPACE}Tage", "93\N{NO-BREAK SPACE}days"),
        (1, "days", "1\N{NO-BREAK SPACE}Tag", "1\N{NO-BREAK SPACE}day"),
        (0.625, "index", "0,62", "0.62"),
        (None, "eur", "–", "–"),
        (float("nan"), "days", "–", "–"),
    ],
)
def test_values_are_written_with_their_unit(value, unit, german, english):
    assert written(value, unit, DE) == german
    assert written(value, unit, EN) == english


def test_large_sums_have_a_short_form():
    assert written(2_140_500, "eur", DE, short=True) == "2,14\N{NO-BREAK SPACE}Mio.\N{NO-BREAK SPACE}€"
    assert written(2_000_000, "eur", DE, short=True) == "2\N{NO-BREAK SPACE}Mio.\N{NO-BREAK SPACE}€"
    assert written(999_999, "eur", DE, short=True) == "999.999\N{NO-BREAK SPACE}€"


@pytest.mark.parametrize("most", [0, 1, 2, 3, 5, 7, 11, 41, 99, 1247, 123_456])
def test_counts_have_whole_ticks(most):
    ticks = nice_ticks(0, most or 1, whole=True)
    assert all(float(tick).is_integer() for tick in ticks)
    assert ticks[0] == 0
    assert ticks[-1] >= most
    assert 2 <= len(ticks) <= 8


def test_ticks_are_round_and_hold_zero():
    assert nice_ticks(0, 1) == [0, 0.2, 0.4, 0.6, 0.8, 1.0]
    assert nice_ticks(-27, 102, whole=True) == [-50, -25, 0, 25, 50, 75, 100, 125]


def test_a_scale_holds_all_values_and_writes_them_in_german():
    axis = scale([0.12, None, 0.58], "share", DE)
    assert axis.low == 0
    assert axis.high >= 0.58
    assert axis.texts[:2] == ("0\N{NO-BREAK SPACE}%", "10\N{NO-BREAK SPACE}%")
    assert scale([0, 1247], "count", DE).texts[-1] == "1.250"
    assert scale([0, 1247], "count", EN).texts[-1] == "1,250"


def test_money_is_scaled_and_the_unit_says_so():
    assert scale([2_140_500], "eur", DE).note == "Millionen Euro"
    assert scale([2_140_500], "eur", DE).texts[:3] == ("0,0", "0,5", "1,0")
    assert scale([48_000], "eur", DE).note == "Tausend Euro"
    assert scale([900], "eur", DE).note == "Euro"


def test_a_scale_without_values_or_with_zeros_only_still_has_a_length():
    assert scale([], "count", DE).ticks == scale([0, 0], "count", DE).ticks == (0, 1)


def test_below_zero():
    axis = scale([-0.2, 1.34], "share", DE)
    assert axis.low <= -0.2
    assert 0 in axis.ticks
    assert "−" not in "".join(scale([-27, 102], "count", DE, absolute=True).texts)


@pytest.mark.parametrize(
    ("given", "all_of_them"),
    [
        (["2025-Q3", "2024-Q4"], ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3"]),
        (["2023-H2", "2024-H2"], ["2023-H2", "2024-H1", "2024-H2"]),
        (["2023", "2025"], ["2023", "2024", "2025"]),
        (["2025-Q1"], ["2025-Q1"]),
        ([], []),
    ],
)
def test_a_time_axis_has_no_holes(given, all_of_them):
    assert every_period(given) == all_of_them


def test_what_is_no_period_is_left_as_it_is():
    assert every_period(["2024", "2025-Q1"]) == ["2024", "2025-Q1"]


def test_period_labels_are_short_and_name_the_year_where_it_changes():
    axis = period_axis(quarters(6), DE)
    assert axis["categoryarray"] == ["Q1 2016", "Q2 2016", "Q3 2016", "Q4 2016", "Q1 2017", "Q2 2017"]
    assert axis["ticktext"] == ["Q1<br>2016", "Q2", "Q3", "Q4", "Q1<br>2017", "Q2"]


@pytest.mark.parametrize("count", [1, 2, 8, 9, 12, 16, 23, 40, 120])
@pytest.mark.parametrize("offset", [0, 1, 2, 3])
def test_period_labels_fit_a_phone(count, offset):
    axis = period_axis(quarters(count + offset)[offset:], DE)
    assert 1 <= len(axis["tickvals"]) <= MOST_PERIOD_TICKS
    assert "<br>" in axis["ticktext"][0]


def test_forty_quarters_are_labelled_at_first_quarters():
    assert set(period_axis(quarters(40), DE)["tickvals"]) == {f"Q1 {year}" for year in (2016, 2018, 2020, 2022, 2024)}


def test_one_period_does_not_fill_the_picture():
    assert period_axis(["2025-Q1"], DE)["range"] == [-2, 2]


def test_span():
    assert span(quarters(40), DE) == "Q1 2016 – Q4 2025"
    assert span(["2025"], DE) == "2025"


def test_a_date_axis_begins_with_the_first_quarter():
    axis = date_axis(date(2024, 2, 15), date(2024, 11, 1), DE)
    assert axis["tickvals"] == ["2024-01-01", "2024-04-01", "2024-07-01", "2024-10-01"]
    assert axis["range"][0] < "2024-01-01"
    assert axis["range"][1] > "2024-11-01"


def test_a_closing_axis_has_its_ticks_on_the_last_days_of_years_or_their_halves():
    axis = closing_axis(date(2024, 1, 1), date(2026, 12, 31), DE)
    assert axis["tickvals"] == ["2023-12-31", "2024-12-31", "2025-12-31", "2026-12-31"]
    assert axis["ticktext"][:2] == ["31.12.<br>2023", "31.12.<br>2024"]
    year = closing_axis(date(2024, 1, 1), date(2024, 12, 31), EN)
    assert year["ticktext"] == ["31 Dec<br>2023", "30 Jun<br>2024", "31 Dec"]


@pytest.mark.parametrize("days", [100, 200, 365, 800, 1500, 2600, 5500, 15000])
def test_a_closing_axis_labels_nothing_outside_of_its_days(days):
    first = date(2020, 2, 15)
    last = first + timedelta(days=days)
    axis = closing_axis(first, last, DE)
    assert 1 <= len(axis["tickvals"]) <= MOST_DAY_TICKS
    assert all(first.isoformat() <= day <= last.isoformat() for day in axis["tickvals"])
    assert len(axis["ticktext"]) == len(axis["tickvals"])
