"""People whose day of deletion has passed: their participations count, and no snapshot knows who they were.

organisations:
organisation_id | name       | kind
alpha           | Alpha GmbH | company

people:
person_id | organisation_id | delete_after
k1        | alpha           | 2026-06-30
k2        | alpha           | 2026-07-01
k3        | alpha           |

events:
event_id | title    | starts_on  | format    | status
spring   | Frühling | 2026-03-01 | reception | held
autumn   | Herbst   | 2026-10-01 | reception | planned

participations:
event_id | organisation_id | person_id | status
spring   | alpha           | k1        | attended
spring   | alpha           | k2        | attended
spring   | alpha           | k3        | attended
autumn   | alpha           | k1        | registered
"""

from datetime import date

import duckdb
import pytest

from analytics.warehouse import View, build, deletion
from tests.tables import store_from


@pytest.fixture
def on(tmp_path, monkeypatch):
    """The store's snapshot, built on a day."""
    store = store_from(__doc__, tmp_path)

    def built(day):
        monkeypatch.setattr(deletion, "today", lambda: day)
        return build(store)

    return built


def asked(snapshot, query):
    with duckdb.connect(str(snapshot.path), read_only=True) as connection:
        return connection.execute(query).fetchall()


def people(snapshot):
    return [row[0] for row in asked(snapshot, "select person_id from base.people order by all")]


@pytest.mark.parametrize(
    ("day", "left"),
    [
        (date(2026, 6, 30), ["k1", "k2", "k3"]),
        (date(2026, 7, 1), ["k2", "k3"]),
        (date(2026, 7, 2), ["k3"]),
        (date(2030, 1, 1), ["k3"]),
    ],
)
def test_a_person_goes_the_day_after_the_one_named(on, day, left):
    snapshot = on(day)
    assert people(snapshot) == left
    keys = asked(
        snapshot, "select person_id from base.participations where event_id = 'spring' and status = 'attended'"
    )
    assert sorted(key for (key,) in keys if key) == left
    assert len(keys) == 3
    assert asked(snapshot, "select sum(persons) from base.attendances") == [(3,)]


def test_no_byte_of_the_snapshot_holds_the_key_once_the_event_is_held(on):
    snapshot = on(date(2026, 7, 2))
    ids = [row[0] for row in asked(snapshot, "select participation_id from base.participations order by all")]
    assert ids == ["autumn/k1", "spring/deleted-1", "spring/deleted-2", "spring/k3"]
    assert b"spring/k1" not in snapshot.path.read_bytes()


def test_a_day_on_which_nobody_goes_builds_nothing_new(on):
    before = on(date(2026, 6, 1))
    assert on(date(2026, 6, 30)) == before
    after = on(date(2026, 7, 1))
    assert after != before
    assert on(date(2026, 7, 1)) == after


def test_it_is_told(on):
    told = View(on(date(2026, 7, 2))).ask("deletions")
    assert told.to_dict("records") == [{"people_deleted": 2, "participations_affected": 3}]
    told = View(on(date(2026, 6, 1))).ask("deletions")
    assert told.to_dict("records") == [{"people_deleted": 0, "participations_affected": 0}]
