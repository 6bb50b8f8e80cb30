"""The look back on the suggestions: each method's share, the own suggestions filled, the baselines as outlines."""

import pandas as pd
import pytest

from analytics.charts import describe
from analytics.charts.introductions import findings as introduction_findings
from analytics.charts.introductions.introductions import back_test
from analytics.language import Language

SPACE = "\N{NO-BREAK SPACE}"


@pytest.fixture
def frame():
    shares = {5: (0.113, 0.102, 0.029), 10: (0.19, 0.153, 0.058)}
    methods = ("introductions", "popular", "random")
    rows = [
        {"first": first, "method": method, "later_ties": 274, "found": 274 * share, "recall": share}
        for first, values in shares.items()
        for method, share in zip(methods, values, strict=True)
    ]
    return pd.DataFrame(rows)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_bar_for_each_method_under_each_heading(frame, german, theme):
    figure = back_test(frame, language=german, theme=theme)
    bars = figure.data[0]
    assert [value for value in bars.x if value is not None] == list(frame["recall"])
    assert [row is None for row in bars.x] == [True, False, False, False] * 2
    widths = [width for width, value in zip(bars.marker.line.width, bars.x, strict=True) if value is not None]
    assert widths == [0, 1.5, 1.5] * 2
    assert f"19,0{SPACE}%" in "".join(figure.data[1].text)
    assert "15,9 von 274" in bars.customdata[-1]


def test_its_alt_text(frame, german):
    alt = describe(back_test(frame, language=german, theme="light"))
    assert alt == f"Balken: unter den ersten 10 standen 19{SPACE}%, bei Zufall 6{SPACE}%"
    assert len(alt) <= 90


@pytest.mark.parametrize("rows", [0, 6])
def test_nothing_to_draw_is_said(frame, german, rows):
    empty = frame.assign(recall=None).head(rows)
    figure = back_test(empty, language=german, theme="light")
    assert not figure.data
    assert introduction_findings.back_test(empty, german) == "Noch kein Rückblick möglich"
    assert not back_test(pd.DataFrame(), language=german, theme="light").data


def test_the_finding_names_all_three(frame, german):
    assert introduction_findings.back_test(frame, german) == (
        f"Unter den ersten 10 Vorschlägen standen 19{SPACE}% der späteren Verbindungen; "
        f"mit den meisten Partnern zuerst wären es 15{SPACE}%, bei Zufall 6{SPACE}%"
    )
    assert "15%, by chance 6%" in introduction_findings.back_test(frame, Language("en"))
