"""The PDF read back: what it says, how it is tagged, that it holds all it needs, and that it is made the same twice."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from io import BytesIO

import plotly.graph_objects as go
import pytest
from pypdf import PdfReader

from analytics.language import Language
from analytics.reports.progress import Watch, progress_report
from analytics.reports.progress.pictures import draw
from analytics.warehouse import Period, View, current
from tests.reports.progress.conftest import MOMENT, PERIOD


@pytest.fixture(scope="module")
def drawn(demo_store, chromium):
    """The ministry's report with its charts, in German."""
    view = View(current(demo_store), "ministry")
    return progress_report(view, "pdf", language=Language("de"), moment=MOMENT, period=PERIOD, network="In|Die Region")


@pytest.fixture(scope="module")
def reader(drawn):
    return PdfReader(BytesIO(drawn))


@pytest.fixture(scope="module")
def pages(reader):
    """The text of each page."""
    return [page.extract_text() for page in reader.pages]


def test_it_begins_with_what_identifies_it(pages, demo_store):
    cover = pages[0]
    for said in ("Fortschrittsbericht", "In|Die Region", "01.01.2025 bis 31.12.2025", current(demo_store).name):
        assert said in cover
    assert "Ministerium" in cover
    assert "01.07.2026, 09:30 Uhr (UTC)" in cover


def test_every_page_says_that_the_data_is_invented_and_from_when_it_is(pages, demo_store):
    for number, text in enumerate(pages, start=1):
        assert "Demo: alle Daten sind erfunden" in text
        assert f"Datenstand {current(demo_store).name}" in text
        assert f"Seite {number} von {len(pages)}" in text


def test_it_has_bookmarks_for_sections_and_findings(reader):
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert [re.sub(r"^\d+\s*", "", title) for title in titles] == [
        "Zusammenfassung",
        "Zielerreichung",
        "Wie das Netzwerk wächst",
        "Wirkung",
        "Wirtschaftlichkeit",
        "Das Netzwerk damals und heute",
        "Region",
        "Indikatoren",
        "Methodik und Definitionen",
        "Anhang: Entwurf für den Sachbericht",
    ]
    assert sum(len(entry) for entry in reader.outline if isinstance(entry, list)) > 20


def test_it_is_tagged_and_says_its_language_and_standards(drawn, reader):
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a truth of the file
    assert root["/Lang"] == "de"
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - as above
    for claim in (b"pdfuaid:part", b"pdfaid:part"):
        assert claim in root["/Metadata"].get_data()


def test_every_font_is_embedded(reader):
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            for inner in font.get_object().get("/DescendantFonts", []):
                descriptor = inner.get_object()["/FontDescriptor"]
                assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def _figures(reader):
    """The figures of the tag tree."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if not hasattr(node, "get"):
            continue
        if node.get("/S") == "/Figure":
            found.append(node)
        inside = node.get("/K", [])
        waiting += inside if isinstance(inside, list) else [inside]
    return found


def test_every_figure_has_a_text_alternative(reader):
    figures = _figures(reader)
    said = [str(figure["/Alt"]) for figure in figures]
    assert len(said) > 20
    assert all(len(text) > 10 for text in said)
    assert any("Pfad mit Meilensteinen" in text for text in said)
    assert any("Netzwerkbild vom 31.12.2025" in text for text in said)


def test_the_charts_are_drawn_and_not_replaced(pages):
    assert "kein Browser" not in "".join(pages)


def test_two_of_one_moment_are_equal_byte_for_byte(demo_store, drawn, chromium):
    view = View(current(demo_store), "ministry")
    again = progress_report(view, "pdf", language=Language("de"), moment=MOMENT, period=PERIOD, network="In|Die Region")
    assert again == drawn


@pytest.mark.parametrize("kind", ["pptx", "xlsx", "docx", "md"])
def test_every_other_format_is_equal_byte_for_byte_at_one_moment(view, without_browser, kind):
    """Two organisations at an event, who then cooperate.

    organisations:
    organisation_id | name  | kind
    alpha           | Alpha | company
    beta            | Beta  | science

    events:
    event_id | title | starts_on  | format   | status
    one      | One   | 2025-02-01 | workshop | held

    participations:
    event_id | organisation_id | status
    one      | alpha           | attended
    one      | beta            | attended

    cooperations:
    cooperation_id | title | kind
    first          | First | pilot

    cooperation_stages:
    cooperation_id | stage | since
    first          | 3     | 2025-03-01

    cooperation_members:
    cooperation_id | organisation_id
    first          | alpha
    first          | beta
    """
    assert without_browser(view, kind) == without_browser(view, kind)


def test_the_time_stamp_is_in_it(view, without_browser):
    """One guest.

    organisations:
    organisation_id | name  | kind
    alpha           | Alpha | company

    events:
    event_id | title | starts_on  | format   | status
    one      | One   | 2025-02-01 | workshop | held

    participations:
    event_id | organisation_id | status
    one      | alpha           | attended
    """
    later = MOMENT + timedelta(days=1)
    text = without_browser(view, "md", moment=later).decode()
    assert "02.07.2026" in text.replace("\\", "")
    assert without_browser(view, "docx", moment=later) != without_browser(view, "docx")


def test_without_a_browser_tables_stand_in_the_charts_place(made, words, demo_store):
    text = words(made("management", "pdf"))
    assert "Auf diesem Rechner ist kein Browser" in text
    reached = View(current(demo_store)).ask("growth_organisations", [PERIOD])["cumulative"].iloc[0]
    assert f"4. Quartal 2025 {reached}" in " ".join(text.split())


@pytest.mark.parametrize(("code", "status"), [("de", "▼ im Rückstand"), ("en", "▼ behind")])
def test_a_target_has_its_last_day_and_its_status_in_one_line(demo_store, without_browser, words, code, status):
    half = Period.spanning(Period.parse("2026-Q1"), Period.parse("2026-Q2"))
    text = words(without_browser(View(current(demo_store), "ministry"), "pdf", code, period=half))
    told = f"{Language(code).date(date(2026, 12, 31))} {status}"
    assert any(line.strip().endswith(told) for line in text.splitlines())


def test_in_english_nothing_is_left_in_german(made, words):
    text = " ".join(words(made("ministry", "pdf", "en")).split())
    for said in ("Summary", "Target achievement", "The network then and now", "Page 2 of", "Due by now"):
        assert said in text
    for german in ("Seite", "Quelle:", "Stand ", "Zeitraum", "Kennzahl", "Ziel"):
        assert german not in text.replace("Demo-Zuwendungsbescheid", "").replace("Demo-Lenkungskreis", "")


def test_charts_are_drawn_where_an_event_loop_is_running_already():
    figure = go.Figure(go.Bar(x=["a"], y=[1]))

    async def inside():
        return draw({"one": figure}, Watch())

    # In a thread of its own, since the browser tests' driver leaves a loop running in this one.
    with ThreadPoolExecutor(max_workers=1) as alone:
        drawn = alone.submit(lambda: asyncio.run(inside())).result()
    assert drawn["one"].startswith(b"<svg")
