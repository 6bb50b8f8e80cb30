"""A file that is put into a watched folder is imported by itself, once and whole, and moved to where it belongs."""

import logging
import shutil

import pytest

from analytics.errors import IntakeError, StoreError
from analytics.intake.importing import import_files
from analytics.intake.mapping import ColumnMapping
from analytics.intake.mapping_library import remember
from analytics.intake.watching import file_import, watch
from analytics.store import Store
from analytics.warehouse import View, current
from tests.intake.watching.conftest import EVENTS, GUESTS

CHECKIN = "Bestellnummer,Produkt,Eingecheckt,Ausgetreten,Automatisch eingecheckt,Firma\nA3B7C,Gast,,,Nein,Lohmann AG\n"
COSTS = "Veranstaltungs-ID;Titel;Beginn;Format;Stand;Kosten (Euro)\nE1;Fest;18.06.2026;Empfang;geplant;40.000\n"
HALF_GOOD = (
    EVENTS
    + "E2;Messe;kein Tag;Empfang;geplant\nE3;Treffen;Ada Zweifelmann;Empfang;geplant\n"
    + "".join(f"E{number};Werkstatt {number};{number}.07.2026;Empfang;geplant\n" for number in range(4, 9))
)


def test_a_file_is_taken_moved_to_done_and_seen_by_everybody(watched):
    watched.put("veranstaltungen.csv", EVENTS)
    ((name, place, batch),) = watched.arrive()
    assert (name, place) == ("veranstaltungen.csv", "done")
    assert watched.batches() == [batch]
    assert watched.store.ledger()[0].who == "watch"
    assert watched.files() == ["done/veranstaltungen.csv"]
    assert [entry.batch for entry in View(current(watched.store)).ledger] == [batch]


def test_several_files_are_a_batch_each_in_the_order_in_which_they_came(watched):
    watched.put("b.csv", EVENTS)
    watched.look()
    watched.put("a.csv", GUESTS)
    watched.look(after=1)
    assert [name for name, *_ in watched.look(after=watch.SETTLED_AFTER)] == ["b.csv", "a.csv"]
    assert [[source.name for source in entry.sources] for entry in watched.store.ledger()] == [["b.csv"], ["a.csv"]]


def test_a_file_that_still_grows_is_left_alone_until_it_is_whole(watched):
    half = EVENTS[:60]
    watched.put("liste.csv", half)
    assert watched.look() == []
    assert watched.look(after=4) == []
    watched.put("liste.csv", EVENTS)
    assert watched.look(after=4) == []  # 8 s after it was put there, but 0 s after it changed
    assert watched.look(after=4) == []
    assert [place for _, place, _ in watched.look(after=1)] == ["done"]


def test_a_file_that_changes_while_it_is_read_goes_back_and_nothing_of_it_comes_in(watched, monkeypatch):
    path = watched.put("liste.csv", EVENTS)
    whole, opened = EVENTS + "E2;Tag;19.06.2026;Empfang;geplant\n", file_import.opened

    def opened_while_somebody_writes(store, paths, hints):
        given = opened(store, paths, hints)
        paths[0].write_text(whole)
        return given

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(file_import, "opened", opened_while_somebody_writes)
        assert watched.arrive() == []
    assert watched.batches() == []
    assert path.read_text() == whole
    assert [place for _, place, _ in watched.arrive()] == ["done"]
    assert watched.store.ledger()[0].rows.read == 2


@pytest.mark.parametrize("name", ["a.csv.part", "a.csv.crdownload", "~$a.xlsx", ".a.csv", "A.CSV.TMP"])
def test_what_is_on_its_way_or_hidden_is_no_file(watched, name):
    watched.put(name, EVENTS)
    assert watched.arrive() == []
    assert watched.files() == [name]


