"""What a later file changes, what it leaves alone, and what an undo brings back."""

import duckdb
import pytest

from analytics.errors import StoreError
from analytics.intake.rejected_rows import rejected_rows
from analytics.warehouse import build
from tests.intake.conftest import account, told

FULL = "organisation_id;name;kind;size;postcode;consents_to_name\no1;Stahl;company;small;44135;ja\n"


@pytest.fixture
def known(intake):
    """A store that knows one organisation fully."""
    intake.file("a.csv", FULL)
    intake.take("a.csv")
    return intake


def organisation(intake):
    (row,) = intake.rows("organisations", "name", "kind", "size", "postcode", "consents_to_name")
    return row


def test_a_column_that_is_absent_leaves_the_cells_alone(known):
    known.file("b.csv", "organisation_id;name;kind\no1;Stahl und Eisen;startup\n")
    known.take("b.csv")
    assert organisation(known) == ("Stahl und Eisen", "startup", "small", "44135", True)


def test_even_a_required_column_may_be_absent_where_the_store_knows_it(known):
    known.file("organisations.csv", "organisation_id;size\no1;large\no2;small\n")
    report = known.take("organisations.csv")
    assert told(report) == [("organisations.csv", 3, "kind", "required"), ("organisations.csv", 3, "name", "required")]
    assert organisation(known) == ("Stahl", "company", "large", "44135", True)


def test_an_empty_cell_in_a_column_that_is_there_clears(known):
    known.file("b.csv", "organisation_id;name;kind;size;postcode;consents_to_name\no1;Stahl;company;;;\n")
    known.take("b.csv")
    assert organisation(known) == ("Stahl", "company", None, None, False)


def test_an_empty_cell_does_not_clear_what_is_required(known):
    known.file("b.csv", "organisation_id;name;kind\no1;;company\n")
    report = known.take("b.csv")
    assert told(report) == [("b.csv", 2, "name", "required")]
    assert organisation(known)[0] == "Stahl"


def test_only_rows_that_are_new_or_changed_are_counted(known):
    known.file("b.csv", FULL + "o2;Eisen;company;;;\n")
    report = known.take("b.csv")
    assert account(report) == (2, 2, 0)
    assert report.tables == {"organisations": 1}


def test_nothing_new_is_no_batch(known):
    assert known.take("a.csv").batch is None
    assert len(known.store.ledger()) == 1


def test_an_undo_takes_back_one_batch_and_a_redo_brings_it_again(known):
    known.file("b.csv", "organisation_id;name;kind\no1;Eisen;startup\n")
    batch = known.take("b.csv").batch
    undo = known.store.undo(batch)
    assert organisation(known) == ("Stahl", "company", "small", "44135", True)
    known.store.undo(undo.batch)
    assert organisation(known) == ("Eisen", "startup", "small", "44135", True)


def test_what_refers_to_a_batch_that_was_undone_waits(known):
    known.file("events.csv", "event_id;title;starts_on;format;status\ne1;A;2024-01-01;forum;held\n")
    events = known.take("events.csv").batch
    known.file("participations.csv", "event_id;organisation_id;status\ne1;o1;attended\n")
    known.take("participations.csv")
    undo = known.store.undo(events)
    assert _shown(known, "participations") == 0
    known.store.undo(undo.batch)
    assert _shown(known, "participations") == 1


def _shown(intake, table):
    with duckdb.connect(str(build(intake.store).path), read_only=True) as connection:
        return connection.execute(f"select count(*) from base.{table}").fetchone()[0]


def test_the_same_guests_again_are_the_same(known):
    known.file("events.csv", "event_id;title;starts_on;format;status\ne1;A;2024-01-01;forum;held\n")
    known.file(
        "participations.csv",
        "event_id;organisation_id;person_id;status\ne1;o1;p1;registered\ne1;o1;;registered\ne1;o1;;registered\n",
    )
    known.take("events.csv", "participations.csv")
    known.file(
        "participations.csv",
        "event_id;organisation_id;person_id;status\ne1;o1;p1;attended\ne1;o1;;attended\ne1;o1;;no_show\n",
    )
    report = known.take("participations.csv")
    assert report.tables == {"participations": 3}
    assert sorted(known.rows("participations", "status")) == [("attended",), ("attended",), ("no_show",)]


def test_answers_without_a_key_count_once_per_file(known):
    known.file("events.csv", "event_id;title;starts_on;format;status\ne1;A;2024-01-01;forum;held\n")
    known.file("feedback.csv", "event_id;satisfaction\ne1;5\ne1;5\n")
    known.take("events.csv", "feedback.csv")
    assert known.take("feedback.csv").batch is None
    assert len(known.rows("feedback")) == 2


def test_rejections_are_kept_for_batches_only(known):
    with pytest.raises(StoreError, match="no batch"):
        rejected_rows(known.store, "000009-abcdef")
