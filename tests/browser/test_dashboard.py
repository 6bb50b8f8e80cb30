"""The dashboard in Chromium: pages, scope, links, language, downloads, upload, phone."""

import csv
import io
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from analytics.language import Language
from analytics.store import Store
from tests.browser.conftest import Server

pytestmark = pytest.mark.browser

DE, EN = Language("de"), Language("en")
PAGES = ("overview", "growth", "events", "cooperation", "organisations", "region", "intake", "methodology")
WAIT = 20_000


def _title(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text, timeout=WAIT)


def _choose(opener: Locator, choice: Locator) -> None:
    """Open a popover and click in it: a page that is still being drawn loses the first click, or closes it again."""
    for _ in range(5):
        try:
            opener.click(timeout=3_000)
            choice.click(timeout=3_000)
        except TimeoutError:
            continue
        return
    raise AssertionError("the choice cannot be reached")


def _query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_every_page_is_reached_by_the_navigation(page: Page, demo_server: Server):
    page.goto(demo_server.url)
    _title(page, DE.text("overview.question"))
    for name in PAGES[1:]:
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=DE.text(f"{name}.navigation")).click()
        _title(page, DE.text(f"{name}.question"))
        assert urlsplit(page.url).path == f"/{name}"


@pytest.mark.parametrize("name", PAGES)
def test_a_deep_link_to_a_fresh_server_arrives_inside_the_frame(page: Page, demo_store: Store, name: str):
    server = Server(demo_store)
    try:
        page.goto(f"{server.url}/{name}?lang=en")
        _title(page, EN.text(f"{name}.question"))
        expect(page.get_by_test_id("stSidebarNav")).to_be_visible()
        expect(page.get_by_text(EN.text("frame.demo"))).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)
    finally:
        server.stop()


def test_the_scope_stands_in_the_address_and_is_kept_across_pages(page: Page, demo_server: Server):
    page.goto(f"{demo_server.url}/growth?kinds=science&from=2024-Q1&until=2024-Q4&grain=half_year")
    _title(page, DE.text("growth.question"))
    expect(page.get_by_role("button", name="1 Filter")).to_be_visible(timeout=WAIT)
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=DE.text("overview.navigation")).click()
    _title(page, DE.text("overview.question"))
    expect(page.get_by_role("button", name="Q1 2024 – Q4 2024")).to_be_visible(timeout=WAIT)
    page.wait_for_url(lambda url: "kinds=science" in url, timeout=WAIT)
    assert _query(page) == {"kinds": ["science"], "from": ["2024-Q1"], "until": ["2024-Q4"], "grain": ["half_year"]}


def test_a_filter_changes_the_number_and_the_link_shows_the_same(page: Page, demo_server: Server):
    page.goto(demo_server.url)
    reached = page.locator(".st-key-card_organisations_reached").get_by_test_id("stMetricValue")
    expect(reached).to_be_visible(timeout=WAIT)
    everybody = reached.inner_text()
    page.get_by_role("button", name=DE.text("scope.unfiltered")).click()
    page.get_by_role("combobox", name=DE.text("scope.kinds")).click()
    page.get_by_role("option", name="Wissenschaft").click()
    expect(reached).not_to_have_text(everybody, timeout=WAIT)
    science = reached.inner_text()
    page.wait_for_url(lambda url: "kinds=science" in url, timeout=WAIT)
    page.goto(page.url)
    expect(reached).to_have_text(science, timeout=WAIT)


def test_language_switches_and_stands_in_the_address(page: Page, demo_server: Server):
    page.goto(f"{demo_server.url}/growth")
    _title(page, DE.text("growth.question"))
    page.get_by_role("radio", name="EN", exact=True).click()
    _title(page, EN.text("growth.question"))
    page.wait_for_url(lambda url: "lang=en" in url, timeout=WAIT)
    assert _query(page) == {"lang": ["en"]}


