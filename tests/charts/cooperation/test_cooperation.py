"""The charts of the cooperation page, and the sentences that are made from their data."""

import json
import math
from functools import partial

import pandas as pd
import pytest

from analytics.charts import describe
from analytics.charts.cooperation import cooperation, groups, mixing, pipeline
from analytics.charts.cooperation import findings as cooperation_findings
from analytics.charts.cooperation.network_measures import BY_NAME
from analytics.charts.palette import PALETTES, contrast, shade
from analytics.language import LANGUAGES, Language
from analytics.network.history import MEASURES

GERMAN, ENGLISH = Language("de"), Language("en")
SPACE = "\N{NO-BREAK SPACE}"
HOSTILE = '<b>x</b><a href="javascript:1">y</a>'
STAGES = ("at_contact", "at_exchange", "at_agreed", "at_joint", "at_lasting", "ended")


def _mixing(*rows):
    return pd.DataFrame(rows, columns=["kind", "partner_kind", "ties", "expected"])


def _stages(*rows):
    return pd.DataFrame(rows, columns=["period", *STAGES])


def _moments(*rows):
    """A year before and the day."""
    days = [pd.Timestamp("2024-12-31"), pd.Timestamp("2025-12-31")]
    frame = pd.DataFrame(rows, columns=["nodes", "ties", "largest_component_share"])
    return frame.assign(day=days)


def _brokers(*rows):
    return pd.DataFrame(rows, columns=["name", "kind", "partners", "betweenness", "left_out"])


