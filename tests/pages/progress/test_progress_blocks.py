"""The progress page's outlook, its blocks on effect and economy, its sheets; and the look back on the methodology."""

import pytest

from analytics.charts.progress import outlook_findings, progress_findings
from analytics.kpis import kpis_for, target_paths
from analytics.kpis.economy import SINCE_BEGINNING, economy
from analytics.kpis.indicators import CRITERIA, NEAR, near_indicators
from analytics.kpis.origins import origins
from analytics.kpis.outlook import outlook_of
from analytics.kpis.outlook_back_test import QUICK, back_test, courses, pooled
from analytics.kpis.outlook_words import outlook_sentence
from analytics.language import LANGUAGES, Language
from analytics.store import Store
from analytics.warehouse import View, current, periods_between
from pages.parts.escape_markdown import escape_markdown
from tests.pages.regions import take

GERMAN = Language("de")


def said(page):
    elements = [*page.header, *page.subheader, *page.markdown, *page.caption, *page.info]
    return "\n".join(element.value for element in elements)


def tables(page):
    """The tables' cells as text, each table in one."""
    return [" | ".join(map(str, [*table.value.columns, *table.value.to_numpy().ravel()])) for table in page.dataframe]


@pytest.fixture(params=LANGUAGES)
def language(request):
    return Language(request.param)


def test_the_demo_in_both_languages(demo_store, opened, language):
    page = opened(demo_store, "progress", lang=language.code)
    assert not page.exception
    view, text = View(current(demo_store)), said(page)
    years = periods_between(view.first_day, view.until_day, "year")
    for block in ("block_impact", "block_economy", "sheets", "near", "cluster"):
        assert language.text(f"progress.{block}") in text
    for path in (path for path in target_paths(view) if path.runs_on(view.until_day)):
        assert escape_markdown(outlook_sentence(outlook_of(view, path), language)) in text
    assert escape_markdown(language.text("progress.association_found")) in text
    assert escape_markdown(language.text("encounters.caution")) in text
    found = economy(view, years)
    found = found[found["period"] != SINCE_BEGINNING]
    assert escape_markdown(progress_findings.cost(found, language, "cost_per_enterprise", years[-1].name)) in text
    assert escape_markdown(progress_findings.funding_won(found, language)) in text
    assert escape_markdown(progress_findings.cooperation_origins(origins(view, years), language)) in text


def test_the_sheets_hold_every_indicator_and_criterion(demo_store, opened, language):
    page = opened(demo_store, "progress", lang=language.code)
    cells, text = "\n".join(tables(page)), said(page)
    for indicator in NEAR:
        name = language.text("progress.near_name", code=indicator.code)
        assert name in cells
        assert indicator.official.in_(language.code) in cells
        assert escape_markdown(indicator.counted.in_(language.code)) in text
        assert escape_markdown(indicator.differs.in_(language.code)) in text
    for criterion in CRITERIA:
        assert criterion.label.in_(language.code) in cells
        assert escape_markdown(criterion.counted.in_(language.code)) in text
    for status in ("met", "to_confirm"):
        assert language.text(f"progress.criterion_{status}") in cells
    # That no threshold is known is said once, beneath, and not in every row.
    assert language.text("progress.criterion_no_threshold") not in cells
    assert escape_markdown(language.text("progress.cluster_note")) in text


def test_years_since_the_beginning_and_sizes(demo_store, opened):
    page = opened(demo_store, "progress")
    view = View(current(demo_store))
    years = periods_between(view.first_day, view.until_day, "year")
    found = near_indicators(view, years).set_index(["code", "period"])["value"]
    table = next(table.value for table in page.dataframe if "Indikator" in table.value)
    row = table[table["Indikator"] == "RCO01-nah"].iloc[0]
    assert row["2025"] == GERMAN.number(found["RCO01", "2025"])
    assert row.iloc[-2] == GERMAN.number(found["RCO01", SINCE_BEGINNING])
    assert "seit" in table.columns[-2]
    sizes = next(table.value for table in page.dataframe if "Kleinst (< 10)" in table.value.index)
    assert sizes["2025"].astype(int).sum() == found["RCO01", "2025"]


def test_the_ministry_sees_no_small_sizes(demo_store, opened):
    page = opened(demo_store, "progress", role="ministry")
    assert not page.exception
    sizes = next(table.value for table in page.dataframe if "Kleinst (< 10)" in table.value.index)
    cells = sizes.to_numpy().ravel().tolist()
    assert "1–4" in cells
    assert not {"1", "2"} & set(cells)
    assert GERMAN.text("progress.block_economy") in said(page)


