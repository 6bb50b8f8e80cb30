"""The door: what devices send is safe, counts once, in whatever order it comes, and becomes batches.

organisations:
organisation_id | name           | kind
alpha           | Alpha GmbH     | company
beta            | Beta GmbH      | company
uni             | Universität X  | science

events:
event_id | title     | starts_on  | format    | status  | expected_attendance
evening  | Empfang   | 2025-06-01 | reception | planned | 10

participations:
participation_id | event_id | organisation_id | person_id | persons | status     | role
p1               | evening  | alpha           | k1        | 1       | registered | guest
p2               | evening  | alpha           | k2        | 1       | registered | speaker
p3               | evening  | beta            |           | 3       | registered | guest
p4               | evening  | uni             | k4        | 1       | cancelled  | guest
p5               | evening  |                 | k5        | 1       | registered | guest
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as some

from analytics.errors import QuestionError, StoreError
from analytics.intake.importing import import_files
from analytics.intake.names import organisation_id_of
from analytics.intake.rejection import Rejection
from analytics.intake.report import Report
from analytics.reception import settling
from analytics.reception.door import LATE_DAYS, DoorError
from analytics.reception.evening import Evening
from analytics.reception.presence import presence
from analytics.reception.room import KindHere, by_kind, room
from analytics.reception.settling import close, process_due, reopen, settle
from analytics.store import Rows
from analytics.warehouse import Period, View, build, current
from tests.reception.conftest import DAY, at, door_of
from tests.tables import tables_in

_number = count()


def op(kind="arrived", **rest):
    return {"op": f"device-{next(_number):04d}", "kind": kind, **rest}


def _due(store, now):
    return process_due(door_of(store), now)


def rows(store):
    """The list as the data has it: by entry, its status, persons and organisation."""
    found = View(current(store)).ask("door_guests", event_id="evening")
    return {
        row["guest"]: (row["status"], row["persons"], row["organisation"])
        for row in found.astype(object).where(found.notna(), None).to_dict("records")
    }


def test_a_guest_is_there_at_once_and_stands_in_the_data_soon(store):
    door = door_of(store)
    assert door.take([op(guest="p1")], at(18)).refused == {}
    assert room(door, at(18)).present == 1
    assert rows(store)["p1"][0] == "registered"
    batch = settle(door, at(18, 1))
    assert rows(store)["p1"] == ("attended", 1, "Alpha GmbH")
    entry = store.ledger()[-1]
    assert (entry.batch, entry.kind, entry.who, entry.tables) == (batch, "edit", "door", {"participations": 1})
    assert settle(door_of(store), at(18, 2)) is None
    assert room(door_of(store), at(18, 2)).present == 1


def test_the_rest_of_the_row_stays_as_it_was(store):
    door = door_of(store)
    door.take([op(guest="p2")], at(18))
    settle(door, at(18, 1))
    (guest,) = View(current(store)).ask("door_guests", event_id="evening").query("guest == 'p2'").to_dict("records")
    assert (guest["person_id"], guest["role"], guest["organisation_id"]) == ("k2", "speaker", "alpha")


def test_two_devices_count_a_guest_once(store):
    door = door_of(store)
    first, second = op(guest="p1"), op(guest="p1")
    door.take([first], at(18))
    door.take([second, first], at(18))
    assert room(door, at(18)).present == 1
    door.take([op("withdrawn", of=[first["op"]])], at(18, 1))
    assert room(door, at(18, 1)).present == 1
    door.take([op("withdrawn", of=[second["op"]])], at(18, 2))
    assert room(door, at(18, 2)).present == 0


def test_a_mistake_is_taken_back_also_after_it_became_a_batch(store):
    door, arrival = door_of(store), op(guest="p4")
    door.take([arrival], at(18))
    settle(door, at(18, 1))
    assert rows(store)["p4"][0] == "attended"
    door = door_of(store)
    door.take([op("withdrawn", of=[arrival["op"]])], at(18, 2))
    assert room(door, at(18, 2)).present == 0
    settle(door, at(18, 3))
    assert rows(store)["p4"] == ("cancelled", 1, "Universität X")


def test_of_three_registered_two_may_come_and_the_third_later(store):
    door, two = door_of(store), op(guest="p3", persons=2)
    door.take([two], at(18))
    settle(door, at(18, 1))
    assert rows(store)["p3"] == ("attended", 2, "Beta GmbH")
    door = door_of(store)
    three = op(guest="p3", persons=3)
    assert door.take([three], at(19)).refused == {}
    assert room(door, at(19)).present == 3
    settle(door, at(19, 1))
    assert rows(store)["p3"][1] == 3
    door = door_of(store)
    door.take([op("withdrawn", of=[two["op"], three["op"]])], at(20))
    settle(door, at(20, 1))
    assert rows(store)["p3"] == ("registered", 3, "Beta GmbH")


LIST = """
participations:
participation_id | event_id | organisation_id | person_id | persons | status     | role
p1               | evening  | alpha           | k1        | 1       | registered | guest
p2               | evening  | alpha           | k2        | 1       | registered | speaker
p3               | evening  | beta            |           | 3       | registered | guest
p6               | evening  | uni             | k6        | 1       | registered | guest
"""
"""The guest list once more, with a guest more; p3 brings the organisation that the list had before."""


def bring_in(store, text, folder):
    """Import the tables of ``text`` and build; the batch's id."""
    folder.mkdir()
    for name, (header, *found) in tables_in(text).items():
        lines = [";".join(row) for row in (header, *found)]
        (folder / f"{name}.csv").write_text("\n".join(lines), "utf-8")
    report = import_files(store, [folder])
    build(store)
    return report.batch


