"""The evening's page while it lasts and afterwards: who has come, the closing and its way back, words to be read.

organisations:
organisation_id | name       | kind    | consents_to_name
alpha           | Alpha GmbH | company | true

events:
event_id | title   | starts_on  | format    | status  | expected_attendance
evening  | Empfang | TODAY      | reception | planned | 10
coming   | Später  | NEXTYEAR | reception | planned |

participations:
participation_id | event_id | organisation_id | persons | status
p1               | evening  | alpha           | 2       | registered
p2               | evening  | alpha           | 1       | registered
"""

import shutil
from datetime import date, datetime, timedelta

import pytest

from analytics.language import Language
from analytics.reception.door_key import key_of
from analytics.reception.feedback import take_answer, words_waiting
from analytics.store import Store
from analytics.warehouse import View, current
from tests.reception.conftest import door_of
from tests.tables import store_from

GERMAN = Language("de")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    days = {"TODAY": date.today(), "NEXTYEAR": date.today() + timedelta(days=365)}
    text = __doc__
    for word, day in days.items():
        text = text.replace(word, day.isoformat())
    return store_from(text, tmp_path_factory.mktemp("evening"))


@pytest.fixture
def store(made, tmp_path):
    shutil.copytree(made.folder, tmp_path / "store")
    return Store(tmp_path / "store")


def came(store):
    door_of(store).take([{"op": "device-0001", "kind": "arrived", "guest": "p1", "persons": 2}], datetime.now())


def statuses(store):
    found = View(current(store)).ask("door_guests", event_id="evening")
    return dict(zip(found["guest"], found["status"], strict=True))


@pytest.mark.parametrize("role", ["management", "staff"])
def test_hosts_see_who_has_come_close_the_evening_and_open_it_again(store, opened, role):
    came(store)
    page = opened(store, "evening", role=role, evening="evening")
    assert [metric.value for metric in page.metric] == ["2", "1", "3"]
    page.button(key="evening_close").click().run()
    assert not page.exception
    assert statuses(store) == {"p1": "attended", "p2": "no_show"}
    page.segmented_control(key="evening_part_evening").set_value("tonight").run()
    page.button(key="evening_reopen").click().run()
    assert not page.exception
    assert statuses(store) == {"p1": "attended", "p2": "registered"}


def test_before_its_day_an_evening_cannot_be_closed(store, opened):
    page = opened(store, "evening", evening="coming")
    page.segmented_control(key="evening_part_coming").set_value("tonight").run()
    assert GERMAN.text("evening.rehearsal") in [element.value for element in page.info]
    assert "evening_close" not in [button.key for button in page.button]


def test_the_link_for_phones_holds_the_key_and_can_be_locked(store, opened):
    page = opened(store, "evening", evening="evening")
    page.text_input(key="evening_address").set_value("http://192.168.1.5:8501").run()
    show = page.get("link_button")[0].proto.url
    assert show == "reception?event=evening&lang=de&phones=http%3A%2F%2F192.168.1.5%3A8501"
    key = key_of(store, door_of(store).evening)
    assert [f"door_key={key}" in code.value for code in page.code] == [False, True, False]
    page.button(key="evening_renew").click().run()
    assert key_of(store, door_of(store).evening) != key
    assert not any(key in code.value for code in page.code)


def test_words_wait_for_the_management_and_are_released_as_mended_or_gone(store, opened):
    door, now = door_of(store), datetime.now()
    one, other = (
        take_answer(store, door.view, door.evening, token, {"satisfaction": 5, "word": word}, now)
        for token, word in (("a", "Frau Meier war toll *sehr*"), ("b", "Weg damit"))
    )
    staff = opened(store, "evening", role="staff", evening="evening")
    staff.segmented_control(key="evening_part_evening").set_value("after").run()
    assert len(staff.text_area) == 0
    page = opened(store, "evening", evening="evening")
    page.segmented_control(key="evening_part_evening").set_value("after").run()
    page.text_area(key=f"word_{one}").set_value("Das Team war toll *sehr*").run()
    page.button(key=f"release_{one}").click().run()
    page.button(key=f"discard_{other}").click().run()
    assert not page.exception
    assert words_waiting(store, "evening") == []
    found = View(current(store)).ask("event_comments", event_id="evening")["comment"].tolist()
    assert found == ["Das Team war toll *sehr*"]
    came(store)
    page.segmented_control(key="evening_part_evening").set_value("tonight").run()
    page.button(key="evening_close").click().run()
    shown = opened(store, "events", event="evening")
    assert r"- Das Team war toll \*sehr\*" in [element.value for element in shown.markdown]
