import pytest

from analytics.language import LANGUAGES, Language


@pytest.fixture
def german():
    return Language("de")


@pytest.fixture
def english():
    return Language("en")


@pytest.fixture(params=LANGUAGES)
def language(request):
    return Language(request.param)
