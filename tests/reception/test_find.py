"""What a guest finds of the own organisation, and what nobody is told.

organisations:
organisation_id | name            | kind    | district | is_coordinator | consents_to_name
hub             | Das Büro        | public  | 05913    | true           | true
a               | Alpha Guss GmbH | company | 05913    | false          | true
b               | Beta Guss GmbH  | company | 05913    | false          | true
c               | Campus C        | science | 05911    | false          | true
d               | Delta D         | science | 05911    | false          | true
f               | Fern AG         | company | 05315    | false          | true
s               | Stille Guss AG  | company | 05913    | false          | false

events:
event_id | title     | starts_on  | format    | status  | topics
e1       | Früher    | 2024-03-01 | reception | held    | Leichtbau
e2       | Der Abend | 2025-02-01 | reception | planned |

participations:
event_id | organisation_id | person_id | status
e1       | a               | p1        | attended
e1       | c               | p2        | attended
e1       | d               | p3        | attended
e1       | f               | p4        | attended
e1       | s               | p5        | attended
e2       | a               | p1        | registered
e2       | f               | p4        | registered
e2       | s               | p5        | registered

cooperations:
cooperation_id | title    | kind  | is_confidential | ended_on
k1             | Eins     | pilot | false           |
k2             | Zwei     | pilot | false           |
k3             | Geheim   | pilot | true            |
k4             | Still    | pilot | false           |
k5             | Vorüber  | pilot | false           | 2024-01-31

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2024-01-01
k2             | 3     | 2024-01-01
k3             | 3     | 2024-01-01
k4             | 3     | 2024-01-01
k5             | 3     | 2023-01-01

cooperation_members:
cooperation_id | organisation_id
k1             | a
k1             | b
k2             | b
k2             | c
k3             | a
k3             | d
k4             | a
k4             | s
k5             | a
k5             | f
"""

import json

import pytest

from analytics.errors import QuestionError
from analytics.language import Language
from analytics.reception.evening import Evening
from analytics.reception.find import Finder
from analytics.warehouse import View, current

GERMAN = Language("de")


@pytest.fixture
def finder(view):
    return Finder(View(view.snapshot, "public"))


def test_only_who_agreed_is_found(finder):
    assert {found["name"] for found in finder.found("guss", GERMAN)} == {"Alpha Guss GmbH", "Beta Guss GmbH"}
    assert finder.found("Stille", GERMAN) == []
    assert finder.found("campus", GERMAN) == [
        {"id": "c", "name": "Campus C", "kind": "Wissenschaft", "district": "Bochum"}
    ]
    assert finder.coordinators() == ["Das Büro"]


def test_the_place_in_the_network_counts_running_open_cooperations_and_names_who_agreed(finder):
    profile = finder.profile("a", GERMAN, None)
    assert profile["partners"] == [{"name": "Beta Guss GmbH", "kind": "company"}]
    assert profile["unnamed"] == 1
    assert profile["place"].startswith("2 Partner in laufenden Kooperationen – und 1 weitere Organisation ist")
    assert profile["ties"] == []


def test_whom_to_meet_are_strangers_of_whom_those_on_the_list_come_first(finder, view):
    evening = Evening.of(View(view.snapshot, "public"), "e2")
    told = finder.profile("c", GERMAN, evening)["to_meet"]
    assert [(one["name"], one["is_coming"]) for one in told][:2] == [("Alpha Guss GmbH", True), ("Fern AG", True)]
    assert all(not one["is_coming"] for one in told[2:])
    assert all(one["reasons"] for one in told[:1])
    assert not any(one["is_coming"] for one in finder.profile("c", GERMAN, None)["to_meet"])


def test_whom_one_works_with_also_confidentially_is_not_introduced(finder):
    names = {one["name"] for one in finder.profile("a", GERMAN, None)["to_meet"]}
    assert names == {"Campus C"}


@pytest.mark.parametrize("asked", ["s", "nobody", "unnamed-1", ""])
def test_nobody_else_has_a_profile(finder, asked):
    with pytest.raises(QuestionError):
        finder.profile(asked, GERMAN, None)


def test_the_coordinating_office_has_no_place_and_no_suggestions(finder):
    profile = finder.profile("hub", GERMAN, None)
    assert profile["place"] == ""
    assert profile["to_meet"] == []


def test_no_profile_of_the_demo_tells_who_did_not_agree(demo_store):
    masked, whole = View(current(demo_store), "public"), View(current(demo_store))
    finder = Finder(masked)
    agreed = masked.ask("organisations_findable")
    everybody = whole.ask("introduction_organisations")
    silent = set(everybody["name"]) - set(agreed["name"])
    told = json.dumps([finder.profile(one, GERMAN, None) for one in agreed["organisation_id"][::8]], ensure_ascii=False)
    assert [name for name in silent if name in told] == []
    assert '"unnamed-' not in told
