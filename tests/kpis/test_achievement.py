"""How far a target has come: shares of the way, statuses at the thresholds, notes, and K27 over all of them.

organisations:
organisation_id | name  | kind
a               | Alpha | company
b               | Beta  | company

events:
event_id | title | starts_on  | format | status
e1       | One   | 2024-02-01 | forum  | held
e2       | Two   | 2024-03-01 | forum  | held
e3       | Three | 2024-04-01 | forum  | held
e4       | Four  | 2025-02-01 | forum  | held

participations:
event_id | organisation_id | person_id | status
e1       | a               | p1        | attended
e1       | b               | p2        | attended
e2       | a               | p3        | attended

funding:
funding_id | organisation_id | programme | status
f1         | a               | any       | idea

targets:
kpi                   | starts_on  | due_on     | baseline | target | source    | amber_below | red_below
organisations_reached | 2024-01-01 | 2024-12-31 | 0        | 4      | notice    | 0.9         | 0.7
events_held           | 2024-01-01 | 2024-12-31 | 0        | 3      | notice    | 0.9         | 0.7
events_held           | 2024-01-01 | 2025-12-31 | 0        | 12     | committee | 0.9         | 0.7
funding_won           | 2024-01-01 | 2024-12-31 | 0        | 100000 | notice    | 0.9         | 0.7
newcomers             | 2025-01-01 | 2025-12-31 | 0        | 10     | notice    | 0.9         | 0.7
enterprises_advised   | 2024-01-01 | 2025-12-31 | 0        | 10     | notice    | 0.9         | 0.7

target_notes:
kpi                   | source | written_on | reason  | measure
organisations_reached | notice | 2024-03-31 | early   |
organisations_reached | notice | 2024-06-30 | later   | a plan
organisations_reached | notice | 2025-01-31 | too new |
events_held           |        | 2024-05-01 | for all |
"""

from datetime import date

import pytest

from analytics.kpis import CATALOGUE, Achievement, Milestone, TargetPath, achievements, compute
from analytics.kpis.achievement import overall
from analytics.warehouse import Period, View

DAY = date


def on(day, actual, *, baseline=0.0, final=100.0, kpi="events_held"):
    """A path of a hundred days from 1 January 2024, thresholds 90 % and 70 %."""
    path = TargetPath(CATALOGUE[kpi], None, DAY(2024, 1, 1), baseline, (Milestone(DAY(2024, 4, 10), final),))
    return Achievement(path, day, actual)


HALF = DAY(2024, 2, 20)


def test_shares_of_the_way():
    found = on(HALF, 40)
    assert found.expected == pytest.approx(50)
    assert (found.achieved, found.due, found.against_due, found.elapsed) == pytest.approx((0.4, 0.5, 0.8, 0.5))


def test_a_baseline_is_taken_off_both():
    found = on(HALF, 60, baseline=50)  # 10 of the 25 that are due by half of the way from 50 to 100
    assert (found.achieved, found.due, found.against_due) == pytest.approx((0.2, 0.5, 0.4))


def test_where_less_is_better_the_same_formula_holds():
    found = on(HALF, 0.16, baseline=0.2, final=0.1, kpi="no_show_rate")  # 4 of the 5 points that are due
    assert (found.achieved, found.due, found.against_due) == pytest.approx((0.4, 0.5, 0.8))
    assert on(HALF, 0.1, baseline=0.2, final=0.1, kpi="no_show_rate").status == "met"
    assert on(HALF, 0.22, baseline=0.2, final=0.1, kpi="no_show_rate").achieved == pytest.approx(-0.2)


@pytest.mark.parametrize(
    ("actual", "status"),
    [(100, "met"), (120, "met"), (99, "on_course"), (45, "on_course"), (44.9, "at_risk"), (35, "at_risk"),
     (34.9, "behind"), (0, "behind"), (None, "undefined")],
)  # fmt: skip
def test_the_status_half_of_the_way(actual, status):
    # 50 are due: on course from 45 on, at risk from 35 on.
    assert on(HALF, actual).status == status


def test_a_threshold_is_reached_whatever_the_machine_makes_of_the_fraction():
    found = on(HALF, 0.29, baseline=0.2, final=0.4, kpi="sme_share")  # 9 of the 10 points that are due
    assert found.against_due < 0.9
    assert found.status == "on_course"


def test_before_the_beginning_nothing_is_due():
    found = on(DAY(2023, 12, 31), None)
    assert (found.status, found.expected, found.due, found.achieved, found.elapsed) == (
        "not_begun",
        None,
        None,
        None,
        0,
    )


def test_on_its_last_day_a_target_is_met_or_missed():
    assert on(DAY(2024, 4, 10), 99).status == "missed"
    assert on(DAY(2024, 4, 10), 100).status == "met"
    assert on(DAY(2024, 12, 31), 99).status == "missed"
    assert on(DAY(2024, 12, 31), None).status == "undefined"


def test_on_the_first_day_nothing_is_due_yet():
    found = on(DAY(2024, 1, 1), 0)
    assert found.against_due is None
    assert found.status == "on_course"


