"""Every KPI of invented regions, over quarters, years and scopes: the words' and the product's value."""

from datetime import date

import pytest

from analytics.demo import DEFAULT_SEED, generate, write
from tests.oracle.compare import disagreements
from tests.oracle.periods import quarters_and_years
from tests.oracle.product import Product
from tests.oracle.region import Region
from tests.oracle.scope import Scope

PERIODS = [period for period in quarters_and_years(2021, 2026) if period.ends_on <= date(2026, 3, 31)]
SCOPES = {
    "everything": Scope(),
    "with_coordinator": Scope(with_coordinator=True),
    "companies": Scope(kinds=("company", "startup")),
    "unknown_kind": Scope(kinds=("unknown", "science")),
    "core": Scope(districts=("05911", "05913", "05914", "05915", "05978")),
    "outside": Scope(districts=("elsewhere", "abroad", "unknown", "05954"), with_coordinator=True),
    "topics": Scope(topics=("Wasserstoff", "Digitalisierung")),
    "narrow": Scope(kinds=("company",), districts=("05913", "05911"), topics=("Kreislaufwirtschaft",)),
}
REGIONS = {"demo": DEFAULT_SEED, "first": 11, "second": 12, "third": 13, "null": 14}
BEING_DEFINED = {"completeness"}


@pytest.fixture(scope="module", params=REGIONS)
def both(request, tmp_path_factory):
    """A region as the oracle reads its files, and as the product has it."""
    folder = tmp_path_factory.mktemp("region")
    files, seed = folder / "files", REGIONS[request.param]
    write(files, generate(seed, null=request.param == "null"))
    return Region(files), Product(files, folder / "store")


@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES)
def test_every_kpi_in_every_period(both, scope):
    found = disagreements(*both, scope, PERIODS)
    assert [line for line in found if line.split()[0] not in BEING_DEFINED] == []
