import json
import math
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

import pandas as pd
import pytest

from analytics.charts import SYMBOLS, describe
from analytics.charts.organisations import findings
from analytics.charts.organisations.ego_network import MOST_NAMES, ego_network
from analytics.charts.organisations.timeline import STAGES, organisation_timeline
from analytics.charts.palette import FORMAT_SYMBOLS, PALETTES
from analytics.language import Language

HOSTILE = '<b>x</b><a href="javascript:1">y</a>'
DAY = date(2024, 12, 31)
COLUMNS = ["cooperation_id", "title", "format", "consultation_kind", "stage", "since", "until"]
TIMELINE = pd.DataFrame(
    [
        (None, "Sommerempfang", "reception", None, None, "2023-06-01", None),
        (None, "Werkstatt", "workshop", None, None, "2023-06-03", None),
        (None, None, None, "initial", None, "2023-07-01", None),
        (None, None, None, None, None, "2023-08-01", None),
        ("k1", "Langes Vorhaben", None, None, "1", "2023-03-01", "2023-05-01"),
        ("k1", "Langes Vorhaben", None, None, "3", "2023-05-01", "2024-12-31"),
        ("k2", "Kurzes", None, None, "5", "2024-12-31", "2024-12-31"),
    ],
    columns=COLUMNS,
).assign(since=lambda frame: pd.to_datetime(frame["since"]), until=lambda frame: pd.to_datetime(frame["until"]))
NODES = pd.DataFrame(
    {
        "organisation_id": ["a", "b", "c", "d"],
        "name": ["Alpha", "Beta", "Gamma", "Delta"],
        "kind": ["company", "science", "startup", "science"],
        "partners": [3, 1, 2, 9],
    }
)
TIES = pd.DataFrame({"organisation_id": ["a", "a", "a", "b"], "partner_id": ["b", "c", "d", "c"]})


def timeline_of(rows, text="Ein Titel"):
    """``rows`` events, consultations and cooperations each."""
    days = [pd.Timestamp("2016-01-01") + timedelta(days=45 * place) for place in range(rows)]
    return pd.DataFrame(
        [
            row
            for place, day in enumerate(days)
            for row in (
                (None, text, "reception" if place % 2 else text, None, None, day, pd.NaT),
                (None, None, None, text, None, day, pd.NaT),
                (f"k{place}", text, None, None, STAGES[place % 5], day, day + timedelta(days=200)),
            )
        ],
        columns=COLUMNS,
    )


def circle_of(partners, name="Eine Organisation"):
    """One in the middle of ``partners`` partners, each tied to the next."""
    ids = [str(place) for place in range(partners + 1)]
    kinds = ["company", "science", "unknown", name]
    nodes = pd.DataFrame(
        {
            "organisation_id": ids,
            "name": name,
            "kind": [kinds[place % 4] for place in range(partners + 1)],
            "partners": 2,
        }
    )
    ties = pd.DataFrame({"organisation_id": ["0"] * partners + ids[1:-1], "partner_id": ids[1:] + ids[2:]})
    return nodes, ties


def drawn(name, size, text, language, theme):
    if name == "timeline":
        return organisation_timeline(timeline_of(size, text), day=DAY, language=language, theme=theme)
    nodes, ties = circle_of(size, text)
    return ego_network(nodes, ties, language=language, theme=theme)


def bars(figure):
    return {trace.name: trace for trace in figure.data if trace.type == "bar"}


def marks(figure):
    return {trace.name: trace for trace in figure.data if trace.type == "scatter" and trace.name}


def partners_of(figure):
    """The partners drawn, by kind."""
    return {trace.legendgroup: trace for trace in figure.data if trace.legendgroup and trace.showlegend is False}


def test_an_event_is_a_mark_of_its_format_on_its_day(look):
    drawn = marks(organisation_timeline(TIMELINE, day=DAY, **look))
    assert list(drawn["Empfang"].x) == ["2023-06-01"]
    assert drawn["Empfang"].marker.symbol == FORMAT_SYMBOLS["reception"]
    assert drawn["Workshop"].marker.color == PALETTES["light"].formats["workshop"]
    assert drawn["Empfang"].customdata[0] == "<b>Sommerempfang</b><br>Empfang, 01.06.2023"


