"""Who met whom for the first time, and what came of it.

organisations:
organisation_id | name    | kind    | is_coordinator | district | left_on
alpha           | Alpha   | company |                | 05913    |
beta            | Beta    | science |                | 05915    |
gamma           | Gamma   | startup |                | 05962    |
delta           | Delta   | company |                | 05111    |
epsilon         | Epsilon | company |                |          |
hub             | Hub     | public  | yes            | 05913    |

events:
event_id | title   | starts_on  | format    | status
e1       | First   | 2024-01-10 | reception | held
e2       | Second  | 2024-03-01 | workshop  | held
e3       | Third   | 2025-02-01 | forum     | held
planned  | Planned | 2025-09-01 | forum     | planned

participations:
event_id | organisation_id | status
e1       | alpha           | attended
e1       | beta            | attended
e1       | gamma           | attended
e1       | hub             | attended
e1       | delta           | no_show
e2       | alpha           | attended
e2       | beta            | attended
e2       | delta           | attended
e3       | gamma           | attended
e3       | delta           | attended
e3       | epsilon         | attended

cooperations:
cooperation_id | title      | kind     | origin   | ended_on
after          | After      | pilot    | event    |
before         | Before     | research | existing |
same_day       | Same day   | pilot    | event    |
undated        | Undated    | other    | unknown  |
late_join      | Late join  | pilot    | event    |

cooperation_stages:
cooperation_id | stage | since
after          | 1     | 2024-02-01
after          | 3     | 2024-05-01
after          | 4     | 2025-01-15
before         | 3     | 2020-01-01
same_day       | 1     | 2024-03-01
late_join      | 1     | 2024-06-01
late_join      | 3     | 2024-07-01

cooperation_members:
cooperation_id | organisation_id | joined_on  | left_on
after          | alpha           |            |
after          | beta            |            |
after          | hub             |            |
before         | alpha           |            |
before         | gamma           |            |
same_day       | beta            |            |
same_day       | delta           |            |
undated        | gamma           |            |
undated        | delta           |            |
late_join      | alpha           |            |
late_join      | delta           | 2024-09-01 |
late_join      | epsilon         |            | 2024-06-15
"""

from datetime import date
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.network.days import NEVER
from analytics.network.encounters.encounters import UNKNOWN_DAY, Encounters
from analytics.network.encounters.first_meetings import Meetings
from analytics.network.encounters.funnel import funnel
from analytics.warehouse import Period, Scope, View, current, periods_between


def passed(view, *periods, **scope):
    """The funnel's rows as tuples: pairs, contact, agreed, joint, recent."""
    found = funnel(Encounters.of(view, Scope(**scope)), [Period.parse(period) for period in periods])
    assert found["period"].tolist() == list(periods)
    return [tuple(row) for row in found.drop(columns="period").to_numpy().tolist()]


def test_of_each_period_the_pairs_that_met_for_the_first_time_and_what_came_of_it(view):
    # The data ends on 1 February 2025.
    # e1: alpha+beta (came to a joint project) and beta+gamma; alpha+gamma had cooperated before.
    # e2: alpha+delta (together from 1 September on, when the one joined) and beta+delta (in contact that very day);
    # alpha and beta had met. e3: gamma+epsilon and delta+epsilon; nobody knows since when gamma+delta cooperate.
    # Of e2 and e3 the year is not over; of e1 it is.
    assert passed(view, "2024-Q1", "2025-Q1", "2024", "2023") == [
        (4, 3, 2, 1, 2), (2, 0, 0, 0, 2), (4, 3, 2, 1, 2), (0, 0, 0, 0, 0),
    ]  # fmt: skip


def test_the_coordinator_meets_where_it_is_asked_for(view):
    # Then e1 has hub with each of the three, too; alpha and beta came as far with it as with each other.
    assert passed(view, "2024-Q1", with_coordinator=True) == [(7, 5, 4, 3, 2)]


def test_within_a_scope_only_its_organisations_meet(view):
    assert passed(view, "2024", "2025", kinds=("company",)) == [(1, 1, 1, 0, 1), (1, 0, 0, 0, 1)]
    assert passed(view, "2024", kinds=("public",)) == [(0, 0, 0, 0, 0)]


def test_what_a_pair_that_cooperated_came_to(view):
    encounters = Encounters.of(view)
    names = encounters.organisations["organisation_id"].to_numpy()

    def day(number):
        return None if number in (NEVER, UNKNOWN_DAY) else str(np.datetime64(int(number), "D"))

    found = {
        f"{names[row.first]}+{names[row.second]}": (day(row.met), day(row.contact), day(row.agreed), day(row.joint))
        for row in encounters.couples.itertuples()
    }
    assert found == {
        "alpha+beta": ("2024-01-10", "2024-02-01", "2024-05-01", "2025-01-15"),
        "alpha+gamma": ("2024-01-10", "2020-01-01", "2020-01-01", None),
        "beta+delta": ("2024-03-01", "2024-03-01", None, None),
        "delta+gamma": ("2025-02-01", None, None, None),
        "alpha+delta": ("2024-03-01", "2024-09-01", "2024-09-01", None),
        "alpha+epsilon": (None, "2024-06-01", None, None),
    }