def test_the_list_brought_in_again_takes_nobody_away_who_was_seen(store, tmp_path):
    door = door_of(store)
    door.take([op(guest="p1"), op(guest="p3", persons=2)], at(18))
    settle(door, at(18, 1))
    again = bring_in(store, LIST, tmp_path / "again")
    assert rows(store)["p1"] == ("attended", 1, "Alpha GmbH")
    assert rows(store)["p3"] == ("attended", 2, "Beta GmbH")
    assert rows(store)["p6"] == ("registered", 1, "Universität X")
    close(store, "evening", at(23))
    assert {guest: row[0] for guest, row in rows(store).items()} == {
        "p1": "attended", "p2": "no_show", "p3": "attended", "p3-rest": "no_show", "p4": "cancelled", "p5": "no_show",
        "p6": "no_show",
    }  # fmt: skip
    view = View(current(store))
    assert view.ask("door_guests", event_id="evening").query("status == 'attended'")["persons"].sum() == 3
    store.undo(again)
    build(store)
    assert rows(store)["p1"][0] == rows(store)["p3"][0] == "attended"


def test_whom_the_closing_missed_is_not_expected_again_but_may_be_found_to_have_come(store, tmp_path):
    door = door_of(store)
    door.take([op(guest="p1")], at(18))
    close(store, "evening", at(23))
    bring_in(store, LIST, tmp_path / "again")
    assert rows(store)["p2"][0] == "no_show"
    bring_in(store, LIST.replace("1       | registered | speaker", "1       | attended   | speaker"), tmp_path / "late")
    assert rows(store)["p2"][0] == "attended"


def test_a_mistake_at_the_door_does_not_stand_against_a_list(store, tmp_path):
    door, arrival = door_of(store), op(guest="p1")
    door.take([arrival], at(18))
    settle(door, at(18, 1))
    door = door_of(store)
    door.take([op("withdrawn", of=[arrival["op"]])], at(18, 2))
    settle(door, at(18, 3))
    bring_in(
        store, LIST.replace("k1        | 1       | registered", "k1        | 1       | cancelled "), tmp_path / "again"
    )
    assert rows(store)["p1"][0] == "cancelled"


