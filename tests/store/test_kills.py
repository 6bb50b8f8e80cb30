"""A process that dies at any instant loses no accepted batch and leaves a store that everybody can go on with."""

import multiprocessing
import random
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType

import duckdb
import pytest

from analytics.intake.importing import import_files
from analytics.model import TABLES
from analytics.store import Store
from analytics.warehouse import build, current
from tests.store.workload import bring_in, bring_in_together

pytestmark = pytest.mark.skipif("forkserver" not in multiprocessing.get_all_start_methods(), reason="needs forkserver")
KILLS = 25
ROWS = 3_000


@pytest.fixture(scope="module")
def processes():
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.workload"])
    return context


@pytest.fixture(autouse=True)
def _no_page_as_main(monkeypatch):
    """A new process runs the main module anew, and tests of pages leave theirs there."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


def files(folder, number):
    """Organisations and events of one's own, and guests of both."""
    own = folder / f"files{number}"
    own.mkdir()
    organisations = "".join(f"o{number}-{row},Stahl {row},company\n" for row in range(ROWS // 10))
    (own / "organisations.csv").write_text(f"organisation_id,name,kind\n{organisations}")
    (own / "events.csv").write_text(
        f"event_id,title,starts_on,format,status\ne{number},Empfang,2024-06-13,reception,held\n"
    )
    guests = "".join(f"e{number},o{number}-{row % (ROWS // 10)},p{row},attended\n" for row in range(ROWS))
    (own / "participations.csv").write_text(f"event_id,organisation_id,person_id,status\n{guests}")
    return [str(own)]


def heard(connection: Connection):
    """What a process had said before it died."""
    said = []
    try:
        while connection.poll():
            said.append(connection.recv())
    except (EOFError, OSError):
        pass
    return said


def check_whole(store):
    """Every listed batch is complete, and the pointer, where there is one, names a snapshot that can be read."""
    for entry in store.ledger():
        for table, rows in entry.tables.items():
            file = store.batches / entry.batch / f"{table}.parquet"
            assert duckdb.execute("select count(*) from read_parquet(?)", [str(file)]).fetchone() == (rows,)
    if (store.folder / "current").exists():
        snapshot = current(store)
        with duckdb.connect(str(snapshot.path), read_only=True) as connection:
            (entries,) = connection.execute("select count(*) from base.ledger").fetchone()
            assert connection.execute("select count(*) from base.participations").fetchone() == (entries * ROWS,)


def test_killed_at_random_instants(tmp_path, processes):
    store = Store(tmp_path / "store")
    chance = random.Random(7)
    lasts, accepted = 1.0, set()
    for number in range(-1, KILLS):
        ours, theirs = processes.Pipe(duplex=False)
        process = processes.Process(target=bring_in, args=(str(store.folder), files(tmp_path, number + 1), theirs))
        process.start()
        theirs.close()
        assert ours.recv() == "ready"
        started = time.monotonic()
        if number < 0:  # once in peace, to know how long it takes
            process.join(60)
            lasts = min(time.monotonic() - started, 2.0)  # on a busy machine later instants are left out
        else:
            time.sleep(chance.uniform(0, 1.1 * lasts))
            process.kill()
            process.join(60)
        accepted |= {word for word in heard(ours)[:1] if word}
        assert accepted <= {entry.batch for entry in store.ledger()}
        check_whole(store)
    before = len(store.ledger())
    assert before < KILLS + 1, "no process was killed before its batch was written"
    assert import_files(store, [tmp_path / "files0"]).batch is None  # what came in once is still there
    report = import_files(store, [Path(file) for file in files(tmp_path, KILLS + 1)])
    assert report.rejections == []
    build(store)
    check_whole(store)
    assert len(store.ledger()) == before + 1
    assert list(store.snapshots.glob("*.duckdb"))


def test_two_imports_at_the_same_time_both_land(tmp_path, processes):
    store = Store(tmp_path / "store")
    barrier = processes.Barrier(2)
    running = []
    for number in range(2):
        ours, theirs = processes.Pipe(duplex=False)
        process = processes.Process(
            target=bring_in_together, args=(str(store.folder), files(tmp_path, number), barrier, theirs)
        )
        process.start()
        running.append((process, ours))
    for process, _ in running:
        process.join(60)
        assert process.exitcode == 0
    said = [heard(connection) for _, connection in running]
    assert {batch for _, batch, _ in said} == {entry.batch for entry in store.ledger()}
    assert [entry.batch[:6] for entry in store.ledger()] == ["000001", "000002"]
    check_whole(store)
    with duckdb.connect(str(current(store).path), read_only=True) as connection:
        assert connection.execute("select count(*) from base.participations").fetchone() == (2 * ROWS,)


def test_two_imports_of_the_same_row_leave_one(tmp_path, processes):
    store = Store(tmp_path / "store")
    barrier = processes.Barrier(2)
    names = ("Stahl", "Eisen")
    running = []
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "organisations.csv").write_text(f"organisation_id,name,kind\no1,{name},company\n")
        ours, theirs = processes.Pipe(duplex=False)
        process = processes.Process(
            target=bring_in_together, args=(str(store.folder), [str(tmp_path / name)], barrier, theirs)
        )
        process.start()
        running.append((process, ours))
    for process, _ in running:
        process.join(60)
        assert process.exitcode == 0
    assert len(store.ledger()) == 2
    with duckdb.connect(str(current(store).path), read_only=True) as connection:
        ((name,),) = connection.execute("select name from base.organisations").fetchall()
    last = duckdb.execute("select name from read_parquet(?)", [str(store.tables()["organisations"][-1])]).fetchall()
    assert [(name,)] == last
    assert set(TABLES) >= set(store.ledger()[0].tables)
