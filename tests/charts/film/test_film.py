"""The film's dict and its offline file, on the small network of tests/film_frames.py."""

import json
import math
import re
from datetime import date
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.charts.film import film, film_document
from analytics.charts.film.look import DARK_MET, DARK_TINTS, LIGHT_MET, LIGHT_TINTS
from analytics.charts.film.outlines import PADDING, convex_hull, outline
from analytics.charts.film.scripts import offline_script, widget_script
from analytics.charts.film.words import NAMES
from analytics.charts.palette import PALETTES, contrast
from analytics.language import Language
from tests import film_frames

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \"'&${x}"


def _made(frames=None, code="de", **options):
    return film(**(frames or film_frames.small()), language=Language(code), title="Netzwerk", **options)


def _day(text):
    return (pd.Timestamp(text) - pd.Timestamp("1970-01-01")).days


def test_columns_become_lists_and_ids_places():
    made = _made()
    assert made["nodes"]["id"] == list("ABCDEF")
    assert [made["kinds"][kind]["label"] for kind in made["nodes"]["kind"][:3]] == [
        "Unternehmen",
        "Wissenschaft",
        "Start-up",
    ]
    cooperation_ties = made["cooperation_ties"]
    assert list(zip(cooperation_ties["one"], cooperation_ties["other"], strict=True)) == [
        (0, 1),
        (1, 2),
        (2, 3),
        (3, 4),
    ]
    assert cooperation_ties["until"] == [None, _day("2024-06-30"), None, None]
    assert made["cooperations"]["joint"] == [_day("2024-05-01"), None, None, None]
    assert made["cooperations"]["kind"] == ["Forschung und Entwicklung", "Pilotprojekt", "Auftrag", ""]
    assert json.loads(json.dumps(made)) == made


def test_steps_are_named_in_the_readers_language_and_know_the_day_before():
    steps = _made()["steps"]
    assert [step["label"] for step in steps][:2] == ["1. Quartal 2024", "2. Quartal 2024"]
    assert (steps[0]["before"], steps[0]["end"]) == (_day("2023-12-31"), _day("2024-03-31"))
    assert steps[1]["before"] == steps[0]["end"]
    assert _made(code="en")["steps"][0]["label"] == "Quarter 1, 2024"


@pytest.mark.parametrize(
    ("name", "ends_on", "before"),
    [
        ("2024", "2024-12-31", "2023-12-31"),
        ("2024-H2", "2024-12-31", "2024-06-30"),
        ("2025-Q1", "2025-03-31", "2024-12-31"),
    ],
)
def test_the_first_step_is_as_long_as_its_period(name, ends_on, before):
    steps = pd.DataFrame({"name": [name], "ends_on": [pd.Timestamp(ends_on)]})
    assert _made({**film_frames.small(), "steps": steps})["steps"][0]["before"] == _day(before)


def test_rows_about_others_are_left_out():
    frames = film_frames.small()
    made = _made({**frames, "nodes": frames["nodes"].iloc[:3]})
    assert list(zip(made["cooperation_ties"]["one"], made["cooperation_ties"]["other"], strict=True)) == [
        (0, 1),
        (1, 2),
    ]
    assert set(made["presences"]["node"]) == {0, 1, 2}


def test_every_text_is_there_in_either_language():
    for code in ("de", "en"):
        assert set(_made(code=code)["words"]) == set(NAMES)


def test_every_word_the_scripts_ask_for_is_sent_and_every_one_sent_is_asked_for():
    source = offline_script()
    said = set(re.findall(r'"(\w+)"', source))
    begun = set(re.findall(r"`(\w+_)\$\{\w+\}`", source))
    ended = set(re.findall(r"`\$\{\w+\}(_\w+)`", source))
    assert set(re.findall(r'speak\.text\(\s*"(\w+)"', source)) <= set(NAMES)
    composed = [name for name in NAMES if name.startswith(tuple(begun)) or name.endswith(tuple(ended))]
    assert set(NAMES) - said - set(composed) == set()


def test_another_network_has_another_signature():
    assert _made()["signature"] == _made()["signature"]
    assert _made()["signature"] != _made(film_frames.small(A="Anders"))["signature"]


def test_an_unknown_kind_is_shown_as_it_stands():
    frames = film_frames.small()
    frames["nodes"].loc[0, "kind"] = "guild"
    made = _made(frames)
    assert made["kinds"][made["nodes"]["kind"][0]] == {"label": "guild", "symbol": "circle-open"}


def test_nobody_there_is_still_a_film():
    made = _made(film_frames.empty())
    assert made["nodes"]["id"] == made["steps"] == made["groups"] == []
    assert "<title>Netzwerk</title>" in film_document(made)


def test_a_group_that_is_not_known_is_none():
    frames = film_frames.small()
    assert _made({**frames, "groups": frames["groups"].iloc[:2]})["nodes"]["group"] == [0, 0, 0, 1, 1, -1]


def test_a_group_knows_whom_it_is_called_after():
    frames = film_frames.small()
    frames["groups"]["organisation_id"] = ["B", "nobody", None]
    assert [group["namesake"] for group in _made(frames)["groups"]] == [1, None, None]
    assert [group["namesake"] for group in _made()["groups"]] == [None, None, None]