FRAMES = {
    "measure_history": (
        partial(cooperation.measure_history, label=HOSTILE, unit="share"),
        pd.DataFrame({"period": ["2024", "2025"], "value": [0.5, None], "expected": [None, 0.1]}),
    ),
    "brokers": (cooperation.brokers, _brokers((HOSTILE, "guild", 3, 0.25, 2))),
    "mixing_matrix": (mixing.mixing_matrix, _mixing(("company", HOSTILE, 3, 9.0), ("company", "company", 0, 1.0))),
    "stages_now": (
        pipeline.stages_now,
        _stages(("", 1, 2, 3, 4, 5, 6)).drop(columns="period").assign(ends_on=pd.Timestamp("2025-12-31")),
    ),
    "stages_over_time": (pipeline.stages_over_time, _stages(("2024", 1, 2, 3, 4, 5, 6))),
    "groups_over_time": (
        partial(groups.groups_over_time, places={HOSTILE: 3}),
        pd.DataFrame({"period": ["2024", "2024"], "group": [HOSTILE, "others"], "members": [3, 9]}),
    ),
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", FRAMES)
def test_every_chart_speaks_and_writes_texts_of_the_data_as_texts(name, code, theme):
    draw, frame = FRAMES[name]
    figure = draw(frame, language=Language(code), theme=theme)
    assert 20 <= len(describe(figure)) <= 160
    figure.layout.meta = None
    texts = [text for text in _strings(json.loads(figure.to_json())) if "javascript" in text]
    assert [text for text in texts if "<a" in text] == []


def _strings(part):
    """Every text of a figure."""
    if isinstance(part, str):
        yield part
    for below in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _strings(below)


@pytest.mark.parametrize("name", FRAMES)
def test_without_a_row_every_chart_says_so(name, look):
    draw, frame = FRAMES[name]
    figure = draw(frame.head(0), **look)
    assert describe(figure) == GERMAN.text("charts.nothing")
    assert not figure.data


def test_chance_runs_on_between_the_days_for_which_it_is_known(look):
    frame = pd.DataFrame({"period": ["2023", "2024", "2025"], "value": [0.3, None, 0.5], "expected": [0.1, None, 0.2]})
    chance, measure = cooperation.measure_history(frame, label="X", unit="share", **look).data
    assert (chance.connectgaps, chance.line.dash, list(chance.y)) == (True, "dash", [0.1, None, 0.2])
    assert (measure.connectgaps, list(measure.y)) == (False, [0.3, None, 0.5])


MIXED = _mixing(
    ("company", "company", 40, 20.0),  # twice chance
    ("company", "science", 20, 40.0),  # half of it
    ("science", "science", 4, 4.9),  # too few expected to judge
)


def test_a_cell_says_its_ties_and_how_many_times_chance_they_are(look):
    texts = mixing.mixing_matrix(MIXED, **look).data[-1]
    cells = dict(zip(zip(texts.y, texts.x, strict=True), texts.text, strict=True))
    assert cells == {(0, 0): "<b>40</b><br>2,0×", (1, 0): "<b>20</b><br>0,5×", (1, 1): "(4)"}


def test_twice_chance_lies_as_far_from_the_middle_as_half_of_it(look):
    judged, unjudged, _ = mixing.mixing_matrix(MIXED, **look).data
    assert [list(row) for row in judged.z] == [[0.75, None], [0.25, None]]
    assert [[place is None for place in row] for row in unjudged.z] == [[True, True], [True, False]]


def test_no_tie_where_many_are_expected_is_the_scales_end(look):
    judged = mixing.mixing_matrix(_mixing(("company", "company", 0, 9.0), ("company", "science", 1, 9.0)), **look).data[
        0
    ]
    assert judged.z[0][0] == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_cell_is_readable(theme):
    ratios = [2.0**power for power in (-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3)]
    for ratio in ratios:
        figure = mixing.mixing_matrix(_mixing(("company", "company", ratio * 8, 8.0)), language=GERMAN, theme=theme)
        ink = figure.data[-1].textfont.color[0]
        assert contrast(ink, shade(mixing.DIVERGING[theme], figure.data[0].z[0][0])) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_groups_colours_stand_out_from_the_page(theme):
    assert min(contrast(colour, PALETTES[theme].surface) for colour in groups.COLOURS[theme]) >= 3
    assert len(set(groups.COLOURS[theme])) == len(set(groups.PATTERNS)) == len(groups.PATTERNS)


def test_what_has_ended_stands_below_the_line(look):
    bars = {
        bar.name: list(bar.y) for bar in pipeline.stages_over_time(_stages(("2024", 1, 0, 2, 0, 0, 3)), **look).data
    }
    assert bars["Kontakt"] == [1]
    assert bars["Vereinbart"] == [2]
    assert bars["Beendet"] == [-3]


def test_a_stage_stands_beside_what_it_was_a_year_before(look):
    frame = _stages(("2024", 1, 0, 2, 0, 0, 3), ("2025", 4, 0, 1200, 0, 0, 3)).drop(columns="period")
    texts = pipeline.stages_now(frame, **look).data[-1].text
    assert [text.strip() for text in texts] == ["4 (1)", "0 (0)", "1.200 (2)", "0 (0)", "0 (0)", "3 (3)"]


def test_a_group_keeps_colour_and_pattern_wherever_it_stands(look):
    frame = pd.DataFrame({"period": ["2024"] * 3, "group": ["A", "B", "rest"], "members": [3, 4, 5]})
    for order in ({"A": 2, "B": 5}, {"B": 5, "A": 2}):
        bars = {bar.name: bar for bar in groups.groups_over_time(frame, places=order, **look).data}
        assert list(bars) == [*order, "rest"]
        assert bars["A"].marker.color == groups.COLOURS["light"][2]
        assert bars["B"].marker.pattern.shape == groups.PATTERNS[5]


def test_every_measure_that_is_shown_is_one_that_is_computed():
    beside = {"isolates", "tie_survival"}
    shown = set(BY_NAME) | {measure.expected for measure in BY_NAME.values() if measure.expected}
    assert shown - beside == set(MEASURES)


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [
        ((10, 12, 0.5), (14, 20, 0.7), "together"),
        ((10, 12, 0.5), (14, 20, 0.49), "together"),  # a point less is no less
        ((10, 12, 0.9), (14, 20, 0.5), "apart"),
        ((40, 50, 0.5), (41, 51, 0.9), "same"),  # by less than a twentieth
        ((10, 20, 0.5), (20, 21, 0.7), "apart"),  # fewer partners each
        ((10, 12, 0.5), (10, 12, 0.9), "same"),
        ((10, 12, 0.5), (14, 11, 0.7), "mixed"),
        ((10, 12, 0.5), (9, 12, 0.7), "shrinks"),
    ],
)
def test_whether_the_region_grows_together(before, now, verdict):
    told = cooperation_findings.growing_together(_moments(before, now), GERMAN)
    assert told[0] == GERMAN.text(f"cooperation.verdict_{verdict}")


def test_the_numbers_stand_beside_those_of_a_year_before():
    told = cooperation_findings.growing_together(_moments((1, 0, 1.0), (1204, 3630, 0.819)), GERMAN)
    assert told[1] == (
        "Stand 31.12.2025: 1.204 Organisationen in Kooperationen, 3.630 Verbindungen zwischen ihnen. "
        "Ein Jahr zuvor waren es 1 Organisation und 0 Verbindungen. "
        f"82{SPACE}% von ihnen hängen auf direktem oder indirektem Weg in einem einzigen Teil zusammen "
        f"(ein Jahr zuvor 100{SPACE}%)."
    )


def test_a_network_without_a_year_before_has_begun_and_one_without_anybody_rests():
    nobody = (0, 0, math.nan)
    begun = cooperation_findings.growing_together(_moments(nobody, (3, 3, 1.0)), ENGLISH)
    assert begun[0] == "The network came into being within the last year"
    assert "–" not in begun[1]
    assert cooperation_findings.growing_together(_moments((3, 3, 1.0), nobody), ENGLISH) == [
        "On 31 Dec 2025 no cooperation is running"
    ]


