"""The network's measures, betweenness and layout beside NetworkX's own, in one run: only ratios count.

Run on demand: python -m pytest tests/benchmarks/bench_network.py -s
"""

import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from analytics.network import DayGraph, Network
from analytics.network.history import GROWTH, history
from analytics.network.measures import betweenness
from analytics.network.picture.layout import layout
from tests.benchmarks.region import KINDS

ORGANISATIONS, TIES = 5000, 40_000
FIRST = date(2015, 1, 1)
QUARTERS = [FIRST + timedelta(round(91.31 * (number + 1))) for number in range(40)]
CHOSEN = ("nodes", "ties", "mean_partners", "largest_component_share", "clustering", "cross_sector_share")

MOST_OF_NETWORKXS_HISTORY = 1 / 10
MOST_OF_NETWORKXS_DRAWING = 1 / 20
MOST_OF_PROPORTIONAL = 1.3


@pytest.fixture(scope="module")
def network() -> Network:
    """Ties that come and go over ten years: each lasts from a quarter to four years, a third goes on."""
    chance = np.random.default_rng(1)
    pairs = _pairs(chance, ORGANISATIONS, TIES)
    begun = chance.integers(0, 3650, TIES)
    lasted = chance.integers(91, 1461, TIES)
    since = pd.Timestamp(FIRST) + pd.to_timedelta(begun, "D")
    until = (since + pd.to_timedelta(lasted, "D")).where(chance.random(TIES) > 1 / 3)
    names = pd.Series([f"c{number:05}" for number in range(TIES)])
    ids = np.array([f"o{number:04}" for number in range(ORGANISATIONS)])
    spans = {"cooperation_id": names, "since": since.as_unit("us"), "until": until.as_unit("us")}
    one, other = (pd.DataFrame({**spans, "organisation_id": ids[pairs[:, end]]}) for end in (0, 1))
    return Network(
        organisations=_organisations(chance, ids),
        cooperations=pd.DataFrame({"cooperation_id": names}),
        memberships=pd.concat([one, other], ignore_index=True),
        cooperation_ties=one.assign(partner_id=other["organisation_id"]),
    )


def _pairs(chance: np.random.Generator, nodes: int, ties: int) -> np.ndarray:
    """Pairs in groups that overlap, as in a real network: most ties among the neighbours on a ring, some across it."""
    found: set[tuple[int, int]] = set()
    while len(found) < ties:
        one = int(chance.integers(nodes))
        step = int(chance.integers(1, 20)) if chance.random() < 0.8 else int(chance.integers(nodes))
        other = (one + step) % nodes
        if one != other:
            found.add((min(one, other), max(one, other)))
    return np.array(sorted(found))


