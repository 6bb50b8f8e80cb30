import pandas as pd
import pytest

from analytics.charts import PALETTES, PATTERNS
from analytics.charts.growth import growth
from analytics.charts.palette import contrast, shade

REACHED = pd.DataFrame(
    {"period": ["2025-Q1", "2025-Q2", "2025-Q3"], "cumulative": [1000, 1150, 1247], "active": [90, None, 80]}
)
ARRIVALS = pd.DataFrame(
    {
        "period": ["2025-Q1", "2025-Q2"],
        "new": [12, 9],
        "returning": [20, 25],
        "back_again": [3, 0],
        "lapsed": [7, 11],
    }
)
RETENTION = pd.DataFrame(
    {
        "cohort": ["2023", "2023", "2023", "2024", "2024", "2025"],
        "year_after": [0, 1, 2, 0, 1, 0],
        "share": [1.0, 0.5, 0.4, 1.0, float("nan"), 1.0],
        "organisations": [40, 40, 40, 1234, 1234, 7],
    }
)
KINDS = pd.DataFrame(
    [
        ("2025-Q1", "science", 10),
        ("2025-Q1", "company", 30),
        ("2025-Q2", "unknown", 5),
        ("2025-Q2", "startup", 15),
        ("2025-Q2", "company", 20),
    ],
    columns=["period", "kind", "organisations"],
)


def by_name(figure):
    return {trace.name: trace for trace in figure.data}


def test_organisations_reached_draws_the_frames_values(look):
    lines = by_name(growth.organisations_reached(REACHED, **look))
    assert list(lines["Seit Beginn erreicht"].x) == ["Q1 2025", "Q2 2025", "Q3 2025"]
    assert list(lines["Seit Beginn erreicht"].y) == [1000, 1150, 1247]
    assert list(lines["In diesem Zeitraum aktiv"].y) == [90, None, 80]


def test_a_missing_value_or_period_is_a_gap(look):
    figure = growth.organisations_reached(REACHED.drop(index=1), **look)
    for line in figure.data:
        assert line.y[1] is None
        assert not line.connectgaps
        assert line.fill is None, "an area would be filled across the gap"


def test_lines_are_named_at_their_ends_in_german(look):
    figure = growth.organisations_reached(REACHED, **look)
    assert {label.text for label in figure.layout.annotations} == {
        "<b>1.247</b><br>seit Beginn",
        "<b>80</b><br>aktiv",
    }
    assert not any(trace.showlegend for trace in figure.data)
    assert figure.data[0].customdata[2] == "Seit Beginn erreicht: <b>1.247</b>"


def test_counts_have_an_integer_axis(look):
    frame = pd.DataFrame({"period": ["2024", "2025"], "cumulative": [1, 2], "active": [1, 1]})
    assert list(growth.organisations_reached(frame, **look).layout.yaxis.tickvals) == [0, 1, 2]


def test_who_no_longer_came_stands_below_zero(look):
    figure = growth.arrivals(ARRIVALS, **look)
    bars = by_name(figure)
    assert figure.layout.barmode == "relative"
    assert list(bars["Neu dabei"].y) == [12, 9]
    assert list(bars["Wieder dabei"].y) == [20, 25]
    assert list(bars["Nach Pause zurück"].y) == [3, 0]
    assert list(bars["Nicht mehr dabei"].y) == [-7, -11]
    assert bars["Nicht mehr dabei"].customdata[1] == "Nicht mehr dabei: <b>11</b>"
    assert not any("−" in text for text in figure.layout.yaxis.ticktext)
    low, high = figure.layout.yaxis.range
    assert low <= -11
    assert high >= 35


def test_retention_writes_the_shares_into_the_cells(look):
    heat_map, texts = growth.retention(RETENTION, **look).data
    assert list(heat_map.y) == ["2023", "2024", "2025"]
    assert list(heat_map.x) == ["0", "1", "2"]
    assert [list(row) for row in heat_map.z] == [[1.0, 0.5, 0.4], [1.0, None, None], [1.0, None, None]]
    cells = dict(zip(zip(texts.y, texts.x, strict=True), texts.text, strict=True))
    assert cells[("2023", "1")] == "50\N{NO-BREAK SPACE}%"
    assert ("2024", "1") not in cells


def test_retention_shows_the_size_of_each_cohort(look):
    labels = growth.retention(RETENTION, **look).layout.yaxis.ticktext
    assert ["(40)" in labels[0], "(1.234)" in labels[1], "(7)" in labels[2]] == [True] * 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_retention_is_readable_in_every_cell(theme, german):
    frame = pd.DataFrame(
        {"cohort": "2020", "year_after": range(21), "share": [step / 20 for step in range(21)], "organisations": 10}
    )
    heat_map, texts = growth.retention(frame, language=german, theme=theme).data
    scale = PALETTES[theme].sequential
    assert [colour for _, colour in heat_map.colorscale] == list(scale)
    inks = zip(texts.textfont.color, heat_map.z[0], strict=True)
    assert min(contrast(ink, shade(scale, share)) for ink, share in inks) >= 4.5


def test_many_years_leave_out_the_percent_signs_and_say_so(look):
    frame = pd.DataFrame({"cohort": "2016", "year_after": range(10), "share": 0.5, "organisations": 10})
    figure = growth.retention(frame, **look)
    assert figure.data[1].text[0] == "50"
    assert "%" in figure.layout.xaxis.title.text


def test_kinds_stand_in_the_enumerations_order(look):
    figure = growth.kinds_over_time(KINDS, **look)
    assert [bar.name for bar in figure.data] == ["Unternehmen", "Start-up", "Wissenschaft", "Unbekannt"]
    assert [bar.marker.pattern.shape or "" for bar in figure.data] == [
        PATTERNS[kind] for kind in ("company", "startup", "science", "unknown")
    ]
    assert list(by_name(figure)["Unternehmen"].y) == [30, 20]
    assert list(by_name(figure)["Wissenschaft"].y) == [10, 0]


def test_shares_are_parts_of_the_periods_total(look):
    bars = by_name(growth.kinds_over_time(KINDS, share=True, **look))
    assert list(bars["Unternehmen"].y) == [0.75, 0.5]
    assert list(bars["Start-up"].y) == [0, 0.375]
    assert bars["Unternehmen"].customdata[1] == "Unternehmen: <b>20</b> (50,0\N{NO-BREAK SPACE}%)"


def test_a_hidden_count_leaves_its_periods_shares_undefined(look):
    frame = KINDS.assign(organisations=[10, 30, None, 15, 20])
    bars = by_name(growth.kinds_over_time(frame, share=True, **look))
    assert list(bars["Unternehmen"].y) == [0.75, None]
    absolute = by_name(growth.kinds_over_time(frame, **look))
    assert list(absolute["Unternehmen"].y) == [30, 20]
    assert list(absolute["Unbekannt"].y) == [0, None]


def test_an_unheard_of_kind_comes_last_as_it_stands(look):
    frame = pd.DataFrame({"period": ["2025"] * 2, "kind": ["<b>guild</b>", "unknown"], "organisations": [1, 2]})
    names = [bar.name for bar in growth.kinds_over_time(frame, **look).data]
    assert names == ["Unbekannt", "&lt;b&gt;guild&lt;/b&gt;"]
