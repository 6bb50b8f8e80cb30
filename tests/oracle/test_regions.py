"""Every KPI of whole regions, over quarters, years, all time and scopes: words and product say the same value.

Five invented regions: two as the demo is, one in which partners do not care who met whom, two as ugly as real files are.
"""

from datetime import date
from pathlib import Path

import pytest

from analytics.demo import generate, write
from tests.oracle.compare import disagreements
from tests.oracle.periods import Period, quarters_and_years
from tests.oracle.product import Product
from tests.oracle.region import Region
from tests.oracle.scope import Scope
from tests.oracle.ugly import spoil

DEMO = Path(__file__).parents[2] / "data" / "demo"
PERIODS = [*quarters_and_years(2022, 2026), Period(date(2022, 1, 1), date(2026, 12, 31))]
EVERYTHING = Scope()
WITH_COORDINATOR = Scope(with_coordinator=True)
ENTERPRISES = Scope(kinds=("company", "startup"))
SCIENCE_AND_UNKNOWN = Scope(kinds=("unknown", "science"))
CORE = Scope(districts=("05911", "05913", "05914", "05915", "05978"))
OUTSIDE = Scope(districts=("elsewhere", "abroad", "unknown", "05954"), with_coordinator=True)
TOPICS = Scope(topics=("Wasserstoff", "Digitalisierung"))
NARROW = Scope(kinds=("company",), districts=("05913", "05911"), topics=("Kreislaufwirtschaft",))


def as_generated(folder, seed):
    write(folder, generate(seed))


def regardless_of_meetings(folder, seed):
    write(folder, generate(seed, null=True))


def as_ugly_as_real(folder, seed):
    write(folder, generate(seed))
    spoil(folder, seed)


REGIONS = {
    11: (as_generated, (EVERYTHING, WITH_COORDINATOR, ENTERPRISES, TOPICS)),
    12: (as_generated, (EVERYTHING, CORE, SCIENCE_AND_UNKNOWN, NARROW)),
    13: (regardless_of_meetings, (EVERYTHING, WITH_COORDINATOR, OUTSIDE, TOPICS)),
    14: (as_ugly_as_real, (EVERYTHING, ENTERPRISES, CORE, NARROW)),
    15: (as_ugly_as_real, (EVERYTHING, WITH_COORDINATOR, SCIENCE_AND_UNKNOWN, OUTSIDE)),
}


@pytest.mark.parametrize("seed", REGIONS)
def test_every_kpi_of_an_invented_region(seed, tmp_path):
    make, scopes = REGIONS[seed]
    make(tmp_path / "files", seed)
    region, product = Region(tmp_path / "files"), Product(tmp_path / "files", tmp_path / "store")
    for scope in scopes:
        assert disagreements(region, product, scope, PERIODS) == [], scope


def test_every_kpi_of_the_demo(tmp_path):
    region, product = Region(DEMO), Product(DEMO, tmp_path / "store")
    assert disagreements(region, product, EVERYTHING, PERIODS) == []
    assert [name for name, values in product.values(EVERYTHING, PERIODS).items() if not any(values)] == []
