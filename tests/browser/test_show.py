"""The show on a screen: by itself, with keys and remote controls, through reloads, lost connections and long evenings."""

import json
import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Server

pytestmark = pytest.mark.browser

IS_KEPT = """async () => {
  const kept = (await (await caches.open("reception")).keys()).map(({ url }) => url);
  return ["show.json", "scenes=", ".js", "600.ttf"].every((part) => kept.some((url) => url.includes(part)));
}"""
ALL = ["figures", "map", "network", "cooperations", "tonight", "find", "thanks"]


class Room:
    """Answers in the place of the door: who is there."""

    def __init__(self, present=37, kinds=(("company", 20), ("science", 12), (None, 5))):
        self.kinds = list(kinds)
        self.expected = 80
        self.is_there = True

    def answer(self, route):
        if not self.is_there:
            route.abort()
            return
        kinds = [{"kind": kind, "persons": persons} for kind, persons in self.kinds]
        present = sum(persons for _, persons in self.kinds)
        event = re.search(r"event=([^&]+)", route.request.url)[1]
        body = {
            "event": event, "is_rehearsal": False, "is_closed": False, "present": present, "organisations": 25,
            "expected": self.expected, "registered": 60, "kinds": kinds, "stand": str(self.kinds),
        }  # fmt: skip
        route.fulfill(json=body, headers={"etag": json.dumps(str(self.kinds))})


@pytest.fixture
def room():
    return Room()


@pytest.fixture
def visit(browser, demo_server, room):
    """Opens the show; no request may leave this host, nothing may fail."""
    contexts, outside, failures = [], [], []

    def open_show(search="", workers="block", **options):
        context = browser.new_context(
            **{"viewport": {"width": 1920, "height": 1080}, "service_workers": workers, **options}
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.on(
            "request",
            lambda request: outside.append(request.url) if not request.url.startswith(demo_server.url) else None,
        )
        page.route("**/tonight.json*", room.answer)
        page.goto(f"{demo_server.url}/reception{search}")
        page.wait_for_function("() => window.reception")
        return page

    yield open_show
    for context in contexts:
        context.close()
    assert outside == []
    assert failures == []


def state(page, name):
    return page.evaluate("(name) => window.reception[name]", name)


def wait_for_scene(page, name):
    page.wait_for_function("(name) => window.reception.scene === name", arg=name)


def press(page, key, scene):
    page.keyboard.press(key)
    wait_for_scene(page, scene)


def test_scenes_follow_one_another_by_themselves_and_begin_anew(visit):
    page = visit("?lang=de&seconds=5")
    page.wait_for_function("() => window.reception.scenes.includes('tonight')")
    assert state(page, "scenes") == ALL
    page.evaluate("() => { window.seen = []; window.reception.speed = 6; }")
    seen = []
    while state(page, "rounds") < 1:
        scene = state(page, "scene")
        if scene not in seen:
            seen.append(scene)
        page.wait_for_timeout(60)
    assert seen == ALL
    wait_for_scene(page, "figures")


def test_keys_and_remote_controls_lead_back_and_on(visit):
    page = visit("?scenes=figures,map,network")
    press(page, "ArrowRight", "map")
    press(page, "PageDown", "network")
    press(page, "PageUp", "map")
    press(page, "ArrowLeft", "figures")
    press(page, "ArrowLeft", "network")
    page.keyboard.press(" ")
    assert state(page, "isPaused")
    page.wait_for_timeout(3500)
    before = state(page, "time")
    page.wait_for_timeout(400)
    assert state(page, "time") == before
    page.keyboard.press(" ")
    assert not state(page, "isPaused")
    page.keyboard.press(".")
    assert state(page, "isBlack")
    page.keyboard.press("Escape")
    assert not state(page, "isBlack")
    page.keyboard.press("Escape")
    assert state(page, "isPaused")


def test_a_tap_goes_on_and_on_the_left_back(visit):
    page = visit("?scenes=figures,map")
    page.mouse.click(1500, 500)
    wait_for_scene(page, "map")
    page.mouse.click(200, 500)
    wait_for_scene(page, "figures")
    assert state(page, "rounds") == 0, "the left leads back, not on around"


def test_the_bar_comes_with_the_mouse_and_goes_by_itself(visit):
    page = visit("?scenes=figures,map")
    bar = page.locator(".bar")
    expect(bar).to_have_css("opacity", "0")
    page.mouse.move(300, 300)
    page.mouse.move(310, 310)
    expect(bar).to_have_css("opacity", "1")
    assert page.locator(".stage").evaluate("(stage) => getComputedStyle(stage).cursor") == "default"
    page.get_by_role("button", name=re.compile("Next")).click()
    wait_for_scene(page, "map")
    page.mouse.move(400, 400)
    page.locator(".bar button").first.evaluate("() => document.activeElement.blur()")
    expect(bar).to_have_css("opacity", "0", timeout=6000)
    assert page.locator(".stage").evaluate("(stage) => getComputedStyle(stage).cursor") == "none"


def test_what_the_presenter_chooses_is_in_the_address_and_a_reload_shows_it_again(visit):
    page = visit("?lang=de")
    page.mouse.move(300, 300)
    page.mouse.move(320, 320)
    page.get_by_role("button", name="Schau einstellen").click()
    for name in ("Karte", "Kooperationen", "Organisation finden", "Dank"):
        page.get_by_label(name, exact=True).uncheck()
    page.get_by_label("Sekunden je Szene").fill("40")
    page.get_by_label("Sekunden je Szene").blur()
    page.locator("select[name=lang]").select_option("en")
    expect(page.locator("dialog h2")).to_have_text("Set up the show")
    page.locator("select[name=event]").select_option("V68")
    page.wait_for_function("() => location.search.includes('event=V68')")
    page.get_by_role("button", name="Done").click()
    expect(page.locator("dialog")).not_to_be_visible()
    assert "scenes=figures,network,tonight&seconds=40&lang=en" in page.url
    press(page, "ArrowRight", "network")
    page.reload()
    page.wait_for_function("() => window.reception")
    assert state(page, "scene") == "network", "a reload goes on with the scene that ran"
    assert state(page, "length") == 120
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.locator(".kicker").first).to_have_text("Herbstforum Grüne Produktion 2026")


