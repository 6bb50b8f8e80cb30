"""The door in a real browser: two devices, slips of the finger, a lost connection, a reload, a screen that sees it all.

organisations:
organisation_id | name                         | kind    | consents_to_name
alpha           | Walzwerk Hebelum GmbH        | company | true
beta            | Weberei Kolbenrode           | company | true
uni             | Fachhochschule Süderland     | science | true

events:
event_id | title   | starts_on | format    | status  | expected_attendance
evening  | Empfang | TODAY     | reception | planned | 10

people:
person_id | organisation_id
k1        | alpha
k2        | alpha

participations:
participation_id | event_id | organisation_id | person_id | persons | status
p1               | evening  | alpha           | k1        | 1       | registered
p2               | evening  | alpha           | k2        | 1       | registered
p3               | evening  | beta            |           | 3       | registered
p4               | evening  | uni             |           | 1       | cancelled
"""

import json
from datetime import date, datetime
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from analytics.reception.settling import settle
from tests.browser.conftest import Server
from tests.reception.conftest import door_of
from tests.tables import store_from

pytestmark = pytest.mark.browser


@pytest.fixture
def server(tmp_path):
    store = store_from(__doc__.replace("TODAY", date.today().isoformat()), tmp_path)
    server = Server(store)
    server.store = store
    yield server
    server.stop()


@pytest.fixture
def phone(browser, server):
    """Opens the door on a phone of its own, in German."""
    contexts = []

    def opened():
        contexts.append(browser.new_context(viewport={"width": 390, "height": 844}, locale="de-DE"))
        page = contexts[-1].new_page()
        page.goto(f"{server.url}/door?event=evening&lang=de")
        expect(page.locator(".row")).to_have_count(4)
        return page

    yield opened
    for context in contexts:
        context.close()


def tick(page, name):
    page.locator(".search").fill(name)
    page.locator(".row .tick[aria-pressed=false]").first.click()


def present(server):
    with urlopen(f"{server.url}/reception/tonight.json?event=evening", timeout=5) as answer:
        return json.load(answer)["present"]


def test_a_search_forgives_slips_of_the_finger(phone):
    page = phone()
    for typed, found in {
        "walzwrk": "Walzwerk Hebelum GmbH",
        "webreei": "Weberei Kolbenrode",
        "suederland": "Fachhochschule Süderland",
        "kolben rode": "Weberei Kolbenrode",
        "SÜDER": "Fachhochschule Süderland",
    }.items():
        page.locator(".search").fill(typed)
        expect(page.locator(".who").first).to_have_text(found)
    page.locator(".search").fill("xyzzy")
    expect(page.locator(".row")).to_have_count(0)
    expect(page.locator(".empty")).to_contain_text("Niemand auf der Liste passt")


def test_two_devices_see_each_other_and_count_nobody_twice(phone, server):
    one, other = phone(), phone()
    tick(one, "Weberei")
    expect(other.locator(".count")).to_have_text("3 da, 10 erwartet", timeout=5000)
    one.locator(".search").fill("")
    other.locator(".search").fill("Walz")
    for page in (one, other):
        page.locator(".tick[aria-label*='Gast 1 von 2']").click()
    for page in (one, other):
        expect(page.locator(".count")).to_have_text("4 da, 10 erwartet", timeout=5000)
        expect(page.locator(".safe")).to_have_text("Alles gespeichert", timeout=5000)
    assert present(server) == 4
    one.locator(".snack button").click()
    expect(one.locator(".safe")).to_have_text("Alles gespeichert", timeout=5000)
    assert present(server) == 4


def test_without_a_connection_it_goes_on_and_loses_nothing(phone, server):
    page, other = phone(), phone()
    page.context.set_offline(True)
    tick(page, "Fachhoch")
    tick(page, "Walz")
    page.locator("footer button").click()
    page.locator("#walk-in-name").fill("Neue Werke AG")
    page.get_by_label("Start-up").check()
    page.get_by_role("button", name="Mit neuer Organisation aufnehmen").click()
    expect(page.locator(".count")).to_have_text("3 da, 10 erwartet")
    expect(page.locator(".safe")).to_contain_text("3 Einträge warten", timeout=12_000)
    assert present(server) == 0
    tick(other, "Weberei")
    page.context.set_offline(False)
    for seen in (page, other):
        expect(seen.locator(".count")).to_have_text("6 da, 10 erwartet", timeout=12_000)
    assert present(server) == 6
    page.locator(".search").fill("Neue Werke")
    expect(page.locator(".facts").first).to_have_text("Start-up · ohne Anmeldung")


def test_what_waits_outlives_a_reload(phone, server):
    page = phone()
    page.route("**/door/operations*", lambda route: route.abort())
    tick(page, "Fachhoch")
    expect(page.locator(".safe")).to_contain_text("1 Eintrag wartet", timeout=5000)
    page.unroute("**/door/operations*")
    page.reload()
    expect(page.locator(".safe")).to_have_text("Alles gespeichert", timeout=8000)
    assert present(server) == 1


def test_taking_back_counts_persons_and_batches(phone, server):
    page = phone()
    tick(page, "Weberei")
    page.locator(".search").fill("Weberei")
    page.get_by_role("button", name="Eine Person weniger").click()
    expect(page.locator(".facts")).to_contain_text("2 von 3 Personen da")
    expect(page.locator(".safe")).to_have_text("Alles gespeichert", timeout=5000)
    assert present(server) == 2
    assert settle(door_of(server.store), datetime.now()) is not None
    page.locator(".tick").click()
    expect(page.locator(".count")).to_have_text("0 da, 10 erwartet")
    expect(page.locator(".safe")).to_have_text("Alles gespeichert", timeout=5000)
    assert present(server) == 0


def test_names_stay_on_the_device(phone, server):
    page, sent = phone(), []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    page.locator(".names summary").click()
    page.locator("#names-file").set_input_files(
        {
            "name": "gaeste.csv",
            "mimeType": "text/csv",
            "buffer": 'Personenschlüssel;Vorname;Nachname\nk1;Ada;Löwe\nk2;"Bo; B.";Bär\n'.encode("cp1252"),
        }
    )
    expect(page.locator(".names summary")).to_have_text("2 Namen auf diesem Gerät")
    tick(page, "loewe")
    page.locator(".search").fill("Ada")
    expect(page.locator(".who")).to_have_text("Ada Löwe")
    expect(page.locator(".safe")).to_have_text("Alles gespeichert", timeout=5000)
    assert any("arrived" in text for text in sent)
    assert not any("Ada" in text for text in sent)
    assert all(b"Ada" not in file.read_bytes() for file in server.store.folder.rglob("*.jsonl"))
    page.locator(".search").fill("")
    page.get_by_role("button", name="Namen löschen").click()
    expect(page.locator(".who", has_text="Ada")).to_have_count(0)


def test_the_keyboard_is_enough(phone, server):
    page = phone()
    page.keyboard.press("/")
    page.keyboard.type("fachhoch")
    page.keyboard.press("Enter")
    expect(page.locator(".search")).to_have_value("")
    expect(page.locator(".count")).to_have_text("1 da, 10 erwartet")
    expect(page.locator(".safe")).to_have_text("Alles gespeichert", timeout=5000)
    assert present(server) == 1
