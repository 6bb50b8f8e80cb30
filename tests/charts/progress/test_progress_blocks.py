"""Charts and findings of the progress page's blocks on effect and economy, and of the look back on outlooks."""

import pandas as pd
import pytest

from analytics.charts import describe
from analytics.charts.progress import outlook_findings, progress_findings
from analytics.charts.progress.economy import euros_by_year
from analytics.charts.progress.origins import cooperation_origins
from analytics.charts.progress.outlook import outlook_test
from analytics.language import Language

SPACE = "\N{NO-BREAK SPACE}"


@pytest.fixture(params=["light", "dark"])
def theme(request):
    return request.param


@pytest.fixture
def origins():
    return pd.DataFrame(
        {
            "period": ["2023", "2024", "2026"],
            "cooperations": [5, 3, 1],
            "from_events": [2, 1, 0],
            "from_others": [2, 2, 1],
            "from_unknown": [1, 0, 0],
        }
    )


@pytest.fixture
def years():
    return pd.DataFrame(
        {
            "period": ["2023", "2024", "2025"],
            "cost_per_enterprise": [200.0, 150.4, None],
            "funding_won": [0.0, 1e6, 5e5],
        }
    )


@pytest.fixture
def tested():
    return pd.DataFrame(
        {
            "group": ["amounts", "amounts", "ratios"],
            "method": ["last_years_pace", "present_level", "present_level"],
            "is_chosen": [True, False, True],
            "courses": [12, 12, 3],
            "forecasts": [1444, 1444, 90],
            "error": [0.47, 1.0, 1.0],
            "coverage": [0.8, 0.42, 0.89],
        }
    )


def test_origins_are_stacked_and_a_missing_year_is_a_gap(origins, german, theme):
    figure = cooperation_origins(origins, language=german, theme=theme)
    assert [list(bar.y) for bar in figure.data] == [[2, 1, 0, 0], [2, 2, 0, 1], [1, 0, 0, 0]]
    assert list(figure.data[0].x) == ["2023", "2024", "2025", "2026"]
    assert len({(bar.marker.pattern.shape, bar.marker.line.color) for bar in figure.data}) == 3
    assert describe(figure) == "Säulen, 2023 – 2026: 3 von 9 Kooperationen aus Veranstaltungen"


def test_origins_in_a_sentence(origins, german):
    assert progress_findings.cooperation_origins(origins, german) == (
        "Von 9 vereinbarten Kooperationen nennen 3 eine Veranstaltung als Ursprung; ohne Angabe: 1"
    )
    assert progress_findings.cooperation_origins(origins, Language("en")) == (
        "Of 9 agreed cooperations 3 name an event as their origin; not stated: 1"
    )


def test_origins_that_nobody_knows(german):
    unknown = pd.DataFrame(
        {"period": ["2024"], "cooperations": [4], "from_events": 0, "from_others": 0, "from_unknown": 4}
    )
    assert progress_findings.cooperation_origins(unknown, german).startswith("Woher die 4 vereinbarten")
    none = unknown.assign(cooperations=0, from_unknown=0)
    assert progress_findings.cooperation_origins(none, german) == "Noch ist keine Kooperation vereinbart"
    assert not cooperation_origins(none, language=german, theme="light").data
    assert not cooperation_origins(none.head(0), language=german, theme="light").data


def test_an_undefined_cost_is_a_dash(years, german, theme):
    figure = euros_by_year(years, column="cost_per_enterprise", label="Kosten", language=german, theme=theme)
    bars = next(trace for trace in figure.data if trace.type == "bar")
    assert list(bars.x) == [200.0, 150.4, None]
    texts = next(trace for trace in figure.data if trace.type == "scatter").text
    assert [text.strip(SPACE) for text in texts] == [f"200{SPACE}€", f"150{SPACE}€", "–"]
    assert describe(figure) == "Balken: Kosten, 2023 bis 2025, zuletzt –"
    assert not euros_by_year(years.tail(1), column="cost_per_enterprise", label="x", language=german, theme=theme).data


