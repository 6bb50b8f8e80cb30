"""The snapshots that can still be opened, with the time of what they hold."""

from datetime import UTC, datetime, timedelta

from analytics.warehouse import View, build, snapshots
from tests.warehouse.conftest import rows_of

ALPHA = """
organisations:
organisation_id | name  | kind
a               | Alpha | company
"""

BETA = """
organisations:
organisation_id | name | kind
b               | Beta | science
"""


def _known(view):
    return [name for (name,) in rows_of(view.ask("network_organisations"), "organisation_id")]


def test_without_data_there_is_none(region, empty_store):
    assert snapshots(region.store) == []
    assert snapshots(empty_store) == []


def test_the_newest_comes_first_and_the_older_can_be_asked(region):
    region.take(ALPHA)
    first = build(region.store)
    region.take(BETA)
    second = build(region.store)
    found = snapshots(region.store)
    assert [snapshot for snapshot, _ in found] == [second, first]
    assert [_known(View(snapshot)) for snapshot, _ in found] == [["a", "b"], ["a"]]


def test_each_has_the_time_of_its_newest_batch(region):
    region.take(ALPHA)
    build(region.store)
    region.take(BETA)
    build(region.store)
    (_, newer), (_, older) = snapshots(region.store)
    entries = region.store.active()
    assert [older, newer] == [datetime.fromisoformat(entry.at) for entry in entries]
    assert timedelta(0) <= datetime.now(UTC) - newer < timedelta(minutes=5)


def test_after_an_undo_the_state_built_last_comes_first(region):
    first = region.take(ALPHA)
    region.take(BETA)
    both = build(region.store)
    region.store.undo(first)
    rest = build(region.store)
    assert [snapshot for snapshot, _ in snapshots(region.store)] == [rest, both]


def test_one_of_another_version_is_passed_over(region):
    region.take(ALPHA)
    build(region.store)
    region.take(BETA)
    newest = build(region.store)
    older = next(path for path in region.store.snapshots.glob("*.duckdb") if path != newest.path)
    older.rename(older.with_stem("0" * len(older.stem)))
    assert [snapshot for snapshot, _ in snapshots(region.store)] == [newest]


def test_a_build_under_way_is_passed_over(region):
    region.take(ALPHA)
    newest = build(region.store)
    (region.store.snapshots / ".building-0123.duckdb").touch()
    assert [snapshot for snapshot, _ in snapshots(region.store)] == [newest]
