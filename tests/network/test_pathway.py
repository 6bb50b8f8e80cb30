"""How far organisations go, how long they take and where they stop: worked out by hand, and against other means."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.duration.survfunc import SurvfuncRight

from analytics.network.pathway import STEPS, beside, pace, steps, stops, ways
from analytics.warehouse import View, current

DAY = date(2025, 1, 1)
COLUMNS = ["organisation_id", "kind", *(f"{step}_on" for step in STEPS), "earlier_on"]


def rows_of(*rows):
    """Rows of the question "pathway": id, kind and the days by the names of their steps."""
    table = [{"organisation_id": name, "kind": kind, **days} for name, kind, days in rows]
    frame = pd.DataFrame(table, columns=COLUMNS)
    return frame.assign(**{column: pd.to_datetime(frame[column]) for column in COLUMNS[2:]})


FIVE = rows_of(
    ("a", "company", {"reached_on": "2024-01-01", "again_on": "2024-01-11", "agreed_on": "2024-04-10"}),
    ("b", "company", {"reached_on": "2024-01-01", "advised_on": "2024-01-01", "joint_on": "2025-01-02"}),
    ("c", None, {"reached_on": "2024-07-01", "earlier_on": "2023-02-02"}),
    ("d", "science", {"reached_on": "2025-02-01", "earlier_on": "2024-05-05"}),
    ("e", "science", {"earlier_on": "2023-03-03"}),
)
"""On 1 January 2025 a, b and c are reached; b begins its joint project a day later, d is reached a month later."""


def step_of(frame, name):
    return frame.set_index("step").loc[name]


def test_a_way_ends_with_the_day():
    found = ways(FIVE, DAY)
    assert found[["organisation_id", "furthest", "cohort"]].values.tolist() == [
        ["a", "agreed", "2024"],
        ["b", "advised", "2024"],
        ["c", "reached", "2024"],
    ]
    assert found["joint_on"].isna().all()
    assert ways(FIVE, date(2025, 3, 1))["furthest"].tolist() == ["agreed", "joint", "reached", "reached"]


def test_who_is_left_out_is_counted():
    # d and e cooperate unreached; c was reached, and had agreed before. A month later d is such a one, too.
    assert beside(FIVE, DAY) == (2, 1)
    assert beside(FIVE, date(2025, 2, 1)) == (1, 2)
    assert beside(FIVE, date(2023, 2, 1)) == (0, 0)


def test_how_many_take_a_step_and_go_on():
    found = steps(ways(FIVE, DAY), DAY)
    assert found["step"].tolist() == list(STEPS)
    assert found["organisations"].tolist() == [3, 1, 1, 0, 1, 0, 0]
    assert found["share"].tolist() == pytest.approx([1, 1 / 3, 1 / 3, 0, 1 / 3, 0, 0])
    assert found["stopped"].tolist() == [1, 0, 1, 0, 1, 0, 0]
    # a went on to the agreement, b to the advice. From a step that nobody took, and from the last, nobody goes on.
    assert found["moved_on"].tolist()[:6] == [2, 1, 0, 0, 0, 0]
    assert found["moved_on_share"].tolist()[:3] == pytest.approx([2 / 3, 1, 0])
    assert found["moved_on_share"].isna().tolist() == [False, False, False, True, False, True, True]
    assert pd.isna(found["moved_on"].iloc[-1])


def test_how_long_it_takes_with_those_who_wait():
    # After 10 days one of three came again; the others have waited 366 and 184 days, so no half is in sight.
    again = step_of(steps(ways(FIVE, DAY), DAY), "again")
    assert (again["within_year"], again["median_days"]) == (pytest.approx(1 / 3), 10)
    assert pd.isna(again["half_after"])
    # The advice came at once: 0 days.
    assert step_of(steps(ways(FIVE, DAY), DAY), "advised")["median_days"] == 0
    assert pd.isna(step_of(steps(ways(FIVE, DAY), DAY), "joint")["median_days"])
    assert step_of(steps(ways(FIVE, DAY), DAY), "joint")["within_year"] == 0


def test_who_waits_counts_as_long_as_it_waited():
    """Four organisations: again after 5 and 10 days, two wait since 7 and since 20 days.

    Kaplan and Meier: after 5 days 3/4 wait; one drops out of sight at 7; after 10 days half of the two left came,
    so 3/8 wait and 5/8 came: half of all after 10 days. Nobody was followed for a year.
    """
    table = rows_of(
        ("a", "company", {"reached_on": "2024-12-01", "again_on": "2024-12-06"}),
        ("b", "company", {"reached_on": "2024-12-01", "again_on": "2024-12-11"}),
        ("c", "company", {"reached_on": "2024-12-25"}),
        ("d", "company", {"reached_on": "2024-12-12"}),
    )
    taken = ways(table, DAY)
    again = step_of(steps(taken, DAY), "again")
    assert again["half_after"] == 10
    assert again["median_days"] == 7.5
    assert pd.isna(again["within_year"])
    assert pace(taken, DAY).values.tolist() == [["again", 0, 0.0]]
    later = pace(ways(table, date(2025, 2, 1)), date(2025, 2, 1))
    assert later["days"].tolist() == [0, 30]  # the first that waits was followed for 51 days


def test_the_pace_has_a_point_at_the_year():
    course = pace(ways(FIVE, DAY), DAY)
    assert set(course["step"]) == {"again", "advised", "agreed"}
    agreed = course[course["step"] == "agreed"].set_index("days")["share"]
    assert agreed.loc[91] == 0
    assert agreed.loc[122] == pytest.approx(1 / 3)
    assert agreed.index[-1] == 365


def test_where_they_stop_by_kind_and_by_year():
    taken = ways(FIVE, date(2025, 3, 1))
    assert stops(taken, "kind").values.tolist() == [
        ["company", "agreed", 1],
        ["company", "joint", 1],
        ["science", "reached", 1],
        ["unknown", "reached", 1],
    ]
    assert stops(taken, "cohort").values.tolist() == [
        ["2024", "reached", 1],
        ["2024", "agreed", 1],
        ["2024", "joint", 1],
        ["2025", "reached", 1],
    ]


def test_nobody_makes_empty_tables():
    nobody = ways(FIVE, date(2000, 1, 1))
    assert nobody.empty
    found = steps(nobody, DAY)
    assert found["organisations"].tolist() == [0] * 7
    assert found[["share", "moved_on_share", "within_year", "half_after", "median_days"]].isna().all(axis=None)
    assert pace(nobody, DAY).empty
    assert stops(nobody, "kind").empty


@pytest.mark.parametrize("step", STEPS[1:])
def test_the_demos_times_are_those_of_another_estimator(demo_store, step):
    view = View(current(demo_store))
    taken = ways(view.ask("pathway"), view.last_day)
    ends = taken[f"{step}_on"].fillna(pd.Timestamp(view.last_day))
    oracle = SurvfuncRight((ends - taken["reached_on"]).dt.days, taken[f"{step}_on"].notna().astype(int))
    found = step_of(steps(taken, view.last_day), step)
    before = oracle.surv_times <= 365
    assert found["within_year"] == pytest.approx(1 - oracle.surv_prob[before][-1] if before.any() else 0)
    half = oracle.quantile(0.5)
    assert (found["half_after"] == half) or (pd.isna(found["half_after"]) and not half < float("inf"))


_OFFSETS = st.none() | st.integers(0, 1500)


@given(st.lists(st.tuples(st.integers(0, 900), *[_OFFSETS] * 6), max_size=30), st.integers(0, 1500))
def test_of_a_step_everybody_stops_there_or_moves_on(offsets, until):
    start = pd.Timestamp("2020-01-01")
    rows = [
        (
            f"o{place}",
            "company",
            {
                "reached_on": start + pd.Timedelta(days=first),
                **{
                    f"{step}_on": start + pd.Timedelta(days=first + days)
                    for step, days in zip(STEPS[1:], later, strict=True)
                    if days is not None
                },
            },
        )
        for place, (first, *later) in enumerate(offsets)
    ]
    day = (start + pd.Timedelta(days=until)).date()
    taken = ways(rows_of(*rows), day)
    found = steps(taken, day)
    assert (found["organisations"] == found["stopped"] + found["moved_on"].fillna(0)).all()
    assert found["stopped"].sum() == found["organisations"].iloc[0] == len(taken)
    assert stops(taken, "kind")["organisations"].sum() == len(taken)
    for _, curve in pace(taken, day).groupby("step"):
        assert curve["share"].is_monotonic_increasing
        assert curve["share"].between(0, 1).all()