@pytest.mark.parametrize(
    "search", ["?event=nobody", "?seconds=abc&scenes=nothing", "?seconds=-3&scenes=,,&lang=xx", "?seconds=1e99"]
)
def test_an_address_with_nonsense_shows_what_it_can(visit, search):
    page = visit(search)
    assert state(page, "length") >= 5 or state(page, "scene") is None
    expect(page.locator(".scene h1").first).not_to_be_empty()


def test_who_arrives_is_seen_within_seconds_and_undone_check_ins_go(visit, room):
    page = visit("?lang=de&scenes=tonight")
    wait_for_scene(page, "tonight")
    expect(page.locator(".tonight-number")).to_have_text("37")
    expect(page.locator(".tonight-expected")).to_have_text("von 80 erwarteten Gästen")
    expect(page.locator(".tonight-legend")).to_contain_text("Weitere")
    room.kinds = [("company", 21), ("science", 12), (None, 5), ("startup", 6)]
    expect(page.locator(".tonight-number")).to_have_text("44", timeout=6000)
    expect(page.locator(".tonight-legend")).to_contain_text("Start-up")
    room.kinds = [("company", 20), ("science", 12), (None, 5)]
    expect(page.locator(".tonight-number")).to_have_text("37", timeout=6000)


def test_before_the_first_guest_the_empty_seats_say_who_is_expected(visit, room):
    room.kinds = []
    page = visit("?lang=en&scenes=tonight")
    wait_for_scene(page, "tonight")
    expect(page.locator(".tonight-number")).to_have_text("80")
    expect(page.locator(".tonight-expected")).to_have_text("guests are expected")
    room.kinds = [("company", 1)]
    expect(page.locator(".tonight-number")).to_have_text("1", timeout=6000)
    expect(page.locator(".scene-tonight h1")).to_contain_text("of the guests expected are here already")


