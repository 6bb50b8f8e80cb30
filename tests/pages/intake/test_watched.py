"""The server watches the folder that ``NETWORK_WATCH`` names, and goes on whatever was in the way."""

import logging
import time
from functools import partial

import pytest

from analytics.intake.watching import Watch
from analytics.store import Store
from analytics.warehouse import build
from pages.intake import watched
from tests.intake.watching.conftest import EVENTS


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("NETWORK_WATCH", str(tmp_path / "put-here"))
    monkeypatch.setattr(watched, "Watch", partial(Watch, settled_after=0.05))
    monkeypatch.setattr(watched, "EVERY", 0.02)
    return tmp_path / "put-here"


def wait_for(condition):
    until = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_without_the_setting_nothing_is_watched(monkeypatch, tmp_path):
    monkeypatch.delenv("NETWORK_WATCH", raising=False)
    assert watched.watched_folder() is None


def test_a_file_is_taken_while_the_server_runs_and_a_folder_that_comes_late_is_watched_all_the_same(
    folder, tmp_path, caplog
):
    store = Store(tmp_path / "store")
    with caplog.at_level(logging.INFO, "pages"), watched.watching(store):
        wait_for(lambda: "There is no folder" in caplog.text)
        folder.mkdir()
        (folder / "Ada Zweifelmann.csv").write_text(EVENTS)
        wait_for(lambda: (folder / "done" / "Ada Zweifelmann.csv").exists() and (store.folder / "current").exists())
        wait_for(lambda: "done, batch" in caplog.text)
    assert caplog.text.count("There is no folder") == 1
    assert "Zweifelmann" not in caplog.text
    assert [entry.who for entry in store.ledger()] == ["watch"]


def test_when_it_ends_another_may_watch(folder, tmp_path):
    folder.mkdir()
    with watched.watching(Store(tmp_path / "store")):
        wait_for((folder / ".watch.lock").exists)

    def is_free():
        try:
            with Watch(Store(tmp_path / "store"), folder, build):
                return True
        except watched.DashboardError:
            return False

    wait_for(is_free)
