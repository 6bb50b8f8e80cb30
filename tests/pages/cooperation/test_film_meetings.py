"""The encounters that the film of the demo region is told, counted again from the events and participations."""

import pandas as pd
import pytest

from analytics.language import Language
from analytics.warehouse import Period, Scope, View, current
from pages.cooperation.film_view import film_of
from pages.parts.visit import Visit


def _visit(store, **scope):
    view = View(current(store))
    return Visit(view, Language("de"), "light", Period.of(view.until_day, "year"), "quarter", Scope(**scope))


@pytest.mark.parametrize("with_coordinator", [False, True])
def test_whom_the_best_connected_met(demo_store, with_coordinator):
    visit = _visit(demo_store, with_coordinator=with_coordinator)
    made = film_of(visit)
    guests = visit.view.ask("network_attendances", scope=visit.scope)
    strands = pd.DataFrame(made["strands"])
    for node in pd.concat([strands["one"], strands["other"]]).value_counts().index[:5]:
        held = guests.merge(guests[guests["organisation_id"] == made["nodes"]["id"][node]][["event_id"]], on="event_id")
        places = {place for there in made["events"]["guests"] if node in there for place in there}
        assert len(places - {node}) == held["organisation_id"].nunique() - 1 > 0


def test_a_file_without_events_has_no_encounters(real_store):
    made = film_of(_visit(real_store))
    assert made["events"] == {"title": [], "day": [], "guests": []}


def test_the_last_step_ends_on_the_visitors_day(real_store):
    visit = _visit(real_store)
    assert film_of(visit)["steps"][-1]["end"] == (pd.Timestamp(visit.day) - pd.Timestamp(0)).days
