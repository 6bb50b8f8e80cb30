"""The film's course without a browser, and the pictures made of it."""

import time
from datetime import date
from io import BytesIO
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from PIL import Image, ImageDraw

from analytics.charts.film import film, film_animation, film_still, picture
from analytics.charts.film.captions import caption
from analytics.charts.film.course import Course, States
from analytics.charts.film.ground import Ground
from analytics.charts.film.ink import mixed
from analytics.charts.film.lettering import font, writable
from analytics.charts.film.light import glow
from analytics.charts.film.nameplates import nameplates
from analytics.charts.palette import PALETTES
from analytics.language import LANGUAGES, Language
from tests import film_frames


def _made(frames=None, code="de", **options):
    return film(**(frames or film_frames.small()), language=Language(code), title="Netzwerk", **options)


def _said(made, time):
    return caption(made, time, *Course(made).at(time))


def test_the_sentence_of_each_quarter():
    made = _made()
    assert [_said(made, step) for step in range(4)] == [
        "1. Quartal 2024: 3 Organisationen, 2 Verbindungen, davon 2 neu",
        "2. Quartal 2024: 4 Organisationen, 3 Verbindungen, davon 1 neu",
        "3. Quartal 2024: 6 Organisationen, 3 Verbindungen, davon 1 neu",
        "4. Quartal 2024: 6 Organisationen, 3 Verbindungen",
    ]


def test_what_has_ended_is_past():
    course = Course(_made())
    ties = {tuple(pair): place for place, pair in enumerate(course.pairs.tolist())}
    _, in_june = course.at(1.0)
    _, in_autumn = course.at(2.0)
    assert in_june.active[ties[1, 2]] == 1
    assert (in_autumn.active[ties[1, 2]], in_autumn.past[ties[1, 2]]) == (0, 1)


def test_partners_at_the_time_shown():
    course = Course(_made())
    assert [course.degrees(course.at(step)[1]).tolist() for step in (0.0, 2.0)] == [
        [1, 2, 1, 0, 0, 0],
        [1, 1, 1, 2, 1, 0],
    ]


def test_between_two_steps_something_new_appears_by_and_by():
    course = Course(_made())
    strengths = [float(course.at(1 + share / 10)[1].active[3]) for share in range(11)]
    assert strengths == sorted(strengths)
    assert 0 < strengths[1] < 1
    assert strengths[-1] == 1


def test_every_step_agrees_with_pandas():
    frames = film_frames.many(200)
    course = Course(_made(frames))
    for step, day in enumerate(frames["steps"]["ends_on"]):
        nodes, ties = course.at(float(step))
        assert {
            "organisations": int(nodes.active.sum()),
            "ties": int(ties.active.sum()),
            "fresh": int((ties.active * ties.fresh).sum()),
        } == film_frames.counted(frames, day)


def test_a_comparison_says_what_came_and_went():
    made = _made(comparison=(date(2024, 6, 30), date(2024, 9, 30)))
    assert _said(made, 0.0) == "30.06.2024 – 30.09.2024: neue Verbindungen 1, beendete 1, gebliebene 2"


def test_without_steps_everything_that_ever_was():
    frames = film_frames.small()
    made = _made({**frames, "steps": frames["steps"].iloc[:0]})
    assert _said(made, 0.0) == "Bisher: 6 Organisationen, 4 Verbindungen"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_animation_plays_from_the_first_step_to_the_last_and_holds_it(theme):
    image = Image.open(BytesIO(film_animation(_made(), theme=theme, width=640, height=360)))
    assert (image.size, image.format) == ((640, 360), "GIF")
    assert image.n_frames >= 4
    durations, pictures = [], []
    for frame in range(image.n_frames):
        image.seek(frame)
        durations.append(image.info["duration"])
        pictures.append(image.convert("RGB").tobytes())
    assert durations[-1] > 5 * max(durations[:-1])
    assert len(set(pictures)) > image.n_frames / 2


def test_the_animation_keeps_the_colours_of_the_kinds():
    image = Image.open(BytesIO(film_animation(_made())))
    image.seek(image.n_frames - 1)
    colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 16)}
    for kind in ("company", "science", "startup", "public", "multiplier"):
        wanted = PALETTES["light"].kinds[kind]
        assert tuple(int(wanted[i : i + 2], 16) for i in (1, 3, 5)) in colours


