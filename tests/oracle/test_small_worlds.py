"""Every KPI of small worlds, as odd as they come: the words' and the product's value."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.oracle.compare import disagreements
from tests.oracle.periods import quarters_and_years
from tests.oracle.product import Product
from tests.oracle.region import Region
from tests.oracle.scope import Scope
from tests.oracle.worlds import worlds, write

PERIODS = quarters_and_years(2023, 2025)
scopes = st.builds(
    Scope,
    kinds=st.sampled_from([None, None, ("company",), ("science", "unknown")]),
    districts=st.sampled_from([None, None, ("05913", "unknown")]),
    topics=st.sampled_from([None, None, ("Holz",)]),
    with_coordinator=st.booleans(),
)


# Making a failing world smaller takes minutes, since each one is imported: it is told as it was drawn.
@settings(
    max_examples=10,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(tables=worlds(), scope=scopes)
def test_every_kpi_of_any_world(tmp_path_factory, tables, scope):
    folder = tmp_path_factory.mktemp("world")
    write(folder / "files", tables)
    region, product = Region(folder / "files"), Product(folder / "files", folder / "store")
    assert disagreements(region, product, Scope(), PERIODS) == []
    assert disagreements(region, product, scope, PERIODS) == []
