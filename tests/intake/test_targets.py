"""Targets and notes from files: in either language, old and new, and what is wrong with them said in words."""

from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analytics.model.kpi_files import MEASURES_TARGETS, kpi_files
from analytics.store import Entry
from tests.intake.conftest import told

END = date(2026, 12, 31)


def targets(intake):
    return intake.rows("targets", "kpi", "source", "starts_on", "due_on", "baseline", "target")


def test_german_headers_labels_and_numbers(intake):
    intake.file(
        "Ziele.csv",
        "Kennzahl;Beginn;Fällig am;Ausgangswert;Soll;Quelle;Gelb unter;Rot unter\r\n"
        "Eingeworbene Mittel;01.01.2024;31.12.2026;0;1.800.000,50;Zuwendungsbescheid;0,85;0,6\r\n"
        "KMU-Anteil;01.01.2024;31.12.2026;0,6;0,85;Zuwendungsbescheid;;\r\n",
    )
    assert intake.take().rejections == []
    assert targets(intake) == [
        ("funding_won", "Zuwendungsbescheid", date(2024, 1, 1), END, 0, 1800000.5),
        ("sme_share", "Zuwendungsbescheid", date(2024, 1, 1), END, 0.6, 0.85),
    ]
    assert intake.rows("targets", "amber_below", "red_below") == [(0.85, 0.6), (None, None)]


def test_the_columns_of_the_plan_are_enough(intake):
    intake.file(
        "targets.csv",
        "kpi;due_on;baseline;target;source;amber_below;red_below\nevents_held;2026-12-31;0;20;notice;0.9;0.7\n",
    )
    assert intake.take().rejections == []
    assert targets(intake) == [("events_held", "notice", None, END, 0, 20)]


def test_an_old_file_without_a_source_and_again(intake):
    intake.file("targets.csv", "kpi;due_on;target\nevents_held;2026-12-31;20\n")
    assert intake.take().tables == {"targets": 1}
    assert targets(intake) == [("events_held", "unspecified", None, END, None, 20)]
    assert intake.take().batch is None
    # A file that does not speak of the baseline leaves the store's alone.
    intake.file("targets.csv", "kpi;due_on;baseline;target\nevents_held;2026-12-31;3;20\n")
    intake.take()
    intake.file("targets.csv", "kpi;due_on;target;source\nevents_held;2026-12-31;25;\n")
    intake.take()
    assert targets(intake) == [("events_held", "unspecified", None, END, 3, 25)]


def test_two_sources_may_ask_for_different_things_on_one_day(intake):
    intake.file(
        "targets.csv",
        "kpi;due_on;target;source\nevents_held;2026-12-31;20;notice\nevents_held;2026-12-31;30;committee\n",
    )
    assert intake.take().rejections == []
    assert [(row[1], row[5]) for row in targets(intake)] == [("committee", 30), ("notice", 20)]


@pytest.mark.parametrize("called", ["K05", "k05", "Veranstaltungen", "Events held", "EVENTS_HELD"])
def test_a_kpi_may_be_called_by_number_label_or_name(intake, called):
    intake.file("targets.csv", f"kpi;due_on;target\n{called};2026-12-31;20\n")
    assert intake.take().rejections == []
    assert targets(intake)[0][0] == "events_held"


@pytest.mark.parametrize("unknown", ["event_held", MEASURES_TARGETS, "K27", "Umsatz"])
def test_an_unknown_kpi_is_rejected_in_words(intake, unknown):
    intake.file("targets.csv", f"kpi;due_on;target\n{unknown};2026-12-31;20\nevents_held;2026-12-31;20\n")
    report = intake.take()
    assert told(report) == [("targets.csv", 2, "kpi", "unreadable_choice")]
    (found,) = report.rejections
    assert found.reason("de").startswith(f"„{unknown}“ ist kein Wert für Kennzahl. Erlaubt: Erreichte Organisationen, ")
    assert found.reason("en").startswith(f"“{unknown}” is no value for KPI. Allowed: Organisations reached, ")
    assert len(targets(intake)) == 1


def test_every_kpi_of_the_catalogue_can_have_a_target(intake):
    names = [file.name for file in kpi_files() if file.name != MEASURES_TARGETS]
    intake.file("targets.csv", "kpi;due_on;target\n" + "".join(f"{name};2026-12-31;1\n" for name in names))
    assert intake.take().tables == {"targets": len(names)}


def test_a_beginning_after_the_milestone_and_a_threshold_above_one_are_rejected(intake):
    intake.file(
        "targets.csv",
        "kpi;starts_on;due_on;target;amber_below\n"
        "events_held;2027-01-01;2026-12-31;20;\n"
        "newcomers;2026-01-01;2026-12-31;20;90\n",
    )
    assert told(intake.take()) == [
        ("targets.csv", 2, "due_on", "wrong_order"),
        ("targets.csv", 3, "amber_below", "unreadable_decimal"),
    ]


def test_notes_in_german_and_one_without_anything_written(intake):
    intake.file(
        "Gründe und Maßnahmen.csv",
        "Kennzahl;Quelle;Stand;Grund der Abweichung;Geplante Maßnahme\n"
        "Veranstaltungen;Bescheid;30.06.2026;Krankheit;Zwei Termine im Herbst\n"
        "Teilnahmen;;30.06.2026;Ferien;\n"
        "Neue Organisationen;;30.06.2026;;\n",
    )
    assert told(intake.take()) == [("Gründe und Maßnahmen.csv", 4, "reason", "required")]
    assert intake.rows("target_notes", "kpi", "source", "written_on", "reason", "measure") == [
        ("events_held", "Bescheid", date(2026, 6, 30), "Krankheit", "Zwei Termine im Herbst"),
        ("participations", "unspecified", date(2026, 6, 30), "Ferien", None),
    ]


def test_a_batch_from_before_there_were_beginnings_is_read_all_the_same(intake):
    """The columns that targets had then; a source was not needed."""
    old = pa.table(
        {
            "kpi": ["events_held"],
            "due_on": pa.array([END], pa.date32()),
            "baseline": [1.0],
            "target": [20.0],
            "source": pa.array([None], pa.string()),
            "amber_below": [0.9],
            "red_below": [0.7],
            "_deleted": [False],
        }
    )
    with intake.store.staging() as staging:
        pq.write_table(old, staging.folder / "targets.parquet")
        staging.publish(Entry("", "import", "anna", "", "own", tables={"targets": 1}))
    assert targets(intake) == [("events_held", "unspecified", None, END, 1, 20)]
    intake.file("targets.csv", "kpi;due_on;target\nevents_held;2026-12-31;30\n")
    intake.take()
    assert targets(intake) == [("events_held", "unspecified", None, END, 1, 30)]


@pytest.mark.parametrize("minus", ["-", "- ", "\N{MINUS SIGN}", "\N{MINUS SIGN} "])
def test_a_baseline_below_nothing_is_read_with_either_minus(intake, minus):
    intake.file("targets.csv", f"kpi;due_on;baseline;target\nevents_held;2026-12-31;{minus}3,5;20\n")
    assert intake.take().rejections == []
    assert targets(intake) == [("events_held", "unspecified", None, END, -3.5, 20)]
