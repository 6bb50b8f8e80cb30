"""An evening of two days: its door closes, and who did not come is known, by its last.

organisations:
organisation_id | name       | kind
alpha           | Alpha GmbH | company

events:
event_id | title | starts_on  | ends_on    | format    | status
fair     | Messe | 2025-06-01 | 2025-06-02 | reception | planned
past     | Rück  | 2025-05-01 | 2025-05-01 | reception | held

participations:
participation_id | event_id | organisation_id | persons | status
p1               | fair     | alpha           | 1       | registered
p2               | fair     | alpha           | 1       | registered
"""

from datetime import date, timedelta

import pytest

from analytics.errors import QuestionError
from analytics.reception import settling
from analytics.reception.door import LATE_DAYS, DoorError
from analytics.reception.settling import close, process_due, reopen, settle
from analytics.warehouse import View, current
from tests.reception.conftest import DAY, at, door_of

SECOND = date(2025, 6, 2)
CAME = {"op": "device-0001", "kind": "arrived", "guest": "p1"}
NOT_SO = {"op": "device-0002", "kind": "withdrawn", "of": ["device-0001"]}


def fair(store):
    return door_of(store, "fair")


def statuses(store):
    found = View(current(store)).ask("door_guests", event_id="fair")
    return dict(zip(found["guest"], found["status"], strict=True))


def test_it_closes_by_itself_on_the_morning_after_its_last_day(store):
    fair(store).take([CAME], at(18))
    assert len(process_due(fair(store), at(6, day=SECOND))) == 1
    assert "01.06.2025" in store.ledger()[-1].sources[0].name
    assert statuses(store) == {"p1": "attended", "p2": "registered"}
    assert process_due(fair(store), at(5, 59, day=SECOND + timedelta(days=1))) == []
    assert len(process_due(fair(store), at(6, day=SECOND + timedelta(days=1)))) == 1
    assert statuses(store) == {"p1": "attended", "p2": "no_show"}


def test_it_does_not_close_by_itself_where_all_who_were_ticked_off_had_not_come(store):
    fair(store).take([CAME, NOT_SO], at(18))
    assert process_due(fair(store), at(6, day=SECOND + timedelta(days=1))) == []
    assert statuses(store) == {"p1": "registered", "p2": "registered"}


def test_where_another_process_closes_it_first_there_is_nothing_left_to_do(store, monkeypatch):
    fair(store).take([CAME], at(18))
    settle(fair(store), at(18, 1))

    def closed_already(*_):
        raise QuestionError("evening_closed", event="Messe")

    monkeypatch.setattr(settling, "close", closed_already)
    assert process_due(fair(store), at(6, day=SECOND + timedelta(days=1))) == []


def test_devices_may_send_late_some_days_after_its_last(store):
    fair(store).take([CAME], at(18))
    close(store, "fair", at(20, day=SECOND))
    last = SECOND + timedelta(days=LATE_DAYS)
    assert fair(store).take([CAME | {"op": "device-0003", "guest": "p2"}], at(9, day=last)).refused == {}
    with pytest.raises(DoorError):
        fair(store).take([CAME | {"op": "device-0004", "guest": "p2"}], at(9, day=last + timedelta(days=1)))


def test_what_was_held_without_the_door_cannot_be_opened_again(store):
    with pytest.raises(QuestionError) as told:
        reopen(store, "past")
    assert told.value.key == "evening_open"


def test_a_clock_that_is_set_back_makes_no_batch(store):
    fair(store).take([CAME], at(18))
    assert settle(fair(store), at(18, day=DAY - timedelta(days=1))) is None
    assert settle(fair(store), at(18, 1)) is not None


def test_a_device_asks_anew_when_the_day_of_the_evening_has_come(store):
    door = fair(store)
    rehearsed, begun = door.stand(at(23, 59, day=DAY - timedelta(days=1))), door.stand(at(0))
    assert rehearsed != begun == door.stand(at(23))