def test_the_way_back_leads_to_the_language_that_the_address_says(page: Page, demo_server: Server):
    page.goto(f"{demo_server.url}/?kinds=company")
    _title(page, DE.text("overview.question"))
    for language in (EN, DE):
        page.get_by_role("radio", name=language.code.upper()).click()
        _title(page, language.text("overview.question"))
        page.wait_for_url(lambda url, code=language.code: ("lang=en" in url) == (code == "en"), timeout=WAIT)
    page.go_back()
    page.wait_for_url(lambda url: "lang=en" in url, timeout=WAIT)
    _title(page, EN.text("overview.question"))
    expect(page.get_by_role("button", name="1 filter")).to_be_visible(timeout=WAIT)
    page.go_back()
    page.wait_for_url(lambda url: "lang=en" not in url, timeout=WAIT)
    _title(page, DE.text("overview.question"))
    expect(page.get_by_role("button", name="1 Filter")).to_be_visible(timeout=WAIT)


def test_an_event_opens_by_its_link(page: Page, demo_server: Server):
    page.goto(f"{demo_server.url}/events")
    box = page.get_by_role("combobox", name=DE.text("events.open"))
    box.fill("Sommerempfang des Netzwerks")
    page.get_by_role("option").first.click()
    expect(page.get_by_role("heading", name="Sommerempfang des Netzwerks")).to_be_visible(timeout=WAIT)
    expect(page.get_by_text("Zeche Zollern, Dortmund")).to_be_visible()
    page.wait_for_url(lambda url: "event=" in url, timeout=WAIT)
    page.goto(page.url)
    expect(page.get_by_role("heading", name="Sommerempfang des Netzwerks")).to_be_visible(timeout=WAIT)


def test_a_chart_s_table_comes_down_as_csv_and_says_demo(page: Page, demo_server: Server):
    page.goto(f"{demo_server.url}/growth")
    card = page.locator(".st-key-chart_organisations_reached")
    card.get_by_text(DE.text("charts_read.table")).click(timeout=WAIT)
    with page.expect_download() as waiting:
        card.get_by_role("button", name="CSV").click()
    assert waiting.value.suggested_filename.startswith("demo_organisations_reached_")
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [int(row["Seit Beginn"]) for row in rows] == sorted(int(row["Seit Beginn"]) for row in rows)
    assert {row["Hinweis"] for row in rows} == {DE.text("frame.demo")}


def test_a_file_is_brought_in_and_taken_back(page: Page, tmp_path: Path):
    store = Store(tmp_path / "store")
    server = Server(store)  # fills the empty store with the demo
    try:
        file = tmp_path / "organisations.csv"
        file.write_text("organisation_id,name,kind\nx1,<b>Müller</b>,company\nx2,,company\n", "utf-8")
        page.goto(f"{server.url}/intake")
        page.locator("input[type=file]").set_input_files(str(file))
        expect(page.get_by_text("organisations.csv")).to_be_visible(timeout=WAIT)
        page.get_by_role("button", name=DE.text("intake.import")).click()
        expect(page.get_by_text("2 Zeilen gelesen, 1 angenommen, 1 abgewiesen.")).to_be_visible(timeout=WAIT)
        expect(page.get_by_text(DE.text("frame.demo"))).to_have_count(0, timeout=WAIT)
        assert [entry.kind for entry in store.ledger()] == ["import", "import"]
        expect(page.get_by_text(DE.text("intake.replaced"), exact=True)).to_have_count(1, timeout=WAIT)
        undo = page.get_by_role("button", name=DE.text("intake.undo")).first
        _choose(undo, page.get_by_role("button", name=DE.text("intake.undo_now")))
        expect(page.get_by_text(DE.text("intake.undone"), exact=True)).to_have_count(1, timeout=WAIT)
        assert [entry.is_demo for entry in store.active()] == [True]
    finally:
        server.stop()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_a_phone(page: Page, demo_server: Server, name: str):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{demo_server.url}/{name}")
    _title(page, DE.text(f"{name}.question"))
    page.wait_for_timeout(1500)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") <= 1


def test_the_document_says_its_language(demo_server: Server):
    for query, code in (("", "de"), ("?lang=en", "en"), ("?lang=de", "de")):
        with urlopen(f"{demo_server.url}/growth{query}") as answer:
            assert f'<html lang="{code}">' in answer.read().decode()


def test_the_headers_keep_other_hosts_out(demo_server: Server):
    with urlopen(demo_server.url) as answer:
        policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
