"""Whom to introduce: who is suggested, how the points come about, and why, worked out by hand on a small region.

The company Alpha sits in Dortmund, the company Gamma in Unna next to it, the institute Beta in Dortmund, too. Alpha
and Beta work together, and Beta and Gamma. Gamma and Delta are in contact, no more. The office is in all of it.

organisations:
organisation_id | name  | kind    | district | member_since | left_on    | is_coordinator | consents_to_name
alpha           | Alpha | company | 05913    | 2022-01-01   |            | false          | true
beta            | Beta  | science | 05913    | 2022-01-01   |            | false          | false
gamma           | Gamma | company | 05978    | 2022-01-01   |            | false          | true
delta           | Delta | science | 05911    | 2022-01-01   |            | false          | true
gone            | Gone  | company | 05913    | 2022-01-01   | 2024-06-01 | false          | true
office          | Büro  | public  | 05913    | 2022-01-01   |            | true           | true

events:
event_id | title       | starts_on  | format   | status  | topics
first    | First       | 2024-03-01 | workshop | held    | Wasserstoff
second   | Second      | 2024-04-01 | forum    | held    | Robotik
coming   | Coming soon | 2025-06-01 | forum    | planned | Robotik

participations:
event_id | organisation_id | status
first    | alpha           | attended
first    | gamma           | attended
first    | delta           | attended
first    | office          | attended
second   | alpha           | attended
coming   | alpha           | registered
coming   | gamma           | registered
coming   | delta           | registered
coming   | beta            | cancelled
coming   | gone            | registered
coming   | office          | registered

cooperations:
cooperation_id | title | kind  | is_confidential
one            | One   | pilot | false
two            | Two   | pilot | false
talks          | Talks | pilot | false
office_first   | O1    | other | false
office_second  | O2    | other | false

cooperation_stages:
cooperation_id | stage | since
one            | 3     | 2023-01-01
two            | 3     | 2023-06-01
talks          | 1     | 2024-05-01
office_first   | 3     | 2023-01-01
office_second  | 3     | 2023-01-01

cooperation_members:
cooperation_id | organisation_id
one            | alpha
one            | beta
two            | beta
two            | gamma
talks          | gamma
talks          | delta
office_first   | alpha
office_first   | office
office_second  | delta
office_second  | office
"""

from datetime import date
from math import log, log2, sqrt

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.errors import QuestionError
from analytics.language import Language
from analytics.network.introductions.affinity import WEIGHTS
from analytics.network.introductions.guest_pairs import guest_pairs
from analytics.network.introductions.introductions import Introductions, first_places
from analytics.warehouse import Scope, View, current

DAY = date(2024, 12, 31)
GERMAN, ENGLISH = Language("de"), Language("en")


def suggested(introductions, organisation_id):
    return list(introductions.for_organisation(organisation_id)["partner_id"])


def row_for(introductions, organisation_id, partner_id):
    found = introductions.for_organisation(organisation_id)
    return found[found["partner_id"] == partner_id].iloc[0]


def test_who_never_worked_together_is_suggested_and_nobody_else(view):
    # Not the office, not who has left, not who is in contact already.
    introductions = Introductions.of(view, day=DAY)
    assert sorted(suggested(introductions, "alpha")) == ["delta", "gamma"]
    assert sorted(suggested(introductions, "gamma")) == ["alpha"]
    assert sorted(suggested(introductions, "beta")) == ["delta"]
    assert suggested(introductions, "gone") == []
    assert introductions.has_left("gone")


def test_who_left_later_was_still_there(view):
    assert "gone" in suggested(Introductions.of(view, day=date(2024, 5, 31)), "alpha")


