"""One file in, one number on a page."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.intake.importing import import_files
from analytics.store import Store
from analytics.warehouse import build

ORGANISATIONS = "Organisations-ID;Name;Art\no1;Müller GmbH;Unternehmen\no2;Hochschule Nord;Wissenschaft\n"
EVENTS = "event_id,title,starts_on,format,status\ne1,Empfang,13.06.2024,reception,held\n"
PARTICIPATIONS = "event_id,organisation_id,status\ne1,o1,attended\ne1,o1,attended\ne1,o2,no_show\n"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in (("organisationen", ORGANISATIONS), ("events", EVENTS), ("teilnahmen", PARTICIPATIONS)):
        (folder / f"{name}.csv").write_text(text, "utf-8")
    monkeypatch.setenv("NETWORK_STORE", str(tmp_path / "store"))
    store = Store()
    import_files(store, [folder])
    build(store)
    return store


def test_an_imported_file_becomes_a_number_on_the_overview(store: Store):
    page = AppTest.from_file("../../pages/frame.py", default_timeout=30).run()
    assert not page.exception
    reached = next(metric for metric in page.metric if metric.label == "Erreichte Organisationen")
    assert reached.value == "1"
