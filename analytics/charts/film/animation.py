"""The film for slides: an animated GIF, or the still of one moment as PNG."""

from io import BytesIO
from typing import Any

from PIL import Image

from analytics.charts.film.assemble import Film
from analytics.charts.film.ink import mixed
from analytics.charts.film.picture import Picture
from analytics.charts.palette import Theme

_MOST_FRAMES = 72
_PER_STEP = 4
_LENGTH = 15_000
_HELD = 4_000
"""Milliseconds: the film from the first step to the last, and its end before it begins anew."""
_SHADES, _GROUND_SHADES = 12, 4


def film_animation(film: Film, *, theme: Theme = "light", width: int = 1280, height: int = 720) -> bytes:
    """The film as an animated GIF that begins anew after its end; a single frame where there is no time to show."""
    picture = Picture(film, theme, width, height)
    times = _times(picture.course.last)
    colours = _common_colours(film["look"][theme])
    flat = [picture.draw(time).quantize(palette=colours, dither=Image.Dither.NONE) for time in times]
    pause = max(60, min(400, _LENGTH // len(times)))
    file = BytesIO()
    flat[0].save(
        file,
        "GIF",
        save_all=True,
        append_images=flat[1:],
        duration=[pause] * (len(flat) - 1) + [_HELD],
        loop=0,
        optimize=False,
        disposal=1,
    )
    return file.getvalue()


def film_still(
    film: Film, *, step: int | None = None, theme: Theme = "light", width: int = 1280, height: int = 720
) -> bytes:
    """The end of ``step`` (None = the last) as PNG."""
    picture = Picture(film, theme, width, height)
    file = BytesIO()
    picture.draw(float(picture.course.last if step is None else step)).save(file, "PNG")
    return file.getvalue()


def _times(last: int) -> list[float]:
    """The moments drawn: as many between two steps as the whole allows."""
    between = max(1, min(_PER_STEP, _MOST_FRAMES // max(last, 1)))
    return [frame / between for frame in range(last * between + 1)]


def _common_colours(look: dict[str, Any]) -> Image.Image:
    """The film's own colours, pure and faint, as the one palette of all frames: so none shifts and none flickers."""
    plain = [look["surface"], *look["tints"], look["line"], look["raised"]]
    shades = [
        mixed(colour, look["surface"], step / _SHADES)
        for colour in (look["text"], look["muted"], look["accent"], look["tie"], *look["kinds"])
        for step in range(_SHADES, 0, -1)
    ]
    grounds = [
        mixed(colour, look["surface"], step / _GROUND_SHADES)
        for colour in look["tints"]
        for step in range(_GROUND_SHADES - 1, 0, -1)
    ]
    colours = list(dict.fromkeys([*plain, *shades, *grounds]))[:256]
    holder = Image.new("P", (1, 1))
    holder.putpalette([int(colour[i : i + 2], 16) for colour in colours for i in (1, 3, 5)])
    return holder
