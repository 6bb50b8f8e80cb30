"""Reports of the demo region, each made once for all tests that read it."""

import os
import shutil
from datetime import datetime
from functools import cache

import pytest
from choreographer.errors import ChromeNotFoundError

from analytics.language import Language
from analytics.reports.progress import Content, Watch, pictures, progress_report
from analytics.reports.progress.document import as_docx, as_markdown
from analytics.reports.progress.pdf import as_pdf
from analytics.reports.progress.slides import as_pptx
from analytics.reports.progress.workbook import as_workbook
from analytics.warehouse import Period, View, current

MOMENT = datetime(2026, 7, 1, 9, 30)
WRITERS = {"pdf": as_pdf, "pptx": as_pptx, "xlsx": as_workbook, "docx": as_docx, "md": as_markdown}
PERIOD = Period.spanning(Period.parse("2025-Q1"), Period.parse("2025-Q4"))


LITTLE = """
organisations:
organisation_id | name  | kind
alpha           | Alpha | company

events:
event_id | title | starts_on  | format   | status
one      | One   | 2025-02-01 | workshop | held

participations:
event_id | organisation_id | status
one      | alpha           | attended
"""
"""One guest at one event, and nothing else."""


@pytest.fixture(scope="session")
def chromium():
    """The browser that draws the charts; skips where there is none, but for CI, which must not."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed, and CI must not skip the charts")
        pytest.skip("Chromium is not installed")
    return found


class _NoBrowser:
    """Kaleido on a machine without a browser."""

    def __init__(self, *_, **__):
        raise ChromeNotFoundError


@pytest.fixture(scope="session")
def without_browser():
    """Makes reports without charts: quick, and with more in them that could be read."""

    def make(view, kind, code="de", **options):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(pictures, "Kaleido", _NoBrowser)
            return progress_report(
                view, kind, language=Language(code), **({"moment": MOMENT, "period": PERIOD} | options)
            )

    return make


@pytest.fixture(scope="session")
def content(demo_store):
    """What the demo's report says, by audience and language."""

    @cache
    def told(audience, code="de"):
        view = View(current(demo_store), audience)
        return Content.of(view, PERIOD, Language(code), MOMENT, None, Watch())

    return told


@pytest.fixture(scope="session")
def made(content):
    """The demo's report by audience, format and language, without charts."""

    @cache
    def report(audience, kind, code="de"):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(pictures, "Kaleido", _NoBrowser)
            return WRITERS[kind](content(audience, code), Watch())

    return report
