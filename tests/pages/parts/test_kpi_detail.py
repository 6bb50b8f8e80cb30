"""A KPI opened: its meaning, its course, its parts, and the rows behind it."""

import pytest

from analytics.kpis import CATALOGUE
from analytics.language import LANGUAGES, Language
from pages.parts.escape_markdown import escape_markdown


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_kpi_opens_and_says_what_it_means(demo_store, opened, name):
    kpi = CATALOGUE[name]
    page = opened(demo_store, lang="en")
    page.button(f"about_{name}").click().run()
    assert not page.exception
    assert not page.error
    said = [element.value for element in page.markdown]
    assert escape_markdown(kpi.definition.en) in said
    assert any(escape_markdown(kpi.counting.en) in text for text in said)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_rows_behind_it_are_counted_and_shown(demo_store, opened, code):
    page = opened(demo_store, lang=code, **{"from": "2024-Q1", "until": "2024-Q1"})
    reached = int(page.metric[0].value)
    page.button("about_organisations_reached").click().run()
    assert Language(code).text("kpis.rows", n=reached) in [expander.label for expander in page.expander]
    assert reached in [len(table.value) for table in page.dataframe]


def test_it_is_narrowed_by_the_scope(demo_store, opened):
    page = opened(demo_store, kinds="science")
    reached = int(page.metric[0].value)
    page.button("about_organisations_reached").click().run()
    tables = [table.value for table in page.dataframe]
    rows = next(table for table in tables if "Organisation" in table.columns)
    assert len(rows) == reached
    assert set(rows["Art"]) == {"Wissenschaft"}