def test_a_lost_connection_changes_nothing(visit, room):
    page = visit("?lang=de&scenes=tonight,thanks")
    wait_for_scene(page, "tonight")
    room.is_there = False
    page.context.set_offline(True)
    page.wait_for_timeout(4000)
    expect(page.locator(".tonight-number")).to_have_text("37")
    press(page, "ArrowRight", "thanks")
    press(page, "ArrowRight", "tonight")
    expect(page.locator(".tonight-number")).to_have_text("37")


def test_new_data_is_taken_up_at_the_next_round(visit, demo_server):
    page = visit("?lang=de&scenes=figures,thanks&seconds=5")
    content = page.request.get(f"{demo_server.url}/reception/show.json?lang=de").json()
    answers = {"etag": '"old"', "content": content}
    page.route("**/show.json*", lambda route: route.fulfill(json=answers["content"], headers={"etag": answers["etag"]}))
    page.clock.install()
    page.reload()
    page.clock.run_for(1000)
    page.wait_for_function("() => window.reception", polling=50)
    figures = {**content["scenes"][0], "title": "Ganz neu"}
    answers.update(etag='"new"', content={**content, "scenes": [figures, *content["scenes"][1:]]})
    with page.expect_response("**/show.json*"):
        page.clock.run_for(31_000)
    page.wait_for_timeout(200)
    page.clock.run_for(10_000)
    page.keyboard.press("ArrowRight" if state(page, "scene") == "thanks" else "Shift")
    page.clock.run_for(1000)
    expect(page.locator(".scene-figures h1").first).to_have_text("Ganz neu")


def test_a_scene_that_cannot_be_drawn_is_left_out_and_the_show_goes_on(visit, demo_server):
    page = visit("?lang=de&seconds=5")
    content = page.request.get(f"{demo_server.url}/reception/show.json?lang=de").json()
    for scene in content["scenes"]:
        if scene["name"] == "map":
            scene["districts"] = None
        if scene["name"] == "network":
            scene["counts"] = [["nonsense"]]
    page.route("**/show.json*", lambda route: route.fulfill(json=content))
    page.reload()
    page.wait_for_function("() => window.reception")
    page.evaluate("() => { window.reception.speed = 10; }")
    page.wait_for_function("() => window.reception.rounds >= 2")
    assert "map" not in state(page, "scenes")
    assert "figures" in state(page, "scenes")


def test_with_less_motion_all_stands_where_it_comes_to_rest(visit):
    page = visit("?lang=de&scenes=figures,network", reduced_motion="reduce")
    page.wait_for_function("() => window.reception.time > 3.2")
    values = page.locator(".figure-value")
    expect(values.first).to_have_text("303")
    page.evaluate("() => window.reception.at('figures', 0.75)")
    page.wait_for_timeout(100)
    assert page.locator(".figure-value").first.inner_text() == "303", "no counting"


def test_counting_ends_on_the_very_number(visit):
    page = visit("?lang=de&scenes=figures")
    page.evaluate("() => window.reception.at('figures', 1.2)")
    page.wait_for_timeout(100)
    assert page.locator(".figure-value").first.inner_text() != "303"
    page.evaluate("() => window.reception.at('figures', 9)")
    expect(page.locator(".figure-value").first).to_have_text("303")
    expect(page.locator(".figure-value").last).to_have_text("1,8 Mio. €")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768)])
def test_nothing_is_cut_and_no_text_is_smaller_than_the_back_row_can_read(visit, size):
    page = visit("?lang=de", viewport={"width": size[0], "height": size[1]})
    page.wait_for_function("() => window.reception.scenes.includes('tonight')")
    least = 28 * min(size[0] / 1920, size[1] / 1080) - 0.3
    for name in ALL:
        page.evaluate("(name) => window.reception.at(name, 0)", name)
        page.evaluate("(name) => window.reception.at(name, window.reception.length - 1)", name)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        found = page.evaluate(
            """() => {
              const texts = [...document.querySelectorAll(".scene *")].filter(
                (one) => [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) && one.checkVisibility());
              return texts.map((one) => {
                const box = one.getBoundingClientRect();
                return { text: one.textContent, box, size: parseFloat(getComputedStyle(one).fontSize),
                  isInside: box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1 };
              });
            }"""
        )
        assert found
        assert [one for one in found if one["size"] < least] == [], name
        assert [one for one in found if not one["isInside"]] == [], name


