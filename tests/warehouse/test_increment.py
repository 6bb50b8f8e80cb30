"""A snapshot that grew from an earlier one is, row for row, the one that is built from nothing."""

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from analytics.model import TABLES
from analytics.store import DOOR, Entry, Store
from analytics.warehouse import AUDIENCES, Period, View, build, increment, snapshot
from analytics.warehouse.deletion import last_deletion
from analytics.warehouse.schema import column_list, empty_relation
from analytics.warehouse.sql import literal, sql_file

EVENTS, ORGANISATIONS = ("e1", "e2", "e3", "e4"), ("o1", "o2", "o3")
LONG_AGO = date(1985, 5, 1)


def write(store, rows_by_table, who="anna"):
    """One batch with these rows; ``_deleted`` in a row takes it back."""
    with store.staging() as staging, duckdb.connect() as connection:
        for name, rows in rows_by_table.items():
            table = TABLES[name]
            connection.execute(
                f"create or replace table written as select *, false as _deleted from {empty_relation(table)}"
            )
            for row in rows:
                cells = {**row, "_deleted": row.get("_deleted", False)}
                connection.execute(
                    f"insert into written ({', '.join(cells)}) values ({', '.join('?' * len(cells))})",
                    list(cells.values()),
                )
            target = literal(str(staging.folder / f"{name}.parquet"))
            connection.execute(
                f"copy (select {column_list(table)}, _deleted from written) to {target} (format parquet)"
            )
        counts = {name: len(rows) for name, rows in rows_by_table.items()}
        return staging.publish(Entry("", "edit", who, "", "test", tables=counts)).batch


def begun(folder):
    store = Store(folder)
    write(
        store,
        {
            "organisations": [
                {"organisation_id": key, "name": f"Werk {key}", "kind": "company", "consents_to_name": key == "o1"}
                for key in ORGANISATIONS[:2]
            ],
            "events": [
                {"event_id": key, "title": key, "starts_on": day, "format": "workshop", "status": status, "topics": of}
                for key, day, status, of in (
                    ("e1", date(2024, 1, 5), "held", ["a"]),
                    ("e2", date(2024, 3, 5), "held", None),
                    ("e3", date(2024, 5, 5), "cancelled", ["b"]),
                )
            ],
            "participations": [
                {"participation_id": "x", "event_id": "e1", "organisation_id": "o1", "person_id": "p1",
                 "persons": 1, "status": "attended"},
            ],
        },
    )  # fmt: skip
    return store


def everything(view):
    """Every row of every table and view of a snapshot, by relation and audience."""
    cursor = view._connection.cursor()
    names = cursor.execute(
        "select schema_name, table_name from duckdb_tables() where not temporary union all "
        "select schema_name, view_name from duckdb_views() where not internal and not temporary"
    ).fetchall()
    found = {}
    for schema, name in sorted(names):
        asking = View(view.snapshot, schema if schema in AUDIENCES else "management", connection=view._connection)
        scoped = asking.within([Period.parse("2024")])
        scoped._cursor.execute(f"from {schema}.{name}")
        columns = [column[0] for column in scoped._cursor.description]
        rows = scoped._cursor.fetchall()
        found[f"{schema}.{name}"] = (columns, Counter(repr(_plain(row)) for row in rows))
    return found


def _plain(row):
    return [sorted(cell) if isinstance(cell, list) else cell for cell in row]


def from_nothing(store):
    entries = store.active()
    connection = duckdb.connect()
    snapshot.fill(connection, store, entries, last_deletion(store, entries))
    return View(snapshot.Snapshot("from nothing", store.snapshots), connection=connection)


def assert_same_as_from_nothing(store):
    grown, fresh = View(build(store)), from_nothing(store)
    try:
        expected, found = everything(fresh), everything(grown)
        assert found.keys() == expected.keys()
        for name, rows in expected.items():
            assert found[name] == rows, name
    finally:
        fresh._connection.close()