def test_walk_ins_come_from_known_and_from_new_organisations(store):
    door = door_of(store)
    known, new, nobody = (
        op("walk_in", organisation_id="uni"),
        op("walk_in", organisation="  Neu  &\nCo KG ", organisation_kind="startup"),
        op("walk_in"),
    )
    door.take([known, new, new, nobody], at(18))
    assert (room(door, at(18)).present, room(door, at(18)).organisations) == (3, 2)
    settle(door, at(18, 1))
    walked = {guest: row for guest, row in rows(store).items() if guest.startswith("door-")}
    assert sorted(walked.values(), key=str) == [
        ("attended", 1, "Neu & Co KG"), ("attended", 1, "Universität X"), ("attended", 1, None),
    ]  # fmt: skip
    door = door_of(store)
    assert room(door, at(18, 2)).present == 3
    door.take([op("withdrawn", of=[new["op"]])], at(18, 3))
    settle(door, at(18, 4))
    assert f"door-{new['op']}" not in rows(store)
    assert room(door_of(store), at(18, 5)).present == 2


def test_a_name_written_in_two_ways_is_one_organisation_and_a_known_one_stays_itself(store):
    door = door_of(store)
    names = ("Gamma AG", "gamma  ag", "ALPHA gmbh", "Alpha Gmbh")
    door.take([op("walk_in", organisation=name) for name in names], at(18))
    settle(door, at(18, 1))
    found = View(current(store)).ask("door_organisations")["organisation_id"].tolist()
    assert sorted(found) == sorted(["alpha", "beta", "uni", organisation_id_of("Gamma AG")])
    assert (room(door_of(store), at(18, 2)).present, room(door_of(store), at(18, 2)).organisations) == (4, 2)


