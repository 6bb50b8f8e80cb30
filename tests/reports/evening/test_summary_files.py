"""The summary of an evening read back from page and text files, with its masks."""

import re
from datetime import timedelta
from io import BytesIO

import pandas as pd
import pytest
from docx import Document
from pypdf import PdfReader

from analytics.intake.demo import DEMO_FOLDER
from analytics.language import LANGUAGES, Language
from analytics.reports.evening import SUMMARY_AUDIENCES, SUMMARY_FORMATS, evening_summary
from analytics.warehouse import View, current
from tests.reports.evening.conftest import HELD, MOMENT

RECEPTIONS = ("V57", "V49", "V67")


@pytest.fixture(scope="module")
def text(summary, words, everything_in):
    def read(audience, kind, code="de", event=HELD):
        made = summary(audience, kind, code, event)
        if kind == "pdf":
            return words(made)
        return made.decode() if kind == "md" else everything_in(made)

    return read


@pytest.fixture(scope="module")
def secrets():
    """What only the management may read."""
    organisations = pd.read_csv(DEMO_FOLDER / "organisations.csv", dtype=str)
    unnamed = organisations[organisations["consents_to_name"] != "true"]
    people = pd.read_csv(DEMO_FOLDER / "people.csv", dtype=str)
    assert min(len(unnamed), len(people)) > 50
    return unnamed["name"].tolist(), [*unnamed["organisation_id"], *people["person_id"]]


@pytest.mark.parametrize("event", RECEPTIONS)
@pytest.mark.parametrize("kind", SUMMARY_FORMATS)
def test_the_public_s_holds_no_name_without_consent_and_no_id(text, secrets, squeezed, kind, event):
    names, ids = secrets
    said = text("public", kind, event=event)
    assert len(said) > 300
    assert [name for name in names if squeezed(name) in squeezed(said)] == []
    assert [key for key in ids if re.search(rf"(?<![A-Za-z0-9]){re.escape(key)}(?![A-Za-z0-9])", said)] == []


@pytest.mark.parametrize("audience", SUMMARY_AUDIENCES)
@pytest.mark.parametrize("kind", SUMMARY_FORMATS)
def test_no_person_is_in_any(text, audience, kind):
    people = pd.read_csv(DEMO_FOLDER / "people.csv", dtype=str)["person_id"]
    said = text(audience, kind)
    assert [person for person in people if person in said] == []


def test_the_management_s_names_what_the_public_s_does_not(text):
    assert "Hochschule Schraubenau" in text("management", "md")
    assert "Hochschule Schraubenau" not in text("public", "md")
    assert "Innovationsbüro Glühlinghausen" in text("public", "md")


def test_the_public_reads_no_count_below_five(text):
    told = re.findall(r"\((\d+)\)", "".join(text("public", "md", event=event) for event in RECEPTIONS))
    assert [number for number in told if 0 < int(number) < 5] == []


@pytest.mark.parametrize("kind", SUMMARY_FORMATS)
def test_it_says_for_whom_it_is_and_that_the_data_is_invented(text, kind):
    language = Language("de")
    for audience, key in (("public", "evening.summary_masked"), ("management", "evening.summary_internal")):
        said = " ".join(text(audience, kind).split())
        assert language.text(key) in said
        assert language.text("frame.demo") in said


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("event", RECEPTIONS)
@pytest.mark.parametrize("audience", SUMMARY_AUDIENCES)
def test_it_is_one_page_with_the_figure_against_expectation(summary, audience, event, code):
    reader = PdfReader(BytesIO(summary(audience, "pdf", code, event)))
    assert len(reader.pages) == 1
    word = {"de": "erwartet", "en": "expected"}[code]
    assert re.search(rf"\d+ {word}, \d+(–\d+)? (gekommen|came)", reader.pages[0].extract_text())


def test_it_never_speaks_of_an_effect_but_of_an_association(text):
    said = text("management", "md")
    assert "ein zeitlicher Zusammenhang, kein Beweis einer Wirkung" in said
    assert said.count("Wirkung") == 1


def test_in_english_nothing_of_its_own_is_german(text):
    own = [line for line in text("management", "md", "en").splitlines() if not line.startswith(("#", "- "))]
    said = "\n".join(own[4:])
    assert re.findall(r"\b(und|der|die|das|nicht|wurden|Gäste|Kooperationen|Tagen)\b", said) == []


def test_the_text_has_gaps_that_only_a_person_can_fill(summary):
    document = Document(BytesIO(summary("public", "docx")))
    marked = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.font.highlight_color]
    assert sum(text.startswith("[Bitte ergänzen") for text in marked) == 3
    assert document.core_properties.title == "Fachkräfteforum: Lernen in der Produktion"


@pytest.mark.parametrize("kind", SUMMARY_FORMATS)
def test_one_snapshot_gives_the_same_bytes_but_for_the_time(demo_store, summary, kind):
    view, language = View(current(demo_store), "public"), Language("de")
    assert evening_summary(view, HELD, kind, language=language, moment=MOMENT) == summary("public", kind)
    later = evening_summary(view, HELD, kind, language=language, moment=MOMENT + timedelta(hours=1))
    assert (later == summary("public", kind)) == (kind == "md")