def test_the_regions(view):
    found = Encounters.of(view).organisations.set_index("organisation_id")["region"]
    assert found.dropna().to_dict() == {"alpha": "core", "beta": "core", "gamma": "westphalia", "delta": "beyond"}


@pytest.mark.parametrize("name", ["empty_store", "real_store"])
def test_without_events_nobody_met(name, request):
    view = View(current(request.getfixturevalue(name)))
    encounters = Encounters.of(view)
    assert encounters.meetings.by_day.empty
    assert (encounters.couples["met"] == NEVER).all()
    assert passed(view, "2010") == [(0, 0, 0, 0, 0)]


def test_the_demo_s_funnel_agrees_with_one_that_lists_every_pair(demo_store):
    view = View(current(demo_store))
    encounters = Encounters.of(view)
    met = {}
    for (day, _), guests in encounters.attendances.groupby(["happened_on", "event_id"]):
        present = sorted(set(guests["organisation_id"]) & set(encounters.organisations["organisation_id"]))
        for pair in combinations(present, 2):
            met.setdefault(pair, day)
    pairs = pd.Series(met).rename_axis(["organisation_id", "partner_id"]).rename("met_on").reset_index()
    began = encounters.beginnings.groupby(["organisation_id", "partner_id"])[
        ["contact_on", "agreed_on", "joint_on"]
    ].min()
    undated = encounters.beginnings[encounters.beginnings["contact_on"].isna()]
    pairs = pairs.merge(began.reset_index(), how="left")
    known = set(zip(undated["organisation_id"], undated["partner_id"], strict=True))
    names = list(zip(pairs["organisation_id"], pairs["partner_id"], strict=True))
    pairs = pairs[~pairs["contact_on"].lt(pairs["met_on"]) & np.array([name not in known for name in names])]
    periods = periods_between(view.first_day, view.last_day, "quarter")
    found = funnel(encounters, periods).set_index("period")
    for period in periods:
        since = pairs[pairs["met_on"].between(pd.Timestamp(period.starts_on), pd.Timestamp(period.ends_on))]
        expected = [len(since), *since[["contact_on", "agreed_on", "joint_on"]].notna().sum()]
        assert found.loc[period.name, ["pairs", "contact", "agreed", "joint"]].tolist() == expected
    assert found[["pairs", "contact", "agreed", "joint"]].sum().min() > 50


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sets(st.integers(0, 139)), max_size=12), st.integers(0, 3))
def test_pairs_are_counted_as_if_they_were_listed(events, same_days):
    visits = [(event, guest, max(event, same_days)) for event, guests in enumerate(events) for guest in sorted(guests)]
    event, organisation, day = (np.array([row[part] for row in visits], dtype=np.int64) for part in range(3))
    meetings = Meetings(event, organisation, day, 140)
    first_day = {}
    for number, guests in enumerate(events):
        for pair in combinations(sorted(guests), 2):
            first_day.setdefault(pair, max(number, same_days))
    counts = pd.Series(first_day).value_counts().sort_index() if first_day else pd.Series(dtype=int)
    assert dict(meetings.by_day.itertuples(index=False, name=None)) == counts.to_dict()
    asked = list(combinations(range(0, 140, 7), 2))
    ones, others = (np.array(ends) for ends in zip(*asked, strict=True))
    assert meetings.first_days(ones, others).tolist() == [first_day.get(pair, NEVER) for pair in asked]


def test_the_rows_may_be_counted_in_parts(monkeypatch):
    rng = np.random.default_rng(2)
    guests = [np.sort(rng.choice(1000, 60, replace=False)) for _ in range(20)]
    organisation = np.concatenate(guests)
    event = np.repeat(np.arange(20), 60)
    whole = Meetings(event, organisation, event, 1000).by_day
    monkeypatch.setattr("analytics.network.encounters.first_meetings._MOST_BYTES", 1000)
    pd.testing.assert_frame_equal(Meetings(event, organisation, event, 1000).by_day, whole)
    assert whole["pairs"].sum() == len({pair for present in guests for pair in combinations(present.tolist(), 2)})


def test_what_happened_after_the_last_day_is_not_known_yet():
    organisations = pd.DataFrame({"organisation_id": ["b", "a"], "kind": "company", "region": "core"})
    organisations = organisations.assign(is_coordinator=False, member_since=pd.NaT, left_on=pd.NaT)
    attendances = pd.DataFrame(
        [("e1", who, pd.Timestamp("2024-01-01"), "forum") for who in ("a", "b", "stranger")]
        + [("e0", who, pd.Timestamp("2025-01-01"), "forum") for who in ("a", "b")],
        columns=["event_id", "organisation_id", "happened_on", "format"],
    )
    beginnings = pd.DataFrame(
        [("k", "a", "b", "event", pd.Timestamp("2024-02-01"), pd.Timestamp("2024-08-01"), pd.NaT)],
        columns=["cooperation_id", "organisation_id", "partner_id", "origin", "contact_on", "agreed_on", "joint_on"],
    )
    found = Encounters(organisations, attendances, beginnings, date(2024, 6, 30))
    assert len(found.visits) == 2
    assert found.couples[["first", "second"]].to_numpy().tolist() == [[0, 1]]
    assert funnel(found, [Period.parse("2024")]).to_numpy().tolist() == [["2024", 1, 1, 0, 0, 1]]
