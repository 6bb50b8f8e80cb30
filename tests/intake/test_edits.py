"""Changes made by hand: one batch with what is written and what is taken away, or none and the reason."""

from datetime import date

import pyarrow.parquet as pq
import pytest

from analytics.intake.edits import Edit, edit
from tests.intake.conftest import account

ROW = {"kpi": "events_held", "source": "notice", "due_on": date(2025, 12, 31), "target": 20, "baseline": 0.125}
LATER = ROW | {"due_on": date(2026, 12, 31), "target": 40}


def held(intake):
    return intake.rows("targets", "source", "due_on", "target", "baseline")


@pytest.fixture
def two(intake):
    """A store with both rows."""
    report = edit(intake.store, [Edit("targets", [ROW, LATER])], title="Ziel", who="anna")
    assert (account(report), report.tables) == ((2, 2, 0), {"targets": 2})
    return intake


def test_rows_are_written_as_one_batch_that_the_ledger_names(two):
    assert held(two) == [
        ("notice", date(2025, 12, 31), 20, 0.125),
        ("notice", date(2026, 12, 31), 40, 0.125),
    ]
    (entry,) = two.store.ledger()
    assert (entry.kind, entry.who, entry.format, entry.tables) == ("edit", "anna", "form", {"targets": 2})
    assert [source.name for source in entry.sources] == ["Ziel"]
    assert (entry.rows.read, entry.rows.accepted, entry.rows.rejected) == (2, 2, 0)


def test_a_row_is_taken_away_and_brought_back(two):
    report = edit(two.store, [Edit("targets", deleted=[ROW])], title="Ziel")
    assert report.tables == {"targets": 1}
    assert [row[1] for row in held(two)] == [date(2026, 12, 31)]
    two.store.undo(report.batch)
    assert len(held(two)) == 2


def test_one_batch_can_change_add_and_take_away(two):
    report = edit(two.store, [Edit("targets", [LATER | {"target": 50}, LATER | {"source": "x"}], [ROW])], title="Ziel")
    assert report.tables == {"targets": 3}
    assert held(two) == [("notice", date(2026, 12, 31), 50, 0.125), ("x", date(2026, 12, 31), 40, 0.125)]
    assert len(two.store.ledger()) == 2


def test_what_is_taken_away_and_given_anew_is_there(two):
    edit(two.store, [Edit("targets", [ROW | {"target": 7}], [ROW, LATER])], title="Ziel")
    assert held(two) == [("notice", date(2025, 12, 31), 7, 0.125)]


def test_a_row_taken_away_can_come_again(two):
    edit(two.store, [Edit("targets", deleted=[ROW, LATER])], title="Ziel")
    assert held(two) == []
    edit(two.store, [Edit("targets", [ROW])], title="Ziel")
    assert held(two) == [("notice", date(2025, 12, 31), 20, 0.125)]


def test_what_is_not_there_cannot_be_taken_away_and_leaves_no_batch(two):
    report = edit(two.store, [Edit("targets", deleted=[ROW | {"source": "nobody"}])], title="Ziel")
    assert (report.batch, report.rejections) == (None, [])
    assert len(two.store.ledger()) == 1


def test_what_is_there_already_leaves_no_batch(two):
    assert edit(two.store, [Edit("targets", [ROW])], title="Ziel").batch is None
    assert len(two.store.ledger()) == 1


def test_without_a_source_the_usual_one_is_meant_for_writing_and_taking_away(intake):
    bare = {name: value for name, value in ROW.items() if name != "source"}
    edit(intake.store, [Edit("targets", [bare])], title="Ziel")
    assert [row[0] for row in held(intake)] == ["unspecified"]
    edit(intake.store, [Edit("targets", deleted=[bare])], title="Ziel")
    assert held(intake) == []


def test_one_wrong_row_and_nothing_is_written(two):
    wrong = [Edit("targets", [ROW | {"target": 1}, LATER | {"kpi": "no_such"}], [ROW])]
    report = edit(two.store, wrong, title="Ziel")
    assert (report.batch, account(report)) == (None, (3, 0, 3))
    assert [(found.file, found.column, found.value) for found in report.rejections] == [("Ziel", "kpi", "no_such")]
    assert len(two.store.ledger()) == 1


def test_two_tables_go_into_one_batch(intake):
    note = {"kpi": "events_held", "written_on": date(2025, 1, 1), "reason": "=1+1; „x“\nund mehr"}
    report = edit(intake.store, [Edit("targets", [ROW]), Edit("target_notes", [note])], title="Ziel")
    assert report.tables == {"targets": 1, "target_notes": 1}
    assert intake.rows("target_notes", "reason", "measure") == [("=1+1; „x“\nund mehr", None)]


def test_a_batch_keeps_its_deletions_as_rows(two):
    report = edit(two.store, [Edit("targets", [LATER | {"target": 1}], [ROW])], title="Ziel")
    rows = pq.read_table(two.store.batches / report.batch / "targets.parquet").to_pylist()
    assert sorted((row["due_on"], row["_deleted"]) for row in rows) == [
        (date(2025, 12, 31), True),
        (date(2026, 12, 31), False),
    ]


def test_of_a_partial_row_what_it_does_not_name_stays(two):
    report = edit(two.store, [Edit("targets", [LATER | {"target": 50}], partial=True)], title="Ziel")
    assert report.tables == {"targets": 1}
    named = {name: LATER[name] for name in ("kpi", "source", "due_on")}
    edit(two.store, [Edit("targets", [named | {"target": 60}], partial=True)], title="Ziel")
    assert held(two)[1] == ("notice", date(2026, 12, 31), 60, 0.125)
    edit(two.store, [Edit("targets", [named | {"target": 70}])], title="Ziel")
    assert held(two)[1] == ("notice", date(2026, 12, 31), 70, None)