def test_the_points_of_two(view):
    # Alpha and Gamma share Beta, which has two partners: r = 1/2. Of the five seen, three dealt with Wasserstoff and one
    # with Robotik. Among them are three pairs of companies, six of company and institute and one of institutes, and two
    # ties: between companies 0 of an expected 0.6, so (0 + 4) / (0.6 + 4). Both were at one event in the year. Dortmund
    # and Unna are neighbours. Alpha has one partner and two events, Gamma one and one.
    found = row_for(Introductions.of(view, day=DAY), "alpha", "gamma")
    common, rare = log(6 / 4), log(6 / 2)
    assert found["points_partners"] == pytest.approx(5 * log(6) / log(21))
    assert found["points_topics"] == pytest.approx(10 * common / sqrt(common**2 + rare**2))
    assert found["points_kinds"] == pytest.approx(15 * (log2(4 / 4.6) + 2) / 4)
    assert found["points_meetings"] == 3
    assert found["points_nearness"] == 2.5
    assert found["points_activity"] == pytest.approx(62 * (log(2) + log(3) + 2 * log(2)) / (4 * log(251)))
    assert found["score"] == pytest.approx(sum(found[f"points_{part}"] for part in WEIGHTS), abs=1e-6)
    assert found["met"] == 1


def test_the_weights_make_a_hundred():
    assert sum(WEIGHTS.values()) == 100


def test_the_reasons_in_both_languages(view):
    reasons = row_for(Introductions.of(view, day=DAY), "alpha", "gamma")["reasons"]
    assert [reason.told(GERMAN) for reason in reasons] == [
        "Gemeinsame Partner: Beta",
        "Gemeinsame Themen: Wasserstoff",
        "Im letzten Jahr 1-mal auf derselben Veranstaltung, aber noch ohne Kooperation",
        "In benachbarten Kreisen: Dortmund und Unna",
        "Aktiv: Gamma, bisher 1 Partner, 1 Veranstaltung im letzten Jahr",
    ]
    assert reasons[0].told(ENGLISH) == "Shared partners: Beta"


def test_an_old_meeting_gives_no_points_but_is_told(view):
    found = row_for(Introductions.of(view, day=date(2026, 1, 1)), "alpha", "gamma")
    assert (found["points_meetings"], found["met"]) == (0, 1)
    assert [reason.key for reason in found["reasons"]][-1] == "activity_partners"


def test_an_organisation_that_is_not_there_is_an_error(view):
    introductions = Introductions.of(view, day=DAY)
    for unknown in ("nobody", "office"):
        assert not introductions.knows(unknown)
        with pytest.raises(QuestionError, match=unknown):
            introductions.for_organisation(unknown)


def test_the_scope_narrows_who_is_suggested(view):
    assert suggested(Introductions.of(view, Scope(kinds=("company",)), DAY), "alpha") == ["gamma"]
    assert suggested(Introductions.of(view, Scope(districts=("05913", "05911")), DAY), "alpha") == ["delta"]


def test_with_a_topic_in_scope_other_work_together_still_counts_as_known(view):
    # No cooperation names a topic: within Robotik there is no tie, yet Alpha and Beta need no introduction.
    introductions = Introductions.of(view, Scope(topics=("Robotik",)), DAY)
    assert introductions.known.ties.empty
    assert sorted(suggested(introductions, "alpha")) == ["delta", "gamma"]
    assert introductions.affinity.topic_names == ["Robotik"]


def test_the_coordinator_is_no_partner_whatever_the_scope(view):
    introductions = Introductions.of(view, Scope(with_coordinator=True), DAY)
    reasons = row_for(introductions, "alpha", "delta")["reasons"]
    assert "partners" not in {reason.part for reason in reasons}
    assert not introductions.knows("office")


