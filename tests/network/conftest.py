"""Networks of a docstring's tables, and what a day of one holds as plain values."""

import pytest

from analytics.network import Network
from analytics.warehouse import Scope
from tests.network.graphs import ties_on


@pytest.fixture
def network(view):
    """The network of the tables; the scope goes by keyword."""

    def of(**scope):
        return Network.of(view, Scope(**scope))

    return of


@pytest.fixture
def tied(network):
    """The ties on a day, as pairs of ids such as "alpha+beta"; the scope goes by keyword."""

    def on(day, *, cumulative=False, **scope):
        return ties_on(network(**scope), day, cumulative=cumulative)

    return on
