"""What stands in a cell where nothing is known."""

import duckdb
import pytest

from analytics.model.placeholders import means_nothing, names_nobody
from analytics.warehouse import readings

NOTHING = [
    "k.A.",
    "k. A.",
    "K.A.",
    "keine Angabe",
    "n/a",
    "N/A",
    "n. a.",
    "-",
    "–",
    "--",
    "?",
    "...",
    "0000-00-00",
    "NULL",
]
NOBODY = ["N.N.", "n. n.", "NN", "noch offen", "TBD", "diverse"]
WORDS = [
    "NA",
    "Kessel Optik GmbH",
    "+49 GmbH",
    "§",
    "0",
    "A",
    "-1",
    "Offenbach",
    "Andere Welten e.V.",
    "Nullmeier KG",
    "N.N. GmbH",
]


def in_sql(expression, text):
    return duckdb.execute(f"select {expression('$1')}", [text]).fetchone()[0]


@pytest.mark.parametrize("text", NOTHING)
def test_it_means_nothing_and_names_nobody(text):
    assert means_nothing(text)
    assert names_nobody(text)
    assert in_sql(readings.means_nothing, text) is True
    assert in_sql(readings.names_nobody, text) is True


@pytest.mark.parametrize("text", NOBODY)
def test_it_names_nobody_but_may_mean_something_elsewhere(text):
    assert not means_nothing(text)
    assert names_nobody(text)
    assert in_sql(readings.means_nothing, text) is False
    assert in_sql(readings.names_nobody, text) is True


@pytest.mark.parametrize("text", WORDS)
def test_it_is_a_word_like_any_other(text):
    assert not names_nobody(text)
    assert in_sql(readings.names_nobody, text) is False
