"""The suggestions of the past, held against what came: counted by hand, by simulation, and without a look ahead.

Alpha and Beta worked together in 2022. In 2024 Gamma comes to work with Alpha, and with Delta, to whom it was in
contact before. Late comes later, and its ties do not count; Beta and Delta first agree after the year is over.

organisations:
organisation_id | name  | kind    | member_since
alpha           | Alpha | company | 2022-01-01
beta            | Beta  | science | 2022-01-01
gamma           | Gamma | company | 2022-01-01
delta           | Delta | science | 2022-01-01
late            | Late  | company | 2024-03-01

cooperations:
cooperation_id | title | kind
one            | One   | pilot
two            | Two   | pilot
three          | Three | pilot
four           | Four  | pilot
five           | Five  | pilot

cooperation_stages:
cooperation_id | stage | since
one            | 3     | 2022-06-01
two            | 3     | 2024-06-01
three          | 1     | 2023-12-01
three          | 3     | 2024-05-01
four           | 3     | 2024-07-01
five           | 3     | 2025-06-01

cooperation_members:
cooperation_id | organisation_id
one            | alpha
one            | beta
two            | alpha
two            | gamma
three          | gamma
three          | delta
four           | alpha
four           | late
five           | beta
five           | delta
"""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from analytics.errors import DashboardError
from analytics.network import Network
from analytics.network.introductions.acquaintances import Acquaintances
from analytics.network.introductions.back_test import FIRSTS, back_test, back_tested, cut_offs, pooled
from analytics.network.introductions.introductions import Introductions
from analytics.store import Store
from analytics.warehouse import View, current
from tests.pages.regions import take

DAY = date(2023, 12, 31)
DRAWS = 40


def row_of(tested, method, first):
    return tested[(tested["method"] == method) & (tested["first"] == first)].iloc[0]


def test_what_counts_as_a_later_tie(view):
    # Of the four known then, Alpha and Gamma agree within the year; Gamma and Delta do, too, but were in contact.
    tested = back_tested(Acquaintances.of(view), DAY)
    assert set(tested["organisations"]) == {4}
    assert set(tested["later_ties"]) == {1}
    assert set(tested["in_contact"]) == {1}
    assert set(tested["until"]) == {date(2024, 12, 30)}


def test_found_suggestions_and_shares(view):
    # Alpha may be introduced to Gamma and Delta, Beta too, Gamma and Delta to Alpha and Beta: eight suggestions, and as
    # nobody has more than five candidates all of them are made. Two of them come true, one from either side.
    for method in ("introductions", "popular", "random"):
        found = row_of(back_tested(Acquaintances.of(view), DAY), method, 5)
        assert (found["found"], found["recall"]) == (1, 1)
        assert (found["suggestions"], found["right"], found["precision"]) == (8, 2, 0.25)


def test_without_later_ties_shares_are_undefined(view):
    tested = back_tested(Acquaintances.of(view), date(2025, 6, 1))
    assert set(tested["later_ties"]) == {0}
    assert tested["recall"].isna().all()


def test_cut_offs_are_days_of_ties_and_more_came_later(view):
    # Five ties in all, in the order of their days: the first, second, third and fourth fifth.
    assert cut_offs(Acquaintances.of(view)) == [date(2024, 5, 1), date(2024, 6, 1), date(2024, 7, 1)]


def test_a_later_tie_counts_at_one_cut_off_only(demo_store):
    by_day = back_test(View(current(demo_store))).drop_duplicates("cut_off")
    assert len(by_day) > 1
    assert (by_day["until"].to_numpy()[:-1] <= by_day["cut_off"].to_numpy()[1:]).all()


def test_too_little_history_is_said(view, empty_store):
    for some in (view, View(current(empty_store))):
        with pytest.raises(DashboardError) as raised:
            back_test(some)
        assert raised.value.key == "too_little_history"


def test_chance_is_what_drawing_at_random_gives(demo_store):
    acquaintances = Acquaintances.of(View(current(demo_store)))
    day = cut_offs(acquaintances)[1]
    introductions = Introductions.on(acquaintances, day)
    tested = back_tested(acquaintances, day)
    ties = later_ties(acquaintances, introductions, day)
    assert len(ties) == tested["later_ties"].iloc[0]
    random = np.random.default_rng(5)
    affinity = introductions.affinity
    for first in FIRSTS:
        found, right = [], []
        for _ in range(DRAWS):
            hits = []
            for pair in ties:
                one, other = affinity.places(pair)
                sides = []
                for place, wanted in ((one, other), (other, one)):
                    columns, score = introductions_candidates(introductions, place)
                    sides.append(wanted in random.choice(columns[np.isfinite(score)], first, replace=False))
                hits.append(sides)
            found.append(np.any(hits, axis=1).sum())
            right.append(np.sum(hits))
        expected = row_of(tested, "random", first)
        assert np.mean(found) == pytest.approx(expected["found"], abs=4 * np.std(found) / np.sqrt(DRAWS))
        assert np.mean(right) == pytest.approx(expected["right"], abs=4 * np.std(right) / np.sqrt(DRAWS))


