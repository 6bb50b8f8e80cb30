"""What a declaration does to a question's rows: cells that there always are, counts that are undefined, whole periods."""

import math
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from analytics.errors import QuestionError
from analytics.model.count_classes import UNTOLD
from analytics.warehouse import Period
from analytics.warehouse.disclosure import Cells, only_whole

NOBODY = pd.DataFrame({"stage": pd.Series(dtype=str), "n": pd.Series(dtype=float)})


def test_a_stage_at_which_nothing_stands_is_a_cell_all_the_same():
    told = Cells(("n",), "stage").apply(pd.DataFrame({"stage": ["3"], "n": [7]}), NOBODY)
    assert told["stage"].tolist() == ["1", "2", "3", "4", "5", "unknown"]
    assert told["n_class"].tolist() == ["0", "0", "5-19", "0", "0", "0"]


def test_as_many_counted_as_there_are_cells_tells_nothing():
    # The six stages' cells could hold one each.
    told = Cells(("n",), "stage").apply(pd.DataFrame({"stage": ["3"], "n": [6]}), NOBODY)
    assert told["n_class"].tolist() == [UNTOLD] * 6


def test_what_is_undefined_is_not_told_as_none():
    frame = pd.DataFrame({"district": ["05911", "05913", "05914"], "n": [7.0, math.nan, 0.0]})
    told = Cells(("n",), "district").apply(frame, NOBODY.rename(columns={"stage": "district"}))
    assert told["n_class"].tolist() == ["5-19", UNTOLD, "0"]
    assert told["n"].fillna(-1).tolist() == [-1, -1, 0]


@pytest.mark.parametrize(("grain", "name"), [("year", "2024"), ("quarter", "2024"), ("quarter", "2024-Q3")])
def test_a_whole_period_with_a_part_of_its_data_is_no_whole_one(grain, name):
    whole = Period.parse(name)
    only_whole([whole], grain)
    with pytest.raises(QuestionError):
        only_whole([whole, replace(whole, as_of=date(2024, 8, 1))], grain)


@pytest.mark.parametrize(
    ("grain", "starts_on", "ends_on"),
    [
        ("year", date(2024, 1, 1), date(2024, 6, 30)),
        ("year", date(2023, 1, 1), date(2024, 12, 31)),
        ("quarter", date(2024, 1, 1), date(2024, 2, 29)),
    ],
)
def test_other_spans_are_refused(grain, starts_on, ends_on):
    with pytest.raises(QuestionError):
        only_whole([Period(starts_on, ends_on, "span")], grain)
