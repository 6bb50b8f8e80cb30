"""The sheet of introductions read back from paper and workbook."""

import re
from datetime import timedelta
from io import BytesIO

import openpyxl
import pandas as pd
import pytest
from pypdf import PdfReader

from analytics.errors import QuestionError
from analytics.intake.demo import DEMO_FOLDER
from analytics.language import LANGUAGES, Language
from analytics.reception.sheet import Sheet
from analytics.reception.sheet_words import why
from analytics.reports.evening import introductions_sheet
from analytics.warehouse import View, current
from tests.reports.evening.conftest import MOMENT, PLANNED


@pytest.fixture(scope="module")
def content(demo_store):
    return Sheet.of(View(current(demo_store)), PLANNED)


def _pages(pdf):
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("code", LANGUAGES)
class TestPaper:
    def test_every_page_says_that_it_is_internal_which_evening_it_is_and_its_number(self, sheet, code):
        pages = _pages(sheet("pdf", code))
        text = Language(code).text
        assert len(pages) > 2
        for number, page in enumerate(pages, start=1):
            assert text("evening.sheet_internal") in page
            assert text("frame.demo") in page
            assert "Herbstforum Grüne Produktion 2026" in page
            assert f"{text('report.word_page')} {number} {text('report.word_of')} {len(pages)}" in page

    def test_every_guest_stands_there_once_as_a_heading_in_order(self, sheet, content, code):
        outline = PdfReader(BytesIO(sheet("pdf", code))).outline
        nested = [entry.title for part in outline if isinstance(part, list) for entry in part]
        assert nested == [guest.name for guest in content.guests]

    def test_every_introduction_stands_there_with_its_reasons(self, sheet, content, squeezed, code):
        said = squeezed("".join(_pages(sheet("pdf", code))))
        for guest in content.guests:
            for to in guest.introductions:
                assert squeezed(to.name) in said
                assert all(squeezed(reason) in said for reason in why(to, Language(code)))

    def test_the_end_says_that_all_are_served_and_who_stands_aside(self, sheet, code):
        last = _pages(sheet("pdf", code))[-1]
        assert Language(code).text("evening.sheet_all_served") in last
        assert "Koordinierungsstelle Grüne Produktion" in last


def test_the_top_of_a_page_shows_which_letters_it_holds(sheet):
    pages = _pages(sheet("pdf"))
    assert "A – G" in pages[0]
    last = next(page for page in pages if "Zange & Wacholder GmbH" in page.partition("\n")[2][-900:])
    assert re.search(r"\b[A-Z] – Z\b", last)


def test_it_is_tagged_and_holds_its_fonts(sheet):
    reader = PdfReader(BytesIO(sheet("pdf")))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a truth of the file
    assert reader.trailer["/Root"]["/Lang"] == "de"


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_one_snapshot_gives_the_same_bytes_but_for_the_time(demo_store, sheet, kind):
    view = View(current(demo_store))
    again = introductions_sheet(view, PLANNED, kind, language=Language("de"), moment=MOMENT)
    assert again == sheet(kind)
    assert introductions_sheet(
        view, PLANNED, kind, language=Language("de"), moment=MOMENT + timedelta(hours=1)
    ) != sheet(kind)


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_no_person_is_in_it(sheet, words, everything_in, kind):
    people = pd.read_csv(DEMO_FOLDER / "people.csv", dtype=str)["person_id"]
    said = words(sheet(kind)) if kind == "pdf" else everything_in(sheet(kind))
    assert [person for person in people if person in said] == []


@pytest.mark.parametrize("code", LANGUAGES)
class TestWorkbook:
    def rows(self, book, place):
        page = book.worksheets[place]
        return [[cell.value for cell in row] for row in page.iter_rows(min_row=7)]

    def test_by_guest_and_by_pair(self, sheet, content, code):
        book = openpyxl.load_workbook(BytesIO(sheet("xlsx", code)))
        assert book.sheetnames == [Language(code).text(f"evening.sheet_by_{name}") for name in ("guest", "pair")]
        guests = [(row[0], row[2], row[3]) for row in self.rows(book, 0)]
        expected = [(guest.name, guest.persons, to.name) for guest in content.guests for to in guest.introductions]
        assert guests[: len(expected)] == expected
        pairs = [(row[0], row[2]) for row in self.rows(book, 1)]
        assert pairs == [(pair.name, pair.partner.name) for pair in content.pairs]

    def test_each_sheet_says_that_it_is_internal_on_screen_and_in_print(self, sheet, code):
        internal = Language(code).text("evening.sheet_internal")
        for page in openpyxl.load_workbook(BytesIO(sheet("xlsx", code))).worksheets:
            assert page["A4"].value == internal
            assert internal in page.oddFooter.left.text
            assert page.print_title_rows


@pytest.mark.parametrize("audience", ["ministry", "public"])
def test_others_than_the_management_do_not_get_it(demo_store, audience):
    with pytest.raises(QuestionError):
        introductions_sheet(View(current(demo_store), audience), PLANNED, "pdf", language=Language("de"), moment=MOMENT)
