"""What a path's chart is drawn from: its days, what is due on them, from where on it is at risk, and the outlook.

organisations:
organisation_id | name  | kind
a               | Alpha | company
b               | Beta  | company
c               | Gamma | science

consultations:
consultation_id | organisation_id | held_on
c1              | a               | 2024-02-10
c2              | b               | 2024-05-10
c3              | c               | 2025-03-10
"""

from datetime import date

import pandas as pd
import pytest

from analytics.kpis import CATALOGUE, Milestone, TargetPath
from analytics.kpis.outlook import outlook_of
from analytics.kpis.path_course import path_course

START, MIDDLE, END = date(2024, 1, 1), date(2024, 12, 31), date(2025, 12, 31)
LAST = date(2025, 6, 30)


def path(baseline, middle, final):
    milestones = (Milestone(MIDDLE, middle), Milestone(END, final))
    return TargetPath(CATALOGUE["organisations_reached"], None, START, baseline, milestones)


def test_it_begins_on_the_path_s_first_day_where_the_baseline_is_due(view):
    first = path_course(view, path(0, 5, 10), LAST).iloc[0]
    assert first["day"] == pd.Timestamp(START)
    assert (first["on_path"], first["amber"], first["red"]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("baseline", "middle", "final"),
    [(10, 5, 20), (10, 15, 10)],
    ids=["where the path goes back, nothing is a share of a way", "a bound has no way"],
)
def test_where_there_is_no_way_less_than_what_is_due_is_behind(view, baseline, middle, final):
    due = path_course(view, path(baseline, middle, final), LAST).set_index("day").loc[pd.Timestamp(MIDDLE)]
    assert (due["on_path"], due["amber"], due["red"]) == (middle, middle, middle)


def test_the_outlook_goes_on_from_the_last_known_value_to_the_end(view):
    # Reached at the quarters' ends: a, b in the second, c in the fifth. Two quarters are still to come.
    target = path(0, 5, 10)
    course = path_course(view, target, LAST).set_index("day")
    assert course["actual"].dropna().tolist() == [1, 2, 2, 2, 3, 3]
    ahead = course.dropna(subset="outlook")
    assert [day.date() for day in ahead.index] == [LAST, date(2025, 9, 30), END]
    assert ahead.iloc[0][["outlook", "outlook_low", "outlook_high"]].tolist() == [3, 3, 3]
    assert ahead["outlook"].tolist()[1:] == list(outlook_of(view, target, LAST).outlook.values)
    assert ahead["on_path"].tolist()[-1] == 10
