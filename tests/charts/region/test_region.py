"""The map of the districts, their ranking and their ties."""

import json
from functools import partial
from itertools import pairwise

import pandas as pd
import pytest

from analytics.charts import PALETTES, describe
from analytics.charts.class_shades import SCALES, shades, shades_of
from analytics.charts.palette import contrast
from analytics.charts.region.areas import in_area
from analytics.charts.region.district_ground import HEIGHT, ROOMY, line_on
from analytics.charts.region.district_shapes import DistrictShapes
from analytics.charts.region.region import MOST_BARS, district_map, district_ranking
from analytics.charts.region.ties import bend, ties_map, ties_ranking
from analytics.language import Language
from analytics.warehouse.outlines import outlines

CORE = ("05911", "05913", "05914", "05915", "05978")
SOME = (*CORE, "05958", "05334")
DE, EN = Language("de"), Language("en")
HOSTILE = '<b>x</b><a href="javascript:1">y</a>'


@pytest.fixture(scope="module")
def shapes():
    return DistrictShapes.of(outlines())


def frame(counts, known=50, **columns):
    """Districts with these counts, by their keys; all but Aachen are Westphalian."""
    table = pd.DataFrame({"district": list(counts), "count": [float(count) for count in counts.values()]})
    table["name"] = [f"Kreis {key}" for key in counts]
    table["is_core"] = table["district"].isin(CORE)
    table["is_westfalen"] = table["district"] != "05334"
    table["known"] = known
    table["per_hundred"] = 100 * table["count"] / known
    table["before"] = table["count"] - 1
    return table.assign(**columns)


def pairs(*rows):
    """Ties as (district, partner, ties)."""
    table = pd.DataFrame(rows, columns=["district", "partner_district", "ties"])
    table["ties"] = table["ties"].astype(float)
    return table.assign(
        name=[f"Kreis {key}" for key in table["district"]],
        partner_name=[f"Kreis {key}" for key in table["partner_district"]],
    )


def drawn_texts(figure):
    return [str(text) for trace in figure.select_traces({"mode": "text"}) for text in trace.text]


def hits(figure):
    """What is hovered, by district: of the unseen points that a click finds."""
    return {trace.customdata[0]: trace.text for trace in figure.data if trace.customdata is not None}


def legend(figure):
    return [trace.name for trace in figure.data if trace.showlegend is not False and trace.name]


@pytest.fixture
def draw(shapes):
    return partial(district_map, shapes=shapes, measure="organisations", language=DE, theme="light")


def test_every_district_answers_in_full_words(draw):
    found = hits(draw(frame({"05913": 69, "05911": 1, "05334": 0}, known=98)))
    assert list(found) == ["05913", "05911", "05334"]
    assert found["05913"].split("<br>") == [
        "<b>Kreis 05913</b>",
        "69 Organisationen erreicht",
        "70 je 100 der 98 Organisationen des Netzwerks hier",
        "Ein Jahr zuvor: 68",
    ]
    assert "1 Organisation erreicht" in found["05911"]


def test_what_is_not_known_is_not_said(draw):
    found = hits(draw(frame({"05913": 3}, per_hundred=float("nan"), before=float("nan"))))
    assert found["05913"].split("<br>") == ["<b>Kreis 05913</b>", "3 Organisationen erreicht"]


def test_classes_stand_in_the_legend_from_none_to_many(draw):
    figure = draw(frame({"05913": 69, "05911": 4, "05914": 0}))
    assert legend(figure) == ["keine", "1–49", "50 und mehr", "Kernraum"]


def test_the_state_shows_where_westphalia_ends(draw):
    assert "Westfalen" in legend(draw(frame({"05913": 1, "05334": 2})))


def told(counts, before=""):
    """Districts whose classes are told."""
    return frame(dict.fromkeys(counts, float("nan")), count_class=list(counts.values()), before_class=before)


def test_what_is_undefined_is_hatched_and_none_is_not(draw):
    figure = draw(frame({"05913": 9, "05911": 9, "05914": 0, "05978": float("nan")}))
    shapes_of = {trace.name: trace.marker.pattern.shape for trace in figure.data if trace.type == "bar"}
    assert shapes_of == {"nicht bestimmt": ".", "keine": None, "1 und mehr": None}
    assert "nicht bestimmt" in hits(figure)["05978"]
    assert not any("nan" in text for text in strings(json.loads(figure.to_json())))


