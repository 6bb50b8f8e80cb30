"""The draft of the Sachbericht as .docx and as Markdown, to be edited by a person."""

from analytics.reports.progress.assemble import Content
from analytics.reports.progress.watch import Watch
from analytics.reports.prose import Bullets, Gap, Paragraph
from analytics.reports.text_files import TextFile, docx_of, markdown_of


def as_docx(content: Content, watch: Watch) -> bytes:
    """The draft as a text document; what a person has to add is highlighted."""
    watch.step("text")
    return docx_of(_text(content, facts_as_list=False))


def as_markdown(content: Content, watch: Watch) -> bytes:
    """The draft as Markdown in UTF-8; text from the data is escaped, so that it stays text."""
    watch.step("text")
    return markdown_of(_text(content, facts_as_list=True))


def _text(content: Content, *, facts_as_list: bool) -> TextFile:
    cover, said = content.cover, content.basis.text
    facts = tuple(f"{label}: {fact}" for label, fact in cover.facts)
    basis = [Bullets(facts)] if facts_as_list else [Paragraph(fact) for fact in facts]
    sections = [
        (section.title, [part for part in section.parts if isinstance(part, Bullets | Gap | Paragraph)])
        for section in content.draft
    ]
    return TextFile(
        title=said("report.draft_title"),
        subtitle=f"{cover.network}, {cover.period}",
        subject=cover.period,
        author=cover.network,
        demo=cover.demo,
        read=said("report.draft_read"),
        sections=[*sections, (said("report.draft_basis"), basis)],
        footer=cover.footer,
        language=content.basis.language,
        moment=content.basis.moment,
    )
