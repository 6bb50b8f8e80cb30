"""Numbers, shares and values with their units, as each language writes them; what is undefined is a dash."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.language import LANGUAGES, Language
from analytics.language.language import UNDEFINED

GERMAN, ENGLISH = Language("de"), Language("en")
SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("value", "digits", "german", "english"),
    [
        (0, 0, "0", "0"),
        (7, 0, "7", "7"),
        (1234, 0, "1.234", "1,234"),
        (1234567.5, 1, "1.234.567,5", "1,234,567.5"),
        (1234.5, 2, "1.234,50", "1,234.50"),
        (-5, 0, f"{MINUS}5", f"{MINUS}5"),
        (-1234.5, 1, f"{MINUS}1.234,5", f"{MINUS}1,234.5"),
        (-0.2, 0, "0", "0"),
        (-0.04, 1, "0,0", "0.0"),
        (-0.0, 0, "0", "0"),
    ],
)
def test_numbers(value, digits, german, english):
    assert GERMAN.number(value, digits) == german
    assert ENGLISH.number(value, digits) == english


@pytest.mark.parametrize(
    ("value", "digits", "german", "english"),
    [
        (5, 0, "+5", "+5"),
        (-5, 0, f"{MINUS}5", f"{MINUS}5"),
        (0, 0, "0", "0"),
        (1234.5, 1, "+1.234,5", "+1,234.5"),
        (0.04, 1, "0,0", "0.0"),
        (-0.04, 1, "0,0", "0.0"),
        (0.05001, 1, "+0,1", "+0.1"),
    ],
)
def test_signed_numbers(value, digits, german, english):
    assert GERMAN.signed(value, digits) == german
    assert ENGLISH.signed(value, digits) == english


@pytest.mark.parametrize(
    ("share", "digits", "german", "english"),
    [
        (0, 1, f"0,0{SPACE}%", "0.0%"),
        (0.125, 1, f"12,5{SPACE}%", "12.5%"),
        (1, 0, f"100{SPACE}%", "100%"),
        (12.5, 0, f"1.250{SPACE}%", "1,250%"),
        (-0.25, 1, f"{MINUS}25,0{SPACE}%", f"{MINUS}25.0%"),
        (1 / 3, 0, f"33{SPACE}%", "33%"),
    ],
)
def test_percents(share, digits, german, english):
    assert GERMAN.percent(share, digits) == german
    assert ENGLISH.percent(share, digits) == english


@pytest.mark.parametrize(
    ("value", "unit", "german", "english"),
    [
        (1234, "count", "1.234", "1,234"),
        (1234.0, "count", "1.234", "1,234"),
        (0.125, "share", f"12,5{SPACE}%", "12.5%"),
        (0.5, "index", "0,50", "0.50"),
        (3.0, "mean", "3,0", "3.0"),
        (1234567.4, "eur", f"1.234.567{SPACE}€", "€1,234,567"),
        (-5, "eur", f"{MINUS}5{SPACE}€", f"{MINUS}€5"),
        (1, "days", "1 Tag", "1 day"),
        (90.4, "days", "90 Tage", "90 days"),
        (1234, "days", "1.234 Tage", "1,234 days"),
    ],
)
def test_values_with_their_units(value, unit, german, english):
    assert GERMAN.value(value, unit) == german
    assert ENGLISH.value(value, unit) == english


def test_a_value_may_be_asked_for_with_other_digits():
    assert GERMAN.value(0.126, "share", 0) == f"13{SPACE}%"
    assert GERMAN.value(0.126, "index", 1) == "0,1"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("nothing", [None, float("nan"), float("inf"), -float("inf")])
def test_what_is_undefined_is_a_dash_and_never_0(code, nothing):
    language = Language(code)
    written = [language.number(nothing), language.signed(nothing), language.percent(nothing)]
    written += [language.value(nothing, unit) for unit in ("count", "share", "eur", "days", "index", "mean")]
    assert set(written) == {UNDEFINED} == {"–"}


@given(st.floats(-1e12, 1e12), st.integers(0, 3))
def test_a_number_can_be_read_again(value, digits):
    english = ENGLISH.number(value, digits).replace(",", "").replace(MINUS, "-")
    german = GERMAN.number(value, digits).replace(".", "").replace(",", ".").replace(MINUS, "-")
    assert english == german
    assert math.isclose(float(english), value, rel_tol=1e-9, abs_tol=0.5 * 10**-digits + 1e-9)


@given(st.floats(-1e6, 1e6), st.integers(0, 3))
def test_only_what_is_not_zero_has_a_sign(value, digits):
    written = GERMAN.signed(value, digits)
    assert written.startswith(("+", MINUS)) == (written.strip(f"+{MINUS}0,") != "")