def test_where_the_target_is_the_baseline_no_share_is_defined_but_it_can_be_kept():
    kept, lost = on(HALF, 60, baseline=50, final=50), on(HALF, 40, baseline=50, final=50)
    assert (kept.achieved, kept.due, kept.against_due) == (None, None, None)
    assert (kept.status, lost.status) == ("on_course", "behind")
    end = DAY(2024, 4, 10)
    assert on(end, 50, baseline=50, final=50).status == "met"
    assert on(end, 49, baseline=50, final=50).status == "missed"


def test_a_bound_that_may_get_worse_is_kept_while_it_is_not_passed():
    kept = on(HALF, 0.12, baseline=0.1, final=0.2, kpi="no_show_rate")
    assert (kept.status, kept.achieved, kept.against_due) == ("on_course", None, None)
    assert on(HALF, 0.16, baseline=0.1, final=0.2, kpi="no_show_rate").status == "behind"


def statuses(view, day):
    return {(one.path.kpi.name, one.path.source): (one.actual, one.status) for one in achievements(view, day)}


def test_every_path_as_it_stands_on_a_day(view):
    # On 1 July 2024, 182 of 365 days have gone by: due are 2 of 4 organisations, 1.5 of 3 events, 3 of 12 (182 of 730).
    assert statuses(view, DAY(2024, 7, 1)) == {
        ("organisations_reached", "notice"): (2, "on_course"),
        ("events_held", "notice"): (3, "met"),
        ("events_held", "committee"): (3, "on_course"),
        ("newcomers", "notice"): (None, "not_begun"),
        ("funding_won", "notice"): (0, "behind"),
        # Not one consultation is in the data: that is not none.
        ("enterprises_advised", "notice"): (None, "undefined"),
    }


def test_what_is_over_stays_as_it_ended(view):
    found = statuses(view, DAY(2025, 6, 30))
    assert found["organisations_reached", "notice"] == (2, "missed")
    assert found["events_held", "notice"] == (3, "met")
    assert found["events_held", "committee"] == (4, "behind")  # 4 of 8.97 due after 546 of 730 days
    assert found["newcomers", "notice"] == (0, "behind")


@pytest.mark.parametrize(
    ("day", "reason", "measure"),
    [
        (DAY(2024, 3, 30), None, None),
        (DAY(2024, 3, 31), "early", None),
        (DAY(2024, 6, 30), "later", "a plan"),
        (DAY(2024, 12, 31), "later", "a plan"),
        (DAY(2025, 1, 31), "too new", None),
    ],
)
def test_the_newest_note_that_was_written_by_the_day_counts(view, day, reason, measure):
    note = achievements(view, day)[0].note
    assert (note.reason if note else None, note.measure if note else None) == (reason, measure)


def test_a_note_without_a_source_speaks_of_all_targets_of_the_kpi(view):
    notes = {
        one.path.source: one.note for one in achievements(view, DAY(2024, 7, 1)) if one.path.kpi.name == "events_held"
    }
    assert {source: note.reason for source, note in notes.items()} == {"notice": "for all", "committee": "for all"}


def test_k27_is_the_mean_of_what_is_done_of_what_is_due_each_at_most_whole(kpi):
    # 2024-Q1, after 90 days. Organisations: 2 of 4 * 90/365 due, events: 2 of 3 * 90/365 and of 12 * 90/730, all more
    # than whole; funding: none. (1 + 1 + 1 + 0) / 4.
    assert kpi("target_achievement", "2024-Q1") == {"2024-Q1": pytest.approx(0.75)}


def test_k27_counts_the_paths_that_have_begun(kpi):
    # At the end of 2024: 2 of 4, 3 of 3, 3 of 12 * 365/730 = 6, 0.
    # Within 2025, data until 1 February: the committee's 4 of 12 * 397/730, newcomers 0. What is over counts on: 2 of 4,
    # 3 of 3, 0.
    found = kpi("target_achievement", "2024", "2025", "2023")
    assert found["2024"] == pytest.approx((0.5 + 1 + 0.5 + 0) / 4)
    assert found["2025"] == pytest.approx((4 / (12 * 397 / 730) + 0 + 0.5 + 1 + 0) / 5)
    assert found["2023"] is None


def test_k27_is_undefined_within_a_selection(kpi):
    assert kpi("target_achievement", "2024-Q1", kinds=("company",)) == {"2024-Q1": None}


def test_k27_is_what_the_page_says(view, kpi):
    assert kpi("target_achievement", "2024-Q3")["2024-Q3"] == overall(achievements(view, DAY(2024, 9, 30)))


def test_without_targets_k27_is_undefined():
    assert overall([]) is None


def test_a_path_without_a_value_does_not_count():
    assert overall([on(HALF, 25), on(HALF, None)]) == pytest.approx(0.5)


def test_what_is_kept_counts_whole_and_what_is_lost_not_at_all():
    assert overall([on(HALF, 60, baseline=50, final=50), on(HALF, 40, baseline=50, final=50)]) == 0.5


def test_the_ministry_has_the_same_value_where_it_sees_all_the_kpis(view, kpi):
    ministry = View(view.snapshot, "ministry")
    rows = compute(ministry, [CATALOGUE["target_achievement"]], [Period.parse("2024")])
    assert rows["value"].tolist() == [kpi("target_achievement", "2024")["2024"]]