def test_events_of_the_same_days_do_not_lie_on_one_another(look):
    drawn = marks(organisation_timeline(TIMELINE, day=DAY, **look))
    assert abs(drawn["Empfang"].y[0] - drawn["Workshop"].y[0]) >= 9


def test_consultations_stand_in_a_lane_of_their_own_whatever_their_kind(look):
    drawn = marks(organisation_timeline(TIMELINE, day=DAY, **look))
    consultations = drawn["Beratung"]
    assert list(consultations.x) == ["2023-07-01", "2023-08-01"]
    assert [text.partition("<br>")[0] for text in consultations.customdata] == [
        "<b>Erstberatung</b>",
        "<b>Beratung</b>",
    ]
    assert consultations.y[0] > max(drawn["Empfang"].y[0], drawn["Workshop"].y[0])


def test_stages_of_one_cooperation_stand_in_one_row_with_their_spans(look):
    figure = organisation_timeline(TIMELINE, day=DAY, **look)
    stages = bars(figure)
    first, agreed, lasting = stages["Kontakt"], stages["Vereinbart"], stages["Verstetigt"]
    assert list(first.base) == ["2023-03-01"]
    assert first.x[0] == 61 * 86_400_000  # 1 March to 1 May
    assert first.y[0] == agreed.y[0] < lasting.y[0]
    assert first.width < agreed.width < lasting.width
    assert lasting.x[0] > 0, "what began on the last day is still seen"
    titles = [note.text for note in figure.layout.annotations]
    assert titles.index("Langes Vorhaben") < titles.index("Kurzes")
    assert figure.layout.height > max(lasting.y)


def test_lanes_without_anything_are_left_out(look):
    only = organisation_timeline(TIMELINE.iloc[:1], day=DAY, **look)
    assert [note.text for note in only.layout.annotations] == ["<b>Veranstaltungen</b>"]
    assert only.layout.height < 260


def test_the_axis_reaches_to_the_day(look):
    figure = organisation_timeline(TIMELINE.iloc[:1], day=date(2030, 1, 1), **look)
    assert figure.layout.xaxis.range[1] > "2030-01-01"


def test_a_finding_counts_each_cooperation_once(german):
    assert findings.organisation_timeline(TIMELINE, german) == (
        "Seit 2023: 2 Veranstaltungen, 2 Beratungen und 2 Kooperationen"
    )
    assert findings.organisation_timeline(TIMELINE.iloc[:1], Language("en")) == "Since 2023: 1 event"
    assert findings.organisation_timeline(TIMELINE.iloc[:0], german) == "Noch nichts auf der Zeitachse"


def test_partners_have_their_kinds_symbol_colour_and_name(look):
    partners = partners_of(ego_network(NODES, TIES, **look))
    assert set(partners) - {"company"} == {"science", "startup"}
    science = partners["science"]
    assert science.marker.symbol == SYMBOLS["science"]
    assert science.marker.color == PALETTES["light"].kinds["science"]
    assert list(science.text) == ["Delta", "Beta"], "the best connected first"
    assert science.marker.size[0] > science.marker.size[1]
    assert science.customdata[0] == "<b>Delta</b><br>Wissenschaft<br>9 Partner"


def test_ties_among_partners_are_drawn_and_its_own_are_spokes(look):
    figure = ego_network(NODES, TIES, **look)
    spokes, among = figure.data[:2]
    assert len(spokes.x) == 3 * 3
    assert len(among.x) == 3  # b - c
    places = {
        (x, y) for trace in partners_of(figure).values() for x, y in zip(trace.x, trace.y, strict=True)
    }  # fmt: skip
    assert {(among.x[0], among.y[0]), (among.x[1], among.y[1])} <= places
    assert describe(figure) == "Netz: Alpha in der Mitte, 3 Partner, 1 Verbindungen unter ihnen"