class TestAudience:
    @pytest.mark.parametrize("audience", ["ministry", "public"])
    def test_who_did_not_agree_to_be_named_is_neither_suggested_nor_a_reason(self, view, audience):
        introductions = Introductions.of(View(view.snapshot, audience), day=DAY)
        assert not introductions.knows("beta")
        for organisation in ("alpha", "gamma", "delta"):
            found = introductions.for_organisation(organisation)
            told = [reason.told(GERMAN) for reasons in found["reasons"] for reason in reasons]
            assert "beta" not in set(found["partner_id"])
            assert not any("Beta" in text for text in told)
        assert row_for(introductions, "alpha", "gamma")["points_partners"] == 0

    def test_a_confidential_cooperation_is_no_reason_but_nobody_is_introduced_anew(self, view):
        """
        organisations:
        organisation_id | name  | kind    | member_since | consents_to_name
        alpha           | Alpha | company | 2022-01-01   | true
        beta            | Beta  | science | 2022-01-01   | true
        gamma           | Gamma | company | 2022-01-01   | true

        cooperations:
        cooperation_id | title | kind  | is_confidential | topics
        one            | One   | pilot | true            | Geheimes
        two            | Two   | pilot | false           | Robotik

        cooperation_stages:
        cooperation_id | stage | since
        one            | 3     | 2023-01-01
        two            | 3     | 2023-06-01

        cooperation_members:
        cooperation_id | organisation_id
        one            | alpha
        one            | beta
        two            | beta
        two            | gamma
        """
        public = Introductions.of(View(view.snapshot, "public"), day=DAY)
        assert suggested(public, "alpha") == ["gamma"]
        assert row_for(public, "alpha", "gamma")["points_partners"] == 0
        assert public.affinity.topic_names == ["Robotik"]
        inside = Introductions.of(view, day=DAY)
        assert row_for(inside, "alpha", "gamma")["points_partners"] > 0
        assert inside.affinity.topic_names == ["Geheimes", "Robotik"]

    def test_on_the_demo_no_name_without_consent_is_ever_told(self, demo_store):
        view = View(current(demo_store), "public")
        introductions = Introductions.of(view)
        everybody = View(current(demo_store)).ask("introduction_organisations")
        shown = set(introductions.known.organisations["organisation_id"])
        hidden = set(everybody.loc[~everybody["organisation_id"].isin(shown), "name"])
        assert len(hidden) > 50
        for organisation in sorted(shown)[::8]:
            found = introductions.for_organisation(organisation)
            texts = [*found["partner_name"], *(reason.told(GERMAN) for told in found["reasons"] for reason in told)]
            assert [text for text in texts for name in hidden if name in text] == []


class TestGuests:
    def guests(self, view):
        return view.ask("introduction_guests", event_id="coming")["organisation_id"].tolist()

    def test_the_guest_list_is_who_registered_and_did_not_call_off(self, view):
        assert self.guests(view) == ["alpha", "delta", "gamma", "gone", "office"]
        assert view.ask("introduction_events")["event_id"].tolist() == ["coming"]

    def test_guests_are_paired_with_those_whom_they_do_not_know(self, view):
        found = Introductions.of(view, day=DAY).for_guests(self.guests(view))
        pairs = {frozenset(pair) for pair in zip(found["organisation_id"], found["partner_id"], strict=True)}
        assert pairs == {frozenset({"alpha", "gamma"}), frozenset({"alpha", "delta"})}
        assert list(found["score"]) == sorted(found["score"], reverse=True)

    def test_the_busier_one_stands_as_the_partner(self, view):
        found = Introductions.of(view, day=DAY).for_guests(["alpha", "delta"])
        assert found[["organisation_id", "partner_id"]].values.tolist() == [["delta", "alpha"]]

    @pytest.mark.parametrize("guests", [[], ["alpha"], ["alpha", "alpha"], ["nobody", "alpha"], ["alpha", "beta"]])
    def test_where_there_is_nobody_to_introduce_there_is_no_pair(self, view, guests):
        found = Introductions.of(view, day=DAY).for_guests(guests)
        assert found.empty
        assert "reasons" in found

    def test_who_has_never_been_seen_is_a_guest_like_all_others(self, view):
        """
        organisations:
        organisation_id | name  | kind    | member_since
        alpha           | Alpha | company | 2022-01-01
        fresh           | Fresh | startup |
        """
        introductions = Introductions.of(view, day=DAY)
        assert suggested(introductions, "alpha") == []
        assert len(introductions.for_guests(["alpha", "fresh"])) == 1

    def test_the_demos_coming_events_are_served_fairly(self, demo_store):
        view = View(current(demo_store))
        introductions = Introductions.of(view)
        for event in view.ask("introduction_events")["event_id"]:
            guests = view.ask("introduction_guests", event_id=event)["organisation_id"].tolist()
            found = introductions.for_guests(guests)
            each = [*found["organisation_id"], *found["partner_id"]]
            assert {guest for guest in guests if introductions.knows(guest)} == set(each)
            assert all(2 <= each.count(guest) <= 5 for guest in each)


def _symmetric(size, draw):
    table = np.zeros((size, size))
    table[np.triu_indices(size, 1)] = draw
    return table + table.T


