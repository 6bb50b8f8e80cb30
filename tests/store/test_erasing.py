"""Erasing a batch for good: nothing of it is left on the disk but its entry, whenever the process dies."""

import json
import random
import time

import pytest

from analytics.commands.run import run
from analytics.errors import StoreError
from analytics.intake.importing import import_files
from analytics.intake.rejected_rows import rejected_rows
from analytics.network.picture.positions import positions
from analytics.store import Store, active_entries
from analytics.warehouse import View, build, current
from analytics.warehouse.drafts import Drafts
from tests.store import test_kills
from tests.store.workload import erase

processes, _no_page_as_main = test_kills.processes, test_kills._no_page_as_main
KILLS = 12
HEADER = "organisation_id,name,kind\n"


def bring_in(store, folder, name, rows=""):
    (folder / f"{name}.csv").write_text(f"{HEADER}{name},Werk {name},company\n{rows}")
    report = import_files(store, [folder / f"{name}.csv"], who="anna")
    build(store)
    return report.batch


def files_with(store, text):
    """The files of the store in whose bytes or rows ``text`` stands."""
    found = []
    for file in sorted(path for path in store.folder.rglob("*") if path.is_file()):
        content = file.read_bytes()
        if file.suffix == ".parquet":
            content += repr(test_kills.duckdb.execute("from read_parquet(?)", [str(file)]).fetchall()).encode()
        if text.encode() in content:
            found.append(file.relative_to(store.folder))
    return found


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


def test_nothing_is_left_but_the_entry(store, tmp_path):
    first = bring_in(store, tmp_path, "eisenwerk", "eisen2,,company\n")
    second = bring_in(store, tmp_path, "stahlwerk")
    positions(View(current(store)))
    assert len(files_with(store, "eisenwerk")) > 3
    store.erase(first, "bert")
    snapshot = build(store)
    assert files_with(store, "eisenwerk") == []
    assert files_with(store, "eisen2") == []
    assert [file.name for file in (store.batches / first).iterdir()] == ["entry.json"]
    assert [path.stem for path in store.snapshots.glob("*.duckdb")] == [snapshot.name]
    erased, standing, erasure = store.ledger()
    assert (erased.who, erased.rows.accepted, erased.rows.rejected, erased.tables) == (
        "anna",
        1,
        1,
        {"organisations": 1},
    )
    assert erased.sources == ()
    assert (erasure.kind, erasure.undoes, erasure.who) == ("erase", first, "bert")
    assert active_entries(store.ledger()) == [standing]
    assert standing.batch == second
    assert rejected_rows(store, first).num_rows == 0
    assert files_with(store, "stahlwerk")


def test_a_batch_that_is_undone_can_be_erased_and_never_comes_back(store, tmp_path):
    batch = bring_in(store, tmp_path, "eisenwerk")
    undo = store.undo(batch)
    redo = store.undo(undo.batch)
    store.undo(redo.batch)
    store.erase(batch)
    build(store)
    assert files_with(store, "eisenwerk") == []
    assert store.active() == []
    for entry in store.ledger():
        with pytest.raises(StoreError, match="erased and cannot be brought back"):
            store.undo(entry.batch)


def test_what_cannot_be_erased(store, tmp_path):
    batch = bring_in(store, tmp_path, "eisenwerk")
    undo = store.undo(batch)
    with pytest.raises(StoreError, match="no batch 000009"):
        store.erase("000009-abcdef")
    with pytest.raises(StoreError, match="no content itself"):
        store.erase(undo.batch)
    store.erase(batch)
    with pytest.raises(StoreError, match="erased"):
        store.erase(batch)


def test_the_same_file_can_come_in_again(store, tmp_path):
    batch = bring_in(store, tmp_path, "eisenwerk")
    store.erase(batch)
    build(store)
    again = bring_in(store, tmp_path, "eisenwerk")
    assert again is not None
    assert [entry.batch for entry in store.active()] == [again]


def test_a_build_that_began_before_publishes_nothing_of_it(store, tmp_path, monkeypatch):
    batch = bring_in(store, tmp_path, "eisenwerk")
    bring_in(store, tmp_path, "stahlwerk")
    for path in store.snapshots.glob("*.duckdb"):
        path.unlink()
    entries, taken = store.active(), []

    def active():
        """What the build reads first was read before the batch was erased."""
        if not taken:
            taken.append(store.erase(batch))
            return entries
        return active_entries(store.ledger())

    monkeypatch.setattr(store, "active", active)
    build(store)
    assert files_with(store, "eisenwerk") == []


@pytest.mark.skipif("forkserver" not in test_kills.multiprocessing.get_all_start_methods(), reason="needs forkserver")
def test_killed_at_random_instants_it_is_as_before_or_erased_with_the_next_build(store, tmp_path, processes):
    chance, lasts, interrupted = random.Random(11), 1.0, 0
    for number in range(-1, KILLS):
        name = f"eisenwerk{number + 1}"
        batch = bring_in(store, tmp_path, name)
        ours, theirs = processes.Pipe(duplex=False)
        process = processes.Process(target=erase, args=(str(store.folder), batch, theirs))
        process.start()
        theirs.close()
        assert ours.recv() == "ready"
        started = time.monotonic()
        if number < 0:  # once in peace, to know how long it takes
            process.join(60)
            lasts = min(time.monotonic() - started, 2.0)
        else:
            time.sleep(chance.random() ** 3 * 1.1 * lasts)
            process.kill()
            process.join(60)
        is_erased = any(entry.undoes == batch for entry in store.ledger())
        interrupted += bool(store.to_clear())
        assert current(store).path.exists()
        assert is_erased or batch in {entry.batch for entry in store.active()}
        build(store)
        assert bool(files_with(store, name)) is not is_erased
    assert interrupted, "no process was killed while it erased"


def test_the_commands_say_what_stays_and_what_is_gone(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("NETWORK_STORE", str(tmp_path / "store"))
    store = Store()
    batch = bring_in(store, tmp_path, "eisenwerk")

    def said(*arguments, code=0):
        assert run(["--language", "en", *arguments]) == code
        return "".join(capsys.readouterr())

    assert f"“undo {batch} --erase” erases it for good" in said("undo", batch)
    assert "eisenwerk" in said("ledger")
    assert f"The content of batch {batch} is erased" in said("undo", batch, "--erase")
    assert files_with(store, "eisenwerk") == []
    assert "eisenwerk" not in said("ledger")
    listed = json.loads(said("ledger", "--json"))
    assert [(entry["kind"], entry["active"], entry["erased"]) for entry in listed] == [
        ("import", False, True),
        ("undo", True, False),
        ("erase", True, False),
    ]
    assert "cannot be brought back" in said("undo", batch, code=1)
    assert "cannot be brought back" in said("undo", batch, "--erase", code=1)


def test_an_import_whose_store_is_erased_under_it_says_so_and_leaves_nothing(store, tmp_path, monkeypatch):
    bring_in(store, tmp_path, "eisenwerk")
    (file,) = store.batches.glob("*/organisations.parquet")
    before = [entry.batch for entry in store.ledger()]
    prepare = Drafts._prepare

    def erased_meanwhile(drafts):
        prepare(drafts)
        file.unlink()

    monkeypatch.setattr(Drafts, "_prepare", erased_meanwhile)
    with pytest.raises(StoreError, match="changed meanwhile"):
        bring_in(store, tmp_path, "stahlwerk")
    assert [entry.batch for entry in store.ledger()] == before
