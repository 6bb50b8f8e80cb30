"""The charts of ways and of the network's growth, and their findings."""

import itertools
from datetime import date
from functools import partial

import pandas as pd
import pytest

from analytics.charts import PALETTES
from analytics.charts.growth import findings as growth_findings
from analytics.charts.growth.network_growth import network_growth
from analytics.charts.growth.pathway import STEPS, pathway_pace, pathway_steps, pathway_stops
from analytics.charts.palette import FORMAT_SYMBOLS, contrast, readable_on
from analytics.language import Language
from analytics.network import pathway

GERMAN, ENGLISH = Language("de"), Language("en")
SPACE = "\N{NO-BREAK SPACE}"

WAY = pd.DataFrame(
    {
        "step": STEPS,
        "organisations": [353, 210, 60, 120, 95, 40, 0],
        "share": [1.0, 210 / 353, 60 / 353, 120 / 353, 95 / 353, 40 / 353, 0.0],
        "moved_on_share": [250 / 353, 0.5, 0.4, 0.75, 0.4, 0.0, None],
        "stopped": [103, 90, 20, 20, 50, 40, 0],
    }
)
STOPS = pd.DataFrame(
    [("science", "reached", 2), ("science", "agreed", 6), ("company", "reached", 9), ("company", "joint", 1)],
    columns=["kind", "step", "organisations"],
)
GROWN = pd.DataFrame(
    {
        "period": ["2024", "2025"],
        "ends_on": pd.to_datetime(["2024-12-31", "2025-12-31"]),
        "participations": [300, 900],
        "reached": [12, 353],
        "nodes": [8, 166],
        "ties": [9, 240],
    }
)
EVENTS = pd.DataFrame(
    {
        "starts_on": [date(2024, 6, 1), date(2025, 6, 1), date(2025, 7, 1)],
        "title": ["Sommerempfang <b>2024</b>", "Werkstatt", "Anders"],
        "format": ["reception", "workshop", "unheard_of"],
    }
)


def test_the_steps_are_those_of_the_network():
    assert STEPS == pathway.STEPS


def test_the_funnel_writes_counts_shares_and_who_went_on(look):
    figure = pathway_steps(WAY, **look)
    numbers = [text.strip(SPACE) for text in figure.data[1].text]
    assert numbers[:4] == ["353", f"↓ 71{SPACE}% gingen weiter", f"210 (59{SPACE}%)", f"↓ 50{SPACE}% gingen weiter"]
    assert numbers[-1] == f"0 (0{SPACE}%)"
    assert list(figure.data[0].x[::2]) == [353, 210, 60, 120, 95, 40, 0]
    assert len(set(figure.data[0].marker.color[::2])) == 2  # contacts and cooperation


def test_the_pace_names_its_lines_at_their_ends(look):
    course = pd.DataFrame(
        {"step": ["again"] * 3 + ["agreed"] * 3, "days": [0, 30, 365] * 2, "share": [0, 0.2, 0.6, 0, 0.1, 0.25]}
    )
    figure = pathway_pace(course, **look)
    assert [trace.name for trace in figure.data] == ["Wieder da", "Vereinbart"]
    assert len({(trace.line.color, trace.line.dash, trace.marker.symbol) for trace in figure.data}) == 2
    assert list(figure.data[0].x) == pytest.approx([0, 30 * 12 / 365, 12])
    assert {note.text for note in figure.layout.annotations} == {
        f"<b>60{SPACE}%</b><br>Wieder da",
        f"<b>25{SPACE}%</b><br>Vereinbart",
    }


def test_the_stops_are_shares_of_each_group_with_their_counts(look):
    figure = pathway_stops(STOPS, by="kind", **look)
    bars = {trace.name: trace for trace in figure.data}
    assert next(iter(figure.layout.yaxis.ticktext)).startswith("Unternehmen")
    assert list(bars["Erreicht"].x) == [0.9, 0.25]
    assert list(bars["Vereinbart"].x) == [0, 0.75]
    assert list(bars["Gemeinsames Vorhaben"].text) == ["1", ""]
    assert sum(sum(trace.x) for trace in figure.data) == pytest.approx(2)


