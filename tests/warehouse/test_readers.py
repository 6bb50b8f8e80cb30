"""Readers in other processes and threads, while snapshots are built."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from analytics.warehouse import Scope, View, build, current

ROOT = Path(__file__).parents[2]

ORGANISATIONS = """
organisations:
organisation_id | name  | kind
a{0}            | Alpha | company
b{0}            | Beta  | science

consultations:
consultation_id | organisation_id | held_on
c{0}            | a{0}            | 2024-02-03
d{0}            | b{0}            | 2024-02-04
"""

READER = """
import sys
from pathlib import Path
from analytics.store import Store
from analytics.warehouse import Period, View, current

store = Store(Path(sys.argv[1]))
first = View(current(store))
print("ready", flush=True)
for line in sys.stdin:
    year = [Period.parse("2024")]
    held = int(first.ask("growth_organisations", year)["active"].iloc[0])
    newest = int(View(current(store)).ask("growth_organisations", year)["active"].iloc[0])
    print(held, newest, flush=True)
"""


def test_another_process_reads_while_this_one_builds(region):
    region.take(ORGANISATIONS.format(1))
    build(region.store)
    command = [sys.executable, "-c", READER, str(region.store.folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as reader:

        def told():
            reader.stdin.write("\n")
            reader.stdin.flush()
            return reader.stdout.readline().split()

        assert reader.stdout.readline() == "ready\n"
        assert told() == ["2", "2"]
        for number in (2, 3):
            region.take(ORGANISATIONS.format(number))
            with ThreadPoolExecutor(1) as pool:
                building = pool.submit(build, region.store)
                while not building.done():
                    held, newest = told()
                    assert held == "2"
                    assert newest in {str(2 * number - 2), str(2 * number)}
                building.result()
            assert told() == ["2", str(2 * number)]
        reader.stdin.close()
        assert reader.wait(timeout=30) == 0


def test_two_builds_at_once_publish_the_same_snapshot(region):
    region.take(ORGANISATIONS.format(1))
    with ThreadPoolExecutor(4) as pool:
        built = list(pool.map(build, [region.store] * 4))
    assert len(set(built)) == 1
    assert current(region.store) == built[0]
    assert {path.name for path in region.store.snapshots.iterdir()} == {built[0].path.name, f"{built[0].name}.sha256"}


def test_threads_share_a_view_and_keep_their_scopes(demo_store):
    view = View(current(demo_store))
    scopes = [Scope(), Scope(kinds=("science",)), Scope(kinds=("company",)), Scope(topics=("Wasserstoff",))] * 8

    def reached(scope):
        return tuple(view.ask("growth_kinds", [], scope)["kind"]), len(view.ask("growth_retention", [], scope))

    alone = [reached(scope) for scope in scopes]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(reached, scopes)) == alone
