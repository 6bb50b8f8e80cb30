"""The film's offline file in Chromium, on the networks of tests/film_frames.py: what a reader does and sees."""

import re
from itertools import pairwise

import pandas as pd
import pytest
from playwright.sync_api import expect

from analytics.charts.film import film, film_document
from analytics.language import Language
from tests import film_frames

pytestmark = pytest.mark.browser

LAST = 3


class Visitor:
    """Somebody with the file open; what it asks for or complains of is noted."""

    def __init__(self, page, path):
        self.page = page
        self.requests, self.complaints = [], []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.goto(path.as_uri())
        page.wait_for_function("() => document.querySelector('.film').filmState.symbols")

    @property
    def state(self):
        return self.page.evaluate("() => document.querySelector('.film').filmState")

    def settled(self):
        self.page.wait_for_function("() => !document.querySelector('.film').filmState.isMoving")
        self.page.wait_for_timeout(60)
        return self.state

    def step(self, number):
        self.page.locator(".film-slider").fill(str(number))
        return self.settled()

    def drawn(self):
        return self.page.evaluate("() => document.querySelector('.film-canvas').toDataURL()")

    def click_on(self, name):
        symbol = next(symbol for symbol in self.state["symbols"] if symbol["id"] == name)
        frame = self.page.locator(".film-canvas").bounding_box()
        self.page.mouse.click(frame["x"] + symbol["x"], frame["y"] + symbol["y"])
        self.page.wait_for_timeout(60)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.page.wait_for_timeout(40)
        return self.settled()