def test_cost_in_a_sentence_speaks_of_years_that_know_it(years, german):
    assert progress_findings.cost(years, german, "cost_per_enterprise") == (
        f"2024 kostete ein erreichtes Unternehmen 150{SPACE}€, 2023 waren es 200{SPACE}€"
    )
    assert progress_findings.cost(years, Language("en"), "cost_per_enterprise") == (
        "In 2024 an enterprise reached cost €150; in 2023 it was €200"
    )
    assert progress_findings.cost(years.head(1), german, "cost_per_enterprise").endswith(f"200{SPACE}€")
    # A year that is running is compared with no whole one.
    assert progress_findings.cost(years, german, "cost_per_enterprise", "2024").endswith(f"200{SPACE}€")
    assert progress_findings.cost(years.head(1), german, "cost_per_enterprise", "2023").endswith(f"200{SPACE}€")
    assert (
        progress_findings.cost(years.tail(1), german, "cost_per_enterprise")
        == "Kosten sind für keine Veranstaltung bekannt"
    )


@pytest.mark.parametrize("measure", ["event", "organisation", "enterprise", "participation"])
def test_each_measure_has_its_sentence(measure):
    frame = pd.DataFrame({"period": ["2024"], f"cost_per_{measure}": [12.0]})
    told = {progress_findings.cost(frame, Language(code), f"cost_per_{measure}") for code in ("de", "en")}
    assert len(told) == 2
    assert all("2024" in sentence and "12" in sentence for sentence in told)


def test_funding_in_a_sentence(years, german):
    assert (
        progress_findings.funding_won(years, german) == f"Seit 2023 wurden 1.500.000{SPACE}€ an Fördermitteln bewilligt"
    )
    # What was won before the first event is in no year that is shown, so that "none yet" could be untrue.
    none = "Seit 2023, dem Jahr der ersten Veranstaltung, ist keine Förderung bewilligt"
    assert progress_findings.funding_won(years.head(1), german) == none


@pytest.mark.parametrize(
    ("ratio", "finds", "german_says"),
    [(3.7, True, "gibt es einen solchen Zusammenhang"), (1.1, False, "nicht gesichert"), (None, False, "")],
)
def test_the_association_in_plain_words(ratio, finds, german_says, german):
    frame = pd.DataFrame({"odds_ratio": [ratio], "finds": [finds]})
    told = progress_findings.association(frame, german)
    assert german_says in told
    assert bool(told) == bool(progress_findings.association(frame, Language("en"))) == (ratio is not None)
    assert "Wirkung" not in told
    assert progress_findings.association(frame.head(0), german) == ""


def test_the_chosen_methods_are_filled(tested, german, theme):
    figure = outlook_test(tested, language=german, theme=theme)
    bars = figure.data[0]
    assert [value for value in bars.x if value is not None] == [0.47, 1.0, 1.0]
    widths = [width for width, value in zip(bars.marker.line.width, bars.x, strict=True) if value is not None]
    assert widths == [0, 1.5, 0]
    assert f"80{SPACE}% von 1.444 Werten" in bars.customdata[1]
    assert describe(figure) == f"Balken: Fehler der Verfahren für den Ausblick, gewählt 47{SPACE}%"
    assert not outlook_test(tested.head(0), language=german, theme=theme).data


def test_the_look_back_in_a_sentence(tested, german):
    assert outlook_findings.outlook_test(tested, german) == (
        f"Bei Anzahlen wäre der Fehler des Ausblicks 47{SPACE}% von dem gewesen, den die Annahme „alles bleibt“ macht; "
        f"in der Spanne lagen 80{SPACE}% der Werte"
    )
    assert f"89{SPACE}% der Werte" in outlook_findings.outlook_test(tested.tail(1), german)
    assert "89% of the values" in outlook_findings.outlook_test(tested.tail(1), Language("en"))