_candidates = {}


def introductions_candidates(introductions, place):
    if (introductions.day, place) not in _candidates:
        columns, score = introductions.candidates(np.array([place]))
        _candidates[introductions.day, place] = columns, score[0]
    return _candidates[introductions.day, place]


def later_ties(acquaintances, introductions, day):
    """The later ties once more, by plain loops over the rows."""
    organisations = introductions.known.organisations
    known = set(
        organisations.loc[organisations["seen_on"].notna() & organisations["left_on"].isna(), "organisation_id"]
    )
    first = {}
    for row in acquaintances.ties.itertuples():
        pair = (row.organisation_id, row.partner_id)
        first[pair] = min(first.get(pair, row.since), row.since)
    before = {
        (row.organisation_id, row.partner_id)
        for row in acquaintances.contacts.itertuples()
        if pd.isna(row.known_on) or row.known_on <= pd.Timestamp(day)
    }
    span = pd.Timestamp(day), pd.Timestamp(day) + pd.Timedelta(days=365)
    return [
        pair
        for pair, since in first.items()
        if span[0] < since <= span[1] and set(pair) <= known and pair not in before
    ]


@pytest.mark.parametrize("method", ["introductions", "popular"])
def test_found_as_the_suggestions_themselves_have_it(demo_store, method):
    acquaintances = Acquaintances.of(View(current(demo_store)))
    day = cut_offs(acquaintances)[0]
    introductions = Introductions.on(acquaintances, day)
    if method == "introductions":
        suggestions = {
            one: set(introductions.for_organisation(one, 10)["partner_id"])
            for pair in later_ties(acquaintances, introductions, day)
            for one in pair
        }
    else:
        suggestions = by_partners(acquaintances, introductions, day, 10)
    hits = [
        other in suggestions[one] or one in suggestions[other]
        for one, other in later_ties(acquaintances, introductions, day)
    ]
    assert sum(hits) == row_of(back_tested(acquaintances, day), method, 10)["found"]


def by_partners(acquaintances, introductions, day, first):
    """The ``first`` with most partners for everybody, once more by plain loops; equal ones in the order of their ids."""
    past = acquaintances.by(day)
    partners, contacts = {}, {}
    for frame, among in ((past.ties, partners), (past.contacts, contacts)):
        for row in frame.itertuples():
            among.setdefault(row.organisation_id, set()).add(row.partner_id)
            among.setdefault(row.partner_id, set()).add(row.organisation_id)
    organisations = past.organisations
    known = organisations.loc[organisations["seen_on"].notna() & organisations["left_on"].isna(), "organisation_id"]
    ranked = sorted(known, key=lambda one: (-len(partners.get(one, ())), one))
    return {
        one: set([other for other in ranked if other != one and other not in contacts.get(one, ())][:first])
        for one in known
    }