def test_classes_that_are_told_have_the_same_names_and_order_on_every_map(draw):
    figure = draw(told({"05913": "50-99", "05911": "1-4", "05914": "0", "05915": "20-49", "05978": ""}, before="1-4"))
    assert legend(figure) == ["keine Angabe", "keine", "1–4", "20–49", "50–99", "Kernraum"]
    swatches = {trace.name: trace for trace in figure.data if trace.type == "bar"}
    assert swatches["keine Angabe"].marker.pattern.shape == "/"
    colours = [swatches[name].marker.color for name in ("1–4", "20–49", "50–99")]
    assert colours == [shades(4, "light")[place] for place in (0, 2, 3)]
    assert "<b>50–99</b>" in drawn_texts(figure)
    assert hits(figure)["05913"].split("<br>") == [
        "<b>Kreis 05913</b>", "Erreichte Organisationen: 50–99", "Ein Jahr zuvor: 1–4"
    ]  # fmt: skip
    assert hits(figure)["05978"].split("<br>")[1] == "Erreichte Organisationen: keine Angabe"
    assert not any("nan" in text for text in strings(json.loads(figure.to_json())))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_class_has_a_shade_of_its_own(theme):
    found = shades_of({"500+", "0", ""}, theme)
    assert list(found) == ["1-4", "5-19", "20-49", "50-99", "100-199", "200-499", "500+"]
    assert all(contrast(one, other) > 1.1 for one, other in pairwise(found.values()))
    assert shades_of({"0", ""}, theme) == {}


def test_relative_shades_and_writes_what_comes_on_a_hundred(draw):
    figure = draw(frame({"05913": 69, "05911": 4}, known=100, per_hundred=[69.4, 0.2]), relative=True)
    # What is above 0 is never written as 0.
    assert {text for text in drawn_texts(figure) if text.startswith("<b>")} == {"<b>69</b>", "<b>1</b>"}


def test_numbers_stand_where_they_fit_and_more_on_wide_screens(draw):
    weights = {}
    figure = draw(frame(dict.fromkeys(outlines()["district"].unique(), 25), name="Herne"))
    for trace in figure.select_traces({"mode": "text"}):
        weights.setdefault(trace.textfont.weight, []).extend(trace.text)
    # On a phone the state is 1.2 pixels a kilometre: the counties have room for a number, Herne has none.
    assert 20 < len(weights[400]) < 53
    assert len([text for text in weights[ROOMY] if text.startswith("<b>25")]) > 5
    assert "Herne<br> <br> " in weights[ROOMY]


def test_what_is_chosen_has_a_line_of_its_own(draw):
    assert "Gewählt" in legend(draw(frame({"05913": 1}), chosen=["05913"]))
    assert "Gewählt" not in legend(draw(frame({"05913": 1}), chosen=["99999"]))


