"""Charts as SVG for the PDF, drawn by the machine's Chromium: one browser for all of them."""

import asyncio
import base64
import logging
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

import plotly.graph_objects as go
from choreographer.errors import BrowserClosedError, BrowserFailedError, ChannelClosedError, ChromeNotFoundError
from kaleido import Kaleido, PageGenerator

from analytics.reports.fonts import FONT_FILES
from analytics.reports.progress.watch import Watch

WIDTH = 680
"""So many pixels are as wide as a page's text; letters of 14 pixels are about 10 points high then."""

_DRAWN = {face: FONT_FILES[face] for face in ((400, "normal"), (700, "normal"))}
"""The letters that charts are written in."""
_PATIENCE, _TURN = 60, 0.5
"""Seconds: for one figure, and between two looks whether it is one's turn."""

_log = logging.getLogger(__name__)
logging.getLogger("choreographer").setLevel(logging.CRITICAL)  # it tells of messages that it reads again by itself
_drawing = Lock()
"""One browser at a time: it takes more memory than all the rest."""
_UID = re.compile(rb'id="(?:top)?defs-([0-9a-f]{6})"')
_FAILURES = (
    ChromeNotFoundError,
    BrowserFailedError,
    BrowserClosedError,
    ChannelClosedError,
    TimeoutError,
    OSError,
)


class NoBrowserError(Exception):
    """There is no browser on this machine that could draw the charts, or it gave up."""


def draw(figures: Mapping[str, go.Figure], watch: Watch) -> dict[str, bytes]:
    """Each figure as SVG, by its name; the same figure gives the same bytes.

    Raises NoBrowserError where no browser can draw them, and what ``watch`` raises when the work is cancelled.
    """
    while not _drawing.acquire(timeout=_TURN):
        watch.check()
    try:
        return _tried(figures, watch)
    finally:
        _drawing.release()


def _tried(figures: Mapping[str, go.Figure], watch: Watch) -> dict[str, bytes]:
    """What a browser drew; one that gave up is started once more."""
    try:
        return _run(figures, watch)
    except ChromeNotFoundError as error:
        raise NoBrowserError(str(error)) from error
    except _FAILURES:
        _log.warning("The browser gave up drawing charts, and is started once more.", exc_info=True)
    try:
        return _run(figures, watch)
    except _FAILURES as error:
        raise NoBrowserError(str(error)) from error


def _run(figures: Mapping[str, go.Figure], watch: Watch) -> dict[str, bytes]:
    """In a thread of its own: the caller's may have an event loop running already."""
    with ThreadPoolExecutor(max_workers=1) as alone:
        return alone.submit(lambda: asyncio.run(_drawn(figures, watch))).result()


async def _drawn(figures: Mapping[str, go.Figure], watch: Watch) -> dict[str, bytes]:
    drawn = {}
    async with Kaleido(n=1, timeout=_PATIENCE, page_generator=_Page()) as browser:
        for name, figure in figures.items():
            watch.step("figures")
            size = {"format": "svg", "width": WIDTH, "height": figure.layout.height}
            drawn[name] = _steady(await browser.calc_fig(_numbered(figure), opts=size))
    return drawn


class _Page:
    """The page in which charts are drawn, with the report's own letters, so that it measures what is printed."""

    def generate_index(self) -> str:
        """The page's HTML. Invisible lines in each weight fetch the letters before the first chart is measured."""
        faces = "".join(
            f'@font-face{{font-family:"Source Sans Pro";font-weight:{weight};font-style:{slope};'
            f'src:url("data:font/ttf;base64,{_encoded(file)}")}}'
            for (weight, slope), file in _DRAWN.items()
        )
        page: str = PageGenerator(mathjax=False).generate_index()
        lines = "".join(
            f"<p style=\"font:{slope} {weight} 14px 'Source Sans Pro';position:absolute;opacity:0\">Aä</p>"
            for weight, slope in _DRAWN
        )
        return page.replace("</title>", f"</title><style>{faces}</style>").replace("<img ", f"{lines}<img ")


def _encoded(file: Path) -> str:
    return base64.b64encode(file.read_bytes()).decode()


def _numbered(figure: go.Figure) -> go.Figure:
    """The figure with its traces numbered: Plotly would name them at random."""
    numbered = go.Figure(figure)
    for place, trace in enumerate(numbered.data):
        trace.uid = f"{place:06d}"
    return numbered


def _steady(svg: bytes) -> bytes:
    """The picture with the name that Plotly gave it at random replaced by one that stays."""
    for uid in set(_UID.findall(svg)):
        svg = re.sub(rb"(?<=[a-z-])" + uid, b"000000", svg)
    return svg