@pytest.fixture
def opened(browser, tmp_path):
    """Opens the file of some frames: ``opened(frames, code="en", width=390)``; afterwards nothing may be wrong."""
    contexts, visitors = [], []

    def open_film(frames=None, *, code="de", comparison=None, meetings=None, width=1280, height=900, **options):
        choices = {"comparison": comparison, "meetings": meetings}
        made = film(**(frames or film_frames.small()), language=Language(code), title="Netzwerk", **choices)
        path = tmp_path / "film.html"
        path.write_text(film_document(made), "utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        visitors.append(Visitor(context.new_page(), path))
        return visitors[-1]

    yield open_film
    for context, visitor in zip(contexts, visitors, strict=True):
        context.close()
        assert len(visitor.requests) == 1
        assert visitor.complaints == []


def test_a_step_changes_the_picture_and_the_sentence_without_a_request(opened):
    visitor = opened()
    caption = visitor.page.locator(".film-caption")
    expect(caption).to_have_text("4. Quartal 2024: 6 Organisationen, 3 Verbindungen")
    before = visitor.drawn()
    assert visitor.step(0)["counts"] == {"organisations": 3, "ties": 2, "fresh": 2, "ended": 0}
    expect(caption).to_have_text("1. Quartal 2024: 3 Organisationen, 2 Verbindungen, davon 2 neu")
    assert sorted(symbol["id"] for symbol in visitor.state["symbols"]) == ["A", "B", "C"]
    assert visitor.drawn() != before


def test_every_step_agrees_with_pandas(opened):
    frames = film_frames.many(120)
    visitor = opened(frames)
    for step, day in enumerate(frames["steps"]["ends_on"]):
        counts = visitor.step(step)["counts"]
        del counts["ended"]
        assert counts == film_frames.counted(frames, day)


def test_keys_pressed_faster_than_the_picture_moves_all_count(opened):
    visitor = opened(film_frames.many(120))
    slider = visitor.page.locator(".film-slider")
    slider.focus()
    for _ in range(6):
        slider.press("ArrowLeft")
    last = int(slider.get_attribute("max"))
    assert visitor.settled()["step"] == last - 6
    later = visitor.page.get_by_role("button", name="Ein Schritt vor")
    for _ in range(4):
        later.click()
    assert visitor.settled()["step"] == last - 2


def test_no_symbol_ever_moves(opened):
    visitor = opened(film_frames.many(120))
    places = {}
    for step in (4, 9, 14, 19):
        for symbol in visitor.step(step)["symbols"]:
            place = (symbol["x"], symbol["y"])
            assert places.setdefault(symbol["id"], place) == place


def test_all_so_far_only_grows(opened):
    visitor = opened()
    visitor.page.get_by_role("button", name="Alles bisher").click()
    assert [visitor.step(step)["counts"]["ties"] for step in range(4)] == [2, 3, 4, 4]
    expect(visitor.page.get_by_role("button", name="Alles bisher")).to_have_attribute("aria-pressed", "true")


def test_what_has_ended_can_be_left_out(opened):
    frames = film_frames.small()
    frames["presences"].loc[frames["presences"]["organisation_id"] == "F", "until"] = frames["steps"]["ends_on"][2]
    visitor = opened(frames)
    assert "F" in [symbol["id"] for symbol in visitor.state["symbols"]]
    visitor.page.get_by_label("Beendetes zeigen").uncheck()
    assert "F" not in [symbol["id"] for symbol in visitor.settled()["symbols"]]


def test_play_runs_from_the_start_to_the_end_and_stops(opened):
    visitor = opened()
    visitor.page.get_by_label("Tempo").select_option("4")
    visitor.page.get_by_role("button", name="Abspielen").click()
    assert visitor.state["time"] < 1
    expect(visitor.page.locator(".film-caption")).to_have_attribute("aria-live", "off")
    between = set()
    while visitor.state["isPlaying"]:
        between.add(visitor.state["time"])
    assert any(time % 1 for time in between)
    state = visitor.settled()
    assert (state["time"], state["isPlaying"]) == (LAST, False)
    expect(visitor.page.locator(".film-caption")).to_have_attribute("aria-live", "polite")
    expect(visitor.page.get_by_role("button", name="Abspielen")).to_be_visible()


def test_whoever_wants_no_motion_gets_steps(opened):
    visitor = opened(reduced_motion="reduce")
    visitor.page.get_by_label("Tempo").select_option("4")
    visitor.page.get_by_role("button", name="Abspielen").click()
    times = set()
    while visitor.state["isPlaying"]:
        times.add(visitor.state["time"])
    assert all(time % 1 == 0 for time in times)
    assert visitor.settled()["time"] == LAST


@pytest.mark.parametrize("step", [5, 12, 19])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_label_lies_on_another(opened, step, width):
    labels = opened(film_frames.many(400), width=width).step(step)["labels"]
    assert len(labels) > 5
    for place, one in enumerate(labels):
        for other in labels[place + 1 :]:
            apart = (
                one["left"] + one["width"] <= other["left"]
                or other["left"] + other["width"] <= one["left"]
                or one["top"] + one["height"] <= other["top"]
                or other["top"] + other["height"] <= one["top"]
            )
            assert apart, (one, other)


def test_a_click_opens_the_panel(opened):
    visitor = opened()
    visitor.click_on("C")
    panel = visitor.page.locator(".film-panel")
    expect(panel.locator("h3")).to_have_text("Firma C")
    expect(panel).to_contain_text("Start-up")
    expect(panel.locator("h4").first).to_have_text("1 Partner")
    expect(panel).to_contain_text("seit 15.04.2024")
    expect(panel).to_contain_text("01.02.2024 bis 30.06.2024")
    expect(panel).to_contain_text("Stahl")
    assert panel.locator("a").count() == 0
    panel.get_by_role("button", name="Firma D").click()
    assert visitor.settled()["selected"] == "D"
    expect(panel.locator("h4").first).to_have_text("2 Partner")


def test_the_panel_speaks_of_the_time_shown(opened):
    visitor = opened()
    visitor.click_on("A")
    panel = visitor.page.locator(".film-panel")
    expect(panel).to_contain_text("gemeinsames Vorhaben")
    visitor.step(0)
    expect(panel).to_contain_text("vereinbart")
    expect(panel).not_to_contain_text("gemeinsames Vorhaben")
    visitor.press("Escape")
    visitor.page.locator(".film-search input").fill("Firma F")
    expect(panel).to_contain_text("noch nicht dabei")


def test_the_shortest_way_is_lit_and_written_out(opened):
    visitor = opened()
    visitor.step(1)
    visitor.click_on("A")
    panel = visitor.page.locator(".film-panel")
    field = panel.get_by_label("Kürzester Weg zu …")
    field.fill("Firma D")
    field.press("Enter")
    assert visitor.settled()["way"] == ["A", "B", "C", "D"]
    expect(panel.locator(".film-chain li")).to_have_text(["Firma A", "Firma B", "Firma C", "Firma D"])
    expect(panel).to_contain_text("3 Schritte")
    visitor.step(2)
    assert visitor.state["way"] == []
    expect(panel).to_contain_text("führt kein Weg dorthin")


def test_ways_are_the_shortest_there_are(opened):
    networkx = pytest.importorskip("networkx")
    frames = film_frames.many(150)
    visitor = opened(frames)
    day = frames["steps"]["ends_on"].iloc[-1]
    rows = frames["cooperation_ties"]
    running = rows[(rows["since"] <= day) & (rows["until"].isna() | (rows["until"] >= day))]
    graph = networkx.from_pandas_edgelist(running, "organisation_id", "partner_id")
    names = frames["nodes"].set_index("organisation_id")["name"]
    ordered = sorted(graph, key=lambda node: (-graph.degree(node), node))
    for start, goal in zip(ordered[:4], ordered[-4:], strict=True):
        visitor.page.locator(".film-search input").fill(names[start])
        field = visitor.page.get_by_label("Kürzester Weg zu …")
        field.fill(names[goal])
        field.press("Enter")
        way = visitor.settled()["way"]
        if networkx.has_path(graph, start, goal):
            assert (way[0], way[-1]) == (start, goal)
            assert len(way) - 1 == networkx.shortest_path_length(graph, start, goal)
            assert all(graph.has_edge(one, other) for one, other in pairwise(way))
        else:
            assert way == []


def test_search_finds_by_a_part_of_the_name_and_says_when_nothing_matches(opened):
    visitor = opened()
    field = visitor.page.locator(".film-search input")
    field.fill("rma e")
    field.press("Enter")
    assert visitor.settled()["selected"] == "E"
    field.fill("Nirgendwer")
    field.press("Enter")
    expect(visitor.page.locator(".film-answer")).to_have_text("Dazu gibt es hier keine Organisation.")


def test_a_kind_is_hidden_by_its_legend(opened):
    visitor = opened()
    visitor.page.get_by_role("button", name="Öffentliche Hand").click()
    state = visitor.settled()
    assert "D" not in [symbol["id"] for symbol in state["symbols"]]
    assert state["counts"] == {"organisations": 5, "ties": 1, "fresh": 0, "ended": 1}
    visitor.page.get_by_role("button", name="Öffentliche Hand").click()
    assert visitor.settled()["counts"]["organisations"] == 6


def test_the_keyboard_does_it_all(opened):
    visitor = opened()
    visitor.page.locator(".film-search input").focus()
    assert visitor.press("Tab")["cursor"] == "D"
    said = visitor.page.locator(".film-said")
    expect(said).to_have_text("Firma D, Öffentliche Hand, 2 Partner")
    assert visitor.press("ArrowRight")["cursor"] == "E"
    assert visitor.press("ArrowLeft", "ArrowLeft")["cursor"] == "B"
    expect(said).to_have_text("Firma B, Wissenschaft, 1 Partner")
    assert visitor.press("Home")["step"] == 0
    assert visitor.press("PageUp")["step"] == 1
    assert visitor.press("End")["step"] == LAST
    state = visitor.press("Enter")
    assert state["selected"] == "B"
    expect(visitor.page.locator(".film-panel h3")).to_be_focused()
    assert visitor.press("Escape")["selected"] is None
    expect(visitor.page.locator(".film-canvas")).to_be_focused()
    visitor.page.keyboard.press("Space")
    assert visitor.state["isPlaying"]
    visitor.page.keyboard.press("Space")
    assert not visitor.state["isPlaying"]


def test_wheel_scrolls_the_page_and_zooms_with_ctrl(opened):
    visitor = opened(height=500)
    frame = visitor.page.locator(".film-canvas").bounding_box()
    visitor.page.mouse.move(frame["x"] + 200, frame["y"] + 200)
    before = visitor.state["symbols"]
    visitor.page.mouse.wheel(0, 120)
    visitor.page.wait_for_function("() => window.scrollY > 0")
    assert visitor.settled()["symbols"] == before
    visitor.page.keyboard.down("Control")
    visitor.page.mouse.wheel(0, -300)
    visitor.page.keyboard.up("Control")
    zoomed = visitor.settled()["symbols"]
    assert _spread(zoomed) > _spread(before)
    visitor.page.get_by_role("button", name="Ganzes Bild").click()
    assert _spread(visitor.settled()["symbols"]) == pytest.approx(_spread(before), rel=0.01)


def test_dragging_moves_the_picture(opened):
    visitor = opened()
    frame = visitor.page.locator(".film-canvas").bounding_box()
    before = visitor.state["symbols"][0]
    visitor.page.mouse.move(frame["x"] + 20, frame["y"] + 20)
    visitor.page.mouse.down()
    visitor.page.mouse.move(frame["x"] + 60, frame["y"] + 50, steps=10)
    visitor.page.mouse.up()
    after = visitor.settled()["symbols"][0]
    assert after["x"] - before["x"] > 20
    assert after["y"] - before["y"] > 10
    assert visitor.state["selected"] is None


def test_on_a_phone_one_finger_scrolls_until_the_picture_is_tapped(opened):
    visitor = opened(width=390, height=844, has_touch=True, is_mobile=True)
    canvas = visitor.page.locator(".film-canvas")
    expect(canvas).to_have_css("touch-action", "pan-y")
    expect(visitor.page.get_by_text("Zum Verschieben erst antippen")).to_be_visible()
    canvas.tap(position={"x": 5, "y": 150})
    expect(canvas).to_have_css("touch-action", "none")
    visitor.page.locator(".film-caption").tap()
    expect(canvas).to_have_css("touch-action", "pan-y")
    width = visitor.page.evaluate("() => document.documentElement.scrollWidth")
    assert width <= 390
    stage, panel = (visitor.page.locator(part).bounding_box() for part in (".film-stage", ".film-panel"))
    assert panel["y"] >= stage["y"] + stage["height"]


def test_two_fingers_zoom_where_they_are(opened):
    visitor = opened(width=390, height=844, has_touch=True, is_mobile=True)
    canvas = visitor.page.locator(".film-canvas")
    canvas.tap(position={"x": 5, "y": 150})
    canvas.scroll_into_view_if_needed()
    frame = canvas.bounding_box()
    x, y = frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2
    before = visitor.settled()["symbols"]
    fingers = visitor.page.context.new_cdp_session(visitor.page)

    def touch(kind, apart):
        points = [] if apart is None else [{"x": x + side * apart, "y": y, "id": side + 1} for side in (-1, 1)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        visitor.page.wait_for_timeout(30)

    def pinch(*apart):
        touch("touchStart", apart[0])
        for distance in apart[1:]:
            touch("touchMove", distance)
        touch("touchEnd", None)
        return visitor.settled()["symbols"]

    assert _spread(pinch(50, 55, 60)) == pytest.approx(1.2 * _spread(before), rel=0.05)
    assert _spread(pinch(60, 55, 50)) == pytest.approx(_spread(before), rel=0.1)
    assert visitor.state["selected"] is None


def test_whom_it_met_is_counted_apart_and_dotted_only_around_the_chosen(opened):
    frames = film_frames.many(120)
    meetings = film_frames.gathered(frames, 40)
    plain, visitor = opened(frames), opened(frames, meetings=meetings)
    panel = visitor.page.locator(".film-panel")
    names = frames["nodes"].set_index("organisation_id")["name"]
    early = meetings[0].loc[meetings[0]["happened_on"] < "2021-07-01", "event_id"]
    often = meetings[1][meetings[1]["event_id"].isin(early)]["organisation_id"].value_counts().index
    assert visitor.state["met"] is None
    assert visitor.page.get_by_label("Begegnungen zeigen").count() == 0
    for step in (6, 19):
        day = frames["steps"]["ends_on"].iloc[step]
        for name in [guest for guest in often if guest in names][:3]:
            for each in (plain, visitor):
                each.step(step)
                each.page.locator(".film-search input").fill(names[name])
            met, partners = film_frames.met(meetings, name, day), film_frames.partners(frames, name, day)
            assert met
            expect(panel).to_contain_text(
                f"Bei Veranstaltungen begegnet: {len(met)}, davon {len(met & partners)} Partner"
            )
            tied = film_frames.partners(frames, name, day, ever=True)
            assert set(visitor.state["met"]) == (met & set(names.index)) - tied
            for part in ("counts", "symbols", "way"):
                assert visitor.settled()[part] == plain.settled()[part]
            assert panel.locator("h4").first.inner_text() == plain.page.locator(".film-panel h4").first.inner_text()
    assert plain.page.get_by_text("Begegnungen").count() == 0
    assert visitor.press("Escape")["met"] is None
    plain.press("Escape")
    assert visitor.drawn() == plain.drawn()


def test_dots_can_be_switched_off_and_never_make_a_way(opened):
    """A met D in February and E in December; B and F in between, of whom B is a partner. No ties lead to D in 2024-Q1."""
    known = pd.DataFrame({"event_id": ["e1", "e2", "e3"], "title": ["Auftakt", "Werkstatt", "Abend"]})
    known["happened_on"] = pd.to_datetime(["2024-02-01", "2024-05-02", "2024-12-01"])
    guests = [("e1", "A"), ("e1", "D"), ("e2", "A"), ("e2", "B"), ("e2", "F"), ("e3", "A"), ("e3", "E")]
    visitor = opened(meetings=(known, pd.DataFrame(guests, columns=["event_id", "organisation_id"])))
    panel = visitor.page.locator(".film-panel")
    visitor.click_on("A")
    assert sorted(visitor.settled()["met"]) == ["D", "E", "F"]
    expect(panel).to_contain_text("Bei Veranstaltungen begegnet: 4, davon 1 Partner")
    expect(panel.locator("li", has_text="Werkstatt")).to_contain_text("02.05.2024, mit 2 weiteren")
    expect(visitor.page.locator(".film-legend")).to_contain_text("begegnet, ohne Verbindung")
    dotted = visitor.drawn()
    switch = panel.get_by_label("Begegnungen zeigen")
    switch.uncheck()
    expect(switch).to_be_focused()
    assert visitor.settled()["met"] is None
    assert visitor.drawn() != dotted
    expect(visitor.page.locator(".film-legend")).not_to_contain_text("begegnet")
    expect(panel).to_contain_text("begegnet: 4, davon 1 Partner")
    switch.check()
    visitor.step(0)
    assert visitor.state["met"] == ["D"]
    expect(panel).to_contain_text("begegnet: 1, davon 0 Partner")
    field = panel.get_by_label("Kürzester Weg zu …")
    field.fill("Firma D")
    field.press("Enter")
    expect(panel).to_contain_text("führt kein Weg dorthin")
    visitor.press("Escape")
    visitor.page.locator(".film-search input").fill("Firma C")
    expect(panel).to_contain_text("bei keiner Veranstaltung jemandem begegnet")
    assert visitor.page.get_by_label("Begegnungen zeigen").count() == 0


def test_where_all_is_new_nothing_is_lit_but_the_chosen(opened):
    visitor = opened(film_frames.beginning(400))
    state = visitor.step(0)
    assert state["counts"]["fresh"] == state["counts"]["ties"] > 500
    assert state["glow"] == 0
    legend = visitor.page.locator(".film-legend")
    expect(legend).to_contain_text("Organisation neu im Zeitraum")
    expect(legend).not_to_contain_text("Verbindung neu im Zeitraum")
    pale = _accents(visitor)
    visitor.page.locator(".film-search input").fill("Organisation mit Namen 7")
    visitor.settled()
    assert _accents(visitor) > pale
    few = opened()
    assert few.step(0)["glow"] == 1
    expect(few.page.locator(".film-legend")).to_contain_text("Verbindung neu im Zeitraum")
    expect(few.page.locator(".film-legend")).to_contain_text("Organisation neu im Zeitraum")


def test_a_group_is_not_named_beside_the_one_it_is_called_after(opened):
    frames = film_frames.small()
    frames["groups"]["organisation_id"] = ["B", "E", None]
    visitor = opened(frames)
    labels = [{label["text"] for label in visitor.step(step)["labels"]} for step in (1, 3)]
    assert {"Firma B", "Um Firma B", "Um Firma D", "Firma E"} & labels[0] == {"Firma B"}
    assert {"Firma B", "Um Firma B", "Um Firma D", "Firma E"} & labels[1] == {"Firma B", "Firma E"}


def test_a_ground_is_as_strong_as_the_share_of_its_members(opened):
    """Group 1 is D and E: neither is there in the first quarter, D in the second, both in the third."""
    visitor = opened()
    places = {symbol["id"]: symbol for symbol in visitor.state["symbols"]}
    middle = [round((places["D"]["x"] + places["E"]["x"]) / 2), round(places["D"]["y"]) + 12]
    alpha = """place => document.querySelector(".film-canvas").getContext("2d").getImageData(...place, 1, 1).data[3]"""
    found = []
    for step in range(3):
        visitor.step(step)
        found.append(visitor.page.evaluate(alpha, middle))
    assert found == [0, pytest.approx(128, abs=2), 255]


def test_the_list_of_most_partners_follows_the_film(opened):
    frames = film_frames.many(120)
    visitor = opened(frames)
    visitor.page.get_by_role("button", name="Abspielen").click()
    lists = set()
    while visitor.state["isPlaying"] and len(lists) < 4:
        lists.add(visitor.page.locator(".film-panel .film-list").inner_text())
    assert len(lists) == 4
    visitor.page.get_by_role("button", name="Anhalten").click()


def test_circles_bear_the_name_of_the_one_they_are_called_after(opened):
    frames = film_frames.many(2000, group_size=100)
    frames["groups"]["name"] = [f"um Firma {number}" for number in frames["groups"]["group"]]
    first = frames["nodes"].drop_duplicates("group")
    frames["groups"]["organisation_id"] = first["organisation_id"].to_numpy()
    labels = opened(frames).settled()["labels"]
    names = [label["text"] for label in labels if not label["text"].replace(".", "").isdigit()]
    assert len(names) > 5
    assert all(name.startswith("Organ") for name in names)


def test_fingers_are_told_of_fingers_and_led_to_the_way_found(opened):
    visitor = opened(film_frames.many(120), width=390, height=844, has_touch=True, is_mobile=True)
    panel = visitor.page.locator(".film-panel")
    expect(panel).to_contain_text("mit zwei Fingern vergrößern")
    expect(panel).not_to_contain_text("Strg")
    panel.locator(".film-list button").first.tap()
    visitor.page.get_by_label("Kürzester Weg zu …").fill("Organisation mit Namen 7")
    visitor.page.get_by_role("button", name="Weg zeigen").tap()
    expect(visitor.page.locator(".film-way")).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("count", [120, 2000])
def test_who_is_in_no_group_is_drawn_found_and_asked_all_the_same(opened, count):
    frames = film_frames.many(count)
    frames["nodes"].loc[[3, 4], "group"] = -1
    visitor = opened(frames)
    assert ("o3" in [symbol["id"] for symbol in visitor.state["symbols"]]) == (count < 1500)
    visitor.step(4)
    visitor.page.locator(".film-search input").fill("Organisation mit Namen 3")
    expect(visitor.page.locator(".film-panel h3")).to_have_text("Organisation mit Namen 3")
    state = visitor.settled()
    assert (state["selected"], state["inside"]) == ("o3", None)
    visitor.page.locator(".film-search input").fill("Organisation mit Namen 60")
    visitor.page.locator(".film-search input").fill("Organisation mit Namen 4")
    assert visitor.settled()["selected"] == "o4"
    assert visitor.press("Escape")["selected"] is None


def test_five_thousand_begin_with_their_groups_and_stay_smooth(opened):
    frames = film_frames.many(5000, group_size=100)
    visitor = opened(frames)
    state = visitor.settled()
    assert state["isOverview"]
    assert len(state["symbols"]) == 50
    visitor.page.get_by_label("Tempo").select_option("4")
    visitor.page.get_by_role("button", name="Abspielen").click()
    visitor.page.wait_for_timeout(2500)
    frame_times = sorted(visitor.state["frames"][-60:])
    assert len(frame_times) > 20
    assert frame_times[len(frame_times) // 2] < 32
    visitor.page.get_by_role("button", name="Anhalten").click()
    visitor.step(19)

    visitor.click_on(7)
    state = visitor.settled()
    assert (state["isOverview"], state["inside"]) == (False, 7)
    assert {symbol["id"] for symbol in state["symbols"]} <= {f"o{number}" for number in range(700, 800)}
    expect(visitor.page.locator(".film-crumbs")).to_contain_text("Gruppe 7")
    visitor.press("Escape")
    assert visitor.settled()["isOverview"]


def test_groups_by_keyboard(opened):
    visitor = opened(film_frames.many(2000, group_size=100))
    visitor.page.locator(".film-search input").focus()
    first = visitor.press("Tab")["cursor"]
    expect(visitor.page.locator(".film-said")).to_contain_text(f"Gruppe {first}: ")
    state = visitor.press("Enter")
    assert state["inside"] == first
    assert state["cursor"].startswith("o")
    visitor.press("Escape")
    assert visitor.settled()["isOverview"]


def test_search_leads_into_the_group(opened):
    visitor = opened(film_frames.many(2000, group_size=100))
    visitor.page.locator(".film-search input").fill("Organisation mit Namen 1234")
    state = visitor.settled()
    assert (state["inside"], state["selected"]) == (12, "o1234")


@pytest.mark.parametrize(
    ("keep", "sentence"),
    [("ABC", "Noch sind es nur 3 Organisationen"), ("", "darum ist hier nichts zu zeichnen")],
)
def test_few_or_none_get_a_sentence(opened, keep, sentence):
    frames = film_frames.small()
    frames["nodes"] = frames["nodes"][frames["nodes"]["organisation_id"].isin(list(keep))]
    visitor = opened(frames)
    expect(visitor.page.locator(".film-remark")).to_contain_text(sentence)


def test_without_steps_there_is_no_slider(opened):
    frames = film_frames.small()
    visitor = opened({**frames, "steps": frames["steps"].iloc[:0]})
    assert visitor.page.locator(".film-slider").count() == 0
    expect(visitor.page.locator(".film-caption")).to_have_text("Bisher: 6 Organisationen, 4 Verbindungen")
    expect(visitor.page.locator(".film-remark")).to_contain_text("steht das Bild still")


def test_a_comparison_shows_what_came_and_went(opened):
    ends = film_frames.small()["steps"]["ends_on"]
    visitor = opened(comparison=(ends[1].date(), ends[2].date()))
    assert visitor.page.locator(".film-slider").count() == 0
    expect(visitor.page.locator(".film-caption")).to_have_text(
        "30.06.2024 – 30.09.2024: neue Verbindungen 1, beendete 1, gebliebene 2"
    )
    expect(visitor.page.locator(".film-legend")).to_contain_text("nur vorher (30.06.2024)")


def test_english_is_english(opened):
    visitor = opened(code="en")
    visitor.click_on("B")
    said = visitor.page.locator(".film").inner_text()
    assert "Quarter 4, 2024: 6 organisations, 3 ties" in said
    assert "since 10 Jan 2024" in said
    assert not re.search(r"\b(Organisationen|Verbindung|seit|Partner:|Weg|Kürzester|Gruppe)\b", said)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_readers_scheme(opened, scheme):
    visitor = opened(color_scheme=scheme)
    expect(visitor.page.locator(".film")).to_have_attribute("data-theme", scheme)


def test_hostile_names_are_only_read(opened):
    name = "</script><img src=x onerror=\"document.title='taken'\"> '\"&"
    visitor = opened(film_frames.small(D=name))
    visitor.click_on("D")
    expect(visitor.page.locator(".film-panel h3")).to_have_text(name)
    assert visitor.page.title() == "Netzwerk"


def _accents(visitor):
    """The pixels of the picture in the accent's own colour, about."""
    return visitor.page.evaluate(
        """() => {
            const canvas = document.querySelector('.film-canvas');
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            let count = 0;
            for (let at = 0; at < data.length; at += 4) {
                count += Math.abs(data[at] - 11) + Math.abs(data[at + 1] - 110) + Math.abs(data[at + 2] - 79) < 60 ? 1 : 0;
            }
            return count;
        }"""
    )


def _spread(symbols):
    """How far D stands from B."""
    places = {symbol["id"]: symbol["x"] for symbol in symbols}
    return places["D"] - places["B"]