def test_the_stops_by_year_stand_in_the_order_of_years(look):
    frame = pd.DataFrame(
        {"cohort": ["2024", "2022", "2023"], "step": ["again"] * 3, "organisations": [1, 2, 3]},
    )
    labels = pathway_stops(frame, by="cohort", **look).layout.yaxis.ticktext
    assert [label[:4] for label in labels] == ["2022", "2023", "2024"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_numbers_in_the_bars_can_be_read(theme):
    frame = pd.DataFrame({"kind": ["company"] * 7, "step": STEPS, "organisations": [5] * 7})
    for trace in pathway_stops(frame, by="kind", language=GERMAN, theme=theme).data:
        assert contrast(trace.marker.color, trace.insidetextfont.color) >= 4.5
        assert trace.insidetextfont.color == readable_on(trace.marker.color)
        assert contrast(trace.marker.line.color, PALETTES[theme].surface) >= 3


def test_growth_has_a_panel_each_and_a_row_per_format(look):
    figure = network_growth(GROWN, events=EVENTS, **look)
    lines = {trace.name: trace for trace in figure.data if trace.mode == "lines+markers"}
    assert list(lines["Verbindungen, die gerade bestehen"].y) == [9, 240]
    assert {trace.yaxis for trace in lines.values()} == {"y", "y2", "y3"}
    marks = [trace for trace in figure.data if trace.mode == "markers"]
    assert [trace.name for trace in marks] == ["Empfang", "Workshop", "unheard_of"]
    assert [trace.marker.symbol for trace in marks] == [
        *(FORMAT_SYMBOLS[name] for name in ("reception", "workshop")),
        "circle-open",
    ]
    assert [list(trace.x) for trace in marks] == [["2024-06-01"], ["2025-06-01"], ["2025-07-01"]]
    assert {trace.yaxis for trace in marks} == {"y4"}


def test_a_reception_is_named_and_its_title_is_no_markup(look):
    figure = network_growth(GROWN, events=EVENTS, **look)
    assert [note.text for note in figure.layout.annotations if note.textangle] == ["Sommerempfang &lt;b&gt;2024…"]
    assert [shape.x0 for shape in figure.layout.shapes] == ["2024-06-01T00:00:00"]


def test_panels_do_not_touch(look):
    layout = network_growth(GROWN, events=EVENTS, **look).layout
    domains = [layout[f"yaxis{place}"].domain for place in ("", 2, 3, 4)]
    for upper, lower in itertools.pairwise(domains):
        assert upper[0] > lower[1]
    assert domains[0][1] < 1
    assert domains[-1][0] == 0


def test_what_is_not_there_has_no_panel(look):
    alone = network_growth(GROWN.drop(columns=["participations", "reached"]), events=EVENTS[:0], **look)
    assert [trace.yaxis for trace in alone.data] == ["y", "y2"]
    nothing = network_growth(
        GROWN.assign(**dict.fromkeys(("participations", "reached", "nodes", "ties"), 0)), events=EVENTS, **look
    )
    assert not nothing.data


def test_many_receptions_are_not_named(look):
    days = pd.date_range("2024-01-01", periods=40, freq="14D")
    events = pd.DataFrame({"starts_on": days, "title": "Empfang", "format": "reception"})
    figure = network_growth(GROWN, events=events, **look)
    assert not figure.layout.shapes
    assert len(next(trace for trace in figure.data if trace.mode == "markers").x) == 40


def test_the_way_in_a_sentence():
    find = growth_findings.pathway_steps
    assert find(WAY, GERMAN) == (
        "Von 353 erreichten Organisationen kamen 210 wieder, 95 vereinbarten eine Kooperation; "
        "am häufigsten stehen sie bisher bei „Erreicht“ (103)"
    )
    assert find(WAY, ENGLISH).startswith("Of 353 organisations reached, 210 came again and 95 agreed a cooperation; ")
    assert find(WAY.assign(organisations=0, stopped=0), GERMAN) == "Noch keine Organisation erreicht"
    # Nobody stops at the last step.
    lasting = WAY.assign(organisations=1, stopped=[0, 0, 0, 0, 0, 0, 1])
    assert find(lasting, GERMAN) == "Von 1 erreichten Organisation kam 1 wieder, 1 vereinbarte eine Kooperation"
    tied = WAY.assign(stopped=[7, 7, 0, 0, 0, 0, 0])
    assert find(tied, GERMAN).endswith("bei „Erreicht und Wieder da“ (7)")


def test_the_pace_in_a_sentence():
    course = pd.DataFrame({"step": ["again", "agreed", "again"], "days": [365, 365, 1095], "share": [0.6, 0.25, 0.9]})
    assert growth_findings.pathway_pace(course, GERMAN) == (
        f"Ein Jahr nach dem ersten Kontakt: 60{SPACE}% wieder da und 25{SPACE}% mit vereinbarter Kooperation"
    )
    assert growth_findings.pathway_pace(course[:0], GERMAN) == (
        "Wie schnell es weitergeht, zeigt sich erst nach einem Jahr"
    )


def test_the_furthest_group_in_a_sentence():
    find = partial(growth_findings.pathway_stops, by="kind")
    assert find(STOPS, GERMAN) == (
        "Am weitesten kommt die Gruppe „Wissenschaft“: 6 von 8 haben eine Kooperation vereinbart"
    )
    assert find(STOPS[STOPS["step"] == "reached"], GERMAN) == "Für einen Vergleich sind die Gruppen noch zu klein"
    # A group of four is passed over, however far it came.
    few = pd.DataFrame([("startup", "joint", 4)], columns=STOPS.columns)
    assert find(pd.concat([STOPS, few]), GERMAN) == find(STOPS, GERMAN)


def test_growth_in_a_sentence():
    find = growth_findings.network_growth
    assert find(GROWN, GERMAN, ["2024", "2025"]) == (
        "2024 bis 2025: von 12 auf 353 erreichte Organisationen, von 8 auf 166 kooperierende und "
        "von 9 auf 240 Verbindungen"
    )
    assert find(GROWN.drop(columns="reached"), GERMAN, ["2024", "2025"]) == (
        "2024 bis 2025: von 8 auf 166 kooperierende Organisationen und von 9 auf 240 Verbindungen"
    )
    assert find(GROWN, GERMAN, []) == find(GROWN[:0], GERMAN, ["2024"])
    assert "Wirkung" not in find(GROWN, GERMAN, ["2024", "2025"])


def test_few_years_have_ticks_where_their_points_stand_and_many_have_years(look):
    quarters = pd.DataFrame({"ends_on": pd.to_datetime(["2024-03-31", "2024-06-30", "2024-09-30"]), "ties": [1, 2, 3]})
    few = network_growth(quarters, events=EVENTS[:0], **look).layout.xaxis
    assert [str(day)[:10] for day in few.tickvals] == ["2024-03-31", "2024-06-30", "2024-09-30"]
    years = pd.DataFrame({"ends_on": pd.to_datetime(["2018-12-31", "2021-12-31", "2025-12-31"]), "ties": [1, 2, 3]})
    many = network_growth(years, events=EVENTS[:0], **look).layout.xaxis
    assert len(many.tickvals) >= 4
    assert {str(day)[5:10] for day in many.tickvals} == {"01-01"}
