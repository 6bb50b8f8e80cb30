"""Snapshots: named by what they hold, never changed, and replaced by moving a pointer."""

import dataclasses
import os
import shutil
import time

import pytest

from analytics.errors import SnapshotError
from analytics.store import Store
from analytics.warehouse import View, build, current
from tests.warehouse.conftest import rows_of

ALPHA = """
organisations:
organisation_id | name  | kind    | district
a               | Alpha | company | 05913
"""

BETA = """
organisations:
organisation_id | name | kind    | district
b               | Beta | science | 05911
"""


def _districts(view):
    return [name for _, name in rows_of(view.ask("districts_present"))]


def test_before_the_first_build_there_is_none(region):
    with pytest.raises(SnapshotError) as caught:
        current(region.store)
    assert caught.value.key == "no_snapshot"


def test_an_empty_store_has_a_snapshot_of_nothing(empty_store):
    view = View(current(empty_store))
    assert view.is_empty
    assert not view.is_demo
    assert (view.first_day, view.last_day, view.until_day) == (None, None, None)


def test_the_same_batches_have_the_same_name(region, tmp_path):
    region.take(ALPHA)
    first = build(region.store)
    assert build(region.store) == first
    shutil.copytree(region.store.batches, tmp_path / "copy" / "batches")
    assert build(Store(tmp_path / "copy")).name == first.name


def test_building_again_writes_nothing(region):
    region.take(ALPHA)
    written = build(region.store).path.stat().st_mtime_ns
    assert build(region.store).path.stat().st_mtime_ns == written
    assert len(list(region.store.snapshots.glob("*.duckdb"))) == 1


def test_another_batch_gives_another_name_and_its_undo_the_earlier_one(region):
    region.take(ALPHA)
    first = build(region.store)
    second = region.take(BETA)
    newer = build(region.store)
    assert newer.name != first.name
    undo = region.store.undo(second)
    assert build(region.store).name == first.name
    region.store.undo(undo.batch)
    assert build(region.store).name == newer.name


def test_current_points_to_the_newest(region):
    region.take(ALPHA)
    build(region.store)
    region.take(BETA)
    assert _districts(View(current(region.store))) == ["Dortmund"]
    newest = build(region.store)
    assert current(region.store) == newest
    assert _districts(View(current(region.store))) == ["Bochum", "Dortmund"]


def test_an_old_snapshot_stays_readable_after_a_new_one_is_built(region):
    region.take(ALPHA)
    old = region.view()
    region.take(BETA)
    new = region.view()
    assert _districts(old) == ["Dortmund"]
    assert _districts(View(dataclasses.replace(old.snapshot))) == ["Dortmund"]
    assert _districts(new) == ["Bochum", "Dortmund"]


def test_the_ledger_in_a_snapshot_is_that_of_its_batches(region):
    first = region.take(ALPHA)
    second = region.take(BETA)
    assert [entry.batch for entry in region.view().ledger] == [first, second]
    region.store.undo(first)
    assert [entry.batch for entry in region.view().ledger] == [second]


def test_a_batch_that_comes_while_a_snapshot_is_built_does_not_slip_into_it(region, monkeypatch):
    region.take(ALPHA)
    active = region.store.active()
    seen = []

    def alone_at_first():
        seen.append(True)
        if len(seen) == 1:
            region.take(BETA)
            return active
        return Store.active(region.store)

    monkeypatch.setattr(region.store, "active", alone_at_first)
    assert _districts(View(build(region.store))) == ["Bochum", "Dortmund"]
    monkeypatch.undo()
    region.store.undo(region.store.active()[-1].batch)
    assert _districts(View(build(region.store))) == ["Dortmund"]


def test_a_snapshot_that_was_deleted_is_said_so_and_built_again(region):
    region.take(ALPHA)
    snapshot = build(region.store)
    snapshot.path.unlink()
    with pytest.raises(SnapshotError) as caught:
        current(region.store)
    assert caught.value.key == "snapshot_gone"
    assert build(region.store) == snapshot
    assert current(region.store) == snapshot


def test_a_build_that_fails_leaves_the_pointer_and_nothing_unfinished(region, monkeypatch):
    region.take(ALPHA)
    good = build(region.store)
    region.take(BETA)
    monkeypatch.setattr("analytics.warehouse.snapshot.MARTS", ("organisations", "no_such_mart"))
    with pytest.raises(FileNotFoundError):
        build(region.store)
    assert current(region.store) == good
    assert {path.name for path in region.store.snapshots.iterdir()} == {good.path.name, f"{good.name}.sha256"}


def test_no_trace_of_a_build_is_left_beside_the_snapshots_and_their_digests(region):
    region.take(ALPHA)
    snapshot = build(region.store)
    names = {path.name for path in region.store.snapshots.iterdir()}
    assert names == {f"{snapshot.name}.duckdb", f"{snapshot.name}.sha256"}
    assert {path.name for path in region.store.folder.iterdir()} <= {"batches", "snapshots", "current", ".lock"}


def test_what_a_build_that_died_left_behind_goes_after_a_day(region):
    region.take(ALPHA)
    fresh, old = (region.store.snapshots / f".building-{name}.duckdb" for name in ("fresh", "old"))
    for left in (fresh, old):
        left.touch()
    two_days_ago = time.time() - 2 * 24 * 3600
    os.utime(old, (two_days_ago, two_days_ago))
    build(region.store)
    assert fresh.exists()
    assert not old.exists()


def test_a_snapshot_of_another_version_is_said_so_until_it_is_built_anew(region):
    region.take(ALPHA)
    snapshot = build(region.store)
    other = snapshot.path.with_stem("0" * len(snapshot.name))
    snapshot.path.rename(other)
    (region.store.folder / "current").write_text(other.stem, "utf-8")
    with pytest.raises(SnapshotError) as caught:
        current(region.store)
    assert caught.value.key == "snapshot_outdated"
    assert build(region.store) == current(region.store) == snapshot
