"""The ledger on the page Intake: who made a change, in the page's language."""

from datetime import date

import pytest

from analytics.intake.edits import Edit, edit
from analytics.store import Store
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
