"""What a masked audience finds on every page: no name without consent, no person, and nothing that is management's."""

import pytest

from analytics.kpis import CATALOGUE, kpis_for
from analytics.language import Language
from analytics.network import Network
from analytics.network.surroundings import shortest_path
from analytics.warehouse import Scope, View, current
from analytics.warehouse.disclosure import MASKED
from pages.access.role import may_see
from pages.parts.escape_markdown import escape_markdown

PAGES = ("overview", "growth", "events", "cooperation", "organisations", "methodology")


def _elements(block):
    for child in block.children.values():
        yield from _elements(child) if hasattr(child, "children") else (child,)


def _all_text(app):
    """Everything that the page sends to the browser, tables read."""
    sent = [str(element.proto) for element in _elements(app._tree)]
    tables = [table.value.astype(str).to_csv() for table in app.dataframe]
    return "\n".join([*sent, *tables]).encode().decode("unicode_escape", "ignore") + "\n".join(tables)


@pytest.fixture(scope="module")
def secrets(demo_store):
    """The names and ids of all organisations of the demo that did not agree to be named."""
    who = View(current(demo_store)).ask("network_organisations", scope=Scope(with_coordinator=True))
    named = set(View(current(demo_store), "public").ask("organisations_named")["organisation_id"])
    everybody = View(current(demo_store), "ministry").ask("network_organisations", scope=Scope(with_coordinator=True))
    named |= set(everybody["organisation_id"])
    secret = who[~who["organisation_id"].isin(named)]
    assert len(secret) > 50
    return secret


@pytest.mark.parametrize("role", MASKED)
@pytest.mark.parametrize("page", PAGES)
def test_no_page_names_who_did_not_agree(opened, demo_store, secrets, page, role):
    app = opened(demo_store, page, role=role)
    assert not app.exception
    said = _all_text(app)
    assert [name for name in secrets["name"] if name in said] == []


@pytest.mark.parametrize("section", ["organisations", "cooperations"])
def test_the_sides_of_growth_are_shown_by_years(opened, demo_store, section):
    app = opened(demo_store, "growth", role="public", section=section)
    assert not app.exception
    assert any("In Klassen" in caption.value for caption in app.caption)


@pytest.mark.parametrize("section", ["pathway", "changes"])
def test_a_link_to_what_is_managements_leads_to_the_first_side(opened, demo_store, section):
    app = opened(demo_store, "growth", role="ministry", section=section)
    assert app.session_state["section"] == "organisations"


def test_a_link_with_a_selection_shows_the_whole_network(opened, demo_store):
    alone = opened(demo_store, role="ministry", kinds=["science"], districts=["05913"])
    assert [metric.value for metric in alone.metric] == [
        metric.value for metric in opened(demo_store, role="ministry").metric
    ]
    assert not alone.multiselect


@pytest.mark.parametrize("role", MASKED)
def test_figures_of_the_whole_network_are_those_of_the_management(opened, demo_store, role):
    achieved = "Zielerreichung"  # counts the targets of the KPIs that the audience is shown
    shown = {achieved: None} | {metric.label: metric.value for metric in opened(demo_store, role=role).metric}
    whole = {metric.label: metric.value for metric in opened(demo_store).metric}
    del shown[achieved], whole[achieved]
    assert shown.items() <= whole.items()
    assert len(shown) == len([kpi for kpi in kpis_for(role) if kpi.name != "target_achievement"]) < len(CATALOGUE)


def test_an_organisation_that_is_not_named_has_no_profile(opened, demo_store, secrets):
    app = opened(demo_store, "organisations", role="ministry", organisation=secrets["organisation_id"].iloc[0])
    assert app.session_state["organisation"] is None


def test_an_event_is_not_opened(opened, demo_store):
    app = opened(demo_store, "events", role="public", event="V30")
    assert "event" not in [box.key for box in app.selectbox]


@pytest.mark.parametrize("role", MASKED)
def test_a_number_in_the_place_of_a_title_is_explained(opened, demo_store, role):
    app = opened(demo_store, "events", role=role)
    titles = next(table.value["Titel"] for table in app.dataframe if "Titel" in table.value)
    told = escape_markdown(Language("de").text("events.numbered"))
    assert any(told in caption.value for caption in app.caption) == titles.str.startswith("#").any()


@pytest.mark.parametrize("role", ["staff", *MASKED])
def test_the_data_page_is_the_managements(role):
    assert not may_see(role, "intake")


def test_the_search_would_find_a_name(opened, demo_store, secrets):
    said = _all_text(opened(demo_store, "organisations"))
    assert sum(name in said for name in secrets["name"]) > 50


def test_the_way_to_another_may_lead_over_somebody_who_is_not_named(opened, demo_store):
    view = View(current(demo_store), "ministry")
    graph = Network.of(view).on(view.last_day)
    named = [name for name in graph.ids if not name.startswith("unnamed-")]
    ways = ((one, other, shortest_path(graph, one, other)) for one in named for other in named if one != other)
    one, other, _ = next(found for found in ways if len(found[2]) == 3 and found[2][1].startswith("unnamed-"))
    app = opened(demo_store, "organisations", role="ministry", organisation=one)
    box = next(box for box in app.selectbox if box.key == f"organisation_way_{one}")
    box.set_value(other).run()
    assert not app.exception
    assert any("Organisation " in text.value for text in app.markdown)
