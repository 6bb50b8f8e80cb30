"""The measures over many days, and what must hold on every network.

organisations:
organisation_id | name    | kind
alpha           | Alpha   | company
beta            | Beta    | startup
gamma           | Gamma   | science
delta           | Delta   | company

cooperations:
cooperation_id | title   | kind     | ended_on
first          | First   | pilot    | 2023-12-31
second         | Second  | research | 2024-12-31
third          | Third   | other    |
fourth         | Fourth  | other    |

cooperation_stages:
cooperation_id | stage | since
first          | 3     | 2022-01-01
second         | 3     | 2023-07-01
third          | 3     | 2023-01-01
fourth         | 3     | 2024-01-01

cooperation_members:
cooperation_id | organisation_id
first          | alpha
first          | beta
second         | alpha
second         | gamma
third          | beta
third          | gamma
fourth         | alpha
fourth         | beta
fourth         | delta
"""

from datetime import date, timedelta

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.network.history import GROWTH, MEASURES, SHAPE, history, measured, tie_survival
from tests.network.graphs import as_networkx, network_from

KINDS = ("company", "startup", "science", "unknown")
FIRST = date(2024, 1, 1)
SPAN = 12
"""How many days Hypothesis's networks live: few, so that first and last days meet."""


def test_the_history_by_hand(network):
    days = [date(2021, 12, 31), date(2022, 12, 31), date(2023, 12, 31), date(2024, 12, 31), date(2025, 1, 1)]
    found = history(network(), days)
    assert list(found.columns) == ["day", *GROWTH]
    assert list(found["day"]) == [pd.Timestamp(day) for day in days]
    # alpha-beta; the three in a triangle; alpha-beta-delta with alpha-gamma and beta-gamma; then alpha-gamma is over.
    assert found["nodes"].tolist() == [0, 2, 3, 4, 4]
    assert found["ties"].tolist() == [0, 1, 3, 5, 4]
    assert found["cooperations"].tolist() == [0, 1, 3, 3, 2]
    assert found["mean_partners"].tolist() == pytest.approx([np.nan, 1, 2, 2.5, 2], nan_ok=True)
    assert found["largest_component_share"].tolist() == pytest.approx([np.nan, 1, 1, 1, 1], nan_ok=True)
    assert found["clustering"].tolist() == pytest.approx([np.nan, np.nan, 1, 6 / 8, 3 / 5], nan_ok=True)
    assert found["cross_sector_share"].tolist() == pytest.approx([np.nan, 1, 1, 4 / 5, 3 / 4], nan_ok=True)


def test_the_cumulative_history_by_hand(network):
    days = [date(2022, 1, 1), date(2023, 6, 30), date(2023, 7, 1), date(2030, 1, 1)]
    found = history(network(), days, cumulative=True)
    assert found["ties"].tolist() == [1, 2, 3, 5]
    assert found["cooperations"].tolist() == [1, 2, 3, 4]


def test_ties_that_survive_a_year_by_hand(network):
    # A year is 365 days. 1 January 2022: alpha-beta alone begins, so nothing to survive the year before.
    assert tie_survival(network(), date(2022, 1, 1)) is None
    assert tie_survival(network(), date(2022, 12, 31)) is None  # 31 December 2021
    assert tie_survival(network(), date(2023, 1, 1)) == 1  # 1 January 2022
    # alpha-beta goes from one cooperation to the next without a day between; alpha-gamma and beta-gamma last, too.
    assert tie_survival(network(), date(2024, 12, 30)) == 1  # of 31 December 2023
    assert tie_survival(network(), date(2025, 1, 1)) == 4 / 5  # of 2 January 2024: alpha-gamma ended


@pytest.mark.parametrize("chosen", [GROWTH, SHAPE, MEASURES, {}])
def test_no_days_give_no_rows_and_all_columns(network, chosen):
    found = history(network(), [], chosen=chosen)
    assert list(found.columns) == ["day", *chosen]
    assert found.empty
    assert found["day"].dtype.kind == "M"
    assert all(dtype.kind in "if" for dtype in found.drop(columns="day").dtypes)


def test_a_history_without_any_tie_is_undefined_not_zero(network):
    """
    organisations:
    organisation_id | name  | kind
    alpha           | Alpha | company
    """
    found = history(network(), [FIRST, FIRST + timedelta(1)], chosen=MEASURES)
    assert found["nodes"].tolist() == [0, 0]
    assert found[["mean_partners", "clustering", "robustness", "modularity"]].isna().all(axis=None)
    assert all(dtype.kind in "if" for dtype in found.drop(columns="day").dtypes)


def test_days_before_all_time_and_after_it_can_be_asked_for(network):
    first, last = measured(network(), date.min), measured(network(), date.max)
    assert (first["nodes"], first["tie_survival"]) == (0, None)
    assert (last["nodes"], last["tie_survival"]) == (4, 1)


@st.composite
def networks(draw):
    """Cooperations of one to four of up to six organisations, with days of their own, some members for a part of it."""
    ids = [f"o{number}" for number in range(draw(st.integers(1, 6)))]
    kinds = {one: draw(st.sampled_from(KINDS)) for one in ids}
    days = st.integers(0, SPAN)
    rows = []
    for number in range(draw(st.integers(0, 6))):
        members = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=4, unique=True))
        for member in members:
            since = draw(days)
            until = draw(st.none() | st.integers(since, SPAN))
            rows.append((f"c{number}", member, _day(since), None if until is None else _day(until)))
    return rows, kinds


