"""The report as PDF: A4, tagged (PDF/UA-1, PDF/A-2a), with bookmarks; set by Typst."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from analytics.reports.progress.assemble import Content
from analytics.reports.progress.content import Entry, Exhibit, Part, Picture, Section, Table
from analytics.reports.progress.fonts import FONT_FOLDER
from analytics.reports.progress.pictures import WIDTH, NoBrowserError, draw
from analytics.reports.progress.watch import Watch

_PAGE = Path(__file__).with_name("page.typ")
_STANDARDS: list[Any] = ["ua-1", "a-2a"]
_UNWRITABLE = re.compile(r'the text `"(.+?)"` could not be displayed')
_STAND_IN = "□"
_LARGE = (Exhibit, Picture, Table, Entry)
"""A section with one of these begins on a page of its own; a few sentences do not."""
_FIRST_LETTER = 0x20
_PAGE_WIDTH, _TALLEST, _MAP = 16.6, 9.2, 14.5
"""Centimetres: of the text; of the tallest chart, so that two with their words stand on a page; of a map."""
_MAP_PIXELS = 500
_USUAL = re.compile("[\t\n\r\u0020-\u024f‐-―‘-„•…‰‹›€−]")
"""Letters that the font is known to have."""


def as_pdf(content: Content, watch: Watch) -> bytes:
    """The report as PDF; where no browser can draw the charts, their tables stand in their place, and it says so."""
    exhibits = _exhibits(content)
    watch.phase(1.0, len(exhibits) + 2)
    try:
        figures = draw({name: exhibit.draw() for name, exhibit in exhibits.items()}, watch)
        note = ""
    except NoBrowserError:
        figures, note = {}, content.basis.text("report.no_browser")
    watch.step("pages")
    return _set(content, figures, note)


def _exhibits(content: Content) -> dict[str, Exhibit]:
    return {part.name: part for section in content.sections for part in section.parts if isinstance(part, Exhibit)}


def _set(content: Content, figures: Mapping[str, bytes], note: str) -> bytes:
    """The pages. What the letters cannot write is shown as an empty box, so that the page keeps to its standards."""
    told = _told(content, figures, note)
    unwritable = _unwritable(json.dumps(told, ensure_ascii=False) + "".join(svg.decode() for svg in figures.values()))
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.joinpath("page.typ").write_bytes(_PAGE.read_bytes())
        written = json.dumps(_writable(told, unwritable), ensure_ascii=False)
        folder.joinpath("content.json").write_text(written, "utf-8")
        for figure, svg in figures.items():
            folder.joinpath(f"{figure}.svg").write_text(svg.decode().translate(unwritable), "utf-8")
        for picture in _pictures(content):
            folder.joinpath(f"{picture.name}.png").write_bytes(picture.png)
        return _compiled(folder / "page.typ", int(content.basis.moment.replace(tzinfo=UTC).timestamp()))


def _compiled(page: Path, seconds: int) -> bytes:
    return bytes(
        typst.compile(
            page,
            root=page.parent,
            font_paths=[FONT_FOLDER],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=_STANDARDS,
            timestamp=seconds,
        )
    )


def _unwritable(text: str) -> dict[int, str]:
    """The characters of ``text`` that none of the letters has, with what stands in their place."""
    unusual = sorted({sign for sign in text if not _USUAL.match(sign)})
    replaced: dict[int, str] = {}
    while unusual:
        probe = (
            "#(" + ",".join(json.dumps(sign, ensure_ascii=False) for sign in unusual) + ",).map(it => [#it ]).join()"
        )
        try:
            fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONT_FOLDER])
            page = f'#set document(title: "1")\n#set text(font: "Source Sans Pro")\n{probe}'
            typst.compile(
                page.encode(), font_paths=fonts, ignore_system_fonts=True, format="pdf", pdf_standards=["ua-1"]
            )
            break
        except typst.TypstError as error:
            found = _UNWRITABLE.search(str(error))
            missing = [sign for sign in unusual if found and sign in found[1]] or unusual
            replaced |= {ord(sign): _STAND_IN for sign in missing}
            unusual = [sign for sign in unusual if sign not in missing]
    return replaced


def _writable(told: Any, unwritable: Mapping[int, str]) -> Any:
    """What is told, with all its text as the letters can write it; signs that cannot be seen are left out."""
    if isinstance(told, str):
        shown = "".join(sign for sign in told if sign.isprintable() or sign == "\n" or sign.isspace())
        return "".join(sign for sign in shown.translate(unwritable) if sign == "\n" or ord(sign) >= _FIRST_LETTER)
    if isinstance(told, Mapping):
        return {name: _writable(part, unwritable) for name, part in told.items()}
    if isinstance(told, list | tuple):
        return [_writable(part, unwritable) for part in told]
    return told


def _pictures(content: Content) -> list[Picture]:
    return [part for section in content.sections for part in section.parts if isinstance(part, Picture)]


def _told(content: Content, figures: Mapping[str, bytes], note: str) -> dict[str, Any]:
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
        "sections": _sections(content.sections, figures),
        "draft": _sections(content.draft, figures),
    }


def _sections(sections: Sequence[Section], figures: Mapping[str, bytes]) -> list[dict[str, Any]]:
    return [
        {
            "title": section.title,
            "parts": [_part(part, figures) for part in section.parts],
            "starts-page": place > 0 and any(isinstance(part, _LARGE) for part in section.parts),
        }
        for place, section in enumerate(sections)
    ]


def _part(part: Part, figures: Mapping[str, bytes]) -> dict[str, Any]:
    told: dict[str, Any] = {"type": type(part).__name__.lower()}
    if isinstance(part, Exhibit):
        said = ("title", "caption", "alt", "source", "note")
        told |= {name: getattr(part, name) for name in said} | {"table": asdict(part.table)}
        tallest = _MAP if part.height > _MAP_PIXELS else _TALLEST
        height = min(tallest, part.height * _PAGE_WIDTH / WIDTH)
        return told | {"file": f"{part.name}.svg" if part.name in figures else "", "height": height}
    if isinstance(part, Picture):
        shown = ("title", "caption", "alt")
        return told | {name: getattr(part, name) for name in shown} | {"file": f"{part.name}.png"}
    return told | asdict(part)
