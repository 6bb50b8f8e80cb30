"""Every page opens in both languages: on the demo, on nothing, and on the real file."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from analytics.language import LANGUAGES, Language
from analytics.store import Store
from pages.parts.escape_markdown import escape_markdown
from tests.pages.conftest import Opener

PAGES = (
    "overview",
    "growth",
    "events",
    "cooperation",
    "organisations",
    "region",
    "progress",
    "evening",
    "intake",
    "methodology",
)

GERMAN = re.compile(r"\b(und|der|die|das|nicht|wurden|Zeitraum|Organisationen|Veranstaltungen)\b")


def _texts(page: AppTest) -> str:
    """What the page says in its own words (titles, captions, messages), data and titles in quotes left out."""
    elements = [*page.title, *page.header, *page.subheader, *page.caption, *page.info, *page.warning]
    return re.sub("“[^”]*”", "", "\n".join(element.value for element in elements))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("data", ["demo_store", "empty_store", "real_store"])
def test_it_opens_with_its_question_as_title(
    request: pytest.FixtureRequest, opened: Opener, data: str, name: str, code: str
):
    store: Store = request.getfixturevalue(data)
    page = opened(store, name, lang=code)
    assert not page.exception
    assert not page.error
    assert [title.value for title in page.title] == [Language(code).text(f"{name}.question")]
    assert page.query_params.get("lang", "de") == code


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_german_in_english(demo_store: Store, opened: Opener, name: str):
    assert GERMAN.findall(_texts(opened(demo_store, name, lang="en"))) == []


@pytest.mark.parametrize("name", PAGES)
def test_demo_stands_on_every_page(demo_store: Store, opened: Opener, name: str):
    page = opened(demo_store, name)
    assert any("Demo" in badge.value for badge in page.markdown)


def test_a_page_without_data_says_so_kindly(empty_store: Store, opened: Opener):
    page = opened(empty_store, "growth")
    assert [message.value for message in page.info] == [escape_markdown(Language("de").text("frame.empty"))]


@pytest.mark.parametrize("name", [name for name in PAGES if name not in ("intake", "methodology")])
def test_without_data_whoever_may_bring_some_in_is_led_there(empty_store: Store, opened: Opener, name: str):
    german = Language("de")
    page = opened(empty_store, name)
    assert page.button(key="to_intake").label == german.text("frame.to_intake")
    page.button(key="to_intake").click().run()
    assert [title.value for title in page.title] == [german.text("intake.question")]
    role = "staff" if name == "evening" else "ministry"
    other = opened(empty_store, name, role=role)
    assert [message.value for message in other.info] == [escape_markdown(german.text("frame.empty_elsewhere"))]
    assert "to_intake" not in [button.key for button in other.button]


def test_the_real_file_has_no_events_and_the_pages_say_so(real_store: Store, opened: Opener):
    german = Language("de")
    assert [message.value for message in opened(real_store, "events").info] == [german.text("events.none")]
    growth = opened(real_store, "growth")
    assert [message.value for message in growth.info] == [german.text("growth.no_contacts")]
    # What opens is what the file speaks of: its cooperations.
    assert growth.segmented_control(key="section").value == "cooperations"
    assert growth.segmented_control(key="section").options == [
        german.text(f"growth.section_{name}") for name in ("pathway", "cooperations", "changes")
    ]
    begins = escape_markdown(german.text("overview.not_compared", date="07.01.2007"))
    assert begins in [caption.value for caption in opened(real_store).caption]


def test_the_foot_tells_what_happened_until_when_and_how_far_cooperations_are_known(real_store, opened):
    """The real file's last cooperation begins in January 2008, the last known end is of August 2013."""
    told = "Daten bis 15.01.2008; Laufzeiten von Kooperationen sind bis 31.08.2013 bekannt · Datenstand"
    assert any(caption.value.startswith(told) for caption in opened(real_store, "region").caption)
