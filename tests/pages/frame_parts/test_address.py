"""The address says what is chosen, in tokens; what it says wrongly is ignored."""

import pytest

from analytics.language import LANGUAGES, Language
from tests.pages.conftest import Opener


def _go(page, name):
    """Change to another page, as the navigation does: the address's query is gone, the session stays."""
    page.query_params.clear()
    registered = page._registered_pages.items()
    page._page_hash = next(known for known, info in registered if info.get("url_pathname") == name)
    return page.run()


def _numbers(page):
    return [(metric.label, metric.value) for metric in page.metric]


def test_what_is_as_usual_does_not_stand_in_it(demo_store, opened: Opener):
    assert dict(opened(demo_store).query_params) == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_read_in_either_language(demo_store, opened: Opener, code):
    page = opened(
        demo_store,
        lang=code,
        kinds=["science", "startup"],
        districts="05913",
        topics="Wasserstoff",
        coordinator="1",
        grain="year",
        **{"from": "2024-Q1", "until": "2024-Q4"},
    )
    assert not page.exception
    assert page.multiselect("kinds").value == ["science", "startup"]
    assert page.multiselect("districts").value == ["05913"]
    assert page.multiselect("topics").value == ["Wasserstoff"]
    assert (page.selectbox("from").value, page.selectbox("until").value) == ("2024-Q1", "2024-Q4")
    assert page.session_state["grain"] == "year"
    assert page.toggle[0].value is True


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_written_in_tokens_whatever_the_language(demo_store, opened: Opener, code):
    page = opened(demo_store, lang=code)
    page.multiselect("kinds").set_value(["science"])
    page.multiselect("districts").set_value(["05913", "unknown"])
    page.selectbox("from").set_value("2024-Q1")
    page.toggle[0].set_value(True)
    page.run().run()
    assert not page.exception
    written = {name: page.query_params[name] for name in page.query_params}
    assert written.pop("lang", ["de"]) in (code, [code])
    assert {name: value if isinstance(value, list) else [value] for name, value in written.items()} == {
        "from": ["2024-Q1"],
        "kinds": ["science"],
        "districts": ["05913", "unknown"],
        "coordinator": ["1"],
    }


def test_a_link_shows_the_numbers_that_its_sender_saw(demo_store, opened: Opener):
    page = opened(demo_store)
    page.multiselect("kinds").set_value(["science"])
    page.run()
    assert _numbers(opened(demo_store, kinds="science")) == _numbers(page)
    assert _numbers(opened(demo_store)) != _numbers(page)


INVALID = [
    {"kinds": "rubbish"},
    {"kinds": ["Wissenschaft", "<b>"]},
    {"districts": ["00000", "' or 1=1 --"]},
    {"topics": "<script>alert(1)</script>"},
    {"from": "2099-Q9"},
    {"until": "gestern"},
    {"from": "1800-Q1", "until": "2200-Q4"},
    {"grain": "century"},
    {"lang": "fr"},
    {"lang": "<b>"},
    {"coordinator": "perhaps"},
    {"event": "<script>"},
    {"measure": "rubbish"},
    {"unheard_of": "1"},
    {"from": ""},
]


@pytest.mark.parametrize("query", INVALID, ids=str)
def test_what_it_says_wrongly_is_ignored(demo_store, opened: Opener, query):
    page = opened(demo_store, **query)
    assert not page.exception
    assert not page.error
    assert _numbers(page) == _numbers(opened(demo_store))
    page.run()
    assert set(page.query_params) <= {"event"}


@pytest.mark.parametrize("name", ["growth", "events", "intake", "methodology"])
def test_what_it_says_wrongly_is_ignored_on_every_page(demo_store, opened: Opener, name):
    page = opened(demo_store, name, **{key: value for query in INVALID for key, value in query.items()})
    assert not page.exception
    assert not page.error
    usual = opened(demo_store, name)
    assert [title.value for title in page.title] == [title.value for title in usual.title]
    assert [caption.value for caption in page.caption] == [caption.value for caption in usual.caption]


def test_an_event_that_is_not_there_opens_nothing(demo_store, opened: Opener):
    page = opened(demo_store, "events", event="<script>")
    assert page.selectbox("event").value is None
    assert [header.value for header in page.header][-1] == Language("de").text("events.upcoming")
    page.run()
    assert "event" not in page.query_params


def test_an_event_in_it_is_open(demo_store, opened: Opener):
    page = opened(demo_store, "events", event="V01")
    assert page.selectbox("event").value == "V01"
    assert [header.value for header in page.header] == [r"Auftaktforum\: Grüne Produktion in Westfalen"]


def test_of_a_list_the_known_ones_count_and_each_once(demo_store, opened: Opener):
    page = opened(demo_store, kinds=["science", "rubbish", "science"])
    assert page.multiselect("kinds").value == ["science"]
    assert _numbers(page) == _numbers(opened(demo_store, kinds="science"))


def test_periods_the_wrong_way_round_mean_the_span_between_them(demo_store, opened: Opener):
    reversed_ = opened(demo_store, **{"from": "2024-Q4", "until": "2024-Q1"})
    assert not reversed_.exception
    assert _numbers(reversed_) == _numbers(opened(demo_store, **{"from": "2024-Q1", "until": "2024-Q4"}))


def test_choices_stay_when_the_page_changes(demo_store, opened: Opener):
    page = opened(demo_store, kinds="science", **{"from": "2024-Q1"})
    _go(page, "growth")
    assert page.multiselect("kinds").value == ["science"]
    assert page.query_params["kinds"] in ("science", ["science"])
    assert page.query_params["from"] in ("2024-Q1", ["2024-Q1"])


def test_choices_stay_on_a_page_without_a_scope(demo_store, opened: Opener):
    page = _go(opened(demo_store, kinds="science"), "methodology")
    assert not page.exception
    assert _go(page, "growth").multiselect("kinds").value == ["science"]


def test_an_address_changed_by_hand_is_read_anew(demo_store, opened: Opener):
    page = opened(demo_store, kinds="science")
    page.query_params["kinds"] = ["company"]
    page.run()
    assert page.multiselect("kinds").value == ["company"]
    page.query_params.clear()
    page.run()
    assert page.multiselect("kinds").value == []


def test_without_data_it_is_left_alone(empty_store, opened: Opener):
    page = opened(empty_store, kinds="science", **{"from": "2024-Q1"})
    assert not page.exception
    assert page.query_params["kinds"] in ("science", ["science"])
