"""Targets typed into a form: what becomes of them, and what has to be mended, in words.

organisations:
organisation_id | name  | kind
a               | Alpha | company

consultations:
consultation_id | organisation_id | held_on
c1              | a               | 2024-02-10
"""

from dataclasses import replace
from datetime import date

import pytest

from analytics.kpis import CATALOGUE, Milestone, TargetPath, achievements, target_paths
from analytics.kpis.path_entry import PathEntry, delete_path, read_entry, save_note, save_path, typed
from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import View, build

GERMAN, ENGLISH = Language("de"), Language("en")
SHARE = PathEntry(
    kpi="sme_share",
    source=" Bescheid ",
    starts_on="01.01.2024",
    baseline="60",
    milestones=(("31.12.2025", "70 %"), ("", ""), ("31.12.2024", "62,5")),
    amber_below="85",
    red_below="60",
)
SHARE_PATH = TargetPath(
    CATALOGUE["sme_share"],
    "Bescheid",
    date(2024, 1, 1),
    0.6,
    (Milestone(date(2024, 12, 31), 0.625), Milestone(date(2025, 12, 31), 0.7)),
    0.85,
    0.6,
)


def faults(entry, others=(), replaced=None, language=GERMAN):
    reading = read_entry(entry, language, others, replaced)
    assert reading.path is None
    return [fault.said for fault in reading.faults]


def test_shares_are_typed_in_percent_and_held_from_0_to_1_milestones_in_order():
    assert read_entry(SHARE, GERMAN, []).path == SHARE_PATH


def test_the_same_in_english():
    english = replace(
        SHARE,
        starts_on="1 Jan 2024",
        milestones=(("31 Dec 2024", "62.5%"), ("2025-12-31", "70")),
    )
    assert read_entry(english, ENGLISH, []).path == SHARE_PATH


@pytest.mark.parametrize("language", [GERMAN, ENGLISH])
def test_a_path_typed_is_that_path(language):
    for path in (SHARE_PATH, replace(SHARE_PATH, kpi=CATALOGUE["mean_partners"], source=None, baseline=1234.5)):
        assert read_entry(typed(path, language), language, []).path == path


def test_the_usual_thresholds_and_no_source():
    path = read_entry(replace(SHARE, source="", amber_below="", red_below=" "), GERMAN, []).path
    assert (path.source, path.amber_below, path.red_below) == (None, 0.9, 0.7)


def test_what_is_counted_from_the_beginning_starts_at_0_whatever_was_typed():
    counted = replace(SHARE, kpi="events_held", baseline="viel", milestones=(("31.12.2025", "1.200"),))
    path = read_entry(counted, GERMAN, []).path
    assert (path.baseline, path.final) == (0, 1200)
    looked_up = replace(counted, kpi="active_cooperations")
    assert faults(looked_up) == ["Ausgangswert: „viel“ ist keine Zahl (erwartet zum Beispiel: 1.234,5)."]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"starts_on": "Januar"}, "Beginn: „Januar“ ist kein Datum (erwartet: 31.12.2026)."),
        ({"starts_on": "01.01.0024"}, "Beginn: „01.01.0024“ ist kein Datum (erwartet: 31.12.2026)."),
        ({"baseline": ""}, "Ausgangswert: „“ ist keine Zahl (erwartet zum Beispiel: 1.234,5)."),
        ({"baseline": "600"}, "Ausgangswert: „600“ ist kein Wert von 0 bis 100 %."),
        ({"milestones": (("", ""),)}, "Mindestens ein Meilenstein wird gebraucht."),
        ({"milestones": (("31.12.2025", ""),)}, "Soll: „“ ist keine Zahl (erwartet zum Beispiel: 1.234,5)."),
        ({"milestones": (("", "70"),)}, "Fällig am: „“ ist kein Datum (erwartet: 31.12.2026)."),
        ({"milestones": (("01.01.2024", "70"),)}, "Der Meilenstein am 01.01.2024 liegt nicht nach dem Beginn."),
        (
            {"milestones": (("31.12.2025", "70"), ("31.12.2025", "80"))},
            "Zwei Meilensteine sind am 31.12.2025 fällig.",
        ),
        ({"amber_below": "-1"}, "Gefährdet unter (%): „-1“ ist kein Wert von 0 bis 100 %."),
        ({"red_below": "86"}, "„Im Rückstand“ muss bei einem kleineren Anteil beginnen als „gefährdet“."),
    ],
)
def test_what_is_wrong_is_said(change, said):
    assert faults(replace(SHARE, **change)) == [said]


