"""What a report says, before any format lays it out."""

from datetime import date

import pytest

from analytics.kpis.achievement import achievements
from analytics.language import Language
from analytics.reports.progress import Content, Watch
from analytics.reports.progress.content import Bullets, Figure, Paragraph, Table
from analytics.warehouse import Period, View, current
from tests.reports.progress.conftest import MOMENT

EARLY = Period.spanning(Period.parse("2007-Q2"), Period.parse("2008-Q1"))


@pytest.fixture(scope="module")
def on_real(real_store):
    def content(audience):
        return Content.of(View(current(real_store), audience), EARLY, Language("de"), MOMENT, None, Watch())

    return content


def _section(sections, name):
    return next(section for section in sections if section.name == name)


def _parts(sections, name, kind):
    return [part for part in _section(sections, name).parts if isinstance(part, kind)]


def test_where_less_is_better_a_targets_zones_lie_above_its_path(content):
    found = _parts(content("management").sections, "targets", Figure)
    figure = next(exhibit for exhibit in found if exhibit.title.startswith("No-Show")).draw()
    behind = next(trace for trace in figure.data if trace.name == "Im Rückstand")
    assert set(behind.y) == {figure.layout.yaxis.range[1]}


def test_what_is_done_of_what_is_due_is_told_in_whole_percent(content, demo_store):
    table = _parts(content("management").sections, "targets", Table)[0]
    place = table.headings.index("Ist zu Soll")
    told = {row[0]: row[place] for row in table.rows}
    found = achievements(View(current(demo_store)), date(2025, 12, 31))
    advised = next(one for one in found if one.path.kpi.name == "enterprises_advised")
    assert (
        told["Beratene Unternehmen (RCO04-nah) – Demo-Zuwendungsbescheid"] == f"{100 * advised.against_due:.0f}\u00a0%"
    )


def test_the_draft_tells_apart_two_targets_of_one_kpi(content):
    for name in ("planned", "ahead"):
        items = _parts(content("management").draft, name, Bullets)[0].items
        heads = [item.split(":")[0] for item in items if item.startswith("Aktive Kooperationen")]
        assert heads == ["Aktive Kooperationen – Demo-Lenkungskreis", "Aktive Kooperationen – Demo-Zuwendungsbescheid"]


def test_the_draft_repeats_what_the_charts_found(content):
    made = content("ministry")
    for name in ("effect", "economy"):
        titles = [exhibit.title.rstrip(".") for exhibit in _parts(made.sections, name, Figure)]
        assert [item.rstrip(".") for item in _parts(made.draft, name, Bullets)[0].items] == titles
        assert titles


def test_kpis_without_data_are_named_in_a_sentence(on_real):
    made = on_real("management")
    table = _parts(made.sections, "summary", Table)[0]
    assert "Aktive Kooperationen" in [row[0] for row in table.rows]
    assert "Erreichte Organisationen" not in [row[0] for row in table.rows]
    said = [part.text for part in _parts(made.sections, "summary", Paragraph)]
    assert any(text.startswith("Ohne Daten: Erreichte Organisationen, ") for text in said)


@pytest.mark.parametrize("audience", ["management", "ministry"])
def test_the_last_year_ends_with_the_reports_day_though_later_data_is_known(on_real, audience):
    """The real file knows of 2013; a report until March 2008 counts 2008 until then."""
    table = next(part for part in _parts(on_real(audience).sections, "indicators", Table) if "2008" in part.headings)
    assert table.headings == ("Indikator", "2007", "2008", "seit 2007")
    cooperating = next(row for row in table.rows if row[0].startswith("RCO10"))
    assert cooperating[2] == "323"


def test_a_masked_audience_is_told_parts_of_whole_years_only(on_real):
    charts = _parts(on_real("management").sections, "growth", Figure)
    assert [tuple(part.frame["period"].unique()) for part in charts if part.name == "partner_kinds"] == [
        ("2007", "2008")
    ]
    tables = _parts(on_real("ministry").sections, "growth", Table)
    assert [table.headings for table in tables] == [("Art", "2007")]


def test_of_a_map_in_classes_a_table_stands_where_no_program_could_draw_it(demo_store):
    year = Period.parse("2025")
    told = Content.of(View(current(demo_store), "ministry"), year, Language("de"), MOMENT, None, Watch())
    found = _parts(told.sections, "region", Figure)[0]
    assert found.chart is None
    assert found.title == "Erreichte Organisationen: am meisten in Dortmund (50–99)"
    assert [row[0] for row in found.table.rows] == ["50–99", "20–49", "5–19", "1–4"]
    assert found.table.rows[0][1] == "Dortmund"
    assert sum(len(row[1].split(", ")) for row in found.table.rows) == 27
