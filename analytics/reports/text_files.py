"""A text that a person will edit, as .docx and as Markdown. Text from the data stays text in both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any
from unicodedata import category

from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from analytics.charts import PALETTES
from analytics.language import Language
from analytics.reports.archive import steady
from analytics.reports.prose import Bullets, Gap, Prose

_ACCENT = RGBColor.from_string(PALETTES["light"].accent.removeprefix("#").upper())
_FONT = "Calibri"
_LANGUAGES = {"de": "de-DE", "en": "en-GB"}
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$&!^=+])")
_LIST = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-])")


@dataclass(frozen=True)
class TextFile:
    """The text, apart from how a file format lays it out.

    ``subtitle`` stands beneath the title, ``subject`` in the file's properties; ``demo`` marks invented data, else "";
    ``read`` says what to do with the text. ``sections`` are headings with what stands below them. ``moment`` (UTC) is
    the time stamp.
    """

    title: str
    subtitle: str
    subject: str
    author: str
    demo: str
    read: str
    sections: Sequence[tuple[str, Sequence[Prose]]]
    footer: str
    language: Language
    moment: datetime


def docx_of(text: TextFile) -> bytes:
    """The text as a document for word processors; what a person has to add is highlighted."""
    document = Document()
    _look(document, text)
    document.add_heading(clean(text.title), 0)
    document.add_paragraph(clean(text.subtitle))
    if text.demo:
        document.add_paragraph().add_run(clean(text.demo)).bold = True
    if text.read:
        document.add_paragraph(clean(text.read))
    for heading, parts in text.sections:
        if heading:
            document.add_heading(clean(heading), 1)
        for part in parts:
            _add(document, text.language, part)
    file = BytesIO()
    document.save(file)
    return steady(file.getvalue(), text.moment)


def markdown_of(text: TextFile) -> bytes:
    """The text as Markdown in UTF-8; text from the data is escaped, so that it stays text."""
    lines = [f"# {escaped(text.title)}", "", escaped(text.subtitle), ""]
    if text.demo:
        lines += [f"**{escaped(text.demo)}**", ""]
    if text.read:
        lines += [escaped(text.read), ""]
    for heading, parts in text.sections:
        lines += [f"## {escaped(heading)}", ""] if heading else []
        for part in parts:
            if isinstance(part, Bullets):
                lines += [*(f"- {escaped(item)}" for item in part.items), ""]
            elif isinstance(part, Gap):
                lines += [f"> **{escaped(text.language.text('report.word_gap'))}** {escaped(part.text)}", ""]
            else:
                lines += [escaped(part.text), ""]
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _look(document: Any, text: TextFile) -> None:
    made, code = document.core_properties, text.language.code
    made.title = clean(text.title)
    made.subject = clean(text.subject)
    made.author = made.last_modified_by = clean(text.author)
    made.comments = text.demo
    made.language = _LANGUAGES[code]
    made.created = made.modified = text.moment.replace(tzinfo=None)
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
    page.footer.paragraphs[0].text = clean(" · ".join(filter(None, (text.footer, text.demo))))
    page.footer.paragraphs[0].runs[0].font.size = Pt(8.5)


def _add(document: Any, language: Language, part: Prose) -> None:
    if isinstance(part, Bullets):
        for item in part.items:
            document.add_paragraph(clean(item), style="List Bullet")
    elif isinstance(part, Gap):
        paragraph = document.add_paragraph()
        for said, is_bold in ((f"[{language.text('report.word_gap')} ", True), (f"{part.text}]", False)):
            run = paragraph.add_run(clean(said))
            run.bold = is_bold
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    else:
        document.add_paragraph(clean(part.text))


def clean(text: str) -> str:
    """Text without the signs that no document may hold; the space that keeps a number with its unit is none of them."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\t\n" or category(sign) == "Zs")


def escaped(text: str) -> str:
    """Text of one line that Markdown shows as it is."""
    found = _MARKUP.sub(r"\\\1", re.sub(r"[ \t\r\n]+", " ", clean(text)))
    return _LIST.sub(lambda head: re.sub(r"([.)-])", r"\\\1", head[0]), found)
