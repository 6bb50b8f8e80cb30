"""A whole evening, as it happens in a hall: list, sheet, show, door on two phones, feedback, summary, figures."""

import csv
import json
import re
from contextlib import ExitStack
from datetime import date
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from analytics.intake.demo import load_demo
from analytics.intake.importing import import_files
from analytics.store import Store
from analytics.warehouse import Period, View, build, current
from tests.browser.conftest import Server, _is_outside

pytestmark = pytest.mark.browser
EVENT = "tonight"
GUESTS, EXPECTED = 30, 28


@pytest.fixture(scope="module")
def hall(tmp_path_factory):
    """The demo region with an evening today, its list of thirty imported as a file."""
    folder = tmp_path_factory.mktemp("evening")
    store = Store(folder / "store")
    load_demo(store)
    organisations = View(current(store)).ask("door_organisations")["organisation_id"].tolist()[:GUESTS]
    rows = {
        "events.csv": [
            ["event_id", "title", "starts_on", "format", "status", "expected_attendance"],
            [EVENT, "Winterempfang", date.today().isoformat(), "reception", "planned", EXPECTED],
        ],
        "participations.csv": [
            ["event_id", "organisation_id", "status", "persons"],
            *([EVENT, organisation, "registered", 1] for organisation in organisations),
        ],
    }
    for name, lines in rows.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
    report = import_files(store, [folder / name for name in rows])
    assert report.rejections == []
    build(store)
    server = Server(store)
    server.store = store
    yield server
    server.stop()


@pytest.fixture
def opened(browser, hall):
    """Opens pages of the hall, each on a device of its own; no request may leave the machine."""
    outside, failures = [], []
    with ExitStack() as devices:

        def open_page(path, size=(390, 844)):
            device = browser.new_context(viewport={"width": size[0], "height": size[1]}, accept_downloads=True)
            devices.callback(device.close)
            page = device.new_page()
            page.on("request", lambda request: outside.append(request.url) if _is_outside(request.url) else None)
            page.on("pageerror", lambda error: failures.append(str(error)))
            page.goto(f"{hall.url}/{path}")
            return page

        yield open_page
    assert (outside, failures) == ([], [])


def present(hall):
    with urlopen(f"{hall.url}/reception/tonight.json?event={EVENT}", timeout=5) as answer:
        return json.load(answer)["present"]


def tick(page, number):
    """Tick off the first so many who are expected still."""
    page.get_by_role("button", name="Erwartet", exact=True).click()
    for _ in range(number):
        page.locator(".row[data-here='0'] .tick").first.click()


def test_an_evening_from_the_list_to_the_figures(opened, hall):
    desk = opened(f"evening?evening={EVENT}&lang=de", (1440, 900))
    desk.get_by_role("radio", name="Vorher").click(timeout=30_000)
    with desk.expect_download(timeout=60_000) as printed:
        desk.get_by_role("button", name=re.compile("PDF")).first.click()
    assert printed.value.path().read_bytes().startswith(b"%PDF")

    screen = opened(f"reception?event={EVENT}&scenes=tonight&lang=de", (1920, 1080))
    one, other = (opened(f"door?event={EVENT}&lang=de") for _ in range(2))
    for phone in (one, other):
        expect(phone.locator(".row")).to_have_count(GUESTS)
    tick(one, 12)
    other.context.set_offline(True)
    tick(other, 16)
    other.get_by_role("button", name="Rückgängig").click()
    other.locator("footer button").click()
    other.locator("#walk-in-name").fill("Ganz Neue Werke AG")
    other.get_by_role("button", name="Mit neuer Organisation aufnehmen").click()
    other.context.set_offline(False)
    expect(other.locator(".safe")).to_have_text("Alles gespeichert", timeout=15_000)
    expect(one.locator(".safe")).to_have_text("Alles gespeichert", timeout=15_000)
    one.locator("footer button").click()
    one.locator("#walk-in-name").fill("Ganz neue Werke AG")
    one.get_by_role("button", name="Mit neuer Organisation aufnehmen").click()
    expect(one.locator(".safe")).to_have_text("Alles gespeichert", timeout=15_000)
    came = present(hall)
    for phone in (one, other):
        expect(phone.locator(".count")).to_have_text(f"{came} da, {EXPECTED} erwartet", timeout=10_000)
    absent = one.locator(".row[data-here='0']").count()
    assert came == GUESTS - absent + 2
    assert 3 <= absent <= 15  # the one without a connection could not know whom the other had ticked off
    tick(one, 1)
    came += 1
    expect(other.locator(".count")).to_have_text(f"{came} da, {EXPECTED} erwartet", timeout=5000)
    expect(screen.locator(".tonight-number")).to_have_text(str(came), timeout=5000)

    guest = opened(f"feedback?event={EVENT}&lang=en")
    guest.locator("label[for=satisfaction-5]").click()
    guest.wait_for_timeout(2500)
    guest.get_by_role("button", name="Send").click()
    expect(guest.locator(".thanks")).to_be_visible()

    desk.get_by_role("radio", name="Heute Abend").click()
    desk.get_by_role("button", name="Abend abschließen").click(timeout=30_000)
    expect(desk.get_by_text("Der Abend ist abgeschlossen.")).to_be_visible(timeout=60_000)
    (event,) = (
        View(current(hall.store))
        .ask("events", [Period.of(date.today(), "year")])
        .query("event_id == @EVENT")
        .to_dict("records")
    )
    assert (event["status"], event["attended"], event["registered"]) == ("held", came, GUESTS)
    desk.get_by_role("radio", name="Danach").click()
    expect(desk.get_by_text(f"{EXPECTED} erwartet, 5–19 gekommen").first).to_be_visible(timeout=60_000)
    desk.get_by_role("radio", name="Für das Haus selbst").click()
    expect(desk.get_by_text(f"{EXPECTED} erwartet, {came} gekommen").first).to_be_visible(timeout=60_000)
