import pandas as pd
import pytest

from analytics.charts.labels import cut, safe, shorten, wrap

HOSTILE = '<b>x</b><a href="javascript:1">'


def test_markup_in_data_is_drawn_as_it_stands():
    assert safe(HOSTILE) == '&lt;b&gt;x&lt;/b&gt;&lt;a href="javascript:1"&gt;'
    assert safe("A & B") == "A &amp; B"
    assert "<" not in wrap(HOSTILE, 8).replace("<br>", "")
    assert shorten(HOSTILE, 5) == "&lt;b&gt;x…"


def test_escaping_comes_after_cutting():
    assert shorten("A & B & C", 4) == "A &amp;…"
    assert wrap("R&D " * 4, 7).replace("<br>", " ") == "R&amp;D R&amp;D R&amp;D R&amp;D"


def test_long_text_is_cut_with_an_ellipsis():
    assert cut("Kreislaufwirtschaft", 10) == "Kreislauf…"
    assert cut("Kreis", 10) == "Kreis"


def test_wrapping():
    assert wrap("Verband der Metallindustrie", 12) == "Verband der<br>Metallindus-<br>trie"
    assert wrap("eins zwei drei vier", 9, lines=2) == "eins zwei<br>drei vier"
    assert wrap("eins zwei drei vier fünf", 9, lines=2) == "eins zwei<br>drei vie…"


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA, pd.NaT])
def test_a_missing_text_is_empty(missing):
    assert safe(missing) == ""
    assert wrap(missing, 10) == ""


def test_line_breaks_in_data_become_spaces():
    assert safe("eins\n zwei\t drei") == "eins zwei drei"
