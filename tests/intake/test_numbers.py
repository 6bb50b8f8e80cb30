"""Numbers as people write them: a column's cells decide together what parts its thousands, else it is asked."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.errors import IntakeError
from analytics.intake.mapping import read_mapping
from tests.intake.conftest import Intake, account, told

EVENTS = "event_id\ttitle\tstarts_on\tformat\tstatus\tcost_eur\tcapacity\n"


def events(intake, costs=(), capacities=(), delimiter="\t", **said):
    """The report on events with these costs and capacities."""
    cells = [(cost, "") for cost in costs] + [("", capacity) for capacity in capacities]
    rows = [
        f"e{number}\tT\t2024-01-01\tforum\theld\t{cost}\t{capacity}\n" for number, (cost, capacity) in enumerate(cells)
    ]
    content = EVENTS + "".join(rows)
    if delimiter != "\t":
        content = "\n".join(delimiter.join(f'"{cell}"' for cell in line.split("\t")) for line in content.splitlines())
    intake.file("events.csv", content)
    return intake.take("events.csv", **said)


def costs(intake):
    return [cost for (cost,) in intake.rows("events", "cost_eur")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (["172.306 €", "40.000 €", "1.200.000 €"], [172_306, 40_000, 1_200_000]),
        (["172,306 €", "40,000 €", "1,200,000 €"], [172_306, 40_000, 1_200_000]),
        (["40.000", "1.234,5"], [40_000, 1234.5]),
        (["40.000", "1,234.5"], [40, 1234.5]),
        (["1,234", "0,5"], [1.234, 0.5]),
        (["1,234", "0.5"], [1234, 0.5]),
        (["40.000", "0.125"], [40, 0.125]),
        (["1'234.50", "2'000", "40.000"], [1234.5, 2000, 40]),
        (["1’234’567"], [1_234_567]),
        (["1 234,50", "1\u202f234,5", "40.000"], [1234.5, 1234.5, 40_000]),
        (["40.000,--", "1.500,-"], [40_000, 1500]),
        (["EUR 40.000", "12,50 EUR"], [40_000, 12.5]),
        (["40 T€", "1,5 Mio. €", "7 Tsd. EUR"], [40_000, 1_500_000, 7000]),
        (["40.", "7,"], [40, 7]),
        (["2 Mio", "1,5 Mio. Euro", "3 mio.€", "4 MIO EUR"], [2e6, 1.5e6, 3e6, 4e6]),
        (["2 TEUR", "1,5 k€", "3 kEUR", "4 tsd"], [2000, 1500, 3000, 4000]),
        (["2,01 T€", "4,03 Tsd."], [2010, 4030]),  # and not 2009.9999999999998
        (["172306", "40000.5"], [172_306, 40_000.5]),
    ],
)
def test_a_column_decides_whatever_parts_the_files_cells(intake, delimiter, cells, read):
    assert events(intake, cells, delimiter=delimiter).rejections == []
    assert costs(intake) == read


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        (["40.000 €"], [2]),
        (["1,234"], [2]),
        (["500", "40.000"], [3]),
        (["40.000", "1.234,50", "1,234.50"], [2]),
    ],
)
def test_what_no_cell_decides_is_asked(intake, delimiter, cells, asked):
    report = events(intake, cells, delimiter=delimiter)
    assert told(report) == [("events.csv", line, "cost_eur", "open_number") for line in asked]


def test_the_question_names_the_value_both_readings_and_how_to_say_it(intake):
    (asked,) = events(intake, ["40.250 €"]).rejections
    for part in ("„40.250 €“", "40250", "40,25", "--decimal", "decimal: comma"):
        assert part in asked.reason("de")
    assert "40250 or 40.25" in asked.reason("en")


@pytest.mark.parametrize(("decimal", "read"), [("comma", [40_000, 1.5]), ("dot", [40, 1500])])
def test_what_somebody_says_decides_what_is_open(intake, decimal, read):
    assert events(intake, ["40.000"], decimal=decimal).rejections == []
    intake.file("more.csv", EVENTS.replace("\t", ";") + "e9;T;2024-01-01;forum;held;1,500;\n")
    intake.file("m.yaml", f"decimal: {decimal}\n")
    assert intake.take("more.csv", "m.yaml").rejections == []
    assert costs(intake) == read


def test_what_a_column_shows_outweighs_what_somebody_says(intake):
    assert events(intake, ["40.000", "1.234,5"], decimal="dot").rejections == []
    assert costs(intake) == [40_000, 1234.5]


def test_a_sign_that_is_none_is_refused(intake):
    with pytest.raises(IntakeError, match="comma, dot"):
        read_mapping(intake.file("m.yaml", "decimal: semicolon\n"))


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (["1.250"], [1250]),
        (["1,250"], [1250]),
        (["80", "1.000"], [80, 1000]),
        (["80", "1,000"], [80, 1000]),
        (["12.0"], [12]),
    ],
)
def test_whole_numbers_have_no_three_decimals(intake, cells, read):
    assert events(intake, capacities=cells).rejections == []
    assert [capacity for (capacity,) in intake.rows("events", "capacity")] == read


@pytest.mark.parametrize(("cell", "is_taken"), [("999999999999999", True), ("1000000000000000", False)])
def test_a_whole_number_is_one_that_every_program_counts_exactly(intake, cell, is_taken):
    report = events(intake, capacities=[cell])
    assert [key for *_, key in told(report)] == ([] if is_taken else ["unreadable_integer"])


def test_a_number_without_end_is_none(intake):
    assert [key for *_, key in told(events(intake, ["1e999"]))] == ["unreadable_decimal"]


@pytest.mark.parametrize("cells", [["1.000"], ["1.250", "1,250"]])
def test_whole_numbers_may_be_open_all_the_same(intake, cells):
    assert {key for *_, key in told(events(intake, capacities=cells))} == {"open_number"}


@pytest.mark.parametrize(
    "cell", ["10 20", "12 34,5", "1.2.3", "1.23.456", "0.123.456", "$ 5", "5 %", "007,5", "ca. 80"]
)
def test_what_is_no_number_is_told(intake, cell):
    assert [key for *_, key in told(events(intake, [cell]))] == ["unreadable_decimal"]


FORMS = {
    "German": (".", ","),
    "English": (",", "."),
    "Swiss": ("'", "."),
    "blanks": ("\u202f", ","),
    "bare comma": ("", ","),
    "bare dot": ("", "."),
}


@given(
    numbers=st.lists(st.integers(0, 10**9).map(lambda cents: cents / 100), min_size=1, max_size=6),
    form=st.sampled_from(sorted(FORMS)),
    digits=st.integers(0, 3),
    delimiter=st.sampled_from(",;\t"),
)
@settings(max_examples=15, deadline=None)
def test_no_number_is_a_thousand_times_too_small_or_too_large(numbers, form, digits, delimiter):
    thousands, decimal = FORMS[form]
    written = [f"{number:,.{digits}f}" for number in numbers]
    meant = [float(text.replace(",", "")) for text in written]
    cells = [text.replace(",", "T").replace(".", decimal).replace("T", thousands) for text in written]
    with tempfile.TemporaryDirectory() as folder:
        intake = Intake(Path(folder))
        report = events(intake, cells, delimiter=delimiter)
        known = dict(intake.rows("events", "event_id", "cost_eur"))
    assert {key for *_, key in told(report)} <= {"open_number"}
    assert known == {f"e{n}": number for n, number in enumerate(meant) if f"e{n}" in known}
    if any(len(text.split(",")) > 2 or ("," in text and "." in text) for text in written):
        assert account(report) == (len(numbers), len(numbers), 0)
