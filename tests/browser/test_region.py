"""The map of the districts in Chromium: nothing is fetched from elsewhere, a click opens a district, a phone has room."""

import pytest
from playwright.sync_api import Page, Route, expect

from analytics.charts.region.district_ground import ROOMY
from analytics.language import Language
from tests.browser.conftest import Server

pytestmark = pytest.mark.browser

DE = Language("de")
WAIT = 20_000


def _open(page: Page, server: Server, query: str = "") -> None:
    page.goto(f"{server.url}/region{query}")
    expect(page.get_by_role("heading", level=1)).to_have_text(DE.text("region.question"), timeout=WAIT)
    page.wait_for_selector(".st-key-chart_district_map .textpoint text, .st-key-chart_ties_map .textpoint text")


_LABEL = """number => {
    const labels = document.querySelectorAll(".st-key-chart_district_map .textpoint text");
    const label = [...labels].find(text => text.textContent === number);
    if (!label) return null;
    label.scrollIntoView({block: "center"});
    const box = label.getBoundingClientRect();
    return box.width ? [box.x + box.width / 2, box.y + box.height / 2] : null;
}"""


def _place(page: Page, number: str, below: int = 12) -> tuple[float, float]:
    """A place on the map a little below a number, inside its district, once the page stands still."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=WAIT)
    across, down = page.wait_for_function(_LABEL, arg=number).json_value()
    return across, down + below


@pytest.mark.parametrize("section", ["organisations", "ties"])
def test_the_maps_ask_nobody_but_this_server(page: Page, demo_server: Server, section: str):
    asked: list[str] = []

    def note(route: Route) -> None:
        asked.append(route.request.url)
        route.continue_()

    page.route("**/*", note)
    _open(page, demo_server, f"?section={section}&area=state")
    page.wait_for_load_state("networkidle")
    assert asked
    assert {url for url in asked if not url.startswith((demo_server.url, "data:", "blob:"))} == set()
    assert not [url for url in asked if "topojson" in url or "world_" in url]


def test_a_click_on_a_district_opens_it_and_another_closes_it(page: Page, demo_server: Server):
    _open(page, demo_server, "?from=2025-Q1&until=2025-Q4")
    header = page.get_by_role("heading", name="Dortmund", exact=True)
    page.mouse.click(*_place(page, "68"))
    expect(header).to_be_visible(timeout=WAIT)
    assert "district=05913" in page.url
    page.mouse.click(*_place(page, "68", below=-12))
    expect(header).to_have_count(0, timeout=WAIT)
    assert "district" not in page.url


def test_hovering_tells_everything_in_words(page: Page, demo_server: Server):
    _open(page, demo_server, "?from=2025-Q1&until=2025-Q4")
    page.mouse.move(*_place(page, "68"))
    hover = page.locator(".st-key-chart_district_map .hoverlayer")
    expect(hover).to_contain_text("68 Organisationen erreicht", timeout=WAIT)
    expect(hover).to_contain_text("Ein Jahr zuvor")


@pytest.mark.parametrize("section", ["organisations", "ties"])
def test_on_a_phone_it_fits_and_crowded_labels_go(page: Page, demo_server: Server, section: str):
    _open(page, demo_server, f"?section={section}")
    name = page.locator(f'.textpoint text[style*="font-weight: {ROOMY}"]').first
    expect(name).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(name).to_be_hidden(timeout=WAIT)
    main = "document.querySelector('[data-testid=stMain]')"
    assert page.evaluate(f"{main}.scrollWidth <= {main}.clientWidth")
    drawn = "document.querySelector('[class*=st-key-chart_] .main-svg').getBoundingClientRect().width"
    page.wait_for_function(f"300 < {drawn} && {drawn} < 390", timeout=WAIT)


def test_without_a_mouse_the_box_opens_a_district(page: Page, demo_server: Server):
    _open(page, demo_server)
    box = page.get_by_role("combobox", name=DE.text("region.open"))
    box.focus()
    page.keyboard.type("Soest")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Soest", exact=True)).to_be_visible(timeout=WAIT)
