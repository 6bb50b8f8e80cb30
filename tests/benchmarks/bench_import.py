"""A million participations from CSV to a snapshot, beside what DuckDB alone takes to read the file and write it down.

Run on demand: python -m pytest tests/benchmarks/bench_*.py -s
"""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from analytics.intake.hints import Hints
from analytics.intake.importing import import_files, opened
from analytics.intake.prepared import prepare
from analytics.store import Store
from analytics.warehouse import build
from tests.benchmarks.region import write_region

ROWS = int(os.environ.get("BENCHMARK_ROWS", "1000000"))
MOST_TIMES_DUCKDB = 4
MOST_OF_WHOLE = 0.1
MOST_SECONDS = 2.0
MOST_BYTES = 2 << 30

READ_AND_WRITE = """
create table participations as from read_csv('{file}', columns = {{
    'event_id': 'varchar', 'organisation_id': 'varchar', 'person_id': 'varchar', 'persons': 'bigint',
    'status': 'varchar', 'role': 'varchar', 'registered_on': 'date'
}})
"""


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_region(tmp_path_factory.mktemp("region"), participations=ROWS)


class Taken:
    """Seconds on the clock, and of all processors, that the block took."""

    def __enter__(self):
        self._clock, self._processors = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *error):
        self.clock, self.processors = time.perf_counter() - self._clock, time.process_time() - self._processors

    def times(self, other: "Taken") -> float:
        """How many times as long as ``other``, by the processors: others may keep the machine busy."""
        return self.processors / other.processors


def _duckdb_alone(file: Path, target: Path) -> Taken:
    target.unlink(missing_ok=True)
    with Taken() as taken, duckdb.connect(str(target)) as connection:
        connection.execute(READ_AND_WRITE.format(file=file))
    return taken


def _import_and_build(region: Path, folder: Path) -> Taken:
    store = Store(folder)
    import_files(store, [region / "organisations.csv", region / "events.csv"])
    with Taken() as taken:
        report = import_files(store, [region / "participations.csv"])
        build(store)
    assert report.rows.accepted == report.rows.read > 0.8 * ROWS
    return taken


@pytest.mark.benchmark(group="import")
@pytest.mark.parametrize("guests", ["often", "once"])
def test_a_million_rows_take_at_most_four_times_what_duckdb_takes(benchmark, guests, tmp_path: Path):
    region = write_region(tmp_path, ROWS, guests)
    pairs = []

    def once() -> None:
        alone = _duckdb_alone(region / "participations.csv", tmp_path / "alone.duckdb")
        pairs.append((_import_and_build(region, tmp_path / f"store{len(pairs)}"), alone))

    benchmark.pedantic(once, rounds=3, iterations=1)
    ratio = sorted(ours.times(alone) for ours, alone in pairs)[1]
    clock = sorted(ours.clock / alone.clock for ours, alone in pairs)[1]
    benchmark.extra_info["times_duckdb"] = round(ratio, 2)
    print(f"\nimport and build, guests {guests}: {ratio:.2f} times DuckDB alone, {clock:.2f} by the clock")
    assert ratio <= MOST_TIMES_DUCKDB


@pytest.mark.benchmark(group="import")
def test_fifty_rows_more_are_published_in_a_tenth_of_a_whole_build(benchmark, tmp_path: Path):
    region, store = write_region(tmp_path, ROWS, "often"), Store(tmp_path / "store")
    import_files(store, [region / "organisations.csv", region / "events.csv", region / "participations.csv"])
    with Taken() as whole:
        build(store)
    shares = []

    def more() -> None:
        guests = "".join(f"e{len(shares)},o{number},n{number},attended\n" for number in range(50))
        (tmp_path / "more").mkdir(exist_ok=True)
        file = tmp_path / "more" / "participations.csv"
        file.write_text(f"event_id,organisation_id,person_id,status\n{guests}")
        import_files(store, [file])
        with Taken() as taken:
            build(store)
        shares.append((taken.times(whole), taken.clock / whole.clock))

    benchmark.pedantic(more, rounds=3, iterations=1)
    share, clock = sorted(shares)[1]
    benchmark.extra_info["share_of_whole"] = round(share, 3)
    print(f"\n50 rows of one event: {share:.3f} of a whole build, {clock:.3f} by the clock")
    assert share <= MOST_OF_WHOLE


@pytest.mark.benchmark(group="import")
def test_what_a_sheet_of_five_thousand_rows_would_change_stands_in_two_seconds(benchmark, tmp_path: Path):
    region, store = write_region(tmp_path, 5_000), Store(tmp_path / "store")
    import_files(store, [region / "organisations.csv", region / "events.csv"])

    def preview() -> Taken:
        with Taken() as taken:
            given, hints = opened(store, [region / "participations.csv"], Hints())
            with prepare(store, given, hints) as prepared:
                prepared.changes(store)
        return taken

    taken = benchmark.pedantic(preview, rounds=3, iterations=1)
    print(f"\npreview of 5,000 rows: {taken.clock:.2f} s, {taken.processors:.2f} s of processors")
    assert taken.processors <= MOST_SECONDS


MEASURED = """
import resource, sys
from pathlib import Path
from analytics.intake.importing import import_files
from analytics.store import Store
from analytics.warehouse import build
store, region = Store(Path(sys.argv[1])), Path(sys.argv[2])
import_files(store, [region])
build(store)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


@pytest.mark.benchmark(group="import")
def test_a_million_rows_need_less_than_two_gibibytes(benchmark, region: Path, tmp_path: Path):
    command = [sys.executable, "-c", MEASURED, str(tmp_path / "store"), str(region)]
    peak = benchmark.pedantic(lambda: int(subprocess.check_output(command)), rounds=1)
    benchmark.extra_info["peak_mebibytes"] = peak >> 20
    print(f"\npeak memory: {peak >> 20} MiB; this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}")
    assert peak < MOST_BYTES