def test_another_measure_of_cost(demo_store, opened):
    page = opened(demo_store, "progress")
    next(group for group in page.button_group if group.key == "cost_by").set_value("cost_per_event").run()
    assert not page.exception
    view = View(current(demo_store))
    found = economy(view, periods_between(view.first_day, view.until_day, "year"))
    found = found[found["period"] != SINCE_BEGINNING]
    assert escape_markdown(progress_findings.cost(found, GERMAN, "cost_per_event", str(view.until_day.year))) in said(
        page
    )


def test_the_selection_above_changes_nothing(demo_store, opened):
    whole, part = (said(opened(demo_store, "progress", **query)) for query in ({}, {"kinds": ["science"]}))
    for begin in ("Von 15", "Die Kosten sind für"):
        (line,) = (line for line in whole.splitlines() if line.startswith(begin))
        assert line in part


def test_the_real_file_says_what_it_lacks(real_store, opened, language):
    page = opened(real_store, "progress", lang=language.code)
    assert not page.exception
    text = said(page)
    assert language.text("encounters.nobody") in text
    assert escape_markdown(language.text("progress.no_events")) in text
    assert escape_markdown(language.text("progress.origins_unknown", n=124)) in text
    assert language.text("progress.criterion_not_known") in "\n".join(tables(page))


def test_few_new_pairs_have_counts_and_the_reason_only(tmp_path, opened):
    store = Store(tmp_path / "store")
    take(
        store,
        tmp_path / "files",
        """
        organisations:
        organisation_id | name  | kind    | member_since
        alpha           | Alpha | company | 2022-01-01
        beta            | Beta  | science | 2022-01-01
        gamma           | Gamma | company | 2022-01-01
        delta           | Delta | science | 2022-01-01

        events:
        event_id | title | starts_on  | format   | status
        e0       | Past  | 2023-01-10 | workshop | held

        participations:
        event_id | organisation_id | status
        e0       | alpha           | attended
        e0       | beta            | attended
        e0       | gamma           | attended
        e0       | delta           | attended

        cooperations:
        cooperation_id | title | kind  | origin
        k1             | One   | pilot | event

        cooperation_stages:
        cooperation_id | stage | since
        k1             | 1     | 2023-02-01
        k1             | 3     | 2023-03-01

        cooperation_members:
        cooperation_id | organisation_id
        k1             | alpha
        k1             | beta
        """,
    )
    page = opened(store, "progress")
    assert not page.exception
    text = said(page)
    assert escape_markdown(GERMAN.text("encounters.why_few")) in text
    assert escape_markdown(GERMAN.text("progress.association_found")) not in text
    assert escape_markdown(GERMAN.text("progress.association_not_found")) not in text
    # Four members are fewer than fifteen; of the two sides there are business and science.
    cells = "\n".join(tables(page))
    assert f"✗ {GERMAN.text('progress.criterion_not_met')}" in cells
    assert f"✓ {GERMAN.text('progress.criterion_met')}" in cells
    assert escape_markdown("Kosten sind für keine Veranstaltung bekannt") in text


def test_the_methodology_shows_the_look_back(demo_store, opened, language):
    page = opened(demo_store, "methodology", lang=language.code)
    assert not page.exception
    view = View(current(demo_store))
    with_targets = {path.kpi.name for path in target_paths(view)}
    found = pooled(back_test(courses(view, [kpi for kpi in kpis_for("management") if kpi.name in with_targets]), QUICK))
    assert escape_markdown(outlook_findings.outlook_test(found, language)) in said(page)


def test_without_history_the_methodology_says_why(empty_store, opened, tmp_path):
    assert GERMAN.text("outlook.test_title") in said(opened(empty_store, "methodology"))
    store = Store(tmp_path / "store")
    take(
        store,
        tmp_path / "files",
        """
        organisations:
        organisation_id | name  | kind    | member_since
        alpha           | Alpha | company | 2025-01-01

        events:
        event_id | title | starts_on  | format   | status
        e0       | Past  | 2025-01-10 | workshop | held
        """,
    )
    page = opened(store, "methodology")
    assert not page.exception
    assert escape_markdown(GERMAN.text("errors.no_outlook_test", fewest=6)) in said(page)
