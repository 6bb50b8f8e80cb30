"""Counts in classes: no reader, who may know the rule, the total and who is named, finds a small one out."""

import math
from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.language import Language
from analytics.model.count_classes import CLASSES, SMALL, UNTOLD, bounds_of, class_of, highest, label_of
from analytics.warehouse.suppression import classes_told
from tests.attacker import Table, pinned

COUNTS = st.lists(st.one_of(st.integers(0, 6), st.sampled_from([19, 20, 49, 50, 68])), min_size=1, max_size=8)


def _table(counts):
    return {f"cell {place}": count for place, count in enumerate(counts)}


def test_the_classes_are_these_for_all_time():
    assert CLASSES == ("0", "1-4", "5-19", "20-49", "50-99", "100-199", "200-499", "500+")
    assert [class_of(count) for count in (0, 1, 4, 5, 19, 20, 49, 50, 499, 500)] == [
        "0", "1-4", "1-4", "5-19", "5-19", "20-49", "20-49", "50-99", "200-499", "500+"
    ]  # fmt: skip
    assert bounds_of("1-4") == (1, 4)
    assert bounds_of("500+") == (500, math.inf)
    assert bounds_of(UNTOLD) == (0, math.inf)
    assert highest(["0", "1-4", UNTOLD]) == "1-4"
    assert highest([UNTOLD]) == UNTOLD
    assert [label_of(token, Language("de")) for token in ("0", "1-4", "500+", UNTOLD)] == [
        "0", "1–4", "500 und mehr", "keine Angabe"
    ]  # fmt: skip


@pytest.mark.parametrize(("cells", "most"), [(2, 55), (3, 30), (4, 18), (5, 12)])
def test_of_every_small_table_each_small_count_could_be_another_for_who_knows_the_rule(cells, most):
    # All tables that look alike to a reader: whatever is told or not told, a small count is one of two at least.
    behind = defaultdict(set)
    for counts in product(range(most + 1), repeat=cells):
        if sum(counts) <= most:
            behind[sum(counts), tuple(classes_told(_table(counts), {}).values())].add(counts)
    for (total, shown), tables in behind.items():
        for place in range(cells):
            found = {table[place] for table in tables}
            assert len(found) > 1 or not found <= set(SMALL), (total, shown, tables)


@given(COUNTS)
def test_a_class_holds_its_count_and_all_of_a_table_is_told_or_nothing(counts):
    told = list(classes_told(_table(counts), {}).values())
    if UNTOLD in told:
        assert set(told) == {UNTOLD}
    else:
        assert told == [class_of(count) for count in counts]


@given(COUNTS)
def test_without_a_small_count_all_is_told(counts):
    counts = [0 if count in SMALL else count for count in counts]
    if sum(counts) not in (len(counts), 4 * len(counts)):
        assert UNTOLD not in classes_told(_table(counts), {}).values()


@given(COUNTS, st.data(), st.integers(0, 5))
def test_no_small_count_is_pinned_by_the_total_by_those_named_and_by_how_many_are_covered(counts, data, core):
    table = _table(counts)
    named = {cell: data.draw(st.integers(0, count)) for cell, count in table.items()}
    among = frozenset(list(table)[:core])
    told = classes_told(table, named, among)
    known = Table(told, sum(counts), named, {among: sum(table[cell] >= 3 for cell in among)})
    nothing_told = Table(dict.fromkeys(table, UNTOLD), known.total, named, known.covered)
    for cell in pinned([known], table)[0]:
        # What the total alone gives away is no secret that classes could keep.
        assert cell in pinned([nothing_told], table)[0] or table[cell] == named[cell]


def test_the_order_of_cells_says_nothing():
    counts = {"company": 9, "science": 1, "public": 4, "startup": 0, "multiplier": 7}
    assert classes_told(dict(reversed(counts.items())), {}) == classes_told(counts, {})
    assert classes_told(counts, {})["science"] == "1-4"


@pytest.mark.parametrize(
    "counts",
    [
        [2, 0, 0],  # one cell: it is the total
        [1, 1, 5],  # all at their lowest: 7 can be nothing else
        [4, 19, 0],  # all at their highest
        [4, 4, 4],  # and this one would be known by not being told, were it not for the rule below
        [3, 5, 4],  # four times three, whatever the parts are
        [2, 1, 0],  # once three
    ],
)
def test_of_tables_that_would_give_a_small_count_away_nothing_is_told(counts):
    assert set(classes_told(_table(counts), {}).values()) == {UNTOLD}


def test_what_is_left_without_the_named_is_not_given_away_either():
    # 5 or more and 1 to 4 make 7; the first is at least 5, the second has one member whom everybody knows.
    assert classes_told({"a": 5, "b": 2, "c": 0}, {})["b"] == "1-4"
    assert classes_told({"a": 5, "b": 2, "c": 0}, {"a": 5, "b": 1})["b"] == "1-4"
    assert classes_told({"a": 5, "b": 2, "c": 0}, {"b": 2})["b"] == "1-4"
    assert classes_told({"a": 6, "b": 1, "c": 0}, {"a": 6})["b"] == UNTOLD


def test_a_small_count_that_the_total_gives_away_is_not_told_though_all_of_it_are_named():
    assert classes_told({"a": 3, "b": 0}, {"a": 3, "b": 0}) == {"a": UNTOLD, "b": UNTOLD}


def test_how_many_are_covered_counts_as_known():
    # Three core districts of 1 to 4, none of them covered: of 6 in all each must be 2.
    counts = {"a": 2, "b": 2, "c": 2, "d": 0}
    assert classes_told(counts, {})["a"] == "1-4"
    assert classes_told(counts, {}, frozenset("abc"))["a"] == UNTOLD


def test_who_is_covered_counts_as_known_where_enough_are_named():
    # One core district of 1 to 4 is covered, and it is d, whose four are named: of the 6 in the others, none covered,
    # each has 2.
    counts, core = {"a": 2, "b": 2, "c": 2, "d": 4}, frozenset("abcd")
    assert classes_told(counts, {}, core)["a"] == "1-4"
    assert classes_told(counts, {"d": 4}, core)["a"] == UNTOLD
