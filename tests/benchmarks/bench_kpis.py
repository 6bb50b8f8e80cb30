"""All KPIs of the overview with twelve quarters of series: at ten thousand participations and at a million."""

import time
from pathlib import Path

import pytest

from analytics.intake.importing import import_files
from analytics.kpis import kpis_for, standings
from analytics.store import Store
from analytics.warehouse import Period, View, build, periods_between
from tests.benchmarks.region import write_region

MOST_SECONDS_A_KPI = 0.015
MOST_TIMES_SMALL = 12


def _overview(folder: Path, participations: int) -> float:
    """The fastest of five: standings of every KPI, twelve quarters and three compared periods."""
    folder.mkdir()
    store = Store(folder / "store")
    import_files(store, [write_region(folder, participations)])
    view = View(build(store))
    assert view.first_day
    assert view.last_day
    quarters = periods_between(view.first_day, view.last_day, "quarter")[-12:]
    period = Period.spanning(quarters[-4], quarters[-1])
    kpis = kpis_for("management")
    taken = []
    for _ in range(5):
        started = time.perf_counter()
        found = standings(view, kpis, period, quarters)
        taken.append(time.perf_counter() - started)
        assert len(found) == len(kpis)
    return min(taken)


@pytest.mark.benchmark(group="kpis")
def test_the_overview_at_ten_thousand_and_at_a_million(benchmark, tmp_path: Path):
    small = _overview(tmp_path / "small", 10_000)
    large = benchmark.pedantic(_overview, (tmp_path / "large", 1_000_000), rounds=1)
    benchmark.extra_info.update(small_seconds=round(small, 3), ratio=round(large / small, 2))
    print(f"\noverview: {small * 1000:.0f} ms at 10,000 participations, {large / small:.1f} times that at 1,000,000")
    assert small < MOST_SECONDS_A_KPI * len(kpis_for("management"))
    assert large < MOST_TIMES_SMALL * small
