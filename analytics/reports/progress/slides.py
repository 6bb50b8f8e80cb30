"""The report as PPTX: one finding a slide, its chart native and editable, on a template that can be replaced."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.exc import PythonPptxError
from pptx.slide import Slide
from pptx.util import Emu, Pt

from analytics.errors import IntakeError
from analytics.reports.archive import steady
from analytics.reports.progress.assemble import Content
from analytics.reports.progress.content import Figure, NativeChart, Part, Picture, Section, Table
from analytics.reports.progress.slide_charts import add_chart
from analytics.reports.progress.slide_layouts import Box, Layouts, as_template
from analytics.reports.progress.watch import Watch
from analytics.reports.prose import Bullets, Paragraph

TEMPLATE = Path(__file__).parents[3] / "data" / "templates" / "report" / "template.pptx"
_MOST_ROWS = 11
"""More rows go on a slide of their own."""
_INK = RGBColor(0x1F, 0x29, 0x33)
_TONES = {"good": RGBColor(0x0B, 0x6E, 0x4F), "warn": RGBColor(0x9A, 0x5B, 0x00), "bad": RGBColor(0xB3, 0x26, 0x1E)}
_LONG_TITLE = 80
_LONGEST = 500
"""So many letters of a caption are shown on a slide; the notes hold all of it."""


def as_pptx(content: Content, watch: Watch, template: Path | None = None) -> bytes:
    """The report as slides on ``template``.

    Raises IntakeError where that is no template that slides could be put on.
    """
    deck, layouts = _opened(template or TEMPLATE)
    slides = _Slides(deck, layouts, content)
    slides.cover()
    watch.phase(1.0, sum(len(section.parts) for section in content.sections))
    for section in content.sections:
        for part in section.parts:
            watch.step("slides")
            slides.add(section, part)
    _properties(deck, content)
    file = BytesIO()
    deck.save(file)
    return steady(file.getvalue(), content.basis.moment)


def _opened(template: Path) -> tuple[Any, Layouts]:
    try:
        deck = Presentation(BytesIO(as_template(template.read_bytes())))
    except (PythonPptxError, KeyError, ValueError, OSError) as error:
        raise IntakeError("no_template", file=template.name) from error
    for name in list(deck.slides._sldIdLst):  # slides that lie in the template are samples
        deck.part.drop_rel(name.rId)
        deck.slides._sldIdLst.remove(name)
    return deck, Layouts.of(deck, template.name)


class _Slides:
    """Puts the parts of a report on slides."""

    def __init__(self, deck: Any, layouts: Layouts, content: Content) -> None:
        self._deck, self._layouts, self._content = deck, layouts, content
        self._text = content.basis.text

    def cover(self) -> None:
        """The first slide: what the report is, and what identifies it."""
        cover = self._content.cover
        slide = self._deck.slides.add_slide(self._layouts.title)
        slide.shapes.title.text = cover.title
        lines = [cover.network, cover.period, *([cover.demo] if cover.demo else [])]
        lines += [f"{label}: {said}" for label, said in cover.facts]
        frame = self._layouts.subtitle_of(slide).text_frame
        frame.text = "\n".join(lines)
        for place, paragraph in enumerate(frame.paragraphs):
            paragraph.font.size = Pt(20 if place < 2 else 12)
            paragraph.font.bold = bool(cover.demo) and place == 2
        self._layouts.feet(slide, cover, self._content.basis)

    def add(self, section: Section, part: Part) -> None:
        """A slide for each finding, picture and table, and for sentences that stand as a list or a caution.

        A finding without a value has none: there would be axes without anything on them. Where an office program can
        draw no chart of it, its table stands there.
        """
        if isinstance(part, Figure):
            if part.chart is None:
                self._classes(part)
            elif not part.chart.is_empty:
                self._figure(part, part.chart)
        elif isinstance(part, Picture):
            self._picture(part)
        elif isinstance(part, Table) and part.is_for_slides:
            self._table(section, part)
        elif isinstance(part, Bullets):
            self._sentences(section, part.items)
        elif isinstance(part, Paragraph) and part.is_slide:
            self._sentences(section, [part.text])

    def _figure(self, part: Figure, chart: NativeChart) -> None:
        caption = part.chart_caption or part.caption
        slide, box = self._slide(part.title, "" if part.remark else caption, keeps_caption=bool(part.remark))
        for said in (part.note, part.remark):
            if said:
                self._layouts.add_caption(slide, said)
        add_chart(slide, chart, box, part.alt, self._content.basis.language, self._content.basis.moment)
        notes = [caption, part.remark, part.note, part.definition, part.source]
        slide.notes_slide.notes_text_frame.text = "\n\n".join(note for note in notes if note)

    def _classes(self, part: Figure) -> None:
        slide, box = self._slide(part.title, part.caption)
        self._rows(slide, box, part.table, 0)
        notes = [part.caption, part.note, part.definition, part.source]
        slide.notes_slide.notes_text_frame.text = "\n\n".join(note for note in notes if note)

    def _picture(self, part: Picture) -> None:
        slide, box = self._slide(part.title, part.caption)
        width, height = Image.open(BytesIO(part.png)).size
        share = min(box.width / width, box.height / height)
        left = box.left + (box.width - width * share) / 2
        picture = slide.shapes.add_picture(
            BytesIO(part.png), Emu(round(left)), Emu(box.top), Emu(round(width * share)), Emu(round(height * share))
        )
        named = picture._element.nvPicPr.cNvPr
        named.set("descr", part.alt)
        named.set("name", part.title)
        slide.notes_slide.notes_text_frame.text = "\n\n".join([part.alt, part.caption, self._content.cover.footer])

    def _sentences(self, section: Section, items: Sequence[str]) -> None:
        slide, box = self._slide(section.title, "")
        frame = slide.shapes.add_textbox(Emu(box.left), Emu(box.top), Emu(box.width), Emu(box.height)).text_frame
        frame.word_wrap = True
        letters = sum(len(item) for item in items)
        for place, item in enumerate(items):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.text = f"•  {item}" if len(items) > 1 else item
            paragraph.font.size = Pt(20 if letters < 600 else 16 if letters < 1100 else 13)
            paragraph.space_after = Pt(10 if letters < 1100 else 5)

    def _table(self, section: Section, part: Table) -> None:
        """A slide for so many rows as there is room for; the heading again on each."""
        for start in range(0, len(part.rows), _MOST_ROWS):
            slide, box = self._slide(part.title or section.title, part.caption)
            self._rows(slide, box, part, start)

    def _rows(self, slide: Slide, box: Box, part: Table, start: int) -> None:
        rows = part.rows[start : start + _MOST_ROWS]
        height = Emu(min(box.height, round(box.height / _MOST_ROWS) * (len(rows) + 1)))
        count = len(part.headings)
        frame = slide.shapes.add_table(len(rows) + 1, count, Emu(box.left), Emu(box.top), Emu(box.width), height)
        frame._element.nvGraphicFramePr.cNvPr.set("descr", part.title)
        widths = part.widths or tuple(2 if numeric else 3 for numeric in part.numeric)
        for column, width in zip(frame.table.columns, widths, strict=True):
            column.width = Emu(round(box.width * width / sum(widths)))
        for place, row in enumerate([part.headings, *rows]):
            for column, said in enumerate(row):
                cell = frame.table.cell(place, column)
                cell.text = said
                cell.margin_top = cell.margin_bottom = Pt(2)
                paragraph = cell.text_frame.paragraphs[0]
                paragraph.font.size = Pt(12 if count < 6 else 11)
                paragraph.font.bold = place == 0
                paragraph.alignment = PP_ALIGN.RIGHT if part.numeric[column] else PP_ALIGN.LEFT
                if place:
                    tone = part.tones[start + place - 1] if part.tones and column == count - 1 else ""
                    paragraph.font.color.rgb = _TONES.get(tone, _INK)
                    paragraph.font.bold = bool(tone)

    def _slide(self, title: str, caption: str, *, keeps_caption: bool = False) -> tuple[Slide, Box]:
        """A new slide with its title, its caption and its feet, and the box that its content goes into.

        The place of the caption goes where there is none, unless something else will be written there.
        """
        slide = self._deck.slides.add_slide(self._layouts.finding)
        slide.shapes.title.text = title
        if len(title) > _LONG_TITLE:
            slide.shapes.title.text_frame.paragraphs[0].font.size = Pt(20)
        box = self._layouts.emptied(slide)
        if caption:
            self._layouts.add_caption(slide, caption if len(caption) <= _LONGEST else caption[:_LONGEST] + " …")
        elif not keeps_caption:
            self._layouts.drop_caption(slide)
        self._layouts.feet(slide, self._content.cover, self._content.basis)
        return slide, box


def _properties(deck: Any, content: Content) -> None:
    made, cover = deck.core_properties, content.cover
    made.title = f"{cover.title} – {cover.network}"
    made.subject = cover.period
    made.author = made.last_modified_by = cover.network
    made.comments = cover.demo
    made.language = content.basis.language.code
    made.created = made.modified = content.basis.moment.replace(tzinfo=None)
    made.revision = 1
