import pandas as pd

from analytics.charts import describe
from analytics.charts.kpis import kpi

SERIES = pd.DataFrame(
    {"period": ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"], "value": [0.25, None, 0.5, 0.58], "target": [0.6] * 4}
)


def traces(figure):
    return {trace.name: trace for trace in figure.data}


def test_values_and_target(look):
    drawn = traces(kpi.kpi_series(SERIES, label="KMU-Anteil", unit="share", **look))
    assert list(drawn["KMU-Anteil"].y) == [0.25, None, 0.5, 0.58]
    assert list(drawn["Ziel"].y) == [0.6] * 4
    assert drawn["Ziel"].line.dash == "dash"


def test_an_undefined_value_is_a_gap_and_marked_never_zero(look):
    figure = kpi.kpi_series(SERIES, label="KMU-Anteil", unit="share", **look)
    drawn = traces(figure)
    assert not drawn["KMU-Anteil"].connectgaps
    assert list(drawn["nicht berechenbar"].x) == ["Q2 2025"]
    assert list(drawn["nicht berechenbar"].text) == ["–"]
    assert drawn["nicht berechenbar"].mode == "text"


def test_numbers_are_german_in_hover_labels_and_ticks(look):
    figure = kpi.kpi_series(SERIES, label="KMU-Anteil", unit="share", **look)
    assert traces(figure)["KMU-Anteil"].customdata[0] == "KMU-Anteil: <b>25,0\N{NO-BREAK SPACE}%</b>"
    assert figure.layout.yaxis.ticktext[1] == "10\N{NO-BREAK SPACE}%"
    assert "<b>58,0\N{NO-BREAK SPACE}%</b>" in [label.text for label in figure.layout.annotations]
    assert figure.layout.separators == ",."


def test_without_target_there_is_no_target_line(look):
    assert "Ziel" not in traces(kpi.kpi_series(SERIES.drop(columns="target"), label="x", unit="share", **look))
    assert "Ziel" not in traces(kpi.kpi_series(SERIES.assign(target=None), label="x", unit="share", **look))


def test_the_axis_holds_the_target(look):
    figure = kpi.kpi_series(SERIES.assign(target=0.9), label="x", unit="share", **look)
    assert figure.layout.yaxis.range[1] >= 0.9


def test_a_label_is_data(look):
    label = '<b>x</b><a href="javascript:1"> %{x}'
    figure = kpi.kpi_series(SERIES, label=label, unit="share", **look)
    line = next(trace for trace in figure.data if trace.mode == "lines+markers")
    assert "<a" not in line.name
    assert "<a" not in line.customdata[0]
    assert "%{x}" not in line.hovertemplate
    assert describe(figure).startswith("Linie: <b>x</b>"), "alt texts are plain text"


def test_segments_keep_their_order_and_are_cut_but_whole_in_the_hover(look):
    name = "Verband der Metall- und Elektroindustrie Südwestfalen <b>e. V.</b>"
    frame = pd.DataFrame({"segment": ["Unna", name, "Hagen"], "value": [1234, None, 0]})
    figure = kpi.kpi_split(frame, label="Erreichte", unit="count", **look)
    bars, numbers = figure.data
    assert list(bars.x) == [1234, None, 0]
    assert [text.strip() for text in numbers.text] == ["1.234", "–", "0"]
    assert figure.layout.yaxis.ticktext[0] == "Unna"
    assert figure.layout.yaxis.ticktext[1].endswith("…")
    assert "Südwestfalen &lt;b&gt;e. V.&lt;/b&gt;" in bars.customdata[1].replace("<br>", " ")


def test_shares_run_to_the_whole(look):
    frame = pd.DataFrame({"segment": ["a", "b"], "value": [0.4, None]})
    track, bars, _ = kpi.kpi_split(frame, label="x", unit="share", **look).data
    assert list(track.x) == [1.0, None]
    assert list(bars.x) == [0.4, None]