def test_who_holds_it_together_and_on_whom_most_hangs():
    find = cooperation_findings.holding_together
    first, second = ("Alpha", "company", 9, 0.22, 0), ("Beta", "science", 5, 0.006, 6)
    assert find(_brokers(first), GERMAN) == (
        "Am meisten verbindet Alpha: Von 100 Paaren anderer Organisationen führt bei 22 der kürzeste Weg zueinander "
        "hier entlang. Fiele diese Organisation weg, bliebe trotzdem niemand ohne Anschluss."
    )
    assert find(_brokers(first, second), ENGLISH).endswith(
        "Most hangs on Beta: without it 6 others would lose their connection."
    )
    assert "bei 1 der" in find(_brokers(second), GERMAN)
    assert find(_brokers(("Beta", "science", 5, 0.004, 6)), GERMAN) == GERMAN.text("cooperation.holder_none")
    assert find(_brokers(second, first), ENGLISH).endswith(
        "6 others would lose their connection with the largest part."
    )
    assert find(_brokers(), GERMAN) == ""


@pytest.mark.parametrize(
    ("share", "expected", "ties", "word"),
    [
        (0.69, 0.64, 400, "above"),
        (0.69, 0.64, 300, "as"),
        (0.65, 0.64, 400, "as"),
        (0.5, 0.64, 100, "below"),
        (0.802, 0.798, 300_000, "as"),
    ],
)
def test_how_mixed_it_is_beside_chance(share, expected, ties, word):
    # 0.05 is two standard errors of 369 ties drawn with 0.64.
    frame = pd.DataFrame(
        {"ties": [0, ties], "cross_sector_share": [math.nan, share], "cross_sector_expected": [math.nan, expected]}
    )
    told = GERMAN.text(
        f"cooperation.mixed_{word}_chance", share=GERMAN.percent(share, 0), expected=GERMAN.percent(expected, 0)
    )
    assert cooperation_findings.mixed(frame, GERMAN) == told
    assert cooperation_findings.mixed(frame.head(1), GERMAN) == ""
    assert cooperation_findings.mixed(frame.fillna(0).head(1), GERMAN) == ""  # one kind cannot mix


def test_which_kinds_seek_each_other():
    find = cooperation_findings.mixing_matrix
    assert find(MIXED, GERMAN) == (
        "Öfter als bei Zufall: Unternehmen untereinander (40 statt 20); "
        "seltener als bei Zufall: Unternehmen mit Wissenschaft (20 statt 40)"
    )
    assert find(MIXED.tail(2), ENGLISH) == "More rarely than by chance: Company with Science (20 instead of 40)"
    assert find(MIXED.tail(1), ENGLISH) == "Too few ties yet to say who seeks whom"
    assert find(_mixing(("company", "science", 10, 9.0)), ENGLISH).startswith("The kinds work together about as")
    assert find(_mixing(), ENGLISH) == "No tie between organisations yet"


def test_what_moved_within_a_year():
    """Nine cooperations: two begun (one of them over already), three further, one ended, two stayed, one long over."""
    rows = [
        ("none", "1", 1),
        ("none", "ended", 1),
        ("1", "3", 2),
        ("3", "5", 1),
        ("4", "ended", 1),
        ("2", "2", 2),
        ("ended", "ended", 1),
    ]
    frame = pd.DataFrame(rows, columns=["stage", "later_stage", "cooperations"])
    assert cooperation_findings.moved(frame, pd.Timestamp("2024-12-31").date(), ENGLISH) == (
        "Since 31 Dec 2024: begun 2, at least one stage further 3, ended 1, still at their stage 2."
    )


def test_stages_and_groups_and_brokers_have_titles():
    frame = _stages(("2024", 1, 2, 3, 4, 5, 6))
    assert cooperation_findings.stages_now(frame, GERMAN) == "12 Kooperationen laufen, 3 bahnen sich an"
    assert cooperation_findings.stages_over_time(frame, ENGLISH) == (
        "21 cooperations from the beginning to 2024, of which ended: 6"
    )
    assert cooperation_findings.stages_over_time(frame.head(0), ENGLISH) == ENGLISH.text("cooperation.no_stages")
    assert cooperation_findings.brokers(_brokers(("A", "company", 2, 0.3, 0), ("B", "company", 2, 0.2, 6)), GERMAN) == (
        "Ohne B verlören 6 Organisationen den Anschluss"
    )
    assert cooperation_findings.brokers(_brokers(("A", "company", 2, 0.3, 0)), ENGLISH).startswith("A connects most")
    assert cooperation_findings.groups_over_time(frame, GERMAN, count=0, largest=0) == GERMAN.text(
        "cooperation.no_groups"
    )


def test_a_measures_course_says_how_it_began_and_where_it_is():
    find = partial(cooperation_findings.measure_history, label="Partner je Organisation", unit="mean")
    frame = pd.DataFrame({"period": ["2023", "2024", "2025"], "value": [None, 2.0, 3.56]})
    assert find(frame, GERMAN) == "Partner je Organisation: 3,6 (2025), zu Beginn 2,0 (2024)"
    assert find(frame.tail(1), GERMAN) == "Partner je Organisation: 3,6 (2025)"
    assert find(frame.head(1), GERMAN) == "Partner je Organisation: für diese Auswahl nicht bestimmt"