@st.composite
def rooms(draw):
    size = draw(st.integers(1, 9))
    count = size * (size - 1) // 2
    score = _symmetric(size, draw(st.lists(st.floats(0, 100), min_size=count, max_size=count)))
    allowed = _symmetric(size, draw(st.lists(st.booleans(), min_size=count, max_size=count))) > 0
    familiar = _symmetric(size, draw(st.lists(st.booleans(), min_size=count, max_size=count))) > 0
    return score, allowed, familiar


def most_of_two(allowed):
    """How many of two introductions each can be had in all, where the bound of five binds nobody."""
    return sum(min(2, int(row.sum())) for row in allowed)


@settings(deadline=None, max_examples=60)
@given(rooms())
def test_pairs_are_allowed_fair_and_no_pair_comes_twice(room):
    score, allowed, familiar = room
    pairs = guest_pairs(score, allowed, familiar)
    assert all(allowed[one, other] for one, other in pairs)
    assert len({frozenset(pair) for pair in pairs.tolist()}) == len(pairs)
    each = np.bincount(pairs.ravel(), minlength=len(score))
    assert each.max(initial=0) <= 5
    if len(score) <= 6:  # then nobody can reach the bound of five but by having everybody
        assert sum(np.minimum(each, 2)) == most_of_two(allowed)


def test_a_star_can_serve_five_only():
    allowed = np.zeros((9, 9), dtype=bool)
    allowed[0, 1:] = allowed[1:, 0] = True
    pairs = guest_pairs(np.ones((9, 9)), allowed, np.zeros((9, 9), dtype=bool))
    assert len(pairs) == 5


def test_those_that_know_each_other_come_last():
    # Four guests; 0 and 1 go best together but met often: everybody has two others besides.
    score = np.array([[0, 90, 20, 20], [90, 0, 20, 20], [20, 20, 0, 10], [20, 20, 10, 0]], dtype=float)
    familiar = score == 90
    pairs = guest_pairs(score, ~np.eye(4, dtype=bool), familiar)
    assert sorted(map(tuple, pairs.tolist())) == [(0, 2), (0, 3), (1, 2), (1, 3)]


def test_a_large_hall_is_served_too():
    random = np.random.default_rng(3)
    score = random.random((200, 200)) * 60
    pairs = guest_pairs(score + score.T, ~np.eye(200, dtype=bool), np.zeros((200, 200), dtype=bool))
    each = np.bincount(pairs.ravel(), minlength=200)
    assert each.min() >= 2
    assert each.max() <= 5


def test_the_first_places_are_the_best_and_of_equal_ones_the_first():
    score = np.array([1.0, 3.0, -np.inf, 3.0, 2.0, 3.0])
    assert first_places(score, 2).tolist() == [1, 3]
    assert first_places(score, 4).tolist() == [1, 3, 5, 4]
    assert first_places(score, 9).tolist() == [1, 3, 5, 4, 0]
    assert first_places(np.full(3, -np.inf), 2).tolist() == []


def test_shared_partners_weigh_as_networkx_has_it(real_store):
    introductions = Introductions.of(View(current(real_store)))
    affinity = introductions.affinity
    graph = nx.from_scipy_sparse_array(affinity.ties)
    rows = np.arange(0, len(affinity.place), 97)
    found = affinity.parts(rows, np.arange(len(affinity.place)))["partners"]
    for place, row in enumerate(rows):
        for _, other, index in nx.resource_allocation_index(graph, [(row, other) for other in range(0, 900, 50)]):
            if other != row:
                assert found[place, other] == pytest.approx(min(log(1 + 10 * index) / log(21), 1.0))


@pytest.mark.parametrize("store", ["demo_store", "empty_store", "real_store"])
@pytest.mark.parametrize("audience", ["management", "public"])
def test_any_store_has_an_answer(request, store, audience):
    introductions = Introductions.of(View(current(request.getfixturevalue(store)), audience))
    for organisation in introductions.known.organisations["organisation_id"][:3]:
        found = introductions.for_organisation(organisation)
        assert found["score"].between(0, 100).all()
        assert all(reason.told(GERMAN) for reasons in found["reasons"] for reason in reasons)
    assert introductions.for_guests([]).empty
