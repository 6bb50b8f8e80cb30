"""The search for one's own organisation, asked as a phone does."""

from datetime import date

import pytest

from pages.hall import find


@pytest.fixture
def opened(hall, demo_store):
    return hall(demo_store)


def test_a_name_is_found_with_errors_and_leads_to_its_profile(opened):
    found = opened.get("/find/names.json", params={"q": "Forschungscampsu Gluehling", "lang": "en"}).json()
    assert found[0]["name"] == "Forschungscampus Glühlinghausen"
    assert found[0]["kind"] == "Science"
    profile = opened.get("/find/profile.json", params={"id": found[0]["id"], "lang": "en", "event": "V68"})
    assert profile.json()["name"] == "Forschungscampus Glühlinghausen"
    assert profile.headers["cache-control"] == "no-store"
    assert len(profile.json()["to_meet"]) == 3


@pytest.mark.parametrize("typed", ["", "f", " f ", "%", "'; drop table organisations; --", "x" * 10_000])
def test_nothing_can_be_browsed(opened, typed):
    assert opened.get("/find/names.json", params={"q": typed}).json() == []


def test_the_page_says_whom_to_ask(opened):
    page = opened.get("/find", headers={"accept-language": "de"}).text
    assert "Koordinierungsstelle Grüne Produktion (Demo)" in page
    assert '<html lang="de"' in page


@pytest.mark.parametrize("asked", ["", "nobody", "unnamed-1"])
def test_no_profile_of_others(opened, asked):
    refused = opened.get("/find/profile.json", params={"id": asked, "lang": "en"})
    assert refused.status_code == 404
    assert refused.json() == {"error": "This organisation cannot be found here."}


def test_an_unknown_event_is_no_hindrance(opened):
    assert opened.get("/find?event=nobody").status_code == 200


def test_an_empty_network_sends_to_the_desk(hall, empty_store):
    opened = hall(empty_store)
    assert "am Empfang" in opened.get("/find?lang=de").text
    assert opened.get("/find/names.json?q=alpha").json() == []


def test_who_is_coming_is_told_on_the_evening_only(opened, monkeypatch):
    (found, *_) = opened.get("/find/names.json", params={"q": "Forschungscampus Glühlinghausen"}).json()

    def coming(today):
        class Today(date):
            @classmethod
            def today(cls):
                return today

        monkeypatch.setattr(find, "date", Today)
        profile = opened.get("/find/profile.json", params={"id": found["id"], "event": "V68"}).json()
        return any(one["is_coming"] for one in profile["to_meet"])

    assert [coming(date(2026, 9, day)) for day in (9, 10, 11, 12)] == [False, True, True, False]
