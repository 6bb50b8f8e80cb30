"""The hall's pages and what they ask for: who may, what they are told, and what stays secret.

organisations:
organisation_id | name           | kind    | consents_to_name
alpha           | Alpha GmbH     | company | true
secret          | Geheim AG      | company | false

events:
event_id | title   | starts_on  | format    | status  | expected_attendance
evening  | Empfang | TODAY      | reception | planned | 10
later    | Später  | LATER      | reception | planned |
past     | Früher  | 2020-06-01 | reception | held    |

people:
person_id | organisation_id
k1        | alpha

participations:
participation_id | event_id | organisation_id | person_id | persons | status
p1               | evening  | alpha           | k1        | 1       | registered
p2               | evening  | secret          |           | 2       | registered
"""

import shutil
from datetime import date, timedelta

import pytest

from analytics.reception.door_key import key_of, renew
from analytics.reception.evening import Evening
from analytics.reception.feedback import words_waiting
from analytics.store import Store
from analytics.warehouse import View, current
from pages.hall import admission
from tests.tables import store_from

ARRIVAL = {"op": "device-0001", "kind": "arrived", "guest": "p1", "persons": 1}
JSON = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    later = (date.today() + timedelta(days=300)).isoformat()
    return store_from(
        __doc__.replace("TODAY", date.today().isoformat()).replace("LATER", later), tmp_path_factory.mktemp("hall")
    )


@pytest.fixture
def store(made, tmp_path):
    shutil.copytree(made.folder, tmp_path / "store")
    return Store(tmp_path / "store")


@pytest.fixture
def opened(hall, store, monkeypatch):
    """The hall, for whoever has ``role``."""

    def as_role(role):
        monkeypatch.setattr(admission, "role_of", lambda _: role)
        return hall(store)

    return as_role


@pytest.mark.parametrize("role", ["management", "staff"])
def test_the_door_opens_to_those_who_work_at_it(opened, role):
    client = opened(role)
    assert client.get("/door?event=evening").status_code == 200
    guests = client.get("/door/guests.json?event=evening").json()
    assert [(guest["guest"], guest["organisation"]) for guest in guests["guests"]] == [
        ("p1", "Alpha GmbH"),
        ("p2", "Geheim AG"),
    ]
    sent = client.post("/door/operations?event=evening", json={"operations": [ARRIVAL]})
    assert (sent.json()["taken"], sent.json()["state"]["present"]) == (["device-0001"], 1)


@pytest.mark.parametrize("role", ["ministry", "public"])
def test_nobody_else_opens_it_and_nothing_of_it_is_told(opened, role):
    client = opened(role)
    page = client.get("/door?event=evening")
    assert page.status_code == 403
    assert "Geheim" not in page.text
    for address in ("/door/guests.json?event=evening", "/door/state.json?event=evening"):
        assert client.get(address).status_code == 403
    assert client.post("/door/operations?event=evening", json={"operations": [ARRIVAL]}).status_code == 403


def test_a_link_with_a_key_opens_this_door_until_it_is_renewed(opened, store):
    client, evening = opened("public"), Evening.of(View(current(store)), "evening")
    assert client.get("/door?event=evening&door_key=" + "0" * 32).status_code == 403
    answer = client.get(f"/door?event=evening&door_key={key_of(store, evening)}", follow_redirects=False)
    assert (answer.status_code, "door_key" in answer.headers["location"]) == (303, False)
    assert {"HttpOnly", "SameSite=lax"} <= set(answer.headers["set-cookie"].split("; "))
    assert client.get("/door?event=evening").status_code == 200
    assert client.get("/door/guests.json?event=evening").status_code == 200
    assert client.get("/door/guests.json?event=later").status_code == 403
    renew(store)
    assert client.get("/door/guests.json?event=evening").status_code == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content-type": "text/plain"}, 403),
        (JSON | {"origin": "https://elsewhere.example"}, 403),
        (JSON | {"origin": "http://testserver"}, 200),
    ],
)
def test_no_other_site_ticks_anybody_off(opened, headers, status):
    body = '{"operations": []}'
    assert opened("staff").post("/door/operations?event=evening", content=body, headers=headers).status_code == status


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"operations": 1}', '{"operations": [1]}', '{"operations": [{}]}'])
def test_what_cannot_be_read_is_told_in_words(opened, body):
    answer = opened("staff").post("/door/operations?event=evening&lang=en", content=body, headers=JSON)
    assert (answer.status_code, answer.json()["error"][:4]) == (409, "What")
    assert (
        opened("staff").post("/door/operations?event=evening", content=" " * 300_000, headers=JSON).status_code == 413
    )