def test_nobody_there_is_a_still_picture():
    image = Image.open(BytesIO(film_animation(_made(film_frames.empty()), width=640, height=360)))
    assert image.n_frames == 1


@pytest.mark.parametrize("count", [450, 3000])
def test_a_large_network_is_ready_for_a_slide_in_time(count):
    made = _made(film_frames.many(count))
    began = time.process_time()
    size = len(film_animation(made))
    assert time.process_time() - began < 20
    assert size < 8_500_000


def test_the_still_is_the_step_asked_for():
    first, last = film_still(_made(), step=0), film_still(_made())
    assert Image.open(BytesIO(first)).size == (1280, 720)
    assert first != last


@pytest.mark.parametrize(
    ("running", "fresh", "wanted"),
    [(90, 60, 1), (300, 100, 1), (300, 130, 0), (300, 115, 0.5), (9966, 9344, 0), (0, 0, 1)],
)
def test_what_is_new_is_lit_while_it_stands_out(running, fresh, wanted):
    """Up to 60 or a third in full, nothing beyond 1.3 times that; in a comparison up to 600 at least."""
    assert glow(_ties(running, fresh), is_compared=False) == pytest.approx(wanted)


def test_a_comparison_lights_more():
    assert glow(_ties(363, 199), is_compared=True) == 1
    assert glow(_ties(9966, 9344), is_compared=True) == 0


def _ties(running, fresh):
    return States(np.ones(running), np.zeros(running), (np.arange(running) < fresh).astype(float))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_where_all_is_new_no_tie_is_drawn_in_the_colour_of_what_is_new(theme):
    """Every tie of the first picture is new: of 60 groups' ties none is lit, of the small network's two both are."""
    assert _share_of_accent(_made(film_frames.beginning(400)), theme) < 0.1 * _share_of_accent(_made(), theme)


def _share_of_accent(made, theme):
    """The pixels of the pure accent above the time line."""
    accent = PALETTES[theme].accent
    wanted = tuple(int(accent[i : i + 2], 16) for i in (1, 3, 5))
    picture = Image.open(BytesIO(film_still(made, step=0, theme=theme))).crop((0, 80, 1280, 660))
    return dict(map(reversed, picture.getcolors(1 << 20))).get(wanted, 0)


def test_a_group_is_not_named_beside_the_one_it_is_called_after():
    """Group 0 is called after B, which is there from the first quarter to the last; group 1 after E, from the third."""
    frames = film_frames.small()
    frames["groups"]["organisation_id"] = ["B", "E", None]
    made = _made(frames)
    course = Course(made)
    ground = Ground(made, (2560, 1440), 2)
    plates = nameplates(made, made["look"]["light"], ground, course.degrees(course.at(3.0)[1]))
    shown = [{plate.text for plate in plates if plate.is_shown(course.at(float(step))[0])} for step in range(4)]
    assert {"Firma B", "Um Firma B"} & shown[0] == {"Firma B"}
    assert {"Firma E", "Um Firma D"} & shown[1] == set()
    assert {"Firma E", "Um Firma D"} & shown[2] == {"Firma E"}


def test_a_group_keeps_its_name_when_the_one_it_is_called_after_has_ended():
    """D and E are group 1, called after E, which is there in the third quarter only: in the second nothing is said."""
    frames = film_frames.small()
    frames["groups"]["organisation_id"] = ["B", "E", None]
    frames["presences"].loc[frames["presences"]["organisation_id"] == "E", "until"] = frames["steps"]["ends_on"][2]
    made = _made(frames)
    course = Course(made)
    ground = Ground(made, (2560, 1440), 2)
    plates = nameplates(made, made["look"]["light"], ground, course.degrees(course.at(3.0)[1]))
    shown = [{plate.text for plate in plates if plate.is_shown(course.at(float(step))[0])} for step in range(4)]
    assert [{"Firma E", "Um Firma D"} & texts for texts in shown] == [set(), set(), {"Firma E"}, {"Um Firma D"}]


