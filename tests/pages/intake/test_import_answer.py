"""What page Data says of an import: every reason once, what to know, what was not read; and only of the last one."""

import pytest

from analytics.intake.importing import import_files
from analytics.intake.messages import ignored, noted, rejected, unassigned
from analytics.language import LANGUAGES, Language
from analytics.store import Store
from pages.intake.import_answer import Outcome
from pages.parts.escape_markdown import escape_markdown

ORGANISATIONS = "Organisations-ID;Name;Art;Kreis;Steuernummer\nO1;Kessel;Unternehmen;;7\n" + "".join(
    f"X{number};A;Unternehmen;57a11;7\n" for number in range(300)
)
EVENTS = "Veranstaltungs-ID;Titel;Beginn;Format;Stand\nE1;Fest;18.06.2026;Empfang;durchgeführt\n"
GUESTS = "Veranstaltungs-ID;Firma;Anwesend\nE1;N.N.;ja\nE1;Birkner KG;ja\n"


def report_on(folder, **files):
    folder.mkdir()
    for name, content in files.items():
        (folder / f"{name}.csv").write_text(content, "utf-8")
    return import_files(Store(folder / "store"), [folder])


@pytest.fixture
def page(opened, empty_store):
    """The page after an import with this report."""

    def show(report, lang="de"):
        found = opened(empty_store, "intake", lang=lang)
        found.session_state["import_outcome"] = Outcome(report)
        return found.run()

    return show


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_of_the_report_stands_on_the_page_once(page, tmp_path, lang):
    report = report_on(tmp_path / "f", organisations=ORGANISATIONS, events=EVENTS, guests=GUESTS)
    language = Language(lang)
    shown = page(report, lang)
    assert not shown.exception
    text = "\n".join(element.value for element in shown.markdown)
    messages = [*rejected(report.rejections, language), *noted(report.notes, language)]
    sentences = [message.text for message in messages]
    sentences += [*unassigned(report.unassigned, language), *ignored(report.ignored, language)]
    assert len(messages) == 2  # 300 rows of one fault, and one guest who is nobody
    assert any("Steuernummer" in sentence for sentence in sentences)
    for sentence in sentences:
        assert text.count(escape_markdown(sentence)) == 1
    assert not shown.dataframe  # sentences wrap on a phone, a table's columns are cut


def test_an_old_answer_goes_when_files_come(page, tmp_path):
    shown = page(report_on(tmp_path / "f", organisations=ORGANISATIONS))
    assert shown.warning
    shown.file_uploader[0].set_value([("x.csv", b"Organisations-ID;Name;Art\nO9;Neu AG;Unternehmen\n", "text/csv")])
    shown.run()
    assert "import_outcome" not in shown.session_state
    assert not shown.warning


def test_text_from_a_file_is_shown_as_text(page, tmp_path):
    content = ORGANISATIONS.replace("57a11", "**x**").replace("Steuernummer", "<b>[a](http://x.y)")
    shown = page(report_on(tmp_path / "f", organisations=content))
    text = "\n".join(element.value for element in shown.markdown)
    assert "**x**" not in text
    assert "<b>" not in text
