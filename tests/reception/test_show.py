"""What the show tells, counted by hand; and what it must not tell.

organisations:
organisation_id | name         | kind    | district | is_coordinator | consents_to_name
hub             | Das Büro     | public  | 05913    | true           | true
a               | Alpha GmbH   | company | 05913    | false          | true
b               | Beta GmbH    | company | 05913    | false          | true
c               | Campus C     | science | 05911    | false          | true
s               | Stille AG    | company | 05913    | false          | false
t               | Tief & Still | company | 05914    | false          |

events:
event_id | title       | starts_on  | format    | status    | expected_attendance
e1       | Der Auftakt | 2023-03-01 | reception | held      |
e2       | Zweites     | 2024-03-01 | workshop  | held      |
e3       | Am Ende     | 2024-12-30 | workshop  | held      |
e4       | Der Abend   | 2025-02-01 | reception | planned   | 80

participations:
event_id | organisation_id | person_id | status     | role
e1       | a               | p-1       | attended   | guest
e1       | c               | p-2       | attended   | guest
e2       | a               | p-1       | attended   | guest
e2       | b               | p-3       | attended   | guest
e2       | s               | p-4       | attended   | guest
e3       | hub             | p-5       | attended   | host
e4       | a               | p-1       | registered | host
e4       | b               | p-3       | registered | speaker
e4       | b               | p-6       | registered | sponsor
e4       | s               | p-4       | registered | sponsor
e4       | c               | p-2       | cancelled  | speaker
e4       | hub             | p-5       | registered | guest

cooperations:
cooperation_id | title              | kind       | origin  | origin_event_id | is_confidential | ended_on
k1             | Aus dem Auftakt    | research   | event   | e1              | false           |
k2             | Nach dem Zweiten   | pilot      | unknown |                 | false           |
k3             | Mit den Stillen    | pilot      | event   | e1              | false           |
k4             | Streng vertraulich | commission | event   | e1              | true            |
k5             | Schon vorbei       | other      | event   | e1              | false           | 2024-06-30

cooperation_stages:
cooperation_id | stage | since
k1             | 1     | 2023-03-10
k1             | 3     | 2023-06-01
k1             | 4     | 2024-01-15
k2             | 3     | 2024-03-01
k3             | 3     | 2024-05-01
k4             | 3     | 2024-05-01
k5             | 3     | 2023-05-01

cooperation_members:
cooperation_id | organisation_id
k1             | a
k1             | c
k2             | a
k2             | b
k3             | a
k3             | s
k4             | b
k4             | c
k5             | a
k5             | b
"""

import json
from datetime import date

import pandas as pd
import pytest

from analytics.language import Language
from analytics.reception.evening import Evening, evenings
from analytics.reception.show import SCENES, show
from analytics.reception.show_cooperations import cooperations
from analytics.reception.show_figures import figures
from analytics.reception.show_map import district_map
from analytics.reception.show_network import network
from analytics.reception.show_thanks import thanks
from analytics.warehouse import View, current

GERMAN, ENGLISH = Language("de"), Language("en")


@pytest.fixture
def public(view):
    return View(view.snapshot, "public")


@pytest.fixture(params=["de", "en"])
def language(request):
    return Language(request.param)


def test_the_figures_are_the_publics_of_the_last_four_quarters_and_what_they_were_a_year_before(public):
    scene = figures(public, GERMAN)
    told = {figure["name"]: figure for figure in scene["figures"]}
    assert scene["period"] == "01.01.2024 – 30.12.2024"
    # 2024: a, b and s at e2, the hub at e3; 2023: a and c.
    assert told["organisations_reached"] | {"label": ""} == {
        "name": "organisations_reached", "label": "", "value": 4, "digits": 0, "before": "", "after": "",
        "change": "+2 zum Jahr davor bis 30.12.2023", "way": 1,
    }  # fmt: skip
    assert told["events_held"]["value"] == 2
    # k1 to k4; k5 has ended.
    assert told["active_cooperations"]["value"] == 4
    assert scene["title"] == "4 Organisationen erreicht, 4 Kooperationen laufen"
    assert "funding_won" not in told, "nothing of it was ever recorded"
    assert "smes_reached" not in told, "the public is not told of it"


