"""The papers of the demo's evenings, each made once."""

from datetime import datetime
from functools import cache

import pytest

from analytics.language import Language
from analytics.reports.evening import evening_summary, introductions_sheet
from analytics.warehouse import View, current

MOMENT = datetime(2026, 7, 1, 9, 30)
PLANNED, HELD = "V68", "V57"


@pytest.fixture(scope="session")
def sheet(demo_store):
    """The sheet of introductions by format and language."""

    @cache
    def made(kind, code="de", moment=MOMENT):
        view = View(current(demo_store))
        return introductions_sheet(view, PLANNED, kind, language=Language(code), moment=moment)

    return made


@pytest.fixture(scope="session")
def summary(demo_store):
    """The summary by audience, format, language and event."""

    @cache
    def made(audience, kind, code="de", event=HELD, moment=MOMENT):
        view = View(current(demo_store), audience)
        return evening_summary(view, event, kind, language=Language(code), moment=moment)

    return made