class TestNoLookAhead:
    """What happened later changes nothing in what would have been suggested."""

    def firsts(self, acquaintances, day):
        introductions = Introductions.on(acquaintances, day)
        organisations = introductions.known.organisations["organisation_id"][introductions.affinity.present]
        found = pd.concat([introductions.for_organisation(one, 5) for one in sorted(organisations)[::12]])
        return found.reset_index(drop=True)

    def test_rows_of_later_days_change_no_suggestion_no_point_and_no_reason(self, demo_store):
        full = Acquaintances.of(View(current(demo_store)))
        day = cut_offs(full)[1]
        last = pd.Timestamp(day)
        seen = full.organisations["seen_on"]
        left = full.organisations["left_on"]
        known = full.organisations.loc[seen <= last, "organisation_id"]
        among = full.contacts["organisation_id"].isin(known) & full.contacts["partner_id"].isin(known)
        undated = full.contacts["known_on"].isna()
        past = Acquaintances(
            organisations=full.organisations[seen <= last].assign(left_on=left.where(left <= last)),
            contacts=full.contacts[among & (undated | (full.contacts["known_on"] <= last))],
            ties=full.ties[full.ties["since"] <= last],
            attendances=full.attendances[full.attendances["happened_on"] <= last],
            topics=full.topics[full.topics["happened_on"] <= last],
        )
        assert len(past.organisations) < len(full.organisations)
        assert len(past.ties) < len(full.ties)
        pd.testing.assert_frame_equal(self.firsts(past, day), self.firsts(full, day))

    def test_nor_do_ten_times_as_many_invented_ones(self, demo_store):
        full = Acquaintances.of(View(current(demo_store)))
        day = cut_offs(full)[1]
        random = np.random.default_rng(2)
        ids = full.organisations["organisation_id"].to_numpy()
        ends = np.sort(random.choice(ids, (3000, 2)), axis=1)
        ends = ends[ends[:, 0] != ends[:, 1]]
        later = pd.Timestamp(day) + pd.to_timedelta(random.integers(1, 900, len(ends)), "D")
        ties = pd.DataFrame(
            {"organisation_id": ends[:, 0], "partner_id": ends[:, 1], "since": later, "known_on": later}
        )
        visits = pd.DataFrame({"organisation_id": ends[:, 0], "event_id": "later", "happened_on": later})
        more = replace(
            full,
            ties=pd.concat([full.ties, ties]),
            contacts=pd.concat([full.contacts, ties]),
            attendances=pd.concat([full.attendances, visits]),
            topics=pd.concat([full.topics, visits.assign(topic="Ganz neu")]),
        )
        pd.testing.assert_frame_equal(self.firsts(more, day), self.firsts(full, day))

    def test_a_later_batch_changes_nothing_on_the_earlier_day(self, tmp_path):
        past = """
        organisations:
        organisation_id | name  | kind    | district | member_since
        alpha           | Alpha | company | 05913    | 2022-01-01
        beta            | Beta  | science | 05913    | 2022-01-01
        gamma           | Gamma | company | 05978    | 2022-01-01

        events:
        event_id | title | starts_on  | format   | status | topics
        e1       | First | 2024-03-01 | workshop | held   | Wasserstoff

        participations:
        event_id | organisation_id | status
        e1       | alpha           | attended
        e1       | gamma           | attended

        cooperations:
        cooperation_id | title | kind  | topics
        one            | One   | pilot | Robotik

        cooperation_stages:
        cooperation_id | stage | since
        one            | 3     | 2023-01-01

        cooperation_members:
        cooperation_id | organisation_id
        one            | alpha
        one            | beta
        """
        future = """
        organisations:
        organisation_id | name  | kind    | district | member_since | left_on
        fresh           | Fresh | startup | 05913    | 2025-01-01   |
        gamma           | Gamma | company | 05978    | 2022-01-01   | 2025-03-01

        events:
        event_id | title | starts_on  | format   | status | topics
        e2       | Next  | 2025-03-01 | workshop | held   | Robotik, Wasserstoff

        participations:
        event_id | organisation_id | status
        e2       | alpha           | attended
        e2       | fresh           | attended
        e2       | beta            | attended

        cooperations:
        cooperation_id | title | kind  | topics
        two            | Two   | pilot | Wasserstoff

        cooperation_stages:
        cooperation_id | stage | since
        two            | 1     | 2025-02-01
        two            | 3     | 2025-03-01

        cooperation_members:
        cooperation_id | organisation_id
        two            | beta
        two            | gamma
        two            | fresh
        """
        store = Store(tmp_path / "store")
        take(store, tmp_path / "past", past)
        before = Introductions.of(View(current(store)), day=date(2024, 12, 31))
        take(store, tmp_path / "future", future)
        after = Introductions.of(View(current(store)), day=date(2024, 12, 31))
        for one in ("alpha", "beta", "gamma"):
            told = before.for_organisation(one)
            assert len(told)
            pd.testing.assert_frame_equal(told, after.for_organisation(one))


def test_on_the_demo_and_on_the_real_file_it_finds_more_than_both_baselines(demo_store, real_store):
    for store in (demo_store, real_store):
        whole = pooled(back_test(View(current(store))))
        for first in FIRSTS:
            own, popular, chance = (row_of(whole, method, first) for method in ("introductions", "popular", "random"))
            assert own["recall"] > 2 * chance["recall"]
            assert own["precision"] > 2 * chance["precision"]
            assert own["recall"] > popular["recall"]


def test_the_real_files_later_ties_counted_otherwise(real_store):
    view = View(current(real_store))
    network = Network.of(view)
    arrived = network.memberships.groupby("organisation_id")["since"].min()
    for on_a_day in back_test(view).groupby("cut_off"):
        day, tested = pd.Timestamp(on_a_day[0]), on_a_day[1]
        known = set(arrived[arrived <= day].index)
        pairs = network.cooperation_ties.groupby(["organisation_id", "partner_id"])["since"].min().reset_index()
        pairs = pairs[(pairs["since"] > day) & (pairs["since"] <= pd.Timestamp(tested["until"].iloc[0]))]
        later = pairs[pairs["organisation_id"].isin(known) & pairs["partner_id"].isin(known)]
        assert set(tested["later_ties"]) == {len(later)}
        assert set(tested["in_contact"]) == {0}


def test_pooled_sums_the_counts_and_forms_the_shares_afterwards(demo_store):
    tested = back_test(View(current(demo_store)))
    whole = pooled(tested)
    assert list(zip(whole["first"], whole["method"], strict=True)) == [
        (first, method) for first in FIRSTS for method in ("introductions", "popular", "random")
    ]
    for row in whole.itertuples():
        part = tested[(tested["first"] == row.first) & (tested["method"] == row.method)]
        assert row.recall == pytest.approx(part["found"].sum() / part["later_ties"].sum())
        assert row.precision == pytest.approx(part["right"].sum() / part["suggestions"].sum())