def test_where_a_phone_can_reach_this_host_a_code_leads_to_the_search(page, demo_server):
    svg = page.request.get(f"{demo_server.url}/reception/qr.svg?to={demo_server.url}/find%3Flang%3Dde")
    page.goto(f"{demo_server.url}/reception?lang=de&scenes=thanks")
    page.wait_for_function("() => window.reception")
    assert svg.ok
    shown = page.evaluate(
        """async (address) => {
          const code = document.createElement("img");
          code.src = address;
          await code.decode();
          return code.naturalWidth > 0;
        }""",
        svg.url,
    )
    assert shown, "the code is a picture, as the page's policy allows it"


def test_the_search_on_the_screen_finds_and_holds_the_show(visit):
    page = visit("?lang=de&scenes=find,thanks&seconds=5")
    page.get_by_label("Name Ihrer Organisation").fill("Forschungscampsu")
    page.get_by_role("button", name=re.compile("Forschungscampus Glühlinghausen")).click()
    expect(page.locator(".profile h1")).to_have_text("Forschungscampus Glühlinghausen")
    page.wait_for_timeout(3000)
    before = state(page, "time")
    page.wait_for_timeout(500)
    assert state(page, "time") == before
    page.get_by_label("Name Ihrer Organisation").press("Escape")
    wait_for_scene(page, "thanks")


def test_an_evening_long_neither_memory_nor_the_page_grows(visit):
    page = visit("?lang=de&seconds=5", viewport={"width": 960, "height": 540})
    page.wait_for_function("() => window.reception.scenes.includes('tonight')")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def measured(rounds):
        page.wait_for_function(
            "(rounds) => window.reception.rounds >= rounds && window.reception.scene === 'thanks'",
            arg=rounds,
            timeout=120_000,
        )
        session.send("HeapProfiler.collectGarbage")
        found = {entry["name"]: entry["value"] for entry in session.send("Performance.getMetrics")["metrics"]}
        return found["Nodes"], found["JSEventListeners"], found["JSHeapUsedSize"]

    page.evaluate("() => { window.reception.speed = 16; }")
    nodes, listeners, heap = measured(2)
    later_nodes, later_listeners, later_heap = measured(9)
    assert later_nodes <= nodes + 40
    assert later_listeners <= listeners + 10
    assert later_heap <= heap * 1.1 + 500_000
    assert page.locator(".scene").count() <= 2


def test_a_reload_works_without_a_server(browser, demo_store):
    server = Server(demo_store)
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    try:
        page = context.new_page()
        page.goto(f"{server.url}/reception?lang=de&scenes=figures,map")
        page.wait_for_function("() => window.reception")
        deadline = time.monotonic() + 20
        while not page.evaluate(IS_KEPT) and time.monotonic() < deadline:
            page.wait_for_timeout(100)
        server.stop()
        page.reload()
        page.wait_for_function("() => window.reception")
        expect(page.locator("h1").first).to_contain_text("Organisationen erreicht")
        assert (
            page.evaluate("() => document.fonts.load('600 20px \"Source Sans Pro\"').then((found) => found.length)")
            == 1
        )
    finally:
        context.close()
        server.stop()


def test_without_anything_to_show_one_line_says_what_to_do(browser, demo_server):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    content = page.request.get(f"{demo_server.url}/reception/show.json?lang=de").json()
    page.route("**/show.json*", lambda route: route.fulfill(json={**content, "scenes": []}))
    page.goto(f"{demo_server.url}/reception?lang=de")
    expect(page.locator("h1")).to_contain_text("Sobald auf der Seite „Daten“")
    context.close()
