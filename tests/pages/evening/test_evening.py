"""The evening's page: which one is meant, what hosts get by name and who does not, and what became of it."""

from datetime import date, timedelta

import pytest

from analytics.language import LANGUAGES, Language
from analytics.reception.evening import evenings
from analytics.reception.sheet import Sheet
from analytics.reception.sheet_words import why
from analytics.store import Store
from analytics.warehouse import View, current
from pages.access.access_settings import AccessError
from pages.evening import tonight as evening_tonight
from pages.evening.views import hosts_view
from pages.parts.escape_markdown import escape_markdown
from tests.pages.regions import take

GERMAN = Language("de")
STAFF = "staff"


def said(page):
    elements = [*page.header, *page.subheader, *page.markdown, *page.caption, *page.info, *page.success, *page.metric]
    return "\n".join(f"{getattr(element, 'label', '')} {element.value}" for element in elements)


def part(page, event, name):
    """The page with another part chosen."""
    return page.segmented_control(key=f"evening_part_{event}").set_value(name).run()


def links(page):
    """The addresses of the buttons that open a page of the hall."""
    return [element.proto.url for element in page.get("link_button")]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("role", ["management", STAFF])
def test_before_it_hosts_see_whom_to_introduce_by_name(demo_store, opened, role, code):
    page = part(opened(demo_store, "evening", role=role, evening="V68", lang=code), "V68", "before")
    assert not page.exception
    sheet = Sheet.of(View(current(demo_store)), "V68")
    text, language = said(page), Language(code)
    for guest in sheet.guests:
        assert escape_markdown(guest.name) in text
        for to in guest.introductions:
            assert escape_markdown(" · ".join(why(to, language))) in text
    assert escape_markdown(language.text("evening.sheet_internal")) in text
    assert language.text("evening.sheet_all_served") in text
    assert [button.proto.label for button in page.get("download_button")] == ["PDF", "XLSX"]


def test_a_guest_is_found_by_name(demo_store, opened):
    page = part(opened(demo_store, "evening", evening="V68"), "V68", "before")
    page.text_input(key="evening_search").set_value("wasch").run()
    assert GERMAN.text("evening.search_nothing") in said(page)
    page.text_input(key="evening_search").set_value("moehnesch").run()
    cards = [element.value for element in page.markdown if element.value.startswith("**")]
    assert [card.partition("**")[2].partition("**")[0] for card in cards] == [
        escape_markdown("Möhneschimmer Akademie GmbH")
    ]


@pytest.mark.parametrize("role", ["public", "ministry"])
def test_it_is_for_management_and_staff_only(demo_store, opened, role):
    page = opened(demo_store, "evening", role=role, evening="V68")
    assert not page.exception
    assert [title.value for title in page.title] == [GERMAN.text("evening.navigation")]
    assert not page.selectbox
    assert not page.get("download_button")


@pytest.mark.parametrize("role", ["public", "ministry"])
def test_the_view_by_name_is_refused_to_everybody_else(demo_store, monkeypatch, role):
    monkeypatch.setenv("NETWORK_STORE", str(demo_store.folder))
    monkeypatch.setattr("pages.access.visitor.role_now", lambda: role)
    with pytest.raises(AccessError):
        hosts_view()


class TestTonight:
    def test_it_leads_to_show_door_and_feedback_in_the_page_s_language(self, demo_store, opened):
        page = part(opened(demo_store, "evening", evening="V68", lang="en"), "V68", "tonight")
        assert links(page) == [f"{name}?event=V68&lang=en" for name in ("reception", "door", "feedback")]
        assert not page.get("image")

    def test_with_an_address_that_phones_reach_there_are_codes(self, demo_store, opened):
        page = part(opened(demo_store, "evening", evening="V68"), "V68", "tonight")
        page.text_input(key="evening_address").set_value("http://192.168.0.9:8501/").run()
        show, door, feedback = (code.value for code in page.code)
        assert show == "http://192.168.0.9:8501/reception?event=V68&lang=de"
        assert door.startswith("http://192.168.0.9:8501/door?event=V68")
        assert feedback == "http://192.168.0.9:8501/feedback?event=V68&lang=de"
        assert len(page.get("image")) == 3
        page = part(part(page, "V68", "before"), "V68", "tonight")
        assert page.text_input(key="evening_address").value == "http://192.168.0.9:8501/"

    @pytest.mark.parametrize("typed", ["quatsch", "192.168.0.9", "ftp://x", "http://", "http://[", "http://x:99999"])
    def test_what_is_no_address_gives_none(self, demo_store, opened, typed):
        page = part(opened(demo_store, "evening", evening="V68"), "V68", "tonight")
        page.text_input(key="evening_address").set_value(typed).run()
        assert not page.exception
        assert [warning.value for warning in page.warning] == [GERMAN.text("evening.phones_not_an_address")]
        assert not page.code

    @pytest.mark.parametrize("url", ["https://hall.example.org/net/evening", "https://hall.example.org/net/evening/"])
    def test_whoever_came_by_the_network_needs_to_enter_nothing(self, demo_store, opened, monkeypatch, url):
        monkeypatch.setattr(evening_tonight, "_own_address", lambda: evening_tonight.without_page(url))
        page = part(opened(demo_store, "evening", evening="V68"), "V68", "tonight")
        assert page.code[0].value == "https://hall.example.org/net/reception?event=V68&lang=de"
        assert not page.text_input


