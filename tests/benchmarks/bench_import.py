"""A million participations from CSV to a snapshot, beside what DuckDB alone takes to read the file and write it down.

Run on demand: python -m pytest tests/benchmarks/bench_*.py -s
"""

import resource
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from analytics.intake.importing import import_files
from analytics.store import Store
from analytics.warehouse import build
from tests.benchmarks.region import write_region

MOST_TIMES_DUCKDB = 4
MOST_BYTES = 2 << 30

READ_AND_WRITE = """
create table participations as from read_csv('{file}', columns = {{
    'event_id': 'varchar', 'organisation_id': 'varchar', 'person_id': 'varchar', 'persons': 'bigint',
    'status': 'varchar', 'role': 'varchar', 'registered_on': 'date'
}})
"""


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_region(tmp_path_factory.mktemp("region"), participations=1_000_000)


def _duckdb_alone(file: Path, target: Path) -> float:
    target.unlink(missing_ok=True)
    started = time.perf_counter()
    with duckdb.connect(str(target)) as connection:
        connection.execute(READ_AND_WRITE.format(file=file))
    return time.perf_counter() - started


def _import_and_build(region: Path, folder: Path) -> float:
    store = Store(folder)
    import_files(store, [region / "organisations.csv", region / "events.csv"])
    started = time.perf_counter()
    report = import_files(store, [region / "participations.csv"])
    build(store)
    taken = time.perf_counter() - started
    assert report.rows.accepted == report.rows.read > 990_000
    return taken


@pytest.mark.benchmark(group="import")
def test_a_million_rows_take_at_most_four_times_what_duckdb_takes(benchmark, region: Path, tmp_path: Path):
    pairs = []

    def once() -> None:
        number = len(pairs)
        alone = _duckdb_alone(region / "participations.csv", tmp_path / "alone.duckdb")
        pairs.append((_import_and_build(region, tmp_path / f"store{number}"), alone))

    benchmark.pedantic(once, rounds=3, iterations=1)
    ratio = sorted(ours / alone for ours, alone in pairs)[1]
    benchmark.extra_info["times_duckdb"] = round(ratio, 2)
    print(f"\nimport and build: {ratio:.2f} times DuckDB alone (median of 3)")
    assert ratio <= MOST_TIMES_DUCKDB


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
