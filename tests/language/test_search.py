"""Names found by what somebody types on a phone, errors and all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.language.search import closest, matching

NAMES = ["Müller-Lüdenscheidt GmbH", "Gießerei Öztürk", "Forschungscampus Hamm", "Hammer & Amboss KG", "FH", "Delta AG"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("müller", "Müller-Lüdenscheidt GmbH"),
        ("MUELLER", "Müller-Lüdenscheidt GmbH"),
        ("Muler", "Müller-Lüdenscheidt GmbH"),
        ("Mülelr", "Müller-Lüdenscheidt GmbH"),
        ("Gieserei", "Gießerei Öztürk"),
        ("ozturk", "Gießerei Öztürk"),
        ("Forschungcampsu", "Forschungscampus Hamm"),
        ("forschungs campus", "Forschungscampus Hamm"),
        ("campus", "Forschungscampus Hamm"),
        ("hamm", "Forschungscampus Hamm"),
        ("hammer", "Hammer & Amboss KG"),
        ("fh", "FH"),
    ],
)
def test_the_name_meant_comes_first(typed, first):
    assert NAMES[closest(NAMES, typed, 3)[0]] == first


@pytest.mark.parametrize("typed", ["", "   ", "&", "zzzz", "Delfi"])
def test_what_is_like_no_name_finds_none(typed):
    assert closest(NAMES, typed, 3) == []


def test_no_more_than_asked_for():
    assert len(closest(["Hamm"] * 9, "hamm", 4)) == 4


@given(st.lists(st.text(max_size=20), max_size=6), st.text(max_size=20), st.integers(0, 5))
def test_any_text_may_be_typed_and_places_are_places(texts, typed, most):
    found = closest(texts, typed, most)
    assert len(set(found)) == len(found) <= most
    assert all(0 <= place < len(texts) for place in found)


def test_a_name_finds_itself_also_with_a_letter_missing():
    for place, name in enumerate(NAMES):
        assert closest(NAMES, name, 1) == [place]
        if len(name) > 8:
            assert closest(NAMES, name[:3] + name[4:], 1) == [place]


def test_matching_holds_words_in_any_place():
    assert matching(NAMES, "ker") == [False] * 6
    assert matching(NAMES, "udenscheid gmb") == [True, False, False, False, False, False]