def _organisations(chance: np.random.Generator, ids: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(
        {"organisation_id": ids, "name": ids, "kind": chance.choice(KINDS, len(ids)), "is_coordinator": False}
    )


def _in_networkx(spans: Sequence[tuple[str, str, date, date]], kinds: dict[str, str], day: date) -> list[float]:
    """The six measures of one day, as one writes them with NetworkX."""
    graph = nx.Graph()
    graph.add_edges_from((one, other) for one, other, since, until in spans if since <= day <= until)
    largest = max(len(part) for part in nx.connected_components(graph))
    crossing = sum(kinds[one] != kinds[other] for one, other in graph.edges)
    nodes, ties = graph.number_of_nodes(), graph.number_of_edges()
    return [nodes, ties, 2 * ties / nodes, largest / nodes, nx.transitivity(graph), crossing / ties]


def _seconds(work: Callable[[], object], rounds: int = 1) -> float:
    """The least processor time of ``rounds``: what else the machine does meanwhile is none of the work's."""
    taken = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return min(taken)


def _fresh(network: Network) -> Network:
    """The same without what it has remembered."""
    return Network(network.organisations, network.cooperations, network.memberships, network.cooperation_ties)


def _history(network: Network, days: Sequence[date]) -> pd.DataFrame:
    return history(_fresh(network), days, chosen={name: GROWTH[name] for name in CHOSEN})


@pytest.mark.benchmark(group="network")
def test_ten_years_of_history_take_a_tenth_of_networkxs_time(benchmark, network: Network):
    cooperation_ties = network.cooperation_ties
    spans = list(
        zip(
            cooperation_ties["organisation_id"],
            cooperation_ties["partner_id"],
            cooperation_ties["since"].dt.date,
            cooperation_ties["until"].fillna(pd.Timestamp("2200-01-01")).dt.date,
            strict=True,
        )
    )
    kinds = dict(zip(network.organisations["organisation_id"], network.organisations["kind"], strict=True))
    found: list[list[float]] = []
    theirs = _seconds(lambda: found.extend(_in_networkx(spans, kinds, day) for day in QUARTERS))
    ours = min(
        benchmark.pedantic(lambda: _seconds(lambda: _history(network, QUARTERS)), rounds=1),
        _seconds(lambda: _history(network, QUARTERS), rounds=2),
    )
    assert _history(network, QUARTERS)[list(CHOSEN)].to_numpy() == pytest.approx(np.array(found))
    benchmark.extra_info["of_networkx"] = round(ours / theirs, 3)
    most = max(ties for _, ties, *_ in found)
    print(f"\nhistory: {ours:.2f} s, {ours / theirs:.3f} of NetworkX's {theirs:.1f} s; up to {most:.0f} ties at once")
    assert ours <= MOST_OF_NETWORKXS_HISTORY * theirs


@pytest.mark.benchmark(group="network")
def test_the_cost_of_a_history_is_proportional_to_its_days(benchmark, network: Network):
    counts = (10, 20, 40)
    # The same span of time in all three, so that the networks are of the same size.
    chosen = [[QUARTERS[place * 40 // count] for place in range(count)] for count in counts]
    _history(network, QUARTERS)

    def measured() -> list[float]:
        """The least of nine for each, taken in turns, so that all meet the same machine."""
        turns = [[_seconds(lambda days=days: _history(network, days)) for days in chosen] for _ in range(9)]
        return [min(each) for each in zip(*turns, strict=True)]

    taken = benchmark.pedantic(measured, rounds=1)
    print("\n" + ", ".join(f"{count} quarters {one:.3f} s" for count, one in zip(counts, taken, strict=True)))
    for fewer, more in ((0, 1), (1, 2), (0, 2)):
        proportional = taken[fewer] * counts[more] / counts[fewer]
        print(f"{counts[more]} against {counts[fewer]}: {taken[more] / proportional:.2f} of proportional")
        assert taken[more] <= MOST_OF_PROPORTIONAL * proportional


@pytest.mark.benchmark(group="network")
def test_betweenness_and_layout_take_a_twentieth_of_networkxs_time(benchmark):
    chance = np.random.default_rng(2)
    ids = np.array([f"o{number:04}" for number in range(2000)])
    ends = _pairs(chance, len(ids), 8000)
    organisations = _organisations(chance, ids)
    graph = nx.Graph()
    graph.add_nodes_from(range(len(ids)))
    graph.add_edges_from(ends.tolist())

    def ours() -> DayGraph:
        day = DayGraph(organisations, np.arange(len(ids)), ends, len(ends))
        assert len(layout(day)) == len(betweenness(day)) == len(ids)
        return day

    def theirs() -> None:
        nx.betweenness_centrality(graph)
        nx.spring_layout(graph, seed=1)

    first = benchmark.pedantic(lambda: _seconds(ours), rounds=1)
    mine, networkxs = min(first, _seconds(ours, rounds=2)), _seconds(theirs)
    benchmark.extra_info["of_networkx"] = round(mine / networkxs, 3)
    print(f"\nbetweenness and layout: {mine:.2f} s, {mine / networkxs:.3f} of NetworkX's {networkxs:.1f} s")
    assert mine <= MOST_OF_NETWORKXS_DRAWING * networkxs
