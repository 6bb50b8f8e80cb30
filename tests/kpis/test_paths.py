"""Targets as paths: from the baseline straight to each milestone, and what counts on them.

organisations:
organisation_id | name  | kind    | size
a               | Alpha | company | small
b               | Beta  | company | large
c               | Gamma | science |

consultations:
consultation_id | organisation_id | held_on    | is_structured
c1              | a               | 2023-11-10 | yes
c2              | a               | 2024-02-10 | yes
c3              | b               | 2024-05-10 | yes
c4              | a               | 2024-11-10 | yes
c5              | c               | 2025-03-10 | yes
c6              | a               | 2026-02-10 | yes

cooperations:
cooperation_id | title | kind     | ended_on
k1             | One   | research | 2025-06-30
k2             | Two   | pilot    |

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2024-04-01
k2             | 3     | 2025-01-15

cooperation_members:
cooperation_id | organisation_id
k1             | a
k1             | c
k2             | a
k2             | b

targets:
kpi                   | starts_on  | due_on     | baseline | target | source    | amber_below | red_below
organisations_reached | 2024-01-01 | 2024-12-31 |          | 10     | notice    |             |
organisations_reached | 2024-01-01 | 2025-12-31 |          | 40     | notice    |             |
organisations_reached |            | 2024-12-31 |          | 5      | committee | 0.8         | 0.5
organisations_reached |            | 2025-12-31 |          | 6      | committee | 0.8         | 0.5
active_cooperations   | 2024-01-01 | 2025-12-31 | 1        | 3      |           |             |
no_show_rate          | 2024-01-01 | 2024-12-31 | 0.4      | 0.2    |           |             |
"""

from datetime import date

import pandas as pd
import pytest

from analytics.kpis import CATALOGUE, Milestone, TargetPath, target_paths
from analytics.kpis.path_course import path_course
from analytics.kpis.paths import actuals, course_days, unknown_targets
from analytics.warehouse import View
from tests.warehouse.conftest import Region

DAY = date


def path(baseline, *milestones, kpi="organisations_reached"):
    return TargetPath(CATALOGUE[kpi], None, DAY(2024, 1, 1), baseline, tuple(Milestone(*one) for one in milestones))


def found(view, kpi, source=None, year=2024):
    return next(
        one for one in target_paths(view) if (one.kpi.name, one.source, one.starts_on.year) == (kpi, source, year)
    )


STEEP = path(0, (DAY(2024, 4, 10), 20), (DAY(2024, 5, 10), 50))
"""20 in the first hundred days, 30 more in the next thirty."""


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (DAY(2023, 12, 31), None),
        (DAY(2024, 1, 1), 0),
        (DAY(2024, 1, 26), 5),  # a quarter of the first hundred days
        (DAY(2024, 4, 10), 20),
        (DAY(2024, 4, 20), 30),  # a third of the next thirty
        (DAY(2024, 5, 10), 50),
        (DAY(2024, 12, 31), 50),
    ],
)
def test_between_two_points_the_path_is_straight(day, value):
    assert STEEP.expected(day) == (None if value is None else pytest.approx(value))


def test_a_path_may_lead_down():
    falling = path(0.4, (DAY(2024, 4, 10), 0.2), kpi="no_show_rate")
    assert falling.leads_down
    assert falling.expected(DAY(2024, 2, 20)) == pytest.approx(0.3)
    assert falling.is_as_good(0.1, 0.2)
    assert not falling.is_as_good(0.3, 0.2)


def test_which_way_is_better_the_kpi_says_and_else_the_path():
    assert path(0.1, (DAY(2024, 4, 10), 0.1), kpi="no_show_rate").leads_down
    assert path(0.1, (DAY(2024, 4, 10), 0.2), kpi="no_show_rate").leads_down
    assert not path(0.2, (DAY(2024, 4, 10), 0.1), kpi="sme_share").leads_down
    assert path(9, (DAY(2024, 4, 10), 4), kpi="bridges").leads_down
    assert not path(4, (DAY(2024, 4, 10), 9), kpi="bridges").leads_down
    assert not path(4, (DAY(2024, 4, 10), 4), kpi="bridges").leads_down