def test_each_fault_names_the_field_in_which_it_was_typed():
    wrong = replace(
        SHARE,
        starts_on="x",
        baseline="x",
        milestones=(("31.12.2024", "62,5"), ("", ""), ("x", "y")),
        amber_below="x",
        red_below="y",
    )
    places = [fault.place for fault in read_entry(wrong, GERMAN, []).faults]
    assert places == ["starts_on", "baseline", "day_2", "value_2", "amber_below", "red_below"]
    assert [fault.place for fault in read_entry(SHARE, GERMAN, [SHARE_PATH]).faults] == [
        "source",
        "source",
        "starts_on",
    ]
    empty = replace(SHARE, milestones=(("", ""),))
    assert [fault.place for fault in read_entry(empty, GERMAN, []).faults] == ["day_0"]


def test_a_count_is_whole_and_what_is_no_count_need_not_be():
    counted = replace(SHARE, kpi="active_cooperations", baseline="10,5", milestones=(("31.12.2025", "1.234,5"),))
    assert faults(counted) == [
        "Ausgangswert: „10,5“ ist keine ganze Zahl, gezählt wird aber in ganzen.",
        "Soll: „1.234,5“ ist keine ganze Zahl, gezählt wird aber in ganzen.",
    ]
    mean = replace(SHARE, kpi="mean_partners", baseline="10,5", milestones=(("31.12.2025", "12,5"),))
    assert read_entry(mean, GERMAN, []).path.final == 12.5


def test_everything_that_is_wrong_is_said_at_once():
    wrong = replace(SHARE, starts_on="x", baseline="x", milestones=(("x", "x"),), red_below="x")
    assert len(faults(wrong)) == 5


def test_no_milestone_and_no_beginning_is_taken_from_another_path_of_the_source():
    clash = faults(SHARE, [SHARE_PATH])
    assert clash == [
        "Von dieser Quelle gibt es für diese Kennzahl schon einen Meilenstein am 31.12.2024. "
        "Bitte die Quelle genauer benennen.",
        "Von dieser Quelle gibt es für diese Kennzahl schon einen Meilenstein am 31.12.2025. "
        "Bitte die Quelle genauer benennen.",
        "Von dieser Quelle gibt es für diese Kennzahl schon ein Ziel, das am 01.01.2024 beginnt. Bitte jenes ändern.",
    ]
    assert read_entry(SHARE, GERMAN, [SHARE_PATH], SHARE_PATH).path == SHARE_PATH
    assert read_entry(replace(SHARE, source="Lenkungskreis"), GERMAN, [SHARE_PATH]).path
    assert read_entry(replace(SHARE, kpi="cross_sector_share"), GERMAN, [SHARE_PATH]).path


@pytest.fixture
def store(view, tmp_path):
    """A store of the test's own."""
    return Store(tmp_path / "own")


def paths(store):
    return target_paths(View(build(store)))


def test_a_path_is_saved_changed_deleted_and_brought_back(store):
    save_path(store, SHARE_PATH, None, title="Ziel")
    assert paths(store) == [SHARE_PATH]
    shorter = replace(SHARE_PATH, source="Anders", milestones=SHARE_PATH.milestones[1:])
    changed = save_path(store, shorter, SHARE_PATH, title="Ziel")
    assert paths(store) == [shorter]
    assert len(store.ledger()) == 2
    deleted = delete_path(store, shorter, title="Ziel")
    assert paths(store) == []
    store.undo(deleted.batch)
    assert paths(store) == [shorter]
    store.undo(changed.batch)
    assert paths(store) == [SHARE_PATH]


def test_saving_what_is_there_changes_nothing(store):
    save_path(store, SHARE_PATH, None, title="Ziel")
    assert save_path(store, SHARE_PATH, SHARE_PATH, title="Ziel").batch is None


def test_a_path_without_a_source(store):
    bare = replace(SHARE_PATH, source=None)
    save_path(store, bare, None, title="Ziel")
    assert paths(store) == [bare]
    delete_path(store, bare, title="Ziel")
    assert paths(store) == []


def test_a_note_belongs_to_its_path(store):
    save_path(store, SHARE_PATH, None, title="Ziel")
    other = replace(SHARE_PATH, source="Anders")
    save_path(store, other, None, title="Ziel")
    save_note(store, SHARE_PATH, date(2024, 6, 30), "Ein Grund", " ", title="Grund")
    notes = {one.path.source: one.note for one in achievements(View(build(store)), date(2024, 7, 1))}
    assert notes["Anders"] is None
    assert (notes["Bescheid"].reason, notes["Bescheid"].measure) == ("Ein Grund", None)
    assert notes["Bescheid"].written_on == date(2024, 6, 30)
