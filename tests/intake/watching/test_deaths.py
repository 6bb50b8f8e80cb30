"""A process that dies at whatever step of a watched folder's import leaves a file that comes in once, and whole."""

import pytest

from analytics.intake.watching import file_import, watch
from analytics.intake.watching.folder import WatchedFolder
from analytics.warehouse import View, current
from tests.intake.watching import conftest
from tests.intake.watching.conftest import EVENTS


class Died(BaseException):
    """What no program catches."""


def dies_before(monkeypatch, owner, name):
    def die(*_args, **_said):
        raise Died

    monkeypatch.setattr(owner, name, die)


def dies_after(monkeypatch, owner, name):
    does = getattr(owner, name)

    def do_and_die(*args, **said):
        does(*args, **said)
        raise Died

    monkeypatch.setattr(owner, name, do_and_die)


def assert_it_dies(watched):
    with pytest.raises(Died):
        watched.look(after=watch.SETTLED_AFTER)


STEPS = {
    "the claim": (WatchedFolder, "claim"),
    "the check": (file_import, "prepare"),
    "the batch": (file_import, "_decided"),
    "the move": (WatchedFolder, "put"),
    "the snapshot": (conftest, "build"),
}


@pytest.mark.parametrize("when", [dies_before, dies_after])
@pytest.mark.parametrize("step", STEPS)
def test_the_next_watch_ends_what_was_begun(watched, monkeypatch, step, when):
    watched.put("a.csv", EVENTS)
    watched.look()
    with monkeypatch.context() as meanwhile:
        when(meanwhile, *STEPS[step])
        assert_it_dies(watched)
    watched.watch.__exit__(None, None, None)
    watched.watch = watched.another()
    watched.watch.__enter__()
    watched.arrive()
    assert len(watched.batches()) == 1
    assert [name for name in watched.files() if name.endswith(".csv")] == ["done/a.csv"]
    if step not in ("the move", "the snapshot"):  # else it is built when the next program starts
        assert [entry.batch for entry in View(current(watched.store)).ledger] == watched.batches()


@pytest.mark.parametrize("erase", [False, True])
def test_what_was_taken_back_before_the_file_was_moved_does_not_come_back(watched, monkeypatch, erase):
    watched.put("a.csv", EVENTS)
    watched.look()
    with monkeypatch.context() as meanwhile:
        dies_before(meanwhile, WatchedFolder, "put")
        assert_it_dies(watched)
    (batch,) = watched.batches()
    if erase:
        watched.store.erase(batch)
        for entry in watched.store.to_clear():
            watched.store.clear(entry)
    else:
        watched.store.undo(batch)
    ((_, place, _),) = watched.arrive()
    assert place == ("failed" if erase else "done")
    assert watched.store.active() == []


def test_of_a_move_that_was_not_ended_the_answer_and_the_reserved_name_overwrite_nothing(watched, monkeypatch):
    watched.put("a.csv", "")
    watched.look()
    with monkeypatch.context() as meanwhile:
        dies_before(meanwhile, type(watched.folder), "replace")
        assert_it_dies(watched)
    ((_, place, _),) = watched.arrive()
    assert place == "failed"
    assert "failed/a (2).csv.txt" in watched.files()
