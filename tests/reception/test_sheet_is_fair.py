"""The sheet is fair, whoever comes and whoever knows whom: checked without the programme that pairs."""

from datetime import date
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.network.introductions.acquaintances import Acquaintances
from analytics.network.introductions.introductions import Introductions
from analytics.reception.evening import Evening
from analytics.reception.sheet import Sheet, made
from analytics.warehouse import View, current

EVENING = Evening("e", "Evening", date(2025, 6, 1), date(2025, 6, 1), "planned", None, None)
DAY = pd.Timestamp("2024-01-01")
KINDS = ("company", "startup", "science")
MOST_STRANGERS = 14
"""So many pairs at most can be introduced in a drawn room, so that every choice among them can be tried."""


def _acquaintances(guests, known, met):
    """Organisations of different kinds, those in ``known`` in contact, those in ``met`` at one event each pair."""
    ids = [f"o{number}" for number in range(guests)]
    organisations = pd.DataFrame(
        {
            "organisation_id": ids,
            "name": [f"Name {number}" for number in range(guests)],
            "kind": [KINDS[number % len(KINDS)] for number in range(guests)],
            "district": "05913",
            "district_name": "Dortmund",
            "seen_on": DAY,
            "left_on": pd.NaT,
        }
    )
    pairs = [(ids[one], ids[other]) for one, other in known]
    contacts = pd.DataFrame(pairs, columns=["organisation_id", "partner_id"], dtype=object)
    attendances = pd.DataFrame(
        [(ids[one], f"e{place}", DAY) for place, pair in enumerate(met) for one in pair],
        columns=["organisation_id", "event_id", "happened_on"],
    ).astype({"happened_on": "datetime64[us]"})
    columns = ["organisation_id", "topic", "happened_on", "event_id", "cooperation_id"]
    topics = pd.DataFrame(columns=columns, dtype=object).astype({"happened_on": "datetime64[us]"})
    return Acquaintances(
        organisations=organisations,
        contacts=contacts.assign(known_on=DAY),
        ties=contacts.assign(since=DAY),
        attendances=attendances,
        topics=topics,
    )


def _listed(guests):
    return pd.DataFrame(
        {
            "organisation_id": [f"o{number}" for number in range(guests)],
            "name": [f"Name {number}" for number in range(guests)],
            "kind": [KINDS[number % len(KINDS)] for number in range(guests)],
            "is_coordinator": False,
            "persons": 1,
            "is_first": False,
        }
    )


def _sheet(guests, known, met=()):
    introductions = Introductions.on(_acquaintances(guests, known, met), date(2025, 1, 1))
    return made(EVENING, _listed(guests), introductions)


def _fewest_missing(guests, strangers):
    """How many introductions must be missing to two for everybody, with five at most: every choice of pairs tried."""
    ends = np.zeros((len(strangers), guests), dtype=int)
    for place, pair in enumerate(strangers):
        ends[place, list(pair)] = 1
    choices = (np.arange(2 ** len(strangers))[:, None] >> np.arange(len(strangers))) & 1
    each = choices @ ends
    fair = each[(each <= 5).all(axis=1)]
    return int(np.maximum(2 - fair, 0).sum(axis=1).min())


@st.composite
def rooms(draw):
    guests = draw(st.integers(1, 10))
    every = list(combinations(range(guests), 2))
    strangers = draw(st.lists(st.sampled_from(every), max_size=MOST_STRANGERS, unique=True)) if every else []
    met = draw(st.lists(st.sampled_from(every), max_size=6)) if every else []
    return guests, sorted(strangers), met


def _checked(sheet: Sheet, strangers):
    """What holds for every sheet; gives how many introductions are missing to two."""
    allowed = {frozenset((f"o{one}", f"o{other}")) for one, other in strangers}
    pairs = [
        frozenset((guest.organisation_id, to.organisation_id)) for guest in sheet.guests for to in guest.introductions
    ]
    assert set(pairs) <= allowed
    assert all(pairs.count(pair) == 2 for pair in set(pairs))  # on either side once
    assert len(sheet.pairs) == len(set(pairs))
    assert all(len(guest.introductions) <= 5 for guest in sheet.guests)
    assert all((guest.want is None) == (len(guest.introductions) >= 2) for guest in sheet.guests)
    return sum(max(0, 2 - len(guest.introductions)) for guest in sheet.guests)


@settings(max_examples=60)
@given(rooms())
def test_everybody_gets_two_wherever_that_is_possible_and_nobody_more_than_five(room):
    guests, strangers, met = room
    known = [pair for pair in combinations(range(guests), 2) if pair not in strangers]
    sheet = _sheet(guests, known, met)
    assert _checked(sheet, strangers) == _fewest_missing(guests, strangers)


def test_a_star_serves_five_and_tells_the_others_why():
    strangers = [(0, other) for other in range(1, 9)]
    known = [pair for pair in combinations(range(9), 2) if pair not in strangers]
    sheet = _sheet(9, known)
    assert _checked(sheet, strangers) == 3 * 2 + 5
    assert [guest.want for guest in sheet.guests if not guest.introductions] == ["others_have_most"] * 3
    assert [guest.want for guest in sheet.guests if len(guest.introductions) == 1] == ["knows_all_but_one"] * 5


@pytest.mark.parametrize("guests", [2, 3, 30, 90])
def test_where_nobody_knows_anybody_all_are_served(guests):
    sheet = _sheet(guests, [])
    assert _checked(sheet, list(combinations(range(guests), 2))) == (2 if guests == 2 else 0)


def test_the_demos_coming_events_are_fair(demo_store):
    view = View(current(demo_store))
    for event_id in view.ask("introduction_events")["event_id"]:
        sheet = Sheet.of(view, event_id)
        assert len(sheet.guests) > 5
        assert all(2 <= len(guest.introductions) <= 5 for guest in sheet.guests)