def test_events_are_lists_of_guests_places():
    """At e1, the later one, A, C and a stranger; at e2 B and F, F twice; e3 has one guest, e4 strangers only."""
    known = pd.DataFrame(
        {
            "event_id": ["e1", "e2", "e3", "e4"],
            "title": ["Spätes\nTreffen", "Frühes", "Allein", "Fremde"],
            "happened_on": pd.to_datetime(["2024-05-02", "2024-02-01", "2024-03-01", "2024-03-02"]),
        }
    )
    there = {"e1": "ACX", "e2": "FBF", "e3": "A", "e4": "XY"}
    guests = pd.DataFrame(
        [(event, guest) for event, names in there.items() for guest in names], columns=["event_id", "organisation_id"]
    )
    assert _made(meetings=(known, guests))["events"] == {
        "title": ["Frühes", "Spätes Treffen"],
        "day": [_day("2024-02-01"), _day("2024-05-02")],
        "guests": [[1, 5], [0, 2, 6]],
    }


def test_meetings_change_nothing_else():
    frames = film_frames.many(60)
    with_meetings, without = _made(frames, meetings=film_frames.gathered(frames, 8)), _made(frames)
    assert len(with_meetings["events"]["guests"]) == 8
    assert without["events"]["guests"] == []
    for made in (with_meetings, without):
        del made["events"], made["signature"]
    assert with_meetings == without


def test_a_comparison_has_no_steps():
    made = _made(comparison=(date(2024, 3, 31), date(2024, 9, 30)))
    assert made["steps"] == []
    assert made["comparison"]["before_label"] == "31.03.2024"


@pytest.mark.parametrize(("theme", "tints"), [("light", LIGHT_TINTS), ("dark", DARK_TINTS)])
def test_every_symbol_stands_out_on_every_ground(theme, tints):
    colours = PALETTES[theme]
    for tint in tints:
        assert min(contrast(kind, tint) for kind in colours.kinds.values()) >= 3
        assert contrast(colours.text, tint) >= 4.5
        assert contrast(colours.muted, tint) >= 4.5
        assert contrast(LIGHT_MET if theme == "light" else DARK_MET, tint) >= 4.5


POINTS = st.lists(st.tuples(*[st.integers(-50, 50).map(float)] * 2), min_size=1, max_size=30)


@given(POINTS)
def test_the_outline_leaves_every_member_its_room(points):
    corners = outline(points)
    assert len(corners) >= 8
    for point in points:
        assert _is_inside(point, corners)
        assert min(_distance(point, *edge) for edge in _edges(corners)) > 0.95 * PADDING


def _edges(corners):
    return zip(corners, [*corners[1:], corners[0]], strict=True)


def _is_inside(point, corners):
    """Whether a ray to the right crosses an odd number of edges."""
    x, y = point
    crossed = [
        x < x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in _edges(corners) if (y1 > y) != (y2 > y)
    ]
    return sum(crossed) % 2 == 1


def _distance(point, start, end):
    """From a point to the nearest of a segment."""
    along = (end[0] - start[0], end[1] - start[1])
    length = along[0] ** 2 + along[1] ** 2
    share = ((point[0] - start[0]) * along[0] + (point[1] - start[1]) * along[1]) / (length or 1)
    share = min(max(share, 0), 1)
    return math.dist(point, (start[0] + share * along[0], start[1] + share * along[1]))


def test_the_hull_of_a_square_is_its_corners():
    square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]
    assert convex_hull([*square, (1.0, 1.0), (1.0, 0.0)]) == square
    assert outline([]) == []


class _Reader(HTMLParser):
    """What a browser makes of a page: its elements, and the text of each script."""

    def __init__(self):
        super().__init__()
        self.tags, self.scripts, self._open = [], [], None

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")
        self._open = tag

    def handle_data(self, data):
        if self._open == "script":
            self.scripts[-1] += data

    def handle_endtag(self, tag):
        self._open = None


def _read(document):
    reader = _Reader()
    reader.feed(document)
    return reader


def test_hostile_names_stay_names():
    frames = film_frames.small(A=HOSTILE)
    made = film(**frames, language=Language("de"), title=HOSTILE, note=HOSTILE)
    reader = _read(film_document(made))
    assert [tag for tag, _ in reader.tags].count("script") == 2
    assert "img" not in [tag for tag, _ in reader.tags]
    assert json.loads(reader.scripts[0])["nodes"]["name"][0] == HOSTILE


def test_the_file_asks_for_nothing():
    document = film_document(_made())
    reader = _read(document)
    assert not [attrs for _, attrs in reader.tags if "src" in attrs or "href" in attrs]
    addresses = set(re.findall(r"https?://[^\s\"'<>)]+", document))
    assert addresses <= {"http://www.w3.org/2000/svg"}
    policy = next(attrs["content"] for tag, attrs in reader.tags if attrs.get("http-equiv"))
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_title_note_and_date_stand_in_the_file():
    document = film_document(_made(note="Erfundene Daten", until=date(2024, 12, 31)))
    assert "<h1>Netzwerk</h1>" in document
    assert "<p>Erfundene Daten · Daten bis 31.12.2024</p>" in document


def test_scripts_never_make_markup_of_text():
    for source in (offline_script(), widget_script()):
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", source)
        assert not re.search(r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(", source)
