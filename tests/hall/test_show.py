"""The show as a document, and what it fetches."""

import json
import re
from urllib.parse import quote

import pytest

from analytics.store import Store


@pytest.fixture
def opened(hall, demo_store):
    return hall(demo_store)


def test_the_show_is_a_document_that_loads_from_its_own_host_alone(opened):
    answer = opened.get("/reception", headers={"accept-language": "en-GB,en;q=0.9"})
    assert answer.status_code == 200
    assert '<html lang="en"' in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not re.search(r"(src|href)=\"(https?:)?//", answer.text)


@pytest.mark.parametrize("page", ["/reception", "/find"])
def test_scripts_styles_and_letters_are_there_and_only_in_their_present_version(opened, page):
    for address in re.findall(r"(?:src|href)=\"([^\"]+)\"", opened.get(page).text):
        assert opened.get(f"/{address}").status_code == 200
    assert opened.get(f"{page}/000000000000.js").status_code == 404
    assert opened.get("/hall/font/400.ttf").content[:4] == b"\x00\x01\x00\x00"


def test_the_content_is_sent_once_and_then_only_said_to_be_the_same(opened):
    first = opened.get("/reception/show.json?lang=de")
    assert first.status_code == 200
    assert len(first.content) < 200_000
    again = opened.get("/reception/show.json?lang=de", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    english = opened.get("/reception/show.json?lang=en", headers={"if-none-match": first.headers["etag"]})
    assert english.status_code == 200
    assert english.json()["language"] == "en"


def test_the_content_is_made_once_for_all_screens(opened, monkeypatch):
    opened.get("/reception/show.json?lang=de&event=V70")
    monkeypatch.setattr("pages.hall.show.show", lambda *_: pytest.fail("it was made anew"))
    assert opened.get("/reception/show.json?lang=de&event=V70").status_code == 200


def test_whoever_asks_for_other_evenings_drives_nothing_out(opened, monkeypatch):
    events = [event["id"] for event in opened.get("/reception/show.json?lang=de").json()["events"]]
    monkeypatch.setattr("pages.hall.show.lasting_scenes", lambda *_: pytest.fail("it was made anew"))
    assert len(events) > 8
    for event in events:
        assert opened.get(f"/reception/show.json?lang=de&event={event}").status_code == 200


def test_the_event_asked_for_is_shown_and_an_unknown_one_is_refused_in_words(opened):
    assert opened.get("/reception/show.json?event=V68").json()["event"]["title"] == "Herbstforum Grüne Produktion 2026"
    refused = opened.get("/reception/show.json?lang=de&event=%3Cb%3E")
    assert refused.status_code == 404
    assert refused.headers["content-type"].startswith("application/json")


def test_without_a_snapshot_the_page_opens_and_its_content_is_not_there_yet(hall, tmp_path):
    opened = hall(Store(tmp_path / "new"))
    assert opened.get("/reception").status_code == 200
    assert opened.get("/reception/show.json").status_code == 503
    assert opened.get("/find").status_code == 503


def test_without_data_there_is_no_scene(hall, empty_store):
    assert hall(empty_store).get("/reception/show.json").json()["scenes"] == []


def test_a_code_leads_to_this_host_or_a_private_network_alone(opened):
    own = opened.get(f"/reception/qr.svg?to={quote('http://testserver/find?event=V68&lang=de', safe='')}")
    assert own.status_code == 200
    assert own.headers["content-type"] == "image/svg+xml"
    assert own.text.startswith('<svg xmlns="http://www.w3.org/2000/svg"'), "without its namespace it is no picture"
    near = opened.get(f"/reception/qr.svg?to={quote('http://192.168.178.20:8501/find?lang=de', safe='')}")
    assert near.status_code == 200, "phones in a hall may know this host by its address in their network"
    for other in (
        "http://example.org/find",
        "http://8.8.8.8/find",
        "http://[::/find",
        "http://testserver@example.org/find",
        "http://testserver.example.org/",
        "javascript:alert(1)",
        "//testserver/",
        "",
    ):
        assert opened.get(f"/reception/qr.svg?to={quote(other, safe='')}").status_code == 400


def test_the_worker_may_keep_the_show_and_knows_its_assets(opened):
    answer = opened.get("/reception/worker.js")
    assert answer.headers["service-worker-allowed"] == "/reception"
    assets = json.loads(re.match(r"const ASSETS = (\[.*?\]);", answer.text)[1])
    page = opened.get("/reception").text
    assert assets[:2] == re.findall(r"reception/[0-9a-f]{12}\.\w+", page)[::-1]
    for asset in assets:
        assert opened.get(f"/{asset}").status_code == 200
