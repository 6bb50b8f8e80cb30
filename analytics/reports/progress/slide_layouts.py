"""A template's layouts: which is for the title, which for findings, and where things go on them."""

import copy
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.slide import Slide
from pptx.util import Emu, Pt

from analytics.errors import IntakeError
from analytics.reports.progress.content import Basis, Cover

_NAMED = ("befund", "finding")
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_CONTENT = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.CHART)
_UNDER = (PP_PLACEHOLDER.BODY,)
_FEET = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_FEW, _MANY = 230, 400
"""Letters of a caption: the more, the smaller."""
_CAPTION_SHARE = 0.14
"""The part of the content's place that a caption takes where the template has none for it."""
_TEMPLATE = b"presentationml.template.main+xml"
_DECK = b"presentationml.presentation.main+xml"


@dataclass(frozen=True)
class Box:
    """A place on a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Layouts:
    """The two layouts of a template that a report needs.

    ``title`` has a title and a subtitle; ``finding`` a title and a place for content, perhaps one for a caption, too.
    """

    title: Any
    finding: Any

    @classmethod
    def of(cls, deck: Any, file: str) -> "Layouts":
        """The layouts by their placeholders; of several for findings the one named so, else the one with the fewest.

        Raises IntakeError where one is lacking.
        """
        layouts = list(deck.slide_layouts)
        titles = [layout for layout in layouts if _has(layout, _TITLES) and _has(layout, (PP_PLACEHOLDER.SUBTITLE,))]
        findings = [layout for layout in layouts if _has(layout, _TITLES) and _has(layout, _CONTENT)]
        if not titles:
            raise IntakeError("template_without_title", file=file)
        if not findings:
            raise IntakeError("template_without_content", file=file)
        findings.sort(key=lambda layout: (layout.name.lower() not in _NAMED, len(list(layout.placeholders))))
        return cls(titles[0], findings[0])

    def subtitle_of(self, slide: Slide) -> Any:
        """The slide's place for what stands under the title."""
        return next(shape for shape in slide.placeholders if shape.placeholder_format.type == PP_PLACEHOLDER.SUBTITLE)

    def emptied(self, slide: Slide) -> Box:
        """The place for content, which is free afterwards; further ones are taken away."""
        found = [shape for shape in slide.placeholders if shape.placeholder_format.type in _CONTENT]
        first = found[0]
        box = Box(first.left, first.top, first.width, first.height)
        for shape in found:
            shape._element.getparent().remove(shape._element)
        if self._caption_of(slide) is None:
            return Box(box.left, box.top, box.width, round(box.height * (1 - _CAPTION_SHARE)))
        return box

    def add_caption(self, slide: Slide, text: str) -> None:
        """Write ``text`` under the content; a second time, beneath the first."""
        shape = self._caption_of(slide) or self._own_caption(slide)
        frame = shape.text_frame
        paragraph = frame.add_paragraph() if frame.text else frame.paragraphs[0]
        paragraph.text = text
        for written in frame.paragraphs:
            written.font.size = Pt(13 if len(frame.text) < _FEW else 11 if len(frame.text) < _MANY else 10)

    def drop_caption(self, slide: Slide) -> None:
        """Take the empty place of a caption away."""
        shape = self._caption_of(slide)
        if shape is not None:
            shape._element.getparent().remove(shape._element)

    def feet(self, slide: Slide, cover: Cover, basis: Basis) -> None:
        """Date, footer and number as the layout has them; a slide gets none by itself."""
        for shape in slide.slide_layout.placeholders:
            kind = shape.placeholder_format.type
            if kind not in _FEET:
                continue
            element = copy.deepcopy(shape._element)
            slide.shapes._spTree.append(element)
            if kind == PP_PLACEHOLDER.SLIDE_NUMBER:
                continue
            added = next(own for own in slide.placeholders if own._element is element)
            note = f"{cover.footer} · {cover.demo}" if cover.demo else cover.footer
            added.text_frame.text = basis.language.date(basis.moment.date()) if kind == PP_PLACEHOLDER.DATE else note

    def _caption_of(self, slide: Slide) -> Any:
        return next((shape for shape in slide.placeholders if shape.placeholder_format.type in _UNDER), None)

    def _own_caption(self, slide: Slide) -> Any:
        place = next(shape for shape in self.finding.placeholders if shape.placeholder_format.type in _CONTENT)
        height = round(place.height * _CAPTION_SHARE)
        found = next((shape for shape in slide.shapes if shape.name == "Caption"), None)
        if found is None:
            top = place.top + place.height - height
            found = slide.shapes.add_textbox(Emu(place.left), Emu(top), Emu(place.width), Emu(height))
            found.name = "Caption"
            found.text_frame.word_wrap = True
        return found


def as_template(file: bytes) -> bytes:
    """A PowerPoint template (.potx) as a presentation, which can be built upon; a presentation as it is.

    Raises ValueError where it is no archive.
    """
    target = BytesIO()
    try:
        with ZipFile(BytesIO(file)) as source, ZipFile(target, "w", ZIP_DEFLATED) as written:
            for entry in source.infolist():
                held = source.read(entry)
                if entry.filename == "[Content_Types].xml":
                    held = held.replace(_TEMPLATE, _DECK)
                written.writestr(entry, held)
    except (BadZipFile, EOFError, OSError, RuntimeError) as error:
        raise ValueError("no archive") from error
    return target.getvalue()


def _has(layout: Any, kinds: tuple[Any, ...]) -> bool:
    return any(shape.placeholder_format.type in kinds for shape in layout.placeholders)
