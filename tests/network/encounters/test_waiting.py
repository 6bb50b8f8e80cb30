"""How long it takes: the Kaplan-Meier estimate, in which whoever still waits counts."""

import warnings
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from analytics.network.encounters.agreement import from_contact_to_agreement, from_meeting_to_agreement, waits
from analytics.network.encounters.encounters import Encounters
from analytics.network.survival import waiting
from analytics.warehouse import View, current

FREIREICH = {
    "arrived": [6, 6, 6, 7, 10, 13, 16, 22, 23],
    "waiting": [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35],
}
"""Weeks of remission of 21 patients, of whom nine relapsed: the example of most textbooks (Freireich et al. 1963)."""


def estimate(arrived, still_waiting, weights=None):
    days = np.array([*arrived, *still_waiting], dtype=np.int64)
    flags = np.repeat([True, False], [len(arrived), len(still_waiting)])
    return waiting(days, flags, weights)


def test_the_textbook_s_curve():
    found = estimate(FREIREICH["arrived"], FREIREICH["waiting"])
    survival = (1 - found.curve.set_index("days_after")["share"]).round(4).to_dict()
    assert survival == {
        0: 1.0, 6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482, 35: 0.4482,
    }  # fmt: skip
    assert found.curve["waiting"].tolist() == [21, 21, 17, 15, 12, 11, 7, 6, 1]
    assert (found.waited, found.arrived, found.median) == (21, 9, 23)


def test_by_hand():
    # Of four one gets there on day 10, one leaves on day 20, one gets there on day 30: 1/4, then 1/4 + 3/4 * 1/2.
    found = estimate([10, 30], [20, 40])
    assert found.curve["days_after"].tolist() == [0, 10, 30, 40]
    assert found.curve["share"].tolist() == pytest.approx([0, 1 / 4, 5 / 8, 5 / 8])
    assert found.by(9)["share"] == 0
    assert found.by(29)["share"] == pytest.approx(1 / 4)
    assert found.median == 30


def test_the_median_is_the_first_day_on_which_half_have_got_there():
    assert estimate([5], [9]).median == 5
    assert estimate([5], [9, 9]).median is None
    assert estimate([5, 6], []).median == 5


def test_nobody_and_nobody_yet():
    for found in (estimate([], []), estimate([], [3, 0])):
        assert found.arrived == 0
        assert found.median is None
        assert (found.curve["share"] == 0).all()
    assert estimate([], []).curve.to_dict("list") == {
        "days_after": [0], "share": [0.0], "low": [0.0], "high": [0.0], "waiting": [0],
    }  # fmt: skip


def test_on_the_first_day_already():
    found = estimate([0, 0], [4])
    assert found.curve["days_after"].tolist() == [0, 4]
    assert found.curve["share"].tolist() == pytest.approx([2 / 3, 2 / 3])
    assert estimate([0], []).median == 0


def test_a_weight_stands_for_so_many():
    weighed = estimate([3], [5, 8], np.array([2, 30, 0]))
    listed = estimate([3, 3], [5] * 30)
    pd.testing.assert_frame_equal(weighed.curve, listed.curve)
    assert weighed.waited == listed.waited == 32


days = st.lists(st.integers(0, 30), min_size=1, max_size=40)


@settings(deadline=None, max_examples=50)
@given(days, days)
def test_curve_and_interval_agree_with_scipy(arrived, still_waiting):
    found = estimate(arrived, still_waiting).curve.set_index("days_after")
    expected = ecdf(CensoredData(uncensored=arrived, right=still_waiting)).cdf
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where nobody waits any longer it has no interval and says so
        interval = ecdf(CensoredData(uncensored=arrived, right=still_waiting)).sf.confidence_interval(method="log-log")
    grid = sorted(set(arrived))
    assert found.loc[grid, "share"].to_numpy() == pytest.approx(expected.evaluate(grid))
    inner = [day for day in grid if 0 < found.loc[day, "share"] < 1]
    assert found.loc[inner, "low"].to_numpy() == pytest.approx(1 - interval.high.evaluate(inner), abs=1e-6)
    assert found.loc[inner, "high"].to_numpy() == pytest.approx(1 - interval.low.evaluate(inner), abs=1e-6)


def cooperations(*rows):
    frame = pd.DataFrame(rows, columns=["contact_on", "agreed_on", "ended_on"])
    return frame.apply(pd.to_datetime)