def _day(number):
    return FIRST + timedelta(number)


DAYS = [_day(number) for number in range(-1, SPAN + 2)]


def _pairs(network, day, cumulative):
    graph = network.on(day, cumulative=cumulative)
    ids = graph.organisations["organisation_id"].to_numpy()
    return {(ids[one], ids[other]) for one, other in graph.ends.tolist()}


@given(networks())
@settings(deadline=None, max_examples=60)
def test_a_day_holds_what_a_walk_over_the_memberships_finds(made):
    rows, kinds = made
    network = network_from(rows, kinds)
    for day in DAYS:
        for cumulative in (False, True):
            nodes, pairs = _walk(rows, day, cumulative)
            assert set(network.on(day, cumulative=cumulative).ids) == nodes
            assert _pairs(network, day, cumulative) == pairs


def _walk(rows, day, cumulative):
    """The nodes and ties of ``day``, by looking at each day and each pair of rows."""
    nodes, pairs = set(), set()
    for when in [one for one in DAYS if one <= day] if cumulative else [day]:
        here = [(name, one) for name, one, since, until in rows if since <= when and (until is None or when <= until)]
        nodes |= {one for _, one in here}
        pairs |= {(one, other) for name, one in here for again, other in here if name == again and one < other}
    return nodes, pairs


@given(networks())
@settings(deadline=None, max_examples=50)
def test_the_cumulative_network_only_grows_and_holds_the_active_one(made):
    network = network_from(*made)
    before_nodes, before_ties = set(), set()
    for day in DAYS:
        nodes = set(network.on(day, cumulative=True).ids)
        ties = _pairs(network, day, True)
        assert before_nodes <= nodes
        assert before_ties <= ties
        assert _pairs(network, day, False) <= ties
        assert set(network.on(day).ids) <= nodes
        before_nodes, before_ties = nodes, ties


@given(networks(), st.booleans())
@settings(deadline=None, max_examples=40)
def test_the_history_is_what_is_measured_day_by_day(made, cumulative):
    network = network_from(*made)
    found = history(network, DAYS, cumulative=cumulative, chosen=MEASURES)
    for day, (_, row) in zip(DAYS, found.iterrows(), strict=True):
        alone = measured(network, day, cumulative=cumulative)
        for name in MEASURES:
            assert pd.isna(row[name]) if alone[name] is None else row[name] == alone[name]


@given(networks(), st.sampled_from(KINDS))
@settings(deadline=None, max_examples=60)
def test_an_organisation_alone_changes_nobodys_ties(made, kind):
    rows, kinds = made
    day = _day(SPAN // 2)
    before = measured(network_from(rows, kinds), day)
    more = network_from([*rows, ("alone", "hermit", FIRST, None)], {**kinds, "hermit": kind})
    after = measured(more, day)
    tied = (
        "ties",
        "clustering",
        "clustering_expected",
        "cross_sector_share",
        "cross_sector_expected",
        "ei_index",
        "tie_survival",
    )
    assert {name: after[name] for name in tied} == {name: before[name] for name in tied}
    assert after["modularity"] == pytest.approx(before["modularity"]) if before["modularity"] is not None else True
    assert (after["nodes"], after["components"]) == (before["nodes"] + 1, before["components"] + 1)
    assert after["cooperations"] == before["cooperations"] + 1
    # One that no cooperation names is no node at all.
    bystander = measured(network_from(rows, {**kinds, "bystander": kind}), day)
    assert bystander == before


@given(networks(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_other_ids_change_nothing(made, chance):
    rows, kinds = made
    others = [f"x{number}" for number in range(len(kinds))]
    chance.shuffle(others)
    named = dict(zip(kinds, others, strict=True))
    renamed = network_from(
        [(name, named[one], since, until) for name, one, since, until in rows],
        {named[one]: kind for one, kind in kinds.items()},
    )
    network = network_from(rows, kinds)
    # The groups and random networks go by chance, which meets the nodes in their order.
    by_order = {"modularity", "clustering_expected"}
    for day in (_day(0), _day(SPAN // 2), _day(SPAN)):
        before, after = measured(network, day), measured(renamed, day)
        kept = [name for name in before if name not in by_order]
        assert {name: after[name] for name in kept} == pytest.approx({name: before[name] for name in kept})
        assert {name: after[name] is None for name in by_order} == {name: before[name] is None for name in by_order}
        assert nx.faster_could_be_isomorphic(as_networkx(network.on(day)), as_networkx(renamed.on(day)))
        renamed_pairs = {tuple(sorted((named[one], named[other]))) for one, other in _pairs(network, day, True)}
        assert _pairs(renamed, day, True) == renamed_pairs


def test_the_order_of_days_makes_no_difference(network):
    days = [date(2024, 12, 31), date(2022, 12, 31), date(2023, 12, 31)]
    there = history(network(), days, chosen=MEASURES).set_index("day").sort_index()
    assert there.equals(history(network(), sorted(days), chosen=MEASURES).set_index("day"))
