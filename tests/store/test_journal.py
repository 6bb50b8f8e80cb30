"""Journals: nothing appended is lost, nothing counts twice, whatever dies in between."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from analytics.errors import StoreError
from analytics.store import Journal, Store

ROOT = Path(__file__).parents[2]


@pytest.fixture
def journal(tmp_path):
    return Journal(Store(tmp_path), "door", "V68")


def test_lines_come_back_in_their_order(journal):
    assert (journal.lines(), journal.version()) == ([], 0)
    journal.append([{"op": "a", "name": "Müller\nGmbH"}, {"op": "b"}])
    before = journal.version()
    journal.append([{"op": "c"}])
    assert journal.lines() == [{"op": "a", "name": "Müller\nGmbH"}, {"op": "b"}, {"op": "c"}]
    assert journal.version() > before > 0


def test_what_is_sent_twice_counts_once(journal):
    assert journal.append([{"op": "a"}, {"op": "a"}], key="op") == [{"op": "a"}]
    assert journal.append([{"op": "a"}, {"op": "b"}], key="op") == [{"op": "b"}]
    assert journal.lines() == [{"op": "a"}, {"op": "b"}]


def test_a_line_torn_by_a_crash_is_no_line_and_spoils_none(journal):
    journal.append([{"op": "a"}])
    with journal.path.open("ab") as file:
        file.write(b'{"op": "b", "na')
    assert journal.lines() == [{"op": "a"}]
    journal.append([{"op": "c"}])
    assert journal.lines() == [{"op": "a"}, {"op": "c"}]


def test_a_journal_that_is_none_says_so(journal):
    journal.append([{"op": "a"}])
    journal.path.write_bytes(b"not json\n")
    with pytest.raises(StoreError):
        journal.lines()


def test_many_threads_lose_nothing_and_double_nothing(journal):
    def send(sender):
        for number in range(20):
            journal.append([{"op": number % 10 if sender % 2 else f"{sender}-{number}"}], key="op")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(send, range(8)))
    ops = [line["op"] for line in journal.lines()]
    assert len(ops) == len(set(ops)) == 4 * 20 + 10


def test_processes_share_a_journal(journal, tmp_path):
    script = (
        "import sys; from pathlib import Path; from analytics.store import Journal, Store\n"
        "journal = Journal(Store(Path(sys.argv[1])), 'door', 'V68')\n"
        "for number in range(25): journal.append([{'op': f'{sys.argv[2]}-{number}'}], key='op')\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path), str(number)], cwd=ROOT) for number in range(3)
    ]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    assert len({line["op"] for line in journal.lines()}) == 75


def test_what_is_replaced_is_gone_from_the_disk(journal):
    journal.append([{"word": "secret"}, {"word": "kept"}])
    journal.replace([{"word": "kept"}])
    assert journal.lines() == [{"word": "kept"}]
    assert all(b"secret" not in file.read_bytes() for file in journal.path.parent.iterdir())


def test_two_subjects_and_two_kinds_are_apart(tmp_path):
    store = Store(tmp_path)
    Journal(store, "door", "V68").append([{"op": "a"}])
    assert Journal(store, "door", "../V68").lines() == Journal(store, "feedback", "V68").lines() == []
    assert Journal(store, "door", "../V68").path.parent == store.folder / "journals"
