"""What a text to be edited may hold: no signs that a document refuses, and every space that a number needs."""

import pytest

from analytics.language import Language
from analytics.reports.text_files import clean, escaped


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("written", [clean, escaped])
def test_a_number_keeps_the_space_before_its_unit(code, written):
    language = Language(code)
    for said in (language.percent(0.831, 0), language.value(3690800, "eur")):
        assert written(said).replace("\\", "") == said
    assert escaped("83\N{NO-BREAK SPACE}% und 5\N{NARROW NO-BREAK SPACE}€") == (
        "83\N{NO-BREAK SPACE}% und 5\N{NARROW NO-BREAK SPACE}€"
    )


def test_signs_that_no_document_may_hold_are_left_out():
    assert clean("A\x00\x07\u2028\ufffeB\n\tC") == "AB\n\tC"