class TestAfter:
    @pytest.mark.parametrize("code", LANGUAGES)
    def test_the_summary_stands_there_for_the_public_first(self, demo_store, opened, code):
        page = opened(demo_store, "evening", evening="V57", lang=code)
        text, language = said(page), Language(code)
        assert [header.value for header in page.header] == [
            escape_markdown(language.text("evening.expected_and_came_class", expected=75, told="50–99"))
        ]
        assert escape_markdown(language.text("evening.summary_masked")) in text
        assert "Hochschule Schraubenau" not in text
        assert [button.proto.label for button in page.get("download_button")] == ["PDF", "DOCX", "Markdown"]

    def test_the_management_can_read_its_own(self, demo_store, opened):
        page = opened(demo_store, "evening", evening="V57")
        page.segmented_control(key="evening_audience").set_value("management").run()
        assert "Hochschule Schraubenau" in said(page)
        assert escape_markdown(GERMAN.text("evening.summary_internal")) in said(page)

    def test_staff_cannot(self, demo_store, opened):
        page = opened(demo_store, "evening", role=STAFF, evening="V57")
        assert "evening_audience" not in [control.key for control in page.segmented_control]
        assert "Hochschule Schraubenau" not in said(page)


def _store(tmp_path, days, status="planned"):
    """An event so many days from today, without a guest."""
    store = Store(tmp_path / "store")
    starts_on = date.today() + timedelta(days=days)
    take(
        store,
        tmp_path / "files",
        f"""
events:
event_id | title | starts_on   | format    | status
soon     | Soon  | {starts_on} | reception | {status}
""",
    )
    return store


@pytest.mark.parametrize(
    ("days", "chosen", "state"),
    [(1, "before", "Morgen"), (9, "before", "In 9 Tagen"), (0, "tonight", "Heute"), (-2, "after", "Vorüber, aber")],
)
def test_it_opens_on_the_part_that_is_wanted(tmp_path, opened, days, chosen, state):
    page = opened(_store(tmp_path, days), "evening")
    assert not page.exception
    assert page.segmented_control(key="evening_part_soon").value == chosen
    assert any(element.value.startswith(state) for element in page.markdown)


def test_a_list_without_organisations_says_so(tmp_path, opened):
    page = opened(_store(tmp_path, 1), "evening")
    assert GERMAN.text("evening.sheet_nobody") in [message.value for message in page.info]
    assert not page.get("download_button")


@pytest.mark.parametrize(
    ("days", "key"), [(1, "summary_not_over"), (0, "summary_not_over"), (-2, "summary_not_closed")]
)
def test_an_event_that_is_not_over_has_no_summary(tmp_path, opened, days, key):
    page = part(opened(_store(tmp_path, days), "evening"), "soon", "after")
    assert [message.value for message in page.info] == [GERMAN.text(f"evening.{key}")]


def test_a_past_event_that_was_not_closed_is_closed_where_its_summary_will_stand(tmp_path, opened):
    store = _store(tmp_path, -2)
    still_on = part(opened(_store(tmp_path / "today", 0), "evening"), "soon", "after")
    assert "evening_close" not in [button.key for button in still_on.button]
    page = opened(store, "evening")
    page.button(key="evening_close").click().run()
    assert not page.exception
    assert {evening.event_id: evening.status for evening in evenings(View(current(store)))} == {"soon": "held"}
    assert GERMAN.text("evening.summary_not_closed") not in [message.value for message in page.info]


def test_a_held_event_has_no_sheet(demo_store, opened):
    page = part(opened(demo_store, "evening", evening="V57"), "V57", "before")
    assert [message.value for message in page.info] == [GERMAN.text("evening.introductions_past")]


def test_without_events_there_is_no_evening(real_store, opened):
    page = opened(real_store, "evening")
    assert [message.value for message in page.info] == [GERMAN.text("evening.none")]


def test_an_unknown_event_in_the_address_leads_to_the_one_that_is_meant(demo_store, opened):
    page = opened(demo_store, "evening", evening="nobody's")
    assert not page.exception
    assert page.selectbox(key="evening").value in ("V68", "V69", "V70")


def test_a_planned_event_on_the_events_page_leads_here(demo_store, opened):
    page = opened(demo_store, "events", event="V68")
    button = page.button(key="to_evening")
    assert button.label == GERMAN.text("evening.to_page")
    page = button.click().run()
    assert not page.exception
    assert page.session_state["evening"] == "V68"
    assert [title.value for title in page.title] == [GERMAN.text("evening.question")]