def test_links_and_folders_are_left_alone(watched, tmp_path):
    (tmp_path / "elsewhere.csv").write_text(EVENTS)
    (watched.folder / "link.csv").symlink_to(tmp_path / "elsewhere.csv")
    (watched.folder / "folder").mkdir()
    watched.put("folder/a.csv", EVENTS)
    assert watched.arrive() == []
    assert watched.files() == ["folder/a.csv", "link.csv"]


def test_the_same_content_is_taken_once_whatever_it_is_called(watched):
    watched.put("a.csv", EVENTS)
    watched.put("b.csv", EVENTS)
    watched.arrive()
    watched.put("a.csv", EVENTS)
    assert watched.arrive() == [("a.csv", "done", None)]
    (batch,) = watched.batches()
    assert watched.files() == ["done/a (2).csv", "done/a (2).csv.txt", "done/a.csv", "done/b.csv", "done/b.csv.txt"]
    assert f"Genau diese Datei ist schon eingelesen, als Stapel {batch}" in watched.said("done/b.csv.txt")
    assert f"Exactly this file has been imported already, as batch {batch}" in watched.said("done/b.csv.txt")


def test_what_was_imported_elsewhere_is_known_too_and_corrections_since_stay(watched, tmp_path):
    (tmp_path / "events.csv").write_text(EVENTS)
    import_files(watched.store, [tmp_path / "events.csv"])
    watched.put("neu.csv", EVENTS.replace("Fest", "Sommerfest"))
    watched.put("wieder.csv", EVENTS)
    watched.arrive()
    assert len(watched.batches()) == 2


def test_what_was_taken_back_may_come_again_when_it_is_put_there_anew(watched):
    watched.put("a.csv", EVENTS)
    ((*_, batch),) = watched.arrive()
    watched.store.undo(batch)
    assert watched.arrive() == []  # by itself nothing comes back
    watched.put("a.csv", EVENTS)
    ((_, place, again),) = watched.arrive()
    assert (place, again) == ("done", watched.batches()[-1])
    assert len(watched.store.active()) == 1


def test_nothing_is_ever_overwritten(watched):
    for number in range(3):
        watched.put("a.csv", EVENTS.replace("Fest", f"Fest {number}"))
        watched.arrive()
    assert [
        watched.said(f"done/a{mark}.csv").count(f"Fest {number}") for number, mark in enumerate(("", " (2)", " (3)"))
    ] == [1, 1, 1]


@pytest.mark.parametrize(
    ("content", "german", "english"),
    [
        (CHECKIN, "Von welcher Veranstaltung ist die Liste?", "Which event is the list of?"),
        (COSTS, "kann 40000 oder 40 heißen", "may mean 40000 or 40"),
        ("", "Die Datei ist leer.", "The file is empty."),
        ("Eins;Zwei;Drei\na;b;c\n", "Zu dieser Kopfzeile passt keine bekannte Tabelle.", "No table that is known fits"),
        (b"PK\x03\x04 nothing", "Die Arbeitsmappe ist beschädigt", "The workbook is damaged"),
        (EVENTS.replace("18.06.2026", "bald"), "„bald“ ist kein Datum", "“bald” is no date"),
    ],
)  # fmt: skip
def test_what_asks_something_or_cannot_be_taken_goes_to_failed_with_the_reasons_in_both_languages(
    watched, content, german, english
):
    watched.put("liste.csv", content)
    assert watched.arrive() == [("liste.csv", "failed", None)]
    assert watched.batches() == []
    assert watched.files() == ["failed/liste.csv", "failed/liste.csv.txt"]
    said = watched.said("failed/liste.csv.txt")
    assert german in said.partition("\n\n")[0]
    assert english in said.partition("\n\n")[2]
    assert "Was zu tun ist" in said
    assert "What to do" in said


