from datetime import date

import pandas as pd
import pytest

from analytics.charts import SYMBOLS, describe
from analytics.charts.events import events
from analytics.charts.palette import FORMAT_SYMBOLS, PALETTES

HOSTILE = '<b>x</b><a href="javascript:1">'
EVENTS = pd.DataFrame(
    {
        "event_id": ["a", "b", "c"],
        "title": [f"Empfang {HOSTILE}", "Kreislaufwirtschaft und Ressourceneffizienz in der Produktion", "Werkstatt"],
        "starts_on": [date(2025, 5, 20), date(2024, 1, 10), date(2025, 1, 31)],
        "format": ["reception", "workshop", "workshop"],
        "attended": [84, 12, None],
        "organisations": [40, 9, 7],
        "newcomers": [11, 2, 0],
        "mix": [0.71, 0.4, 0.55],
        "no_show_rate": [0.2, None, 0.125],
        "satisfaction": [4.4, None, None],
    }
)


def points(figure):
    return [trace for trace in figure.data if trace.showlegend is False]


def test_steps_are_drawn_in_their_order_with_their_numbers(look):
    frame = pd.DataFrame(
        {"step": ["newcomers", "registered", "organisations", "attended"], "value": [12, 1105, 48, 842]}
    )
    bars, numbers = events.attendance_steps(frame, **look).data
    assert list(bars.x) == [1105, 842, 48, 12]
    assert [text.strip() for text in numbers.text] == ["1.105", "842", "48", "12 (25\N{NO-BREAK SPACE}%)"]


def test_an_undefined_step_has_no_bar_and_is_written_as_such(look):
    frame = pd.DataFrame({"step": ["registered", "attended"], "value": [None, 84]})
    bars, numbers = events.attendance_steps(frame, **look).data
    assert list(bars.x) == [None, 84]
    assert numbers.text[0].strip() == "–"


def test_kinds_have_their_order_colours_and_symbols(look):
    frame = pd.DataFrame({"kind": ["unknown", "science", "company"], "organisations": [3, None, 48]})
    figure = events.kind_mix(frame, **look)
    bars, marks = figure.data
    assert list(figure.layout.yaxis.ticktext) == ["Unternehmen", "Wissenschaft", "Unbekannt"]
    assert list(bars.x) == [48, None, 3]
    assert list(marks.marker.symbol) == [SYMBOLS[kind] for kind in ("company", "science", "unknown")]
    assert list(marks.marker.color) == [PALETTES["light"].kinds[kind] for kind in ("company", "science", "unknown")]
    assert marks.text[1].strip() == "–"
    assert describe(figure).endswith("nicht alle Zahlen sind bekannt")


def test_events_stand_at_their_day_and_measure(look):
    workshops = events.events_compared(EVENTS, measure="organisations", **look).data
    drawn = {trace.name: trace for trace in workshops if trace.showlegend is False}
    assert list(drawn["Workshop"].x) == ["2024-01-10", "2025-01-31"]
    assert list(drawn["Workshop"].y) == [9, 7]
    assert list(drawn["Empfang"].y) == [40]


def test_formats_have_symbol_and_colour_and_one_legend_entry_each(look):
    figure = events.events_compared(EVENTS, measure="organisations", **look)
    for token, trace in zip(("reception", "workshop"), points(figure), strict=True):
        assert trace.marker.symbol == FORMAT_SYMBOLS[token]
        assert trace.marker.color == PALETTES["light"].formats[token]
    assert [trace.name for trace in figure.data if trace.showlegend is not False] == ["Empfang", "Workshop"]


def test_size_grows_with_attendance_and_never_vanishes(look):
    sizes = [
        size for trace in points(events.events_compared(EVENTS, measure="mix", **look)) for size in trace.marker.size
    ]
    assert sizes[:2] == [84, 12]
    assert 0 < sizes[2] < 12


def test_an_event_without_the_measure_is_counted_not_drawn(look):
    figure = events.events_compared(EVENTS, measure="satisfaction", **look)
    assert [list(trace.y) for trace in points(figure)] == [[4.4]]
    assert figure.layout.xaxis.title.text == "2 Veranstaltungen ohne diesen Wert"
    assert list(figure.layout.yaxis.tickvals) == [1, 2, 3, 4, 5]


def test_titles_are_escaped_and_whole_in_the_hover(look):
    reception, workshops = points(events.events_compared(EVENTS, measure="no_show_rate", **look))
    hover = reception.customdata[0]
    assert "&lt;b&gt;x&lt;/b&gt;" in hover
    assert "<a" not in hover
    assert "20.05.2025" in hover
    assert "20,0\N{NO-BREAK SPACE}%" in hover
    mixed = points(events.events_compared(EVENTS, measure="mix", **look))[1].customdata[0]
    assert "Kreislaufwirtschaft und Ressourceneffizienz in der Produktion" in mixed.replace("<br>", " ")
    assert workshops.hovertemplate == "%{customdata}<extra></extra>"


def test_feedback_has_all_five_answers(look):
    figure = events.feedback(pd.DataFrame({"answer": [5, 3], "answers": [1200, 300]}), **look)
    bars, numbers = figure.data
    assert list(bars.x) == [1, 2, 3, 4, 5]
    assert list(bars.y) == [0, 0, 300, 0, 1200]
    assert list(numbers.text) == ["0", "0", "300", "0", "1.200"]
    assert figure.layout.xaxis.title.text == "1.500 Antworten, Mittelwert 4,6"


def test_feedback_with_a_hidden_number_has_no_mean(look):
    figure = events.feedback(pd.DataFrame({"answer": [1, 5], "answers": [None, 12]}), **look)
    assert figure.data[0].y[0] is None
    assert figure.data[1].text[0] == "–"
    assert "Mittelwert" not in figure.layout.xaxis.title.text


@pytest.mark.parametrize("frame", [pd.DataFrame({"answer": [1, 5], "answers": [0, 0]}), EVENTS.iloc[:0]])
def test_feedback_without_answers_is_empty(frame, look):
    assert not events.feedback(frame, **look).data