def test_a_path_runs_from_its_first_day_to_its_last():
    days = [DAY(2023, 12, 31), DAY(2024, 1, 1), DAY(2024, 5, 10), DAY(2024, 5, 11)]
    assert [STEEP.runs_on(day) for day in days] == [False, True, True, False]


def test_a_path_to_no_better_value_is_a_bound_to_be_kept():
    assert path(0.2, (DAY(2024, 4, 10), 0.1), kpi="no_show_rate").has_way
    assert not path(0.1, (DAY(2024, 4, 10), 0.1), kpi="no_show_rate").has_way
    assert not path(0.1, (DAY(2024, 4, 10), 0.2), kpi="no_show_rate").has_way
    assert not path(0.2, (DAY(2024, 4, 10), 0.1), kpi="sme_share").has_way


def test_without_a_baseline_less_is_a_bound_and_more_starts_at_0(tmp_path):
    region = Region(tmp_path)
    region.take(
        """
targets:
kpi          | due_on     | target
no_show_rate | 2025-12-31 | 0.15
sme_share    | 2025-12-31 | 0.5
"""
    )
    assert [(one.kpi.name, one.baseline, one.has_way) for one in target_paths(region.view())] == [
        ("sme_share", 0, True),
        ("no_show_rate", 0.15, False),
    ]


def test_a_milestone_on_the_first_day_is_due_at_once():
    at_once = path(1, (DAY(2024, 1, 1), 4), (DAY(2024, 1, 11), 9))
    assert at_once.expected(DAY(2024, 1, 1)) == 4
    assert at_once.expected(DAY(2024, 1, 3)) == 5


def test_the_milestone_due_next_is_the_first_not_past():
    assert STEEP.due_next(DAY(2024, 1, 1)) == (DAY(2024, 4, 10), 20)
    assert STEEP.due_next(DAY(2024, 4, 10)) == (DAY(2024, 4, 10), 20)
    assert STEEP.due_next(DAY(2024, 4, 11)) == (DAY(2024, 5, 10), 50)
    assert STEEP.due_next(DAY(2025, 1, 1)) == (DAY(2024, 5, 10), 50)


def test_milestones_with_one_source_and_beginning_are_one_path(view):
    notice = found(view, "organisations_reached", "notice")
    assert notice.milestones == ((DAY(2024, 12, 31), 10), (DAY(2025, 12, 31), 40))
    assert (notice.starts_on, notice.ends_on, notice.baseline, notice.final) == (
        DAY(2024, 1, 1), DAY(2025, 12, 31), 0, 40,
    )  # fmt: skip
    assert (notice.amber_below, notice.red_below) == (0.9, 0.7)


def test_without_a_beginning_every_year_is_a_path_of_its_own(view):
    yearly = [one for one in target_paths(view) if one.source == "committee"]
    assert [(one.starts_on, one.milestones) for one in yearly] == [
        (DAY(2024, 1, 1), ((DAY(2024, 12, 31), 5),)),
        (DAY(2025, 1, 1), ((DAY(2025, 12, 31), 6),)),
    ]
    assert {(one.amber_below, one.red_below) for one in yearly} == {(0.8, 0.5)}


def test_paths_stand_in_the_order_of_kpis_sources_and_beginnings(view):
    assert [(one.kpi.number, one.source, one.starts_on.year) for one in target_paths(view)] == [
        ("K01", "committee", 2024),
        ("K01", "committee", 2025),
        ("K01", "notice", 2024),
        ("K08", None, 2024),
        ("K12", None, 2024),
    ]


def test_an_audience_sees_the_paths_of_its_own_kpis(view):
    ministry = View(view.snapshot, "ministry")
    assert "no_show_rate" not in {one.kpi.name for one in target_paths(ministry)}
    assert len(target_paths(ministry)) == 4
    assert target_paths(View(view.snapshot, "public")) == []


def test_what_is_measured_per_period_is_counted_from_the_beginning_each_once(view):
    # a from February, b from May; a again in November is no third one; c in March 2025; what came in 2023 is before.
    notice = found(view, "organisations_reached", "notice")
    days = [DAY(2023, 12, 31), DAY(2024, 3, 31), DAY(2024, 12, 31), DAY(2025, 3, 31), DAY(2026, 3, 31)]
    values = actuals(view, notice, days)
    assert list(values["day"]) == [pd.Timestamp(day) for day in days]
    # The path ends with 2025: what comes later does not count.
    assert values["value"].tolist()[1:] == [1, 2, 3, 3]
    assert pd.isna(values["value"][0])


