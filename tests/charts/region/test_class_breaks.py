"""Classes for a map: round bounds, none empty, like with like."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.charts.region.class_breaks import MOST, class_breaks, class_label, class_of, whole
from analytics.language import Language

DE, EN = Language("de"), Language("en")
VALUES = st.lists(st.one_of(st.integers(0, 60), st.integers(0, 10**6), st.floats(0, 500)), max_size=60)


def test_bounds_by_hand():
    # Five heaps: the roundest number between 2 and 10 is 10 itself, between 28 and 43 it is 40.
    assert class_breaks([1, 2, 2, 10, 11, 27, 28, 43, 68]) == [1, 10, 20, 40, 50]


def test_few_values_have_few_classes():
    assert class_breaks([]) == []
    assert class_breaks([0, 0]) == []
    assert class_breaks([5, 5, 5]) == [1]
    assert class_breaks([0, 1, 2]) == [1, 2]
    assert len(class_breaks([27, 28, 32, 43, 68])) == 3


def test_labels_in_words():
    breaks = [1, 2, 10, 2000]
    assert [class_label(place, breaks, DE) for place in range(4)] == ["1", "2–9", "10–1.999", "2.000 und mehr"]
    assert class_label(3, breaks, EN) == "2,000 and more"


@given(VALUES)
def test_bounds_ascend_from_1_and_are_few(values):
    breaks = class_breaks(values)
    assert breaks == sorted(set(breaks))
    assert len(breaks) <= MOST
    assert breaks[:1] == [1] if any(value > 0 for value in values) else breaks == []


@given(VALUES)
def test_every_value_has_a_class_and_no_class_is_empty(values):
    breaks = class_breaks(values)
    found = {class_of(value, breaks) for value in values if value > 0}
    assert found == set(range(len(breaks)))
    for value in values:
        if value > 0:
            place = class_of(value, breaks)
            assert breaks[place] <= whole(value)
            assert place == len(breaks) - 1 or whole(value) < breaks[place + 1]


@given(VALUES, st.randoms())
def test_the_order_of_the_values_does_not_matter(values, random):
    shuffled = list(values)
    random.shuffle(shuffled)
    assert class_breaks(shuffled) == class_breaks(values)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=9))
def test_no_other_parting_has_classes_more_alike(values):
    """The bounds part the values as the best of all partings does, found by trying them all."""
    ordered = sorted(values)
    breaks = class_breaks(values)

    def spread(bounds):
        ends = [*bounds[1:], 99]
        parts = [[v**0.5 for v in ordered if low <= v < high] for low, high in zip(bounds, ends, strict=True)]
        return sum(sum((root - sum(part) / len(part)) ** 2 for root in part) for part in parts if part)

    others = combinations(sorted(set(ordered))[1:], len(breaks) - 1)
    assert spread(breaks) <= min(spread([1, *other]) for other in others) + 1e-9


@pytest.mark.parametrize(
    ("low", "high", "bound"), [(9, 27, 20), (43, 68, 50), (4, 7, 5), (66, 75, 70), (1206, 1271, 1250)]
)
def test_a_bound_is_the_roundest_number_in_its_gap(low, high, bound):
    assert class_breaks([low, high])[-1] == bound
