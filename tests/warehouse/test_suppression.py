"""Small counts withheld: no reader, who may know the rule and the total, finds one out."""

from collections import defaultdict
from itertools import product

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.warehouse.suppression import SECOND, Rule, signs, signs_beside, signs_drawn, suppressed

SALT = "salt"
COUNTS = st.lists(st.integers(0, 12), min_size=1, max_size=7)


def _table(counts):
    return {f"cell {place}": count for place, count in enumerate(counts)}


def _published(counts, total, least, further):
    """What a reader sees of a table: its total, the counts shown and the signs."""
    drawn = signs_drawn(_table(counts), total, Rule(least, SALT, frozenset({"cell 0"})), further)
    return total, tuple(sign or count for sign, count in zip(drawn.values(), counts, strict=True))


@pytest.mark.parametrize(
    ("cells", "most", "least"), [(2, 30, 3), (3, 18, 3), (3, 20, 5), (4, 13, 3), (4, 15, 5), (5, 10, 3)]
)
def test_of_every_small_table_each_withheld_count_could_be_another(cells, most, least):
    # All tables that look alike to a reader, whatever lot was drawn: each sign stands for two numbers at least.
    behind = defaultdict(set)
    for counts in product(range(most + 1), repeat=cells):
        if sum(counts) <= most:
            for further in (None, *range(cells + 1)):
                behind[_published(counts, sum(counts), least, further)].add(counts)
    for (_, shown), tables in behind.items():
        for place, cell in enumerate(shown):
            if isinstance(cell, str):
                assert len({table[place] for table in tables}) > 1, (shown, tables)


@given(COUNTS, st.sampled_from([3, 5]), st.text())
def test_small_counts_are_never_shown_and_signs_tell_the_truth(counts, least, salt):
    found = list(signs(_table(counts), sum(counts), Rule(least, salt)).values())
    for count, sign in zip(counts, found, strict=True):
        assert sign or count == 0 or count >= least
        assert sign != f"<{least}" or 0 < count < least
    assert sum(map(bool, found)) != 1 or len(counts) == 1


@given(COUNTS, st.sampled_from([3, 5]))
def test_without_a_small_count_everything_is_shown(counts, least):
    counts = [0 if count < least else count for count in counts]
    assert not any(signs(_table(counts), sum(counts), Rule(least, SALT)).values())


def test_the_same_table_looks_the_same_in_any_order():
    counts = {"company": 9, "science": 1, "public": 4, "startup": 0, "multiplier": 7}
    reversed_counts = dict(reversed(counts.items()))
    known_kinds = {kind: count for kind, count in counts.items() if count}
    found = signs(counts, 21, Rule(3, SALT))
    assert signs(reversed_counts, 21, Rule(3, SALT)) == found
    assert signs(known_kinds, 21, Rule(3, SALT)).items() <= found.items()


def test_which_ones_are_withheld_is_drawn_by_the_salt():
    counts = {f"cell {place}": 1 if place == 0 else 10 for place in range(12)}
    drawn = {tuple(signs(counts, 111, Rule(3, f"salt {number}")).values()) for number in range(40)}
    assert len(drawn) > 10


def test_a_single_cell_is_its_total_and_still_bears_a_sign():
    assert signs({"only": 2}, 2, Rule(3, SALT)) == {"only": SECOND}


def test_cells_that_overlap_or_miss_something_are_safe_as_well():
    # Ten in all; the others add up to eight, so at least two are in the small cell: it must not be left alone.
    found = signs({"energy": 8, "digital": 2, "materials": 4}, 10, Rule(3, SALT))
    assert found["digital"]
    assert sum(map(bool, found.values())) > 1
    # Eleven in all, one of them in no cell.
    found = signs({"company": 9, "science": 1}, 11, Rule(3, SALT))
    assert all(found.values())


def test_each_column_and_period_is_a_table_of_its_own():
    frame = pd.DataFrame(
        {
            "kind": ["company", "science", "public"] * 2,
            "organisations": [10, 8, 6, 10, 1, 6],
        },
        index=["2024"] * 3 + ["2025"] * 3,
    )
    found = suppressed(frame, frame.iloc[:0], ["organisations"], "kind", Rule(3, SALT))
    assert found["organisations"].tolist()[:3] == [10, 8, 6]
    assert found["organisations_hidden"].tolist()[:3] == [""] * 3
    assert found["organisations_hidden"].iloc[4] in ("<3", SECOND)
    hidden = found["organisations_hidden"] != ""
    assert found.loc[hidden, "organisations"].isna().all()
    assert hidden.sum() >= 2


@given(COUNTS, st.data(), st.sampled_from([3, 5]), st.text())
def test_what_is_left_without_the_named_is_withheld_as_well(counts, data, least, salt):
    named = [data.draw(st.integers(0, count)) for count in counts]
    found = list(signs_beside(_table(counts), _table(named), sum(counts), Rule(least, salt)).values())
    left = [count - known for count, known in zip(counts, named, strict=True)]
    for count, rest, sign in zip(counts, left, found, strict=True):
        assert sign or rest == 0 or rest >= least
        assert sign != f"<{least}" or 0 < count < least
    # Nor can the rest of one be had by the total of the rests.
    small = [place for place, rest in enumerate(left) if 0 < rest < least]
    assert not small or len(counts) == 1 or sum(map(bool, found)) > 1


def test_where_a_reader_expects_a_number_it_is_withheld_last():
    counts = {f"cell {place}": 10 + place for place in range(6)} | {"small": 1}
    for number in range(40):
        found = signs(counts, sum(counts.values()), Rule(3, f"salt {number}", frozenset({"cell 0", "cell 1"})))
        taken = {cell for cell, sign in found.items() if sign == SECOND}
        assert not taken & {"cell 0", "cell 1"} or {"cell 2", "cell 3", "cell 4", "cell 5"} <= taken
