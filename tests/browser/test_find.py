"""The search for one's own organisation on a phone."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(page, demo_server):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{demo_server.url}/find?lang=de&event=V68")
    return page


def test_by_keyboard_alone_from_the_name_to_the_profile_and_back(phone):
    phone.keyboard.type("Forschungscampus Glühlinghasen")
    expect(phone.get_by_role("status")).to_contain_text("Treffer")
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Forschungscampus Glühlinghausen")
    expect(phone.get_by_role("heading", level=1)).to_be_focused()
    expect(phone.get_by_role("heading", name="Wen Sie kennenlernen sollten")).to_be_visible()
    expect(phone.locator(".meet li")).to_have_count(3)
    expect(phone.get_by_role("img")).to_be_visible()
    phone.go_back()
    expect(phone.get_by_label("Name Ihrer Organisation")).to_be_focused()


def test_who_is_not_found_is_told_whom_to_ask(phone):
    phone.get_by_label("Name Ihrer Organisation").fill("Qwertzuiop")
    expect(phone.get_by_role("status")).to_contain_text("Koordinierungsstelle Grüne Produktion (Demo)")


def test_without_a_connection_it_says_so(phone):
    phone.context.set_offline(True)
    phone.get_by_label("Name Ihrer Organisation").fill("Forschung")
    expect(phone.get_by_role("status")).to_contain_text("Keine Verbindung")


def test_the_other_language_keeps_the_event(phone):
    phone.get_by_role("link", name="English").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Find your organisation")
    assert "event=V68" in phone.url
    expect(phone.locator(".page-head p")).to_have_text("Herbstforum Grüne Produktion 2026")


def test_nothing_is_wider_than_the_phone(phone):
    phone.goto(phone.url.replace("find?", "find?organisation=O114&"))
    expect(phone.locator(".profile")).to_be_visible()
    assert phone.evaluate("() => document.documentElement.scrollWidth") <= 390
