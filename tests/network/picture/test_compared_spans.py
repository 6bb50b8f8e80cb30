"""Two moments of the network as spans of one picture: on its two days it shows what each moment showed, no more."""

from datetime import date, timedelta

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analytics.network.difference import difference
from analytics.network.picture.compared_spans import compared_spans
from tests.network.graphs import network_from

KINDS = dict.fromkeys("abcd", "company")
DAY = date(2024, 6, 30)


def _network(*cooperations):
    """A network of cooperations such as ("k1", "ab", "2024-01-01", None)."""
    rows = [
        (name, member, pd.Timestamp(since), None if until is None else pd.Timestamp(until))
        for name, members, since, until in cooperations
        for member in members
    ]
    return network_from(rows, KINDS)


def _on(frame, day, names):
    when = pd.Timestamp(day)
    active = frame[~(frame["since"] > when) & ~(frame["until"] < when)]
    return {tuple(row) for row in active[names].to_numpy()}


def _shown(spans):
    """What the picture shows of ties on its first and on its second day."""
    return [_on(spans.cooperation_ties, day, ["organisation_id", "partner_id"]) for day in spans.days]


def test_two_days_of_one_network_speak_for_themselves():
    network = _network(("k1", "ab", "2024-01-01", "2024-03-31"), ("k2", "bc", "2024-05-01", None))
    spans = compared_spans(network, date(2024, 1, 31), network, DAY)
    assert spans.days == (date(2024, 1, 31), DAY)
    assert spans.cooperation_ties is network.cooperation_ties
    assert _shown(spans) == [{("a", "b")}, {("b", "c")}]


def test_two_states_of_the_data_on_one_day_differ_in_what_was_entered_meanwhile():
    before = _network(("k1", "ab", "2024-01-01", None), ("k2", "bc", "2024-01-01", None))
    after = _network(("k1", "ab", "2023-01-01", None), ("k3", "cd", "2024-03-01", None))
    spans = compared_spans(before, DAY, after, DAY)
    assert spans.days == (date(2024, 6, 29), DAY)
    assert _shown(spans) == [{("a", "b"), ("b", "c")}, {("a", "b"), ("c", "d")}]
    assert set(spans.cooperations["cooperation_id"]) == {"k1", "k2", "k3"}


COOPERATIONS = st.lists(
    st.tuples(st.sampled_from(["ab", "bc", "cd", "abc", "bd"]), st.integers(0, 900), st.integers(0, 900)), max_size=5
)


@given(COOPERATIONS, COOPERATIONS, st.integers(0, 900), st.integers(0, 900))
def test_the_picture_says_what_the_difference_says(older, newer, one, other):
    start = date(2022, 1, 1)
    before, after = (
        _network(
            *(
                (f"k{n}", members, str(start + timedelta(since)), str(start + timedelta(since + length)))
                for n, (members, since, length) in enumerate(made)
            )
        )
        for made in (older, newer)
    )
    first, last = sorted((start + timedelta(one), start + timedelta(other)))
    found = difference(before, first, after, last)
    spans = compared_spans(before, first, after, last)
    was, is_now = _shown(spans)
    states = {
        "new": is_now - was,
        "gone": was - is_now,
        "stayed": was & is_now,
    }
    for state, ties in states.items():
        rows = found.ties[found.ties["state"] == state]
        assert ties == set(zip(rows["organisation_id"], rows["partner_id"], strict=True))
    present = [_on(spans.presences, day, ["organisation_id"]) for day in spans.days]
    gone = found.organisations.loc[found.organisations["state"] == "gone", "organisation_id"]
    assert present[0] - present[1] == {(one,) for one in gone}
