"""What files do that are brought in on the page while the demo is there."""

from types import SimpleNamespace

import pytest

from analytics.intake.demo import load_demo
from analytics.store import Store
from pages.intake import upload
from pages.intake.asked import Answers

CHECKIN = b"Order code,Checked in,Checked out,Company\nA3B7C,18.06.2026 18:01,,Kessel Optik GmbH\n"
ORGANISATIONS = b"Organisations-ID;Name;Art\nO1;Kessel Optik GmbH;Unternehmen\n"


@pytest.fixture
def brought(tmp_path, monkeypatch):
    """Brings a file in; the report, and whether the demo is there afterwards."""
    monkeypatch.setattr(upload, "require", lambda role: None)
    monkeypatch.setattr(upload, "writer", lambda: "anna")
    store = Store(tmp_path / "store")
    load_demo(store)

    def bring(content, **said):
        file = SimpleNamespace(name="file.csv", getbuffer=lambda: content)
        report = upload._import(store, [file], False, Answers(**said), replace_demo=True)
        return report, any(entry.is_demo for entry in store.active())

    return bring


def test_the_demo_goes_where_something_takes_its_place(brought):
    report, is_there = brought(ORGANISATIONS)
    assert (report.rows.accepted, is_there) == (1, False)


def test_the_demo_stays_where_the_files_refer_to_it(brought):
    report, is_there = brought(CHECKIN, event="V68")
    assert (report.batch, is_there) == (None, True)
    assert report.rejections
