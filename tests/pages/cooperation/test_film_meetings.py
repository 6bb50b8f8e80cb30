"""The encounters that the film of the demo region is told, counted again from the events and participations."""

import pandas as pd
import pytest

from analytics.language import Language
from analytics.warehouse import Period, Scope, View, current
from pages.cooperation.film_view import film_of
from pages.parts.page_context import PageContext


def _visit(store, **scope):
    view = View(current(store))
    return PageContext(view, Language("de"), "light", Period.of(view.until_day, "year"), "quarter", Scope(**scope))


@pytest.mark.parametrize("with_coordinator", [False, True])
def test_whom_the_best_connected_met(demo_store, with_coordinator):
    context = _visit(demo_store, with_coordinator=with_coordinator)
    made = film_of(context)
    guests = context.view.ask("network_attendances", scope=context.scope)
    cooperation_ties = pd.DataFrame(made["cooperation_ties"])
    for node in pd.concat([cooperation_ties["one"], cooperation_ties["other"]]).value_counts().index[:5]:
        held = guests.merge(guests[guests["organisation_id"] == made["nodes"]["id"][node]][["event_id"]], on="event_id")
        places = {place for there in made["events"]["guests"] if node in there for place in there}
        assert len(places - {node}) == held["organisation_id"].nunique() - 1 > 0


def test_a_file_without_events_has_no_encounters(real_store):
    made = film_of(_visit(real_store))
    assert made["events"] == {"title": [], "day": [], "guests": []}


def test_the_last_step_ends_on_the_visitors_day(real_store):
    context = _visit(real_store)
    assert film_of(context)["steps"][-1]["end"] == (pd.Timestamp(context.day) - pd.Timestamp(0)).days