def test_a_ground_is_as_strong_as_the_share_of_its_members():
    """Group 1 is D and E: none of them in the first quarter, D in the second, both in the third."""
    frames = film_frames.small()
    made = _made(frames)
    ground = Ground(made, (2560, 1440), 2)
    x, y = ground.outlines[1].mean(axis=0) / 2
    y -= 9
    look = made["look"]["light"]
    wanted = [look["surface"], mixed(look["tints"][1], look["surface"], 0.5), look["tints"][1]]
    for step, colour in enumerate(wanted):
        seen = Image.open(BytesIO(film_still(made, step=step))).convert("RGB").getpixel((round(x), round(y)))
        assert seen == tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def test_a_tie_beneath_a_weak_ground_is_seen_all_the_way_to_its_end(monkeypatch):
    """C and D in the second quarter, of whose group only half is there: with so many ties they run beneath grounds."""
    monkeypatch.setattr(picture, "_MANY_TIES", 0)
    monkeypatch.setattr(picture, "glow", lambda *_, **__: 0.0)  # what is new is lit above the grounds
    made = _made()
    drawn = picture.Picture(made, "light", 1280, 720)
    curve = np.array(drawn._ground.curves(drawn.course.pairs)[drawn.course.pairs.tolist().index([2, 3])])
    along = np.linspace(0, 11, 1000)
    way = np.column_stack([np.interp(along, np.arange(12), axis) for axis in curve.T])
    ground = Image.new("1", (2560, 1440))
    ImageDraw.Draw(ground).polygon([tuple(corner) for corner in drawn._ground.outlines[1]], fill=1)
    inside = [(round(x), round(y)) for x, y in way if ground.getpixel((round(x), round(y)))]
    x, y = inside[len(inside) // 4]
    look = made["look"]["light"]
    of_ground = _brightness(mixed(look["tints"][1], look["surface"], 0.5))
    seen = drawn.draw(1.0)
    around = [seen.getpixel((x // 2 + i, y // 2 + j)) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    assert min(sum(pixel) for pixel in around) < of_ground - 20


def _brightness(colour):
    return sum(int(colour[i : i + 2], 16) for i in (1, 3, 5))


@pytest.mark.parametrize("count", [60, 400, 1200])
def test_no_name_lies_on_another_or_beyond_the_edge(count):
    frames = film_frames.many(count)
    frames["groups"]["organisation_id"] = frames["nodes"].drop_duplicates("group")["organisation_id"].to_numpy()
    made = _made(frames)
    course = Course(made)
    ground = Ground(made, (2560, 1440), 2)
    plates = nameplates(made, made["look"]["light"], ground, course.degrees(course.at(19.0)[1]))
    for step in range(20):
        nodes, _ = course.at(float(step))
        boxes = [plate.letters.getbbox(plate.text) for plate in plates]
        placed = [
            (x + left, y + top, x + right, y + bottom)
            for plate, (left, top, right, bottom) in zip(plates, boxes, strict=True)
            for x, y in [plate.place]
            if plate.is_shown(nodes)
        ]
        assert all(box[0] > 0 and box[1] > 148 and box[2] < 2560 and box[3] < 1440 - 108 for box in placed)
        assert all(
            one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            for one, other in combinations(placed, 2)
        )


@pytest.mark.parametrize("count", [40, 1800])
def test_who_is_in_no_group_is_drawn_all_the_same(count):
    frames = film_frames.many(count)
    frames["nodes"].loc[[3, 4], "group"] = -1
    made = _made(frames)
    assert [made["nodes"]["group"][node] for node in (3, 4)] == [-1, -1]
    assert made["groups_first"] == (count > 1500)
    assert film_still(made)


def test_the_letters_cover_german():
    missing = bytes(font(40).getmask("\uffff"))
    for letter in "äöüÄÖÜß„“–…·":
        assert writable(letter) == letter
        assert bytes(font(40).getmask(letter)) != missing


def test_pillows_own_font_writes_umlauts_out(monkeypatch):
    monkeypatch.setattr("analytics.charts.film.lettering._file", lambda: None)
    assert writable("Größe für „Öl“") == 'Groesse fuer "Oel"'


def test_presences_without_dates_are_always_there():
    frames = film_frames.small()
    frames["cooperation_ties"]["since"] = pd.NaT
    frames["presences"]["since"] = pd.NaT
    assert _said(_made(frames), 0.0) == "1. Quartal 2024: 6 Organisationen, 4 Verbindungen"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1800, 1200)])
def test_the_legend_of_all_kinds_and_of_what_is_new_is_not_cut(code, width, height):
    """Of the legend's line, the last pixels before the right edge are as empty as those before the left one."""
    still = Image.open(BytesIO(film_still(_made(code=code), width=width, height=height))).convert("RGB")
    line = still.crop((width - 20, round(height * (1 - 40 / 720)), width, height))
    assert line.getcolors() == [(line.width * line.height, still.getpixel((2, height - 2)))]
