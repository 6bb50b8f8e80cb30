"""What must answer in bounded time, on ordinary data and on ugly data fifty times as large: only ratios count.

Run on demand: python -m pytest tests/benchmarks/bench_bounds.py -s

The yardstick is NetworkX's: to build the ugly network and find its components, both linear in its size. Nothing may
take more than so many times as long, whatever it computes; growth beside the data's tells how near its bound it is.
"""

import resource
import time
from collections.abc import Callable
from datetime import date

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from analytics.charts.film import film
from analytics.language import Language
from analytics.network import Network, measures
from analytics.network.brokers import bridging_ties, brokers
from analytics.network.communities import communities, communities_over_time
from analytics.network.encounters.agreement import from_meeting_to_agreement
from analytics.network.encounters.matched_pairs import compared
from analytics.network.history import MEASURES, history
from analytics.network.introductions.back_test import back_tested, cut_offs
from analytics.network.introductions.introductions import Introductions
from analytics.network.picture.drawn import drawn, few_guests
from analytics.network.picture.layout import layout
from analytics.network.robustness import robustness
from tests.benchmarks.ugly import Ugliness, Ugly

SIZE, SCALE = Ugliness(), 0.02
DAY = date(2024, 11, 3)
QUARTERS = [date(year, month, 28) for year in range(2018, 2025) for month in (3, 6, 9, 12)]
GROUPED = Ugliness(organisations=20_000, ties=20_000, hub=1, chain=1, large=2_000, events=2, guests=2)

MOST_OF_YARDSTICK = 150
MOST_BYTES = 2 << 30


def _graph(network: Network):
    return network.on(None, cumulative=True)


def _picture(ugly: Ugly) -> object:
    part = drawn(ugly.network())
    who = part.network.organisations
    nodes = who.assign(x=np.arange(len(who)), y=0.0, group=0)
    cooperations = part.network.cooperations.assign(title="Work", kind="pilot", agreed_on=DAY)
    cooperations[["joint_on", "lasting_on"]] = pd.NaT
    known = ugly.attendances.drop_duplicates("event_id").assign(title="Event")
    return film(
        nodes,
        part.network.memberships,
        part.network.cooperation_ties,
        cooperations,
        pd.DataFrame({"group": [0], "name": ["all"], "organisation_id": [who["organisation_id"].iloc[0]]}),
        pd.DataFrame({"name": ["2024"], "ends_on": [DAY]}),
        language=Language("de"),
        title="",
        meetings=(known, few_guests(ugly.attendances)[0]),
    )


def _guests(ugly: Ugly, count: int) -> pd.DataFrame:
    introductions = Introductions.on(ugly.acquaintances(), DAY)
    return introductions.for_guests(ugly.organisations["organisation_id"].tolist()[:count])


WORK: dict[str, Callable[[Ugly], object]] = {
    "clustering by chance": lambda ugly: measures.clustering_expected(_graph(ugly.network())),
    "groups": lambda ugly: communities(_graph(ugly.network())),
    "groups over 28 quarters": lambda ugly: communities_over_time(ugly.network(), QUARTERS),
    "shape over 28 quarters": lambda ugly: history(
        ugly.network(), QUARTERS, chosen=[name for name in MEASURES if name != "clustering_expected"]
    ),
    "two-step reach": lambda ugly: measures.two_step_reach(_graph(ugly.network())),
    "robustness": lambda ugly: robustness(_graph(ugly.network())),
    "brokers": lambda ugly: brokers(_graph(ugly.network())),
    "bridging ties": lambda ugly: bridging_ties(_graph(ugly.network())),
    "layout": lambda ugly: layout(_graph(ugly.network())),
    "film": _picture,
    "who met, and how long": lambda ugly: from_meeting_to_agreement(ugly.encounters()),
    "pairs compared": lambda ugly: compared(ugly.encounters()),
    "suggestions for the hub": lambda ugly: Introductions.on(ugly.acquaintances(), DAY).for_organisation("o0"),
    "pairs of 5,000 guests": lambda ugly: _guests(ugly, ugly.size.guests),
    "one cut-off tested": lambda ugly: back_tested(ugly.acquaintances(), cut_offs(ugly.acquaintances())[2]),
}
OF_GROUPED = ("groups", "two-step reach", "clustering by chance", "layout", "film", "shape over 28 quarters")
"""What is asked of 2,000 cooperations of 60, too: 3.5 million ties."""


@pytest.fixture(scope="module")
def ordinary() -> Ugly:
    return _filled(Ugly(SIZE.scaled(SCALE)))


@pytest.fixture(scope="module")
def large() -> Ugly:
    return _filled(Ugly(SIZE))


def _filled(ugly: Ugly) -> Ugly:
    """With its frames made, which are not measured."""
    assert all(len(frame) for frame in (ugly.ties, ugly.organisations, ugly.attendances))
    return ugly


@pytest.fixture(scope="module")
def yardstick(large: Ugly) -> float:
    pairs = large.ties[["organisation_id", "partner_id"]].to_numpy().tolist()

    def theirs() -> None:
        graph = nx.Graph(pairs)
        assert nx.number_connected_components(graph) >= 1

    return min(_taken(theirs)[0] for _ in range(3))


def _taken(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the processor and of the clock."""
    cpu, clock = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - clock


@pytest.mark.benchmark(group="bounds")
@pytest.mark.parametrize("name", WORK)
def test_ugly_data_takes_bounded_time(benchmark, name: str, ordinary: Ugly, large: Ugly, yardstick: float):
    small = min(_taken(lambda: WORK[name](ordinary))[0] for _ in range(2))
    cpu, clock = benchmark.pedantic(lambda: _taken(lambda: WORK[name](large)), rounds=1)
    _told(benchmark, name, cpu, clock, yardstick)
    print(f"; {cpu / max(small, 1e-4):.0f} times the {small:.3f} s of data a fiftieth as large")


@pytest.mark.benchmark(group="bounds")
@pytest.mark.parametrize("name", OF_GROUPED)
def test_very_many_cooperations_of_sixty_take_bounded_time(benchmark, name: str, grouped: Ugly, yardstick: float):
    cpu, clock = benchmark.pedantic(lambda: _taken(lambda: WORK[name](grouped)), rounds=1)
    _told(benchmark, f"{name}, of {len(grouped.ties):,} ties", cpu, clock, yardstick)


@pytest.fixture(scope="module")
def grouped() -> Ugly:
    return _filled(Ugly(GROUPED))


def _told(benchmark, name: str, cpu: float, clock: float, yardstick: float) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    benchmark.extra_info["of_yardstick"] = round(cpu / yardstick, 2)
    print(
        f"\n{name}: cpu {cpu:.1f} s, wall {clock:.1f} s, {cpu / yardstick:.1f} yardsticks of {yardstick:.2f} s", end=""
    )
    print(f", peak {used / 2**20:.0f} MiB", end="")
    assert cpu <= MOST_OF_YARDSTICK * yardstick
    assert used <= MOST_BYTES