GUESTS = st.fixed_dictionaries(
    {
        "participation_id": st.sampled_from(("x", "e1/p1", "e1/p2", "e2/p1", "e3/p3", "y")),
        "event_id": st.sampled_from(EVENTS),
        "organisation_id": st.sampled_from((*ORGANISATIONS, "Werk o1", "WERK O2", None)),
        "person_id": st.sampled_from(("p1", "p2", "p3", None)),
        "persons": st.integers(1, 3),
        "status": st.sampled_from(("registered", "attended", "no_show", "cancelled")),
        "registered_on": st.sampled_from((None, date(2024, 1, 1), date(2024, 12, 1), LONG_AGO, date(2090, 1, 1))),
        "_deleted": st.sampled_from((False, False, False, True)),
    }
)
ANSWERS = st.fixed_dictionaries(
    {
        "feedback_id": st.sampled_from(("f1", "f2")),
        "event_id": st.sampled_from(EVENTS),
        "satisfaction": st.integers(1, 5),
        "_deleted": st.booleans(),
    }
)
HOSTS = st.fixed_dictionaries(
    {
        "organisation_id": st.sampled_from(ORGANISATIONS),
        "name": st.sampled_from(("Werk o1", "Werk o3", "Amt")),
        "kind": st.sampled_from(("company", "public")),
        "consents_to_name": st.booleans(),
        "_deleted": st.sampled_from((False, False, True)),
    }
)
EVENINGS = st.fixed_dictionaries(
    {
        "event_id": st.sampled_from(EVENTS),
        "title": st.sampled_from(("Empfang", "Besuch bei Werk o1")),
        "starts_on": st.sampled_from((date(2024, 2, 1), date.today() + timedelta(days=90))),
        "format": st.just("reception"),
        "status": st.sampled_from(("planned", "held", "cancelled")),
        "topics": st.sampled_from((None, ["a"], ["a", "b"])),
        "_deleted": st.sampled_from((False, False, True)),
    }
)
PEOPLE = st.fixed_dictionaries(
    {
        "person_id": st.sampled_from(("p1", "p2")),
        "delete_after": st.sampled_from((None, date(2024, 6, 1), date(2024, 7, 1), date(2090, 1, 1))),
    }
)


def _batch(**tables):
    keys = {name: TABLES[name].key[0] for name in tables}
    return st.fixed_dictionaries(
        {
            name: st.lists(rows, min_size=1, max_size=4, unique_by=lambda row, key=keys[name]: row[key])
            for name, rows in tables.items()
        }
    )


STEPS = st.one_of(
    st.tuples(st.sampled_from(("anna", DOOR)), _batch(participations=GUESTS)),
    st.tuples(st.just(DOOR), _batch(participations=GUESTS)),
    st.tuples(st.just("anna"), _batch(participations=GUESTS, feedback=ANSWERS)),
    st.tuples(st.just("anna"), st.one_of(_batch(organisations=HOSTS), _batch(events=EVENINGS), _batch(people=PEOPLE))),
    st.tuples(st.sampled_from(("undo", "erase")), st.integers(0, 5)),
)


def take(store, step):
    who, what = step
    if isinstance(what, dict):
        write(store, what, who)
        return
    standing = store.active()[1:]
    if standing:
        (store.undo if who == "undo" else store.erase)(standing[what % len(standing)].batch, "anna")