def test_an_undefined_figure_is_no_zero(built):
    """
    organisations:
    organisation_id | name | kind    | consents_to_name
    a               | A    | company | true

    events:
    event_id | title | starts_on  | format    | status
    e1       | E     | 2024-12-30 | reception | held

    participations:
    event_id | organisation_id | person_id | status
    e1       | a               | p1        | attended

    cooperations:
    cooperation_id | title | kind
    k              | K     | pilot

    cooperation_stages:
    cooperation_id | stage | since
    k              | 3     | 2024-06-01

    cooperation_members:
    cooperation_id | organisation_id
    k              | a
    """
    view = built(test_an_undefined_figure_is_no_zero.__doc__)
    told = {figure["name"]: figure for figure in figures(View(view.snapshot, "public"), ENGLISH)["figures"]}
    assert told["cross_sector_share"]["value"] is None
    assert told["organisations_reached"]["change"] == ""
    assert network(View(view.snapshot, "public"), ENGLISH) is None


class Counted:
    """A view that is told these classes of districts."""

    first_day, last_day = date(2023, 3, 1), date(2025, 5, 1)

    def __init__(self, **years):
        self.years = years

    def ask(self, question, periods):
        districts = pd.DataFrame(
            {"district": ["05913", "05911", "05315", "unknown"], "name": ["Dortmund", "Bochum", "Köln", None]}
        ).assign(is_westfalen=[True, True, False, False], is_core=[True, True, False, False])
        parts = []
        for period in periods:
            parts.append(districts.assign(period=period.name, organisations_class=self.years[f"in_{period.name}"]))
        return pd.concat(parts, ignore_index=True)


def test_the_map_tells_of_finished_years_in_classes():
    scene = district_map(Counted(in_2023=["5-19", "1-4", "0", "0"], in_2024=["20-49", "1-4", "0", "1-4"]), GERMAN)
    assert [district["name"] for district in scene["districts"]] == ["Dortmund", "Bochum", "Köln"]
    assert scene["years"] == [{"year": "2023", "classes": [2, 1, 0]}, {"year": "2024", "classes": [3, 1, 0]}]
    assert scene["title"] == "In 2 von 2 Kreisen Westfalens war 2024 jemand dabei"
    assert scene["classes"] == ["1–4", "5–19", "20–49"]


def test_a_year_of_which_nothing_is_told_is_left_out():
    scene = district_map(Counted(in_2023=["5-19", "5-19", "5-19", "0"], in_2024=[""] * 4), ENGLISH)
    assert [year["year"] for year in scene["years"]] == ["2023"]
    assert scene["title"] == "In 2023, 3 of 3 districts of North Rhine-Westphalia took part"
    assert district_map(Counted(in_2023=[""] * 4, in_2024=["0"] * 4), ENGLISH) is None


def test_the_network_is_told_step_by_step_with_the_names_of_those_who_agreed(public):
    scene = network(public, GERMAN)
    film = scene["film"]
    assert [step["label"] for step in film["steps"]][:2] == ["2. Quartal 2023", "3. Quartal 2023"]
    # Organisations, ties and cooperations: k5 and k1; then k2, which is a tie already; k3 and the confidential k4.
    assert scene["counts"] == [[3, 2, 2]] * 3 + [[3, 2, 3]] + [[4, 4, 5]] + [[4, 4, 4]] * 2
    assert scene["years"] == [2023, 2023, 2023, 2024, 2024, 2024, 2024]
    assert sorted(film["nodes"]["name"]) == ["", "Alpha GmbH", "Beta GmbH", "Campus C"]
    assert film["nodes"]["id"] == ["0", "1", "2", "3"]
    assert scene["title"] == "Aus 2 Verbindungen im Jahr 2023 sind 4 geworden"
    assert scene["closing"].startswith("Heute sind 100")
    assert not scene["is_cumulative"]


def test_a_network_of_the_past_is_shown_as_all_that_was(built):
    """
    organisations:
    organisation_id | name | kind    | consents_to_name
    a               | A    | company | true
    b               | B    | company | true
    c               | C    | company | true

    cooperations:
    cooperation_id | title | kind  | ended_on
    k              | K     | pilot | 2021-01-01
    l              | L     | pilot | 2022-01-01
    m              | M     | pilot | 2021-01-01

    cooperation_stages:
    cooperation_id | stage | since
    k              | 3     | 2020-01-01
    l              | 3     | 2020-06-01
    m              | 3     | 2020-06-01

    cooperation_members:
    cooperation_id | organisation_id
    k              | a
    k              | b
    l              | b
    l              | c
    m              | a
    m              | c
    """
    view = View(built(test_a_network_of_the_past_is_shown_as_all_that_was.__doc__).snapshot, "public")
    scene = network(view, ENGLISH)
    assert scene["is_cumulative"]
    assert scene["counts"][-1] == [3, 3, 3]
    assert scene["title"] == "3 organisations worked together here, 2020 to 2022"
    assert cooperations(view, ENGLISH) is None, "none of them is running"


