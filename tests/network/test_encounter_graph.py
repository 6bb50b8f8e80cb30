"""Who met whom is a graph of its own.

organisations:
organisation_id | name  | kind    | is_coordinator
alpha           | Alpha | company | false
beta            | Beta  | science | false
gamma           | Gamma | startup | false
office          | Büro  | public  | true

events:
event_id | title  | starts_on  | format   | status
first    | First  | 2024-01-10 | workshop | held
second   | Second | 2024-03-10 | forum    | held
later    | Later  | 2025-01-10 | workshop | held

participations:
event_id | organisation_id | status
first    | alpha           | attended
first    | beta            | attended
first    | office          | attended
second   | alpha           | attended
second   | beta            | attended
second   | gamma           | no_show
later    | beta            | attended
later    | gamma           | attended
"""

import networkx as nx

from analytics.network import Network
from analytics.network.graph import as_graphml, encounter_graph
from analytics.warehouse import Period, Scope


def _graph(view, period, scope=None):
    scope = scope or Scope()
    meetings = view.ask("network_meetings", [Period.parse(period)], scope)
    return encounter_graph(Network.of(view, scope).organisations, meetings)


def test_two_at_one_event_have_met_and_it_says_how_often(view):
    met = _graph(view, "2024")
    assert dict(met.nodes(data="label")) == {"alpha": "Alpha", "beta": "Beta"}
    assert list(met.edges(data=True)) == [
        ("alpha", "beta", {"events": 2, "first_on": "2024-01-10", "last_on": "2024-03-10"})
    ]


def test_it_grows_with_time_and_shows_the_coordinator_only_when_asked(view):
    assert set(_graph(view, "2025").edges) == {("alpha", "beta"), ("beta", "gamma")}
    assert ("alpha", "office") in _graph(view, "2024", Scope(with_coordinator=True)).edges


def test_having_met_is_no_tie(view):
    assert not len(Network.of(view).on(None, cumulative=True).nodes)


def test_it_can_be_read_elsewhere(view):
    read = nx.parse_graphml(as_graphml(_graph(view, "2024")).decode())
    assert read.edges["alpha", "beta"]["events"] == 2
