"""Reports of the demo region, each made once for all tests that read it."""

import os
import re
import shutil
from datetime import datetime
from io import BytesIO

import pytest
from choreographer.errors import ChromeNotFoundError
from pypdf import PdfReader

from analytics.language import Language
from analytics.reports.progress import pictures, progress_report
from analytics.warehouse import Period, View, current

MOMENT = datetime(2026, 7, 1, 9, 30)
PERIOD = Period.spanning(Period.parse("2025-Q1"), Period.parse("2025-Q4"))


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
def made(demo_store, without_browser):
    """The demo's report by audience, format and language."""
    kept = {}

    def report(audience, kind, code="de"):
        if (audience, kind, code) not in kept:
            kept[audience, kind, code] = without_browser(View(current(demo_store), audience), kind, code)
        return kept[audience, kind, code]

    return report


@pytest.fixture(scope="session")
def words():
    """All text of a PDF: on its pages, in its outline, its properties and its tags."""

    def read(pdf):
        reader = PdfReader(BytesIO(pdf))
        pages = [page.extract_text() for page in reader.pages]
        return "\n".join([*pages, *_strings(reader)])

    return read


@pytest.fixture(scope="session")
def squeezed():
    """Text without spaces, line breaks and hyphens, so that a name is found however it was broken."""
    return lambda text: re.sub(r"[\s\-\u00ad\u2010\u2011]+", "", text)


def _strings(reader):
    """Every string of the file's objects: titles, alternatives, properties."""
    found = []

    def walk(thing):
        if isinstance(thing, str) and not thing.startswith("/"):
            found.append(str(thing))
        elif isinstance(thing, dict):
            for value in thing.values():
                walk(value)
        elif isinstance(thing, list):
            for value in thing:
                walk(value)

    for number in range(1, len(reader.xref[0]) + 2 if 0 in reader.xref else 1):
        walk(reader.get_object(number))
    return found
