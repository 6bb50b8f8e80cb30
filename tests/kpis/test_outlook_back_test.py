"""The look back on outlooks: what it measures on series of which the answer is known.

organisations:
organisation_id | name  | kind
alpha           | Alpha | company

events:
event_id | title | starts_on  | format   | status
e1       | One   | 2024-02-10 | workshop | held
e2       | Two   | 2024-05-10 | workshop | held
e3       | Three | 2024-08-10 | workshop | held
e4       | Four  | 2024-11-10 | workshop | held
e5       | Five  | 2025-02-10 | workshop | held
e6       | Six   | 2025-05-10 | workshop | held
e7       | Seven | 2025-08-10 | workshop | held
e8       | Eight | 2025-11-10 | board    | held
"""

import numpy as np
import pytest

from analytics.errors import DashboardError
from analytics.kpis import CATALOGUE
from analytics.kpis.outlook_back_test import CHOSEN, NAIVE, QUICK, Course, back_test, courses, pooled
from analytics.kpis.outlook_methods import METHODS
from analytics.model.kpi_files import MEASURES_TARGETS
from analytics.warehouse import View, current

LINE = Course("line", "sum", tuple(float(value) for value in range(0, 40, 2)))


def by_method(rows, column, group="amounts"):
    return rows[rows["group"] == group].set_index("method")[column].to_dict()


def test_on_a_straight_line_the_pace_never_errs_and_the_naive_forecast_is_one():
    found = pooled(back_test([LINE]))
    errors = by_method(found, "error")
    assert errors[CHOSEN["amounts"]] == 0
    assert errors["mean_gain"] == pytest.approx(0)
    assert errors["damped_holt"] == pytest.approx(0, abs=0.05)
    assert errors[NAIVE] == 1
    assert by_method(found, "coverage")[CHOSEN["amounts"]] == 1


def test_it_looks_ahead_from_every_quarter_with_six_behind_it():
    # Of 20 values the origins are those after 6 to 19 of them; eight quarters ahead can be checked from the first 7.
    found = back_test([LINE], {NAIVE: METHODS[NAIVE]}).set_index("ahead")
    assert found["forecasts"].to_dict() == {1: 14, 2: 13, 3: 12, 4: 11, 5: 10, 6: 9, 7: 8, 8: 7}


def test_errors_are_parts_of_the_naive_ones():
    # The naive forecast misses a line that rises by 2 by 2 a quarter; on average over all 84 forecasts by 2 x 336 / 84.
    found = back_test([LINE], {NAIVE: METHODS[NAIVE]}).set_index("ahead")
    mean = sum(ahead * forecasts for ahead, forecasts in found["forecasts"].items()) / found["forecasts"].sum()
    assert found["error"].tolist() == pytest.approx([ahead / mean for ahead in range(1, 9)])
    assert found["error"].equals(found["naive_error"])


def test_courses_of_all_units_weigh_the_same():
    # A step up from each value to the next but one: whatever the unit, all methods err alike.
    steps = np.array([0, 1, 1, 2, 2, 3, 3, 5, 5, 6, 6, 7, 7.0])
    small, large = (Course("one", "sum", tuple((factor * steps).tolist())) for factor in (1, 1_000_000))
    methods = {name: METHODS[name] for name in ("last_years_pace", "mean_gain", NAIVE)}
    one, both = pooled(back_test([small], methods)), pooled(back_test([small, large], methods))
    assert both["error"].tolist() == pytest.approx(one["error"].tolist())
    assert set(both["courses"]) == {2}


def test_a_course_that_never_moves_after_its_sixth_value_is_left_out():
    still = Course("still", "sum", (0, 1, 2, 3, 4, 5, 5, 5, 5))
    assert set(back_test([still, LINE])["course"]) == {1}
    with pytest.raises(DashboardError) as raised:
        back_test([still])
    assert "6" in raised.value.message("de")


def test_the_chosen_methods_stand_first():
    share = Course("share", "share", tuple(0.5 + 0.02 * (place % 5) for place in range(15)))
    found = pooled(back_test([LINE, share], {name: METHODS[name] for name in ("mean_gain", "last_years_pace", NAIVE)}))
    assert found["group"].tolist() == ["amounts"] * 3 + ["ratios"] * 3
    assert found[found["is_chosen"]]["method"].tolist() == ["last_years_pace", "present_level"]
    assert found["is_chosen"].tolist() == [True, False, False] * 2


def test_a_course_is_counted_from_the_first_quarter_at_the_end_of_each_whole_one(view):
    # The data ends on 10 November 2025: Q4 2025 is not over.
    found = courses(view, [CATALOGUE["events_held"]])
    assert [course.values for course in found] == [(1, 2, 3, 4, 5, 6, 7)]
    assert (found[0].nature, found[0].group) == ("sum", "amounts")


def test_what_says_nothing_has_no_course(view):
    assert courses(view, [CATALOGUE["sme_share"], CATALOGUE["active_cooperations"], CATALOGUE["funding_won"]]) == []


def test_without_data_there_is_none(empty_store):
    assert courses(View(current(empty_store)), list(CATALOGUE.values())) == []


def test_on_the_demo_the_chosen_methods_are_the_best_and_their_ranges_hold(demo_store):
    view = View(current(demo_store))
    kpis = [kpi for kpi in CATALOGUE.values() if kpi.name != MEASURES_TARGETS]
    found = pooled(back_test(courses(view, kpis), QUICK))
    for group, chosen in CHOSEN.items():
        errors = by_method(found, "error", group)
        assert errors[chosen] == min(errors.values())
        assert 0.7 <= by_method(found, "coverage", group)[chosen] <= 1


def test_on_the_real_file_its_series_are_tested(real_store):
    # Its projects all begin by January 2008 and end by 2013; so nothing but what is active moves on.
    view = View(current(real_store))
    kpis = [CATALOGUE["active_cooperations"], CATALOGUE["cross_sector_share"]]
    found = courses(view, kpis)
    assert [course.kpi for course in found] == ["active_cooperations", "cross_sector_share"]
    tested = pooled(back_test(found))
    assert by_method(tested, "error")[NAIVE] == 1
    assert by_method(tested, "coverage")[CHOSEN["amounts"]] >= 0.7
