"""The ledger on the page Intake: who made a change, in the page's language."""

from datetime import date

import pytest

from analytics.intake.edits import Edit, edit
from analytics.store import Store
from pages.access import visitor
from pages.parts.escape_markdown import escape_markdown

TARGET = {"kpi": "events_held", "source": "notice", "due_on": date(2025, 12, 31), "target": 20}


@pytest.mark.parametrize(
    ("who", "lang", "shown"),
    [
        ("dashboard (management)", "de", "Dashboard (Netzwerkmanagement)"),
        ("dashboard (management)", "en", "Dashboard (Network management)"),
        ("dashboard", "de", "Dashboard"),
        ("door", "de", "Einlass"),
        ("feedback", "de", "Rückmeldung"),
        ("demo", "de", "Demo"),
        ("anna", "de", "anna"),
        ("dashboard (nobody)", "de", "dashboard (nobody)"),
    ],
)
def test_who_made_a_change_stands_in_the_pages_language(tmp_path, opened, who, lang, shown):
    store = Store(tmp_path)
    batch = edit(store, [Edit("targets", [TARGET])], title="Ziel", who=who).batch
    page = opened(store, "intake", lang=lang)
    entry = next(said.value for said in page.markdown if escape_markdown(batch) in said.value)
    assert escape_markdown(f" · {shown} · {batch}") in entry


def texts_of(page):
    return " ".join(said.value for said in [*page.markdown, *page.info])


def test_an_undo_says_what_stays_and_erasing_asks_first(tmp_path, opened):
    store = Store(tmp_path)
    batch = edit(store, [Edit("targets", [TARGET])], title="Zielwerte 2025", who="dashboard").batch
    page = opened(store, "intake")
    page.button(key=f"undo_{batch}").click().run()
    assert escape_markdown("liegt weiter auf der Platte") in texts_of(page)
    assert page.button(key=f"erase_{batch}").disabled
    page.checkbox(key=f"erase_sure_{batch}").check().run()
    page.button(key=f"erase_{batch}").click().run()
    assert "Zielwerte" not in texts_of(page)
    assert escape_markdown("Endgültig gelöscht") in texts_of(page)
    assert not page.exception
    assert [file.name for file in (store.batches / batch).iterdir()] == ["entry.json"]
    assert [button.key for button in page.button if button.key and button.key.startswith(("undo_", "erase_"))] == []


def test_whoever_is_not_the_management_cannot_erase(tmp_path, opened, monkeypatch):
    store = Store(tmp_path)
    batch = edit(store, [Edit("targets", [TARGET])], title="Ziel", who="dashboard").batch
    page = opened(store, "intake")
    page.checkbox(key=f"erase_sure_{batch}").check().run()
    monkeypatch.setattr(visitor, "current_user", lambda: visitor.Access("ministry", "signed_in"))
    page.button(key=f"erase_{batch}").click().run()
    assert len(store.active()) == 1
