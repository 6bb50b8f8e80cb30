"""The real file, which has cooperations but no events and no targets."""

import pandas as pd
import pytest

from analytics.warehouse import Period, View, current

_LONG = 12
"""Letters: shorter names are found within words."""
PERIOD = Period.spanning(Period.parse("2008-Q1"), Period.parse("2010-Q4"))


def test_what_it_lacks_is_said_and_what_it_has_is_shown(real_store, without_browser, words):
    view = View(current(real_store), "ministry")
    text = " ".join(words(without_browser(view, "pdf", "en", period=PERIOD)).split())
    assert "No attendances of events and no consultations are recorded" in text
    assert "No encounters at events are recorded" in text
    assert "No targets are entered" in text
    assert "cooperations agreed" in text
    assert "Demo" not in text


@pytest.mark.parametrize("kind", ["pptx", "xlsx"])
def test_the_other_formats_are_made(real_store, without_browser, kind):
    assert len(without_browser(View(current(real_store)), kind, period=PERIOD)) > 10_000


@pytest.mark.parametrize("kind", ["md", "pdf"])
def test_nobody_in_it_agreed_to_be_named_so_the_ministry_reads_no_name(
    real_store, real_file, without_browser, words, squeezed, kind
):
    names = [name for name in pd.read_csv(real_file)["org_name"].drop_duplicates() if len(name) > _LONG]
    report = without_browser(View(current(real_store), "ministry"), kind, period=PERIOD)
    said = squeezed(words(report) if kind == "pdf" else report.decode())
    assert len(names) > 500
    assert [name for name in names if squeezed(name) in said] == []