def test_a_question_that_a_remembered_mapping_answers_is_no_question(watched):
    watched.put("kosten.csv", COSTS)
    watched.arrive()
    said = dict(
        zip(
            ("event_id", "title", "starts_on", "format", "status", "cost_eur"),
            COSTS.partition("\n")[0].split(";"),
            strict=True,
        )
    )
    remember(watched.store, ColumnMapping(said, table="events", decimal="comma", name="Mit Kosten"))
    (watched.folder / "failed" / "kosten.csv").rename(watched.folder / "kosten.csv")
    assert [place for _, place, _ in watched.arrive()] == ["done"]
    assert "Gelesen nach der gemerkten Zuordnung „Mit Kosten“." in watched.said("done/kosten.csv.txt")


def test_what_is_accepted_of_a_file_comes_in_and_the_reasons_for_the_rest_stand_beside_it_without_persons(watched):
    watched.put("liste.csv", HALF_GOOD)
    ((_, place, batch),) = watched.arrive()
    assert (place, batch) == ("done", watched.batches()[0])
    said = watched.said("done/liste.csv.txt")
    assert "8 Zeilen gelesen, 6 angenommen, 2 abgewiesen." in said
    assert f"Stapel {batch}" in said
    assert "liste.csv, 2 Zeilen (3, 4), Beginn: „kein Tag“ ist kein Datum" in said
    assert "Die abgewiesenen Zeilen fehlen." in said
    assert "Zweifelmann" not in said


def test_a_first_row_that_is_no_header_is_not_repeated(watched):
    watched.put("liste.csv", "Ada Zweifelmann;Bo Anders\nCy Dritt;De Viert\n")
    watched.arrive()
    assert "Zweifelmann" not in watched.said("failed/liste.csv.txt")


def test_a_mapping_is_no_table(watched):
    watched.put("spalten.yaml", "table: events\ncolumns: {title: Titel}\n")
    assert watched.arrive() == [("spalten.yaml", "failed", None)]
    assert "This is a mapping, no table." in watched.said("failed/spalten.yaml.txt")


def test_the_demo_makes_room(watched, demo_store, tmp_path):
    shutil.copytree(demo_store.folder, tmp_path / "demo")
    watched.store = watched.watch._store = Store(tmp_path / "demo")
    watched.put("a.csv", EVENTS)
    watched.arrive()
    assert [entry.is_demo for entry in watched.store.active()] == [False]


def test_two_do_not_watch_one_folder(watched):
    with pytest.raises(IntakeError) as held, watched.another():
        pass
    assert held.value.key == "watch_held"
    watched.watch.__exit__(None, None, None)
    with watched.another() as other:
        assert other.look() == []
    watched.watch.__enter__()


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(IntakeError) as missing:
        watch.Watch(Store(tmp_path / "store"), tmp_path / "nowhere", lambda *_: None)
    assert missing.value.key == "watch_no_folder"


def test_a_file_that_nobody_foresaw_keeps_no_other_waiting_and_the_log_repeats_no_cell(watched, monkeypatch, caplog):
    prepare, cell = file_import.prepare, "Ada Zweifel" + "mann"

    def fails_once(store, given, hints, **said):
        if given.sources[0].name == "a.csv":
            raise KeyError(cell)
        return prepare(store, given, hints, **said)

    monkeypatch.setattr(file_import, "prepare", fails_once)
    watched.put("a.csv", EVENTS)
    watched.put("b.csv", GUESTS)
    with caplog.at_level(logging.DEBUG):
        assert [(name, place) for name, place, _ in watched.arrive()] == [("a.csv", "failed"), ("b.csv", "done")]
    assert "KeyError" in caplog.text
    assert "Zweifelmann" not in caplog.text
    assert "nichts übernommen" in watched.said("failed/a.csv.txt")


def test_where_the_store_is_in_the_way_the_file_waits_and_is_taken_later(watched, monkeypatch):
    watched.put("a.csv", EVENTS)

    def full(*_args, **_said):
        raise StoreError("store_not_writable", folder="store")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(file_import, "prepare", full)
        with pytest.raises(StoreError):
            watched.arrive()
    assert [(name, place) for name, place, _ in watched.look()] == [("a.csv", "done")]
    assert watched.files() == ["done/a.csv"]
