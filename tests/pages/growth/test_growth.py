"""The growth page: the way of the organisations, the network's growth, and what changed since.

organisations:
organisation_id | name  | kind
a               | Alpha | company
b               | Beta  | science
c               | Gamma | startup

cooperations:
cooperation_id | title | kind
k1             | First | pilot

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2023-02-01

cooperation_members:
cooperation_id | organisation_id
k1             | a
k1             | b
"""

from datetime import date

import pytest

from analytics.language import LANGUAGES, Language
from analytics.network import Network
from analytics.network.difference import difference, told
from analytics.network.pathway import steps, ways
from analytics.store import Store
from analytics.warehouse import Scope, View, current
from pages.parts.escape_markdown import escape_markdown
from tests.pages.regions import take

GERMAN = Language("de")

LATER = """
cooperations:
cooperation_id | title  | kind
k2             | Second | pilot

cooperation_stages:
cooperation_id | stage | since
k2             | 3     | 2023-02-01

cooperation_members:
cooperation_id | organisation_id
k2             | b
k2             | c
"""


def headings(page):
    return [heading.value for heading in page.header]


def said(page):
    return [element.value for element in [*page.subheader, *page.markdown, *page.caption, *page.info]]


def test_the_way_of_the_demo(demo_store, opened):
    view = View(current(demo_store))
    page = opened(demo_store, "growth", section="pathway")
    assert headings(page) == [GERMAN.text("pathway.title")]
    way = steps(ways(view.ask("pathway"), view.last_day), view.last_day).set_index("step")
    reached, again, agreed = (int(way.loc[step, "organisations"]) for step in ("reached", "again", "agreed"))
    took = f"Von {reached} erreichten Organisationen kamen {again} wieder, {agreed} vereinbarten eine Kooperation"
    assert any(text.startswith(escape_markdown(took)) for text in said(page))


def test_an_earlier_period_ends_the_way_earlier(demo_store, opened):
    view, day = View(current(demo_store)), date(2023, 12, 31)
    reached = len(ways(view.ask("pathway"), day))
    page = opened(demo_store, "growth", section="pathway", **{"from": "2023-Q1", "until": "2023-Q4"})
    assert any(f" {reached} erreichten" in text for text in said(page))
    assert any(escape_markdown(GERMAN.text("pathway.stand", date="31.12.2023")) in text for text in said(page))


def test_the_furthest_steps_by_year(demo_store, opened):
    page = opened(demo_store, "growth", section="pathway")
    assert escape_markdown(GERMAN.text("pathway.young")) not in said(page)
    page.segmented_control("pathway_by").set_value("cohort").run()
    assert not page.exception
    assert escape_markdown(GERMAN.text("pathway.young")) in said(page)


def test_unless_chosen_otherwise_a_year_is_compared(demo_store, opened):
    view = View(current(demo_store))
    network = Network.of(view)
    page = opened(demo_store, "growth", section="changes")
    expected = difference(network, date(2025, 6, 30), network, date(2026, 6, 30))
    assert escape_markdown(told(expected, GERMAN)) in said(page)


def test_any_two_days_can_be_compared_in_either_order(demo_store, opened):
    network = Network.of(View(current(demo_store)))
    expected = escape_markdown(told(difference(network, date(2023, 12, 31), network, date(2024, 12, 31)), GERMAN))
    page = opened(demo_store, "growth", section="changes")
    since, until = [box for box in page.selectbox if box.key.startswith("difference_")]
    since.set_value(date(2023, 12, 31))
    until.set_value(date(2024, 12, 31)).run()
    assert expected in said(page)
    since, until = [box for box in page.selectbox if box.key.startswith("difference_")]
    since.set_value(date(2024, 12, 31))
    until.set_value(date(2023, 12, 31)).run()
    assert expected in said(page)
    since, until = [box for box in page.selectbox if box.key.startswith("difference_")]
    until.set_value(date(2024, 12, 31)).run()
    assert GERMAN.text("difference.same_choice") in said(page)


def test_the_difference_is_the_scopes(demo_store, opened):
    network = Network.of(View(current(demo_store)), Scope(kinds=("science", "startup")))
    expected = difference(network, date(2025, 6, 30), network, date(2026, 6, 30))
    page = opened(demo_store, "growth", section="changes", kinds=["science", "startup"])
    assert escape_markdown(told(expected, GERMAN)) in said(page)


def test_two_states_of_the_data_are_compared(tmp_path, opened):
    store = Store(tmp_path / "store")
    take(store, tmp_path / "first", __doc__)
    page = opened(store, "growth", section="changes")
    page.segmented_control("difference_by").set_value("snapshots").run()
    assert GERMAN.text("difference.one_snapshot") in said(page)
    take(store, tmp_path / "second", LATER)
    page = opened(store, "growth", section="changes")
    page.segmented_control("difference_by").set_value("snapshots").run()
    assert not page.exception
    sentence = escape_markdown(
        "Hinzu kamen 1 Organisation und 1 Verbindung (1 davon zwischen verschiedenen Arten). "
        "Das größte zusammenhängende Netz wuchs von 2 auf 3 Organisationen."
    )
    assert sentence in said(page)
    assert any("ergänzt oder berichtigt" in text for text in said(page))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_cooperates_unreached_is_said_where_nobody_was_reached(tmp_path, opened, lang):
    store, language = Store(tmp_path / "store"), Language(lang)
    take(store, tmp_path / "first", __doc__)
    page = opened(store, "growth", lang=lang, section="pathway")
    assert not page.exception
    assert any(
        escape_markdown(language.text("pathway.none", date=language.date(date(2023, 2, 1)))) == text
        for text in said(page)
    )
    assert any(escape_markdown(language.text("pathway.never_reached", n=2)) in text for text in said(page))
    # The data reaches one quarter only: there are no two days to compare.
    page = opened(store, "growth", lang=lang, section="changes")
    assert language.text("difference.one_day") in said(page)


def test_the_real_file_has_growth_and_differences_without_events(real_store, opened):
    page = opened(real_store, "growth", section="changes")
    network = Network.of(View(current(real_store)))
    expected = difference(network, date(2007, 3, 31), network, date(2008, 3, 31))
    assert escape_markdown(told(expected, GERMAN)) in said(page)
    assert any("von 61 auf 959 kooperierende Organisationen" in text for text in said(page))
    page = opened(real_store, "growth", section="pathway")
    assert any(escape_markdown(GERMAN.text("pathway.never_reached", n=959)) in text for text in said(page))
