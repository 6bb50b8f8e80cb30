import pytest

from analytics.charts import describe
from analytics.charts.canvas import canvas, end_labels, nothing, value_note


def test_separators_follow_the_language(german):
    assert canvas("", language=german, theme="light").layout.separators == ",."


def test_the_alt_text_is_kept(german):
    assert describe(canvas("Linie", language=german, theme="dark")) == "Linie"


def test_nothing_is_said_kindly(german):
    figure = nothing(language=german, theme="light")
    assert figure.layout.annotations[0].text == "Für diese Auswahl gibt es keine Daten."
    assert describe(figure) == "Für diese Auswahl gibt es keine Daten."
    assert not figure.layout.xaxis.visible


def test_a_long_note_is_wrapped_and_gets_its_room(german):
    short, long = (canvas("", language=german, theme="light") for _ in range(2))
    value_note(short, "Organisationen")
    value_note(long, "Organisationen " * 6)
    assert "<br>" in long.layout.title.text
    assert long.layout.margin.t > short.layout.margin.t


@pytest.mark.parametrize("values", [(41, 40), (40, 41), (40, 40), (0, 1), (100, 99)])
def test_end_labels_do_not_touch(german, values):
    figure = canvas("", language=german, theme="light", height=360)
    end_labels(figure, [(values[0], "<b>a</b><br>b", "#000000"), (values[1], "c", "#000000")], 0, 100)
    places = sorted(label.y for label in figure.layout.annotations)
    pixels = (places[1] - places[0]) / 100 * (360 - 90)
    assert pixels >= 25
    assert places[1] <= 100 + 1e-9


def test_of_equal_values_the_first_stands_on_top(german):
    figure = canvas("", language=german, theme="light")
    end_labels(figure, [(4, "first", "#000000"), (4, "second", "#000000")], 0, 4)
    places = {label.text: label.y for label in figure.layout.annotations}
    assert places["first"] > places["second"]