def test_a_yearly_target_counts_its_own_year(view):
    second = found(view, "organisations_reached", "committee", 2025)
    assert actuals(view, second, [DAY(2025, 12, 31)])["value"].tolist() == [1]


def test_what_is_measured_at_a_date_is_looked_up_there(view):
    active = found(view, "active_cooperations")
    days = [DAY(2024, 3, 31), DAY(2024, 4, 1), DAY(2025, 1, 15), DAY(2025, 6, 30), DAY(2025, 7, 1)]
    assert actuals(view, active, days)["value"].tolist() == [0, 1, 2, 2, 1]


def test_the_days_of_a_course_are_the_quarters_ends_and_the_last(view):
    notice = found(view, "organisations_reached", "notice")
    assert course_days(notice, DAY(2024, 8, 15)) == [DAY(2024, 3, 31), DAY(2024, 6, 30), DAY(2024, 8, 15)]
    assert course_days(notice, DAY(2024, 6, 30)) == [DAY(2024, 3, 31), DAY(2024, 6, 30)]
    assert course_days(notice, DAY(2023, 6, 30)) == []
    assert course_days(notice, DAY(2027, 6, 30))[-1] == DAY(2025, 12, 31)


def test_the_course_holds_path_thresholds_and_what_was_reached(view):
    course = path_course(view, found(view, "organisations_reached", "committee"), DAY(2024, 6, 30))
    # 181 of 365 days from 1 January to 31 December 2024 have gone by on 30 June.
    by_day = course.set_index("day")
    june, december = pd.Timestamp("2024-06-30"), pd.Timestamp("2024-12-31")
    assert by_day.loc[june, "on_path"] == pytest.approx(5 * 181 / 365)
    assert by_day.loc[june, "amber"] == pytest.approx(0.8 * 5 * 181 / 365)
    assert by_day.loc[june, "red"] == pytest.approx(0.5 * 5 * 181 / 365)
    assert by_day["actual"].dropna().to_dict() == {pd.Timestamp("2024-03-31"): 1, june: 2}
    assert by_day["milestone"].dropna().to_dict() == {december: 5}


def test_the_thresholds_of_a_falling_path_lie_above_it(view):
    course = path_course(view, found(view, "no_show_rate"), DAY(2024, 6, 30))
    last = course.iloc[-1]
    assert (last["on_path"], last["amber"], last["red"]) == pytest.approx((0.2, 0.22, 0.26))


def test_a_bound_has_no_zone_at_risk(tmp_path):
    region = Region(tmp_path)
    region.take("targets:\nkpi | due_on | target\nno_show_rate | 2025-12-31 | 0.15\n")
    (bound,) = target_paths(region.view())
    course = path_course(region.view(), bound, DAY(2025, 6, 30))
    assert set(course["on_path"]) == set(course["amber"]) == set(course["red"]) == {0.15}


def test_a_target_of_a_kpi_that_is_gone_is_named(tmp_path):
    region = Region(tmp_path)
    region.take("targets:\nkpi | due_on | target\nevents_held | 2025-12-31 | 4\n")
    view = region.view()
    assert unknown_targets(view) == []
    del_name = CATALOGUE.pop("events_held")
    try:
        assert unknown_targets(view) == ["events_held"]
        assert target_paths(view) == []
    finally:
        CATALOGUE["events_held"] = del_name


def test_milestones_stand_in_the_order_in_which_they_fall_due_however_they_were_entered(tmp_path):
    region = Region(tmp_path)
    region.take(
        """
targets:
kpi         | starts_on  | due_on     | target
events_held | 2024-01-01 | 2025-12-31 | 9
events_held | 2024-01-01 | 2024-12-31 | 4
"""
    )
    (entered,) = target_paths(region.view())
    assert entered.milestones == ((DAY(2024, 12, 31), 4), (DAY(2025, 12, 31), 9))