@pytest.mark.parametrize(
    ("operation", "reason"),
    [
        (op(guest="p9"), "door_unknown_guest"),
        (op(guest="p3", persons=4), "door_unreadable"),
        (op(guest="p3", persons=True), "door_unreadable"),
        (op(guest="p3", persons=0), "door_unreadable"),
        (op("walk_in", organisation_id="nobody"), "door_unknown_organisation"),
        (op("walk_in", organisation="a@b.de"), "door_no_organisation"),
        (op("walk_in", organisation="Ada Zweifel 0171 1234567"), "door_no_organisation"),
        (op("walk_in", organisation="x" * 201), "door_no_organisation"),
        (op("walk_in", organisation="X", organisation_kind="bakery"), "door_unreadable"),
        (op("withdrawn", of=[]), "door_unreadable"),
        (op("withdrawn", of=["<script>"]), "door_unreadable"),
        (op("withdrawn", of=["device-0001"] * 201), "door_unreadable"),
        (op("dance"), "door_unreadable"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_reason_and_the_rest_taken(store, operation, reason):
    door, good = door_of(store), op(guest="p1")
    taken = door.take([operation, good], at(18))
    assert taken.taken == [good["op"]]
    assert [error.key for error in taken.refused.values()] == [reason]


@pytest.mark.parametrize(
    "operations", [[{"op": 7}], [op(guest="p1") | {"op": "<script>"}], [{"kind": "arrived"}], [op(guest="p1")] * 201]
)
def test_what_cannot_be_read_at_all_is_refused_whole(store, operations):
    with pytest.raises(DoorError):
        door_of(store).take(operations, at(18))
    assert door_of(store).journal.lines() == []


def test_two_hundred_are_taken_at_once(store):
    sent = [op(guest="p1") for _ in range(199)]
    assert len(door_of(store).take([*sent, op("withdrawn", of=[one["op"] for one in sent])], at(18)).taken) == 200


def test_before_its_day_everything_is_a_rehearsal(store):
    door, eve = door_of(store), date(2025, 5, 31)
    door.take([op(guest="p1"), op("walk_in", organisation="Probe")], at(18, day=eve))
    assert room(door, at(18, day=eve)).present == 2
    assert settle(door, at(19, day=eve)) is None
    assert _due(store, at(23, day=eve)) == []
    assert room(door, at(8)).present == 0
    door.take([op(guest="p2")], at(18))
    settle(door, at(18, 1))
    assert [guest for guest, row in rows(store).items() if row[0] == "attended"] == ["p2"]
    with pytest.raises(QuestionError):
        close(store, "evening", at(19, day=eve))


def test_closing_makes_no_shows_and_figures_and_can_be_taken_back(store):
    door = door_of(store)
    door.take([op(guest="p1"), op(guest="p3", persons=2), op("walk_in", organisation_id="uni")], at(18))
    assert room(door, at(21)).registered == 6
    close(store, "evening", at(22))
    assert {guest: row[0] for guest, row in rows(store).items() if guest.startswith("p")} == {
        "p1": "attended", "p2": "no_show", "p3": "attended", "p4": "cancelled", "p5": "no_show",
        "p3-rest": "no_show",
    }  # fmt: skip
    (event,) = (
        View(current(store)).ask("events", [Period(date(2020, 1, 1), date(2030, 1, 1), "all")]).to_dict("records")
    )
    assert (event["status"], event["attended"], event["organisations"], event["registered"]) == ("held", 4, 3, 6)
    with pytest.raises(QuestionError):
        close(store, "evening", at(22, 1))
    assert rows(store)["p3-rest"][1:] == (1, "Beta GmbH")
    roles = View(current(store)).ask("door_guests", event_id="evening").set_index("guest")["role"]
    assert roles["p3-rest"] == "guest"
    reopen(store, "evening")
    assert rows(store)["p2"][0] == "registered"
    assert "p3-rest" not in rows(store)
    assert Evening.of(View(current(store)), "evening").status == "planned"
    with pytest.raises(QuestionError):
        reopen(store, "evening")


def test_of_two_that_close_at_once_one_does(store):
    door_of(store).take([op(guest="p1")], at(18))
    before = len(store.ledger())
    with ThreadPoolExecutor(2) as pool:
        tried = [pool.submit(close, store, "evening", at(22)) for _ in range(2)]
        failed = [one.exception() for one in tried]
    assert sorted(type(error).__name__ for error in failed) == ["NoneType", "QuestionError"]
    assert len(store.ledger()) == before + 2


def test_who_came_is_no_no_show_though_a_batch_of_it_is_only_being_made(store):
    door = door_of(store)
    door.take([op(guest="p1")], at(18))
    with door.journal.lock("settling"):
        close(store, "evening", at(22))
    assert (rows(store)["p1"][0], rows(store)["p2"][0]) == ("registered", "no_show")
    settle(door_of(store), at(22, 1))
    assert rows(store)["p1"][0] == "attended"


def test_what_a_device_sends_late_still_counts_after_the_closing(store):
    door_of(store).take([op(guest="p1")], at(18))
    close(store, "evening", at(22))
    late = door_of(store)
    assert late.take([op(guest="p2")], at(9, day=date(2025, 6, 2))).refused == {}
    settle(late, at(9, 5, day=date(2025, 6, 2)))
    assert rows(store)["p2"][0] == "attended"
    with pytest.raises(DoorError):
        door_of(store).take([op(guest="p5")], at(9, day=date(2025, 6, 4)))


def test_the_third_of_three_who_comes_after_the_closing_is_no_no_show(store):
    door_of(store).take([op(guest="p3", persons=2)], at(18))
    close(store, "evening", at(22))
    late = door_of(store)
    late.take([op(guest="p3", persons=3)], at(22, 1))
    settle(late, at(22, 2))
    assert rows(store)["p3"] == ("attended", 3, "Beta GmbH")
    assert "p3-rest" not in rows(store)


def test_what_cannot_be_written_is_told_and_tried_again(store, monkeypatch):
    door = door_of(store)
    door.take([op(guest="p1")], at(18))
    refused = Report(None, "form", Rows(1, 0, 1), {}, [Rejection("Einlass", 1, "status", "rejections.required")])
    with monkeypatch.context() as patch:
        patch.setattr(settling, "edit", lambda *_, **__: refused)
        with pytest.raises(StoreError):
            settle(door, at(18, 1))
    assert settle(door, at(18, 2)) is not None


def test_batches_are_made_after_a_while_of_quiet_and_the_evening_closes_by_itself(store):
    door_of(store).take([op(guest="p1")], at(18))
    assert _due(store, at(18, 0, 59)) == []
    assert len(_due(store, at(18, 1))) == 1
    for minute in range(2, 7):
        door_of(store).take([op(guest="p2")], at(18, minute))
        assert _due(store, at(18, minute, 30)) == []
    assert len(_due(store, at(18, 7))) == 1
    assert _due(store, at(5, 59, day=date(2025, 6, 2))) == []
    assert len(_due(store, at(6, day=date(2025, 6, 2)))) == 1
    assert (rows(store)["p1"][0], rows(store)["p5"][0]) == ("attended", "no_show")
    assert _due(store, at(7, day=date(2025, 6, 2))) == []


def test_an_evening_to_which_nobody_came_is_not_closed_by_itself(store):
    assert _due(store, at(6, day=date(2025, 6, 2))) == []


_EVENING = Evening("evening", "Empfang", date(2025, 6, 1), date(2025, 6, 1), "planned", None, None)
_BEFORE = {"status": "registered", "persons": 3}


@given(
    some.lists(
        some.one_of(
            some.builds(
                lambda guest, persons: {"kind": "arrived", "guest": guest, "persons": persons, "before": _BEFORE},
                some.sampled_from("ab"),
                some.integers(1, 3),
            ),
            some.builds(lambda of: {"kind": "withdrawn", "of": of}, some.lists(some.integers(0, 11), max_size=4)),
        ),
        max_size=12,
    ),
    some.randoms(),
)
def test_the_order_in_which_lines_come_makes_no_difference(lines, random):
    written = [line | {"op": number, "day": "2025-06-01"} for number, line in enumerate(lines)]
    shuffled = random.sample(written, len(written))
    one, other = (presence(some_lines, _EVENING, date(2025, 6, 1)) for some_lines in (written, shuffled))
    assert one == other
    withdrawn = {of for line in written if line["kind"] == "withdrawn" for of in line["of"]}
    for guest in "ab":
        standing = [line["persons"] for line in written if line.get("guest") == guest and line["op"] not in withdrawn]
        assert one.persons(guest) == max(standing, default=0)


def here(**organisations):
    return [(f"{kind}{number}", kind, 2) for kind, many in organisations.items() for number in range(many)]


@pytest.mark.parametrize(
    ("those", "shown"),
    [
        ({}, []),
        ({"company": 4}, [(None, 8)]),
        ({"company": 5}, [("company", 10)]),
        ({"company": 9, "science": 6}, [("company", 18), ("science", 12)]),
        ({"company": 9, "science": 6, "startup": 4}, [("company", 18), (None, 20)]),
        ({"company": 9, "science": 3, "startup": 2}, [("company", 18), (None, 10)]),
        ({"company": 9, "science": 2, "startup": 2}, [(None, 26)]),
    ],
)
def test_small_kinds_are_pooled_so_that_no_total_gives_them_away(those, shown):
    assert by_kind(here(**those)) == [KindHere(kind, persons) for kind, persons in shown]


def test_a_hundred_check_ins_in_ten_minutes_become_few_batches(store):
    door, moment = door_of(store), at(18)
    for _ in range(100):
        door.take([op("walk_in", organisation_id="alpha")], moment)
        moment += timedelta(seconds=6)
        _due(store, moment)
    assert room(door_of(store), moment).present == 100
    assert len(store.ledger()) - 1 <= 4


LAST = DAY + timedelta(days=LATE_DAYS)


def test_a_device_may_send_late_until_the_last_day_and_nothing_that_was_taken_is_lost(store):
    """The server stood still for a week after a device sent what it could not send before: it counts all the same."""
    door = door_of(store)
    door.take([op(guest="p1")], at(18))
    close(store, "evening", at(23))
    assert door_of(store).take([op(guest="p2")], at(23, 59, day=LAST)).refused == {}
    assert len(_due(store, at(12, day=LAST + timedelta(days=7)))) == 1
    assert rows(store)["p2"][0] == "attended"
    with pytest.raises(DoorError) as told:
        door_of(store).take([op(guest="p3")], at(0, day=LAST + timedelta(days=1)))
    assert told.value.key == "door_closed"


def test_who_was_ticked_off_by_mistake_leaves_no_trace_at_the_closing(store):
    """Of p3's three persons none came in the end: all three are missing, and there is no rest besides."""
    door, two = door_of(store), op(guest="p3", persons=2)
    door.take([two], at(18))
    settle(door, at(18, 1))
    door_of(store).take([op("withdrawn", of=[two["op"]])], at(19))
    close(store, "evening", at(23))
    assert rows(store)["p3"] == ("no_show", 3, "Beta GmbH")
    assert "p3-rest" not in rows(store)
