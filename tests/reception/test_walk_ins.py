"""Who comes to the door without registration, and what becomes known of the organisation they come from.

organisations:
organisation_id | name          | kind
uni             | Universität X | science

events:
event_id | title   | starts_on  | format    | status
evening  | Empfang | 2025-06-01 | reception | planned
"""

import pytest

from analytics.intake.importing import import_files
from analytics.reception.settling import settle
from analytics.warehouse import View, build, current
from tests.reception.conftest import at, door_of

NEW = {"op": "device-0001", "kind": "walk_in", "organisation": "Hochschule Y"}


def kinds(store):
    """The kind of every organisation that the data knows."""
    found = View(current(store)).ask("door_organisations")
    return dict(zip(found["organisation"], found["kind"], strict=True))


def settled(store, *operations):
    """The data after these were sent and made a batch."""
    door = door_of(store)
    assert door.take(operations, at(18)).refused == {}
    settle(door, at(18, 1))
    return View(current(store))


def a_list_names(store, organisation, folder):
    """A list of guests of another evening comes in, which names the organisation and not its kind."""
    path = folder / "list.csv"
    path.write_text(f"Veranstaltung;Datum;Organisation;Status\nFest;01.05.2025;{organisation};anwesend\n", "utf-8")
    assert import_files(store, [path]).rejections == []
    build(store)


def test_what_was_said_at_the_door_of_a_new_organisation_outweighs_what_its_name_suggests(store, tmp_path):
    settled(store, NEW | {"organisation_kind": "startup"})
    a_list_names(store, "Hochschule Y", tmp_path)
    assert kinds(store) == {"Hochschule Y": "startup", "Universität X": "science"}


def test_what_nobody_said_its_name_may_suggest(store, tmp_path):
    settled(store, NEW)
    assert kinds(store)["Hochschule Y"] == "unknown"
    a_list_names(store, "Hochschule Y", tmp_path)
    assert kinds(store)["Hochschule Y"] == "science"


def test_a_walk_in_was_not_registered_and_came_as_a_guest(store):
    view = settled(store, {"op": "device-0001", "kind": "walk_in", "organisation_id": "uni"})
    (guest,) = view.ask("door_guests", event_id="evening").to_dict("records")
    assert (guest["status"], guest["walk_in"], guest["role"]) == ("attended", True, "guest")


def test_a_known_organisation_keeps_its_kind_whatever_is_said_of_it(store):
    settled(store, NEW | {"organisation": "UNIVERSITÄT X", "organisation_kind": "startup"})
    assert kinds(store) == {"Universität X": "science"}


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ({"organisation": "x" * 200}, ("x" * 200, "unknown")),
        ({"organisation": "Neu\0KG"}, ("Neu KG", "unknown")),
        ({"organisation": "Neu KG", "organisation_kind": "startup"}, ("Neu KG", "startup")),
        ({"organisation_kind": "startup"}, (None, "unknown")),
        ({"organisation_id": "uni"}, ("Universität X", "science")),
    ],
)
def test_the_door_knows_at_once_where_a_walk_in_comes_from(store, said, known):
    door = door_of(store)
    assert door.take([{"op": "device-0001", "kind": "walk_in"} | said], at(18)).refused == {}
    (walk_in,) = door.presence(at(18)).walk_ins.values()
    assert (walk_in.organisation, walk_in.kind) == known


@pytest.mark.parametrize("name", ["", "  ", "\0", 7])
def test_a_name_must_be_one(store, name):
    operation = {"op": "device-0001", "kind": "walk_in", "organisation": name}
    assert door_of(store).take([operation], at(18)).taken == []