def test_the_other_districts_are_there_but_answer_nothing(draw):
    figure = draw(frame({"05913": 1}))
    others = figure.data[0]
    assert others.hoverinfo == "skip"
    assert list(hits(figure)) == ["05913"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_shades_differ_and_their_lines_stand_out(theme):
    colours = PALETTES[theme]
    steps = [colours.surface, *SCALES[theme]]
    assert all(contrast(one, other) >= 1.3 for one, other in pairwise(steps))
    assert all(contrast(line_on(colour, colours), colour) >= 3 for colour in steps)


def test_a_kilometre_is_as_long_either_way(draw):
    layout = draw(frame({"05913": 1})).layout
    assert layout.yaxis.scaleanchor == "x"
    assert not layout.xaxis.visible
    assert layout.height == HEIGHT
    assert layout.geo.to_plotly_json() == {}


def test_alt_texts_are_short_and_speak_both_languages(shapes):
    table = frame({"05913": 69, "05911": 4})
    for language, words in ((DE, "Kreise (2): Erreichte Organisationen"), (EN, "Districts (2): Organisations reached")):
        figure = district_map(table, shapes=shapes, measure="organisations", language=language, theme="dark")
        assert describe(figure).startswith(words)
        assert "Kreis 05913 (69)" in describe(figure)
        assert len(describe(figure)) <= 90
    none = district_map(frame({"05913": 0}), shapes=shapes, measure="events", language=EN, theme="dark")
    assert describe(none) == "Districts (1): Events, none anywhere"


def test_an_alt_text_of_classes_names_no_maximum():
    table = told({"05913": "", "05911": "5-19"})
    figure = district_ranking(table, measure="members", language=EN, theme="light")
    assert describe(figure) == "Districts (2): Members, in classes"


def test_names_are_never_markup(shapes):
    table = frame(dict.fromkeys(SOME, 5), name=HOSTILE)
    figures = [
        district_map(table, shapes=shapes, measure="members", language=DE, theme="light"),
        district_ranking(table, measure="members", language=DE, theme="light"),
        ties_map(pairs(("05911", "05913", 2)).assign(name=HOSTILE), table, shapes=shapes, language=DE, theme="light"),
    ]
    for figure in figures:
        figure.layout.meta = None
        assert not any("<a" in text or "<b>x" in text for text in strings(json.loads(figure.to_json())))


def strings(value):
    """Every text anywhere in a figure's JSON."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


def test_the_ranking_has_the_most_first():
    figure = district_ranking(
        frame({"05913": 3, "05911": 9, "05914": 0}), measure="members", language=DE, theme="light"
    )
    assert list(figure.layout.yaxis.ticktext) == ["Kreis 05911", "Kreis 05913"]
    bars = next(trace for trace in figure.data if trace.type == "bar")
    assert list(bars.x) == [9, 3]


@pytest.mark.parametrize(
    ("before", "headings", "cells"),
    [
        ("1-4", ["Ein Jahr zuvor", "Im gezeigten Jahr"], ["1–4", "20–49", "1–4", "5–19"]),
        ("", ["Im gezeigten Jahr"], ["20–49", "5–19"]),
    ],
)
def test_the_ranking_of_classes_is_no_bar(before, headings, cells):
    table = told({"05913": "5-19", "05911": "20-49", "05914": "0"}, before=before)
    figure = district_ranking(table, measure="members", language=DE, theme="light")
    assert list(figure.layout.yaxis.ticktext) == ["Kreis 05911", "Kreis 05913"]
    assert list(figure.layout.xaxis.ticktext) == headings
    assert not [trace for trace in figure.data if trace.type == "bar"]
    assert list(next(trace for trace in figure.data if trace.type == "scatter").text) == cells


def test_the_ranking_is_short():
    figure = district_ranking(
        frame(dict.fromkeys(outlines()["district"].unique(), 7)), measure="members", language=DE, theme="dark"
    )
    assert len(figure.layout.yaxis.ticktext) == MOST_BARS


def test_nothing_to_draw_is_said_kindly(shapes):
    look = {"language": DE, "theme": "light"}
    empty = [
        district_map(frame({}), shapes=shapes, measure="events", **look),
        district_ranking(frame({}), measure="events", **look),
        district_ranking(frame({"05913": 0}), measure="events", **look),
        ties_map(pairs(), frame({"05913": 1}), shapes=shapes, **look),
        ties_map(pairs(("05334", "abroad", 3)), frame({"05913": 1}), shapes=shapes, **look),
        ties_ranking(pairs(), **look),
    ]
    for figure in empty:
        assert not figure.data
        assert [note.text for note in figure.layout.annotations] == [DE.text("charts.nothing")]


def test_a_flow_is_the_wider_the_more_ties(shapes):
    table = pairs(("05911", "05913", 20), ("05911", "05915", 1), ("05911", "05911", 4), ("05913", "abroad", 9))
    figure = ties_map(table, frame(dict.fromkeys(CORE, 1)), shapes=shapes, language=DE, theme="light")
    widths = {trace.name: trace.line.width for trace in figure.data if trace.name and trace.mode == "lines"}
    assert widths["Verbindungen: 1–19"] < widths["20 und mehr"]
    hovered = {text for trace in figure.data if trace.hoverinfo == "text" for text in trace.text}
    assert hovered == {
        "<b>Kreis 05911 – Kreis 05913</b><br>20 Verbindungen",
        "<b>Kreis 05911 – Kreis 05915</b><br>1 Verbindung",
        "<b>Kreis 05911, untereinander</b><br>4 Verbindungen",
    }


def test_ties_in_classes(shapes):
    table = pairs(("05911", "05913", float("nan")), ("05911", "05914", float("nan")), ("05911", "05911", float("nan")))
    table = table.assign(ties_class=["20-49", "1-4", "5-19"])
    figure = ties_map(table, frame(dict.fromkeys(CORE, 1)), shapes=shapes, language=DE, theme="light")
    widths = {trace.name: trace.line.width for trace in figure.data if trace.name and trace.mode == "lines"}
    assert widths["Verbindungen: 1–4"] < widths["20–49"]
    assert describe(figure) == "Verbindungen zwischen Kreisen: 3 Paare, in Klassen"
    ranking = ties_ranking(table, language=DE, theme="light")
    assert ranking.layout.yaxis.ticktext[0] == "Kreis 05911 – Kreis<br>05913"
    assert list(next(trace for trace in ranking.data if trace.type == "scatter").text) == ["20–49", "5–19", "1–4"]


def test_flows_of_another_district_step_back(shapes):
    table = pairs(("05911", "05913", 5), ("05914", "05915", 5))
    figure = ties_map(table, frame(dict.fromkeys(CORE, 1)), shapes=shapes, chosen="05911", language=DE, theme="light")
    colours = {
        trace.line.color
        for trace in figure.data
        if trace.mode == "lines" and trace.x is not None and len(trace.x) > 2 and trace.line.color.startswith("rgba")
    }
    assert len(colours) == 2


def test_a_curve_runs_from_place_to_place():
    curve = bend((0.0, 0.0), (10.0, 0.0))
    assert tuple(curve[0]) == (0.0, 0.0)
    assert tuple(curve[-1]) == (10.0, 0.0)
    assert 0 < curve[:, 1].max() < 1.7


def test_the_ranking_of_pairs(shapes):
    table = pairs(("05911", "05913", 2), ("05911", "05911", 5), ("05913", "05915", 1))
    figure = ties_ranking(table, language=DE, theme="dark")
    assert list(figure.layout.yaxis.ticktext) == [
        "Kreis 05911, untereinander",
        "Kreis 05911 – Kreis 05913",
        "Kreis 05913 – Kreis 05915",
    ]


def test_areas():
    table = frame(dict.fromkeys(SOME, 1))
    outside = table.iloc[:1].assign(district="abroad", is_core=False, is_westfalen=False)
    everything = pd.concat([table, outside], ignore_index=True)
    assert len(in_area(everything, "core")) == 5
    assert len(in_area(everything, "westphalia")) == 6
    assert len(in_area(everything, "state")) == 7
