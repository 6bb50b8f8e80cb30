"""The store: what is in the ledger, what an undo takes back, and what does not belong there."""

import json
import os
import time
from dataclasses import asdict

import pytest

from analytics.errors import StoreError
from analytics.store import Entry, Rows, Source, Store, active_entries


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


def publish(store, **more):
    with store.staging() as staging:
        (staging.folder / "organisations.parquet").write_bytes(b"rows")
        return staging.publish(Entry("", "import", "anna", "", "own", **more))


def test_an_entry_reads_back_as_it_was_written(store):
    sources = (Source("größe.csv", "ab" * 32, 7),)
    written = publish(store, sources=sources, rows=Rows(3, 2, 1), tables={"organisations": 2}, is_demo=True)
    assert store.ledger() == [written]
    assert written.batch.startswith("000001-")
    assert written.at.endswith("+00:00")


def test_batches_are_numbered_in_their_order(store):
    assert [publish(store).batch[:6] for _ in range(3)] == ["000001", "000002", "000003"]
    assert [entry.batch[:6] for entry in store.ledger()] == ["000001", "000002", "000003"]


def test_what_is_not_published_is_thrown_away(store):
    with store.staging() as staging:
        (staging.folder / "organisations.parquet").write_bytes(b"rows")
    assert list(store.batches.iterdir()) == []


def test_undo_and_redo(store):
    first, second = publish(store), publish(store)
    undo = store.undo(first.batch, "bert")
    assert (undo.kind, undo.undoes, undo.who) == ("undo", first.batch, "bert")
    assert store.active() == [second]
    assert store.files("organisations") == [store.batches / second.batch / "organisations.parquet"]
    redo = store.undo(undo.batch)
    assert store.active() == [first, second]
    store.undo(redo.batch)
    assert store.active() == [second]
    assert len(store.ledger()) == 5


def test_what_cannot_be_undone(store):
    first = publish(store)
    with pytest.raises(StoreError, match="no batch 000009"):
        store.undo("000009-abcdef")
    store.undo(first.batch)
    with pytest.raises(StoreError, match="undone already"):
        store.undo(first.batch)
    assert len(store.ledger()) == 2


def test_an_undo_that_was_undone_undoes_nothing():
    ledger = [
        Entry("a", "import", "", "", "own"),
        Entry("b", "undo", "", "", "undo", undoes="a"),
        Entry("c", "undo", "", "", "undo", undoes="b"),
        Entry("d", "undo", "", "", "undo", undoes="c"),
    ]
    assert active_entries(ledger[:3]) == ledger[:1]
    assert active_entries(ledger) == []


def test_what_else_lies_there_is_no_batch(store):
    (store.batches / "Thumbs.db").write_bytes(b"")
    (store.batches / "copy of 000001-abcdef").mkdir()
    (store.batches / ".staging-0011").mkdir()
    assert store.ledger() == []
    assert publish(store).batch.startswith("000001-")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"batch": "x"}', json.dumps(asdict(Entry("x", "edit", "", "", "")) | {"new": 1})]
)
def test_an_entry_that_cannot_be_read_is_named(store, text):
    entry = publish(store)
    (store.batches / entry.batch / "entry.json").write_text(text)
    with pytest.raises(StoreError, match=entry.batch):
        store.ledger()


def test_what_dead_processes_left_is_swept_after_a_day(store):
    fresh, old = store.batches / ".staging-fresh", store.batches / ".staging-old"
    unfinished = store.snapshots / ".building-old.duckdb"
    fresh.mkdir()
    old.mkdir()
    (old / "organisations.parquet").write_bytes(b"rows")
    unfinished.write_bytes(b"rows")
    yesterday = time.time() - 2 * 86_400
    for left in (old, unfinished):
        os.utime(left, (yesterday, yesterday))
    publish(store)
    assert fresh.exists()
    assert not old.exists()
    assert not unfinished.exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be created"):
        Store(tmp_path / "file" / "store")


def test_what_an_import_replaces_counts_again_when_it_is_taken_back(store):
    first = publish(store, is_demo=True)
    second = publish(store, replaces=(first.batch,))
    assert store.ledger() == [first, second]
    assert store.active() == [second]
    with pytest.raises(StoreError, match="undone already"):
        store.undo(first.batch)
    undo = store.undo(second.batch)
    assert store.active() == [first]
    store.undo(undo.batch)
    assert store.active() == [second]


def test_an_entry_of_an_earlier_version_replaces_nothing(store):
    folder = store.batches / publish(store).batch
    told = json.loads((folder / "entry.json").read_text())
    del told["replaces"]
    (folder / "entry.json").write_text(json.dumps(told))
    assert store.ledger()[0].replaces == ()