def test_only_running_cooperations_that_all_members_let_be_told_are_told(public):
    scene = cooperations(public, GERMAN)
    assert [told["title"] for told in scene["cooperations"]] == ["Aus dem Auftakt", "Nach dem Zweiten"]
    first, second = scene["cooperations"]
    assert first["members"] == "Alpha GmbH und Campus C"
    assert first["origin"] == "Entstanden bei: Der Auftakt – 3 Monate später vereinbart"
    assert [(step["label"], step["date"]) for step in first["steps"]] == [
        ("Veranstaltung", "01.03.2023"),
        ("Kontakt", "10.03.2023"),
        ("Vereinbart", "01.06.2023"),
        ("Gemeinsames Vorhaben", "15.01.2024"),
    ]
    assert second["origin"] == "Zuerst begegnet bei: Zweites – und sogleich vereinbart"
    assert scene["title"] == "Diese 2 Kooperationen begannen mit einer Begegnung"


def test_thanks_go_to_who_hosts_sponsors_and_speaks_as_far_as_they_agreed(public):
    scene = thanks(public, GERMAN, Evening.of(public, "e4"))
    assert [(group["label"], group["names"]) for group in scene["groups"]] == [
        ("Gastgeber", ["Alpha GmbH"]),
        ("Förderer", ["Beta GmbH"]),
        ("Koordination", ["Das Büro"]),
    ]
    at_end = thanks(public, GERMAN, Evening.of(public, "e3"))
    assert [group["label"] for group in at_end["groups"]] == ["Gastgeber"], "the office is thanked once"


def test_scenes_come_in_order_and_name_their_finding(public, language):
    told = show(public, language, Evening.of(public, "e4"))
    assert [scene["name"] for scene in told["scenes"]] == [name for name in SCENES if name != "map"]
    assert all(scene["title"] for scene in told["scenes"])
    assert told["event"]["title"] == "Der Abend"


def test_without_an_event_nobody_is_awaited(public):
    names = [scene["name"] for scene in show(public, GERMAN, None)["scenes"]]
    assert "tonight" not in names
    assert "thanks" in names


def test_an_empty_store_has_no_scene(empty_store, language):
    told = show(View(current(empty_store), "public"), language, None)
    assert told["scenes"] == []
    assert told["event"] is None


def test_the_real_file_has_a_network_and_no_figure_of_what_it_does_not_record(real_store, language):
    view = View(current(real_store), "public")
    told = {scene["name"]: scene for scene in show(view, language, None)["scenes"]}
    assert "map" not in told
    assert set(told) >= {"figures", "network"}
    assert all(figure["value"] is not None for figure in told["figures"]["figures"])
    assert set(told["network"]["film"]["nodes"]["name"]) == {""}


@pytest.fixture(scope="module")
def secrets(demo_store):
    """Names and ids of the demo that no screen may show."""
    whole, masked = View(current(demo_store)), View(current(demo_store), "public")
    agreed = set(masked.ask("organisations_findable")["organisation_id"])
    known = whole.ask("introduction_organisations")
    silent = known[~known["organisation_id"].isin(agreed)]
    assert len(silent) > 100
    everything = whole.ask("network_cooperations")
    told = set(masked.ask("show_cooperations")["title"])
    titles = set(everything["title"]) - told - set(everything[everything["title"].duplicated()]["title"])
    persons = demo_persons()
    return [*silent["name"], *silent["organisation_id"], *titles, *persons]


def demo_persons():
    import csv
    from pathlib import Path

    with (Path(__file__).parents[2] / "data" / "demo" / "people.csv").open(encoding="utf-8") as file:
        return [row["person_id"] for row in csv.DictReader(file)]


@pytest.mark.parametrize("name", SCENES)
def test_no_scene_of_the_demo_tells_who_did_not_agree_nor_any_person(demo_store, secrets, language, name):
    view = View(current(demo_store), "public")
    for evening in evenings(view)[:3]:
        found = [scene for scene in show(view, language, evening)["scenes"] if scene["name"] == name]
        assert len(found) == 1
        said = json.dumps(found, ensure_ascii=False)
        words = set(said.split('"'))
        assert [secret for secret in secrets if secret in words or (len(secret) > 5 and secret in said)] == []
