"""A period within which the data ends is marked in every chart over time, and said until when it is counted.

organisations:
organisation_id | name  | kind
a               | Alpha | company
b               | Beta  | science

events:
event_id | title | starts_on  | format   | status
one      | One   | 2024-02-01 | workshop | held
two      | Two   | 2024-05-15 | workshop | held

participations:
event_id | organisation_id | status
one      | a               | attended
one      | b               | attended
two      | a               | attended
"""

import json
from datetime import datetime

import pytest

from analytics.language import Language
from analytics.reports.progress import Content, Watch
from analytics.reports.progress.content import Figure
from analytics.store import Store
from analytics.warehouse import Period, View, current
from pages.parts.escape_markdown import escape_markdown
from tests.tables import store_from

SAID = {
    "de": "2. Quartal 2024 ist noch nicht vollständig: gezählt ist bis 15.05.2024.",
    "en": "Quarter 2, 2024 is not complete yet: counted until 15 May 2024.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Store:
    return store_from(__doc__, tmp_path_factory.mktemp("incomplete"))


def grounds(page):
    """Where charts of the page have the ground of an incomplete period: by chart, from where to where."""
    found = [json.loads(element.proto.spec)["layout"].get("shapes", []) for element in page.get("plotly_chart")]
    return [[(shape["x0"], shape["x1"]) for shape in shapes if shape.get("name") == "incomplete"] for shapes in found]


@pytest.mark.parametrize("lang", SAID)
def test_the_page_says_so_under_each_chart_over_time(store, opened, lang):
    page = opened(store, "growth", lang=lang)
    told = [caption.value for caption in page.caption].count(escape_markdown(SAID[lang]))
    marked = [ground for ground in grounds(page) if ground]
    # Three charts over quarters; the network's growth stands over days, so that its last point is at its own day.
    assert marked == [[(0.5, 1.5)]] * 3
    assert told == 4


def test_a_period_that_is_over_is_not_marked(store, opened):
    page = opened(store, "growth", **{"from": "2024-Q1", "until": "2024-Q1"})
    assert not any(grounds(page))
    assert not any("nicht vollständig" in caption.value for caption in page.caption)


def test_the_report_says_so_beside_the_figure(store):
    period = Period.spanning(Period.parse("2024-Q1"), Period.parse("2024-Q2"))
    content = Content.of(View(current(store)), period, Language("de"), datetime(2024, 6, 1), None, Watch())
    growth = next(section for section in content.sections if section.name == "growth")
    notes = {part.name: part.note for part in growth.parts if isinstance(part, Figure)}
    assert notes["arrivals"] == SAID["de"]
    assert notes["kinds_over_time"] == "2024 ist noch nicht vollständig: gezählt ist bis 15.05.2024."
