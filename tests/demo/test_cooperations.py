"""How cooperations begin, deepen and end."""

from itertools import combinations, pairwise

import networkx as nx
import pandas as pd
import pytest

AS_OF = pd.Timestamp("2026-06-30")


@pytest.fixture(scope="module")
def stages(tables):
    return tables["cooperation_stages"].sort_values(["cooperation_id", "stage"])


@pytest.fixture(scope="module")
def graph(tables):
    """The network of all cooperations ever, without the coordinator."""
    members = tables["cooperation_members"]
    found = nx.Graph()
    for _, cooperation in members[members["organisation_id"].ne("O001")].groupby("cooperation_id"):
        found.add_edges_from(combinations(cooperation["organisation_id"], 2))
    return found


def test_stages_follow_each_other_and_the_end_follows_them(tables, stages):
    for _, history in stages.groupby("cooperation_id"):
        assert history["since"].is_monotonic_increasing
        reached = history["stage"].astype(int).tolist()
        assert all(later == earlier + 1 for earlier, later in pairwise(reached))
    ended = tables["cooperations"].set_index("cooperation_id")["ended_on"].dropna()
    assert 15 <= len(ended) <= 60
    assert (ended > stages.groupby("cooperation_id")["since"].max().reindex(ended.index)).all()
    assert ended.max() <= AS_OF


def test_nothing_is_dated_after_the_datas_end(stages, tables):
    assert stages["since"].max() <= AS_OF
    assert tables["consultations"]["held_on"].max() <= AS_OF
    assert tables["funding"]["decided_on"].max() <= AS_OF
    assert tables["cooperation_members"]["joined_on"].max() <= AS_OF


def test_some_get_far_some_stay_at_talking_and_some_are_undated(tables, stages):
    highest = stages.groupby("cooperation_id")["stage"].max()
    assert 25 <= highest.isin(["1", "2"]).sum() <= 75
    assert highest.eq("5").sum() >= 5
    assert 3 <= len(tables["cooperations"]) - len(highest) <= 20


def test_agreement_takes_three_to_nine_months(stages):
    days = stages.pivot_table(index="cooperation_id", columns="stage", values="since", aggfunc="first")
    months = ((days["3"] - days["1"]).dt.days / 30.4).dropna()
    assert months.between(2.5, 9.5).all()


def test_more_and_more_cooperations_are_agreed(stages):
    agreed = stages[stages["stage"].eq("3")]["since"].dt.year.value_counts()
    assert agreed[2022] < 15
    assert agreed[2022] < agreed[2023] < agreed[2024] < agreed[2025]


def test_most_have_two_or_three_members_one_of_whom_leads(tables):
    members = tables["cooperation_members"]
    sizes = members.groupby("cooperation_id").size()
    assert len(sizes) == 200
    assert sizes.between(2, 8).all()
    assert sizes.isin([2, 3]).mean() > 0.65
    assert members["role"].eq("lead").groupby(members["cooperation_id"]).sum().eq(1).all()


def test_the_coordinator_is_rarely_in_and_then_only_associated(tables):
    members = tables["cooperation_members"]
    coordinator = members[members["organisation_id"].eq("O001")]
    assert 1 <= len(coordinator) <= 20
    assert set(coordinator["role"]) == {"associate"}


def test_an_event_of_origin_was_held_shortly_before_and_attended_by_the_first_two(tables, stages):
    cooperations = tables["cooperations"]
    assert cooperations["origin_event_id"].notna().eq(cooperations["origin"].eq("event")).all()
    from_events = cooperations.dropna(subset=["origin_event_id"]).set_index("cooperation_id")
    assert len(from_events) > 30
    held_on = tables["events"].set_index("event_id")["starts_on"]
    contact = stages[stages["stage"].eq("1")].set_index("cooperation_id")["since"]
    lag = (contact.reindex(from_events.index) - from_events["origin_event_id"].map(held_on)).dt.days.dropna()
    assert lag.between(1, 60).all()
    came = tables["participations"].query("status == 'attended'").groupby("event_id")["organisation_id"].agg(set)
    for name, members in tables["cooperation_members"].groupby("cooperation_id"):
        if name in from_events.index:
            first_two = set(members["organisation_id"].head(2))
            assert first_two <= came[from_events.loc[name, "origin_event_id"]]


def test_what_is_older_than_the_network_is_of_origin_existing(tables, stages):
    first = stages.groupby("cooperation_id")["since"].min()
    old = set(first[first < pd.Timestamp("2022-01-01")].index)
    assert len(old) == 12
    assert set(tables["cooperations"].query("origin == 'existing'")["cooperation_id"]) == old


def test_research_never_goes_without_science(tables):
    kinds = tables["organisations"].set_index("organisation_id")["kind"]
    members = tables["cooperation_members"]
    has_science = members["organisation_id"].map(kinds).eq("science").groupby(members["cooperation_id"]).any()
    research = tables["cooperations"].query("kind == 'research'")["cooperation_id"]
    assert len(research) > 20
    assert has_science[research].all()


def test_the_network_has_hubs_and_communities_but_is_no_star(graph):
    degrees = sorted((degree for _, degree in graph.degree), reverse=True)
    assert degrees[0] >= 3 * degrees[len(degrees) // 2]
    assert degrees[0] < 0.2 * len(degrees)
    communities = nx.community.louvain_communities(graph, seed=1)
    assert nx.community.modularity(graph, communities) > 0.4


def test_titles_do_not_repeat(tables):
    assert tables["cooperations"]["title"].is_unique


def test_funding_is_decided_after_it_is_submitted_and_only_approved_cases_bring_money(tables):
    funding = tables["funding"]
    decided = funding["status"].isin(["approved", "declined"])
    assert set(funding["status"]) == {"idea", "submitted", "approved", "declined"}
    assert funding["decided_on"].notna().eq(decided).all()
    assert funding["submitted_on"].notna().eq(funding["status"].ne("idea")).all()
    assert funding["approved_eur"].notna().eq(funding["status"].eq("approved")).all()
    approved = funding[funding["status"].eq("approved")]
    assert (approved["approved_eur"] <= approved["requested_eur"]).all()


def test_the_first_consultation_of_an_organisation_is_an_initial_one(tables):
    first = tables["consultations"].sort_values("held_on", kind="stable").drop_duplicates("organisation_id")
    assert first["kind"].eq("initial").all()
    assert tables["consultations"]["kind"].eq("initial").sum() == len(first)