def test_cooperations_wait_from_their_first_contact_to_the_agreement_the_end_or_the_cutoff():
    frame = cooperations(
        ("2024-01-01", "2024-01-31", None),  # 30 days
        ("2024-01-01", None, "2024-01-11"),  # ended after 10 days, not agreed
        ("2024-01-01", "2024-04-10", None),  # 100 days
        ("2024-01-01", None, None),  # waits
        ("2024-03-01", "2024-03-01", None),  # recorded from its agreement on: says nothing
        ("2025-01-01", None, None),  # not begun
        (None, None, None),  # undated
    )
    found = from_contact_to_agreement(frame, pd.Timestamp("2024-12-31"))
    assert (found.waited, found.arrived) == (4, 2)
    assert found.curve[["days_after", "waiting"]].to_numpy().tolist() == [[0, 4], [30, 3], [100, 2], [365, 1]]
    assert found.median == 100
    earlier = from_contact_to_agreement(frame, pd.Timestamp("2024-03-01"))
    assert (earlier.waited, earlier.arrived, earlier.median) == (4, 1, None)
    assert earlier.curve["days_after"].max() == 60


def test_medians_by_day():
    frame = cooperations(("2024-01-01", "2024-01-31", None), ("2024-02-01", None, None))
    ends = pd.Series(pd.to_datetime(["2023-12-31", "2024-01-30", "2024-01-31", "2024-06-30"]))
    found = waits(frame, ends)
    assert [(wait.median, wait.waited) for wait in found] == [(None, 0), (None, 1), (30, 1), (30, 2)]


def test_pairs_wait_from_their_first_shared_event():
    # a, b, c met on 1 January 2024, a, b and d again on 1 March. ab agreed after 60 days; ac had cooperated before and
    # does not wait; bd agreed without ever having met before that day: it has a cooperation before it met. cd never met.
    names = list("abcd")
    organisations = pd.DataFrame({"organisation_id": names, "kind": "company", "region": "core"}).assign(
        is_coordinator=False, member_since=pd.NaT, left_on=pd.NaT
    )
    attendances = pd.DataFrame(
        [("e1", who, pd.Timestamp("2024-01-01"), "forum") for who in "abc"]
        + [("e2", who, pd.Timestamp("2024-03-01"), "forum") for who in "abd"],
        columns=["event_id", "organisation_id", "happened_on", "format"],
    )
    beginnings = pd.DataFrame(
        [("k1", "a", "b", "event", "2024-02-01", "2024-03-01"), ("k2", "a", "c", "existing", "2020-01-01", "2020-01-01"),
         ("k3", "b", "d", "event", "2024-02-01", "2024-02-15")],
        columns=["cooperation_id", "organisation_id", "partner_id", "origin", "contact_on", "agreed_on"],
    ).assign(joint_on=pd.NaT)  # fmt: skip
    beginnings[["contact_on", "agreed_on"]] = beginnings[["contact_on", "agreed_on"]].apply(pd.to_datetime)
    found = from_meeting_to_agreement(Encounters(organisations, attendances, beginnings, date(2024, 12, 31)))
    # Waiting are ab and bc since January, ad since March, watched for 365 and 305 days.
    assert (found.waited, found.arrived) == (3, 1)
    assert found.curve[["days_after", "waiting"]].to_numpy().tolist() == [[0, 3], [60, 3], [365, 1]]
    assert found.by(365)["share"] == pytest.approx(1 / 3)


def test_the_demo_s_curve(demo_store):
    encounters = Encounters.of(View(current(demo_store)))
    found = from_meeting_to_agreement(encounters)
    by_day, couples = encounters.meetings.by_day, encounters.couples
    last = (encounters.until - date(1970, 1, 1)).days
    assert (
        found.waited == by_day["pairs"].sum() - ((couples["contact"] < couples["met"]) & (couples["met"] <= last)).sum()
    )
    assert 0.003 < found.by(365)["share"] < 0.02
    assert found.curve["share"].is_monotonic_increasing
    assert (found.curve["low"] <= found.curve["share"]).all()
    assert (found.curve["share"] <= found.curve["high"]).all()


@pytest.mark.parametrize("name", ["empty_store", "real_store"])
def test_without_events_nobody_waits(name, request):
    found = from_meeting_to_agreement(Encounters.of(View(current(request.getfixturevalue(name)))))
    assert (found.waited, found.arrived, found.median) == (0, 0, None)
