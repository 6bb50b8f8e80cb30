import pytest

from analytics.language import Language


@pytest.fixture
def german():
    return Language("de")


@pytest.fixture
def look(german):
    """What every chart is told: German, light."""
    return {"language": german, "theme": "light"}
