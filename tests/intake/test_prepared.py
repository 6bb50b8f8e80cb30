"""What an import would do, told before it is done: counts, cells old and new, figures; then done whole or not at all."""

import pytest

from analytics.errors import StoreError
from analytics.intake.hints import Hints
from analytics.intake.importing import opened
from analytics.intake.prepared import prepare
from analytics.intake.progress import Progress, Stopped
from analytics.kpis import compute, kpis_for
from analytics.warehouse import periods_between

FIRST = "Organisations-ID;Name;Art;Ort\nO1;Kessel Optik GmbH;Unternehmen;Hagen\nO2;Alte Linse AG;Unternehmen;Hagen\n"
SECOND = (
    "Organisations-ID;Name;Art;Ort\nO1;Kessel Optik GmbH;Unternehmen;Dortmund\nO2;Alte Linse AG;Unternehmen;Hagen\n"
    "O3;Neue Linse AG;Start-up;Unna\nO4;;Unternehmen;Unna\n"
)
EVENTS = "Veranstaltungs-ID;Titel;Beginn;Ende;Format;Stand\nE1;Fest;2024-03-01;2024-03-01;Empfang;durchgeführt\n"
GUESTS = "Veranstaltungs-ID;Organisations-ID;Personen;Status\nE1;O1;2;teilgenommen\nE1;O2;1;teilgenommen\n"


def prepared(intake, *names, hints=Hints(), **more):  # noqa: B008
    given, hints = opened(intake.store, [intake.folder / name for name in names], hints)
    return prepare(intake.store, given, hints, **more)


@pytest.fixture
def begun(intake):
    intake.file("a.csv", FIRST)
    intake.file("b.csv", SECOND)
    intake.file("veranstaltungen.csv", EVENTS)
    intake.file("teilnahmen.csv", GUESTS)
    assert intake.take("a.csv").rejections == []
    return intake


def test_what_would_change_is_told_cell_by_cell(begun):
    with prepared(begun, "b.csv") as import_:
        changes = import_.changes(begun.store)
        assert changes.counts.to_dict("records") == [{"table": "organisations", "new": 1, "changed": 1, "deleted": 0}]
        assert import_.report.drafted == {"organisations": 3}
        assert changes.cells.to_dict("records") == [
            {
                "table": "organisations",
                "key": "O1",
                "name": "Kessel Optik GmbH",
                "column": "place",
                "before": "Hagen",
                "after": "Dortmund",
            }
        ]
        assert changes.made[["key", "name"]].values.tolist() == [["O3", "Neue Linse AG"]]
        assert changes.cells_changed == 1
    assert len(begun.store.ledger()) == 1


def test_each_table_is_told_apart(begun):
    with prepared(begun, "b.csv", "veranstaltungen.csv", "teilnahmen.csv") as import_:
        changes = import_.changes(begun.store)
    assert changes.counts.values.tolist() == [
        ["organisations", 1, 1, 0],
        ["events", 1, 0, 0],
        ["participations", 2, 0, 0],
    ]
    assert changes.made[["table", "name"]].values.tolist() == [["organisations", "Neue Linse AG"], ["events", "Fest"]]


def test_what_was_told_is_what_is_published(begun):
    with prepared(begun, "b.csv") as import_:
        assert import_.publish("anna").tables == {"organisations": 2}
    assert begun.rows("organisations", "organisation_id", "place") == [
        ("O1", "Dortmund"),
        ("O2", "Hagen"),
        ("O3", "Unna"),
    ]
    assert begun.store.ledger()[-1].who == "anna"


def test_nothing_new_changes_nothing(begun):
    with prepared(begun, "a.csv") as import_:
        assert import_.changes(begun.store).counts.empty
        assert import_.publish().batch is None
    assert len(begun.store.ledger()) == 1


def test_figures_as_they_would_be(begun):
    with prepared(begun, "veranstaltungen.csv", "teilnahmen.csv") as import_, import_.trial(begun.store) as view:
        assert view.last_day.isoformat() == "2024-03-01"
        (year,) = periods_between(view.first_day, view.last_day, "year")
        kpis = [kpi for kpi in kpis_for("management") if kpi.name == "participations"]
        assert compute(view, kpis, [year])["value"].tolist() == [3.0]
    assert list(begun.store.snapshots.iterdir()) == []


def test_what_is_replaced_goes_with_the_import_or_stays(begun):
    (demo,) = begun.store.active()
    with prepared(begun, "b.csv", replaces=[demo.batch]) as import_:
        assert import_.changes(begun.store).counts[["new", "changed"]].values.tolist() == [[3, 0]]
        report = import_.publish()
    assert [entry.batch for entry in begun.store.active()] == [report.batch]
    begun.store.undo(report.batch)
    assert begun.rows("organisations", "organisation_id") == [("O1",), ("O2",)]


def test_rows_that_refer_to_what_would_go_are_refused(begun):
    calendar = begun.take("veranstaltungen.csv").batch
    with prepared(begun, "teilnahmen.csv", replaces=[calendar]) as import_:
        assert [found.key for found in import_.report.rejections] == ["rejections.no_such_row"] * 2
        assert import_.publish().batch is None
    assert calendar in [entry.batch for entry in begun.store.active()]


def test_what_is_gone_already_cannot_be_replaced(begun):
    (demo,) = begun.store.active()
    with prepared(begun, "b.csv", replaces=[demo.batch]) as import_:
        assert import_.holds(begun.store)
        begun.store.undo(demo.batch)
        assert not import_.holds(begun.store)
        with pytest.raises(StoreError, match="undone already"):
            import_.publish()
    assert begun.store.active() == []


def test_what_is_stopped_leaves_nothing(begun):
    progress = Progress()
    progress.stop()
    with pytest.raises(Stopped):
        prepared(begun, "b.csv", progress=progress)
    assert [folder.name[:3] for folder in begun.store.batches.iterdir()] == ["000"]


def test_a_stop_ends_a_long_step(begun):
    progress = Progress()

    def long_step() -> None:
        with progress.interrupted_by(lambda: asked.append("interrupt")):
            progress.stop()
            raise RuntimeError("INTERRUPT")

    asked = []
    with pytest.raises(Stopped):
        long_step()
    assert asked == ["interrupt"]
