"""The film's course without a browser, and the pictures made of it."""

import time
from datetime import date
from io import BytesIO

import pandas as pd
import pytest
from PIL import Image

from analytics.charts.film import film, film_animation, film_still
from analytics.charts.film.captions import caption
from analytics.charts.film.course import Course
from analytics.charts.film.lettering import font, writable
from analytics.charts.palette import PALETTES
from analytics.language import Language
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
    assert _said(made, 0.0) == "Vom 30.06.2024 bis 30.09.2024: 1 neu, 1 beendet, 2 geblieben"


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
    assert size < 8_000_000


def test_the_still_is_the_step_asked_for():
    first, last = film_still(_made(), step=0), film_still(_made())
    assert Image.open(BytesIO(first)).size == (1280, 720)
    assert first != last


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
    frames["strands"]["since"] = pd.NaT
    frames["presences"]["since"] = pd.NaT
    assert _said(_made(frames), 0.0) == "1. Quartal 2024: 6 Organisationen, 4 Verbindungen"