@settings(
    max_examples=10,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(steps=st.lists(st.tuples(st.booleans(), STEPS), min_size=1, max_size=5))
def test_whatever_comes_it_is_as_if_built_from_nothing(steps):
    with TemporaryDirectory() as folder, patch.object(increment, "MOST_TOUCHED", 10):
        store = begun(Path(folder))
        build(store)
        for builds, step in steps:
            take(store, step)
            if builds:
                assert_same_as_from_nothing(store)
        assert_same_as_from_nothing(store)


def one_guest(**cells):
    return {
        "participations": [
            {"participation_id": "z", "event_id": "e1", "organisation_id": "o2", "persons": 1, "status": "attended"}
            | cells
        ]
    }


@pytest.fixture
def wholes(monkeypatch):
    """The builds from nothing, one entry each; a small store counts as a large one."""
    monkeypatch.setattr(increment, "MOST_TOUCHED", 10)
    built, fill = [], snapshot.fill
    monkeypatch.setattr(snapshot, "fill", lambda *given: (built.append(True), fill(*given)))
    return built


@pytest.fixture
def store(tmp_path, wholes):
    store = begun(tmp_path / "store")
    build(store)
    wholes.clear()
    return store


def test_what_participations_and_answers_bring_is_added(store, wholes):
    write(store, one_guest(status="registered", registered_on=LONG_AGO))
    write(store, {"feedback": [{"feedback_id": "f", "event_id": "e1", "satisfaction": 5}]})
    build(store)
    assert wholes == []
    write(store, one_guest(event_id="e2"), DOOR)
    build(store)
    assert wholes == []
    assert_same_as_from_nothing(store)


@pytest.mark.parametrize(
    "batch",
    [
        {"organisations": [{"organisation_id": "o3", "name": "Neu", "kind": "company"}]},
        {"people": [{"person_id": "p1", "delete_after": date(2024, 6, 1)}]},
        one_guest(event_id="nowhere"),
    ],
)
def test_what_decides_more_is_built_whole(store, wholes, batch):
    write(store, batch)
    build(store)
    assert wholes == [True]
    if "participations" in batch:  # whoever waits for an event does so the next time, too
        write(store, one_guest())
        build(store)
        assert wholes == [True, True]
    assert_same_as_from_nothing(store)


def test_on_a_later_day_what_the_day_decides_is_told_anew(store, wholes, monkeypatch):
    today = date.today()
    soon = {"event_id": "e4", "title": "e4", "starts_on": today + timedelta(days=10), "format": "workshop"}
    write(store, {"events": [{**soon, "status": "held"}]})
    write(store, one_guest(registered_on=date(today.year + 7, 1, 1)))

    def told(snapshot):
        rows = View(snapshot)._connection.execute("from base.contradictions").fetchall()
        return Counter(rule for rule, *_ in rows)

    before = told(build(store))
    wholes.clear()
    monkeypatch.setattr(snapshot, "date", type("Later", (), {"today": lambda: date(today.year + 8, 1, 1)}))
    write(store, one_guest(participation_id="y", event_id="e2"))
    after = told(build(store))
    assert wholes == []
    assert before - after == Counter({"to_come": before["to_come"], "unusual_date": 1})
    assert_same_as_from_nothing(store)


def test_an_undo_is_built_whole_unless_it_stands_there_already(store, wholes):
    first = write(store, one_guest())
    write(store, one_guest(persons=4))
    build(store)
    store.undo(first)
    build(store)
    assert wholes in ([], [True])
    assert_same_as_from_nothing(store)


def test_much_is_built_whole(store, wholes, monkeypatch):
    monkeypatch.setattr(increment, "MOST_TOUCHED", 0.1)
    write(store, one_guest())
    build(store)
    assert wholes == [True]


@pytest.mark.parametrize("damage", ["seal gone", "torn", "one byte"])
def test_a_damaged_snapshot_is_not_grown_from(store, wholes, damage):
    earlier = build(store)
    if damage == "seal gone":
        earlier.path.with_suffix(".sha256").unlink()
    else:
        content = bytearray(earlier.path.read_bytes())
        content[-1000] ^= 1
        earlier.path.write_bytes(content[: 20_000 if damage == "torn" else None])
    write(store, one_guest())
    build(store)
    assert wholes == [True]
    assert_same_as_from_nothing(store)


def test_whatever_reads_what_a_batch_the_day_or_the_salt_changes_is_made_anew():
    changing = r"state\.(participations|seen_at_the_door|feedback)\b|getvariable\('(today|salt)'\)"
    readers = {
        name for name in snapshot.MARTS if re.search(changing, sql_file("analytics.warehouse.marts", name))
    }  # fmt: skip
    renewed = {narrowed.mart for narrowed in (*increment._BY_EVENT, *increment._BY_ORGANISATION)}
    assert readers <= renewed | set(increment._WHOLE) | {"pending", "built"}
