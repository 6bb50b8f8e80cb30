"""The report as PDF: A4, tagged (PDF/UA-1, PDF/A-2a), with bookmarks; set by Typst."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from analytics.reports.progress.assemble import Content
from analytics.reports.progress.content import Entry, Figure, Part, Picture, Section, Table
from analytics.reports.progress.pictures import WIDTH, NoBrowserError, draw
from analytics.reports.progress.watch import Watch
from analytics.reports.typesetting import typeset

_PAGE = Path(__file__).with_name("page.typ")
_LARGE = (Figure, Picture, Table, Entry)
"""A section with one of these begins on a page of its own; a few sentences do not."""
_PAGE_WIDTH, _TALLEST, _MAP = 16.6, 9.2, 14.5
"""Centimetres: of the text; of the tallest chart, so that two with their words stand on a page; of a map."""
_MAP_PIXELS = 500


def as_pdf(content: Content, watch: Watch) -> bytes:
    """The report as PDF; where no browser can draw the charts, their tables stand in their place, and it says so."""
    figures = _figures(content)
    watch.phase(1.0, len(figures) + 2)
    try:
        drawings = draw({name: figure.draw() for name, figure in figures.items()}, watch)
        note = ""
    except NoBrowserError:
        drawings, note = {}, content.basis.text("report.no_browser")
    watch.step("pages")
    return _set(content, drawings, note)


def _figures(content: Content) -> dict[str, Figure]:
    return {part.name: part for section in content.sections for part in section.parts if isinstance(part, Figure)}


def _set(content: Content, drawings: Mapping[str, bytes], note: str) -> bytes:
    pictures = {picture.name: picture.png for picture in _pictures(content)}
    told = _told(content, drawings, note)
    return typeset(_PAGE, told, content.basis.moment, drawings=drawings, pictures=pictures)


def _pictures(content: Content) -> list[Picture]:
    return [part for section in content.sections for part in section.parts if isinstance(part, Picture)]


def _told(content: Content, drawings: Mapping[str, bytes], note: str) -> dict[str, Any]:
    """What ``page.typ`` reads."""
    cover, text = content.cover, content.basis.text
    facts = [*cover.facts, *([(text("report.fact_charts"), note)] if note else [])]
    return {
        "title": f"{cover.title} – {cover.network}",
        "description": cover.period,
        "heading": cover.title,
        "network": cover.network,
        "period": cover.period,
        "facts": facts,
        "demo": cover.demo,
        "running": f"{cover.title} · {cover.network}",
        "footer": cover.footer,
        "language": content.basis.language.code,
        "words": {word: text(f"report.word_{word}") for word in ("page", "of", "contents", "gap", "appendix")},
        "sections": _sections(content.sections, drawings),
        "draft": _sections(content.draft, drawings),
    }


def _sections(sections: Sequence[Section], drawings: Mapping[str, bytes]) -> list[dict[str, Any]]:
    return [
        {
            "title": section.title,
            "parts": [_part(part, drawings) for part in section.parts],
            "starts-page": place > 0 and any(isinstance(part, _LARGE) for part in section.parts),
        }
        for place, section in enumerate(sections)
    ]


def _part(part: Part, drawings: Mapping[str, bytes]) -> dict[str, Any]:
    told: dict[str, Any] = {"type": type(part).__name__.lower()}
    if isinstance(part, Figure):
        said = ("title", "caption", "alt", "source", "note")
        told |= {name: getattr(part, name) for name in said} | {"table": asdict(part.table)}
        tallest = _MAP if part.height > _MAP_PIXELS else _TALLEST
        height = min(tallest, part.height * _PAGE_WIDTH / WIDTH)
        return told | {"file": f"{part.name}.svg" if part.name in drawings else "", "height": height}
    if isinstance(part, Picture):
        shown = ("title", "caption", "alt")
        return told | {name: getattr(part, name) for name in shown} | {"file": f"{part.name}.png"}
    return told | asdict(part)
