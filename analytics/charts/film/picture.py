"""One moment of the film as a picture for a slide, drawn by Pillow: larger, then made smaller for smooth edges."""

from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from analytics.charts.film.assemble import Film
from analytics.charts.film.bubbles import draw_bubbles
from analytics.charts.film.captions import caption
from analytics.charts.film.course import Course, States, Strengths
from analytics.charts.film.ground import Ground
from analytics.charts.film.ink import mixed
from analytics.charts.film.lettering import Font, font, writable
from analytics.charts.film.light import glow
from analytics.charts.film.nameplates import nameplates
from analytics.charts.film.symbols import corners
from analytics.charts.palette import Theme
from analytics.language import Language

_FINER = 2
_FAINT_RING = 0.3
"""The ring of a new organisation where so much is new that nothing is lit."""
_MANY_TIES = 1500
"""Beyond so many, ties between groups run beneath the groups' grounds, and those that have ended are left out."""
Drawing = ImageDraw.ImageDraw


class Picture:
    """Draws the film at any time, ``width`` by ``height`` pixels."""

    def __init__(self, film: Film, theme: Theme, width: int, height: int) -> None:
        self.course = Course(film)
        self._film = film
        self._look: dict[str, Any] = film["look"][theme]
        self._size = (width * _FINER, height * _FINER)
        self._unit = height / 720 * _FINER
        self._ground = Ground(film, self._size, self._unit)
        self._is_grouped: bool = film["groups_first"]
        self._curves = [] if self._is_grouped else self._ground.curves(self.course.pairs)
        self._names = []
        if not self._is_grouped:
            partners = np.bincount(self.course.pairs.ravel(), minlength=self.course.nodes.count).astype(float)
            self._names = nameplates(film, self._look, self._ground, partners)

    def draw(self, time: float) -> Image.Image:
        """The picture at ``time``, counted in steps."""
        nodes, ties = self.course.at(time)
        image = Image.new("RGB", self._size, self._look["surface"])
        drawing = ImageDraw.Draw(image)
        if self._is_grouped:
            draw_bubbles(drawing, self._ground, self._look, nodes, ties, self.course.pairs)
        else:
            self._draw_network(image, drawing, nodes, ties)
        self._write(drawing, caption(self._film, time, nodes, ties))
        self._draw_legend(drawing)
        self._draw_time(drawing, time)
        return image.reduce(_FINER)

    def _draw_network(self, image: Image.Image, drawing: Drawing, nodes: States, ties: States) -> None:
        is_within = np.equal(*self._ground.groups[self.course.pairs].T)
        running = ties.active * np.where(is_within, 0.62, 0.3) * _faint(ties.active)
        ended = ties.past * np.where(is_within, 0.28, 0.14) * _faint(ties.past)
        light = glow(ties, is_compared=self._film["comparison"] is not None)
        if len(is_within) > _MANY_TIES:
            self._draw_ties(drawing, running * ~is_within, self._look["tie"], 1.1)
            running, ended = running * is_within, ended * is_within
        self._draw_grounds(image, drawing, nodes)
        self._draw_ties(drawing, ended, self._look["tie"], 1.0)
        self._draw_ties(drawing, running, self._look["tie"], 1.1)
        self._draw_ties(drawing, ties.active * ties.fresh * light, self._look["accent"], 2.2)
        self._draw_nodes(drawing, nodes, self.course.degrees(ties), _FAINT_RING + (1 - _FAINT_RING) * light)
        halo = {"stroke_width": round(2 * self._unit), "stroke_fill": self._look["surface"]}
        for name in self._names:
            if name.is_shown(nodes):
                drawing.text(name.place, name.text, font=name.letters, fill=name.ink, **halo)

    def _draw_grounds(self, image: Image.Image, drawing: Drawing, nodes: States) -> None:
        """As strong as the share of a group's members that are there, or have been.

        What runs beneath shines through a weak one: it would else end at the edge of a ground that nobody sees.
        """
        there = np.maximum(nodes.active, nodes.past)
        for group, points in enumerate(self._ground.outlines):
            members = there[self._ground.groups == group]
            if len(members) > 1 and members.max() > 0:
                share = float(members.mean())
                left, top = np.floor(points.min(axis=0)).astype(int).tolist()
                right, bottom = np.ceil(points.max(axis=0)).astype(int).tolist()
                strength = Image.new("L", (right - left + 1, bottom - top + 1))
                inside = [(float(x) - left, float(y) - top) for x, y in points]
                ImageDraw.Draw(strength).polygon(inside, fill=round(255 * share))
                image.paste(self._look["tints"][group % len(self._look["tints"])], (left, top), strength)
                corner = [(float(x), float(y)) for x, y in points]
                drawing.polygon(corner, outline=self._mixed(self._look["line"], share))

    def _draw_ties(self, drawing: Drawing, strengths: Strengths, colour: str, width: float) -> None:
        """The faintest first, so that none of the strong ones is cut by a faint one."""
        shown = np.flatnonzero(strengths > 0.02)
        for tie in shown[np.argsort(strengths[shown], kind="stable")]:
            shade = self._mixed(colour, float(strengths[tie]))
            drawing.line(self._curves[tie], fill=shade, width=round(width * self._unit))

    def _draw_nodes(self, drawing: Drawing, nodes: States, degrees: Strengths, light: float) -> None:
        strengths = np.maximum(nodes.active, 0.35 * nodes.past)
        for node in np.flatnonzero(strengths > 0.02):
            strength = float(strengths[node])
            x, y = (float(pixel) for pixel in self._ground.places[node])
            radius = self._ground.radius(float(degrees[node])) * (0.5 + 0.5 * strength)
            kind = int(self._ground.kinds[node])
            symbol = self._film["kinds"][kind]["symbol"]
            rim = corners(symbol, x, y, radius + 1.1 * self._unit)
            drawing.polygon(rim, fill=self._look["surface"])
            self._draw_symbol(drawing, symbol, (x, y), radius, self._mixed(self._look["kinds"][kind], strength))
            fresh = float(nodes.fresh[node] * nodes.active[node]) * light
            if fresh > 0.02:
                self._draw_ring(drawing, (x, y), radius + 3.5 * self._unit, self._mixed(self._look["accent"], fresh))

    def _draw_symbol(
        self, drawing: Drawing, symbol: str, place: tuple[float, float], radius: float, colour: str
    ) -> None:
        if symbol == "circle-open":
            self._draw_ring(drawing, place, radius, colour)
        else:
            drawing.polygon(corners(symbol, *place, radius), fill=colour)

    def _draw_ring(self, drawing: Drawing, place: tuple[float, float], radius: float, colour: str) -> None:
        x, y = place
        box = (x - radius, y - radius, x + radius, y + radius)
        drawing.ellipse(box, outline=colour, width=round(1.7 * self._unit))

    def _write(self, drawing: Drawing, sentence: str) -> None:
        left, unit, ink = 30 * self._unit, self._unit, self._look["text"]
        drawing.text((left, 18 * unit), writable(self._film["title"]), font=self._font(26, is_bold=True), fill=ink)
        drawing.text((left, 54 * unit), writable(sentence), font=self._font(20), fill=ink)
        note = writable(" · ".join(part for part in (self._film["note"], self._film["dated"]) if part))
        place = (self._size[0] - left, 34 * unit)
        drawing.text(place, note, font=self._font(15), fill=self._look["muted"], anchor="rm")

    def _draw_legend(self, drawing: Drawing) -> None:
        x, y = 30 * self._unit, self._size[1] - 24 * self._unit
        letters = self._font(15)
        for kind, colour in zip(self._film["kinds"], self._look["kinds"], strict=True):
            self._draw_symbol(drawing, kind["symbol"], (x + 6 * self._unit, y), 6 * self._unit, colour)
            label = writable(kind["label"])
            drawing.text((x + 18 * self._unit, y), label, font=letters, fill=self._look["text"], anchor="lm")
            x += letters.getlength(label) + 40 * self._unit
        if not self._is_grouped and (self.course.last or self._film["comparison"]):
            drawing.line((x, y, x + 22 * self._unit, y), fill=self._look["accent"], width=round(2.6 * self._unit))
            self._draw_ring(drawing, (x + 36 * self._unit, y), 7 * self._unit, self._look["accent"])
            text = writable(Language(self._film["language"]).text("film.legend_new_both"))
            drawing.text((x + 50 * self._unit, y), text, font=letters, fill=self._look["text"], anchor="lm")

    def _draw_time(self, drawing: Drawing, time: float) -> None:
        """The time line, filled as far as the film has come."""
        if not self.course.last:
            return
        left, right, thick = 30 * self._unit, self._size[0] - 30 * self._unit, 5 * self._unit
        top = self._size[1] - 54 * self._unit
        reached = left + (right - left) * time / self.course.last
        for end, colour in ((right, self._look["line"]), (max(reached, left + thick), self._look["accent"])):
            drawing.rounded_rectangle((left, top, end, top + thick), thick / 2, fill=colour)

    def _font(self, size: float, *, is_bold: bool = False) -> Font:
        return font(round(size * self._unit), is_bold=is_bold)

    def _mixed(self, colour: str, strength: float) -> str:
        return mixed(colour, self._look["surface"], strength)


def _faint(strengths: Strengths) -> float:
    """The more ties there are, the fainter each."""
    return min(1.0, float((700 / (1 + strengths.sum())) ** 0.5))
