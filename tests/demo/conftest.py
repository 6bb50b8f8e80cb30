import pytest

from analytics.demo import generate


@pytest.fixture(scope="session")
def tables():
    return generate()