@pytest.mark.parametrize("count", [1, 2, 3, 12, MOST_NAMES])
def test_names_on_one_side_have_room_for_two_lines(count, look):
    figure = ego_network(*circle_of(count), **look)
    points = [(x, y) for trace in partners_of(figure).values() for x, y in zip(trace.x, trace.y, strict=True)]
    assert len(points) == count
    assert all(math.hypot(x, y) == pytest.approx(1) for x, y in points)
    pixels = (figure.layout.height - 60) / 2.24
    for side in (1, -1):
        heights = sorted(y for x, y in points if x * side > 0)
        assert all(upper - lower > 33 / pixels for lower, upper in pairwise(heights))


@pytest.mark.parametrize("count", [MOST_NAMES + 1, 66, 67, 300])
def test_beyond_that_names_stand_on_hover_and_no_two_marks_on_one_place(count, look):
    partners = partners_of(ego_network(*circle_of(count), **look)).values()
    places = {(round(x, 6), round(y, 6)) for trace in partners for x, y in zip(trace.x, trace.y, strict=True)}
    assert len(places) == count
    assert all(trace.text is None for trace in partners)
    assert sum(len(trace.customdata) for trace in partners) == count


def test_the_finding_of_a_network(german):
    assert findings.ego_network(NODES, german, TIES) == "3 Partner, unter ihnen 1 weitere Verbindung"
    pair = NODES.iloc[:2], TIES.iloc[:1]
    assert findings.ego_network(pair[0], german, pair[1]) == "1 Partner"
    assert findings.ego_network(NODES.iloc[:1], german, TIES.iloc[:0]) == "An diesem Tag keine Partner"


# What all charts promise.


@pytest.fixture(params=["de", "en"])
def language(request):
    return Language(request.param)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [1, 2, 60])
@pytest.mark.parametrize("name", ["timeline", "ego"])
def test_any_number_is_drawn_and_nothing_undefined(name, size, language, theme):
    figure = drawn(name, size, "Wissenschaftstransferveranstaltung zur Kreislaufwirtschaft " * 3, language, theme)
    text = figure.to_json()
    assert "NaN" not in text
    assert '"nan"' not in text
    assert "None" not in text
    assert 10 < len(describe(figure)) <= 90
    assert "<" not in describe(figure)
    assert figure.layout.width is None


@pytest.mark.parametrize("name", ["timeline", "ego"])
def test_text_from_data_is_never_markup(name, language):
    figure = drawn(name, 3, HOSTILE, language, "light")
    figure.layout.meta = None
    for trace in figure.data:
        trace.legendgroup = None
    assert "<a href" not in json.dumps(figure.to_plotly_json(), default=str)
    assert "<b>x<" not in json.dumps(figure.to_plotly_json(), default=str)


def test_nothing_to_draw_gives_a_kind_sentence(language):
    look = {"language": language, "theme": "light"}
    empty = [
        organisation_timeline(pd.DataFrame(), day=DAY, **look),
        organisation_timeline(TIMELINE.iloc[:0], day=DAY, **look),
        organisation_timeline(TIMELINE.assign(since=pd.NaT), day=DAY, **look),
        ego_network(pd.DataFrame(), pd.DataFrame(), **look),
        ego_network(NODES.iloc[:1], TIES.iloc[:0], **look),
    ]
    for figure in empty:
        assert not figure.data
        assert [note.text for note in figure.layout.annotations] == [language.text("charts.nothing")]


@pytest.mark.parametrize(
    ("draw", "frames"),
    [(partial(organisation_timeline, day=DAY), (TIMELINE,)), (ego_network, (NODES, TIES))],
)
def test_the_frames_are_left_as_they_were(draw, frames, look):
    before = [frame.copy(deep=True) for frame in frames]
    draw(*frames, **look)
    for frame, kept in zip(frames, before, strict=True):
        pd.testing.assert_frame_equal(frame, kept)
