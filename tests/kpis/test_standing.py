"""A standing's changes agree with the two values as they are written, to the last digit; few cases are said so."""

import pytest

from analytics.kpis import CATALOGUE, Standing


@pytest.mark.parametrize(
    ("kpi", "value", "before", "change"),
    [
        ("mean_partners", 10.44, 9.96, 0.4),  # 10.4 and 10.0, though 0.48 lie between them
        ("no_show_rate", 0.1244, 0.1156, 0.008),  # 12.4 % and 11.6 %, though 0.88 points do
        ("event_mix", 0.504, 0.496, 0),  # 0.50 twice
        ("funding_won", 1000.4, 999.6, 0),  # 1,000 € twice
        ("time_to_agreement", 90.4, 91.6, -2),  # 90 and 92 days
        ("events_held", 17, 14, 3),
        ("events_held", 17, None, None),
        ("no_show_rate", None, 0.1, None),
    ],
)
def test_a_change_is_the_difference_of_the_values_as_they_are_written(kpi, value, before, change):
    after = Standing(CATALOGUE[kpi], value, before, None, (), ())
    assert (after.change, after.year_change) == (change, None)
    later = Standing(CATALOGUE[kpi], value, None, before, (), ())
    assert (later.change, later.year_change) == (None, change)


@pytest.mark.parametrize(("base", "few"), [(9, True), (10, False), (0, True), (None, False)])
def test_below_ten_cases_a_value_is_not_judged(base, few):
    assert Standing(CATALOGUE["event_mix"], 0.5, None, None, (), (), base=base).has_few_cases is few
