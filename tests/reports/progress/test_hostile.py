"""Text out of the data stays text in every format, whatever it looks like.

organisations:
organisation_id | name                          | kind    | size  | member_since | consents_to_name
alpha           | =cmd                          | company | small | 2024-01-01   | yes
beta            | #let x = 1; $y$ @ref *b* [z]  | startup | small | 2024-01-01   | yes
gamma           | <b>Gamma</b> 🎉 שלום 日本      | science |       | 2024-01-01   | yes

events:
event_id | title       | starts_on  | format   | status
one      | #panic("x") | 2025-02-01 | workshop | held

participations:
event_id | organisation_id | status
one      | alpha           | attended
one      | beta            | attended
one      | gamma           | attended

cooperations:
cooperation_id | title                     | kind
first          | =HYPERLINK("http://x")    | pilot

cooperation_stages:
cooperation_id | stage | since
first          | 3     | 2025-03-01

cooperation_members:
cooperation_id | organisation_id
first          | alpha
first          | beta

targets:
kpi                   | due_on     | baseline | target | source
organisations_reached | 2025-12-31 | 0        | 5      | =SUM(A1) #set *bold* $x$ @a [b] <i> 🎉 日本
events_held           | 2025-12-31 | 0        | 9      | +cmd' /C calc'!A0
"""

from io import BytesIO

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from analytics.reports.progress.document import as_markdown
from analytics.warehouse import Period
from tests.reports.progress.conftest import LITTLE

NETWORK = '=cmd|" #show: x => panic() ' + "W" * 250 + " 🎉 مرحبا <b>\x07"
YEAR = Period.parse("2025")


@pytest.fixture
def made_of(view, without_browser):
    return lambda kind: without_browser(view, kind, period=YEAR, network=NETWORK)


def test_in_the_pdf_it_is_shown_as_it_stands(made_of, words):
    text = " ".join(words(made_of("pdf")).split())
    assert "=SUM(A1) #set *bold* $x$ @a [b] <i> □ □□" in text
    assert "+cmd' /C calc'!A0" in text
    assert '=cmd|" #show: x => panic()' in text


def test_in_the_slides(made_of):
    deck = Presentation(BytesIO(made_of("pptx")))
    said = [
        cell.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    assert any("=SUM(A1) #set *bold*" in text for text in said)


def test_in_the_workbook_it_is_no_formula(made_of):
    book = openpyxl.load_workbook(BytesIO(made_of("xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"n", "s"}
    assert any("=SUM(A1)" in str(cell.value) for cell in cells)
    assert any(str(cell.value).startswith("=cmd") for cell in cells)


def test_in_the_document(made_of):
    document = Document(BytesIO(made_of("docx")))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "=SUM(A1) #set *bold* $x$ @a [b] <i> 🎉 日本" in text
    assert "\x07" not in text


def test_in_markdown_it_is_escaped(made_of):
    text = made_of("md").decode()
    assert r"\=SUM(A1) \#set \*bold\* \$x\$ @a \[b\] \<i\>" in text
    assert as_markdown.__doc__


@pytest.mark.parametrize(("kind", "code"), [("pptx", "de"), ("xlsx", "en"), ("docx", "de"), ("md", "en")])
def test_hardly_any_data_is_told_in_words(built, without_browser, kind, code):
    """One guest at one event, no cooperation, no target, no district: every section finds words for it."""
    assert len(without_browser(built(LITTLE), kind, code, period=YEAR)) > 500


def test_what_is_not_there_is_said(built, without_browser, words):
    text = " ".join(words(without_browser(built(LITTLE), "pdf", period=YEAR)).split())
    assert "Es sind keine Ziele hinterlegt" in text
    assert "Vereinbarte Kooperationen sind bis zum Ende des Berichtszeitraums nicht verzeichnet." in text
    assert "es gibt noch kein Netzwerk zu zeigen" in text
