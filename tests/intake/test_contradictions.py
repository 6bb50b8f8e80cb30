"""An import tells what it brings into contradiction, with itself or with what the store holds, and takes it."""

import json

import pytest

from analytics.commands.run import run
from analytics.intake.importing import import_files
from analytics.store import Store
from analytics.warehouse import View, build
from tests.tables import tables_in

FIRST = """
organisations:
organisation_id | name  | kind
a               | Alpha | company
b               | Beta  | science

cooperations:
cooperation_id | title | kind     | ended_on
k1             | One   | research | 2024-06-30
k2             | Two   | research |

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2024-02-01
k2             | 3     | 2024-02-01

cooperation_members:
cooperation_id | organisation_id | joined_on  | left_on
k1             | a               |            |
k1             | b               |            |
k2             | a               |            |
k2             | b               | 2024-01-01 | 2024-03-31
"""
LATER = """
cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2024-07-01
k2             | 4     | 2024-01-01

cooperation_members:
cooperation_id | organisation_id | joined_on  | left_on
k2             | b               | 2024-09-01 |
"""
AGAIN = """
cooperation_members:
cooperation_id | organisation_id | joined_on  | left_on
k2             | b               | 2024-03-01 | 2024-05-31
"""


@pytest.fixture
def take(tmp_path):
    """Imports a text's tables: the notes' keys, counts and values."""
    store = Store(tmp_path / "store")

    def of(text):
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        for name, rows in tables_in(text).items():
            (folder / f"{name}.csv").write_text("\n".join(",".join(row) for row in rows), "utf-8")
        report = import_files(store, [folder])
        assert (report.rejections, report.batch is not None) == ([], True)
        return [(note.key, note.things, note.value) for note in report.notes]

    of.store = store
    return of


def test_contradictions_between_batches_are_told_when_they_arise_and_not_again(take):
    assert take(FIRST) == []
    assert take(LATER) == [
        ("notes.ended_before_agreed", 1, "k1 (2024-06-30 < 2024-07-01)"),
        ("notes.stages_out_of_order", 1, "k2 (4: 2024-01-01 < 3: 2024-02-01)"),
    ]
    assert take(AGAIN) == [("notes.overlapping_memberships", 1, "k2/b (2024-03-01 <= 2024-03-31)")]


def test_a_member_that_came_back_has_two_rows_and_one_that_leaves_has_one(take):
    take(FIRST)
    take(LATER)
    spans = (
        View(build(take.store))
        .within()
        .query("select joined_on, left_on from cooperation_members where organisation_id = 'b'")
    )
    assert len(spans) == 3


def test_the_command_lists_them_for_as_long_as_they_stand(take, monkeypatch, capsys):
    take(FIRST)
    take(LATER)
    build(take.store)
    monkeypatch.setenv("NETWORK_STORE", str(take.store.folder))
    assert run(["quality", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(row["rule"], row["things"]) for row in told["contradictions"]] == [
        ("ended_before_agreed", 1), ("stages_out_of_order", 1),
    ]  # fmt: skip
    assert told["cooperations"] == {"one_sided": 0, "contradictory": 2, "undated": 0}
    assert run(["--language", "de", "quality"]) == 0
    assert "endete, bevor sie begann" in capsys.readouterr().out


@pytest.mark.parametrize(("day", "said"), [("1899-12-31", "1900"), ("2125-01-01", "20")])
def test_a_date_that_nobody_can_mean_is_refused(tmp_path, day, said):
    (tmp_path / "events.csv").write_text(
        f"event_id,title,starts_on,format,status\ne1,Old,{day},forum,planned\n", "utf-8"
    )
    report = import_files(Store(tmp_path / "store"), [tmp_path / "events.csv"])
    (rejection,) = report.rejections
    assert day in rejection.reason("en")
    assert said in rejection.reason("en")


def test_an_unusual_date_is_taken_and_told(tmp_path):
    (tmp_path / "events.csv").write_text(
        "event_id,title,starts_on,format,status\ne1,Old,1925-05-01,forum,held\n", "utf-8"
    )
    report = import_files(Store(tmp_path / "store"), [tmp_path / "events.csv"])
    assert [(note.key, note.things, note.value) for note in report.notes] == [
        ("notes.unusual_date", 1, "e1 (1925-05-01)")
    ]
