"""The draft of the Sachbericht as .docx and as Markdown, to be edited by a person."""

import re
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from analytics.charts import PALETTES
from analytics.reports.archive import steady
from analytics.reports.progress.assemble import Content
from analytics.reports.progress.content import Bullets, Gap, Paragraph, Part
from analytics.reports.progress.watch import Watch

_ACCENT = RGBColor.from_string(PALETTES["light"].accent.removeprefix("#").upper())
_FONT = "Calibri"
_LANGUAGES = {"de": "de-DE", "en": "en-GB"}
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$&!^=+])")
_LIST = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-])")


def as_docx(content: Content, watch: Watch) -> bytes:
    """The draft as a text document; what a person has to add is highlighted."""
    watch.step("text")
    document = Document()
    _look(document, content)
    cover = content.cover
    document.add_heading(_clean(content.basis.text("report.draft_title")), 0)
    document.add_paragraph(_clean(f"{cover.network}, {cover.period}"))
    if cover.demo:
        document.add_paragraph().add_run(_clean(cover.demo)).bold = True
    document.add_paragraph(_clean(content.basis.text("report.draft_read")))
    for section in content.draft:
        document.add_heading(_clean(section.title), 1)
        for part in section.parts:
            _add(document, content, part)
    document.add_heading(_clean(content.basis.text("report.draft_basis")), 1)
    for label, said in cover.facts:
        document.add_paragraph(_clean(f"{label}: {said}"))
    file = BytesIO()
    document.save(file)
    return steady(file.getvalue(), content.basis.moment)


def as_markdown(content: Content, watch: Watch) -> bytes:
    """The draft as Markdown in UTF-8; text from the data is escaped, so that it stays text."""
    watch.step("text")
    text, cover = content.basis.text, content.cover
    lines = [f"# {_plain(text('report.draft_title'))}", "", _plain(f"{cover.network}, {cover.period}"), ""]
    if cover.demo:
        lines += [f"**{_plain(cover.demo)}**", ""]
    lines += [_plain(text("report.draft_read")), ""]
    for section in content.draft:
        lines += [f"## {_plain(section.title)}", ""]
        for part in section.parts:
            if isinstance(part, Bullets):
                lines += [*(f"- {_plain(item)}" for item in part.items), ""]
            elif isinstance(part, Gap):
                lines += [f"> **{_plain(text('report.word_gap'))}** {_plain(part.text)}", ""]
            elif isinstance(part, Paragraph):
                lines += [_plain(part.text), ""]
    lines += [f"## {_plain(text('report.draft_basis'))}", ""]
    lines += [f"- {_plain(f'{label}: {said}')}" for label, said in cover.facts]
    return ("\n".join(lines) + "\n").encode()


def _look(document: Any, content: Content) -> None:
    made, cover, code = document.core_properties, content.cover, content.basis.language.code
    made.title = _clean(content.basis.text("report.draft_title"))
    made.subject = cover.period
    made.author = made.last_modified_by = _clean(cover.network)
    made.comments = cover.demo
    made.language = _LANGUAGES[code]
    made.created = made.modified = content.basis.moment.replace(tzinfo=None)
    made.revision = 1
    for name in ("Normal", "Title", "Heading 1"):
        style = document.styles[name]
        style.font.name = _FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:asciiTheme"), "minorHAnsi")
        if name != "Normal":
            style.font.color.rgb = _ACCENT
    document.styles["Normal"].font.size = Pt(11)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), _LANGUAGES[code])
    document.styles["Normal"].element.get_or_add_rPr().append(spoken)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    note = f"{cover.footer} · {cover.demo}" if cover.demo else cover.footer
    page.footer.paragraphs[0].text = _clean(note)
    page.footer.paragraphs[0].runs[0].font.size = Pt(8.5)


def _add(document: Any, content: Content, part: Part) -> None:
    if isinstance(part, Bullets):
        for item in part.items:
            document.add_paragraph(_clean(item), style="List Bullet")
    elif isinstance(part, Gap):
        paragraph = document.add_paragraph()
        for said, is_bold in ((f"[{content.basis.text('report.word_gap')} ", True), (f"{part.text}]", False)):
            run = paragraph.add_run(_clean(said))
            run.bold = is_bold
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    elif isinstance(part, Paragraph):
        document.add_paragraph(_clean(part.text))


def _clean(text: str) -> str:
    """Text without the signs that no document may hold."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\t\n")


def _plain(text: str) -> str:
    """Text of one line that Markdown shows as it is."""
    escaped = _MARKUP.sub(r"\\\1", re.sub(r"[ \t\r\n]+", " ", _clean(text)))
    return _LIST.sub(lambda found: re.sub(r"([.)-])", r"\\\1", found[0]), escaped)