def test_an_unknown_evening_and_an_empty_store_are_told_in_words(opened, hall, empty_store):
    assert opened("staff").get("/door?event=nothing").status_code == 404
    assert (
        opened("staff").get("/door/state.json?event=nothing&lang=de").json()["error"].startswith("Eine Veranstaltung")
    )
    assert "keine Veranstaltung" in hall(empty_store).get("/door?lang=de").text
    assert "no event" in hall(empty_store).get("/feedback?lang=en").text


def test_what_is_known_is_not_sent_again(opened):
    client = opened("staff")
    for address in ("/door/guests.json", "/door/state.json", "/reception/tonight.json"):
        tag = client.get(f"{address}?event=evening").headers["etag"]
        assert client.get(f"{address}?event=evening", headers={"if-none-match": tag}).status_code == 304
    client.post("/door/operations?event=evening", json={"operations": [ARRIVAL]})
    assert client.get("/door/state.json?event=evening", headers={"if-none-match": tag}).status_code == 200


def test_the_screen_sees_numbers_alone(opened):
    client = opened("staff")
    client.post(
        "/door/operations?event=evening",
        json={"operations": [ARRIVAL, ARRIVAL | {"op": "device-0002", "guest": "p2", "persons": 2}]},
    )
    told = opened("staff").get("/reception/tonight.json?event=evening").json()
    assert told.pop("stand")
    assert told == {
        "event": "evening", "is_rehearsal": False, "is_closed": False, "present": 3, "organisations": 2,
        "expected": 10, "kinds": [{"kind": None, "persons": 3}],
    }  # fmt: skip


@pytest.mark.parametrize("role", ["ministry", "public"])
def test_whoever_may_not_open_the_door_is_told_nothing_that_happens_at_it(opened, role):
    before = opened(role).get("/reception/tonight.json?event=evening")
    opened("staff").post("/door/operations?event=evening", json={"operations": [ARRIVAL]})
    client = opened(role)
    assert client.get("/reception/tonight.json?event=evening").text == before.text
    told = before.json()
    assert (told["expected"], told["present"], told["organisations"], told["kinds"]) == (10, None, None, [])
    for other in ("past", "later", "nothing"):
        assert client.get(f"/reception/tonight.json?event={other}").status_code == 404


def test_the_key_of_the_door_lets_the_screen_count(opened, store):
    evening, client = Evening.of(View(current(store)), "evening"), opened("public")
    client.get(f"/door?event=evening&door_key={key_of(store, evening)}")
    assert client.get("/reception/tonight.json?event=evening").json()["present"] == 0


def test_feedback_is_open_to_everybody_on_the_evening_only(opened):
    client = opened("public")
    assert "token" in client.get("/feedback?event=evening").text
    assert "token" not in client.get("/feedback?event=later").text
    assert "token" not in client.get("/feedback?event=past").text


def test_an_answer_is_taken_with_a_token_and_a_word_waits(opened, store, monkeypatch):
    from pages.hall import feedback

    client, evening = opened("public"), "/feedback/answer?event=evening"
    token = feedback.token_for(store, "evening", 0)
    assert client.post(evening, json={"token": token, "satisfaction": 5, "word": "Schön"}).json() == {"taken": True}
    assert [word.text for word in words_waiting(store, "evening")] == ["Schön"]
    young = client.get("/feedback?event=evening").text.split('"token":"')[1].split('"')[0]
    for wrong in ({"token": young}, {"token": "x"}, {}, {"token": 1}):
        assert client.post(evening, json=wrong | {"satisfaction": 5}).status_code == 409
    assert client.post(evening, json=[]).status_code == 409
    assert client.post(evening, content="{", headers=JSON).status_code == 409
    monkeypatch.setattr(feedback, "_RATE_LIMIT", feedback.RateLimit(burst=0, seconds=60))
    assert client.post(evening, json={"token": token, "satisfaction": 4}).status_code == 429


@pytest.mark.parametrize(
    ("asked", "header", "language"),
    [
        ("", "en-GB,en;q=0.9,de;q=0.8", "en"),
        ("", "en;q=0.3, de-DE;q=0.7", "de"),
        ("", "fr, en;q=0.5", "en"),
        ("", "en;q=0, *;q=0.1", "de"),
        ("", "EN", "en"),
        ("", "en;level=1", "de"),
        ("", "", "de"),
        ("&lang=en", "de", "en"),
    ],
)
def test_the_page_speaks_the_language_that_the_browser_likes_best(opened, asked, header, language):
    page = opened("public").get(f"/feedback?event=evening{asked}", headers={"accept-language": header})
    assert f'<html lang="{language}"' in page.text
